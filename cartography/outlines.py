"""Layers that only give the others their place: outlines of regions, land around them."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from .palette import CORE, NO_DATA, TEXT
from .styles import symbol


def style_region_outlines(layer: QgsVectorLayer) -> None:
    """Regions as a strong line without a fill."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": TEXT, "outline_width": "0.3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_background(layer: QgsVectorLayer) -> None:
    """Land around the regions, kept in the background."""
    symbol = QgsFillSymbol.createSimple(
        {"color": NO_DATA, "outline_color": "white", "outline_width": "0.3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_cores(layer: QgsVectorLayer) -> None:
    """The core cities alone, in their own colour."""
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(symbol(layer, CORE))
    rule.setFilterExpression("\"mr_role\" = 'core'")
    rule.setLabel("Core city")
    root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
