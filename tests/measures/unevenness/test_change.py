"""Change between two years against loops over single samples."""

from itertools import product

import numpy as np
import pytest
from megaregion.measures.unevenness.change import (
    TwoYears,
    bootstrap_interval,
    direction,
    swap_p_value,
)
from megaregion.measures.unevenness.region import unevenness


def two_years(first, last, is_core, weights=None):
    values = np.column_stack([first, last]).astype(float)
    w = np.ones(values.shape) if weights is None else np.column_stack([weights, weights])
    w = np.where(np.isnan(values), 0.0, w)
    return TwoYears(np.nan_to_num(values) * w, w, np.asarray(is_core))


def theil(values, is_core):
    return unevenness(values, is_core).theil_between


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (0.002, "widening"),
        (-0.002, "narrowing"),
        (0.001, "stable"),
        (0.0, "stable"),
        (np.nan, None),
    ],
)
def test_direction(change, name):
    assert direction(change, 0.001) == name


def test_swap_p_value_is_the_share_of_all_swaps():
    first = np.array([10.0, 3, 4, 2, 5])
    last = np.array([30.0, 4, 5, 6, 3])
    is_core = np.array([True, True, False, False, False])
    a, b = first / first.mean(), last / last.mean()
    observed = abs(theil(b, is_core) - theil(a, is_core))
    hits = 0
    for swaps in product([False, True], repeat=5):
        x, y = np.where(swaps, b, a), np.where(swaps, a, b)
        hits += abs(theil(y, is_core) - theil(x, is_core)) >= observed - 1e-12
    assert swap_p_value(two_years(first, last, is_core), 32, 0) == hits / 32


def test_sampled_swaps_come_near_all_of_them_and_repeat():
    rng = np.random.default_rng(5)
    cities = two_years(rng.lognormal(size=11), rng.lognormal(size=11), np.arange(11) < 3)
    exact = swap_p_value(cities, 2048, 0)
    sampled = swap_p_value(cities, 2000, 9)
    assert sampled == pytest.approx(exact, abs=0.05)
    assert sampled == swap_p_value(cities, 2000, 9)


def test_growth_common_to_all_cities_is_no_change():
    first = np.array([10.0, 3, 4, 2, 5, 7, 8])
    cities = two_years(first, first * 6, np.arange(7) < 2)
    assert swap_p_value(cities, 999, 0) == 1
    assert bootstrap_interval(cities, 500, 0) == pytest.approx((0, 0), abs=1e-12)


def test_bootstrap_is_a_loop_over_resampled_cities():
    rng = np.random.default_rng(2)
    first, last = rng.lognormal(size=16), rng.lognormal(size=16)
    is_core = np.arange(16) < 5
    low, high = bootstrap_interval(two_years(first, last, is_core), 4000, 1)
    changes = []
    for _ in range(4000):
        drawn = np.r_[rng.integers(0, 5, 5), rng.integers(5, 16, 11)]
        changes.append(theil(last[drawn], is_core) - theil(first[drawn], is_core))
    assert (low, high) == pytest.approx(tuple(np.percentile(changes, [2.5, 97.5])), abs=0.03)
    assert low <= np.median(changes) <= high
    assert (low, high) == bootstrap_interval(two_years(first, last, is_core), 4000, 1)


def test_a_city_with_one_year_counts_in_that_year_only():
    first = np.array([10.0, 3, np.nan, 2])
    last = np.array([12.0, 3, 4, 2])
    is_core = np.array([True, False, False, False])
    cities = two_years(first, last, is_core)
    without = two_years(first[[0, 1, 3]], last[[0, 1, 3]], is_core[[0, 1, 3]])
    assert swap_p_value(cities, 99, 0) == swap_p_value(without, 99, 0)
    low, high = bootstrap_interval(cities, 200, 0)
    assert low < high


def test_without_a_core_nothing_is_known():
    cities = two_years([1, 2], [2, 3], [False, False])
    assert np.isnan(swap_p_value(cities, 9, 0))
    assert np.isnan(bootstrap_interval(cities, 9, 0)).all()
