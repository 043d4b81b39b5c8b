"""Which fields of numbers are sectors, such as persons employed: a family by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .fields import Indicator, parse_indicators
from .typology.vocabulary import read_vocabulary

_FEWEST = 3  # sectors of a family
_EMPLOYED = (
    r"emp|empl|employ(?:ed|ees|ment)?|jobs?|workers?|sectors?|"
    r"从业(?:人员)?(?:数|人数)?|就业(?:人员)?(?:数|人数)?"
)
_BEFORE = re.compile(rf"({_EMPLOYED})_(.+)", re.IGNORECASE)
_AFTER = re.compile(rf"(.+?)_?({_EMPLOYED})", re.IGNORECASE)
_PREFIX = re.compile(r"([^_]+)_(.+)")


def find_sectors(fields: Sequence[str], *, by_suffix: bool = True) -> list[str]:
    """The largest family of fields that may be sectors; empty where there is none.

    A family shares a beginning or an end that speaks of employment, or a beginning where most of
    the rest are sectors by name (the words of the role vocabulary), or has no more in common than
    that all are. Of several years the last counts.

    Args:
        fields: names of fields of numbers.
        by_suffix: whether a name may end in a year.
    """
    items = parse_indicators(fields, by_suffix=by_suffix)
    vocabulary = read_vocabulary()

    def is_sector(name: str) -> bool:
        return vocabulary.role_of(name) is not None

    families = [
        *_families(items, lambda name: _split(_BEFORE, name, 1, 2)),
        *_families(items, lambda name: _split(_AFTER, name, 2, 1)),
        *(
            members
            for members in _families(items, lambda name: _split(_PREFIX, name, 1, 2))
            if 2 * sum(is_sector(item.name.partition("_")[2]) for item in members) > len(members)
        ),
    ]
    if not families:
        named = [item for item in items if is_sector(item.name)]
        families = _families(named, lambda name: ("", name))
    usable = [_last_year(members) for members in families]
    return max((names for names in usable if len(names) >= _FEWEST), key=len, default=[])


def _split(pattern: re.Pattern[str], name: str, family: int, member: int) -> tuple[str, str] | None:
    match = pattern.fullmatch(name)
    return None if match is None else (match[family].casefold(), match[member])


def _families(
    items: Sequence[Indicator], split: Callable[[str], tuple[str, str] | None]
) -> list[list[Indicator]]:
    """Fields by what their names share."""
    found: dict[str, list[Indicator]] = {}
    for item in items:
        parts = split(item.name)
        if parts is not None:
            found.setdefault(parts[0], []).append(item)
    return [members for members in found.values() if len({m.name for m in members}) >= _FEWEST]


def _last_year(members: Sequence[Indicator]) -> list[str]:
    """The fields of the family's last year."""
    last = max((item.year or 0) for item in members)
    return [item.field for item in members if (item.year or 0) == last]
