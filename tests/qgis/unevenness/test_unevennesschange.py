"""Change of unevenness through Processing, on the real cities and at the limits."""

import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of


def measure(run, layer, **settings):
    settings = {"REGION_FIELD": "region", "INDICATORS": ["gdp_2006", "gdp_2023"], **settings}
    result, log = run("unevennesschange", INPUT=layer, OUTPUT="memory:", **settings)
    return {(r["region"], r["indicator"]): r for r in rows_of(result["OUTPUT"])}, log, result


def cities(**changes):
    rows = [
        {
            "name": "Alpha",
            "region": "N",
            "mr_role": "core",
            "gdp_2006": 10.0,
            "gdp_2015": 11.0,
            "gdp_2023": 40.0,
        },
        {
            "name": "Beta",
            "region": "N",
            "mr_role": "secondary",
            "gdp_2006": 5.0,
            "gdp_2015": 6.0,
            "gdp_2023": 6.0,
        },
        {
            "name": "Gamma",
            "region": "N",
            "mr_role": "secondary",
            "gdp_2006": 3.0,
            "gdp_2015": 4.0,
            "gdp_2023": 4.0,
        },
        {
            "name": "Delta",
            "region": "S",
            "mr_role": "secondary",
            "gdp_2006": 3.0,
            "gdp_2015": 4.0,
            "gdp_2023": 4.0,
        },
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows)


def test_gdp_narrows_only_where_the_paper_says(run, example_cities):
    """Du, Cardoso & Rocco (2025): narrowing in the Yangtze River Delta and Central Shanxi only."""
    rows, log, _ = measure(
        run, example_cities, REGION_FIELD="mega_region", STABLE=0, BOOTSTRAP=200, PERMUTATIONS=199
    )
    assert len(rows) == 13
    assert {region for (region, _), row in rows.items() if row["direction"] == "narrowing"} == {
        "YRD",
        "CSX",
    }
    assert any("2 narrowing, 11 widening" in text for text in log.infos)
    for row in rows.values():
        assert row["theil_change"] == pytest.approx(row["theil_to"] - row["theil_from"], abs=1e-15)
        assert row["ci_low"] <= row["ci_high"]
        assert 0 < row["p_value"] <= 1


def test_the_figures_are_those_of_unevenness(run, example_cities):
    rows, _, _ = measure(run, example_cities, REGION_FIELD="mega_region")
    result, _ = run(
        "unevenness",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        INDICATORS=["gdp_2006", "gdp_2023"],
        OUTPUT="memory:",
    )
    single = {(r["region"], r["year"]): r for r in rows_of(result["OUTPUT"])}
    for (region, _), row in rows.items():
        assert row["theil_from"] == single[region, 2006]["theil_between"]
        assert row["theil_to"] == single[region, 2023]["theil_between"]
        assert row["gini_to"] == single[region, 2023]["gini_between"]
        assert (row["ci_low"], row["p_value"]) == (None, None)


def test_first_to_last_year_unless_told(run):
    fields = ["gdp_2006", "gdp_2015", "gdp_2023"]
    rows, _, _ = measure(run, cities(), INDICATORS=fields)
    assert (rows["N", "gdp"]["from_year"], rows["N", "gdp"]["to_year"]) == (2006, 2023)
    rows, _, _ = measure(run, cities(), INDICATORS=fields, TO_YEAR=2015)
    assert (rows["N", "gdp"]["from_year"], rows["N", "gdp"]["to_year"]) == (2006, 2015)


def test_a_small_change_is_stable(run):
    rows, _, _ = measure(run, cities(), INDICATORS=["gdp_2006", "gdp_2015"], STABLE=0.5)
    assert rows["N", "gdp"]["direction"] == "stable"


def test_region_without_a_core_is_empty_and_named(run):
    rows, log, _ = measure(run, cities(), BOOTSTRAP=50, PERMUTATIONS=9)
    south = rows["S", "gdp"]
    assert (south["theil_change"], south["direction"], south["p_value"]) == (None, None, None)
    assert any("S, gdp: unevenness is undefined" in text for text in log.warnings)


def test_city_years_match_by_name(run):
    wide = rows_of(cities())
    long = [
        {
            "name": r["name"],
            "region": r["region"],
            "mr_role": r["mr_role"],
            "year": year,
            "gdp": r[f"gdp_{year}"],
        }
        for r in wide
        for year in (2006, 2023)
    ]
    by_suffix, _, _ = measure(run, cities(), PERMUTATIONS=99, BOOTSTRAP=99)
    by_column, _, _ = measure(
        run, make_layer(long), INDICATORS=["gdp"], YEAR_FIELD="year", PERMUTATIONS=99, BOOTSTRAP=99
    )
    assert by_suffix == by_column


def test_regions_and_report(run, tmp_path):
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(4)]
    layer = make_layer(rows_of(cities()), squares, kind="Polygon")
    report = tmp_path / "change.html"
    rows, _, result = measure(run, layer, REGIONS="memory:", REPORT=str(report), BOOTSTRAP=50)
    regions = {row["region"]: row for row in rows_of(result["REGIONS"])}
    assert regions["N"]["change_gdp"] == rows["N", "gdp"]["theil_change"]
    assert regions["N"]["direction_gdp"] == "widening"
    assert regions["S"]["direction_gdp"] is None
    assert "widens in 1 (N)" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "settings",
    [{"INDICATORS": ["gdp_2006"]}, {"FROM_YEAR": 1990}, {"FROM_YEAR": 2023, "TO_YEAR": 2006}],
)
def test_without_two_years_there_is_one_sentence(run, settings):
    with pytest.raises(QgsProcessingException, match="No indicator has two years to compare"):
        measure(run, cities(), **settings)


def test_a_region_without_both_years_keeps_its_own_polygon(run):
    rows = [
        {"name": "Solo", "region": "A", "mr_role": "core", "year": 2006, "gdp": 1.0},
        {"name": "Alpha", "region": "B", "mr_role": "core", "year": 2006, "gdp": 4.0},
        {"name": "Beta", "region": "B", "mr_role": "secondary", "year": 2006, "gdp": 2.0},
        {"name": "Alpha", "region": "B", "mr_role": "core", "year": 2023, "gdp": 9.0},
        {"name": "Beta", "region": "B", "mr_role": "secondary", "year": 2023, "gdp": 2.0},
    ]
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in (0, 5, 6, 5, 6)]
    layer = make_layer(rows, squares, kind="Polygon")
    _, _, result = measure(run, layer, INDICATORS=["gdp"], YEAR_FIELD="year", REGIONS="memory:")
    places = {
        f["region"]: f.geometry().boundingBox().xMinimum() for f in result["REGIONS"].getFeatures()
    }
    assert places == {"A": 0, "B": 5}
    changes = {row["region"]: row["direction_gdp"] for row in rows_of(result["REGIONS"])}
    assert changes == {"A": None, "B": "widening"}
