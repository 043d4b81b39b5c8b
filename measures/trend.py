"""Trends of many short series: Theil-Sen slope and Mann-Kendall test."""

from __future__ import annotations

import math

import numpy as np

_CHUNK_SERIES = 2_000  # series taken in one go: n years give n (n - 1) / 2 pairs for each


def theil_sen(times: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Median of the slopes between all pairs of years.

    Args:
        times: distinct years, shape (t,).
        values: one series a row, NaN where a year is missing, shape (n, t).

    Returns:
        Change of the value a year, shape (n,); NaN where fewer than three years have a value.

    Source: Sen (1968), Estimates of the regression coefficient based on Kendall's tau, Journal of
    the American Statistical Association 63, 1379-1389.
    """
    first, second = np.triu_indices(len(times), k=1)
    result = np.full(len(values), np.nan)
    for start in range(0, len(values), _CHUNK_SERIES):
        chunk = values[start : start + _CHUNK_SERIES]
        enough = np.isfinite(chunk).sum(axis=1) >= 3
        rows = chunk[enough]
        slopes = (rows[:, second] - rows[:, first]) / (times[second] - times[first])
        medians = np.nanmedian(slopes, axis=1) if len(rows) else np.empty(0)
        result[start : start + _CHUNK_SERIES][enough] = medians
    return result


def mann_kendall(times: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Two-sided p-value of the Mann-Kendall test for a monotonic trend.

    S counts the pairs of years that rise minus those that fall; its variance is corrected for
    ties, and the normal approximation has the continuity correction of one.

    Args:
        times: distinct years in any order, shape (t,).
        values: one series a row, NaN where a year is missing, shape (n, t).

    Returns:
        p-values, shape (n,); NaN where fewer than three years have a value, 1 where all values
        are equal.

    Source: Mann (1945), Kendall (1975); the variance with ties as in Gilbert (1987), Statistical
    Methods for Environmental Pollution Monitoring, equation 16.5.
    """
    ordered = values[:, np.argsort(times)]
    first, second = np.triu_indices(len(times), k=1)
    result = np.full(len(values), np.nan)
    for start in range(0, len(values), _CHUNK_SERIES):
        rows = ordered[start : start + _CHUNK_SERIES]
        # Pairs with a missing year are NaN and count in no comparison.
        difference = rows[:, second] - rows[:, first]
        score = (difference > 0).sum(axis=1) - (difference < 0).sum(axis=1)
        n = np.isfinite(rows).sum(axis=1)
        variance = (n * (n - 1) * (2 * n + 5) - _tie_terms(rows)) / 18
        with np.errstate(invalid="ignore", divide="ignore"):
            z = np.maximum(np.abs(score) - 1, 0) / np.sqrt(variance)
        p = np.array([math.erfc(x / math.sqrt(2)) for x in np.nan_to_num(z)])
        result[start : start + _CHUNK_SERIES] = np.where(n >= 3, p, np.nan)
    return result


def _tie_terms(rows: np.ndarray) -> np.ndarray:
    """Sum of t (t - 1) (2 t + 5) over the groups of t equal values, shape (n,)."""
    # Each value of a group of t equal ones adds the group's term divided by t.
    alike = (rows[:, :, None] == rows[:, None, :]).sum(axis=2)
    return np.where(alike > 0, (alike - 1) * (2 * alike + 5), 0).sum(axis=1)
