"""The report's text as pages of a Qt document, with charts drawn as vectors."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

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

from .document import Chart, Heading, Map, Part, Table, Text, written

_KIND = int(QTextFormat.ObjectTypes.UserObject) + 1
_INDEX = int(QTextFormat.Property.UserProperty) + 1
_MM_PER_INCH = 25.4
_WIDEST = 180.0  # millimetres a chart may take on A4
_FONT = re.compile(r"font: (?:(bold|[0-9]{3}) )?([0-9.]+)px ([^;\"]+)")
_MARK = "￼"  # where an object stands in the text
_MAP_MARK = "▸"  # before the caption of a map, which is on a page of its own
_LOWEST_HEADING = 0.82  # of a page's height: one further down starts the next page
_STYLE = (
    "h1 { font-size: 16pt; font-weight: bold; margin-top: 60px; margin-bottom: 20px; }"
    "h2 { font-size: 12pt; font-weight: bold; margin-top: 40px; margin-bottom: 12px; }"
    "p { margin-top: 10px; margin-bottom: 16px; line-height: 120%; }"
    "p.note { background-color: #f4f4f4; color: #8a3d00; }"
    "p.caption { font-size: 8pt; color: #5A5A5A; margin-bottom: 30px; }"
    "p.line { margin-top: 0; margin-bottom: 0; }"
    "th { font-weight: bold; background-color: #e8e8e8; }"
)


class _Charts(QObject, QTextObjectInterface):
    """Draws the charts where the text has a place for them."""

    def __init__(self, parent: QTextDocument, svgs: Sequence[str], size: QSizeF) -> None:
        super().__init__(parent)
        self._drawings = [QSvgRenderer(QByteArray(with_long_fonts(svg).encode())) for svg in svgs]
        self._page = size

    def intrinsicSize(  # noqa: N802
        self, document: QTextDocument, position: int, form: QTextFormat
    ) -> QSizeF:
        natural = self._drawings[form.property(_INDEX)].defaultSize()
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
        self._drawings[form.property(_INDEX)].render(painter, rectangle)


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
        self._document = QTextDocument()
        font = QFont(family)
        font.setPointSizeF(9)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        layout = self._document.documentLayout()
        layout.setPaintDevice(device)
        charts = [part for part in parts if isinstance(part, Chart)]
        self._charts = _Charts(self._document, [chart.svg for chart in charts], size)
        layout.registerHandler(_KIND, self._charts)
        self._document.setDefaultStyleSheet(_STYLE)
        self._document.setHtml("".join(map(_as_html, parts)))
        self._place_charts(len(charts))
        self._document.setPageSize(size)
        self._keep_headings()
        self.pages = self._document.pageCount()
        self.page_of = self._pages_of_parts(parts)

    def _place_charts(self, count: int) -> None:
        cursor = QTextCursor(self._document)
        for index in range(count):
            cursor = self._document.find("[[chart]]", cursor)
            form = QTextCharFormat()
            form.setObjectType(_KIND)
            form.setProperty(_INDEX, index)
            cursor.insertText(_MARK, form)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _top(self, block: QTextBlock) -> float:
        return self._document.documentLayout().blockBoundingRect(block).top()

    def _keep_headings(self) -> None:
        """No heading at the foot of a page, nor away from the chart under it."""
        height = self._size.height()
        for block in self._blocks():
            form = block.blockFormat()
            if not form.headingLevel():
                continue
            lost = self._top(block) % height > _LOWEST_HEADING * height
            chart = self._chart_under(block)
            if lost or (chart and self._top(chart) // height > self._top(block) // height):
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)

    def _chart_under(self, heading: QTextBlock) -> QTextBlock | None:
        """The chart that follows a heading, with a paragraph between them at most."""
        block = heading.next()
        for _ in range(2):
            if block.isValid() and block.text() == _MARK:
                return block
            block = block.next()
        return None

    def _pages_of_parts(self, parts: Sequence[Part]) -> dict[int, int]:
        """Place of a heading or map among the parts to the page, from 0, where its text stands."""
        marked = [
            block
            for block in self._blocks()
            if block.blockFormat().headingLevel() or block.text().startswith(_MAP_MARK)
        ]
        places = [i for i, part in enumerate(parts) if isinstance(part, (Heading, Map))]
        return {
            place: int(self._top(block) // self._size.height())
            for place, block in zip(places, marked)
        }

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


def with_long_fonts(svg: str) -> str:
    """Qt does not read the short form of fonts that matplotlib writes."""

    def long(match: re.Match[str]) -> str:
        weight = f"font-weight: {match[1]}; " if match[1] else ""
        family = match[3].split(",")[0].strip("' ")
        return f"{weight}font-size: {match[2]}px; font-family: {family}"

    return _FONT.sub(long, svg)


def _as_html(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level}>{html.escape(part.text)}</h{part.level}>"
    if isinstance(part, Text):
        kind = ' class="note"' if part.is_note else ""
        return f"<p{kind}>{html.escape(part.text)}</p>"
    if isinstance(part, Chart):
        return f'<p>[[chart]]</p><p class="caption">{html.escape(part.caption)}</p>'
    if isinstance(part, Table):
        return _table(part)
    if part.feature is not None:
        return f'<p class="line">{_MAP_MARK} {html.escape(part.title)}</p>'
    return f'<p class="caption">{_MAP_MARK} {html.escape(part.caption)}</p>'


def _table(table: Table) -> str:
    size = "8pt" if len(table.header) <= 8 else "6.5pt"
    numeric = [
        any(isinstance(row[i], (int, float)) for row in table.rows)
        for i in range(len(table.header))
    ]

    def cell(tag: str, text: str, column: int, shade: str = "") -> str:
        side = "right" if numeric[column] else "left"
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
