"""Exact covered fractions of grid cells by polygons.

Every edge is cut at the grid's lines. A piece inside one cell covers the part of its row to its
right: in its own cell a trapezium, in every cell further right the piece's whole height. Signed
and summed along a row this gives the covered fraction of each cell that a boundary passes and,
between two such cells, runs of cells that lie wholly inside or outside. The idea is that of the
exact-coverage rasterisers of font engines (Levien, font-rs); horizontal edges have no height and
drop out of the sums, and vertices on cell corners need no special case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np

from .grids import Grid, Polygons

_CHUNK_VERTICES = 50_000  # speed only: bounds the memory and the time until a cancel is noticed
# Cells covered less than this are rounding: column 7,000 of a grid is known to 1e-12 cells.
_ROUNDING = 1e-11
# Sums along a row this close to 0 or 1 are 0 or 1.
_WHOLE = 1e-9


@dataclass(frozen=True)
class Coverage:
    """Which cells of a grid polygons cover: boundary cells and runs of interior cells.

    Attributes:
        polygons: number of polygons, n.
        cell_polygon, cell_row, cell_column: boundary cells, shape (cells,) each.
        cell_fraction: covered fraction of each boundary cell, above 0 and at most 1.
        run_polygon, run_row, run_start, run_end: runs of wholly covered cells of one row, from
            column `run_start` up to, without, `run_end`; shape (runs,) each.
        inside_share: share of each polygon's area that lies on the grid, shape (n,); NaN for a
            polygon without area.
    """

    polygons: int
    cell_polygon: np.ndarray
    cell_row: np.ndarray
    cell_column: np.ndarray
    cell_fraction: np.ndarray
    run_polygon: np.ndarray
    run_row: np.ndarray
    run_start: np.ndarray
    run_end: np.ndarray
    inside_share: np.ndarray

    @classmethod
    def joined(cls, parts: Sequence[Coverage]) -> Coverage:
        """Coverages of groups of polygons, one group numbered on from the other."""
        columns: dict[str, np.ndarray] = {}
        firsts = np.cumsum([0] + [part.polygons for part in parts])
        for field in fields(cls)[1:]:
            of_parts = [getattr(part, field.name) for part in parts]
            if field.name in ("cell_polygon", "run_polygon"):
                of_parts = [_small(own + first) for own, first in zip(of_parts, firsts)]
            columns[field.name] = np.concatenate(of_parts)
        return cls(int(firsts[-1]), **columns)

    def covered_cells(self) -> np.ndarray:
        """Covered area of each polygon in cells, shape (n,)."""
        in_cells = np.bincount(
            self.cell_polygon, weights=self.cell_fraction, minlength=self.polygons
        )
        in_runs = np.bincount(
            self.run_polygon, weights=self.run_end - self.run_start, minlength=self.polygons
        )
        return in_cells + in_runs

    def fractions(self, polygon: int, grid: Grid) -> np.ndarray:
        """Covered fraction of every cell by one polygon, shape (rows, columns)."""
        result = np.zeros((grid.rows, grid.columns))
        cells = self.cell_polygon == polygon
        result[self.cell_row[cells], self.cell_column[cells]] = self.cell_fraction[cells]
        for run in np.flatnonzero(self.run_polygon == polygon):
            result[self.run_row[run], self.run_start[run] : self.run_end[run]] = 1.0
        return result


class _Segments(NamedTuple):
    """Directed segments in cell coordinates, shape (k,) each."""

    x0: np.ndarray
    y0: np.ndarray
    x1: np.ndarray
    y1: np.ndarray
    owner: np.ndarray  # a polygon, later a row of a polygon

    def take(self, which: np.ndarray) -> _Segments:
        return _Segments(*(column[which] for column in self))


class _Covered(NamedTuple):
    """The boundary cells and runs of `Coverage`."""

    cell_polygon: np.ndarray
    cell_row: np.ndarray
    cell_column: np.ndarray
    cell_fraction: np.ndarray
    run_polygon: np.ndarray
    run_row: np.ndarray
    run_start: np.ndarray
    run_end: np.ndarray


def cover(
    polygons: Polygons, grid: Grid, progress: Callable[[float], None] | None = None
) -> Coverage:
    """Covered fractions of the grid's cells by each polygon.

    Parts that overlap within one polygon count once where they cover whole cells. On a grid with
    a period, polygons are also placed one turn to the west and to the east, so that one that runs
    beyond the antimeridian finds its cells on the other side of the grid.

    Args:
        polygons: in the coordinates of the grid.
        grid: the raster's grid.
        progress: called with the share done after each chunk; may raise to stop.
    """
    parts, areas = [_Covered(*[np.empty(0, np.int32)] * 8)], np.zeros(polygons.count)
    for chunk, done in _chunks(polygons):
        edges, chunk_areas = _edges(chunk, grid)
        areas += chunk_areas
        parts.append(_cover_edges(edges, grid))
        if progress is not None:
            progress(done)
    joined = _Covered(*(np.concatenate(column) for column in zip(*parts)))
    coverage = Coverage(polygons=polygons.count, **joined._asdict(), inside_share=areas)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(areas > 0, coverage.covered_cells() / areas, np.nan)
    return replace(coverage, inside_share=np.minimum(share, 1.0))


def _chunks(polygons: Polygons) -> Iterator[tuple[Polygons, float]]:
    """Whole polygons of together about `_CHUNK_VERTICES`, and the share done after each."""
    rings = len(polygons.ring_polygon)
    # A chunk may end only where the next ring belongs to another polygon.
    ends = np.flatnonzero(np.diff(polygons.ring_polygon, append=-1)) + 1
    first = 0
    while first < rings:
        goal = polygons.ring_starts[first] + _CHUNK_VERTICES
        position = np.searchsorted(polygons.ring_starts[ends], goal, side="right") - 1
        last = int(ends[max(position, np.searchsorted(ends, first, side="right"))])
        yield polygons.subset(first, last), last / rings
        first = last


def _edges(polygons: Polygons, grid: Grid) -> tuple[_Segments, np.ndarray]:
    """The edges in cell coordinates, shells one way round and holes the other; areas in cells."""
    cells = grid.to_cells(polygons.xy)
    x, y = cells[:, 0], cells[:, 1]
    ring_of_vertex = np.repeat(np.arange(len(polygons.ring_polygon)), np.diff(polygons.ring_starts))
    first = np.delete(np.arange(len(x)), polygons.ring_starts[1:] - 1)  # all but the rings' ends
    x0, y0, x1, y1 = x[first], y[first], x[first + 1], y[first + 1]
    ring = ring_of_vertex[first]

    # Area right of the left edges: positive where the left edges run towards higher rows.
    # Measured from each ring's own corner, as far from the origin digits would be lost.
    corner = x[polygons.ring_starts[:-1]][ring]
    area = np.bincount(
        ring,
        weights=(y1 - y0) * (corner - (x0 + x1) / 2),
        minlength=len(polygons.ring_polygon),
    )
    turned = ((area < 0) != polygons.ring_is_hole)[ring]
    owner = polygons.ring_polygon[ring]
    edges = _Segments(
        np.where(turned, x1, x0),
        np.where(turned, y1, y0),
        np.where(turned, x0, x1),
        np.where(turned, y0, y1),
        owner,
    )
    signed = np.where(polygons.ring_is_hole, -np.abs(area), np.abs(area))
    areas = np.bincount(polygons.ring_polygon, weights=signed, minlength=polygons.count)
    return _turned_copies(edges, grid), areas


def _turned_copies(edges: _Segments, grid: Grid) -> _Segments:
    """The edges, and on a grid with a period also those one turn away that reach the grid."""
    if grid.period is None or len(edges.x0) == 0:
        return edges
    turn = abs(grid.period / grid.transform[1])
    lowest, highest = min(edges.x0.min(), edges.x1.min()), max(edges.x0.max(), edges.x1.max())
    if highest - turn < 0 and lowest + turn > grid.columns and turn >= grid.columns:
        return edges  # nobody reaches the grid from the other side
    # A polygon's edges are taken all or none: its rows must stay closed.
    firsts = np.flatnonzero(np.diff(edges.owner, prepend=-1))
    leftmost = np.minimum.reduceat(edges.x0, firsts)
    rightmost = np.maximum.reduceat(edges.x0, firsts)
    lengths = np.diff(firsts, append=len(edges.owner))
    copies = [edges]
    for shift in (-turn, turn):
        reaches = (rightmost + shift > _ROUNDING) & (leftmost + shift < grid.columns - _ROUNDING)
        if reaches.any():
            moved = edges.take(np.repeat(reaches, lengths))
            copies.append(moved._replace(x0=moved.x0 + shift, x1=moved.x1 + shift))
    edges = _Segments(*(np.concatenate(column) for column in zip(*copies)))
    return _clip(edges, turn) if turn < grid.columns - _ROUNDING else edges


def _clip(edges: _Segments, limit: float) -> _Segments:
    """What lies left of a column: on a grid wider than the globe its last columns come twice.

    Edges beyond the limit are moved onto it, where they close the rows that others have opened.
    """
    crossing = np.flatnonzero((edges.x0 > limit) != (edges.x1 > limit))
    cut = edges.take(crossing)
    y = cut.y0 + (limit - cut.x0) / (cut.x1 - cut.x0) * (cut.y1 - cut.y0)
    x0, y0, x1, y1, owner = (column.copy() for column in edges)
    x1[crossing], y1[crossing] = limit, y
    joined = (
        np.concatenate(pair)
        for pair in (
            (x0, np.full(len(y), limit)),
            (y0, y),
            (x1, cut.x1),
            (y1, cut.y1),
            (owner, cut.owner),
        )
    )
    clipped = _Segments(*joined)
    return clipped._replace(x0=np.minimum(clipped.x0, limit), x1=np.minimum(clipped.x1, limit))


def _cut(
    start: np.ndarray, end: np.ndarray, lines: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Cut stretches of an axis at its whole numbers 0 to `lines`.

    Returns:
        For each piece: the stretch it comes from, the cell it lies in (-1 before the first line,
        `lines` after the last), and where it starts and ends.
    """
    first_cell = np.clip(np.floor(start), -1, lines).astype(np.int64)
    last_cell = np.clip(np.floor(end), -1, lines).astype(np.int64)
    crossings = np.abs(last_cell - first_cell)
    if not crossings.any():
        return np.arange(len(start)), first_cell, start, end
    pieces = crossings + 1
    stretch = np.repeat(np.arange(len(start)), pieces)
    after = np.cumsum(pieces)
    number = np.arange(after[-1]) - np.repeat(after - pieces, pieces)
    upwards = last_cell >= first_cell
    step = np.where(upwards, 1, -1)[stretch]
    cell = first_cell[stretch] + step * number
    piece_start = (cell + (step < 0)).astype(np.float64)
    piece_start[after - pieces] = start
    piece_end = np.empty_like(piece_start)
    piece_end[:-1] = piece_start[1:]
    piece_end[after - 1] = end
    return stretch, cell, piece_start, piece_end


class _Pieces(NamedTuple):
    """Parts of edges inside one cell, shape (k,) each.

    Attributes:
        cell: number of the cell, ascending by polygon, row and column.
        height: the piece's height in cells, positive downwards.
        own: area to the right of the piece in its own cell.
    """

    cell: np.ndarray
    height: np.ndarray
    own: np.ndarray


def _cover_edges(edges: _Segments, grid: Grid) -> _Covered:
    """Cut the edges into pieces of one cell each, and sum these."""
    sloping = edges.y0 != edges.y1  # horizontal edges cover nothing
    whole = (np.floor(edges.y0) == np.floor(edges.y1)) & (np.floor(edges.x0) == np.floor(edges.x1))
    parts = [
        _whole_edges(edges.take(sloping & whole), grid),
        _cut_edges(edges.take(sloping & ~whole), grid),
    ]
    return _accumulate(_Pieces(*(np.concatenate(column) for column in zip(*parts))), grid)


def _cell_numbers(line: np.ndarray, column: np.ndarray, grid: Grid) -> np.ndarray:
    """Numbers of cells from polygon x rows + row and column, with a column on either side."""
    return line * (grid.columns + 2) + column + 1


def _whole_edges(edges: _Segments, grid: Grid) -> _Pieces:
    """Edges that lie inside one cell: with detailed outlines most of them."""
    row = np.floor(edges.y0)
    kept = (row >= 0) & (row < grid.rows)
    if not kept.all():
        edges, row = edges.take(kept), row[kept]
    column = np.clip(np.floor(edges.x0), -1, grid.columns)
    height = edges.y1 - edges.y0
    own = height * (column + 1 - (edges.x0 + edges.x1) / 2)
    line = edges.owner * grid.rows + row.astype(np.int64)
    cell = _cell_numbers(line, column.astype(np.int64), grid)
    return _sum_neighbours(_Pieces(cell, height, own))


def _cut_edges(edges: _Segments, grid: Grid) -> _Pieces:
    """Edges that cross lines of the grid, cut there: first at the rows, then at the columns."""
    edge, row, y0, y1 = _cut(edges.y0, edges.y1, grid.rows)
    kept = (row >= 0) & (row < grid.rows) & (y0 != y1)
    edge, row, y0, y1 = edge[kept], row[kept], y0[kept], y1[kept]
    whole = edges.take(edge)
    slope = (whole.x1 - whole.x0) / (whole.y1 - whole.y0)
    x0 = np.where(y0 == whole.y0, whole.x0, whole.x0 + (y0 - whole.y0) * slope)
    x1 = np.where(y1 == whole.y1, whole.x1, whole.x0 + (y1 - whole.y0) * slope)
    line = whole.owner * grid.rows + row

    piece, column, left, right = _cut(x0, x1, grid.columns)
    height, width = y1 - y0, x1 - x0
    # A vertical piece is not cut: its whole height is its own.
    upright = (width == 0)[piece]
    share = np.where(upright, 1.0, (right - left) / np.where(upright, 1.0, width[piece]))
    height = height[piece] * share
    own = height * (column + 1 - (left + right) / 2)
    return _Pieces(_cell_numbers(line[piece], column, grid), height, own)


def _accumulate(pieces: _Pieces, grid: Grid) -> _Covered:
    """Sum the pieces by cell and along the rows."""
    order = np.argsort(pieces.cell, kind="stable")
    pieces = _sum_neighbours(_Pieces(*(column[order] for column in pieces)))
    stride = grid.columns + 2
    line, column = pieces.cell // stride, pieces.cell % stride - 1

    through = np.cumsum(pieces.height)  # returns to 0 at the end of each row
    before = through - pieces.height
    fraction = np.minimum(before + pieces.own, 1.0)
    on_grid = (column >= 0) & (column < grid.columns) & (fraction > _ROUNDING)

    # Between two boundary cells of a row all cells are covered alike: wholly, not at all, or in
    # part where horizontal edges run through them.
    start, end = column[:-1] + 1, column[1:]
    between = (line[:-1] == line[1:]) & (end > start)
    inside = between & (through[:-1] > 1 - _WHOLE)
    partly = np.flatnonzero(between & ~inside & (through[:-1] > _WHOLE))
    length = (end - start)[partly]
    offset = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)

    cell_line = np.concatenate((line[on_grid], np.repeat(line[partly], length)))
    run_line = line[:-1][inside]
    return _Covered(
        _small(cell_line // grid.rows),
        _small(cell_line % grid.rows),
        _small(np.concatenate((column[on_grid], np.repeat(start[partly], length) + offset))),
        np.concatenate((fraction[on_grid], np.repeat(through[partly], length))),
        _small(run_line // grid.rows),
        _small(run_line % grid.rows),
        _small(start[inside]),
        _small(end[inside]),
    )


def _small(numbers: np.ndarray) -> np.ndarray:
    """Rows, columns and polygons in half the memory: GDAL's and QGIS's fit in 32 bits."""
    return numbers.astype(np.int32)


def _sum_neighbours(pieces: _Pieces) -> _Pieces:
    """Neighbouring pieces in the same cell as one."""
    if len(pieces.cell) == 0:
        return pieces
    starts = np.flatnonzero(np.diff(pieces.cell, prepend=-1))
    return _Pieces(
        pieces.cell[starts],
        np.add.reduceat(pieces.height, starts),
        np.add.reduceat(pieces.own, starts),
    )
