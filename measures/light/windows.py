"""Which cells of a grid polygons cover, arranged for rasters to be added up window by window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..coverage import Coverage
from ..grids import Grid
from .areas import AreaField, CellAreas, RowAreas, WindowAreas

# A window is a few blocks of the raster, small enough for the passes over it to stay in the
# processor's cache: 1 MB as float64.
_WINDOW_WIDTH = 512  # speed only: the same cells in other windows
_WINDOW_CELLS = 2**17  # speed only: likewise
_CHUNK_CELLS = 2**22  # speed only: small enough for the tallies to stay there as well
STRETCH, _STRETCH_BITS = 8, 3  # cells that are looked at together, as many as a word has bytes
_TASK_CHUNKS = 8  # speed only: a task takes a second at most, and has little overhead


class Window(NamedTuple):
    """A part of the grid and what polygons cover of it.

    Positions count the window's cells row by row.

    Attributes:
        row, column, rows, columns: the window.
        bounds: first position of each run and the position behind it, in turn, ascending by the
            first, shape (2 runs,).
        stretch, inside: the stretches in which the bounds lie, and where in them, shape (2 runs,).
        run_order: the runs sorted by polygon, shape (runs,).
        runs: the runs among the chunk's items.
        positions: of the boundary cells, sorted by polygon, shape (cells,).
        cells: the boundary cells among the chunk's items.
        run_groups, cell_groups: their groups in the chunk.
        ground: the cells' ground areas, or None where those of a row are alike.
    """

    row: int
    column: int
    rows: int
    columns: int
    bounds: np.ndarray
    stretch: np.ndarray
    inside: np.ndarray
    run_order: np.ndarray
    runs: slice
    positions: np.ndarray
    cells: slice
    run_groups: slice
    cell_groups: slice
    ground: WindowAreas | None

    @property
    def size(self) -> int:
        """Number of cells."""
        return self.rows * self.columns


@dataclass(frozen=True)
class Chunk:
    """Windows that are added up in one go.

    Items are the windows' runs of wholly covered cells, then their boundary cells, each window's
    sorted by polygon. Neighbouring items of a polygon in a window are a group.

    Attributes:
        windows: the windows.
        runs: number of items that are runs.
        factors: what one cell of each item counts in cells, in weight and in ground area, shape
            (3, items); where cells of a row differ in area, those of runs count 1.
        starts: first item of each group, shape (groups,).
        polygons: the groups' polygons, shape (groups,).
        whole: cells, weight and ground area of each group, shape (3, groups).
    """

    windows: list[Window]
    runs: int
    factors: np.ndarray
    starts: np.ndarray
    polygons: np.ndarray
    whole: np.ndarray


@dataclass(frozen=True)
class ZonalPlan:
    """What n polygons cover of a grid.

    Attributes:
        chunks: the parts of the grid that polygons touch.
        covered_area: ground area of each polygon on the grid, shape (n,).
        inside_share: share of each polygon's area that lies on the grid, shape (n,).
        area_weighted: whether cells are weighted by covered ground area, else by fraction.
    """

    chunks: list[Chunk]
    covered_area: np.ndarray
    inside_share: np.ndarray
    area_weighted: bool

    @property
    def tasks(self) -> list[range]:
        """Numbers of the chunks that are added up together, whoever adds them up."""
        count = len(self.chunks)
        return [range(n, min(n + _TASK_CHUNKS, count)) for n in range(0, count, _TASK_CHUNKS)]

    @property
    def polygons(self) -> int:
        """Number of polygons."""
        return len(self.covered_area)


class _Pieces(NamedTuple):
    """Runs, or boundary cells as runs of one cell, shape (m,) each."""

    polygon: np.ndarray
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    share: np.ndarray

    def take(self, which: np.ndarray | slice) -> _Pieces:
        return _Pieces(*(column[which] for column in self))


def plan_zones(
    coverage: Coverage,
    grid: Grid,
    block: tuple[int, int],
    areas: CellAreas,
    check: Callable[[], None] | None = None,
    *,
    area_weighted: bool = True,
) -> ZonalPlan:
    """Arrange what polygons cover by windows of whole blocks.

    Args:
        coverage: what the polygons cover.
        grid: the grid.
        block: columns and rows of the raster's blocks.
        areas: ground area of the cells.
        check: called for each window; may raise to stop.
        area_weighted: weight cells by covered ground area; else by covered fraction.
    """
    width = block[0] * max(1, _WINDOW_WIDTH // block[0])  # speed only: the same cells
    height = block[1] * max(1, _WINDOW_CELLS // (width * block[1]))  # speed only: likewise
    across = -(-grid.columns // width)
    runs = _cut_runs(coverage, width)
    cells = _Pieces(
        coverage.cell_polygon,
        coverage.cell_row,
        coverage.cell_column,
        coverage.cell_column + 1,
        coverage.cell_fraction,
    )
    # Runs from the first position to the last, so that `reduceat` passes over a window once.
    runs, runs_of = _by_window(runs, (runs.start, runs.row), width, height, across)
    cells, cells_of = _by_window(cells, (cells.polygon,), width, height, across)
    none = slice(0, 0)
    keys = sorted({*runs_of, *cells_of})
    chunks = []
    at_once = max(1, _CHUNK_CELLS // (width * height))  # speed only: the same windows
    for some in _shared_out(keys, at_once):
        builder = _ChunkBuilder(areas, area_weighted)
        for key in some:
            if check is not None:
                check()
            builder.add(runs.take(runs_of.get(key, none)), cells.take(cells_of.get(key, none)))
        chunks.append(builder.build())
    covered_area = np.zeros(coverage.polygons)
    for chunk in chunks:
        covered_area += np.bincount(chunk.polygons, chunk.whole[2], coverage.polygons)
    return ZonalPlan(chunks, covered_area, coverage.inside_share, area_weighted)


def _shared_out(keys: list[int], most: int) -> Iterator[list[int]]:
    for first in range(0, len(keys), most):
        yield keys[first : first + most]


def _cut_runs(coverage: Coverage, width: int) -> _Pieces:
    """The runs, cut where a window ends."""
    first, last = coverage.run_start // width, (coverage.run_end - 1) // width
    pieces = last - first + 1
    run = np.repeat(np.arange(len(pieces)), pieces)
    number = np.arange(len(run)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    left = (first[run] + number) * width
    return _Pieces(
        coverage.run_polygon[run],
        coverage.run_row[run],
        np.maximum(coverage.run_start[run], left),
        np.minimum(coverage.run_end[run], left + width),
        np.ones(len(run)),
    )


def _by_window(
    pieces: _Pieces, keys: tuple[np.ndarray, ...], width: int, height: int, across: int
) -> tuple[_Pieces, dict[int, slice]]:
    """The pieces sorted by window and within it by the keys, the last first; where each begins."""
    window = (pieces.row // height) * across + pieces.start // width
    order = np.lexsort((*keys, window))
    ordered = window[order]
    limits = np.flatnonzero(np.diff(ordered, prepend=-1, append=-1))
    where = {int(ordered[a]): slice(a, b) for a, b in zip(limits[:-1], limits[1:])}
    return pieces.take(order), where


class _ChunkBuilder:
    """Puts windows together."""

    def __init__(self, areas: CellAreas, area_weighted: bool) -> None:
        self._areas = areas
        self._area_weighted = area_weighted
        self._windows: list[Window] = []
        self._runs, self._cells = _Items(), _Items()

    def add(self, runs: _Pieces, cells: _Pieces) -> None:
        rows = np.concatenate((runs.row, cells.row))
        top, left = int(rows.min()), int(np.concatenate((runs.start, cells.start)).min())
        height = int(rows.max()) + 1 - top
        width = int(np.concatenate((runs.end, cells.end)).max()) - left
        begin, positions = ((p.row - top) * width + (p.start - left) for p in (runs, cells))
        bounds = np.column_stack((begin, begin + runs.end - runs.start)).astype(np.int64).ravel()
        order = np.argsort(runs.polygon, kind="stable")
        ground, of_runs, of_cells = None, None, None
        if isinstance(self._areas, AreaField):
            ground = self._areas.of_window(top, left, height, width)
            field = ground.table(height, width).ravel()
            of_runs, of_cells = np.zeros(len(order)), field[positions]
            if len(order):  # one more cell, as runs may end behind the last one
                of_runs = np.add.reduceat(np.append(field, 0.0), bounds)[::2][order]
        run_items, run_groups = self._add_items(self._runs, runs.take(order), of_runs)
        cell_items, cell_groups = self._add_items(self._cells, cells, of_cells)
        self._windows.append(
            Window(
                top,
                left,
                height,
                width,
                bounds,
                bounds >> _STRETCH_BITS,
                bounds & (STRETCH - 1),
                order,
                run_items,
                positions.astype(np.int64),
                cell_items,
                run_groups,
                cell_groups,
                ground,
            )
        )

    def _add_items(
        self, items: _Items, pieces: _Pieces, own: np.ndarray | None
    ) -> tuple[slice, slice]:
        """Add a window's runs or boundary cells; `own` are their areas where a row's differ."""
        length = pieces.end - pieces.start
        if isinstance(self._areas, RowAreas):
            area = pieces.share * self._areas.of_rows[pieces.row]
            counted = area * length
        else:
            counted = pieces.share * own
            area = pieces.share if items is self._runs else counted
        weight = area if self._area_weighted else pieces.share
        weighed = counted if self._area_weighted else pieces.share * length
        factors = np.stack((pieces.share, weight, area))
        whole = np.stack((pieces.share * length, weighed, counted))
        return items.add(pieces.polygon, factors, whole)

    def build(self) -> Chunk:
        runs, cells = self._runs, self._cells
        windows = [
            window._replace(
                cells=_shifted(window.cells, runs.count),
                cell_groups=_shifted(window.cell_groups, runs.groups),
            )
            for window in self._windows
        ]
        return Chunk(
            windows,
            runs.count,
            np.concatenate(runs.factors + cells.factors, axis=1),
            np.concatenate(runs.starts + [starts + runs.count for starts in cells.starts]),
            np.concatenate(runs.polygons + cells.polygons),
            np.concatenate(runs.whole + cells.whole, axis=1),
        )


class _Items:
    """Items of one kind, window by window."""

    def __init__(self) -> None:
        self.factors: list[np.ndarray] = []
        self.polygons: list[np.ndarray] = []
        self.starts: list[np.ndarray] = []
        self.whole: list[np.ndarray] = []
        self.count = 0
        self.groups = 0

    def add(
        self, polygon: np.ndarray, factors: np.ndarray, whole: np.ndarray
    ) -> tuple[slice, slice]:
        """Add items sorted by polygon; returns where they and their groups are."""
        starts = np.flatnonzero(np.diff(polygon, prepend=-1))
        self.factors.append(factors)
        self.polygons.append(polygon[starts])
        self.starts.append(starts + self.count)
        self.whole.append(np.add.reduceat(whole, starts, axis=1) if len(starts) else whole)
        items = slice(self.count, self.count + len(polygon))
        groups = slice(self.groups, self.groups + len(starts))
        self.count, self.groups = items.stop, groups.stop
        return items, groups


def _shifted(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)
