"""What is called otherwise in other versions of QGIS and Qt, told here once.

The old names work everywhere yet, but newer versions of QGIS write a line into the log at each use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import qgis.core
from qgis.core import Qgis, QgsException, QgsMapToPixelSimplifier
from qgis.PyQt.QtCore import QMetaType, QVariant
from qgis.PyQt.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from qgis.core import (
        QgsLayoutItemLabel,
        QgsLayoutItemLegend,
        QgsLegendStyle,
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsTextFormat,
    )

# Since 3.38 fields are of the types of Qt's own list, which earlier versions do not take.
_NEW_TYPES = Qgis.QGIS_VERSION_INT >= 33800
WHOLE = QMetaType.Type.Int if _NEW_TYPES else QVariant.Int
NUMBER = QMetaType.Type.Double if _NEW_TYPES else QVariant.Double
TEXT = QMetaType.Type.QString if _NEW_TYPES else QVariant.String

# What a database's connection raises is no QgsException in newer versions.
CONNECTION_ERRORS = (
    QgsException,
    getattr(qgis.core, "QgsProviderConnectionException", QgsException),
)


# How a line is thinned: an enum of its own that has moved to the class Qgis.
_THINNING: Any = getattr(
    Qgis,
    "VectorSimplificationAlgorithm",
    getattr(QgsMapToPixelSimplifier, "SimplifyAlgorithm", None),
)
VISVALINGAM = _THINNING.Visvalingam


def fields_given(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> list[str]:
    """The names of fields that a parameter holds."""
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
    return list(read(parameters, name, context))


def font_database() -> Any:
    """Where installed fonts are asked for; in Qt 6 all its methods are static."""
    try:
        return QFontDatabase()
    except TypeError:
        return QFontDatabase


def label_font(label: QgsLayoutItemLabel) -> QFont:
    """The letters of a label on a layout."""
    return label.textFormat().font() if hasattr(label, "textFormat") else label.font()


def set_label_font(label: QgsLayoutItemLabel, font: QFont) -> None:
    """Write a label on a layout in these letters."""
    if hasattr(label, "textFormat"):
        label.setTextFormat(_with_font(label.textFormat(), font))
    else:
        label.setFont(font)


def legend_font(legend: QgsLayoutItemLegend, part: QgsLegendStyle.Style) -> QFont:
    """The letters of a part of a legend."""
    style = legend.style(part)
    return style.textFormat().font() if hasattr(style, "textFormat") else style.font()


def set_legend_font(legend: QgsLayoutItemLegend, part: QgsLegendStyle.Style, font: QFont) -> None:
    """Write a part of a legend in these letters."""
    style = legend.style(part)
    if hasattr(style, "textFormat"):
        style.setTextFormat(_with_font(style.textFormat(), font))
    else:
        style.setFont(font)
    legend.setStyle(part, style)


def _with_font(form: QgsTextFormat, font: QFont) -> QgsTextFormat:
    form.setFont(font)
    form.setSize(font.pointSizeF())
    form.setSizeUnit(qgis.core.QgsUnitTypes.RenderUnit.RenderPoints)
    return form
