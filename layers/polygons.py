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
from .cancelling import waited_for
from .validity import mended

Rings = list[tuple[np.ndarray, bool]]  # closed vertices of shape (k, 2), whether a hole

_HEADER = struct.Struct("<BI")
_MULTIPOLYGON, _OLD_Z = 6, 0x80000000  # numbers of types in well-known binary
_COUNT = struct.Struct("<I")
_LINE_STRING = 2  # its number in well-known binary
# How far a straight edge of the layer may stray from its place on the raster, in cells.
_TOLERANCE = 1e-4
_MOST_PIECES = 4096
_MOST_VERTICES = 2_000_000  # of a ring: more are needed only where it is torn
_ROUNDS = 8
_CHECKED_BYTES = 500_000  # of polygons that are checked at a time
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
    shapes: dict[int, bytes] = {}
    waiting: list[int] = []
    checks: list[Future[list[int]]] = []
    size = 0

    def check() -> None:
        checks.append(executor.submit(_invalid, {row: shapes[row] for row in waiting}))
        waiting.clear()

    for feature in source.getFeatures(
        QgsFeatureRequest().setSubsetOfAttributes([]),
        QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
    ):
        row = row_of.get(feature.id())
        if row is not None and feature.hasGeometry():
            shapes[row] = _binary(feature.geometry())
            waiting.append(row)
            size += len(shapes[row])
            if size > _CHECKED_BYTES:
                check()
                size = 0
        pause()
    check()
    result = CityPolygons([[] for _ in row_of], [], [])
    for row in [row for rows in waited_for(checks, pause) for row in rows]:
        usable = _mended(shapes[row])
        if usable != shapes[row]:
            (result.mended if usable else result.unusable).append(row)
        shapes[row] = usable
        pause()
    for row in list(shapes):
        result.rings[row] = _rings(shapes.pop(row))
        pause()
    return result


def _binary(geometry: QgsGeometry) -> bytes:
    """Well-known binary without curves; of what is no polygon nothing."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return b""
    return bytes(geometry.asWkb().data())


def _invalid(shapes: dict[int, bytes]) -> list[int]:
    """Rows whose polygon GEOS finds invalid, through GDAL, which lets other threads work."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return [row for row, binary in shapes.items() if binary and not _is_valid(binary)]
    finally:
        gdal.PopErrorHandler()


def _is_valid(binary: bytes) -> bool:
    try:
        shape = ogr.CreateGeometryFromWkb(binary)
        return shape is not None and bool(shape.IsValid())
    except RuntimeError:
        return False


def _mended(binary: bytes) -> bytes:
    """The polygon itself where it is valid after all, a valid one, or nothing."""
    geometry = QgsGeometry()
    geometry.fromWkb(binary)
    areas, was_invalid = mended(geometry)
    if not was_invalid:
        return binary
    return b"" if areas.isNull() else _binary(areas)


def _rings(binary: bytes) -> Rings:
    """The rings of a polygon or multipolygon in well-known binary, closed."""
    if not binary:
        return []
    (kind,) = _COUNT.unpack_from(binary, 1)
    thousands, flat = divmod(kind & 0xFFFF, 1000)  # 1000 says Z, 2000 M, 3000 both
    dimensions = 2 + (thousands in (1, 3) or bool(kind & _OLD_Z)) + (thousands in (2, 3))
    position, parts = _HEADER.size, 1
    if flat == _MULTIPOLYGON:
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
                if ring[0].tolist() != ring[-1].tolist():
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
        progress: called with 1 at the end; may raise to stop.
    """
    if from_crs == to_crs:
        return Placed(Polygons.from_rings(polygons), [])
    transform = QgsCoordinateTransform(from_crs, to_crs, transforms)
    rings = [ring for polygon in polygons for ring, _ in polygon]
    try:
        moved = iter(_reproject(rings, transform, grid))
    except QgsCsException:  # one by one, as some have a place
        moved = iter([ring for own in polygons for ring in _reproject_alone(own, transform, grid)])
    placed: list[Rings] = []
    unplaced = []
    for number, polygon in enumerate(polygons):
        found = [(next(moved), hole) for _, hole in polygon]
        placed.append([(ring, hole) for ring, hole in found if ring is not None])
        if len(placed[-1]) < len(found):
            placed[-1] = []
            unplaced.append(number)
    progress(1.0)
    return Placed(Polygons.from_rings(placed), unplaced)


def _reproject_alone(
    polygon: Rings, transform: QgsCoordinateTransform, grid: Grid
) -> list[np.ndarray | None]:
    try:
        return _reproject([ring for ring, _ in polygon], transform, grid)
    except QgsCsException:
        return [None] * len(polygon)


def _reproject(
    rings: Sequence[np.ndarray], transform: QgsCoordinateTransform, grid: Grid
) -> list[np.ndarray | None]:
    """Rings in the grid's CRS, with as many vertices as their edges need; None without a place.

    Raises:
        QgsCsException: a vertex has no place.
    """
    result: list[np.ndarray | None] = [None] * len(rings)
    near = np.sqrt(grid.cell_area) * 1e-3
    # Number of the ring, its vertices, and in how many parts each edge is tested.
    left = [(number, ring, _parts(ring)) for number, ring in enumerate(rings)]
    for _ in range(_ROUNDS):
        if not left:
            break
        parts = np.concatenate([own for _, _, own in left])
        vertices = np.concatenate([ring for _, ring, _ in left])
        placed, stray, length = _tested(vertices, parts, transform, grid)
        longer = (length > _LONG_EDGE) & (parts < _LONG_EDGE_PARTS)
        # An edge's stray falls with the square of the number of pieces it is cut into.
        pieces = np.clip(np.ceil(np.sqrt(stray / _TOLERANCE)), 1, _MOST_PIECES).astype(int)
        later = []
        end = 0
        for number, ring, own in left:
            first, end = end, end + len(ring)
            of_ring = slice(first, end)
            if longer[of_ring].any():
                later.append((number, ring, np.where(longer[of_ring], _LONG_EDGE_PARTS, own)))
            elif (pieces[of_ring] == 1).all():
                # A ring around a pole does not close on a map that is cut from pole to pole.
                if np.abs(placed[end - 1] - placed[first]).max() <= near:
                    placed[end - 1] = placed[first]
                    result[number] = placed[of_ring]
            elif pieces[of_ring].sum() <= _MOST_VERTICES:
                cut = _cut_edges(ring, pieces[of_ring])[0]
                later.append((number, cut, _parts(cut)))
        left = later
    return result


def _parts(ring: np.ndarray) -> np.ndarray:
    """In how many parts the edge from each vertex is tested; 1 at the last, which leads nowhere."""
    parts = np.full(len(ring), 2)
    parts[-1] = 1
    return parts


def _tested(
    vertices: np.ndarray, parts: np.ndarray, transform: QgsCoordinateTransform, grid: Grid
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The placed vertices; by how many cells the edge from each strays; its length in cells.

    Args:
        vertices: of closed rings one after the other, shape (n, 2).
        parts: how many parts of each edge are tested; 1 at the last vertex of a ring.
        transform: to the grid's CRS.
        grid: the raster's.
    """
    dense, edge, along = _cut_edges(vertices, parts)
    moved = _transform_points(dense, transform)
    first = np.cumsum(parts) - parts
    if grid.period is not None:
        _unwrap(moved[:, 0], first[parts == 1], grid.period)
    cells = grid.to_cells(moved)
    corners = cells[first]
    run = np.diff(corners, axis=0, append=corners[-1:])
    run[parts == 1] = 0.0
    away = np.abs(cells - corners[edge] - along[:, None] * run[edge]).max(axis=1)
    return moved[first], np.maximum.reduceat(away, first), np.abs(run).max(axis=1)


def _unwrap(x: np.ndarray, ring_ends: np.ndarray, period: float) -> None:
    """Let each ring go on where it jumps over the end of the map."""
    jumps = np.rint(np.diff(x) / period)
    jumps[ring_ends[:-1]] = 0.0
    if jumps.any():
        turns = np.concatenate(([0.0], np.cumsum(jumps)))
        starts = np.concatenate(([0], ring_ends[:-1] + 1))
        turns -= np.repeat(turns[starts], np.diff(starts, append=len(x)))
        x -= turns * period


def _cut_edges(
    vertices: np.ndarray, pieces: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The edge from each vertex cut into pieces: the points, of each its edge, and where on it."""
    edge = np.repeat(np.arange(len(pieces)), pieces)
    number = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    along = number / pieces[edge]
    run = np.diff(vertices, axis=0, append=vertices[-1:])
    return vertices[edge] + along[:, None] * run[edge], edge, along


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
