"""Outlines as they come: spikes, bowties, curves, heights, none at all."""

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes
from sample_layers import make_layer, rows_of
from small_world import city_rows, settings_of, squares

ON_THE_MAP = ["unevenness", "unevennesschange", "unevennesstrend"]
PLACES = ["memory:", "gpkg", "shp", "fgb", "geojson"]
# The first city's square of one degree, drawn as it should not be, with the area it still has.
ODD = {
    "spike outwards": (
        "Polygon((100 30,101 30,101 31,100.5 31,100.5 33,100.5 31,100 31,100 30))",
        1,
    ),
    "spike inwards": (
        "Polygon((100 30,101 30,101 31,100.5 31,100.5 30.5,100.5 31,100 31,100 30))",
        1,
    ),
    "ring on itself": ("Polygon((100 30,101 31,101 30,100 31,100 30))", 0.5),
    "doubled vertex": ("Polygon((100 30,100 30,101 30,101 31,101 31,100 31,100 30))", 1),
    "hole outside": (
        "Polygon((100 30,101 30,101 31,100 31,100 30),(100.2 35,100.4 35,100.4 35.2,100.2 35))",
        1.02,
    ),
    "parts that overlap": (
        "MultiPolygon(((100 30,101 30,101 31,100 31,100 30)),((100 30,100.5 30,100.5 31,100 31,100 30)))",
        1,
    ),
    "no area": ("Polygon((100 30,101 31,100 30))", 0),
    "empty": ("Polygon EMPTY", 0),
    "none": (None, 0),
}


def layer_with(shape, rows=None, kind="Polygon"):
    rows = rows or city_rows()
    shapes = squares(rows)
    shapes[0] = shape
    layer = make_layer(rows, [text or "Polygon EMPTY" for text in shapes], kind=kind)
    if shape is None:
        layer.startEditing()
        layer.changeGeometry(next(layer.getFeatures()).id(), QgsGeometry())
        layer.commitChanges()
    return layer


def regions(run, name, folder, layer, place="memory:"):
    """The REGIONS layer and the log."""
    given = place if place == "memory:" else str(folder / f"regions.{place}")
    result, log = run(name, **settings_of(name, folder, layer), OUTPUT="memory:", REGIONS=given)
    found = result["REGIONS"]
    return (QgsVectorLayer(found) if isinstance(found, str) else found), log


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ODD)
def test_a_region_is_on_the_map_whatever_its_outlines(run, tmp_path, kind, place):
    shape, area = ODD[kind]
    layer, log = regions(run, "unevenness", tmp_path, layer_with(shape), place)
    areas = {f["region"]: f.geometry().area() for f in layer.getFeatures()}
    assert areas == {"R": pytest.approx(5 + area), "S": pytest.approx(6)}
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        assert geometry.isGeosValid()
        assert QgsWkbTypes.geometryType(geometry.wkbType()) == QgsWkbTypes.PolygonGeometry
    mended = kind not in ("doubled vertex", "empty", "none")
    assert any("City 0" in t and "mended" in t for t in log.warnings) == mended


@pytest.mark.parametrize("name", ON_THE_MAP)
def test_every_map_of_regions_mends(run, tmp_path, name):
    layer, _ = regions(run, name, tmp_path, layer_with(ODD["spike outwards"][0]))
    assert {f["region"]: round(f.geometry().area(), 9) for f in layer.getFeatures()} == {
        "R": 6.0,
        "S": 6.0,
    }


@pytest.mark.parametrize("name", ON_THE_MAP)
@pytest.mark.parametrize("place", ["memory:", "gpkg", "shp", "geojson"])
def test_a_region_without_any_area_keeps_its_row_and_is_named(run, tmp_path, name, place):
    rows = city_rows()
    layer = make_layer(rows, squares(rows), kind="Polygon")
    layer.startEditing()
    for feature in layer.getFeatures():
        if feature["reg"] == "R":
            layer.changeGeometry(feature.id(), QgsGeometry())
    layer.commitChanges()
    found, log = regions(run, name, tmp_path, layer, place)
    shapes = {f["region"]: f.geometry() for f in found.getFeatures()}
    assert shapes["R"].isNull() or shapes["R"].isEmpty()
    assert shapes["S"].area() == pytest.approx(6)
    assert any("without any area, so not on the map: R" in text for text in log.warnings)


@pytest.mark.parametrize(
    "kind", ["PolygonZ", "PolygonM", "MultiPolygonZM", "CurvePolygon", "MultiSurface"]
)
@pytest.mark.parametrize("place", PLACES)
def test_other_types_of_polygons(run, tmp_path, kind, place):
    rows = city_rows()
    shapes = []
    for text in squares(rows):
        geometry = QgsGeometry.fromWkt(text)
        shapes.append(geometry.coerceToType(getattr(QgsWkbTypes, kind))[0].asWkt())
    layer, _ = regions(run, "unevenness", tmp_path, make_layer(rows, shapes, kind=kind), place)
    assert [round(f.geometry().area(), 9) for f in layer.getFeatures()] == [6.0, 6.0]


@pytest.mark.parametrize("name", ON_THE_MAP)
def test_points_give_points_and_a_table_none(run, tmp_path, name):
    points = make_layer(city_rows(), ["Point(100 30)"] * 12, kind="Point")
    layer, _ = regions(run, name, tmp_path, points)
    assert layer.wkbType() == QgsWkbTypes.MultiPoint
    with pytest.raises(KeyError, match="REGIONS"):  # there is no such result
        regions(run, name, tmp_path, make_layer(city_rows()))


@pytest.mark.parametrize("kind", ["spike outwards", "ring on itself", "none"])
@pytest.mark.parametrize(
    "name", ["markcores", "citygrowth", "complementarity", "citytypes", "corediffs"]
)
def test_cities_keep_the_outlines_they_have(run, tmp_path, name, kind):
    """What extends the user's layer does not mend it, nor stop at it."""
    layer = layer_with(ODD[kind][0])
    result, _ = run(name, **settings_of(name, tmp_path, layer), OUTPUT="memory:")
    before = {f["adcode"]: f.geometry().asWkt() for f in layer.getFeatures()}
    for feature in result["OUTPUT"].getFeatures():
        assert feature.geometry().asWkt() == before[feature["adcode"]]
    assert len(rows_of(result["OUTPUT"])) in (12, 8)
