"""Morphological polycentricity: how evenly size is spread over the cities of a region.

Sources:
    Green, N. (2007) Functional polycentricity: a formal definition in terms of social network
        analysis. Urban Studies 44(11), 2077-2103.
    Meijers, E. & Burger, M. (2010) Spatial structure and productivity in US metropolitan areas.
        Environment and Planning A 42(6), 1383-1402.
    Gabaix, X. & Ibragimov, R. (2011) Rank - 1/2: a simple way to improve the OLS estimation of tail
        exponents. Journal of Business & Economic Statistics 29(1), 24-39.
    Hirschman, A. (1964) The paternity of an index. American Economic Review 54(5), 761-762.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..inequality import dagum_decomposition
from ..numerics import rescaled, standard_deviation
from ..texts import tr

# Of fewer cities, half_rank_slope is on average over 4 % too steep (11 % of ten, 35 % of five), and
# its standard error is a third of it or more: callers warn.
FEW_FOR_HALF_RANK = 20


@dataclass(frozen=True)
class Polycentricity:
    """Measures of one region; NaN where the cities do not define them.

    Attributes:
        cities: how many cities they rest on.
        primacy: largest / sum, 1/n to 1.
        two_city_ratio: largest / second largest, 1 or more.
        rank_size_slope: slope of ln size on ln rank, 0 or less: the closer to 0, the more
            polycentric.
        rank_size_r2: how well that line fits, 0 to 1.
        half_rank_slope: slope of ln(rank - 1/2) on ln size, -1 where Zipf's rule holds: the further
            below 0, the more polycentric.
        half_rank_se: its standard error.
        hhi: sum of squared shares (Hirschman-Herfindahl), 1/n to 1.
        gini: Gini ratio of the sizes, 0 to 1 - 1/n.
        polycentricity: 1 - sigma / sigma_max, 0 to 1 (Green 2007).
    """

    cities: int
    primacy: float
    two_city_ratio: float
    rank_size_slope: float
    rank_size_r2: float
    half_rank_slope: float
    half_rank_se: float
    hhi: float
    gini: float
    polycentricity: float


def polycentricity(sizes: np.ndarray, top_n: int | None = None) -> Polycentricity:
    """Measure how evenly the sizes are spread.

    Args:
        sizes: one for each city, zero or more, shape (n,); cities without one are left out before.
        top_n: measure only the largest cities; all without it.

    Raises:
        InputError: a size is negative or not finite, or `top_n` is below 1.

    Examples:
        Shares of 30, 30, 20 and 20 percent, an HHI of 2,600 points (the example of the Horizontal
        Merger Guidelines of the United States):

        >>> found = polycentricity(np.array([30, 30, 20, 20]))
        >>> round(found.hhi * 10_000), found.primacy
        (2600, 0.3)
    """
    sizes = np.asarray(sizes, dtype=float)
    if not np.isfinite(sizes).all() or (sizes < 0).any():
        raise InputError(tr("City sizes must be finite and zero or more: correct the values."))
    if top_n is not None and top_n < 1:
        raise InputError(
            tr("The number of largest cities is {top_n}: choose 1 or more.").format(top_n=top_n)
        )
    ordered = np.sort(sizes)[::-1][:top_n]
    n = len(ordered)
    if not ordered.any():  # no city, or nothing in any of them
        return Polycentricity(n, *[np.nan] * 9)
    ordered = rescaled(ordered)  # no measure has a unit
    shares = ordered / ordered.sum()
    slope, r2 = rank_size(ordered)
    half_rank_slope, half_rank_se = half_rank(ordered)
    return Polycentricity(
        cities=n,
        primacy=float(shares[0]),
        two_city_ratio=float(ordered[0] / ordered[1]) if n > 1 and ordered[1] > 0 else np.nan,
        rank_size_slope=slope,
        rank_size_r2=r2,
        half_rank_slope=half_rank_slope,
        half_rank_se=half_rank_se,
        hhi=float(np.square(shares).sum()),
        gini=dagum_decomposition(ordered, np.zeros(n, dtype=int)).total,
        polycentricity=ordinary_polycentricity(ordered),
    )


def rank_size(sizes: np.ndarray) -> tuple[float, float]:
    """Slope and R2 of the least-squares line of ln size on ln rank (Meijers & Burger 2010).

    Sizes of zero have no logarithm and are left out; equal sizes take successive ranks. The slope
    is NaN for fewer than two sizes, R2 also where all are equal.

    >>> tuple(round(number, 9) for number in rank_size(120 / np.arange(1, 7)))  # Zipf's rule
    (-1.0, 1.0)
    """
    positive = np.sort(sizes[sizes > 0])[::-1]
    if len(positive) < 2:
        return np.nan, np.nan
    x = np.log(np.arange(1, len(positive) + 1))
    y = np.log(positive)
    x, y = x - x.mean(), y - y.mean()
    slope = float(x @ y / (x @ x))
    if positive[0] == positive[-1]:
        return 0.0, np.nan
    return slope, float((x @ y) ** 2 / ((x @ x) * (y @ y)))


def half_rank(sizes: np.ndarray) -> tuple[float, float]:
    """Slope of the least-squares line of ln(rank - 1/2) on ln size, and its standard error.

    The half takes out the leading bias of small samples; the standard error is |slope| sqrt(2 / n),
    as ranks depend on one another and that of the least squares is far too small (Gabaix &
    Ibragimov 2011). Sizes of zero have no logarithm and are left out; equal sizes take successive
    ranks. NaN for fewer than two sizes or where all are equal.
    """
    positive = np.sort(sizes[sizes > 0])[::-1]
    n = len(positive)
    if n < 2 or positive[0] == positive[-1]:
        return np.nan, np.nan
    x = np.log(positive / positive[0])
    y = np.log(np.arange(1, n + 1) - 0.5)
    x = x - x.mean()
    slope = float(x @ y / (x @ x))
    return slope, abs(slope) * float(np.sqrt(2 / n))


def ordinary_polycentricity(sizes: np.ndarray) -> float:
    """1 - sigma / sigma_max (Green 2007): 1 where all cities are equal, 0 where one has all of two.

    sigma_max is the standard deviation of a two-node system with 0 and the largest size, that is
    half the largest size. Both are population standard deviations, so that no set of sizes falls
    outside 0 to 1 (Popoviciu's inequality). NaN for fewer than two cities or only zeros.
    """
    if len(sizes) < 2 or sizes.max() == 0:
        return np.nan
    return float(1 - standard_deviation(sizes) / (sizes.max() / 2))
