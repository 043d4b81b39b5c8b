"""Paths that Windows does not open are refused in one sentence before any work."""

import pytest
from megaregion.layers import longpaths
from megaregion.measures.errors import InputError
from qgis.core import QgsProcessingException
from small_world import settings_of


@pytest.fixture
def windows(monkeypatch):
    """As on Windows, whose paths have at most so many signs."""
    return lambda longest: monkeypatch.setattr(longpaths, "LONGEST", longest)


@pytest.mark.parametrize("algorithm", ["markcores", "citypanel"])
def test_file(run, windows, tmp_path, algorithm):
    path = tmp_path / f"{'long' * 20}.gpkg"
    windows(len(str(path)) - 1)
    with pytest.raises(QgsProcessingException, match="too long for Windows"):
        run(algorithm, **settings_of(algorithm, tmp_path), OUTPUT=str(path))
    assert not path.exists()
    windows(len(str(path)))
    run(algorithm, **settings_of(algorithm, tmp_path), OUTPUT=str(path))
    assert path.exists()


def test_signs_are_counted_as_windows_does(windows, tmp_path):
    path = tmp_path / "𠮷.gpkg"  # two units of UTF-16
    windows(len(str(path)))
    with pytest.raises(InputError):
        longpaths.refuse_long("OUTPUT", path)


def test_folder_of_rasters(run, windows, tmp_path):
    settings = settings_of("preparelight", tmp_path)
    folder = tmp_path / "made"
    settings["OUTPUT_FOLDER"] = str(folder)
    windows(len(str(folder)) + 20)
    with pytest.raises(QgsProcessingException, match="OUTPUT_FOLDER is too long"):
        run("preparelight", **settings)
    assert not folder.exists()
