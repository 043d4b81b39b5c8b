"""Polygons of a layer as arrays, mended where they are invalid, in the CRS of a raster."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from osgeo import gdal, ogr
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
from ..measures.texts import tr

Rings = list[tuple[np.ndarray, bool]]  # closed vertices of shape (k, 2), whether a hole

_HEADER = struct.Struct("<BI")
_COUNT = struct.Struct("<I")
_LINE_STRING = 2  # its number in well-known binary
# How far a straight edge of the layer may stray from its place on the raster, in cells.
_TOLERANCE = 1e-4
_MOST_PIECES = 4096
_MOST_VERTICES = 2_000_000  # of a ring: more are needed only where it is torn
_ROUNDS = 8
# An edge of some cells may run to and fro around its straight place: it is tested at more points.
_LONG_EDGE, _LONG_EDGE_PARTS = 4.0, 8


@dataclass(frozen=True)
class CityPolygons:
    """The polygons of n rows.

    Attributes:
        rings: of each row; rows without a polygon have none.
        mended: rows whose polygon was invalid and was mended.
        unusable: rows whose polygon is invalid beyond mending, and so has no rings.
    """

    rings: list[Rings]
    mended: list[int]
    unusable: list[int]


class Placed(NamedTuple):
    """Polygons on a raster's grid, and those (by number) that have no place there."""

    polygons: Polygons
    unplaced: list[int]


def require_polygons(source: QgsProcessingFeatureSource) -> None:
    """Refuse a layer of points or lines, or a table, with a clear sentence."""
    kind = source.wkbType()
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    if kind == QgsWkbTypes.Type.NoGeometry or QgsWkbTypes.geometryType(kind) != polygons:
        raise InputError(
            tr(
                "Layer '{sourcename}' has no polygons: choose a layer with the cities' areas."
            ).format(sourcename=source.sourceName())
        )


def read_polygons(
    source: QgsProcessingFeatureSource,
    ids: Sequence[int] | np.ndarray,
    pause: Callable[[], None],
    executor: Executor,
) -> CityPolygons:
    """The rings of each row, in the order of `ids`.

    QGIS's own check of geometries is passed over, as it stops at the first invalid one (and can
    crash QGIS 3.22): each is checked here, and an invalid one mended.

    Args:
        source: a polygon layer.
        ids: feature ids of its rows.
        pause: called after each row; may raise to stop.
        executor: checks the polygons meanwhile.

    Raises:
        InputError: the layer has no polygons, or no CRS.
    """
    require_polygons(source)
    if not source.sourceCrs().isValid():
        raise InputError(
            tr(
                "Layer '{sourcename}' has no coordinate system: set the right one in its "
                "properties."
            ).format(sourcename=source.sourceName())
        )
    row_of = {int(identifier): row for row, identifier in enumerate(ids)}
    shapes: dict[int, tuple[bytes, Future[bool]]] = {}
    for feature in source.getFeatures(
        QgsFeatureRequest().setSubsetOfAttributes([]),
        QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
    ):
        row = row_of.get(feature.id())
        if row is not None and feature.hasGeometry():
            binary = _binary(feature.geometry())
            shapes[row] = binary, executor.submit(_is_valid, binary)
        pause()
    result = CityPolygons([[] for _ in row_of], [], [])
    for row, (binary, valid) in shapes.items():
        usable = binary if valid.result() else _mended(binary)
        if usable != binary:
            (result.mended if usable else result.unusable).append(row)
        result.rings[row] = _rings(usable)
        pause()
    return result


def _binary(geometry: QgsGeometry) -> bytes:
    """Well-known binary without curves; of what is no polygon nothing."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return b""
    return bytes(geometry.asWkb().data())


def _is_valid(binary: bytes) -> bool:
    """GEOS's check through GDAL, which lets other threads work meanwhile."""
    if not binary:
        return True
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        shape = ogr.CreateGeometryFromWkb(binary)
        return shape is not None and bool(shape.IsValid())
    except RuntimeError:
        return False
    finally:
        gdal.PopErrorHandler()


def _mended(binary: bytes) -> bytes:
    """The polygon itself where it is valid after all, a valid one, or nothing.

    Each part is mended on its own and the parts are joined, so that parts that overlap count once.
    """
    geometry = QgsGeometry()
    geometry.fromWkb(binary)
    if geometry.isGeosValid():
        return binary
    pieces = [
        piece
        for part in geometry.asGeometryCollection()
        for piece in part.makeValid().asGeometryCollection()
        if piece.type() == QgsWkbTypes.GeometryType.PolygonGeometry and piece.area() > 0
    ]
    joined = QgsGeometry.unaryUnion(pieces) if pieces else QgsGeometry()
    usable = np.isfinite(joined.area()) and joined.area() > 0 and joined.isGeosValid()
    return _binary(joined) if usable else b""


def _rings(binary: bytes) -> Rings:
    """The rings of a polygon or multipolygon in well-known binary, closed."""
    if not binary:
        return []
    (kind,) = _COUNT.unpack_from(binary, 1)
    dimensions = 2 + QgsWkbTypes.hasZ(kind) + QgsWkbTypes.hasM(kind)
    position, parts = _HEADER.size, 1
    if QgsWkbTypes.flatType(kind) == QgsWkbTypes.Type.MultiPolygon:
        (parts,) = _COUNT.unpack_from(binary, position)
        position += _COUNT.size + _HEADER.size
    rings: Rings = []
    for _ in range(parts):
        (count,) = _COUNT.unpack_from(binary, position)
        position += _COUNT.size
        for number in range(count):
            (vertices,) = _COUNT.unpack_from(binary, position)
            position += _COUNT.size
            values = np.frombuffer(binary, "<f8", vertices * dimensions, position)
            position += values.nbytes
            if vertices:
                ring = values.reshape(vertices, dimensions)[:, :2]
                if not np.array_equal(ring[0], ring[-1]):
                    ring = np.concatenate((ring, ring[:1]))
                rings.append((ring, number > 0))
        position += _HEADER.size  # of the next part
    return rings


def place_on_grid(
    polygons: Sequence[Rings],
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    grid: Grid,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> Placed:
    """The polygons in the CRS of the grid.

    Edges are given more vertices until they lie within a ten-thousandth of a cell of where the
    straight edge of the layer runs. A polygon that has no place (it lies outside the area for
    which the CRS is made, or across the edge of its map) has no rings, and so no cells.

    Args:
        polygons: in `from_crs`.
        from_crs: CRS of the layer.
        to_crs: CRS of the raster.
        grid: the raster's grid.
        transforms: the project's choices of transformations.
        progress: called with the share done after each polygon; may raise to stop.
    """
    if from_crs == to_crs:
        return Placed(Polygons.from_rings(polygons), [])
    transform = QgsCoordinateTransform(from_crs, to_crs, transforms)
    placed: list[Rings] = []
    unplaced = []
    for number, rings in enumerate(polygons):
        try:
            placed.append([(_reproject(ring, transform, grid), hole) for ring, hole in rings])
        except QgsCsException:
            placed.append([])
            unplaced.append(number)
        progress((number + 1) / len(polygons))
    return Placed(Polygons.from_rings(placed), unplaced)


def _reproject(ring: np.ndarray, transform: QgsCoordinateTransform, grid: Grid) -> np.ndarray:
    """The ring in the grid's CRS, with as many vertices as its edges need.

    Raises:
        QgsCsException: it has no place there.
    """
    parts = np.full(len(ring) - 1, 2)
    for _ in range(_ROUNDS):
        placed, stray, length = _tested(ring, parts, transform, grid)
        longer = (length > _LONG_EDGE) & (parts < _LONG_EDGE_PARTS)
        if longer.any():
            parts = np.where(longer, _LONG_EDGE_PARTS, parts)
            placed, stray, length = _tested(ring, parts, transform, grid)
        # An edge's stray falls with the square of the number of pieces it is cut into.
        pieces = np.clip(np.ceil(np.sqrt(stray / _TOLERANCE)), 1, _MOST_PIECES).astype(int)
        if (pieces == 1).all():
            # A ring around a pole does not close on a map that is cut from pole to pole.
            if not np.allclose(placed[-1], placed[0], rtol=0, atol=np.sqrt(grid.cell_area) * 1e-3):
                break
            placed[-1] = placed[0]
            return placed
        if pieces.sum() > _MOST_VERTICES:
            break
        ring = _cut_edges(ring, pieces)[0]
        parts = np.full(len(ring) - 1, 2)
    raise QgsCsException("The polygon crosses the edge of the map")


def _tested(
    ring: np.ndarray, parts: np.ndarray, transform: QgsCoordinateTransform, grid: Grid
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The placed vertices; by how many cells edges stray between them; their length in cells."""
    dense, edge, along = _cut_edges(ring, parts)
    moved = _transform_points(dense, transform)
    if grid.period is not None:  # places jump where the ring crosses the end of the map
        moved[:, 0] = np.unwrap(moved[:, 0], period=grid.period)
    cells = grid.to_cells(moved)
    first = np.concatenate((np.cumsum(parts) - parts, [len(dense) - 1]))
    corners = cells[first]
    run = corners[1:] - corners[:-1]
    straight = corners[:-1][edge] + along[:, None] * run[edge]
    away = np.abs(cells[:-1] - straight).max(axis=1)
    stray = np.maximum.reduceat(away, first[:-1])
    return moved[first], stray, np.abs(run).max(axis=1)


def _cut_edges(ring: np.ndarray, pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The ring with each edge cut into pieces; of each vertex but the last its edge, and where."""
    edge = np.repeat(np.arange(len(pieces)), pieces)
    number = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    along = number / pieces[edge]
    points = ring[edge] + along[:, None] * (ring[edge + 1] - ring[edge])
    return np.concatenate((points, ring[-1:])), edge, along


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
