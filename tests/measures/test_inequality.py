"""Theil and Dagum against their definitions, hand-worked values and identities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.inequality import dagum_decomposition, theil_decomposition

# Values over eight orders of magnitude with many ties and zeros, as statistical tables have them.
amounts = st.one_of(
    st.integers(0, 5).map(float), st.floats(1e-3, 1e5, allow_nan=False), st.just(0.0)
)


@st.composite
def grouped(draw, max_size=30):
    n = draw(st.integers(1, max_size))
    values = draw(st.lists(amounts, min_size=n, max_size=n).filter(any))
    groups = draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    weights = draw(st.lists(st.integers(1, 4), min_size=n, max_size=n))
    return np.array(values), np.array(groups), np.array(weights, dtype=float)


def pairwise_dagum(x, g, w):
    """Dagum (1997) as it is defined: every pair of values."""
    labels, mean, total_weight = np.unique(g), np.average(x, weights=w), w.sum()
    d, gini = {}, {}
    for j in labels:
        for h in labels:
            xj, xh, wj, wh = x[g == j], x[g == h], w[g == j], w[g == h]
            difference = xj[:, None] - xh[None, :]
            pair_weights = wj[:, None] * wh[None, :] / (wj.sum() * wh.sum())
            d[j, h] = (np.maximum(difference, 0) * pair_weights).sum()
            mu = np.average(xj, weights=wj) + np.average(xh, weights=wh)
            gini[j, h] = (np.abs(difference) * pair_weights).sum() / mu if mu else 0.0
    p = {j: w[g == j].sum() / total_weight for j in labels}
    s = {j: (w * x)[g == j].sum() / (w @ x) for j in labels}
    within = sum(gini[j, j] * p[j] * s[j] for j in labels)
    net = overlap = 0.0
    for j in labels:
        for h in labels:
            # j is the richer group of each pair
            if j != h and (d[j, h] > d[h, j] or (d[j, h] == d[h, j] and j < h)):
                both = d[j, h] + d[h, j]
                affluence = (d[j, h] - d[h, j]) / both if both else 0.0
                gross = gini[j, h] * (p[j] * s[h] + p[h] * s[j])
                net += gross * affluence
                overlap += gross * (1 - affluence)
    all_pairs = np.abs(x[:, None] - x[None, :]) * w[:, None] * w[None, :]
    return all_pairs.sum() / (2 * mean * total_weight**2), within, net, overlap, gini, d


@settings(max_examples=300, deadline=None)
@given(grouped())
def test_dagum_is_the_pairwise_definition(data):
    values, groups, weights = data
    result = dagum_decomposition(values, groups, weights)
    total, within, between, overlap, gini, d = pairwise_dagum(values, groups, weights)
    parts = (result.total, result.within, result.between, result.overlap)
    assert parts == pytest.approx((total, within, between, overlap), abs=1e-12)
    assert result.total == pytest.approx(result.within + result.between + result.overlap, abs=1e-12)
    for a, j in enumerate(result.groups):
        for b, h in enumerate(result.groups):
            scale = max(values)
            assert result.pairs.gross_affluence[a, b] == pytest.approx(d[j, h], abs=1e-12 * scale)
            assert result.pairs.transvariation[a, b] == pytest.approx(d[h, j], abs=1e-12 * scale)
            if not np.isnan(result.pairs.gini[a, b]):
                assert result.pairs.gini[a, b] == pytest.approx(gini[j, h], abs=1e-9)


def test_dagum_of_equal_weights_is_dagum_without_weights():
    rng = np.random.default_rng(1)
    values, groups = rng.lognormal(size=500), rng.integers(0, 31, 500)
    plain = dagum_decomposition(values, groups)
    weighted = dagum_decomposition(values, groups, np.full(500, 2.5))
    for part in ("total", "within", "between", "overlap"):
        assert getattr(plain, part) == pytest.approx(getattr(weighted, part), abs=1e-12)


@settings(max_examples=300, deadline=None)
@given(grouped())
def test_theil_is_its_definition_and_parts_sum(data):
    values, groups, weights = data
    result = theil_decomposition(values, groups, weights)
    mean = np.average(values, weights=weights)
    ratio = values / mean
    terms = np.array([r * np.log(r) if r > 0 else 0.0 for r in ratio])
    assert result.total == pytest.approx(np.average(terms, weights=weights), abs=1e-12)
    assert result.total == pytest.approx(result.within + result.between, abs=1e-12)


@settings(max_examples=100, deadline=None)
@given(grouped(), st.floats(1e-3, 1e3))
def test_scale_and_replication_change_nothing(data, factor):
    values, groups, weights = data
    for measure in (theil_decomposition, dagum_decomposition):
        one = measure(values, groups, weights)
        scaled = measure(values * factor, groups, weights)
        twice = measure(np.tile(values, 2), np.tile(groups, 2), np.tile(weights, 2))
        repeated = measure(
            np.repeat(values, weights.astype(int)), np.repeat(groups, weights.astype(int))
        )
        for other in (scaled, twice, repeated):
            for part in ("total", "within", "between"):
                assert getattr(other, part) == pytest.approx(getattr(one, part), abs=1e-11)


@settings(max_examples=100, deadline=None)
@given(grouped(), st.data())
def test_a_transfer_from_poor_to_rich_never_lowers_inequality(data, choice):
    values, groups, _ = data
    poor, rich = (choice.draw(st.integers(0, len(values) - 1)) for _ in range(2))
    if values[poor] > values[rich]:
        poor, rich = rich, poor
    moved = values.copy()
    gift = values[poor] / 2 if poor != rich else 0.0
    moved[poor] -= gift
    moved[rich] += gift
    for measure in (theil_decomposition, dagum_decomposition):
        assert measure(moved, groups).total >= measure(values, groups).total - 1e-12


def test_worked_values():
    values, groups = np.array([1, 2, 3, 4, 10, 20.0]), np.array([0, 0, 0, 1, 1, 1])
    theil = theil_decomposition(values, groups)
    assert (theil.total, theil.between, theil.within) == pytest.approx(
        (0.4320751, 0.2704381, 0.1616371), abs=1e-7
    )


def test_equal_values_and_single_values_are_even():
    for values, groups in (
        [np.full(5, 3.0), np.array([0, 0, 1, 1, 2])],
        [np.array([7.0]), np.array(["a"])],
    ):
        for measure in (theil_decomposition, dagum_decomposition):
            result = measure(values, groups)
            assert (result.total, result.within, result.between) == (0, 0, 0)


def test_all_zeros_are_undefined():
    zeros, groups = np.zeros(4), np.array([0, 0, 1, 1])
    assert np.isnan(theil_decomposition(zeros, groups).total)
    assert np.isnan(dagum_decomposition(zeros, groups).total)
    assert np.isnan(dagum_decomposition(zeros, groups).pairs.gini).all()


@pytest.mark.parametrize("measure", [theil_decomposition, dagum_decomposition])
@pytest.mark.parametrize(
    ("values", "weights", "message"),
    [
        ([1.0, -1.0], None, "zero or more"),
        ([1.0, np.nan], None, "zero or more"),
        ([1.0, 2.0], [1.0, 0.0], "Weights must be above zero"),
        ([1.0, 2.0], [1.0, np.inf], "Weights must be above zero"),
        ([1.0, np.inf], None, "zero or more"),
        ([1.0, 2.0], [1.0, 1.1e100], r"more than 1e\+100 times the smallest"),
        ([], None, "no values"),
    ],
)
def test_bad_values_are_told(measure, values, weights, message):
    with pytest.raises(InputError, match=message):
        measure(np.array(values), np.zeros(len(values), dtype=int), weights)


def test_weights_as_far_apart_as_allowed():
    """At 1e100 times the smallest the largest weight still leaves the other city its place."""
    values, groups, weights = np.array([1.0, 3.0]), np.array([0, 1]), np.array([1e100, 1.0])
    assert theil_decomposition(values, groups, weights).total == pytest.approx(
        1e-100 * (3 * np.log(3) - 2), rel=1e-6
    )
    assert dagum_decomposition(values, groups, weights).total == pytest.approx(2e-100, rel=1e-6)
