"""Theil-Sen and Mann-Kendall by hand, against scipy and pymannkendall, and under simulated nulls."""

import numpy as np
import pymannkendall
import pytest
from megaregion.measures import serialcorrelation, trend
from scipy import stats

ONE_SEASON = np.zeros(33, dtype=int)


def autoregression(rng, series, n, correlation):
    """Gaussian first-order autoregressions without a trend, one a row."""
    values = rng.standard_normal((series, n))
    for t in range(1, n):
        values[:, t] *= np.sqrt(1 - correlation**2)
        values[:, t] += correlation * values[:, t - 1]
    return values


def test_theil_sen_by_hand():
    # Slopes of the pairs: 1, 2, 1, 3, 1, -1; their median is 1.
    times = np.array([2000.0, 2001.0, 2002.0, 2003.0])
    assert trend.theil_sen(times, np.array([[1.0, 2.0, 5.0, 4.0]])) == pytest.approx([1.0])


def test_theil_sen_with_uneven_years_and_a_gap():
    times = np.array([2000.0, 2002.0, 2005.0, 2010.0])
    values = np.array([[3.0, np.nan, 13.0, 23.0], [3.0, np.inf, 13.0, 23.0]])
    assert trend.theil_sen(times, values) == pytest.approx([2.0, 2.0])


def test_months_rising_by_one_are_twelve_a_year():
    times = 2012 + (np.arange(24) + 0.5) / 12
    values = np.arange(24.0)[None, :]
    months = np.tile(np.arange(1, 13), 2)
    assert trend.theil_sen(times, values) == pytest.approx([12.0])
    assert trend.theil_sen(times, values, months) == pytest.approx([12.0])
    assert trend.mann_kendall(times, values, months)[0] < 0.01


def test_score_by_hand_with_ties():
    # 1 2 2 3 3 3: S = 11, ties of 2 and 3: 6 * 5 * 17 - 2 * 1 * 9 - 3 * 2 * 11 = 426
    score, variance = trend.kendall_score(np.array([[1.0, 2, 2, 3, 3, 3]]), ONE_SEASON[:6])
    assert (score[0], variance[0]) == (11, pytest.approx(426 / 18))


def test_few_values_no_change_and_saturation():
    times = np.arange(4.0)
    nothing = [np.nan] * 4
    saturated = (63 * (1 + 1e-9 * np.array([0.0, 0.3, 0.7, 1.0]))).tolist()  # on two grids
    values = np.array([[1.0, 2, np.nan, np.nan], [5.0] * 4, nothing, saturated, [0.0] * 4])
    np.testing.assert_array_equal(trend.theil_sen(times, values), [np.nan, 0, np.nan, 0, 0])
    np.testing.assert_array_equal(trend.mann_kendall(times, values), [np.nan, 1, np.nan, 1, 1])
    long = np.tile(saturated, (2, 5))
    assert trend.mann_kendall(np.arange(20.0), long).tolist() == [1.0, 1.0]


def test_small_changes_of_large_values_and_tiny_values_count():
    rising = np.arange(18.0)
    values = np.array([1e6 + 0.1 * rising, 1e-200 * rising, 1e200 * rising])
    assert trend.theil_sen(rising, values) == pytest.approx([0.1, 1e-200, 1e200])
    assert (trend.mann_kendall(rising, values) < 1e-4).all()


@pytest.mark.parametrize("n", [5, 9, 15, 33])
def test_slope_score_and_variance_equal_scipy_and_pymannkendall(n):
    rng = np.random.default_rng(n)
    times = np.sort(rng.choice(np.arange(1992, 2030), n, replace=False)).astype(float)
    rows = rng.integers(0, 9, (30, n)).astype(float)  # many ties
    slopes = trend.theil_sen(times, rows)
    even = trend.theil_sen(np.arange(float(n)), rows)
    scores, variances = trend.kendall_score(rows, ONE_SEASON[:n])
    for row, slope, even_slope, score, variance in zip(rows, slopes, even, scores, variances):
        assert slope == pytest.approx(stats.theilslopes(row, times)[0], abs=1e-12)
        expected = pymannkendall.original_test(row)
        assert (score, variance) == (expected.s, pytest.approx(expected.var_s))
        assert even_slope == pytest.approx(expected.slope)


def test_months_equal_pymannkendall():
    rng = np.random.default_rng(2)
    rows = rng.integers(0, 40, (20, 60)).astype(float)
    months = np.tile(np.arange(12), 5)
    scores, variances = trend.kendall_score(rows, months)
    slopes = trend.theil_sen(np.arange(60) / 12, rows, months)
    for row, slope, score, variance in zip(rows, slopes, scores, variances):
        expected = pymannkendall.seasonal_test(row, period=12)
        assert (score, variance) == (expected.s, pytest.approx(expected.var_s))
        assert slope == pytest.approx(expected.slope)


def test_without_correlation_p_is_that_of_mann_kendall():
    """Many values of a series whose lag-1 correlation is below zero: nothing is corrected."""
    times = np.arange(200.0)
    values = np.random.default_rng(1).normal(size=200) * np.where(times % 2, 1, -1)
    values += 3 * (times % 2) + 0.0055 * times
    expected = pymannkendall.original_test(values).p
    assert 0.001 < expected < 0.05
    # Student's t with 198 degrees of freedom is close to the normal distribution.
    assert trend.mann_kendall(times, values[None, :])[0] == pytest.approx(expected, rel=0.1)


def test_chunks_order_and_gaps_change_nothing(monkeypatch):
    rng = np.random.default_rng(3)
    times, values = np.arange(14.0), rng.normal(size=(25, 14)) + np.arange(14) / 5
    values[::3, 4] = np.nan
    values[5, 2:9] = np.nan
    for seasons in (None, np.arange(14) % 2):
        slopes = trend.theil_sen(times, values, seasons)
        p_values = trend.mann_kendall(times, values, seasons)
        alone = [
            trend.mann_kendall(
                times[known], row[None, known], None if seasons is None else seasons[known]
            )[0]
            for row, known in zip(values, np.isfinite(values))
        ]
        np.testing.assert_allclose(p_values, alone)
        monkeypatch.setattr(trend, "_VALUES_AT_ONCE", 400)
        new = rng.permutation(14)
        again = None if seasons is None else seasons[new]
        np.testing.assert_allclose(trend.theil_sen(times[new], values[:, new], again), slopes)
        np.testing.assert_allclose(trend.mann_kendall(times[new], values[:, new], again), p_values)


def test_p_rests_on_ranks_alone():
    rng = np.random.default_rng(4)
    values = rng.normal(size=(40, 18)) + np.arange(18) / 9
    times = np.arange(18.0)
    expected = trend.mann_kendall(times, values)
    np.testing.assert_allclose(trend.mann_kendall(times, np.exp(values)), expected)
    np.testing.assert_allclose(trend.mann_kendall(times, -5 * values), expected)


def test_seasons_without_a_pair_have_no_trend():
    times, values = np.arange(12) / 12, np.arange(12.0)[None, :]
    months = np.arange(12)
    assert np.isnan(trend.theil_sen(times, values, months)[0])
    assert np.isnan(trend.mann_kendall(times, values, months)[0])


@pytest.mark.parametrize("n", [10, 18, 33])
@pytest.mark.parametrize("correlation", [0.0, 0.25, 0.5])
def test_false_trends_are_at_most_six_percent(n, correlation):
    series = 6000
    values = autoregression(np.random.default_rng(n), series, n, correlation)
    p_values = trend.mann_kendall(np.arange(float(n)), values)
    assert (p_values <= 0.05).mean() <= 0.06
    assert (p_values <= 0.01).mean() <= 0.02
    plain = np.array([pymannkendall.original_test(row).p for row in values[:500]])
    if correlation == 0.5:
        assert (plain <= 0.05).mean() > 0.14  # what the test guards against


@pytest.mark.parametrize("years", [2, 5])
def test_false_trends_of_months_are_at_most_six_percent(years):
    n = 12 * years
    season = 5 * np.sin(np.arange(n) / 12 * 2 * np.pi)
    for correlation in (0.0, 0.5):
        values = autoregression(np.random.default_rng(years), 3000, n, correlation) + season
        p_values = trend.mann_kendall(np.arange(n) / 12, values, np.arange(n) % 12)
        assert (p_values <= 0.05).mean() <= 0.06


def test_real_trends_are_found():
    """A rise of three standard deviations through the years, without correlation."""
    for n, found in ((10, 0.25), (18, 0.65), (33, 0.95)):
        values = autoregression(np.random.default_rng(n), 1000, n, 0.0)
        values += 3 * np.linspace(0, 1, n)
        assert (trend.mann_kendall(np.arange(float(n)), values) <= 0.05).mean() > found


@pytest.mark.parametrize("n", range(3, 10))
def test_tails_of_short_series_are_those_simulated(n):
    values = autoregression(np.random.default_rng(n), 40_000, n, 0.5)
    pairs = n * (n - 1) // 2
    score = np.abs(trend.kendall_score(values, ONE_SEASON[:n])[0])
    possible = np.arange(pairs % 2, pairs + 1, 2)
    simulated = (score[:, None] >= possible).mean(axis=0)
    np.testing.assert_allclose(trend._TAIL_OF_SHORT[n], simulated, atol=0.01)
    assert trend.mann_kendall(np.arange(float(n)), np.arange(n)[None, :] * 1.0) == pytest.approx(
        [trend._TAIL_OF_SHORT[n][-1]]
    )


def test_ties_of_short_series_take_the_score_below():
    """1 1 2 has S = 2 of the possible 1 and 3; 1 1 2 3 has S = 5 of 4 and 6."""
    assert trend.mann_kendall(np.arange(3.0), np.array([[1.0, 1, 2]])) == [1.0]
    assert trend.mann_kendall(np.arange(4.0), np.array([[1.0, 1, 2, 3]])) == [0.46114]


def test_residuals_of_white_noise_are_correlated_below_zero():
    """Expected lag-1 correlation of residuals from a line: -2 / n, Cochrane & Orcutt (1949)."""
    design = serialcorrelation.design_of((0,) * 18)
    assert design.expected[0] == pytest.approx(-2 / 18)
    ranks = autoregression(np.random.default_rng(0), 8000, 18, 0.5).argsort(axis=1).argsort(axis=1)
    assert np.median(design.correlation(ranks.astype(float))) == pytest.approx(0.5, abs=0.06)
    assert (design.correlation(np.arange(18.0)[None, :])) == [0.0]


def test_inflation_is_that_of_simulated_scores():
    values = autoregression(np.random.default_rng(5), 40_000, 33, 0.5)
    score, variance = trend.kendall_score(values, ONE_SEASON)
    simulated = np.var(score) / variance[0]
    design = serialcorrelation.design_of((0,) * 33)
    got = design.inflation(np.array([0.5]))[0]
    assert simulated <= got <= 1.1 * simulated
    assert design.inflation(np.array([0.0]))[0] == pytest.approx(1.0)
