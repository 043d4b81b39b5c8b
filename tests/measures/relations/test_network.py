"""Centrality and communities of cities: networkx called directly, and values by hand."""

import networkx
import numpy as np
import pytest
from megaregion.measures.relations.flows import links
from megaregion.measures.relations.network import position


def found(flows, names, order=None):
    """Position of the cities, by name; `order` is the order in which they stand."""
    order = order or names
    place = {name: i for i, name in enumerate(order)}
    start, end, value = zip(*flows) if flows else ((), (), ())
    network = links(
        len(order),
        np.array([place[name] for name in start], dtype=int),
        np.array([place[name] for name in end], dtype=int),
        np.array(value, dtype=float),
    )
    result = position(network, order, lambda: None)
    rows = zip(result.pagerank, result.betweenness, result.community)
    return dict(zip(order, rows)), result.modularity


def random_flows(seed, size=25, share=0.3):
    generator = np.random.RandomState(seed)
    names = [f"c{i:02d}" for i in range(size)]
    return names, [
        (a, b, float(generator.lognormal(0, 2)))
        for a in names
        for b in names
        if a != b and generator.random_sample() < share
    ]


def test_as_networkx_called_directly():
    names, flows = random_flows(0)
    cities, _ = found(flows, names)
    graph = networkx.DiGraph()
    for a, b, value in flows:
        graph.add_edge(a, b, value=value, length=1 / value)
    rank = networkx.pagerank(graph, weight="value", tol=1e-14, max_iter=1000)
    between = networkx.betweenness_centrality(graph, weight="length")
    for name in names:
        assert cities[name][0] == pytest.approx(rank[name], abs=1e-12)
        assert cities[name][1] == pytest.approx(between[name], abs=1e-12)
    assert sum(city[0] for city in cities.values()) == pytest.approx(1)


def test_by_hand_a_line_of_four():
    """A - B - C - D both ways: B lies on the ways A-C, A-D and back, 4 of the 3 x 2 pairs."""
    flows = [(a, b, 5) for a, b in ("AB", "BA", "BC", "CB", "CD", "DC")]
    cities, modularity = found(flows, list("ABCD"))
    assert [cities[name][1] for name in "ABCD"] == pytest.approx([0, 2 / 3, 2 / 3, 0])
    # PageRank by symmetry: a = 0.0375 + 0.85 b / 2 and a + b = 1/2.
    a = (0.0375 + 0.425 * 0.5) / 1.425
    assert [cities[name][0] for name in "ABCD"] == pytest.approx([a, 0.5 - a, 0.5 - a, a])
    # Two halves: 2 of 3 links inside, Q = 2/3 - 2 (3/6)^2.
    assert [cities[name][2] for name in "ABCD"] == [1, 1, 2, 2]
    assert modularity == pytest.approx(2 / 3 - 1 / 2)


def test_strong_flows_make_short_ways():
    """A to C direct is 1/1 long, by B 1/4 + 1/4; equal ways share the pair."""
    cities, _ = found([("A", "C", 1), ("A", "B", 4), ("B", "C", 4)], list("ABC"))
    assert cities["B"][1] == pytest.approx(1 / 2)
    ties, _ = found([("A", "D", 1), ("A", "B", 3), ("B", "C", 3), ("C", "D", 3)], list("ABCD"))
    # 1/3 + 1/3 + 1/3 is as long as 1/1, also where floats are not: A-D half, A-C and B-D whole.
    assert ties["B"][1] == ties["C"][1] == pytest.approx(1.5 / 6)
    tenths = [("A", "D", 0.1), ("A", "B", 0.3), ("B", "C", 0.3), ("C", "D", 0.3)]
    assert found(tenths, list("ABCD"))[0]["B"][1] == ties["B"][1]


def test_flows_to_oneself_and_repeated_rows_change_nothing():
    names, flows = random_flows(1)
    halves = [(a, b, value / 2) for a, b, value in flows for _ in range(2)]
    assert found([*halves, ("c03", "c03", 1e6)], names) == found(flows, names)


def test_parts_apart_and_cities_without_flows():
    flows = [(a, b, 1) for group in ("ABC", "DE") for a in group for b in group if a != b]
    cities, modularity = found(flows, list("ABCDEF"))
    assert [cities[name][2] for name in "ABCDEF"] == [1, 1, 1, 2, 2, 0]
    assert np.isnan(cities["F"][0])
    assert np.isnan(cities["F"][1])
    assert cities["A"][:2] == pytest.approx((1 / 5, 0))
    assert modularity == pytest.approx(1 - (3 / 4) ** 2 - (1 / 4) ** 2)


@pytest.mark.parametrize("names", [["A"], ["A", "B"]])
def test_no_flow(names):
    cities, modularity = found([("A", "A", 3)], names)
    assert np.isnan(modularity)
    assert all(np.isnan(pagerank) and number == 0 for pagerank, _, number in cities.values())


def test_two_cities():
    cities, _ = found([("A", "B", 2), ("B", "A", 2)], ["A", "B"])
    assert cities["A"] == pytest.approx((0.5, 0, 1))


@pytest.mark.parametrize("seed", range(3))
def test_order_and_unit_change_nothing(seed):
    """Ten cities with equal flows on a ring, where any cut into parts is as good as another."""
    names, more = random_flows(5, 10)
    flows = [(a, b, 0.1) for a, b in zip(names, names[1:] + names[:1])]
    flows += more if seed else []
    expected = found(flows, names)
    generator = np.random.RandomState(seed)
    shuffled = [flows[i] for i in generator.permutation(len(flows))]
    order = [names[i] for i in generator.permutation(10)]
    assert found(shuffled, names, order) == expected
    for unit in (1e-200, 3.0, 1e200):
        cities, _ = found([(a, b, value * unit) for a, b, value in flows], names)
        for name in names:
            assert cities[name] == pytest.approx(expected[0][name], abs=1e-12)


def test_communities_found_where_they_are():
    """Four groups of eight with ten times the flow inside: Louvain of networkx agrees."""
    generator = np.random.RandomState(2)
    names = [f"c{i:02d}" for i in range(32)]
    flows = [
        (a, b, generator.random_sample() * (10 if i // 8 == j // 8 else 1))
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i != j
    ]
    cities, modularity = found(flows, names)
    assert [cities[name][2] for name in names] == [i // 8 + 1 for i in range(32)]
    graph = networkx.Graph()
    weights = {(a, b): value for a, b, value in flows}
    for (a, b), value in weights.items():
        if a < b:
            graph.add_edge(a, b, weight=value + weights[b, a])
    parts = [set(names[start : start + 8]) for start in range(0, 32, 8)]
    direct = networkx.algorithms.community.modularity(graph, parts)
    assert modularity == pytest.approx(direct)
