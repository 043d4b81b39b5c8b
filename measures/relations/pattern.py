"""Where high and low values lie together: Moran's I, its local form, and the spatial Gini.

Sources:
    Moran, P. A. P. (1950) Notes on continuous stochastic phenomena. Biometrika 37, 17-23.
    Anselin, L. (1995) Local indicators of spatial association - LISA. Geographical Analysis 27,
        93-115.
    Rey, S. J. & Smith, R. J. (2013) A spatial decomposition of the Gini coefficient. Letters in
        Spatial and Resource Sciences 6, 55-70.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..inequality import dagum_decomposition
from ..neighbours import Neighbours
from ..significance import LEVEL, fdr

HIGH_HIGH, LOW_LOW, HIGH_LOW, LOW_HIGH = "high-high", "low-low", "high-low", "low-high"
NOT_SIGNIFICANT = "not significant"
_TOLERANCE = 1e-10  # in standard deviations: the same neighbours' mean in another order
_VALUES_AT_ONCE = 5_000_000  # speed only: keeps a chunk of permutations below some 100 MB


@dataclass(frozen=True)
class SpatialPattern:
    """The pattern of n values in space; NaN where undefined.

    Attributes:
        moran: Moran's I with weights that sum to 1 for each city; about -1 / (n - 1) without a
            pattern, above where like lies beside like. NaN where all values are equal.
        moran_p: its two-sided p-value by permuting the values over the cities.
        local: local Moran's I of each city, shape (n,); NaN for an island.
        local_p: two-sided p-values by permuting the values of all other cities, shape (n,).
        labels: `high-high` (the city, then its neighbours, against the mean of all cities),
            `low-low`, `high-low`, `low-high` where the p-value holds at 5 % after
            Benjamini-Hochberg over all cities, `not significant` elsewhere, None for an island
            and without permutations.
        gini: Gini ratio of all cities; NaN where a value is negative.
        gini_neighbours: the part of it between neighbours.
        gini_others: the part between cities that are none; both sum to `gini`.
    """

    moran: float
    moran_p: float
    local: np.ndarray
    local_p: np.ndarray
    labels: list[str | None]
    gini: float
    gini_neighbours: float
    gini_others: float


def spatial_pattern(
    values: np.ndarray, neighbours: Neighbours, permutations: int, seed: int
) -> SpatialPattern:
    """Measure the pattern of the values.

    Cities without a neighbour (`neighbours.islands`) count in the mean and are drawn in the
    permutations, as in PySAL, and have no local figure.

    Args:
        values: one for each city, finite, shape (n,).
        neighbours: of the n cities.
        permutations: how many to draw, for the whole and for each city; p-values are NaN and
            nothing has a label for 0.
        seed: of the random numbers; the same seed gives the same p-values on every machine.

    Examples:
        Four cities in a ring, each unlike both neighbours, as on a chessboard:

        >>> ring = Neighbours(np.arange(0, 9, 2), np.array([1, 3, 0, 2, 1, 3, 0, 2]))
        >>> round(spatial_pattern(np.array([0.0, 1, 0, 1]), ring, 0, 0).moran, 12)
        -1.0
    """
    values = np.asarray(values, dtype=float)
    n, some = len(values), neighbours.counts > 0
    gini_parts = spatial_gini(values, neighbours)
    largest = np.abs(values).max(initial=0.0)
    z = values / largest if largest > 0 else values
    z = z - z.mean() if n else z
    deviation = z.std() if n else 0.0
    labels = [NOT_SIGNIFICANT if has and permutations else None for has in some]
    if deviation <= 1e-12 or not some.any():
        nothing = np.full(n, np.nan)
        return SpatialPattern(np.nan, np.nan, nothing, nothing, labels, *gini_parts)
    z /= deviation
    weights = _row_standardised(neighbours)
    lag = weights @ z
    moran = float(z @ lag / some.sum())  # z'z is n
    local = np.where(some, (n - 1) / n * z * lag, np.nan)
    rng = np.random.Generator(np.random.PCG64(seed))
    moran_p = _moran_p(z, weights, float(z @ lag), permutations, rng)
    local_p = _local_p(z, lag, neighbours, permutations, rng)
    for city in np.flatnonzero(fdr(local_p) <= LEVEL):
        high = HIGH_HIGH if lag[city] > 0 else HIGH_LOW
        labels[city] = high if z[city] > 0 else (LOW_HIGH if lag[city] > 0 else LOW_LOW)
    return SpatialPattern(moran, moran_p, local, local_p, labels, *gini_parts)


def spatial_gini(values: np.ndarray, neighbours: Neighbours) -> tuple[float, float, float]:
    """Gini ratio and its parts between neighbours and between others (Rey & Smith 2013).

    G = sum_ij |x_i - x_j| / (2 n^2 mean); the first part is the sum over the pairs in which j is a
    neighbour of i.

    Returns:
        The ratio and its two parts; NaN where a value is negative or none is above zero.
    """
    if not len(values) or values.min() < 0 or values.max() <= 0:
        return np.nan, np.nan, np.nan
    scaled = values / values.max()
    total = dagum_decomposition(scaled, np.zeros(len(values), dtype=int)).total
    cities = np.repeat(np.arange(len(values)), neighbours.counts)
    between = np.abs(scaled[cities] - scaled[neighbours.indices]).sum()
    part = float(between / (2 * len(values) * scaled.sum()))
    return total, part, total - part


def _row_standardised(neighbours: Neighbours) -> Any:
    """Sparse matrix of weights 1 / (number of neighbours), (n, n)."""
    from scipy.sparse import csr_matrix

    counts = neighbours.counts
    weights = np.repeat(1 / np.maximum(counts, 1), counts)
    shape = (len(counts), len(counts))
    return csr_matrix((weights, neighbours.indices, neighbours.starts), shape=shape)


def _moran_p(
    z: np.ndarray, weights: Any, observed: float, permutations: int, rng: np.random.Generator
) -> float:
    """p-value of z'Wz with z permuted."""
    above = below = 0
    margin = _TOLERANCE * len(z)
    most = max(1, _VALUES_AT_ONCE // len(z))  # speed only: rows at once
    for start in range(0, permutations, most):
        rows = np.tile(z, (min(most, permutations - start), 1))
        drawn = rng.permuted(rows, axis=1)
        sums = (drawn * (weights @ drawn.T).T).sum(axis=1)
        above += int((sums >= observed - margin).sum())
        below += int((sums <= observed + margin).sum())
    return float(_two_sided(np.array(min(above, below)), permutations))


def _local_p(
    z: np.ndarray,
    lag: np.ndarray,
    neighbours: Neighbours,
    permutations: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """p-values of each city's I: its neighbours drawn from all other cities, shape (n,).

    With the city's own value fixed, I and the mean of its neighbours have the same p-value. The
    same draws serve all cities, as in PySAL.
    """
    n, counts = len(z), neighbours.counts
    widest = int(counts.max())
    above, below = np.zeros(n, dtype=int), np.zeros(n, dtype=int)
    most = max(1, _VALUES_AT_ONCE // n)  # speed only: rows at once
    for start in range(0, permutations, most):
        rows = np.tile(np.arange(n - 1), (min(most, permutations - start), 1))
        drawn = rng.permuted(rows, axis=1)[:, :widest].T
        for city in np.flatnonzero(counts):
            others = drawn[: counts[city]]
            means = z[others + (others >= city)].mean(axis=0)
            above[city] += int((means >= lag[city] - _TOLERANCE).sum())
            below[city] += int((means <= lag[city] + _TOLERANCE).sum())
    return np.where(counts > 0, _two_sided(np.minimum(above, below), permutations), np.nan)


def _two_sided(hits: np.ndarray, permutations: int) -> np.ndarray:
    """Twice the smaller tail, (hits + 1) / (permutations + 1), at most 1."""
    if not permutations:
        return np.full(hits.shape, np.nan)
    return np.minimum(2 * (hits + 1) / (permutations + 1), 1.0)
