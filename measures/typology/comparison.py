"""Types of cities compared on indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..numerics import standard_deviation


@dataclass(frozen=True)
class TypeFigures:
    """One indicator in one type; NaN where undefined.

    Attributes:
        cities: how many of the type have a value.
        mean: their mean.
        median: their median.
        q1: lower quartile, interpolated linearly.
        q3: upper quartile.
        share: the type's share of the indicator's total over all types; NaN where the total is
            zero or a value negative.
        z_score: (mean - mean of all cities) / population standard deviation of all cities.
    """

    cities: int
    mean: float
    median: float
    q1: float
    q3: float
    share: float
    z_score: float


def figures_by_type(
    values: np.ndarray, types: np.ndarray, names: Sequence[object]
) -> list[TypeFigures]:
    """The figures of each type, in the order of `names`.

    Args:
        values: the indicator, shape (n,), NaN where missing.
        types: shape (n,), each one of `names`.
        names: the types.
    """
    known = values[~np.isnan(values)]
    nan = float("nan")
    mean, deviation = (known.mean(), float(standard_deviation(known))) if len(known) else (nan, nan)
    varies = len(known) > 0 and np.ptp(known) > 0
    total = known.sum() if len(known) and known.min() >= 0 and known.sum() > 0 else nan
    figures = []
    for name in names:
        own = values[(types == name) & ~np.isnan(values)]
        if not len(own):
            figures.append(TypeFigures(0, nan, nan, nan, nan, nan, nan))
            continue
        q1, median, q3 = (float(q) for q in np.percentile(own, [25, 50, 75]))
        z_score = float((own.mean() - mean) / deviation) if varies else nan
        share = float(own.sum() / total)
        figures.append(TypeFigures(len(own), float(own.mean()), median, q1, q3, share, z_score))
    return figures


def kruskal_wallis(values: np.ndarray, types: np.ndarray) -> float:
    """P-value of the test that all types have the same distribution (Kruskal & Wallis 1952).

    Ranks are corrected for ties, and the statistic is compared with chi-squared, which is rough
    where types have fewer than five cities.

    Args:
        values: the indicator, shape (n,), NaN where missing.
        types: shape (n,).

    Returns:
        NaN where fewer than two types have values or all values are equal.
    """
    from scipy.stats import kruskal

    known = ~np.isnan(values)
    samples = [values[known & (types == name)] for name in np.unique(types)]
    samples = [sample for sample in samples if len(sample)]
    if len(samples) < 2 or np.ptp(values[known]) == 0:
        return float("nan")
    return float(kruskal(*samples).pvalue)
