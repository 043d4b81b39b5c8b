"""Polygons of a layer as arrays, in the CRS of a raster."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..measures.errors import InputError
from ..measures.grids import Grid, Polygons

Rings = list[tuple[np.ndarray, bool]]  # closed vertices of shape (k, 2), whether a hole

_HEADER = struct.Struct("<BI")
_COUNT = struct.Struct("<I")
_LINE_STRING = 2  # its number in well-known binary
# How far a straight edge of the layer may stray from its place on the raster, in cells.
_TOLERANCE = 1e-3
_MOST_PIECES = 4096


def require_polygons(source: QgsProcessingFeatureSource) -> None:
    """Refuse a layer of points or lines, or a table, with a clear sentence."""
    kind = source.wkbType()
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    if kind == QgsWkbTypes.Type.NoGeometry or QgsWkbTypes.geometryType(kind) != polygons:
        raise InputError(
            f"Layer '{source.sourceName()}' has no polygons: choose a layer with the cities' areas."
        )


def read_polygons(
    source: QgsProcessingFeatureSource,
    ids: Sequence[int] | np.ndarray,
    pause: Callable[[], None],
) -> list[Rings]:
    """The rings of each row, in the order of `ids`; rows without a polygon have none.

    Args:
        source: a polygon layer.
        ids: feature ids of its rows.
        pause: called after each row; may raise to stop.

    Raises:
        InputError: the layer has no polygons.
    """
    require_polygons(source)
    row_of = {int(identifier): row for row, identifier in enumerate(ids)}
    result: list[Rings] = [[] for _ in row_of]
    for feature in source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([])):
        row = row_of.get(feature.id())
        if row is not None and feature.hasGeometry():
            result[row] = _rings(feature.geometry())
        pause()
    return result


def _rings(geometry: QgsGeometry) -> Rings:
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return []
    data = geometry.asWkb().data()
    kind = QgsWkbTypes.flatType(geometry.wkbType())
    dimensions = 2 + QgsWkbTypes.hasZ(geometry.wkbType()) + QgsWkbTypes.hasM(geometry.wkbType())
    position, parts = _HEADER.size, 1
    if kind == QgsWkbTypes.Type.MultiPolygon:
        (parts,) = _COUNT.unpack_from(data, position)
        position += _COUNT.size + _HEADER.size
    rings: Rings = []
    for _ in range(parts):
        (count,) = _COUNT.unpack_from(data, position)
        position += _COUNT.size
        for number in range(count):
            (vertices,) = _COUNT.unpack_from(data, position)
            position += _COUNT.size
            values = np.frombuffer(data, "<f8", vertices * dimensions, position)
            position += values.nbytes
            if vertices:
                rings.append((values.reshape(vertices, dimensions)[:, :2], number > 0))
        position += _HEADER.size  # of the next part
    return rings


def place_on_grid(
    polygons: Sequence[Rings],
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    grid: Grid,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> Polygons:
    """The polygons in the CRS of the grid.

    Edges are given more vertices until they lie within a thousandth of a cell of where the
    straight edge of the layer runs. A polygon that the transformation cannot place (it lies
    outside the area for which the CRS is made) has no rings, and so no cells.

    Args:
        polygons: in `from_crs`.
        from_crs: CRS of the layer.
        to_crs: CRS of the raster.
        grid: the raster's grid.
        transforms: the project's choices of transformations.
        progress: called with the share done after each polygon; may raise to stop.
    """
    if from_crs == to_crs or not from_crs.isValid() or not to_crs.isValid():
        return Polygons.from_rings(polygons)
    transform = QgsCoordinateTransform(from_crs, to_crs, transforms)
    # Longitudes of a ring from a map jump where it crosses the antimeridian.
    unwrap = grid.period if to_crs.isGeographic() and not from_crs.isGeographic() else None
    placed: list[Rings] = []
    for done, rings in enumerate(polygons):
        try:
            placed.append(
                [(_reproject(ring, transform, grid, unwrap), hole) for ring, hole in rings]
            )
        except QgsCsException:
            placed.append([])
        progress((done + 1) / len(polygons))
    return Polygons.from_rings(placed)


def _reproject(
    ring: np.ndarray, transform: QgsCoordinateTransform, grid: Grid, unwrap: float | None
) -> np.ndarray:
    """The ring in the grid's CRS, with as many vertices as its edges need."""

    def moved(points: np.ndarray) -> np.ndarray:
        result = _transform_points(points, transform)
        return result if unwrap is None else np.unwrap(result, period=unwrap, axis=0)

    middles = (ring[:-1] + ring[1:]) / 2
    both = np.empty((2 * len(ring) - 1, 2))
    both[::2], both[1::2] = ring, middles
    placed = moved(both)
    cells = grid.to_cells(placed)
    stray = np.abs(cells[1::2] - (cells[:-2:2] + cells[2::2]) / 2).max(axis=1, initial=0.0)
    # An edge's stray falls with the square of the number of pieces it is cut into.
    pieces = np.clip(np.ceil(np.sqrt(stray / _TOLERANCE)), 1, _MOST_PIECES).astype(int)
    if (pieces == 1).all():
        result = placed[::2]
    else:
        edge = np.repeat(np.arange(len(pieces)), pieces)
        number = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        along = (number / pieces[edge])[:, None]
        dense = ring[edge] + along * (ring[edge + 1] - ring[edge])
        result = moved(np.concatenate((dense, ring[-1:])))
    result[-1] = result[0]
    return result


def _transform_points(points: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    """Points of shape (n, 2) transformed, all in one call: as a line, which QGIS moves in C++."""
    header = _HEADER.pack(1, _LINE_STRING) + _COUNT.pack(len(points))
    line = QgsGeometry()
    line.fromWkb(header + np.ascontiguousarray(points, dtype="<f8").tobytes())
    line.transform(transform)
    data = line.asWkb().data()
    result = np.frombuffer(data, "<f8", offset=len(header)).reshape(-1, 2)
    if not np.isfinite(result).all():
        raise QgsCsException("Points outside the area of the coordinate system")
    return result.copy()  # the buffer belongs to Qt and is read-only
