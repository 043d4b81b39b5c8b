"""How flows between cities are drawn."""

from __future__ import annotations

import heapq

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...layers.portable import written_field
from ...layers.relations.flows import plain_number
from ...measures.relations.flows import (
    BETWEEN_REGIONS,
    CORE_CORE,
    CORE_SECONDARY,
    SECONDARY_SECONDARY,
)
from ..palette import CORE, NO_DATA, SECONDARY, UNEVENNESS_SEQUENCE
from ..styles import graduate

DRAWN = 500  # more lines hide each other on a page
_MOST_DRAWN = 750  # with flows as strong as the last one
_WIDEST = 2.4  # millimetres
_OPACITY = 0.85
# From end to end through a point to the right of the middle, by a fifth of the way, and smoothed
# (Chaikin); straight between the ends where they lie in one place.
_CURVE = """with_variable('a', start_point($geometry), with_variable('b', end_point($geometry),
smooth(make_line(@a, make_point(
  (x(@a) + x(@b)) / 2 + (y(@b) - y(@a)) / 5,
  (y(@a) + y(@b)) / 2 - (x(@b) - x(@a)) / 5), @b), 3)))"""

RELATION_COLOURS = {
    CORE_CORE: CORE,
    CORE_SECONDARY: "#009E73",
    SECONDARY_SECONDARY: SECONDARY,
    BETWEEN_REGIONS: "#7A7A7A",
}
RELATION_WORDS = {
    CORE_CORE: "Core to core",
    CORE_SECONDARY: "Core and secondary",
    SECONDARY_SECONDARY: "Secondary to secondary",
    BETWEEN_REGIONS: "Between regions",
}


def style_flows(layer: QgsVectorLayer) -> None:
    """Draw the strongest flows, wide by value and coloured by relation; the rest can be ticked.

    Both directions of a link are curves side by side, each bowed to the right of its way. The
    legend says how many flows are drawn and what the width means.
    """
    counts: dict[str | None, int] = {}
    flows = []
    for feature in layer.getFeatures(
        QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    ):
        relation = None if feature["relation"] == NULL else feature["relation"]
        flows.append((feature["value"], relation))
    if not flows:
        return
    strongest = heapq.nlargest(DRAWN, (value for value, _ in flows))
    largest, least = strongest[0], strongest[-1]
    # Flows as strong as the last one drawn are drawn too, since a filter cannot tell them apart;
    # where these are many, as flows counted in ones are, only the stronger ones are drawn.
    if sum(value >= least for value, _ in flows) > _MOST_DRAWN and largest > least:
        least = min(value for value in strongest if value > least)
    for value, relation in flows:
        if value >= least:
            counts[relation] = counts.get(relation, 0) + 1
    drawn, rest = sum(counts.values()), len(flows) - sum(counts.values())
    root = QgsRuleBasedRenderer.Rule(None)
    words = f"Strongest {drawn:,} of {len(flows):,} flows" if rest else f"All {drawn:,} flows"
    shown = QgsRuleBasedRenderer.Rule(None)
    shown.setFilterExpression(f'"value" >= {least!r}')
    shown.setLabel(f"{words} (width by square root of value, widest {plain_number(largest)})")
    for name, colour in RELATION_COLOURS.items():
        if name in counts:
            rule = QgsRuleBasedRenderer.Rule(_line(colour, largest))
            rule.setFilterExpression(f"\"relation\" = '{name}'")
            rule.setLabel(f"{RELATION_WORDS[name]} ({counts[name]:,})")
            shown.appendChild(rule)
    if None in counts:
        rule = QgsRuleBasedRenderer.Rule(_line("#C9B8A8", largest))
        rule.setFilterExpression('"relation" IS NULL')
        rule.setLabel(f"Without region or role ({counts[None]:,})")
        shown.appendChild(rule)
    root.appendChild(shown)
    if rest:
        weak = QgsRuleBasedRenderer.Rule(_line(NO_DATA, largest))
        weak.setFilterExpression(f'"value" < {least!r}')
        weak.setLabel(f"Weaker {rest:,} flows (tick to draw)")
        weak.setActive(False)
        root.appendChild(weak)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"value"', True)])
    )
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def style_flow_cities(layer: QgsVectorLayer) -> None:
    """Colour the cities by dominance."""
    graduate(layer, written_field(layer, "mr_dominance"), UNEVENNESS_SEQUENCE, 2)


def _line(colour: str, largest: float) -> QgsLineSymbol:
    """A curve as wide as its flow, bowed to the right of its way, beside the way back."""
    curve = QgsGeometryGeneratorSymbolLayer.create({"SymbolType": "Line"})
    curve.setGeometryExpression(_CURVE)
    line = QgsLineSymbol.createSimple({"line_color": colour, "capstyle": "round"})
    # By the square root: flows differ so much that most lines would else be hairlines.
    width = f'{_WIDEST} * sqrt("value" / {largest!r})'
    line.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(width)
    )
    line.setOpacity(_OPACITY)  # what lies below a line stays visible
    curve.setSubSymbol(line)
    # Not QgsLineSymbol([curve]): QGIS 3.22 crashes over who owns the layer.
    whole = QgsLineSymbol()
    whole.changeSymbolLayer(0, curve)
    return whole
