"""Cities matched with the rows of a table by their keys, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..errors import InputError
from ..texts import listed, tr
from .names import written_key

_PLAIN_NUMBER = re.compile(r"([0-9]+)(?:\.0+)?", re.ASCII)
_NUMERIC = frozenset("0123456789.-+")


class Content(IntEnum):
    """What a row of the table holds beside its key."""

    NOTHING = 0
    WORDS = 1
    NUMBERS = 2


@dataclass(frozen=True)
class Matching:
    """Which row belongs to which city.

    Attributes:
        rows: for each city the position of its row, or None.
        city_keys: the cities' keys as compared, former names replaced; None where blank.
        row_keys: the same of the table's rows.
        unused: positions of the rows that belong to no city.
        renamed: pairs of names that were matched although one is a former name of the other.
    """

    rows: list[int | None]
    city_keys: list[str | None]
    row_keys: list[str | None]
    unused: list[int]
    renamed: list[tuple[str, str]]


class Lookup:
    """Finds the city that a name or code stands for, in any number of tables.

    As in `match`, nothing is found by likeness, and former names count on either side where the
    name itself is not a city's.
    """

    def __init__(
        self,
        cities: Sequence[str | None],
        key: Callable[[str], str],
        aliases: Mapping[str, str],
        side: str,
    ) -> None:
        """Remember the cities.

        Raises:
            InputError: a key occurs more than once.
        """
        self.key = key
        keys = [key(text) or None if text else None for text in cities]
        self._direct = _unique(cities, keys, range(len(cities)), side)
        self._present = {former: key(name) for former, name in aliases.items()}
        self._renamed: dict[str, int | None] = {}
        for position, text in enumerate(cities):
            present = self._present.get(written_key(text)) if text else None
            if present:  # two former names of one place find neither
                self._renamed[present] = None if present in self._renamed else position
        self._found: dict[str, int | None] = {}
        # Names of numbers only, their blanks and decimal zeros aside, are no longer than this.
        numeric = [len(k) for k in self._direct if k[0] in _NUMERIC]
        self._longest_number = 2 * max(numeric) + 8 if numeric else 0

    def find(self, text: str) -> int | None:
        """Position of the city, None where there is none."""
        if text[0] in _NUMERIC:  # most cells of a table are numbers
            if len(text) > self._longest_number:
                return None
            number = _PLAIN_NUMBER.fullmatch(text)
            if number:
                return self._direct.get(number[1])
        if text not in self._found:
            k = self.key(text)
            found = self._direct.get(k)
            if found is None:
                k = self._present.get(written_key(text), k)
                found = self._direct.get(k, self._renamed.get(k))
            self._found[text] = found
        return self._found[text]


def match(
    cities: Sequence[str | None],
    rows: Sequence[str | None],
    content: Sequence[Content],
    key: Callable[[str], str],
    aliases: Mapping[str, str],
    sides: tuple[str, str] = ("the cities", "the table"),
) -> Matching:
    """Match equal keys; former names count only for names that the other side does not have.

    Rows without values (what is left of merged cells) do not count as duplicates of a row with
    values, nor do rows of words (repeated headers, notes) that no city asks for.

    Args:
        cities: names or codes, None where blank.
        rows: the same of the table's rows.
        content: what each row holds.
        key: gives names or codes the form in which they are compared.
        aliases: `written_key` of a former name to the present name.
        sides: what the two are called in messages.

    Raises:
        InputError: a key occurs more than once on either side.
    """
    city_keys = [key(text) or None if text else None for text in cities]
    row_keys = [key(text) or None if text else None for text in rows]
    on_both = {k for k in city_keys if k} & {k for k in row_keys if k}
    present = {former: key(name) for former, name in aliases.items()}

    def resolved(texts: Sequence[str | None], keys: Sequence[str | None]) -> list[str | None]:
        return [
            present.get(written_key(text), k) if text and k and k not in on_both else k
            for text, k in zip(texts, keys)
        ]

    city_keys, row_keys = resolved(cities, city_keys), resolved(rows, row_keys)
    city_of = _unique(cities, city_keys, range(len(cities)), sides[0])
    counted = [
        position
        for position, k in enumerate(row_keys)
        if content[position] == Content.NUMBERS or (content[position] and k in city_of)
    ]
    row_of = _unique(rows, row_keys, counted, sides[1])
    for position, k in enumerate(row_keys):
        if k is not None and content[position] == Content.NOTHING:
            row_of.setdefault(k, position)  # a city with blanks only is still in the table
    found = [row_of.get(k) if k is not None else None for k in city_keys]
    taken = {row for row in found if row is not None}
    renamed = [
        (str(rows[row]), str(cities[city]))
        for city, row in enumerate(found)
        if row is not None and key(str(rows[row])) != key(str(cities[city]))
    ]
    unused = [row for row in range(len(rows)) if row not in taken]
    return Matching(found, city_keys, row_keys, unused, renamed)


def _unique(
    texts: Sequence[str | None],
    keys: Sequence[str | None],
    positions: Sequence[int],
    side: str,
) -> dict[str, int]:
    """Key to position, or an `InputError` that names what occurs more than once."""
    places: dict[str, list[int]] = {}
    for position in positions:
        k = keys[position]
        if k is not None:
            places.setdefault(k, []).append(position)
    doubles = [
        tr(" and ").join(f"'{name}'" for name in dict.fromkeys(texts[i] for i in group))
        + tr(" ({count} rows)").format(count=len(group))
        for group in places.values()
        if len(group) > 1
    ]
    if doubles:
        raise InputError(
            tr(
                "The same key occurs more than once in {side}: {names}; remove the rows that "
                "are not meant or choose a key that tells all rows apart."
            ).format(side=side, names=listed(doubles[:20]))
        )
    return {k: group[0] for k, group in places.items()}
