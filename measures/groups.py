"""Names of groups (regions, roles) made one, and rows grouped by them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

_WIDE = re.compile("[\u20a9\u3000\uff01-\uffee]+")  # full and half width
# Signs without a look of their own that count as printable: joiners and choices of a variant.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]+"
)
_WHOLE = re.compile(r"([+-]?[0-9]+)\.0+")
Name = TypeVar("Name", bound=Hashable)


def clean(text: str) -> str:
    """The text without invisible signs, without blanks at its ends and without doubled blanks.

    >>> clean(" Yangtze  River\u200b Delta ")
    'Yangtze River Delta'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if not text.isprintable():
        # Line breaks and tabs are blanks; other control and format signs cannot be seen.
        blanks = "".join(" " if sign.isspace() else sign for sign in text)
        text = "".join(sign for sign in blanks if unicodedata.category(sign) not in ("Cf", "Cc"))
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())


def same_name(text: str) -> str:
    """The form in which two names are compared: as two codes are, and without case.

    >>> same_name("ＹＲＤ ") == same_name("yrd")
    True
    """
    return same_code(text).casefold()


def same_code(text: str) -> str:
    """The form in which two codes are compared: cleaned, without width, 1.0 as 1.

    >>> same_code("１.0 ")
    '1'
    """
    key = clean(text)
    if not key.isascii():
        # Only width is undone, not all of NFKC, which would make 1 of the footnote mark ①.
        narrow = _WIDE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), key)
        key = clean(unicodedata.normalize("NFC", narrow))
    whole = _WHOLE.fullmatch(key) if key.endswith("0") else None
    return whole[1] if whole else key


def one_spelling(names: Sequence[str | None]) -> tuple[list[str | None], dict[str, list[str]]]:
    """Each name in the commonest spelling of its kind, the earliest among equally common ones.

    Args:
        names: n names, None where there is none; a name of blanks only counts as none.

    Returns:
        The n names as written everywhere from here on, and for each of them the other spellings
        as they were given, so that the user can be told.
    """
    given: dict[str, Counter[str]] = {}
    key_of = {name: same_name(name) if name is not None else "" for name in set(names)}
    # Counter keeps the order in which the spellings appear.
    for name, count in Counter(names).items():
        if name is not None and key_of[name]:
            given.setdefault(key_of[name], Counter())[name] = count
    chosen: dict[str, str] = {}
    merged: dict[str, list[str]] = {}
    for key, spellings in given.items():
        cleaned: Counter[str] = Counter()
        for spelling, count in spellings.items():
            whole = _WHOLE.fullmatch(clean(spelling))
            cleaned[whole[1] if whole else clean(spelling)] += count
        chosen[key] = cleaned.most_common(1)[0][0]
        others = [spelling for spelling in spellings if spelling != chosen[key]]
        if others:
            merged[chosen[key]] = others
    spelled = {name: chosen.get(key) for name, key in key_of.items()}
    return [spelled[name] for name in names], merged


def positions_by_name(names: Sequence[Name | None]) -> dict[Name, np.ndarray]:
    """Name to the positions that carry it, in the order in which the names appear.

    >>> positions_by_name(["b", None, "a", "b"])
    {'b': array([0, 3]), 'a': array([2])}
    """
    positions: dict[Name, list[int]] = {}
    for position, name in enumerate(names):
        if name is not None:
            positions.setdefault(name, []).append(position)
    return {name: np.array(found) for name, found in positions.items()}


def latest(years: Mapping[Name, Sequence[int | None]]) -> dict[Name, int | None]:
    """The last year of each name; None where it has none."""
    return {
        name: max((year for year in of_name if year is not None), default=None)
        for name, of_name in years.items()
    }


def found_again(names: Sequence[str | None], known: Iterable[str]) -> list[str | None]:
    """The names in the spelling of the known ones where these have them, else as they are.

    >>> found_again(["yrd ", "BTH"], ["YRD"])
    ['YRD', 'BTH']
    """
    spelled = {same_name(name): name for name in known}
    return [None if name is None else spelled.get(same_name(name), name) for name in names]
