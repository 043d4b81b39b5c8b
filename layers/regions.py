"""The areas of regions, dissolved from those of their cities."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingFeatureSource, QgsProcessingFeedback

from ..measures.errors import InputError
from .areas import read_areas
from .cancelling import check_cancelled
from .cities import Cities
from .fields import name_some
from .validity import union_of_areas


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
                    f"The polygons of region {region} in layer '{cities.layer}' cannot be joined: "
                    "repair them with 'Fix geometries' first."
                )
            without.append(region)
        dissolved.append(union)
        feedback.setProgress(100 * (done + 1) / len(by_region))
    if without:
        feedback.pushWarning(f"Regions without any area, so not on the map: {name_some(without)}.")
    return dissolved
