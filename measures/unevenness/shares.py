"""Weights and amounts of cities, and the between-group Theil index from the cores' shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..numerics import entropy_excess, rescaled


@dataclass(frozen=True)
class CityYears:
    """The cities of one region in one or more years.

    Attributes:
        weights: shape (n, years), above zero, 0 where the value is missing; each year in a unit of
            its own.
        amounts: weight times value, shape (n, years), 0 where missing; each year in a unit of its
            own.
    """

    weights: np.ndarray
    amounts: np.ndarray


def city_years(values: np.ndarray, weights: np.ndarray | None) -> CityYears:
    """The cities' weights and amounts, in units in which nothing overflows.

    Args:
        values: shape (n, years), zero or more, NaN where missing.
        weights: shape (n, years), or (n,) for all years, or None for equal weights; NaN where
            missing.
    """
    values = np.asarray(values, dtype=float)
    w = np.ones(len(values)) if weights is None else np.asarray(weights, dtype=float)
    w = np.broadcast_to(w if w.ndim == 2 else w[:, None], values.shape)
    present = ~np.isnan(values) & ~np.isnan(w)
    members = rescaled(np.where(present, w, 0.0))
    return CityYears(members, members * rescaled(np.where(present, values, 0.0)))


def theil_between(p: np.ndarray, excess: np.ndarray) -> np.ndarray:
    """Between-group Theil index of two groups, elementwise.

    With s = p + excess it is s ln(s/p) + (1-s) ln((1-s)/(1-p)) (Theil 1967), written here as
    p f(excess/p) + (1-p) f(-excess/(1-p)), f(u) = (1+u) ln(1+u) - u: the same, but without the
    cancellation that would leave only rounding of groups that are nearly equal.

    Args:
        p: the cores' share of the members (or weights).
        excess: the cores' share of the sum less `p`.

    Returns:
        The index; NaN where a group has no members.

    Examples:
        Beijing-Tianjin-Hebei's GDP of 2023: 3 of 13 cities have 65.0 % (Du, Cardoso & Rocco 2025,
        Fig. 6, print 0.39786).

        >>> round(float(theil_between(3 / 13, 0.65024 - 3 / 13)), 4)
        0.3979
    """
    shares = np.stack([p, 1 - np.asarray(p)])
    with np.errstate(divide="ignore", invalid="ignore"):
        return (shares * entropy_excess(np.stack([excess, -excess]) / shares)).sum(axis=0)
