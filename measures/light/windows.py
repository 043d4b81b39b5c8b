"""Which cells of a grid polygons cover, arranged for rasters to be added up window by window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..coverage import Coverage
from ..grids import Grid

# A window is a few blocks of the raster, small enough for the passes over it to stay in the
# processor's cache: 2 MB as float64.
_WINDOW_WIDTH = 512
_WINDOW_CELLS = 2**18


class Items(NamedTuple):
    """Runs of wholly covered cells, or boundary cells, in a window, sorted by polygon.

    Attributes:
        factors: what one cell of each item counts in cells, in weight and in ground area, shape
            (3, items).
        starts: first item of each polygon, shape (k,).
        polygons: the polygons that have items, shape (k,).
        whole: what each of these polygons' items count together, shape (3, k).
    """

    factors: np.ndarray
    starts: np.ndarray
    polygons: np.ndarray
    whole: np.ndarray


class Window(NamedTuple):
    """A part of the grid and what polygons cover of it.

    Positions count the window's cells row by row.

    Attributes:
        row, column, rows, columns: the window.
        bounds: first position of each run and the position behind it, in turn, ascending by the
            first, shape (2 runs,).
        run_order: the runs sorted by polygon, shape (runs,).
        runs: the runs.
        positions: of the boundary cells, sorted by polygon, shape (cells,).
        cells: the boundary cells.
    """

    row: int
    column: int
    rows: int
    columns: int
    bounds: np.ndarray
    run_order: np.ndarray
    runs: Items
    positions: np.ndarray
    cells: Items


@dataclass(frozen=True)
class ZonalPlan:
    """What n polygons cover of a grid.

    Attributes:
        windows: the parts of the grid that polygons touch.
        covered_area: ground area of each polygon on the grid, shape (n,).
        inside_share: share of each polygon's area that lies on the grid, shape (n,).
    """

    windows: list[Window]
    covered_area: np.ndarray
    inside_share: np.ndarray


class _Pieces(NamedTuple):
    """Runs, or boundary cells as runs of one cell, shape (m,) each."""

    polygon: np.ndarray
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    share: np.ndarray

    def take(self, which: np.ndarray) -> _Pieces:
        return _Pieces(*(column[which] for column in self))


def plan_zones(
    coverage: Coverage,
    grid: Grid,
    block: tuple[int, int],
    cell_areas: np.ndarray,
    *,
    area_weighted: bool = True,
) -> ZonalPlan:
    """Arrange what polygons cover by windows of whole blocks.

    Args:
        coverage: what the polygons cover.
        grid: the grid.
        block: columns and rows of the raster's blocks.
        cell_areas: ground area of a cell of each row, shape (rows,).
        area_weighted: weight cells by covered ground area; else by covered fraction.
    """
    width = block[0] * max(1, _WINDOW_WIDTH // block[0])
    height = block[1] * max(1, _WINDOW_CELLS // (width * block[1]))
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
    weights = cell_areas if area_weighted else np.ones_like(cell_areas)
    none = slice(0, 0)
    windows = [
        _window(runs, runs_of.get(key, none), cells, cells_of.get(key, none), weights, cell_areas)
        for key in sorted({*runs_of, *cells_of})
    ]
    covered_area = np.zeros(coverage.polygons)
    for window in windows:
        for items in (window.runs, window.cells):
            covered_area[items.polygons] += items.whole[2]
    return ZonalPlan(windows, covered_area, coverage.inside_share)


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


def _window(
    all_runs: _Pieces,
    of_runs: slice,
    all_cells: _Pieces,
    of_cells: slice,
    weights: np.ndarray,
    areas: np.ndarray,
) -> Window:
    runs = _Pieces(*(column[of_runs] for column in all_runs))
    cells = _Pieces(*(column[of_cells] for column in all_cells))
    rows = np.concatenate((runs.row, cells.row))
    top, left = int(rows.min()), int(np.concatenate((runs.start, cells.start)).min())
    height = int(rows.max()) + 1 - top
    width = int(np.concatenate((runs.end, cells.end)).max()) - left
    first = _positions(runs, top, left, width)
    order = np.argsort(runs.polygon, kind="stable")
    return Window(
        top,
        left,
        height,
        width,
        np.column_stack((first, first + runs.end - runs.start)).ravel(),
        order,
        _items(runs.take(order), weights, areas),
        _positions(cells, top, left, width),
        _items(cells, weights, areas),
    )


def _positions(pieces: _Pieces, top: int, left: int, width: int) -> np.ndarray:
    return (pieces.row - top).astype(np.int64) * width + (pieces.start - left)


def _items(pieces: _Pieces, weights: np.ndarray, areas: np.ndarray) -> Items:
    factors = np.stack(
        (pieces.share, pieces.share * weights[pieces.row], pieces.share * areas[pieces.row])
    )
    length = pieces.end - pieces.start
    starts = np.flatnonzero(np.diff(pieces.polygon, prepend=-1))
    whole = np.add.reduceat(factors * length, starts, axis=1) if len(starts) else factors
    return Items(factors, starts, pieces.polygon[starts], whole)
