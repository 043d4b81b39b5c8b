"""The example as a layer of the project: 192 cities with words and units for every field."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...cartography.styles import symbol
from ...layers.fields import parse_indicators
from ...layers.paths import RESOURCES
from ...measures.texts import tr
from .fieldform import LIT_ABOVE

_FOLDER = RESOURCES / "example"
_BRIGHT = 50  # display brightness: land without lights reads up to about this
_IS_EXAMPLE = "megaregion/example"  # custom property of the layer


def load() -> QgsVectorLayer:
    """Add the example's cities and its night light to the project; the layer of cities.

    What is there already is not added again.
    """
    project = QgsProject.instance()
    for layer in project.mapLayers().values():
        if is_example(layer) and isinstance(layer, QgsVectorLayer):
            return layer
    light = QgsRasterLayer(str(_FOLDER / "black_marble_china.tif"), tr("Night light (brightness)"))
    light.setCustomProperty(LIT_ABOVE, _BRIGHT)
    cities = _cities()
    for layer in (light, cities):
        layer.setCustomProperty(_IS_EXAMPLE, True)
        project.addMapLayer(layer)
    node = project.layerTreeRoot().findLayer(light.id())
    if node is not None:
        node.setItemVisibilityChecked(False)
    return cities


def is_example(layer: QgsMapLayer | None) -> bool:
    """Whether the layer is the example's, or made from it and still marked so."""
    return layer is not None and bool(layer.customProperty(_IS_EXAMPLE))


def _cities() -> QgsVectorLayer:
    # The types are those of cities.csvt. Not as delimited text, which no other thread may read.
    options = {
        "X_POSSIBLE_NAMES": "lon",
        "Y_POSSIBLE_NAMES": "lat",
        "KEEP_GEOM_COLUMNS": "YES",
        "EMPTY_STRING_AS_NULL": "YES",
    }
    source = str(_FOLDER / "cities.csv")
    source += "".join(f"|option:{name}={value}" for name, value in options.items())
    layer = QgsVectorLayer(source, tr("Example: cities of 13 mega-regions"), "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    fields = layer.fields()
    for name, words in _words(fields.names()).items():
        layer.setFieldAlias(fields.lookupField(name), words)
    layer.renderer().setSymbol(symbol(layer, "#56B4E9"))
    return layer


def _words(names: list[str]) -> dict[str, str]:
    """Words and units for the fields, with their year: GDP 2023 [100 million yuan]."""
    known = {
        "adcode": (tr("Code"), ""),
        "city": (tr("City (Chinese)"), ""),
        "city_en": (tr("City (English)"), ""),
        "province": (tr("Province"), ""),
        "mega_region": (tr("Mega-region"), ""),
        "mega_region_name": (tr("Name of the mega-region"), ""),
        "mega_region_phase": (tr("Phase in the 14th Five-Year Plan"), ""),
        "admin_level": (tr("Administrative level"), ""),
        "lon": (tr("Longitude"), "°"),
        "lat": (tr("Latitude"), "°"),
        "gdp": (tr("GDP"), tr("100 million yuan")),
        "gdppc": (tr("GDP per head"), tr("yuan")),
        "pop": (tr("Population"), tr("10,000 persons")),
        "emp_agriculture": (tr("Agriculture"), tr("persons employed")),
        "emp_mining": (tr("Mining"), tr("persons employed")),
        "emp_energy": (tr("Energy and water"), tr("persons employed")),
        "emp_manufacturing": (tr("Manufacturing"), tr("persons employed")),
        "emp_construction": (tr("Construction"), tr("persons employed")),
        "emp_transport": (tr("Transport and storage"), tr("persons employed")),
        "emp_hospitality": (tr("Hotels and restaurants"), tr("persons employed")),
        "emp_retail": (tr("Wholesale and retail"), tr("persons employed")),
        "emp_information": (tr("Information"), tr("persons employed")),
        "emp_science": (tr("Science and research"), tr("persons employed")),
        "emp_business": (tr("Business services"), tr("persons employed")),
    }
    found = {}
    for item in parse_indicators(names):
        if item.name in known:
            words, unit = known[item.name]
            words = words if item.year is None else f"{words} {item.year}"
            found[item.field] = f"{words} [{unit}]" if unit else words
    return found
