"""Samples for permutation tests: the same on every machine, in chunks, kept where they are few."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice, permutations
from math import comb, factorial

import numpy as np

_VALUES_AT_ONCE = 5_000_000  # speed only: keeps a chunk of samples below some 100 MB
# The samples of one region serve all its indicators and years.
_VALUES_KEPT = 150_000  # speed only: 1.2 MB of the same samples as drawn anew


def generator(seed: int) -> np.random.Generator:
    """Random numbers that are the same on every machine for the same seed."""
    return np.random.Generator(np.random.PCG64(seed))


def role_samples(n: int, cores: int, samples: int, seed: int) -> Iterator[np.ndarray]:
    """Assignments of `cores` core roles to n cities: 1 for a core, else 0; shape (rows, n) each.

    All of them, each once, where they are no more than `samples`, else as many random ones.
    """
    if min(comb(n, cores), samples) * n <= _VALUES_KEPT:
        yield _few_roles(n, cores, samples, seed)
    else:
        yield from _roles(n, cores, samples, seed)


def order_samples(n: int, samples: int, seed: int) -> Iterator[np.ndarray]:
    """Orders of n cities, shape (rows, n) each: all where no more than `samples`, else random."""
    if min(factorial(n), samples) * n <= _VALUES_KEPT:
        yield _few_orders(n, samples, seed)
    else:
        yield from _orders(n, samples, seed)


@lru_cache(maxsize=64)
def _few_roles(n: int, cores: int, samples: int, seed: int) -> np.ndarray:
    return _kept(_roles(n, cores, samples, seed))


@lru_cache(maxsize=64)
def _few_orders(n: int, samples: int, seed: int) -> np.ndarray:
    return _kept(_orders(n, samples, seed))


def _kept(samples: Iterator[np.ndarray]) -> np.ndarray:
    (only,) = samples
    only.flags.writeable = False
    return only


def _roles(n: int, cores: int, samples: int, seed: int) -> Iterator[np.ndarray]:
    exact = comb(n, cores) <= samples
    subsets = combinations(range(n), cores)
    rng = generator(seed)
    for rows in _chunks(comb(n, cores) if exact else samples, n):
        roles = np.zeros((rows, n))
        if exact:
            np.put_along_axis(roles, np.array(list(islice(subsets, rows))), 1.0, axis=1)
        else:
            roles[:, :cores] = 1.0
            rng.permuted(roles, axis=1, out=roles)
        yield roles


def _orders(n: int, samples: int, seed: int) -> Iterator[np.ndarray]:
    exact = factorial(n) <= samples
    every = permutations(range(n))
    rng = generator(seed)
    for rows in _chunks(factorial(n) if exact else samples, n):
        if exact:
            yield np.array(list(islice(every, rows)))
        else:
            yield rng.permuted(np.tile(np.arange(n), (rows, 1)), axis=1)


def _chunks(samples: int, size: int) -> Iterator[int]:
    """Numbers of samples to work on at once, `size` values each; they sum to `samples`."""
    most = max(1, _VALUES_AT_ONCE // size)  # speed only: rows at once
    for start in range(0, samples, most):
        yield min(most, samples - start)
