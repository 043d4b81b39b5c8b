"""Samples of permutation tests: all of them where they are few, else even draws."""

from itertools import combinations, permutations
from math import comb, factorial

import numpy as np
import pytest
from megaregion.measures.unevenness import resampling
from megaregion.measures.unevenness.resampling import generator, order_samples, role_samples


@pytest.mark.parametrize(("n", "cores"), [(1, 1), (4, 1), (6, 3), (7, 5)])
def test_all_assignments_each_once_where_they_are_few(n, cores):
    (roles,) = role_samples(n, cores, comb(n, cores), 0)
    found = [tuple(np.flatnonzero(row)) for row in roles]
    assert sorted(found) == list(combinations(range(n), cores))
    assert set(roles.ravel()) <= {0.0, 1.0}


@pytest.mark.parametrize("n", [1, 3, 5])
def test_all_orders_each_once_where_they_are_few(n):
    (orders,) = order_samples(n, factorial(n), 0)
    assert sorted(map(tuple, orders)) == sorted(permutations(range(n)))


def test_one_sample_less_than_all_are_drawn():
    (roles,) = role_samples(6, 3, comb(6, 3) - 1, 0)
    assert len(roles) == 19
    assert (roles.sum(axis=1) == 3).all()
    (orders,) = order_samples(4, factorial(4) - 1, 0)
    assert len(orders) == 23
    assert (np.sort(orders, axis=1) == np.arange(4)).all()


def test_draws_are_even():
    """10,000 draws: each city a core in a third of them, each order in a sixth, 0.5 % either way."""
    roles = np.concatenate(list(role_samples(30, 10, 10_000, 1)))
    np.testing.assert_allclose(roles.mean(axis=0), 1 / 3, atol=0.02)
    assert len({tuple(row) for row in roles}) > 9_900
    orders = np.concatenate(list(order_samples(12, 10_000, 1)))
    firsts = np.bincount(orders[:, 0], minlength=12) / 10_000
    np.testing.assert_allclose(firsts, 1 / 12, atol=0.012)


def test_seeds_and_chunks(monkeypatch):
    def roles(seed):
        return np.concatenate(list(role_samples(40, 4, 5_000, seed)))

    def orders(seed):
        return np.concatenate(list(order_samples(40, 5_000, seed)))

    once = roles(3), orders(3)
    assert (roles(4) != once[0]).any()
    assert (orders(4) != once[1]).any()
    for at_once in (4_000, 40, 1):
        monkeypatch.setattr(resampling, "_VALUES_AT_ONCE", at_once)
        np.testing.assert_array_equal(roles(3), once[0])
        np.testing.assert_array_equal(orders(3), once[1])
    # The first numbers of PCG64, the same in every version of numpy
    assert generator(0).integers(0, 2**32) == np.random.PCG64(0).random_raw() & (2**32 - 1)


def test_kept_samples_cannot_be_changed_by_who_reads_them():
    (roles,) = role_samples(9, 2, 36, 0)
    with pytest.raises(ValueError, match="read-only"):
        roles[0, 0] = 5
    assert next(role_samples(9, 2, 36, 0)) is roles
