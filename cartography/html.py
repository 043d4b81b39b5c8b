"""Reports as one self-contained HTML page: offline, printable, readable on a phone."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..layers.paths import RESOURCES


class Page:
    """An HTML page built from the top down."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        self._title = title
        self._parts = [f"<h1>{html.escape(title)}</h1>"]
        if subtitle:
            self._parts.append(f'<p class="subtitle">{html.escape(subtitle)}</p>')

    def heading(self, text: str) -> None:
        """A heading of a section."""
        self._parts.append(f"<h2>{html.escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        """A paragraph of plain text."""
        self._parts.append(f"<p>{html.escape(text)}</p>")

    def note(self, text: str) -> None:
        """A remark the reader must not miss."""
        self._parts.append(f'<p class="note">{html.escape(text)}</p>')

    def table(self, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """A table; numbers are right-aligned, None shows as a dash."""
        head = "".join(f'<th scope="col">{html.escape(str(cell))}</th>' for cell in header)
        body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
        self._parts.append(
            '<div class="scroll"><table><thead><tr>'
            f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def figure(self, svg: str, caption: str) -> None:
        """A chart from `charts.to_svg` with its caption."""
        self._parts.append(f"<figure>{svg}<figcaption>{html.escape(caption)}</figcaption></figure>")

    def render(self) -> str:
        """The whole page."""
        style = (RESOURCES / "report.css").read_text(encoding="utf-8")
        return (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html.escape(self._title)}</title><style>{style}</style></head>"
            f"<body><main>{''.join(self._parts)}</main></body></html>"
        )

    def save(self, path: str) -> None:
        """Write the page as UTF-8."""
        Path(path).write_text(self.render(), encoding="utf-8")


def _cell(value: Any) -> str:
    if value is None or value != value:
        return '<td class="number">–</td>'
    if isinstance(value, (int, float)):
        text = f"{value:.4f}" if isinstance(value, float) else str(value)
        return f'<td class="number">{text}</td>'
    return f"<td>{html.escape(str(value))}</td>"
