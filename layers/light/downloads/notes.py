"""What the user should know, the same thing once for all dates."""

from __future__ import annotations

from ....measures.light.dates import LightDate
from ....measures.texts import listed, tr

_NAMED = 5  # dates that are named


class Notes:
    """Sentences, each with the dates it is about."""

    def __init__(self) -> None:
        self._dates: dict[str, list[str]] = {}

    def add(self, sentence: str, date: LightDate | str | None = None) -> None:
        """Keep a sentence, for one date or for all."""
        dates = self._dates.setdefault(sentence, [])
        if date is not None and str(date) not in dates:
            dates.append(str(date))

    def sentences(self) -> list[str]:
        """All sentences, in the order they came."""
        return [
            tr("{dates}: {text}").format(dates=_named(dates), text=text) if dates else text
            for text, dates in self._dates.items()
        ]


def _named(dates: list[str]) -> str:
    return listed(dates, _NAMED)
