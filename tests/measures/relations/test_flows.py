"""Flow measures against values worked by hand, and at their limits."""

from math import log

import numpy as np
import pytest
from megaregion.measures.relations.flows import (
    RELATIONS,
    UNRELATED,
    city_flows,
    entropy,
    links,
    region_flows,
    relations,
    strongest,
)

# A core (0) and two secondary cities (1, 2) of region N; a core (3) of S; a city of no region (4).
REGIONS = ["N", "N", "N", "S", None]
ROLES = ["core", "secondary", "secondary", "core", "secondary"]
FLOWS = [(0, 1, 30), (1, 0, 10), (0, 2, 20), (1, 2, 20), (2, 1, 20), (0, 3, 50), (4, 0, 5)]


def network(flows=FLOWS, size=5):
    columns = np.array(flows, dtype=float).reshape(-1, 3)
    return links(size, columns[:, 0].astype(int), columns[:, 1].astype(int), columns[:, 2])


def region(flows, members=(True, True, True, False, False)):
    found = network(flows)
    return region_flows(found, relations(found, REGIONS, ROLES), np.array(members))


def test_links_are_sorted_summed_and_without_loops():
    found = network([(2, 1, 4), (0, 1, 1), (0, 1, 2), (3, 3, 9), (1, 0, 0)])
    assert found.origin.tolist() == [0, 2]
    assert found.destination.tolist() == [1, 1]
    assert found.value.tolist() == [3, 4]


def test_reverse_and_symmetry():
    found = network([(0, 1, 30), (1, 0, 10), (0, 2, 20)])
    assert found.reverse.tolist() == [10, 0, 30]  # 0-1, 0-2, 1-0
    assert found.symmetry.tolist() == pytest.approx([0.5, 1, -0.5])


def test_relations():
    found = network()
    words = [RELATIONS[i] if i != UNRELATED else None for i in relations(found, REGIONS, ROLES)]
    pairs = dict(zip(zip(found.origin.tolist(), found.destination.tolist()), words))
    assert pairs == {
        (0, 1): "core-secondary",
        (1, 0): "core-secondary",
        (0, 2): "core-secondary",
        (1, 2): "secondary-secondary",
        (2, 1): "secondary-secondary",
        (0, 3): "between regions",
        (4, 0): None,
    }


def test_two_cores_and_a_small_city():
    found = network([(0, 1, 1), (1, 2, 1)])
    roles = ["core", "core", "small", "core", None]
    assert relations(found, REGIONS, roles).tolist() == [RELATIONS.index("core-core"), UNRELATED]


def test_cities():
    cities = city_flows(network())
    assert cities.inflow.tolist() == [15, 50, 40, 50, 0]
    assert cities.outflow.tolist() == [100, 30, 20, 0, 5]
    # City 0: 115 in and out; the other four 80, 60, 50 and 5, on average 48.75
    assert cities.dominance[0] == pytest.approx(115 / 48.75)
    assert cities.dominance[4] == pytest.approx(5 / (305 / 4))


def test_region():
    found = region(FLOWS)
    assert (found.flows, found.total) == (5, 100)
    assert found.core_core == 0
    assert found.core_secondary == pytest.approx(0.6)
    assert found.secondary_secondary == pytest.approx(0.4)
    # Shares 0.3, 0.1, 0.2, 0.2, 0.2 over six directed pairs
    by_hand = -(0.3 * log(0.3) + 0.1 * log(0.1) + 3 * 0.2 * log(0.2)) / log(6)
    assert found.multidirectionality == pytest.approx(by_hand)
    # Unbalanced: 20 between 0 and 1, 20 between 0 and 2, none between 1 and 2
    assert found.symmetry == pytest.approx(0.6)
    # Inflows 10, 50, 40: sigma = sqrt(2600 / 9), sigma_max = 25; 5 of 6 links
    assert found.functional_polycentricity == pytest.approx(5 / 6 * (1 - (2600 / 9) ** 0.5 / 25))


def test_all_flows_equal():
    found = region([(i, j, 7) for i in range(3) for j in range(3) if i != j])
    assert found.multidirectionality == pytest.approx(1)
    assert found.symmetry == 1
    assert found.functional_polycentricity == pytest.approx(1)


def test_one_flow():
    found = region([(0, 1, 9)])
    assert (found.flows, found.total, found.core_secondary) == (1, 9, 1)
    assert found.multidirectionality == 0
    assert found.symmetry == 0
    # Inflows 0, 9, 0: sigma = 9 sqrt(2) / 3 of at most 4.5; one of six links
    assert found.functional_polycentricity == pytest.approx((1 - 2 * 2**0.5 / 3) / 6)


def test_two_cities():
    one_way = region([(0, 1, 4)], (True, True, False, False, False))
    assert one_way.functional_polycentricity == 0
    both = region([(0, 1, 4), (1, 0, 4)], (True, True, False, False, False))
    assert both.functional_polycentricity == pytest.approx(1)
    assert both.multidirectionality == pytest.approx(1)


@pytest.mark.parametrize(
    ("flows", "members"),
    [
        ([], (True, True, True, False, False)),
        (FLOWS, (True, False, False, False, False)),
        ([(0, 3, 50)], (True, True, True, False, False)),
    ],
)
def test_no_flow_inside(flows, members):
    found = region(flows, members)
    assert (found.flows, found.total) == (0, 0)
    assert np.isnan([found.core_core, found.multidirectionality, found.symmetry]).all()
    assert np.isnan(found.functional_polycentricity)


def test_no_flow_at_all():
    cities = city_flows(network([]))
    assert not cities.inflow.any()
    assert np.isnan(cities.dominance).all()
    assert not len(network([]).reverse)


def test_entropy_counts_empty_places():
    assert entropy(np.array([1.0, 1.0]), 4) == pytest.approx(0.5)


def test_measures_do_not_depend_on_the_unit():
    flows = np.random.default_rng(0).lognormal(size=(30, 30))
    origin, destination = np.nonzero(np.ones((30, 30)))
    members = np.arange(30) < 12
    results = []
    for unit in (1.0, 1e-9, 1e12):
        found = links(30, origin, destination, flows.ravel() * unit)
        relation = relations(found, ["N"] * 30, ["core"] * 30)
        results.append(region_flows(found, relation, members))
    for other in results[1:]:
        assert other.symmetry == pytest.approx(results[0].symmetry)
        assert other.multidirectionality == pytest.approx(results[0].multidirectionality)
        assert other.functional_polycentricity == pytest.approx(
            results[0].functional_polycentricity
        )
        assert 0 < other.functional_polycentricity < 1


def test_strongest_do_not_depend_on_the_order_of_cities():
    """Of equal links the first by name; the links between regions are a group of their own."""
    regions, names = ["N", "N", "N", "S", None], ["c", "a", "b", "d", "e"]
    ways = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 3), (3, 1), (0, 4), (4, 3)]
    values = [5.0, 5.0, 5.0, 4.0, 1.0, 2.0, 7.0, 8.0]

    def kept(order):
        place = np.argsort(order)
        origin, destination = (place[[way[end] for way in ways]] for end in (0, 1))
        network = links(5, origin, destination, np.array(values))
        names_, regions_ = [names[i] for i in order], [regions[i] for i in order]
        rows = strongest(network, regions_, names_, 1)
        return {(names_[network.origin[r]], names_[network.destination[r]]) for r in rows}

    assert kept([0, 1, 2, 3, 4]) == {("a", "b"), ("d", "a"), ("e", "d")}
    assert kept([4, 2, 0, 3, 1]) == kept([0, 1, 2, 3, 4])


def test_links_that_are_neither_core_nor_secondary_count_in_the_total_only():
    """A small city in the region: its flow of 30 in 90 has no share of its own."""
    found = network([(0, 1, 60), (1, 2, 30)], 3)
    relation = relations(found, ["N"] * 3, ["core", "secondary", "small"])
    got = region_flows(found, relation, np.ones(3, dtype=bool))
    assert (got.total, got.core_core, got.secondary_secondary) == (90, 0, 0)
    assert got.core_secondary == pytest.approx(2 / 3)


@pytest.mark.parametrize("unit", [1e-300, 1e-12, 1e300])
def test_dominance_in_any_unit(unit):
    flows = [(origin, destination, value * unit) for origin, destination, value in FLOWS]
    expected = city_flows(network()).dominance
    np.testing.assert_allclose(city_flows(network(flows)).dominance, expected, rtol=1e-12)


def test_a_city_that_has_all_flows_has_no_dominance_over_others_without():
    """Both ends of a link have its flow: of two cities each dominates by 1, a third by nothing."""
    found = city_flows(network([(0, 1, 7)], 3))
    np.testing.assert_allclose(found.dominance, [2, 2, 0])


def test_each_of_some_strongest():
    found = network([(0, 1, 1), (0, 2, 3), (1, 2, 2), (3, 0, 5), (3, 4, 9)])
    names = ["a", "b", "c", "d", "e"]
    for top_n, kept in ((0, 5), (1, 3), (2, 4), (9, 5)):
        rows = strongest(found, REGIONS, names, top_n)
        assert len(rows) == kept
        assert (np.diff(rows) > 0).all()
    assert found.value[strongest(found, REGIONS, names, 2)].tolist() == [3, 2, 5, 9]
