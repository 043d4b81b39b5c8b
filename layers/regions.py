"""Regions as the cities that share a name in the region field."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ..measures.errors import InputError
from .cancelling import check_cancelled
from .polygons import require_polygons


def members_by_region(regions: Sequence[str | None]) -> dict[str, np.ndarray]:
    """Region name to the positions of its cities, in the order in which the regions appear."""
    members: dict[str, list[int]] = {}
    for position, region in enumerate(regions):
        if region is not None:
            members.setdefault(region, []).append(position)
    return {region: np.array(positions) for region, positions in members.items()}


def dissolve(
    source: QgsProcessingFeatureSource,
    ids: np.ndarray,
    members: dict[str, np.ndarray],
    feedback: QgsProcessingFeedback,
) -> list[QgsGeometry]:
    """One multipolygon for each region, in the order of `members`.

    Args:
        source: a polygon layer.
        ids: feature ids of its rows.
        members: region to the positions in `ids` of its cities.

    Raises:
        InputError: the layer has no polygons, or a region's polygons cannot be joined.
    """
    require_polygons(source)
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    shapes = {f.id(): f.geometry() for f in source.getFeatures(request, flags)}
    dissolved = []
    for done, (region, positions) in enumerate(members.items()):
        check_cancelled(feedback)
        parts = [shapes[int(ids[position])] for position in positions]
        union = QgsGeometry.unaryUnion(parts)
        if union.isNull():  # an invalid outline: mend and try once more
            union = QgsGeometry.unaryUnion([part.makeValid() for part in parts])
        if union.isNull():
            raise InputError(
                f"The polygons of region {region} in layer '{source.sourceName()}' cannot be "
                "joined: repair them with 'Fix geometries' first."
            )
        union.convertToMultiType()
        dissolved.append(union)
        feedback.setProgress(100 * (done + 1) / len(members))
    return dissolved
