"""Units from the product to fields, legends and pages; dates on axes and in the temporal controller."""

import re

import numpy as np
import pytest
from light_inputs import cities, measured, rectangle, write_raster
from megaregion.cartography.light.charts import light_chart
from megaregion.cartography.light.style import style_nightlight, style_series
from osgeo import gdal
from qgis.core import (
    QgsExpressionContextUtils,
    QgsMapSettings,
    QgsProject,
    QgsRenderContext,
    QgsTemporalUtils,
)
from qgis.PyQt.QtCore import QDateTime
from sample_layers import make_layer, rows_of

SQUARE = {"Square": rectangle(101, 31, 104, 34)}


def light(path, unit="", **more):
    path = write_raster(path, np.full((60, 60), 4, dtype=np.float32), **more)
    if unit:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.GetRasterBand(1).SetUnitType(unit)
        dataset = None
    return path


@pytest.mark.parametrize(
    ("name", "declared", "unit"),
    [
        ("light_2020.tif", "nW/cm2/sr", "nW/cm2/sr"),
        ("light_2020.tif", "nWatts/(cm^2 sr)", "nW/cm2/sr"),
        ("light_2020.tif", "DN", "DN"),
        ("light_2020.tif", "", None),
        ("light_2020.tif", "unknown", None),
        ("light_2020.tif", "lux", "lux"),
        ("VNL_v21_npp_2020_global_vcmslcfg_c202205302300.average.dat.tif", "", "nW/cm2/sr"),
        ("F182013.v4c_web.stable_lights.avg_vis.tif", "", "DN"),
        ("Harmonized_DN_NTL_2015_simVIIRS.tif", "", "DN"),
    ],
)
def test_units_come_from_the_band_or_the_products_name(run, tmp_path, name, declared, unit):
    path = light(tmp_path / name, declared)
    page = tmp_path / "page.html"
    result, _ = run(
        "nighttimelight",
        INPUT=cities(SQUARE),
        RASTERS=[path],
        OUTPUT="memory:",
        SERIES="memory:",
        GROUPS="memory:",
        REPORT=str(page),
    )
    assert rows_of(result["SERIES"])[0]["unit"] == unit
    assert rows_of(result["GROUPS"])[0]["unit"] == unit
    text = page.read_text(encoding="utf-8")
    assert text.count(f"({unit})") == (3 if unit else 0)  # chart, sum and mean


def test_different_units_are_told_and_never_mixed(run, tmp_path):
    paths = [light(tmp_path / "a_2012.tif", "DN"), light(tmp_path / "b_2013.tif", "nW/cm2/sr")]
    page = tmp_path / "page.html"
    series, _, log = measured(run, cities(SQUARE), paths, REPORT=str(page))
    assert [row["unit"] for row in series.values()] == ["DN", "nW/cm2/sr"]
    assert any("different units: DN (a_2012), nW/cm2/sr (b_2013)" in t for t in log.warnings)
    assert "(DN)" not in page.read_text(encoding="utf-8")
    same = [light(tmp_path / "a_2014.tif", "DN"), light(tmp_path / "b_2015.tif")]
    assert not measured(run, cities(SQUARE), same)[2].warnings


def test_the_unit_in_legend_and_columns():
    layer = make_layer(
        [{"ntl_mean_2020": 1.0}, {"ntl_mean_2020": 2.0}], ["Point(0 0)"] * 2, kind="Point"
    )
    style_nightlight(layer, "nW/cm2/sr")
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels
    assert all(label.endswith(" [nW/cm2/sr]") for label in labels)
    assert layer.attributeDisplayName(0) == "Light: mean 2020 [nW/cm2/sr]"
    style_nightlight(without := make_layer([{"ntl_sum_2020": 1.0, "ntl_lit_2020": 1.0}]), "DN")
    assert without.attributeDisplayName(0) == "Light: sum 2020 [DN]"
    assert without.attributeDisplayName(1) == "ntl_lit_2020"
    table = make_layer([{"mean": 1.0, "lit_share": 0.5, "date": "2020", "unit": "DN"}])
    style_series(table)
    assert table.attributeDisplayName(0) == "Mean [DN]"
    assert table.attributeDisplayName(1) == "lit_share"


def shown_at(layer, time):
    """What the styled layer's renderer looks at while a time is played."""
    settings = QgsMapSettings()
    context = QgsRenderContext.fromMapSettings(settings)
    scope = QgsExpressionContextUtils.mapSettingsScope(settings)
    scope.setVariable("map_start_time", time)
    context.expressionContext().appendScopes([layer.createExpressionContextScope(), scope])
    feature = next(layer.getFeatures())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    symbols = renderer.symbolsForFeature(feature, context)
    renderer.stopRender(context)
    return symbols[0].color().name() if symbols else None


def played(layer):
    QgsProject.instance().addMapLayer(layer)
    found = QgsTemporalUtils.calculateTemporalRangeForProject(QgsProject.instance())
    QgsProject.instance().removeMapLayer(layer.id())
    return [time.toString("yyyy-MM-dd") for time in (found.begin(), found.end())]


def test_pressing_play_shows_months():
    names = ("ntl_mean_2021_11", "ntl_mean_2021_12", "ntl_mean_2022_01")
    layer = make_layer([dict(zip(names, (1.0, 50.0, 200.0)))] * 2, ["Point(0 0)"] * 2, kind="Point")
    style_nightlight(layer)
    months = [
        QDateTime(2021, 11, 1, 0, 0),
        QDateTime(2021, 12, 1, 0, 0),
        QDateTime(2022, 1, 1, 0, 0),
    ]
    colours = [shown_at(layer, month) for month in months]
    assert len(set(colours)) == 3
    assert shown_at(layer, None) == colours[2]
    assert shown_at(layer, QDateTime(2021, 1, 1, 0, 0)) is None
    assert played(layer) == ["2021-11-01", "2022-01-31"]


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (("2020", "2021"), "2020-01-01", "2021-12-31"),
        (("2020-01", "2020-02"), "2020-01-01", "2020-02-29"),
        (("2020-02-28", "2020-03-01"), "2020-02-28", "2020-03-01"),
    ],
)
def test_rows_of_series_play_in_their_time(dates, first, last):
    table = make_layer(
        [{"year": int(date[:4]), "date": date} for date in dates], ["Point(0 0)"] * 2, kind="Point"
    )
    style_series(table)
    assert played(table) == [first, last]


def ticks(svg):
    return re.findall(r"<!-- (.*?) -->", svg) + re.findall(r">([^<>]+)</text>", svg)


@pytest.mark.parametrize(
    ("dates", "marks"),
    [
        ([f"2021-{month:02d}" for month in range(1, 13)], r"2021-\d\d"),
        ([f"{2010 + n // 12}-{n % 12 + 1:02d}" for n in range(60)], r"201\d"),
        (["2021-06-01", "2021-06-05", "2021-06-30"], r"06-\d\d"),
        ([2012, 2013, 2020], r"20\d\d"),
        ([2012, "2013-06", "2014-01-05"], r"201\d(-\d\d)?"),
    ],
)
def test_dates_lie_on_an_axis_of_time(dates, marks):
    means = {("A", "core"): list(range(len(dates)))}
    found = [text for text in ticks(light_chart(means, dates, ["A"])) if re.fullmatch(marks, text)]
    assert 2 <= len(set(found)) <= 6


def test_gaps_between_dates_are_as_long_as_they_are():
    svg = light_chart({("A", "core"): [1.0, 2.0, 3.0]}, ["2021-01", "2021-02", "2021-12"], ["A"])
    lines = re.findall(r'<path d="(M [^"]*)" clip-path', svg)
    (points,) = (
        np.array(re.findall(r"[ML] ([\d.]+) ([\d.]+)", line), dtype=float)
        for line in lines
        if line.count("L") == 2
    )
    steps = np.diff(points[:, 0])
    assert steps[1] / steps[0] == pytest.approx(303 / 30, rel=0.05)


def test_a_raster_without_a_date_beside_years(run, tmp_path):
    paths = [light(tmp_path / name) for name in ("v_2012.tif", "v_2013.tif", "extra.tif")]
    page = tmp_path / "page.html"
    measured(run, cities(SQUARE), paths, REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "extra" in text
