"""Texts for people, in the language they chose.

`tr("... {city}").format(city=name)` is how every text is written that a person reads: help, log,
errors, charts and pages.  Without a translator the text is English.
"""

from __future__ import annotations

from collections.abc import Callable

_speaks: list[Callable[[str], str]] = []


def tr(text: str) -> str:
    """The text in the user's language; placeholders stay as they are.

    >>> tr("{count} cities").format(count=3)
    '3 cities'
    """
    return _speaks[-1](text) if _speaks else text


def speak(translate: Callable[[str], str] | None) -> None:
    """Translate all texts with `translate` from now on; None is English again."""
    _speaks.clear()
    if translate is not None:
        _speaks.append(translate)
