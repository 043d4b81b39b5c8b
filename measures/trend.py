"""Trends of many series at once: Theil-Sen slope, Mann-Kendall test safe in serial correlation.

Sources:
    Sen, P. K. (1968) Estimates of the regression coefficient based on Kendall's tau. Journal of
        the American Statistical Association 63, 1379-1389.
    Mann (1945), Kendall (1975); variance with ties: Gilbert (1987) Statistical Methods for
        Environmental Pollution Monitoring, eq. 16.5.
    Hirsch, R. M., Slack, J. R. & Smith, R. A. (1982) Techniques of trend analysis for monthly
        water quality data. Water Resources Research 18, 107-121.
    Wallace, D. L. (1959) Bounds on normal approximations to Student's and the chi-square
        distributions. Annals of Mathematical Statistics 30, 1121-1130.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from .serialcorrelation import design_of

_TOLERANCE = 2e-9  # of a series' largest size: closer values are equal, as sums on two grids are
_VALUES_AT_ONCE = 5_000_000  # speed only: keeps a chunk of pairs below some 100 MB
_FEWEST = 3  # values that make a trend
# Shorter series do not tell their own serial correlation: they are tested at 0.5.
_FEWEST_FOR_CORRELATION = 10
# P(|S| >= s) for n values with lag-1 correlation 0.5 and no trend, s = the smallest possible (0 or
# 1), that plus 2, and so on; 20 million simulated Gaussian series each.
# fmt: off
_TAIL_OF_SHORT: dict[int, tuple[float, ...]] = {
    3: (1.0, 0.41945),
    4: (1.0, 0.81442, 0.46114, 0.14962),
    5: (1.0, 0.87101, 0.62009, 0.38048, 0.17705, 0.04598),
    6: (1.0, 0.80854, 0.62077, 0.44225, 0.28083, 0.14808, 0.05792, 0.01242),
    7: (1.0, 0.84932, 0.70071, 0.557, 0.42151, 0.29761, 0.19089, 0.10688, 0.04911, 0.01639,
        0.00296),
    8: (1.0, 0.93863, 0.81626, 0.69613, 0.57959, 0.46845, 0.36472, 0.27063, 0.18874, 0.12131,
        0.07005, 0.03493, 0.01406, 0.00406, 0.00062),
    9: (1.0, 0.94853, 0.84627, 0.74541, 0.64696, 0.55183, 0.46105, 0.37568, 0.29703, 0.22625,
        0.16466, 0.11326, 0.07258, 0.04264, 0.02226, 0.00993, 0.00355, 0.0009, 0.00012),
}
# fmt: on


def theil_sen(
    times: np.ndarray, values: np.ndarray, seasons: np.ndarray | None = None
) -> np.ndarray:
    """Median of the slopes between all pairs of times (of one season).

    Args:
        times: distinct times in any order, in (decimal) years, shape (t,).
        values: one series a row, NaN where a time is missing, shape (n, t).
        seasons: a code for each time, such as its month, shape (t,); pairs are formed within a
            season (Hirsch et al. 1982). One season without it.

    Returns:
        Change of the value a year, shape (n,); NaN where fewer than three times have a value or
        no season has two. Differences of 2e-9 of a series' largest size count as none.

    Examples:
        Slopes 5, 2, 10/3, -1, 5/2 and 6 of the six pairs:

        >>> theil_sen(np.arange(4.0), np.array([[10.0, 15, 14, 20]])).round(4).tolist()
        [2.9167]
    """
    values = np.where(np.isfinite(values), values, np.nan)
    first, second = np.triu_indices(len(times), k=1)
    if seasons is not None:
        alike = seasons[first] == seasons[second]
        first, second = first[alike], second[alike]
    result = np.full(len(values), np.nan)
    for rows in _chunks(len(values), len(first)):
        chunk = values[rows]
        difference = chunk[:, second] - chunk[:, first]
        difference[np.abs(difference) <= _limits(chunk)] = 0.0
        enough = np.isfinite(chunk).sum(axis=1) >= _FEWEST
        enough &= np.isfinite(difference).any(axis=1)
        slopes = difference[enough] / (times[second] - times[first])
        result[rows][enough] = np.nanmedian(slopes, axis=1) if enough.any() else np.nan
    return result


def mann_kendall(
    times: np.ndarray, values: np.ndarray, seasons: np.ndarray | None = None
) -> np.ndarray:
    """Two-sided p-value of the Mann-Kendall test for a monotonic trend, safe in serial correlation.

    The variance of S is that of a series with the lag-1 correlation of the ranks' residuals from
    a straight line, after the residuals' bias is taken out, and S is compared with Student's t
    with the degrees of freedom that the correlation leaves (formulas and the measured rates of
    false trends: docs/method/unevenness-trend.md). Series of fewer than ten values are
    compared with the distribution of S at a lag-1 correlation of 0.5.

    Args:
        times: distinct times in any order, in (decimal) years, shape (t,).
        values: one series a row, NaN where a time is missing, shape (n, t).
        seasons: a code for each time, such as its month, shape (t,); S is summed over the seasons
            (Hirsch et al. 1982). One season without it.

    Returns:
        p-values, shape (n,); NaN where fewer than three times have a value or no season has two,
        1 where all values are equal.
    """
    order = np.argsort(times)
    ordered = values[:, order]
    codes = np.zeros(len(times), dtype=int)
    if seasons is not None:
        codes = np.unique(seasons[order], return_inverse=True)[1].reshape(-1)
    result = np.full(len(values), np.nan)
    for members, known in _alike_in_gaps(np.isfinite(ordered), several=seasons is not None):
        for part in _chunks(len(members), known.shape[1] ** 2):
            rows, of_rows = members[part], known[part]
            complete = ordered[rows][of_rows].reshape(len(rows), -1)
            # The seasons of the values; where there are several, every row has the same gaps.
            result[rows] = _p_values(complete, codes[of_rows[0]])
    return result


def kendall_score(rows: np.ndarray, seasons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Kendall's S and its variance without serial correlation, corrected for ties.

    Args:
        rows: one series a row in the order of time, without gaps, shape (m, n).
        seasons: codes from 0, shape (n,); both are sums over the seasons.

    Returns:
        S, pairs that rise less pairs that fall, and its variance, each of shape (m,).

    Examples:
        The example of Gilbert (1987), section 16.4.1, whose S is 4:

        >>> score, variance = kendall_score(np.array([[10.0, 15, 14, 20]]), np.zeros(4, int))
        >>> int(score[0]), round(float(variance[0]), 4)
        (4, 8.6667)
    """
    return _score_of_signs(_signs(rows, rows), seasons)


def _score_of_signs(signs: np.ndarray, seasons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    alike = seasons[:, None] == seasons
    score = (signs * np.triu(alike)).sum(axis=(1, 2), dtype=int)
    # Each value of a group of t equal ones adds the group's t (t - 1) (2 t + 5) divided by t.
    ties = ((signs == 0) & alike).sum(axis=2)
    sizes = np.bincount(seasons)
    without = (sizes * (sizes - 1) * (2 * sizes + 5)).sum()
    return score, (without - ((ties - 1) * (2 * ties + 5)).sum(axis=1)) / 18


def _p_values(rows: np.ndarray, seasons: np.ndarray) -> np.ndarray:
    """p-values of series without gaps, shape (m,)."""
    n = rows.shape[1]
    seasons = np.unique(seasons, return_inverse=True)[1].reshape(-1)
    several = seasons.max(initial=0) > 0
    if n < _FEWEST or np.bincount(seasons).max() < 2:
        return np.full(len(rows), np.nan)
    signs = _signs(rows, rows)
    score, variance = _score_of_signs(signs, seasons)
    if n < _FEWEST_FOR_CORRELATION and not several:
        # Ties can give an S between the possible ones: that below it is taken.
        step = (np.abs(score) - n * (n - 1) // 2 % 2) // 2
        return np.array(_TAIL_OF_SHORT[n])[np.maximum(step, 0)]
    if several:
        members = np.eye(seasons.max() + 1)[seasons]
        signs = _signs(rows - (rows @ members / members.sum(axis=0))[:, seasons], rows)
    design = design_of(tuple(seasons.tolist()))
    correlation = design.correlation(signs.sum(axis=1, dtype=float))  # ranks, but for a constant
    inflated = variance * design.inflation(correlation)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.maximum(np.abs(score) - 1, 0) / np.sqrt(inflated)
    freedom = design.freedom * (1 - correlation) / (1 + correlation) - 2
    return _student_p(np.nan_to_num(z), np.maximum(freedom, 1.0))


def _student_p(t: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    """Two-sided tail of Student's t by the normal distribution (Wallace 1959).

    Within 1 % of 0.05 from five degrees of freedom on, and too large below.
    """
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(t**2 / freedom))
    return np.array([math.erfc(x / math.sqrt(2)) for x in z])


def _signs(rows: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Sign of x_j - x_i at [:, i, j], 0 where they are equal within the tolerance of `scale`."""
    difference = rows[:, None, :] - rows[:, :, None]
    limits = _limits(scale)[:, :, None]
    return (difference > limits).astype(np.int8) - (difference < -limits)


def _limits(rows: np.ndarray) -> np.ndarray:
    """The largest difference that counts as none in each series, shape (n, 1)."""
    known = np.where(np.isfinite(rows), np.abs(rows), 0.0)
    return _TOLERANCE * known.max(axis=1, initial=0.0)[:, None]


def _alike_in_gaps(known: np.ndarray, several: bool) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Series that have as many values or, with several seasons, values at the same times.

    Args:
        known: whether there is a value, shape (n, t).
        several: whether there are several seasons.

    Yields:
        Row numbers, shape (m,), and their rows of `known`, shape (m, t).
    """
    kinds = known if several else known.sum(axis=1)[:, None]
    number = np.unique(kinds, axis=0, return_inverse=True)[1].reshape(-1)
    order = np.argsort(number, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(number[order])) + 1):
        if len(members):
            yield members, known[members]


def _chunks(rows: int, size: int) -> Iterator[slice]:
    """Slices of rows of `size` values, so many at once that memory stays small."""
    most = max(1, _VALUES_AT_ONCE // max(size, 1))  # speed only: rows at once
    for start in range(0, rows, most):
        yield slice(start, start + most)
