"""The periods in which unevenness is told, such as five-year plans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.texts import listed, tr
from ...measures.unevenness.convergence import period_changes
from ..fields import listed_items, name_some
from ..outputs import Column

PERIOD_COLUMNS: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("period", str),
    ("theil_change", float),
]
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
    for part in listed_items(text):
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
    lacking: dict[str, list[str]] = {period.name: [] for period in periods}
    for (region, indicator), by_year in theil.items():
        years = np.array(list(by_year))
        changes = period_changes(years, np.array([list(by_year.values())]), ends)[0]
        rows += [[region, indicator, p.name, change] for p, change in zip(periods, changes)]
        for period, change in zip(periods, changes):
            if np.isnan(change):
                lacking[period.name].append(region)
    outside = [
        name if len(of) == len(theil) else f"{name} ({listed(dict.fromkeys(of))})"
        for name, of in lacking.items()
        if of or not theil
    ]
    if outside:
        feedback.pushWarning(
            tr("Periods that begin or end in a year without data have no change: {names}.").format(
                names=name_some(outside)
            )
        )
    return rows
