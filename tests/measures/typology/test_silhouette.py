"""Silhouettes: published ones of Fisher's iris, scikit-learn's, and edges by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.typology.kmeans import kmeans
from megaregion.measures.typology.silhouette import silhouettes
from sklearn.datasets import load_iris
from sklearn.metrics import silhouette_samples

IRIS = load_iris().data


def unhindered():
    """No cancelling in these tests."""


def of(values, *partitions, rows=None, among=None):
    rows = np.arange(len(values)) if rows is None else rows
    return silhouettes(values, [np.array(p) for p in partitions], rows, unhindered, among)


@pytest.mark.parametrize(("k", "mean"), [(2, 0.6810), (3, 0.5528), (4, 0.4981), (5, 0.4887)])
def test_published_means_of_the_iris(k, mean):
    """What the R package cluster and scikit-learn print for K-means of the iris."""
    labels = kmeans(IRIS, k, 10, 0, unhindered).labels
    assert of(IRIS, labels)[0].mean() == pytest.approx(mean, abs=5e-4)


def test_by_hand():
    """0 and 1 against 4 and 9: a = 1, b = (4 + 9) / 2 for the first city."""
    found = of(np.array([[0.0], [1.0], [4.0], [9.0]]), [0, 0, 1, 1])[0]
    np.testing.assert_allclose(found, [5.5 / 6.5, 4.5 / 5.5, -1.5 / 5.0, 3.5 / 8.5])


def test_edges():
    line = np.array([[0.0], [0.0], [3.0], [3.0]])
    np.testing.assert_array_equal(of(line, [0, 1, 2, 2])[0], [0, 0, 1, 1])  # alone in its group
    np.testing.assert_array_equal(of(np.zeros((4, 1)), [0, 0, 1, 1])[0], 0)  # all in one place
    np.testing.assert_array_equal(of(line, [0, 1, 0, 1])[0], [-0.5, -0.5, -0.5, -0.5])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([1e-150, 1e-3, 7.0, 1e150]))
def test_scikit_learns_in_any_unit_and_order(seed, unit):
    generator = np.random.RandomState(seed)
    values = generator.normal(size=(25, 2))
    labels = np.r_[np.arange(4), generator.randint(0, 4, 21)]
    found = of(values, labels)[0]
    np.testing.assert_allclose(found, silhouette_samples(values, labels), atol=1e-12)
    np.testing.assert_allclose(of(values * unit, labels)[0], found, atol=1e-12)
    order = generator.permutation(25)
    np.testing.assert_allclose(of(values[order], labels[order])[0], found[order], atol=1e-12)


def test_some_rows_and_several_partitions_at_once():
    values = np.random.RandomState(0).normal(size=(30, 2))
    one, other = np.arange(30) % 2, np.arange(30) % 3
    rows = np.array([3, 17, 4])
    found = of(values, one, other, rows=rows)
    np.testing.assert_allclose(found[0], silhouette_samples(values, one)[rows])
    np.testing.assert_allclose(found[1], silhouette_samples(values, other)[rows])


def test_a_city_among_others_only_counts_itself_where_it_belongs_to_them():
    values = np.array([[0.0], [1.0], [4.0], [9.0]])
    among = np.array([1, 2, 3])
    found = of(values, [0, 0, 1, 1], among=among)[0]
    assert found[0] == pytest.approx((6.5 - 1) / 6.5)
    assert found[1] == 0  # alone among these
    assert found[2] == pytest.approx((3 - 5) / 5)
