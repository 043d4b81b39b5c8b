"""Names and values written on maps."""

from __future__ import annotations

from qgis.core import (
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from .palette import FONT, TEXT


def label_layer(
    layer: QgsVectorLayer, expression: str, size: float = 7.0, *, bold: bool = False
) -> None:
    """Write the expression's value beside each feature, with a white halo so that it can be read.

    Args:
        layer: a vector layer with geometry.
        expression: a QGIS expression; features for which it is NULL get no label.
        size: of the letters in points.
        bold: whether the letters are bold.
    """
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    halo.setColor(QColor("white"))
    letters = QgsTextFormat()
    font = QFont(FONT)
    font.setBold(bold)
    letters.setFont(font)
    letters.setSize(size)
    letters.setColor(QColor(TEXT))
    letters.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(letters)
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
