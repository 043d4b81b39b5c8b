"""Zonal statistics of rasters by polygons, from exact covered fractions, one window at a time.

A `Plan` lists, for each window of the grid that polygons touch, the runs and boundary cells in
it. It is made once and serves every raster on the same grid.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np

from .coverage import Coverage
from .grids import Grid

_WINDOW_WIDTH = 512  # cells; wider only where a raster's blocks are
_WINDOW_CELLS = 2**18  # 2 MB as float64, so that the passes over a window stay in the cache

NEGATIVE_KEEP, NEGATIVE_ZERO, NEGATIVE_MISSING = range(3)


class Window(NamedTuple):
    """A part of the grid and what polygons cover of it.

    An item is a run of wholly covered cells or a boundary cell.

    Attributes:
        row, column, rows, columns: the window.
        bounds: first position of each run and the position behind it, in turn, shape (2 runs,);
            positions count the window's cells row by row.
        cells: positions of the boundary cells, shape (cells,).
        share: covered fraction of each item, runs first, shape (items,).
        length: number of cells of each item, shape (items,).
        item_row: row of the grid of each item, shape (items,).
        order: items sorted by polygon, shape (items,).
        starts: first of each polygon's items in that order, shape (k,).
        polygons: the polygons in this window, shape (k,).
    """

    row: int
    column: int
    rows: int
    columns: int
    bounds: np.ndarray
    cells: np.ndarray
    share: np.ndarray
    length: np.ndarray
    item_row: np.ndarray
    order: np.ndarray
    starts: np.ndarray
    polygons: np.ndarray


@dataclass(frozen=True)
class ZonalStatistics:
    """Statistics of one raster for each of n polygons, shape (n,) each; NaN without a valid cell.

    Attributes:
        sum: sum of value x covered fraction.
        mean: mean of the valid cells, weighted.
        maximum: largest value of the cells that are covered at all.
        std: weighted standard deviation of the valid cells (of a population).
        weight: sum of the weights of the valid cells.
        valid_area: covered ground area with a valid value, in the unit of the cell areas.
        lit_area: covered ground area with a value above the threshold.
        lit_share: `lit_area` / `valid_area`.
        valid_share: share of the polygon's area that has a valid value; what lies beyond the
            grid is not valid.
    """

    sum: np.ndarray
    mean: np.ndarray
    maximum: np.ndarray
    std: np.ndarray
    weight: np.ndarray
    valid_area: np.ndarray
    lit_area: np.ndarray
    lit_share: np.ndarray
    valid_share: np.ndarray

    def take(self, polygons: np.ndarray) -> ZonalStatistics:
        """The statistics of some of the polygons, in the given order."""
        return ZonalStatistics(
            **{item.name: getattr(self, item.name)[polygons] for item in fields(self)}
        )


def plan_windows(coverage: Coverage, grid: Grid, block: tuple[int, int]) -> list[Window]:
    """Windows of whole blocks that polygons touch, each cut down to the touched cells.

    Args:
        coverage: what the polygons cover.
        grid: the grid.
        block: columns and rows of the raster's blocks.
    """
    width = block[0] * max(1, _WINDOW_WIDTH // block[0])
    height = block[1] * max(1, _WINDOW_CELLS // (width * block[1]))
    runs = _cut_runs(coverage, width)
    polygon = np.concatenate((runs.polygon, coverage.cell_polygon))
    row = np.concatenate((runs.row, coverage.cell_row))
    start = np.concatenate((runs.start, coverage.cell_column))
    end = np.concatenate((runs.end, coverage.cell_column + 1))
    share = np.concatenate((np.ones(len(runs.row)), coverage.cell_fraction))
    is_cell = np.arange(len(row)) >= len(runs.row)

    across = -(-grid.columns // width)
    window = (row // height) * across + start // width
    # Within a window: runs first, then cells; runs from the first position to the last, so that
    # `reduceat` passes over the window once.
    order = np.lexsort((start, row, is_cell, window))
    limits = np.flatnonzero(np.diff(window[order], prepend=-1, append=-1))
    return [
        _window(polygon[items], row[items], start[items], end[items], share[items], is_cell[items])
        for items in (order[a:b] for a, b in zip(limits[:-1], limits[1:]))
    ]


class _Runs(NamedTuple):
    polygon: np.ndarray
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray


def _cut_runs(coverage: Coverage, width: int) -> _Runs:
    """The runs, cut where a window ends."""
    first, last = coverage.run_start // width, (coverage.run_end - 1) // width
    pieces = last - first + 1
    run = np.repeat(np.arange(len(pieces)), pieces)
    number = np.arange(len(run)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    left = (first[run] + number) * width
    return _Runs(
        coverage.run_polygon[run],
        coverage.run_row[run],
        np.maximum(coverage.run_start[run], left),
        np.minimum(coverage.run_end[run], left + width),
    )


def _window(
    polygon: np.ndarray,
    row: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    share: np.ndarray,
    is_cell: np.ndarray,
) -> Window:
    top, left = int(row.min()), int(start.min())
    rows, columns = int(row.max()) + 1 - top, int(end.max()) - left
    position = (row - top) * columns + start - left
    length = end - start
    runs = int(np.count_nonzero(~is_cell))
    bounds = np.column_stack((position[:runs], position[:runs] + length[:runs])).ravel()
    order = np.argsort(polygon, kind="stable")
    starts = np.flatnonzero(np.diff(polygon[order], prepend=-1))
    return Window(
        top,
        left,
        rows,
        columns,
        bounds,
        position[runs:],
        share,
        length,
        row,
        order,
        starts,
        polygon[order][starts],
    )


class ZonalReducer:
    """Adds up one raster's windows."""

    def __init__(
        self,
        coverage: Coverage,
        cell_areas: np.ndarray,
        *,
        lit_threshold: float = 0.0,
        negative: int = NEGATIVE_KEEP,
        area_weighted: bool = True,
    ) -> None:
        """Start with nothing added.

        Args:
            coverage: what the polygons cover.
            cell_areas: ground area of a cell of each row, shape (rows,).
            lit_threshold: cells above it are lit.
            negative: what negative values are, one of the `NEGATIVE_` constants.
            area_weighted: weight cells by covered ground area; else by covered fraction.
        """
        self._coverage = coverage
        self._areas = cell_areas
        self._weights = cell_areas if area_weighted else np.ones_like(cell_areas)
        self._threshold = lit_threshold
        self._negative = negative
        # Sums over a polygon's items: value, weighted value, weighted square, weight, valid area,
        # lit area.
        self._sums = np.zeros((6, coverage.polygons))
        self._maximum = np.full(coverage.polygons, -np.inf)

    def add(self, window: Window, values: np.ndarray, missing: np.ndarray | None = None) -> None:
        """Add a window's cells.

        Args:
            window: from `plan_windows`.
            values: the window's values, shape (rows, columns), of any number type; NaN is no data.
            missing: where cells have no data, shape (rows, columns), or None for nowhere.
        """
        # One cell more, because the last run may end behind the window's last cell.
        light = np.empty(values.size + 1)
        light[:-1] = values.ravel()
        light[-1] = 0.0
        invalid = self._invalid(light, missing)
        if self._negative == NEGATIVE_ZERO:
            np.maximum(light, 0.0, out=light)
        if invalid is not None:
            np.copyto(light, -np.inf, where=invalid)
        maximum = _reduce(np.maximum, light, window)
        lit = _reduce(np.add, (light > self._threshold).astype(np.int32), window)
        valid = window.length.astype(np.float64)
        if invalid is not None:
            np.copyto(light, 0.0, where=invalid)
            valid -= _reduce(np.add, invalid.astype(np.int32), window)
        total = _reduce(np.add, light, window)
        square = _reduce(np.add, np.multiply(light, light, out=light), window)

        share = window.share
        weight = self._weights[window.item_row] * share
        area = self._areas[window.item_row] * share
        items = np.stack(
            (
                total * share,
                total * weight,
                square * weight,
                valid * weight,
                valid * area,
                lit * area,
            )
        )[:, window.order]
        self._sums[:, window.polygons] += np.add.reduceat(items, window.starts, axis=1)
        largest = np.maximum.reduceat(maximum[window.order], window.starts)
        self._maximum[window.polygons] = np.maximum(self._maximum[window.polygons], largest)

    def _invalid(self, light: np.ndarray, missing: np.ndarray | None) -> np.ndarray | None:
        """Cells without a value, or None where there are none."""
        invalid = ~np.isfinite(light)
        if missing is not None:
            invalid[:-1] |= missing.ravel()
        if self._negative == NEGATIVE_MISSING:
            invalid |= light < 0
        return invalid if invalid.any() else None

    def result(self) -> ZonalStatistics:
        """The statistics of what has been added."""
        total, weighted, square, weight, valid_area, lit_area = self._sums
        any_valid = valid_area > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(any_valid, weighted / weight, np.nan)
            variance = square / weight - mean**2
            # The difference of two nearly equal numbers: below this it is rounding.
            variance = np.where(variance > 1e-13 * mean**2, variance, 0.0)
            valid_share = np.minimum(valid_area / self._covered_area(), 1.0)
            return ZonalStatistics(
                sum=np.where(any_valid, total, np.nan),
                mean=mean,
                maximum=np.where(any_valid, self._maximum, np.nan),
                std=np.where(any_valid, np.sqrt(variance), np.nan),
                weight=weight,
                valid_area=valid_area,
                lit_area=np.where(any_valid, lit_area, np.nan),
                lit_share=np.where(any_valid, np.minimum(lit_area / valid_area, 1.0), np.nan),
                valid_share=np.where(any_valid, valid_share * self._coverage.inside_share, 0.0),
            )

    def _covered_area(self) -> np.ndarray:
        """Ground area of each polygon on the grid, valid or not, shape (n,)."""
        covered = self._coverage
        return np.bincount(
            covered.cell_polygon,
            weights=covered.cell_fraction * self._areas[covered.cell_row],
            minlength=covered.polygons,
        ) + np.bincount(
            covered.run_polygon,
            weights=(covered.run_end - covered.run_start) * self._areas[covered.run_row],
            minlength=covered.polygons,
        )


def _reduce(ufunc: Any, values: np.ndarray, window: Window) -> np.ndarray:
    """Reduce the values of each run, then take those of the boundary cells; shape (items,)."""
    runs = ufunc.reduceat(values, window.bounds)[::2] if len(window.bounds) else values[:0]
    return np.concatenate((runs, values[window.cells]))
