"""The report's maps: which layers, titles and legends."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...labels import label_layer
from ...projection import Projection
from ...unevenness.region import theil_fields
from ..numbers import expression
from ..profiles import light_words
from ..results import Results
from ..wishes import Wishes
from .project import EARLIER
from .sheets import Sheet, add_sheet

COVER = "cover"
_UNEVENNESS = (
    "Unevenness between core and secondary cities",
    "Theil index between core and secondary cities",
)
# Layer to the map's title and its legend's heading
_THEMES = {
    "cities": ("Core and secondary cities", "Role of the city"),
    EARLIER: _UNEVENNESS,
    "regions": _UNEVENNESS,
    "types": ("Types of secondary cities", "Type (suggested name)"),
    "nighttime_light": ("Night light of the cities", "Mean light"),
    "complementarity": (
        "Complementarity of secondary cities to their cores",
        "Krugman dissimilarity to the cores (0 to 2)",
    ),
    "flows": ("Flows between cities", "Flows"),
}


_SOUTH_CHINA_SEA = QgsRectangle(105.5, 2.0, 123.0, 24.0)  # degrees


def south_china_sea(crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """The extent of the inset that maps of China have."""
    globe = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(globe, crs, QgsProject.instance().transformContext())
    return transform.transformBoundingBox(_SOUTH_CHINA_SEA)


def add_themes(
    project: QgsProject,
    results: Results,
    layers: Mapping[str, QgsVectorLayer],
    projection: Projection,
    extent: QgsRectangle,
    wishes: Wishes,
    inset: QgsRectangle | None,
) -> dict[str, QgsPrintLayout]:
    """The cover and one layout a theme that was computed; layer's name to layout."""
    t = wishes.phrases
    key = dict(sorted(wishes.region_titles.items()))
    land = [layers["background"]] if "background" in layers else []
    light = light_words(results, wishes)
    headings = {name: t(heading) for name, (_, heading) in _THEMES.items()}
    headings["nighttime_light"] = t("Mean of {words}", words=light)
    titles = {name: t(title) for name, (title, _) in _THEMES.items()}
    if wishes.flows_modelled:
        titles["flows"] = headings["flows"] = t("Modelled flows between cities")
    subtitles = {}
    if wishes.lit_above is not None:
        subtitles["nighttime_light"] = t(
            "{words}, from {rasters}; lit above {threshold:g}",
            words=light,
            rasters=t.listed(list(wishes.rasters)),
            threshold=wishes.lit_above,
        )
    if "types" in layers:
        typed = layers["types"].featureCount()
        subtitles["types"] = t("{cities} secondary cities", cities=typed)
    fields = theil_fields(layers["regions"])
    for name, field in zip(("regions", EARLIER), (fields[-1:] + fields[:1])):
        if name in layers:
            value = QgsExpression.quotedColumnRef(field)
            label = f"\"region\" || '\\n' || {expression(value, '3')}"
            label_layer(layers[name], label, 8 * wishes.scale, bold=True)
            subtitles[name] = layers[name].name()
    made = {}

    def add(name: str, theme: str, template: str, title: str, subtitle: str) -> QgsPrintLayout:
        above = [] if name in ("regions", EARLIER) else [layers["outlines"]]
        cores = layers["cores"] if name == "types" else None
        sheet = Sheet(
            name=theme,
            template=template,
            title=title,
            subtitle=subtitle,
            layers=[*above, layers[name], *([cores] if cores else []), *land],
            legend=(headings[name], layers[name]),
            also=cores,
            extent=extent,
            projection=projection,
            key=key,
            inset=inset,
        )
        return add_sheet(project, sheet, wishes)

    count = layers["outlines"].featureCount()
    about = t(
        "{cities} cities in {regions} mega-regions",
        cities=layers["cities"].featureCount(),
        regions=count,
    )
    made[COVER] = add("cities", t("Cover"), "cover", wishes.title, about)
    for number, name in enumerate(_THEMES, start=1):
        if name in layers:
            subtitle = subtitles.get(name, about)
            made[name] = add(name, f"{number} {titles[name]}", "map", titles[name], subtitle)
    return made
