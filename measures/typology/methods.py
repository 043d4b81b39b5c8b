"""The ways of grouping cities, which diagnostics and resamples use alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from ..errors import InputError
from ..neighbours import Neighbours
from ..texts import tr
from .connected import as_graph, best_connected, contracted, refined
from .kmeans import Partition, kmeans, kmeans_of_each, partition_of, run
from .names import in_natural_order
from .scale import scaled

Same = TypeVar("Same", bound="_Placeless")
KMEANS, WARD, CONNECTED = range(3)
_FEW_STARTS = 3  # with swaps, enough for a resample
MOST_WARD = 10_000  # cities: the distances of more do not fit into memory


class Method(Protocol):
    """A way of grouping cities into k types."""

    def groups(
        self,
        features: np.ndarray,
        ks: Sequence[int],
        seed: int,
        pause: Callable[[], None],
        *,
        resample: bool = False,
    ) -> list[Partition]:
        """One partition for each k; `resample` may save time, because many follow."""

    def of(self, rows: np.ndarray) -> Method:
        """The same for some of the cities (positions, ascending)."""

    def in_order(self, order: np.ndarray) -> Method:
        """The same for the cities in another order (a permutation of their positions)."""


class _Placeless:
    """What knows no city by its position is the same for some of them and in another order."""

    def of(self: Same, rows: np.ndarray) -> Same:
        return self

    def in_order(self: Same, order: np.ndarray) -> Same:
        return self


@dataclass(frozen=True)
class KMeans(_Placeless):
    """K-means from random starts."""

    n_init: int = 50

    def groups(
        self,
        features: np.ndarray,
        ks: Sequence[int],
        seed: int,
        pause: Callable[[], None],
        *,
        resample: bool = False,
    ) -> list[Partition]:
        starts = _FEW_STARTS if resample else self.n_init
        return [kmeans(features, k, starts, seed, pause) for k in ks]


@dataclass(frozen=True)
class KMeansFrom(_Placeless):
    """K-means from given centres, one a type; the types keep their numbers."""

    centres: np.ndarray

    def groups(
        self,
        features: np.ndarray,
        ks: Sequence[int],
        seed: int,
        pause: Callable[[], None],
        *,
        resample: bool = False,
    ) -> list[Partition]:
        from scipy.spatial.distance import cdist

        pause()
        # scikit-learn would give an empty type the city that is farthest from all others
        nearest = cdist(features, self.centres).argmin(axis=1)
        found = None
        if len(np.unique(nearest)) == len(self.centres):
            found = run(features, self.centres)
        if found is None and resample:  # a small type is hardly in every part of the cities
            return [kmeans(features, k, _FEW_STARTS, seed, pause) for k in ks]
        if found is None:
            raise InputError(
                tr(
                    "K-means from the types known beforehand leaves one of them without a "
                    "city: give it more known cities or leave it out."
                )
            )
        return [found]


def from_known(
    features: np.ndarray, known: Sequence[str | None], scale: int
) -> tuple[KMeansFrom, list[str]]:
    """K-means from the means of the cities whose type is known beforehand.

    Args:
        features: shape (n, f), complete.
        known: types of the n cities, None where unknown.
        scale: of the features where they are grouped.

    Returns:
        The method, and the names of its types in their natural order.
    """
    names = in_natural_order(name for name in known if name is not None)
    order = np.lexsort(features.T[::-1])  # sums of numbers depend on their order
    labels = np.array(known, dtype=object)[order]
    features = scaled(features[order], scale)
    return KMeansFrom(np.array([features[labels == name].mean(axis=0) for name in names])), names


@dataclass(frozen=True)
class Ward(_Placeless):
    """Hierarchical grouping of least growth of the within sum of squares (Ward 1963)."""

    def groups(
        self,
        features: np.ndarray,
        ks: Sequence[int],
        seed: int,
        pause: Callable[[], None],
        *,
        resample: bool = False,
    ) -> list[Partition]:
        from sklearn.cluster import ward_tree

        pause()
        merges = ward_tree(features)[0]
        return [partition_of(features, cut(merges, len(features), k)) for k in ks]


@dataclass(frozen=True)
class ConnectedWard:
    """Ward's method where only neighbours are joined, its result improved at the borders.

    Attributes:
        neighbours: of the cities, both ways; the graph holds together.
    """

    neighbours: Neighbours

    def groups(
        self,
        features: np.ndarray,
        ks: Sequence[int],
        seed: int,
        pause: Callable[[], None],
        *,
        resample: bool = False,
    ) -> list[Partition]:
        from sklearn.cluster import ward_tree

        pause()
        graph = as_graph(self.neighbours)
        merges = ward_tree(features, connectivity=graph)[0]
        joined = [cut(merges, len(features), k) for k in ks]
        improved = refined if resample else best_connected
        labels = [improved(features, graph, groups, pause) for groups in joined]
        return [partition_of(features, found) for found in labels]

    def of(self, rows: np.ndarray) -> ConnectedWard:
        return ConnectedWard(contracted(self.neighbours, rows))

    def in_order(self, order: np.ndarray) -> ConnectedWard:
        return ConnectedWard(contracted(self.neighbours, order))


def groups_of_each(
    method: Method,
    sets: Sequence[np.ndarray],
    ks: Sequence[int],
    seeds: Sequence[int],
    pause: Callable[[], None],
    rows: Sequence[np.ndarray] | None = None,
) -> list[list[Partition]]:
    """Resamples grouped: for each set of as many cities one partition for each k.

    Args:
        method: how all the cities are grouped.
        sets: their values in each resample, shape (n, f).
        ks: numbers of groups.
        seeds: one for each set.
        pause: called often; stops the work by raising.
        rows: positions of the cities of each set, where these are some of the cities.
    """
    if isinstance(method, KMeans):  # which knows no city by its position
        each = [kmeans_of_each(sets, k, _FEW_STARTS, seeds, pause) for k in ks]
        return [list(found) for found in zip(*each)]
    own = [method] * len(sets) if rows is None else [method.of(part) for part in rows]
    return [
        one.groups(values, ks, seed, pause, resample=True)
        for one, values, seed in zip(own, sets, seeds)
    ]


def cut(merges: np.ndarray, n: int, k: int) -> np.ndarray:
    """Groups 0 to k - 1 after the first n - k merges of a tree, shape (n,).

    Args:
        merges: the two nodes of each merge, shape (n - 1, 2): below n a city, above it the
            (node - n)-th merge.
        n: number of cities.
        k: number of groups.
    """
    node = np.arange(2 * n - 1)
    for new, (left, right) in enumerate(merges[: n - k], start=n):
        node[left] = node[right] = new
    for place in range(2 * n - 2, -1, -1):  # from the last merge down, each to its top
        node[place] = node[node[place]]
    return np.unique(node[:n], return_inverse=True)[1].ravel()
