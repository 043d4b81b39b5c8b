"""The parts of the printed report in the HTML that Qt lays out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...templates import markup
from ..document import Chart, Heading, Part, Table, Text, with_references

PLACE = "\ue000chart\ue000"  # where a chart will stand; letters that no text has
MAP_MARK = "▸"  # before the caption of a map, which is on a page of its own


def markup_of(part: Part, refer: Callable[[int], str] = str, *, is_broken: bool = False) -> str:
    """A part's HTML.

    Args:
        part: of the report.
        refer: words for a reference to a figure.
        is_broken: whether it starts a page.
    """
    if isinstance(part, Heading):
        return _markup("heading", part.text, part.level, is_broken)
    if isinstance(part, Text):
        return _markup("paragraph", with_references(part.text, refer), part.kind)
    if isinstance(part, Chart):
        return _markup("chart", PLACE, part.caption, is_broken)
    if isinstance(part, Table):
        return _markup("table", part)
    return _markup("paragraph", f"{MAP_MARK} {part.caption}", "caption")


def _markup(macro: str, *arguments: Any) -> str:
    return str(markup("paper.html", macro, *arguments))
