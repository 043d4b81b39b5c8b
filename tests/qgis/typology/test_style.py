"""How city types and sector differences arrive on the canvas, for every kind of geometry."""

import pytest
from megaregion.cartography.pictures import map_picture
from megaregion.cartography.typology.differences import style_differences
from megaregion.cartography.typology.style import style_types
from qgis.core import QgsSingleSymbolRenderer
from sample_layers import make_layer

SQUARE = "Polygon(({0} 0,{1} 0,{1} 1,{0} 1,{0} 0))"


def typed(kind, number=14):
    """One city of each type, a second of type 1, and one without a type."""
    numbers = [1, *range(1, number + 1), None]
    rows = [
        {
            "mr_type": t,
            "mr_type_name": None if t is None else f"role {t}",
            "d_emp_mining": None if t is None else (t - 3) / 20,
            "d_emp_retail": 0.01,
        }
        for t in numbers
    ]
    if kind == "None":
        return make_layer(rows)
    shape = SQUARE if kind == "Polygon" else "Point({0} 0)"
    return make_layer(rows, [shape.format(x, x + 1) for x in range(len(rows))], kind=kind)


def looks(symbol):
    """What sets a symbol apart: its layers with their settings."""
    return [
        (layer.layerType(), str(sorted(layer.properties().items())))
        for layer in symbol.symbolLayers()
    ]


@pytest.mark.parametrize("kind", ["Polygon", "Point"])
def test_each_type_has_its_own_symbol_and_words(qgis_app, kind):
    layer = typed(kind)
    style_types(layer)
    categories = layer.renderer().categories()
    labels = [category.label() for category in categories]
    assert labels[0] == "1 role 1 (2 cities)"
    assert labels[13] == "14 role 14 (1 city)"
    assert labels[14] == "Not assigned (1)"
    seen = [looks(category.symbol()) for category in categories]
    assert all(seen.count(look) == 1 for look in seen)


def test_patterns_tell_ten_types_apart_without_colour(qgis_app):
    layer = typed("Polygon", 10)
    style_types(layer)
    patterns = [str(looks(c.symbol())[1:]) for c in layer.renderer().categories()[:10]]
    assert len(set(patterns)) == 10


@pytest.mark.parametrize("style", [style_types, style_differences])
def test_tables_are_left_alone(qgis_app, style):
    layer = typed("None")
    style(layer)
    assert layer.renderer() is None
    assert map_picture(layer, style, "nothing") is None


def test_differences_show_the_sector_that_differs_most(qgis_app):
    layer = typed("Polygon", 5)
    style_differences(layer)
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert labels[0] == "mining: -15 to -10 percentage points"
    assert labels[-1] == "Not compared (1)"
    assert len(labels) == 7


def test_differences_without_any_value(qgis_app):
    layer = make_layer([{"d_a": None}], ["Point(0 0)"], kind="Point")
    style_differences(layer)
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)


def test_map_picture_leaves_the_layers_own_style(qgis_app):
    layer = typed("Polygon")
    picture = map_picture(layer, style_types, 'A map of "types"')
    assert picture.startswith('<img alt="A map of &quot;types&quot;"')
    assert len(picture) > 5000
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)


@pytest.mark.parametrize(
    ("form", "first", "number"),
    [
        ("difference", "mining: -15 to -10 percentage points", 6),
        ("log ratio", "mining: log ratio -0.15 to -0.1", 6),
        ("location quotient", "mining: 0 to 0.5 times the core's share", 5),
        ("own share", "mining: 0 to 2%", 5),
    ],
)
def test_each_form_has_its_own_classes(qgis_app, form, first, number):
    rows = [{"mr_form": form, "d_emp_mining": v, "d_emp_retail": 0.0} for v in (0.1, 0.02, -0.06)]
    layer = make_layer(rows, ["Point(0 0)"] * 3, kind="Point")
    style_differences(layer)
    ranges = layer.renderer().ranges()
    assert (ranges[0].label(), len(ranges)) == (first, number)
