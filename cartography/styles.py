"""Ways of drawing a layer that several results share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsClassificationJenks,
    QgsExpression,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..measures.texts import tr
from .palette import NO_DATA, OUTLINE

_MORE_DECIMALS = 6  # of the limits of classes that lie close together


def has_geometry(layer: QgsVectorLayer) -> bool:
    """Whether there is anything to draw; result tables are left as they are."""
    return layer.isSpatial()


def symbol(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    """A plain symbol of the given colour for the layer's kind of geometry."""
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": OUTLINE, "outline_width": "0.1"}
        )
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.5"})
    return QgsMarkerSymbol.createSimple(
        {"color": colour, "outline_color": OUTLINE, "outline_width": "0.2", "size": "2.6"}
    )


def categorise(
    layer: QgsVectorLayer,
    field: str,
    categories: Sequence[tuple[str | int, str, str]],
    symbol_of: Callable[[QgsVectorLayer, str], QgsSymbol] = symbol,
) -> None:
    """Draw one colour for each value of a field; the legend says how many rows have it.

    Args:
        layer: drawn where it has geometry.
        field: name of the field with the values.
        categories: value, its words in the legend, its colour; those without rows are left out.
        symbol_of: makes the symbol from the layer and the colour.
    """
    if not has_geometry(layer):
        return
    found = [feature[field] for feature in layer.getFeatures()]
    entries = [
        QgsRendererCategory(value, symbol_of(layer, colour), f"{words} ({found.count(value)})")
        for value, words, colour in categories
        if value in found
    ]
    blank = sum(value == NULL for value in found)
    if blank:
        entries.append(
            QgsRendererCategory(NULL, symbol_of(layer, NO_DATA), f"{tr('Not assigned')} ({blank})")
        )
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
    layer.triggerRepaint()


def graduate(
    layer: QgsVectorLayer,
    field: str,
    colours: Sequence[str],
    decimals: int = 3,
    over: Sequence[str] = (),
) -> None:
    """Draw natural breaks (Jenks) of a field, from the first colour to the last.

    Each class is labelled with the smallest and the largest value it really holds, so that no two
    classes overlap. Rows without a value are drawn as "No data".

    Args:
        layer: drawn where it has geometry.
        field: name of the field that is drawn.
        colours: one for each class, ascending.
        decimals: of the labels; more where two classes would read as if they touched.
        over: fields of other years, whose values are classed too, so that maps of all of them can
            be compared.
    """
    if not has_geometry(layer):
        return
    features = list(layer.getFeatures())
    blanks = any(feature[field] == NULL for feature in features)
    values = [feature[name] for name in {field, *over} for feature in features]
    known = np.sort([float(value) for value in values if value != NULL])
    classes = _natural_classes(known, len(colours))
    # Few classes take colours from the whole sequence.
    picked = np.linspace(0, len(colours) - 1, len(classes)).round().astype(int)
    ranges = []
    for members, (low, high), colour in zip(classes, _ends(classes, decimals), picked):
        label = low if low == high else class_words(low, high)
        ranges.append((float(members[0]), float(members[-1]), colours[colour], label))
    draw_classes(layer, QgsExpression.quotedColumnRef(field), ranges, blanks=blanks)


def draw_classes(
    layer: QgsVectorLayer,
    expression: str,
    classes: Sequence[tuple[float, float, str, str]],
    *,
    blanks: bool,
) -> None:
    """Draw one colour for each class of an expression's values.

    Args:
        layer: a layer with geometry.
        expression: a QGIS expression of a number.
        classes: lowest and highest value, colour and label, ascending; a value that ends one
            class and starts the next belongs to the first.
        blanks: whether rows without a value are drawn, as "No data".
    """
    if not blanks:
        ranges = [
            QgsRendererRange(low, high, symbol(layer, colour), label)
            for low, high, colour, label in classes
        ]
        layer.setRenderer(QgsGraduatedSymbolRenderer(expression, ranges))
        layer.triggerRepaint()
        return
    # Rules of our own: QGIS's conversion of classes to rules rounds their ends to six decimals
    # and loses the values there.
    root = QgsRuleBasedRenderer.Rule(None)
    previous = None
    for low, high, colour, label in classes:
        above = ">" if low == previous else ">="
        rule = QgsRuleBasedRenderer.Rule(symbol(layer, colour))
        rule.setFilterExpression(f"({expression}) {above} {low!r} AND ({expression}) <= {high!r}")
        rule.setLabel(label)
        root.appendChild(rule)
        previous = high
    blank = QgsRuleBasedRenderer.Rule(symbol(layer, NO_DATA))
    blank.setFilterExpression(f"({expression}) IS NULL")
    blank.setLabel(tr("No data"))
    root.appendChild(blank)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.triggerRepaint()


def class_words(low: str, high: str) -> str:
    """What a legend says of a class, from its ends."""
    return tr("{low} to {high}").format(low=low, high=high)


def _ends(classes: Sequence[np.ndarray], decimals: int) -> list[list[str]]:
    """Lowest and highest value of each class as written, with decimals that part neighbours."""
    ends: list[list[str]] = []
    for places in range(decimals, decimals + _MORE_DECIMALS + 1):
        ends = [[f"{value:,.{places}f}" for value in (m[0], m[-1])] for m in classes]
        if all(below[1] != above[0] for below, above in zip(ends, ends[1:])):
            break
    return ends


def _natural_classes(values: np.ndarray, most: int) -> list[np.ndarray]:
    """Ascending values cut into at most `most` classes, none of them empty."""
    distinct = np.unique(values)
    if len(distinct) <= most:
        uppers = distinct
    else:
        found = QgsClassificationJenks().classes(values.tolist(), most)
        uppers = np.unique([item.upperBound() for item in found])
        uppers[-1] = distinct[-1]  # Jenks may round the last bound below the largest value
    cuts = np.searchsorted(values, uppers[:-1], side="right")
    return [members for members in np.split(values, cuts) if len(members)]
