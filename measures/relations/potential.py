"""Flows between cities as two models expect them, where none are observed.

Sources:
    Wilson, A. G. (1971) A family of spatial interaction models, and associated developments.
        Environment and Planning A 3, 1-32 (the gravity model).
    Simini, F., Gonzalez, M. C., Maritan, A. & Barabasi, A.-L. (2012) A universal model for mobility
        and migration patterns. Nature 484, 96-100 (the radiation model).
"""

from __future__ import annotations

import numpy as np

from ..numerics import rescaled

GRAVITY, RADIATION = range(2)


def gravity(
    origin_mass: np.ndarray, destination_mass: np.ndarray, distance: np.ndarray, power: float
) -> np.ndarray:
    """Mass of the origin x mass of the destination / distance^power, shape (n, n).

    Args:
        origin_mass: zero or more, shape (n,).
        destination_mass: zero or more, shape (n,).
        distance: in any unit, above zero but on the diagonal, NaN where unknown, shape (n, n).
        power: how fast flows fall with distance, zero or more.

    Returns:
        NaN where the distance is unknown; 0 on the diagonal.
    """
    apart = distance.astype(float)
    np.fill_diagonal(apart, 1.0)
    with np.errstate(over="ignore"):  # infinite where the masses are too large
        flows = np.outer(origin_mass, destination_mass) * apart ** -float(power)
    np.fill_diagonal(flows, 0.0)
    return flows


def radiation(
    origin_mass: np.ndarray, destination_mass: np.ndarray, distance: np.ndarray
) -> np.ndarray:
    """T_i m_i m_j / ((m_i + s_ij) (m_i + m_j + s_ij)), shape (n, n).

    T is the mass of the origin, of which each unit travels once; m the mass of the destination,
    the opportunities of a place; s_ij the opportunities nearer to i than j or as near, without
    those of i and j. Cities that are far do not matter by their distance but by what lies between.

    Args:
        origin_mass: zero or more, shape (n,).
        destination_mass: zero or more, shape (n,).
        distance: in any unit, NaN where unknown, shape (n, n).

    Returns:
        NaN where the distance is unknown; 0 on the diagonal and where neither has opportunities.
    """
    flows = np.empty(distance.shape)
    destination_mass = rescaled(destination_mass)  # only their proportions count
    for city, own in enumerate(destination_mass):
        km = np.where(np.isnan(distance[city]), np.inf, distance[city])
        km[city] = -1.0  # before any other, also those in the same place
        order = np.argsort(km, kind="stable")
        reached = np.cumsum(destination_mass[order])
        within = reached[np.searchsorted(km[order], km, side="right") - 1]
        between = np.maximum(within - own - destination_mass, 0.0)
        below = (own + between) * (own + destination_mass + between)
        product = own * destination_mass
        flows[city] = origin_mass[city] * np.divide(
            product, below, out=np.zeros_like(product), where=below > 0
        )
    flows[np.isnan(distance)] = np.nan
    np.fill_diagonal(flows, 0.0)
    return flows


def scaled_to(flows: np.ndarray, total: float) -> np.ndarray:
    """The flows with the given sum, where they have one above zero."""
    present = np.nansum(flows)
    return flows * (total / present) if present > 0 else flows
