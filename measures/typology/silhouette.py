"""Silhouettes of cities, for several partitions at once (Rousseeuw 1987)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

_CHUNK_CELLS = 4_000_000  # speed only: distances held at a time, 32 MB


def silhouettes(
    features: np.ndarray,
    partitions: Sequence[np.ndarray],
    rows: np.ndarray,
    pause: Callable[[], None],
    among: np.ndarray | None = None,
) -> np.ndarray:
    """Silhouettes (b - a) / max(a, b) of the given rows against all cities, or against some.

    Here a is the mean distance to the other cities of the own group and b the smallest mean
    distance to the cities of another group; 0 for a city alone in its group. The distances, which
    cost most, are computed once for all partitions and never held all at once.

    Args:
        features: shape (n, f).
        partitions: labels 0 to k - 1, each of shape (n,), each with k of 2 or more.
        rows: positions of the m cities whose silhouettes are wanted.
        pause: called before each chunk; stops the work by raising.
        among: positions of the cities whose distances count; all by default. Each group must have
            some.

    Returns:
        Shape (number of partitions, m).

    Examples:
        Points at 0, 1 and at 4, 9: the first has a = 1 and b = 6.5, the third b = 3.5 and a = 5.

        >>> line, groups = np.array([[0.0], [1], [4], [9]]), np.array([0, 0, 1, 1])
        >>> silhouettes(line, [groups], np.arange(4), lambda: None).round(3).tolist()
        [[0.846, 0.818, -0.3, 0.412]]
    """
    from scipy.spatial.distance import cdist

    others = np.arange(len(features)) if among is None else among
    itself = np.zeros(len(features), dtype=int)
    itself[others] = 1
    members = [np.eye(labels.max() + 1)[labels[others]] for labels in partitions]
    result = np.empty((len(partitions), len(rows)))
    step = max(1, _CHUNK_CELLS // len(others))  # speed only: rows at once
    for start in range(0, len(rows), step):
        pause()
        chunk = rows[start : start + step]
        distances = cdist(features[chunk], features[others])
        for number, (labels, is_member) in enumerate(zip(partitions, members)):
            result[number, start : start + step] = _of_chunk(
                distances @ is_member, labels[chunk], is_member.sum(axis=0), itself[chunk]
            )
    return result


def _of_chunk(
    sums: np.ndarray, own: np.ndarray, sizes: np.ndarray, itself: np.ndarray
) -> np.ndarray:
    """Silhouettes from the summed distances to each group, shape (m, k).

    `itself` is 1 for a city that counts among those of its own group, 0 for another.
    """
    row = np.arange(len(own))
    others = sizes[own] - itself
    within = sums[row, own] / np.maximum(others, 1)
    means = sums / sizes
    means[row, own] = np.inf
    nearest = means.min(axis=1)
    largest = np.maximum(within, nearest)
    # Alone in its group, or all distances zero: neither well nor badly placed.
    defined = (others > 0) & (largest > 0)
    return np.where(defined, (nearest - within) / np.where(largest > 0, largest, 1.0), 0.0)
