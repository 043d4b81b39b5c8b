"""Zonal statistics of rasters by polygons, from exact covered fractions, one window at a time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np

from .windows import Items, Window, ZonalPlan

NEGATIVE_KEEP, NEGATIVE_ZERO, NEGATIVE_MISSING = range(3)
_STRETCH = 8  # cells: as many truth values as an integer has bytes
# Dark cells are left out where less than a quarter of every 61st cell (a prime, so that it meets
# all columns) is lit.
_SAMPLED, _WORTHWHILE = 61, 0.25


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


class _Tally(NamedTuple):
    """The valid values of each run or boundary cell, shape (items,) each.

    Attributes:
        maximum: the largest, -inf where none is valid.
        total: their sum.
        square: the sum of their squares.
        lit: how many are above the threshold, or None for none.
        gaps: how many cells are not valid, or None for none.
    """

    maximum: np.ndarray
    total: np.ndarray
    square: np.ndarray
    lit: np.ndarray | None
    gaps: np.ndarray | None


class ZonalReducer:
    """Adds up one raster's windows."""

    def __init__(
        self, plan: ZonalPlan, *, lit_threshold: float = 0.0, negative: int = NEGATIVE_KEEP
    ) -> None:
        """Start with nothing added.

        Args:
            plan: what the polygons cover.
            lit_threshold: cells above it are lit.
            negative: what negative values are, one of the `NEGATIVE_` constants.
        """
        self._plan = plan
        self._threshold = lit_threshold
        self._negative = negative
        # Sums over a polygon's cells: value, weighted value, weighted square, weight, valid area,
        # lit area.
        self._sums = np.zeros((6, len(plan.covered_area)))
        self._maximum = np.full(len(plan.covered_area), -np.inf)

    def add(self, window: Window, values: np.ndarray, missing: np.ndarray | None = None) -> None:
        """Add a window's cells.

        Args:
            window: one of the plan's.
            values: the window's values, shape (rows, columns), of any number type; NaN is no data.
            missing: where cells have no data, shape (rows, columns), or None for nowhere.
        """
        low, high = float(values.min()), float(values.max())
        if missing is None and low == high and np.isfinite(low):
            self._add_constant(window, low)
        elif missing is None or not missing.all():
            self._add_varied(window, values, missing, low, high)

    def _add_constant(self, window: Window, value: float) -> None:
        """Add a window of equal values, such as dark land, without a look at its cells."""
        if value < 0 and self._negative == NEGATIVE_MISSING:
            return
        if self._negative == NEGATIVE_ZERO:
            value = max(value, 0.0)
        lit = float(value > self._threshold)
        for items in (window.runs, window.cells):
            cells, weight, area = items.whole
            sums = (value * cells, value * weight, value**2 * weight, weight, area, lit * area)
            self._take_up(items, np.stack(sums), np.full(len(items.polygons), value))

    def _add_varied(
        self,
        window: Window,
        values: np.ndarray,
        missing: np.ndarray | None,
        low: float,
        high: float,
    ) -> None:
        light = values.ravel()
        invalid = self._invalid(light, missing, low, high)
        if self._negative == NEGATIVE_ZERO and low < 0:
            light, low = np.maximum(light, 0.0), 0.0
        if len(window.bounds):
            tally = self._tally_runs(window, light, invalid, low, high)
            self._take_up_tally(window.runs, tally)
        if len(window.positions):
            gaps = None if invalid is None else invalid[window.positions]
            tally = self._tally_cells(light[window.positions], gaps)
            self._take_up_tally(window.cells, tally)

    def _tally_runs(
        self,
        window: Window,
        light: np.ndarray,
        invalid: np.ndarray | None,
        low: float,
        high: float,
    ) -> _Tally:
        """The runs' values reduced, sorted by polygon."""
        bounds, order = window.bounds, window.run_order
        if invalid is None and low >= 0 and self._threshold >= 0:
            light, bounds = _without_dark(light, bounds)
        begin, end = bounds[::2], bounds[1::2]
        # Runs of dark cells alone may have gone: they add nothing and their maximum is 0.
        left = np.flatnonzero(end > begin)
        if len(left) < len(order):
            bounds = np.column_stack((begin[left], end[left])).ravel()
        if len(bounds) and bounds[-1] == len(light):
            bounds = bounds[:-1]  # `reduceat` goes on to the end

        def reduced(ufunc: Any, cells: np.ndarray, dtype: type | None = None) -> np.ndarray:
            result = np.zeros(len(order), dtype or cells.dtype)
            if len(left):
                result[left] = ufunc.reduceat(cells, bounds, dtype=dtype)[::2]
            return result[order]

        cells = light.astype(np.float64)
        if invalid is not None:
            np.copyto(cells, -np.inf, where=invalid)
        # Without gaps in the raster's own type, which is quicker.
        maximum = reduced(np.maximum, light if invalid is None else cells)
        lit = gaps = None
        if not high <= self._threshold:
            lit = reduced(np.add, (cells > self._threshold).view(np.int8), np.int32)
        if invalid is not None:
            np.copyto(cells, 0.0, where=invalid)
            gaps = reduced(np.add, invalid.view(np.int8), np.int32)
        total = reduced(np.add, cells)
        square = reduced(np.add, np.multiply(cells, cells, out=cells))
        return _Tally(maximum, total, square, lit, gaps)

    def _tally_cells(self, light: np.ndarray, gaps: np.ndarray | None) -> _Tally:
        """Boundary cells as runs of one cell."""
        total = light.astype(np.float64)
        maximum = total
        if gaps is not None:
            maximum = np.where(gaps, -np.inf, total)
            total[gaps] = 0.0
        return _Tally(maximum, total, total * total, maximum > self._threshold, gaps)

    def _take_up_tally(self, items: Items, tally: _Tally) -> None:
        cells, weight, area = items.factors
        sums = np.zeros((6, len(items.polygons)))
        sums[0] = np.add.reduceat(cells * tally.total, items.starts)
        sums[1] = np.add.reduceat(weight * tally.total, items.starts)
        sums[2] = np.add.reduceat(weight * tally.square, items.starts)
        sums[3:5] = items.whole[1:]
        if tally.gaps is not None:
            sums[3] -= np.add.reduceat(weight * tally.gaps, items.starts)
            sums[4] -= np.add.reduceat(area * tally.gaps, items.starts)
        if tally.lit is not None:
            sums[5] = np.add.reduceat(area * tally.lit, items.starts)
        self._take_up(items, sums, np.maximum.reduceat(tally.maximum, items.starts))

    def _take_up(self, items: Items, sums: np.ndarray, maximum: np.ndarray) -> None:
        self._sums[:, items.polygons] += sums
        self._maximum[items.polygons] = np.maximum(self._maximum[items.polygons], maximum)

    def _invalid(
        self, light: np.ndarray, missing: np.ndarray | None, low: float, high: float
    ) -> np.ndarray | None:
        """Cells without a value, or None where there are none."""
        finite = np.isfinite(low) and np.isfinite(high)
        negative = low < 0 and self._negative == NEGATIVE_MISSING
        if finite and missing is None and not negative:
            return None
        invalid = np.zeros(len(light), dtype=bool) if finite else ~np.isfinite(light)
        if missing is not None:
            invalid |= missing.ravel()
        if self._negative == NEGATIVE_MISSING:
            invalid |= light < 0
        return invalid

    def result(self) -> ZonalStatistics:
        """The statistics of what has been added."""
        total, weighted, square, weight, valid_area, lit_area = self._sums
        covered = self._plan.covered_area
        # Where all cells are missing, a difference of nearly equal sums is left.
        any_valid = np.isfinite(self._maximum)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(any_valid, weighted / weight, np.nan)
            variance = square / weight - mean**2
            # The difference of two nearly equal numbers: below this it is rounding.
            variance = np.where(variance > 1e-13 * mean**2, variance, 0.0)
            valid_share = np.minimum(valid_area / covered, 1.0) * self._plan.inside_share
            return ZonalStatistics(
                sum=np.where(any_valid, total, np.nan),
                mean=mean,
                maximum=np.where(any_valid, self._maximum, np.nan),
                std=np.where(any_valid, np.sqrt(variance), np.nan),
                weight=np.where(any_valid, weight, 0.0),
                valid_area=np.where(any_valid, valid_area, 0.0),
                lit_area=np.where(any_valid, lit_area, np.nan),
                lit_share=np.where(any_valid, np.minimum(lit_area / valid_area, 1.0), np.nan),
                valid_share=np.where(any_valid, valid_share, 0.0),
            )


def _without_dark(values: np.ndarray, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The cells without most of the dark ones, and the bounds among those left.

    Much land is dark in masked series, and dark cells need not be added up. Stretches of eight
    dark cells are left out, as eight truth values are compared as fast as one.

    Args:
        values: cells, shape (n,), none below zero.
        bounds: positions from 0 to n.
    """
    sample = values[::_SAMPLED]
    if np.count_nonzero(sample) > len(sample) * _WORTHWHILE:
        return values, bounds
    whole = len(values) // _STRETCH * _STRETCH
    bright = np.ones(len(values) // _STRETCH + 1, dtype=bool)  # the last: the cells left over
    np.not_equal((values[:whole] != 0).view(np.uint64), 0, out=bright[:-1])
    kept = np.flatnonzero(bright[:-1])
    stretches = values[:whole].reshape(-1, _STRETCH).take(kept, axis=0)
    before = np.cumsum(bright) - bright
    stretch = bounds // _STRETCH
    cells = np.concatenate((stretches.ravel(), values[whole:]))
    return cells, before[stretch] * _STRETCH + bounds % _STRETCH * bright[stretch]
