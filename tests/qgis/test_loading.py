"""Results as QGIS's toolbox puts them on the canvas: named, styled, their fields found again."""

import pytest
from megaregion.layers.portable import written_field
from processing.gui import Postprocessing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRenderContext,
)
from sample_layers import make_layer, rows_of
from small_world import city_rows, settings_of, squares

# Outputs that are layers with a style, and what their symbols follow.
STYLED = {
    ("markcores", "OUTPUT"): "mr_role",
    ("citygrowth", "OUTPUT"): "mr_growth",
    ("unevenness", "REGIONS"): "theil_gdp_2023",
    ("unevennesschange", "REGIONS"): "direction_gdp",
    ("unevennesstrend", "REGIONS"): "theil_gdp",
    ("corediffs", "OUTPUT"): "d_s3",
    ("citytypes", "OUTPUT"): "mr_type",
    ("nighttimelight", "OUTPUT"): "ntl_mean_2023",
    ("spatialpattern", "OUTPUT"): "mr_lisa_gdp_2023",
    ("complementarity", "OUTPUT"): "mr_complementarity",
    ("flows", "OUTPUT"): "value",
    ("flows", "CITIES"): "mr_dominance",
    ("policythemes", "MAP"): "share_coexistence",
}


@pytest.fixture
def load(provider, monkeypatch):
    """Run an algorithm as the toolbox does; the layers that arrive in the project, by output."""
    project = QgsProject.instance()
    # Without a desktop, as here, there is none; a stand-in's tree of layers is none to QGIS 3.44.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)

    def run_and_load(name, settings, places):
        algorithm = provider.algorithm(name)
        context = QgsProcessingContext()
        context.setProject(project)
        log = QgsProcessingFeedback(False)
        given = {n: QgsProcessingOutputLayerDefinition(p, project) for n, p in places.items()}
        parameters = {**settings, **given}
        results, ok = algorithm.run(parameters, context, log)
        assert ok
        Postprocessing.handleAlgorithmResults(algorithm, context, log)
        layers = project.mapLayers()
        return {
            output: layers.get(results[output])
            or next(layer for layer in layers.values() if layer.source() == results[output])
            for output in places
        }

    yield run_and_load
    project.clear()


def followed(layer):
    """The expression that a layer's symbols follow."""
    if layer.diagramRenderer() is not None:
        (settings,) = layer.diagramRenderer().diagramSettings()
        return " ".join(settings.categoryAttributes)
    renderer = layer.renderer()
    if hasattr(renderer, "classAttribute"):
        return renderer.classAttribute()
    if hasattr(renderer, "rootRule"):
        return " ".join(rule.filterExpression() for rule in renderer.rootRule().children())
    return ""


@pytest.mark.parametrize("ending", ["memory", "gpkg", "shp", "geojson", "sqlite"])
@pytest.mark.parametrize(("name", "output"), STYLED)
def test_a_result_arrives_styled_by_the_field_it_is_about(load, tmp_path, name, output, ending):
    """Whatever the format made of the field's name."""
    place = "TEMPORARY_OUTPUT" if ending == "memory" else str(tmp_path / f"x.{ending}")
    layer = load(name, settings_of(name, tmp_path), {"OUTPUT": "memory:", output: place})[output]
    written = written_field(layer, STYLED[name, output])
    assert written in layer.fields().names()
    assert written in followed(layer)
    assert layer.name() != output


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_the_map_of_two_years_shows_the_later(load, tmp_path, ending):
    """A Shapefile cuts `theil_gdp_2006` and `theil_gdp_2023` to ten letters."""
    place = str(tmp_path / f"x.{ending}")
    settings = settings_of("unevenness", tmp_path)
    layers = load("unevenness", settings, {"OUTPUT": "memory:", "REGIONS": place})
    regions, table = layers["REGIONS"], layers["OUTPUT"]
    expected = {(r["region"], r["year"]): r["theil_between"] for r in rows_of(table)}
    shown = followed(regions).strip('"')
    assert {r["region"]: r[shown] for r in rows_of(regions)} == {
        region: pytest.approx(expected[region, 2023], rel=1e-12) for region in "RS"
    }
    assert {r["region"]: r[written_field(regions, "theil_gdp_2006")] for r in rows_of(regions)} == {
        region: pytest.approx(expected[region, 2006], rel=1e-12) for region in "RS"
    }


@pytest.mark.parametrize("ending", ["memory", "gpkg", "shp"])
@pytest.mark.parametrize(("name", "output"), STYLED)
def test_every_row_has_a_symbol(load, tmp_path, name, output, ending):
    place = "TEMPORARY_OUTPUT" if ending == "memory" else str(tmp_path / f"x.{ending}")
    layer = load(name, settings_of(name, tmp_path), {"OUTPUT": "memory:", output: place})[output]
    assert without_symbol(layer) == 0


@pytest.mark.parametrize(
    "odd", ['g"dp', "it's", "gdp/cap", "人均 GDP", "a.b", "x%", "[% 1 %]", "GDP"]
)
@pytest.mark.parametrize("ending", ["memory", "gpkg", "shp", "sqlite"])
@pytest.mark.parametrize("name", ["unevenness", "unevennesschange", "unevennesstrend"])
def test_indicators_of_any_name(load, tmp_path, name, ending, odd):
    rows = [
        {(odd + key[3:] if key.startswith("gdp") else key): value for key, value in row.items()}
        for row in city_rows()
    ]
    settings = settings_of(name, tmp_path, make_layer(rows, squares(rows), kind="Polygon"))
    settings["INDICATORS"] = [odd + field[3:] for field in settings["INDICATORS"]]
    place = "TEMPORARY_OUTPUT" if ending == "memory" else str(tmp_path / f"x.{ending}")
    layers = load(name, settings, {"OUTPUT": "memory:", "REGIONS": place})
    assert {row["indicator"] for row in rows_of(layers["OUTPUT"])} == {odd}
    assert layers["REGIONS"].renderer().type() != "singleSymbol"
    assert without_symbol(layers["REGIONS"]) == 0


def without_symbol(layer):
    """How many rows the layer's renderer does not draw."""
    context = QgsRenderContext()
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    missing = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        missing += not renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return missing
