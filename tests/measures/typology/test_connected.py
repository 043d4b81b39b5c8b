"""Types that hold together in space, beside scikit-learn and SKATER."""

import itertools

import numpy as np
import pygeoda
import pytest
from megaregion.measures.neighbours import from_pairs, k_nearest
from megaregion.measures.typology.connected import (
    _best_split,
    as_graph,
    best_connected,
    bridged,
    contracted,
    exchanged,
    refined,
    split_along_trees,
)
from megaregion.measures.typology.find import find_types
from megaregion.measures.typology.methods import ConnectedWard
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
from sklearn.cluster import AgglomerativeClustering


def unhindered():
    """No cancelling in these tests."""


def square(side):
    """Cities on a lattice, neighbours up, down, left and right; and their places."""
    number = np.arange(side * side).reshape(side, side)
    one = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    other = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    rows, columns = np.divmod(np.arange(side * side), side)
    places = np.column_stack([100 + columns / 10, 30 + rows / 10])
    pairs = np.concatenate([one, other]), np.concatenate([other, one])
    return from_pairs(side * side, *pairs), places


def holds_together(neighbours, types):
    graph = as_graph(neighbours)
    return all(
        connected_components(graph[rows][:, rows])[0] == 1
        for rows in (np.flatnonzero(types == t) for t in np.unique(types))
    )


def within(values, labels):
    return sum(
        ((values[labels == t] - values[labels == t].mean(axis=0)) ** 2).sum()
        for t in np.unique(labels)
    )


def smooth(places, features, seed):
    """Values that are alike for near places."""
    apart = np.hypot(*(places[:, None] - places).T) * 10
    root = np.linalg.cholesky(np.exp(-apart / 2) + 1e-9 * np.eye(len(places)))
    values = root @ np.random.RandomState(seed).standard_normal((len(places), features))
    return (values - values.mean(axis=0)) / values.std(axis=0)


@pytest.mark.parametrize("kind", ["smooth", "noise"])
def test_within_sum_of_squares_is_at_most_that_of_skater(kind, tmp_path):
    neighbours, places = square(12)
    values = smooth(places, 4, 1)
    if kind == "noise":
        values = np.random.RandomState(1).standard_normal((144, 4))
    lines = [f"0 {len(values)} cities id"]
    for city in range(len(values)):
        others = neighbours.of(city)
        lines += [f"{city} {len(others)}", " ".join(map(str, others))]
    (tmp_path / "weights.gal").write_text("\n".join(lines) + "\n")
    ids = [str(city) for city in range(len(values))]
    weights = pygeoda.read_gal(str(tmp_path / "weights.gal"), ids)
    ks = [2, 4, 7]
    found = ConnectedWard(neighbours).groups(values, ks, 0, unhindered)
    for k, partition in zip(ks, found):
        columns = [column.tolist() for column in values.T]
        skater = pygeoda.skater(k, weights, columns, scale_method="raw")["Clusters"]
        ward = AgglomerativeClustering(k, connectivity=as_graph(neighbours)).fit_predict(values)
        assert partition.inertia == pytest.approx(within(values, partition.labels))
        assert partition.inertia <= within(values, np.array(skater)) + 1e-9
        assert partition.inertia <= within(values, ward) + 1e-9
        assert len(np.unique(partition.labels)) == k
        assert holds_together(neighbours, partition.labels)


def test_types_hold_together_in_any_order_of_rows():
    neighbours, places = square(8)
    values = np.round(smooth(places, 2, 3))  # many cities are equal
    settings = {"places": places, "method": ConnectedWard(neighbours)}
    found = find_types(values, ["a", "b"], [2, 3, 4, 5], **settings)
    assert holds_together(neighbours, found.types)
    assert ((found.membership >= 0) & (found.membership <= 1)).all()
    order = np.random.RandomState(0).permutation(64)
    settings = {"places": places[order], "method": ConnectedWard(contracted(neighbours, order))}
    again = find_types(values[order], ["a", "b"], [2, 3, 4, 5], **settings)
    np.testing.assert_array_equal(again.types, found.types[order])
    np.testing.assert_array_equal(again.membership, found.membership[order])


def test_left_out_cities_still_join_their_neighbours():
    """A row of five cities: without the second and third, the first and fourth are neighbours."""
    chain = from_pairs(5, np.array([0, 1, 1, 2, 2, 3, 3, 4]), np.array([1, 0, 2, 1, 3, 2, 4, 3]))
    found = contracted(chain, np.array([0, 3, 4]))
    assert [found.of(city).tolist() for city in range(3)] == [[1], [0, 2], [1]]


def test_parts_are_joined_at_their_nearest_cities():
    places = np.array([[0.0, 0.0], [1.0, 0.0], [5.0, 0.0], [6.0, 0.0], [20.0, 0.0]])
    pairs = from_pairs(5, np.array([0, 2]), np.array([1, 3]))  # one way only
    found, joined = bridged(pairs, places)
    assert [sorted(pair) for pair in joined] == [[3, 4], [1, 2]]
    assert found.of(1).tolist() == [0, 2]
    assert connected_components(as_graph(found))[0] == 1
    whole, none = bridged(found, places)
    assert (whole.indices.tolist(), none) == (found.indices.tolist(), [])


def test_nearest_of_points_are_joined_both_ways():
    generator = np.random.RandomState(6)
    places = generator.random_sample((30, 2)) + np.array([100, 30])
    found, _ = bridged(k_nearest(*places.T, 4), places)
    graph = as_graph(found)
    assert (graph != graph.T).nnz == 0
    assert (found.counts >= 4).all()


def losses_of_tree_edges(values, neighbours, rows):
    """What a group loses at each edge of its minimum spanning tree, each cut in turn."""
    apart = as_graph(neighbours)[rows][:, rows].toarray()
    apart *= np.linalg.norm(values[rows][:, None] - values[rows], axis=2)
    tree = minimum_spanning_tree(apart).toarray()
    whole = within(values[rows], np.zeros(len(rows)))
    found = {}
    for edge in np.argwhere(tree):
        rest = tree.copy()
        rest[tuple(edge)] = 0
        side = connected_components(rest, directed=False)[1]
        assert side.max() == 1
        sides = [frozenset(rows[side == number].tolist()) for number in (0, 1)]
        found[tuple(sides)] = whole - within(values[rows], side)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_best_split_of_a_tree_is_found(seed):
    neighbours, _ = square(5)
    values = np.random.RandomState(seed).standard_normal((25, 2))
    for rows in (np.arange(25), np.arange(10), np.array([0, 1]), np.array([3, 4, 8, 9, 14])):
        losses = losses_of_tree_edges(values, neighbours, rows)
        gain, part = _best_split(values, as_graph(neighbours), rows)
        assert gain == pytest.approx(max(losses.values()))
        sides = max(losses, key=losses.get)
        assert frozenset(part.tolist()) in sides
    assert _best_split(values, as_graph(neighbours), np.array([7]))[0] == -np.inf


@pytest.mark.parametrize("seed", range(3))
def test_splits_along_trees_are_those_of_skater(seed):
    neighbours, _ = square(6)
    values = np.random.RandomState(seed).standard_normal((36, 2))
    groups = [np.arange(36)]
    for k in range(2, 7):
        best = [losses_of_tree_edges(values, neighbours, rows) for rows in groups]
        losses = [max(found.values(), default=-np.inf) for found in best]
        place = int(np.argmax(losses))
        sides = max(best[place], key=best[place].get)
        groups[place : place + 1] = [np.array(sorted(side)) for side in sides]
        found = split_along_trees(values, as_graph(neighbours), k)
        assert {frozenset(np.flatnonzero(found == t).tolist()) for t in range(k)} == {
            frozenset(rows.tolist()) for rows in groups
        }


def moves_that_help(values, neighbours, labels):
    """Moves of a city to a neighbour's group that keep all groups connected and lower the sum."""
    before = within(values, labels)
    for city in range(len(labels)):
        for target in set(labels[neighbours.of(city)]) - {labels[city]}:
            moved = labels.copy()
            moved[city] = target
            allowed = len(set(moved)) == len(set(labels)) and holds_together(neighbours, moved)
            if allowed and within(values, moved) < before * (1 - 1e-8):
                yield city, target


@pytest.mark.parametrize("seed", range(5))
def test_after_refinement_no_move_across_a_border_helps(seed):
    neighbours, places = square(6)
    values = smooth(places, 2, seed)
    graph = as_graph(neighbours)
    start = np.repeat([0, 1, 2], 12)  # pairs of rows of the lattice
    assert list(moves_that_help(values, neighbours, start))
    found = refined(values, graph, start)
    assert within(values, found) < within(values, start)
    assert holds_together(neighbours, found)
    assert len(set(found)) == 3
    assert not list(moves_that_help(values, neighbours, found))
    np.testing.assert_array_equal(start, np.repeat([0, 1, 2], 12))  # what was given stays


def test_a_city_alone_in_its_group_stays_there():
    chain = from_pairs(3, np.array([0, 1, 1, 2]), np.array([1, 0, 2, 1]))
    values = np.array([[0.0], [0.1], [5.0]])
    np.testing.assert_array_equal(refined(values, as_graph(chain), np.array([0, 1, 1])), [0, 0, 1])
    labels = np.array([0, 1, 2])
    np.testing.assert_array_equal(refined(values, as_graph(chain), labels), labels)


def test_a_city_that_holds_its_group_together_stays():
    """A row of three: the middle one would rather belong to the other group beside it."""
    pairs = [(0, 1), (1, 2), (1, 3), (3, 4)]
    one, other = np.array(pairs).T
    star = from_pairs(5, np.r_[one, other], np.r_[other, one])
    values = np.array([[0.0], [9.0], [0.1], [9.1], [9.2]])
    labels = np.array([0, 0, 0, 1, 1])
    np.testing.assert_array_equal(refined(values, as_graph(star), labels), labels)


@pytest.mark.parametrize("unit", [1e-6, 1.0, 1e6])
def test_two_groups_joined_and_another_split(unit):
    """A chain 0 0 | 0 0 | 5 5 9 9: the first two groups are one, the third is two."""
    one = np.arange(7)
    chain = from_pairs(8, np.r_[one, one + 1], np.r_[one + 1, one])
    values = np.array([[0.0], [0.0], [0.1], [0.1], [5.0], [5.0], [9.0], [9.0]]) * unit
    found = exchanged(values, as_graph(chain), np.array([0, 0, 1, 1, 2, 2, 2, 2]))
    assert len({tuple(found[i : i + 2]) for i in (0, 2)}) == 1
    assert [found[i] == found[i + 1] for i in range(7)] == [True] * 3 + [False, True, False, True]
    assert exchanged(values, as_graph(chain), found) is None  # it is best as it is


def test_of_all_connected_partitions_of_chains_nearly_always_the_best():
    """On a chain the optimum of k groups is known by trying all places of the borders."""
    one = np.arange(11)
    chain = from_pairs(12, np.r_[one, one + 1], np.r_[one + 1, one])
    optimal = []
    for seed, k in itertools.product(range(4), (2, 3, 4)):
        values = np.cumsum(np.random.RandomState(seed).standard_normal((12, 1)), axis=0)
        best = min(
            within(values, np.searchsorted(borders, np.arange(12), side="right"))
            for borders in itertools.combinations(range(1, 12), k - 1)
        )
        start = np.minimum(np.arange(12), k - 1)
        found = best_connected(values, as_graph(chain), start)
        assert len(set(found)) == k
        assert best * (1 - 1e-9) <= within(values, found) <= best * 1.1
        optimal.append(within(values, found) <= best * (1 + 1e-9))
    assert sum(optimal) >= 10
