"""K-means: published best solutions of Fisher's iris, all partitions of few cities, the starts."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from megaregion.measures.typology.kmeans import (
    Partition,
    drawn_by,
    group_means,
    kmeans,
    kmeans_of_each,
    numbered,
    partition_of,
    run,
    starting_centres,
    swapped,
)
from megaregion.measures.typology.lloyd import refined, settled
from scipy.spatial.distance import cdist
from sklearn.datasets import load_iris

IRIS = load_iris().data
# The least within sums of squares of the 150 flowers, proved by du Merle, Hansen, Jaumard &
# Mladenovic (2000) An interior point algorithm for minimum sum-of-squares clustering. SIAM Journal
# on Scientific Computing 21, 1485-1505, table of Fisher's iris.
IRIS_INERTIA = {2: 152.347, 3: 78.8514, 4: 57.2284, 5: 46.4461, 6: 39.0399, 7: 34.2982, 8: 29.9889}


def unhindered():
    """No cancelling in these tests."""


def refined_one(values, labels):
    return refined(values[None], labels[None], int(labels.max()) + 1)[0]


def within(values, labels):
    return sum(
        ((values[labels == t] - values[labels == t].mean(0)) ** 2).sum() for t in set(labels)
    )


@pytest.mark.parametrize("k", IRIS_INERTIA)
def test_published_optima_of_the_iris(k):
    found = kmeans(IRIS, k, 50, 0, unhindered)
    assert found.inertia == pytest.approx(IRIS_INERTIA[k], abs=1e-3)
    assert found.inertia == pytest.approx(within(IRIS, found.labels), rel=1e-12)
    sizes = np.bincount(found.labels)
    assert len(sizes) == k
    assert (np.diff(sizes) <= 0).all()


def test_sizes_of_the_iris_groups():
    """50, 62 and 38 flowers, as in every textbook."""
    assert np.bincount(kmeans(IRIS, 3, 10, 0, unhindered).labels).tolist() == [62, 50, 38]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 9)] * 2), min_size=5, max_size=7, unique=True))
def test_of_all_partitions_the_best(points):
    values = np.array(points, dtype=float)
    best = min(
        within(values, np.array(labels))
        for labels in itertools.product(range(3), repeat=len(values))
        if len(set(labels)) == 3
    )
    found = kmeans(values, 3, 50, 1, unhindered)  # of 8 starts one in thousands misses it
    assert found.inertia == pytest.approx(best, abs=1e-9)
    assert found.inertia == pytest.approx(within(values, found.labels), abs=1e-9)


@pytest.mark.parametrize("scale", [1e-100, 1.0, 1e100])
def test_the_unit_does_not_matter(scale):
    values = np.random.RandomState(0).normal(size=(60, 3))
    one, other = (kmeans(values * unit, 4, 3, 0, unhindered) for unit in (1.0, scale))
    np.testing.assert_array_equal(one.labels, other.labels)
    assert other.inertia == pytest.approx(one.inertia * scale**2)


def test_every_start_swap_and_seed_is_its_own():
    """With one start the seeds differ; from the same seed all is the same."""
    values = np.random.RandomState(3).uniform(size=(200, 2))
    found = [kmeans(values, 12, 1, seed, unhindered) for seed in (0, 0, 1, 2, 3)]
    np.testing.assert_array_equal(found[0].labels, found[1].labels)
    assert len({round(partition.inertia, 6) for partition in found[1:]}) > 1


def test_moves_of_single_cities_find_what_lloyd_does_not_see():
    """Ten at 0, one at 4.9, one at 9: K-means keeps 4.9 with the ten (mean 0.445), and it is not
    nearer to 9; but to move it costs less, since its leaving also moves the centre.
    """
    values = np.array([[0.0]] * 10 + [[4.6], [9.0]])
    stuck = partition_of(values, np.array([0] * 11 + [1]))
    np.testing.assert_array_equal(run(values, stuck.centres).labels, stuck.labels)
    found = partition_of(values, refined_one(values, stuck.labels))
    assert found.labels.tolist() == [0] * 10 + [1, 1]
    assert found.inertia == pytest.approx(2 * 2.2**2)
    assert stuck.inertia == pytest.approx(4.6**2 * 10 / 11)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_no_single_move_makes_a_refined_solution_better(seed):
    generator = np.random.RandomState(seed)
    values = generator.normal(size=(15, 2))
    found = partition_of(values, refined_one(values, np.arange(15) % 4))
    assert found.inertia == pytest.approx(within(values, found.labels))
    for city, group in itertools.product(range(15), range(4)):
        moved = found.labels.copy()
        moved[city] = group
        if len(set(moved.tolist())) == 4:
            assert within(values, moved) >= found.inertia * (1 - 1e-9)


def test_a_group_of_one_city_is_never_left_empty():
    values = np.array([[0.0], [0.1], [0.2], [0.3]])
    found = refined_one(values, np.array([0, 1, 2, 2]))
    assert np.bincount(found, minlength=3).min() == 1


def test_greedy_starts_written_out():
    """k-means++ with the best of 2 + ln k candidates (Arthur & Vassilvitskii 2007)."""
    sets = np.random.RandomState(5).normal(size=(3, 40, 2))
    for k in (2, 3, 8, 21):
        numbers = np.random.RandomState(9).uniform(size=(3, 1 + (k - 1) * (2 + int(np.log(k)))))
        found = starting_centres(sets, k, numbers)
        for values, row, centres in zip(sets, numbers, found):
            chosen = [int(row[0] * 40)]
            for places in row[1:].reshape(k - 1, -1):
                nearest = cdist(values, values[chosen], "sqeuclidean").min(axis=1)
                drawn = [int(np.argmax(np.cumsum(nearest) > p * nearest.sum())) for p in places]
                left = [
                    cdist(values, values[[*chosen, city]], "sqeuclidean").min(axis=1).sum()
                    for city in drawn
                ]
                chosen.append(drawn[int(np.argmin(left))])
            np.testing.assert_array_equal(centres, values[chosen])


def test_draws_are_in_proportion_to_the_weights():
    weights = np.array([[0.0, 1.0, 0.0, 3.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0]])
    drawn = drawn_by(weights, np.random.RandomState(0).uniform(size=(2, 20_000)))
    counts = np.bincount(drawn[0], minlength=5)
    assert counts[[0, 2, 4]].tolist() == [0, 0, 0]
    assert counts[3] / 20_000 == pytest.approx(0.75, abs=0.01)
    assert (drawn[1] == 0).all()
    # Where all cities lie on a centre any may be drawn, but one that exists
    assert drawn_by(np.zeros((1, 3)), np.array([[0.0, 0.5, 0.999]])).max() <= 2


def test_a_swap_moves_one_centre_to_a_city():
    values = np.random.RandomState(1).normal(size=(30, 2))
    best = kmeans(values, 5, 2, 0, unhindered)
    numbers = np.random.RandomState(2).uniform(size=(1, 40, 2))
    moved = set()
    for centres in swapped(values[None], best.labels[None], 5, numbers)[0]:
        changed = np.flatnonzero((np.abs(centres - best.centres) > 1e-12).any(axis=1))
        assert len(changed) == 1
        assert (values == centres[changed[0]]).all(axis=1).any()
        moved.add(int(changed[0]))
    assert moved == {0, 1, 2, 3, 4}


def test_several_sets_are_grouped_as_one_by_one():
    sets = np.random.RandomState(4).normal(size=(7, 50, 3))
    together = kmeans_of_each(list(sets), 6, 2, range(7), unhindered)
    for seed, (values, found) in enumerate(zip(sets, together)):
        alone = kmeans(values, 6, 2, seed, unhindered)
        np.testing.assert_array_equal(found.labels, alone.labels)
        assert found.inertia == alone.inertia


def lies_between_two(values, centres):
    """Whether a city is ever just as far from two centres, in exact arithmetic."""
    cities = [[Fraction(x) for x in row] for row in values]
    centres = [[Fraction(x) for x in row] for row in centres]
    before = None
    while True:
        away = [[sum((a - b) ** 2 for a, b in zip(c, m)) for m in centres] for c in cities]
        if any(one.count(min(one)) > 1 for one in away):
            return True
        groups = [one.index(min(one)) for one in away]
        members = [[c for c, own in zip(cities, groups) if own == g] for g in range(len(centres))]
        if groups == before or not all(members):
            return False
        before = groups
        centres = [[sum(column) / len(own) for column in zip(*own)] for own in members]


@settings(max_examples=40, deadline=None)
@example(1273, 8, 1e-3, True)
@given(st.integers(0, 10**6), st.integers(2, 9), st.sampled_from([1e-3, 1.0, 1e6]), st.booleans())
def test_runs_end_where_those_of_scikit_learn_do(seed, k, scale, whole):
    """Many runs at once, some of round numbers, some far from 0.

    Where a city lies exactly between two centres, the last bits decide, and need not be the same.
    """
    generator = np.random.RandomState(seed)
    sets = generator.exponential(size=(4, 40, 3)) * scale + generator.choice([0, 10]) * scale
    sets = np.round(sets * 64 / scale) / 64 if whole else sets
    which = np.repeat(np.arange(4), 3)
    starts = np.array([sets[w][generator.choice(40, k, replace=False)] for w in which])
    labels, inertia = settled(sets, which, starts, unhindered)
    for w, start, own, reached in zip(which, starts, labels, inertia):
        alone = run(sets[w], start)
        ends = np.full(40, -1) if alone is None else alone.labels
        if not np.array_equal(own, ends) and lies_between_two(sets[w], start):
            continue
        np.testing.assert_array_equal(own, ends)
        assert reached == (np.inf if alone is None else pytest.approx(alone.inertia))


def test_a_group_that_comes_empty_gets_a_far_city_as_in_scikit_learn():
    """All cities are nearer to the second centre than to the first, which lies far off."""
    values = np.random.RandomState(6).normal(size=(1, 30, 2))
    starts = np.array([[[1e3, 1e3], [0.0, 0.0]], [[-1.0, 0.0], [1.0, 0.0]]])
    labels, inertia = settled(values, np.array([0, 0]), starts, unhindered)
    for start, own, reached in zip(starts, labels, inertia):
        alone = run(values[0], start)
        np.testing.assert_array_equal(own, alone.labels)
        assert reached == pytest.approx(alone.inertia)


def test_a_run_with_an_empty_group_is_never_the_best():
    values = np.array([[[0.0], [0.0], [1.0]]])
    labels, inertia = settled(values, np.array([0]), np.array([[[0.0], [1.0], [1.0]]]), unhindered)
    assert labels.tolist() == [[-1, -1, -1]]
    assert inertia.tolist() == [np.inf]


def test_of_equal_solutions_the_first_is_kept():
    """The middle one of three cities in a row may go with either neighbour."""
    values = np.array([[0.0], [1.0], [2.0]])
    found = set()
    for seed in range(10):
        first, again = (kmeans(values, 2, starts, seed, unhindered) for starts in (1, 20))
        np.testing.assert_array_equal(first.labels, again.labels)
        found.add(tuple(first.labels))
    assert found == {(0, 0, 1), (1, 0, 0)}


def test_groups_are_numbered_by_size_then_by_their_centres():
    """The larger first; of equal sizes the one with the higher centre, feature by feature."""
    labels = np.array([0, 1, 2, 2, 3, 3, 4])
    centres = np.array([[5.0, 1.0], [5.0, 2.0], [0.0, 0.0], [1.0, 0.0], [6.0, 0.0]])
    found = numbered(Partition(labels, centres, 3.0))
    assert found.labels.tolist() == [4, 3, 1, 1, 0, 0, 2]
    np.testing.assert_array_equal(found.centres, centres[[3, 2, 4, 1, 0]])
    assert found.inertia == 3.0


def test_the_last_bits_of_centres_do_not_decide():
    centres = np.array([[0.1 + 0.2, 1.0], [0.3, 2.0]])
    found = numbered(Partition(np.array([0, 1]), centres, 0.0))
    assert found.labels.tolist() == [1, 0]


def test_means_of_groups():
    values = np.array([[1.0, 10.0], [3.0, 20.0], [8.0, 60.0]])
    np.testing.assert_array_equal(
        group_means(values, np.array([1, 1, 0]), 2), [[8.0, 60.0], [2.0, 15.0]]
    )


def test_a_run_that_leaves_a_group_empty_is_none():
    assert run(np.array([[0.0], [0.0], [1.0]]), np.array([[0.0], [1.0], [1.0]])) is None
