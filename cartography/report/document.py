"""The report as a list of parts, before it becomes HTML and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union

from .wishes import Wishes


@dataclass(frozen=True)
class Heading:
    """A chapter (level 1) or a section (level 2); `paper` says whether it is printed too."""

    level: int
    text: str
    paper: bool = True


@dataclass(frozen=True)
class Text:
    """A paragraph, or a remark that must not be missed."""

    text: str
    is_note: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a header; `paper` says whether it is printed too."""

    header: Sequence[str]
    rows: Sequence[Sequence[Any]]
    paper: bool = True


@dataclass(frozen=True)
class Chart:
    """A chart as SVG with its numbered caption."""

    svg: str
    caption: str
    name: str


@dataclass(frozen=True)
class Map:
    """A layout, of which each page is a page of the PDF.

    Attributes:
        layout: its name in the project.
        title: of what it shows.
        caption: numbered.
        feature: number of the atlas page, or None.
        picture: where its PNG is written.
    """

    layout: str
    title: str
    caption: str
    picture: Path
    feature: int | None = None


Part = Union[Heading, Text, Table, Chart, Map]


@dataclass
class Document:
    """Parts in the order of reading."""

    wishes: Wishes
    parts: list[Part] = field(default_factory=list)
    _figures: int = 0

    def chapter(self, text: str) -> None:
        """A chapter begins, in the report's language."""
        self.parts.append(Heading(1, self.wishes.phrases(text)))

    def section(self, text: str, *, paper: bool = True) -> None:
        """A section begins; the text stands as it is."""
        self.parts.append(Heading(2, text, paper))

    def text(self, phrase: str, **values: Any) -> None:
        """A paragraph, in the report's language."""
        self.parts.append(Text(self.wishes.phrases(phrase, **values)))

    def note(self, text: str) -> None:
        """A remark that must not be missed, as it stands."""
        self.parts.append(Text(text, True))

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[Any]], *, paper: bool = True
    ) -> None:
        """A table; the header's words are put into the report's language."""
        words = [self.wishes.phrases(cell) for cell in header]
        self.parts.append(Table(words, rows, paper))

    def chart(self, svg: str, name: str, phrase: str, **values: Any) -> int:
        """A chart; returns the number of its figure."""
        caption = self._caption(phrase, **values)
        self.parts.append(Chart(self.wishes.phrases.svg(svg), caption, name))
        return self._figures

    def map(
        self, layout: str, picture: Path, phrase: str, feature: int | None = None, **values: Any
    ) -> int:
        """A map; returns the number of its figure."""
        title = self.wishes.phrases(phrase, **values)
        caption = self._caption(phrase, **values)
        self.parts.append(Map(layout, title, caption, picture, feature))
        return self._figures

    def chapters(self) -> Iterator[str]:
        """The chapters' titles."""
        for part in self.parts:
            if isinstance(part, Heading) and part.level == 1:
                yield part.text

    def on_paper(self) -> list[Part]:
        """The parts that are printed."""
        return [part for part in self.parts if not isinstance(part, (Heading, Table)) or part.paper]

    def _caption(self, phrase: str, **values: Any) -> str:
        self._figures += 1
        t = self.wishes.phrases
        return t("Figure {number}. ", number=self._figures) + t(phrase, **values)


def written(value: Any) -> str:
    """A value as the report writes it: three decimals, none from 100 up, a dash for nothing."""
    if value is None or value != value:
        return "–"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}"
    return str(value)
