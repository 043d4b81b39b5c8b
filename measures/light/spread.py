"""How light is spread over a city's cells: Gini index, percentiles, standard deviation."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .windows import Chunk, Window, ZonalPlan

PERCENTILES = (10, 50, 90)
_MOST_CELLS = 4_000_000  # speed only: held until the polygons that are complete are worked out


class Spread(NamedTuple):
    """The spread of the cells of each of n polygons; NaN without a valid cell.

    Attributes:
        gini: Gini index of the cells' values, each with its weight, shape (n,); NaN also where a
            value is negative or all are zero.
        percentiles: of the cells' values, weighted alike, shape (3, n).
        deviation: standard deviation of the cells' values (of a population), weighted alike,
            shape (n,).
    """

    gini: np.ndarray
    percentiles: np.ndarray
    deviation: np.ndarray


class CellSpread:
    """Collects a raster's cells window by window and works out polygons that are complete."""

    def __init__(self, plan: ZonalPlan, check: Callable[[], None] | None = None) -> None:
        """Start with nothing collected; the plan's windows are added in their order.

        Args:
            plan: the plan.
            check: called for each polygon; may raise to stop.
        """
        count = plan.polygons
        self._check = check
        self._area_weighted = plan.area_weighted
        self._windows_left = np.zeros(count, dtype=np.int64)
        for chunk in plan.chunks:
            for window in chunk.windows:
                self._windows_left[_polygons_in(window, chunk)] += 1
        self._held: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self._cells, self._most_cells = 0, _MOST_CELLS  # speed only: when to work out
        self._gini = np.full(count, np.nan)
        self._percentiles = np.full((len(PERCENTILES), count), np.nan)
        self._deviation = np.full(count, np.nan)

    def add(
        self, window: Window, chunk: Chunk, light: np.ndarray, invalid: np.ndarray | None
    ) -> None:
        """Add the valid cells of a window.

        Args:
            window: the window.
            chunk: the window's.
            light: its cells, shape (cells,).
            invalid: which of them have no value, or None.
        """
        # Runs in the order of the items: by polygon.
        begin, end = (window.bounds[side::2][window.run_order] for side in (0, 1))
        length = end - begin
        run = np.repeat(np.arange(len(length)), length)
        inside = np.arange(len(run)) - np.repeat(np.cumsum(length) - length, length) + begin[run]
        positions = np.concatenate((inside, window.positions))
        items = np.concatenate((run + window.runs.start, _numbers(window.cells)))
        weights = chunk.factors[1][items]
        if window.ground is not None and self._area_weighted:
            areas = window.ground.table(window.rows, window.columns)
            weights[: len(inside)] = areas.ravel()[inside]
        polygons = np.concatenate(
            (
                _polygons_of(window.runs, window.run_groups, chunk)[run],
                _polygons_of(window.cells, window.cell_groups, chunk),
            )
        )
        values = light[positions].astype(np.float64)
        if invalid is not None:
            valid = ~invalid[positions]
            polygons, values, weights = polygons[valid], values[valid], weights[valid]
        self._take_up(window, chunk, polygons, values, weights)

    def add_constant(self, window: Window, chunk: Chunk, value: float) -> None:
        """Add a window of equal values."""
        groups = np.concatenate((_numbers(window.run_groups), _numbers(window.cell_groups)))
        values = np.full(len(groups), value)
        self._take_up(window, chunk, chunk.polygons[groups], values, chunk.whole[1][groups])

    def add_nothing(self, window: Window, chunk: Chunk) -> None:
        """Pass over a window without a valid cell."""
        none = np.empty(0)
        self._take_up(window, chunk, none.astype(np.int64), none, none)

    def _take_up(
        self,
        window: Window,
        chunk: Chunk,
        polygons: np.ndarray,
        values: np.ndarray,
        weights: np.ndarray,
    ) -> None:
        self._windows_left[_polygons_in(window, chunk)] -= 1
        self._held.append((polygons, values, weights))
        self._cells += len(values)
        if self._cells > self._most_cells:  # speed only: likewise
            self._work_out()
            self._most_cells = max(_MOST_CELLS, 2 * self._cells)  # speed only: likewise

    def _work_out(self) -> None:
        """Reduce the cells of polygons of which no window is left; keep the others."""
        polygons, values, weights = (np.concatenate(column) for column in zip(*self._held))
        done = self._windows_left[polygons] == 0
        self._held = [(polygons[~done], values[~done], weights[~done])]
        self._cells = int((~done).sum())  # speed only: likewise
        polygons, values, weights = polygons[done], values[done], weights[done]
        order = np.lexsort((values, polygons))
        polygons, values, weights = polygons[order], values[order], weights[order]
        limits = np.flatnonzero(np.diff(polygons, prepend=-1, append=-1))
        for first, last in zip(limits[:-1], limits[1:]):
            if self._check is not None:
                self._check()
            cells = values[first:last], weights[first:last]
            polygon = polygons[first]
            self._gini[polygon] = weighted_gini(*cells)
            self._percentiles[:, polygon] = weighted_percentiles(*cells)
            self._deviation[polygon] = weighted_deviation(*cells)

    def result(self) -> Spread:
        """The spread of what has been added."""
        if self._held:
            self._work_out()
        return Spread(self._gini, self._percentiles, self._deviation)


def weighted_gini(values: np.ndarray, weights: np.ndarray) -> float:
    """Gini index of ascending values, NaN where one is negative or all are zero.

    Args:
        values: ascending, shape (n,).
        weights: positive, shape (n,).

    Source: the area under the Lorenz curve by trapezia, which is half the mean difference of all
    pairs over the mean.

    >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]  # R's ineq
    >>> round(weighted_gini(np.array(incomes), np.ones(10)), 7)
    0.4620911
    """
    if not len(values) or values[0] < 0:
        return np.nan
    light = values * weights
    total = float(light.sum())  # no dot product: its digits change with the number of cores
    if total <= 0:
        return np.nan
    below = np.cumsum(light) - light / 2
    return max(0.0, float(1 - 2 * (below * weights).sum() / (total * weights.sum())))


def weighted_percentiles(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The smallest values that so many percent of the weight do not exceed.

    The inverse of the cumulative distribution (Hyndman & Fan 1996, Sample quantiles in statistical
    packages, The American Statistician 50, 361-365, definition 1), with weights.

    Args:
        values: ascending, shape (n,).
        weights: positive, shape (n,).
    """
    up_to = np.cumsum(weights)
    # A share that is reached but for rounding is reached.
    wanted = np.array(PERCENTILES) / 100 * up_to[-1] * (1 - 1e-12)
    return values[np.searchsorted(up_to, wanted)]


def weighted_deviation(values: np.ndarray, weights: np.ndarray) -> float:
    """Standard deviation of a population's values, each with its weight.

    In two passes over differences from one of the values, as a difference of large sums would
    lose what values of 1e9 differ by; equal values give exactly 0 (Chan, Golub & LeVeque 1983,
    Algorithms for computing the sample variance, The American Statistician 37, 242-247).

    Args:
        values: shape (n,), n of at least 1.
        weights: zero or more, shape (n,).

    Returns:
        The deviation, NaN where nothing weighs.
    """
    weight = float(weights.sum())
    if weight <= 0:
        return np.nan
    above = values - values[0]
    above -= (above * weights).sum() / weight
    return float(np.sqrt((above * above * weights).sum() / weight))


def _numbers(items: slice) -> np.ndarray:
    return np.arange(items.start, items.stop)


def _polygons_of(items: slice, groups: slice, chunk: Chunk) -> np.ndarray:
    """The polygon of each of a window's runs, or of its boundary cells."""
    lengths = np.diff(chunk.starts[groups], append=items.stop)
    return np.repeat(chunk.polygons[groups], lengths)


def _polygons_in(window: Window, chunk: Chunk) -> np.ndarray:
    """The polygons of a window, each once."""
    parts = [chunk.polygons[part] for part in (window.run_groups, window.cell_groups)]
    return np.unique(np.concatenate(parts))
