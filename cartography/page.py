"""Reports as one self-contained HTML page: offline, printable, readable on a phone."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..layers.paths import RESOURCES

# A click on a heading sorts its table, numbers as numbers; a second click turns the order round.
_SORT = """
for (const head of document.querySelectorAll("table.sortable th")) {
  const key = (row) => {
    const text = row.cells[head.cellIndex].textContent.trim();
    const number = parseFloat(text.replace(/,/g, ""));
    return isNaN(number) ? text : number;
  };
  head.tabIndex = 0;
  head.onclick = () => {
    const down = head.getAttribute("aria-sort") !== "descending";
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = head.closest("table").tBodies[0];
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (typeof x !== typeof y) return typeof x === "number" ? -1 : 1;
      const order = typeof x === "number" ? x - y : x.localeCompare(y);
      return down ? -order : order;
    });
    body.append(...rows);
  };
  head.onkeydown = (event) => { if (event.key === "Enter") head.click(); };
}
"""


class Number(str):
    """A number as it is to be written; tables align it to the right."""


class Page:
    """An HTML page built from the top down."""

    def __init__(self, title: str, subtitle: str = "", language: str = "en") -> None:
        self._title = title
        self._language = language
        self._chapters = 0
        self._parts = [f"<h1>{html.escape(title)}</h1>"]
        if subtitle:
            self._parts.append(f'<p class="subtitle">{html.escape(subtitle)}</p>')

    def heading(self, text: str, level: int = 2) -> None:
        """A heading of a section (level 2) or of a part of it (3)."""
        anchor = ""
        if level == 2:
            self._chapters += 1
            anchor = f' id="chapter-{self._chapters}"'
        self._parts.append(f"<h{level}{anchor}>{html.escape(text)}</h{level}>")

    def contents(self, titles: Sequence[str]) -> None:
        """A list of links to the level-2 headings, in their order."""
        links = "".join(
            f'<li><a href="#chapter-{number}">{html.escape(title)}</a></li>'
            for number, title in enumerate(titles, start=1)
        )
        self._parts.append(f"<nav><ol>{links}</ol></nav>")

    def picture(self, png: bytes, caption: str) -> None:
        """A picture, kept inside the page, with its caption."""
        data = base64.b64encode(png).decode("ascii")
        words = html.escape(caption)
        self._parts.append(
            f'<figure><img alt="{words}" src="data:image/png;base64,{data}">'
            f"<figcaption>{words}</figcaption></figure>"
        )

    def paragraph(self, text: str) -> None:
        """A paragraph of plain text."""
        self._parts.append(f"<p>{html.escape(text)}</p>")

    def note(self, text: str) -> None:
        """A remark the reader must not miss."""
        self._parts.append(f'<p class="note">{html.escape(text)}</p>')

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[Any]], *, sortable: bool = False
    ) -> None:
        """A table; numbers are right-aligned, None shows as a dash."""
        kind = ' class="sortable"' if sortable else ""
        head = "".join(f'<th scope="col">{html.escape(str(cell))}</th>' for cell in header)
        body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
        self._parts.append(
            f'<div class="scroll"><table{kind}><thead><tr>'
            f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def figure(self, svg: str, caption: str) -> None:
        """A chart from `charts.to_svg` with its caption."""
        self._parts.append(f"<figure>{svg}<figcaption>{html.escape(caption)}</figcaption></figure>")

    def render(self) -> str:
        """The whole page."""
        style = (RESOURCES / "report.css").read_text(encoding="utf-8")
        body = "".join(self._parts)
        script = f"<script>{_SORT}</script>" if 'class="sortable"' in body else ""
        return (
            f'<!DOCTYPE html><html lang="{self._language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html.escape(self._title)}</title><style>{style}</style></head>"
            f"<body><main>{body}</main>{script}</body></html>"
        )

    def save(self, path: str) -> None:
        """Write the page as UTF-8."""
        Path(path).write_text(self.render(), encoding="utf-8")


def _cell(value: Any) -> str:
    if value is None or value != value:
        return '<td class="number">–</td>'
    if isinstance(value, Number):
        return f'<td class="number">{html.escape(value)}</td>'
    if isinstance(value, (int, float)):
        text = f"{value:.4f}" if isinstance(value, float) else str(value)
        return f'<td class="number">{text}</td>'
    return f"<td>{html.escape(str(value))}</td>"
