"""Intervals against a literal search over all means the data allow, and their coverage."""

import csv
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.unevenness.interval import (
    BORROWED_SPREAD,
    SHARED_SPREAD,
    change_interval,
    theil_interval,
)
from megaregion.measures.unevenness.region import unevenness
from scipy.stats import t as student

CITIES = Path(__file__).resolve().parents[3] / "resources" / "example" / "cities.csv"
CORE_LEVELS = {"municipality", "provincial capital", "sub-provincial"}


def real_regions():
    with open(CITIES, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for region in dict.fromkeys(row["mega_region"] for row in rows):
        cities = [row for row in rows if row["mega_region"] == region]
        values = np.array([[float(c["gdp_2006"]), float(c["gdp_2023"])] for c in cities])
        yield region, values, np.array([c["admin_level"] in CORE_LEVELS for c in cities])


REAL = list(real_regions())


def theil(values, is_core, weights=None):
    return unevenness(values, is_core, weights).theil_between


def index_at(p, log_ratio):
    """The index where the cores' mean is exp(log_ratio) times the secondary cities'."""
    s = p * np.exp(log_ratio) / (p * np.exp(log_ratio) + 1 - p)
    return s * np.log(s / p) + (1 - s) * np.log((1 - s) / (1 - p))


def log_ratio_and_covariance(values, is_core):
    """The formulas of docs/method/unevenness.md, one by one, without weights and zeros."""
    roles = [values[is_core], values[~is_core]]
    n = len(values)
    deviations = [np.log(role) - np.log(role).mean(axis=0) for role in roles]
    pooled = sum(np.einsum("ij,ik->jk", d, d) for d in deviations) / (n - 2)
    covariance = sum(np.log(1 + (np.exp(pooled) - 1) / len(role)) for role in roles)
    return np.log(roles[0].mean(axis=0) / roles[1].mean(axis=0)), covariance


@pytest.mark.parametrize(("region", "values", "is_core"), REAL, ids=[r[0] for r in REAL])
def test_real_regions_against_a_search(region, values, is_core):
    log_ratio, covariance = log_ratio_and_covariance(values, is_core)
    n, p = len(values), is_core.mean()
    radius = student.ppf(0.975, n - 2)
    steps = np.linspace(-1, 1, 1201) * radius
    first = log_ratio[0] + steps * np.sqrt(covariance[0, 0])
    level = index_at(p, first)
    found = theil_interval(values[:, 0], is_core)
    assert (found.low, found.high) == pytest.approx((level.min(), level.max()), abs=2e-5)
    # All pairs of log ratios no farther away than the radius, in the metric of their covariance
    x, y = np.meshgrid(first - log_ratio[0], steps * np.sqrt(covariance[1, 1]))
    inverse = np.linalg.inv(covariance)
    distance = inverse[0, 0] * x**2 + 2 * inverse[0, 1] * x * y + inverse[1, 1] * y**2
    change = index_at(p, log_ratio[1] + y) - index_at(p, log_ratio[0] + x)
    change = change[distance <= radius**2]
    found = change_interval(values, is_core)
    assert (found.low, found.high) == pytest.approx((change.min(), change.max()), abs=2e-3)
    assert found.low < theil(values[:, 1], is_core) - theil(values[:, 0], is_core) < found.high
    assert found.assumption == (BORROWED_SPREAD if is_core.sum() == 1 else SHARED_SPREAD)


@pytest.mark.parametrize("cores", [1, 2, 5])
@pytest.mark.parametrize("growth", [1.0, 1.5])
def test_coverage(cores, growth):
    """The whole table is printed by benchmarks/calibration.py."""
    rng = np.random.default_rng(cores)
    n, draws = 12, 400
    is_core = np.arange(n) < cores
    p = cores / n
    truth = index_at(p, np.log(4 * growth)) - index_at(p, np.log(4))
    covered = covered_level = 0
    for _ in range(draws):
        level = np.where(is_core, np.log(4), 0) + 0.6 * rng.standard_normal(n)
        logs = level[:, None] + 0.2 * rng.standard_normal((n, 2))
        logs[is_core, 1] += np.log(growth)
        found = change_interval(np.exp(logs), is_core)
        covered += found.low <= truth <= found.high
        found = theil_interval(np.exp(logs[:, 0]), is_core)
        covered_level += found.low <= index_at(p, np.log(4)) <= found.high
    assert 0.92 < covered / draws < 0.995
    assert 0.92 < covered_level / draws < 0.98


def test_zeros_and_weights_cover():
    """A fifth of the secondary cities without any; weights that differ between the years."""
    rng = np.random.default_rng(4)
    n, draws = 15, 400
    is_core = np.arange(n) < 3
    covered = 0
    for _ in range(draws):
        weights = rng.lognormal(sigma=0.4, size=(n, 1)) * rng.lognormal(sigma=0.05, size=(n, 2))
        level = np.where(is_core, np.log(4), 0) + 0.6 * rng.standard_normal(n)
        values = np.exp(level[:, None] + 0.2 * rng.standard_normal((n, 2)))
        values[~is_core & (rng.random(n) < 0.2)] = 0
        p = weights[is_core].sum(axis=0) / weights.sum(axis=0)
        truth = index_at(p[1], np.log(4 / 0.8)) - index_at(p[0], np.log(4 / 0.8))
        found = change_interval(values, is_core, weights)
        covered += found.low <= truth <= found.high
    assert 0.92 < covered / draws < 0.995


def test_growth_common_to_all_cities_is_no_change():
    first = np.array([10.0, 3, 4, 2, 5, 7, 8])
    found = change_interval(np.column_stack([first, first * 6]), np.arange(7) < 2)
    assert (found.low, found.high) == pytest.approx((0, 0), abs=1e-12)


def test_roles_that_may_be_equal_reach_down_to_zero():
    values = np.array([3.0, 2.0, 4.0, 3.5, 2.5, 3.2])
    assert theil_interval(values, np.arange(6) < 2).low == 0


def test_equal_weights_are_no_weights():
    _, values, is_core = REAL[0]
    weighted = change_interval(values, is_core, np.full(len(values), 8.0))
    assert weighted == change_interval(values, is_core)
    weighted = theil_interval(values[:, 0], is_core, np.full(len(values), 4.0))
    assert weighted == theil_interval(values[:, 0], is_core)


def test_weights_by_the_formula():
    _, values, is_core = REAL[0]
    values = values[:, 0]
    weights = np.random.default_rng(0).uniform(1, 9, len(values))
    means, variance = [], 0.0
    squares = sum(
        ((np.log(v) - np.log(v).mean()) ** 2).sum() for v in (values[is_core], values[~is_core])
    )
    for role in (is_core, ~is_core):
        shares = weights[role] / weights[role].sum()
        means.append(shares @ values[role])
        variance += np.log(1 + (np.exp(squares / (len(values) - 2)) - 1) * (shares**2).sum())
    p = weights[is_core].sum() / weights.sum()
    half = student.ppf(0.975, len(values) - 2) * np.sqrt(variance)
    ends = index_at(p, np.log(means[0] / means[1]) + np.array([-half, half]))
    found = theil_interval(values, is_core, weights)
    assert (found.low, found.high) == pytest.approx((ends.min(), ends.max()), rel=1e-9)


@pytest.mark.parametrize("scale", [2.0**-1000, 2.0**900])
def test_the_unit_does_not_matter(scale):
    _, values, is_core = REAL[0]
    once = change_interval(values, is_core, values)
    again = change_interval(values * scale, is_core, values * scale)
    assert (again.low, again.high) == pytest.approx((once.low, once.high), abs=1e-12)


def test_a_city_missing_in_one_year_counts_in_the_other():
    _, values, is_core = REAL[0]
    gap = values.copy()
    gap[-1, 0] = np.nan
    found = change_interval(gap, is_core)
    change = theil(values[:, 1], is_core) - theil(values[:-1, 0], is_core[:-1])
    assert found.low < change < found.high
    assert found != change_interval(values[:-1], is_core[:-1])


@pytest.mark.parametrize(
    ("values", "is_core"),
    [
        ([[1.0, 2], [2, 3], [4, 5]], [False] * 3),
        ([[1.0, 2], [2, 3], [4, 5]], [True] * 3),
        ([[1.0, 2], [2, 3]], [True, False]),
        ([[0.0, 2], [2, 3], [4, 5], [5, 9]], [True, False, False, False]),
        ([[1.0, np.nan], [2, 3], [4, 5], [5, 9]], [True, False, False, False]),
        ([[3.0, 2], [1, 1], [1, 1], [1, 1]], [True, False, False, False]),
    ],
    ids=["no core", "no secondary", "two cities", "core of zero", "core missing", "no spread"],
)
def test_without_enough_cities_there_is_no_interval(values, is_core):
    found = change_interval(np.array(values), np.array(is_core))
    assert np.isnan([found.low, found.high]).all()
    assert found.assumption is None


def test_three_cities_are_enough():
    """The fewest: one degree of freedom, of the two secondary cities' logs."""
    values, is_core = np.array([9.0, 2.0, 3.0]), np.array([True, False, False])
    squares = ((np.log([2, 3]) - np.log([2, 3]).mean()) ** 2).sum()
    variance = np.log(1 + (np.exp(squares) - 1)) + np.log(1 + (np.exp(squares) - 1) / 2)
    half = student.ppf(0.975, 1) * np.sqrt(variance)
    ends = index_at(1 / 3, np.log(9 / 2.5) + np.array([-half, half]))
    found = theil_interval(values, is_core)
    assert (found.low, found.high) == pytest.approx((0, ends.max()), rel=1e-6)
    assert found.assumption == BORROWED_SPREAD


def literal_change(values, is_core, steps=7201):
    """The extremes over a fine grid of pairs of log ratios inside the ellipse, and its rim."""
    log_ratio, covariance = log_ratio_and_covariance(values, is_core)
    radius, p = student.ppf(0.975, len(values) - 2), is_core.mean()
    root = np.linalg.cholesky(covariance)
    angle = np.linspace(0, 2 * np.pi, steps)
    inside = np.linspace(0, 1, 30)[:, None]
    x, y = (inside * radius * f(angle) for f in (np.cos, np.sin))
    first = log_ratio[0] + root[0, 0] * x
    last = log_ratio[1] + root[1, 0] * x + root[1, 1] * y
    change = index_at(p, last) - index_at(p, first)
    return change.min(), change.max()


@pytest.mark.parametrize("seed", range(12))
def test_the_rim_of_the_ellipse_holds_the_extremes_on_every_side(seed):
    """Roles that change sides, one way and the other, so that extremes lie at all angles."""
    rng = np.random.default_rng(seed)
    is_core = np.arange(9) < 3
    signs = [(1, 1), (1, -1), (-1, 1), (-1, -1)][seed % 4]
    logs = 0.3 * rng.standard_normal((9, 2))
    logs[is_core] += 1.2 * np.array(signs)
    found = change_interval(np.exp(logs), is_core)
    assert (found.low, found.high) == pytest.approx(literal_change(np.exp(logs), is_core), abs=2e-5)


def test_logs_that_differ_by_more_than_rounding_have_an_interval():
    """Equal but for the last bits is nothing known; a thousandth is."""
    values = np.array([9.0, 8.0, 2.0, 2.0, 2.0])
    is_core = np.arange(5) < 1
    assert np.isnan(theil_interval(np.array([9.0, 2, 2, 2 * (1 + 1e-15)]), is_core[:4]).low)
    assert theil_interval(np.array([9.0, 2, 2, 2.002]), is_core[:4]).high > 0
    assert theil_interval(values, is_core).high > 0


def test_zeros_by_the_formula():
    """Aitchison (1955): C = exp(covariance of the logs) q_both / (q_first q_last) - 1."""
    values = np.array([[9.0, 8.0], [7, 9], [2, 3], [0, 2], [3, 0], [4, 3], [2, 5], [0, 0]])
    is_core = np.arange(8) < 2
    positive = values > 0
    usable = positive.all(axis=1)
    logs = [np.log(values[usable & role]) for role in (is_core, ~is_core)]
    deviations = np.vstack([part - part.mean(axis=0) for part in logs])
    pooled = deviations.T @ deviations / (len(deviations) - 2)
    covariance, means = np.zeros((2, 2)), []
    for role in (is_core, ~is_core):
        n, q = role.sum(), positive[role].mean(axis=0)
        both = positive[role].all(axis=1).mean()
        q_both = np.array([[q[0], both], [both, q[1]]])
        covariance += np.log(1 + (np.exp(pooled) * q_both / np.outer(q, q) - 1) / n)
        means.append(values[role].mean(axis=0))
    radius = student.ppf(0.975, len(deviations) - 2)
    log_ratio = np.log(means[0] / means[1])
    for year in (0, 1):
        with_zeros = values[:, year]
        # One year alone knows all its values above zero: the spread is that of these
        own = [np.log(with_zeros[role & (with_zeros > 0)]) for role in (is_core, ~is_core)]
        squares = sum(((part - part.mean()) ** 2).sum() for part in own)
        freedom = sum(map(len, own)) - 2
        variance = 0.0
        for role, q in ((is_core, 1.0), (~is_core, (with_zeros[~is_core] > 0).mean())):
            variance += np.log(1 + (np.exp(squares / freedom) / q - 1) / role.sum())
        half = student.ppf(0.975, freedom) * np.sqrt(variance)
        ends = index_at(0.25, log_ratio[year] + np.array([-half, half]))
        found = theil_interval(with_zeros, is_core)
        low = 0.0 if abs(log_ratio[year]) <= half else ends.min()
        assert (found.low, found.high) == pytest.approx((low, ends.max()), rel=1e-9)
    root = np.linalg.cholesky(covariance) * radius
    angle = np.linspace(0, 2 * np.pi, 20_001)
    first = log_ratio[0] + root[0, 0] * np.cos(angle)
    last = log_ratio[1] + root[1, 0] * np.cos(angle) + root[1, 1] * np.sin(angle)
    change = index_at(0.25, last) - index_at(0.25, first)
    found = change_interval(values, is_core)
    assert (found.low, found.high) == pytest.approx((change.min(), change.max()), abs=1e-7)
