"""Permutation tests against loops over single permutations, and at the edges of numbers."""

from itertools import combinations, permutations

import numpy as np
import pytest
from megaregion.measures.unevenness.permutation import (
    growth_permutation_p_value,
    role_permutation_p_value,
)
from megaregion.measures.unevenness.region import unevenness
from megaregion.measures.unevenness.resampling import order_samples, role_samples


def theil(values, is_core, weights=None):
    return unevenness(values, is_core, weights).theil_between


def literal_growth_p_value(first, last, is_core, first_weights, last_weights):
    """Every order of the growth factors, one after the other."""

    def change(order):
        root = np.sqrt(last / first)[order]
        weight_root = np.sqrt(last_weights / first_weights)[order]
        level, weight_level = np.sqrt(first * last), np.sqrt(first_weights * last_weights)
        return theil(level * root, is_core, weight_level * weight_root) - theil(
            level / root, is_core, weight_level / weight_root
        )

    n = len(first)
    observed = abs(change(np.arange(n)))
    changes = [abs(change(np.array(order))) for order in permutations(range(n))]
    return np.mean([size >= observed - 1e-12 for size in changes])


def test_exact_p_value_is_the_share_of_all_assignments():
    values = np.array([10.0, 2, 3, 4, 1, 9])
    is_core = np.array([True, False, False, False, False, True])
    observed = theil(values, is_core)
    hits = 0
    for chosen in combinations(range(6), 2):
        roles = np.isin(np.arange(6), chosen)
        hits += theil(values, roles) >= observed - 1e-12
    assert role_permutation_p_value(values, is_core, None, 15, 0) == hits / 15


def test_sampled_p_value_is_near_the_exact_one_and_repeats():
    rng = np.random.default_rng(3)
    values, is_core = rng.lognormal(size=14), np.arange(14) < 3
    weights = rng.random(14) + 0.5
    exact = role_permutation_p_value(values, is_core, weights, 400, 0)
    sampled = role_permutation_p_value(values, is_core, weights, 363, 7)
    assert sampled == role_permutation_p_value(values, is_core, weights, 363, 7)
    assert sampled == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / 363) + 1 / 364)


def test_p_value_without_a_core_is_unknown():
    assert np.isnan(role_permutation_p_value(np.ones(3), np.zeros(3, bool), None, 9, 0))
    assert np.isnan(role_permutation_p_value(np.zeros(3), np.arange(3) < 1, None, 9, 0))


def test_equal_cities_are_as_uneven_by_chance():
    assert role_permutation_p_value(np.full(30, 2.0), np.arange(30) < 4, None, 99, 0) == 1


@pytest.mark.parametrize("spread", [1.0, 1e-3, 1e-6, 1e-9])
def test_nearly_equal_values_are_told_apart(spread):
    """Twenty cores above twenty secondary cities: hardly any of the assignments is as uneven."""
    ranks = np.arange(40.0)
    is_core = ranks >= 20
    assert role_permutation_p_value(1 + spread * ranks, is_core, None, 49999, 0) == 1 / 50000
    few = np.r_[ranks[:3], ranks[-2:]]
    assert role_permutation_p_value(1 + spread * few, few > 30, None, 99, 0) == 1 / 10


@pytest.mark.parametrize("scale", [2.0**-1000, 1e-200, 1e154, 1e300])
def test_the_unit_of_values_and_weights_does_not_matter(scale):
    rng = np.random.default_rng(8)
    values, weights = rng.lognormal(size=(2, 13, 2))
    is_core = np.arange(13) < 3
    for size in (scale, 1.0):
        assert role_permutation_p_value(
            values[:, 0] * scale, is_core, weights[:, 0] * size, 999, 0
        ) == role_permutation_p_value(values[:, 0], is_core, weights[:, 0], 999, 0)
        assert growth_permutation_p_value(
            values * [scale, 1], is_core, weights * [1, size], 999, 0
        ) == growth_permutation_p_value(values, is_core, weights, 999, 0)


@pytest.mark.parametrize("seed", range(6))
def test_exact_growth_p_value_is_the_share_of_all_orders(seed):
    rng = np.random.default_rng(seed)
    first, last, before, after = rng.lognormal(sigma=0.7, size=(4, 6))
    is_core = np.arange(6) < 1 + seed % 3
    weights = np.column_stack([before, after])
    assert growth_permutation_p_value(
        np.column_stack([first, last]), is_core, weights, 720, 0
    ) == pytest.approx(literal_growth_p_value(first, last, is_core, before, after), abs=1e-12)
    same = np.ones(6)
    assert growth_permutation_p_value(
        np.column_stack([first, last]), is_core, None, 720, 0
    ) == pytest.approx(literal_growth_p_value(first, last, is_core, same, same), abs=1e-12)


def test_sampled_orders_come_near_all_of_them_and_repeat():
    rng = np.random.default_rng(5)
    values, is_core = rng.lognormal(size=(7, 2)), np.arange(7) < 2
    exact = growth_permutation_p_value(values, is_core, None, 5040, 0)
    sampled = growth_permutation_p_value(values, is_core, None, 5039, 9)
    assert sampled == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / 5039) + 1 / 5040)
    assert sampled == growth_permutation_p_value(values, is_core, None, 5039, 9)


@pytest.mark.parametrize("spread", [1e-3, 1e-6, 1e-9])
def test_small_growth_is_told_apart(spread):
    """One core of six equal cities grows most: it has the largest growth in a sixth of orders."""
    growth = 1 + spread * np.array([20.0, 5, 4, 3, 2, 1])
    values = np.column_stack([np.r_[3.0, np.ones(5)], np.r_[3.0, np.ones(5)] * growth])
    assert growth_permutation_p_value(values, np.arange(6) < 1, None, 720, 0) == 1 / 6


def test_growth_common_to_all_cities_is_no_change():
    first = np.array([10.0, 3, 4, 2, 5, 7, 8])
    values = np.column_stack([first, first * 6.3])
    assert growth_permutation_p_value(values, np.arange(7) < 2, None, 999, 0) == 1
    equal = np.full((9, 2), 0.1)
    assert growth_permutation_p_value(equal, np.arange(9) < 2, None, 999, 0) == 1


def test_a_city_without_growth_keeps_its_values():
    first = np.array([10.0, 3, 0, 2, 5, np.nan])
    last = np.array([30.0, 4, 6, 0, 3, 4])
    is_core = np.array([True, True, False, False, False, False])

    grows = [0, 1, 4]

    def change(order):
        root = np.sqrt(last[grows] / first[grows])[list(order)]
        level = np.sqrt(first[grows] * last[grows])
        before, after = first.copy(), last.copy()
        before[grows], after[grows] = level / root, level * root
        return theil(after, is_core) - theil(before[:5], is_core[:5])

    observed = abs(change((0, 1, 2)))
    share = np.mean([abs(change(o)) >= observed - 1e-12 for o in permutations(range(3))])
    values = np.column_stack([first, last])
    assert growth_permutation_p_value(values, is_core, None, 99, 0) == pytest.approx(share)


def test_without_growth_in_both_roles_nothing_is_known():
    values = np.array([[1.0, 2.0], [2.0, 3.0], [0.0, 3.0]])
    for is_core in ([False] * 3, [True] * 3, [False, False, True]):
        assert np.isnan(growth_permutation_p_value(values, np.array(is_core), None, 9, 0))


def test_few_samples_are_kept_and_many_come_in_chunks():
    (roles,) = role_samples(12, 3, 999, 0)
    assert roles.shape == (220, 12)
    assert len(np.unique(roles, axis=0)) == 220
    assert (roles.sum(axis=1) == 3).all()
    assert next(role_samples(12, 3, 999, 0)) is roles
    chunks = list(role_samples(400, 7, 30_000, 1))
    assert [len(chunk) for chunk in chunks] == [12_500, 12_500, 5_000]
    assert all((chunk.sum(axis=1) == 7).all() for chunk in chunks)
    (orders,) = order_samples(5, 120, 0)
    assert len(np.unique(orders, axis=0)) == 120
    assert sum(map(len, order_samples(400, 30_000, 1))) == 30_000
