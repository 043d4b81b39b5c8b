"""Zonal statistics of rasters by polygons, from exact covered fractions, one window at a time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from .zones import Items, Window, ZonalPlan

NEGATIVE_KEEP, NEGATIVE_ZERO, NEGATIVE_MISSING = range(3)


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
        # One cell more, because the last run may end behind the window's last cell.
        light = np.empty(values.size + 1)
        light[:-1] = values.ravel()
        light[-1] = 0.0
        invalid = self._invalid(light, missing, low, high)
        if self._negative == NEGATIVE_ZERO and low < 0:
            np.maximum(light, 0.0, out=light)
        if invalid is not None:
            np.copyto(light, -np.inf, where=invalid)
        maximum = _reduce(np.maximum, light, window)
        lit = None
        if not high <= self._threshold:
            lit = _count(light > self._threshold, window)
        gaps = None
        if invalid is not None:
            np.copyto(light, 0.0, where=invalid)
            gaps = _count(invalid, window)
        total = _reduce(np.add, light, window)
        square = _reduce(np.add, np.multiply(light, light, out=light), window)
        for part, items in enumerate((window.runs, window.cells)):
            if not len(items.polygons):
                continue
            cells, weight, area = items.factors
            sums = np.zeros((6, len(items.polygons)))
            for row, factor, summed in (
                (0, cells, total),
                (1, weight, total),
                (2, weight, square),
                (5, area, lit),
            ):
                if summed is not None:
                    sums[row] = np.add.reduceat(factor * summed[part], items.starts)
            sums[3:5] = items.whole[1:]
            if gaps is not None:
                sums[3] -= np.add.reduceat(weight * gaps[part], items.starts)
                sums[4] -= np.add.reduceat(area * gaps[part], items.starts)
            self._take_up(items, sums, np.maximum.reduceat(maximum[part], items.starts))

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
            invalid[:-1] |= missing.ravel()
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


def _reduce(ufunc: Any, values: np.ndarray, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """The values of each run reduced, and those of the boundary cells, both sorted by polygon."""
    runs = values[:0]
    if len(window.bounds):
        runs = ufunc.reduceat(values, window.bounds)[::2][window.run_order]
    return runs, values[window.positions]


def _count(which: np.ndarray, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """How many cells of each item are in `which`, runs and boundary cells sorted by polygon."""
    ones = which.view(np.int8)  # counted without a copy
    runs = np.empty(0, dtype=np.int32)
    if len(window.bounds):
        counts = np.add.reduceat(ones, window.bounds, dtype=np.int32)
        runs = counts[::2][window.run_order]
    return runs, ones[window.positions]
