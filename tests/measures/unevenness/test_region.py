"""Core-secondary unevenness: the published figures and the limits."""

import csv
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.unevenness.region import unevenness

ROOT = Path(__file__).resolve().parents[3]
CORE_LEVELS = {"municipality", "provincial capital", "sub-provincial"}


def read(path):
    with open(path, encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


CITIES = read(ROOT / "resources" / "example" / "cities.csv")
PUBLISHED = read(ROOT / "tests" / "data" / "fig6_published.csv")


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda r: f"{r['mega_region']}-{r['indicator']}")
def test_published_figures(row):
    """Du, Cardoso & Rocco (2025), Fig. 6: 39 Theil and 39 Gini values, five decimals."""
    cities = [city for city in CITIES if city["mega_region"] == row["mega_region"]]
    values = np.array([float(city[row["indicator"]]) for city in cities])
    is_core = np.array([city["admin_level"] in CORE_LEVELS for city in cities])
    result = unevenness(values, is_core)
    assert round(result.theil_between, 5) == float(row["theil"])
    assert round(result.gini_du2025, 5) == float(row["dagum"])
    assert result.gini_between == pytest.approx(
        result.core_share - is_core.sum() / len(cities), abs=1e-12
    )


def test_all_figures_are_published():
    assert len(PUBLISHED) == 39


def published_variant(y, is_core):
    """The paper's Gini as published: every pair of a core and a secondary city."""
    pairs = [(c, s) for c in y[is_core] for s in y[~is_core]]
    up = [c - s for c, s in pairs if c > s]
    down = [s - c for c, s in pairs if s > c]
    d, q = (float(np.mean(part)) if part else 0.0 for part in (up, down))
    if d + q == 0:
        return 0.0
    gini = np.mean([abs(c - s) for c, s in pairs]) / (y[is_core].mean() + y[~is_core].mean())
    p, s = is_core.mean(), y[is_core].sum() / y.sum()
    return max(0.0, gini * (p * (1 - s) + (1 - p) * s) * (d - q) / (d + q))


@pytest.mark.parametrize("seed", range(40))
def test_identities_on_ties_zeros_and_weights(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 40))
    y = np.where(rng.random(n) < 0.2, 0.0, rng.integers(0, 9, n).astype(float)) + (seed % 3)
    y[0] += 1
    is_core = rng.permutation(np.arange(n) < rng.integers(1, n))
    weights = rng.random(n) + 0.1
    r = unevenness(y, is_core, weights)
    assert r.theil == pytest.approx(r.theil_between + r.theil_within, abs=1e-12)
    assert r.gini == pytest.approx(r.gini_within + r.gini_between + r.gini_overlap, abs=1e-12)
    p = weights[is_core].sum() / weights.sum()
    assert r.gini_between == pytest.approx(r.core_share - p, abs=1e-12)
    assert np.sign(r.affluence) == np.sign(round(r.gini_between, 12))
    assert unevenness(y, is_core).gini_du2025 == pytest.approx(
        published_variant(y, is_core), abs=1e-12
    )


def test_cores_below_the_secondary_cities_turn_the_sign():
    r = unevenness(np.array([1.0, 5.0, 6.0]), np.array([True, False, False]))
    assert r.gini_between == pytest.approx(1 / 12 - 1 / 3, abs=1e-12)
    assert r.affluence == -1
    assert r.gini_du2025 == 0


def test_without_a_core_only_the_whole_is_known():
    r = unevenness(np.array([1.0, 3.0]), np.array([False, False]))
    assert r.theil > 0
    assert r.gini == pytest.approx(0.25)
    assert r.secondary_mean == 2
    unknown = (
        r.core_mean,
        r.core_share,
        r.theil_between,
        r.gini_between,
        r.affluence,
        r.gini_du2025,
    )
    assert np.isnan(unknown).all()


def test_all_zeros_are_unknown():
    r = unevenness(np.zeros(3), np.array([True, False, False]))
    assert (r.core_mean, r.secondary_mean) == (0, 0)
    assert np.isnan([r.theil, r.gini, r.theil_between, r.core_share]).all()
