"""Gini index and percentiles of cells against sums over all pairs and sorted copies."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.coverage import cover
from megaregion.measures.grids import Grid
from megaregion.measures.light import spread as spread_module
from megaregion.measures.light.areas import RowAreas
from megaregion.measures.light.spread import CellSpread, weighted_gini, weighted_percentiles
from megaregion.measures.light.statistics import NEGATIVE_MISSING, NEGATIVE_ZERO, ZonalOptions
from megaregion.measures.light.windows import plan_zones
from rasters import added_up
from shapely.geometry import Point, box
from shapes import to_polygons

GRID = Grid(60, 45, (0.0, 1.0, 0.0, 45.0, 0.0, -1.0))
SHAPES = [
    box(0, 0, 60, 45),
    box(3, 3, 7, 9),
    Point(30, 20).buffer(11.3),
    box(3, 3, 7, 9),
    box(40.25, 40.25, 40.5, 40.5),
]


def pairs(values, weights):
    """Half the mean difference of all pairs over the mean."""
    difference = np.abs(values[:, None] - values) * weights[:, None] * weights
    mean = (values * weights).sum() / weights.sum()
    return difference.sum() / weights.sum() ** 2 / (2 * mean)


def copies(values, weights, share):
    """Percentile of values that stand as many times as they weigh."""
    many = np.sort(np.repeat(values, weights))
    return many[int(np.ceil(share * len(many))) - 1]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=30).filter(
        lambda items: any(value for value, _ in items)
    )
)
@settings(max_examples=60, deadline=None)
def test_against_all_pairs_and_copies(items):
    items.sort()
    values, weights = np.array(items, dtype=float).T
    assert weighted_gini(values, weights) == pytest.approx(pairs(values, weights), abs=1e-12)
    expected = [copies(values, weights.astype(int), share) for share in (0.1, 0.5, 0.9)]
    np.testing.assert_array_equal(weighted_percentiles(values, weights), expected)


def test_known_values():
    equal = np.full(5, 3.0)
    assert weighted_gini(equal, np.ones(5)) == pytest.approx(0, abs=1e-15)
    assert weighted_gini(np.array([0, 0, 0, 8.0]), np.ones(4)) == pytest.approx(0.75)
    assert np.isnan(weighted_gini(np.zeros(3), np.ones(3)))
    assert np.isnan(weighted_gini(np.array([-1.0, 2]), np.ones(2)))
    assert np.isnan(weighted_gini(np.empty(0), np.empty(0)))
    tenths = np.arange(1.0, 11)
    np.testing.assert_array_equal(weighted_percentiles(tenths, np.full(10, 0.1)), [1, 5, 9])


@pytest.mark.parametrize("held", [4_000_000, 100])
@pytest.mark.parametrize("area_weighted", [True, False])
@pytest.mark.parametrize("negative", [NEGATIVE_ZERO, NEGATIVE_MISSING])
def test_cells_of_cities(monkeypatch, held, area_weighted, negative):
    monkeypatch.setattr(spread_module, "_MOST_CELLS", held)
    rng = np.random.default_rng(2)
    values = rng.gamma(0.4, 12, (45, 60)).astype(np.float32) - 1
    values[rng.random(values.shape) < 0.2] = np.nan
    values[:8] = 0  # windows of equal values
    values[8:16, :16] = np.nan  # a window without any
    coverage, areas = cover(to_polygons(SHAPES), GRID), np.linspace(1, 2, 45)
    plan = plan_zones(coverage, GRID, (16, 8), RowAreas(areas), area_weighted=area_weighted)
    collected = CellSpread(plan)
    added_up(plan, values, options=ZonalOptions(negative=negative), spread=collected)
    found = collected.result()
    light = np.maximum(values, 0) if negative == NEGATIVE_ZERO else values
    for i in range(len(SHAPES)):
        weights = coverage.fractions(i, GRID)
        if area_weighted:
            weights = weights * areas[:, None]
        used = (weights > 0) & np.isfinite(values)
        if negative == NEGATIVE_MISSING:
            used &= values >= 0
        order = np.argsort(light[used], kind="stable")
        v, w = light[used][order].astype(float), weights[used][order]
        if not v.any():
            assert np.isnan(found.gini[i])
            continue
        assert found.gini[i] == pytest.approx(pairs(v, w), rel=1e-9)
        for number, share in enumerate((0.1, 0.5, 0.9)):
            below = v <= found.percentiles[number, i]
            strictly = v < found.percentiles[number, i]
            assert w[below].sum() >= share * w.sum() * (1 - 1e-9)
            assert w[strictly].sum() < share * w.sum()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_as_many_polygons_as_there_are(count):
    """The last one's cells are worked out whatever its number."""
    values = np.arange(45 * 60, dtype=float).reshape(45, 60)
    shapes = [box(3, 3, 7, 9), box(10, 10, 14, 20), box(30, 30, 33, 31)][:count]
    plan = plan_zones(cover(to_polygons(shapes), GRID), GRID, (16, 16), RowAreas(np.ones(45)))
    spread = CellSpread(plan)
    added_up(plan, values, spread=spread)
    found = spread.result()
    for number, shape in enumerate(shapes):
        left, bottom, right, top = (int(edge) for edge in shape.bounds)
        cells = np.sort(values[45 - top : 45 - bottom, left:right].ravel())
        assert found.gini[number] == pytest.approx(pairs(cells, np.ones(len(cells))))
        assert found.percentiles[1, number] == copies(cells, np.ones(len(cells), int), 0.5)
