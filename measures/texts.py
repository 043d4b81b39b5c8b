"""Texts for people, in the language they chose.

`tr("... {city}").format(city=name)` is how every text is written that a person reads: help, log,
errors, charts and pages.  Without a translator the text is English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Optional

_Translate = Optional[Callable[[str], str]]
_user: list[_Translate] = [None]
# Of a thread: while a report speaks its own language, the desktop speaks the user's
_of_block: ContextVar[tuple[_Translate] | None] = ContextVar("language of a block", default=None)


def tr(text: str) -> str:
    """The text in the user's language; placeholders stay as they are.

    >>> tr("{count} cities").format(count=3)
    '3 cities'
    """
    (translate,) = _of_block.get() or _user
    return translate(text) if translate else text


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


def speak(translate: _Translate) -> None:
    """Translate all texts with `translate` from now on; None is English again."""
    _user[0] = translate


def in_english() -> AbstractContextManager[None]:
    """English for the time of a block, as in a report whose language is not QGIS's.

    >>> with in_english():
    ...     tr("{count} cities")
    '{count} cities'
    """
    return spoken(None)


def in_users_language() -> AbstractContextManager[None]:
    """The user's language for the time of a block, inside one that speaks another."""
    return spoken(_user[0])


@contextmanager
def spoken(translate: _Translate) -> Iterator[None]:
    """Texts of this thread translated with `translate` in a block; None is English."""
    token = _of_block.set((translate,))
    try:
        yield
    finally:
        _of_block.reset(token)
