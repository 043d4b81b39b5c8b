"""Numbers as statistical tables print them."""

from __future__ import annotations

import re

from .names import narrow

_MISSING = re.compile(r"(?:[-‐‑‒–—―−─ー]+|[.…·]+|n/?a|n\.a\.|nan|null)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"[+-]?(?:(?:[0-9]{1,3}([ ,'])[0-9]{3}(?:\1[0-9]{3})*|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?:e[+-]?[0-9]+)?",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"0[0-9]")  # 010 is a code, not ten


def is_missing(text: str) -> bool:
    """Whether the text stands for no value: blank, dashes, dots, n/a."""
    return _MISSING.fullmatch(narrow(text).strip()) is not None


def table_number(text: str) -> float | None:
    """The number with its thousands separators and full-width digits read; None if it is none.

    Separators must stand between groups of three digits: 1,234.5 is a number, 12,34 is none.
    Footnote marks and percent signs are not read over, because they may change the meaning.
    """
    text = narrow(text).strip().replace("−", "-")
    if _IDENTIFIER.match(text) or not _NUMBER.fullmatch(text):
        return None
    return float(text.translate({ord(c): None for c in " ,'"}))
