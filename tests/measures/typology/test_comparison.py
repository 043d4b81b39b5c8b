"""Figures of types by hand, and Kruskal-Wallis against its formula."""

import math

import numpy as np
import pytest
from megaregion.measures.typology.comparison import figures_by_type, kruskal_wallis

VALUES = np.array([1.0, 2.0, 3.0, 4.0, 10.0, np.nan])
TYPES = np.array([1, 1, 1, 2, 2, 2])


def test_figures():
    first, second, none = figures_by_type(VALUES, TYPES, [1, 2, 3])
    assert (first.cities, first.mean, first.median, first.q1, first.q3) == (3, 2, 2, 1.5, 2.5)
    assert first.share == pytest.approx(6 / 20)
    assert first.z_score == pytest.approx((2 - 4) / np.nanstd(VALUES))
    assert (second.cities, second.mean, second.q1) == (2, 7, 5.5)
    assert none.cities == 0
    assert math.isnan(none.mean)


@pytest.mark.parametrize("values", [[0.0, 0.0], [-1.0, 3.0]])
def test_share_of_no_total_or_with_negatives_is_undefined(values):
    assert math.isnan(figures_by_type(np.array(values), np.array([1, 2]), [1, 2])[0].share)


def test_equal_values_have_no_z_score():
    figures = figures_by_type(np.full(4, 0.1), np.array([1, 1, 2, 2]), [1, 2])
    assert math.isnan(figures[0].z_score)


def test_kruskal_wallis_by_its_formula():
    """H = 12 / (n (n+1)) sum R_j^2 / n_j - 3 (n+1), chi-squared with one degree of freedom."""
    h = 12 / (5 * 6) * (6**2 / 3 + 9**2 / 2) - 3 * 6
    assert kruskal_wallis(VALUES, TYPES) == pytest.approx(math.erfc(math.sqrt(h / 2)))


@pytest.mark.parametrize(
    ("values", "types"),
    [([1.0, 2.0], [1, 1]), ([5.0, 5.0, 5.0], [1, 2, 2]), ([1.0, np.nan], [1, 2])],
)
def test_no_test_without_contrast(values, types):
    assert math.isnan(kruskal_wallis(np.array(values), np.array(types)))
