"""Rasters given as arrays, added up window by window as the plugin reads them from files."""

import numpy as np
from megaregion.measures.light.reducer import Cells, ChunkReducer
from megaregion.measures.light.scratch import Scratch
from megaregion.measures.light.statistics import PartialSums, ZonalOptions


def added_up(plan, values, *, missing=None, options=None, scratch=None, spread=None):
    """What all windows of a plan add up to."""
    total = PartialSums.nothing(plan.polygons)
    scratch = scratch or Scratch()
    for chunk in plan.chunks:
        reducer = ChunkReducer(plan, chunk, options or ZonalOptions(), scratch, spread)
        for window in chunk.windows:
            rows = slice(window.row, window.row + window.rows)
            part = rows, slice(window.column, window.column + window.columns)
            cells = np.ascontiguousarray(values[part])
            reducer.add(window, Cells.of(cells, None if missing is None else missing[part]))
        total = total.plus(reducer.result())
    return total
