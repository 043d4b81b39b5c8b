"""City types against scikit-learn on the real cities, and at the limits."""

import csv
from dataclasses import astuple
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.sectors import COUNTS, MEAN_OF_CORES, core_differences
from megaregion.measures.typology import find as citytypes
from megaregion.measures.typology.find import _possible, find_types
from megaregion.measures.typology.kmeans import kmeans
from megaregion.measures.typology.methods import KMeans, Ward, from_known
from megaregion.measures.typology.scale import (
    AS_GIVEN,
    Z_SCORES,
    ZERO_TO_ONE,
    standardised,
    type_means,
)
from megaregion.measures.typology.scale import scaled as scaled_as
from megaregion.measures.typology.silhouette import silhouettes
from sklearn import cluster
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_samples,
)

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


def unhindered():
    """No cancelling in these tests."""


@pytest.fixture(scope="module")
def example():
    """Differences of the 165 secondary cities in 11 sectors, blanks counted as zero."""
    with open(RESOURCES / "example" / "cities.csv", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    sectors = [name for name in rows[0] if name.startswith("emp_")]
    counts = np.array([[float(row[name] or 0) for name in sectors] for row in rows])
    secondary = np.array([row["admin_level"] == "prefecture" for row in rows])
    regions = [row["mega_region"] for row in rows]
    found = core_differences(counts, regions, ~secondary, secondary, COUNTS, MEAN_OF_CORES)
    return found.differences[secondary], [f"d_{name}" for name in sectors]


@pytest.fixture(scope="module")
def found(example):
    return find_types(*example, [4, 5, 6])


def test_example_every_number_is_scikit_learns(example, found):
    values, _ = example
    assert values.shape == (165, 11)
    scaled = (values - values.mean(axis=0)) / values.std(axis=0)
    types = found.types - 1
    centres = np.array([scaled[types == t].mean(axis=0) for t in range(found.chosen)])
    direct = cluster.KMeans(found.chosen, init=centres, n_init=1).fit(scaled)
    assert adjusted_rand_score(direct.labels_, types) == 1
    entry = next(e for e in found.diagnostics if e.k == found.chosen)
    assert entry.inertia == pytest.approx(direct.inertia_, rel=1e-10)
    expected = silhouette_samples(scaled, direct.labels_)
    np.testing.assert_allclose(found.silhouettes, expected, atol=1e-9)
    assert entry.silhouette == pytest.approx(expected.mean(), rel=1e-9)
    assert entry.silhouette_median == pytest.approx(np.median(expected), abs=1e-9)
    assert entry.silhouette_se == 0
    assert entry.calinski_harabasz == pytest.approx(calinski_harabasz_score(scaled, types))
    assert entry.davies_bouldin == pytest.approx(davies_bouldin_score(scaled, types))
    np.testing.assert_allclose(
        found.distances, np.linalg.norm(scaled - centres[types], axis=1), atol=1e-12
    )


def test_example_is_no_worse_than_scikit_learn_alone(example, found):
    scaled = standardised(example[0])
    for entry in found.diagnostics:
        direct = cluster.KMeans(entry.k, n_init=50, random_state=0).fit(scaled)
        assert entry.inertia <= direct.inertia_ * (1 + 1e-9)


def test_example_chosen_by_the_highest_silhouette(found):
    best = max(found.diagnostics, key=lambda entry: entry.silhouette)
    assert found.chosen == best.k
    assert found.reason.startswith(f"K = {best.k} has the highest mean silhouette")
    assert any("within noise of K = " in text for text in found.warnings)
    sizes = np.bincount(found.types)[1:]
    assert list(sizes) == sorted(sizes, reverse=True)
    assert all(0 < entry.stability <= 1 for entry in found.diagnostics)


def test_any_order_of_rows_gives_the_same(example, found):
    values, names = example
    order = np.random.RandomState(3).permutation(len(values))
    again = find_types(values[order], names, [4, 5, 6])
    np.testing.assert_array_equal(again.types, found.types[order])
    np.testing.assert_array_equal(again.silhouettes, found.silhouettes[order])
    np.testing.assert_array_equal(
        [astuple(entry) for entry in again.diagnostics],
        [astuple(entry) for entry in found.diagnostics],
    )
    np.testing.assert_array_equal(again.membership, found.membership[order])


def test_another_seed_finds_the_same_solution(example, found):
    scaled = standardised(example[0])
    inertia = {entry.k: entry.inertia for entry in found.diagnostics}
    assert kmeans(scaled, 4, 50, 11, unhindered).inertia == pytest.approx(inertia[4], rel=1e-3)


def corners():
    """Two pairs of duplicate cities far apart."""
    return np.array([[0.0, 0.0], [0.0, 0.0], [9.0, 9.0], [9.0, 9.0], [9.0, 9.0]])


def test_duplicates_share_a_type():
    found = find_types(corners(), ["a", "b"], [2], method=KMeans(3))
    assert found.types.tolist() == [2, 2, 1, 1, 1]
    assert found.silhouettes.tolist() == [1] * 5
    assert found.distances.tolist() == [0] * 5
    assert found.diagnostics[0].inertia == 0


def test_k_is_limited_by_distinct_cities():
    found = find_types(
        np.vstack([corners(), [[0.0, 9.0]]]), ["a", "b"], range(2, 6), method=KMeans(3)
    )
    assert [entry.k for entry in found.diagnostics] == [2, 3]
    assert any(
        "only 3 cities with different values: K was tried up to 3" in w for w in found.warnings
    )
    assert any("Types of fewer than 3 cities" in w for w in found.warnings)


@pytest.mark.parametrize(("ks", "most"), [(range(2, 9), 5), (range(5, 9), 5), (range(3, 7), 5)])
def test_the_largest_possible_k_is_told(ks, most):
    possible, (warning,) = _possible(ks, np.arange(5.0)[:, None])
    assert possible == [k for k in ks if k <= most]
    assert warning == (f"There are only 5 cities with different values: K was tried up to {most}.")
    assert _possible([2, 5], np.arange(5.0)[:, None]) == ([2, 5], [])


def test_fewer_distinct_cities_than_k():
    with pytest.raises(
        InputError, match="only 2 cities with different values, too few for 4 types"
    ):
        find_types(corners(), ["a", "b"], [4])


def test_all_cities_equal():
    with pytest.raises(InputError, match="All cities have the same values"):
        find_types(np.ones((6, 2)), ["a", "b"], [2, 3])


def test_cities_equal_but_for_rounding():
    values = np.array([[-1e9], [-1e9 + 2e-7], [-1e9 + 4e-7], [1e9]])
    with pytest.raises(InputError, match="K-means found no 3 types"):
        find_types(values, ["a"], [3], scale=AS_GIVEN, method=KMeans(2))


def test_each_city_its_own_type():
    found = find_types(np.array([[0.0], [1.0], [5.0]]), ["a"], [3], method=KMeans(2))
    assert sorted(found.types) == [1, 2, 3]
    assert found.types.tolist() == [3, 2, 1]  # equal sizes: the higher centre first
    assert np.isnan(found.diagnostics[0].calinski_harabasz)
    assert found.silhouettes.tolist() == [0, 0, 0]


def test_constant_feature_is_warned_of_and_harmless():
    values = np.column_stack([corners(), np.full(5, 0.1)])
    found = find_types(values, ["a", "b", "flat"], [2], method=KMeans(2))
    assert found.types.tolist() == [2, 2, 1, 1, 1]
    assert any("Feature flat is the same" in text for text in found.warnings)


def test_without_standardising_the_wide_feature_rules():
    values = np.array([[0.0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]) * [1000, 1]
    found = find_types(values, ["wide", "narrow"], [2], scale=AS_GIVEN, method=KMeans(4))
    assert found.types.tolist() == [2, 2, 2, 1, 1, 1]


def test_many_cities_are_compared_on_a_sample(monkeypatch):
    monkeypatch.setattr(citytypes, "FULL_SILHOUETTE", 200)
    generator = np.random.RandomState(0)
    values = np.vstack([generator.normal(centre, 1, (300, 2)) for centre in (0, 4, 8)])
    found = find_types(values, ["a", "b"], [2, 3, 4], method=KMeans(2))
    entry = next(e for e in found.diagnostics if e.k == 3)
    assert found.chosen == 3
    assert 0 < entry.silhouette_se < 0.03
    full = silhouette_samples(standardised(values), found.types)
    np.testing.assert_allclose(found.silhouettes, full, atol=1e-9)
    assert abs(entry.silhouette - full.mean()) < 4 * entry.silhouette_se


def test_silhouettes_of_several_partitions_in_chunks(monkeypatch):
    from megaregion.measures.typology import silhouette

    monkeypatch.setattr(silhouette, "_CHUNK_CELLS", 1000)
    generator = np.random.RandomState(1)
    values = generator.normal(size=(120, 3))
    partitions = [generator.randint(0, k, 120) for k in (2, 5)]
    partitions[1][:] = np.where(partitions[1] == 4, 3, partitions[1])
    partitions[1][7] = 4  # a city alone
    found = silhouettes(values, partitions, np.arange(120), unhindered)
    for row, labels in zip(found, partitions):
        np.testing.assert_allclose(row, silhouette_samples(values, labels), atol=1e-9)
    assert found[1, 7] == 0


def test_pausing_can_stop_the_work():
    class StoppedError(Exception):
        pass

    def stop():
        raise StoppedError

    with pytest.raises(StoppedError):
        find_types(corners(), ["a", "b"], [2], pause=stop)


def test_type_means():
    values = np.array([[1.0, 5.0], [3.0, 5.0], [8.0, 5.0]])
    means, z_scores = type_means(values, np.array([1, 1, 2]))
    np.testing.assert_allclose(means, [[2, 5], [8, 5]])
    np.testing.assert_allclose(z_scores[:, 0], np.array([-2, 4]) / values[:, 0].std())
    assert np.isnan(z_scores[:, 1]).all()


def test_ward_is_scikit_learns_in_any_order_of_rows(example):
    values, names = example
    scaled = standardised(values)
    order = np.random.RandomState(5).permutation(len(values))
    for k in (3, 5):
        direct = cluster.AgglomerativeClustering(k, linkage="ward").fit_predict(scaled)
        for rows in (np.arange(len(values)), order):
            found = find_types(values[rows], names, [k], method=Ward())
            assert adjusted_rand_score(direct[rows], found.types) == 1
        means = [scaled[direct == t].mean(axis=0) for t in range(k)]
        inertia = ((scaled - np.array(means)[direct]) ** 2).sum()
        assert found.diagnostics[0].inertia == pytest.approx(inertia)


def test_k_means_from_known_types_keeps_them_in_order(example):
    values, names = example
    known = [None] * len(values)
    for row, name in zip((3, 9, 40, 77, 120, 160), ("b", "b", "a", "a", "10", "2")):
        known[row] = name
    method, given = from_known(values, known, Z_SCORES)
    assert given == ["2", "10", "a", "b"]
    found = find_types(values, names, [4], method=method)
    scaled = standardised(values)
    starts = np.array([scaled[[i for i, k in enumerate(known) if k == g]].mean(0) for g in given])
    direct = cluster.KMeans(4, init=starts, n_init=1).fit(scaled)
    assert adjusted_rand_score(direct.labels_, found.types) == 1
    np.testing.assert_array_equal(found.started_from[found.types - 1], direct.labels_)


def test_known_types_that_end_empty():
    values = np.array([[0.0], [0.1], [5.0], [5.1]])
    method, _ = from_known(values, ["x", "y", "z", "z"], AS_GIVEN)
    method = type(method)(np.array([[0.05], [50.0], [5.05]]))
    with pytest.raises(InputError, match="leaves one of them without a city"):
        find_types(values, ["a"], [3], scale=AS_GIVEN, method=method)


def test_scales():
    values = np.array([[0.0, 5.0], [10.0, 5.0], [5.0, 5.0]])
    np.testing.assert_array_equal(scaled_as(values, ZERO_TO_ONE), [[0, 0], [1, 0], [0.5, 0]])
    np.testing.assert_array_equal(scaled_as(values, AS_GIVEN), values)
    np.testing.assert_allclose(scaled_as(values, Z_SCORES).std(axis=0), [1, 0])


def test_membership_of_firm_and_of_borderline_cities():
    generator = np.random.RandomState(4)
    firm = np.vstack([generator.normal(c, 0.3, (20, 2)) for c in (0, 10)])
    between = np.array([[5.0, 5.0]])
    found = find_types(np.vstack([firm, between]), ["a", "b"], [2], method=KMeans(3))
    assert (found.membership[:-1] == 1).all()
    assert 0 <= found.membership[-1] <= 1
    noise = generator.normal(size=(60, 2))
    assert find_types(noise, ["a", "b"], [6], method=KMeans(3)).membership.mean() < 0.9


def test_regions_in_disguise_are_named():
    values = np.array([[0.0], [0.1], [0.2], [9.0], [9.1], [9.2], [9.3]])
    regions = ["N", "N", "N", "S", "S", "S", None]
    found = find_types(values, ["a"], [2], method=KMeans(2), regions=regions)
    assert found.diagnostics[0].region_agreement == 1
    assert any("Type 2 is mostly a region: 3 of its 3 cities lie in N" in t for t in found.warnings)
    assert any("Type 1 is mostly a region: 3 of its 4 cities" in t for t in found.warnings) is False
    mixed = find_types(values, ["a"], [2], method=KMeans(2), regions=["N", "S"] * 3 + ["N"])
    assert not any("mostly a region" in text for text in mixed.warnings)
    one = find_types(values, ["a"], [2], method=KMeans(2), regions=["N"] * 7)
    assert np.isnan(one.diagnostics[0].region_agreement)
    assert not any("mostly a region" in text for text in one.warnings)


def test_very_many_cities_are_judged_on_a_part(monkeypatch):
    monkeypatch.setattr(citytypes, "JUDGED_WHOLE", 500)
    monkeypatch.setattr(citytypes, "JUDGED_OF_MORE", 200)
    monkeypatch.setattr(citytypes, "SILHOUETTE_AMONG", 150)
    generator = np.random.RandomState(0)
    sizes = (300, 260, 200)
    values = np.vstack([generator.normal(4 * i, 1, (n, 2)) for i, n in enumerate(sizes)])
    order = generator.permutation(760)
    found = find_types(values[order], ["a", "b"], [2, 3, 4], method=KMeans(3))
    assert found.chosen == 3
    assert any("judged on 200 of them" in text for text in found.warnings)
    scaled = standardised(values)[order]
    centres = np.array([scaled[found.types == t].mean(axis=0) for t in (1, 2, 3)])
    direct = cluster.KMeans(3, init=centres, n_init=1).fit(scaled)
    assert adjusted_rand_score(direct.labels_, found.types) == 1
    full = silhouette_samples(scaled, found.types)
    assert np.abs(found.silhouettes - full).mean() < 0.02
    assert np.corrcoef(found.silhouettes, full)[0, 1] > 0.97
    assert found.membership.mean() > 0.9
    again = find_types(values, ["a", "b"], [2, 3, 4], method=KMeans(3))
    np.testing.assert_array_equal(again.types[order], found.types)


def test_known_types_of_very_many_cities_keep_their_order(monkeypatch):
    monkeypatch.setattr(citytypes, "JUDGED_WHOLE", 50)
    monkeypatch.setattr(citytypes, "JUDGED_OF_MORE", 40)
    generator = np.random.RandomState(0)
    values = np.vstack([generator.normal(5 * i, 1, (n, 2)) for i, n in enumerate((20, 30, 25))])
    known = [None] * 75
    known[0], known[20], known[50] = "low", "middle", "top"
    method, names = from_known(values, known, Z_SCORES)
    found = find_types(values, ["a", "b"], [3], method=method)
    assert names == ["low", "middle", "top"]
    given = [names[found.started_from[t - 1]] for t in found.types]
    assert given == ["low"] * 20 + ["middle"] * 30 + ["top"] * 25


def test_silhouettes_among_some_cities():
    generator = np.random.RandomState(1)
    values, labels = generator.normal(size=(40, 2)), generator.randint(0, 3, 40)
    among = np.arange(0, 40, 2)
    found = silhouettes(values, [labels], np.arange(40), unhindered, among)[0]
    np.testing.assert_allclose(found[among], silhouette_samples(values[among], labels[among]))
    with_one = np.append(among, 7)
    np.testing.assert_allclose(found[7], silhouette_samples(values[with_one], labels[with_one])[-1])
