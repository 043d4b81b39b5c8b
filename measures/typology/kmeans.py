"""K-means by scikit-learn, from starts of our own.

scikit-learn draws its starting centres differently from version to version and row by row, and
from 50 of them often misses the best solution for real cities. The starts are therefore drawn
here, by greedy k-means++ (Arthur & Vassilvitskii 2007) with numpy's frozen legacy generator, and
the best solution is improved by random swaps (Fränti 2018). Each run is scikit-learn's, so its
result is one that scikit-learn agrees with, and the same with any of its versions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..errors import InputError
from ..texts import tr

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_LOWER = 1 - 1e-9  # less is rounding, which would let threads decide between equal solutions
_MOST_SWAPPED = 10_000  # cities


class Partition(NamedTuple):
    """Cities in k groups, numbered by size: 0 the largest, ties by the centres.

    Attributes:
        labels: shape (n,).
        centres: means of the groups, shape (k, f).
        inertia: sum of squared distances of the cities to their centres.
    """

    labels: np.ndarray
    centres: np.ndarray
    inertia: float


def kmeans(
    features: np.ndarray, k: int, n_init: int, seed: int, pause: Callable[[], None]
) -> Partition:
    """The best solution of K-means found, in one thread, whose sums do not depend on chance.

    After `n_init` starts, single cities of the best solution change their group as long as that
    is better; then one centre at a time is moved to a city and K-means run from there, until
    2 `n_init` such swaps in a row have improved nothing. Both are left out above 10,000 cities,
    where they would take minutes.

    Args:
        features: shape (n, f), with at least `k` distinct rows, in canonical order.
        k: number of groups, 2 or more.
        n_init: number of starts, 1 or more.
        seed: of the starts and swaps.
        pause: called before each run; stops the work by raising.

    Raises:
        InputError: the rows differ by so little that no run finds `k` groups.

    Examples:
        The least within sum of squares of Fisher's iris in three groups (du Merle et al. 2000):

        >>> from sklearn.datasets import load_iris
        >>> found = kmeans(load_iris().data, 3, n_init=5, seed=0, pause=lambda: None)
        >>> round(found.inertia, 4), np.bincount(found.labels).tolist()
        (78.8514, [62, 50, 38])
    """
    with _threads().limit(limits=1):
        return numbered(_best(features, k, n_init, np.random.RandomState(seed), pause))


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """What limits the threads of scikit-learn's libraries; looking for these takes 4 ms."""
    import sklearn.cluster  # noqa: F401 (loads the libraries)
    from threadpoolctl import ThreadpoolController  # comes with scikit-learn

    return ThreadpoolController()


def _best(
    features: np.ndarray,
    k: int,
    n_init: int,
    generator: np.random.RandomState,
    pause: Callable[[], None],
) -> Partition:
    best: Partition | None = None
    for _ in range(n_init):
        pause()
        found = run(features, starting_centres(features, k, generator))
        best = found if best is None else _better(best, found)
    if best is None:
        raise InputError(
            tr(
                "K-means found no {k} types, because the cities are too alike: choose a smaller K."
            ).format(k=k)
        )
    if len(features) > _MOST_SWAPPED:
        return best
    best = _refined(features, best)
    tries = 2 * n_init
    while tries:
        pause()
        improved = _better(best, run(features, _swapped(features, best, generator)))
        tries -= 1
        if improved is not best:
            best = _refined(features, improved)
            tries = 2 * n_init
    return best


def _refined(features: np.ndarray, found: Partition) -> Partition:
    """The solution with single cities moved as long as that lowers the inertia.

    A city's move also moves both centres; K-means does not see that, so that its solutions can
    often be improved by it (Hartigan 1975, Clustering Algorithms, ch. 4).
    """
    labels, k = found.labels.copy(), len(found.centres)
    rows = np.arange(len(features))
    while True:
        centres = group_means(features, labels, k)
        distances = _squared_distances(features, centres)
        sizes = np.bincount(labels, minlength=k)
        # What the inertia loses where a city leaves its group, and gains where it joins another
        leaving = distances[labels, rows] * (sizes / np.maximum(sizes - 1, 1))[labels]
        joining = distances * (sizes / (sizes + 1))[:, None]
        joining[labels, rows] = np.inf
        gains = np.where(sizes[labels] > 1, leaving - joining.min(axis=0), -np.inf)
        city = int(gains.argmax())
        if gains[city] <= found.inertia * (1 - _LOWER):
            return partition_of(features, labels)
        labels[city] = int(joining[:, city].argmin())


def run(features: np.ndarray, start: np.ndarray) -> Partition | None:
    """One run of scikit-learn; None where cities nearly equal leave a group empty."""
    from sklearn.cluster import KMeans

    k = len(start)
    labels = KMeans(n_clusters=k, init=start, n_init=1).fit(features).labels_
    if len(np.unique(labels)) < k:
        return None
    return partition_of(features, labels)


def partition_of(features: np.ndarray, labels: np.ndarray) -> Partition:
    """The partition into the groups 0 to k - 1, numbered as they are."""
    centres = group_means(features, labels, int(labels.max()) + 1)
    return Partition(labels, centres, float(((features - centres[labels]) ** 2).sum()))


def _better(best: Partition, other: Partition | None) -> Partition:
    """The one of lower inertia; the first where they are equal but for rounding."""
    return other if other is not None and other.inertia < best.inertia * _LOWER else best


def starting_centres(features: np.ndarray, k: int, generator: np.random.RandomState) -> np.ndarray:
    """Greedy k-means++: each next centre is the best of a few cities drawn by squared distance."""
    candidates = 2 + int(np.log(k))  # as scikit-learn
    chosen = [int(generator.random_sample() * len(features))]
    nearest = _squared_distances(features, features[chosen])[0]
    while len(chosen) < k:
        drawn = _draw(nearest, candidates, generator)
        left = np.minimum(nearest, _squared_distances(features, features[drawn]))
        winner = int(left.sum(axis=1).argmin())
        nearest = left[winner]
        chosen.append(int(drawn[winner]))
    return features[chosen]


def _swapped(features: np.ndarray, best: Partition, generator: np.random.RandomState) -> np.ndarray:
    """The centres with one of them, drawn evenly, moved to a city far from its own centre."""
    own = ((features - best.centres[best.labels]) ** 2).sum(axis=1)
    centres = best.centres.copy()
    centres[int(generator.random_sample() * len(centres))] = features[_draw(own, 1, generator)[0]]
    return centres


def _draw(weights: np.ndarray, number: int, generator: np.random.RandomState) -> np.ndarray:
    """Positions drawn with probabilities in proportion to the weights."""
    cumulated = np.cumsum(weights)
    places = generator.random_sample(number) * cumulated[-1]
    return np.minimum(np.searchsorted(cumulated, places, side="right"), len(weights) - 1)


def group_means(features: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """Mean of each group, shape (k, f)."""
    sums = [np.bincount(labels, column, minlength=k) for column in features.T]
    return np.column_stack(sums) / np.bincount(labels, minlength=k)[:, None]


def _squared_distances(features: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Shape (points, cities)."""
    return np.stack([((features - point) ** 2).sum(axis=1) for point in points])


def numbered(found: Partition) -> Partition:
    """The groups in order of size, ties by the centres."""
    sizes = np.bincount(found.labels)
    # Rounded, so that the last bits do not decide between centres that are equal in a feature.
    keys = [tuple(-value for value in row) for row in np.round(found.centres, 9)]
    order = sorted(range(len(sizes)), key=lambda group: (-sizes[group], keys[group]))
    number = np.empty(len(order), dtype=int)
    number[order] = np.arange(len(order))
    return Partition(number[found.labels], found.centres[order], found.inertia)
