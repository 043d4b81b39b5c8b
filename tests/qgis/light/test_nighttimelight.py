"""Night light through Processing: exact sums on the real raster, years, grids, errors."""

import exactextract
import numpy as np
import pytest
from megaregion.cartography.light.style import style_nightlight, style_series
from megaregion.cartography.palette import NIGHT_SEQUENCE, NO_DATA
from megaregion.measures.trend import mann_kendall, theil_sen
from osgeo import gdal, osr
from qgis import processing
from qgis.core import (
    QgsDateTimeRange,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRenderContext,
    QgsTemporalUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime
from sample_layers import EXAMPLE, make_layer, rows_of

BLACK_MARBLE = str(EXAMPLE / "black_marble_china.tif")
TAG = "black_marble_china"
SHAPES = {
    "Cut": "Polygon((116.03 39.41, 117.27 39.55, 117.11 40.72, 115.93 40.49, 116.03 39.41))",
    "Hole": "Polygon((113.1 22.2, 114.9 22.2, 114.9 23.9, 113.1 23.9, 113.1 22.2), "
    "(113.63 22.71, 114.32 22.74, 114.11 23.36, 113.63 22.71))",
    "Parts": "MultiPolygon(((120.1 30.1, 121.3 30.2, 120.9 31.2, 120.1 30.1)), "
    "((121.7 30.9, 122.2 31.0, 121.9 31.5, 121.7 30.9)))",
    "Tiny": "Polygon((104.061 30.661, 104.069 30.661, 104.069 30.668, 104.061 30.661))",
    "Edge": "Polygon((135.2 47.1, 137.5 47.3, 137.2 48.9, 135.1 48.6, 135.2 47.1))",
    "Outside": "Polygon((10 50, 11 50, 11 51, 10 51, 10 50))",
}
INSIDE = ["Cut", "Hole", "Parts", "Tiny", "Edge"]


def cities(names=tuple(SHAPES), **columns):
    rows = [
        {"name": name, **{field: values[i] for field, values in columns.items()}}
        for i, name in enumerate(names)
    ]
    return make_layer(rows, [SHAPES[name] for name in names], kind="MultiPolygon")


def write_raster(path, bands, *, epsg=4326, transform=(100, 0.5, 0, 50, 0, -0.5), no_data=None):
    bands = [np.asarray(band) for band in bands]
    kind = gdal.GDT_Byte if bands[0].dtype == np.uint8 else gdal.GDT_Float32
    rows, columns = bands[0].shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, len(bands), kind)
    dataset.SetGeoTransform(transform)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
    for number, values in enumerate(bands, start=1):
        dataset.GetRasterBand(number).WriteArray(values)
        if no_data is not None:
            dataset.GetRasterBand(number).SetNoDataValue(no_data)
    dataset.FlushCache()
    return str(path)


def light(seed=0, shape=(60, 60)):
    return np.random.default_rng(seed).gamma(0.5, 9, shape).astype(np.float32)


def extracted(raster, layer, path, operations=("sum", "max")):
    """exactextract's results by name."""
    target = str(path / "cities.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV2(
        layer, target, QgsProject.instance().transformContext(), options
    )
    found = exactextract.exact_extract(raster, target, list(operations), include_cols=["name"])
    return {f["properties"]["name"]: f["properties"] for f in found}


def by_name(result):
    return {row["name"]: row for row in rows_of(result["OUTPUT"])}


def light_of(run, layer, rasters, **parameters):
    parameters = {"OUTPUT": "memory:", **parameters}
    return run("nighttimelight", INPUT=layer, RASTERS=rasters, **parameters)


def test_sums_of_the_shipped_raster_equal_exactextract(run, tmp_path):
    result, log = light_of(run, cities(), [BLACK_MARBLE])
    rows, expected = by_name(result), extracted(BLACK_MARBLE, cities(), tmp_path)
    for name in INSIDE:
        assert rows[name][f"ntl_sum_{TAG}"] == pytest.approx(expected[name]["sum"], rel=1e-6)
        assert rows[name][f"ntl_max_{TAG}"] == expected[name]["max"]
        assert 0 <= rows[name][f"ntl_lit_{TAG}"] <= 1
    assert all(rows["Outside"][f"ntl_{s}_{TAG}"] is None for s in ("sum", "mean", "max", "lit"))
    assert any("5 of 6 cities used" in text for text in log.infos)
    assert any("outside of it, left empty: Outside." in text for text in log.warnings)
    assert any("partly outside" in text and text.endswith(": Edge.") for text in log.warnings)
    assert "ntl_slope" not in rows["Cut"]


def test_means_weighted_by_fraction(run, tmp_path):
    result, _ = light_of(run, cities(), [BLACK_MARBLE], AREA_WEIGHTED=False)
    rows = by_name(result)
    expected = extracted(BLACK_MARBLE, cities(), tmp_path, ["mean"])
    for name in INSIDE:
        assert rows[name][f"ntl_mean_{TAG}"] == pytest.approx(expected[name]["mean"], rel=1e-6)


def test_means_weighted_by_ground_area(run, tmp_path):
    dataset = gdal.Open(BLACK_MARBLE)
    result, _ = light_of(run, cities(INSIDE), [BLACK_MARBLE])
    found = exactextract.exact_extract(
        BLACK_MARBLE,
        _saved(cities(INSIDE), tmp_path),
        ["mean(coverage_weight=area_spherical_km2)"],
        include_cols=["name"],
    )
    expected = {f["properties"]["name"]: f["properties"]["mean"] for f in found}
    assert dataset.RasterCount == 1
    for name, row in by_name(result).items():
        assert row[f"ntl_mean_{TAG}"] == pytest.approx(expected[name], rel=2e-4)


def _saved(layer, path):
    extracted(BLACK_MARBLE, layer, path)
    return str(path / "cities.gpkg")


@pytest.mark.parametrize("driver", ["VRT", "COG"])
def test_virtual_and_cloud_optimised_rasters(run, tmp_path, driver):
    copy = str(tmp_path / f"{TAG}.{'vrt' if driver == 'VRT' else 'tif'}")
    gdal.Translate(copy, BLACK_MARBLE, format=driver).FlushCache()
    plain, _ = light_of(run, cities(INSIDE), [BLACK_MARBLE])
    result, _ = light_of(run, cities(INSIDE), [copy])
    for row, expected in zip(rows_of(result["OUTPUT"]), rows_of(plain["OUTPUT"])):
        assert row.pop("name") == expected.pop("name")
        assert row == pytest.approx(expected, rel=1e-12)


def test_raster_in_another_crs(run, tmp_path):
    target = str(tmp_path / "albers_2016.tif")
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"
    gdal.Warp(target, BLACK_MARBLE, dstSRS=albers, xRes=4000, yRes=4000).FlushCache()
    layer = cities(INSIDE[:4])
    result, _ = light_of(run, layer, [target])
    moved = processing.run(
        "native:reprojectlayer",
        {
            "INPUT": processing.run(
                "native:densifygeometriesgivenaninterval",
                {"INPUT": layer, "INTERVAL": 0.001, "OUTPUT": "memory:"},
            )["OUTPUT"],
            "TARGET_CRS": f"PROJ:{albers} +type=crs",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    expected = extracted(target, moved, tmp_path, ["sum", "mean"])
    for name, row in by_name(result).items():
        assert row["ntl_sum_2016"] == pytest.approx(expected[name]["sum"], rel=2e-4)
        assert row["ntl_mean_2016"] == pytest.approx(expected[name]["mean"], rel=2e-4)


def square(name="Square", **columns):
    shape = "Polygon((101 31, 104 31, 104 34, 101 34, 101 31))"
    return make_layer([{"name": name, **columns}], [shape], kind="Polygon")


def test_rasters_of_several_grids_in_one_run(run, tmp_path):
    ones = np.ones((60, 60), dtype=np.float32)
    fine = write_raster(tmp_path / "b_2002.tif", [2 * ones], transform=(100, 0.25, 0, 40, 0, -0.25))
    utm = write_raster(
        tmp_path / "c_2003.tif",
        [3 * np.ones((300, 300))],
        epsg=32648,
        transform=(0, 4000, 0, 4200000, 0, -4000),
    )
    coarse = write_raster(tmp_path / "a_2001.tif", [ones])
    result, log = light_of(run, square(), [utm, fine, coarse], SERIES="memory:")
    rows = {row["year"]: row for row in rows_of(result["SERIES"])}
    assert list(rows) == [2001, 2002, 2003]
    assert [rows[year]["mean"] for year in rows] == pytest.approx([1, 2, 3])
    assert rows[2001]["sum"] == pytest.approx(36)
    assert rows[2002]["sum"] == pytest.approx(2 * 144)
    # The same ground on the ellipsoid and on the map, whose scale differs by up to 0.3 %.
    assert rows[2003]["lit_km2"] == pytest.approx(rows[2001]["lit_km2"], rel=4e-3)
    assert rows[2002]["lit_km2"] == pytest.approx(rows[2001]["lit_km2"], rel=1e-9)
    assert not log.warnings
    row = rows_of(result["OUTPUT"])[0]
    assert row["ntl_slope"] == pytest.approx(1)
    assert row["ntl_slope_p"] == pytest.approx(
        mann_kendall(np.arange(3.0), np.array([[1.0, 2, 3]]))[0]
    )


def test_series_trend_and_groups(run, tmp_path):
    rasters = [
        write_raster(tmp_path / f"viirs_{2012 + i}.tif", [light(i) * (1 + i)]) for i in range(5)
    ]
    shapes = [
        f"Polygon(({x} 31, {x + 2.2} 31, {x + 2.2} 34, {x} 34, {x} 31))"
        for x in (101, 104, 108, 111)
    ]
    rows = [
        {
            "code": 11 + i,
            "name": name,
            "area_km2": 7.5 + i,
            "pop_2020": 5 + i,
            "zone": z,
            "mr_role": role,
        }
        for i, (name, z, role) in enumerate(
            [
                ("A", "N", "core"),
                ("B", "N", "secondary"),
                ("C", "N", "secondary"),
                ("D", None, None),
            ]
        )
    ]
    layer = make_layer(rows, shapes, kind="Polygon")
    result, log = light_of(
        run,
        layer,
        rasters,
        REGION_FIELD="zone",
        ROLE_FIELD="mr_role",
        SERIES="memory:",
        GROUPS="memory:",
    )
    series = rows_of(result["SERIES"])
    assert list(series[0])[:5] == ["code", "name", "zone", "mr_role", "date"]
    assert list(series[0])[5:10] == ["year", "gini", "p10", "p50", "p90"]
    assert list(series[0])[10:13] == ["sum", "mean", "max"]
    assert list(series[0])[13:] == ["std", "lit_km2", "lit_share", "valid_share", "unit"]
    assert len(series) == 20
    wide = by_name(result)
    for row in series:
        assert row["sum"] == wide[row["name"]][f"ntl_sum_{row['year']}"]
        assert row["valid_share"] == pytest.approx(1)
    means = np.array([[wide[n][f"ntl_mean_{2012 + i}"] for i in range(5)] for n in "ABCD"])
    slopes = theil_sen(np.arange(2012.0, 2017), means)
    assert [wide[n]["ntl_slope"] for n in "ABCD"] == pytest.approx(slopes)
    groups = rows_of(result["GROUPS"])
    assert [(g["region"], g["role"], g["year"]) for g in groups] == [
        ("N", role, year) for role in ("core", "secondary") for year in range(2012, 2017)
    ]
    both = [r for r in series if r["name"] in "BC" and r["year"] == 2014]
    second = next(g for g in groups if g["role"] == "secondary" and g["year"] == 2014)
    assert second["sum"] == pytest.approx(sum(r["sum"] for r in both))
    assert second["mean"] == pytest.approx(np.mean([r["mean"] for r in both]))  # of equal areas
    assert any("In no group" in text and "D" in text for text in log.infos)


def test_wide_fields_feed_unevenness(run, tmp_path):
    rasters = [write_raster(tmp_path / f"v_{year}.tif", [light(year)]) for year in (2012, 2020)]
    shapes = [f"Polygon(({x} 31, {x + 2} 31, {x + 2} 34, {x} 34, {x} 31))" for x in (101, 104, 108)]
    rows = [
        {"name": n, "zone": "N", "mr_role": r}
        for n, r in zip("ABC", ("core", "secondary", "secondary"))
    ]
    result, _ = light_of(run, make_layer(rows, shapes, kind="Polygon"), rasters)
    unevenness, _ = run(
        "unevenness",
        INPUT=result["OUTPUT"],
        REGION_FIELD="zone",
        INDICATORS=["ntl_sum_2012", "ntl_sum_2020"],
        OUTPUT="memory:",
    )
    assert [(r["indicator"], r["year"]) for r in rows_of(unevenness["OUTPUT"])] == [
        ("ntl_sum", 2012),
        ("ntl_sum", 2020),
    ]


def test_bands_described_with_years_are_a_series(run, tmp_path):
    path = write_raster(tmp_path / "stack.tif", [np.full((60, 60), v, "f4") for v in (3, 1, 2)])
    dataset = gdal.Open(path, gdal.GA_Update)
    for number, text in enumerate(("avg_2003", "avg_2001", "avg_2002"), start=1):
        dataset.GetRasterBand(number).SetDescription(text)
    dataset = None
    row = rows_of(light_of(run, square(), [path])[0]["OUTPUT"])[0]
    assert [row[f"ntl_mean_{y}"] for y in (2001, 2002, 2003)] == pytest.approx([1, 2, 3])


def test_first_and_last_year_in_the_name_are_a_series(run, tmp_path):
    path = write_raster(
        tmp_path / "harmonised_1992-1994.tif", [np.full((60, 60), v, "f4") for v in (1, 2, 3)]
    )
    row = rows_of(light_of(run, square(), [path])[0]["OUTPUT"])[0]
    assert [row[f"ntl_mean_{y}"] for y in (1992, 1993, 1994)] == pytest.approx([1, 2, 3])


def test_the_band_of_other_rasters(run, tmp_path):
    path = write_raster(tmp_path / "v2019.tif", [np.full((60, 60), v, "f4") for v in (1, 2)])
    row = rows_of(light_of(run, square(), [path], BAND=2)[0]["OUTPUT"])[0]
    assert row["ntl_mean_2019"] == pytest.approx(2)
    with pytest.raises(QgsProcessingException, match=r"'v2019' has 2 band\(s\) and no band 3"):
        light_of(run, square(), [path], BAND=3)


@pytest.mark.parametrize(
    ("name", "pattern", "tag"),
    [
        ("F101992.v4b_web", None, "1992"),
        ("VNL_npp_20160101-20161231_avg", None, "2016"),
        ("light_y07", r"_y(\d{2})", "7"),
        ("light", None, "light"),
    ],
)
def test_years_from_names(run, tmp_path, name, pattern, tag):
    path = write_raster(tmp_path / f"{name}.tif", [np.ones((60, 60))])
    more = {"YEAR_PATTERN": pattern} if pattern else {}
    assert f"ntl_sum_{tag}" in rows_of(light_of(run, square(), [path], **more)[0]["OUTPUT"])[0]


def test_a_year_twice_is_an_error(run, tmp_path):
    paths = [
        write_raster(tmp_path / f"{name}1999.tif", [np.ones((60, 60))]) for name in ("F14", "F15")
    ]
    with pytest.raises(QgsProcessingException, match=r"'F141999'.*'F151999'.*both of 1999"):
        light_of(run, square(), paths)


def test_bad_year_pattern(run, tmp_path):
    path = write_raster(tmp_path / "v2019.tif", [np.ones((60, 60))])
    with pytest.raises(QgsProcessingException, match=r"'\(' is no regular expression"):
        light_of(run, square(), [path], YEAR_PATTERN="(")


def test_no_overlap_is_an_error(run):
    with pytest.raises(QgsProcessingException, match=f"'{TAG}' overlaps no city"):
        light_of(run, cities(["Outside"]), [BLACK_MARBLE])


def test_empty_layer_is_an_error(run):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "nothing", "memory")
    with pytest.raises(QgsProcessingException, match="'nothing' has no rows"):
        light_of(run, layer, [BLACK_MARBLE])


def test_damaged_raster_is_an_error(run, tmp_path):
    path = write_raster(tmp_path / "v2019.tif", [light(shape=(600, 600))])
    with open(path, "r+b") as stream:
        stream.truncate(20_000)
    with pytest.raises(QgsProcessingException, match="'v2019' cannot be read at row"):
        light_of(run, square(), [path])


def test_no_data_negative_values_and_scale(run, tmp_path):
    values = np.full((60, 60), 4.0, dtype=np.float32)
    values[:, ::2] = -2
    values[:40] = -999  # the square's upper half and more: rows 32 to 38 of the raster
    values[35:] = np.where(np.arange(60) % 2, 4, -2)
    path = write_raster(tmp_path / "v2019.tif", [values], no_data=-999)

    def means(**parameters):
        result, _ = light_of(run, square(), [path], SERIES="memory:", **parameters)
        return rows_of(result["SERIES"])[0]

    kept = means()
    assert kept["mean"] == pytest.approx(1)
    assert kept["valid_share"] == pytest.approx(0.5, abs=0.01)
    assert kept["lit_share"] == pytest.approx(0.5)
    assert means(NEGATIVE=1)["mean"] == pytest.approx(2)
    missing = means(NEGATIVE=2)
    assert missing["mean"] == pytest.approx(4)
    assert missing["valid_share"] == pytest.approx(0.25, abs=0.01)
    assert means(LIT_THRESHOLD=5)["lit_km2"] == 0
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.1)
    dataset.GetRasterBand(1).SetOffset(1)
    dataset = None
    assert means()["mean"] == pytest.approx(1.1)


def test_city_without_data_is_named_and_empty(run, tmp_path):
    path = write_raster(tmp_path / "v2019.tif", [np.full((60, 60), -9, "f4")], no_data=-9)
    result, log = light_of(run, square(), [path])
    assert rows_of(result["OUTPUT"])[0]["ntl_sum_2019"] is None
    assert any("without a cell that has data, left empty: Square." in w for w in log.warnings)


def test_row_without_a_polygon_is_named(run):
    layer = make_layer([{"name": "Cut"}, {"name": "Blank"}], [SHAPES["Cut"], ""], kind="Polygon")
    result, log = light_of(run, layer, [BLACK_MARBLE])
    assert by_name(result)["Blank"][f"ntl_sum_{TAG}"] is None
    assert any("without a polygon, left empty: Blank." in text for text in log.warnings)


def test_undeclared_no_data_is_reported(run, tmp_path):
    values = np.random.default_rng(1).integers(0, 64, (60, 60)).astype(np.uint8)
    values[:3] = values[-3:] = 255
    values[:, :3] = 255
    path = write_raster(tmp_path / "dmsp1999.tif", [values])
    _, log = light_of(run, square(), [path])
    assert any(
        "'dmsp1999' declares no no-data value" in text and "255" in text for text in log.warnings
    )
    declared = write_raster(tmp_path / "dmsp2000.tif", [values], no_data=255)
    dark = write_raster(
        tmp_path / "dmsp2001.tif", [np.where(values == 255, 0, values).astype("u1")]
    )
    _, log = light_of(run, square(), [declared, dark])
    assert not log.warnings


def test_polygon_beyond_the_antimeridian(run, tmp_path):
    world = np.zeros((18, 36), dtype=np.float32)
    world[:, [0, -1]] = 5
    path = write_raster(tmp_path / "w2020.tif", [world], transform=(-180, 10, 0, 90, 0, -10))
    layer = make_layer(
        [{"name": "beyond"}, {"name": "split"}],
        [
            "Polygon((172 -5, 188 -5, 188 5, 172 5, 172 -5))",
            "MultiPolygon(((172 -5, 180 -5, 180 5, 172 5, 172 -5)), ((-180 -5, -172 -5, -172 5, -180 5, -180 -5)))",
        ],
        kind="MultiPolygon",
    )
    rows = by_name(light_of(run, layer, [path])[0])
    assert rows["beyond"]["ntl_sum_2020"] == pytest.approx(5 * 1.6)
    assert rows["split"]["ntl_sum_2020"] == pytest.approx(5 * 1.6)


def test_projected_polygon_over_the_antimeridian(run, tmp_path):
    world = np.zeros((180, 360), dtype=np.float32)
    world[:, :5] = world[:, -5:] = 5
    path = write_raster(tmp_path / "w2020.tif", [world], transform=(-180, 1, 0, 90, 0, -1))
    layer = make_layer(
        [{"name": "Pacific"}],
        [
            "Polygon((3000000 -200000, 3600000 -200000, 3600000 200000, 3000000 200000, 3000000 -200000))"
        ],
        kind="Polygon",
        crs="EPSG:3832",
    )
    row = rows_of(light_of(run, layer, [path])[0]["OUTPUT"])[0]
    assert row["ntl_mean_2020"] == pytest.approx(5)
    degrees = 600000 / 111319.49 * 400000 / 110579
    assert row["ntl_sum_2020"] == pytest.approx(5 * degrees, rel=2e-3)


def test_report(run, tmp_path):
    rasters = [write_raster(tmp_path / f"v_{y}.tif", [light(y)]) for y in (2012, 2016, 2020)]
    shapes = [f"Polygon(({x} 31, {x + 2} 31, {x + 2} 34, {x} 34, {x} 31))" for x in (101, 104, 108)]
    rows = [
        {"name": n, "zone": "North <1>", "mr_role": r}
        for n, r in zip("ABC", ("core", "secondary", "secondary"))
    ]
    layer = make_layer(rows, shapes, kind="Polygon")
    target = tmp_path / "report.html"
    more = {"REGION_FIELD": "zone", "ROLE_FIELD": "mr_role", "REPORT": str(target)}
    light_of(run, layer, rasters, **more)
    page = target.read_text(encoding="utf-8")
    for text in (
        "Largest gains of light",
        "Largest losses",
        '<svg role="img"',
        "North &lt;1&gt;",
        "Mann-Kendall",
    ):
        assert text in page
    light_of(run, layer, rasters[:1], REPORT=str(target))
    page = target.read_text(encoding="utf-8")
    assert "<svg" in page
    assert "Largest gains" not in page


def test_cancel_leaves_nothing_behind(tmp_path):
    target = tmp_path / "out.gpkg"

    class Cancelled(QgsProcessingFeedback):
        def setProgress(self, share):  # noqa: N802
            if share > 20:
                self.cancel()

    context = QgsProcessingContext()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "megaregion:nighttimelight",
            {"INPUT": cities(), "RASTERS": [BLACK_MARBLE], "OUTPUT": str(target)},
            context=context,
            feedback=Cancelled(False),
        )
    assert not target.exists()


def test_curved_and_3d_polygons(run):
    curved = "CurvePolygon(CompoundCurve(CircularString(116 39, 117 40, 118 39), (118 39, 116 39)))"
    flat = QgsGeometry.fromWkt(curved)
    straight = QgsGeometry(flat.constGet().segmentize()).asWkt(12)
    tall = SHAPES["Cut"].replace("Polygon", "PolygonZ").replace(",", " 5,").replace("))", " 5))")
    results = []
    for kind, shape in (
        ("CurvePolygon", curved),
        ("Polygon", straight),
        ("PolygonZ", tall),
        ("Polygon", SHAPES["Cut"]),
    ):
        layer = make_layer([{"name": "x"}], [shape], kind=kind)
        results.append(
            rows_of(light_of(run, layer, [BLACK_MARBLE])[0]["OUTPUT"])[0][f"ntl_sum_{TAG}"]
        )
    assert results[0] == pytest.approx(results[1], rel=1e-9)
    assert results[2] == pytest.approx(results[3], rel=1e-12)


def colours_at(layer, year):
    """Colours in which the rows of a styled layer are drawn in a year, None for at any time."""
    settings = QgsMapSettings()
    if year is not None:
        times = [QDateTime(year, *rest) for rest in ((1, 1, 0, 0, 0), (12, 31, 0, 0, 0))]
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(*times))
    context = QgsRenderContext.fromMapSettings(settings)
    context.expressionContext().appendScopes(
        [QgsExpressionContextUtils.mapSettingsScope(settings), layer.createExpressionContextScope()]
    )
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    colours = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbols = renderer.symbolsForFeature(feature, context)
        colours.append(",".join(symbol.color().name().upper() for symbol in symbols))
    renderer.stopRender(context)
    return colours


def styled(fields, rows):
    shapes = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 0))" for x in range(len(rows))]
    layer = make_layer([dict(zip(fields, row)) for row in rows], shapes, kind="Polygon")
    style_nightlight(layer)
    return layer


def test_pressing_play_shows_the_years():
    rows = [(float(i), float(5 - i)) for i in range(6)]
    layer = styled(("ntl_mean_2012", "ntl_mean_2013"), rows)
    assert colours_at(layer, None) == colours_at(layer, 2013) == NIGHT_SEQUENCE[::-1]
    assert colours_at(layer, 2012) == NIGHT_SEQUENCE
    QgsProject.instance().addMapLayer(layer)
    played = QgsTemporalUtils.calculateTemporalRangeForProject(QgsProject.instance())
    QgsProject.instance().removeMapLayer(layer.id())
    assert (played.begin().date().year(), played.end().date().year()) == (2012, 2013)


def test_style_of_one_year_and_of_missing_values():
    layer = styled(("ntl_mean_light",), [(1.0,), (2.0,), (None,)])
    assert not layer.temporalProperties().isActive()
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert "No data" in labels
    equal = styled(("ntl_mean_2012",), [(3.0,), (3.0,)])
    assert equal.renderer().ranges()[0].label() == "3 to 3"
    assert len(set(colours_at(equal, None))) == 1
    blank = styled(("ntl_mean_2012",), [(None,)])
    assert colours_at(blank, None) == [NO_DATA]


def test_series_by_year():
    table = make_layer([{"year": 2012}, {"year": 2013}])
    style_series(table)
    assert table.temporalProperties().isActive()
    named = make_layer([{"year": "light"}])
    style_series(named)
    assert not named.temporalProperties().isActive()


def test_series_repeats_names_and_no_measured_numbers(run):
    shapes = [f"Polygon(({x} 30, {x + 1} 30, {x + 1} 31, {x} 30))" for x in (110, 112)]
    rows = [{"code": 7, "name": "a", "workers": 300.0}, {"code": 8, "name": "b", "workers": 400.0}]
    result, _ = run(
        "nighttimelight",
        INPUT=make_layer(rows, shapes, kind="Polygon"),
        RASTERS=[str(EXAMPLE / "black_marble_china.tif")],
        OUTPUT="memory:",
        SERIES="memory:",
    )
    names = result["SERIES"].fields().names()
    assert names[:4] == ["code", "name", "date", "year"]
    assert "workers" not in names
