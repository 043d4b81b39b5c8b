"""Groups of cities that hold together on a graph of neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..distance import great_circle_km
from ..neighbours import Neighbours, from_pairs

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
    10,000 cities the groups stay as they are given.

    Args:
        features: shape (n, f).
        neighbours: symmetric, shape (n, n).
        labels: 0 to k - 1, each group connected, shape (n,).
        pause: called before each move; stops the work by raising.
    """
    if len(features) > _MOST_REFINED:
        return labels
    labels = labels.copy()
    start = np.repeat(np.arange(len(labels)), np.diff(neighbours.indptr))
    end = neighbours.indices
    sizes = np.bincount(labels).astype(float)
    sums = np.stack([np.bincount(labels, column) for column in features.T], axis=1)
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


def best_connected(
    features: np.ndarray,
    neighbours: csr_matrix,
    joined: np.ndarray,
    pause: Callable[[], None] = lambda: None,
) -> np.ndarray:
    """The connected groups of least within sum of squares that are found, shape (n,).

    From the groups given and from as many found by splits, cities are moved across borders; the
    better ones are improved by joining two groups and splitting another as long as that helps.
    Above 10,000 cities the groups stay as they are given.

    Args:
        features: shape (n, f).
        neighbours: symmetric and connected, shape (n, n).
        joined: groups 0 to k - 1 by Ward's method, shape (n,).
        pause: called often; stops the work by raising.
    """
    if len(features) > _MOST_REFINED:
        return joined  # moves and splits would take minutes
    split = split_along_trees(features, neighbours, int(joined.max()) + 1)
    starts = [refined(features, neighbours, labels, pause) for labels in (joined, split)]
    best = min(starts, key=lambda labels: _within(features, labels))
    while (other := exchanged(features, neighbours, best)) is not None:
        other = refined(features, neighbours, other, pause)
        if _within(features, other) >= _within(features, best) * (1 - _SMALLEST_GAIN):
            break
        best = other
    return best


def _within(features: np.ndarray, labels: np.ndarray) -> float:
    """Within sum of squares."""
    sizes = np.bincount(labels)
    sums = np.stack([np.bincount(labels, column) for column in features.T])
    return float((features**2).sum() - (sums**2 / sizes).sum())


def split_along_trees(features: np.ndarray, neighbours: csr_matrix, k: int) -> np.ndarray:
    """Connected groups by splits, as SKATER finds them (Assunção et al. 2006), shape (n,).

    Again and again the group is split that loses most of its sum of squares, at the edge of its
    minimum spanning tree where that is most.

    Args:
        features: shape (n, f).
        neighbours: symmetric and connected, shape (n, n).
        k: number of groups.
    """
    labels = np.zeros(len(features), dtype=int)
    splits = {0: _best_split(features, neighbours, np.arange(len(features)))}
    for new in range(1, k):
        group = max(splits, key=lambda g: splits[g][0])
        labels[splits[group][1]] = new
        for changed in (group, new):
            rows = np.flatnonzero(labels == changed)
            splits[changed] = _best_split(features, neighbours, rows)
    return labels


def exchanged(
    features: np.ndarray, neighbours: csr_matrix, labels: np.ndarray
) -> np.ndarray | None:
    """The groups with the two most alike neighbours joined and the best other one split.

    Returns:
        None where that does not lower the within sum of squares.
    """
    sizes = np.bincount(labels).astype(float)
    sums = np.stack([np.bincount(labels, column) for column in features.T], axis=1)
    means = sums / sizes[:, None]
    start, end = neighbours.nonzero()
    touching = np.unique(np.sort(np.column_stack([labels[start], labels[end]]), axis=1), axis=0)
    touching = touching[touching[:, 0] != touching[:, 1]]
    a, b = touching.T
    costs = sizes[a] * sizes[b] / (sizes[a] + sizes[b]) * ((means[a] - means[b]) ** 2).sum(axis=1)
    cheapest = int(costs.argmin())
    one, other = touching[cheapest]
    joined = np.where(labels == other, one, labels)
    best_gain, part = 0.0, np.empty(0, dtype=int)
    for group in np.unique(joined):
        gain, rows = _best_split(features, neighbours, np.flatnonzero(joined == group))
        if gain > best_gain:
            best_gain, part = gain, rows
    if best_gain <= costs[cheapest] * (1 + _SMALLEST_GAIN):
        return None
    joined[part] = other
    return joined


def _best_split(
    features: np.ndarray, neighbours: csr_matrix, rows: np.ndarray
) -> tuple[float, np.ndarray]:
    """What a group loses at the best edge of its tree, and the rows on one side of it."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    if len(rows) == 1:
        return -np.inf, rows
    part = features[rows]
    edges = neighbours[rows][:, rows].tocoo()
    apart = ((part[edges.row] - part[edges.col]) ** 2).sum(axis=1)
    # A length of 0 would be no edge
    lengths = np.sqrt(apart) + max(float(apart.max()), 1.0) * _SMALLEST_GAIN
    tree = minimum_spanning_tree(coo_matrix((lengths, (edges.row, edges.col)), edges.shape))
    order, above = breadth_first_order(tree, 0, directed=False)
    sizes, sums = np.ones(len(rows)), part - part.mean(axis=0)
    for node in order[:0:-1]:  # from the leaves up
        sizes[above[node]] += sizes[node]
        sums[above[node]] += sums[node]
    # The rest has the opposite sum, because the whole has none.
    gains = (sums[1:] ** 2).sum(axis=1) * (1 / sizes + 1 / np.maximum(len(rows) - sizes, 1))[1:]
    gains = np.insert(gains, 0, -np.inf)  # the root has no edge above it
    top = int(gains.argmax())
    inside = np.zeros(len(rows), dtype=bool)
    inside[top] = True
    for node in order[1:]:
        inside[node] |= inside[above[node]]
    return float(gains[top]), rows[inside]


def contracted(neighbours: Neighbours, rows: np.ndarray) -> Neighbours:
    """The graph of some of the cities: neighbours also through cities that are left out.

    A connected graph stays connected.

    Args:
        neighbours: of the n cities, both ways.
        rows: positions of the m cities kept, in the order wanted.
    """
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    graph = as_graph(neighbours)
    left_out = np.setdiff1d(np.arange(graph.shape[0]), rows)
    kept = graph[rows]
    direct = kept[:, rows]
    if len(left_out):
        number, part = connected_components(graph[left_out][:, left_out], directed=False)
        members = csr_matrix(
            (np.ones(len(left_out)), (np.arange(len(left_out)), part)), (len(left_out), number)
        )
        touches = kept[:, left_out] @ members
        direct = direct + touches @ touches.T
    cities, others = direct.nonzero()
    apart = cities != others
    return from_pairs(len(rows), cities[apart], others[apart])


def as_graph(neighbours: Neighbours) -> csr_matrix:
    """The neighbours as a sparse matrix of ones, shape (n, n)."""
    from scipy.sparse import csr_matrix

    n = len(neighbours.counts)
    ones = np.ones(len(neighbours.indices))
    return csr_matrix((ones, neighbours.indices, neighbours.starts), (n, n))


def bridged(neighbours: Neighbours, points: np.ndarray) -> tuple[Neighbours, list[tuple[int, int]]]:
    """The graph with its parts joined at their nearest cities, until all hold together.

    Args:
        neighbours: of the n cities; neighbours of one side count for both.
        points: longitude and latitude of the cities in degrees, shape (n, 2).

    Returns:
        The connected graph, and the pairs of cities joined.
    """
    from scipy.sparse.csgraph import connected_components

    n = len(points)
    start = np.repeat(np.arange(n), neighbours.counts)
    pairs = {(min(i, j), max(i, j)) for i, j in zip(start.tolist(), neighbours.indices.tolist())}
    joined: list[tuple[int, int]] = []
    lon, lat = points.T
    while True:
        i, j = np.array(sorted(pairs), dtype=int).reshape(-1, 2).T
        both = from_pairs(n, np.concatenate([i, j]), np.concatenate([j, i]))
        number, part = connected_components(as_graph(both), directed=False)
        if number == 1:
            return both, joined
        # The smallest part to its nearest: the pair of cities that is closest.
        smallest = np.bincount(part).argmin()
        inside, outside = np.flatnonzero(part == smallest), np.flatnonzero(part != smallest)
        km = great_circle_km(lon[inside], lat[inside], lon[outside], lat[outside])
        a, b = np.unravel_index(km.argmin(), km.shape)
        pair = int(inside[a]), int(outside[b])
        joined.append(pair)
        pairs.add((min(pair), max(pair)))
