"""The choice of K by hand-made diagnostics, and the two other indices by their formulas."""

import numpy as np
import pytest
from megaregion.measures.typology.choice import Diagnostics, choose, partition_checks
from sklearn.datasets import load_iris

NAN = float("nan")


def entry(k, silhouette, noise=0.1):
    return Diagnostics(k, 1.0, silhouette, 0, 0, 0, 0, 1.0, 1.0, 1.0, noise, 0.0, NAN)


def apart(*silhouettes):
    """Of 100 cities, all with the mean silhouette of each K but for a tiny spread."""
    spread = np.tile([1e-6, -1e-6], 50)
    return np.array([value + spread * (1 + i) for i, value in enumerate(silhouettes)])


def test_the_highest_silhouette_is_chosen():
    best, reason, warnings = choose(
        [entry(2, 0.3), entry(3, 0.5), entry(4, 0.4)], apart(0.3, 0.5, 0.4)
    )
    assert best == 1
    assert reason == (
        "K = 3 has the highest mean silhouette (0.500; without groups up to 0.100) of the values "
        "from 2 to 4; next is K = 4 (0.400)."
    )
    assert warnings == []


def test_of_equal_silhouettes_the_smallest_k():
    best, reason, _ = choose(
        [entry(2, 0.3), entry(3, 0.5), entry(4, 0.5 + 1e-14)], apart(0.3, 0.5, 0.5)
    )
    assert best == 1
    assert "next is K = 4" in reason


def test_one_k_was_set():
    best, reason, warnings = choose([entry(5, 0.25)], apart(0.25))
    assert (best, warnings) == (0, [])
    assert reason == "K = 5 was set; its mean silhouette is 0.250 (without groups up to 0.100)."


@pytest.mark.parametrize(("silhouette", "weak"), [(0.1, True), (0.09, True), (0.1000001, False)])
def test_a_silhouette_that_noise_reaches_is_weak(silhouette, weak):
    warnings = choose([entry(3, silhouette)], apart(silhouette))[2]
    assert [("structure is weak" in text) for text in warnings] == [True] * weak


def test_what_is_within_noise_is_named():
    """The mean difference against 1.96 standard errors of the cities' differences."""
    spread = np.tile([1.0, -1.0], 50)  # standard error 0.1005 of a mean of 100
    error = spread.std(ddof=1) / 10
    for factor, close in ((1.9, True), (2.0, False)):
        measured = np.array([np.full(100, 0.5) + spread, np.full(100, 0.5 - factor * error)])
        diagnostics = [entry(2, 0.5), entry(3, 0.5 - factor * error)]
        warnings = choose(diagnostics, measured)[2]
        assert [text for text in warnings if "within noise of K = 3:" in text] == warnings
        assert bool(warnings) is close


def test_several_within_noise_are_listed():
    measured = np.array([np.zeros(4), [0.5, -0.5, 0.5, -0.5], [-0.5, 0.5, -0.5, 0.5]])
    warnings = choose([entry(2, 0.2), entry(3, 0.15), entry(6, 0.15)], measured)[2]
    assert len(warnings) == 1
    assert warnings[0].startswith("K = 2 is within noise of K = 3, 6:")


def test_indices_by_their_formulas():
    """Calinski-Harabasz and Davies-Bouldin of the species of the iris, as scikit-learn's pages."""
    iris = load_iris()
    means = np.array([iris.data[iris.target == t].mean(axis=0) for t in range(3)])
    within = ((iris.data - means[iris.target]) ** 2).sum()
    between = 50 * ((means - iris.data.mean(axis=0)) ** 2).sum()
    checks = partition_checks(iris.data, iris.target, within)
    assert checks["calinski_harabasz"] == pytest.approx(between / within * 147 / 2)
    scatter = [
        np.linalg.norm(iris.data[iris.target == t] - means[t], axis=1).mean() for t in range(3)
    ]
    worst = [
        max(
            (scatter[i] + scatter[j]) / np.linalg.norm(means[i] - means[j])
            for j in range(3)
            if j != i
        )
        for i in range(3)
    ]
    assert checks["davies_bouldin"] == pytest.approx(np.mean(worst))


def test_indices_of_single_cities_are_undefined():
    alone = partition_checks(np.arange(3.0)[:, None], np.array([0, 2, 1]), 0.0)
    assert np.isnan(list(alone.values())).all()
    pair = partition_checks(np.array([[0.0], [1.0], [5.0]]), np.array([0, 0, 1]), 0.5)
    assert np.isfinite(list(pair.values())).all()
