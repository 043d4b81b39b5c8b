"""Ways of grouping: trees cut as scipy cuts them, starts from known types, orders of cities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.neighbours import k_nearest
from megaregion.measures.typology.methods import (
    ConnectedWard,
    KMeans,
    KMeansFrom,
    Ward,
    cut,
    from_known,
)
from megaregion.measures.typology.scale import (
    AS_GIVEN,
    Z_SCORES,
    ZERO_TO_ONE,
    scaled,
    standardised,
    type_means,
)
from scipy.cluster.hierarchy import cut_tree, linkage
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import MinMaxScaler, StandardScaler


def unhindered():
    """No cancelling in these tests."""


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 14))
def test_trees_are_cut_as_scipy_cuts_them(seed, n):
    values = np.random.RandomState(seed).normal(size=(n, 2))
    tree = linkage(values, "ward")
    for k in range(1, n + 1):
        found = cut(tree[:, :2].astype(int), n, k)
        assert sorted(set(found)) == list(range(k))
        assert adjusted_rand_score(cut_tree(tree, k).ravel(), found) == 1


def test_a_tree_whose_merges_join_merges():
    """Four cities: 0 with 1, 2 with 3, then both pairs."""
    merges = np.array([[0, 1], [2, 3], [4, 5]])
    assert cut(merges, 4, 4).tolist() == [0, 1, 2, 3]
    assert cut(merges, 4, 3).tolist() == [2, 2, 0, 1]
    pairs = cut(merges, 4, 2)
    assert pairs[0] == pairs[1] != pairs[2] == pairs[3]
    assert cut(merges, 4, 1).tolist() == [0, 0, 0, 0]


def test_ward_of_several_numbers_of_groups_is_scipys():
    values = np.random.RandomState(3).normal(size=(40, 3))
    ks = [2, 5, 40]
    for k, found in zip(ks, Ward().groups(values, ks, 0, unhindered)):
        expected = cut_tree(linkage(values, "ward"), k).ravel()
        assert adjusted_rand_score(expected, found.labels) == 1
    assert found.inertia == pytest.approx(0, abs=1e-20)  # each its own group


def test_methods_without_places_are_the_same_for_some_cities():
    for method in (KMeans(3), Ward(), KMeansFrom(np.zeros((2, 1)))):
        assert method.of(np.array([1, 2])) is method
        assert method.in_order(np.array([1, 0])) is method


def test_connected_types_know_their_cities_in_any_order():
    places = np.random.RandomState(0).uniform(size=(12, 2))
    method = ConnectedWard(k_nearest(*places.T, 3))
    order = np.random.RandomState(1).permutation(12)
    turned = method.in_order(order)
    for new, old in enumerate(order):
        neighbours = {int(old_place) for old_place in order[turned.neighbours.of(new)]}
        own = set(method.neighbours.of(old).tolist())
        assert own <= neighbours


def test_known_types_start_from_the_means_of_their_cities():
    values = np.array([[0.0, 0], [2, 0], [10, 10], [12, 10], [6, 5]])
    method, names = from_known(values, ["b", "b", "a", None, None], AS_GIVEN)
    assert names == ["a", "b"]
    np.testing.assert_allclose(method.centres, [[10, 10], [1, 0]])
    (found,) = method.groups(values, [2], 0, unhindered)
    assert found.labels[:4].tolist() == [1, 1, 0, 0]
    order = np.array([4, 2, 0, 3, 1])
    again, _ = from_known(values[order], [["b", "b", "a", None, None][i] for i in order], AS_GIVEN)
    np.testing.assert_array_equal(again.centres, method.centres)


def test_known_types_on_the_scale_of_all_cities():
    values = np.array([[0.0], [10.0], [20.0], [30.0]])
    for scale in (Z_SCORES, ZERO_TO_ONE, AS_GIVEN):
        method, _ = from_known(values, ["x", "x", None, "y"], scale)
        of_all = scaled(values, scale)
        np.testing.assert_allclose(method.centres, [of_all[:2].mean(axis=0), of_all[3]])


def test_a_start_that_is_nobodys_nearest():
    values = np.array([[0.0], [0.1], [1.0], [1.1]])
    method = KMeansFrom(np.array([[0.05], [50.0], [1.05]]))
    with pytest.raises(InputError, match="leaves one of them without a city"):
        method.groups(values, [3], 0, unhindered)
    (found,) = method.groups(values, [3], 0, unhindered, resample=True)
    assert len(set(found.labels)) == 3  # a part of the cities is grouped anew


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([1e-200, 1e-3, 1.0, 1e200]))
def test_scales_are_scikit_learns_in_any_unit(seed, unit):
    values = np.random.RandomState(seed).normal(5, 3, size=(12, 3))
    np.testing.assert_allclose(
        scaled(values * unit, Z_SCORES), StandardScaler().fit_transform(values), atol=1e-9
    )
    np.testing.assert_allclose(
        scaled(values * unit, ZERO_TO_ONE), MinMaxScaler().fit_transform(values), atol=1e-9
    )
    assert scaled(values, AS_GIVEN) is values


def test_a_feature_that_is_everywhere_the_same_becomes_zero():
    values = np.column_stack([np.full(7, 0.1), np.arange(7.0)])
    for scale in (Z_SCORES, ZERO_TO_ONE):
        assert (scaled(values, scale)[:, 0] == 0).all()
    assert np.isnan(type_means(values, np.array([1, 1, 2, 2, 2, 2, 2]))[1][:, 0]).all()


def test_z_scores_of_types_weigh_to_zero():
    values = np.random.RandomState(0).normal(size=(30, 4))
    types = np.r_[1, 2, 3, np.random.RandomState(1).randint(1, 4, 27)]
    means, z_scores = type_means(values, types)
    sizes = np.bincount(types)[1:]
    np.testing.assert_allclose(sizes @ z_scores, 0, atol=1e-12)
    np.testing.assert_allclose(sizes @ means / 30, values.mean(axis=0), atol=1e-12)
    np.testing.assert_allclose(
        z_scores[1], standardised(values)[types == 2].mean(axis=0), atol=1e-12
    )


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [2, 1, 0, 3], [1, 2, 3, 0], [3, 2, 0, 1]])
def test_starts_are_the_same_to_the_last_bit_in_any_order_of_rows(order):
    """0.1 + 0.2 + 0.3 depends on its order; cities equal in one feature are put in one all the same."""
    values = np.array([[0.1, 1.0], [0.2, 1.0], [0.3, 1.0], [5.0, 2.0]])
    known = ["x", "x", "x", "y"]
    one, _ = from_known(values, known, AS_GIVEN)
    other, _ = from_known(values[order], [known[i] for i in order], AS_GIVEN)
    assert one.centres.tobytes() == other.centres.tobytes()
