"""How often chance alone makes a region as uneven, or changes it as much: permutation tests.

Where the possible permutations are no more than those asked for, each is tried once and the p-value
is exact; otherwise they are drawn at random and p = (hits + 1) / (permutations + 1) (Davison &
Hinkley 1997, Bootstrap Methods and their Application, eq. 4.11).
"""

from __future__ import annotations

from math import comb, factorial

import numpy as np

from ..numerics import rescaled
from .resampling import order_samples, role_samples
from .shares import city_years, theil_between

# The same cities in another order give an index that differs by rounding: values closer than this,
# relative to them, are ties, and so are shares (0 to 1) that are this close.
_TIES, _SHARE_TIES = 1e-9, 1e-14


def role_permutation_p_value(
    values: np.ndarray,
    is_core: np.ndarray,
    weights: np.ndarray | None,
    permutations: int,
    seed: int,
) -> float:
    """Share of role assignments whose between-group Theil is at least the observed one.

    Every assignment has as many cores as observed; values and weights stay with their city.

    Args:
        values: shape (n,), zero or more.
        is_core: shape (n,).
        weights: shape (n,) or None for equal weights.
        permutations: how many to draw, above zero.
        seed: of the random numbers; the same seed gives the same p-value on every machine.

    Returns:
        The p-value; NaN without cores, without secondary cities or where all values are zero.

    Examples:
        One core in five cities that is above them all: one of five assignments is as uneven.

        >>> role_permutation_p_value(
        ...     np.array([9.0, 1, 2, 3, 2]), np.arange(5) == 0, None, permutations=999, seed=0
        ... )
        0.2
    """
    n, cores = len(values), int(is_core.sum())
    if cores in (0, n) or not values.any():
        return float("nan")
    members = np.ones(n) if weights is None else rescaled(np.asarray(weights, dtype=float))
    scaled = rescaled(np.asarray(values, dtype=float))
    total_weight, total = members.sum(), members @ scaled
    # What each city adds to the cores' share of the weights, and to that of the sum beyond it
    shares = np.column_stack(
        [members / total_weight, members * (scaled - total / total_weight) / total]
    )
    p, excess = is_core.astype(float) @ shares
    rounding = _SHARE_TIES * np.abs(shares[:, 1]).sum()
    least = theil_between(p, np.sign(excess) * max(abs(excess) - rounding, 0)) * (1 - _TIES)
    hits = tried = 0
    for roles in role_samples(n, cores, permutations, seed):
        hits += int(np.sum(theil_between(*(roles @ shares).T) >= least))
        tried += len(roles)
    return hits / tried if comb(n, cores) <= permutations else (hits + 1) / (tried + 1)


def growth_permutation_p_value(
    values: np.ndarray,
    is_core: np.ndarray,
    weights: np.ndarray | None,
    permutations: int,
    seed: int,
) -> float:
    """Two-sided p-value of a change: the cities' growth factors permuted over the region.

    A city's two values are its level, their geometric mean, divided by and multiplied with the
    square root of its growth factor, their ratio. Every permutation gives each city another's
    growth, of its value and of its weight. Levels midway between the years are used because a city
    that stands high by chance in the first year grows less than others; midway, level and growth
    have nothing to do with each other.

    A city without a growth factor, because it has no value or a value of zero in one of the years,
    keeps what it has: the test is then about the growth of the others.

    Args:
        values: first and last year, shape (n, 2), zero or more, NaN where missing.
        is_core: shape (n,).
        weights: shape (n, 2), or (n,) for both years, or None for equal weights.
        permutations: how many to draw, above zero.
        seed: of the random numbers; the same seed gives the same p-value on every machine.

    Returns:
        The share of permutations whose between-group Theil changes at least as much, either way;
        NaN where not one core and one secondary city have a growth factor.

    Examples:
        All cities grow alike: every permutation changes the index as little.

        >>> first = np.array([9.0, 1, 2, 3, 2])
        >>> both = np.column_stack([first, 2 * first])
        >>> growth_permutation_p_value(both, np.arange(5) == 0, None, permutations=999, seed=0)
        1.0
    """
    cities = city_years(values, weights)
    grows = (cities.amounts > 0).all(axis=1)
    n = int(grows.sum())
    if is_core[grows].all() or not is_core[grows].any():
        return float("nan")
    weight = _Growth(cities.weights, is_core, grows)
    amount = _Growth(cities.amounts, is_core, grows)

    def theil(orders: np.ndarray, nudge: float = 0.0) -> np.ndarray:
        """The index of both years, shape (2, rows), its shares moved away from equality."""
        p = weight.core_shares(orders if weight.varies else orders[:1])
        excess = amount.core_shares(orders) - p
        return theil_between(np.broadcast_to(p, excess.shape), excess + np.copysign(nudge, excess))

    as_it_is = np.arange(n)[None, :]
    first, last = theil(as_it_is)
    rounding = (theil(as_it_is, _SHARE_TIES) - theil(as_it_is)).sum()
    least = np.abs(last - first) * (1 - _TIES) - rounding
    hits = tried = 0
    for orders in order_samples(n, permutations, seed):
        first, last = theil(orders)
        hits += int(np.sum(np.abs(last - first) >= least))
        tried += len(orders)
    return hits / tried if factorial(n) <= permutations else (hits + 1) / (tried + 1)


class _Growth:
    """The cores' share of a sum in both years when growth is given to the cities in any order."""

    def __init__(self, columns: np.ndarray, is_core: np.ndarray, grows: np.ndarray) -> None:
        """`columns` has shape (n, 2); the cities that do not grow keep theirs."""
        groups = np.column_stack([is_core, np.ones(len(is_core))])  # the cores, all cities
        roots = np.sqrt(columns[grows])
        self._levels = (roots[:, 0] * roots[:, 1])[:, None] * groups[grows]
        self._growth = roots[:, 1] / roots[:, 0]  # half of it before midway, half after
        self.varies = np.ptp(self._growth) > 0  # speed only: else one order serves for all
        self._fixed = columns[~grows].T @ groups[~grows]

    def core_shares(self, orders: np.ndarray) -> np.ndarray:
        """Shape (2, rows)."""
        growth = self._growth[orders]
        sums = np.stack([(1 / growth) @ self._levels, growth @ self._levels])
        sums += self._fixed[:, None, :]
        return sums[..., 0] / sums[..., 1]
