"""Figures of types by hand, and Kruskal-Wallis against its formula."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.typology.comparison import (
    figures_by_type,
    holm,
    kruskal_wallis,
    pairwise,
)

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
    p_value, epsilon2 = kruskal_wallis(VALUES, TYPES)
    assert p_value == pytest.approx(math.erfc(math.sqrt(h / 2)))
    assert epsilon2 == pytest.approx(h / 4)


@pytest.mark.parametrize(
    ("values", "types"),
    [([1.0, 2.0], [1, 1]), ([5.0, 5.0, 5.0], [1, 2, 2]), ([1.0, np.nan], [1, 2])],
)
def test_no_test_without_contrast(values, types):
    assert np.isnan(kruskal_wallis(np.array(values), np.array(types))).all()


# Daily ozone in New York, May to September 1973, in ppb (Chambers et al. 1983): the example of
# the R package dunn.test, whose results are compared with.
OZONE = {
    5: "41 36 12 18 28 23 19 8 7 16 11 14 18 14 34 6 30 11 1 11 4 32 23 45 115 37",
    6: "29 71 39 23 21 37 20 12 13",
    7: "135 49 32 64 40 77 97 97 85 10 27 7 48 35 61 79 63 16 80 108 20 52 82 50 64 59",
    8: "39 9 16 78 35 66 122 89 110 44 28 65 22 59 23 31 44 21 9 45 168 73 76 118 84 85",
    9: "96 78 73 91 47 32 20 23 21 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 14 30 14 18 20",
}
DUNN_Z = {
    (5, 6): -0.925158,
    (5, 7): -4.419470,
    (6, 7): -2.244208,
    (5, 8): -4.132813,
    (6, 8): -2.038635,
    (7, 8): 0.286657,
    (5, 9): -1.321202,
    (6, 9): 0.002538,
    (7, 9): 3.217199,
    (8, 9): 2.922827,
}


def test_pairs_are_those_of_dunn_test():
    values = np.concatenate([np.array(text.split(), dtype=float) for text in OZONE.values()])
    sizes = [len(text.split()) for text in OZONE.values()]
    types = np.repeat(np.arange(5), sizes)
    p_value, epsilon2 = kruskal_wallis(values, types)
    assert epsilon2 * 115 == pytest.approx(29.2666, abs=1e-4)
    assert p_value == pytest.approx(6.901e-06, rel=1e-3)
    pairs = pairwise(values, types, 5)
    raw = [math.erfc(abs(DUNN_Z[p.first + 5, p.second + 5]) / math.sqrt(2)) for p in pairs]
    np.testing.assert_allclose([p.p_holm for p in pairs], holm(np.array(raw)), rtol=1e-4)
    assert pairs[0].difference == pytest.approx(
        values[types == 0].mean() - values[types == 1].mean()
    )


def test_of_two_types_the_pair_has_the_p_of_the_test():
    (pair,) = pairwise(VALUES, TYPES - 1, 2)
    assert pair.p_holm == pytest.approx(kruskal_wallis(VALUES, TYPES).p_value)
    assert pair.difference == pytest.approx(2 - 7)


def test_pairs_without_values_or_contrast_are_not_tested():
    alone, nothing, none = pairwise(np.array([1.0, 2.0, np.nan]), np.array([0, 1, 2]), 3)
    assert alone.p_holm == pytest.approx(kruskal_wallis(np.array([1.0, 2.0]), np.arange(2)).p_value)
    assert [math.isnan(p.p_holm) and math.isnan(p.difference) for p in (nothing, none)] == [
        True
    ] * 2
    (equal,) = pairwise(np.array([3.0, 3.0]), np.arange(2), 2)
    assert (equal.difference, math.isnan(equal.p_holm)) == (0, True)


def test_holm_by_hand():
    """0.01 x 3, then 0.03 x 2, then 0.04 x 1, which may not fall below the one before."""
    adjusted = holm(np.array([0.04, np.nan, 0.01, 0.03]))
    np.testing.assert_allclose(adjusted, [0.06, np.nan, 0.03, 0.06])
    assert holm(np.array([0.9, 0.8])).tolist() == [1, 1]


@pytest.mark.parametrize("unit", [1e-250, 1e-6, 1e200])
def test_figures_in_any_unit(unit):
    known = VALUES[:5] + 0.5
    one, other = (figures_by_type(known * u, TYPES[:5], [1, 2]) for u in (1.0, unit))
    for first, second in zip(one, other):
        assert second.share == pytest.approx(first.share, rel=1e-12)
        assert second.z_score == pytest.approx(first.z_score, rel=1e-9)
        for name in ("mean", "median", "q1", "q3"):
            assert getattr(second, name) == pytest.approx(getattr(first, name) * unit, rel=1e-12)
    assert kruskal_wallis(known * unit, TYPES[:5]) == kruskal_wallis(known, TYPES[:5])


def test_a_city_with_nothing_has_a_share_of_zero():
    nothing, all_of_it = figures_by_type(np.array([0.0, 3.0]), np.array([1, 2]), [1, 2])
    assert (nothing.share, all_of_it.share) == (0, 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2)), min_size=4, max_size=25))
def test_the_tests_know_ranks_only_and_no_order_of_cities(cities):
    values, types = (np.array(column) for column in zip(*cities))
    values = values.astype(float)
    effect, pairs = kruskal_wallis(values, types), pairwise(values, types, 3)
    turned = pairwise(values[::-1], types[::-1], 3)
    raised = pairwise(np.exp(values), types, 3)
    for other in (kruskal_wallis(values[::-1], types[::-1]), kruskal_wallis(np.exp(values), types)):
        assert other.p_value == pytest.approx(effect.p_value, nan_ok=True)
    for pair, mirror, up in zip(pairs, turned, raised):
        assert mirror.p_holm == pytest.approx(pair.p_holm, nan_ok=True)
        assert up.p_holm == pytest.approx(pair.p_holm, nan_ok=True)
        assert np.isnan(pair.p_holm) or 0 <= pair.p_holm <= 1
    assert np.isnan(effect.epsilon2) or -1e-12 <= effect.epsilon2 <= 1 + 1e-12


@pytest.mark.parametrize("values", [[1.0, 1, 2, 3, 3], [1.0, 1, 1, 2, 1, 1], [2.0, 2, 3, 3]])
def test_ties_are_corrected_as_in_the_test_of_two_types(values):
    """Of two types Dunn's z squared is Kruskal and Wallis's H, with its correction for ties."""
    values = np.array(values)
    types = (np.arange(len(values)) >= len(values) / 2).astype(int)
    (pair,) = pairwise(values, types, 2)
    assert pair.p_holm == pytest.approx(kruskal_wallis(values, types).p_value, rel=1e-12)
