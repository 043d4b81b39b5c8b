"""Polygons mended where they are invalid; only their areas are kept."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from qgis.core import QgsGeometry, QgsWkbTypes

_AREAS = QgsWkbTypes.GeometryType.PolygonGeometry


def areas_of(geometry: QgsGeometry) -> QgsGeometry:
    """The areas in a geometry as one multipolygon, its lines and points left out; null if none."""
    if geometry.isNull():
        return QgsGeometry()
    parts = [geometry]
    if QgsWkbTypes.geometryType(geometry.wkbType()) != _AREAS:
        parts = [
            part
            for part in geometry.asGeometryCollection()
            if QgsWkbTypes.geometryType(part.wkbType()) == _AREAS
        ]
    parts = [part for part in parts if not part.isEmpty()]
    if not parts:
        return QgsGeometry()
    result = parts[0] if len(parts) == 1 else QgsGeometry.collectGeometry(parts)
    result.convertToMultiType()
    return result


def mended(geometry: QgsGeometry) -> tuple[QgsGeometry, bool]:
    """The geometry as valid areas, null where none can be made, and whether it was invalid.

    Each part is mended on its own and the parts are joined: parts that overlap count once, where
    mending all at once would cut a hole where they do.
    """
    if geometry.isNull() or geometry.isEmpty():
        return QgsGeometry(), False
    if geometry.isGeosValid():
        return areas_of(geometry), False
    joined = union_of_areas(areas_of(part.makeValid()) for part in geometry.asGeometryCollection())
    usable = not joined.isNull() and isfinite(joined.area()) and joined.area() > 0
    return joined if usable and joined.isGeosValid() else QgsGeometry(), True


def union_of_areas(geometries: Iterable[QgsGeometry]) -> QgsGeometry:
    """The union of valid areas, as one multipolygon; null where there are none."""
    parts = [geometry for geometry in geometries if not geometry.isNull()]
    return areas_of(QgsGeometry.unaryUnion(parts)) if parts else QgsGeometry()
