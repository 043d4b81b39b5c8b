"""Growth and shrinkage of cities between two years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..texts import tr

GROWING, STABLE, SHRINKING = "growing", "stable", "shrinking"
_ROUNDING = 1e-9  # 100 to 101 in a year is 1 percent, not 1.0000000000000009


@dataclass(frozen=True)
class Growth:
    """Growth of n cities.

    Attributes:
        change: to - from, shape (n,); NaN where either is missing.
        rate: percent a year, compound, -100 or more, shape (n,); NaN also where `from` is zero.
        direction: GROWING, STABLE or SHRINKING; None where there is no rate.
    """

    change: np.ndarray
    rate: np.ndarray
    direction: list[str | None]


def growth(start: np.ndarray, end: np.ndarray, years: float, stable_rate: float = 0.1) -> Growth:
    """Change, its compound yearly rate and its direction.

    rate = 100 ((end / start)^(1 / years) - 1): the rate at which `start` becomes `end` when each
    year adds the same percentage of what the year before had.

    Args:
        start: values of the first year, zero or more, NaN where missing, shape (n,).
        end: values of the last year, likewise.
        years: how many years lie between them, above zero.
        stable_rate: rates from minus to plus this many percent a year count as stable.

    Raises:
        InputError: a value is negative, there are no years between, or `stable_rate` is negative.

    Examples:
        China's censuses of 2010 and 2020, in million people, published as 0.53 percent a year:

        >>> growth(np.array([1339.72]), np.array([1411.78]), years=10).rate.round(2).tolist()
        [0.53]
    """
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    if not 0 < years < np.inf:
        raise InputError(
            tr("The number of years is {years:g}: choose one above zero.").format(years=years)
        )
    if not 0 <= stable_rate < np.inf:
        raise InputError(
            tr("The stable rate is {stable_rate:g} percent: choose zero or more.").format(
                stable_rate=stable_rate
            )
        )
    with np.errstate(invalid="ignore"):
        if (start < 0).any() or (end < 0).any():
            raise InputError(tr("Growth needs values of zero or more: correct the values."))
    rate = compound_rate(start, end, years)
    direction = [_direction(value, stable_rate) for value in rate]
    return Growth(end - start, rate, direction)


def compound_rate(start: np.ndarray, end: np.ndarray, years: float) -> np.ndarray:
    """Percent a year; NaN where `start` is zero or either is missing."""
    ratio = np.divide(end, start, out=np.full(start.shape, np.nan), where=start > 0)
    return np.asarray(100 * (ratio ** (1 / years) - 1))


def share_changes(start: np.ndarray, end: np.ndarray, regions: Sequence[str | None]) -> np.ndarray:
    """Change of each city's share of its region's sum, -1 to 1.

    Both years' sums are over the same cities: those with both values.

    Args:
        start: values of the first year, NaN where missing, shape (n,).
        end: values of the last year.
        regions: n names; None outside any region.

    Returns:
        Shape (n,), NaN outside any region, without both values, or where a sum is zero. The
        changes of a region sum to zero.
    """
    result = np.full(len(start), np.nan)
    both = ~np.isnan(start) & ~np.isnan(end)
    in_region = np.array([region if region is not None else "" for region in regions], dtype=object)
    for region in dict.fromkeys(region for region in regions if region is not None):
        members = np.flatnonzero((in_region == region) & both)
        with np.errstate(invalid="ignore"):  # zeros of a sum of zero have no share
            before, after = (values[members] / values[members].sum() for values in (start, end))
        result[members] = after - before
    return result


def _direction(rate: float, stable_rate: float) -> str | None:
    if np.isnan(rate):
        return None
    if abs(rate) <= stable_rate + _ROUNDING:
        return STABLE
    return GROWING if rate > 0 else SHRINKING
