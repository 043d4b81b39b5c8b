"""Expression functions against the algorithms, and as QGIS calls them."""

import pytest
from megaregion.megaregion_plugin.expressions import register, unregister
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
)
from sample_layers import make_layer, rows_of


@pytest.fixture
def in_project():
    added = []

    def add(layer):
        QgsProject.instance().addMapLayer(layer)
        added.append(layer.id())
        return layer

    yield add
    QgsProject.instance().removeMapLayers(added)


def evaluate(text, layer, feature=None):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature or next(layer.getFeatures()))
    expression = QgsExpression(text)
    expression.prepare(context)
    value = expression.evaluate(context)
    return value, expression.evalErrorString()


def test_the_numbers_are_those_of_the_algorithm(run, example_cities, in_project):
    result, _ = run(
        "unevenness",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        INDICATORS=["gdp_2023"],
        OUTPUT="memory:",
    )
    expected = {row["region"]: row for row in rows_of(result["OUTPUT"])}
    layer = in_project(example_cities)
    for feature in layer.getFeatures():
        row = expected[feature["mega_region"]]
        theil, _ = evaluate("mr_theil_between(gdp_2023, mr_role, mega_region)", layer, feature)
        assert theil == pytest.approx(row["theil_between"], rel=1e-12)
    gini, _ = evaluate('mr_gini("gdp_2023", "mega_region")', layer, feature)
    assert gini == pytest.approx(row["gini"], rel=1e-12)


def test_groups_are_compared_as_regions_are(in_project):
    rows = [{"v": v, "g": g} for v, g in ((0.0, "YRD"), (4.0, "ｙｒｄ "), (7.0, None), (7.0, " "))]
    layer = in_project(make_layer(rows))
    found = [evaluate("mr_gini(v, g)", layer, feature)[0] for feature in layer.getFeatures()]
    assert found == [0.5, 0.5, 0.0, 0.0]


def test_the_field_calculator_of_processing_knows_them(run, example_cities):
    from qgis import processing

    made = processing.run(
        "native:fieldcalculator",
        {
            "INPUT": example_cities,
            "FIELD_NAME": "g",
            "FIELD_TYPE": 0,
            "FORMULA": "mr_gini(gdp_2023)",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    values = {feature["g"] for feature in made.getFeatures()}
    assert len(values) == 1
    assert 0.5 < values.pop() < 0.7


@pytest.mark.parametrize(
    ("rows", "text", "value"),
    [
        ([(1.0, "core"), (1.0, "secondary")], "mr_theil_between(v, r)", 0.0),
        ([(1.0, "core"), (None, "secondary")], "mr_theil_between(v, r)", None),
        ([(1.0, "core"), (2.0, "core")], "mr_theil_between(v, r)", None),
        ([(0.0, "core"), (0.0, "secondary")], "mr_theil_between(v, r)", None),
        ([(0.0, "core"), (0.0, "secondary")], "mr_gini(v)", None),
        ([(0.0, "a"), (4.0, "a"), (None, "a")], "mr_gini(v)", 0.5),
        ([(0.0, "a"), (4.0, "a"), (None, "a")], "mr_gini(v * 3, r)", 0.5),
        ([(5.0, "a")], "mr_gini(v)", 0.0),
        ([(3.0, " Core "), (1.0, "SECONDARY"), (9.0, "small")], "mr_theil_between(v, r) > 0.1", 1),
    ],
)
def test_edges(in_project, rows, text, value):
    layer = in_project(make_layer([{"v": v, "r": r} for v, r in rows]))
    found, error = evaluate(text, layer)
    assert error == ""
    assert found == pytest.approx(value) if value is not None else found in (None, value)


@pytest.mark.parametrize(("value", "words"), [(-1.0, "negative"), ("x", "not a number")])
def test_what_cannot_be_measured_is_said(in_project, value, words):
    layer = in_project(make_layer([{"v": value, "r": "core"}]))
    _, error = evaluate("mr_gini(v)", layer)
    assert words in error
    assert "mr_gini" in error


def test_a_blank_group_and_a_feature_without_value_belong_somewhere(in_project):
    rows = [(1.0, "a"), (3.0, "a"), (None, "a"), (2.0, None), (2.0, None)]
    layer = in_project(make_layer([{"v": v, "g": g} for v, g in rows]))
    found = [evaluate("mr_gini(v, g)", layer, feature)[0] for feature in layer.getFeatures()]
    assert found == pytest.approx([0.25, 0.25, 0.25, 0.0, 0.0])


def test_without_a_layer_there_is_an_error_and_no_crash(provider):
    expression = QgsExpression("mr_gini(1)")
    context = QgsExpressionContext()
    context.setFeature(QgsFeature())
    assert expression.evaluate(context) is None
    assert expression.evalErrorString().startswith("mr_gini: ")


def test_they_come_and_go_with_the_plugin(provider):
    assert QgsExpression.isFunctionName("mr_gini")
    unregister()
    assert not QgsExpression.isFunctionName("mr_gini")
    assert not QgsExpression.isFunctionName("mr_theil_between")
    register()
    assert QgsExpression.isFunctionName("mr_theil_between")
    help_texts = {f.name(): f.helpText() for f in QgsExpression.Functions()}
    assert "Example" in help_texts["mr_theil_between"]
