"""Rasters take their places together, when all else is written; else what was there stays."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from black_marble_tiles import write_tile
from files_moved import contents, fail_move, hold_open
from light_inputs import write_raster
from little_room import little_room
from osgeo import gdal
from qgis.core import QgsProcessingException

CELLS = 240
AVERAGE_2020 = "VNL_v21_npp_2020_global_vcmslcfg_c202205302300.average_masked.dat.tif"
YEARS = (2019, 2020, 2021)


def tiles(folder, value):
    folder.mkdir(exist_ok=True)
    for year in YEARS:
        write_tile(
            folder, "VNP46A4", f"{year}001", "h28v05", np.full((CELLS, CELLS), value + year - 2000)
        )


def band(path):
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).ReadAsArray()


@pytest.fixture
def places(run, tmp_path):
    """A folder of downloads, newer than the rasters and dates in the other folder."""
    downloads, output = tmp_path / "downloads", tmp_path / "rasters"
    tiles(downloads, 1.0)
    settings = {"FOLDER": str(downloads), "OUTPUT_FOLDER": str(output)}
    run("preparelight", **settings, DATES=str(output / "dates.csv"))
    for ending in ("aux.xml", "ovr", "msk"):  # of the earlier raster: a mask would hide cells
        (output / f"light_2020.tif.{ending}").write_text("<PAMDataset/>")
    tiles(downloads, 2.0)
    return output, settings


def test_dates_that_cannot_be_written(run, places, tmp_path):
    output, settings = places
    before = contents(output)
    for target in (output / "dates.gpkg", tmp_path / "dates.gpkg"):
        with little_room(60_000), pytest.raises(QgsProcessingException, match=r"^DATES "):
            run("preparelight", **settings, DATES=str(target))
        assert not target.exists()
        assert contents(output) == before


def test_a_disk_that_is_full_while_rasters_are_made(run, places):
    output, settings = places
    before = contents(output)
    noise = np.random.default_rng(1).random((CELLS, CELLS)) * 100
    write_tile(Path(settings["FOLDER"]), "VNP46A4", "2021001", "h28v05", noise)
    with little_room(60_000), pytest.raises(QgsProcessingException, match="disk has room"):
        run("preparelight", **settings, DATES=str(output / "dates.csv"))
    assert contents(output) == before


@pytest.mark.parametrize("failing", range(7))  # the three earlier and .aux.xml out, three in
def test_a_move_that_fails(run, places, monkeypatch, failing):
    output, settings = places
    before = contents(output)
    moves = fail_move(monkeypatch, failing)
    with pytest.raises(QgsProcessingException, match=r"cannot be written \(Permission denied\)"):
        run("preparelight", **settings, DATES=str(output / "dates.csv"))
    assert len(moves) > failing
    assert contents(output) == before


def test_a_raster_that_is_open_elsewhere_is_said_before_the_work(run, places, monkeypatch):
    output, settings = places
    before = contents(output)
    hold_open(monkeypatch)
    monkeypatch.setattr("megaregion.layers.light.downloads.prepare.make", pytest.fail)
    with pytest.raises(QgsProcessingException, match=r"light_2019\.tif' cannot be replaced"):
        run("preparelight", **settings)
    assert contents(output) == before


def test_a_run_that_succeeds_replaces_all(run, places):
    output, settings = places
    run("preparelight", **settings, DATES=str(output / "dates.csv"))
    assert sorted(contents(output)) == ["dates.csv", *(f"light_{year}.tif" for year in YEARS)]
    assert {band(str(output / f"light_{y}.tif"))[0, 0] - y + 2000 for y in YEARS} == {2.0}


def test_the_other_kind_of_raster_goes_with_the_rest_or_stays(run, places, tmp_path):
    output, settings = places
    before = contents(output)
    plain = tmp_path / "plain"
    plain.mkdir()
    write_raster(plain / AVERAGE_2020, np.ones((4, 4), "f4"))
    settings["FOLDER"] = str(plain)
    with little_room(60_000), pytest.raises(QgsProcessingException, match=r"^DATES "):
        run("preparelight", **settings, DATES=str(output / "dates.gpkg"))
    assert contents(output) == before
    run("preparelight", **settings)
    names = ["dates.csv", "light_2019.tif", "light_2020.vrt", "light_2021.tif"]
    assert sorted(contents(output)) == names


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])
from megaregion.layers import replacing
from megaregion.layers.light.downloads.prepare import raster_folder
moved = replacing.os.replace
def replace(source, target):
    moved(source, target)
    if source != target and str(target) == sys.argv[1] + "/light_2020.tif":
        os._exit(9)  # as a killed process, without a word
replacing.os.replace = replace
with raster_folder(sys.argv[1]) as folder:
    for year in (2019, 2020, 2021):
        (folder.made / f"light_{year}.tif").write_bytes(Path(sys.argv[2]).read_bytes())
    folder.take_place()
"""


def test_what_a_killed_run_leaves_is_cleared_by_the_next(run, places, tmp_path):
    output, settings = places
    before = contents(output)
    other = tmp_path / "other.tif"
    other.write_bytes(before["light_2021.tif"])
    command = [sys.executable, "-c", KILLED, str(output), str(other)]
    assert subprocess.run(command, check=False).returncode == 9
    assert any(name.startswith(".preparelight-") for name in contents(output))
    assert contents(output)["light_2019.tif"] == other.read_bytes()
    (Path(settings["FOLDER"]) / "VNP46A4.A2022001.h28v05.001.2022120123456.h5").write_bytes(b"")
    with pytest.raises(QgsProcessingException, match="cannot be opened"):
        run("preparelight", **settings)
    assert contents(output) == before


def test_virtual_rasters_and_their_sources_may_be_moved_together(run, tmp_path):
    folder = tmp_path / "中文 & light"
    (folder / "eog").mkdir(parents=True)
    write_raster(folder / "eog" / AVERAGE_2020, np.full((4, 4), 3, "f4"))
    run("preparelight", FOLDER=str(folder), OUTPUT_FOLDER=str(folder))
    shutil.move(folder, tmp_path / "moved")
    path = str(tmp_path / "moved" / "light_2020.vrt")
    assert (band(path) == 3).all()
    dataset = gdal.Open(path)
    assert dataset.GetRasterBand(1).GetUnitType() == "nW/cm2/sr"
