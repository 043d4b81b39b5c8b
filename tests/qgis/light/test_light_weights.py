"""Light where people live, against exactextract and sums cell by cell."""

import exactextract
import numpy as np
import pytest
from light_inputs import cities, measured, rectangle, write_raster
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProject, QgsVectorFileWriter

SHAPE = "Polygon((101.3 31.2, 112.9 30.1, 111.4 44.7, 102.2 41.9, 101.3 31.2))"
SHAPES = {"A": SHAPE, "B": rectangle(113.5, 30, 120, 40), "Sea": rectangle(124, 21, 128, 24)}


def light():
    return np.random.default_rng(0).gamma(0.5, 9, (60, 60)).astype(np.float32)


def people(shape=(60, 60)):
    values = np.random.default_rng(1).gamma(0.3, 500, shape).astype(np.float32)
    values[int(shape[0] * 0.85) :] = 0  # nobody in the far south
    return values


def extracted(raster, weights, tmp_path):
    """exactextract's weighted mean, light and people of each city."""
    target = str(tmp_path / "cities.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV2(
        cities(SHAPES),
        target,
        QgsProject.instance().transformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    found = exactextract.exact_extract(
        raster, target, ["weighted_mean"], weights=weights, include_cols=["name"]
    )
    return {f["properties"]["name"]: f["properties"]["weighted_mean"] for f in found}


@pytest.mark.parametrize("cells", [60, 240, 20])  # alike, finer, coarser
def test_weights_of_any_resolution(run, tmp_path, cells):
    step = 30 / cells
    raster = write_raster(tmp_path / "v_2020.tif", light())
    transform = (100, step, 0, 50, 0, -step)
    weights = write_raster(tmp_path / "p.tif", people((cells, cells)), transform=transform)
    _, wide, _ = measured(run, cities(SHAPES), raster, WEIGHTS=weights)
    expected = extracted(raster, weights, tmp_path)
    for name in ("A", "B"):
        assert wide[name]["ntl_weighted_2020"] == pytest.approx(expected[name], rel=1e-6)
    assert wide["Sea"]["ntl_weighted_2020"] is None
    assert wide["Sea"]["ntl_per_weight_2020"] is None
    assert wide["Sea"]["ntl_sum_2020"] > 0
    heads, _, _ = measured(run, cities(SHAPES), weights)
    for name in ("A", "B"):
        heads_in = heads[name, "p"]["sum"]
        per_head = wide[name]["ntl_sum_2020"] / heads_in
        # People of a coarser grid are spread evenly over its cells, in part beyond the city.
        assert wide[name]["ntl_per_weight_2020"] == pytest.approx(per_head, rel=1e-6)


def test_grids_that_do_not_nest(run, tmp_path):
    """Against both told on a grid so fine that it nests in either."""
    values, heads = light(), people((43, 43))
    raster = write_raster(tmp_path / "v_2020.tif", values)
    step = 0.7
    weights = write_raster(tmp_path / "p.tif", heads, transform=(100, step, 0, 50, 0, -step))
    shape = {"Box": rectangle(103, 31, 110, 45)}  # whole tenths of degrees
    _, wide, _ = measured(run, cities(shape), raster, WEIGHTS=weights)
    fine_light = np.kron(values, np.ones((5, 5)))[:300, :300]
    fine_heads = np.kron(heads, np.ones((7, 7)))[:300, :300] / 49
    part = np.s_[50:190, 30:100]
    weighted = (fine_light * fine_heads)[part].sum() / fine_heads[part].sum()
    assert wide["Box"]["ntl_weighted_2020"] == pytest.approx(weighted, rel=1e-6)
    per_head = fine_light[part].sum() / 25 / fine_heads[part].sum()
    assert wide["Box"]["ntl_per_weight_2020"] == pytest.approx(per_head, rel=1e-6)


def test_missing_light_and_missing_people(run, tmp_path):
    values, heads = light(), people()
    values[30:34] = -9999
    heads[:, ::3] = -200
    heads[:, 1::3] = np.nan
    values[20:24, ::2] = -1
    raster = write_raster(tmp_path / "v_2020.tif", values, no_data=-9999)
    weights = write_raster(tmp_path / "p.tif", heads, no_data=-200)
    shape = {"Box": rectangle(103, 31, 110, 45)}
    part = np.s_[10:38, 6:20]
    v, w = values[part].astype(float), heads[part].astype(float)
    for negative in (0, 1, 2):
        used = (v != -9999) & ((v >= 0) | (negative < 2))
        lit = np.where(used, np.maximum(v, 0) if negative == 1 else v, 0)
        held = np.where(used & np.isfinite(w) & (w > 0), w, 0)
        _, wide, _ = measured(run, cities(shape), raster, WEIGHTS=weights, NEGATIVE=negative)
        row = wide["Box"]
        assert row["ntl_weighted_2020"] == pytest.approx((lit * held).sum() / held.sum())
        assert row["ntl_per_weight_2020"] == pytest.approx(lit.sum() / held.sum())


@pytest.mark.parametrize("size", [10000, 150000])
def test_weights_in_another_coordinate_system(run, tmp_path, size):
    """Everybody lives in one place; its light is theirs."""
    values = np.full((60, 60), 2, dtype=np.float32)
    values[10:30, 10:40] = 10  # 105 to 120 degrees east, 35 to 45 north
    values[0] = -9999
    raster = write_raster(tmp_path / "v_2020.tif", values, no_data=-9999)
    count = 3000000 // size
    heads = np.zeros((count, count), dtype=np.float32)
    heads[int(count * 0.45), int(count * 0.5)] = 700
    aea = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=36 +lon_0=112 +datum=WGS84"
    weights = write_raster(
        tmp_path / "p.tif", heads, crs=aea, transform=(-1.5e6, size, 0, 1.5e6, 0, -size)
    )
    _, wide, _ = measured(
        run, cities({"Box": rectangle(103, 31, 122, 45)}), raster, WEIGHTS=weights
    )
    assert wide["Box"]["ntl_weighted_2020"] == pytest.approx(10, rel=1e-6)
    assert wide["Box"]["ntl_per_weight_2020"] == pytest.approx(
        wide["Box"]["ntl_sum_2020"] / 700, rel=1e-6
    )


def test_weights_without_a_coordinate_system_or_beside_the_cities(run, tmp_path):
    raster = write_raster(tmp_path / "v_2020.tif", light())
    plain = write_raster(tmp_path / "p.tif", people(), crs=None)
    with pytest.raises(QgsProcessingException, match="'p' has no coordinate system"):
        measured(run, cities(SHAPES), raster, WEIGHTS=plain)
    far = write_raster(tmp_path / "q.tif", people(), transform=(0, 0.1, 0, 50, 0, -0.1))
    with pytest.raises(QgsProcessingException, match="'q' overlaps no city"):
        measured(run, cities(SHAPES), raster, WEIGHTS=far)


def test_a_series_of_months_as_weights_is_read_by_its_first_band(run, tmp_path):
    raster = write_raster(tmp_path / "v_2020.tif", light())
    bands = [people(), 0 * people()]
    weights = write_raster(tmp_path / "p.tif", bands, descriptions=("2020", "2021"))
    alone = write_raster(tmp_path / "q.tif", people())
    both = [measured(run, cities(SHAPES), raster, WEIGHTS=path)[1] for path in (weights, alone)]
    assert both[0] == both[1]
    assert gdal.Open(weights).RasterCount == 2
