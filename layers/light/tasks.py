"""What one worker does: one raster (or a part of a large one) added up over the cities."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple, Protocol
from uuid import uuid4

import numpy as np

from ...measures.grids import Grid
from ...measures.light.overlap import overlap_of
from ...measures.light.plausible import Fills, fills, suspects, suspicious
from ...measures.light.reducer import Cells, ChunkReducer
from ...measures.light.scratch import Scratch
from ...measures.light.spread import CellSpread
from ...measures.light.statistics import NEGATIVE_MISSING, NEGATIVE_ZERO, PartialSums, ZonalOptions
from ...measures.light.windows import Chunk, Window, ZonalPlan
from .reading import BandReader, BandSource

_held = threading.local()
_checks: dict[str, Callable[[], None]] = {}  # of the runs under way in this process


@contextmanager
def watched(check: Callable[[], None]) -> Iterator[str]:
    """A run whose tasks in this process stop where `check` raises; gives what they are told."""
    run = uuid4().hex
    _checks[run] = check
    try:
        yield run
    finally:
        del _checks[run]


def go_on() -> None:
    """Tasks elsewhere are cancelled by their executor alone."""


def own_scratch() -> Scratch:
    """This thread's memory, kept from one task to the next."""
    if not hasattr(_held, "scratch"):
        _held.scratch = Scratch()
    scratch: Scratch = _held.scratch
    return scratch


def release_scratch() -> None:
    """Give this thread's memory back."""
    _held.__dict__.clear()


def add_up(
    source: BandSource,
    plan: ZonalPlan,
    parts: Sequence[range],
    options: ZonalOptions,
    *,
    spread: bool = False,
    run: str = "",
) -> PartialSums:
    """The sums of some of a plan's chunks in one band.

    Args:
        source: the band.
        plan: what the cities cover of its grid.
        parts: of the plan's `tasks`, each added up on its own and then in their order.
        options: how cells become statistics.
        spread: whether the spread of the cells is wanted, for which all are needed.
        run: from `watched`.

    Raises:
        InputError: the raster cannot be read.
    """
    check = _checks.get(run, go_on)
    scratch = own_scratch()
    reader = BandReader(source, scratch)
    options = replace(
        options, lit_threshold=reader.held(options.lit_threshold), zero=min(reader.held(0.0), 0.0)
    )
    filled = fills(reader.dtype, reader.scale, reader.offset)
    collected = CellSpread(plan, check) if spread else None
    total = PartialSums.nothing(plan.polygons)
    for part in parts:
        of_part = PartialSums.nothing(plan.polygons)
        for number in part:
            chunk = plan.chunks[number]
            reducer = ChunkReducer(plan, chunk, options, scratch, collected)
            found: dict[float, np.ndarray] = {}
            for window in chunk.windows:
                check()
                cells = reader.read(window)
                if suspicious(*_extremes(cells), filled):
                    found.update(_suspects(cells, window, chunk, options, filled, found))
                reducer.add(window, cells)
            of_part = of_part.plus(replace(reducer.result(), suspects=found))
        total = total.plus(of_part)
    return total if collected is None else replace(total, spread=collected.result())


def _extremes(cells: Cells) -> tuple[float, float]:
    if not np.isnan(cells.low):
        return cells.low, cells.high
    values = cells.values
    return float(np.fmin.reduce(values, axis=None)), float(np.fmax.reduce(values, axis=None))


def _suspects(
    cells: Cells,
    window: Window,
    chunk: Chunk,
    options: ZonalOptions,
    filled: Fills,
    known: dict[float, np.ndarray],
) -> dict[float, np.ndarray]:
    """Values of a window that are probably no data, with the cities in which they lie."""
    values = cells.values
    counted = np.isfinite(values)
    if cells.missing is not None:
        counted &= ~cells.missing
    if options.negative == NEGATIVE_MISSING:
        counted &= values >= options.zero
    found = {}
    for value, where in suspects(np.where(counted, values, 0), filled).items():
        polygons = _covering(where.reshape(-1), window, chunk)
        if len(polygons):
            found[value] = np.union1d(polygons, known.get(value, polygons))
    return found


def _covering(where: np.ndarray, window: Window, chunk: Chunk) -> np.ndarray:
    """The polygons that cover any of the cells."""
    held = [np.flatnonzero(where[window.positions]) + window.cells.start]
    if len(window.bounds):
        runs = np.logical_or.reduceat(np.append(where, False), window.bounds)[::2]
        held.append(np.flatnonzero(runs[window.run_order]) + window.runs.start)
    groups = np.searchsorted(chunk.starts, np.concatenate(held), side="right") - 1
    return np.unique(chunk.polygons[groups])


class WeighedSums(NamedTuple):
    """Sums over each of n polygons: of light x weight, and of weight where there is light."""

    product: np.ndarray
    weight: np.ndarray


class _Reader(Protocol):
    def read(self, window: Window) -> Cells: ...


class _OverlapReader:
    """Windows of one grid read from a raster of another, coarser one."""

    def __init__(self, source: BandReader, grid: Grid, own: Grid, *, shared_out: bool) -> None:
        self._source, self._grid, self._own, self._shared_out = source, grid, own, shared_out

    def read(self, window: Window) -> Cells:
        place = overlap_of(window, self._grid, self._own)
        shape = window.rows, window.columns
        if not place.rows or not place.columns:
            return Cells(np.zeros(shape), np.ones(shape, dtype=bool), 0.0, 0.0)
        found = self._source.read(
            window._replace(
                row=place.row, column=place.column, rows=place.rows, columns=place.columns
            )
        )
        valid = _valid(found)
        if self._shared_out:
            return Cells.of(place.share(np.where(valid, found.values, 0.0)))
        values, any_valid = place.mean(found.values, valid)
        return Cells.of(values, ~any_valid)


def _valid(cells: Cells) -> np.ndarray:
    valid = np.isfinite(cells.values)
    return valid if cells.missing is None else valid & ~cells.missing


def weigh(
    source: BandSource,
    weights: BandSource,
    grids: tuple[Grid, Grid],
    plan: ZonalPlan,
    options: ZonalOptions,
    *,
    on_light: bool,
    run: str = "",
) -> WeighedSums:
    """Light by weight in one band.

    Args:
        source: the band with light.
        weights: the band with weights; what is negative or no data counts as no weight.
        grids: of the light and of the weights.
        plan: what the cities cover of the one grid or the other.
        options: how negative light counts.
        on_light: whether the plan is of the light's grid.
        run: from `watched`.

    Raises:
        InputError: a raster cannot be read.
    """
    check = _checks.get(run, go_on)
    light_band, weight_band = BandReader(source, Scratch()), BandReader(weights, Scratch())
    light: _Reader = light_band
    amounts: _Reader = weight_band
    if grids[0] != grids[1] and on_light:
        amounts = _OverlapReader(weight_band, grids[0], grids[1], shared_out=True)
    elif grids[0] != grids[1]:
        light = _OverlapReader(light_band, grids[1], grids[0], shared_out=False)
    scratch = Scratch(), Scratch()
    plain = ZonalOptions()
    result = WeighedSums(np.zeros(plan.polygons), np.zeros(plan.polygons))
    for chunk in plan.chunks:
        reducers = [ChunkReducer(plan, chunk, plain, own) for own in scratch]
        for window in chunk.windows:
            check()
            cells, people = light.read(window), amounts.read(window)
            values, valid = cells.values.astype(np.float64), _valid(cells)
            if options.negative == NEGATIVE_MISSING:
                valid &= values >= 0
            elif options.negative == NEGATIVE_ZERO:
                values = np.maximum(values, 0)
            weight = np.where(_valid(people) & (people.values > 0), people.values, 0.0)
            product = np.where(valid, values, 0.0) * weight
            for reducer, summed in zip(reducers, (product, weight)):
                reducer.add(window, Cells.of(summed, None if valid.all() else ~valid))
        for number, reducer in enumerate(reducers):
            result[number][:] += reducer.result().sums[0]
    return result
