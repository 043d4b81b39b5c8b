"""Cities followed through the years."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.texts import tr
from ..comparison import Cell, Comparison
from ..fields import name_some


def followed(
    comparison: Comparison, region: str, name: str, same: bool, feedback: QgsProcessingFeedback
) -> list[Cell]:
    """The region's cells of all years of an indicator.

    Args:
        comparison: the cities.
        region: one of its regions.
        name: the indicator.
        same: whether only cities that have a value and the same role in all years count.
        feedback: told which are left out for lack of a year.
    """
    years = [year for year in comparison.panel.years_of(name) if year is not None]
    cells = [comparison.cell(region, name, year) for year in years]
    found = [cell for cell in cells if cell is not None]
    if not same or len(found) < len(years):
        return found
    roles = [dict(zip(cell.cities.tolist(), cell.is_core.tolist())) for cell in found]
    always = reduce(np.intersect1d, (cell.cities for cell in found))
    always = np.array([c for c in always if len({of_year[c] for of_year in roles}) == 1], dtype=int)
    ever = reduce(np.union1d, (cell.cities for cell in found))
    lone = {comparison.panel.labels[city] for city in np.setdiff1d(ever, always)}
    left_out = sorted(lone.union(*(cell.missing for cell in found)))
    if left_out:
        feedback.pushWarning(
            tr(
                "{region}, {name}: without a value or with another role in some year, left "
                "out of all: {names}."
            ).format(region=region, name=name, names=name_some(left_out))
        )
    kept = [comparison.cell(region, name, year, always) for year in years]
    return [cell for cell in kept if cell is not None]


def side_by_side(
    cells: Sequence[Cell], *, by_role: bool = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    """Values of the cells' cities in all years, their roles and their weights.

    Their order follows from the values alone, as in a cell.

    Args:
        cells: of t years, with n cities in all.
        by_role: whether a city whose role changes stands in two rows; otherwise its role is that
            of the last year in which it has a value.

    Returns:
        values, shape (n, t), NaN where a year lacks a city; is_core, shape (n,); weights as
        values, None where no cell has weights.
    """
    keys = [2 * cell.cities + cell.is_core if by_role else cell.cities for cell in cells]
    rows = reduce(np.union1d, keys)
    values, weights = np.full((2, len(rows), len(cells)), np.nan)
    is_core = np.zeros(len(rows), dtype=bool)
    for column, (cell, key) in enumerate(zip(cells, keys)):
        at = np.searchsorted(rows, key)
        values[at, column] = cell.values
        weights[at, column] = 1.0 if cell.weights is None else cell.weights
        is_core[at] = cell.is_core
    order = np.lexsort((*weights.T[::-1], *values.T[::-1], is_core))
    weighted = any(cell.weights is not None for cell in cells)
    return values[order], is_core[order], weights[order] if weighted else None
