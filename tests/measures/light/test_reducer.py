"""Every way through the adding up of windows against plain sums over dense arrays of cells."""

import numpy as np
import pytest
from megaregion.measures.coverage import cover
from megaregion.measures.grids import Grid
from megaregion.measures.light.areas import AreaField, Ellipsoid, geographic_areas, projected_areas
from megaregion.measures.light.scratch import Scratch
from megaregion.measures.light.spread import PERCENTILES, CellSpread
from megaregion.measures.light.statistics import (
    NEGATIVE_KEEP,
    NEGATIVE_MISSING,
    NEGATIVE_ZERO,
    PartialSums,
    ZonalOptions,
    ZonalStatistics,
)
from megaregion.measures.light.windows import plan_zones
from rasters import added_up
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapes import to_polygons

GRID = Grid(60, 45, (110.0, 0.1, 0.0, 42.0, 0.0, -0.1))
SHAPES = [
    Point(111.23, 40.31).buffer(0.73),
    Point(113.0, 39.5).buffer(1.4).difference(Point(113.0, 39.5).buffer(0.6)),
    MultiPolygon([box(114.0, 38.0, 114.5, 38.6), box(115.0, 38.0, 115.25, 38.2)]),
    Polygon([(110.5, 38.5), (115.7, 38.52), (110.5, 38.53)]),  # a sliver without a whole cell
    box(109.0, 37.0, 117.0, 43.0),  # the whole grid and more: runs end behind the last cell
    Point(111.5, 40.4).buffer(0.8),  # overlaps the first
    box(120.0, 40.0, 121.0, 41.0),  # beside the grid
]
COVERAGE = cover(to_polygons(SHAPES), GRID)
FRACTIONS = [COVERAGE.fractions(i, GRID) for i in range(len(SHAPES))]
RADIUS = 6371000.0
SPHERE = Ellipsoid(RADIUS, RADIUS)
BY_ROW = geographic_areas(GRID, SPHERE, np.pi / 180)


def stereographic(points):
    """A degree of the grid as 400 km of a polar stereographic map (Snyder 1987, 21-8)."""
    x, y = ((points - (113.0, 39.75)) * 4e5).T
    latitude = np.pi / 2 - 2 * np.arctan(np.hypot(x, y) / (2 * RADIUS))
    return np.column_stack((np.arctan2(x, -y), latitude))


BY_CELL = projected_areas(GRID, stereographic, SPHERE)


def dense_areas(areas):
    """The closed formulas: the scale k at a distance rho is 1 + rho² / 4 R² (Snyder 21-4)."""
    if areas is BY_ROW:
        return np.repeat(areas.of_rows[:, None], 60, axis=1)
    x = (np.arange(60) + 0.5 - 30) * 4e4
    y = (np.arange(45) + 0.5 - 22.5) * 4e4
    k = 1 + (x**2 + y[:, None] ** 2) / (4 * RADIUS**2)
    return 1600.0 / k**2


def reduced(values, *, missing=None, areas=BY_ROW, block=(16, 8), area_weighted=True, **options):
    plan = plan_zones(COVERAGE, GRID, block, areas, area_weighted=area_weighted)
    spread = CellSpread(plan)
    settings = {"missing": missing, "options": ZonalOptions(**options), "spread": spread}
    total = added_up(plan, values, **settings)
    return ZonalStatistics.of(total, plan), spread.result()


def expected(values, *, missing=None, areas=BY_ROW, area_weighted=True, threshold=0.0):
    """The statistics by their definitions; what is NaN or missing does not count."""
    values = np.asarray(values, dtype=float)
    valid = np.isfinite(values) & (True if missing is None else ~missing)
    ground = dense_areas(areas)
    for fraction in FRACTIONS:
        here = valid & (fraction > 0)
        part, area, value = fraction[here], (fraction * ground)[here], values[here]
        weight = area if area_weighted else part
        if not len(value):
            yield dict.fromkeys(
                ("sum", "mean", "maximum", "deviation", "lit_share", "gini"), np.nan
            )
            continue
        mean = (weight * value).sum() / weight.sum()
        order = np.argsort(value)
        pairs = np.abs(value[:, None] - value) * weight[:, None] * weight
        gini = np.nan
        if value.min() >= 0 and mean > 0:
            gini = pairs.sum() / (2 * mean * weight.sum() ** 2)
        reached = np.cumsum(weight[order]) / weight.sum()
        yield {
            "sum": (part * value).sum(),
            "mean": mean,
            "maximum": value.max(),
            "deviation": np.sqrt((weight * (value - mean) ** 2).sum() / weight.sum()),
            "weight": weight.sum(),
            "valid_area": area.sum(),
            "lit_area": area[value > threshold].sum(),
            "lit_share": area[value > threshold].sum() / area.sum(),
            "gini": gini,
            "percentiles": [value[order][np.argmax(reached > p / 100 - 1e-9)] for p in PERCENTILES],
        }


def check(values, *, policy=lambda values: values, **settings):
    statistics, spread = reduced(values, **settings)
    settings.pop("negative", None)
    settings.pop("block", None)
    settings["threshold"] = settings.pop("lit_threshold", 0.0)
    rtol = 3e-5 if settings.get("areas") is BY_CELL else 1e-9  # cells of 40 km are curved
    for i, by_hand in enumerate(expected(policy(np.asarray(values, dtype=float)), **settings)):
        for name, right in by_hand.items():
            if name in ("gini", "deviation"):
                found = getattr(spread, name)[i]
            elif name == "percentiles":
                found = spread.percentiles[:, i]
            else:
                found = getattr(statistics, name)[i]
            np.testing.assert_allclose(found, right, rtol=rtol, atol=1e-9, err_msg=f"{name} {i}")
    return statistics


@pytest.fixture(scope="module")
def light():
    rng = np.random.default_rng(5)
    values = np.round(rng.gamma(0.4, 12, (45, 60)), 1)
    values[rng.random(values.shape) < 0.3] = 0
    return values


@pytest.fixture(scope="module")
def gaps():
    missing = np.zeros((45, 60), dtype=bool)
    missing[:, ::7], missing[10:14] = True, True
    return missing


def test_areas_of_the_projection_follow_its_formula():
    assert isinstance(BY_CELL, AreaField)
    left, right = BY_CELL.of_window(0, 0, 45, 60)
    np.testing.assert_allclose(left @ right, dense_areas(BY_CELL), rtol=3e-5)


@pytest.mark.parametrize("areas", [BY_ROW, BY_CELL], ids=["by row", "by cell"])
@pytest.mark.parametrize("area_weighted", [True, False])
@pytest.mark.parametrize("block", [(16, 8), (512, 512)])
def test_all_settings_with_and_without_gaps(light, gaps, areas, area_weighted, block):
    settings = {"areas": areas, "area_weighted": area_weighted, "block": block}
    check(light, **settings)
    check(light, missing=gaps, lit_threshold=5.0, **settings)
    check(np.where(gaps, np.nan, light), **settings)


@pytest.mark.parametrize("areas", [BY_ROW, BY_CELL], ids=["by row", "by cell"])
@pytest.mark.parametrize(
    ("negative", "policy"),
    [
        (NEGATIVE_KEEP, lambda v: v),
        (NEGATIVE_ZERO, lambda v: np.maximum(v, 0)),
        (NEGATIVE_MISSING, lambda v: np.where(v < 0, np.nan, v)),
    ],
)
def test_negative_values(light, areas, negative, policy):
    check(light - 3.0, negative=negative, policy=policy, areas=areas, lit_threshold=-1.0)
    # Equal negative values are known without a look at them
    check(np.full((45, 60), -2.0), negative=negative, policy=policy, areas=areas)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32, np.float64])
@pytest.mark.parametrize(("block", "value"), [((16, 8), 200.0), ((512, 512), 1.0)])
def test_a_lone_lit_cell_is_found_wherever_it_lies(dtype, block, value):
    plan = plan_zones(COVERAGE, GRID, block, BY_ROW, area_weighted=False)
    rng = np.random.default_rng(3)
    corners = [(0, 0), (0, 59), (44, 0), (44, 59), (44, 58), (43, 59)]
    for row, column in [*corners, *zip(rng.integers(0, 45, 60), rng.integers(0, 60, 60))]:
        values = np.zeros((45, 60), dtype)
        values[row, column] = value
        total = added_up(plan, values)
        covered = np.array([fraction[row, column] for fraction in FRACTIONS])
        np.testing.assert_allclose(total.sums[0], value * covered, rtol=1e-12)
        lit = covered * BY_ROW.of_rows[row]
        np.testing.assert_allclose(total.sums[4], lit, rtol=1e-12)
        np.testing.assert_array_equal(total.maximum[:6], np.where(covered[:6] > 0, value, 0.0))


def test_windows_of_equal_values_need_no_look(light):
    """Some windows constant, dark or without any valid cell, beside mixed ones."""
    values = light.copy()
    values[:8, :16], values[8:16, 16:32] = 7.5, 0.0
    values[16:24, 32:48] = np.nan
    statistics = check(values)
    assert np.isfinite(statistics.mean[:6]).all()
    assert np.isnan(statistics.mean[6])


def test_the_threshold_itself_is_dark():
    values = np.full((45, 60), 5.0)
    assert (reduced(values, lit_threshold=5.0)[0].lit_share[:6] == 0).all()
    assert (reduced(values, lit_threshold=4.999)[0].lit_share[:6] == 1).all()
    values[::2] = 6.0  # not constant
    check(values, lit_threshold=5.0)
    check(values, lit_threshold=6.0)


def test_infinite_values_are_no_data(light):
    values = light.copy()
    values[::3, ::2], values[1::3, ::5] = np.inf, -np.inf
    check(values)


def test_rounded_zeros_are_negative_only_below_the_options_zero(light):
    """A scaled raster's zeros can come out as -1e-12."""
    values = np.where(light == 0, -1e-12, light)
    statistics = reduced(values, negative=NEGATIVE_MISSING, zero=-1e-9)[0]
    np.testing.assert_allclose(statistics.valid_share[:3], 1.0, rtol=1e-12)
    strict = reduced(values, negative=NEGATIVE_MISSING)[0]
    assert (strict.valid_share[:3] < 0.9).all()
    constant = reduced(np.full((45, 60), -1e-12), negative=NEGATIVE_MISSING, zero=-1e-9)[0]
    np.testing.assert_allclose(constant.valid_share[:3], 1.0, rtol=1e-12)
    assert (constant.lit_share[:3] == 0).all()


def test_memory_is_used_again_without_leaving_traces(light, gaps):
    """One scratch for several rasters, as a thread has it."""
    plan = plan_zones(COVERAGE, GRID, (16, 8), BY_ROW)
    scratch = Scratch()
    first = added_up(plan, light, scratch=scratch)
    added_up(plan, light * 1e6, missing=gaps, scratch=scratch)
    again = added_up(plan, light, scratch=scratch)
    np.testing.assert_array_equal(again.sums, first.sums)
    np.testing.assert_array_equal(again.maximum, first.maximum)


def test_parts_add_up_in_any_order(light):
    plan = plan_zones(COVERAGE, GRID, (16, 8), BY_ROW)
    assert plan.polygons == len(SHAPES)
    assert [number for task in plan.tasks for number in task] == list(range(len(plan.chunks)))
    one = PartialSums(np.ones((6, 2)), np.array([1.0, -np.inf]), None, {255.0: np.array([1])})
    two = PartialSums(np.ones((6, 2)), np.array([0.5, 3.0]), None, {255.0: np.array([0, 1])})
    for both in (one.plus(two), two.plus(one)):
        np.testing.assert_array_equal(both.sums, 2.0)
        np.testing.assert_array_equal(both.maximum, [1.0, 3.0])
        np.testing.assert_array_equal(both.suspects[255.0], [0, 1])


def test_some_polygons_in_another_order(light):
    statistics = reduced(light)[0]
    taken = statistics.take(np.array([5, 0]))
    np.testing.assert_array_equal(taken.sum, statistics.sum[[5, 0]])
    np.testing.assert_array_equal(taken.valid_share, statistics.valid_share[[5, 0]])
