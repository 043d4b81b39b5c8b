"""Moran's I, LISA and the spatial Gini: PySAL on the same weights, and known patterns."""

import csv
import warnings
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from inequality.gini import Gini_Spatial
from megaregion.measures.neighbours import Neighbours, from_pairs, k_nearest, within_distance
from megaregion.measures.relations.pattern import spatial_gini, spatial_pattern

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import esda
    from libpysal.weights import W

ROOT = Path(__file__).resolve().parents[3]


def weights_of(neighbours):
    """The same neighbours in PySAL."""
    lists = {city: neighbours.of(city).tolist() for city in range(len(neighbours.counts))}
    return W(lists, silence_warnings=True)


def lattice(side):
    """Cells of a square that share an edge."""
    number = np.arange(side * side).reshape(side, side)
    pairs = [(number[:, :-1], number[:, 1:]), (number[:-1], number[1:])]
    one = np.concatenate([p.ravel() for p, _ in pairs])
    other = np.concatenate([q.ravel() for _, q in pairs])
    return from_pairs(side * side, np.r_[one, other], np.r_[other, one])


@pytest.fixture(scope="module")
def cities():
    with open(ROOT / "resources" / "example" / "cities.csv", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("kind", ["nearest", "distance"])
@pytest.mark.parametrize("indicator", ["gdp_2023", "gdppc_2023"])
def test_chinese_cities_equal_pysal(cities, kind, indicator):
    lon, lat, values = (
        np.array([float(c[name] or "nan") for c in cities]) for name in ("lon", "lat", indicator)
    )
    neighbours = k_nearest(lon, lat, 4) if kind == "nearest" else within_distance(lon, lat, 100)
    assert (kind == "distance") == bool(len(neighbours.islands))
    ours = spatial_pattern(values, neighbours, 9999, 1)
    w = weights_of(neighbours)
    theirs = esda.Moran(values, w, permutations=999)
    local = esda.Moran_Local(values, w, permutations=9999, seed=5)
    gini = Gini_Spatial(values, weights_of(neighbours), permutations=0)
    assert ours.moran == pytest.approx(theirs.I, rel=1e-12)
    some = neighbours.counts > 0
    np.testing.assert_allclose(ours.local[some], local.Is[some], rtol=1e-10, atol=1e-14)
    assert np.isnan(ours.local[~some]).all()
    assert ours.gini == pytest.approx(gini.g, rel=1e-12)
    assert ours.gini_neighbours == pytest.approx(gini.wg / gini.den, rel=1e-12)
    assert ours.gini_others == pytest.approx(gini.wcg_share, rel=1e-10)
    # PySAL gives the smaller tail, which is half of a two-sided p-value.
    np.testing.assert_allclose(ours.local_p[some], np.minimum(2 * local.p_sim[some], 1), atol=0.05)
    assert np.abs(ours.local_p[some] - np.minimum(2 * local.p_sim[some], 1)).mean() < 0.012
    names = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}
    told = [i for i, label in enumerate(ours.labels) if label not in (None, "not significant")]
    assert all(ours.labels[i] == names[local.q[i]] for i in told)
    assert [label is None for label in ours.labels] == (~some).tolist()


def test_a_hot_corner_and_a_cold_corner_are_found():
    grid = np.random.default_rng(0).normal(0, 0.3, (12, 12))
    grid[:4, :4] += 4
    grid[-4:, -4:] -= 4
    result = spatial_pattern(grid.ravel(), lattice(12), 999, 0)
    labels = np.array(result.labels).reshape(12, 12)
    assert (labels[1:3, 1:3] == "high-high").all()
    assert (labels[-3:-1, -3:-1] == "low-low").all()
    assert (labels[5:7, 5:7] == "not significant").all()
    assert result.moran > 0.7
    assert result.moran_p == pytest.approx(2 / 1000)


def test_a_city_unlike_its_neighbours():
    grid = np.random.default_rng(1).normal(0, 0.3, (15, 15))
    grid[:6, :6] += 4
    grid[2, 2] = -2.0
    grid[-6:, -6:] -= 4
    grid[-3, -3] = 2.0
    labels = np.array(spatial_pattern(grid.ravel(), lattice(15), 1999, 0).labels).reshape(15, 15)
    assert (labels[2, 2], labels[-3, -3]) == ("low-high", "high-low")


def test_a_chessboard_is_against_its_neighbours():
    chess = np.indices((8, 8)).sum(axis=0).ravel() % 2 * 1.0
    result = spatial_pattern(chess, lattice(8), 199, 0)
    assert result.moran == pytest.approx(-1)
    assert result.moran_p == pytest.approx(2 / 200)
    # Every unequal pair of neighbours: 2 * 112 of the ordered pairs, each a difference of 1
    assert result.gini_neighbours == pytest.approx(224 / (2 * 64 * 32))
    assert result.gini == pytest.approx(0.5)


def test_false_patterns_are_at_most_six_percent():
    rng = np.random.default_rng(2)
    neighbours = lattice(5)
    p_values, local_p, told = [], [], 0
    for seed in range(600):
        result = spatial_pattern(rng.lognormal(size=25), neighbours, 199, seed)
        p_values.append(result.moran_p)
        local_p.append(result.local_p)
        told += any(label != "not significant" for label in result.labels)
    assert np.mean(np.array(p_values) <= 0.05) <= 0.065  # 600 draws: 0.05 +- 0.009
    assert np.mean(np.array(local_p) <= 0.05) <= 0.06
    assert told / 600 <= 0.06


def test_seeds_repeat_and_chunks_of_ties_count_alike():
    values = np.tile([0.1, 0.2, 0.3, 0.4, 0.5], 5)
    first = spatial_pattern(values, lattice(5), 99, 3)
    again = spatial_pattern(values * 3, lattice(5), 99, 3)
    assert first.moran_p == again.moran_p
    np.testing.assert_array_equal(first.local_p, again.local_p)
    other = spatial_pattern(values, lattice(5), 99, 4)
    assert (first.local_p != other.local_p).any()


@pytest.mark.parametrize("scale", [1e-250, 1e154, 1e307])
def test_the_unit_does_not_matter(scale):
    values = np.arange(1.0, 17) ** 2 / 300
    one, scaled = (spatial_pattern(v, lattice(4), 99, 0) for v in (values, values * scale))
    for name in ("moran", "moran_p", "gini", "gini_neighbours", "gini_others"):
        assert getattr(scaled, name) == pytest.approx(getattr(one, name))
    np.testing.assert_allclose(scaled.local_p, one.local_p)
    shifted = spatial_pattern(1e6 + 0.01 * values, lattice(4), 99, 0)
    assert shifted.moran == pytest.approx(one.moran, rel=1e-6)


def test_what_has_no_pattern_is_unknown():
    equal = spatial_pattern(np.full(9, 0.3), lattice(3), 99, 0)
    assert np.isnan([equal.moran, equal.moran_p, *equal.local, *equal.local_p]).all()
    assert equal.labels == ["not significant"] * 9
    assert equal.gini == pytest.approx(0, abs=1e-12)
    alone = spatial_pattern(np.arange(3.0), Neighbours(np.zeros(4, int), np.empty(0, int)), 99, 0)
    assert np.isnan([alone.moran, alone.moran_p]).all()
    assert alone.labels == [None] * 3
    assert alone.gini_neighbours == 0
    without = spatial_pattern(np.arange(9.0), lattice(3), 0, 0)
    assert np.isfinite(without.moran)
    assert np.isnan([without.moran_p, *without.local_p]).all()
    assert without.labels == [None] * 9  # not tested is not "not significant"
    negative = spatial_pattern(np.arange(9.0) - 2, lattice(3), 99, 0)
    assert negative.moran == pytest.approx(without.moran)
    assert np.isnan([negative.gini, negative.gini_neighbours, negative.gini_others]).all()
    assert np.isnan(spatial_gini(np.zeros(9), lattice(3))).all()


def pairs_both_ways(n, pairs):
    one, other = np.array(pairs).T
    return from_pairs(n, np.r_[one, other], np.r_[other, one])


def test_two_cities_have_but_one_arrangement():
    """Every permutation gives the same figure: nothing is unusual about it."""
    found = spatial_pattern(np.array([1.0, 2.0]), pairs_both_ways(2, [(0, 1)]), 99, 0)
    assert (found.moran, found.moran_p) == (pytest.approx(-1), 1)
    assert found.local_p.tolist() == [1, 1]


def test_local_p_values_of_few_cities_are_the_share_of_all_draws():
    """One neighbour of a city is drawn evenly from the five others; the value itself counts."""
    values = np.array([3.0, 1.0, 4.0, 1.5, 9.0, 2.6])
    pairs = [(0, 4), (1, 5), (2, 3)]
    found = spatial_pattern(values, pairs_both_ways(6, pairs), 19_999, 0)
    for city, other in [*pairs, *[(b, a) for a, b in pairs]]:
        others = np.delete(values, city)
        tail = min((others >= values[other]).mean(), (others <= values[other]).mean())
        assert found.local_p[city] == pytest.approx(min(2 * tail, 1), abs=0.02)


def test_the_p_value_of_moran_is_the_share_of_all_permutations():
    values = np.array([3.0, 1.0, 4.0, 1.5, 9.0])
    neighbours = pairs_both_ways(5, [(0, 4), (0, 2), (1, 3), (3, 4)])
    found = spatial_pattern(values, neighbours, 19_999, 0)
    weights = weights_of(neighbours)
    every = [esda.Moran(np.array(v), weights, permutations=0).I for v in permutations(values)]
    tails = [np.mean(np.array(every) >= found.moran - 1e-9)]
    tails.append(np.mean(np.array(every) <= found.moran + 1e-9))
    assert found.moran_p == pytest.approx(min(2 * min(tails), 1), abs=0.02)


def test_neighbours_exactly_at_the_mean_are_low_as_in_pysal():
    """One city far above 64 of -1, its three neighbours at the mean of 0, exactly."""
    values = np.r_[64.0, np.zeros(3), np.full(64, -1.0)]
    neighbours = pairs_both_ways(68, [(0, 1), (0, 2), (0, 3), *[(i, i + 1) for i in range(4, 67)]])
    found = spatial_pattern(values, neighbours, 9999, 0)
    assert values.mean() == 0
    local = esda.Moran_Local(values, weights_of(neighbours), permutations=99, seed=0)
    assert found.labels[0] == "high-low"
    assert local.q[0] == 4


def test_a_low_city_in_a_wide_high_area():
    """Two thirds of the places are high, a little above the mean: their neighbours still are."""
    values = np.where(np.arange(225) < 150, 1.0, -1.0) + np.linspace(0, 0.01, 225)
    values[70] = -1.0
    rows, columns = np.divmod(np.arange(225), 15)
    found = spatial_pattern(values, k_nearest(columns / 10, rows / 10, 24), 1999, 0)
    assert found.labels[70] == "low-high"
    assert found.labels[35] == "high-high"
    assert found.labels[200] == "low-low"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_cities_does_not_matter(seed):
    rng = np.random.default_rng(seed)
    lon, lat, values = rng.random((3, 30))
    order = rng.permutation(30)
    one = spatial_pattern(values, k_nearest(lon, lat, 3), 0, 0)
    other = spatial_pattern(values[order], k_nearest(lon[order], lat[order], 3), 0, 0)
    assert other.moran == pytest.approx(one.moran, rel=1e-12)
    np.testing.assert_allclose(other.local, one.local[order], rtol=1e-9)
    assert other.gini_neighbours == pytest.approx(one.gini_neighbours, rel=1e-12)


@pytest.mark.parametrize("permutations", [3, 9, 20])
def test_every_permutation_asked_for_is_drawn(permutations):
    """The p-value of the whole by a loop over the same numbers drawn."""
    values, n = np.array([3.0, 1, 4, 1, 5, 9, 2, 6, 5]), 9
    weights = np.zeros((n, n))
    for a in range(n):
        near = [b for b in range(n) if abs(a // 3 - b // 3) + abs(a % 3 - b % 3) == 1]
        weights[a, near] = 1 / len(near)
    z = (values - values.mean()) / values.std()
    for seed in range(8):
        rng = np.random.Generator(np.random.PCG64(seed))
        drawn = rng.permuted(np.tile(z, (permutations, 1)), axis=1)
        sums = [row @ weights @ row for row in drawn]
        above = sum(value >= z @ weights @ z - 1e-9 for value in sums)
        below = sum(value <= z @ weights @ z + 1e-9 for value in sums)
        expected = min(1.0, 2 * (min(above, below) + 1) / (permutations + 1))
        found = spatial_pattern(values, lattice(3), permutations, seed)
        assert found.moran_p == pytest.approx(expected)
