"""The letters of a chart as text: Qt's SVG renderer would draw them as outlines."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter

_TEXT = re.compile(r"<text\b([^>]*)>([^<]*)</text>")
_FONT = re.compile(r"font: (?:(bold|[0-9]{3}) )?([0-9.]+)px ([^;\"]+)")
_NUMBER = r"(-?[0-9.]+)"
_ROTATED = re.compile(rf"rotate\({_NUMBER}")
_MOVED = re.compile(rf"translate\({_NUMBER} {_NUMBER}\)")
_POINTS_PER_INCH = 72
_BOLD = 600  # a CSS weight


class ChartText(NamedTuple):
    """A text of a chart, in the chart's own units (points)."""

    text: str
    x: float
    y: float
    angle: float  # degrees, clockwise
    size: float
    bold: bool
    colour: str
    anchor: str  # start, middle or end


def take_texts(svg: str) -> tuple[str, list[ChartText]]:
    """The chart without its texts, and the texts."""
    texts = [_read(match) for match in _TEXT.finditer(svg)]
    return _TEXT.sub("", svg), texts


def _read(match: re.Match[str]) -> ChartText:
    attributes = match[1]

    def found(pattern: str, blank: str) -> str:
        value = re.search(pattern, attributes)
        return value[1] if value else blank

    moved = _MOVED.search(attributes)
    font = _FONT.search(attributes)
    weight = font[1] or "" if font else ""
    rotated = _ROTATED.search(attributes)
    return ChartText(
        text=html.unescape(match[2]),
        x=float(moved[1] if moved else found(r'\bx="([^"]+)"', "0")),
        y=float(moved[2] if moved else found(r'\by="([^"]+)"', "0")),
        angle=float(rotated[1]) if rotated else 0.0,
        size=float(font[2]) if font else float(_POINTS_PER_INCH) / 8,
        bold=weight == "bold" or (weight.isdigit() and int(weight) >= _BOLD),
        colour=found(r"fill: ([^;\"]+)", "black"),
        anchor=found(r"text-anchor: (\w+)", "start"),
    )


def draw_texts(painter: QPainter, texts: Sequence[ChartText], scale: float, family: str) -> None:
    """Draw the texts; the painter's origin is the chart's corner.

    Args:
        painter: on a device.
        texts: of the chart.
        scale: dots of the device for a unit of the chart.
        family: of the letters.
    """
    for text in texts:
        font = QFont(family)
        font.setPointSizeF(text.size * scale * _POINTS_PER_INCH / painter.device().logicalDpiY())
        font.setBold(text.bold)
        width = QFontMetricsF(font, painter.device()).horizontalAdvance(text.text)
        share = {"middle": 0.5, "end": 1.0}.get(text.anchor, 0.0)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(text.colour))
        painter.translate(text.x * scale, text.y * scale)
        painter.rotate(text.angle)
        painter.drawText(QPointF(-share * width, 0.0), text.text)
        painter.restore()
