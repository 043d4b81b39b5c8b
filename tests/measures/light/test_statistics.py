"""Zonal statistics against plain sums over dense fractions and against exactextract."""

from dataclasses import dataclass
from fractions import Fraction

import exactextract
import numpy as np
import pytest
from exactextract.feature import JSONFeatureSource
from exactextract.raster import NumPyRasterSource
from megaregion.measures.coverage import cover
from megaregion.measures.grids import Grid
from megaregion.measures.light.areas import Ellipsoid, geographic_areas
from megaregion.measures.light.spread import CellSpread
from megaregion.measures.light.statistics import (
    NEGATIVE_KEEP,
    NEGATIVE_MISSING,
    NEGATIVE_ZERO,
    ZonalOptions,
    ZonalStatistics,
)
from megaregion.measures.light.windows import plan_zones
from rasters import added_up
from shapely.geometry import MultiPolygon, Point, Polygon, box, mapping
from shapes import to_polygons

GRID = Grid(60, 45, (110.0, 0.1, 0.0, 42.0, 0.0, -0.1))
WGS84 = Ellipsoid(6378137.0, 6356752.314245)
AREAS = geographic_areas(GRID, WGS84, np.pi / 180)
SHAPES = [
    Point(111.23, 40.31).buffer(0.73),
    Point(113.0, 39.5).buffer(1.4).difference(Point(113.0, 39.5).buffer(0.6)),
    MultiPolygon([box(114.01, 38.02, 114.55, 38.6), box(115.0, 38.0, 115.2, 38.2)]),
    Polygon([(110.5, 38.5), (115.7, 38.52), (110.5, 38.53)]),  # a sliver
    Point(116.0, 40.0).buffer(0.5),  # partly beyond the grid
    Point(111.5, 40.4).buffer(0.8),  # overlaps the first
    Point(112.033, 41.777).buffer(0.004),  # inside one cell
]


@pytest.fixture(scope="module")
def light():
    rng = np.random.default_rng(5)
    values = rng.gamma(0.4, 12, (45, 60)).astype(np.float32)
    values[rng.random(values.shape) < 0.3] = 0
    return values


@dataclass(frozen=True)
class Found(ZonalStatistics):
    """The statistics and the standard deviation of the cells."""

    std: np.ndarray


def reduce(
    values, *, missing=None, block=(16, 8), shapes=SHAPES, areas=None, area_weighted=True, **options
):
    coverage = cover(to_polygons(shapes), GRID)
    plan = plan_zones(coverage, GRID, block, areas or AREAS, area_weighted=area_weighted)
    spread = CellSpread(plan)
    total = added_up(plan, values, missing=missing, options=ZonalOptions(**options), spread=spread)
    found = ZonalStatistics.of(total, plan)
    return Found(**vars(found), std=spread.result().deviation)


def extract(values, operations, weights=None, shapes=SHAPES, nodata=None):
    """exactextract's results, one list for each operation."""
    extent = {"xmin": 110.0, "ymin": 37.5, "xmax": 116.0, "ymax": 42.0}
    raster = NumPyRasterSource(values, **extent, nodata=nodata)
    if weights is not None:
        weights = NumPyRasterSource(weights, **extent)
    features = [
        {"type": "Feature", "geometry": mapping(s), "properties": {"id": i}}
        for i, s in enumerate(shapes)
    ]
    found = exactextract.exact_extract(
        raster, JSONFeatureSource(features), operations, weights=weights
    )
    return [np.array([f["properties"][name] for f in found], dtype=float) for name in operations]


@pytest.mark.parametrize("block", [(16, 8), (60, 1), (60, 45), (512, 512)])
def test_sums_equal_exactextract(light, block):
    got = reduce(light, block=block, area_weighted=False)
    total, mean, largest, deviation = extract(light, ["sum", "mean", "max", "stdev"])
    np.testing.assert_allclose(got.sum, total, rtol=1e-6)
    np.testing.assert_allclose(got.mean, mean, rtol=1e-6)
    np.testing.assert_array_equal(got.maximum, largest)
    np.testing.assert_allclose(got.std, deviation, rtol=1e-6, atol=1e-12)


def test_area_weighted_means_equal_exactextract(light):
    weights = np.repeat(AREAS.of_rows[:, None], 60, axis=1)
    (mean,) = extract(light, ["weighted_mean"], weights)
    np.testing.assert_allclose(reduce(light).mean, mean, rtol=1e-6)


def test_missing_cells(light):
    values = light.copy()
    values[10:20] = -999
    by_mask = reduce(values, missing=values == -999, area_weighted=False)
    by_nan = reduce(np.where(values == -999, np.nan, values), area_weighted=False)
    total, mean = extract(values, ["sum", "mean"], nodata=-999)
    np.testing.assert_allclose(by_mask.sum, total, rtol=1e-6)
    np.testing.assert_allclose(by_mask.mean, mean, rtol=1e-6)
    np.testing.assert_array_equal(by_mask.sum, by_nan.sum)
    assert (by_mask.valid_share[:2] < 1).all()


def test_shares_by_plain_sums(light):
    coverage = cover(to_polygons(SHAPES), GRID)
    areas = AREAS.of_rows
    missing = np.zeros(light.shape, dtype=bool)
    missing[:, ::7] = True
    light = light.astype(float)
    got = reduce(light, missing=missing, lit_threshold=5.0)
    for i in range(len(SHAPES)):
        ground = coverage.fractions(i, GRID) * areas[:, None]
        valid = (ground * ~missing).sum()
        lit = (ground * ~missing * (light > 5)).sum()
        mean = (ground * ~missing * light).sum() / valid if valid else np.nan
        square = (ground * ~missing * (light - mean) ** 2).sum() / valid if valid else np.nan
        assert got.valid_area[i] == pytest.approx(valid)
        assert got.mean[i] == pytest.approx(mean, nan_ok=True)
        assert got.std[i] == pytest.approx(np.sqrt(square), nan_ok=True, abs=1e-9)
        assert got.lit_share[i] == pytest.approx(lit / valid if valid else np.nan, nan_ok=True)
        inside = SHAPES[i].intersection(box(110, 37.5, 116, 42)).area / SHAPES[i].area
        assert got.valid_share[i] == pytest.approx(valid / ground.sum() * inside)


def test_all_cells_missing(light):
    got = reduce(light, missing=np.ones(light.shape, dtype=bool))
    for name in ("sum", "mean", "maximum", "std", "lit_area", "lit_share"):
        assert np.isnan(getattr(got, name)).all()
    for name in ("valid_share", "valid_area", "weight"):
        np.testing.assert_array_equal(getattr(got, name), 0)


@pytest.mark.parametrize(
    ("policy", "change"),
    [
        (NEGATIVE_KEEP, lambda v: v),
        (NEGATIVE_ZERO, lambda v: np.maximum(v, 0)),
        (NEGATIVE_MISSING, lambda v: np.where(v < 0, np.nan, v)),
    ],
)
def test_negative_values(light, policy, change):
    values = light - 3
    got, expected = reduce(values, negative=policy), reduce(change(values))
    for name in ("sum", "mean", "maximum", "std", "lit_share", "valid_share"):
        np.testing.assert_array_equal(getattr(got, name), getattr(expected, name))


def test_maximum_of_negative_values_beside_missing_ones():
    values = np.full((45, 60), -2.0)
    values[::2] = np.nan
    got = reduce(values)
    np.testing.assert_array_equal(got.maximum[[0, 1, 2]], -2)
    np.testing.assert_array_equal(got.lit_share[[0, 1, 2]], 0)


def test_constant_values_do_not_deviate():
    for value in (62.9, 0.1, 1e9, -3e-12):
        values = np.full((45, 60), value)
        values[::3, ::7] = np.nan  # so that windows are not known without a look
        np.testing.assert_array_equal(reduce(values).std, 0)
    got = reduce(np.full((45, 60), 62.9, dtype=np.float32))
    np.testing.assert_array_equal(got.std, 0)
    np.testing.assert_allclose(got.mean, np.float32(62.9), rtol=1e-14)


def exact_deviation(values, weights):
    """By whole fractions, rounded once at the end."""
    values, weights = ([Fraction(float(n)) for n in part] for part in (values, weights))
    total = sum(weights)
    mean = sum(w * v for w, v in zip(weights, values)) / total
    return float(sum(w * (v - mean) ** 2 for w, v in zip(weights, values)) / total) ** 0.5


@pytest.mark.parametrize("area_weighted", [True, False])
@pytest.mark.parametrize("middle", [0.0, 1e6, 1e9, -1e9])
def test_small_deviations_about_large_values(middle, area_weighted):
    values = middle + np.random.default_rng(4).uniform(-0.1, 0.1, (45, 60))
    values[:, 20:30] = middle  # windows of equal values
    values[5::9, ::4] = np.nan
    got = reduce(values, area_weighted=area_weighted)
    coverage = cover(to_polygons(SHAPES), GRID)
    for i in range(len(SHAPES)):
        weights = coverage.fractions(i, GRID)
        if area_weighted:
            weights = weights * AREAS.of_rows[:, None]
        used = (weights > 0) & np.isfinite(values)
        expected = exact_deviation(values[used], weights[used])
        assert got.std[i] == pytest.approx(expected, rel=1e-9, abs=1e-12), i


def test_a_saturated_byte_raster_does_not_overflow():
    values = np.full((45, 60), 255, dtype=np.uint8)
    got = reduce(values, area_weighted=False)
    np.testing.assert_allclose(got.sum, 255 * cover(to_polygons(SHAPES), GRID).covered_cells())


def test_polygon_beside_the_grid(light):
    got = reduce(light, shapes=[box(120, 40, 121, 41), SHAPES[0]])
    assert np.isnan(got.sum[0])
    assert got.valid_share[0] == 0
    assert np.isfinite(got.sum[1])


def test_no_polygon_on_the_grid(light):
    assert np.isnan(reduce(light, shapes=[box(120, 40, 121, 41)]).mean).all()
