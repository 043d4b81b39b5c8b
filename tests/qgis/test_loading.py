"""Results as QGIS's toolbox puts them on the canvas: named, styled, their fields found again."""

import pytest
from processing.gui.Postprocessing import handleAlgorithmResults
from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRenderContext,
)
from small_world import cities, city_rows, settings_of, squares
from sample_layers import make_layer

# Outputs that are layers with a style, and what their symbols follow.
STYLED = {
    ("markcores", "OUTPUT"): "mr_role",
    ("citygrowth", "OUTPUT"): "mr_growth",
    ("unevenness", "REGIONS"): "theil_gdp_2023",
    ("unevennesschange", "REGIONS"): "direction_gdp",
    ("unevennesstrend", "REGIONS"): "theil_gdp",
    ("corediffs", "OUTPUT"): "d_s1",
    ("citytypes", "OUTPUT"): "mr_type",
    ("nighttimelight", "OUTPUT"): "ntl_mean_2023",
    ("spatialpattern", "OUTPUT"): "mr_lisa_gdp_2023",
    ("complementarity", "OUTPUT"): "mr_complementarity",
    ("flows", "OUTPUT"): "value",
    ("flows", "CITIES"): "mr_in",
    ("policythemes", "MAP"): "n_",
}


@pytest.fixture
def load(provider):
    """Run an algorithm as the toolbox does; the layers that arrive in the project, by output."""
    project = QgsProject.instance()

    def run_and_load(name, settings, places):
        algorithm = provider.algorithm(name)
        context = QgsProcessingContext()
        context.setProject(project)
        from conftest import Log

        log = Log()
        given = {n: QgsProcessingOutputLayerDefinition(p, project) for n, p in places.items()}
        parameters = {**settings, **given}
        results, ok = algorithm.run(parameters, context, log)
        assert ok, log.warnings
        handleAlgorithmResults(algorithm, context, log)
        layers = project.mapLayers()
        by_source = {}
        for output in places:
            found = [layers.get(results[output])]
            if found[0] is None:
                found = [l for l in layers.values() if l.source() == results[output]]
            by_source[output] = found[0]
        return by_source

    yield run_and_load
    project.clear()


def followed(layer):
    """The expression that a layer's symbols follow."""
    renderer = layer.renderer()
    if hasattr(renderer, "classAttribute"):
        return renderer.classAttribute()
    if hasattr(renderer, "rootRule"):
        return " ".join(rule.filterExpression() for rule in renderer.rootRule().children())
    return " ".join(
        symbol_property.expressionString() or symbol_property.field()
        for symbol in renderer.symbols(QgsRenderContext())
        for symbol_layer in symbol.symbolLayers()
        for symbol_property in (
            symbol_layer.dataDefinedProperties().property(key)
            for key in symbol_layer.dataDefinedProperties().propertyKeys()
        )
    )
