"""What counts as a number, a weight, a row of the layer."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)
from sample_layers import make_layer, rows_of
from small_world import cities, city_rows, settings_of, squares

OF_TWO_YEARS = ["unevenness", "unevennesschange", "nestedtheil", "polycentricity", "citygrowth"]


def with_texts(value, row=3, fields=("gdp_2006", "gdp_2023", "pop_2006", "pop_2023")):
    """The cities as a table of texts, as a CSV arrives, with one cell of its own."""
    rows = city_rows()
    for number, city in enumerate(rows):
        for field in fields:
            city[field] = value if number == row else str(city[field])
    return make_layer(rows)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("25", 25.0),
        (" 25.0 ", 25.0),
        ("1,025.5", 1025.5),
        ("1 025", 1025.0),
        ("１２３", 123.0),
        ("2.5e1", 25.0),
        ("+25", 25.0),
        (".5", 0.5),
    ],
)
@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_texts_that_hold_numbers(run, tmp_path, name, text, number):
    rows = city_rows()
    for field in ("gdp_2006", "gdp_2023", "pop_2006", "pop_2023"):
        rows[3][field] = number
    expected, _ = run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")
    found, _ = run(name, **settings_of(name, tmp_path, with_texts(text)), OUTPUT="memory:")
    kept = [n for n in expected["OUTPUT"].fields().names() if n[:3] not in ("gdp", "pop")]

    def comparable(layer):
        return [[row[n] for n in kept] for row in rows_of(layer)]

    assert comparable(found["OUTPUT"]) == comparable(expected["OUTPUT"])


@pytest.mark.parametrize(
    "text",
    [
        "1_000",
        "45%",
        "12abc",
        "0,123",
        "1,5",
        "12,34",
        "1.234.567",
        "(5)",
        "5*",
        "0x1f",
        "٣",
        "inf",
        "1e999",
    ],
)
@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_texts_that_hold_none_are_named(run, tmp_path, name, text):
    with pytest.raises(
        QgsProcessingException, match=r"(not a number|infinite) for City 3"
    ) as caught:
        run(name, **settings_of(name, tmp_path, with_texts(text)), OUTPUT="memory:")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("mark", ["", " ", "-", "…", "..", "n/a", "NULL", "nan"])
@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_marks_for_no_value_are_blanks(run, tmp_path, name, mark):
    rows = city_rows()
    for field in ("gdp_2006", "gdp_2023", "pop_2006", "pop_2023"):
        rows[3][field] = None
    expected, _ = run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")
    found, log = run(name, **settings_of(name, tmp_path, with_texts(mark)), OUTPUT="memory:")
    kept = [n for n in expected["OUTPUT"].fields().names() if n[:3] not in ("gdp", "pop")]
    assert [[row[n] for n in kept] for row in rows_of(found["OUTPUT"])] == [
        [row[n] for n in kept] for row in rows_of(expected["OUTPUT"])
    ]
    assert any("City 3" in text for text in [*log.warnings, *log.infos])


@pytest.mark.parametrize("name", OF_TWO_YEARS)
@pytest.mark.parametrize("value", [float("inf"), float("-inf")])
def test_an_infinite_number_is_named(run, tmp_path, name, value):
    rows = city_rows()
    for field in ("gdp_2006", "pop_2006"):
        rows[3][field] = value
    with pytest.raises(QgsProcessingException, match="is infinite for City 3"):
        run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")


@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_not_a_number_is_no_value(run, tmp_path, name):
    rows = city_rows()
    for field in ("gdp_2006", "pop_2006"):
        rows[3][field] = float("nan")
    _, log = run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")
    assert any("City 3" in text for text in log.warnings)


@pytest.mark.parametrize("name", OF_TWO_YEARS)
def test_a_negative_size_is_named(run, tmp_path, name):
    rows = city_rows()
    for field in ("gdp_2006", "pop_2006"):
        rows[3][field] = -5.0
    with pytest.raises(QgsProcessingException, match=r"is negative \(-5\) for City 3"):
        run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")


# Weights


WEIGHTED = ["unevenness", "unevennesschange", "unevennesstrend", "nestedtheil"]


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_weight_is_that_of_the_indicators_year(run, tmp_path, name):
    """Every year weighted by its own people: as if each year were run alone."""
    rows = city_rows()
    for row in rows:
        row["pop_2015"] = row["pop_2006"] + 7
    settings = settings_of("unevenness", tmp_path, make_layer(rows))
    expected = {}
    for year in (2006, 2015, 2023):
        one = {**settings, "INDICATORS": [f"gdp_{year}"], "WEIGHT_FIELD": f"pop_{year}"}
        for row in rows_of(run("unevenness", **one, OUTPUT="memory:")[0]["OUTPUT"]):
            expected[row["region"], year] = row["theil_between"]
    given = {**settings_of(name, tmp_path, make_layer(rows)), "WEIGHT_FIELD": "pop_2015"}
    result, log = run(name, **given, OUTPUT="memory:")
    for row in rows_of(result["OUTPUT"]):
        if name == "unevenness":
            assert row["theil_between"] == expected[row["region"], row["year"]]
        elif name == "unevennesschange":
            assert row["theil_from"] == expected[row["region"], 2006]
            assert row["theil_to"] == expected[row["region"], 2023]
        elif name == "unevennesstrend":
            assert row["theil_first"] == expected[row["region"], 2006]
            assert row["theil_last"] == expected[row["region"], 2023]
    assert not any("weights" in text for text in log.warnings)


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_weight_that_lacks_a_year_is_said(run, tmp_path, name):
    layer = make_layer([{**row, "people_2023": row["pop_2023"]} for row in city_rows()])
    given = {**settings_of(name, tmp_path, layer), "WEIGHT_FIELD": "people_2023"}
    _, log = run(name, **given, OUTPUT="memory:")
    assert "There is no field 'people_2006': 'people_2023' weights 2006 as well." in log.warnings


@pytest.mark.parametrize("name", WEIGHTED)
@pytest.mark.parametrize("weight", [0.0, -1.0])
def test_a_weight_that_is_none_is_named(run, tmp_path, name, weight):
    rows = city_rows()
    rows[3]["pop_2023"] = weight
    given = {**settings_of(name, tmp_path, make_layer(rows)), "WEIGHT_FIELD": "pop_2023"}
    with pytest.raises(QgsProcessingException, match="is not above zero for City 3"):
        run(name, **given, OUTPUT="memory:")


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_blank_weight_is_named(run, tmp_path, name):
    rows = city_rows()
    rows[3]["pop_2023"] = None
    given = {**settings_of(name, tmp_path, make_layer(rows)), "WEIGHT_FIELD": "pop_2023"}
    _, log = run(name, **given, OUTPUT="memory:")
    assert any("for lack of a weight: City 3" in text for text in log.warnings)
    with pytest.raises(QgsProcessingException, match="is blank for City 3"):
        run(name, **given, MISSING=1, OUTPUT="memory:")


# Rows


def test_only_the_selected_cities(run, tmp_path):
    layer = cities()
    layer.selectByExpression("reg = 'R'")
    QgsProject.instance().addMapLayer(layer)
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    result, _ = run("unevenness", **settings_of("unevenness", tmp_path, source), OUTPUT="memory:")
    assert {row["region"] for row in rows_of(result["OUTPUT"])} == {"R"}
    result, _ = run("markcores", **settings_of("markcores", tmp_path, source), OUTPUT="memory:")
    assert result["OUTPUT"].featureCount() == 6
    QgsProject.instance().clear()


def test_a_limit_of_rows(run, tmp_path):
    layer = cities()
    QgsProject.instance().addMapLayer(layer)
    source = QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=8)
    result, _ = run("markcores", **settings_of("markcores", tmp_path, source), OUTPUT="memory:")
    assert result["OUTPUT"].featureCount() == 8
    QgsProject.instance().clear()


def test_a_filtered_layer(run, tmp_path):
    layer = cities()
    layer.setSubsetString("reg = 'S'")
    result, _ = run(
        "polycentricity", **settings_of("polycentricity", tmp_path, layer), OUTPUT="memory:"
    )
    assert {row["region"] for row in rows_of(result["OUTPUT"])} == {"S"}


def test_a_layer_with_changes_that_are_not_saved(run, tmp_path):
    """Rows added, changed and deleted in an open edit session count as they look."""
    layer = cities()
    layer.startEditing()
    extra = QgsFeature(layer.fields())
    row = {**city_rows()[0], "city": "New", "adcode": "999999", "mr_role": "secondary"}
    extra.setAttributes(list(row.values()))
    extra.setGeometry(QgsGeometry.fromWkt(squares([row])[0]))
    layer.addFeature(extra)
    ids = [f.id() for f in layer.getFeatures()]
    layer.deleteFeature(ids[5])
    result, _ = run("markcores", **settings_of("markcores", tmp_path, layer), OUTPUT="memory:")
    names = [row["city"] for row in rows_of(result["OUTPUT"])]
    assert len(names) == 12
    assert "New" in names
    layer.rollBack()


def test_a_joined_and_a_computed_field(run, tmp_path):
    from qgis.core import QgsField, QgsVectorLayerJoinInfo
    from qgis.PyQt.QtCore import QVariant

    layer = cities()
    table = make_layer([{"code": r["adcode"], "x": r["gdp_2023"]} for r in city_rows()], name="t")
    QgsProject.instance().addMapLayers([layer, table])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("code")
    join.setTargetFieldName("adcode")
    join.setPrefix("t_")
    layer.addJoin(join)
    layer.addExpressionField('"t_x" * 2', QgsField("twice", QVariant.Double))
    settings = {
        **settings_of("unevenness", tmp_path, layer),
        "INDICATORS": ["gdp_2023", "t_x", "twice"],
    }
    result, _ = run("unevenness", **settings, OUTPUT="memory:")
    found = {(r["region"], r["indicator"]): r["theil_between"] for r in rows_of(result["OUTPUT"])}
    for region in "RS":
        assert found[region, "t_x"] == found[region, "gdp"]
        assert found[region, "twice"] == pytest.approx(found[region, "gdp"], rel=1e-12)
    QgsProject.instance().clear()


@pytest.mark.parametrize("name", ["markcores", "unevenness"])
def test_an_empty_layer_is_one_sentence(run, tmp_path, name):
    layer = cities()
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="Layer 'cities' has no rows"):
        run(name, **settings_of(name, tmp_path, layer), OUTPUT="memory:")


# Levels


@pytest.mark.parametrize(
    ("level", "core"),
    [
        ("直辖市", True),
        ("省会", True),
        ("副省级市", True),
        ("计划单列市", True),
        ("省会城市", True),
        ("副省级城市", True),
        ("Provincial capital", True),
        ("provincial capitals", True),
        ("municipality ", True),
        ("sub-provincial city", True),
        ("地级市", False),
        ("prefecture", False),
    ],
)
def test_levels_in_both_languages(run, level, core):
    rows = [{"city": f"c{n}", "reg": "R", "lvl": "municipality"} for n in range(3)]
    rows[1]["lvl"] = level
    result, _ = run(
        "markcores",
        INPUT=make_layer(rows),
        REGION_FIELD="reg",
        RULE=0,
        LEVEL_FIELD="lvl",
        OUTPUT="memory:",
    )
    assert rows_of(result["OUTPUT"])[1]["mr_role"] == ("core" if core else "secondary")


def test_no_core_at_all_lists_the_values(run):
    rows = [{"city": f"c{n}", "reg": "R", "lvl": f"rank {n}"} for n in range(3)]
    with pytest.raises(QgsProcessingException, match=r"rank 0.*rank 1.*rank 2"):
        run(
            "markcores",
            INPUT=make_layer(rows),
            REGION_FIELD="reg",
            RULE=0,
            LEVEL_FIELD="lvl",
            OUTPUT="memory:",
        )
