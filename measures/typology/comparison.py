"""Types of cities compared on indicators.

Sources:
    Kruskal, W. H. & Wallis, W. A. (1952) Use of ranks in one-criterion variance analysis. Journal
        of the American Statistical Association 47, 583-621.
    Dunn, O. J. (1964) Multiple comparisons using rank sums. Technometrics 6, 241-252.
    Holm, S. (1979) A simple sequentially rejective multiple test procedure. Scandinavian Journal
        of Statistics 6, 65-70.
    Tomczak, M. & Tomczak, E. (2014) The need to report effect size estimates revisited. Trends in
        Sport Sciences 21, 19-25.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Effect(NamedTuple):
    """Whether and how much an indicator differs between the types.

    Attributes:
        p_value: of the test that all types have the same distribution (Kruskal & Wallis 1952).
        epsilon2: effect size H / (n - 1), 0 to 1 (Tomczak & Tomczak 2014).
    """

    p_value: float
    epsilon2: float


class Pair(NamedTuple):
    """An indicator in two types.

    Attributes:
        first: position of the one type among the names.
        second: position of the other.
        difference: mean of the one less mean of the other; NaN where either has no value.
        p_holm: of Dunn's test, after Holm over all pairs of the indicator; NaN where not tested.
    """

    first: int
    second: int
    difference: float
    p_holm: float


def kruskal_wallis(values: np.ndarray, types: np.ndarray) -> Effect:
    """Test and effect size of all types.

    Ranks are corrected for ties, and the statistic is compared with chi-squared, which is rough
    where types have fewer than five cities.

    Args:
        values: the indicator, shape (n,), NaN where missing.
        types: shape (n,).

    Returns:
        NaN where fewer than two types have values or all values are equal.

    Examples:
        Mucociliary efficiency (Hollander & Wolfe 1973), H = 0.77143 and p = 0.68 in R's manual:

        >>> rates = [2.9, 3.0, 2.5, 2.6, 3.2, 3.8, 2.7, 4.0, 2.4, 2.8, 3.4, 3.7, 2.2, 2.0]
        >>> found = kruskal_wallis(np.array(rates), np.repeat([1, 2, 3], [5, 4, 5]))
        >>> round(found.p_value, 2), round(found.epsilon2 * 13, 5)
        (0.68, 0.77143)
    """
    from scipy.stats import kruskal

    known = ~np.isnan(values)
    samples = [values[known & (types == name)] for name in np.unique(types)]
    samples = [sample for sample in samples if len(sample)]
    if len(samples) < 2 or np.ptp(values[known]) == 0:
        return Effect(float("nan"), float("nan"))
    found = kruskal(*samples)
    # H / ((n^2 - 1) / (n + 1)), which is the same
    return Effect(float(found.pvalue), float(found.statistic / (known.sum() - 1)))


def pairwise(values: np.ndarray, types: np.ndarray, number: int) -> list[Pair]:
    """Each two types compared by Dunn's test (Dunn 1964) of the same ranks, corrected for ties.

    z = (mean rank of the one - of the other) / sqrt((N (N + 1) / 12 - T) (1 / n_a + 1 / n_b)),
    T = sum of (t^3 - t) over the groups of t equal values / (12 (N - 1)); p two-sided, and
    adjusted over the indicator's pairs by Holm (1979).

    Args:
        values: the indicator, shape (n,), NaN where missing.
        types: 0 to number - 1, shape (n,).
        number: of types.
    """
    from scipy.special import erfc
    from scipy.stats import rankdata

    known = ~np.isnan(values)
    values, types = values[known], types[known]
    sizes = np.bincount(types, minlength=number).astype(float)
    with np.errstate(invalid="ignore"):
        means = np.bincount(types, values, minlength=number) / sizes
        ranks = np.bincount(types, rankdata(values), minlength=number) / sizes
    n = len(values)
    ties = np.unique(values, return_counts=True)[1].astype(float)
    spread = n * (n + 1) / 12 - (ties**3 - ties).sum() / (12 * max(n - 1, 1))
    first, second = np.triu_indices(number, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(spread * (1 / sizes[first] + 1 / sizes[second]))
        z = np.where(spread > 0, (ranks[first] - ranks[second]) / error, np.nan)
    adjusted = holm(erfc(np.abs(z) / np.sqrt(2)))
    return [
        Pair(int(a), int(b), float(means[a] - means[b]), float(p))
        for a, b, p in zip(first, second, adjusted)
    ]


def holm(p_values: np.ndarray) -> np.ndarray:
    """P-values adjusted by Holm (1979); NaN are no tests and stay so.

    >>> holm(np.array([0.01, 0.04, 0.03])).round(2).tolist()
    [0.03, 0.06, 0.06]
    """
    result = np.full(len(p_values), np.nan)
    tested = np.flatnonzero(~np.isnan(p_values))
    rising = tested[np.argsort(p_values[tested], kind="stable")]
    factors = np.arange(len(rising), 0, -1)
    result[rising] = np.minimum(np.maximum.accumulate(p_values[rising] * factors), 1.0)
    return result
