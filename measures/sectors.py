"""Sector shares of cities, and how secondary cities differ from their region's cores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .distance import great_circle_km
from .errors import InputError
from .texts import tr

COUNTS, SHARES, PERCENTAGES = range(3)  # what the values are
# What a secondary city is compared with
MEAN_OF_CORES, POOLED_CORES, NEAREST_CORE, NAMED_CORE = range(4)
DIFFERENCE, LOG_RATIO, LOCATION_QUOTIENT, OWN_SHARE = range(4)  # how
FORMS = ("difference", "log ratio", "location quotient", "own share")
# What a form gives a city whose share is its core's; an own share is compared with none.
AT_CORE = dict(zip(FORMS, (0.0, 0.0, 1.0)))


@dataclass(frozen=True)
class CoreDifferences:
    """How each city differs from its reference.

    Attributes:
        differences: in the form asked for, shape (n, s); NaN rows for cities that are not
            secondary or have no reference or no shares of their own; NaN where a ratio would need
            a share above 0 that is 0.
        cores: for each city the positions of the cores that make up its reference.
        without_core: regions with secondary cities but no core that can be compared with.
        undefined: whether a ratio is NaN because of a share of 0, shape (n, s).
    """

    differences: np.ndarray
    cores: list[list[int]]
    without_core: list[str]
    undefined: np.ndarray


def sum_by_role(
    values: np.ndarray, sectors: Sequence[str], role_of: Mapping[str, str]
) -> tuple[np.ndarray, list[str]]:
    """Sectors of one role summed, in the order in which the roles first appear.

    Args:
        values: shape (n, s), NaN where missing; a sum with a missing part is missing.
        sectors: names of the s sectors.
        role_of: sector to role; a sector without one stays as it is.

    Returns:
        The sums, shape (n, r), and the names of the r roles.
    """
    roles = [role_of.get(sector, sector) for sector in sectors]
    names = list(dict.fromkeys(roles))
    sums = [values[:, [role == name for role in roles]].sum(axis=1) for name in names]
    return np.column_stack(sums), names


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
    *,
    named: np.ndarray | None = None,
    form: int = DIFFERENCE,
) -> CoreDifferences:
    """Sector shares of secondary cities compared with those of their region's cores.

    Args:
        values: sectors' counts, shares or percentages, shape (n, s), NaN where missing.
        regions: n names; cities without one have no reference but the core they name.
        is_core: shape (n,).
        is_secondary: shape (n,).
        values_are: COUNTS, SHARES or PERCENTAGES.
        reference: MEAN_OF_CORES (mean of the cores' shares), POOLED_CORES (shares of the cores'
            summed counts), NEAREST_CORE or NAMED_CORE.
        points: longitude and latitude in degrees, shape (n, 2), NaN where unknown; for
            NEAREST_CORE.
        named: position of the core each city names, -1 for none, shape (n,); for NAMED_CORE.
        form: DIFFERENCE (own share less the reference's, -1 to 1), LOG_RATIO (natural logarithm
            of own share over the reference's), LOCATION_QUOTIENT (own share over the reference's)
            or OWN_SHARE, which needs no reference.

    Raises:
        InputError: shares or percentages are to be pooled, which needs the counts behind them.
    """
    shares = sector_shares(values, values_are)
    usable = ~np.isnan(shares).any(axis=1)
    if reference == POOLED_CORES and values_are != COUNTS:
        raise InputError(
            tr(
                "Shares cannot be pooled without the counts behind them: give the sectors as "
                "counts or choose another reference."
            )
        )
    if reference == NAMED_CORE:
        if named is None:
            raise InputError(tr("The core of each city must be named: choose CORE_FIELD."))
        chosen = (named >= 0) & usable & is_secondary
        chosen[chosen] = usable[named[chosen]]
        of_cores = np.where(chosen[:, None], shares[named], np.nan)
        cores_of = [[int(core)] if found else [] for core, found in zip(named, chosen)]
        without_core: list[str] = []
    else:
        if reference == NEAREST_CORE:
            if points is None:
                raise InputError(
                    tr("The nearest core needs the cities' places: give their points.")
                )
            usable = usable & ~np.isnan(points).any(axis=1)
        of_cores, cores_of, without_core = _references(
            values, shares, regions, is_core & usable, is_secondary, usable, reference, points
        )
    own = np.where(is_secondary[:, None], shares, np.nan)
    if form == OWN_SHARE:
        return CoreDifferences(own, cores_of, [], np.zeros(shares.shape, dtype=bool))
    if form == DIFFERENCE:
        found = own - of_cores
    else:
        with np.errstate(divide="ignore", invalid="ignore"):
            found = own / of_cores
            found = np.log(found) if form == LOG_RATIO else found
        found = np.where(np.isfinite(found), found, np.nan)
    undefined = np.isnan(found) & ~np.isnan(own) & ~np.isnan(of_cores)
    return CoreDifferences(found, cores_of, without_core, undefined)


def _references(
    values: np.ndarray,
    shares: np.ndarray,
    regions: Sequence[str | None],
    is_core: np.ndarray,
    is_secondary: np.ndarray,
    usable: np.ndarray,
    reference: int,
    points: np.ndarray | None,
) -> tuple[np.ndarray, list[list[int]], list[str]]:
    """Shares each secondary city is compared with, their cores, and the regions without a core."""
    of_cores = np.full(shares.shape, np.nan)
    cores_of: list[list[int]] = [[] for _ in regions]
    in_region = np.array([region if region is not None else "" for region in regions], dtype=object)
    without_core = []
    for region in dict.fromkeys(region for region in regions if region is not None):
        here = in_region == region
        cores = np.flatnonzero(here & is_core)
        cities = np.flatnonzero(here & usable & is_secondary)
        if not len(cores) and (here & is_secondary).any():
            without_core.append(region)
        if not len(cores) or not len(cities):
            continue
        if reference == NEAREST_CORE and points is not None:
            lon, lat = points.T
            km = great_circle_km(lon[cities], lat[cities], lon[cores], lat[cores])
            nearest = cores[km.argmin(axis=1)]
            of_cores[cities] = shares[nearest]
            for city, core in zip(cities, nearest):
                cores_of[city] = [int(core)]
            continue
        if reference == POOLED_CORES:
            pooled = values[cores].sum(axis=0)
            of_cores[cities] = pooled / pooled.sum()
        else:
            of_cores[cities] = shares[cores].mean(axis=0)
        for city in cities:
            cores_of[city] = [int(core) for core in cores]
    return of_cores, cores_of, without_core
