"""K-means from starts of our own.

scikit-learn draws its starting centres differently from version to version and row by row, and
from 50 of them often misses the best solution for real cities. The starts are therefore drawn
here, by greedy k-means++ (Arthur & Vassilvitskii 2007) with numpy's frozen legacy generator, and
the best solution is improved by random swaps (Fränti 2018). Each run ends where scikit-learn's
does (see lloyd.py), so its result is one that scikit-learn agrees with, and the same with any of
its versions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..errors import InputError
from ..texts import tr
from .lloyd import LOWER, inertias, means_of_each, of_scikit_learn, refined, settled

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_MOST_SWAPPED = 10_000  # cities
_SWAPS = 6  # speed only: tried at a time
_CELLS = 1_000_000  # speed only: differences held at a time


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
        pause: called often; stops the work by raising.

    Raises:
        InputError: the rows differ by so little that no run finds `k` groups.

    Examples:
        The least within sum of squares of Fisher's iris in three groups (du Merle et al. 2000):

        >>> from sklearn.datasets import load_iris
        >>> found = kmeans(load_iris().data, 3, n_init=5, seed=0, pause=lambda: None)
        >>> round(found.inertia, 4), np.bincount(found.labels).tolist()
        (78.8514, [62, 50, 38])
    """
    return kmeans_of_each([features], k, n_init, [seed], pause)[0]


def kmeans_of_each(
    sets: Sequence[np.ndarray],
    k: int,
    n_init: int,
    seeds: Sequence[int],
    pause: Callable[[], None],
) -> list[Partition]:
    """`kmeans` of several sets of as many cities, the same as one by one but sooner.

    Args:
        sets: each of shape (n, f).
        k: number of groups.
        n_init: number of starts.
        seeds: one for each set.
        pause: called often; stops the work by raising.

    Raises:
        InputError: as `kmeans`.
    """
    with _threads().limit(limits=1):
        values = np.stack(sets)
        labels = _best_of_each(values, k, n_init, seeds, pause)
        return [numbered(partition_of(*pair)) for pair in zip(values, labels)]


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """What limits the threads of scikit-learn's libraries; looking for these takes 4 ms."""
    import sklearn.cluster  # noqa: F401 (loads the libraries)
    from threadpoolctl import ThreadpoolController  # comes with scikit-learn

    return ThreadpoolController()


class _Numbers:
    """Random numbers from 0 to 1, which are read before it is known how many are used."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.RandomState(seed)
        self._next = np.empty(0)

    def read(self, count: int) -> np.ndarray:
        """The next ones."""
        missing = max(count - len(self._next), 0)
        self._next = np.concatenate([self._next, self._generator.random_sample(missing)])
        return self._next[:count]

    def use(self, count: int) -> None:
        """Go on behind so many."""
        self._next = self._next[count:]


def _best_of_each(
    values: np.ndarray, k: int, n_init: int, seeds: Sequence[int], pause: Callable[[], None]
) -> np.ndarray:
    """The groups of the best solution of each set, shape (p, n)."""
    numbers = [_Numbers(seed) for seed in seeds]
    best, least = _from_starts(values, k, n_init, numbers, pause)
    if values.shape[1] > _MOST_SWAPPED:
        return best
    best = refined(values, best, k)
    least = inertias(values, best, k)
    tries = np.full(len(values), 2 * n_init)
    while len(going := np.flatnonzero(tries)):
        drawn = np.array([numbers[place].read(2 * _SWAPS) for place in going])
        starts = swapped(values[going], best[going], k, drawn.reshape(-1, _SWAPS, 2))
        which = np.repeat(going, _SWAPS)
        labels, found = settled(values, which, starts.reshape(-1, *starts.shape[2:]), pause)
        labels = labels.reshape(len(going), _SWAPS, -1)
        improved = []
        for place, own, reached in zip(going, labels, found.reshape(-1, _SWAPS)):
            counted = min(int(tries[place]), _SWAPS)
            lower = np.flatnonzero(reached[:counted] < least[place] * LOWER)
            if len(lower):  # what was tried from the old solution after it does not count
                counted = int(lower[0]) + 1
                best[place] = own[lower[0]]
                improved.append(place)
            numbers[place].use(2 * counted)
            tries[place] -= counted
        if improved:
            best[improved] = refined(values[improved], best[improved], k)
            least[improved] = inertias(values[improved], best[improved], k)
            tries[improved] = 2 * n_init
    return best


def _from_starts(
    values: np.ndarray,
    k: int,
    n_init: int,
    numbers: Sequence[_Numbers],
    pause: Callable[[], None],
) -> tuple[np.ndarray, np.ndarray]:
    """The best run of each set, shape (p, n), and its inertia."""
    p, n, f = values.shape
    best, least = np.zeros((p, n), dtype=int), np.full(p, np.inf)
    needed = 1 + (k - 1) * _candidates(k)
    step = max(1, _CELLS // (p * n * f * _candidates(k)))
    for first in range(0, n_init, step):
        pause()
        number = min(step, n_init - first)
        drawn = np.array([one.read(number * needed) for one in numbers])
        for one in numbers:
            one.use(number * needed)
        which = np.repeat(np.arange(p), number)
        starts = starting_centres(values[which], k, drawn.reshape(-1, needed))
        labels, found = settled(values, which, starts, pause)
        for start in range(number):
            inertia = found[start::number]
            lower = inertia < least * LOWER
            best[lower], least[lower] = labels[start::number][lower], inertia[lower]
    if not np.isfinite(least).all():
        raise InputError(
            tr(
                "K-means found no {k} types, because the cities are too alike: choose a smaller K."
            ).format(k=k)
        )
    return best, least


def run(features: np.ndarray, start: np.ndarray) -> Partition | None:
    """One run of scikit-learn; None where cities nearly equal leave a group empty."""
    labels = of_scikit_learn(features, start)
    return None if labels is None else partition_of(features, labels)


def partition_of(features: np.ndarray, labels: np.ndarray) -> Partition:
    """The partition into the groups 0 to k - 1, numbered as they are."""
    centres = group_means(features, labels, int(labels.max()) + 1)
    return Partition(labels, centres, float(((features - centres[labels]) ** 2).sum()))


def _candidates(k: int) -> int:
    """Cities of which the best becomes the next centre, as in scikit-learn."""
    return 2 + int(np.log(k))


def starting_centres(values: np.ndarray, k: int, numbers: np.ndarray) -> np.ndarray:
    """Greedy k-means++: each next centre is the best of a few cities drawn by squared distance.

    Args:
        values: a set for each run, shape (r, n, f).
        k: number of centres.
        numbers: random ones from 0 to 1: one, then some for each next centre, shape (r, m).

    Returns:
        Shape (r, k, f).
    """
    runs, candidates = np.arange(len(values)), _candidates(k)
    chosen = (numbers[:, 0] * values.shape[1]).astype(int)
    centres = [values[runs, chosen]]
    nearest = _squared_distances(values, centres[0][:, None])[:, 0]
    for place in range(1, numbers.shape[1], candidates):
        drawn = drawn_by(nearest, numbers[:, place : place + candidates])
        left = _squared_distances(values, values[runs[:, None], drawn])
        np.minimum(left, nearest[:, None], out=left)
        winner = left.sum(axis=2).argmin(axis=1)
        nearest = left[runs, winner]
        centres.append(values[runs, drawn[runs, winner]])
    return np.stack(centres, axis=1)


def swapped(values: np.ndarray, labels: np.ndarray, k: int, numbers: np.ndarray) -> np.ndarray:
    """The centres with one of them, drawn evenly, moved to a city far from its own centre.

    Args:
        values: the sets, shape (p, n, f).
        labels: their groups, shape (p, n).
        k: number of groups.
        numbers: two random ones from 0 to 1 for each swap, shape (p, s, 2).

    Returns:
        Shape (p, s, k, f).
    """
    sets = np.arange(len(values))[:, None]
    centres = means_of_each(values, labels, k)
    own = ((values - centres[sets, labels]) ** 2).sum(axis=2)
    cities = drawn_by(own, numbers[:, :, 0])
    moved = (numbers[:, :, 1] * k).astype(int)
    result = np.repeat(centres[:, None], numbers.shape[1], axis=1)
    result[sets, np.arange(numbers.shape[1]), moved] = values[sets, cities]
    return result


def drawn_by(weights: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Positions drawn with probabilities in proportion to the weights.

    Args:
        weights: shape (r, n).
        numbers: random ones from 0 to 1, shape (r, m).

    Returns:
        Shape (r, m).
    """
    cumulated = np.cumsum(weights, axis=1)
    places = numbers * cumulated[:, -1:]
    found = [np.searchsorted(*pair, side="right") for pair in zip(cumulated, places)]
    return np.minimum(found, weights.shape[1] - 1)


def group_means(features: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """Mean of each group, shape (k, f)."""
    sums = [np.bincount(labels, column, minlength=k) for column in features.T]
    return np.column_stack(sums) / np.bincount(labels, minlength=k)[:, None]


def _squared_distances(values: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Of cities, shape (r, n, f), to points, shape (r, m, f): shape (r, m, n)."""
    differences = values[:, None] - points[:, :, None]
    return np.asarray(np.einsum("rmnf,rmnf->rmn", differences, differences))


def numbered(found: Partition) -> Partition:
    """The groups in order of size, ties by the centres."""
    sizes = np.bincount(found.labels)
    # Rounded, so that the last bits do not decide between centres that are equal in a feature.
    keys = [tuple(-value for value in row) for row in np.round(found.centres, 9)]
    order = sorted(range(len(sizes)), key=lambda group: (-sizes[group], keys[group]))
    number = np.empty(len(order), dtype=int)
    number[order] = np.arange(len(order))
    return Partition(number[found.labels], found.centres[order], found.inertia)
