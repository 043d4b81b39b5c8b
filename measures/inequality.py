"""Inequality between groups: Theil index and Dagum's Gini decomposition.

Sources:
    Theil, H. (1967) Economics and Information Theory. North-Holland.
    Dagum, C. (1997) A new approach to the decomposition of the Gini income inequality ratio.
        Empirical Economics 22, 515-531.
    Du, Cardoso & Rocco (2025) Habitat International 166, 103619.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .errors import InputError
from .numerics import entropy_excess, magnitude, rescaled
from .texts import tr

# Sums of products of three numbers between these stay far from the ends of what a float can hold.
_LARGEST_EXPONENT = 250
_LARGEST_RATIO = 1e100


@dataclass(frozen=True)
class _Members:
    """Values in units of 2^exponent, the codes of their groups, and their weights in any unit."""

    values: np.ndarray
    exponent: int
    codes: np.ndarray
    weights: np.ndarray | None


@dataclass(frozen=True)
class TheilDecomposition:
    """Theil index T and its parts: `total = between + within`; NaN where all values are zero."""

    total: float
    within: float
    between: float


@dataclass(frozen=True)
class DagumPairs:
    """Dagum's measures of every pair of groups, each of shape (k, k).

    Row j and column h; NaN where both groups' means are zero.

    Attributes:
        gini: G_jh, the Gini ratio between groups j and h; on the diagonal, within the group.
        gross_affluence: d_jh, the mean of the positive differences x_j - x_h over all pairs.
        transvariation: p_jh, the mean of the positive differences x_h - x_j (d_hj).
        affluence: D_jh = (d_jh - p_jh) / (d_jh + p_jh), -1 to 1; positive where j has the larger
            mean, 0 where all values are equal.
    """

    gini: np.ndarray
    gross_affluence: np.ndarray
    transvariation: np.ndarray
    affluence: np.ndarray


@dataclass(frozen=True)
class DagumDecomposition:
    """Gini ratio and its parts after Dagum: `total = within + between + overlap`.

    Attributes:
        total: Gini ratio of all values, 0 to 1; NaN where all values are zero.
        within: G_w, inequality inside the groups.
        between: G_nb, net inequality between the groups, without their overlap.
        overlap: G_t, transvariation: pairs in which the member of the poorer group has more.
        groups: the k group labels, sorted.
    """

    total: float
    within: float
    between: float
    overlap: float
    groups: np.ndarray
    _cities: _Members

    @cached_property
    def pairs(self) -> DagumPairs:
        """The measures of every pair of groups, in O(n k) time for k groups."""
        return _pairs(self._cities, len(self.groups))


def theil_decomposition(
    values: np.ndarray, groups: np.ndarray, weights: np.ndarray | None = None
) -> TheilDecomposition:
    """Theil index of the values, within and between groups.

    T = sum_i w_i (x_i / mu) ln(x_i / mu), w_i the weights' shares; a value of zero adds its limit,
    zero. T_b takes every member at its group's mean; T_w = sum_g s_g T_g, s_g the groups' shares
    of the weighted sum (Theil 1967, ch. 4).

    Args:
        values: shape (n,), zero or more.
        groups: shape (n,), a label for each value.
        weights: shape (n,), above zero; each value counts once without it.

    Raises:
        InputError: a value is negative or not finite, or a weight is not above zero or vanishes.

    Examples:
        The incomes of the manual of the R package ineq, whose T is 0.3623:

        >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
        >>> found = theil_decomposition(np.array(incomes), np.arange(10) // 5)
        >>> round(found.total, 7), found.total == found.within + found.between
        (0.3623412, True)
    """
    members, labels = _checked(values, groups, weights)
    values, codes, weights = members.values, members.codes, members.weights
    k = len(labels)
    total_weight = float(len(values) if weights is None else weights.sum())
    amounts = values if weights is None else values * weights
    total_amount = float(amounts.sum())
    if total_amount == 0:
        return TheilDecomposition(np.nan, np.nan, np.nan)
    group_weights = np.bincount(codes, weights, minlength=k)
    group_amounts = np.bincount(codes, amounts, minlength=k)
    p, s = group_weights / total_weight, group_amounts / total_amount
    between = float(np.dot(p, entropy_excess((s - p) / p)))
    rich = (group_amounts > 0)[codes]
    codes, values = codes[rich], values[rich]
    means = (group_amounts / group_weights)[codes]
    shares = means if weights is None else weights[rich] * means
    within = float(np.dot(shares, entropy_excess((values - means) / means))) / total_amount
    return TheilDecomposition(within + between, within, between)


def dagum_decomposition(
    values: np.ndarray, groups: np.ndarray, weights: np.ndarray | None = None
) -> DagumDecomposition:
    """Gini ratio of the values, decomposed after Dagum (1997), in O(n log n) time.

    With Delta the mean absolute difference over all pairs, G = Delta / (2 mu), and for groups j, h
    with shares p of the members and s of the sum:

        G_w  = sum_j G_jj p_j s_j
        G_nb = sum_{j<h} G_jh D_jh (p_j s_h + p_h s_j) = sum_{j<h} |p_h s_j - p_j s_h|
        G_t  = G - G_w - G_nb

    The second form of G_nb follows from d_jh - p_jh = mu_j - mu_h and needs no pairs of values.

    Args:
        values: shape (n,), zero or more.
        groups: shape (n,), a label for each value.
        weights: shape (n,), above zero; each value counts once without it.

    Raises:
        InputError: a value is negative or not finite, or a weight is not above zero or vanishes.

    Examples:
        The incomes of the manual of the R package ineq, whose Gini ratio is 0.4620911:

        >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
        >>> round(dagum_decomposition(np.array(incomes), np.zeros(10)).total, 7)
        0.4620911

        Two groups that do not overlap have no transvariation:

        >>> round(dagum_decomposition(np.array(incomes), np.arange(10) // 5).overlap, 12)
        0.0
    """
    members, labels = _checked(values, groups, weights)
    values, codes, weights = members.values, members.codes, members.weights
    k = len(labels)
    sizes = np.bincount(codes, minlength=k)
    member_weights = np.bincount(codes, weights, minlength=k)
    sums = np.bincount(codes, values if weights is None else values * weights, minlength=k)
    total_weight, total_sum = float(member_weights.sum()), float(sums.sum())
    if total_sum == 0:
        return DagumDecomposition(np.nan, np.nan, np.nan, np.nan, labels, members)
    scale = total_weight * total_sum  # G = sum over pairs i<j of w_i w_j |x_i - x_j| / scale
    total = _sum_of_differences(values, weights, np.array([len(values)])) / scale
    by_group = np.argsort(codes, kind="stable")  # a radix sort: quick for small integers
    group_weights = None if weights is None else weights[by_group]
    within = _sum_of_differences(values[by_group], group_weights, sizes) / scale
    p, s = member_weights / total_weight, sums / total_sum
    between = float(np.abs(np.outer(p, s) - np.outer(s, p)).sum()) / 2
    return DagumDecomposition(total, within, between, total - within - between, labels, members)


def _sum_of_differences(values: np.ndarray, weights: np.ndarray | None, sizes: np.ndarray) -> float:
    """Sum of w_i w_j |x_i - x_j| over the pairs i < j inside each block of values.

    Args:
        values: blocks of the given sizes, one after the other.
        weights: of the values, or None for 1.
        sizes: how many values each block has, above zero; they sum to the number of values.
    """
    starts = np.cumsum(sizes) - sizes
    blocks = [slice(start, start + size) for start, size in zip(starts.tolist(), sizes.tolist())]
    values = values.copy()
    if weights is None:
        for block in blocks:
            values[block].sort()
        # In a block of m, the i-th smallest is the larger one in i pairs, the smaller in m - 1 - i.
        offsets = np.dot(2 * starts + sizes - 1, np.add.reduceat(values, starts))
        result = 2 * np.dot(np.arange(len(values), dtype=float), values) - offsets
        return max(float(result), 0.0)  # rounding can leave equal values a hair below
    weights = weights.copy()
    for block in blocks:
        order = np.argsort(values[block])
        values[block], weights[block] = values[block][order], weights[block][order]
    upto = np.cumsum(weights)
    before = np.r_[0.0, upto][starts]
    coefficients = 2 * upto - weights
    coefficients -= np.repeat(2 * before + np.add.reduceat(weights, starts), sizes)
    return max(float(np.dot(weights * coefficients, values)), 0.0)


def _pairs(cities: _Members, k: int) -> DagumPairs:
    """Every pair's measures."""
    order = np.argsort(cities.values)
    values, codes = cities.values[order], cities.codes[order]
    weights = np.ones(len(values)) if cities.weights is None else cities.weights[order]
    amounts = weights * values
    members = np.bincount(codes, weights, minlength=k)
    means = np.bincount(codes, amounts, minlength=k) / members
    positive = np.empty((k, k))  # d_jh
    for h in range(k):
        in_h = codes == h
        # Of each value, how much weight and amount of group h lies at or below it. Values equal to
        # it add nothing to the difference, on whichever side of it they were sorted.
        weight_below = np.cumsum(np.where(in_h, weights, 0.0))
        amount_below = np.cumsum(np.where(in_h, amounts, 0.0))
        excess = weights * (values * weight_below - amount_below)
        positive[:, h] = np.bincount(codes, excess, minlength=k) / (members * members[h])
    differences = positive + positive.T
    sums = means[:, None] + means[None, :]
    gini = np.divide(differences, sums, out=np.full((k, k), np.nan), where=sums > 0)
    net = np.divide(positive - positive.T, differences, out=np.zeros((k, k)), where=differences > 0)
    positive = np.ldexp(positive, cities.exponent)
    return DagumPairs(gini, positive, positive.T.copy(), net)


def _checked(
    values: np.ndarray, groups: np.ndarray, weights: np.ndarray | None
) -> tuple[_Members, np.ndarray]:
    """Values as floats, group codes in the smallest integer type, weights; and the labels."""
    values = np.asarray(values, dtype=float)
    if len(values) == 0:
        raise InputError(tr("There are no values to compare: choose rows with values."))
    if not (values.min() >= 0 and values.max() < np.inf):  # NaN is neither
        raise InputError(
            tr("Theil and Gini need finite values of zero or more: correct the values.")
        )
    if weights is not None:
        weights = np.asarray(weights, dtype=float)
        if not np.isfinite(weights).all() or (weights <= 0).any():
            raise InputError(
                tr("Weights must be above zero: correct the weights or leave them out.")
            )
        if weights.max() / _LARGEST_RATIO > weights.min():
            raise InputError(
                tr(
                    "The largest weight is more than {largest_ratio:g} times the smallest, "
                    "so that cities would vanish: correct the weights or leave them out."
                ).format(largest_ratio=_LARGEST_RATIO)
            )
        if abs(magnitude(weights)) > _LARGEST_EXPONENT:
            weights = rescaled(weights)
    labels, codes = _encoded(np.asarray(groups))
    exponent = int(magnitude(values))
    if abs(exponent) <= _LARGEST_EXPONENT:
        return _Members(values, 0, codes, weights), labels
    return _Members(rescaled(values), exponent, codes, weights), labels


def _encoded(groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sorted labels and their codes, small codes so that sorting by them is a quick radix sort."""
    small_integers = groups.dtype.kind in "iu" and groups.min() >= 0 and groups.max() < 2**15
    if small_integers:  # much quicker than sorting all labels
        present = np.bincount(groups) > 0
        labels = np.flatnonzero(present).astype(groups.dtype)
        codes = groups if present.all() else (np.cumsum(present) - 1).astype(np.int16)[groups]
    else:
        labels, codes = np.unique(groups, return_inverse=True)
        codes = codes.reshape(-1)
    return labels, codes.astype(np.min_scalar_type(len(labels)))
