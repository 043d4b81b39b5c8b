"""Numbers as statistical tables print them."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from .names import narrow

_MISSING = re.compile(r"(?:[-‐‑‒–—―−─ー]+|[.…· ]+|#|n/?a|n\.a\.|nan|null)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"[+-]?(?:(?:[1-9][0-9]{0,2}([ ,'])[0-9]{3}(?:\1[0-9]{3})*|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?:e[+-]?[0-9]+)?",
    re.IGNORECASE,
)
# Numbers of spreadsheets, without separators; infinite ones (1e999) are not among them.
PLAIN = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?", re.ASCII | re.IGNORECASE
)
_IDENTIFIER = re.compile(r"0[0-9]")  # 010 is a code, not ten
_MARKS = "*※#†‡§①-⑳⑴-⒇⁰¹²³⁴⁵⁶⁷⁸⁹"
# One sign in brackets is a mark, more may be a second number.
_MARKED = re.compile(
    rf"[{_MARKS}]*\s*(.*?[0-9.%])\s*((?:[{_MARKS}]+|[(\[〔]\s*[0-9a-z]\s*[)\]〕]|\s[a-z]\))*)\s*",
    re.IGNORECASE,
)
_DIGITS_ONLY = re.compile(r"[+-]?[0-9][0-9 ,.'_]*")
_EXACT = 2**53  # whole numbers beyond it are rounded where they are stored as floating point


class Number(NamedTuple):
    """A number as printed.

    Attributes:
        value: 45.2 for 45.2%.
        percent: whether a percent sign follows it.
        marked: whether a footnote mark was passed over.
    """

    value: float
    percent: bool = False
    marked: bool = False


def is_missing(text: str) -> bool:
    """Whether the text stands for no value: blank, dashes, dots, #, n/a."""
    return _MISSING.fullmatch(narrow(text).strip()) is not None


def table_number(text: str) -> float | None:
    """The number with its thousands separators and full-width digits read; None if it is none.

    Separators must stand between groups of three digits: 1,234.5 is a number, 12,34 and 1_000
    are none. Footnote marks and percent signs are not read over: see `printed_number`.
    """
    if PLAIN.fullmatch(text):  # most numbers are, and this takes a tenth of the time
        return float(text)
    text = narrow(text).strip().replace("−", "-")
    if _IDENTIFIER.match(text) or not _NUMBER.fullmatch(text):
        return None
    value = float(text.translate({ord(c): None for c in " ,'"}))
    return value if math.isfinite(value) else None


def printed_number(text: str) -> Number | None:
    """The number with its percent sign and footnote marks read over; None if it is none."""
    value = table_number(text)
    if value is not None:
        return Number(value)
    found = _MARKED.fullmatch(narrow(text).strip())
    if not found:
        return None
    bare = found[1]
    percent = bare.endswith("%")
    value = table_number(bare[:-1] if percent else bare)
    marked = narrow(text).strip() != bare
    return None if value is None else Number(value, percent, marked)


def is_long_code(text: str) -> bool:
    """Whether the text is a whole number that would lose digits as floating point."""
    text = text.strip()
    return text.lstrip("+-").isascii() and text.lstrip("+-").isdigit() and abs(int(text)) > _EXACT


def looks_like_number(text: str) -> bool:
    """Whether the text is made as numbers are but is none, such as 1_000 or 12,34."""
    text = narrow(text).strip()
    return bool(_DIGITS_ONLY.fullmatch(text)) and not _IDENTIFIER.match(text)
