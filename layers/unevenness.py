"""Cities followed through years, and the periods in which their unevenness is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.texts import tr
from ..measures.unevenness.convergence import period_changes
from .comparison import Cell, Comparison
from .fields import name_some

STABLE = 0.001  # a change of the Theil index up to this size counts as none
LEVEL = 0.05  # of significance
_PERIOD = re.compile(r"(?P<name>.+)=\s*(?P<first>\d{4})\s*[-–—]\s*(?P<last>\d{4})")


class Period(NamedTuple):
    """A span of years with a name, such as a five-year plan."""

    name: str
    first: int
    last: int


def parse_periods(text: str) -> list[Period]:
    """The periods of `name=first-last` separated by ';'.

    Raises:
        InputError: a part is not written so, ends before it begins, or a name is given twice.
    """
    periods = []
    for part in (part.strip() for part in text.replace("；", ";").split(";")):
        if not part:
            continue
        match = _PERIOD.fullmatch(part)
        if match is None or int(match["first"]) >= int(match["last"]):
            raise InputError(
                tr(
                    "The period '{part}' is not written as name=first-last, such as 12th "
                    "plan=2011-2015: correct PERIODS."
                ).format(part=part)
            )
        periods.append(Period(match["name"].strip(), int(match["first"]), int(match["last"])))
    names = [period.name for period in periods]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        raise InputError(
            tr("PERIODS gives {names} twice: give each period its own name.").format(
                names=name_some(twice)
            )
        )
    return periods


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


def side_by_side(cells: Sequence[Cell]) -> tuple[np.ndarray, np.ndarray | None]:
    """Values and weights of the cells' cities, shape (n, t), NaN where a year lacks a city.

    Their order follows from the values alone, as in a cell.
    """
    cities = reduce(np.union1d, (cell.cities for cell in cells))
    values, weights = np.full((2, len(cities), len(cells)), np.nan)
    for column, cell in enumerate(cells):
        at = np.searchsorted(cities, cell.cities)
        values[at, column] = cell.values
        weights[at, column] = 1.0 if cell.weights is None else cell.weights
    order = np.lexsort((*weights.T, *values.T))
    weighted = any(cell.weights is not None for cell in cells)
    return values[order], weights[order] if weighted else None


def period_rows(
    series: Iterable[Mapping[str, Any]], periods: Sequence[Period], feedback: QgsProcessingFeedback
) -> list[list[Any]]:
    """Region, indicator, period and change of the Theil index from its first to its last year."""
    if not periods:
        return []
    theil: dict[tuple[str, str], dict[int, float]] = {}
    for row in series:
        of_cell = theil.setdefault((row["region"], row["indicator"]), {})
        of_cell[row["year"]] = np.nan if row["theil_between"] is None else row["theil_between"]
    ends = np.array([[period.first, period.last] for period in periods])
    rows: list[list[Any]] = []
    for (region, indicator), by_year in theil.items():
        years = np.array(list(by_year))
        changes = period_changes(years, np.array([list(by_year.values())]), ends)[0]
        rows += [[region, indicator, p.name, change] for p, change in zip(periods, changes)]
    known = {year for by_year in theil.values() for year in by_year}
    outside = [p.name for p in periods if not {p.first, p.last} <= known]
    if outside:
        feedback.pushWarning(
            tr("Periods that begin or end in a year without data have no change: {names}.").format(
                names=name_some(outside)
            )
        )
    return rows
