"""Rows of the table of change between two years."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.texts import listed, tr
from ...measures.unevenness.change import direction
from ...measures.unevenness.interval import NO_INTERVAL, change_interval
from ...measures.unevenness.permutation import growth_permutation_p_value
from ...measures.unevenness.region import unevenness
from ..comparison import Cell, Comparison, report_missing
from ..outputs import Column
from .followed import side_by_side

CHANGE: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("from_year", int),
    ("to_year", int),
    ("cities", int),
    ("cores", int),
    ("theil_from", float),
    ("theil_to", float),
    ("theil_change", float),
    ("gini_from", float),
    ("gini_to", float),
    ("gini_change", float),
    ("ratio_from", float),
    ("ratio_to", float),
    ("direction", str),
    ("ci_low", float),
    ("ci_high", float),
    ("ci_assumption", str),
    ("p_value", float),
    ("p_fdr", float),
]


def paired(
    comparison: Comparison,
    region: str,
    name: str,
    years: tuple[int, int],
    same: bool,
    feedback: QgsProcessingFeedback,
) -> tuple[Cell, Cell] | None:
    """The cells of both years; None where the region has no city to compare.

    Args:
        comparison: the cities.
        region: one of its regions.
        name: the indicator.
        years: two of its years.
        same: whether only cities with a value and the same role in both years count.
        feedback: told which are left out.
    """
    cells = [comparison.cell(region, name, year) for year in years]
    first, last = cells
    if first is None or last is None:
        return None
    if not same:
        report_missing((first, last), comparison.missing, feedback)
        return first, last
    both, at_first, at_last = np.intersect1d(
        first.cities, last.cities, assume_unique=True, return_indices=True
    )
    both = both[first.is_core[at_first] == last.is_core[at_last]]
    lone = np.setdiff1d(np.union1d(first.cities, last.cities), both)
    labels = comparison.panel.labels
    left_out = sorted({*first.missing, *last.missing, *(labels[city] for city in lone)})
    if left_out:
        feedback.pushWarning(
            tr(
                "{region}, {name}: without a value or with another role in {first} or "
                "{last}, left out of both: {names}."
            ).format(
                region=region, name=name, first=years[0], last=years[1], names=listed(left_out)
            )
        )
    kept = [comparison.cell(region, name, year, both) for year in years]
    return None if kept[0] is None or kept[1] is None else (kept[0], kept[1])


def change_row(
    first: Cell, last: Cell, *, stable: float, interval: bool, permutations: int, seed: int
) -> dict[str, Any]:
    """The measures of both years and their change; `p_fdr` waits for the other rows."""
    measured = [
        unevenness(cell.values, cell.is_core, cell.weights) if len(cell.values) else None
        for cell in (first, last)
    ]
    theil, gini, ratio = (
        [getattr(m, name) if m else np.nan for m in measured]
        for name in ("theil_between", "gini_between", "ratio")
    )
    change, bounds, p_value = theil[1] - theil[0], NO_INTERVAL, np.nan
    values, is_core, weights = side_by_side((first, last), by_role=True)
    if change == change:
        if interval:
            bounds = change_interval(values, is_core, weights)
        if permutations:
            p_value = growth_permutation_p_value(values, is_core, weights, permutations, seed)
    return {
        "region": first.region,
        "indicator": first.indicator,
        "from_year": first.year,
        "to_year": last.year,
        "cities": len(values),
        "cores": int(is_core.sum()),
        "theil_from": theil[0],
        "theil_to": theil[1],
        "theil_change": change,
        "gini_from": gini[0],
        "gini_to": gini[1],
        "gini_change": gini[1] - gini[0],
        "ratio_from": ratio[0],
        "ratio_to": ratio[1],
        "direction": direction(change, stable, *ratio),
        "ci_low": bounds.low,
        "ci_high": bounds.high,
        "ci_assumption": bounds.assumption,
        "p_value": p_value,
        "p_fdr": np.nan,
    }
