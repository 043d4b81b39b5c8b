"""The report's text on pages: stretches of it, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QPagedPaintDevice, QPainter

from ..document import Heading, Part, Text
from .markup import markup_of
from .stretch import Stretch


class Flow:
    """Parts laid out on pages of one size.

    Attributes:
        pages: how many.
        page_of: place of a heading, map or chart among the parts to its page, from 0.

    Args:
        parts: of a map only the caption stands in the text.
        device: on which they will be drawn; decides how many dots a letter has.
        size: of the printed area, in the device's dots.
        family: of the letters.
        refer: words for a reference to a figure.
        former: the same with other references, of which all is taken that has not changed.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        device: QPagedPaintDevice,
        size: QSizeF,
        family: str,
        refer: Callable[[int], str],
        former: Flow | None = None,
    ) -> None:
        self._parts = list(parts)
        self._texts = [self._text(place, refer, former) for place in range(len(parts))]
        starts = [
            place
            for place, part in enumerate(parts)
            if place == 0 or (isinstance(part, Heading) and part.on_new_page)
        ]
        self._stretches: list[Stretch] = []
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(parts)])):
            texts = self._texts[start:end]
            same = former._stretches[number] if former else None
            if same is None or same.texts != texts:
                same = Stretch(parts[start:end], texts, device, size, family)
            self._stretches.append(same)
        self._first_pages = [0, *accumulate(one.pages for one in self._stretches)]
        self.pages = self._first_pages[-1]
        self.page_of = {
            start + place: first + page
            for start, first, one in zip(starts, self._first_pages, self._stretches)
            for place, page in one.page_of.items()
        }

    def _text(self, place: int, refer: Callable[[int], str], former: Flow | None) -> str:
        part = self._parts[place]
        if former and former._parts[place] is part and not isinstance(part, Text):
            return former._texts[place]
        return markup_of(part, refer)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page; the painter's origin is the printed area's corner."""
        number = bisect_right(self._first_pages, page) - 1
        self._stretches[number].draw(painter, page - self._first_pages[number])
