"""Layers that play in QGIS's temporal controller."""

from __future__ import annotations

from qgis.core import Qgis, QgsExpression, QgsVectorLayer


def play(layer: QgsVectorLayer, start: str, end: str) -> None:
    """Show the layer's rows in the temporal controller from one time to another.

    Rows that are shown all the time are still drawn anew for every step.

    Args:
        layer: the layer.
        start: an expression that gives the first time at which a row is shown.
        end: one that gives the last.
    """
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    properties.setStartExpression(start)
    properties.setEndExpression(end)
    properties.setIsActive(True)


def play_years(layer: QgsVectorLayer, field: str = "year") -> None:
    """Show each row in the year that a field of whole numbers holds."""
    index = layer.fields().lookupField(field)
    if index >= 0 and layer.fields().at(index).isNumeric():
        year = QgsExpression.quotedColumnRef(field)
        play(layer, f"make_datetime({year},1,1,0,0,0)", end_of_year(year))


def end_of_year(year: str) -> str:
    """An expression for the last second of the year that an expression gives."""
    return f"make_datetime({year},12,31,23,59,59)"
