"""The years of a table of city-years."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from ..measures.errors import InputError
from ..measures.texts import tr
from .fields import as_text

# 2023, 2023.0, 2023年, 2023-12-31 and a date with its time
_YEAR = re.compile(r"([0-9]{4})(?:\.0+|年|-[0-9]{2}(?:-[0-9]{2}(?:[T ].*)?)?)?")


def year_column(values: Sequence[object], field: str, layer: str) -> np.ndarray:
    """The year of each row, shape (n,).

    Raises:
        InputError: a row has none.
    """
    years = np.empty(len(values), dtype=int)
    known: dict[object, int] = {}
    for position, value in enumerate(values):
        if isinstance(value, (int, str)) and value in known:
            years[position] = known[value]
            continue
        text = as_text(value)
        match = _YEAR.fullmatch(unicodedata.normalize("NFKC", text or ""))
        if match is None:
            raise InputError(
                tr(
                    "Year field '{field}' of layer '{layer}' is '{value}' in row {value_2}: "
                    "every row needs a year such as 2023."
                ).format(field=field, layer=layer, value=text or "", value_2=position + 1)
            )
        years[position] = int(match[1])
        if isinstance(value, (int, str)):
            known[value] = int(match[1])
    return years
