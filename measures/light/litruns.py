"""Windows most of which are dark: their lit cells picked out, many windows' added up together."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .scratch import Scratch
from .windows import STRETCH, Window

# Worthwhile where less than a quarter of every 61st cell (a prime, so that it meets all columns)
# is lit.
_SAMPLED, _WORTHWHILE = 61, 0.25  # speed only: dark cells add nothing
_GATHERED = 2**17  # speed only: cells that are added up together


class RunTallies(NamedTuple):
    """Sum, largest value and number of lit cells of each item, shape (items,) each."""

    total: np.ndarray
    maximum: np.ndarray
    lit: np.ndarray


class LitRuns:
    """Gathers the lit cells of windows' runs, and tallies them a few windows at a time.

    Each window has some hundred runs, for which numpy's calls take longer than the sums.
    """

    def __init__(self, tallies: RunTallies, threshold: float, scratch: Scratch) -> None:
        """Start with nothing gathered.

        Args:
            tallies: are filled.
            threshold: cells above it are lit; zero or more.
            scratch: one for each thread.
        """
        self._tallies, self._threshold, self._scratch = tallies, threshold, scratch
        self._cells = 0
        self._runs = 0
        self._windows: list[Window] = []
        self._bounds: list[np.ndarray] = []

    def take(self, window: Window, values: np.ndarray) -> bool:
        """Gather a window's cells if most are dark, and say whether that was so.

        Much land is dark in masked series, and dark cells need not be added up. Stretches of eight
        dark cells are left out, as eight truth values are compared as fast as one.

        Args:
            window: the window.
            values: its cells, shape (n,), none below zero or missing.
        """
        sample = values[::_SAMPLED] != 0  # truth values are counted sooner than numbers
        if np.count_nonzero(sample) > len(sample) * _WORTHWHILE:
            return False
        stretches, rest = divmod(len(values), STRETCH)
        whole = len(values) - rest
        # Words of eight bytes are compared with zero, then the truth values of a stretch at once.
        words = values[:whole].view(np.uint64)
        lit = np.not_equal(words, 0, out=self._scratch.get("words", len(words), np.bool_))
        bright = self._scratch.get("bright", stretches + 1, np.bool_)
        bright[-1] = True  # the cells left over
        np.not_equal(lit.view(f"u{values.itemsize}"), 0, out=bright[:-1])
        kept = np.flatnonzero(bright[:-1])
        count = len(kept) * STRETCH + rest
        if self._cells + count >= _GATHERED:
            self.tally()
        cells = self._scratch.get("gathered", max(_GATHERED, count + 1))[self._cells :]
        stretch_cells = self._scratch.get("kept", count - rest, values.dtype.type)
        stretch_cells = stretch_cells.reshape(-1, STRETCH)
        values[:whole].reshape(-1, STRETCH).take(kept, axis=0, out=stretch_cells, mode="clip")
        cells[: count - rest] = stretch_cells.ravel()
        cells[count - rest : count] = values[whole:]
        bounds = np.searchsorted(kept, window.stretch)
        bounds *= STRETCH
        bounds += window.inside * bright.take(window.stretch)
        bounds += self._cells
        self._cells += count
        self._runs += len(window.run_order)
        self._bounds.append(bounds)
        self._windows.append(window)
        return True

    def tally(self) -> None:
        """Tally what has been gathered."""
        if not self._windows:
            return
        # One more cell: `reduceat` takes no position behind the last one, where runs may end.
        count = self._cells + 1
        cells = self._scratch.get("gathered", count)
        cells[-1] = 0.0
        bounds = np.concatenate(self._bounds)
        # Runs of dark cells alone may have gone: they add nothing and their maximum is 0.
        left = np.flatnonzero(bounds[1::2] > bounds[::2])
        bounds = bounds.reshape(-1, 2)[left].ravel()
        lit = np.greater(cells, self._threshold, out=self._scratch.get("lit", count, np.bool_))
        self._fill(self._tallies.total, left, np.add, cells, bounds)
        self._fill(self._tallies.lit, left, np.add, lit.view(np.int8), bounds, np.int32)
        # Numbers from 0 on are ordered as their bits are, which are compared sooner.
        maximum = self._tallies.maximum.view(np.int64)
        self._fill(maximum, left, np.maximum, cells.view(np.int64), bounds)
        self._cells = self._runs = 0
        self._windows.clear()
        self._bounds.clear()

    def _fill(
        self,
        tally: np.ndarray,
        left: np.ndarray,
        ufunc: Any,
        values: np.ndarray,
        bounds: np.ndarray,
        dtype: type | None = None,
    ) -> None:
        of_runs = np.zeros(self._runs, dtype or values.dtype)
        if len(left):
            of_runs[left] = ufunc.reduceat(values, bounds, dtype=dtype)[::2]
        first = 0
        for window in self._windows:
            last = first + len(window.run_order)
            tally[window.runs] = of_runs[first:last][window.run_order]
            first = last
