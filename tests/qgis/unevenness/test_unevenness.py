"""Unevenness through Processing, on the real cities and at the limits."""

import csv
from math import comb

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes
from sample_layers import EXAMPLE, ROOT, make_layer, rows_of


def published():
    with open(ROOT / "tests" / "data" / "fig6_published.csv", encoding="utf-8") as stream:
        return {(r["mega_region"], r["indicator"]): r for r in csv.DictReader(stream)}


def test_published_figures_from_the_csv_table(run):
    """The CSV as users open it: in QGIS 3.22 all its fields are text."""
    layer = QgsVectorLayer(str(EXAMPLE / "cities.csv"), "cities", "ogr")
    marked, _ = run(
        "markcores",
        INPUT=layer,
        REGION_FIELD="mega_region",
        RULE=0,
        LEVEL_FIELD="admin_level",
        OUTPUT="memory:",
    )
    fields = ["gdp_2023", "gdppc_2023", "pop_2023"]
    result, log = run(
        "unevenness",
        INPUT=marked["OUTPUT"],
        REGION_FIELD="mega_region",
        INDICATORS=fields,
        OUTPUT="memory:",
    )
    expected = published()
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == len(expected) == 39
    for row in rows:
        figures = expected[row["region"], f"{row['indicator']}_{row['year']}"]
        assert round(row["theil_between"], 5) == float(figures["theil"])
        assert round(row["gini_du2025"], 5) == float(figures["dagum"])
        assert row["gini_between"] == pytest.approx(
            row["core_share"] - row["cores"] / row["cities"], abs=1e-12
        )
        assert row["theil"] == pytest.approx(row["theil_between"] + row["theil_within"], abs=1e-12)
        assert row["gini"] == pytest.approx(
            row["gini_within"] + row["gini_between"] + row["gini_overlap"], abs=1e-12
        )
        assert row["p_value"] is None
    assert any(
        "192 of 192 cities used: 27 core and 165 secondary, in 13 regions" in t for t in log.infos
    )
    assert not log.warnings


def cities(**changes):
    rows = [
        {"name": "Alpha", "region": "N", "mr_role": "core", "gdp": 10.0, "people": 5.0},
        {"name": "Beta", "region": "N", "mr_role": "secondary", "gdp": 4.0, "people": 2.0},
        {"name": "Gamma", "region": "N", "mr_role": "secondary", "gdp": 2.0, "people": 1.0},
        {"name": "Delta", "region": "S", "mr_role": "secondary", "gdp": 3.0, "people": 1.0},
        {"name": "Eps", "region": "S", "mr_role": "secondary", "gdp": 1.0, "people": 1.0},
        {"name": "Zeta", "region": None, "mr_role": "core", "gdp": 9.0, "people": 1.0},
        {"name": "Eta", "region": "S", "mr_role": "small", "gdp": 1.0, "people": 1.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows)


def measure(run, layer, **settings):
    result, log = run(
        "unevenness",
        **{
            "INPUT": layer,
            "REGION_FIELD": "region",
            "INDICATORS": ["gdp"],
            "OUTPUT": "memory:",
            **settings,
        },
    )
    return {row["region"]: row for row in rows_of(result["OUTPUT"])}, log


def test_region_without_a_core_is_empty_and_named(run):
    rows, log = measure(run, cities())
    south = rows["S"]
    assert (south["cities"], south["cores"], south["secondaries"]) == (2, 0, 2)
    for name in (
        "core_mean",
        "core_share",
        "theil_between",
        "gini_between",
        "affluence",
        "gini_du2025",
        "p_value",
    ):
        assert south[name] is None, name
    assert south["secondary_mean"] == 2
    assert any("Regions without a core city, not compared: S" in t for t in log.warnings)
    assert any("in no region: Zeta" in t for t in log.warnings)
    assert any("neither core nor secondary: Eta" in t for t in log.warnings)


@pytest.mark.parametrize(("missing", "cities_used", "secondary_mean"), [(0, 2, 4.0), (1, 3, 2.0)])
def test_missing_values(run, missing, cities_used, secondary_mean):
    rows, log = measure(run, cities(Gamma={"gdp": None}), MISSING=missing)
    assert (rows["N"]["cities"], rows["N"]["missing"]) == (cities_used, 1)
    assert rows["N"]["secondary_mean"] == secondary_mean
    assert any("gdp: no value" in t and "Gamma" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("blank", "role"), [(["Alpha"], "core"), (["Beta", "Gamma"], "secondary")], ids=str
)
def test_a_region_whose_cores_have_no_value_is_named(run, blank, role):
    """As is one whose secondary cities have none; one without any core is named once."""
    rows, log = measure(run, cities(**{name: {"gdp": None} for name in blank}))
    assert rows["N"]["theil_between"] is None
    told = [text for text in log.warnings if "the comparison stays empty" in text]
    assert told == [f"N, gdp: no {role} city has a value, so that the comparison stays empty."]


def test_missing_values_can_stop(run):
    with pytest.raises(
        QgsProcessingException, match="Field 'gdp' of layer 'cities' has no value for Gamma"
    ):
        measure(run, cities(Gamma={"gdp": None}), MISSING=2)


def test_no_value_at_all_is_no_zero(run):
    rows, log = measure(run, cities(Delta={"gdp": None}, Eps={"gdp": None}))
    assert (rows["S"]["cities"], rows["S"]["missing"], rows["S"]["theil"]) == (0, 2, None)
    assert any("S, gdp: no city has a value" in t for t in log.warnings)


def test_weights(run):
    rows, _ = measure(run, cities(), WEIGHT_FIELD="people")
    north = rows["N"]
    assert north["core_mean"] == 10
    assert north["secondary_mean"] == pytest.approx(10 / 3)
    assert north["gini_between"] == pytest.approx(50 / 60 - 5 / 8, abs=1e-12)


def test_city_years(run):
    rows = [
        {"name": name, "region": "N", "mr_role": role, "gdp": value * factor, "year": year}
        for name, role, value in (("Alpha", "core", 10.0), ("Beta", "secondary", 4.0))
        for year, factor in ((2006, 1.0), (2023, 3.0))
    ]
    result, _ = run(
        "unevenness",
        INPUT=make_layer(rows),
        REGION_FIELD="region",
        INDICATORS=["gdp"],
        YEAR_FIELD="year",
        OUTPUT="memory:",
    )
    found = rows_of(result["OUTPUT"])
    assert [(r["indicator"], r["year"], r["core_mean"]) for r in found] == [
        ("gdp", 2006, 10.0),
        ("gdp", 2023, 30.0),
    ]
    assert found[0]["theil"] == pytest.approx(found[1]["theil"])


def test_p_value_is_exact_where_all_assignments_are_few(run):
    rows, _ = measure(run, cities(), PERMUTATIONS=99)
    assert comb(3, 1) < 99
    assert rows["N"]["p_value"] == pytest.approx(1 / 3)
    assert rows["S"]["p_value"] is None


def test_regions_are_dissolved_polygons(run, tmp_path):
    squares = {
        name: f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x, name in enumerate("abcd")
    }
    rows = [
        {"name": name, "region": region, "mr_role": role, "gdp_2006": 4.0, "gdp_2023": value}
        for name, region, role, value in (
            ("a", "N", "core", 9.0),
            ("b", "N", "secondary", 1.0),
            ("c", "S", "core", 5.0),
            ("d", "S", "secondary", 5.0),
        )
    ]
    layer = make_layer(rows, [squares[row["name"]] for row in rows], kind="Polygon")
    report = tmp_path / "report.html"
    result, _ = run(
        "unevenness",
        INPUT=layer,
        REGION_FIELD="region",
        INDICATORS=["gdp_2006", "gdp_2023"],
        OUTPUT="memory:",
        REGIONS="memory:",
        REPORT=str(report),
    )
    regions = {row["region"]: row for row in rows_of(result["REGIONS"])}
    table = {(row["region"], row["year"]): row for row in rows_of(result["OUTPUT"])}
    assert regions["N"]["theil_gdp_2023"] == table["N", 2023]["theil_between"]
    assert regions["N"]["gini_gdp_2023"] == pytest.approx(0.4)
    assert regions["S"]["theil_gdp_2023"] == pytest.approx(0, abs=1e-12)
    assert result["REGIONS"].wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert {f.geometry().area() for f in result["REGIONS"].getFeatures()} == {2.0}
    page = report.read_text(encoding="utf-8")
    assert "<table>" in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_no_share_of_a_sum_of_ratios_is_printed(run, tmp_path):
    rows = [
        {"name": name, "region": "N", "mr_role": role, "gdp": value, "gdppc": value}
        for name, role, value in (("a", "core", 9.0), ("b", "secondary", 1.0))
    ]
    report = tmp_path / "report.html"
    settings = {"INDICATORS": ["gdp", "gdppc"], "OUTPUT": "memory:", "REPORT": str(report)}
    result, _ = run("unevenness", INPUT=make_layer(rows), REGION_FIELD="region", **settings)
    assert [row["core_share"] for row in rows_of(result["OUTPUT"])] == [0.9, 0.9]
    page = report.read_text(encoding="utf-8")
    assert page.count("0.9000") == 1
    assert "Values of gdppc cannot be added" in page


def test_a_table_has_no_layer_of_regions(run):
    result, log = run(
        "unevenness",
        INPUT=cities(),
        REGION_FIELD="region",
        INDICATORS=["gdp"],
        OUTPUT="memory:",
        REGIONS="memory:",
    )
    assert set(result) == {"OUTPUT"}
    assert "The cities have no geometry: the layer of regions is left out." in log.infos


def test_regions_of_points_are_their_points(run):
    places = [f"Point({number} 0)" for number in range(cities().featureCount())]
    layer = make_layer(rows_of(cities()), places, kind="Point")
    settings = {"REGION_FIELD": "region", "INDICATORS": ["gdp"], "REGIONS": "memory:"}
    result, _ = run("unevenness", INPUT=layer, OUTPUT="memory:", **settings)
    found = {
        feature["region"]: sorted(part.x() for part in feature.geometry().asMultiPoint())
        for feature in result["REGIONS"].getFeatures()
    }
    expected = {}
    for number, row in enumerate(rows_of(cities())):
        expected.setdefault(row["region"], []).append(float(number))
    assert found == {name: expected[name] for name in found}
    assert len(found) > 1


@pytest.mark.parametrize(
    ("changes", "settings", "message"),
    [
        ({"Beta": {"gdp": -5.0}}, {}, r"Field 'gdp' of layer 'cities' is negative \(-5\) for Beta"),
        ({}, {"INDICATORS": ["name"]}, "Field 'name' of layer 'cities' is not a number for Alpha"),
        ({}, {"ROLE_FIELD": "name"}, "run 'Mark core and secondary cities' first"),
        ({"Beta": {"people": 0.0}}, {"WEIGHT_FIELD": "people"}, "not above zero for Beta"),
        ({}, {"YEAR_FIELD": "name"}, "every row needs a year"),
    ],
)
def test_bad_input_gets_one_sentence(run, changes, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        measure(run, cities(**changes), **settings)


def test_empty_layer(run):
    layer = cities()
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="has no rows"):
        measure(run, layer)
