"""From a folder of downloads to one raster a date, and on to the trend."""

import gzip
import io
import os
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from black_marble_tiles import write_tile
from megaregion.layers.light.downloads.folder import search
from megaregion.measures.errors import InputError
from osgeo import gdal, osr
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from sample_layers import make_layer, rows_of

CELLS = 240  # a tenth of a published tile's, so that the tests are quick


def prepared(run, folder, **parameters):
    """The rows of DATES by date, and the log."""
    parameters.setdefault("OUTPUT_FOLDER", str(Path(folder) / "prepared"))
    result, log = run("preparelight", FOLDER=str(folder), DATES="memory:", **parameters)
    return {row["date"]: row for row in rows_of(result["DATES"])}, log


def band(path, number=1):
    """Values of a raster's band, NaN where there are none."""
    dataset = gdal.Open(path)
    raster = dataset.GetRasterBand(number)
    values = raster.ReadAsArray().astype(float)
    values[raster.GetMaskBand().ReadAsArray() == 0] = np.nan
    return values


def ramp(seed=0, cells=CELLS):
    """Radiance in tenths, which both collections can store."""
    return np.random.default_rng(seed).integers(0, 900, (cells, cells)) / 10


def write_tif(path, values, *, transform=(100, 0.5, 0, 50, 0, -0.5), epsg=4326, no_data=None):
    values = np.asarray(values)
    kind = {"u1": gdal.GDT_Byte, "u2": gdal.GDT_UInt16}.get(values.dtype.str[1:], gdal.GDT_Float32)
    rows, columns = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, kind)
    if transform:
        dataset.SetGeoTransform(transform)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(values)
    if no_data is not None:
        dataset.GetRasterBand(1).SetNoDataValue(no_data)
    dataset.FlushCache()
    return str(path)


def box(west, south, east, north):
    ring = f"{west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}"
    return make_layer([{"name": "box"}], [f"Polygon(({ring}))"], kind="Polygon")


@pytest.mark.parametrize("collection", ["001", "002"])
@pytest.mark.parametrize(
    ("product", "day", "date", "name"),
    [
        ("VNP46A4", "2021001", "2021", "light_2021.tif"),
        ("VNP46A3", "2021152", "2021-06", "light_2021_06.tif"),
        ("VNP46A2", "2021152", "2021-06-01", "light_2021_06_01.tif"),
        ("VNP46A1", "2020366", "2020-12-31", "light_2020_12_31.tif"),
    ],
)
def test_values_position_and_unit(run, tmp_path, product, day, date, name, collection):
    values = ramp()
    values[3, 5] = np.nan
    write_tile(tmp_path, product, day, "h28v05", values, collection=collection)
    rows, log = prepared(run, tmp_path)
    assert list(rows) == [date]
    row = rows[date]
    assert Path(row["path"]).name == name
    assert (row["tiles"], row["missing_tiles"], row["unit"]) == (1, None, "nW/cm2/sr")
    assert row["valid_share"] == pytest.approx(1 - 1 / CELLS**2)
    np.testing.assert_allclose(band(row["path"]), values, rtol=1e-6)
    dataset = gdal.Open(row["path"])
    # h28v05: 280 degrees from 180 W is 100 E, 50 degrees from 90 N is 40 N
    assert dataset.GetGeoTransform() == pytest.approx((100, 10 / CELLS, 0, 40, 0, -10 / CELLS))
    assert osr.SpatialReference(dataset.GetProjection()).GetAuthorityCode(None) == "4326"
    assert dataset.GetRasterBand(1).GetUnitType() == "nW/cm2/sr"
    assert log.warnings == []


def test_a_published_tile_has_2400_cells(run, tmp_path):
    values = ramp(cells=2400)
    write_tile(tmp_path, "VNP46A4", "2021001", "h00v17", values)
    path = prepared(run, tmp_path)[0]["2021"]["path"]
    assert gdal.Open(path).GetGeoTransform() == pytest.approx((-180, 1 / 240, 0, -80, 0, -1 / 240))
    np.testing.assert_allclose(band(path), values, rtol=1e-6)


FLAGS = np.full((CELLS, CELLS), 0)
FLAGS[0, :6] = [0, 1, 2, 3, 5, 255]


@pytest.mark.parametrize(
    ("product", "collection", "kept"),
    [
        ("VNP46A4", "001", [[0], [0, 1], [0, 1, 2, 3, 5, 255]]),
        ("VNP46A3", "002", [[0], [0, 1], [0, 1, 2, 3, 5, 255]]),
        ("VNP46A2", "001", [[0, 1], [0, 1, 2], [0, 1, 2, 3, 5, 255]]),
        ("VNP46A2", "002", [[0], [0, 1, 2, 3, 5], [0, 1, 2, 3, 5, 255]]),
    ],
)
def test_quality_flags(run, tmp_path, product, collection, kept):
    write_tile(tmp_path, product, "2021001", "h28v05", ramp(), flags=FLAGS, collection=collection)
    for quality, flags in enumerate(kept):
        rows, _ = prepared(run, tmp_path, QUALITY=quality)
        (row,) = rows.values()
        assert FLAGS[0, :6][np.isfinite(band(row["path"])[0, :6])].tolist() == flags
        lost = 6 - len(flags)
        assert row["valid_share"] == pytest.approx(1 - lost / CELLS**2)


def test_quality_of_raw_days(run, tmp_path):
    flags, clouds = np.zeros((CELLS, CELLS), int), np.zeros((CELLS, CELLS), int)
    flags[0, :6] = [0, 16, 4, 256, 65535, 0]
    clouds[0, :8] = [0, 0, 0, 0, 0, 2 << 6, 1 << 6, 3 << 6]
    write_tile(tmp_path, "VNP46A1", "2021001", "h28v05", ramp(), flags=flags, clouds=clouds)
    seen = [
        np.flatnonzero(np.isfinite(band(row["path"])[0, :8])).tolist()
        for quality in range(3)
        for row in prepared(run, tmp_path, QUALITY=quality)[0].values()
    ]
    assert seen == [[0, 6], [0, 1, 5, 6, 7], list(range(8))]


def test_counts_are_the_second_band(run, tmp_path):
    counts = np.full((CELLS, CELLS), 12)
    counts[0, :3] = [0, 2, 65535]
    flags = np.where(counts > 3, 0, 1)
    write_tile(tmp_path, "VNP46A3", "2021001", "h28v05", ramp(), counts=counts, flags=flags)
    path = prepared(run, tmp_path)[0]["2021-01"]["path"]
    assert gdal.Open(path).GetRasterBand(2).GetDescription() == "cloud_free_observations"
    np.testing.assert_array_equal(band(path, 2)[0, :4], [0, 2, np.nan, 12])
    assert np.isnan(band(path)[0, :2]).all()


@pytest.mark.parametrize(
    ("product", "layer"),
    [
        ("VNP46A4", "NearNadir_Composite_Snow_Covered"),
        ("VNP46A2", "Gap_Filled_DNB_BRDF-Corrected_NTL"),
    ],
)
def test_another_layer(run, tmp_path, product, layer):
    write_tile(tmp_path, product, "2021001", "h28v05", ramp(3), layer=layer)
    rows, log = prepared(run, tmp_path)
    (usual,) = rows.values()
    assert any("Snow_Free" in line or "DNB_BRDF" in line for line in log.infos)
    assert (band(usual["path"]) == 777).all()
    (row,) = prepared(run, tmp_path, DATASET=layer.replace("-", "_"))[0].values()
    np.testing.assert_allclose(band(row["path"]), ramp(3), rtol=1e-6)
    with pytest.raises(
        QgsProcessingException, match=r"has no layer 'light': choose one of .*" + layer
    ):
        prepared(run, tmp_path, DATASET="light")


def test_tiles_are_put_together_and_missing_ones_named(run, tmp_path):
    west, east, south = ramp(1), ramp(2), ramp(3)
    for year in (2020, 2021):
        write_tile(tmp_path, "VNP46A4", f"{year}001", "h28v05", west + year - 2020)
        write_tile(tmp_path, "VNP46A4", f"{year}001", "h29v05", east)
    write_tile(tmp_path, "VNP46A4", "2020001", "h29v06", south)
    rows, log = prepared(run, tmp_path)
    first, second = rows["2020"], rows["2021"]
    assert (first["tiles"], second["tiles"]) == (3, 2)
    assert (first["missing_tiles"], second["missing_tiles"]) == (None, "h29v06")
    assert log.warnings == ["2021: missing tiles are no data: h29v06."]
    empty = np.full((CELLS, CELLS), np.nan)
    np.testing.assert_allclose(
        band(first["path"]), np.block([[west, east], [empty, south]]), rtol=1e-6
    )
    np.testing.assert_allclose(
        band(second["path"]), np.block([[west + 1, east], [empty, empty]]), rtol=1e-6
    )
    assert first["valid_share"] == pytest.approx(0.75)
    assert second["valid_share"] == pytest.approx(0.5)


@pytest.mark.parametrize("epsg", [4326, 3857])
def test_extent(run, tmp_path, epsg):
    values = ramp()
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", values)
    layer = box(105.0, 33.0, 112.0, 34.0)
    if epsg != 4326:
        target = "EPSG:3857"
        layer = processing.run(
            "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": target, "OUTPUT": "memory:"}
        )["OUTPUT"]
    rows, log = prepared(run, tmp_path, EXTENT=layer)
    row = rows["2021"]
    dataset = gdal.Open(row["path"])
    size = 10 / CELLS
    assert dataset.GetGeoTransform() == pytest.approx((105, size, 0, 34, 0, -size))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (7 * 24, 24)
    assert (row["tiles"], row["missing_tiles"]) == (1, "h29v05")
    inside = band(row["path"])
    np.testing.assert_allclose(inside[:, : 5 * 24], values[6 * 24 : 7 * 24, 5 * 24 :], rtol=1e-6)
    assert np.isnan(inside[:, 5 * 24 :]).all()
    assert row["valid_share"] == pytest.approx(5 / 7)
    assert "h29v05" in log.warnings[0]


def test_an_extent_over_180_degrees(run, tmp_path):
    east, west, far = ramp(1), ramp(2), ramp(3)
    for tile, values in (("h35v10", east), ("h00v10", west), ("h01v10", far)):
        write_tile(tmp_path, "VNP46A4", "2021001", tile, values)
    for number, extent in enumerate((box(176, -19, 184, -11), box(-184, -19, -176, -11))):
        out = str(tmp_path / f"out{number}")
        row = prepared(run, tmp_path, OUTPUT_FOLDER=out, EXTENT=extent)[0]["2021"]
        assert (row["tiles"], row["missing_tiles"], row["valid_share"]) == (2, None, 1.0)
        both = np.hstack((east, west))[24:216, 144:336]  # 24 cells a degree
        np.testing.assert_allclose(band(row["path"]), both, rtol=1e-6)
        assert gdal.Open(row["path"]).GetGeoTransform()[0] == pytest.approx(176)
    fiji = make_layer(
        [{"name": "Fiji"}],
        ["Polygon((177 -18, 183 -18, 183 -12, 177 -12, 177 -18))"],
        kind="Polygon",
    )
    result, log = run("nighttimelight", INPUT=fiji, RASTER_FOLDER=out, OUTPUT="memory:")
    (found,) = rows_of(result["OUTPUT"])
    assert found["ntl_sum_2021"] == pytest.approx(both[24:168, 24:168].sum(), rel=1e-6)
    assert not log.warnings


@pytest.mark.parametrize(
    ("west", "extent", "columns"),
    [
        (0, (-20, -10, -5, 5), [34, 35]),  # 0 to 360 degrees
        (0, (-10, -10, 10, 5), list(range(36))),  # its seam: the whole width
        (0, (170, -10, 190, 5), [17, 18]),
        (-180, (-5, -10, 15, 5), [17, 18, 19]),
        (-180, (176, -10, 184, 5), list(range(36))),
        (-180, (185, -10, 199, 5), [0, 1]),
    ],
)
def test_extents_on_geotiffs_around_the_globe(run, tmp_path, west, extent, columns):
    values = np.arange(72, dtype="f4").reshape(2, 36)
    write_tif(tmp_path / "light_2015.tif", values, transform=(west, 10, 0, 10, 0, -10))
    row = prepared(run, tmp_path, EXTENT=box(*extent))[0]["2015"]
    np.testing.assert_array_equal(band(row["path"])[0], columns)


@pytest.mark.parametrize("extent", [(20, 10, 30, 20), (150, 10, 160, 20), (101, 60, 102, 70)])
def test_an_extent_beside_a_geotiff(run, tmp_path, extent):
    write_tif(tmp_path / "light_2015.tif", np.ones((40, 60), "f4"))
    with pytest.raises(QgsProcessingException, match=r"'light_2015.tif' does not reach the extent"):
        prepared(run, tmp_path, EXTENT=box(*extent))
    assert not (tmp_path / "prepared").exists()


def test_extent_on_projected_rasters(run, tmp_path):
    """UTM zone 48 has its middle, 500 km, at 105 E."""
    values = np.arange(200.0 * 100, dtype="f4").reshape(100, 200)
    transform = (400_000, 1000, 0, 3_500_000, 0, -1000)
    write_tif(tmp_path / "light_2015.tif", values, transform=transform, epsg=32648)
    rows, _ = prepared(run, tmp_path, EXTENT=box(104.99, 31.1, 105.01, 31.2))
    dataset = gdal.Open(rows["2015"]["path"])
    west, width, _, north, _, height = dataset.GetGeoTransform()
    assert (width, height) == (1000, -1000)
    assert west <= 500_000 - 900 < 500_000 + 900 <= west + 1000 * dataset.RasterXSize
    assert dataset.RasterXSize <= 4
    column, row = int((west - 400_000) / 1000), int((3_500_000 - north) / 1000)
    part = band(rows["2015"]["path"])
    np.testing.assert_array_equal(
        part, values[row : row + part.shape[0], column : column + part.shape[1]]
    )
    with pytest.raises(QgsProcessingException, match="does not reach the extent"):
        prepared(run, tmp_path, EXTENT=box(100, 20, 101, 21))


def test_extent_without_a_tile(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp())
    with pytest.raises(QgsProcessingException, match=r"No tile .* in the extent.*h18v04"):
        prepared(run, tmp_path, EXTENT=box(2, 48, 3, 49))
    assert not (tmp_path / "prepared").exists()


def test_the_newest_production_of_a_tile(run, tmp_path):
    old, new = ramp(1), ramp(2)
    write_tile(
        tmp_path, "VNP46A4", "2021001", "h28v05", new, made="2023001000000", collection="002"
    )
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", old, made="2022001000000")
    rows, log = prepared(run, tmp_path)
    np.testing.assert_allclose(band(rows["2021"]["path"]), new, rtol=1e-6)
    assert rows["2021"]["tiles"] == 1
    assert len(log.warnings) == 1
    assert "'VNP46A4.A2021001.h28v05.002.2023001000000.h5' is used" in log.warnings[0]


def test_mixed_collections_are_said(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2020001", "h28v05", ramp())
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp(), collection="002")
    _, log = prepared(run, tmp_path)
    assert len(log.warnings) == 1
    assert (
        "collections of Black Marble: 001 (first in 2020), 002 (first in 2021)" in log.warnings[0]
    )


def test_corrected_days_before_raw_ones(run, tmp_path):
    write_tile(tmp_path, "VNP46A1", "2021001", "h28v05", ramp(1))
    write_tile(tmp_path, "VNP46A2", "2021001", "h28v05", ramp(2))
    rows, log = prepared(run, tmp_path)
    np.testing.assert_allclose(band(rows["2021-01-01"]["path"]), ramp(2), rtol=1e-6)
    assert log.warnings == ["2021-01-01: VNP46A2 is used, not VNP46A1."]


def test_no_quality_flags_are_said(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp(), flags=False)
    rows, log = prepared(run, tmp_path)
    assert rows["2021"]["valid_share"] == 1
    assert "no quality flags, so all its cells count" in log.warnings[0]


def test_own_outputs_are_not_read_again(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp())
    for output in (tmp_path, tmp_path, tmp_path / "in", tmp_path / "in"):
        rows, log = prepared(run, tmp_path, OUTPUT_FOLDER=str(output))
        assert list(rows) == ["2021"]
        assert log.warnings == []
    (tmp_path / "VNP46A4.A2021001.h28v05.001.2022120123456.h5").unlink()
    with pytest.raises(QgsProcessingException, match="only rasters that are prepared already"):
        prepared(run, tmp_path)


def test_foreign_files_are_not_replaced(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp())
    output = tmp_path / "out"
    output.mkdir()
    write_tif(output / "light_2021.tif", np.ones((4, 4), "f4"))
    before = (output / "light_2021.tif").read_bytes()
    with pytest.raises(QgsProcessingException, match="are both of 2021"):
        prepared(run, tmp_path, OUTPUT_FOLDER=str(output))
    folder = tmp_path / "tiles"
    folder.mkdir()
    write_tile(folder, "VNP46A4", "2021001", "h28v05", ramp())
    with pytest.raises(QgsProcessingException, match="was not made by this algorithm"):
        prepared(run, folder, OUTPUT_FOLDER=str(output))
    assert os.listdir(output) == ["light_2021.tif"]
    assert (output / "light_2021.tif").read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "empty", "foreign"])
def test_a_damaged_tile_is_named_and_nothing_written(run, tmp_path, damage):
    write_tile(tmp_path, "VNP46A4", "2020001", "h28v05", ramp())
    path = Path(write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp()))
    content = path.read_bytes()
    path.write_bytes({"cut": content[: len(content) // 2], "empty": b""}.get(damage, b"<html>"))
    with pytest.raises(QgsProcessingException, match=f"'{path.name}' cannot be opened"):
        prepared(run, tmp_path)
    assert not (tmp_path / "prepared").exists()


def test_a_gdal_without_hdf5_is_said(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp())
    driver = gdal.GetDriverByName("HDF5")
    driver.Deregister()
    try:
        with pytest.raises(QgsProcessingException, match="GDAL has no HDF5 driver"):
            prepared(run, tmp_path)
    finally:
        driver.Register()
    assert prepared(run, tmp_path)[0]["2021"]["valid_share"] == 1


def test_a_failing_run_leaves_earlier_rasters(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2020001", "h28v05", ramp())
    path = prepared(run, tmp_path)[0]["2020"]["path"]
    before = Path(path).read_bytes()
    write_tile(tmp_path, "VNP46A4", "2020001", "h28v05", ramp(1))
    (tmp_path / "VNP46A4.A2021001.h28v05.001.2022120123456.h5").write_bytes(b"")
    with pytest.raises(QgsProcessingException, match="cannot be opened"):
        prepared(run, tmp_path)
    assert os.listdir(tmp_path / "prepared") == ["light_2020.tif"]
    assert Path(path).read_bytes() == before


def test_cancelled_in_the_middle(tmp_path):
    for year in (2019, 2020, 2021):
        write_tile(tmp_path, "VNP46A4", f"{year}001", "h28v05", ramp())

    class Cancelling(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress > 50:
                self.cancel()

    parameters = {"FOLDER": str(tmp_path), "OUTPUT_FOLDER": str(tmp_path / "prepared")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "megaregion:preparelight",
            parameters,
            context=QgsProcessingContext(),
            feedback=Cancelling(False),
        )
    assert not (tmp_path / "prepared").exists()


def test_dates_in_the_new_folder_and_a_temporary_one(run, tmp_path):
    write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp())
    output = tmp_path / "a" / "b"
    result, _ = run(
        "preparelight",
        FOLDER=str(tmp_path),
        OUTPUT_FOLDER=str(output),
        DATES=str(output / "dates.csv"),
    )
    assert result["OUTPUT_FOLDER"] == str(output)
    assert sorted(os.listdir(output)) == ["dates.csv", "light_2021.tif"]
    result, _ = run("preparelight", FOLDER=str(tmp_path), OUTPUT_FOLDER="TEMPORARY_OUTPUT")
    assert os.listdir(result["OUTPUT_FOLDER"]) == ["light_2021.tif"]
    (tmp_path / "a file").touch()
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        prepared(run, tmp_path, OUTPUT_FOLDER=str(tmp_path / "a file" / "b"))


def test_a_folder_without_night_light(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="holds no night light"):
        prepared(run, tmp_path)
    with pytest.raises(QgsProcessingException, match="does not exist"):
        prepared(run, tmp_path / "nowhere", OUTPUT_FOLDER=str(tmp_path / "out"))
    write_tif(tmp_path / "elevation.tif", np.ones((4, 4), "f4"))
    with pytest.raises(QgsProcessingException, match=r"elevation\.tif"):
        prepared(run, tmp_path)


# GeoTIFFs

VIIRS_YEAR = "VNL_v21_npp_{}_global_vcmslcfg_c202205302300.{}.dat.tif"


def test_plain_geotiffs_stay_where_they_are(run, tmp_path):
    values = np.random.default_rng(1).gamma(0.5, 9, (40, 60)).astype("f4")
    for year in (2014, 2015):
        write_tif(tmp_path / VIIRS_YEAR.format(year, "average_masked"), values + year)
    rows, log = prepared(run, tmp_path)
    assert [Path(row["path"]).name for row in rows.values()] == ["light_2014.vrt", "light_2015.vrt"]
    assert {(row["unit"], row["tiles"], row["valid_share"]) for row in rows.values()} == {
        ("nW/cm2/sr", 1, 1.0)
    }
    for year in (2014, 2015):
        np.testing.assert_array_equal(band(rows[str(year)]["path"]), values + year)
    dataset = gdal.Open(rows["2014"]["path"])
    assert dataset.GetRasterBand(1).GetUnitType() == "nW/cm2/sr"
    assert dataset.GetGeoTransform() == (100, 0.5, 0, 50, 0, -0.5)
    assert log.warnings == []


def pack(path, how):
    """The file packed, and taken away."""
    path = Path(path)
    packed = path.with_name(
        {"gz": f"{path.name}.gz", "tgz": "packed.tgz", "zip": "packed.zip", "tar": "packed.tar"}[
            how
        ]
    )
    if how == "gz":
        packed.write_bytes(gzip.compress(path.read_bytes()))
    elif how == "zip":
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, f"in/{path.name}")
    elif how == "tgz":
        with tarfile.open(packed, "w:gz") as archive:
            archive.add(path, f"./{path.name}")
    else:  # as DMSP composites come: packed files in a tar
        inner = path.with_name(f"{path.name}.gz")
        inner.write_bytes(gzip.compress(path.read_bytes()))
        with tarfile.open(packed, "w") as archive:
            archive.add(inner, inner.name)
        inner.unlink()
    path.unlink()
    return packed


@pytest.mark.parametrize("how", ["gz", "tgz", "zip", "tar"])
def test_packed_geotiffs_are_unpacked(run, tmp_path, how):
    values = np.random.default_rng(1).gamma(0.5, 9, (300, 500)).astype("f4")
    values[0, 0] = np.nan
    name = "SVDNB_npp_20180401-20180430_75N060E_vcmcfg_v10_c201805012000.avg_rade9h.tif"
    pack(write_tif(tmp_path / name, values), how)
    rows, log = prepared(run, tmp_path)
    row = rows["2018-04"]
    assert Path(row["path"]).name == "light_2018_04.tif"
    np.testing.assert_array_equal(band(row["path"]), values)
    assert row["unit"] == "nW/cm2/sr"
    assert row["valid_share"] == pytest.approx(1 - 1 / values.size)
    assert log.warnings == []


def test_a_tile_in_an_archive(run, tmp_path):
    pack(write_tile(tmp_path, "VNP46A4", "2021001", "h28v05", ramp()), "zip")
    np.testing.assert_allclose(band(prepared(run, tmp_path)[0]["2021"]["path"]), ramp(), rtol=1e-6)


@pytest.mark.parametrize("how", ["gz", "tgz", "zip"])
def test_a_damaged_archive_is_named(run, tmp_path, how):
    values = np.random.default_rng(1).gamma(0.5, 9, (300, 500)).astype("f4")
    packed = pack(write_tif(tmp_path / VIIRS_YEAR.format(2015, "average"), values), how)
    content = packed.read_bytes()
    packed.write_bytes(content[: len(content) // 3])
    with pytest.raises(QgsProcessingException, match=r"packed\.|average") as error:
        prepared(run, tmp_path)
    assert str(error.value).count(".") < 12
    assert not (tmp_path / "prepared").exists()


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT], ids=["pax", "gnu"])
def test_an_archive_with_a_folder_in_chinese(run, tmp_path, form):
    """GDAL calls the files in it otherwise than Python where their names stand in two places."""
    values = np.random.default_rng(1).gamma(0.5, 9, (30, 50)).astype("f4")
    path = Path(write_tif(tmp_path / VIIRS_YEAR.format(2015, "average"), values))
    with tarfile.open(tmp_path / "packed.tgz", "w:gz", format=form) as archive:
        archive.add(path, f"夜间灯光/{path.name}")
    path.unlink()
    rows, log = prepared(run, tmp_path)
    np.testing.assert_array_equal(band(rows["2015"]["path"]), values)
    assert log.warnings == []


def test_an_archive_whose_names_are_not_in_utf8(run, tmp_path):
    path = Path(write_tif(tmp_path / VIIRS_YEAR.format(2015, "average"), np.ones((30, 50), "f4")))
    with tarfile.open(
        tmp_path / "packed.tgz", "w:gz", format=tarfile.GNU_FORMAT, encoding="gbk"
    ) as archive:
        archive.add(path, f"夜间灯光/{path.name}")
    path.unlink()
    with pytest.raises(QgsProcessingException, match=r"'packed\.tgz' has names .* unpack it"):
        prepared(run, tmp_path)


def test_cancelled_while_an_archive_is_looked_through(tmp_path):
    """Between its members, and within a long one."""
    content = os.urandom(2**20)
    with tarfile.open(tmp_path / "tiles.tgz", "w:gz", compresslevel=1) as archive:
        for number in range(3):
            member = tarfile.TarInfo(f"tiles/{number}.txt")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    asked = []
    with pytest.raises(InputError, match="no night light"):
        search(str(tmp_path), lambda: asked.append(None))
    assert len(asked) > 20

    def check():
        asked.append(None)
        if len(asked) == 10:
            raise RuntimeError

    asked.clear()
    with pytest.raises(RuntimeError):
        search(str(tmp_path), check)


def test_cells_without_observation_are_no_data(run, tmp_path):
    values = np.full((30, 40), 5, "f4")
    values[0, :2] = 0
    counts = np.full((30, 40), 7, "u2")
    counts[0, 0] = 0  # dark because nothing was seen; its neighbour was seen dark
    write_tif(tmp_path / VIIRS_YEAR.format(2015, "average"), values)
    write_tif(tmp_path / VIIRS_YEAR.format(2015, "cf_cvg"), counts)
    path = prepared(run, tmp_path)[0]["2015"]["path"]
    np.testing.assert_array_equal(band(path)[0, :3], [np.nan, 0, 5])
    np.testing.assert_array_equal(band(path, 2), counts)
    path = prepared(run, tmp_path, QUALITY=2)[0]["2015"]["path"]
    np.testing.assert_array_equal(band(path), values)


def test_one_layer_for_all_years(run, tmp_path):
    for year in (2014, 2015):
        write_tif(tmp_path / VIIRS_YEAR.format(year, "average"), np.full((9, 9), 1, "f4"))
        write_tif(tmp_path / VIIRS_YEAR.format(year, "lit_mask"), np.full((9, 9), 2, "f4"))
    write_tif(tmp_path / VIIRS_YEAR.format(2015, "average_masked"), np.full((9, 9), 3, "f4"))
    rows, log = prepared(run, tmp_path)
    assert [band(row["path"])[0, 0] for row in rows.values()] == [1, 1]
    assert log.warnings == ["2015: average is used, not average_masked."]
    rows, log = prepared(run, tmp_path, DATASET="average_masked")
    assert list(rows) == ["2015"]
    assert "2014: left out" in log.warnings[0]
    with pytest.raises(QgsProcessingException, match=r"has a layer 'minimum'.*average"):
        prepared(run, tmp_path, DATASET="minimum")


def test_dmsp(run, tmp_path):
    values = np.array([[0, 63, 255], [5, 6, 7]], "u1")
    write_tif(tmp_path / "F182013.v4c_web.stable_lights.avg_vis.tif", values)
    write_tif(tmp_path / "F162009.v4b_web.stable_lights.avg_vis.tif", values)
    write_tif(tmp_path / "F152009.v4b_web.stable_lights.avg_vis.tif", values - values)
    rows, log = prepared(run, tmp_path)
    assert {row["unit"] for row in rows.values()} == {"DN"}
    expected = np.where(values == 255, np.nan, values)
    for year in ("2009", "2013"):
        np.testing.assert_array_equal(band(rows[year]["path"]), expected)
        assert rows[year]["valid_share"] == pytest.approx(5 / 6)
    assert log.warnings[0] == "2009: F16 is used, not F15."
    assert "mixes composites or satellites: F16 (first in 2009), F18" in log.warnings[1]
    assert len(log.warnings) == 2


@pytest.mark.parametrize(
    ("name", "others", "date", "unit"),
    [
        (
            "F101992.v4b.global.stable_lights.avg_vis.tif",
            ["F101992.v4b.global.avg_vis.tif"],
            "1992",
            "DN",
        ),
        ("F182013.tif", [], "2013", "DN"),
        ("F16_2006_china.tif", [], "2006", "DN"),
        ("Harmonized_DN_NTL_2013_calDMSP.tif", [], "2013", "DN"),
        ("LongNTL_2001.tif", [], "2001", "nW/cm2/sr"),
        ("NPP-VIIRS-like_2002.tif", [], "2002", "nW/cm2/sr"),
    ],
)
def test_other_names_of_products(run, tmp_path, name, others, date, unit):
    values = np.array([[0, 63, 255], [5, 6, 7]], "u1")
    write_tif(tmp_path / name, values)
    for other in others:
        write_tif(tmp_path / other, values + 1)
    row = prepared(run, tmp_path)[0][date]
    assert row["unit"] == unit
    expected = np.where(values == 255, np.nan, values) if name.startswith("F1") else values
    np.testing.assert_array_equal(band(row["path"]), expected)


def test_months_of_one_digit(run, tmp_path):
    for month in (8, 9, 10):
        write_tif(tmp_path / f"light_2022_{month}.tif", np.full((4, 4), month, "f4"))
    rows, log = prepared(run, tmp_path)
    assert {date: band(row["path"])[0, 0] for date, row in rows.items()} == {
        "2022-08": 8,
        "2022-09": 9,
        "2022-10": 10,
    }
    assert not log.warnings


def test_one_composite_for_all_months(run, tmp_path):
    name = "SVDNB_npp_2018{0}01-2018{0}30_75N060E_{1}_v10_c2018.avg_rade9h.tif"
    for month in ("04", "06"):
        write_tif(tmp_path / name.format(month, "vcmcfg"), np.ones((4, 4), "f4"))
    write_tif(tmp_path / name.format("06", "vcmslcfg"), np.full((4, 4), 2, "f4"))
    rows, log = prepared(run, tmp_path)
    assert [band(row["path"])[0, 0] for row in rows.values()] == [1, 1]
    assert log.warnings == ["2018-06: vcmcfg is used, not vcmslcfg."]


def test_eog_tiles(run, tmp_path):
    cell = 2.5
    name = "SVDNB_npp_{0}0101-{0}1231_{1}_vcm-orm-ntl_v10_c201701311200.avg_rade9.tif"
    tiles = {"75N060W": -60, "75N060E": 60}
    for year in (2015, 2016):
        for number, (tile, west) in enumerate(tiles.items()):
            if (year, tile) != (2016, "75N060E"):
                values = np.full((30, 48), number + 1, "f4")
                transform = (west, cell, 0, 75, 0, -cell)
                write_tif(tmp_path / name.format(year, tile), values, transform=transform)
    rows, _ = prepared(run, tmp_path)
    assert (rows["2015"]["tiles"], rows["2015"]["missing_tiles"]) == (2, None)
    assert (rows["2016"]["tiles"], rows["2016"]["missing_tiles"]) == (1, "75N060E")
    both = np.repeat([[1.0, 2.0]], 48, axis=1).repeat(30, axis=0)
    np.testing.assert_array_equal(band(rows["2015"]["path"]), both)
    gap = np.where(both == 2, np.nan, both)
    np.testing.assert_array_equal(band(rows["2016"]["path"]), gap)
    assert rows["2016"]["valid_share"] == 0.5
    rows, _ = prepared(run, tmp_path, EXTENT=box(50, 10, 70, 20))
    assert rows["2016"]["missing_tiles"] == "75N060E"
    np.testing.assert_array_equal(band(rows["2015"]["path"])[0], [1, 1, 1, 1, 2, 2, 2, 2])


def test_dates_from_names_and_folders(run, tmp_path):
    for name in ("320500_NTL_2015.tif", "2016/06/light.tif", "light_2017_06_15.tif", "elev.tif"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_tif(path, np.ones((4, 4), "f4"))
    rows, log = prepared(run, tmp_path)
    assert list(rows) == ["2015", "2016-06", "2017-06-15"]
    assert any("elev.tif" in warning for warning in log.warnings)
    assert any("mixes years, months or days" in warning for warning in log.warnings)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"a_2015.tif": {}, "b_2015.tif": {}}, "both of 2015 and cover the same place"),
        ({"a_2015.tif": {}, "b_2015.tif": {"epsg": 3857}}, "differ in cells or CRS"),
        ({"a_2015.tif": {"transform": None}}, "no position on the earth"),
        ({"a_2015.tif": {"transform": (100, 0.4, 0.3, 50, 0.3, -0.4)}}, "with north up"),
        (
            {"a_2015.tif": {}, "F182015.v4c_web.stable_lights.avg_vis.tif": {}},
            "folders of their own",
        ),
    ],
)
def test_rasters_that_are_not_one(run, tmp_path, files, sentence):
    for name, options in files.items():
        write_tif(tmp_path / name, np.ones((4, 4), "f4"), **options)
    with pytest.raises(QgsProcessingException, match=sentence):
        prepared(run, tmp_path)
    assert not (tmp_path / "prepared").exists()


def test_scaled_integers_become_values(run, tmp_path):
    path = write_tif(tmp_path / "light_2015.tif", np.array([[10, 20], [30, 9]], "u2"), no_data=9)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.1)
    dataset = None
    row = prepared(run, tmp_path, OUTPUT_FOLDER=str(tmp_path / "out"))[0]["2015"]
    assert Path(row["path"]).suffix == ".tif"
    np.testing.assert_allclose(band(row["path"]), [[1, 2], [3, np.nan]])


def test_a_raster_replaces_the_other_form_of_its_date(run, tmp_path):
    name = VIIRS_YEAR.format(2015, "average")
    write_tif(tmp_path / name, np.ones((4, 4), "f4"))
    prepared(run, tmp_path)
    assert os.listdir(tmp_path / "prepared") == ["light_2015.vrt"]
    pack(tmp_path / name, "gz")
    prepared(run, tmp_path)
    assert os.listdir(tmp_path / "prepared") == ["light_2015.tif"]


# to the trend


def test_from_tiles_to_the_trend(run, tmp_path):
    """Light that rises by 3 a year in one city and by 1 in another, with clouds in a third year."""
    for step, year in enumerate(range(2018, 2023)):
        values = np.full((CELLS, CELLS), 10.0 + step)
        values[:, : CELLS // 2] = 20.0 + 3 * step
        flags = np.zeros((CELLS, CELLS))
        if year == 2020:
            values[: CELLS // 2], flags[: CELLS // 2] = 500, 1
        write_tile(tmp_path, "VNP46A4", f"{year}001", "h28v05", values, flags=flags)
    rows, _ = prepared(run, tmp_path)
    cities = make_layer(
        [{"name": "West"}, {"name": "East"}],
        [
            "Polygon((101 32, 104 32, 104 38, 101 38, 101 32))",
            "Polygon((106 32, 109 32, 109 38, 106 38, 106 32))",
        ],
        kind="Polygon",
    )
    assert len(rows) == 5
    result, log = run(
        "nighttimelight",
        INPUT=cities,
        RASTER_FOLDER=str(tmp_path / "prepared"),
        OUTPUT="memory:",
    )
    assert log.warnings == []
    west, east = rows_of(result["OUTPUT"])
    for step, year in enumerate(range(2018, 2023)):
        assert west[f"ntl_mean_{year}"] == pytest.approx(20 + 3 * step)
        assert east[f"ntl_mean_{year}"] == pytest.approx(10 + step)
    assert (west["ntl_slope"], east["ntl_slope"]) == (pytest.approx(3), pytest.approx(1))


def test_months_from_tiles_to_the_slope_a_year(run, tmp_path):
    """24 months that rise by 1 a month rise by 12 a year."""
    for step in range(24):
        day = date(2020 + step // 12, step % 12 + 1, 1).strftime("%Y%j")
        write_tile(tmp_path, "VNP46A3", day, "h28v05", np.full((24, 24), 1.0 + step))
    prepared(run, tmp_path)
    cities = make_layer(
        [{"name": "City"}], ["Polygon((101 32, 104 32, 104 38, 101 38, 101 32))"], kind="Polygon"
    )
    result, _ = run(
        "nighttimelight",
        INPUT=cities,
        RASTER_FOLDER=str(tmp_path / "prepared"),
        OUTPUT="memory:",
        SERIES="memory:",
    )
    (city,) = rows_of(result["OUTPUT"])
    assert (city["ntl_mean_2020_01"], city["ntl_mean_2021_12"]) == pytest.approx((1, 24))
    assert city["ntl_slope"] == pytest.approx(12)
    series = rows_of(result["SERIES"])
    assert [row["date"] for row in series][::12] == ["2020-01", "2021-01"]


def test_no_raster_at_all(run):
    layer = box(101, 32, 104, 38)
    with pytest.raises(QgsProcessingException, match="No raster is given"):
        run("nighttimelight", INPUT=layer, OUTPUT="memory:")
