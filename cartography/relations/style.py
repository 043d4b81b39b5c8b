"""How growth and complementarity of cities are drawn."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsRuleBasedRenderer, QgsVectorLayer

from ...layers.portable import written_field
from ..palette import CORE, UNEVENNESS_SEQUENCE
from ..styles import categorise, graduate, has_geometry, symbol

# ColorBrewer RdBu (Brewer), safe for colour-blind readers.
_GROWTH = {
    "growing": ("Growing", "#2166AC"),
    "stable": ("Stable", "#BDBDBD"),
    "shrinking": ("Shrinking", "#B2182B"),
}


def style_growth(layer: QgsVectorLayer) -> None:
    """One colour each for growing, stable and shrinking cities."""
    categorise(
        layer,
        written_field(layer, "mr_growth"),
        [(value, words, colour) for value, (words, colour) in _GROWTH.items()],
    )


def style_complementarity(layer: QgsVectorLayer, role_field: str) -> None:
    """Secondary cities the darker, the less they are like the cores; cores in their own colour."""
    field = written_field(layer, "mr_complementarity")
    graduate(layer, field, UNEVENNESS_SEQUENCE, decimals=2)
    if not has_geometry(layer):
        return
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):  # every row has a value, so none is a core
        return
    role = QgsExpression.quotedColumnRef(written_field(layer, role_field))
    root = renderer.rootRule()
    for rule in root.children():
        if rule.label() == "No data":
            rule.setFilterExpression(f"{rule.filterExpression()} AND {role} IS NOT 'core'")
    core = QgsRuleBasedRenderer.Rule(symbol(layer, CORE))
    core.setFilterExpression(f"{role} = 'core'")
    core.setLabel("Core city")
    root.insertChild(0, core)
    layer.triggerRepaint()
