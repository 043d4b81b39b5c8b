"""Reports as one self-contained HTML page: offline, printable, readable on a phone."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Union

from ..layers.cancelling import pause
from ..layers.paths import RESOURCES
from ..measures.texts import in_english, tr
from .columns import column_words
from .templates import as_markup, markup, page


class Cell(NamedTuple):
    """What stands in a table: a text, or markup of the plugin's own."""

    text: Any
    is_number: bool


MOST_ROWS = 1000  # of a table on a page: more are read in the result table
Row = Union[Sequence[Any], str]  # a text alone is a heading over the rows that follow


class Page:
    """An HTML page built from the top down."""

    def __init__(self, title: str, subtitle: str = "", language: str = "en") -> None:
        self._title = title
        self._language = language
        self._chapters = 0
        self._parts: list[str] = []
        self._add("heading", title, 1)
        if subtitle:
            self._add("paragraph", subtitle, "subtitle")

    def heading(self, text: str, level: int = 2) -> None:
        """A heading of a section (level 2) or of a part of it (3)."""
        anchor = ""
        if level == 2:
            self._chapters += 1
            anchor = f"chapter-{self._chapters}"
        self._add("heading", text, level, anchor)

    def contents(self, titles: Sequence[str]) -> None:
        """A list of links to the level-2 headings, in their order."""
        self._add("contents", titles)

    def picture(self, png: bytes, caption: str, description: str = "", anchor: str = "") -> None:
        """A picture, kept inside the page, with its caption.

        Args:
            png: the picture.
            caption: under it.
            description: what is seen, for those who cannot see it; the caption without it.
            anchor: by which links find it.
        """
        data = base64.b64encode(png).decode("ascii")
        drawing = markup("parts.html", "picture", data, description or caption)
        self._add("figure", drawing, caption, anchor)

    def paragraph(self, text: str) -> None:
        """A paragraph of plain text."""
        self._add("paragraph", text)

    def note(self, text: str) -> None:
        """A remark the reader must not miss."""
        self._add("paragraph", text, "note")

    def table(self, header: Sequence[str], rows: Sequence[Row], *, sortable: bool = False) -> None:
        """A table; numbers are right-aligned, None shows as a dash."""
        cells = [
            row if isinstance(row, str) else [_cell(value) for value in row]
            for row in rows[:MOST_ROWS]
        ]
        self._add("table", [_title(name) for name in header], cells, sortable)
        self.cut(MOST_ROWS, len(rows))

    def cut(self, shown: int, count: int) -> None:
        """Say that a list ends early, where it does."""
        if count > shown:
            self.note(
                tr("The first {shown:,} of {count:,}; the result table has all of them.").format(
                    shown=shown, count=count
                )
            )

    def figure(self, svg: str, caption: str, anchor: str = "") -> None:
        """A chart from `charts.to_svg` with its caption."""
        self._add("figure", as_markup(svg), caption, anchor)

    def render(self) -> str:
        """The whole page."""
        style = (RESOURCES / "report.css").read_text(encoding="utf-8")
        return page(
            "page.html",
            language=self._language,
            title=self._title,
            style=as_markup(style),
            body=as_markup("".join(self._parts)),
        )

    def save(self, path: str) -> None:
        """Write the page as UTF-8."""
        Path(path).write_text(self.render(), encoding="utf-8")

    def _add(self, macro: str, *arguments: Any) -> None:
        pause()
        self._parts.append(str(markup("parts.html", macro, *arguments)))


def _cell(value: Any) -> Cell:
    if isinstance(value, Cell):
        return value
    if value is None or value != value:
        return Cell("–", True)
    if isinstance(value, (int, float)):
        return Cell(f"{value:.4f}" if isinstance(value, float) else str(value), True)
    return Cell(tr(str(value)), False)


def _title(name: str) -> str:
    """A column's words in another language than English, where tables show the names themselves."""
    words = column_words(name)
    with in_english():
        english = column_words(name)
    return tr(name) if words is None or words == english else words[0]
