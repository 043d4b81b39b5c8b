"""Values of a yearbook's sheet, each with its cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from .columns import PERCENT, Column, Remarks, Wanted, find_columns
from .numbers import is_missing, printed_number, table_number
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
        for column in find_columns(sheet, layout, block, wanted, pattern, remarks):
            values = [_value(sheet, row, column, remarks) for row in block.rows]
            found.append(
                Values(
                    column,
                    np.array(block.cities, dtype=np.int32),
                    np.array(block.rows, dtype=np.int32),
                    np.array(values, dtype=float),
                )
            )
    return found


def _value(sheet: Sheet, row: int, column: Column, remarks: Remarks) -> float:
    cells = sheet.rows[row]
    text = cells[column.column] if column.column < len(cells) else ""
    at = (row, column.column)
    value = table_number(text) if text else None
    percent = at in sheet.percents
    if value is None:
        if is_missing(text):
            return math.nan
        number = printed_number(text)
        if number is None:
            remarks.add(NO_NUMBER, f"{sheet.place(*at)} ('{text.strip()}')")
            return math.nan
        if number.marked:
            remarks.add(MARKED, f"{sheet.place(*at)} ('{text.strip()}')")
        value, percent = number.value, number.percent
    elif percent:
        value *= 100  # a spreadsheet keeps 0.452 for what it shows as 45.2%
    span = sheet.merges.get(at)
    if span is not None and span[0] != span[2]:
        remarks.add(SHARED, sheet.place(*at))
        return math.nan
    if not math.isfinite(value):
        remarks.add(NO_NUMBER, f"{sheet.place(*at)} ('{text.strip()}')")
        return math.nan
    if percent:
        value = _from_percent(value, column, sheet.place(*at))
    return scaled(value, column.factor)


def _from_percent(value: float, column: Column, place: str) -> float:
    """A value with a percent sign in the unit that the column is published in."""
    unit = column.published or PERCENT
    factor = conversion(PERCENT, unit)
    if factor is None:
        said = unit_of(column.unit).dimension if column.unit else unit.dimension
        raise InputError(
            f"'{place}' is in percent, but its column in '{said}': correct the unit in the table "
            "or in COLUMNS."
        )
    return scaled(value, factor)
