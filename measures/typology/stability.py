"""How firm a partition is: whether parts of the cities give the same groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from .kmeans import Partition
from .methods import Method, groups_of_each

SUBSAMPLES = 20
MEMBERSHIP_SUBSAMPLES = 100
SHARE = 0.8
MOST = 1000  # cities in a subsample


def stability(
    features: np.ndarray,
    partitions: Sequence[np.ndarray],
    method: Method,
    ks: Sequence[int],
    seed: int,
    pause: Callable[[], None],
) -> np.ndarray:
    """Mean adjusted Rand index (Hubert & Arabie 1985) over seeded subsamples, for each k.

    Each of 20 subsamples holds 80 % of the cities (at most 1,000), drawn without replacement and
    grouped anew; its groups are compared with those the same cities have among all. 1 means that
    they never change, 0 that they agree no more than by chance.

    Args:
        features: shape (n, f), in canonical order.
        partitions: the groups of all cities for each k, each of shape (n,).
        method: how the cities are grouped.
        ks: numbers of groups.
        seed: of the subsamples.
        pause: stops the work by raising.

    Returns:
        Shape (number of ks,), NaN where no subsample has k distinct cities.
    """
    from sklearn.metrics import adjusted_rand_score

    indices: list[list[float]] = [[] for _ in ks]
    for rows, anew in _subsamples(features, method, ks, SUBSAMPLES, seed, pause):
        for place, found in anew.items():
            agreement = adjusted_rand_score(partitions[place][rows], found.labels)
            indices[place].append(agreement)
    return np.array([np.mean(values) if values else np.nan for values in indices])


def membership(
    features: np.ndarray,
    labels: np.ndarray,
    method: Method,
    seed: int,
    pause: Callable[[], None],
    *,
    everyone: bool = False,
) -> np.ndarray:
    """Each city's share of the subsamples with it in which it stays in its group, shape (n,).

    100 subsamples as in `stability`; their groups are matched to those of all cities so that as
    many cities as possible agree (Kuhn 1955).

    Args:
        features: shape (n, f), in canonical order.
        labels: the groups of all cities, 0 to k - 1, shape (n,).
        method: how the cities are grouped.
        seed: of the subsamples.
        pause: stops the work by raising.
        everyone: cities that are not in a subsample are put to the nearest centre of its groups,
            as K-means would; for so many cities that few are ever drawn.

    Returns:
        NaN for a city that was in no subsample.
    """
    from scipy.optimize import linear_sum_assignment
    from scipy.spatial.distance import cdist

    k = int(labels.max()) + 1
    stayed, drawn = np.zeros(len(labels)), np.zeros(len(labels))
    for rows, anew in _subsamples(features, method, [k], MEMBERSHIP_SUBSAMPLES, seed, pause):
        for found in anew.values():
            shared = np.zeros((k, k))
            np.add.at(shared, (found.labels, labels[rows]), 1)
            match = linear_sum_assignment(shared, maximize=True)[1]
            if everyone:
                pause()
                drawn += 1
                stayed += match[cdist(features, found.centres).argmin(axis=1)] == labels
                continue
            drawn[rows] += 1
            stayed[rows] += match[found.labels] == labels[rows]
    with np.errstate(invalid="ignore"):  # 0 of 0
        return stayed / drawn


def _subsamples(
    features: np.ndarray,
    method: Method,
    ks: Sequence[int],
    number: int,
    seed: int,
    pause: Callable[[], None],
) -> Iterator[tuple[np.ndarray, dict[int, Partition]]]:
    """The rows of each subsample and its groups for each position of ks that is possible."""
    generator = np.random.RandomState(seed)
    size = min(round(SHARE * len(features)), MOST)
    drawn: list[np.ndarray] = []
    of_places: dict[tuple[int, ...], list[int]] = {}  # places of ks to the draws that have them
    for draw in range(number):
        # Sorted, so that the subsample stays in canonical order.
        # Partitioned, not sorted: a hundred sorts of a million cities would take half a minute.
        rows = np.sort(np.argpartition(generator.random_sample(len(features)), size - 1)[:size])
        drawn.append(rows)
        distinct = len(np.unique(features[rows], axis=0))
        places = tuple(place for place, k in enumerate(ks) if k <= distinct)
        of_places.setdefault(places, []).append(draw)
    of_places.pop((), None)
    for places, draws in of_places.items():
        own = [ks[place] for place in places]
        parts = [drawn[draw] for draw in draws]
        sets = [features[rows] for rows in parts]
        for rows, found in zip(parts, groups_of_each(method, sets, own, draws, pause, parts)):
            yield rows, dict(zip(places, found))
