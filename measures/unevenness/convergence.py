"""Whether cities grow alike through the years: sigma and beta convergence, changes by period.

Sources:
    Barro, R. J. & Sala-i-Martin, X. (1992) Convergence. Journal of Political Economy 100, 223-251.
    Sala-i-Martin, X. (1996) The classical approach to convergence analysis. Economic Journal 106,
        1019-1036.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..trend import theil_sen
from .spread import spread

FEWEST_FOR_BETA = 3  # cities: two lie on every line


@dataclass(frozen=True)
class BetaConvergence:
    """Growth of the cities by how much they had at first.

    Attributes:
        cities: how many cities have a first and a last value above zero.
        beta: change of the growth rate, in log points a year (0.02 is 2 % a year), by one more in
            the natural log of the first value; below zero where poorer cities grow faster. NaN
            for fewer than three cities or where all have the same first value.
        p_value: two-sided, of Student's t with two degrees of freedom less than cities; NaN where
            `beta` is. Chance ups and downs of the first year look like convergence, as the first
            value is on both sides (Friedman 1992, Journal of Economic Literature 30, 2129-2132).
    """

    cities: int
    beta: float
    p_value: float


def coefficients_of_variation(values: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
    """Coefficient of variation of the cities in each year.

    Args:
        values: shape (n, t), zero or more, NaN where missing.
        weights: shape (n, t), above zero where there is a value; each city counts once without it.

    Returns:
        Shape (t,); NaN where a year has no value above zero.
    """
    result = np.full(values.shape[1], np.nan)
    for year in range(values.shape[1]):
        known = np.isfinite(values[:, year])
        if known.any():
            of_year = None if weights is None else weights[known, year]
            result[year] = spread(values[known, year], np.zeros(known.sum(), int), of_year).cv
    return result


def sigma_convergence(
    years: np.ndarray, values: np.ndarray, weights: np.ndarray | None = None
) -> float:
    """Theil-Sen slope a year of the coefficient of variation of all cities.

    Args:
        years: distinct, shape (t,).
        values: shape (n, t), zero or more, NaN where missing. The same cities should have values
            in all years: a city that enters late changes the coefficient by entering.
        weights: shape (n, t), above zero where there is a value; each city counts once without it.

    Returns:
        Below zero where the cities come closer together; NaN with fewer than three years.
    """
    series = coefficients_of_variation(values, weights)
    return float(theil_sen(np.asarray(years, dtype=float), series[None, :])[0])


def beta_convergence(first: np.ndarray, last: np.ndarray, years: float) -> BetaConvergence:
    """Least-squares slope of growth a year, ln(last / first) / years, on ln(first).

    Args:
        first: values of the first year, shape (n,), NaN where missing; zeros have no logarithm
            and are left out as well.
        last: values of the last year, likewise.
        years: from the first to the last year, above zero.
    """
    from scipy.stats import linregress

    with np.errstate(invalid="ignore"):
        usable = (first > 0) & (last > 0) & np.isfinite(first) & np.isfinite(last)
    start = np.log(first[usable])
    growth = (np.log(last[usable]) - start) / years
    cities = len(start)
    if cities < FEWEST_FOR_BETA or np.ptp(start) <= 1e-9:
        return BetaConvergence(cities, np.nan, np.nan)
    line = linregress(start, growth)
    return BetaConvergence(cities, float(line.slope), float(line.pvalue))


def period_changes(years: np.ndarray, series: np.ndarray, periods: np.ndarray) -> np.ndarray:
    """Change of each series from the first to the last year of each period.

    Args:
        years: distinct, shape (t,).
        series: such as the between-group Theil of regions, shape (m, t), NaN where unknown.
        periods: first and last year of k periods, shape (k, 2).

    Returns:
        Shape (m, k); NaN where the first or the last year of the period is none of `years`.
    """
    at_ends = [series[:, years == end].sum(axis=1) for end in np.ravel(periods)]
    known = [bool((years == end).any()) for end in np.ravel(periods)]
    ends = np.where(known, np.stack(at_ends, axis=1), np.nan)
    return ends[:, 1::2] - ends[:, ::2]
