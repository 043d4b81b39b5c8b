"""What the plugin puts into QGIS's own places: models, colours, a project template."""

import pytest
from megaregion.cartography.palette import ROLE_COLOURS, UNEVENNESS_SEQUENCE
from megaregion.megaregion_plugin import library
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsStyle,
)
from qgis.PyQt.QtGui import QColor
from sample_layers import ROOT, rows_of

MODELS = ROOT / "resources" / "models"


def run_model(name, layer, **settings):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODELS / name))
    model.initAlgorithm()
    outputs = {d.name(): "memory:" for d in model.destinationParameterDefinitions()}
    outputs = {n: v for n, v in outputs.items() if "Report" not in n}
    context, log = QgsProcessingContext(), QgsProcessingFeedback()
    settings = {"cities": layer, "region": "mega_region", "level": "admin_level", **settings}
    return processing.run(model, {**settings, **outputs}, context=context, feedback=log)


def test_the_model_of_unevenness(example_cities, run):
    result = run_model("unevenness_of_mega_regions.model3", example_cities, indicators=["gdp_2023"])
    rows = {row["region"]: row for row in rows_of(result["unevenness:Unevenness"])}
    direct, _ = run(
        "unevenness",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        INDICATORS=["gdp_2023"],
        PERMUTATIONS=999,
        OUTPUT="memory:",
    )
    assert rows == {row["region"]: row for row in rows_of(direct["OUTPUT"])}
    assert result["unevenness:Regions"].featureCount() == 13


def test_the_model_of_types(example_cities):
    sectors = ["emp_manufacturing", "emp_retail", "emp_business"]
    result = run_model("types_of_secondary_cities.model3", example_cities, sectors=sectors)
    types = rows_of(result["citytypes:City types"])
    assert len(types) == 165
    assert {row["feature"] for row in rows_of(result["citytypes:Profiles"])} >= {
        f"d_{sector}" for sector in sectors
    }


def test_the_colours_are_those_of_the_maps(qgis_app):
    style = QgsStyle()
    style.createMemoryDatabase()
    assert style.importXml(str(ROOT / "resources" / "styles" / "megaregion.xml"))
    for role, colour in ROLE_COLOURS.items():
        for kind in ("point", "area"):
            symbol = style.symbol(f"Mega-region: {role} city, {kind}")
            assert symbol.color() == QColor(colour)
    ramp = style.colorRamp("Mega-region: unevenness")
    last = len(UNEVENNESS_SEQUENCE) - 1
    found = [ramp.color(number / last).name().upper() for number in range(last + 1)]
    assert found == UNEVENNESS_SEQUENCE


@pytest.fixture
def profile(tmp_path, monkeypatch):
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path))
    return tmp_path


def test_all_of_it_gets_into_the_profile(provider, profile):
    said = library.add_to_profile()
    assert said.startswith("2 models")
    assert len(list((profile / "processing" / "models").glob("*.model3"))) == 2
    (template,) = (profile / "project_templates").glob("*.qgz")
    assert "Mega-region: core city, point" in QgsStyle.defaultStyle().symbolNames()
    assert library.add_to_profile() == said  # again is no harm
    project = QgsProject()
    assert project.read(str(template))
    assert len(project.layoutManager().printLayouts()) == 4
    assert project.crs().isValid()
    assert not project.crs().isGeographic()
