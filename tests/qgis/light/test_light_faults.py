"""Inputs that used to give wrong light without a word, each against a truth of its own."""

import numpy as np
import pytest
from conftest import Log
from light_inputs import CHINA, WORLD, cities, measured, rectangle, write_raster
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
)
from sample_layers import make_layer, rows_of
from shapely.geometry import box

SQUARE = {"Square": rectangle(101, 31, 104, 34)}
PART = np.s_[32:38, 2:8]  # the square's cells
BOW_TIE = "Polygon((101 31, 104 34, 104 31, 101 34, 101 31))"


def light(seed=0, shape=(60, 60)):
    return np.random.default_rng(seed).gamma(0.5, 9, shape).astype(np.float32)


def only(series):
    ((_, row),) = series.items()
    return row


def ground(shape, crs="EPSG:4326"):
    """km² of a polygon on the ellipsoid, by QGIS's own measurement, with dense edges."""
    measure = QgsDistanceArea()
    reference = QgsCoordinateReferenceSystem(crs)
    measure.setSourceCrs(reference, QgsProject.instance().transformContext())
    measure.setEllipsoid(reference.ellipsoidAcronym())
    return measure.measureArea(QgsGeometry.fromWkt(shape).densifyByDistance(0.01)) / 1e6


# Polygons


def test_cities_that_overlap_have_their_own_sums(run, tmp_path):
    values = light()
    path = write_raster(tmp_path / "v_2020.tif", values)
    shapes = {
        "A": rectangle(120, 20, 130, 30),  # to the last cell of the grid
        "A again": rectangle(120, 20, 130, 30),
        "Metropolitan area": rectangle(115, 20, 130, 35),
        "Inside": rectangle(125, 20, 130, 21),
        "Whole": rectangle(100, 20, 130, 50),
    }
    parts = [np.s_[40:, 40:], np.s_[40:, 40:], np.s_[30:, 30:], np.s_[58:, 50:], np.s_[:, :]]
    series, _, _ = measured(run, cities(shapes), path)
    for name, part in zip(shapes, parts):
        row = series[name, "2020"]
        assert row["sum"] == pytest.approx(values[part].astype(float).sum(), rel=1e-9)
        assert row["max"] == values[part].max()
        assert row["lit_share"] == pytest.approx(1)


@pytest.mark.parametrize(
    "check",
    [
        QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid,
        QgsFeatureRequest.InvalidGeometryCheck.GeometrySkipInvalid,
        QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck,
    ],
)
def test_invalid_polygons_are_mended_and_named_whatever_qgis_is_told(tmp_path, check):
    path = write_raster(tmp_path / "v_2020.tif", np.ones((60, 60), dtype=np.float32))
    overlapping = "MultiPolygon(((101 31, 104 31, 104 34, 101 34, 101 31)), ((103 31, 106 31, 106 34, 103 34, 103 31)))"
    shapes = {
        "Bow-tie": BOW_TIE,
        "Good": rectangle(110, 31, 112, 32),
        "Parts overlap": overlapping,
        "Spike": "Polygon((110 40, 112 40, 112 42, 115 42, 112 42, 110 42, 110 40))",
        "Line": "Polygon((110 45, 112 45, 110 45))",
    }
    areas = {
        "Bow-tie": 4.5,  # two triangles
        "Good": 2,
        "Parts overlap": 15,
        "Spike": 4,
    }
    for _ in range(2):  # QGIS 3.22 died in the run after the first
        log, context = Log(), QgsProcessingContext()
        context.setInvalidGeometryCheck(check)
        layer = cities(shapes, kind="MultiPolygon")
        result = processing.run(
            "megaregion:nighttimelight",
            {"INPUT": layer, "RASTERS": [path], "OUTPUT": "memory:"},
            context=context,
            feedback=log,
        )
        rows = {row["name"]: row for row in rows_of(result["OUTPUT"])}
        for name, area in areas.items():
            assert rows[name]["ntl_sum_2020"] == pytest.approx(4 * area, rel=1e-9)
        assert rows["Line"]["ntl_sum_2020"] is None
        text = " ".join(log.warnings)
        assert "mended before they were used: Bow-tie, Parts overlap, Spike." in text
        assert "cannot be mended, left empty: Line." in text


def test_a_ring_that_is_not_closed(run, tmp_path):
    path = write_raster(tmp_path / "v_2020.tif", np.ones((60, 60), dtype=np.float32))
    open_ring = QgsGeometry.fromWkt("Polygon((101 31, 104 31, 104 34, 101 34))")
    layer = make_layer([{"name": "Open"}], [open_ring.asWkt()], kind="Polygon")
    assert only(measured(run, layer, path)[0])["sum"] == pytest.approx(36)


def test_polygons_without_a_coordinate_system(run, tmp_path):
    path = write_raster(tmp_path / "v_2020.tif", light())
    layer = cities(SQUARE, crs="")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="Layer 'cities' has no coordinate system"):
        measured(run, layer, path)


# No data and implausible values


def test_negative_as_zero_beside_missing_cells(run, tmp_path):
    values = np.full((60, 60), 4.0, dtype=np.float32)
    values[PART][::2, ::2] = np.nan
    values[PART][1, :4] = -3
    path = write_raster(tmp_path / "v_2020.tif", values)
    inside = values[PART]
    expected = np.where(inside < 0, 0, inside)
    row = only(measured(run, cities(SQUARE), path, NEGATIVE=1)[0])
    assert row["sum"] == np.nansum(expected) == 92
    assert row["lit_share"] == pytest.approx(23 / 27, rel=1e-2)
    row = only(measured(run, cities(SQUARE), path, NEGATIVE=2)[0])
    assert row["sum"] == 92
    assert row["valid_share"] == pytest.approx(23 / 36, rel=1e-2)


@pytest.mark.parametrize(
    "ranges",
    [
        [QgsRasterRange(65535, 65535)],
        [QgsRasterRange(60000, 70000)],
        [QgsRasterRange(5, 65535, QgsRasterRange.BoundsType.IncludeMax)],
        [QgsRasterRange(-5, -1), QgsRasterRange(65535, 65535)],
    ],
)
def test_no_data_of_the_layers_properties(run, tmp_path, ranges):
    values = np.full((60, 60), 4, dtype=np.uint16)
    values[PART][0] = 65535
    values[PART][1] = 5
    layer = QgsRasterLayer(write_raster(tmp_path / "v_2020.tif", values), "v_2020")
    layer.dataProvider().setUserNoDataValue(1, ranges)
    series, _, log = measured(run, cities(SQUARE), layer)
    row = only(series)
    assert row["sum"] == 30 + 24 * 4
    assert row["max"] == 5
    assert not log.warnings


def test_a_no_data_value_that_the_layers_properties_switch_off(run, tmp_path):
    values = np.full((60, 60), 4, dtype=np.uint8)
    values[PART][0] = 7
    path = write_raster(tmp_path / "v_2020.tif", values, no_data=7)
    layer = QgsRasterLayer(path, "v_2020")
    assert only(measured(run, cities(SQUARE), layer)[0])["sum"] == 120
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    assert only(measured(run, cities(SQUARE), layer)[0])["sum"] == 162


@pytest.mark.parametrize(
    ("fill", "kind", "declared"),
    [
        (-3.4028234663852886e38, np.float32, -3.4e38),
        (-3.4028234663852886e38, np.float32, -3.4028235e38),
        (-999.9, np.float32, -999.9),
        (-999.9, np.float64, float(np.float32(-999.9))),
        (9.969209968386869e36, np.float32, 9.96921e36),
        (-1.7976931348623157e308, np.float64, -1.79769313486232e308),
        (-9999, np.int32, -9999),
    ],
)
def test_declared_no_data_with_few_digits(run, tmp_path, fill, kind, declared):
    values = np.full((60, 60), 4, dtype=kind)
    values[PART][0] = fill
    path = write_raster(tmp_path / "v_2020.tif", values, no_data=declared)
    series, _, log = measured(run, cities(SQUARE), path)
    assert only(series)["sum"] == 120
    assert only(series)["max"] == 4
    assert not log.warnings


def masked_by_band(path, values, mask):
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    dataset = None


def masked_by_alpha(path, values, mask):
    dataset = gdal.GetDriverByName("GTiff").Create(path, 60, 60, 2, gdal.GDT_Float32)
    dataset.SetGeoTransform(CHINA)
    dataset.SetProjection("EPSG:4326")
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetNoDataValue(-1)
    dataset.GetRasterBand(2).WriteArray(mask)
    dataset.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset = None


@pytest.mark.parametrize("inside", ["YES", "NO"])
@pytest.mark.parametrize("write_mask", [masked_by_band, masked_by_alpha])
def test_a_mask_beside_a_declared_no_data_value(run, tmp_path, write_mask, inside):
    values = np.full((60, 60), 4, dtype=np.float32)
    values[PART][0], values[PART][1] = -1, 50
    mask = np.full((60, 60), 255, dtype=np.uint8)
    mask[PART][1] = 0
    path = write_raster(tmp_path / "v_2020.tif", values, no_data=-1)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", inside)
    write_mask(path, values, mask)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    series, _, log = measured(run, cities(SQUARE), path)
    assert only(series)["sum"] == 96
    assert only(series)["max"] == 4
    assert not log.warnings


@pytest.mark.parametrize(
    ("fill", "kind"),
    [
        (65535, np.uint16),
        (65535, np.float32),
        (-9999, np.int16),
        (-999.9, np.float32),
        (-3.4028234663852886e38, np.float32),
        (32767, np.int16),
        (1e20, np.float32),
        (np.float32(8.3e11), np.float32),  # of a damaged tile
        (255, np.uint8),  # DMSP without an observation
        (-32768, np.int16),
        (2147483647, np.int32),
    ],
)
@pytest.mark.parametrize("scale", [None, (0.1, 0.0)])
def test_implausible_values_inside_a_city_are_named(run, tmp_path, fill, kind, scale):
    values = np.full((60, 60), 4, dtype=kind)
    values[PART][2, 2] = fill
    values[0, 0] = fill  # in no city
    path = write_raster(tmp_path / "v_2020.tif", values, scale=scale)
    shapes = {**SQUARE, "Clean": rectangle(110, 31, 112, 33)}
    _, _, log = measured(run, cities(shapes), path)
    (warning,) = log.warnings
    assert "'v_2020' (2020)" in warning
    assert f"{float(kind(fill)) * (scale or (1,))[0]:g}" in warning
    assert "in Square:" in warning
    declared = write_raster(tmp_path / "w_2020.tif", values, scale=scale, no_data=float(fill))
    assert not measured(run, cities(shapes), declared)[2].warnings


def test_light_that_is_only_bright_is_not_suspected(run, tmp_path):
    values = light()
    values[PART] = 4000  # a gas flare
    values[PART][0] = -1.5
    path = write_raster(tmp_path / "v_2020.tif", values)
    assert not measured(run, cities(SQUARE), path)[2].warnings


@pytest.mark.parametrize(
    ("edge", "inner", "suspected"),
    [
        (63, lambda r: r.integers(0, 63, (60, 60)).astype("u1"), False),  # a bright frame of cities
        (0.3, lambda r: (0.31 + r.gamma(0.5, 9, (60, 60))).astype("f4"), False),  # airglow
        (-0.2, lambda r: (r.gamma(0.5, 9, (60, 60)) - 0.15).astype("f4"), False),
        (0, lambda r: (0.1 + r.gamma(0.5, 9, (60, 60))).astype("f4"), False),
        (255, lambda r: r.integers(0, 64, (60, 60)).astype("u1"), True),
        (255, lambda r: r.integers(0, 255, (60, 60)).astype("u1"), True),
        (-1, lambda r: r.integers(0, 64, (60, 60)).astype("i2"), True),
        (-9999, lambda r: r.gamma(0.5, 9, (60, 60)).astype("f4"), True),
        (9999, lambda r: r.gamma(0.5, 9, (60, 60)).astype("f4"), True),
    ],
)
def test_a_constant_edge(run, tmp_path, edge, inner, suspected):
    values = inner(np.random.default_rng(3))
    values[:2], values[-2:], values[:, :2] = edge, edge, edge
    path = write_raster(tmp_path / "v_2020.tif", values)
    warnings = measured(run, cities(SQUARE), path)[2].warnings
    assert any("of its edge is" in text for text in warnings) == suspected


# Coordinate systems and ground areas


def test_a_raster_without_a_coordinate_system(run, tmp_path):
    path = write_raster(tmp_path / "v_2020.tif", light(), crs=None)
    with pytest.raises(QgsProcessingException, match="Raster 'v_2020' has no coordinate system"):
        measured(run, cities(SQUARE), path)


@pytest.mark.parametrize(
    "crs",
    [
        "+proj=longlat +a=6371007.181 +b=6371007.181 +no_defs",  # HDF-EOS
        'GEOGCS["unknown",DATUM["D_unknown",SPHEROID["WGS84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',  # as R writes it
    ],
)
@pytest.mark.parametrize("west", [0, -180])
def test_degrees_without_an_authority_code(run, tmp_path, crs, west):
    world = np.zeros((180, 360), dtype=np.float32)
    column = (-10 - west) % 360
    world[41:43, column : column + 3] = 5
    path = write_raster(tmp_path / "w_2020.tif", world, crs=crs, transform=(west, *WORLD[1:]))
    shape = rectangle(-10, 47, -7, 49)
    row = only(measured(run, cities({"Brest": shape}), path)[0])
    assert row["sum"] == pytest.approx(30, rel=1e-3)  # the datums differ by some kilometres
    if "6371007" in crs:
        expected = 6371.007181**2 * np.radians(3) * np.diff(np.sin(np.radians([47, 49])))[0]
    else:
        expected = ground(shape)
    assert row["lit_km2"] == pytest.approx(expected, rel=2e-3)
    assert row["valid_share"] == pytest.approx(1)


PROJECTIONS = {
    "EPSG:3857": (11131949, 10000, 0, 6500000, 0, -10000),
    "EPSG:32650": (-800000, 8000, 0, 5600000, 0, -8000),
    "+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84": (0, 8000, 0, 5600000, 0, -8000),
    "+proj=lcc +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84": (0, 8000, 0, 5600000, 0, -8000),
    "+proj=moll +lon_0=90 +datum=WGS84": (500000, 8000, 0, 6000000, 0, -8000),
    "+proj=sinu +R=6371007.181": (7000000, 9000, 0, 6000000, 0, -9000),
    "+proj=aeqd +lat_0=40 +lon_0=116 +datum=WGS84 +units=us-ft": (
        -4000000,
        25000,
        0,
        6000000,
        0,
        -25000,
    ),
    "EPSG:3408": (0, 30000, 0, 9000000, 0, -30000),  # northern polar
}


@pytest.mark.parametrize("crs", PROJECTIONS)
def test_ground_area_in_every_projection(run, tmp_path, crs):
    transform = PROJECTIONS[crs]
    size = 600
    values = np.full((size, size), 5, dtype=np.float32)
    path = write_raster(tmp_path / "v_2020.tif", values, crs=crs, transform=transform)
    shapes = {"South": rectangle(111, 25, 114, 28), "North": rectangle(115, 41, 119, 44)}
    layer = cities(shapes)
    series, _, _ = measured(run, layer, path)
    for name, shape in shapes.items():
        row = series[name, "2020"]
        assert row["valid_share"] == pytest.approx(1, abs=1e-6), name
        # Spheres for the ellipsoid shift latitudes a little.
        tolerance = 3e-3 if "+R=" in crs or crs == "EPSG:3408" else 1e-5
        assert row["lit_km2"] == pytest.approx(ground(shape), rel=tolerance), name
        assert row["mean"] == pytest.approx(5, rel=1e-12)


@pytest.mark.parametrize("area_weighted", [True, False])
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32650"])
def test_statistics_where_cells_differ_in_area(run, tmp_path, crs, area_weighted):
    """Against the same sums cell by cell, the cells' areas measured by QGIS."""
    x, width, _, y, _, height = transform = (
        (12800000, 20000, 0, 6500000, 0, -20000)
        if crs == "EPSG:3857"
        else (0, 20000, 0, 5600000, 0, -20000)
    )
    values = light(4, (60, 60))
    values[::7, ::3] = np.nan
    path = write_raster(tmp_path / "v_2020.tif", values, crs=crs, transform=transform)
    shape = box(x + 3.4 * width, y + 40.2 * height, x + 50.7 * width, y + 5.5 * height)
    layer = cities({"Box": shape.wkt}, crs=crs)
    row = only(measured(run, layer, path, LIT_THRESHOLD=2, AREA_WEIGHTED=area_weighted)[0])
    fractions, areas = np.zeros((60, 60)), np.zeros((60, 60))
    for r, c in np.ndindex(60, 60):
        cell = box(x + c * width, y + (r + 1) * height, x + (c + 1) * width, y + r * height)
        fractions[r, c] = cell.intersection(shape).area / cell.area
        areas[r, c] = ground_of_cell(cell, crs) if fractions[r, c] else 0
    valid = np.isfinite(values)
    v, ground_covered = np.nan_to_num(values).astype(float), fractions * areas * valid
    weights = ground_covered if area_weighted else fractions * valid
    mean = (weights * v).sum() / weights.sum()
    assert row["sum"] == pytest.approx((fractions * valid * v).sum(), rel=1e-9)
    assert row["mean"] == pytest.approx(mean, rel=1e-6)
    deviation = np.sqrt((weights * (v - mean) ** 2).sum() / weights.sum())
    assert row["std"] == pytest.approx(deviation, rel=1e-6)
    assert row["lit_km2"] == pytest.approx((ground_covered * (v > 2)).sum(), rel=1e-5)
    whole = (fractions * areas).sum()
    assert row["valid_share"] == pytest.approx(ground_covered.sum() / whole, rel=1e-6)


def ground_of_cell(cell, crs):
    measure = QgsDistanceArea()
    reference = QgsCoordinateReferenceSystem(crs)
    measure.setSourceCrs(reference, QgsProject.instance().transformContext())
    measure.setEllipsoid("WGS84")
    return measure.measureArea(QgsGeometry.fromWkt(cell.wkt)) / 1e6


MERCATOR = (-20037508.342789244, 40075016.685578488 / 360, 0, 20037508.342789244)


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:3395", "+proj=eqc +datum=WGS84"])
def test_polygons_beyond_the_antimeridian_on_cylindrical_grids(run, tmp_path, crs):
    height = 360
    values = np.full((height, 360), 2, dtype=np.float32)
    transform = (*MERCATOR, 0, -2 * MERCATOR[3] / height)
    path = write_raster(tmp_path / "w_2020.tif", values, crs=crs, transform=transform)
    shapes = {
        "beyond": rectangle(176, -10, 184, 10),
        "split": "MultiPolygon(((176 -10, 180 -10, 180 10, 176 10, 176 -10)), "
        "((-180 -10, -176 -10, -176 10, -180 10, -180 -10)))",
        "elsewhere": rectangle(16, -10, 24, 10),
    }
    layer = cities(shapes, kind="MultiPolygon")
    series, _, log = measured(run, layer, path)
    rows = [series[name, "2020"] for name in shapes]
    for row in rows:
        assert row["sum"] == pytest.approx(rows[2]["sum"], rel=1e-6)
        assert row["lit_km2"] == pytest.approx(rows[2]["lit_km2"], rel=1e-6)
        assert row["valid_share"] == pytest.approx(1)
    assert rows[2]["lit_km2"] == pytest.approx(ground(shapes["elsewhere"]), rel=1e-4)
    assert not log.warnings


@pytest.mark.parametrize(
    ("crs", "jump", "here"),
    [
        (
            "EPSG:4326",
            "Polygon((179 -5, -179 -5, -179 5, 179 5, 179 -5))",
            rectangle(176, -5, 184, 5),
        ),
        (
            "EPSG:3857",
            "Polygon((2e7 0, -2e7 0, -2e7 1e6, 2e7 1e6, 2e7 0))",
            rectangle(1.9e7, 0, 2.1e7, 1e6),
        ),
    ],
)
def test_an_outline_that_jumps_from_179_to_minus_179_is_named(run, tmp_path, crs, jump, here):
    path = write_raster(
        tmp_path / "w_2020.tif", np.ones((180, 360), dtype=np.float32), transform=WORLD
    )
    series, _, log = measured(run, cities({"Jump": jump, "Here": here}, crs=crs), path)
    (warning,) = log.warnings
    assert "more than half the globe" in warning
    assert "Jump" in warning
    assert "Here" not in warning
    assert series["Here", "2020"]["valid_share"] == pytest.approx(1)


def test_a_polygon_across_the_edge_of_a_projection_is_named(run, tmp_path):
    path = write_raster(
        tmp_path / "w_2020.tif",
        np.ones((180, 360), dtype=np.float32),
        crs="+proj=moll +datum=WGS84",
        transform=(-18e6, 1e5, 0, 9e6, 0, -1e5),
    )
    shapes = {"Fiji": rectangle(176, -20, 184, -15), "Here": rectangle(10, 10, 12, 12)}
    series, _, log = measured(run, cities(shapes), path)
    assert series["Fiji", "2020"]["sum"] is None
    assert series["Here", "2020"]["lit_km2"] == pytest.approx(ground(shapes["Here"]), rel=1e-4)
    assert any(
        "across the edge of its coordinate system" in t and "Fiji" in t for t in log.warnings
    )


@pytest.mark.parametrize(
    ("west", "columns", "step"), [(-180.5, 361, 1.0), (-180.25, 723, 0.5), (-180, 364, 1.0)]
)
def test_a_grid_wider_than_the_globe_counts_once(run, tmp_path, west, columns, step):
    values = np.ones((int(180 / step), columns), dtype=np.float32)
    path = write_raster(tmp_path / "w_2020.tif", values, transform=(west, step, 0, 90, 0, -step))
    shapes = {
        "seam": rectangle(178, -5, 182, 5),
        "split": "MultiPolygon(((178 -5, 180 -5, 180 5, 178 5, 178 -5)), "
        "((-180 -5, -178 -5, -178 5, -180 5, -180 -5)))",
        "elsewhere": rectangle(10, -5, 14, 5),
        "round": rectangle(-180, -5, 180, 5),
    }
    series, _, _ = measured(run, cities(shapes, kind="MultiPolygon"), path)
    for name in ("seam", "split", "elsewhere"):
        assert series[name, "2020"]["sum"] == pytest.approx(40 / step**2), name
        assert series[name, "2020"]["lit_km2"] == pytest.approx(
            ground(shapes["elsewhere"]), rel=1e-5
        )
    assert series["round", "2020"]["sum"] == pytest.approx(3600 / step**2)


def test_long_edges_that_are_symmetric_about_a_projections_centre(run, tmp_path):
    """A straight edge of a map whose middle stays in place, while its quarters do not."""
    crs = "+proj=tmerc +lon_0=0 +lat_0=0 +datum=WGS84"
    path = write_raster(
        tmp_path / "w_2020.tif", np.ones((1800, 3600), "f4"), transform=(-180, 0.1, 0, 90, 0, -0.1)
    )
    shape = "Polygon((-3000000 -3000000, 3000000 3000000, 3000000 3400000, -3000000 -2600000, -3000000 -3000000))"
    crs = f"PROJ:{crs} +type=crs"
    layer = cities({"Belt": shape}, crs=crs)
    row = only(measured(run, layer, path)[0])
    dense = QgsGeometry.fromWkt(shape).densifyByDistance(5000)
    dense.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(crs),
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsProject.instance(),
        )
    )
    assert row["sum"] == pytest.approx(dense.area() * 100, rel=1e-5)


# Thresholds and dates


@pytest.mark.parametrize(
    ("stored", "scale", "threshold", "lit"),
    [
        (np.array([2, 3, 4], "u2"), (0.1, 0.0), 0.3, 1),
        (np.array([2, 3, 4], "i2"), (0.1, -0.1), 0.2, 1),
        (np.array([0, 1, 2], "u1"), (0.1, -0.1), 0.0, 1),
        (np.array([0.2, 0.3, 0.4], "f4"), None, 0.3, 1),
        (np.array([0.2, 0.3, 0.4], "f8"), None, 0.3, 1),
        (np.array([2.0, 3.0, 4.0], "f4"), (0.1, 0.0), 0.3, 1),
        (np.array([4, 3, 2], "i2"), (-0.1, 0.6), 0.3, 1),
        (np.array([2, 3, 4], "u2"), (0.1, 0.0), 0.25, 2),
        (np.array([0.2, 0.3, 0.30001], "f4"), None, 0.3, 1),
    ],
)
def test_a_threshold_is_compared_as_stored(run, tmp_path, stored, scale, threshold, lit):
    values = np.full((60, 60), stored[0])
    values[PART] = np.resize(stored, 36).reshape(6, 6)
    path = write_raster(tmp_path / "v_2020.tif", values, scale=scale)
    row = only(measured(run, cities(SQUARE), path, LIT_THRESHOLD=threshold)[0])
    assert row["lit_share"] == pytest.approx(lit / 3, rel=1e-2)


def test_a_saturated_city_on_two_grids_has_no_trend(run, tmp_path):
    values = np.full((600, 600), 63, dtype=np.uint8)
    values[0] = 0  # so that windows are not all alike
    paths = []
    for year in range(2000, 2012):
        step = 0.05 if year < 2006 else 0.049
        transform = (100.013, step, 0, 50, 0, -step)
        paths.append(write_raster(tmp_path / f"v_{year}.tif", values, transform=transform))
    shape = "Polygon((101.03 31.1, 103.77 31.4, 103.2 33.9, 101.5 33.3, 101.03 31.1))"
    _, wide, _ = measured(run, cities({"Shanghai": shape}), paths)
    assert wide["Shanghai"]["ntl_slope"] == 0
    assert wide["Shanghai"]["ntl_slope_p"] == 1


def test_a_stack_of_months(run, tmp_path):
    bands = [np.full((60, 60), month, dtype=np.float32) for month in (1, 2, 3, 4)]
    names = ("201301", "201302", "201303", "201304")
    path = write_raster(tmp_path / "stack.tif", bands, descriptions=names)
    series, wide, log = measured(run, cities(SQUARE), path)
    dates = ["2013-01", "2013-02", "2013-03", "2013-04"]
    assert [series["Square", date]["mean"] for date in dates] == pytest.approx([1, 2, 3, 4])
    assert {row["year"] for row in series.values()} == {2013}
    assert wide["Square"]["ntl_mean_2013_03"] == pytest.approx(3)
    assert wide["Square"]["ntl_slope"] == pytest.approx(12)
    assert not log.warnings


@pytest.mark.parametrize("name", ["stack", "light_2010_2014"])
@pytest.mark.parametrize("descriptions", [(), ("2010", "2011", "")])
def test_bands_that_are_not_read_are_told(run, tmp_path, name, descriptions):
    bands = [np.full((60, 60), value, dtype=np.float32) for value in (1, 2, 3)]
    path = write_raster(tmp_path / f"{name}.tif", bands, descriptions=descriptions)
    _, wide, log = measured(run, cities(SQUARE), path)
    assert any(f"'{name}' has 3 bands" in text and "only band 1" in text for text in log.warnings)
    assert [value for key, value in wide["Square"].items() if "mean" in key] == [1]


# Files


@pytest.mark.parametrize("what", ["absent", "text", "empty"])
def test_an_unreadable_file_is_named_and_nothing_is_written(run, tmp_path, what):
    good = write_raster(tmp_path / "v_2020.tif", light())
    bad = tmp_path / "v_2021.tif"
    if what != "absent":
        bad.write_text("no raster" if what == "text" else "")
    target = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException, match=r"v_2021\.tif' (is no raster|does not exist)"):
        run("nighttimelight", INPUT=cities(SQUARE), RASTERS=[good, str(bad)], OUTPUT=str(target))
    assert not target.exists()
