"""Sigma and beta convergence and changes by period."""

import csv
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.unevenness.convergence import (
    beta_convergence,
    coefficients_of_variation,
    period_changes,
    sigma_convergence,
)
from scipy import stats

ROOT = Path(__file__).resolve().parents[3]


def test_cities_that_halve_their_distance_converge():
    years = np.array([2000.0, 2001, 2003, 2006])
    values = np.column_stack([10 + np.array([-6.0, 6.0]) / (1 + year - 2000) for year in years])
    series = coefficients_of_variation(values)
    assert series == pytest.approx([0.6, 0.3, 0.15, 0.6 / 7])
    expected = stats.theilslopes(series, years)[0]
    assert sigma_convergence(years, values) == pytest.approx(expected)
    assert expected < 0


def test_missing_values_and_weights_by_year():
    values = np.array([[1.0, 1, np.nan], [3.0, np.nan, np.nan], [2.0, 3, np.nan]])
    series = coefficients_of_variation(values)
    assert series[:2] == pytest.approx([np.sqrt(2 / 3) / 2, 0.5])
    assert np.isnan(series[2])
    weights = np.array([[1.0, 3, 1], [1.0, 1, 1], [2.0, 1, 1]])
    # 1, 3, 2, 2: mean 2, variance 1/2; 1, 1, 1, 3: mean 1.5, variance 3/4
    assert coefficients_of_variation(values, weights)[:2] == pytest.approx(
        [np.sqrt(0.5) / 2, np.sqrt(0.75) / 1.5]
    )
    assert np.isnan(sigma_convergence(np.arange(3.0), values))


def test_beta_is_the_least_squares_line_in_log_points_a_year():
    # ln growth over 10 years: 0.9 - 0.2 ln(first)  ->  -0.02 a year
    first = np.array([1.0, 2, 5, 20, 60])
    last = first * np.exp(0.9 - 0.2 * np.log(first))
    result = beta_convergence(first, last, 10)
    assert (result.cities, result.beta) == (5, pytest.approx(-0.02))
    assert result.p_value < 1e-10


def test_beta_of_chinese_cities_equals_scipy():
    with open(ROOT / "resources" / "example" / "cities.csv", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    first, last = (np.array([float(row[f"gdp_{y}"]) for row in rows]) for y in (2006, 2023))
    result = beta_convergence(first, last, 17)
    slope, _, _, p_value, _ = stats.linregress(np.log(first), np.log(last / first) / 17)
    assert (result.beta, result.p_value) == pytest.approx((slope, p_value))
    assert result.cities == len(rows)


def test_cities_without_a_logarithm_are_left_out():
    first = np.array([1.0, 2, 4, 0, np.nan, 8])
    last = np.array([2.0, 3, 5, 9, 9, np.nan])
    result = beta_convergence(first, last, 5)
    assert result.cities == 3
    assert result.beta == beta_convergence(first[:3], last[:3], 5).beta
    two = beta_convergence(first[:2], last[:2], 5)
    assert two.cities == 2
    assert np.isnan([two.beta, two.p_value]).all()
    assert np.isnan(beta_convergence(np.full(4, 3.0), np.arange(1.0, 5), 5).beta)


def test_false_convergence_is_at_most_six_percent():
    rng = np.random.default_rng(0)
    hits = 0
    for _ in range(2000):
        first = rng.lognormal(0, 0.6, 12)
        hits += beta_convergence(first, first * rng.lognormal(0.3, 0.2, 12), 10).p_value <= 0.05
    assert hits / 2000 <= 0.06


def test_changes_by_period():
    years = np.array([2006, 2010, 2011, 2015])
    series = np.array([[0.1, 0.3, 0.2, 0.5], [1.0, np.nan, 2.0, 4.0]])
    periods = np.array([[2006, 2010], [2011, 2015], [2016, 2020]])
    got = period_changes(years, series, periods)
    np.testing.assert_allclose(got, [[0.2, 0.3, np.nan], [np.nan, 2.0, np.nan]])
