"""A raster's cells added up by polygons, from exact covered fractions, one window at a time."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .areas import WindowAreas
from .litruns import LitRuns, RunTallies
from .scratch import Scratch
from .spread import CellSpread
from .statistics import NEGATIVE_MISSING, NEGATIVE_ZERO, PartialSums, ZonalOptions
from .windows import Chunk, Window, ZonalPlan


class Cells(NamedTuple):
    """A window's cells.

    Attributes:
        values: of any number type, NaN is no data, shape (rows, columns).
        missing: where cells have no data, shape (rows, columns), or None for nowhere.
        low, high: the smallest and the largest value, missing ones included; NaN where one is.
    """

    values: np.ndarray
    missing: np.ndarray | None
    low: float
    high: float

    @classmethod
    def of(cls, values: np.ndarray, missing: np.ndarray | None = None) -> Cells:
        """The cells with their extremes."""
        return cls(values, missing, float(values.min()), float(values.max()))


class ChunkReducer:
    """Adds up one raster's windows of a chunk.

    For each item the valid cells are tallied: their sum, the sum of their weighted values, the
    largest value, what is lit and what is not valid. At the end the tallies are
    multiplied by what a cell of the item counts. Items of windows that are known without a look at
    their cells keep what their tallies held before; their groups' sums are put in at the end.
    """

    def __init__(
        self,
        plan: ZonalPlan,
        chunk: Chunk,
        options: ZonalOptions,
        scratch: Scratch,
        spread: CellSpread | None = None,
    ) -> None:
        """Start with nothing added.

        Args:
            plan: the chunk's.
            chunk: the windows to be added.
            options: how cells become statistics.
            scratch: one for each thread.
            spread: takes the cells of all the raster's chunks, in turn.
        """
        self._plan, self._chunk, self._options = plan, chunk, options
        self._scratch, self._spread = scratch, spread
        # Where cells of a row differ in area, what is weighed by it is tallied apart.
        varied = any(window.ground is not None for window in chunk.windows)
        self._total = self._tally("total")
        self._weighted = self._tally("weighted") if varied and plan.area_weighted else self._total
        self._maximum = self._tally("maximum")
        self._lit = self._tally("lit tally")
        tallies = RunTallies(self._total, self._maximum, self._lit)
        self._gathered = LitRuns(tallies, options.lit_threshold, scratch)
        self._apart = varied and not plan.area_weighted
        self._gaps: tuple[np.ndarray, np.ndarray] | None = None
        # Groups of windows that are known without a look at their cells, and their sums.
        self._known: list[tuple[slice, np.ndarray | float, float]] = []

    def _tally(self, name: str) -> np.ndarray:
        return self._scratch.get(name, self._chunk.factors.shape[1])

    def _gap_tallies(self) -> tuple[np.ndarray, np.ndarray]:
        """Tallies of what is not valid, in weight and in area, from the first gap on."""
        if self._gaps is None:
            area = self._tally("gap area")
            weight = self._tally("gap weight") if self._apart else area
            area.fill(0.0)
            weight.fill(0.0)
            self._gaps = weight, area
        return self._gaps

    def add(self, window: Window, cells: Cells) -> None:
        """Add a window's cells."""
        low, high = cells.low, cells.high
        if cells.missing is None and low == high and np.isfinite(low):
            self._add_constant(window, low)
            return
        light = cells.values.reshape(-1)
        invalid = self._invalid(light, cells)
        if invalid is not None and invalid.all():
            self._add_nothing(window)
            return
        raised = self._options.negative == NEGATIVE_ZERO and not low >= 0
        if len(window.bounds):
            self._tally_runs(window, light, invalid, low, raised=raised)
        if len(window.positions):
            self._take_cells(window, light, invalid)
        if self._spread is not None:
            self._spread.add(
                window, self._chunk, np.maximum(light, 0) if raised else light, invalid
            )

    def _add_constant(self, window: Window, value: float) -> None:
        """Add a window of equal values, such as dark land, without a look at its cells."""
        if value < self._options.zero and self._options.negative == NEGATIVE_MISSING:
            self._add_nothing(window)
            return
        if self._options.negative == NEGATIVE_ZERO:
            value = max(value, 0.0)
        lit = float(value > self._options.lit_threshold)
        for part in (window.run_groups, window.cell_groups):
            cells, weight, area = self._chunk.whole[:, part]
            sums = (value * cells, value * weight, weight, area, lit * area)
            self._known.append((part, np.stack(sums), value))
        if self._spread is not None:
            self._spread.add_constant(window, self._chunk, value)

    def _add_nothing(self, window: Window) -> None:
        """Add a window without a valid cell."""
        for part in (window.run_groups, window.cell_groups):
            self._known.append((part, 0.0, -np.inf))
        if self._spread is not None:
            self._spread.add_nothing(window, self._chunk)

    def _invalid(self, light: np.ndarray, cells: Cells) -> np.ndarray | None:
        """Cells without a value, or None where there are none."""
        finite = np.isfinite(cells.low) and np.isfinite(cells.high)
        options = self._options
        negative = options.negative == NEGATIVE_MISSING and not cells.low >= options.zero
        if finite and cells.missing is None and not negative:
            return None
        invalid = np.zeros(len(light), dtype=bool) if finite else ~np.isfinite(light)
        if cells.missing is not None:
            invalid |= cells.missing.reshape(-1)
        if negative:
            invalid |= light < options.zero
        return invalid if invalid.any() else None

    def _tally_runs(
        self,
        window: Window,
        light: np.ndarray,
        invalid: np.ndarray | None,
        low: float,
        *,
        raised: bool,
    ) -> None:
        """The runs' values added up, one run after the other."""
        bounds, order, threshold = window.bounds, window.run_order, self._options.lit_threshold
        plain = invalid is None and low >= 0
        if (
            window.ground is None
            and plain
            and threshold >= 0
            and self._gathered.take(window, light)
        ):
            return
        # One more cell: `reduceat` takes no position behind the last one, where runs may end.
        count = len(light)
        cells = self._scratch.get("cells", count + 1)
        cells[:count], cells[count] = light, 0.0
        if raised:
            np.maximum(cells, 0.0, out=cells)

        def reduced(ufunc: Any, values: np.ndarray, dtype: type | None = None) -> np.ndarray:
            return ufunc.reduceat(values, bounds, dtype=dtype)[::2][order]

        area = None if window.ground is None else self._areas(window, window.ground)
        if invalid is not None:
            np.copyto(cells[:count], -np.inf, where=invalid)
        runs = window.runs
        # Numbers from 0 on are ordered as their bits are, which are compared sooner.
        bits = cells.view(np.int64) if plain else cells
        self._maximum[runs] = reduced(np.maximum, bits).view(np.float64)
        lit = np.greater(cells, threshold, out=self._scratch.get("lit", count + 1, np.bool_))
        if area is None:
            self._lit[runs] = reduced(np.add, lit.view(np.int8), np.int32)
        else:
            self._lit[runs] = reduced(np.add, np.multiply(lit, area, out=self._product(count)))
        if invalid is not None:
            np.copyto(cells[:count], 0.0, where=invalid)
            gap_weight, gap_area = self._gap_tallies()
            gaps = self._scratch.get("gaps", count + 1, np.bool_)
            gaps[:count], gaps[count] = invalid, False
            if area is None or self._apart:
                gap_weight[runs] = reduced(np.add, gaps.view(np.int8), np.int32)
            if area is not None:
                missed = np.multiply(gaps, area, out=self._product(count))
                gap_area[runs] = reduced(np.add, missed)
        self._total[runs] = reduced(np.add, cells)
        if area is not None and self._weighted is not self._total:
            weighted = np.multiply(cells, area, out=self._product(count))
            self._weighted[runs] = reduced(np.add, weighted)

    def _product(self, count: int) -> np.ndarray:
        return self._scratch.get("product", count + 1)

    def _areas(self, window: Window, ground: WindowAreas) -> np.ndarray:
        """Ground areas of the window's cells and a 0 behind them."""
        shape = window.rows, window.columns
        areas = self._scratch.get("areas", window.size + 1)
        spare = self._scratch.get("product", window.size)
        ground.fill(areas[:-1].reshape(shape), spare.reshape(shape))
        areas[-1] = 0.0
        return areas

    def _take_cells(self, window: Window, light: np.ndarray, invalid: np.ndarray | None) -> None:
        """Keep the values of boundary cells, to be tallied together with the other windows'."""
        self._total[window.cells] = light.take(window.positions)
        if invalid is not None:
            for tally in self._gap_tallies():
                tally[window.cells] = invalid.take(window.positions)

    def _tally_cells(self) -> None:
        """Boundary cells as runs of one cell."""
        cells = slice(self._chunk.runs, None)
        maximum = values = self._total[cells]
        if self._options.negative == NEGATIVE_ZERO:
            np.maximum(values, 0.0, out=values)
        if self._gaps is not None:
            missing = self._gaps[1][cells] != 0
            maximum = np.where(missing, -np.inf, values)
            values[missing] = 0.0
        self._maximum[cells] = maximum
        self._lit[cells] = maximum > self._options.lit_threshold
        self._weighted[cells] = values

    def result(self) -> PartialSums:
        """What has been added."""
        chunk, count = self._chunk, self._plan.polygons
        sums, maximum = np.zeros((5, count)), np.full(count, -np.inf)
        if not len(chunk.starts):
            return PartialSums(sums, maximum)
        self._gathered.tally()
        self._tally_cells()
        cells, weight, area = chunk.factors
        groups = np.empty((5, len(chunk.starts)))
        product = self._scratch.get("items", len(cells))

        def add_up(factor: np.ndarray, tally: np.ndarray) -> np.ndarray:
            return np.add.reduceat(np.multiply(factor, tally, out=product), chunk.starts)

        groups[0] = add_up(cells, self._total)
        groups[1] = add_up(weight, self._weighted)
        groups[2:4] = chunk.whole[1:]
        if self._gaps is not None:
            groups[2] -= add_up(weight, self._gaps[0])
            groups[3] -= add_up(area, self._gaps[1])
        groups[4] = add_up(area, self._lit)
        largest = np.maximum.reduceat(self._maximum, chunk.starts)
        for known, of_groups, value in self._known:
            groups[:, known] = of_groups
            largest[known] = value
        for number, of_groups in enumerate(groups):
            sums[number] = np.bincount(chunk.polygons, of_groups, count)
        np.maximum.at(maximum, chunk.polygons, largest)
        return PartialSums(sums, maximum)
