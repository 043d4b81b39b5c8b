"""Cities in a network of flows: how central each is, and which belong together.

Sources:
    Brandes, U. (2001) A faster algorithm for betweenness centrality. Journal of Mathematical
        Sociology 25, 163-177.
    Brin, S. & Page, L. (1998) The anatomy of a large-scale hypertextual web search engine.
        Computer Networks and ISDN Systems 30, 107-117.
    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008) Fast unfolding of
        communities in large networks. Journal of Statistical Mechanics, P10008.
    Newman, M. E. J. (2004) Analysis of weighted networks. Physical Review E 70, 056131.
    Opsahl, T., Agneessens, F. & Skvoretz, J. (2010) Node centrality in weighted networks. Social
        Networks 32, 245-251 (a link is as long as its flow is small).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx

    from .flows import Links

LOUVAIN_RUNS = 10
_LENGTH_UNITS = 10**12  # of the strongest flow's link, so that equal ways have equal lengths
_SOURCES = 20  # cities between two looks at whether the user has cancelled


@dataclass(frozen=True)
class Position:
    """Where each city stands in the network; NaN and 0 for cities without a flow.

    Attributes:
        pagerank: share of a walk along the flows that is spent in the city, shape (size,).
        betweenness: share of the other cities' pairs whose shortest way passes it, shape (size,).
        community: 1 the one of most cities, 0 for none, shape (size,), integers.
        modularity: of the communities, NaN where there is no flow.
    """

    pagerank: np.ndarray
    betweenness: np.ndarray
    community: np.ndarray
    modularity: float


def position(network: Links, names: Sequence[str], pause: Callable[[], None]) -> Position:
    """Centrality and community of every city that has a flow.

    Nothing depends on the order of the cities: they stand in the order of their names.

    Args:
        network: the links.
        names: of the cities, each once.
        pause: called often; stops the work by raising.
    """
    pagerank, betweenness = np.full((2, network.size), np.nan)
    community = np.zeros(network.size, dtype=int)
    if not len(network):
        return Position(pagerank, betweenness, community, float("nan"))
    order = np.argsort(np.array(names, dtype=str), kind="stable")
    graph = directed(network, order)
    cities = order[list(graph)]
    pagerank[cities] = _pagerank(graph)
    betweenness[cities] = _betweenness(graph, pause)
    groups, modularity = _communities(_both_ways(graph), pause)
    for number, group in enumerate(groups, start=1):
        community[order[sorted(group)]] = number
    return Position(pagerank, betweenness, community, modularity)


def directed(network: Links, order: np.ndarray) -> networkx.DiGraph:
    """The flows as networkx's graph; its nodes are the places in the order, ascending.

    Each edge has `weight`, its share of the strongest flow, and `length`, the strongest flow over
    its own in whole units.

    Args:
        network: at least one link.
        order: positions of the cities, first to last.
    """
    import networkx

    place = np.empty(len(order), dtype=int)
    place[order] = np.arange(len(order))
    start, end = place[network.origin], place[network.destination]
    rows = np.lexsort((end, start))
    most = float(network.value.max())
    units = Fraction(most) * _LENGTH_UNITS
    graph = networkx.DiGraph()
    graph.add_nodes_from(np.unique([start, end]).tolist())
    values = network.value[rows].tolist()
    for a, b, value in zip(start[rows].tolist(), end[rows].tolist(), values):
        graph.add_edge(a, b, weight=value / most, length=round(units / Fraction(value)))
    return graph


def _pagerank(graph: networkx.DiGraph) -> list[float]:
    import networkx

    found = networkx.pagerank(graph, weight="weight", tol=1e-14, max_iter=1000)
    return [found[city] for city in graph]


def _betweenness(graph: networkx.DiGraph, pause: Callable[[], None]) -> np.ndarray:
    """Betweenness over the pairs of other cities, source by source so that it can be stopped."""
    import networkx

    cities = list(graph)
    passed = np.zeros(len(cities))
    for start in range(0, len(cities), _SOURCES):
        pause()
        part = networkx.betweenness_centrality_subset(
            graph, cities[start : start + _SOURCES], cities, weight="length"
        )
        passed += [part[city] for city in cities]
    pairs = (len(cities) - 1) * (len(cities) - 2)
    return passed / max(pairs, 1)


def _both_ways(graph: networkx.DiGraph) -> networkx.Graph:
    """The sum of both directions of each link."""
    import networkx

    joined = networkx.Graph()
    joined.add_nodes_from(graph)
    for a, b, weight in graph.edges(data="weight"):
        known = joined.get_edge_data(a, b, {"weight": 0.0})["weight"]
        joined.add_edge(a, b, weight=known + weight)
    return joined


def _communities(graph: networkx.Graph, pause: Callable[[], None]) -> tuple[list[set[int]], float]:
    """The partition of highest modularity of ten seeded runs of Louvain, the largest first."""
    import networkx

    best: list[set[int]] = []
    highest = -np.inf
    for seed in range(LOUVAIN_RUNS):
        pause()
        found = networkx.algorithms.community.louvain_communities(graph, "weight", seed=seed)
        modularity = networkx.algorithms.community.modularity(graph, found, "weight")
        if modularity > highest + 1e-12:
            best, highest = found, modularity
    return sorted(best, key=lambda group: (-len(group), min(group))), float(highest)
