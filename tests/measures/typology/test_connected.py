"""Types that hold together in space, beside scikit-learn and SKATER."""

import numpy as np
import pygeoda
import pytest
from megaregion.measures.neighbours import from_pairs, k_nearest
from megaregion.measures.typology.connected import as_graph, bridged, contracted
from megaregion.measures.typology.find import find_types
from megaregion.measures.typology.methods import ConnectedWard
from scipy.sparse.csgraph import connected_components
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
