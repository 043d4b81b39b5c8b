"""What cities without groups reach: the noise itself, false alarms, and groups that are there."""

import numpy as np
import pytest
from megaregion.measures.typology.find import find_types
from megaregion.measures.typology.methods import KMeans, Ward
from megaregion.measures.typology.noise import Noise, gaps, noise_silhouettes, single_peak
from megaregion.measures.typology.scale import standardised
from scipy.stats import spearmanr
from sklearn.cluster import KMeans as PlainKMeans


def unhindered():
    """No cancelling in these tests."""


def test_noise_has_the_spread_and_correlation_of_the_data():
    generator = np.random.RandomState(0)
    base = generator.standard_normal((800, 3)) @ [[1, 0.8, 0], [0, 0.6, 0], [0, 0, 1]]
    values = np.column_stack([base[:, 0], np.exp(base[:, 1]), 50 + 9 * base[:, 2], np.ones(800)])
    drawn = Noise(values).draw(np.random.RandomState(1))
    np.testing.assert_allclose(drawn.mean(axis=0), values.mean(axis=0))
    np.testing.assert_allclose(drawn.std(axis=0), values.std(axis=0), atol=1e-12)
    assert spearmanr(drawn[:, 0], drawn[:, 1])[0] == pytest.approx(0.8, abs=0.07)
    assert abs(spearmanr(drawn[:, 0], drawn[:, 2])[0]) < 0.1
    skewness = ((drawn[:, 1] - drawn[:, 1].mean()) ** 3).mean() / drawn[:, 1].std() ** 3
    assert skewness > 2


def test_single_peak_fills_the_gap_between_two_groups():
    values = np.concatenate([np.linspace(0, 1, 50), np.linspace(9, 10, 50)])
    places, reached = single_peak(values)
    assert (reached[0], reached[-1]) == (0, 1)
    density = np.diff(reached) / np.diff(places)
    mode = int(density.argmax())
    assert (np.diff(density[: mode + 1]) >= -1e-12).all()
    assert (np.diff(density[mode:]) <= 1e-12).all()
    assert np.interp(8.5, places, reached) - np.interp(1.5, places, reached) > 0.3


def test_single_peak_of_even_values_is_even():
    places, reached = single_peak(np.array([3.0, 1.0, 0.0, 2.0]))
    np.testing.assert_allclose(places, [0, 1, 2, 3])
    np.testing.assert_allclose(reached, [0, 1 / 3, 2 / 3, 1])


def test_repeated_values_keep_their_weight():
    """Five zeros weigh five of seven: their excess and their half lie next to them."""
    places, reached = single_peak(np.array([0.0] * 5 + [1.0, 2.0]))
    np.testing.assert_allclose(places, [0, 1, 2])
    np.testing.assert_allclose(reached, [0, 5 / 6, 1])


def test_of_two_peaks_that_are_as_likely_the_first():
    """0 1 and 4 5: the peak in the first group, the gap and the second one even, or mirrored."""
    places, reached = single_peak(np.array([0.0, 1.0, 4.0, 5.0]))
    np.testing.assert_allclose(places, [0, 1, 4, 5])
    np.testing.assert_allclose(reached, [0, 1 / 3, 5 / 6, 1])


def test_repeated_values_at_both_ends():
    """Three at the top lie in the last step but for half of one of them, as at the bottom."""
    places, reached = single_peak(np.array([0.0, 1.0, 2.0, 2.0, 2.0]))
    np.testing.assert_allclose(places, [0, 1, 2])
    np.testing.assert_allclose(reached, [0, 1 / 4, 1])
    both = single_peak(np.array([0.0, 0.0, 1.0, 2.0, 2.0]))[1]
    np.testing.assert_allclose(both, [0, 1 / 2, 1])


@pytest.mark.parametrize("features", [1, 2, 4, 11])
def test_noise_is_called_weak(features):
    """All 100 runs for 1 to 11 features are in benchmarks/typology.py."""
    generator = np.random.RandomState(features)
    for _ in range(2):
        values = generator.standard_normal((150, features))
        found = find_types(values, ["x"] * features, range(2, 6), method=KMeans(3))
        assert any("structure is weak" in text for text in found.warnings)


@pytest.mark.parametrize("method", [KMeans(3), Ward()])
@pytest.mark.parametrize("features", [1, 3])
def test_groups_are_not_called_weak(method, features):
    generator = np.random.RandomState(features)
    values = np.vstack([generator.normal(centre, 1, (40, features)) for centre in (0, 6, 12)])
    found = find_types(values, ["x"] * features, range(2, 5), method=method)
    assert found.chosen == 3
    assert not any("weak" in text for text in found.warnings)
    entry = next(e for e in found.diagnostics if e.k == 3)
    assert entry.silhouette > entry.noise_silhouette
    assert f"without groups up to {entry.noise_silhouette:.3f}" in found.reason


def test_noise_of_many_cities_is_drawn_from_a_part(monkeypatch):
    from megaregion.measures.typology import noise

    monkeypatch.setattr(noise, "MOST", 60)
    values = standardised(np.random.RandomState(2).standard_normal((400, 2)))
    values = values[np.lexsort(values.T[::-1])]
    found = noise_silhouettes(values, KMeans(), [2, 3], 0, unhindered)
    assert found.shape == (2,)
    assert (found > 0.3).all()


def test_gap_against_the_statistic_written_out():
    """Tibshirani, Walther & Hastie (2001), uniform in the box of the principal components."""
    generator = np.random.RandomState(3)
    values = np.vstack([generator.normal(centre, 1, (40, 2)) for centre in (0, 5, 10)])
    values = values[np.lexsort(values.T[::-1])]
    ks = [1, 2, 3, 4, 5][1:]
    inertias = [PlainKMeans(k, n_init=10, random_state=0).fit(values).inertia_ for k in ks]
    found = gaps(values, KMeans(), inertias, ks, 0, unhindered)
    centred = values - values.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    along = centred @ axes.T
    logs = []
    for draw in range(40):
        uniform = generator.uniform(along.min(axis=0), along.max(axis=0), along.shape) @ axes
        logs.append(
            [np.log(PlainKMeans(k, n_init=3, random_state=draw).fit(uniform).inertia_) for k in ks]
        )
    expected = np.mean(logs, axis=0) - np.log(inertias)
    np.testing.assert_allclose(found, expected, atol=0.06)
    assert found.argmax() == 1  # three groups


def test_gap_of_groups_without_any_spread_is_undefined():
    values = np.repeat([[0.0, 0.0], [3.0, 4.0]], 5, axis=0)
    assert np.isnan(gaps(values, KMeans(), [0.0], [2], 0, unhindered)).all()


def test_equal_cities_are_at_their_centre_whatever_the_last_bit_says():
    """The mean of five times 0.1 + 0.2 is not always 0.1 + 0.2."""
    values = np.repeat([[0.1 + 0.2, 0.7], [1.1, 1.3]], [7, 5], axis=0) * 3.3
    found = find_types(values, ["a", "b"], [2])
    (entry,) = found.diagnostics
    assert entry.silhouette == 1
    assert entry.inertia == pytest.approx(0, abs=1e-25)
    assert np.isnan(entry.gap)
    assert np.isnan(entry.calinski_harabasz)
