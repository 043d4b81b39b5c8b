"""Values of attribute tables as users see them: texts, numbers, and what a field is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import NULL, QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..measures.errors import InputError
from ..measures.prepare.numbers import is_missing, table_number
from ..measures.texts import listed, tr

# What Python's float() reads beyond it (1_000, nan, infinity) is no number to a planner.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?", re.IGNORECASE)
_INFINITE = dict.fromkeys(("inf", "infinity"), float("inf"))  # refused where it is met
_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_SUFFIXED = (re.compile(rf"(?P<name>.+)_{_YEAR}"),)
_WITH_WORD = (
    re.compile(rf"(?P<name>.*[^0-9_ ])[_ ]?{_YEAR}年"),
    re.compile(rf"{_YEAR}年[_ ]?(?P<name>[^0-9_ ].*)"),
)


class Indicator(NamedTuple):
    """A field of values: `gdp_2023` is the indicator `gdp` of the year 2023."""

    field: str
    name: str
    year: int | None


def parse_indicators(fields: Iterable[str], *, by_suffix: bool = True) -> list[Indicator]:
    """Indicators in the order given, the years of each ascending.

    Args:
        fields: field names.
        by_suffix: a `_YYYY` suffix is the year, or a year that says so (`2023年GDP`); False where
            a column holds the year.
    """
    fields = list(dict.fromkeys(fields))
    found: dict[str, Indicator] = {}
    taken: set[tuple[str, int | None]] = set()
    # gdp_2023 comes first: where 2023年gdp stands beside it, that is an indicator of its own.
    for forms in (_SUFFIXED, _WITH_WORD) if by_suffix else ():
        for field in fields:
            match = next(filter(None, (form.fullmatch(field) for form in forms)), None)
            if match and field not in found:
                item = Indicator(field, match["name"], int(match["year"]))
                if item[1:] not in taken:
                    taken.add(item[1:])
                    found[field] = item
    parsed = [found.get(field) or Indicator(field, field, None) for field in fields]
    order = {name: i for i, name in enumerate(dict.fromkeys(item.name for item in parsed))}
    return sorted(parsed, key=lambda item: (order[item.name], item.year or 0))


def field_index(fields: QgsFields, name: str, layer: str) -> int:
    """Position of the field, or an `InputError` that names the layer and the field."""
    index = fields.lookupField(name)
    if index < 0:
        raise InputError(
            tr("Layer '{layer}' has no field '{name}': choose one of {names}.").format(
                layer=layer, name=name, names=name_some(fields.names())
            )
        )
    return index


def is_null(value: object) -> bool:
    """Whether QGIS holds no value there."""
    return value is None or value == NULL


def as_text(value: object) -> str | None:
    """The value as users see it; None for NULL and blanks; 110000.0 becomes '110000'.

    Dates come in their ISO form.
    """
    if isinstance(value, str):
        return value.strip() or None
    if type(value) is int:
        return str(value)
    if is_null(value):
        return None
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate)) or None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def as_number(value: object) -> float:
    """The value as a float, NaN for NULL and blanks; `ValueError` where it is no number.

    Text that holds a number counts as one, because a CSV table may arrive as text throughout.
    """
    if isinstance(value, (int, float)):
        return float(value)
    if is_null(value):
        return np.nan
    text = str(value).strip()
    if not text:
        return np.nan
    if _NUMBER.fullmatch(text):
        return float(text)
    number = _INFINITE.get(text.lower().lstrip("+-"), table_number(text))
    if number is None:
        raise ValueError(f"not a number: {text}")
    return number


class Numbers(NamedTuple):
    """A column of numbers, and what its marks for 'no value' were."""

    values: np.ndarray
    marks: dict[str, list[str]]  # mark such as '…' to the rows that have it


def number_column(
    values: Sequence[object], field: str, layer: str, labels: Sequence[str]
) -> Numbers:
    """The values as floats, NaN where there is none.

    Raises:
        InputError: a value is no number, or infinite; it names the field and the row.
    """
    if {type(value) for value in values} <= {int, float}:
        plain = np.array(values, dtype=float)
        if not np.isinf(plain).any():
            return Numbers(plain, {})
    result = np.empty(len(values))
    marks: dict[str, list[str]] = {}
    for position, value in enumerate(values):
        try:
            result[position] = as_number(value)
        except ValueError:
            text = str(value).strip()
            if not is_missing(text):
                raise InputError(
                    tr(
                        "Field '{field}' of layer '{layer}' is not a number for {value} "
                        "('{value_2}'): choose a field of numbers or correct the value."
                    ).format(
                        field=field, layer=layer, value=labels[position], value_2=as_text(value)
                    )
                ) from None
            marks.setdefault(text, []).append(labels[position])
            result[position] = np.nan
        if np.isinf(result[position]):
            raise InputError(
                tr(
                    "Field '{field}' of layer '{layer}' is infinite for {value}: correct the "
                    "value or leave it blank."
                ).format(field=field, layer=layer, value=labels[position])
            )
    return Numbers(result, marks)


def listed_items(text: str) -> list[str]:
    """The parts of a list separated by ';' of either width, stripped, without blanks."""
    return [part.strip() for part in text.replace("；", ";").split(";") if part.strip()]


def name_some(labels: Sequence[str], most: int = 20) -> str:
    """The labels joined for a message, cut where there are many."""
    return listed(labels, most)
