"""Marking cores through Processing: every rule, its limits and its messages."""

import re

import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of

BY_LEVEL, BY_LIST, BY_BAND, BY_SHARE, BY_RANK = range(5)
NAMES = ["Alpha", "Beta", "Gamma", "Delta", "Eps", "Zeta"]


def cities(**changes):
    rows = [
        {"name": "Alpha", "region": "N", "level": "Municipality", "pop": 9_000_000.0},
        {"name": "Beta", "region": "N", "level": "prefecture", "pop": 3_000_000.0},
        {"name": "Gamma", "region": "N", "level": "prefecture", "pop": 400_000.0},
        {"name": "Delta", "region": "S", "level": "provincial capital", "pop": 2_000_000.0},
        {"name": "Eps", "region": "S", "level": "prefecture", "pop": 1_000_000.0},
        {"name": "Zeta", "region": None, "level": "municipality", "pop": 8_000_000.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows)


def roles(result):
    return {row["name"]: row["mr_role"] for row in rows_of(result["OUTPUT"])}


def test_by_level(run):
    result, log = run(
        "markcores",
        INPUT=cities(),
        REGION_FIELD="region",
        RULE=BY_LEVEL,
        LEVEL_FIELD="level",
        OUTPUT="memory:",
    )
    assert roles(result) == {
        "Alpha": "core",
        "Beta": "secondary",
        "Gamma": "secondary",
        "Delta": "core",
        "Eps": "secondary",
        "Zeta": None,
    }
    reasons = {row["name"]: row["mr_reason"] for row in rows_of(result["OUTPUT"])}
    assert reasons["Alpha"] == "level: Municipality"
    assert reasons["Zeta"] == "outside any region"
    assert any("2 core, 3 secondary" in text for text in log.infos)
    assert any("Zeta" in text for text in log.warnings)


def test_by_own_levels_and_a_region_without_a_core(run):
    result, log = run(
        "markcores",
        INPUT=cities(),
        REGION_FIELD="region",
        RULE=BY_LEVEL,
        LEVEL_FIELD="level",
        CORE_LEVELS="municipality",
        OUTPUT="memory:",
    )
    assert roles(result)["Delta"] == "secondary"
    assert any("without a core city: S" in text for text in log.warnings)


def test_by_list(run):
    result, _ = run(
        "markcores",
        INPUT=cities(),
        REGION_FIELD="region",
        RULE=BY_LIST,
        NAME_FIELD="name",
        CORE_NAMES=" beta ;Eps",
        OUTPUT="memory:",
    )
    assert roles(result) == {
        "Alpha": "secondary",
        "Beta": "core",
        "Gamma": "secondary",
        "Delta": "secondary",
        "Eps": "core",
        "Zeta": None,
    }


def test_list_by_numeric_code(run):
    layer = make_layer([{"code": 110000.0, "region": "N"}, {"code": 120000.0, "region": "N"}])
    result, _ = run(
        "markcores",
        INPUT=layer,
        REGION_FIELD="region",
        RULE=BY_LIST,
        NAME_FIELD="code",
        CORE_NAMES="120000",
        OUTPUT="memory:",
    )
    assert [row["mr_role"] for row in rows_of(result["OUTPUT"])] == ["secondary", "core"]


def test_each_name_of_the_list_must_be_found(run):
    with pytest.raises(QgsProcessingException, match=r"Not found among the cities: Omega\."):
        run(
            "markcores",
            INPUT=cities(),
            REGION_FIELD="region",
            RULE=BY_LIST,
            NAME_FIELD="name",
            CORE_NAMES="Alpha;Omega",
            OUTPUT="memory:",
        )


def test_population_band_includes_its_ends(run):
    result, log = run(
        "markcores",
        INPUT=cities(Eps={"pop": None}),
        REGION_FIELD="region",
        RULE=BY_BAND,
        POPULATION_FIELD="pop",
        OUTPUT="memory:",
    )
    assert roles(result) == {
        "Alpha": "core",
        "Beta": "secondary",
        "Gamma": "small",
        "Delta": "secondary",
        "Eps": None,
        "Zeta": None,
    }
    assert any("Eps (no population)" in text for text in log.warnings)


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [([], True), (["Eps"], True), (NAMES, False)],
    ids=["none", "one", "all"],
)
def test_a_band_in_another_unit_is_said(run, unknown, expected):
    """Also where a city has no population, but not where none has one."""
    _, log = run(
        "markcores",
        INPUT=cities(**{name: {"pop": None} for name in unknown}),
        REGION_FIELD="region",
        RULE=BY_BAND,
        POPULATION_FIELD="pop",
        BAND_MIN=1e9,
        BAND_MAX=2e9,
        OUTPUT="memory:",
    )
    assert any("below the band" in text for text in log.warnings) == expected
    named = [text for text in log.warnings if text.startswith("Without a role: ")]
    inside = [name for name in unknown if name != "Zeta"]  # which is in no region
    assert re.findall(r"(\w+) \(no population\)", " ".join(named)) == inside


@pytest.mark.parametrize(
    ("scope", "expected"),
    [(0, {"Delta": "secondary", "Eps": "secondary"}), (1, {"Delta": "core", "Eps": "core"})],
)
def test_share_of_the_largest(run, scope, expected):
    result, _ = run(
        "markcores",
        INPUT=cities(),
        REGION_FIELD="region",
        RULE=BY_SHARE,
        POPULATION_FIELD="pop",
        SCOPE=scope,
        OUTPUT="memory:",
    )
    assert {name: roles(result)[name] for name in expected} == expected
    assert roles(result)["Beta"] == "secondary"


def test_largest_of_each_region_breaks_ties_by_order(run):
    result, _ = run(
        "markcores",
        INPUT=cities(Eps={"pop": 2_000_000.0}),
        REGION_FIELD="region",
        RULE=BY_RANK,
        POPULATION_FIELD="pop",
        TOP_N=1,
        OUTPUT="memory:",
    )
    assert {name for name, role in roles(result).items() if role == "core"} == {"Alpha", "Delta"}


def test_running_again_replaces_the_role(run):
    first, _ = run(
        "markcores",
        INPUT=cities(),
        REGION_FIELD="region",
        RULE=BY_LEVEL,
        LEVEL_FIELD="level",
        OUTPUT="memory:",
    )
    again, _ = run(
        "markcores",
        INPUT=first["OUTPUT"],
        REGION_FIELD="region",
        RULE=BY_RANK,
        POPULATION_FIELD="pop",
        TOP_N=2,
        OUTPUT="memory:",
    )
    names = again["OUTPUT"].fields().names()
    assert names == ["name", "region", "level", "pop", "mr_role", "mr_reason"]
    assert roles(again)["Beta"] == "core"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"RULE": BY_LEVEL}, "set LEVEL_FIELD"),
        (
            {"RULE": BY_RANK, "POPULATION_FIELD": "level"},
            "'level' of layer 'cities' is not a number for Alpha",
        ),
        (
            {"RULE": BY_BAND, "POPULATION_FIELD": "pop", "BAND_MIN": 5, "BAND_MAX": 2},
            "from 5 to 2 is empty",
        ),
        (
            {"RULE": BY_SHARE, "POPULATION_FIELD": "pop", "LARGEST_SHARE": 0},
            "choose a value above 0",
        ),
        ({"RULE": BY_LIST, "NAME_FIELD": "name"}, "list of core cities is empty"),
        ({"RULE": BY_LEVEL, "LEVEL_FIELD": "nowhere"}, "no field 'nowhere'"),
    ],
)
def test_bad_input_gets_one_sentence(run, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        run("markcores", INPUT=cities(), REGION_FIELD="region", OUTPUT="memory:", **settings)


def test_negative_population(run):
    with pytest.raises(QgsProcessingException, match=r"negative \(-1\) for Beta"):
        run(
            "markcores",
            INPUT=cities(Beta={"pop": -1.0}),
            REGION_FIELD="region",
            RULE=BY_RANK,
            POPULATION_FIELD="pop",
            OUTPUT="memory:",
        )


def test_empty_layer(run):
    layer = cities()
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="Layer 'cities' has no rows"):
        run(
            "markcores",
            INPUT=layer,
            REGION_FIELD="region",
            RULE=BY_LEVEL,
            LEVEL_FIELD="level",
            OUTPUT="memory:",
        )
