"""The report's text as pages of a Qt document, with charts drawn as vectors."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from qgis.PyQt.QtCore import QByteArray, QObject, QRectF, QSizeF
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextObjectInterface,
)
from qgis.PyQt.QtSvg import QSvgRenderer

from ..document import Chart, Heading, Map, Part, Table, Text, written
from .charttext import ChartText, draw_texts, take_texts

_KIND = int(QTextFormat.ObjectTypes.UserObject) + 1
_INDEX = int(QTextFormat.Property.UserProperty) + 1
_MM_PER_INCH = 25.4
_WIDEST = 180.0  # millimetres a chart may take on A4
_MARK = "￼"  # where an object stands in the text
_MAP_MARK = "▸"  # before the caption of a map, which is on a page of its own
INDENT = "\u00a0" * 4  # Qt keeps no other blanks
_LOWEST_HEADING = 0.82  # of a page's height: one further down starts the next page
_STYLE = (
    "h1 { font-size: 16pt; font-weight: bold; margin-top: 50px; margin-bottom: 16px; }"
    "h2 { font-size: 12pt; font-weight: bold; margin-top: 40px; margin-bottom: 12px; }"
    "p { margin-top: 10px; margin-bottom: 16px; line-height: 120%; }"
    "p.note { background-color: #f4f4f4; color: #8a3d00; }"
    "p.caption { font-size: 8pt; color: #5A5A5A; margin-bottom: 30px; }"
    "p.chart { line-height: 100%; }"
    "p.line { margin-top: 0; margin-bottom: 0; }"
    "th { font-weight: bold; background-color: #e8e8e8; }"
)


class _Drawing(NamedTuple):
    picture: QSvgRenderer
    texts: list[ChartText]


def _drawing(chart: Chart) -> _Drawing:
    svg, texts = take_texts(chart.svg)
    return _Drawing(QSvgRenderer(QByteArray(svg.encode())), texts)


class _Charts(QObject, QTextObjectInterface):
    """Draws the charts where the text has a place for them."""

    def __init__(
        self, parent: QTextDocument, drawings: Sequence[_Drawing], size: QSizeF, family: str
    ) -> None:
        super().__init__(parent)
        self._drawings = drawings
        self._page = size
        self._family = family

    def intrinsicSize(  # noqa: N802
        self, document: QTextDocument, position: int, form: QTextFormat
    ) -> QSizeF:
        natural = self._drawings[form.property(_INDEX)].picture.defaultSize()
        width = self._page.width()
        height = width * natural.height() / max(natural.width(), 1)
        if height > 0.88 * self._page.height():
            width *= 0.88 * self._page.height() / height
            height = 0.88 * self._page.height()
        # matplotlib counts points: a small chart stays small
        most = natural.width() / 72 * self._page.width() / (_WIDEST / _MM_PER_INCH)
        if width > 1.15 * most:
            height *= 1.15 * most / width
            width = 1.15 * most
        return QSizeF(width, height)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rectangle: QRectF,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        # Qt asks for the charts of all pages, whatever the page.
        if not painter.clipBoundingRect().intersects(rectangle):
            return
        drawing = self._drawings[form.property(_INDEX)]
        drawing.picture.render(painter, rectangle)
        painter.save()
        painter.translate(rectangle.topLeft())
        scale = rectangle.width() / drawing.picture.viewBoxF().width()
        draw_texts(painter, drawing.texts, scale, self._family)
        painter.restore()


class Flow:
    """Parts laid out on pages of one size.

    Attributes:
        pages: how many.
        page_of: place of a heading or map among the parts to its page, from 0.

    Args:
        parts: of a map only the caption stands in the text.
        device: on which they will be drawn; decides how many dots a letter has.
        size: of the printed area, in the device's dots.
        family: of the letters.
    """

    def __init__(
        self, parts: Sequence[Part], device: QPagedPaintDevice, size: QSizeF, family: str
    ) -> None:
        self._size = size
        self._device = device
        self._family = family
        self._drawings = [_drawing(part) for part in parts if isinstance(part, Chart)]
        breaks: set[int] = set()  # places of headings that start a page
        self._lay_out(parts, breaks)
        # Each break moves what follows; Qt lays out wrongly where only a part is laid out again.
        while (place := self._next_break(parts, breaks)) is not None:
            breaks.add(place)
            self._lay_out(parts, breaks)
        self.pages = self._document.pageCount()
        self.page_of = {place: self._page(block) for place, block in self._marked(parts)}

    def _lay_out(self, parts: Sequence[Part], breaks: set[int]) -> None:
        self._document = QTextDocument()
        font = QFont(self._family)
        font.setPointSizeF(9)
        # Any spacing keeps Qt from ligatures, which readers of the PDF could not search for.
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.1)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        layout = self._document.documentLayout()
        layout.setPaintDevice(self._device)
        self._charts = _Charts(self._document, self._drawings, self._size, self._family)
        layout.registerHandler(_KIND, self._charts)
        self._document.setDefaultStyleSheet(_STYLE)
        self._document.setHtml("".join(_as_html(p, i in breaks) for i, p in enumerate(parts)))
        self._place_charts(len(self._drawings))
        self._document.setPageSize(self._size)

    def _place_charts(self, count: int) -> None:
        cursor = QTextCursor(self._document)
        for index in range(count):
            cursor = self._document.find("[[chart]]", cursor)
            form = QTextCharFormat()
            form.setObjectType(_KIND)
            form.setProperty(_INDEX, index)
            cursor.insertText(_MARK, form)

    def _top(self, block: QTextBlock) -> float:
        # Of the first line: where it does not fit a page, the block still begins there.
        top = self._document.documentLayout().blockBoundingRect(block).top()
        return top + (block.layout().lineAt(0).y() if block.layout().lineCount() else 0.0)

    def _page(self, block: QTextBlock) -> int:
        # Qt may stop just short of the next page.
        return int(self._top(block) / self._size.height() + 0.001)

    def _marked(self, parts: Sequence[Part]) -> list[tuple[int, QTextBlock]]:
        """Headings and captions of maps: their places among the parts, and their text."""
        blocks = []
        block = self._document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() or block.text().startswith(_MAP_MARK):
                blocks.append(block)
            block = block.next()
        places = [i for i, part in enumerate(parts) if isinstance(part, (Heading, Map))]
        return list(zip(places, blocks))

    def _next_break(self, parts: Sequence[Part], breaks: set[int]) -> int | None:
        """The first heading that stands at the foot of a page or away from the chart under it."""
        height = self._size.height()
        for place, block in self._marked(parts):
            if place in breaks or not block.blockFormat().headingLevel():
                continue
            chart = self._chart_under(block)
            lost = self._top(block) % height > _LOWEST_HEADING * height
            if lost or (chart is not None and self._page(chart) > self._page(block)):
                return place
        return None

    def _chart_under(self, heading: QTextBlock) -> QTextBlock | None:
        """The chart that follows a heading, with a paragraph between them at most."""
        block = heading.next()
        for _ in range(2):
            if block.isValid() and block.text() == _MARK:
                return block
            block = block.next()
        return None

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page; the painter's origin is the printed area's corner."""
        top = page * self._size.height()
        painter.save()
        painter.translate(0, -top)
        view = QRectF(0, top, self._size.width(), self._size.height())
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        self._document.documentLayout().draw(painter, context)
        painter.restore()


def _as_html(part: Part, on_new_page: bool) -> str:
    if isinstance(part, Heading):
        style = ' style="page-break-before: always"' if on_new_page else ""
        return f"<h{part.level}{style}>{html.escape(part.text)}</h{part.level}>"
    if isinstance(part, Text):
        kind = ' class="note"' if part.is_note else ""
        return f"<p{kind}>{html.escape(part.text)}</p>"
    if isinstance(part, Chart):
        return f'<p class="chart">[[chart]]</p><p class="caption">{html.escape(part.caption)}</p>'
    if isinstance(part, Table):
        return _table(part)
    if part.feature is not None:
        return f'<p class="line">{_MAP_MARK} {html.escape(part.title)}</p>'
    return f'<p class="caption">{_MAP_MARK} {html.escape(part.caption)}</p>'


def _table(table: Table) -> str:
    size = "8pt" if len(table.header) <= 7 else "6.5pt"
    numeric = [
        any(isinstance(row[i], (int, float)) for row in table.rows)
        for i in range(len(table.header))
    ]

    def cell(tag: str, text: str, column: int, shade: str = "") -> str:
        side = "right" if numeric[column] else "left"
        if column and side == "left" and numeric[column - 1]:
            text = f"{INDENT}{text}"  # away from the number before it
        return (
            f'<{tag} align="{side}"{shade}><span style="font-size:{size}">'
            f"{html.escape(text)}</span></{tag}>"
        )

    head = "".join(cell("th", str(text), i) for i, text in enumerate(table.header))
    body = ""
    for number, row in enumerate(table.rows):
        shade = ' bgcolor="#f6f6f6"' if number % 2 else ""
        cells = "".join(cell("td", written(value), i, shade) for i, value in enumerate(row))
        body += f"<tr>{cells}</tr>"
    return (
        '<table width="100%" cellspacing="0" cellpadding="2"><thead><tr>'
        f'{head}</tr></thead>{body}</table><p style="font-size:4pt">&nbsp;</p>'
    )
