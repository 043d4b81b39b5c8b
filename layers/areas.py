"""The cities' areas, mended where their outlines are invalid."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ..measures.texts import tr
from .cities import Cities
from .polygons import require_polygons
from .rows import features
from .validity import mended


def read_areas(
    source: QgsProcessingFeatureSource, cities: Cities, feedback: QgsProcessingFeedback
) -> list[QgsGeometry]:
    """The area of each row, null where it has none; the log names those that were mended.

    Args:
        source: a polygon layer.
        cities: its rows.
        feedback: the log.

    Raises:
        InputError: the layer has no polygons, or was not read to its end.
    """
    require_polygons(source)
    row_of = {int(identifier): row for row, identifier in enumerate(cities.ids)}
    areas = [QgsGeometry() for _ in cities.ids]
    repaired = []
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in features(source, request, feedback):
        row = row_of.get(feature.id())
        if row is not None and feature.hasGeometry():
            areas[row], was_invalid = mended(feature.geometry())
            if was_invalid:
                repaired.append(row)
    if repaired:
        feedback.pushWarning(
            tr("Invalid outlines were mended: {names}.").format(names=cities.name(repaired))
        )
    return areas
