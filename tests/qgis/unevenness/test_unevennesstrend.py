"""Unevenness through all years, from wide and long tables."""

import numpy as np
import pytest
from megaregion.measures.trend import mann_kendall, theil_sen
from megaregion.measures.unevenness.interval import theil_interval
from megaregion.measures.unevenness.region import unevenness
from qgis.core import QgsProcessingException, QgsVectorLayer
from sample_layers import make_layer, rows_of

YEARS = list(range(2006, 2018))


def wide_rows(missing=()):
    """Two regions; the cores of N grow faster, those of S do not."""
    draw = np.random.default_rng(3)
    rows = []
    for region, growth in (("N", 0.06), ("S", 0.0)):
        for number in range(6):
            is_core = number == 0
            level = 50.0 if is_core else 10.0 + number
            row = {"code": f"{region}{number}", "reg": region}
            row["mr_role"] = "core" if is_core else "secondary"
            for year in YEARS:
                more = (1 + growth) ** (year - YEARS[0]) if is_core else 1.0
                value = level * more * draw.lognormal(0, 0.02)
                row[f"gdp_{year}"] = None if (row["code"], year) in missing else value
            rows.append(row)
    return rows


def long_rows(rows):
    return [
        {
            "code": row["code"],
            "reg": row["reg"],
            "mr_role": row["mr_role"],
            "year": year,
            "gdp": row[f"gdp_{year}"],
        }
        for year in YEARS
        for row in rows
    ]


def trend(run, layer, **settings):
    settings.setdefault("INDICATORS", [f"gdp_{year}" for year in YEARS])
    return run(
        "unevennesstrend",
        INPUT=layer,
        REGION_FIELD="reg",
        **{"OUTPUT": "memory:", "SERIES": "memory:", "PERIOD_CHANGES": "memory:", **settings},
    )


def test_rows_are_those_of_the_measures(run):
    rows = wide_rows()
    result, log = trend(run, make_layer(rows), PERIODS="11th=2006-2010; 12th=2011-2015")
    series = rows_of(result["SERIES"])
    assert len(series) == 2 * len(YEARS)
    values = np.array([[row[f"gdp_{y}"] for y in YEARS] for row in rows if row["reg"] == "N"])
    is_core = np.arange(6) == 0
    expected = [unevenness(values[:, i], is_core).theil_between for i in range(len(YEARS))]
    of_north = [row for row in series if row["region"] == "N"]
    np.testing.assert_allclose([r["theil_between"] for r in of_north], expected, rtol=1e-12)
    interval = theil_interval(values[:, 0], is_core)
    assert of_north[0]["ci_low"] == pytest.approx(interval.low, rel=1e-12)
    assert of_north[0]["ci_high"] == pytest.approx(interval.high, rel=1e-12)
    north, south = rows_of(result["OUTPUT"])
    years = np.array(YEARS, dtype=float)
    assert north["slope"] == pytest.approx(theil_sen(years, np.array([expected]))[0], rel=1e-9)
    assert north["slope_p"] == pytest.approx(mann_kendall(years, np.array([expected]))[0])
    assert (north["direction"], north["years"]) == ("widening", 12)
    assert north["slope_p"] < 0.05 < south["slope_p"]
    assert north["sigma_slope"] > 0
    assert north["beta"] > 0  # the largest grows fastest
    periods = {
        (r["region"], r["period"]): r["theil_change"] for r in rows_of(result["PERIOD_CHANGES"])
    }
    assert periods["N", "11th"] == pytest.approx(expected[4] - expected[0], rel=1e-9)
    assert any("1 of 2 are more than chance" in text for text in log.infos)


def test_wide_and_long_tables_give_the_same(run):
    missing = {("N2", 2009)}
    wide, _ = trend(run, make_layer(wide_rows(missing)))
    rows = [row for row in long_rows(wide_rows(missing)) if row["gdp"] is not None]
    draw = np.random.default_rng(0)
    shuffled = [rows[i] for i in draw.permutation(len(rows))]
    shuffled.sort(key=lambda row: row["reg"])  # regions in the same order
    long, _ = trend(run, make_layer(shuffled), INDICATORS=["gdp"], YEAR_FIELD="year")
    for output in ("OUTPUT", "SERIES"):
        assert rows_of(wide[output]) == rows_of(long[output])


def test_a_city_missing_in_a_year_is_left_out_of_all_and_named(run):
    layer = make_layer(wide_rows({("N2", 2009)}))
    result, log = trend(run, layer)
    assert {row["cities"] for row in rows_of(result["SERIES"]) if row["region"] == "N"} == {5}
    assert any("N, gdp" in text and "N2" in text for text in log.warnings)
    result, _ = trend(run, layer, COMPARE=1)
    cities = [row["cities"] for row in rows_of(result["SERIES"]) if row["region"] == "N"]
    assert cities == [6, 6, 6, 5, *[6] * 8]


def test_regions_are_polygons_of_each_year(run, tmp_path):
    rows = wide_rows()
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(len(rows))]
    layer = make_layer(rows, squares, kind="Polygon")
    report = tmp_path / "trend.html"
    result, _ = trend(run, layer, REGIONS="memory:", REPORT=str(report))
    regions = rows_of(result["REGIONS"])
    assert len(regions) == 2 * len(YEARS)
    assert regions[0]["date"] == "2006"
    assert regions[0]["theil_gdp"] == pytest.approx(rows_of(result["SERIES"])[0]["theil_between"])
    from megaregion.cartography.unevenness.trend import style_years

    style_years(result["REGIONS"])
    assert result["REGIONS"].temporalProperties().isActive()
    page = report.read_text(encoding="utf-8")
    assert "widening in 1 (N)" in page
    assert "In 1 of 2 regions no trend can be told" in page
    assert page.count("<svg") == 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"INDICATORS": ["gdp_2006", "gdp_2007"]}, "No indicator has three years"),
        ({"PERIODS": "2006-2010"}, "is not written as name=first-last"),
        ({"PERIODS": "a=2010-2006"}, "is not written as name=first-last"),
        ({"PERIODS": "a=2006-2010;a=2010-2012"}, "gives a twice"),
    ],
)
def test_bad_settings_get_one_sentence(run, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        trend(run, make_layer(wide_rows()), **settings)


def test_periods_outside_the_data_are_said(run):
    result, log = trend(run, make_layer(wide_rows()), PERIODS="late=2020-2023")
    assert [row["theil_change"] for row in rows_of(result["PERIOD_CHANGES"])] == [None, None]
    assert any("late" in text for text in log.warnings)


@pytest.mark.parametrize(("blank", "named"), [("N", "early (N)"), ("NS", "early")])
def test_periods_that_end_in_a_year_without_a_core_are_said(run, blank, named):
    missing = {(f"{region}0", 2010) for region in blank}
    result, log = trend(
        run, make_layer(wide_rows(missing)), COMPARE=1, PERIODS="early=2006-2010;late=2011-2015"
    )
    changes = {
        (r["region"], r["period"]): r["theil_change"] for r in rows_of(result["PERIOD_CHANGES"])
    }
    assert {key for key, change in changes.items() if change is None} == {
        (region, "early") for region in blank
    }
    assert [text for text in log.warnings if text.startswith("Periods")] == [
        f"Periods that begin or end in a year without data have no change: {named}."
    ]


def test_a_file_can_be_read_back(run, tmp_path):
    path = tmp_path / "trend.gpkg"
    trend(run, make_layer(wide_rows()), OUTPUT=str(path), SERIES=str(tmp_path / "series.csv"))
    assert QgsVectorLayer(str(path), "", "ogr").featureCount() == 2
