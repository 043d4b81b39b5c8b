"""What serial correlation does to a trend test, told from the series without its trend.

Source:
    Hamed, K. H. & Rao, A. R. (1998) A modified Mann-Kendall trend test for autocorrelated data.
        Journal of Hydrology 204, 182-196.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

_CORRELATIONS = np.linspace(0.0, 0.95, 39)


@dataclass(frozen=True)
class Design:
    """What the places of n values in time say about serial correlation.

    Attributes:
        basis: orthonormal columns of the level of each season and a straight line, shape (n, q).
        expected: the lag-1 correlation to be expected of residuals from `basis`, where that of the
            values is 0, 0.025, ..., 0.95.
        inflations: likewise, the variance of Kendall's S in parts of that without correlation.
        freedom: values less seasons, plus one.
    """

    basis: np.ndarray
    expected: np.ndarray
    inflations: np.ndarray
    freedom: int

    def correlation(self, ranks: np.ndarray) -> np.ndarray:
        """Lag-1 correlation of series without their trend, 0 to 0.95.

        Args:
            ranks: ranks of the values, one series a row, shape (m, n). Ranks instead of values, so
                that neither outliers nor the shape of a trend count.

        Returns:
            The correlation at which residuals are expected to have the one observed, shape (m,).
        """
        residuals = ranks - (ranks @ self.basis) @ self.basis.T
        squares = np.square(residuals).sum(axis=1)
        products = (residuals[:, 1:] * residuals[:, :-1]).sum(axis=1)
        some = squares > 1e-9 * np.square(ranks).sum(axis=1)  # less is a straight line's rounding
        lag_1 = np.divide(products, squares, out=np.full(len(ranks), -1.0), where=some)
        return np.interp(lag_1, self.expected, _CORRELATIONS)

    def inflation(self, correlation: np.ndarray) -> np.ndarray:
        """Variance of Kendall's S in parts of that without correlation, at least 1."""
        return np.interp(correlation, _CORRELATIONS, self.inflations)


@lru_cache(maxsize=64)
def design_of(seasons: tuple[int, ...]) -> Design:
    """The design of values at successive times with these seasons, codes from 0.

    With R the correlation matrix of the ranks of a Gaussian first-order autoregression, 6/pi
    asin(rho^|i-j| / 2), M the projection on the residuals and A the mean of the two neighbours:
    residuals have an expected lag-1 correlation of about tr(M A M R) / tr(M R). S is, to first
    order, the sum of c_i times rank i, c_i = the earlier less the later values of the season, so
    that its variance grows by c'Rc / c'c, in parts of the variance that the values then have
    around their seasons' levels. R depends on |i-j| alone: sums over its diagonals are enough.
    """
    codes = np.array(seasons)
    n, number = len(codes), codes.max() + 1
    members = codes[:, None] == np.arange(number)
    levels = members / np.sqrt(members.sum(axis=0))
    line = np.arange(n) - n / 2
    line = line - levels @ (levels.T @ line)
    basis = np.column_stack([levels, line / np.sqrt(line @ line)])
    padded = np.pad(basis, ((1, 1), (0, 0)))
    beside = (padded[2:] + padded[:-2]) / 2  # A basis
    itself, neighbour = np.zeros(n), np.zeros(n)
    itself[0], neighbour[1] = n, n - 1
    # M A M = A - basis (beside - basis basis' beside / 2)' - its transpose
    of_neighbours = neighbour - 2 * _diagonals(basis, beside - basis @ (basis.T @ beside) / 2)
    of_residuals = itself - _diagonals(basis, basis)
    around_levels = itself - _diagonals(levels, levels)
    earlier = (members * (np.cumsum(members, axis=0) - 1)).sum(axis=1)
    scores = (2.0 * earlier - (members.sum(axis=0) - 1)[codes])[:, None]
    of_scores = _diagonals(scores, scores) / np.square(scores).sum()
    ranks = np.arcsin(_CORRELATIONS[:, None] ** np.arange(n) / 2)  # 6 / pi goes with the ratios
    expected = np.zeros(len(_CORRELATIONS))
    if n > basis.shape[1]:  # else there are no residuals
        expected = (ranks @ of_neighbours) / (ranks @ of_residuals)
    inflations = (ranks @ of_scores) / ((ranks @ around_levels) / (n - number))
    # Interpolation needs a correlation that rises all the way, as it does but for rounding.
    return Design(
        basis,
        np.maximum.accumulate(expected),
        np.maximum(inflations, 1.0),
        n - number + 1,
    )


def _diagonals(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Sums of `left @ right.T` over the entries with |i-j| = 0, 1, ..., n - 1, shape (n,)."""
    n = len(left)
    full = np.zeros(2 * n - 1)
    for u, v in zip(left.T, right.T):
        full += np.correlate(u, v, "full")
    return np.r_[full[n - 1], full[n:] + full[: n - 1][::-1]]
