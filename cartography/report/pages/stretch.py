"""A stretch of the report's text as pages of a Qt document, with charts drawn as vectors."""

from __future__ import annotations

from bisect import bisect_left
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

from ..document import Chart, Heading, Map, Part
from .charttext import ChartText, draw_texts, take_texts
from .markup import MAP_MARK, PLACE, markup_of

_KIND = int(QTextFormat.ObjectTypes.UserObject) + 1
_INDEX = int(QTextFormat.Property.UserProperty) + 1
_MM_PER_INCH = 25.4
_WIDEST = 180.0  # millimetres a chart may take on A4
_MARK = "￼"  # where an object stands in the text
_BETWEEN = 3  # paragraphs that keep a heading beside its chart
_SMALLER = 0.9  # of a chart that fits a page then
_LEAST_FILLED = 0.15  # of the last page's height: else all charts are drawn smaller
_BELOW_LINE = 0.003  # of a page's height: the room under the text of a table's row
_LOWEST_HEADING = 0.82  # of a page's height: one further down starts the next page
_STYLE = (
    "h1 { font-size: 16pt; font-weight: bold; margin-top: 50px; margin-bottom: 16px; }"
    "h2 { font-size: 12pt; font-weight: bold; margin-top: 40px; margin-bottom: 12px; }"
    "p { margin-top: 10px; margin-bottom: 16px; line-height: 120%; }"
    "p.note { background-color: #f4f4f4; color: #8a3d00; }"
    "p.point { margin-top: 4px; margin-bottom: 8px; }"
    "p.small { font-size: 8pt; margin-top: 3px; margin-bottom: 5px; }"
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
        self,
        parent: QTextDocument,
        drawings: Sequence[_Drawing],
        scales: Sequence[float],
        size: QSizeF,
        family: str,
    ) -> None:
        super().__init__(parent)
        self._drawings = drawings
        self._page = size
        self._family = family
        self._scales = scales

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
        return QSizeF(width, height) * self._scales[form.property(_INDEX)]

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rectangle: QRectF,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        # Qt asks for the charts of all pages, whatever the page; one on the next touches this one.
        clip = painter.clipBoundingRect()
        if not clip.top() <= rectangle.center().y() <= clip.bottom():
            return
        drawing = self._drawings[form.property(_INDEX)]
        drawing.picture.render(painter, rectangle)
        painter.save()
        painter.translate(rectangle.topLeft())
        scale = rectangle.width() / drawing.picture.viewBoxF().width()
        draw_texts(painter, drawing.texts, scale, self._family)
        painter.restore()


class Stretch:
    """Parts from one page break to the next, laid out on pages of one size.

    Qt lays out a whole document again where a heading is moved to the next page, so that each
    stretch is a document of its own.

    Attributes:
        texts: the markup of the parts.
        pages: how many.
        page_of: place of a heading, map or chart among the parts to its page, from 0.

    Args:
        parts: of a map only the caption stands in the text; the first begins a page.
        texts: their markup.
        device: on which they will be drawn; decides how many dots a letter has.
        size: of the printed area, in the device's dots.
        family: of the letters.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        texts: Sequence[str],
        device: QPagedPaintDevice,
        size: QSizeF,
        family: str,
    ) -> None:
        self.texts = list(texts)
        self._size = size
        self._device = device
        self._family = family
        self._drawings = [_drawing(part) for part in parts if isinstance(part, Chart)]
        self._lay_out_unbroken(parts, 1.0)
        if self._drawings and self.pages > 1 and self._last_page_filled() < _LEAST_FILLED:
            pages = self.pages
            self._lay_out_unbroken(parts, _SMALLER)
            if self.pages >= pages:
                self._lay_out_unbroken(parts, 1.0)
        self.page_of = {place: self._page(block) for place, block in self._marked(parts)}

    def _last_page_filled(self) -> float:
        return self._bottoms[-1] / self._size.height() - (self.pages - 1)

    def _lay_out_unbroken(self, parts: Sequence[Part], scale: float) -> None:
        """Lay out so that what belongs together is on one page, if need be the next one.

        A chart that then fits is drawn a little smaller instead. Each break moves what follows; Qt
        lays out wrongly where only a part is laid out again.

        Args:
            parts: of the text.
            scale: of the other charts.
        """
        self._scales = [scale] * len(self._drawings)
        charts = [place for place, part in enumerate(parts) if isinstance(part, Chart)]
        breaks: set[int] = set()  # places of headings and charts that start a page
        tried: set[int] = set()
        self._lay_out(parts, breaks)
        while found := self._next_breaks(parts, breaks):
            place = min(found)
            chart = bisect_left(charts, place)
            if chart < len(charts) and chart not in tried:
                tried.add(chart)
                self._scales[chart] = _SMALLER
                self._lay_out(parts, breaks)
                if place not in self._next_breaks(parts, breaks):
                    continue
                self._scales[chart] = scale
            breaks.add(place)
            self._lay_out(parts, breaks)
        self.pages = self._document.pageCount()
        self._bottoms = self._bottoms_of_pages()

    def _bottoms_of_pages(self) -> list[float]:
        """Where the last line of each page ends.

        Rows of tables that begin at a page's foot and have their text on the next page are drawn
        below it, as shades without text.
        """
        height = self._size.height()
        bottoms = [0.0] * self.pages
        layout = self._document.documentLayout()
        block = self._document.begin()
        while block.isValid():
            top = layout.blockBoundingRect(block).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                end = top + line.y() + line.height()
                page = min(int((end - line.height() / 2) / height), self.pages - 1)
                bottoms[page] = max(bottoms[page], end)
            block = block.next()
        return bottoms

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
        self._charts = _Charts(
            self._document, self._drawings, self._scales, self._size, self._family
        )
        layout.registerHandler(_KIND, self._charts)
        self._document.setDefaultStyleSheet(_STYLE)
        html = list(self.texts)
        for place in breaks:
            html[place] = markup_of(parts[place], is_broken=True)
        self._document.setHtml("".join(html))
        self._place_charts(len(self._drawings))
        self._document.setPageSize(self._size)
        self._document.pageCount()  # lays out all: else blocks further down have no lines yet

    def _place_charts(self, count: int) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()  # laid out once, not for each chart
        whole = cursor
        for index in range(count):
            cursor = self._document.find(PLACE, cursor)
            form = QTextCharFormat()
            form.setObjectType(_KIND)
            form.setProperty(_INDEX, index)
            cursor.insertText(_MARK, form)
        whole.endEditBlock()

    def _top(self, block: QTextBlock) -> float:
        # Of the first line: where it does not fit a page, the block still begins there.
        top = self._document.documentLayout().blockBoundingRect(block).top()
        return top + (block.layout().lineAt(0).y() if block.layout().lineCount() else 0.0)

    def _page(self, block: QTextBlock) -> int:
        # Qt may stop just short of the next page.
        return int(self._top(block) / self._size.height() + 0.001)

    def _marked(self, parts: Sequence[Part]) -> list[tuple[int, QTextBlock]]:
        """Headings, charts and captions of maps: their places among the parts, and their text."""
        blocks = []
        block = self._document.begin()
        while block.isValid():
            is_figure = block.text() == _MARK or block.text().startswith(MAP_MARK)
            if block.blockFormat().headingLevel() or is_figure:
                blocks.append(block)
            block = block.next()
        places = [i for i, part in enumerate(parts) if isinstance(part, (Heading, Map, Chart))]
        return list(zip(places, blocks))

    def _next_breaks(self, parts: Sequence[Part], breaks: set[int]) -> set[int]:
        """Headings at the foot of a page or away from the chart under them, charts from a caption.

        The first after each one that starts a page anyway: those that follow will move.
        """
        height = self._size.height()
        found: set[int] = set()
        moves = False
        for place, block in self._marked(parts):
            part = parts[place]
            if isinstance(part, Map):
                continue
            if place in breaks or (isinstance(part, Heading) and part.on_new_page):
                moves = False
                continue
            if moves:
                continue
            chart: QTextBlock | None = block
            lost = False
            if isinstance(part, Heading):
                chart = self._chart_under(block)
                lost = self._top(block) % height > _LOWEST_HEADING * height
            moves = lost or (chart is not None and self._end(chart.next()) > self._page(block))
            if moves:
                found.add(place)
        return found

    def _end(self, block: QTextBlock) -> int:
        """The page of the last line."""
        lines = block.layout()
        if not block.isValid() or not lines.lineCount():
            return 0
        last = lines.lineAt(lines.lineCount() - 1)
        top = self._document.documentLayout().blockBoundingRect(block).top()
        return int((top + last.y() + last.height() / 2) / self._size.height())

    def _chart_under(self, heading: QTextBlock) -> QTextBlock | None:
        """The chart that follows a heading, with a few paragraphs between them at most."""
        block = heading.next()
        for _ in range(_BETWEEN + 1):
            if block.isValid() and block.text() == _MARK:
                return block
            block = block.next()
        return None

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page; the painter's origin is the printed area's corner."""
        top = page * self._size.height()
        painter.save()
        painter.translate(0, -top)
        used = self._bottoms[page] - top + _BELOW_LINE * self._size.height()
        view = QRectF(0, top, self._size.width(), min(used, self._size.height()))
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        self._document.documentLayout().draw(painter, context)
        painter.restore()
