"""Groups of cities that hold together on a graph of neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..distance import great_circle_km

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_MOST_REFINED = 10_000  # cities
_SMALLEST_GAIN = 1e-9  # of the within sum of squares; less is rounding


def refined(
    features: np.ndarray,
    neighbours: csr_matrix,
    labels: np.ndarray,
    pause: Callable[[], None] = lambda: None,
) -> np.ndarray:
    """The groups with cities moved across borders as long as the within sum of squares falls.

    The move with the largest gain comes first. A city joins a group that a neighbour of it is in,
    and leaves only a group that holds together without it, so that connected groups stay so. Above
    10,000 cities the groups are left as they are.

    Args:
        features: shape (n, f).
        neighbours: symmetric, shape (n, n).
        labels: 0 to k - 1, each group connected, shape (n,).
        pause: called before each move; stops the work by raising.
    """
    if len(features) > _MOST_REFINED:
        return labels
    labels = labels.copy()
    k = labels.max() + 1
    start = np.repeat(np.arange(len(labels)), np.diff(neighbours.indptr))
    end = neighbours.indices
    sizes = np.bincount(labels, minlength=k).astype(float)
    sums = np.stack([np.bincount(labels, column, minlength=k) for column in features.T], axis=1)
    least = _SMALLEST_GAIN * float(((features - features.mean(axis=0)) ** 2).sum())
    while True:
        pause()
        across = labels[start] != labels[end]
        city, target = start[across], labels[end[across]]
        centres = sums / sizes[:, None]
        own = labels[city]
        leaving = ((features[city] - centres[own]) ** 2).sum(axis=1)
        joining = ((features[city] - centres[target]) ** 2).sum(axis=1)
        gains = leaving * sizes[own] / np.maximum(sizes[own] - 1, 1)
        gains -= joining * sizes[target] / (sizes[target] + 1)
        gains[sizes[own] == 1] = -np.inf
        for move in np.argsort(-gains, kind="stable"):
            if gains[move] <= least:
                return labels
            if _holds_without(neighbours, labels, int(city[move])):
                break
        else:
            return labels
        moved, old, new = city[move], own[move], target[move]
        labels[moved] = new
        sizes[old] -= 1
        sizes[new] += 1
        sums[old] -= features[moved]
        sums[new] += features[moved]


def _holds_without(neighbours: csr_matrix, labels: np.ndarray, city: int) -> bool:
    """Whether the city's group is connected without it."""
    from scipy.sparse.csgraph import connected_components

    rest = np.flatnonzero(labels == labels[city])
    rest = rest[rest != city]
    return bool(connected_components(neighbours[rest][:, rest], directed=False)[0] == 1)


def contracted(
    indptr: np.ndarray, indices: np.ndarray, rows: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The graph of some of the cities: neighbours also through cities that are left out.

    A connected graph stays connected.

    Args:
        indptr: of the neighbours in compressed rows, shape (n + 1,).
        indices: their positions.
        rows: positions of the m cities kept.

    Returns:
        `indptr`, shape (m + 1,), and `indices` of the kept cities, in their order.
    """
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    n = len(indptr) - 1
    graph = csr_matrix((np.ones(len(indices)), indices, indptr), (n, n))
    left_out = np.setdiff1d(np.arange(n), rows)
    kept = graph[rows]
    direct = kept[:, rows]
    if len(left_out):
        number, part = connected_components(graph[left_out][:, left_out], directed=False)
        members = csr_matrix(
            (np.ones(len(left_out)), (np.arange(len(left_out)), part)), (len(left_out), number)
        )
        touches = kept[:, left_out] @ members
        direct = direct + touches @ touches.T
    direct = direct.tolil()
    direct.setdiag(0)
    result = direct.tocsr()
    result.eliminate_zeros()
    result.sort_indices()
    return result.indptr, result.indices


def bridged(
    indptr: np.ndarray, indices: np.ndarray, points: np.ndarray
) -> tuple[np.ndarray, np.ndarray, list[tuple[int, int]]]:
    """The graph with its parts joined at their nearest cities, until all hold together.

    Args:
        indptr: of the neighbours in compressed rows, shape (n + 1,).
        indices: their positions.
        points: longitude and latitude of the cities in degrees, shape (n, 2).

    Returns:
        `indptr` and `indices` of the connected graph, and the pairs of cities joined.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    n = len(points)
    start = np.repeat(np.arange(n), np.diff(indptr))
    # Neighbours of one side only count for both
    pairs = {(min(i, j), max(i, j)) for i, j in zip(start.tolist(), indices.tolist()) if i != j}
    joined: list[tuple[int, int]] = []
    lon, lat = points.T
    while True:
        i, j = (np.array(side, dtype=int) for side in zip(*sorted(pairs))) if pairs else ((), ())
        both = np.concatenate([i, j]), np.concatenate([j, i])
        graph = coo_matrix((np.ones(len(both[0])), both), (n, n)).tocsr()
        number, part = connected_components(graph, directed=False)
        if number == 1:
            return graph.indptr, graph.indices, joined
        # The smallest part to its nearest: the pair of cities that is closest.
        smallest = np.bincount(part).argmin()
        inside, outside = np.flatnonzero(part == smallest), np.flatnonzero(part != smallest)
        km = great_circle_km(lon[inside], lat[inside], lon[outside], lat[outside])
        a, b = np.unravel_index(km.argmin(), km.shape)
        pair = int(inside[a]), int(outside[b])
        joined.append(pair)
        pairs.add((min(pair), max(pair)))
