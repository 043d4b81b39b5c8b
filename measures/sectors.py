"""Sector shares of cities, and how secondary cities differ from their region's cores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .distance import great_circle_km
from .errors import InputError

COUNTS, SHARES, PERCENTAGES = range(3)  # what the values are
MEAN_OF_CORES, POOLED_CORES, NEAREST_CORE = range(3)  # what a secondary city is compared with


@dataclass(frozen=True)
class CoreDifferences:
    """How each city differs from its reference.

    Attributes:
        differences: own share minus the reference's share, -1 to 1, shape (n, s); NaN rows for
            cities that are not secondary or have no reference or no shares of their own.
        cores: for each city the positions of the cores that make up its reference.
        without_core: regions with secondary cities but no core that can be compared with.
    """

    differences: np.ndarray
    cores: list[list[int]]
    without_core: list[str]


def sector_shares(values: np.ndarray, values_are: int) -> np.ndarray:
    """Shares of the sectors in each city, 0 to 1.

    Counts are divided by the sum over the sectors given; shares and percentages are taken as they
    are, whether or not they add up to 1.

    Args:
        values: zero or more, shape (n, s), NaN where missing.
        values_are: COUNTS, SHARES or PERCENTAGES.

    Returns:
        Shape (n, s); a row is NaN throughout where a value is missing or all are zero.
    """
    total = values.sum(axis=1, keepdims=True)  # NaN where a value is missing
    total = np.where(total > 0, total, np.nan)
    if values_are == COUNTS:
        return values / total
    scale = 100.0 if values_are == PERCENTAGES else 1.0
    return np.where(np.isnan(total), np.nan, values / scale)


def core_differences(
    values: np.ndarray,
    regions: Sequence[str | None],
    is_core: np.ndarray,
    is_secondary: np.ndarray,
    values_are: int,
    reference: int,
    points: np.ndarray | None = None,
) -> CoreDifferences:
    """Differences of secondary cities' sector shares to those of their region's cores.

    Args:
        values: sectors' counts, shares or percentages, shape (n, s), NaN where missing.
        regions: n names; cities without one have no reference.
        is_core: shape (n,).
        is_secondary: shape (n,).
        values_are: COUNTS, SHARES or PERCENTAGES.
        reference: MEAN_OF_CORES (mean of the cores' shares), POOLED_CORES (shares of the cores'
            summed counts) or NEAREST_CORE.
        points: longitude and latitude in degrees, shape (n, 2), NaN where unknown; for
            NEAREST_CORE.

    Raises:
        InputError: shares or percentages are to be pooled, which needs the counts behind them.
    """
    if reference == POOLED_CORES and values_are != COUNTS:
        raise InputError(
            "Shares cannot be pooled without the counts behind them: give the sectors as counts "
            "or choose another reference."
        )
    shares = sector_shares(values, values_are)
    usable = ~np.isnan(shares).any(axis=1)
    if reference == NEAREST_CORE:
        if points is None:
            raise InputError("The nearest core needs the cities' places: give their points.")
        usable &= ~np.isnan(points).any(axis=1)
    differences = np.full(shares.shape, np.nan)
    cores_of: list[list[int]] = [[] for _ in regions]
    in_region = np.array([region if region is not None else "" for region in regions], dtype=object)
    without_core = []
    for region in dict.fromkeys(region for region in regions if region is not None):
        here = in_region == region
        cores = np.flatnonzero(here & usable & is_core)
        cities = np.flatnonzero(here & usable & is_secondary)
        if not len(cores) and (here & is_secondary).any():
            without_core.append(region)
        if not len(cores) or not len(cities):
            continue
        if reference == NEAREST_CORE and points is not None:
            lon, lat = points.T
            km = great_circle_km(lon[cities], lat[cities], lon[cores], lat[cores])
            nearest = cores[km.argmin(axis=1)]
            differences[cities] = shares[cities] - shares[nearest]
            for city, core in zip(cities, nearest):
                cores_of[city] = [int(core)]
            continue
        if reference == POOLED_CORES:
            pooled = values[cores].sum(axis=0)
            of_cores = pooled / pooled.sum()
        else:
            of_cores = shares[cores].mean(axis=0)
        differences[cities] = shares[cities] - of_cores
        for city in cities:
            cores_of[city] = [int(core) for core in cores]
    return CoreDifferences(differences, cores_of, without_core)
