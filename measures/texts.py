"""Texts for people, in the language they chose.

`tr("... {city}").format(city=name)` is how every text is written that a person reads: help, log,
errors, charts and pages.  Without a translator the text is English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

_speaks: list[Callable[[str], str]] = []


def tr(text: str) -> str:
    """The text in the user's language; placeholders stay as they are.

    >>> tr("{count} cities").format(count=3)
    '3 cities'
    """
    return _speaks[-1](text) if _speaks else text


def listed(names: Iterable[object], most: int | None = None) -> str:
    """Names in a sentence, cut where there are many.

    >>> listed(["Beijing", "Tianjin", "Tangshan"], most=2)
    'Beijing, Tianjin and 1 more'
    """
    every = [str(name) for name in names]
    shown = tr(", ").join(every[:most])
    if most is None or len(every) <= most:
        return shown
    return tr("{names} and {count} more").format(names=shown, count=len(every) - most)


def speak(translate: Callable[[str], str] | None) -> None:
    """Translate all texts with `translate` from now on; None is English again."""
    _speaks.clear()
    if translate is not None:
        _speaks.append(translate)


def in_english() -> AbstractContextManager[None]:
    """English for the time of a block, as in a report whose language is not QGIS's.

    >>> with in_english():
    ...     tr("{count} cities")
    '{count} cities'
    """
    return spoken(None)


@contextmanager
def spoken(translate: Callable[[str], str] | None) -> Iterator[None]:
    """Texts translated with `translate` for the time of a block; None is English."""
    kept = list(_speaks)
    speak(translate)
    try:
        yield
    finally:
        _speaks[:] = kept
