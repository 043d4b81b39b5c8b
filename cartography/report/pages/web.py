"""The report as one self-contained HTML page."""

from __future__ import annotations

from markupsafe import escape

from ...page import Page
from ...templates import as_markup
from ..document import Chart, Document, Heading, Map, Table, Text, with_references


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
            text = as_markup(_linked(part.text, document))
            (page.note if part.kind == "note" else page.paragraph)(text)
        elif isinstance(part, Table) and part.html:
            page.table(part.header, part.cells(), sortable=True)
        elif isinstance(part, Chart):
            page.figure(part.svg, part.caption, _anchor(part.number))
        elif isinstance(part, Map):
            page.picture(part.picture.read_bytes(), part.caption, part.seen, _anchor(part.number))
    return page


def _anchor(figure: int) -> str:
    return f"figure-{figure}"


def _linked(text: str, document: Document) -> str:
    """The text escaped, with links in place of references to figures."""

    def link(figure: int) -> str:
        text = document.wishes.phrases(" (Figure {number})", number=figure)
        words = escape(text.lstrip())
        blank = text[: len(text) - len(text.lstrip())]
        return f'{blank}<a href="#{_anchor(figure)}">{words}</a>'

    return with_references(str(escape(text)), link)
