"""The report's words in the language asked for."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from ...layers.language import REPORT, chinese_of
from ...layers.paths import RESOURCES
from ...measures.light.dates import LightDate
from ...measures.words import TYPE_NAMES, pattern_of

ENGLISH, CHINESE = range(2)
_PHRASES = RESOURCES / "translations" / "report.txt"  # English; translated in i18n
_COUNTED = re.compile(r"(.*?)(?: \(([\d,]+)(?: cit(?:y|ies))?\))?", re.DOTALL)
_CLASS = re.compile(r"([-+]?\d[-+\d.,e]*) to ([-+]?\d[-+\d.,e]*)( .+)?")
_NUMBERED = re.compile(r"(\d+ )(.+)", re.DOTALL)
_MOST_NAMES = 100  # in a list


class Phrases:
    """Turns English phrases with {placeholders} into the report's language.

    Placeholders with names belong to phrases of the report, which come apart from their values;
    {0}, {1} to texts of legends, charts and notes, which come complete.
    """

    def __init__(self, language: int = ENGLISH) -> None:
        self.chinese = language == CHINESE
        self._known: dict[str, str] = {}
        if self.chinese:
            translated = chinese_of(REPORT)
            phrases = _PHRASES.read_text(encoding="utf-8").splitlines()
            self._known = {text: words for text in phrases if (words := translated(text))}
        complete = [phrase for phrase in self._known if re.search(r"\{\d\}", phrase)]
        # The longest first: it says most about the text it fits.
        complete.sort(key=len, reverse=True)
        # How names of types are joined is too common in other texts to be looked for there.
        fits = [(pattern_of(p), self._known[p], p in TYPE_NAMES) for p in complete]
        self._patterns = [(pattern, words) for pattern, words, of_type in fits if not of_type]
        self._names = [(pattern, words) for pattern, words, of_type in fits if of_type]

    def __call__(self, phrase: str, **values: Any) -> str:
        """The phrase in the report's language; a phrase without translation stays English."""
        if values:
            return self._known.get(phrase, phrase).format(**values)
        return self._complete(phrase, names=False)

    def dated(self, words: str, date: str) -> str:
        """Words with a date in ISO 8601 as precise as it is known, or with what stands for one."""
        form = ("{words} {year}", "{words} {year}-{month}", "{words} {year}-{month}-{day}")
        parts = date.split("-")
        if len(parts) == 1 or LightDate.of_iso(date) is None:
            return self(form[0], words=words, year=date)
        if self.chinese:
            parts = [part.lstrip("0") for part in parts]
        values = dict(zip(("year", "month", "day"), parts))
        return self(form[len(parts) - 1], words=words, **values)

    def listed(self, names: Sequence[str]) -> str:
        """Names as a list in a sentence or a cell, which says how many more there are."""
        listed = ("、" if self.chinese else ", ").join(names[:_MOST_NAMES])
        if len(names) <= _MOST_NAMES:
            return listed
        count = len(names) - _MOST_NAMES
        return self("{names} and {count:,} others", names=listed, count=count)

    def plain(self, text: str) -> str:
        """An entry of a legend or a type's suggested name: `2 balanced, also mining (7 cities)`."""
        return self._complete(text, names=True)

    def svg(self, chart: str) -> str:
        """A chart whose texts are in the report's language."""
        if not self._known:
            return chart

        def translated(match: re.Match[str]) -> str:
            text = html.unescape(match[2])
            words = self._complete(text, names=False)
            return match[1] + (match[2] if words == text else html.escape(words)) + match[3]

        return re.sub(r"(<(?:text|title|desc)\b[^>]*>)([^<]*)(<)", translated, chart)

    def _complete(self, text: str, *, names: bool) -> str:
        if not self._known or text in self._known:
            return self._known.get(text, text)
        body, count = _COUNTED.fullmatch(text).groups()  # type: ignore[union-attr]
        found = self._known.get(body) or self._fitted(body, names)
        if found is None:
            # A name of the user's own vocabulary keeps its words, not the English of its count.
            if not text.endswith((" city)", " cities)")) or count is None:
                return text
            found = body
        return found if count is None else f"{found}（{count}）"

    def _fitted(self, text: str, names: bool) -> str | None:
        """The translation of the pattern the text fits, with the parts translated in turn."""
        if (ends := _CLASS.fullmatch(text)) is not None:
            return f"{ends[1]}～{ends[2]}{ends[3] or ''}"
        for pattern, words in [*self._patterns, *(self._names if names else [])]:
            if (parts := pattern.fullmatch(text)) is not None:
                return words.format(*(self._complete(part, names=names) for part in parts.groups()))
        if names and (type_ := _NUMBERED.fullmatch(text)) is not None:
            name = self._complete(type_[2], names=True)
            return None if name == type_[2] else type_[1] + name
        return None
