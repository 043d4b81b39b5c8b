"""How growth and complementarity of cities are drawn."""

from __future__ import annotations

from qgis.core import NULL, QgsExpression, QgsRuleBasedRenderer, QgsVectorLayer

from ...layers.portable import written_field
from ...measures.texts import tr
from ..palette import CORE, UNEVENNESS_SEQUENCE
from ..styles import categorise, graduate, has_geometry, symbol

# ColorBrewer RdBu (Brewer), safe for colour-blind readers.
_GROWTH = {"growing": "#2166AC", "stable": "#BDBDBD", "shrinking": "#B2182B"}


def style_growth(layer: QgsVectorLayer) -> None:
    """One colour each for growing, stable and shrinking cities."""
    words = {"growing": tr("Growing"), "stable": tr("Stable"), "shrinking": tr("Shrinking")}
    categorise(
        layer,
        written_field(layer, "mr_growth"),
        [(value, words[value], colour) for value, colour in _GROWTH.items()],
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
    column = QgsExpression.quotedColumnRef(written_field(layer, role_field))
    root = renderer.rootRule()
    names = field, written_field(layer, role_field)
    others = ((f[names[0]], f[names[1]]) for f in layer.getFeatures())
    is_blank = any(value == NULL and role != "core" for value, role in others)
    for place, rule in enumerate(root.children()):
        if rule.label() == tr("No data") and is_blank:
            rule.setFilterExpression(f"{rule.filterExpression()} AND {column} IS NOT 'core'")
        elif rule.label() == tr("No data"):
            root.takeChildAt(place)  # after removeChild, Python would write into memory set free
    core = QgsRuleBasedRenderer.Rule(symbol(layer, CORE))
    core.setFilterExpression(f"{column} = 'core'")
    core.setLabel(tr("Core city"))
    root.insertChild(0, core)
    layer.triggerRepaint()
