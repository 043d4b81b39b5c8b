"""Indicator fields and their years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_YEAR_SUFFIX = re.compile(r"(.+)_((?:19|20)\d{2})")


class Indicator(NamedTuple):
    """A field of values: `gdp_2023` is the indicator `gdp` of the year 2023."""

    field: str
    name: str
    year: int | None


def parse_indicators(fields: Iterable[str], *, by_suffix: bool = True) -> list[Indicator]:
    """Indicators in the order given, the years of each ascending.

    Args:
        fields: field names.
        by_suffix: a `_YYYY` suffix is the year; False where a column holds the year.
    """
    parsed = []
    for field in dict.fromkeys(fields):
        match = _YEAR_SUFFIX.fullmatch(field) if by_suffix else None
        parsed.append(
            Indicator(field, match[1], int(match[2])) if match else Indicator(field, field, None)
        )
    order = {name: i for i, name in enumerate(dict.fromkeys(item.name for item in parsed))}
    return sorted(parsed, key=lambda item: (order[item.name], item.year or 0))
