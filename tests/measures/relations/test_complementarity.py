"""Location quotient and Krugman indices against values worked by hand, and at their limits."""

import numpy as np
import pytest
from megaregion.measures.relations.complementarity import complementarity, krugman_index
from megaregion.measures.sectors import COUNTS, PERCENTAGES, SHARES

# Cores A (60, 20) and B (15, 5): 75 % and 25 %. Secondary C (5, 15). Region: 80 and 40.
COUNTED = np.array([[60.0, 20], [15, 5], [5, 15]])
REGIONS = ["N", "N", "N"]
IS_CORE = np.array([True, True, False])


def compare(values, regions=REGIONS, is_core=IS_CORE, values_are=COUNTS):
    return complementarity(values, regions, is_core, ~is_core, values_are)


def test_counts_worked_by_hand():
    found = compare(COUNTED)
    assert found.quotients[0] == pytest.approx([0.75 / (2 / 3), 0.25 / (1 / 3)])
    assert found.quotients[2] == pytest.approx([0.25 / (2 / 3), 0.75 / (1 / 3)])
    assert found.specialisation[0] == pytest.approx(2 * (0.75 - 2 / 3))
    assert found.specialisation[2] == pytest.approx(2 * (2 / 3 - 0.25))
    assert np.isnan(found.dissimilarity[:2]).all()
    assert found.dissimilarity[2] == pytest.approx(2 * (0.75 - 0.25))
    assert (found.without_core, found.absent) == ([], {})


def test_region_quotients_average_to_one():
    """Weighted by the cities' share of the total, quotients sum to 1 for each sector."""
    weights = COUNTED.sum(axis=1) / COUNTED.sum()
    assert weights @ compare(COUNTED).quotients == pytest.approx([1, 1])


def test_pooled_cores_count_by_their_size():
    found = compare(np.array([[80.0, 20], [0, 10], [5, 5]]))
    assert found.dissimilarity[2] == pytest.approx(2 * (80 / 110 - 0.5))


@pytest.mark.parametrize(("values_are", "scale"), [(SHARES, 1), (PERCENTAGES, 100)])
def test_shares_count_each_city_once(values_are, scale):
    shares = np.array([[0.8, 0.2], [0.4, 0.6], [0.3, 0.7]])
    found = compare(shares * scale, values_are=values_are)
    assert found.quotients[0] == pytest.approx([0.8 / 0.5, 0.2 / 0.5])
    assert found.specialisation[2] == pytest.approx(0.4)
    assert found.dissimilarity[2] == pytest.approx(0.6)


def test_limits_of_the_index():
    assert krugman_index(np.array([[1.0, 0], [0.5, 0.5]]), np.array([0.0, 1])) == pytest.approx(
        [2, 1]
    )
    assert krugman_index(np.array([[0.3, 0.7]]), np.array([0.3, 0.7])) == pytest.approx([0])


def test_one_city_is_its_region():
    found = compare(np.array([[3.0, 1]]), ["N"], np.array([False]))
    assert found.quotients[0] == pytest.approx([1, 1])
    assert found.specialisation[0] == pytest.approx(0)
    assert np.isnan(found.dissimilarity[0])
    assert found.without_core == ["N"]


def test_sector_that_the_region_lacks():
    found = compare(np.column_stack([COUNTED, np.zeros(3)]))
    assert np.isnan(found.quotients[:, 2]).all()
    assert not np.isnan(found.quotients[:, :2]).any()
    assert found.specialisation == pytest.approx(compare(COUNTED).specialisation)
    assert found.absent == {"N": [2]}


def test_blank_and_empty_cities_do_not_count():
    values = np.vstack([COUNTED, [[np.nan, 900], [0, 0], [500, 1]]])
    found = compare(values, [*REGIONS, "N", "N", None], np.array([True, True] + [False] * 4))
    assert found.specialisation[:3] == pytest.approx(compare(COUNTED).specialisation)
    assert np.isnan(found.specialisation[3:]).all()
    assert np.isnan(found.quotients[3:]).all()


def test_core_without_values():
    values = COUNTED.copy()
    values[:2] = np.nan
    found = compare(values)
    assert found.without_core == ["N"]
    assert np.isnan(found.dissimilarity).all()
