"""The cities of the planning report: read once, and written with what all its parts need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)

from ..measures.texts import tr

if TYPE_CHECKING:
    from qgis.core import QgsFields, QgsGeometry, QgsProcessingFeatureSource

    from ..layers.cities import Cities
    from ..layers.outputs import Output
    from .call import Call
    from .reportsteps import Steps

_FIELDS = ("REGION_FIELD", "NAME_FIELD", "LEVEL_FIELD", "ROLE_FIELD", "NODE_ID")
_CHINA = QgsRectangle(73, 17, 136, 54)  # degrees
_CHINA_CODE = re.compile(r"[1-8]\d{5}")  # of an administrative unit
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_MANY = ("INDICATORS", "SECTORS")
_NEEDED = {"FLOWS": ["FROM_FIELD"], "POLICY": ["POLICY_REGION_FIELD", "POLICY_CODE_FIELD"]}


@dataclass
class ReportCities:
    """The cities, and what the user calls them.

    Attributes:
        source: the user's layer.
        cities: its rows.
        chosen: parameter to the fields it names, spelled as in the layer.
        region_titles: mega-region to its full name, where it has one.
        names: field of the layer `cities` to its words, with a unit in square brackets.
        written: field of the user's layer to what it is called in the layer `cities`, where the
            file cannot have its name.
    """

    source: QgsProcessingFeatureSource
    cities: Cities
    chosen: dict[str, list[str]]
    region_titles: dict[str, str]
    names: dict[str, str]
    written: dict[str, str] = field(default_factory=dict)

    def fields(self, parameter: str) -> list[str]:
        """The fields that the parameter names, as the layer `cities` calls them."""
        return [self.written.get(name, name) for name in self.chosen[parameter]]

    def is_china(self) -> bool:
        """Whether the cities lie in China: by their codes or names, and by their place."""
        keys = self.cities.keys
        known = sum(_CHINA_CODE.fullmatch(key) is not None for key in keys)
        named = sum(_IDEOGRAPH.search(label) is not None for label in self.cities.labels)
        transform = QgsCoordinateTransform(
            self.source.sourceCrs(),
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsProject.instance().transformContext(),
        )
        middle = transform.transform(self.source.sourceExtent().center())
        return max(known, named) > 0.9 * len(keys) and _CHINA.contains(middle)

    def field(self, parameter: str) -> str:
        """The field that the parameter names; empty where none is given."""
        return next(iter(self.fields(parameter)), "")


def read_report_cities(call: Call) -> ReportCities:
    """Read the cities, and refuse what no report can be made of.

    Raises:
        InputError: a field is absent, no city is in a region, the layer has no CRS or impossible
            coordinates, or nothing says which cities are cores.
    """
    from ..layers.cities import read_cities, rows_in_regions, warn_outside
    from ..layers.fields import field_index
    from ..measures.errors import InputError

    source = call.source()
    fields, layer = source.fields(), source.sourceName()

    def spelled(name: str) -> str:
        return str(fields.at(field_index(fields, name, layer)).name())

    chosen = {name: [spelled(one) for one in call.fields(name)] for name in _MANY}
    for parameter in (*_FIELDS, "REGION_TITLE_FIELD", "ID_FIELD"):
        given = call.field(parameter)
        chosen[parameter] = [spelled(given)] if given else []
    if not chosen["INDICATORS"]:
        raise InputError(tr("INDICATORS is empty: choose the fields to compare."))
    if not chosen["LEVEL_FIELD"] and not chosen["ROLE_FIELD"]:
        raise InputError(
            tr(
                "The report needs to know the cores: set LEVEL_FIELD (administrative level) "
                "or ROLE_FIELD (a field with 'core' and 'secondary')."
            )
        )
    for layer_name, field_name in _NEEDED.items():
        if call.given(layer_name):
            for needed in field_name:
                if not call.field(needed):
                    raise InputError(
                        tr(
                            "The table of {layer_name} needs {needed}: set it, or leave "
                            "{layer_name} out."
                        ).format(layer_name=layer_name, needed=needed)
                    )
    _check_place(source)
    (region_field,), titles = chosen["REGION_FIELD"], chosen["REGION_TITLE_FIELD"]
    cities = read_cities(
        source,
        call.feedback,
        numbers=[*chosen["INDICATORS"], *chosen["SECTORS"]],
        texts=titles,
        region_field=region_field,
        role_field=next(iter(chosen["ROLE_FIELD"]), None),
        id_field=next(iter(chosen["ID_FIELD"]), None),
        name_field=chosen["NAME_FIELD"][0],
    )
    rows_in_regions(cities, region_field)
    warn_outside(cities, call.feedback)
    if chosen["ROLE_FIELD"]:
        _check_roles(cities, chosen["ROLE_FIELD"][0])
    return ReportCities(
        source, cities, chosen, _titles(cities, titles), _names(call, fields, cities.numbers)
    )


def write_report_cities(steps: Steps, call: Call, report: ReportCities) -> None:
    """The layer `cities`: the user's fields, with mr_id, mr_city, mr_region and mr_role."""
    from ..cartography.report.wishes import CITY, ID, REGION
    from ..layers.geopackage import write_to_geopackage
    from ..layers.outputs import extended

    cities = report.cities
    added: dict[tuple[str, type], Any] = {
        (ID, str): cities.keys,
        (CITY, str): cities.labels,
        (REGION, str): cities.regions,
    }
    added.update(_roles(steps, call, report))
    output = extended("cities", "Cities", report.source, cities.ids, added, call.feedback)
    _mend(output, report, call)
    written = write_to_geopackage(steps.package, output)
    for note in written.notes:
        call.info(f"{tr('Cities')}: {note}")
    report.written.update(written.names)
    for old, new in written.names.items():
        report.names.setdefault(new, report.names.get(old, old.replace("_", " ")))
    steps.tables.add("cities")


def write_background(steps: Steps, call: Call) -> None:
    """The layer `background`: the areas around the regions, without their fields."""
    from ..layers.geopackage import write_to_geopackage
    from ..layers.outputs import table

    layer = call.algorithm.parameterAsVectorLayer(call.parameters, "BACKGROUND", call.context)
    if layer is None:
        return
    areas = [feature.geometry() for feature in layer.getFeatures()]
    output = table("background", "Land", [], [[]] * len(areas), areas, layer.crs())
    output.kind = layer.wkbType()
    write_to_geopackage(steps.package, output)
    steps.tables.add("background")


def _roles(
    steps: Steps, call: Call, report: ReportCities
) -> dict[tuple[str, type], list[str | None]]:
    """The roles by the user's field, else by administrative level."""
    from ..cartography.report.wishes import ROLE
    from ..layers.fields import as_text

    if report.chosen["ROLE_FIELD"]:
        if report.chosen["LEVEL_FIELD"]:
            call.info(
                tr("The roles are taken from field '{value}'.").format(
                    value=report.chosen["ROLE_FIELD"][0]
                )
            )
        return {(ROLE, str): report.cities.roles}
    marked = steps.run(
        "markcores",
        INPUT=call.parameters["INPUT"],
        REGION_FIELD=report.chosen["REGION_FIELD"][0],
        RULE=0,
        LEVEL_FIELD=report.chosen["LEVEL_FIELD"][0],
        CORE_LEVELS=call.text("CORE_LEVELS"),
        ID_FIELD=next(iter(report.chosen["ID_FIELD"]), None),
        OUTPUT="TEMPORARY_OUTPUT",
    )
    layer = call.context.takeResultLayer(marked["OUTPUT"])
    rows = [[as_text(f["mr_role"]), as_text(f["mr_reason"])] for f in layer.getFeatures()]
    roles, reasons = zip(*rows)
    return {(ROLE, str): list(roles), ("mr_reason", str): list(reasons)}


def _check_place(source: QgsProcessingFeatureSource) -> None:
    """Refuse a layer that cannot be put on a map.

    Raises:
        InputError: it has no CRS, or coordinates outside the globe.
    """
    from ..measures.errors import InputError

    layer, crs = source.sourceName(), source.sourceCrs()
    if not crs.isValid():
        raise InputError(
            tr(
                "Layer '{layer}' has no coordinate reference system, so that its maps would "
                "have no scale: set it with 'Layer > Set CRS of Layer(s)' and run again."
            ).format(layer=layer)
        )
    globe = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(crs, globe, QgsProject.instance().transformContext())
    extent = source.sourceExtent()
    try:
        # A projection's corners may lie off the globe, the middle of a layer does not.
        middle = transform.transform(extent.center())
        degrees = extent if crs.isGeographic() else None
    except QgsCsException:
        middle, degrees = None, None
    inside = middle is not None and abs(middle.x()) <= 360 and abs(middle.y()) <= 90
    if degrees is not None and (abs(degrees.yMinimum()) > 91 or abs(degrees.yMaximum()) > 91):
        inside = False
    if not inside:
        raise InputError(
            tr(
                "The coordinates of layer '{layer}' do not fit its coordinate reference "
                "system {value}: set the right one with 'Layer > Set CRS of Layer(s)' and "
                "run again."
            ).format(layer=layer, value=crs.authid() or crs.description())
        )


def _check_roles(cities: Cities, role_field: str) -> None:
    """Refuse roles of which none in a region is a core, or none secondary.

    More than `cities.refuse_without_cores`, which stops only where the roles are other words than
    the plugin's: an algorithm has a result for cities that are all secondary, with its warnings,
    but every chapter of a report sets cores beside secondary cities.

    Raises:
        InputError: lists the values found.
    """
    from ..layers.fields import name_some
    from ..measures.errors import InputError
    from ..measures.prepare.roles import CORE, SECONDARY

    inside = {r for r, region in zip(cities.roles, cities.regions) if region is not None}
    for role in (CORE, SECONDARY):
        if role not in inside:
            found = sorted(f"'{value}'" for value in inside if value is not None)
            raise InputError(
                tr(
                    "No city in a region has the role '{role}' in field '{role_field}' of "
                    "layer '{layer}' (found: {value}): choose a field with '{core}' and "
                    "'{secondary}', such as mr_role of 'Mark core and secondary cities'."
                ).format(
                    role=role,
                    role_field=role_field,
                    layer=cities.layer,
                    value=name_some(found) or tr("none"),
                    core=CORE,
                    secondary=SECONDARY,
                )
            )


def _titles(cities: Cities, fields: Iterable[str]) -> dict[str, str]:
    """The commonest full name of each region."""
    titles = {}
    for name in fields:
        for region, rows in cities.by_region().items():
            found = Counter(t for row in rows if (t := cities.texts[name][row]) is not None)
            if found:
                titles[region] = found.most_common(1)[0][0]
    return titles


def _names(call: Call, fields: QgsFields, chosen: Iterable[str]) -> dict[str, str]:
    """Words for fields: the user's, then the layer's aliases.

    Raises:
        InputError: a part of NAMES has no words.
    """
    from ..layers.fields import parse_indicators
    from ..measures.errors import InputError

    names = {}
    for item in parse_indicators(chosen):
        alias = fields.field(item.field).alias().strip()
        if alias:
            # The year follows by itself.
            year = rf"\s*{item.year}年?\s*"
            names[item.name] = alias if item.year is None else re.sub(year, " ", alias).strip()
    for pair in call.items("NAMES"):
        name, equals, words = (part.strip() for part in pair.partition("="))
        if not equals or not name or not words:
            raise InputError(
                tr(
                    "NAMES has '{pair}', which is not field=words: write for example gdp=GDP "
                    "[100 million yuan];pop=Population."
                ).format(pair=pair)
            )
        names[name] = words
    return names


def _mend(output: Output, report: ReportCities, call: Call) -> None:
    """Mend polygons, of which only the areas are kept; name cities that have no place."""
    from qgis.core import QgsWkbTypes

    from ..layers.validity import mended

    geometries = list(output.geometries or [])
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    if QgsWkbTypes.geometryType(output.kind) == polygons:
        both = [mended(geometry) for geometry in geometries]
        geometries = [geometry for geometry, _ in both]
        repaired = [row for row, (_, was_invalid) in enumerate(both) if was_invalid]
        if repaired:
            call.warn(
                tr("Invalid outlines were mended: {names}.").format(
                    names=report.cities.name(repaired)
                )
            )
        output.kind = QgsWkbTypes.multiType(output.kind)
        output.geometries = geometries
    placeless = [row for row, geometry in enumerate(geometries) if _is_nowhere(geometry)]
    if placeless:
        call.warn(
            tr("On no map, without an outline: {names}.").format(
                names=report.cities.name(placeless)
            )
        )


def _is_nowhere(geometry: QgsGeometry) -> bool:
    return geometry.isNull() or geometry.isEmpty()
