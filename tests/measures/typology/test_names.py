"""Names suggested for types: what stands out, and never more than the core where it is below."""

import json
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.typology.names import (
    RoleVocabulary,
    in_natural_order,
    plain_names,
    shares_below_core,
    suggest_names,
)

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def vocabulary():
    content = json.loads((RESOURCES / "roles.json").read_text(encoding="utf-8"))
    roles = [(entry["role"], entry["keywords"]) for entry in content["roles"]]
    return RoleVocabulary(roles, content["balanced"])


def test_names_say_what_stands_out(vocabulary):
    features = ["d_emp_mining", "d_emp_manufacturing", "d_emp_retail", "d_emp_patents_pc"]
    z_scores = np.array(
        [
            [0.1, -0.2, 0.3, 0.0],
            [2.0, 0.1, -1.0, 0.1],
            [-0.3, 1.0, 0.8, 0.0],
            [0.0, 1.5, np.nan, 0.1],
            [0.2, 0.7, 0.0, -0.9],
            [0.3, 0.1, 0.0, 0.2],
        ]
    )
    assert suggest_names(z_scores, features, vocabulary) == [
        "balanced",
        "resource-based supporter",
        "manufacturing anchor, also leisure and daily-life hub",
        "manufacturing anchor",
        "manufacturing anchor, little patents pc",
        "balanced, type 6",
    ]


@pytest.mark.parametrize(
    ("field", "role"),
    [
        ("d_emp_agriculture", "agricultural provider"),
        ("d_emp_energy", "resource-based supporter"),
        ("emp_construction", "urban expansion enabler"),
        ("Transport", "transport and logistics node"),
        ("d_emp_hospitality", "leisure and daily-life hub"),
        ("d_emp_science", "innovation collaborator"),
        ("d_emp_business", "secondary business centre"),
        ("制造业", "manufacturing anchor"),
        ("d_采矿业", "resource-based supporter"),
        ("income", None),
    ],
)
def test_vocabulary_knows_the_sectors(vocabulary, field, role):
    assert vocabulary.role_of(field) == role


def test_features_without_a_role_name_themselves(vocabulary):
    names = suggest_names(np.array([[1.0], [-1.0]]), ["income_pc"], vocabulary)
    assert names == ["high income pc", "balanced"]


def test_plain_names():
    assert plain_names(["d_emp_mining", "d_emp_real_estate"]) == ["mining", "real estate"]
    assert plain_names(["d_emp_mining"]) == ["emp mining"]
    assert plain_names(["gdp", "gdp_pc"]) == ["gdp", "gdp pc"]


def test_below_the_core_in_most_cities_is_no_strength(vocabulary):
    features = ["d_emp_science", "d_emp_mining"]
    z_scores = np.array([[2.0, 0.6], [-1.0, -0.8], [-0.9, 0.7]])
    below = np.array([[0.9, 0.5], [1.0, 1.0], [1.0, 0.6]])
    assert suggest_names(z_scores, features, vocabulary, below) == [
        "resource-based supporter",
        "balanced",
        "balanced, little science",
    ]
    # Without a core the z-scores alone count.
    assert suggest_names(z_scores, features, vocabulary)[0] == "innovation collaborator"


def test_above_the_core_in_most_cities_is_not_little(vocabulary):
    z_scores = np.array([[-0.9], [-0.8], [2.0]])
    below = np.array([[0.2], [0.5], [0.0]])
    assert suggest_names(z_scores, ["d_emp_mining"], vocabulary, below) == [
        "balanced",
        "balanced, little emp mining",
        "resource-based supporter",
    ]


def test_shares_below_core():
    values = np.array([[-0.1, 0.9, 3.0], [0.2, 1.0, 1.0], [0.0, 2.0, 2.0]])
    found = shares_below_core(values, np.array([1, 1, 2]), [0.0, 1.0, None])
    np.testing.assert_array_equal(found, [[0.5, 0.5, np.nan], [0, 0, np.nan]])


def test_sectors_summed_into_a_role_are_called_by_it(vocabulary):
    for role, _ in vocabulary.roles:
        assert vocabulary.role_of(f"d_{role}") == role


def test_natural_order():
    assert in_natural_order(["10", "2", "1", "01", "2", "x"]) == ["01", "1", "2", "10", "x"]


def test_a_feature_that_tells_nothing_apart_is_neither_a_strength_nor_little(vocabulary):
    """A constant feature has no z-score; the others name the types."""
    z_scores = np.array([[np.nan, 1.0], [np.nan, -1.0]])
    features = ["d_emp_mining", "d_emp_retail"]
    assert suggest_names(z_scores, features, vocabulary) == [
        "leisure and daily-life hub",
        "balanced",
    ]
    assert suggest_names(np.full((2, 2), np.nan), features, vocabulary) == [
        "balanced",
        "balanced, type 2",
    ]


def test_half_a_standard_deviation_does_not_stand_out(vocabulary):
    names = suggest_names(np.array([[0.5], [0.51], [-0.5]]), ["d_emp_mining"], vocabulary)
    assert names == ["balanced", "resource-based supporter", "balanced, type 3"]
