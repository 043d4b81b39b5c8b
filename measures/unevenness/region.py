"""Core-secondary unevenness of one mega-region: every figure of one row of the result table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..inequality import dagum_decomposition, theil_decomposition
from ..numerics import magnitude, rescaled
from .spread import spread


@dataclass(frozen=True)
class Unevenness:
    """Unevenness between a region's core and secondary cities; NaN where undefined.

    Means are in the indicator's unit; shares and indices are without unit.

    Attributes:
        core_mean: mean of the core cities.
        secondary_mean: mean of the secondary cities.
        core_share: the cores' share of the sum, s.
        theil: Theil index of all cities, `theil_between + theil_within`.
        theil_between: s ln(s/p) + (1-s) ln((1-s)/(1-p)), p the cores' share of the cities.
        theil_within: inequality among the cores and among the secondary cities.
        gini: Gini ratio of all cities, `gini_within + gini_between + gini_overlap`.
        gini_within: Dagum's G_w.
        gini_between: Dagum's net G_nb seen from the cores, s - p: negative where the cores' mean
            is below the secondary cities'.
        gini_overlap: Dagum's G_t, the rest of G: pairs against the direction of `gini_between`.
        affluence: Dagum's D_jh, j the cores: 1 where every core is above every secondary city,
            -1 where every one is below.
        gini_du2025: the variant published by Du, Cardoso & Rocco (2025).
        ratio: `core_mean` / `secondary_mean`; NaN where the secondary cities have nothing.
        theil_l: mean log deviation of all cities; NaN where a value is zero.
        theil_l_between: its part between cores and secondary cities; NaN where a value is zero.
        cv: coefficient of variation of all cities (population standard deviation / mean).
        hoover: half the sum of |share of the sum - share of the cities|, 0 to 1.
        atkinson: Atkinson's index of all cities, epsilon 0.5.
    """

    core_mean: float
    secondary_mean: float
    core_share: float
    theil: float
    theil_between: float
    theil_within: float
    gini: float
    gini_within: float
    gini_between: float
    gini_overlap: float
    affluence: float
    gini_du2025: float
    ratio: float
    theil_l: float
    theil_l_between: float
    cv: float
    hoover: float
    atkinson: float


def unevenness(
    values: np.ndarray, is_core: np.ndarray, weights: np.ndarray | None = None
) -> Unevenness:
    """Unevenness between the core and the secondary cities of one region.

    Where the region has no core or no secondary city, only the measures of all its cities and the
    mean of those it has are defined; where all values are zero, only the means are.

    Args:
        values: the indicator, shape (n,), n >= 1, zero or more.
        is_core: True for core, False for secondary cities, shape (n,).
        weights: shape (n,), above zero; each city counts once without it.

    Raises:
        InputError: a value is negative or not finite, or a weight is not above zero.

    Examples:
        Central Shanxi by GDP of 2023, Taiyuan its core (Du, Cardoso & Rocco 2025, Fig. 6):

        >>> gdp = np.array([5574.0, 2091, 1003, 1444, 2366])
        >>> found = unevenness(gdp, np.array([True, False, False, False, False]))
        >>> round(found.theil_between, 5), round(found.gini_du2025, 5)
        (0.15495, 0.24671)
    """
    theil = theil_decomposition(values, is_core, weights)
    dagum = dagum_decomposition(values, is_core, weights)
    w = np.ones(len(values)) if weights is None else rescaled(np.asarray(weights, dtype=float))
    exponent, values = magnitude(values), rescaled(np.asarray(values, dtype=float))
    nan = float("nan")
    of_all = spread(values, is_core, w)
    core_mean = float(np.ldexp(_mean(values[is_core], w[is_core]), exponent))
    secondary_mean = float(np.ldexp(_mean(values[~is_core], w[~is_core]), exponent))
    if is_core.all() or not is_core.any() or np.isnan(theil.total):
        row = [core_mean, secondary_mean, nan, theil.total, nan, nan, dagum.total, *[nan] * 6]
        row += [of_all.theil_l, nan, of_all.cv, of_all.hoover, of_all.atkinson]
        return Unevenness(*row)
    p = float(w[is_core].sum() / w.sum())
    s = float((w * values)[is_core].sum() / (w * values).sum())
    between = s - p
    return Unevenness(
        core_mean=core_mean,
        secondary_mean=secondary_mean,
        core_share=s,
        theil=theil.total,
        theil_between=theil.between,
        theil_within=theil.within,
        gini=dagum.total,
        gini_within=dagum.within,
        gini_between=between,
        gini_overlap=dagum.total - dagum.within - between,
        affluence=float(dagum.pairs.affluence[1, 0]),  # groups are sorted: False, True
        gini_du2025=_gini_du2025(values, is_core, w, p, s),
        ratio=core_mean / secondary_mean if secondary_mean > 0 else nan,
        theil_l=of_all.theil_l,
        theil_l_between=of_all.theil_l_between,
        cv=of_all.cv,
        hoover=of_all.hoover,
        atkinson=of_all.atkinson,
    )


def _mean(values: np.ndarray, weights: np.ndarray) -> float:
    return float(np.average(values, weights=weights)) if len(values) else float("nan")


def _gini_du2025(
    values: np.ndarray, is_core: np.ndarray, weights: np.ndarray, p: float, s: float
) -> float:
    """The "Dagum Gini coefficient" of Du, Cardoso & Rocco (2025), Fig. 6.

    max(0, G (p_c s_s + p_s s_c) (d - q) / (d + q)) with G = mean|y_c - y_s| / (mu_c + mu_s) over
    all pairs of a core and a secondary city, but d and q the means of only those differences that
    are positive, respectively negative. Dagum's own d_jh and p_jh count the others as zeros.
    """
    y_c, w_c = values[is_core], weights[is_core]
    y_s, w_s = values[~is_core], weights[~is_core]
    above_sum, above_weight = _excess(y_c, w_c, y_s, w_s)
    below_sum, below_weight = _excess(y_s, w_s, y_c, w_c)
    d = above_sum / above_weight if above_weight else 0.0
    q = below_sum / below_weight if below_weight else 0.0
    if d + q == 0:
        return 0.0
    pairs = float(w_c.sum() * w_s.sum())
    gini = (above_sum + below_sum) / pairs / (_mean(y_c, w_c) + _mean(y_s, w_s))
    return max(0.0, gini * (p * (1 - s) + (1 - p) * s) * (d - q) / (d + q))


def _excess(
    values: np.ndarray, weights: np.ndarray, others: np.ndarray, other_weights: np.ndarray
) -> tuple[float, float]:
    """Weighted sum and weight of the positive differences `value - other` over all pairs."""
    order = np.argsort(others)
    below = np.searchsorted(others[order], values)  # how many others lie strictly below
    weight_below = np.r_[0.0, np.cumsum(other_weights[order])][below]
    amount_below = np.r_[0.0, np.cumsum((other_weights * others)[order])][below]
    excess = weights * (values * weight_below - amount_below)
    return float(excess.sum()), float((weights * weight_below).sum())
