"""Functional complementarity: how the sectors of cities differ from their region and its cores.

Sources:
    Krugman, P. (1991) Geography and Trade. MIT Press, p. 76.
    Isard, W. (1960) Methods of Regional Analysis. MIT Press, p. 123-126 (location quotient).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..sectors import COUNTS, sector_shares


@dataclass(frozen=True)
class Complementarity:
    """How the n cities' s sectors differ.

    Attributes:
        quotients: location quotient of each sector to the city's region, zero or more: 1 where the
            city has the region's share; shape (n, s). NaN where the region has nothing of it.
        specialisation: Krugman's index to the region, shape (n,): 0 where all shares are the
            region's, 2 where no sector is shared.
        dissimilarity: the same to the region's cores together, shape (n,); secondary cities only.
        without_core: regions with secondary cities but no core that has values.
        absent: region to the positions of the sectors that none of its cities has.
    """

    quotients: np.ndarray
    specialisation: np.ndarray
    dissimilarity: np.ndarray
    without_core: list[str]
    absent: dict[str, list[int]]


def complementarity(
    values: np.ndarray,
    regions: Sequence[str | None],
    is_core: np.ndarray,
    is_secondary: np.ndarray,
    values_are: int,
) -> Complementarity:
    """Compare the sectors of each city with its region and with the region's cores.

    A region's shares are those of its cities together, whatever their role, the city itself
    included. Rows of NaN come back for cities outside any region or without shares.

    Args:
        values: sectors' counts, shares or percentages, zero or more, shape (n, s), NaN where
            missing.
        regions: n names; None outside any region.
        is_core: shape (n,).
        is_secondary: shape (n,).
        values_are: what `values` are, as in `sectors`.
    """
    shares = sector_shares(values, values_are)
    usable = ~np.isnan(shares).any(axis=1)
    quotients = np.full(shares.shape, np.nan)
    specialisation = np.full(len(shares), np.nan)
    dissimilarity = np.full(len(shares), np.nan)
    without_core: list[str] = []
    absent: dict[str, list[int]] = {}
    in_region = np.array([region if region is not None else "" for region in regions], dtype=object)
    for region in dict.fromkeys(region for region in regions if region is not None):
        here = in_region == region
        cities = np.flatnonzero(here & usable)
        cores = np.flatnonzero(here & usable & is_core)
        secondaries = np.flatnonzero(here & usable & is_secondary)
        if not len(cores) and (here & is_secondary).any():
            without_core.append(region)
        if not len(cities):
            continue
        of_region = together(values[cities], shares[cities], values_are)
        present = of_region > 0
        quotients[np.ix_(cities, present)] = shares[np.ix_(cities, present)] / of_region[present]
        if not present.all():
            absent[region] = [int(sector) for sector in np.flatnonzero(~present)]
        specialisation[cities] = krugman_index(shares[cities], of_region)
        if len(cores):
            of_cores = together(values[cores], shares[cores], values_are)
            dissimilarity[secondaries] = krugman_index(shares[secondaries], of_cores)
    return Complementarity(quotients, specialisation, dissimilarity, without_core, absent)


def together(values: np.ndarray, shares: np.ndarray, values_are: int) -> np.ndarray:
    """Sector shares of several cities together, shape (s,).

    Counts are summed, so that large cities count more. Shares and percentages do not say how
    large a city is, so that each city counts once.
    """
    if values_are == COUNTS:
        summed = values.sum(axis=0)
        return np.asarray(summed / summed.sum())
    return np.asarray(shares.mean(axis=0))


def krugman_index(shares: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Sum over the sectors of |share - reference share|, 0 to 2 (Krugman 1991).

    Args:
        shares: shape (n, s).
        reference: shape (s,).

    Returns:
        Shape (n,).

    Examples:
        >>> krugman_index(np.array([[1.0, 0], [0.5, 0.5], [0, 1]]), np.array([0.0, 1])).tolist()
        [2.0, 1.0, 0.0]
    """
    return np.asarray(np.abs(shares - reference).sum(axis=1))
