"""Widths and headings of the columns of tables on layouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..profiles import CityColumn
from .labels import POINT_MM

_WIDTHS = {"city": 25.0, "role": 15.0, "type": 9.0}  # of columns, in a table so wide:
_ROOM = 120.0


def widths_of(columns: Sequence[CityColumn], room: float) -> dict[str, float]:
    """Millimetres for each column: more where a heading has a longer word."""
    widths = {c.name: w for c in columns if (w := _WIDTHS.get(c.name)) and c.kind is not float}
    scale = room / _ROOM  # larger paper has larger letters
    widths = {name: width * scale for name, width in widths.items()}
    letters_of = {
        c.name: max(8, *(len(word) for word in c.words.split()))
        for c in columns
        if c.name not in widths
    }
    rest = room - sum(widths.values())
    for name, count in letters_of.items():
        widths[name] = rest * count / sum(letters_of.values())
    return widths


def broken(text: str, width: float, points: float) -> str:
    """A Chinese heading with blanks where lines may break, after the year at first."""
    room = max(2.0, (width - 2) / (points * POINT_MM))
    lines = []
    for part in filter(None, re.split(r"(?<=\d年)", text)):
        line, taken = "", 0.0
        for sign in part:
            taken += _width(sign)
            if line and taken > room:
                lines.append(line)
                line, taken = "", _width(sign)
            line += sign
        lines.append(line)
    return " ".join(lines)


def _width(sign: str) -> float:
    """In Chinese letters; bold Latin ones and digits take some more than half of one."""
    return 0.65 if sign.isascii() else 1.0
