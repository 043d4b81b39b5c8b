"""How firm a partition is: whether parts of the cities give the same groups."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .kmeans import kmeans

SUBSAMPLES = 20
SHARE = 0.8
MOST = 2000  # cities in a subsample
STARTS = 3  # with swaps, enough for a subsample


def stability(
    features: np.ndarray, labels: np.ndarray, k: int, seed: int, pause: Callable[[], None]
) -> float:
    """Mean adjusted Rand index (Hubert & Arabie 1985) over seeded subsamples.

    Each subsample holds 80 % of the cities (at most 2000), drawn without replacement and grouped
    anew; its groups are compared with those the same cities have among all. 1 means that they
    never change, 0 that they agree no more than by chance.

    Args:
        features: shape (n, f), in canonical order.
        labels: the groups of all cities, shape (n,).
        k: number of groups.
        seed: of the subsamples.
        pause: stops the work by raising.

    Returns:
        NaN where no subsample has k distinct cities.
    """
    from sklearn.metrics import adjusted_rand_score

    generator = np.random.RandomState(seed)
    size = min(round(SHARE * len(features)), MOST)
    indices = []
    for draw in range(SUBSAMPLES):
        # Sorted, so that the subsample stays in canonical order.
        rows = np.sort(np.argsort(generator.random_sample(len(features)), kind="stable")[:size])
        part = features[rows]
        if len(np.unique(part, axis=0)) < k:
            continue
        anew = kmeans(part, k, STARTS, draw, pause)
        indices.append(adjusted_rand_score(labels[rows], anew.labels))
    return float(np.mean(indices)) if indices else float("nan")
