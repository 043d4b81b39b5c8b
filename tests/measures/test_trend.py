"""Theil-Sen and Mann-Kendall by hand and against scipy."""

import math

import numpy as np
import pytest
from megaregion.measures import trend
from scipy import stats


def test_theil_sen_by_hand():
    # Slopes of the pairs: 1, 2, 1, 3, 1, -1; their median is 1.
    times = np.array([2000.0, 2001.0, 2002.0, 2003.0])
    assert trend.theil_sen(times, np.array([[1.0, 2.0, 5.0, 4.0]])) == pytest.approx([1.0])


def test_theil_sen_with_uneven_years_and_a_gap():
    times = np.array([2000.0, 2002.0, 2005.0, 2010.0])
    values = np.array([[3.0, np.nan, 13.0, 23.0]])
    assert trend.theil_sen(times, values) == pytest.approx([2.0])


def test_mann_kendall_by_hand():
    # S = 5 pairs up - 1 pair down = 4, variance = 4 * 3 * 13 / 18, z = 3 / sqrt(8.667)
    times = np.arange(4.0)
    expected = math.erfc(3 / math.sqrt(156 / 18) / math.sqrt(2))
    assert trend.mann_kendall(times, np.array([[1.0, 2.0, 4.0, 3.0]])) == pytest.approx([expected])


def test_mann_kendall_with_ties_by_hand():
    # 1 2 2 3 3 3: S = 11, ties of 2 and 3: 6 * 5 * 17 - 2 * 1 * 9 - 3 * 2 * 11 = 426
    expected = math.erfc(10 / math.sqrt(426 / 18) / math.sqrt(2))
    got = trend.mann_kendall(np.arange(6.0), np.array([[1.0, 2, 2, 3, 3, 3]]))
    assert got == pytest.approx([expected])


def test_too_few_years_and_no_change():
    times = np.arange(4.0)
    values = np.array([[1.0, 2, np.nan, np.nan], [5.0, 5, 5, 5], [np.nan] * 4])
    np.testing.assert_allclose(trend.theil_sen(times, values), [np.nan, 0, np.nan])
    np.testing.assert_allclose(trend.mann_kendall(times, values), [np.nan, 1, np.nan])


def test_against_scipy():
    rng = np.random.default_rng(7)
    times = np.sort(rng.choice(np.arange(1992, 2030), 15, replace=False)).astype(float)
    values = rng.integers(0, 9, (40, 15)).astype(float)  # many ties
    values[::3, 4] = np.nan
    slopes, p_values = trend.theil_sen(times, values), trend.mann_kendall(times, values)
    for row, slope, p in zip(values, slopes, p_values):
        known = np.isfinite(row)
        assert slope == pytest.approx(stats.theilslopes(row[known], times[known])[0], abs=1e-12)
        # scipy's asymptotic test has the same variance but no continuity correction.
        tau_p = stats.kendalltau(times[known], row[known], method="asymptotic").pvalue
        z = stats.norm.isf(tau_p / 2)
        score = np.sign(np.subtract.outer(row[known], row[known]))[np.tril_indices(known.sum(), -1)]
        s = abs(score.sum())
        corrected = 2 * stats.norm.sf(z * max(s - 1, 0) / s) if s else 1.0
        assert p == pytest.approx(corrected, abs=1e-9)


def test_order_of_years_does_not_matter_and_chunks_change_nothing(monkeypatch):
    rng = np.random.default_rng(3)
    times, values = np.arange(10.0), rng.normal(size=(25, 10))
    slopes, p_values = trend.theil_sen(times, values), trend.mann_kendall(times, values)
    monkeypatch.setattr(trend, "_CHUNK_SERIES", 4)
    shuffled = rng.permutation(10)
    np.testing.assert_allclose(trend.theil_sen(times[shuffled], values[:, shuffled]), slopes)
    np.testing.assert_allclose(trend.mann_kendall(times[shuffled], values[:, shuffled]), p_values)
