"""Rules that mark cores, at their edges."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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

NAN = np.nan
LEVELS = ["municipality", "provincial capital", "sub-provincial"]
CITIES = Path(__file__).resolve().parents[3] / "resources" / "example" / "cities.csv"


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
    zeros = by_share_of_largest(np.zeros(2), ["a", "a"], 1)
    assert zeros == [(CORE, "100.0% of the largest city")] * 2
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
    assert roles(by_rank(sizes, regions, 1, keys).roles) == [SECONDARY, SECONDARY, CORE, None, CORE]
    with pytest.raises(InputError, match="number of cores is 0"):
        by_rank(sizes, regions, 0, keys)


def test_cores_of_the_published_rule():
    """Du, Cardoso & Rocco (2025): 36 municipalities, provincial capitals and sub-provincial cities
    of the mainland but for Lhasa and Haikou's like, as far as they lie in the 13 mega-regions.
    """
    with open(CITIES, encoding="utf-8") as stream:
        levels = [row["admin_level"] for row in csv.DictReader(stream)]
    found = by_level(levels, LEVELS)
    assert found.notes == []
    counted = [role == CORE for role in roles(found.roles)]
    assert sum(counted) == sum(level in LEVELS for level in levels) > 0
    assert {role.reason for role in found.roles} == {f"level: {level}" for level in set(levels)}


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Municipality ", "municipality"),
        ("MUNICIPALITIES", "municipality"),
        ("直辖市", "municipality"),
        ("Provincial-capital", "provincial capital"),
        ("provincial  capital cities", "provincial capital"),
        ("省会", "provincial capital"),
        ("省会城市", "provincial capital"),
        ("自治区首府", "provincial capital"),
        ("subprovincial", "sub-provincial"),
        ("Sub Provincial City", "sub-provincial"),
        ("副省级市", "sub-provincial"),
        ("计划单列市", "sub-provincial"),
        ("\u200b副省级城市", "sub-provincial"),
    ],
)
def test_words_of_the_published_levels(word, wanted):
    """In the table as on the list of core levels, in both directions."""
    for levels, core_levels in (([word, "other"], [wanted]), ([wanted, "other"], [word])):
        assert roles(by_level(levels, core_levels).roles) == [CORE, SECONDARY]
    assert is_core_level(word)
    for other in LEVELS:
        if other != wanted:
            assert roles(by_level([word, other], [other]).roles) == [SECONDARY, CORE]


@pytest.mark.parametrize("word", ["prefecture-level city", "county", "地级市", "", "capital"])
def test_other_levels_make_no_core(word):
    assert not is_core_level(word)


def test_list_of_names_or_codes():
    found = by_list(["Suzhou ", "ＷＵＸＩ", None, "320500"], ["wuxi", "320500"])
    assert roles(found) == [SECONDARY, CORE, SECONDARY, CORE]
    assert [role.reason for role in found[:2]] == [
        "not in the list of cores",
        "in the list of cores",
    ]


def test_names_not_found_are_named_in_the_order_of_the_list():
    with pytest.raises(InputError, match=r"Not found among the cities: Q, P\."):
        by_list(["A", "B", None], ["Q", "A", "P"])


def test_a_name_of_two_cities_is_refused_and_one_of_two_years_is_not():
    with pytest.raises(InputError, match="Several cities are called Taizhou:"):
        by_list(["Taizhou", "Taizhou", "Wuxi"], ["Taizhou", "Wuxi"])
    rows = ["Taizhou", "Wuxi", "taizhou"]
    assert roles(by_list(rows, ["Taizhou"], keys=["1", "2", "1"])) == [CORE, SECONDARY, CORE]
    with pytest.raises(InputError, match="Several cities are called Taizhou:"):
        by_list(rows, ["Taizhou"], keys=["1", "2", "3"])
    # Whoever is not on the list may share a name
    assert roles(by_list(["X", "X", "Y"], ["Y"])) == [SECONDARY, SECONDARY, CORE]


@pytest.mark.parametrize(("lowest", "highest"), [(3e6, 5e5), (1.0, 1.0), (-1.0, 2.0), (NAN, 1.0)])
def test_an_empty_band_is_an_error(lowest, highest):
    with pytest.raises(InputError, match=r"The population band from .* is empty"):
        by_population_band(np.array([1.0]), lowest, highest)


def test_share_of_the_largest_of_the_region_or_the_layer():
    """Roberts (2014): below 50 % of the largest city is secondary."""
    sizes = np.array([10.0, 5.0, 4.999, NAN, 100.0, 50.0, 0.0])
    regions = ["A", "A", "A", "A", "B", None, "B"]
    found = by_share_of_largest(sizes, regions, 0.5)
    assert roles(found) == [CORE, CORE, SECONDARY, None, CORE, None, SECONDARY]
    assert [role.reason for role in found[:4]] == [
        "100.0% of the largest city",
        "50.0% of the largest city",
        "50.0% of the largest city",
        "no population",
    ]
    assert found[5].reason == "outside any region"
    whole = by_share_of_largest(sizes, ["all"] * 7, 0.5)
    assert roles(whole) == [SECONDARY] * 3 + [None, CORE, CORE, SECONDARY]


@pytest.mark.parametrize("share", [0.0, -0.5, 1.0001, NAN])
def test_shares_that_are_none(share):
    with pytest.raises(InputError, match=r"choose a value above 0 and up to 1\."):
        by_share_of_largest(np.array([1.0]), ["A"], share)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from("ABC")), min_size=1, max_size=20),
    st.sampled_from([1e-3, 1e250, 1 / 3]),
)
def test_rules_of_size_know_no_unit_and_no_order(cities, unit):
    sizes = np.array([size for size, _ in cities], float)
    regions = [region for _, region in cities]
    turned = slice(None, None, -1)
    for rule in (
        lambda s, r: by_share_of_largest(s, r, 0.37),
        lambda s, r: by_rank(s, r, 2, [str(size) for size in s / s.min()]).roles,
    ):
        found = roles(rule(sizes, regions))
        assert roles(rule(sizes * unit, regions)) == found
        if len(set(cities)) == len(cities):
            assert roles(rule(sizes[turned], regions[turned]))[turned] == found
    top = by_rank(sizes, regions, 2, [*map(str, range(len(cities)))]).roles
    for region in set(regions):
        cores = [role.role for role, r in zip(top, regions) if r == region].count(CORE)
        assert cores == min(2, regions.count(region))
