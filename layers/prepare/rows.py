"""Statistical tables as they come from yearbooks: texts read, numbers cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.prepare.matching import Content
from ...measures.prepare.numbers import (
    Number,
    is_long_code,
    is_missing,
    looks_like_number,
    printed_number,
)
from ...measures.texts import tr
from ..fields import name_some
from .tables import TextTable


@dataclass(frozen=True)
class MessyTable:
    """A table's rows that hold anything, as texts.

    Attributes:
        layer: the table's name, for messages.
        keys: the key of each of the n rows, None where blank.
        columns: field name to n texts, None where blank.
        content: what each row holds beside its key.
        blank: how many rows hold nothing at all and were dropped.
    """

    layer: str
    keys: list[str | None]
    columns: dict[str, list[str | None]]
    content: list[Content]
    blank: int


def messy_table(table: TextTable, key_field: str, wanted: Iterable[str]) -> MessyTable:
    """The key and the wanted fields; all others but the key where none are wanted.

    Raises:
        InputError: the table is empty, a field is absent, or nothing is left to join.
    """
    key_index = table.index(key_field)
    # `fid` is the row number that GeoPackage adds, not a value of the city.
    others = [n for i, n in enumerate(table.fields) if i != key_index and n.lower() != "fid"]
    indices = list(dict.fromkeys(table.index(name) for name in wanted or others))
    if not indices:
        raise InputError(
            tr(
                "Table '{name}' has no field beside the key '{key_field}': choose a table "
                "with values."
            ).format(name=table.name, key_field=key_field)
        )
    picked = ([row[i] for i in [key_index, *indices]] for row in table.rows)
    rows = [row for row in picked if any(text is not None for text in row)]
    if not rows:
        raise InputError(
            tr("Table '{name}' has no rows: choose a table with one row for each city.").format(
                name=table.name
            )
        )
    return MessyTable(
        table.name,
        [row[0] for row in rows],
        {table.fields[i]: [row[n] for row in rows] for n, i in enumerate(indices, start=1)},
        [_content(row[1:]) for row in rows],
        len(table.rows) - len(rows),
    )


def _content(values: Sequence[str | None]) -> Content:
    texts = [text for text in values if text is not None]
    # A dash is a statement about the city, not a blank cell.
    if any(is_missing(text) or printed_number(text) is not None for text in texts):
        return Content.NUMBERS
    return Content.WORDS if texts else Content.NOTHING


def joined_column(
    table: MessyTable,
    field: str,
    rows: Sequence[int | None],
    labels: Sequence[str],
    feedback: QgsProcessingFeedback,
) -> tuple[type, Any]:
    """A field's values for the cities: numbers where all of them are, else the texts.

    Args:
        table: the table.
        field: one of its columns.
        rows: for each city the position of its row, or None.
        labels: the cities' names, for the log.
        feedback: told about footnote marks and percent signs, and about fields that stay text
            although numbers, or what looks like them, are in them.

    Returns:
        float and an array with NaN where missing, or str and a list with None where blank.
    """
    column = table.columns[field]
    texts = [None if row is None else column[row] for row in rows]
    # Headers and notes match no city, so that they do not make text of a field of numbers.
    judged = texts if any(row is not None for row in rows) else column
    said = [text for text in judged if text is not None]
    read = {text: printed_number(text) for text in said if not is_missing(text)}
    numbers = [number for number in read.values() if number is not None]

    def named(chosen: set[str]) -> str:
        of_city = [
            (label, text)
            for label, text in zip(labels, texts)
            if text is not None and text in chosen
        ]
        return name_some([f"{label} ('{text}')" for label, text in of_city])

    if any(is_long_code(text) for text in read):
        feedback.pushInfo(
            tr("Field '{field}' stays text: its codes have more digits than numbers.").format(
                field=field
            )
        )
        return str, texts
    mixed = len({number.percent for number in numbers}) > 1
    if said and len(numbers) == len(read) and not mixed:
        _tell_marks(field, read, named, feedback)
        values = [None if text is None else read.get(text) for text in texts]
        return float, np.array([np.nan if n is None else n.value for n in values], dtype=float)
    wrong = {text for text, number in read.items() if number is None}
    if mixed and not wrong:
        wrong = {text for text, number in read.items() if number is not None and number.percent}
        feedback.pushWarning(
            tr(
                "Field '{field}' stays text: some of its numbers are in percent, {named}, "
                "and others not; correct the table and join again."
            ).format(field=field, named=named(wrong))
        )
    elif numbers or any(looks_like_number(text) for text in wrong):
        feedback.pushWarning(
            tr(
                "Field '{field}' stays text, not a number for {named}: correct the table and "
                "join again."
            ).format(field=field, named=named(wrong))
        )
    return str, texts


def _tell_marks(
    field: str, read: dict[str, Number | None], named: Any, feedback: QgsProcessingFeedback
) -> None:
    """Say which numbers had a footnote mark, and that a field is in percent."""
    marked = {text for text, number in read.items() if number is not None and number.marked}
    if marked:
        feedback.pushWarning(
            tr("Field '{field}': footnote marks are left out of the numbers of {named}.").format(
                field=field, named=named(marked)
            )
        )
    if any(number is not None and number.percent for number in read.values()):
        feedback.pushInfo(
            tr("Field '{field}' is in percent: 45.2% is joined as 45.2.").format(field=field)
        )
