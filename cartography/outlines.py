"""Layers that only give the others their place: outlines of regions, land around them."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..measures.texts import tr
from .palette import NO_DATA, TEXT
from .styles import symbol

_SHORE = "#B4B4B4"


def style_region_outlines(layer: QgsVectorLayer) -> None:
    """Regions as a strong line without a fill."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": TEXT, "outline_width": "0.3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_background(layer: QgsVectorLayer) -> None:
    """Land around the regions, kept in the background.

    A white line would hide small islands, which a map of the South China Sea has to show.
    """
    symbol = QgsFillSymbol.createSimple(
        {"color": NO_DATA, "outline_color": _SHORE, "outline_width": "0.15"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_cores(layer: QgsVectorLayer) -> None:
    """The core cities alone, in a colour that no type has."""
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(symbol(layer, TEXT))
    rule.setFilterExpression("\"mr_role\" = 'core'")
    rule.setLabel(tr("Core city"))
    root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
