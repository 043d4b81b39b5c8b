"""How sector differences to the core are drawn."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    NULL,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ...measures.typology.names import plain_names
from ..palette import NO_DATA
from ..styles import has_geometry, symbol

# ColorBrewer PuOr (Brewer), safe for colour-blind readers: orange below the core, purple above.
_DIVERGING = ["#B35806", "#F1A340", "#FEE0B6", "#D8DAEB", "#998EC3", "#542788"]


def style_differences(layer: QgsVectorLayer) -> None:
    """Colour the cities by the sector in which they differ most, from below to above the core."""
    fields = [name for name in layer.fields().names() if name.startswith("d_")]
    if not has_geometry(layer) or not fields:
        return
    columns = {name: [feature[name] for feature in layer.getFeatures()] for name in fields}
    known = {
        name: np.array([float(value) for value in values if value != NULL])
        for name, values in columns.items()
    }
    known = {name: values for name, values in known.items() if len(values)}
    if not known:
        return
    field = max(known, key=lambda name: float(known[name].std()))
    sector = dict(zip(fields, plain_names(fields)))[field]
    most = float(np.abs(known[field]).max()) or 0.01
    step = _round_up(most / 3)
    ranges = []
    for number, colour in enumerate(_DIVERGING):
        low, high = (number - 3) * step, (number - 2) * step
        label = f"{sector}: {100 * low:+.3g} to {100 * high:+.3g} percentage points"
        ranges.append(QgsRendererRange(low, high, symbol(layer, colour), label))
    renderer = QgsGraduatedSymbolRenderer(field, ranges)
    blanks = sum(value == NULL for value in columns[field])
    if blanks:
        renderer = QgsRuleBasedRenderer.convertFromRenderer(renderer)
        blank = QgsRuleBasedRenderer.Rule(symbol(layer, NO_DATA))
        blank.setFilterExpression(f'"{field}" IS NULL')
        blank.setLabel(f"Not compared ({blanks})")
        renderer.rootRule().appendChild(blank)
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def _round_up(width: float) -> float:
    """The next of 1, 2, 5 times a power of ten, so that the legend has plain numbers."""
    power = 10.0 ** np.floor(np.log10(width))
    return float(next(power * step for step in (1, 2, 5, 10) if power * step >= width * (1 - 1e-9)))
