"""Makes what the plugin brings for QGIS's own places: models, colours, a project template.

    ./dev resources

Run it again where a parameter, the palette or a layout template changes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from megaregion.cartography.palette import (
    NIGHT_SEQUENCE,
    ROLE_COLOURS,
    TYPE_COLOURS,
    UNEVENNESS_SEQUENCE,
    WIDENING_COLOURS,
)
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMarkerSymbol,
    QgsPresetSchemeColorRamp,
    QgsPrintLayout,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProject,
    QgsReadWriteContext,
    QgsSettings,
    QgsStyle,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

HERE = Path(__file__).resolve().parent
GROUP = "Mega-Region Analyst"
Source = QgsProcessingModelChildParameterSource
# Albers with the parallels usual for maps of China
CHINA = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +datum=WGS84 +units=m +no_defs"


def model(name: str, title: str, field: tuple[str, str]) -> QgsProcessingModelAlgorithm:
    """A model that asks for cities, mega-region, administrative level and fields."""
    made = QgsProcessingModelAlgorithm(title, GROUP)
    text = QgsProcessingParameterField.DataType.Any
    number = QgsProcessingParameterField.DataType.Numeric
    kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    asked = [
        QgsProcessingParameterFeatureSource("cities", "Cities", kinds),
        QgsProcessingParameterField("region", "Mega-region", None, "cities", text),
        QgsProcessingParameterField("level", "Administrative level", None, "cities", text),
        QgsProcessingParameterField(*field, None, "cities", number, True),
    ]
    for row, parameter in enumerate(asked):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(140, 60 + 90 * row))
        made.addModelParameter(parameter, component)
    made.setName(title)
    made.setHelpContent({"ALG_DESC": f"{title}. Made of the algorithms of {GROUP}.", "id": name})
    return made


def step(
    made: QgsProcessingModelAlgorithm,
    algorithm: str,
    settings: dict[str, Source | Any],
    outputs: dict[str, str],
) -> None:
    """One algorithm of a model.

    Args:
        made: the model.
        algorithm: its short name, which is its id in the model.
        settings: parameter to where its value comes from, or the value.
        outputs: outputs of the model, to their titles.
    """
    child = QgsProcessingModelChildAlgorithm(f"megaregion:{algorithm}")
    child.setChildId(algorithm)
    child.setDescription(child.algorithm().displayName())
    child.setPosition(QPointF(420, 60 + 120 * len(made.childAlgorithms())))
    for name, value in settings.items():
        source = value if isinstance(value, Source) else Source.fromStaticValue(value)
        child.addParameterSources(name, [source])
    results = {}
    for row, (name, title) in enumerate(outputs.items()):
        output = QgsProcessingModelOutput(title)
        output.setChildId(algorithm)
        output.setChildOutputName(name)
        output.setPosition(QPointF(700, child.position().y() + 50 * row))
        results[title] = output
    child.setModelOutputs(results)
    made.addChildAlgorithm(child)


def write_models() -> None:
    """The two models."""
    cities = {"INPUT": Source.fromModelParameter("cities")}
    region = {"REGION_FIELD": Source.fromModelParameter("region")}
    level = {"LEVEL_FIELD": Source.fromModelParameter("level"), "RULE": 0}
    marked = {"INPUT": Source.fromChildOutput("markcores", "OUTPUT"), **region}

    made = model("unevenness", "Unevenness of mega-regions", ("indicators", "Indicators"))
    step(made, "markcores", {**cities, **region, **level}, {"OUTPUT": "Cities with roles"})
    indicators = {"INDICATORS": Source.fromModelParameter("indicators")}
    outputs = {"OUTPUT": "Unevenness", "REGIONS": "Regions", "REPORT": "Report"}
    step(made, "unevenness", {**marked, **indicators, "PERMUTATIONS": 999}, outputs)
    save(made, "unevenness_of_mega_regions")

    made = model("types", "Types of secondary cities", ("sectors", "Sectors"))
    step(made, "markcores", {**cities, **region, **level}, {})
    sectors = {"SECTORS": Source.fromModelParameter("sectors"), "VALUES_ARE": 0, "REFERENCE": 0}
    step(made, "corediffs", {**marked, **sectors}, {"OUTPUT": "Differences to the core"})
    features = Source.fromExpression("array_foreach(@sectors, 'd_' || @element)")
    settings = {"INPUT": Source.fromChildOutput("corediffs", "OUTPUT"), "FEATURES": features}
    outputs = {"OUTPUT": "City types", "PROFILES": "Profiles", "DIAGNOSTICS": "Diagnostics"}
    step(made, "citytypes", {**settings, **region, "K": 0}, outputs)
    save(made, "types_of_secondary_cities")


def save(made: QgsProcessingModelAlgorithm, name: str) -> None:
    """Write a model."""
    folder = HERE / "models"
    folder.mkdir(exist_ok=True)
    if not made.toFile(str(folder / f"{name}.model3")):
        sys.exit(f"{name} could not be written")


def write_styles() -> None:
    """The colours of the plugin's maps as symbols and colour ramps."""
    style = QgsStyle()
    style.createMemoryDatabase()
    groups = [
        ("Mega-region: {} city", ROLE_COLOURS),
        ("Mega-region: {}", WIDENING_COLOURS),
        ("Mega-region: type {}", {str(n): c for n, c in enumerate(TYPE_COLOURS, start=1)}),
    ]
    for name, colours in groups:
        for key, colour in colours.items():
            outlined = {"color": colour, "outline_color": "#5A5A5A"}
            point = QgsMarkerSymbol.createSimple({**outlined, "outline_width": "0.2"})
            area = QgsFillSymbol.createSimple({**outlined, "outline_width": "0.1"})
            for symbol, kind in ((point, "point"), (area, "area")):
                title = f"{name.format(key)}, {kind}"
                style.addSymbol(title, symbol, True)
                style.tagSymbol(QgsStyle.StyleEntity.SymbolEntity, title, [GROUP])
    ramps = {
        "Mega-region: unevenness": ramp(UNEVENNESS_SEQUENCE),
        "Mega-region: night light": ramp(NIGHT_SEQUENCE),
        "Mega-region: city types": QgsPresetSchemeColorRamp([QColor(c) for c in TYPE_COLOURS]),
    }
    for name, made in ramps.items():
        style.addColorRamp(name, made, True)
        style.tagSymbol(QgsStyle.StyleEntity.ColorrampEntity, name, [GROUP])
    (HERE / "styles").mkdir(exist_ok=True)
    style.exportXml(str(HERE / "styles" / "megaregion.xml"))


def ramp(colours: list[str]) -> QgsGradientColorRamp:
    """A ramp through the colours, evenly."""
    last = len(colours) - 1
    between = [QgsGradientStop(n / last, QColor(c)) for n, c in enumerate(colours)][1:last]
    return QgsGradientColorRamp(QColor(colours[0]), QColor(colours[-1]), False, between)


def write_project() -> None:
    """A project with an equal-area CRS for China, groups, and a page to print for each format."""
    # Neither who made it nor where
    QgsSettings().setValue("projects/anonymize_saved_projects", True, QgsSettings.Section.Core)
    project = QgsProject()
    project.setTitle(GROUP)
    metadata = project.metadata()
    metadata.setAuthor(GROUP)
    project.setMetadata(metadata)
    project.setCrs(QgsCoordinateReferenceSystem.fromProj(CHINA))
    for group in (GROUP, "Background"):
        project.layerTreeRoot().addGroup(group)
    for template in sorted((HERE / "layouts").glob("map_*.qpt")):
        document = QDomDocument()
        document.setContent(template.read_text(encoding="utf-8"))
        layout = QgsPrintLayout(project)
        layout.loadFromTemplate(document, QgsReadWriteContext())
        layout.setName(template.stem.replace("_", " ").capitalize())
        project.layoutManager().addLayout(layout)
    (HERE / "projects").mkdir(exist_ok=True)
    project.write(str(HERE / "projects" / "Mega-Region Analyst.qgz"))


def main() -> None:
    """Make all of them."""
    from megaregion.processing_algorithms.provider import MegaRegionProvider

    provider = MegaRegionProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    write_models()
    write_styles()
    write_project()


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
