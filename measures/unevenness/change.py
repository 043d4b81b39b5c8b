"""Change of core-secondary unevenness between two years, and whether it is more than chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .resampling import TOLERANCE, chunks, generator, theil_between

WIDENING, NARROWING, STABLE = "widening", "narrowing", "stable"


@dataclass(frozen=True)
class TwoYears:
    """The cities of one region in two years.

    Attributes:
        amounts: weight times value, shape (n, 2), first and last year; 0 where missing.
        weights: shape (n, 2), 0 where the value is missing, else above zero.
        is_core: shape (n,).
    """

    amounts: np.ndarray
    weights: np.ndarray
    is_core: np.ndarray


def direction(change: float, stable: float) -> str | None:
    """Name of a change of the between-group Theil; None where the change is unknown.

    Args:
        change: last year less first year.
        stable: changes up to this size, either way, are `stable`.
    """
    if np.isnan(change):
        return None
    if abs(change) <= stable:
        return STABLE
    return WIDENING if change > 0 else NARROWING


def bootstrap_interval(cities: TwoYears, replications: int, seed: int) -> tuple[float, float]:
    """95 % percentile interval of the change of the between-group Theil.

    Cities are drawn with replacement within their role, each with both of its years (Efron &
    Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). A draw in which a year has no core
    or no secondary city is left out. With one core, and few secondary cities, the interval is too
    narrow: the core never varies.

    Returns:
        Lower and upper end; NaN where the change is undefined.
    """
    rng = generator(seed)
    columns = np.hstack([cities.weights, cities.amounts])
    changes = []
    for rows in chunks(replications, len(columns)):
        sums = []
        for role in (True, False):
            members = columns[cities.is_core == role]
            if not len(members):
                return float("nan"), float("nan")
            # How often each city is drawn
            counts = rng.multinomial(len(members), np.full(len(members), 1 / len(members)), rows)
            sums.append(counts @ members)
        changes.append(_change(*sums))
    drawn = np.concatenate(changes)
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return float("nan"), float("nan")
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def swap_p_value(cities: TwoYears, permutations: int, seed: int) -> float:
    """Two-sided p-value of the change: the years' values swapped at random within each city.

    Each year is first scaled to mean 1, so that growth common to all cities does not count. Only
    cities with both years take part. Where there are no more than `permutations` ways to swap,
    each is tried once; otherwise p = (hits + 1) / (permutations + 1).

    Returns:
        The share of swaps that change the between-group Theil by at least as much, either way; NaN
        where the change is undefined.
    """
    both = (cities.weights > 0).all(axis=1)
    weights, is_core = cities.weights[both], cities.is_core[both]
    amounts = cities.amounts[both]
    n = len(weights)
    if is_core.all() or not is_core.any() or not amounts.any(axis=0).all():
        return float("nan")
    columns = np.hstack([weights, amounts / (amounts.sum(axis=0) / weights.sum(axis=0))])
    swapped = columns[:, [1, 0, 3, 2]]
    base = [columns[is_core == role].sum(axis=0) for role in (True, False)]
    observed = abs(_change(base[0][None, :], base[1][None, :])[0])
    exact = n < 60 and 2**n <= permutations
    total = 2**n if exact else permutations
    rng = generator(seed)
    hits = tried = 0
    for rows in chunks(total, n):
        if exact:
            numbers = np.arange(tried, tried + rows)
            swaps = (numbers[:, None] >> np.arange(n) & 1).astype(float)
        else:
            swaps = rng.integers(0, 2, (rows, n)).astype(float)
        tried += rows
        sums = [
            base[i] + swaps[:, is_core == role] @ (swapped - columns)[is_core == role]
            for i, role in enumerate((True, False))
        ]
        hits += int(np.sum(np.abs(_change(*sums)) >= observed - TOLERANCE))
    return hits / total if exact else (hits + 1) / (total + 1)


def _change(core: np.ndarray, secondary: np.ndarray) -> np.ndarray:
    """Change of the between-group Theil from sums of both weights and both amounts, (rows, 4)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = core / (core + secondary)
    return theil_between(shares[:, 1], shares[:, 3]) - theil_between(shares[:, 0], shares[:, 2])
