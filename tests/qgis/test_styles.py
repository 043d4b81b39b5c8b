"""Every feature is drawn, in one class only, and the legend tells the classes apart."""

import numpy as np
import pytest
from megaregion.cartography.light.style import style_nightlight
from megaregion.cartography.palette import NIGHT_SEQUENCE
from megaregion.cartography.relations.policy import style_policy_map
from megaregion.cartography.styles import categorise, draw_classes, graduate
from megaregion.cartography.typology.differences import style_differences
from megaregion.cartography.unevenness.region import label_regions
from megaregion.layers.portable import made_fields, note_made
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsRenderContext,
)
from sample_layers import make_layer


def layer_of(values):
    return make_layer(
        [{"value": value} for value in values],
        [f"Point({i} 0)" for i in range(len(values))],
        kind="Point",
    )


def classes_of(layer):
    """For each feature, the labels of the legend's classes it is drawn in."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context.setExpressionContext(QgsExpressionContext(scopes))
    renderer.startRender(context, layer.fields())
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    found = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        found.append([labels[key] for key in keys if key in labels])  # the root rule has no label
    renderer.stopRender(context)
    return found


@pytest.mark.parametrize("blanks", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1e-9, 1e7])
def test_graduate_draws_every_feature_once(blanks, scale):
    values = (np.random.default_rng(4).lognormal(size=25) * scale).tolist()
    layer = layer_of([*values, *([None] if blanks else [])])
    graduate(layer, "value", ["#000000", "#444444", "#888888", "#cccccc", "#ffffff"], decimals=12)
    drawn = classes_of(layer)
    assert all(len(labels) == 1 for labels in drawn)
    assert len({labels[0] for labels in drawn[:25]}) == 5
    if blanks:
        assert drawn[25] == ["No data"]


@pytest.mark.parametrize("middle", [(0.547, 0.551), (0.54999, 0.55001), (0.4, 0.6)])
def test_the_limits_of_classes_do_not_read_as_if_they_touched(middle):
    layer = layer_of([0.181, 0.2, middle[0], middle[1], 0.8, 0.9])
    graduate(layer, "value", ["#000000", "#ffffff", "#888888"], decimals=2)
    labels = sorted({labels[0] for labels in classes_of(layer)})
    ends = [label.split(" to ") for label in labels]
    assert len(ends) == 3
    assert all(below[-1] < above[0] for below, above in zip(ends, ends[1:])), labels


def test_classes_that_touch_share_no_value():
    layer = layer_of([1.0, 2.0, 3.0, None])
    draw_classes(
        layer, '"value"', [(0.0, 2.0, "#000000", "low"), (2.0, 3.0, "#ffffff", "high")], blanks=True
    )
    assert classes_of(layer) == [["low"], ["low"], ["high"], ["No data"]]


def test_one_value_is_one_class():
    layer = layer_of([5.0, 5.0])
    graduate(layer, "value", NIGHT_SEQUENCE, decimals=1)
    assert classes_of(layer) == [["5.0"], ["5.0"]]


def test_categories_are_counted_and_blanks_are_named():
    layer = make_layer(
        [{"role": "core"}, {"role": "core"}, {"role": None}],
        [f"Point({i} 0)" for i in range(3)],
        kind="Point",
    )
    categorise(
        layer, "role", [("core", "Core city", "#d55e00"), ("small", "Small city", "#cccccc")]
    )
    assert [item.label() for item in layer.renderer().legendSymbolItems()] == [
        "Core city (2)",
        "Not assigned (1)",
    ]


def with_own(own, made):
    """Three polygons with a field of the user's and one that an algorithm added."""
    values = {own: (900.0, 0.0, -900.0), made: (0.1, 0.2, 0.3)}
    rows = [{name: column[i] for name, column in values.items()} for i in range(3)]
    shapes = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 0))" for x in range(3)]
    layer = make_layer(rows, shapes, kind="Polygon")
    note_made(layer, [made])
    return layer


def test_a_users_field_that_begins_like_the_plugins_is_not_drawn(qgis_app):
    layer = with_own("ntl_mean_old", "ntl_mean_2016")
    style_nightlight(layer)
    assert layer.renderer().classAttribute() == '"ntl_mean_2016"'
    layer = with_own("d_distance_to_port", "d_emp_mining")
    style_differences(layer)
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels
    assert not any("distance" in label for label in labels)
    layer = with_own("share_of_forest", "share_coexistence")
    style_policy_map(layer)
    (settings,) = layer.diagramRenderer().diagramSettings()
    assert settings.categoryLabels == ["Coexistence"]


def test_fields_of_a_layer_that_was_opened_again_are_found_by_their_beginning(qgis_app):
    layer = make_layer([{"d_a": 1.0, "da": 1.0}])
    assert made_fields(layer, "d_") == {"d_a": "d_a"}
    note_made(layer, ["da"])
    assert made_fields(layer, "d_") == {}


def test_a_fields_name_is_quoted_in_a_label(qgis_app):
    field = 'theil_GDP "real"'
    shapes = ["Polygon((0 0, 1 0, 1 1, 0 0))"]
    layer = make_layer([{"region": "N", field: 0.25}], shapes, kind="Polygon")
    label_regions(layer, field)
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(next(layer.getFeatures()))
    label = QgsExpression(layer.labeling().settings().fieldName)
    assert label.evaluate(context) == "N\n0.250", label.evalErrorString()
