"""Numbers as the report writes them: alike in tables, pages, maps and sentences.

English digits in groups of three whatever the desktop's language; as many decimals in all rows of
a column.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

NOTHING = "–"
_MOST_DECIMALS = 3


def decimals(values: Iterable[Any]) -> int:
    """How many decimals a column of numbers needs: fewer for larger ones, none for whole ones.

    The smallest keeps a digit that is not zero, as far as three decimals reach.

    >>> decimals([94.0, 222.0]), decimals([0.2306, 0.0648]), decimals([36.95, 21.41])
    (0, 3, 2)
    """
    sizes = [abs(v) for v in values if isinstance(v, (int, float)) and v == v and v != 0]
    if all(float(size).is_integer() for size in sizes):
        return 0
    largest = max(sizes)
    places = 0 if largest >= 100 else 2 if largest >= 10 else _MOST_DECIMALS
    while places < _MOST_DECIMALS and round(min(sizes), places) == 0:
        places += 1
    return places


def written(value: Any, places: int | None = None) -> str:
    """A value as text; a dash for nothing.

    Args:
        value: of a table's cell.
        places: decimals of its column; those of the value alone without them.
    """
    if value is None or value != value:
        return NOTHING
    if isinstance(value, float):
        text = f"{value:,.{decimals([value]) if places is None else places}f}"
        return text.lstrip("-") if float(text.replace(",", "")) == 0 else text
    return str(value)


def expression(field: str, places: str) -> str:
    """A QGIS expression that writes a field of numbers as `written` does.

    Args:
        field: an expression of the number.
        places: an expression of the decimals.
    """
    return f"coalesce(format_number({field}, {places}, 'en'), '{NOTHING}')"
