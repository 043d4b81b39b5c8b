"""The places of regions: areas dissolved from those of their cities, or their cities' points."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..measures.errors import InputError
from ..measures.texts import tr
from .areas import read_areas
from .cancelling import check_cancelled
from .cities import Cities
from .fields import name_some
from .rows import features
from .validity import union_of_areas


def places(
    source: QgsProcessingFeatureSource,
    cities: Cities,
    by_region: Mapping[str, np.ndarray],
    feedback: QgsProcessingFeedback,
) -> tuple[list[QgsGeometry], QgsWkbTypes.Type]:
    """One geometry for each region and their type: `dissolve`, or `gather` for a layer of points.

    Raises:
        InputError: as `dissolve`.
    """
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        return gather(source, cities, by_region, feedback), QgsWkbTypes.Type.MultiPoint
    return dissolve(source, cities, by_region, feedback), QgsWkbTypes.Type.MultiPolygon


def gather(
    source: QgsProcessingFeatureSource,
    cities: Cities,
    by_region: Mapping[str, np.ndarray],
    feedback: QgsProcessingFeedback,
) -> list[QgsGeometry]:
    """The points of each region's cities as one, in the order of `by_region`.

    Args:
        source: a layer of points.
        cities: its rows.
        by_region: region to the positions of its cities' rows.
        feedback: reading stops where it is cancelled.
    """
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    points = {
        feature.id(): feature.geometry()
        for feature in features(source, request, feedback)
        if feature.hasGeometry()
    }
    return [
        QgsGeometry.collectGeometry(
            [points[identifier] for row in rows if (identifier := int(cities.ids[row])) in points]
        )
        for rows in by_region.values()
    ]


def dissolve(
    source: QgsProcessingFeatureSource,
    cities: Cities,
    by_region: Mapping[str, np.ndarray],
    feedback: QgsProcessingFeedback,
) -> list[QgsGeometry]:
    """One multipolygon for each region, in the order of `by_region`; null where it has no area.

    Invalid outlines are mended, of which only the areas are kept; the log names their cities.

    Args:
        source: a polygon layer.
        cities: its rows.
        by_region: region to the positions of its cities' rows.
        feedback: the log.

    Raises:
        InputError: the layer has no polygons, or a region's polygons cannot be joined.
    """
    areas = read_areas(source, cities, feedback)
    dissolved, without = [], []
    for done, (region, rows) in enumerate(by_region.items()):
        check_cancelled(feedback)
        parts = [areas[row] for row in rows]
        union = union_of_areas(parts)
        if union.isNull():
            if any(not part.isNull() for part in parts):
                raise InputError(
                    tr(
                        "The polygons of region {region} in layer '{layer}' cannot be "
                        "joined: repair them with 'Fix geometries' first."
                    ).format(region=region, layer=cities.layer)
                )
            without.append(region)
        dissolved.append(union)
        feedback.setProgress(100 * (done + 1) / len(by_region))
    if without:
        feedback.pushWarning(
            tr("Regions without any area, so not on the map: {names}.").format(
                names=name_some(without)
            )
        )
    return dissolved
