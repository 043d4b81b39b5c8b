"""Cells of one grid told in those of another of the same coordinate system, by overlapping area."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..grids import Grid
from .windows import Window


class Band(NamedTuple):
    """How each of n equal parts of an axis overlaps cells of another, neighbours of each other.

    Attributes:
        first: the first cell that each part touches, shape (n,).
        length: overlap with it and the cells behind it, in cells, shape (n, most).
    """

    first: np.ndarray
    length: np.ndarray

    def add_up(self, rows: np.ndarray) -> np.ndarray:
        """Rows, one for each cell, added up by what each part overlaps of them.

        Cell by cell: the last digits of a matrix product change with the number of cores.
        """
        result = np.zeros((len(self.first), rows.shape[1]))
        for step in range(self.length.shape[1]):
            row = np.minimum(self.first + step, len(rows) - 1)
            result += self.length[:, step : step + 1] * rows[row]
        return result


class Overlap(NamedTuple):
    """How a window lies on another grid.

    Attributes:
        row, column, rows, columns: the part of the other grid that it touches; may be empty.
        down: overlap of the window's rows with those of the part.
        across: likewise of columns.
    """

    row: int
    column: int
    rows: int
    columns: int
    down: Band
    across: Band

    def mean(self, values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Mean of the valid values that each cell overlaps, by area, and which have any."""
        held = self.share(np.where(valid, values, 0.0))
        area = self.share(valid.astype(np.float64))
        any_valid = area > 1e-9
        return np.divide(held, area, out=np.zeros_like(held), where=any_valid), any_valid

    def share(self, amounts: np.ndarray) -> np.ndarray:
        """What of the other cells' amounts lies in each cell, spread evenly over their area."""
        return self.across.add_up(self.down.add_up(amounts).T).T


def overlap_of(window: Window, grid: Grid, other: Grid) -> Overlap:
    """How a window of a north-up grid lies on another such grid."""
    corners = np.array(
        [
            [window.column, window.row],
            [window.column + window.columns, window.row + window.rows],
        ],
        dtype=float,
    )
    (left, top), (right, bottom) = other.to_cells(grid.to_map(corners))
    if other.period is not None:  # the same place one turn on
        turn = abs(other.period / other.transform[1])
        shift = np.round(((left + right) / 2 - other.columns / 2) / turn) * turn
        left, right = left - shift, right - shift
    row, rows, down = _along(top, bottom, window.rows, other.rows)
    column, columns, across = _along(left, right, window.columns, other.columns)
    return Overlap(row, column, rows, columns, down, across)


def _along(start: float, end: float, count: int, cells: int) -> tuple[int, int, Band]:
    """The first cell touched, how many are, and what each of `count` equal parts overlaps."""
    edges = start + (end - start) / count * np.arange(count + 1)
    low, high = np.minimum(edges[:-1], edges[1:]), np.maximum(edges[:-1], edges[1:])
    first = int(np.clip(np.floor(low.min() + 1e-9), 0, cells))
    last = int(np.clip(np.ceil(high.max() - 1e-9), first, cells))
    own = np.clip(np.floor(low + 1e-9).astype(np.int64), first, max(last - 1, first))
    most = int(np.ceil(high - low).max()) + 1
    cell = own[:, None] + np.arange(most)
    inside = np.minimum(high[:, None], cell + 1) - np.maximum(low[:, None], cell)
    length = np.where(cell < last, np.maximum(inside, 0.0), 0.0)
    return first, last - first, Band(own - first, length)
