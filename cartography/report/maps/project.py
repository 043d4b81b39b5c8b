"""The report's QGIS project: every result styled, in groups."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ....layers.language import in_chinese
from ....measures.texts import in_english
from ...labels import label_layer
from ...light.style import name_fields, style_nightlight
from ...outlines import style_background, style_cores, style_region_outlines
from ...prepare import style_roles
from ...projection import Projection
from ...relations.flows import style_flow_cities
from ...relations.style import style_complementarity
from ...typology.differences import style_differences
from ...typology.style import style_types
from ...unevenness.region import style_regions, theil_fields
from ..phrases import Phrases
from ..profiles import light_words
from ..results import Results
from ..wishes import LIGHT, ROLE, Wishes
from .flows import style_strongest

EARLIER = "regions_earlier"  # the regions again, by the first indicator's first year
Style = Callable[[QgsVectorLayer], None]
# Group to the names of its layers and tables, from the top down
GROUPS: dict[str, dict[str, Style | None]] = {
    "Core and secondary cities": {"cities": style_roles},
    "Unevenness": {
        "regions": style_regions,
        EARLIER: lambda layer: style_regions(layer, 0),
        "unevenness": None,
        "change": None,
        "nested": None,
        "trend": None,
        "trend_series": None,
        "region_profile": None,
    },
    "City types": {
        "types": style_types,
        "core_differences": style_differences,
        "type_profiles": None,
        "type_diagnostics": None,
    },
    "Night light": {
        "nighttime_light": None,  # with its unit, see `fill_project`
        "nighttime_series": None,
        "nighttime_groups": None,
    },
    "Spatial relations": {
        "flows": None,
        "flow_cities": style_flow_cities,
        "flows_summary": None,
        "polycentricity": None,
        "complementarity": lambda layer: style_complementarity(layer, ROLE),
        "complementarity_summary": None,
        "policy": None,
        "coordination": None,
    },
}


_IN_LAYOUTS = ("city_profile", "region_profile")  # tables that the atlas shows


def _title_of(theil_field: str, wishes: Wishes) -> str:
    words = wishes.words(theil_field[len("theil_") :])
    return wishes.phrases("Theil index: {indicator}", indicator=words)


def name_no_places(path: Path, folder: Path) -> None:
    """Take the folder in which the project was made out of it.

    QGIS writes paths that are relative to the project, but not in layouts.
    """
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    place = html.escape(str(folder), quote=False)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            text = data.decode("utf-8") if name.endswith(".qgs") else None
            archive.writestr(name, data if text is None else text.replace(place, "."))


def fill_project(
    project: QgsProject,
    results: Results,
    projection: Projection,
    extent: QgsRectangle,
    wishes: Wishes,
    rasters: Sequence[QgsRasterLayer],
) -> dict[str, QgsVectorLayer]:
    """Put all layers into a new project; returns them by name."""
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTitle(wishes.title)
    project.setCrs(projection.crs)
    layers: dict[str, QgsVectorLayer] = {}
    t = wishes.phrases

    def add(group: str, name: str, title: str, style: Style | None, key: str) -> None:
        layer = results.layer(name, title)
        if name == "nighttime_light":
            style_nightlight(layer)  # its name has the unit, that of legends too
            with in_chinese() if t.chinese else in_english():
                name_fields(layer, wishes.unit(LIGHT))
        elif style is not None:
            style(layer)
        project.addMapLayer(layer, False)
        root = project.layerTreeRoot()
        (root.findGroup(t(group)) or root.addGroup(t(group))).addLayer(layer)
        layers[key] = layer

    add("Orientation", "regions", t("Mega-regions"), style_region_outlines, "outlines")
    if "types" in results.names:
        add("Orientation", "cities", t("Core cities"), style_cores, "cores")
        project.layerTreeRoot().findLayer(layers["cores"]).setItemVisibilityChecked(False)
    label_layer(layers["outlines"], '"region"', 8 * wishes.scale, bold=True)
    for group, members in GROUPS.items():
        for name, style in members.items():
            if name == EARLIER and len(theil_fields(layers["regions"])) > 1:
                title = _title_of(theil_fields(layers["regions"])[0], wishes)
                add(group, "regions", title, style, name)
                node = project.layerTreeRoot().findLayer(layers[EARLIER])
                node.setItemVisibilityChecked(False)
            elif name == "regions":
                add(group, name, name, style, name)
                fields = theil_fields(layers[name])
                layers[name].setName(_title_of(fields[-1], wishes) if fields else t("Regions"))
            elif name == "flows" and name in results.names:
                title = t("Modelled flows between cities") if wishes.flows_modelled else t("Flows")
                add(group, name, title, lambda layer: style_strongest(layer, results, wishes), name)
            elif name == "nighttime_light" and name in results.names:
                title = t("Mean of {words}", words=light_words(results, wishes))
                add(group, name, title, style, name)
            elif name in results.names:
                add(group, name, t(name.replace("_", " ").capitalize()), style, name)
    for raster in rasters:
        project.addMapLayer(raster, False)
        project.layerTreeRoot().findGroup(t("Night light")).addLayer(raster)
    if "background" in results.names:
        add("Land", "background", t("Land"), style_background, "background")
    _show_first_group(project, t)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, projection.crs))
    for name in _IN_LAYOUTS:
        if name not in layers:
            layers[name] = results.layer(name, t(name.replace("_", " ").capitalize()))
            project.addMapLayer(layers[name], False)
    return layers


def _show_first_group(project: QgsProject, phrases: Phrases) -> None:
    """One theme at a time, or they hide one another."""
    for group in list(GROUPS)[1:]:
        node = project.layerTreeRoot().findGroup(phrases(group))
        if node is not None:
            node.setItemVisibilityChecked(False)


def translate_legends(project: QgsProject, phrases: Phrases) -> None:
    """Put the entries of the layers' legends into the report's language."""
    for layer in project.mapLayers().values():
        renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            for number, category in enumerate(renderer.categories()):
                renderer.updateCategoryLabel(number, phrases.plain(category.label()))
        elif isinstance(renderer, QgsGraduatedSymbolRenderer):
            for number, part in enumerate(renderer.ranges()):
                renderer.updateRangeLabel(number, phrases.plain(part.label()))
        elif isinstance(renderer, QgsRuleBasedRenderer):
            for rule in renderer.rootRule().descendants():
                rule.setLabel(phrases.plain(rule.label()))
