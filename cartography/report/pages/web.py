"""The report as one self-contained HTML page."""

from __future__ import annotations

from ...page import Number, Page
from ..document import Chart, Document, Heading, Map, Table, Text, written


def html_page(document: Document) -> Page:
    """The page, with a list of chapters, sortable tables and the maps as inlined pictures."""
    wishes = document.wishes
    language = "zh" if wishes.phrases.chinese else "en"
    page = Page(wishes.title, wishes.author, language)
    page.contents(list(document.chapters()))
    for part in document.parts:
        if isinstance(part, Heading):
            page.heading(part.text, part.level + 1)
        elif isinstance(part, Text):
            (page.note if part.is_note else page.paragraph)(part.text)
        elif isinstance(part, Table):
            rows = [[_cell(value) for value in row] for row in part.rows]
            page.table(part.header, rows, sortable=True)
        elif isinstance(part, Chart):
            page.figure(part.svg, part.caption)
        elif isinstance(part, Map):
            page.picture(part.picture.read_bytes(), part.caption)
    return page


def _cell(value: object) -> object:
    return Number(written(value)) if isinstance(value, float) else value
