"""Night light of several months of a year in a report: each month is its own."""

import re

import numpy as np
import pytest
from light_inputs import write_raster
from osgeo import gdal
from qgis.core import QgsProject, QgsVectorLayer
from report_reader import Tables, agrees, pages_of, table, table_with
from small_world import settings_of

MONTHS = ("2013-01", "2013-02", "2013-03", "2013-04")
UNIT = "nW/cm2/sr"


@pytest.fixture(scope="module", params=[0, 1], ids=["English", "Chinese"])
def report(provider, request, tmp_path_factory):
    """A report from four monthly rasters whose unit the rasters tell."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("months")
    paths = []
    for number, month in enumerate(MONTHS):
        values = np.random.default_rng(number).gamma(0.5, 9, (20, 60)).astype(np.float32)
        path = folder / f"SVDNB_{month.replace('-', '')}.tif"
        write_raster(path, values * (number + 1), transform=(100, 0.1, 0, 32, 0, -0.1))
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.GetRasterBand(1).SetUnitType(UNIT)
        del dataset
        paths.append(str(path))
    settings = settings_of("planningreport", folder)
    settings.update(RASTERS=paths, FOLDER=str(folder / "report"), LANGUAGE=request.param)
    processing.run("megaregion:planningreport", settings)
    return folder / "report", request.param == 1


def test_each_month_is_drawn(report):
    folder, _ = report
    rows = [row for row in table(folder, "nighttime_groups") if row["region"]]
    assert {row["date"] for row in rows} == set(MONTHS)
    chart = (folder / "charts" / "night_light.svg").read_text("utf-8")
    lines = re.findall(r'<g id="line2d_\d+">\s*<path d="(M[^"]*)" clip-path', chart)
    assert len(lines) == len({(row["region"], row["role"]) for row in rows})
    points = [[float(x) for x in re.findall(r"[ML] ([-\d.]+)", line)] for line in lines]
    for places in points:
        assert len(places) == len(MONTHS)
        # January to April: the middles of the months are 29.5, 29.5 and 30.5 days apart
        assert np.diff(places) / np.diff(places).sum() == pytest.approx(
            np.diff([15.5, 45, 74.5, 105]) / 89.5, abs=0.01
        )
    assert UNIT in chart


def test_the_table_is_of_the_last_month_in_its_unit(report):
    folder, chinese = report
    page = Tables((folder / "report.html").read_text("utf-8"))
    words = ("灯光总量", "平均灯光强度") if chinese else ("Sum of light", "Mean light")
    shown = table_with(page, f"{words[1]} [{UNIT}]")
    assert shown[0][2].startswith(words[0])
    last = [
        row
        for row in table(folder, "nighttime_groups")
        if row["region"] and row["date"] == MONTHS[-1]
    ]
    assert len(shown) == 1 + len(last)
    found = {tuple(cells[:1]) + tuple(cells[3:4]) for cells in shown[1:]}
    for row in last:
        assert any(name == row["region"] and agrees(mean, row["mean"]) for name, mean in found)


def test_month_and_unit_stand_with_the_words(report):
    folder, chinese = report
    text = " ".join(pages_of(folder))
    assert ("2013年4月" if chinese else "2013-04") in text
    assert "2013-04年" not in text
    assert UNIT in text
    project = QgsProject()
    assert project.read(str(folder / "project.qgz"))
    (layer,) = (
        layer
        for layer in project.mapLayers().values()
        if "|layername=nighttime_light" in layer.source()
    )
    assert UNIT in layer.name()
    assert ("2013年4月" if chinese else "2013-04") in layer.name()
    if chinese:
        every = [
            item.label()
            for one in project.mapLayers().values()
            if isinstance(one, QgsVectorLayer) and one.renderer() is not None
            for item in one.renderer().legendSymbolItems()
        ]
        assert "核心城市" in " ".join(every)
        english = re.compile(r"\b(core|secondary|city|cities|above|to|no data|points)\b", re.I)
        assert [label for label in every if english.search(label)] == []
    aliases = [field.alias() for field in layer.fields() if field.name().startswith("ntl_mean")]
    assert aliases
    words = "灯光：平均" if chinese else "Light: mean"
    assert all(alias.startswith(words) and UNIT in alias for alias in aliases)
    del layer
    project.clear()
