"""How unequal all cities are: Theil's second measure, variation, Hoover and Atkinson.

Sources:
    Theil, H. (1967) Economics and Information Theory. North-Holland (L, the mean log deviation).
    Hoover, E. M. (1936) The measurement of industrial localization. Review of Economics and
        Statistics 18, 162-171.
    Atkinson, A. B. (1970) On the measurement of inequality. Journal of Economic Theory 2, 244-263.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Spread:
    """Inequality of all values; NaN where all are zero.

    Attributes:
        theil_l: mean log deviation; NaN where a value is zero.
        theil_l_between: its part between the groups; NaN where a value is zero.
        cv: coefficient of variation, the population standard deviation by the mean.
        hoover: the share of the sum that would have to move to make all values equal, 0 to 1.
        atkinson: index of Atkinson with epsilon 0.5, 0 to 1.
    """

    theil_l: float
    theil_l_between: float
    cv: float
    hoover: float
    atkinson: float


def spread(values: np.ndarray, groups: np.ndarray, weights: np.ndarray | None = None) -> Spread:
    """Measure the inequality of the values.

    With w_i the weights' shares and d_i = x_i / mu - 1, of which the weighted sum is zero:

        L = sum w_i ln(mu / x_i) = sum w_i (d_i - ln(1 + d_i)),  L_b = sum_g w_g ln(mu / mu_g)
        CV = sqrt(sum w_i d_i^2),  Hoover = sum w_i |d_i| / 2
        Atkinson = 1 - (sum w_i sqrt(x_i))^2 / mu

    The forms in d_i keep their digits where the values hardly differ.

    Args:
        values: shape (n,), n >= 1, finite, zero or more.
        groups: shape (n,), a label for each value.
        weights: shape (n,), above zero; each value counts once without it.

    Examples:
        The incomes of the manual of the R package ineq, whose Atkinson index is 0.1796591:

        >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
        >>> round(spread(np.array(incomes), np.zeros(10)).atkinson, 7)
        0.1796591
    """
    values = np.asarray(values, dtype=float)
    largest = values.max()
    if largest == 0:
        return Spread(*[np.nan] * 5)
    shares = _shares(np.ones(len(values)) if weights is None else np.asarray(weights, dtype=float))
    values = values / largest  # so that neither sums nor squares leave the range of numbers
    ratios, deviations = _to_mean(values, shares)
    # sqrt(r) = 1 + d / 2 - (sqrt(r) - 1)^2 / 2, and sqrt(r) - 1 = d / (sqrt(r) + 1)
    bend = shares @ np.square(deviations / (np.sqrt(ratios) + 1)) / 2
    theil_l = theil_l_between = np.nan
    if values.min() > 0:
        theil_l = _mean_log_deviation(values, shares)
        codes = np.unique(groups, return_inverse=True)[1].reshape(-1)
        members = np.bincount(codes, shares)
        means = np.bincount(codes, shares * values) / members
        theil_l_between = _mean_log_deviation(means, members)
    return Spread(
        theil_l,
        theil_l_between,
        float(np.sqrt(shares @ np.square(deviations))),
        float(shares @ np.abs(deviations) / 2),
        float(2 * bend - bend**2),
    )


def _shares(weights: np.ndarray) -> np.ndarray:
    weights = weights / weights.max()
    return weights / weights.sum()


def _to_mean(values: np.ndarray, shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Values by their mean, and these less 1, each with its own digits."""
    mean = shares @ values
    deviations = (values - mean) / mean
    return values / mean, deviations - shares @ deviations  # what rounding left of the mean


def _mean_log_deviation(values: np.ndarray, shares: np.ndarray) -> float:
    ratios, deviations = _to_mean(values, shares)
    near = np.abs(deviations) < 0.5
    logs = np.where(near, np.log1p(np.where(near, deviations, 0.0)), np.log(ratios))
    return float(shares @ (deviations - logs))
