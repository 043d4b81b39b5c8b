"""Rules that mark cores: the published one on the example's cities, and each at its edges."""

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


def names(roles):
    return [role.role for role in roles]


def test_cores_of_the_published_rule():
    """Du, Cardoso & Rocco (2025): 36 municipalities, provincial capitals and sub-provincial cities
    of the mainland but for Lhasa and Haikou's like, as far as they lie in the 13 mega-regions.
    """
    with open(CITIES, encoding="utf-8") as stream:
        levels = [row["admin_level"] for row in csv.DictReader(stream)]
    found = by_level(levels, LEVELS)
    assert found.notes == []
    counted = [role == CORE for role in names(found.roles)]
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
        assert names(by_level(levels, core_levels).roles) == [CORE, SECONDARY]
    assert is_core_level(word)
    for other in LEVELS:
        if other != wanted:
            assert names(by_level([word, other], [other]).roles) == [SECONDARY, CORE]


@pytest.mark.parametrize("word", ["prefecture-level city", "county", "地级市", "", "capital"])
def test_other_levels_make_no_core(word):
    assert not is_core_level(word)


def test_a_city_without_a_level_has_no_role():
    found = by_level([None, "municipality"], ["municipality"]).roles
    assert found[0] == (None, "no administrative level")
    assert found[1] == (CORE, "level: municipality")


def test_no_core_level_at_all_lists_the_levels():
    with pytest.raises(InputError) as error:
        by_level(["county", None, "town"], ["capital", "metropolis"])
    assert "(capital, metropolis)" in str(error.value)
    assert "county, town" in str(error.value)
    with pytest.raises(InputError, match=r"none given.*all blank"):
        by_level([None], [])


def test_a_level_that_no_city_has_is_named_and_what_may_be_meant():
    found = by_level(["municipality", "provincial capitol"], LEVELS)
    assert names(found.roles) == [CORE, SECONDARY]
    assert found.notes == [
        "No city has the core level 'provincial capital'. "
        "Level 'provincial capitol' is not counted.",
        "No city has the core level 'sub-provincial'.",
    ]
    # A level on the list is no near-miss of another one on it
    alike = by_level(["level one", "other"], ["level one", "level onf"])
    assert alike.notes == ["No city has the core level 'level onf'."]


def test_list_of_names_or_codes():
    found = by_list(["Suzhou ", "ＷＵＸＩ", None, "320500"], ["wuxi", "320500"])
    assert names(found) == [SECONDARY, CORE, SECONDARY, CORE]
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
    assert names(by_list(rows, ["Taizhou"], keys=["1", "2", "1"])) == [CORE, SECONDARY, CORE]
    with pytest.raises(InputError, match="Several cities are called Taizhou:"):
        by_list(rows, ["Taizhou"], keys=["1", "2", "3"])
    # Whoever is not on the list may share a name
    assert names(by_list(["X", "X", "Y"], ["Y"])) == [SECONDARY, SECONDARY, CORE]


def test_the_ends_of_the_band_belong_to_it():
    sizes = np.array([499_999.0, 500_000.0, 1e6, 3e6, 3_000_001.0, NAN])
    found = by_population_band(sizes, 500_000, 3_000_000)
    assert names(found) == [SMALL, SECONDARY, SECONDARY, SECONDARY, CORE, None]
    assert found[0].reason == "499,999 below the band 500,000 to 3,000,000"
    assert found[2].reason == "1,000,000 inside the band 500,000 to 3,000,000"
    assert found[4].reason == "3,000,001 above the band 500,000 to 3,000,000"
    assert found[5].reason == "no population"
    assert names(by_population_band(np.array([0.0, 1.0]), 0, 1)) == [SECONDARY, SECONDARY]


@pytest.mark.parametrize(("lowest", "highest"), [(3e6, 5e5), (1.0, 1.0), (-1.0, 2.0), (NAN, 1.0)])
def test_an_empty_band_is_an_error(lowest, highest):
    with pytest.raises(InputError, match=r"The population band from .* is empty"):
        by_population_band(np.array([1.0]), lowest, highest)


def test_share_of_the_largest_of_the_region_or_the_layer():
    """Roberts (2014): below 50 % of the largest city is secondary."""
    sizes = np.array([10.0, 5.0, 4.999, NAN, 100.0, 50.0, 0.0])
    regions = ["A", "A", "A", "A", "B", None, "B"]
    found = by_share_of_largest(sizes, regions, 0.5)
    assert names(found) == [CORE, CORE, SECONDARY, None, CORE, None, SECONDARY]
    assert [role.reason for role in found[:4]] == [
        "100.0% of the largest city",
        "50.0% of the largest city",
        "50.0% of the largest city",
        "no population",
    ]
    assert found[5].reason == "outside any region"
    whole = by_share_of_largest(sizes, ["all"] * 7, 0.5)
    assert names(whole) == [SECONDARY] * 3 + [None, CORE, CORE, SECONDARY]


def test_a_share_of_one_leaves_the_largest_and_its_equals():
    found = by_share_of_largest(np.array([3.0, 3.0, 2.9]), ["A"] * 3, 1.0)
    assert names(found) == [CORE, CORE, SECONDARY]


def test_regions_of_zeros_or_without_values():
    found = by_share_of_largest(np.array([0.0, 0.0, NAN]), ["A", "A", "B"], 0.5)
    assert names(found) == [CORE, CORE, None]
    assert found[0].reason == "100.0% of the largest city"


@pytest.mark.parametrize("share", [0.0, -0.5, 1.0001, NAN])
def test_shares_that_are_none(share):
    with pytest.raises(InputError, match=r"choose a value above 0 and up to 1\."):
        by_share_of_largest(np.array([1.0]), ["A"], share)


def test_the_largest_of_each_region():
    sizes = np.array([1.0, 3.0, 3.0, NAN, 7.0, 9.0])
    found = by_rank(sizes, ["A", "A", "A", "A", "B", None], 1)
    assert names(found) == [SECONDARY, CORE, SECONDARY, None, CORE, None]  # the first of equals
    assert found[0].reason == "number 3 of 3 in its region"
    assert found[2].reason == "number 2 of 3 in its region"
    assert found[3].reason == "no population"
    assert names(by_rank(sizes, ["A"] * 6, 2)) == [SECONDARY] * 3 + [None, CORE, CORE]
    with pytest.raises(InputError, match="The number of cores is 0: choose 1 or more"):
        by_rank(sizes, ["A"] * 6, 0)


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
        lambda s, r: by_rank(s, r, 2),
    ):
        found = names(rule(sizes, regions))
        assert names(rule(sizes * unit, regions)) == found
        if len(set(cities)) == len(cities):
            assert names(rule(sizes[turned], regions[turned]))[turned] == found
    top = by_rank(sizes, regions, 2)
    for region in set(regions):
        cores = [role.role for role, r in zip(top, regions) if r == region].count(CORE)
        assert cores == min(2, regions.count(region))
