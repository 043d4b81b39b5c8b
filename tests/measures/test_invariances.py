"""What must not change a measure, and what must turn it round, whatever the numbers are."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from megaregion.measures.relations.complementarity import complementarity
from megaregion.measures.relations.flows import city_flows, links, region_flows, relations
from megaregion.measures.sectors import COUNTS
from megaregion.measures.significance import fdr
from megaregion.measures.trend import kendall_score, mann_kendall, theil_sen
from megaregion.measures.typology.comparison import holm
from megaregion.measures.unevenness.convergence import (
    beta_convergence,
    coefficients_of_variation,
    sigma_convergence,
)
from megaregion.measures.unevenness.interval import change_interval, theil_interval
from megaregion.measures.unevenness.nested import Level, levelled_theil
from megaregion.measures.unevenness.permutation import (
    growth_permutation_p_value,
    role_permutation_p_value,
)
from megaregion.measures.unevenness.region import unevenness
from megaregion.measures.unevenness.spread import spread

UNITS = [1e-290, 1e-9, 7.0, 1e290]
seeds = st.integers(0, 10**6)
quick = settings(max_examples=30, deadline=None)


def region(seed, zeros=0.15):
    """Values of 4 to 15 cities with ties and zeros, at least one core and one secondary city."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(4, 16))
    values = np.round(rng.lognormal(2, 1, n), 1)
    values[rng.random(n) < zeros] = 0.0
    is_core = rng.permutation(np.arange(n) < rng.integers(1, n))
    values[np.argmax(is_core)] += 1
    values[np.argmin(is_core)] += 1
    return rng, values, is_core


def same(one, other, **tolerance):
    """All attributes alike, NaN included."""
    assert vars(other) == pytest.approx(vars(one), nan_ok=True, **tolerance)


@quick
@given(seeds)
def test_unevenness_knows_no_order_and_no_repetition(seed):
    rng, values, is_core = region(seed)
    weights = rng.integers(1, 5, len(values)).astype(float)
    order = rng.permutation(len(values))
    one = unevenness(values, is_core, weights)
    same(one, unevenness(values[order], is_core[order], weights[order]), abs=1e-10)
    repeated = np.repeat(np.arange(len(values)), weights.astype(int))
    same(one, unevenness(values[repeated], is_core[repeated]), abs=1e-10)
    same(one, unevenness(values, is_core, weights * 0.3), abs=1e-10)


@quick
@given(seeds, st.sampled_from(UNITS))
def test_unevenness_has_no_unit_but_for_the_means(seed, unit):
    _, values, is_core = region(seed)
    one, other = vars(unevenness(values, is_core)), vars(unevenness(values * unit, is_core))
    for name in ("core_mean", "secondary_mean"):
        assert other.pop(name) == pytest.approx(one.pop(name) * unit)
    assert other == pytest.approx(one, abs=1e-10, nan_ok=True)


@quick
@given(seeds)
def test_roles_changed_round_turn_the_sign_of_what_has_one(seed):
    _, values, is_core = region(seed)
    one, other = unevenness(values, is_core), unevenness(values, ~is_core)
    for name in ("theil", "theil_between", "theil_within", "gini", "gini_within", "theil_l"):
        assert getattr(other, name) == pytest.approx(getattr(one, name), abs=1e-10, nan_ok=True)
    for name in ("gini_between", "affluence"):
        assert getattr(other, name) == pytest.approx(-getattr(one, name), abs=1e-10)
    # Seen from the cores: what is net between the roles changes its sign, and the rest with it
    assert other.gini_overlap == pytest.approx(one.gini_overlap + 2 * one.gini_between, abs=1e-10)
    assert other.core_share == pytest.approx(1 - one.core_share)
    if one.core_mean > 0 and one.secondary_mean > 0:
        assert other.ratio == pytest.approx(1 / one.ratio)


@quick
@given(seeds)
def test_the_interval_of_a_year_does_not_care_which_role_is_the_core(seed):
    _, values, is_core = region(seed)
    one, other = theil_interval(values, is_core), theil_interval(values, ~is_core)
    assert other.assumption == one.assumption
    assert (other.low, other.high) == pytest.approx((one.low, one.high), abs=1e-9, nan_ok=True)


@quick
@given(seeds)
@example(393701)  # the covariance between the years is above the root of their variances' product
@example(1562)  # the index turns between two angles of the ellipse
def test_years_changed_round_turn_the_interval_and_leave_the_p_value(seed):
    rng, values, is_core = region(seed, zeros=0.0)
    both = np.column_stack([values + 0.5, (values + 0.5) * rng.lognormal(0, 0.4, len(values))])
    one, other = change_interval(both, is_core), change_interval(both[:, ::-1], is_core)
    assert (other.low, other.high) == pytest.approx((-one.high, -one.low), abs=1e-5, nan_ok=True)
    few = both[:6]
    p = [growth_permutation_p_value(v, is_core[:6], None, 720, 0) for v in (few, few[:, ::-1])]
    assert p[1] == pytest.approx(p[0], nan_ok=True)


@quick
@given(seeds)
def test_p_values_of_all_assignments_know_no_order_and_no_role(seed):
    rng, values, is_core = region(seed)
    values, is_core = values[:8], is_core[:8]
    order = rng.permutation(len(values))
    one = role_permutation_p_value(values, is_core, None, 10**5, 0)
    for other in (
        role_permutation_p_value(values[order], is_core[order], None, 10**5, 1),
        role_permutation_p_value(values, ~is_core, None, 10**5, 0),
        role_permutation_p_value(values * 1e200, is_core, None, 10**5, 0),
    ):
        assert other == pytest.approx(one, nan_ok=True)


@quick
@given(seeds, st.sampled_from(UNITS))
def test_levels_of_theil_know_no_order_names_or_unit(seed, unit):
    rng = np.random.default_rng(seed)
    n = 24
    values, fine = rng.lognormal(size=n), rng.integers(0, 6, n)
    coarse, is_core = fine // 2, rng.random(n) < 0.4
    order = rng.permutation(n)

    def parts(v, c, f, core):
        found = levelled_theil(v, [Level("phase", c), Level("region", f)], core, None)
        return [found.total, *(part for _, part in found.parts)]

    one = parts(values, coarse, fine, is_core)
    assert sum(one[1:]) == pytest.approx(one[0], abs=1e-12)
    assert parts(values[order], coarse[order], fine[order], is_core[order]) == pytest.approx(
        one, abs=1e-12
    )
    assert parts(values * unit, coarse, fine, is_core) == pytest.approx(one, abs=1e-10)
    assert parts(values, 9 - coarse, 50 - 3 * fine, is_core) == pytest.approx(one, abs=1e-12)
    twice = [np.tile(column, 2) for column in (values, coarse, fine, is_core)]
    assert parts(*twice) == pytest.approx(one, abs=1e-12)


@quick
@given(seeds, st.sampled_from(UNITS))
def test_flows_know_no_numbers_of_cities_and_no_unit(seed, unit):
    rng = np.random.default_rng(seed)
    n = 9
    origin, destination = rng.integers(0, n, (2, 40))
    value = rng.integers(0, 50, 40).astype(float)
    regions = ["N"] * 6 + ["S"] * 3
    roles = ["core", "secondary", "secondary", "core", "small", "secondary"] + ["core"] * 3
    number = rng.permutation(n)
    turned = np.argsort(number)
    one = links(n, origin, destination, value)
    other = links(n, number[origin], number[destination], value * unit)
    first, second = city_flows(one), city_flows(other)
    np.testing.assert_allclose(second.inflow[number], first.inflow * unit, rtol=1e-12)
    np.testing.assert_allclose(second.dominance[number], first.dominance, rtol=1e-12)
    members = np.array(regions) == "N"
    of_one = region_flows(one, relations(one, regions, roles), members)
    of_other = region_flows(
        other,
        relations(other, [regions[i] for i in turned], [roles[i] for i in turned]),
        members[turned],
    )
    assert of_other.flows == of_one.flows
    for name in vars(of_one):
        scale = unit if name == "total" else 1.0
        assert getattr(of_other, name) == pytest.approx(
            getattr(of_one, name) * scale, abs=1e-9 * (scale if name == "total" else 1), nan_ok=True
        )


@quick
@given(seeds, st.sampled_from([1e-6, 3.0, 1e9]))
def test_complementarity_knows_no_order_and_no_unit(seed, unit):
    rng = np.random.default_rng(seed)
    counts = rng.integers(0, 40, (10, 4)).astype(float)
    regions = [["N", "S", None][i] for i in rng.integers(0, 3, 10)]
    is_core = rng.random(10) < 0.4
    order, sectors = rng.permutation(10), rng.permutation(4)

    def compared(values, regions, is_core):
        return complementarity(values, regions, is_core, ~is_core, COUNTS)

    one = compared(counts, regions, is_core)
    other = compared(counts[order][:, sectors] * unit, [regions[i] for i in order], is_core[order])
    np.testing.assert_allclose(other.quotients, one.quotients[order][:, sectors], rtol=1e-9)
    np.testing.assert_allclose(other.specialisation, one.specialisation[order], atol=1e-12)
    np.testing.assert_allclose(other.dissimilarity, one.dissimilarity[order], atol=1e-12)
    assert np.nanmax(one.specialisation, initial=0) <= 2 + 1e-12
    assert sorted(other.without_core) == sorted(one.without_core)


@quick
@given(seeds, st.sampled_from([-3.0, 0.25, 1e6]), st.sampled_from([0.0, -40.0, 1e3]))
def test_trends_of_transformed_series(seed, factor, shift):
    rng = np.random.default_rng(seed)
    times = np.sort(rng.choice(40, 12, replace=False)).astype(float)
    rows = np.round(rng.normal(size=(3, 12)), 2)
    slopes, p_values = theil_sen(times, rows), mann_kendall(times, rows)
    changed = rows * factor + shift
    np.testing.assert_allclose(theil_sen(times, changed), slopes * factor, atol=1e-6 * abs(factor))
    np.testing.assert_allclose(mann_kendall(times, changed), p_values, atol=1e-9)
    np.testing.assert_allclose(theil_sen(2000 - times, rows), -slopes, atol=1e-12)
    np.testing.assert_allclose(mann_kendall(2000 - times, rows), p_values, atol=1e-9)
    np.testing.assert_allclose(theil_sen(times * 12, rows), slopes / 12, atol=1e-12)
    none = np.zeros(12, dtype=int)
    score, variance = kendall_score(rows, none)
    turned = kendall_score(-rows, none)
    np.testing.assert_array_equal(turned[0], -score)
    np.testing.assert_array_equal(turned[1], variance)


@quick
@given(seeds, st.sampled_from(UNITS))
def test_convergence_has_no_unit(seed, unit):
    rng = np.random.default_rng(seed)
    years = np.array([2006.0, 2010, 2015, 2023])
    values = rng.lognormal(size=(9, 4))
    order = rng.permutation(9)
    one = coefficients_of_variation(values)
    np.testing.assert_allclose(coefficients_of_variation(values[order] * unit), one, rtol=1e-9)
    slope = sigma_convergence(years, values)
    assert sigma_convergence(years, values * unit) == pytest.approx(slope, rel=1e-6, abs=1e-12)
    assert sigma_convergence(years - 2006, values) == pytest.approx(slope, rel=1e-9, abs=1e-15)
    first = beta_convergence(values[:, 0], values[:, 3], 17.0)
    other = beta_convergence(values[order, 0] * unit, values[order, 3] * unit, 17.0)
    assert other.beta == pytest.approx(first.beta, rel=1e-6, abs=1e-10)
    assert other.p_value == pytest.approx(first.p_value, rel=1e-5)
    longer = beta_convergence(values[:, 0], values[:, 3], 34.0)
    assert longer.beta == pytest.approx(first.beta / 2)
    assert longer.p_value == pytest.approx(first.p_value)


@quick
@given(st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), min_size=1, max_size=20), seeds)
def test_adjusted_p_values_keep_their_order(p_values, seed):
    p = np.array(p_values)
    order = np.random.default_rng(seed).permutation(len(p))
    adjusted, stricter = fdr(p), holm(p)
    np.testing.assert_array_equal(fdr(p[order]), adjusted[order])
    np.testing.assert_array_equal(np.isnan(adjusted), np.isnan(p))
    known = ~np.isnan(p)
    assert (adjusted[known] >= p[known] * (1 - 1e-15)).all()
    assert (stricter[known] >= adjusted[known] - 1e-15).all()  # Holm guards against any at all
    assert (adjusted[known] <= 1).all()
    rising = np.argsort(p[known], kind="stable")
    assert (np.diff(adjusted[known][rising]) >= 0).all()
    assert fdr(p.reshape(1, -1)).shape == (1, len(p))


@quick
@given(seeds)
def test_spread_of_repeated_cities(seed):
    _, values, groups = region(seed)
    one, thrice = spread(values, groups), spread(np.tile(values, 3), np.tile(groups, 3))
    same(one, thrice, abs=1e-12)
    assert 0 <= one.hoover <= 1
    assert 0 <= one.atkinson <= 1
    # A quarter of everybody's value given to all alike makes them more alike
    mixed = spread(0.75 * values + 0.25 * values.mean(), groups)
    assert mixed.cv == pytest.approx(0.75 * one.cv)
    assert mixed.hoover == pytest.approx(0.75 * one.hoover)
    assert mixed.atkinson <= one.atkinson + 1e-15
