"""Polycentricity against values worked by hand, and at its limits."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.relations.polycentricity import (
    FEW_FOR_HALF_RANK,
    half_rank,
    ordinary_polycentricity,
    polycentricity,
)

UNDEFINED = (
    "two_city_ratio",
    "rank_size_slope",
    "rank_size_r2",
    "half_rank_slope",
    "half_rank_se",
    "polycentricity",
)


def test_worked_by_hand():
    """Sizes 8, 4, 2, 2: sum 16, mean 4, deviations 4, 0, -2, -2, variance 24 / 4."""
    found = polycentricity(np.array([2.0, 8, 2, 4]))
    assert found.cities == 4
    assert found.primacy == pytest.approx(0.5)
    assert found.two_city_ratio == pytest.approx(2)
    assert found.hhi == pytest.approx((64 + 16 + 4 + 4) / 256)
    # Differences over the six pairs: 4 + 6 + 6 + 2 + 2 + 0 = 20; G = 20 / (n sum) = 20 / 64
    assert found.gini == pytest.approx(20 / 64)
    assert found.polycentricity == pytest.approx(1 - np.sqrt(6) / 4)


def test_zipf_has_slope_minus_one():
    found = polycentricity(120 / np.arange(1, 7))
    assert found.rank_size_slope == pytest.approx(-1)
    assert found.rank_size_r2 == pytest.approx(1)


def test_rank_size_line_of_three_cities():
    """The least-squares line of numpy itself, on sizes that are not on a line."""
    x, y = np.log([1, 2, 3]), np.log([9, 8, 1])
    found = polycentricity(np.array([8.0, 1, 9]))
    assert found.rank_size_slope == pytest.approx(np.polyfit(x, y, 1)[0])
    assert found.rank_size_r2 == pytest.approx(np.corrcoef(x, y)[0, 1] ** 2)


def test_half_rank_line():
    """The least-squares line of numpy itself; Zipf's rule for large samples of Pareto sizes."""
    sizes = np.array([8.0, 1, 9, 3])
    expected = np.polyfit(np.log([9, 8, 3, 1]), np.log([0.5, 1.5, 2.5, 3.5]), 1)[0]
    found = polycentricity(np.r_[sizes, 0])
    assert found.half_rank_slope == pytest.approx(expected)
    assert found.half_rank_se == pytest.approx(-expected * np.sqrt(2 / 4))
    assert np.isnan(half_rank(np.array([3.0, 3, 3]))).all()


def test_half_rank_bias_and_error_of_few_cities():
    """Samples of Zipf's rule: what the limit of few cities and the standard error promise."""
    rng = np.random.default_rng(0)
    for n, least, most in ((5, 1.25, 1.45), (10, 1.08, 1.16), (FEW_FOR_HALF_RANK, 1.02, 1.06)):
        samples = [half_rank(1 + rng.pareto(1, n)) for _ in range(4000)]
        slopes, errors = -np.array(samples).T * [[1], [-1]]
        assert least < slopes.mean() < most
        assert (np.abs(slopes - 1) <= 1.96 * errors).mean() == pytest.approx(0.95, abs=0.015)


def test_equal_cities_are_fully_polycentric():
    found = polycentricity(np.full(5, 7.0))
    assert found.polycentricity == 1
    assert found.primacy == pytest.approx(0.2)
    assert found.two_city_ratio == 1
    assert found.hhi == pytest.approx(0.2)
    assert found.gini == pytest.approx(0, abs=1e-12)
    assert found.rank_size_slope == 0
    assert np.isnan(found.rank_size_r2)


def test_one_city_that_has_all_of_two():
    found = polycentricity(np.array([0.0, 10]))
    assert (found.primacy, found.hhi, found.polycentricity) == (1, 1, 0)
    assert found.gini == pytest.approx(0.5)
    assert np.isnan([found.two_city_ratio, found.rank_size_slope, found.rank_size_r2]).all()


@pytest.mark.parametrize("seed", range(5))
def test_never_outside_zero_to_one(seed):
    sizes = np.random.default_rng(seed).pareto(0.5, 40)
    sizes[:20] = 0
    assert 0 <= polycentricity(sizes).polycentricity <= 1


def test_one_city():
    found = polycentricity(np.array([5.0]))
    assert (found.cities, found.primacy, found.hhi, found.gini) == (1, 1, 1, 0)
    assert np.isnan([getattr(found, name) for name in UNDEFINED]).all()


@pytest.mark.parametrize("sizes", [[], [0.0, 0.0]])
def test_nothing_to_share(sizes):
    found = polycentricity(np.array(sizes))
    assert found.cities == len(sizes)
    assert np.isnan([found.primacy, found.hhi, found.gini, found.polycentricity]).all()


def test_zeros_are_cities_but_not_on_the_rank_size_line():
    with_zero, without = polycentricity(np.array([4.0, 2, 0])), polycentricity(np.array([4.0, 2]))
    assert with_zero.rank_size_slope == without.rank_size_slope
    assert with_zero.cities == 3
    assert with_zero.polycentricity < without.polycentricity


def test_only_the_largest():
    assert polycentricity(np.array([1.0, 8, 3, 4]), top_n=2) == polycentricity(np.array([8.0, 4]))
    assert polycentricity(np.array([8.0, 4]), top_n=9).cities == 2


@pytest.mark.parametrize("sizes", [[1.0, -2.0], [1.0, np.nan]])
def test_bad_sizes(sizes):
    with pytest.raises(InputError, match="zero or more"):
        polycentricity(np.array(sizes))


def test_bad_number_of_cities():
    with pytest.raises(InputError, match="choose 1 or more"):
        polycentricity(np.array([1.0]), top_n=0)


def test_two_cities():
    found = polycentricity(np.array([1.0, 4.0]))
    assert found.two_city_ratio == 4
    assert found.rank_size_slope == pytest.approx(-np.log(4) / np.log(2))
    assert found.rank_size_r2 == pytest.approx(1)
    # Ranks 1/2 and 3/2: ln 3 less on ln 4 more
    assert found.half_rank_slope == pytest.approx(-np.log(3) / np.log(4))
    assert found.half_rank_se == pytest.approx(np.log(3) / np.log(4))


def test_ties_at_the_top_and_at_the_end_are_still_a_line():
    for sizes in ([9.0, 9, 1], [9.0, 3, 3], [9.0, 3, 3, 3], [9.0, 9, 9, 3]):
        found = polycentricity(np.array(sizes))
        x, y = np.log(np.arange(1, len(sizes) + 1)), np.log(sizes)
        assert found.rank_size_slope == pytest.approx(np.polyfit(x, y, 1)[0])
        assert found.rank_size_r2 == pytest.approx(np.corrcoef(x, y)[0, 1] ** 2)
        half = np.polyfit(y, np.log(np.arange(1, len(sizes) + 1) - 0.5), 1)[0]
        assert found.half_rank_slope == pytest.approx(half)


def test_of_one_city_asked_for_the_largest_is_taken():
    found = polycentricity(np.array([3.0, 9.0]), top_n=1)
    assert (found.cities, found.primacy, found.hhi) == (1, 1, 1)


def test_a_largest_city_of_one_unit_is_like_any_other():
    expected = ordinary_polycentricity(np.array([10.0, 5, 2]))
    assert ordinary_polycentricity(np.array([1.0, 0.5, 0.2])) == pytest.approx(expected)
    assert np.isnan(ordinary_polycentricity(np.zeros(3)))
    assert np.isnan(ordinary_polycentricity(np.array([1.0])))
    assert ordinary_polycentricity(np.array([1.0, 0.0])) == 0


@pytest.mark.parametrize("sizes", [[1.0, -2.0], [1.0, np.nan], [np.inf, 1.0]])
def test_bad_sizes_are_called_so(sizes):
    with pytest.raises(InputError, match="City sizes must be finite"):
        polycentricity(np.array(sizes))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=15), st.integers(2, 4))
def test_shares_of_repeated_cities(sizes, times):
    """Each city several times: what rests on shares alone follows from the definitions."""
    one, many = polycentricity(np.array(sizes)), polycentricity(np.repeat(sizes, times))
    assert many.hhi == pytest.approx(one.hhi / times)
    assert many.primacy == pytest.approx(one.primacy / times)
    assert many.gini == pytest.approx(one.gini, abs=1e-12)
    assert many.polycentricity == pytest.approx(one.polycentricity, abs=1e-12)
    assert many.two_city_ratio == 1
    turned = polycentricity(np.array(sizes)[::-1])
    assert vars(turned) == pytest.approx(vars(one), nan_ok=True)
