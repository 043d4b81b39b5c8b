"""Cells of one grid told in those of another of the same coordinate system, by overlapping area."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..grids import Grid
from .windows import Window


class Overlap(NamedTuple):
    """How a window lies on another grid.

    Attributes:
        row, column, rows, columns: the part of the other grid that it touches; may be empty.
        down: overlap of each row with each of the other grid's, in rows of that, shape (rows of
            the window, rows).
        across: likewise of columns, shape (columns of the window, columns).
    """

    row: int
    column: int
    rows: int
    columns: int
    down: np.ndarray
    across: np.ndarray

    def mean(self, values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Mean of the valid values that each cell overlaps, by area, and which have any."""
        held = self.down @ np.where(valid, values, 0.0) @ self.across.T
        area = self.down @ valid.astype(np.float64) @ self.across.T
        any_valid = area > 1e-9
        return np.divide(held, area, out=np.zeros_like(held), where=any_valid), any_valid

    def share(self, amounts: np.ndarray) -> np.ndarray:
        """What of the other cells' amounts lies in each cell, spread evenly over their area."""
        result: np.ndarray = self.down @ amounts @ self.across.T
        return result


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
    row, down = _along(top, bottom, window.rows, other.rows)
    column, across = _along(left, right, window.columns, other.columns)
    return Overlap(row, column, down.shape[1], across.shape[1], down, across)


def _along(start: float, end: float, count: int, cells: int) -> tuple[int, np.ndarray]:
    """The first cell touched, and the overlap of each of `count` equal parts with those touched."""
    edges = start + (end - start) / count * np.arange(count + 1)
    low, high = np.minimum(edges[:-1], edges[1:]), np.maximum(edges[:-1], edges[1:])
    first = int(np.clip(np.floor(low.min() + 1e-9), 0, cells))
    last = int(np.clip(np.ceil(high.max() - 1e-9), first, cells))
    cell = np.arange(first, last)
    inside = np.minimum(high[:, None], cell + 1) - np.maximum(low[:, None], cell)
    return first, np.maximum(inside, 0.0)
