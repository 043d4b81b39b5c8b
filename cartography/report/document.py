"""The report as a list of parts, before it becomes HTML and PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union

from ..page import Cell
from .filenames import plain
from .numbers import decimals, written
from .wishes import Wishes


@dataclass(frozen=True)
class Heading:
    """A chapter (level 1) or a section (level 2)."""

    level: int
    text: str
    on_new_page: bool = False


@dataclass(frozen=True)
class Text:
    """A paragraph.

    Attributes:
        text: what it says.
        kind: note (must not be missed), point (of a list) or small (print).
    """

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a header.

    Attributes:
        header: over the columns.
        rows: the values.
        paper: whether it is printed.
        html: whether it is on the page for the screen.
        by_row: whether the decimals follow the row, as where each row is another measure.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[Any]]
    paper: bool = True
    html: bool = True
    by_row: bool = False

    def cells(self) -> list[list[Cell]]:
        """The values as they are written, with as many decimals in each row of a column."""
        columns = list(zip(*self.rows))
        numeric = [any(isinstance(value, (int, float)) for value in column) for column in columns]
        of_column = [decimals(column) for column in columns]
        written_rows = []
        for row in self.rows:
            places = [decimals(row)] * len(row) if self.by_row else of_column
            written_rows.append(
                [Cell(written(v, n), is_number) for v, n, is_number in zip(row, places, numeric)]
            )
        return written_rows


@dataclass(frozen=True)
class Chart:
    """A chart as SVG with its numbered caption."""

    svg: str
    caption: str
    name: str
    number: int


@dataclass(frozen=True)
class Map:
    """A layout, of which each page is a page of the PDF.

    Attributes:
        layout: its name in the project.
        title: of what it shows.
        caption: numbered.
        picture: where its PNG is written.
        number: of the figure.
        seen: what is on it, for those who cannot see it.
        feature: number of the atlas page, or None.
    """

    layout: str
    title: str
    caption: str
    picture: Path
    number: int
    seen: str
    feature: int | None = None


_REFERENCE = re.compile("\ue001(\\d+)\ue001")  # signs that no text of a user has


def reference(figure: int) -> str:
    """A mark in a text where a figure is referred to."""
    return f"\ue001{figure}\ue001"


def with_references(text: str, write: Callable[[int], str]) -> str:
    """The text with each mark as `write` puts the number of its figure into words."""
    return _REFERENCE.sub(lambda found: write(int(found[1])), text)


Part = Union[Heading, Text, Table, Chart, Map]


@dataclass
class Document:
    """Parts in the order of reading."""

    wishes: Wishes
    parts: list[Part] = field(default_factory=list)
    _figures: int = 0

    def chapter(self, text: str, *, on_new_page: bool = False) -> None:
        """A chapter begins, in the report's language."""
        self.parts.append(Heading(1, self.wishes.phrases(text), on_new_page))

    def section(self, text: str, *, on_new_page: bool = False) -> None:
        """A section begins; the text stands as it is."""
        self.parts.append(Heading(2, text, on_new_page))

    def text(self, phrase: str, **values: Any) -> None:
        """A paragraph, in the report's language."""
        self.parts.append(Text(self.wishes.phrases(phrase, **values)))

    def small(self, phrase: str, **values: Any) -> None:
        """A paragraph in small print, in the report's language."""
        self.parts.append(Text(self.wishes.phrases(phrase, **values), "small"))

    def note(self, text: str) -> None:
        """A remark that must not be missed, as it stands."""
        self.parts.append(Text(text, "note"))

    def point(self, text: str) -> None:
        """A point of a list, as it stands."""
        self.parts.append(Text(f"• {text}", "point"))

    def table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        paper: bool = True,
        html: bool = True,
        by_row: bool = False,
    ) -> None:
        """A table; the header's words are put into the report's language."""
        words = [self.wishes.phrases(cell) for cell in header]
        self.parts.append(Table(words, rows, paper, html, by_row))

    def chart(self, svg: str, name: str, phrase: str, **values: Any) -> int:
        """A chart, whose file is called after `name`; returns the number of its figure."""
        caption = self._caption(phrase, **values)
        name = self._file_name(name)
        self.parts.append(Chart(self.wishes.phrases.svg(svg), caption, name, self._figures))
        return self._figures

    def map(
        self,
        layout: str,
        picture: Path,
        phrase: str,
        seen: str,
        feature: int | None = None,
        **values: Any,
    ) -> int:
        """A map; returns the number of its figure.

        Args:
            layout: its name.
            picture: where its PNG is written.
            phrase: of the caption.
            seen: what is on it, as it stands.
            feature: number of the atlas page, or None.
            values: of the caption.
        """
        title = self.wishes.phrases(phrase, **values)
        caption = self._caption(phrase, **values)
        self.parts.append(Map(layout, title, caption, picture, self._figures, seen, feature))
        return self._figures

    def chapters(self) -> Iterator[str]:
        """The chapters' titles."""
        for part in self.parts:
            if isinstance(part, Heading) and part.level == 1:
                yield part.text

    def on_paper(self) -> list[Part]:
        """The parts that are printed."""
        return [part for part in self.parts if not isinstance(part, Table) or part.paper]

    def _file_name(self, name: str) -> str:
        """The name as a file may have it, which no other chart has."""
        cut = plain(name)
        taken = {part.name.lower() for part in self.parts if isinstance(part, Chart)}
        number, free = 1, cut
        while free.lower() in taken:
            number += 1
            free = f"{cut}_{number}"
        return free

    def _caption(self, phrase: str, **values: Any) -> str:
        self._figures += 1
        t = self.wishes.phrases
        words = t(phrase, **values)
        return t("Figure {number}. {words}", number=self._figures, words=words)
