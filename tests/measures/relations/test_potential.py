"""Gravity and radiation against their formulas written out, and at the limits."""

import numpy as np
import pytest
from megaregion.measures.relations.potential import gravity, radiation, scaled_to

PLACES = np.array([0.0, 1.0, 3.0, 7.0, 7.0])
MASS = np.array([8.0, 2.0, 5.0, 1.0, 4.0])
JOBS = np.array([3.0, 0.0, 6.0, 2.0, 9.0])
DISTANCE = np.abs(PLACES[:, None] - PLACES)


def radiation_written_out(origin, opportunities, distance):
    """The formula of Simini et al. pair by pair."""
    n = len(origin)
    flows = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i == j:
                continue
            s = sum(
                opportunities[k]
                for k in range(n)
                if k not in (i, j) and distance[i, k] <= distance[i, j]
            )
            own, other = opportunities[i], opportunities[j]
            below = (own + s) * (own + other + s)
            flows[i, j] = origin[i] * own * other / below if below else 0.0
    return flows


def test_gravity_by_its_formula():
    distance = DISTANCE + 1 - np.eye(5)
    flows = gravity(MASS, JOBS, distance, 2.0)
    assert flows[0, 2] == pytest.approx(8 * 6 / 4**2)
    assert flows[2, 0] == pytest.approx(5 * 3 / 4**2)
    assert (np.diag(flows) == 0).all()
    assert gravity(MASS, MASS, distance, 0.0)[0, 4] == 32


def test_unknown_distances_stay_unknown():
    distance = DISTANCE + 1.0
    distance[0, 3] = np.nan
    for flows in (gravity(MASS, MASS, distance, 1.0), radiation(MASS, MASS, distance)):
        assert np.argwhere(np.isnan(flows)).tolist() == [[0, 3]]


@pytest.mark.parametrize("opportunities", [MASS, JOBS])
def test_radiation_by_its_formula(opportunities):
    """With a city without opportunities, two in the same place and two equally far."""
    expected = radiation_written_out(MASS, opportunities, DISTANCE)
    np.testing.assert_allclose(radiation(MASS, opportunities, DISTANCE), expected, atol=1e-12)


def test_radiation_of_many_cities():
    generator = np.random.RandomState(2)
    points = generator.random_sample((40, 2))
    distance = np.hypot(*(points[:, None] - points).T).T
    mass = generator.lognormal(size=40) * 1e6
    flows = radiation(mass, mass, distance)
    np.testing.assert_allclose(flows, radiation_written_out(mass, mass, distance), rtol=1e-9)
    # In a closed system all but m / M of a city's travellers arrive (Masucci et al. 2013).
    np.testing.assert_allclose(flows.sum(axis=1), mass * (1 - mass / mass.sum()), rtol=1e-9)


def test_no_opportunities_at_all():
    assert (radiation(MASS, np.zeros(5), DISTANCE) == 0).all()


def test_scaled_to_a_total():
    flows = np.array([[0.0, 3.0], [np.nan, 0.0]])
    assert scaled_to(flows, 12.0)[0, 1] == 12
    assert (scaled_to(np.zeros((2, 2)), 12.0) == 0).all()


@pytest.mark.parametrize("unit", [1e-300, 1e-160, 1e160, 1e300])
def test_opportunities_have_no_unit_in_the_radiation_model(unit):
    expected = radiation(MASS, JOBS, DISTANCE)
    np.testing.assert_allclose(radiation(MASS, JOBS * unit, DISTANCE), expected, rtol=1e-9)
    np.testing.assert_allclose(radiation(MASS * unit, JOBS, DISTANCE), expected * unit, rtol=1e-9)


def test_flows_do_not_depend_on_the_order_of_cities():
    order = np.array([3, 0, 4, 2, 1])
    apart = DISTANCE + 1.0
    for model in (radiation, lambda o, d, s: gravity(o, d, s, 1.5)):
        found = model(MASS, JOBS, apart)[np.ix_(order, order)]
        again = model(MASS[order], JOBS[order], apart[np.ix_(order, order)])
        np.testing.assert_allclose(again, found, rtol=1e-12)


def test_small_totals_are_scaled_too():
    flows = np.array([[0.0, 1e-300], [2e-300, 0.0]])
    np.testing.assert_allclose(scaled_to(flows, 3.0), [[0, 1], [2, 0]])
