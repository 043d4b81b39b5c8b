"""Yearbooks read into a city panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.prepare.cells import Values, read_values
from ...measures.prepare.columns import Column, Remarks, Wanted, headings_of
from ...measures.prepare.headings import says_ratio
from ...measures.prepare.panel import PUBLISHED, Panel
from ...measures.prepare.sheets import column_letters, read_layout
from ...measures.prepare.units import compact, unit_of
from ...measures.texts import tr
from ..cancelling import check_cancelled
from ..fields import name_some
from .settings import Places
from .workbooks import read_sheets

if TYPE_CHECKING:
    import pandas as pd

_SAME = 1e-9  # values that differ less, relatively, are one value in two units


@dataclass(frozen=True)
class Cells:
    """Where the published values stand: for each the sheet, and row and column from 0."""

    sheets: list[str]
    sheet: np.ndarray
    row: np.ndarray
    column: np.ndarray

    def places(self, cells: np.ndarray) -> list[str]:
        """file|sheet|cell for each of the cells."""
        where = zip(
            self.sheet[cells].tolist(), self.column[cells].tolist(), self.row[cells].tolist()
        )
        return [f"{self.sheets[s]}|{column_letters(c)}{r + 1}" for s, c, r in where]


@dataclass
class Reading:
    """What the yearbooks hold.

    Attributes:
        panel: the published values.
        cells: where they stand.
        units: the unit of each indicator, '' where unknown.
        words: each indicator's heading as printed.
        ratios: for each indicator whether its values cannot be added over cities.
        named: cities that have a row in any table.
        totals, strangers: names of rows that are sums, and that are nothing known.
        remarks: what was passed over and assumed, with the cells.
        read, skipped: sheets with wanted columns, and without cities or wanted columns.
    """

    panel: Panel
    cells: Cells
    units: list[str]
    words: list[str]
    ratios: list[bool]
    named: set[int] = field(default_factory=set)
    totals: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)
    read: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


@dataclass
class _Found:
    """What one sheet after the other adds."""

    values: list[tuple[int, Values]] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def read_yearbooks(
    paths: Sequence[str],
    sheets: Sequence[str],
    wanted: Sequence[Wanted],
    places: Places,
    pattern: str | None,
    every_year: bool,
    feedback: QgsProcessingFeedback,
) -> Reading:
    """Read the wanted columns of all sheets.

    Args:
        paths: the files.
        sheets: names of the sheets to read; all without any.
        wanted: the columns.
        places: the cities.
        pattern: the user's regular expression for years.
        every_year: also make years between the first and the last that have no table.

    Raises:
        InputError: a file, a year or a unit cannot be read; a heading is nowhere; two cells
            contradict each other.
    """
    reading = Reading(Panel.blank(0, [], []), Cells([], *(np.zeros(0, int),) * 3), [], [], [])
    found = _Found()
    names = list(dict.fromkeys(paths))
    for sheet in read_sheets(names, sheets):
        check_cancelled(feedback)
        feedback.setProgressText(tr("Reading {where}").format(where=sheet.where))
        layout = read_layout(sheet, places.lookup.find, places.written)
        values = []
        if layout is not None:
            values = read_values(sheet, layout, wanted, pattern, reading.remarks)
            found.headings += headings_of(sheet, layout)
        if layout is None or not values:
            reading.skipped.append(sheet.where)
            continue
        found.values += [(len(found.sheets), item) for item in values]
        found.sheets.append(sheet.where)
        reading.read.append(sheet.where)
        reading.named |= layout.named
        reading.totals += layout.totals
        reading.strangers += layout.strangers
        for text in layout.marked:
            reading.remarks.add(
                tr("Names found without their footnote mark"), f"{sheet.where} ('{text}')"
            )
        for row in layout.nameless:
            reading.remarks.add(
                tr("Rows with numbers and no name"), sheet.place(row, layout.key_column)
            )
    _check_found(wanted, found, reading)
    _fill(
        reading, found, list(dict.fromkeys(item.indicator for item in wanted)), places, every_year
    )
    return reading


def _check_found(wanted: Sequence[Wanted], found: _Found, reading: Reading) -> None:
    """Every indicator must have a column."""
    have = {item.column.wanted for _, item in found.values}
    indicators = {item.indicator for item in have}
    for item in wanted:
        if item.indicator not in indicators:
            there = list(dict.fromkeys(found.headings))
            known = (
                tr("the headings there are {names}").format(names=name_some(there, 40))
                if there
                else tr("no sheet has cities")
            )
            raise InputError(
                tr(
                    "No sheet has the heading '{shown}' of the indicator '{indicator}': "
                    "{known}; correct COLUMNS."
                ).format(shown=item.shown, indicator=item.indicator, known=known)
            )
        if item not in have:
            reading.remarks.add(tr("Headings that no sheet has"), item.shown)


def _fill(
    reading: Reading, found: _Found, indicators: list[str], places: Places, every_year: bool
) -> None:
    """One value for each city, year and indicator."""
    columns: dict[str, list[Column]] = {name: [] for name in indicators}
    for _, item in found.values:
        columns[item.column.wanted.indicator].append(item.column)
    years = sorted({column.year for of_one in columns.values() for column in of_one})
    if every_year:
        years = list(range(years[0], years[-1] + 1))
    frame = _frame(found, indicators, years)
    twice = frame["at"].duplicated()
    if twice.any():
        _check_conflicts(frame, found.sheets, indicators, years, places)
        frame = frame[~twice]
    panel = Panel.blank(len(places.names), years, indicators)
    at = frame["at"].to_numpy()
    value = frame["value"].to_numpy()
    known = np.isfinite(value)
    panel.value.flat[at] = value
    panel.seen.flat[at] = True
    panel.flag.flat[at[known]] = PUBLISHED
    panel.cell.flat[at[known]] = np.flatnonzero(known)
    reading.panel = panel
    reading.cells = Cells(
        found.sheets, *(frame[name].to_numpy() for name in ("sheet", "row", "column"))
    )
    for name in indicators:
        unit = _unit(name, columns[name], reading.remarks)
        reading.units.append(unit)
        reading.words.append(min(columns[name], key=lambda c: c.wanted.shown).wanted.shown)
        said = {text for column in columns[name] for text in (column.heading, column.wanted.shown)}
        reading.ratios.append((bool(unit) and unit_of(unit).is_ratio) or any(map(says_ratio, said)))


def _frame(found: _Found, indicators: list[str], years: list[int]) -> pd.DataFrame:
    """All values in the order of city, year and indicator, blank ones after others.

    They are taken out of `found`: millions of values need not be in memory twice.
    """
    import pandas as pd

    position = {year: i for i, year in enumerate(years)}
    parts = []
    for sheet, item in found.values:
        column = item.column
        at = item.cities.astype(np.int64) * len(years) + position[column.year]
        parts.append(
            pd.DataFrame(
                {
                    "at": at * len(indicators) + indicators.index(column.wanted.indicator),
                    "value": item.values,
                    "sheet": np.int32(sheet),
                    "row": item.rows,
                    "column": np.int32(column.column),
                }
            )
        )
    found.values.clear()
    frame = pd.concat(parts, ignore_index=True)
    parts.clear()
    order = frame["at"] * 2 + frame["value"].isna()
    return frame.iloc[np.argsort(order.to_numpy(), kind="stable")]


def _check_conflicts(
    frame: pd.DataFrame, sheets: list[str], indicators: list[str], years: list[int], places: Places
) -> None:
    """Two cells that claim one value with different numbers."""
    twice = frame[frame["at"].duplicated(keep=False)]
    if twice.empty:
        return
    first = twice.groupby("at")["value"].transform("first")
    size = np.maximum(twice["value"].abs(), first.abs())
    wrong = twice[(twice["value"] - first).abs() > _SAME * size]
    if wrong.empty:
        return
    at = int(wrong["at"].iloc[0])
    cells = Cells(sheets, *(twice[name].to_numpy() for name in ("sheet", "row", "column")))
    of_value = np.flatnonzero((twice["at"] == at).to_numpy())
    other = int(np.flatnonzero(twice.index == wrong.index[0])[0])
    city, rest = divmod(at, len(years) * len(indicators))
    year, indicator = divmod(rest, len(indicators))
    both = np.array([of_value[0], other])
    said = [
        tr("{value:.12g} in '{place}'").format(value=value, place=place)
        for value, place in zip(twice["value"].to_numpy()[both], cells.places(both))
    ]
    more = wrong["at"].nunique() - 1
    raise InputError(
        tr(
            "'{value}' has two values of '{value_2}' for {value_3}: {value_4} and "
            "{value_5}{value_6}; correct the tables, or choose the right sheets in SHEETS."
        ).format(
            value=places.names[city],
            value_2=indicators[indicator],
            value_3=years[year],
            value_4=said[0],
            value_5=said[1],
            value_6=tr(" (and {more} more such values)").format(more=more) if more else "",
        )
    )


def _unit(indicator: str, columns: Sequence[Column], remarks: Remarks) -> str:
    """The one unit of an indicator's columns."""
    printed = {column.unit: column for column in columns if column.unit}
    if not printed:
        return ""
    first = printed[min(printed)]
    for text, column in sorted(printed.items()):
        same = unit_of(text) == unit_of(first.unit)
        if not same and compact(text) != compact(first.unit):
            raise InputError(
                tr(
                    "'{indicator}' is in '{unit}' in '{place}' and in '{text}' in "
                    "'{place_2}': give the 'unit' wanted in COLUMNS."
                ).format(
                    indicator=indicator,
                    unit=first.unit,
                    place=first.place,
                    text=text,
                    place_2=column.place,
                )
            )
    for column in columns:
        if not column.unit:
            remarks.add(
                tr("No unit is printed, '{unit}' of other sheets is taken").format(unit=first.unit),
                column.place,
            )
    return first.unit
