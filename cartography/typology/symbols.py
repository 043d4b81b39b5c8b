"""Symbols of city types: colours for the screen, patterns and shapes for black-and-white print."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..palette import OUTLINE, TEXT, TYPE_COLOURS
from ..styles import symbol

# Angles of the lines over the fill, and their distance in millimetres; without an angle, dots.
# Drawn as vectors, so that they look the same on screen, in PDF and on paper.
_PATTERNS: list[list[tuple[float | None, float]]] = [
    [],
    [(45, 1.6)],
    [(None, 1.8)],
    [(135, 1.6)],
    [(0, 1.4)],
    [(45, 2.0), (135, 2.0)],
    [(90, 1.4)],
    [(0, 2.0), (90, 2.0)],
    [(45, 0.8)],
    [(135, 0.8)],
]
_SHAPES = [
    "circle",
    "square",
    "triangle",
    "diamond",
    "star",
    "cross_fill",
    "pentagon",
    "hexagon",
    "equilateral_triangle",
    "semi_circle",
]


def type_symbol(layer: QgsVectorLayer, number: int) -> QgsSymbol:
    """The symbol of type `number` (1, 2, ...) for the layer's kind of geometry."""
    colour = TYPE_COLOURS[(number - 1) % len(TYPE_COLOURS)]
    # Beyond ten types colour and pattern repeat at different places, so that their pairs do not.
    shift = (number - 1) // len(TYPE_COLOURS)
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        fill = symbol(layer, colour)
        _add_pattern(fill, _PATTERNS[(number - 1 + shift) % len(_PATTERNS)])
        return fill
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        return QgsMarkerSymbol.createSimple(
            {
                "name": _SHAPES[(number - 1 + shift) % len(_SHAPES)],
                "color": colour,
                "outline_color": OUTLINE,
                "outline_width": "0.2",
                "size": "3.2",
            }
        )
    return symbol(layer, colour)


def _add_pattern(fill: QgsFillSymbol, pattern: list[tuple[float | None, float]]) -> None:
    for angle, distance in pattern:
        if angle is None:
            dots = QgsPointPatternFillSymbolLayer()
            dots.setDistanceX(distance)
            dots.setDistanceY(distance)
            dots.setDisplacementX(distance / 2)
            marker = {"color": TEXT, "outline_style": "no", "size": "0.5"}
            dots.setSubSymbol(QgsMarkerSymbol.createSimple(marker))
            fill.appendSymbolLayer(dots)
        else:
            lines = QgsLinePatternFillSymbolLayer()
            lines.setLineAngle(angle)
            lines.setDistance(distance)
            pen = {"line_color": TEXT, "line_width": "0.15"}
            lines.setSubSymbol(QgsLineSymbol.createSimple(pen))
            fill.appendSymbolLayer(lines)
