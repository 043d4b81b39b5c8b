"""The report's maps: which layers, titles and legends."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsExpression,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...labels import label_layer
from ...projection import Projection
from ...unevenness.region import theil_fields
from ..profiles import latest_light
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
    key = "\n".join(f"{code}   {name}" for code, name in sorted(wishes.region_titles.items()))
    land = [layers["background"]] if "background" in layers else []
    subtitles = {"nighttime_light": str(latest_light(results) or "").replace("_", " ")}
    if "types" in layers:
        typed = layers["types"].featureCount()
        subtitles["types"] = t("{cities} secondary cities; cores are left blank", cities=typed)
    fields = theil_fields(layers["regions"])
    for name, field in zip(("regions", EARLIER), (fields[-1:] + fields[:1])):
        if name in layers:
            value = QgsExpression.quotedColumnRef(field)
            label_layer(
                layers[name], f"\"region\" || '\\n' || format_number({value}, 3)", 8, bold=True
            )
            subtitles[name] = layers[name].name()
    made = {}

    def add(name: str, theme: str, template: str, title: str, subtitle: str) -> QgsPrintLayout:
        above = [] if name in ("regions", EARLIER) else [layers["outlines"]]
        sheet = Sheet(
            name=theme,
            template=template,
            title=title,
            subtitle=subtitle,
            layers=[*above, layers[name], *land],
            legend=(t(_THEMES[name][1]), layers[name]),
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
    for number, (name, (title, _)) in enumerate(_THEMES.items(), start=1):
        if name in layers:
            subtitle = subtitles.get(name, about)
            made[name] = add(name, f"{number} {t(title)}", "map", t(title), subtitle)
    return made
