"""Values of a yearbook's sheet, each with its cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import InputError
from ..texts import tr
from .columns import PERCENT, Column, Remarks, Wanted, by_year, find_columns
from .numbers import PLAIN, is_missing, printed_number
from .sheets import Layout, Sheet
from .units import conversion, scaled, unit_of

MARKED = "Footnote marks passed over"
NO_NUMBER = "No numbers, left blank"
SHARED = "Values of several rows in one merged cell, left blank"


@dataclass(frozen=True)
class Values:
    """One column's values.

    Attributes:
        column: what and where it is.
        cities: position of each value's city, shape (n,).
        rows: the rows of the sheet they stand in, shape (n,).
        values: the values in the unit of the result, NaN where the cell is blank, shape (n,).
    """

    column: Column
    cities: np.ndarray
    rows: np.ndarray
    values: np.ndarray


def read_values(
    sheet: Sheet,
    layout: Layout,
    wanted: Sequence[Wanted],
    pattern: str | None,
    remarks: Remarks,
) -> list[Values]:
    """Every wanted column of a sheet.

    Raises:
        InputError: a column's year or unit cannot be told or does not convert.
    """
    found = []
    for block in layout.blocks:
        if not block.rows:
            continue
        for part in by_year(sheet, layout, block):
            cities = np.array(part.cities, dtype=np.int32)
            rows = np.array(part.rows, dtype=np.int32)
            for column in find_columns(sheet, layout, part, wanted, pattern, remarks):
                values = np.array(_column(sheet, part.rows, column, remarks), dtype=float)
                percent = not column.unit and _in_percent(sheet, part.rows, column.column)
                of = replace(column, unit="%") if percent else column
                found.append(Values(of, cities, rows, scaled(values, column.factor)))
    return found


def _column(sheet: Sheet, rows: Sequence[int], column: Column, remarks: Remarks) -> list[float]:
    """A column's values in the unit in which they are published."""
    at = column.column
    special = {row for row, c in sheet.percents if c == at}
    special.update(row for (row, c), span in sheet.merges.items() if c == at and span[0] < span[2])
    plain, cells = PLAIN.fullmatch, sheet.rows
    texts = [cells[row][at] if at < len(cells[row]) else "" for row in rows]
    return [
        float(text)  # most cells, and this takes a tenth of the time
        if plain(text) and row not in special
        else _value(sheet, row, column, text, remarks)
        for row, text in zip(rows, texts)
    ]


def _value(sheet: Sheet, row: int, column: Column, text: str, remarks: Remarks) -> float:
    at = (row, column.column)
    if is_missing(text):
        return math.nan
    number = printed_number(text)
    if number is None:
        remarks.add(NO_NUMBER, f"{sheet.place(*at)} ('{text.strip()}')")
        return math.nan
    span = sheet.merges.get(at)
    if span is not None and span[0] != span[2]:
        remarks.add(SHARED, sheet.place(*at))
        return math.nan
    if number.marked:
        remarks.add(MARKED, f"{sheet.place(*at)} ('{text.strip()}')")
    if number.percent:
        return _from_percent(number.value, column, sheet.place(*at))
    if at in sheet.percents:  # a spreadsheet keeps 0.452 for what it shows as 45.2%
        return _from_percent(number.value * 100, column, sheet.place(*at))
    return number.value


def _in_percent(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Whether any of the values is printed with a percent sign."""
    signed = any(sheet.text(row, column).rstrip().endswith(("%", "％")) for row in rows)
    return signed or any((row, column) in sheet.percents for row in rows)


def _from_percent(value: float, column: Column, place: str) -> float:
    """A value with a percent sign in the unit that the column is published in."""
    unit = column.published or PERCENT
    factor = conversion(PERCENT, unit)
    if factor is None:
        said = unit_of(column.unit).dimension if column.unit else unit.dimension
        raise InputError(
            tr(
                "'{place}' is in percent, but its column in '{said}': correct the unit in "
                "the table or in COLUMNS."
            ).format(place=place, said=said)
        )
    return float(scaled(value, factor))
