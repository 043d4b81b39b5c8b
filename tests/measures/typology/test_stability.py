"""Subsamples and memberships of Ward's groups, drawn and matched anew by scikit-learn alone."""

import itertools

import numpy as np
import pytest
from megaregion.measures.typology import stability as module
from megaregion.measures.typology.kmeans import partition_of
from megaregion.measures.typology.methods import Ward
from megaregion.measures.typology.regions import mostly_one_region, region_agreement
from megaregion.measures.typology.stability import membership, stability
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import adjusted_rand_score


def unhindered():
    """No cancelling in these tests."""


@pytest.fixture(scope="module")
def values():
    generator = np.random.RandomState(2)
    found = np.vstack([generator.normal(centre, 1.2, (11, 2)) for centre in (0, 3, 6)])
    return found[np.lexsort(found.T[::-1])]


def drawn(number, size, seed=0):
    """Rows of the subsamples of 33 cities: the smallest of as many random numbers."""
    generator = np.random.RandomState(seed)
    for _ in range(number):
        yield np.sort(np.argsort(generator.random_sample(33), kind="stable")[:size])


def ward(values, k):
    return AgglomerativeClustering(k).fit_predict(values)


def test_stability_is_the_mean_rand_index_of_twenty_subsamples(values):
    ks = [2, 3, 5]
    partitions = [ward(values, k) for k in ks]
    found = stability(values, partitions, Ward(), ks, 0, unhindered)
    for k, labels, got in zip(ks, partitions, found):
        expected = [
            adjusted_rand_score(labels[rows], ward(values[rows], k)) for rows in drawn(20, 26)
        ]
        assert got == pytest.approx(np.mean(expected), rel=1e-12)
    other = stability(values, partitions, Ward(), ks, 1, unhindered)
    assert (other != found).any()


def test_membership_is_the_share_of_subsamples_in_which_a_city_stays(values):
    labels = ward(values, 3)
    found = membership(values, labels, Ward(), 0, unhindered)
    stayed, times = np.zeros(33), np.zeros(33)
    for rows in drawn(100, 26):
        anew = ward(values[rows], 3)
        matched = max(
            (np.array(order)[anew] for order in itertools.permutations(range(3))),
            key=lambda own: (own == labels[rows]).sum(),
        )
        times[rows] += 1
        stayed[rows] += matched == labels[rows]
    np.testing.assert_allclose(found, stayed / times, rtol=1e-12)
    assert found.min() < 1


def test_everyone_is_put_to_the_nearest_centre(values):
    labels = ward(values, 3)
    found = membership(values, labels, Ward(), 0, unhindered, everyone=True)
    stayed = np.zeros(33)
    for rows in drawn(100, 26):
        part = partition_of(values[rows], ward(values[rows], 3))
        nearest = np.linalg.norm(values[:, None] - part.centres, axis=2).argmin(axis=1)
        shared = {
            order: (np.array(order)[part.labels] == labels[rows]).sum()
            for order in itertools.permutations(range(3))
        }
        stayed += np.array(max(shared, key=shared.get))[nearest] == labels
    np.testing.assert_allclose(found, stayed / 100, rtol=1e-12)


def test_large_samples_are_capped(values, monkeypatch):
    monkeypatch.setattr(module, "MOST", 15)
    labels = ward(values, 3)
    found = stability(values, [labels], Ward(), [3], 0, unhindered)
    expected = [adjusted_rand_score(labels[rows], ward(values[rows], 3)) for rows in drawn(20, 15)]
    assert found == pytest.approx([np.mean(expected)], rel=1e-12)


def test_subsamples_with_too_few_distinct_cities_do_not_count():
    """Of five cities in two places, a subsample of four has two or one; never three."""
    values = np.array([[0.0], [0.0], [0.0], [0.0], [1.0]])
    labels = np.array([0, 0, 0, 0, 1])
    found = stability(values, [labels, labels], Ward(), [2, 3], 0, unhindered)
    assert found[0] == 1
    assert np.isnan(found[1])
    # A city that is drawn only where the groups cannot be found has no membership
    alone = membership(np.zeros((5, 1)), labels, Ward(), 0, unhindered)
    assert np.isnan(alone).all()


def test_agreement_with_regions():
    """Hubert & Arabie (1985) by hand: pairs together in both, less what chance gives."""
    labels = np.array([0, 0, 0, 1, 1, 1, 1])
    regions = ["N", "N", "S", "S", "S", "S", None]
    # Among the six with a region 1 + 3 pairs are together in both, of 6 in types and 7 in regions
    expected = (4 - 6 * 7 / 15) / ((6 + 7) / 2 - 6 * 7 / 15)
    assert region_agreement(labels, regions) == pytest.approx(expected)
    for unknown in (None, ["N"] * 7, [None] * 7, ["N"] * 6 + [None]):
        assert np.isnan(region_agreement(labels, unknown))


def test_types_that_are_mostly_a_region():
    types = np.array([1] * 10 + [2] * 5 + [3] * 2 + [4] + [5] * 3)
    regions = ["A"] * 8 + ["B"] * 2 + ["B"] * 3 + ["A"] * 2 + ["B"] * 2 + ["A"] + [None] * 3
    found = mostly_one_region(types, regions)
    assert [text[:6] for text in found] == ["Type 1", "Type 3"]  # 80 % is enough, 60 % is not
    assert "8 of its 10 cities lie in A" in found[0]
    assert "2 of its 2 cities lie in B" in found[1]
    assert mostly_one_region(types, ["A"] * 21) == []
    assert mostly_one_region(types, ["A"] * 20 + [None]) == []
    assert mostly_one_region(types, None) == []
