"""Rules that mark cores, at their edges."""

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.roles import (
    CORE,
    SECONDARY,
    SMALL,
    by_level,
    by_list,
    by_population_band,
    by_rank,
    by_share_of_largest,
    is_core_level,
)


def roles(marked):
    return [role for role, _ in marked]


@pytest.mark.parametrize(
    ("level", "core"),
    [
        ("直辖市", True),
        ("自治区首府", True),
        ("计划单列市", True),
        ("Sub-Provincial City", True),
        ("subprovincial", True),
        ("Provincial　Capital", True),
        ("prefecture-level city", False),
        ("地级市", False),
        ("省", False),
    ],
)
def test_core_levels_in_the_words_of_tables(level, core):
    assert is_core_level(level) is core


def test_a_level_no_city_has_is_named_with_what_was_meant():
    marked = by_level(["Capital city", "town", None], ["town", "Capital citi"])
    assert roles(marked.roles) == [SECONDARY, CORE, None]
    assert marked.roles[2].reason == "no administrative level"
    assert marked.notes == [
        "No city has the core level 'Capital citi'. Level 'Capital city' is not counted."
    ]
    assert by_level(["a", "b"], ["a", "zzzz"]).notes == ["No city has the core level 'zzzz'."]
    with pytest.raises(InputError, match=r"core levels \(x\): the levels found are a, b"):
        by_level(["b", "a"], ["x"])
    with pytest.raises(InputError, match=r"\(none given\): the levels found are all blank"):
        by_level([None], [])


@pytest.mark.parametrize("listed", ["北京", "北京市", " 北 京 ", "110000"])
def test_a_core_is_found_with_and_without_its_suffix(listed):
    names = ["110000", "上海"] if listed == "110000" else ["北京市", "上海"]
    assert roles(by_list(names, [listed])) == [CORE, SECONDARY]


def test_what_is_written_comes_before_what_is_meant():
    assert roles(by_list(["吉林市", "吉林省"], ["吉林"])) == [CORE, SECONDARY]
    assert roles(by_list(["吉林", "吉林市"], ["吉林"])) == [CORE, SECONDARY]
    with pytest.raises(InputError, match="Several cities are called 泰州"):
        by_list(["泰州市", "泰州市"], ["泰州"])
    assert roles(by_list(["泰州市", "泰州市"], ["泰州"], ["1", "1"])) == [CORE, CORE]
    with pytest.raises(InputError, match="Not found among the cities: 沪, 津"):
        by_list(["北京", None], ["北京", "沪", "津"])


def test_the_ends_of_the_band_are_secondary():
    marked = by_population_band(np.array([5.0, 10.0, 20.0, 20.5, np.nan, 9.5]), 10, 20)
    assert roles(marked) == [SMALL, SECONDARY, SECONDARY, CORE, None, SMALL]
    assert marked[3].reason == "20.5 above the band 10 to 20"
    for low, high in ((20, 20), (-1, 20)):
        with pytest.raises(InputError, match=f"from {low} to {high} is empty"):
            by_population_band(np.array([1.0]), low, high)
    assert roles(by_population_band(np.array([0.0]), 0, 1)) == [SECONDARY]


def test_the_share_of_the_largest_city():
    sizes = np.array([100.0, 50.0, 49.0, 10.0, 5.0, np.nan, 7.0])
    scopes = ["a", "a", "a", "b", "b", "b", None]
    marked = by_share_of_largest(sizes, scopes, 0.5)
    assert roles(marked) == [CORE, CORE, SECONDARY, CORE, CORE, None, None]
    assert marked[2].reason == "49.0% of the largest city"
    assert (marked[5].reason, marked[6].reason) == ("no population", "outside any region")
    assert roles(by_share_of_largest(np.zeros(2), ["a", "a"], 1)) == [CORE, CORE]
    for share in (0, 1.01):
        with pytest.raises(InputError, match="above 0 and up to 1"):
            by_share_of_largest(sizes, scopes, share)


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [4, 2, 0, 3, 1]])
def test_the_largest_of_each_region_in_any_order_of_rows(order):
    sizes = np.array([5.0, 5.0, 9.0, np.nan, 1.0])
    keys, regions = ["b", "a", "c", "d", "e"], ["R", "R", "R", "R", "S"]
    marked = by_rank(sizes[order], [regions[i] for i in order], 2, [keys[i] for i in order])
    found = dict(zip((keys[i] for i in order), marked.roles))
    assert {key: role for key, (role, _) in found.items()} == {
        "a": CORE,
        "b": SECONDARY,
        "c": CORE,
        "d": None,
        "e": CORE,
    }
    assert found["b"].reason == "number 3 of 3 in its region"
    assert marked.notes == [
        "Region R has cities of equal size (5) as core and as secondary: the order of their ids "
        "decided."
    ]
    assert by_rank(sizes, regions, 3, keys).notes == []
    with pytest.raises(InputError, match="number of cores is 0"):
        by_rank(sizes, regions, 0, keys)
