"""The coordination profile's medians, ranks and questions, against values worked by hand."""

import numpy as np
import pytest
from megaregion.measures.relations.coordination import (
    ACTOR,
    ASPECTS,
    COMPLEMENTARITY,
    FLOWS,
    PLACE,
    POLYCENTRICITY,
    PRIORITY,
    RULES,
    Evidence,
    median,
    profiles,
)

REGIONS = ["N", "S", "W"]


def evidence(aspect, kind, values, indicator=None):
    return Evidence(aspect, kind, kind, dict(zip(REGIONS, values)), indicator)


def notes(*items):
    return {(row.region, row.measure): row.note for row in profiles(items, REGIONS) if row.note}


def test_median_rank_and_order():
    rows = profiles(
        [
            evidence(ACTOR, "voice", [1, 2, 2]),
            evidence(POLYCENTRICITY, "poly", [0.4, np.nan, 0.8]),
            evidence(PLACE, "nothing", [np.nan] * 3),
        ],
        REGIONS,
    )
    assert [(row.region, row.measure) for row in rows] == [
        (region, measure) for region in REGIONS for measure in ("poly", "voice")
    ]
    north, north_voice, south, south_voice, west, west_voice = rows
    assert (north.frame, north.aspect) == ("vision", "polycentricity")
    assert north.median == pytest.approx(0.6)
    assert (north.rank, west.rank) == (2, 1)
    assert (south.value, south.rank) == (None, None)
    assert north_voice.frame == "mismatch"
    assert [r.rank for r in (north_voice, south_voice, west_voice)] == [3, 1, 1]


def test_a_region_without_any_value_and_foreign_regions():
    item = Evidence(FLOWS, "symmetry", "symmetry", {"N": 0.5, "Omega": 9.0})
    rows = profiles([item], REGIONS)
    assert [row.value for row in rows] == [0.5, None, None]
    assert rows[0].median == 0.5
    assert profiles([], REGIONS) == []


def test_median_of_nothing():
    assert np.isnan(median([]))
    assert np.isnan(median([float("nan")]))


def test_sums_in_another_order_are_equal():
    items = [
        evidence(FLOWS, "connectivity", [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0.6]),
        evidence(FLOWS, "symmetry", [0.1, 0.5, 0.6]),
    ]
    assert {row.rank for row in profiles(items, REGIONS) if row.measure == "connectivity"} == {1}
    assert not notes(*items)


def test_connectivity_policies_and_one_way_flows():
    policy = evidence(FLOWS, "connectivity", [0.5, 0.3, 0.2])
    found = notes(policy, evidence(FLOWS, "symmetry", [0.4, 0.6, 0.9]))
    assert list(found) == [("N", "symmetry")]
    assert found["N", "symmetry"].startswith("Connectivity takes 50% of the policy items")
    assert not notes(policy, evidence(FLOWS, "symmetry", [0.9, 0.6, 0.4]))


def test_falling_unevenness_and_growing_primacy_of_the_same_indicator():
    change = evidence(PRIORITY, "unevenness_change", [-0.02, 0.01, -0.03], "gdp")
    primacy = evidence(ACTOR, "primacy_change", [0.05, 0.05, -0.01], "gdp")
    other = evidence(ACTOR, "primacy_change", [0.05, 0.05, 0.05], "pop")
    found = notes(change, primacy, other)
    assert set(found) == {("N", "primacy_change")}
    assert "fell (-0.020)" in found["N", "primacy_change"]


def test_policies_for_secondary_cities_without_capacity():
    found = notes(
        evidence(PRIORITY, "to_secondary", [0.6, 0.2, 0.3]),
        evidence(PLACE, "capacity", [0.3, 0.5, 0.9], "revenue"),
    )
    assert list(found) == [("N", "capacity")]
    assert "whose revenue is 30% of the cores'" in found["N", "capacity"]


def test_several_questions_stand_in_one_note():
    found = notes(
        evidence(PRIORITY, "to_secondary", [0.6, 0.2, 0.3]),
        evidence(PRIORITY, "unevenness_change", [0.04, 0.01, -0.03], "gdp"),
        evidence(POLYCENTRICITY, "coexistence", [0.5, 0.3, 0.2]),
        evidence(PRIORITY, "core_growth", [0.8, 0.6, 0.5], "gdp"),
        evidence(COMPLEMENTARITY, "cooperation", [0.5, 0.3, 0.2]),
        evidence(COMPLEMENTARITY, "complementarity", [0.1, 0.3, 0.2]),
    )
    assert set(found) == {
        ("N", "unevenness_change"),
        ("N", "core_growth"),
        ("N", "complementarity"),
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.first} and {rule.second}")
def test_every_rule_asks_and_never_where_a_value_is_missing(rule):
    sides = {"above": [3, 2, 1], "below": [1, 2, 3], "rising": [1, -1, -1], "falling": [-1, 1, 1]}
    first = evidence(PLACE, rule.first, sides[rule.first_is], "gdp")
    second = evidence(PLACE, rule.second, sides[rule.second_is], "gdp")
    (note,) = notes(first, second).values()
    assert note.endswith("?")
    assert "None" not in note
    assert not notes(evidence(PLACE, rule.first, [np.nan] * 3, "gdp"), second)
    assert not notes(first, evidence(PLACE, rule.second, [np.nan, 1, 1], "gdp"))


def test_aspects_name_both_frames():
    assert list(ASPECTS.values()) == ["vision"] * 3 + ["mismatch"] * 3
