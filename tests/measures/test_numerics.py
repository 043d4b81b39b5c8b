"""Measures at the edge of floating-point numbers: the unit of a value changes nothing."""

from decimal import Decimal, localcontext

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.inequality import dagum_decomposition, theil_decomposition
from megaregion.measures.numerics import entropy_excess, rescaled, standard_deviation
from megaregion.measures.relations.flows import links, region_flows
from megaregion.measures.relations.polycentricity import polycentricity
from megaregion.measures.typology.scale import standardised
from megaregion.measures.unevenness.region import unevenness

POWERS = [2.0**-1000, 2.0**-300, 2.0**500, 2.0**1015]
UNITS = [1e-300, 1e-200, 1e154, 1e200, 1e305]
VALUES = np.random.default_rng(0).lognormal(size=14)
WEIGHTS = np.random.default_rng(1).lognormal(size=14)
IS_CORE = np.arange(14) < 3


def exact_theil(values, weights):
    with localcontext() as context:
        context.prec = 60
        x = [Decimal(float(v)) for v in values]
        w = [Decimal(float(v)) for v in weights]
        mean = sum(a * b for a, b in zip(w, x)) / sum(w)
        return float(sum(a * b / mean * (b / mean).ln() for a, b in zip(w, x)) / sum(w))


@pytest.mark.parametrize("scale", POWERS)
def test_a_power_of_two_changes_no_bit(scale):
    once, again = (polycentricity(v) for v in (VALUES, VALUES * scale))
    assert once == again
    for w in (None, WEIGHTS, WEIGHTS * scale):
        reference = None if w is None else WEIGHTS
        assert theil_decomposition(VALUES * scale, IS_CORE, w) == theil_decomposition(
            VALUES, IS_CORE, reference
        )
        found, expected = (
            dagum_decomposition(v, IS_CORE, x)
            for v, x in ((VALUES * scale, w), (VALUES, reference))
        )
        assert (found.total, found.within) == (expected.total, expected.within)
        assert (found.pairs.affluence == expected.pairs.affluence).all()
        assert (found.pairs.gross_affluence == expected.pairs.gross_affluence * scale).all()
        found = unevenness(VALUES * scale, IS_CORE, w)
        expected = unevenness(VALUES, IS_CORE, reference)
        assert found.core_mean == expected.core_mean * scale
        assert found.secondary_mean == expected.secondary_mean * scale
        assert found.gini_du2025 == expected.gini_du2025
        assert found.theil_between == expected.theil_between


@pytest.mark.parametrize("scale", UNITS)
def test_any_unit_changes_only_the_last_bits(scale):
    once = list(vars(polycentricity(VALUES)).values())
    assert list(vars(polycentricity(VALUES * scale)).values()) == pytest.approx(once, rel=1e-12)
    once, again = (
        unevenness(v, IS_CORE, w) for v, w in ((VALUES, WEIGHTS), (VALUES * scale, WEIGHTS * scale))
    )
    assert list(vars(again).values())[2:] == pytest.approx(list(vars(once).values())[2:], rel=1e-9)


def test_weights_beside_which_others_vanish_are_refused():
    with pytest.raises(InputError, match="more than 1e"):
        unevenness(VALUES, IS_CORE, np.r_[1e300, np.full(13, 1e-300)])


@pytest.mark.parametrize("spread", [1.0, 1e-3, 1e-6, 1e-9])
def test_theil_of_nearly_equal_values(spread):
    values = 1 + spread * np.random.default_rng(2).random(30)
    groups = np.arange(30) % 3
    weights = np.random.default_rng(3).random(30) + 0.1
    found = theil_decomposition(values, groups, weights)
    assert found.total == pytest.approx(exact_theil(values, weights), rel=1e-6)
    assert found.within >= 0
    assert found.between >= 0


def test_entropy_excess_against_sixty_decimals():
    u = np.concatenate(
        [[-0.999, -0.5, 3.0, 1e9], np.logspace(-160, -0.5, 40), -np.logspace(-9, -0.5)]
    )
    with localcontext() as context:
        context.prec = 400
        exact = [float((1 + Decimal(v)) * (1 + Decimal(v)).ln() - Decimal(v)) for v in u.tolist()]
    assert entropy_excess(u) == pytest.approx(np.array(exact), rel=1e-13, abs=0)
    assert entropy_excess(np.array([-1.0, -1 - 1e-16, 0.0])).tolist() == [1, 1, 0]


@pytest.mark.parametrize("largest", [1e-307, 1e-300, 1.0, 3.0, 1e308])
def test_rescaling_is_exact(largest):
    values = np.array([largest, largest / 4, 0.0])
    scaled = rescaled(values)
    assert 0.5 <= scaled[0] < 1
    assert scaled.tolist() == [scaled[0], scaled[0] / 4, 0]
    assert (rescaled(scaled) == scaled).all()


def test_zeros_stay_and_columns_have_their_own_units():
    assert (rescaled(np.zeros(3)) == 0).all()
    columns = rescaled(np.array([[1e300, 0.0], [5e299, 1e-300]]))
    assert ((columns.max(axis=0) >= 0.5) & (columns.max(axis=0) < 1)).all()
    assert columns[0, 0] == 2 * columns[1, 0]


@pytest.mark.parametrize("scale", [1e-300, 1.0, 1e300])
def test_standard_deviation_in_any_unit(scale):
    values = np.array([[2.0, -4], [4, -4], [4, 5], [4, 5], [5, 7], [5, 7], [7, 9], [9, 9]])
    assert standard_deviation(values * scale) / scale == pytest.approx(values.std(axis=0))
    assert standard_deviation(np.array([1e6 - 0.1, 1e6 + 0.1])) == pytest.approx(0.1, rel=1e-6)
    features = standardised(values * scale)
    assert features.std(axis=0) == pytest.approx([1, 1])


@pytest.mark.parametrize("scale", [1e-200, 1e200])
def test_functional_polycentricity_in_any_unit(scale):
    origin, destination = np.array([0, 1, 2, 0]), np.array([1, 2, 0, 2])
    found = [
        region_flows(
            links(3, origin, destination, np.array([4.0, 1, 2, 3]) * size),
            np.zeros(4, dtype=int),
            np.ones(3, dtype=bool),
        ).functional_polycentricity
        for size in (1.0, scale)
    ]
    assert found[1] == pytest.approx(found[0])
