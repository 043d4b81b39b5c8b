"""Theil L, variation, Hoover and Atkinson against their definitions and published figures."""

from decimal import Decimal, localcontext

import numpy as np
import pytest
from inequality.gini import Gini
from inequality.theil import Theil, TheilD
from megaregion.measures.inequality import dagum_decomposition, theil_decomposition
from megaregion.measures.unevenness.region import unevenness
from megaregion.measures.unevenness.spread import spread


def definitions(values, groups, weights):
    """Textbook forms, value by value."""
    total = sum(weights)
    mean = sum(w * x for w, x in zip(weights, values)) / total
    log_deviation = sum(w * np.log(mean / x) for w, x in zip(weights, values)) / total
    between = 0.0
    for group in set(groups):
        mine = [(w, x) for w, x, g in zip(weights, values, groups) if g == group]
        share = sum(w for w, _ in mine) / total
        between += share * np.log(mean / (sum(w * x for w, x in mine) / (share * total)))
    variance = sum(w * (x - mean) ** 2 for w, x in zip(weights, values)) / total
    moved = sum(abs(w * x / (mean * total) - w / total) for w, x in zip(weights, values)) / 2
    equal = (sum(w * np.sqrt(x) for w, x in zip(weights, values)) / total) ** 2
    return log_deviation, between, np.sqrt(variance) / mean, moved, 1 - equal / mean


@pytest.mark.parametrize("seed", range(10))
def test_definitions(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 30))
    values, groups, weights = rng.lognormal(size=n), rng.random(n) < 0.4, rng.random(n) + 0.1
    got = spread(values, groups, weights)
    expected = definitions(values.tolist(), groups.tolist(), weights.tolist())
    assert (
        got.theil_l,
        got.theil_l_between,
        got.cv,
        got.hoover,
        got.atkinson,
    ) == pytest.approx(expected, rel=1e-11)


def test_by_hand():
    # 1 and 3: mean 2; ln 2 - ln 3 / 2; sd 1; a quarter moves; ((1 + sqrt 3) / 2)^2 = 1.8660
    got = spread(np.array([1.0, 3.0]), np.array([0, 1]))
    assert got.theil_l == got.theil_l_between == pytest.approx(np.log(2) - np.log(3) / 2)
    assert (got.cv, got.hoover) == pytest.approx((0.5, 0.25))
    assert got.atkinson == pytest.approx(1 - (1 + np.sqrt(3)) ** 2 / 8)


def test_a_weight_of_two_is_two_cities():
    values, groups = np.array([1.0, 4, 2, 9]), np.array([0, 0, 1, 1])
    weighted = spread(values, groups, np.array([1.0, 2, 1, 3]))
    repeated = spread(np.repeat(values, [1, 2, 1, 3]), np.repeat(groups, [1, 2, 1, 3]))
    assert vars(weighted) == pytest.approx(vars(repeated))
    huge = spread(values, groups, np.array([1.0, 2, 1, 3]) * 1e300)
    assert vars(huge) == pytest.approx(vars(repeated))


def test_zeros_have_no_logarithm():
    got = spread(np.array([0.0, 2, 4]), np.array([0, 1, 1]))
    assert np.isnan([got.theil_l, got.theil_l_between]).all()
    assert (got.cv, got.hoover) == pytest.approx((np.sqrt(8 / 3) / 2, 1 / 3))
    assert np.isnan(list(vars(spread(np.zeros(3), np.zeros(3))).values())).all()


@pytest.mark.parametrize("scale", [1e-300, 1e-200, 1e154, 1e307])
def test_the_unit_does_not_matter(scale):
    values, groups = np.array([1.0, 2, 3, 10]), np.array([0, 0, 1, 1])
    assert vars(spread(values * scale, groups)) == pytest.approx(vars(spread(values, groups)))


def test_values_that_hardly_differ():
    values = 1e6 + np.array([0.1, -0.1] * 5)
    got = spread(values, np.arange(10) % 2)
    assert got.cv == pytest.approx(1e-7, rel=1e-6)
    assert (got.theil_l, got.theil_l_between) == pytest.approx((0.5e-14,) * 2, rel=1e-6)
    assert got.atkinson == pytest.approx(0.25e-14, rel=1e-6)
    equal = spread(np.full(7, 0.1), np.arange(7) % 2)
    assert list(vars(equal).values()) == pytest.approx([0] * 5, abs=1e-15)


def test_parity_with_pysal():
    rng = np.random.default_rng(1)
    values, groups = rng.lognormal(size=192), rng.integers(0, 13, 192)
    ours = theil_decomposition(values, groups)
    theirs = TheilD(values, groups)
    assert ours.total == pytest.approx(Theil(values).T, rel=1e-12)
    assert (ours.between, ours.within) == pytest.approx((theirs.bg[0], theirs.wg[0]), rel=1e-12)
    assert dagum_decomposition(values, groups).total == pytest.approx(Gini(values).g, rel=1e-12)


def test_a_regions_row_holds_them():
    values, is_core = np.array([9.0, 1, 2, 4]), np.array([True, False, False, True])
    weights = np.array([2.0, 1, 1, 1])
    row, of_all = unevenness(values, is_core, weights), spread(values, is_core, weights)
    assert row.ratio == pytest.approx((22 / 3) / 1.5)
    for name, value in vars(of_all).items():
        assert getattr(row, name) == value
    assert np.isnan(unevenness(np.array([1.0, 0]), np.array([True, False])).ratio)
    without = unevenness(values, np.zeros(4, bool))
    assert np.isnan([without.ratio, without.theil_l_between]).all()
    assert without.cv == spread(values, is_core).cv
    assert np.isnan(unevenness(np.zeros(2), is_core[:2]).hoover)


@pytest.mark.parametrize("seed", range(40))
def test_zeros_leave_every_other_measure_defined(seed):
    """A zero lies at -1 from the mean but for rounding, of which no root may be taken."""
    rng = np.random.default_rng(seed)
    values = np.where(rng.random(9) < 0.4, 0, rng.lognormal(size=9))
    values[:2] = 0, 1
    got = spread(values, np.arange(9) % 2)
    mean = values.mean()
    assert got.atkinson == pytest.approx(1 - np.sqrt(values).mean() ** 2 / mean, abs=1e-12)
    assert got.cv == pytest.approx(values.std() / mean, rel=1e-12)
    assert got.hoover == pytest.approx(np.abs(values - mean).sum() / values.sum() / 2, rel=1e-12)


@pytest.mark.parametrize("least", [1e-3, 1e-9, 1e-15, 1e-18, 1e-100])
def test_a_city_with_next_to_nothing_keeps_its_logarithm(least):
    """Theil L and Atkinson value by value in sixty decimals."""
    values = [least, 0.7, 1.0, 2.5]
    with localcontext() as context:
        context.prec = 60
        exact = [Decimal(value) for value in values]
        mean = sum(exact) / 4
        theil_l = sum((mean / x).ln() for x in exact) / 4
        first, second = (sum(exact[i::2]) / 2 for i in (0, 1))
        between = ((mean / first).ln() + (mean / second).ln()) / 2
        atkinson = 1 - (sum(x.sqrt() for x in exact) / 4) ** 2 / mean
    got = spread(np.array(values), np.arange(4) % 2)
    assert got.theil_l == pytest.approx(float(theil_l), rel=1e-13)
    assert got.theil_l_between == pytest.approx(float(between), rel=1e-12)
    assert got.atkinson == pytest.approx(float(atkinson), rel=1e-13)
