"""The regions of cities that are points: the smallest area around their cities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qgis.core import QgsRectangle

    from .reportsteps import Steps

_MARGIN = 0.01  # of the layer's extent, so that one city has an area too


def write_regions_around_points(steps: Steps) -> None:
    """The layer `regions` with theil_<indicator>_<year> and gini_<indicator>_<year>."""
    from qgis.core import QgsGeometry, QgsVectorLayer

    from ..cartography.report.results import Results
    from ..cartography.report.wishes import REGION
    from ..layers.geopackage import write_to_geopackage
    from ..layers.outputs import table

    layer = QgsVectorLayer(steps.read("cities"), "cities", "ogr")
    points: dict[str, list[QgsGeometry]] = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            points.setdefault(str(feature[REGION]), []).append(feature.geometry())
    values: dict[str, dict[str, Any]] = {}
    for row in Results(steps.package, steps.tables).rows("unevenness"):
        ending = row["indicator"] if row["year"] is None else f"{row['indicator']}_{row['year']}"
        of_region = values.setdefault(row["region"], {})
        of_region[f"theil_{ending}"] = row["theil_between"]
        of_region[f"gini_{ending}"] = row["gini_between"]
    names = list(dict.fromkeys(name for of_region in values.values() for name in of_region))
    margin = _margin(layer.extent())
    areas = []
    for region in values:
        hull = QgsGeometry.unaryUnion(points.get(region, [])).convexHull().buffer(margin, 8)
        hull.convertToMultiType()
        areas.append(hull)
    output = table(
        "regions",
        "Mega-regions",
        [("region", str), *((name, float) for name in names)],
        [[region, *(row.get(name) for name in names)] for region, row in values.items()],
        areas,
        layer.crs(),
    )
    write_to_geopackage(steps.package, output)
    steps.tables.add("regions")


def _margin(extent: QgsRectangle) -> float:
    return max(_MARGIN * max(extent.width(), extent.height()), 1e-6)
