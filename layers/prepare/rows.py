"""Statistical tables as they come from yearbooks: texts read, numbers cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSource, QgsProcessingFeedback
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ...measures.errors import InputError
from ...measures.prepare.matching import Content
from ...measures.prepare.numbers import is_missing, table_number
from ..attributes import as_text, field_index, name_some

_GARBLED = "\ufffd"  # what is shown for bytes that are not of the encoding


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


def read_messy_table(
    source: QgsProcessingFeatureSource,
    key_field: str,
    wanted: Iterable[str],
    feedback: QgsProcessingFeedback,
) -> MessyTable:
    """Read the key and the wanted fields; all others but the key where none are wanted.

    Raises:
        InputError: the table is empty, a field is absent, nothing is left to join, or the text
            was read in another encoding than it was written in.
    """
    layer, fields = source.sourceName(), source.fields()
    key_index = field_index(fields, key_field, layer)
    # `fid` is the row number that GeoPackage adds, not a value of the city.
    others = [n for i, n in enumerate(fields.names()) if i != key_index and n.lower() != "fid"]
    names = list(dict.fromkeys(wanted)) or others
    if not names:
        raise InputError(
            f"Table '{layer}' has no field beside the key '{key_field}': choose a table with "
            "values."
        )
    indices = [field_index(fields, name, layer) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows: list[list[str | None]] = []
    read = 0
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            break
        read += 1
        attributes = feature.attributes()
        row = [_text(attributes[i]) for i in [key_index, *indices]]
        if any(text is not None for text in row):
            rows.append(row)
    if not rows:
        raise InputError(f"Table '{layer}' has no rows: choose a table with one row for each city.")
    if any(_GARBLED in text for row in [fields.names(), *rows] for text in row if text):
        raise InputError(
            f"Table '{layer}' holds unreadable characters ({_GARBLED}): save it as CSV in UTF-8 or "
            "as an Excel file, or set its encoding in the layer's properties."
        )
    return MessyTable(
        layer,
        [row[0] for row in rows],
        {name: [row[i] for row in rows] for i, name in enumerate(names, start=1)},
        [_content(row[1:]) for row in rows],
        read - len(rows),
    )


def _text(value: object) -> str | None:
    """The value as text; dates, which spreadsheets make of some cells, in their ISO form."""
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate)) or None
    return as_text(value)


def _content(values: Sequence[str | None]) -> Content:
    texts = [text for text in values if text is not None]
    # A dash is a statement about the city, not a blank cell.
    if any(is_missing(text) or table_number(text) is not None for text in texts):
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
        feedback: told about fields of numbers that stay text because of a few values.

    Returns:
        float and an array with NaN where missing, or str and a list with None where blank.
    """
    column = table.columns[field]
    texts = [None if row is None else column[row] for row in rows]
    # Headers and notes match no city, so that they do not make text of a field of numbers.
    judged = texts if any(row is not None for row in rows) else column
    said = [text for text in judged if text is not None]
    values = [text for text in said if not is_missing(text)]
    wrong = [text for text in values if table_number(text) is None]
    if said and not wrong:
        numbers = [
            None if text is None or is_missing(text) else table_number(text) for text in texts
        ]
        return float, np.array([np.nan if n is None else n for n in numbers], dtype=float)
    if 0 < len(wrong) < len(values) / 2:
        named = [
            f"{label} ('{text}')"
            for label, text in zip(labels, texts)
            if text is not None and text in wrong
        ]
        feedback.pushWarning(
            f"Field '{field}' stays text, not a number for {name_some(named)}: correct the table "
            "and join again."
        )
    return str, texts
