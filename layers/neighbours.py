"""Polygons that are neighbours because they share an edge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..measures.neighbours import Neighbours, from_pairs

# In parts of the polygons' usual width: edges this close are one, as those of maps digitised twice
_TOLERANCE = 1e-4
_LEAST_EDGE = 1e-3  # likewise: a shorter common edge is a corner


def edge_neighbours(geometries: Sequence[QgsGeometry]) -> Neighbours:
    """Neighbours that share an edge, not only a corner.

    Boundaries closer than a ten-thousandth of the polygons' median width (the root of their area)
    count as one, so that the slivers of a digitised map do not part neighbours; a common edge is
    at least ten times as long.

    Args:
        geometries: n polygons in one CRS; one without a shape has no neighbours.

    Returns:
        Their neighbours; each pair counts both ways.
    """
    areas = np.array([geometry.area() for geometry in geometries])
    if not (areas > 0).any():
        nothing = np.empty(0, dtype=int)
        return from_pairs(len(geometries), nothing, nothing)
    width = float(np.sqrt(np.median(areas[areas > 0])))
    index, boundaries = QgsSpatialIndex(), []
    for number, geometry in enumerate(geometries):
        boundaries.append(_boundary(geometry))
        if not geometry.isEmpty():
            index.addFeature(number, geometry.boundingBox())
    pairs = []
    for number, geometry in enumerate(geometries):
        if geometry.isEmpty():
            continue
        around = geometry.boundingBox().buffered(width * _TOLERANCE)
        for other in index.intersects(around):
            if other > number and _share_an_edge(boundaries[number], boundaries[other], width):
                pairs += [(number, other), (other, number)]
    cities, others = np.array(pairs, dtype=int).reshape(-1, 2).T
    return from_pairs(len(geometries), cities, others)


def _boundary(geometry: QgsGeometry) -> QgsGeometry:
    """All rings as lines; no shape of a geometry without one."""
    return QgsGeometry() if geometry.isEmpty() else QgsGeometry(geometry.constGet().boundary())


def _share_an_edge(one: QgsGeometry, other: QgsGeometry, width: float) -> bool:
    near = width * _TOLERANCE
    # Only what lies where both are: detailed boundaries are long.
    common = one.boundingBox().buffered(near).intersect(other.boundingBox().buffered(near))
    part, other_part = one.clipped(common), other.clipped(common)
    if part.isEmpty() or other_part.isEmpty():
        return False
    along = part.intersection(other_part.buffer(near, 1))
    return along.length() >= width * _LEAST_EDGE
