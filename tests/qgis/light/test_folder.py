"""The rasters of a folder."""

from pathlib import Path

import numpy as np
import pytest
from megaregion.layers.light import folder
from megaregion.measures.errors import InputError
from megaregion.measures.light.dates import dates_of_rasters
from osgeo import gdal


def layers_in(path, told=None):
    return folder.layers_in(path, lambda: None, (told if told is not None else []).append)


def write(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((100, 1, 0, 40, 0, -1))
    dataset.GetRasterBand(1).WriteArray(np.ones((4, 4), "f4"))
    dataset.FlushCache()
    return str(path)


def test_names_and_dates(tmp_path):
    for name in ("light_2021.tif", "VNL.v21.2020.TIF", "2019/06/light.tif", ".light_2018.tif"):
        write(tmp_path / name)
    (tmp_path / "notes 2017.txt").touch()
    layers = layers_in(str(tmp_path))
    assert [layer.name() for layer in layers] == ["VNL.v21.2020", "light_2021", "light"]
    dates = dates_of_rasters([(layer.name(), layer.source()) for layer in layers])
    assert [date.iso for date in dates] == ["2020", "2021", "2019-06"]


def test_sources_of_a_virtual_raster_do_not_count_twice(tmp_path):
    west = write(tmp_path / "tiles" / "west_2020.tif")
    write(tmp_path / "light_2021.tif")
    gdal.BuildVRT(str(tmp_path / "light_2020.vrt"), [west]).FlushCache()
    assert [Path(layer.source()).name for layer in layers_in(str(tmp_path))] == [
        "light_2020.vrt",
        "light_2021.tif",
    ]


def test_downloads_beside_rasters_are_told(tmp_path):
    write(tmp_path / "light_2021.tif")
    told = []
    layers_in(str(tmp_path), told)
    assert not told
    for name in ("light_2020.tif.gz", "VNP46A4.A2019001.h28v05.001.h5"):
        (tmp_path / name).touch()
    assert len(layers_in(str(tmp_path), told)) == 1
    (text,) = told
    assert "light_2020.tif.gz" in text
    assert "VNP46A4.A2019001" in text


def test_what_is_wrong_is_said(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        layers_in(str(tmp_path / "nowhere"))
    with pytest.raises(InputError, match="holds no raster: it needs"):
        layers_in(str(tmp_path))
    (tmp_path / "VNP46A4.A2021001.h28v05.001.h5").touch()
    with pytest.raises(InputError, match="must be prepared with 'Night light from downloads'"):
        layers_in(str(tmp_path))
    (tmp_path / "light_2021.tif").write_text("no raster")
    with pytest.raises(InputError, match=r"'light_2021\.tif' cannot be opened"):
        layers_in(str(tmp_path))
