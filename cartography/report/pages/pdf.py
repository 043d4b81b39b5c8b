"""The report as a PDF: vector maps and charts, text that can be searched, numbered pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsLayoutExporter,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from ....measures.errors import InputError
from ....measures.texts import in_users_language, tr
from ..document import Chart, Document, Heading, Map, Part, Table
from .bookmarks import Bookmark
from .flow import Flow
from .fonts import report_font

_INDENT = "\u00a0" * 4  # of the contents; Qt keeps no other blanks
_DOTS_PER_INCH = 300
_MARGIN = 16.0  # millimetres on A4, as all lengths here
_A4_WIDTH = 210.0
_FOOT = 8.0
_MM_PER_INCH = 25.4
_SIMPLIFIED = 4.0  # dots at 300 dpi: detail finer than a third of a millimetre


@dataclass(frozen=True)
class _Sheet:
    """A page to draw: of a text, or of a layout."""

    draw: Callable[[QPainter], None]
    size: QSizeF  # millimetres


def write_pdf(
    document: Document,
    project: QgsProject,
    cover: str,
    path: Path,
    pause: Callable[[str], None],
) -> list[Bookmark]:
    """Write the report.

    Args:
        document: what it says.
        project: holds the layouts that the document names.
        cover: name of the layout of the first page.
        path: of the file.
        pause: called before each page; stops the run where it is cancelled.

    Returns:
        The headings and their pages, for the list that readers show beside the pages.

    Raises:
        InputError: the file cannot be written.
    """
    family = report_font(document.wishes.phrases.chinese)
    writer = QPdfWriter(str(path))
    writer.setTitle(document.wishes.title)
    writer.setCreator("Mega-Region Analyst")
    writer.setResolution(_DOTS_PER_INCH)
    paper = QPageSize(
        QPageSize.PageSizeId.A3 if document.wishes.paper == "A3" else QPageSize.PageSizeId.A4
    )
    size = paper.size(QPageSize.Unit.Millimeter)
    # Laid out for A4, drawn larger on larger paper.
    scale = size.width() / _A4_WIDTH
    area = QSizeF(
        _dots(_A4_WIDTH - 2 * _MARGIN), _dots(size.height() / scale - 2 * _MARGIN - _FOOT)
    )
    layouts = {layout.name(): layout for layout in project.layoutManager().printLayouts()}
    _pages_of_paper(writer, size)

    parts = document.on_paper()
    t = document.wishes.phrases
    # Laid out twice: contents and references name pages, which depend on how long these are.
    pages = dict.fromkeys(range(len(parts)), 10)
    flow: Flow | None = None
    for _ in range(2):
        contents = _contents(document, parts, pages)
        figures = {p.number: pages[i] for i, p in enumerate(parts) if isinstance(p, (Chart, Map))}

        def refer(figure: int, page_of: dict[int, int] = figures) -> str:
            return t(" (Figure {number}, page {page})", number=figure, page=page_of[figure])

        flow = Flow([*contents, *parts], writer, area, family, refer, flow)
        sheets, pages = _sheets(flow, parts, len(contents), layouts, size)
    sheets = [_layout_sheet(layouts[cover], None), *sheets]
    heads = _heads(parts, pages, len(sheets))

    painter = QPainter()
    try:
        for number, sheet in enumerate(sheets, start=1):
            pause("")
            _pages_of_paper(writer, sheet.size)
            if number > 1:
                writer.newPage()
            elif not painter.begin(writer):
                with in_users_language():
                    raise InputError(
                        tr("The PDF '{path}' cannot be written: choose another FOLDER.").format(
                            path=path
                        )
                    )
            sheet.draw(painter)
            if number > 1:
                _foot(painter, sheet.size, heads[number - 1], f"{number} / {len(sheets)}", family)
    finally:
        painter.end()  # Qt crashes over a writer that goes while it is painted on
    return [
        Bookmark(part.text, pages[place], part.level)
        for place, part in enumerate(parts)
        if isinstance(part, Heading)
    ]


def _dots(millimetres: float) -> float:
    return millimetres / _MM_PER_INCH * _DOTS_PER_INCH


def _pages_of_paper(writer: QPdfWriter, size: QSizeF) -> None:
    """Pages from here on have this size, without margins."""
    page = QPageSize(size, QPageSize.Unit.Millimeter)
    none = QMarginsF(0, 0, 0, 0)
    if (
        page.size(QPageSize.Unit.Millimeter)
        != writer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    ):
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, none))
    else:
        writer.setPageMargins(none)


def _contents(document: Document, parts: Sequence[Part], pages: dict[int, int]) -> list[Part]:
    """Chapters and sections with their pages."""
    t = document.wishes.phrases
    rows = [
        [part.text if part.level == 1 else f"{_INDENT}{part.text}", pages[place]]
        for place, part in enumerate(parts)
        if isinstance(part, Heading)
    ]
    return [Heading(1, t("Contents")), Table(["", t("Page")], rows)]


def _heads(parts: Sequence[Part], pages: dict[int, int], count: int) -> list[str]:
    """What each page belongs to, from the first: the last heading that begins before its end.

    A page with a map has the map's caption: it stands in the text some pages before.
    """
    heads = [""] * count
    of_map: dict[int, str] = {}
    for place, part in enumerate(parts):
        if isinstance(part, Heading):
            heads[pages[place] - 1 :] = [part.text] * (count - pages[place] + 1)
        elif isinstance(part, Map):
            of_map[pages[place]] = part.caption
    for page, text in of_map.items():
        heads[page - 1] = text
    return heads


def _sheets(
    flow: Flow,
    parts: Sequence[Part],
    before: int,
    layouts: dict[str, QgsPrintLayout],
    size: QSizeF,
) -> tuple[list[_Sheet], dict[int, int]]:
    """The text's pages, each followed by the maps it names; place of a part to its page.

    Pages are counted from 1, the cover.
    """

    def drawer(page: int) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            painter.save()
            painter.scale(size.width() / _A4_WIDTH, size.width() / _A4_WIDTH)
            painter.translate(_dots(_MARGIN), _dots(_MARGIN))
            flow.draw(painter, page)
            painter.restore()

        return draw

    sheets: list[_Sheet] = []
    pages: dict[int, int] = {}
    for page in range(flow.pages):
        sheets.append(_Sheet(drawer(page), size))
        number = len(sheets) + 1  # the cover comes first
        for place, part in enumerate(parts):
            if flow.page_of.get(place + before) != page:
                continue
            if isinstance(part, Map):
                sheets.append(_layout_sheet(layouts[part.layout], part.feature))
                pages[place] = len(sheets) + 1
            else:
                pages[place] = number
    return sheets, pages


def _layout_sheet(layout: QgsPrintLayout, feature: int | None) -> _Sheet:
    page = layout.pageCollection().page(0).pageSize()

    def draw(painter: QPainter) -> None:
        prepare(layout)
        if feature is not None:
            layout.atlas().seekTo(feature)
            layout.refresh()
        QgsLayoutExporter(layout).renderPage(painter, 0)

    return _Sheet(draw, QSizeF(page.width(), page.height()))


def prepare(layout: QgsPrintLayout) -> None:
    """Draw as vectors, letters as letters, without detail that cannot be seen on paper."""
    context = layout.renderContext()
    context.setDpi(_DOTS_PER_INCH)
    context.setTextRenderFormat(QgsRenderContext.TextRenderFormat.AlwaysText)
    simplify = QgsVectorSimplifyMethod()
    simplify.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    simplify.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.Distance)
    simplify.setForceLocalOptimization(True)
    simplify.setThreshold(_SIMPLIFIED)
    context.setSimplifyMethod(simplify)


def _foot(painter: QPainter, size: QSizeF, left: str, right: str, family: str) -> None:
    """What the page belongs to, and its number."""
    scale = min(size.width(), size.height()) / _A4_WIDTH
    painter.save()
    font = QFont(family)
    font.setPointSizeF(7.5 * scale)
    painter.setFont(font)
    box = QRectF(
        _dots(10 * scale),
        _dots(size.height() - 9 * scale),
        _dots(size.width() - 20 * scale),
        _dots(5 * scale),
    )
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, right)
    room = box.width() - painter.fontMetrics().horizontalAdvance(right) - _dots(5)
    left = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, left)
    painter.restore()
