"""How flows between cities are drawn."""

from __future__ import annotations

import heapq

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsLineSymbol,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...measures.relations.flows import (
    BETWEEN_REGIONS,
    CORE_CORE,
    CORE_SECONDARY,
    SECONDARY_SECONDARY,
)
from ..palette import CORE, NO_DATA, SECONDARY, UNEVENNESS_SEQUENCE
from ..styles import graduate

DRAWN = 500  # more lines hide each other on a page
_WIDEST = 2.4  # millimetres

RELATION_COLOURS = {
    CORE_CORE: CORE,
    CORE_SECONDARY: "#009E73",
    SECONDARY_SECONDARY: SECONDARY,
    BETWEEN_REGIONS: "#7A7A7A",
}
_WORDS = {
    CORE_CORE: "Core to core",
    CORE_SECONDARY: "Core and secondary",
    SECONDARY_SECONDARY: "Secondary to secondary",
    BETWEEN_REGIONS: "Between regions",
}


def style_flows(layer: QgsVectorLayer) -> None:
    """Draw the strongest flows, wide by value and coloured by relation; the rest can be ticked.

    Both directions of a link lie side by side, each to the right of its way. The legend says how
    many flows are drawn and what the width means.
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
    strongest = heapq.nlargest(DRAWN, flows, key=lambda flow: flow[0])
    largest, least = strongest[0][0], strongest[-1][0]
    # Flows as strong as the last one drawn are drawn too: a filter cannot tell them apart.
    for value, relation in flows:
        if value >= least:
            counts[relation] = counts.get(relation, 0) + 1
    drawn, rest = sum(counts.values()), len(flows) - sum(counts.values())
    root = QgsRuleBasedRenderer.Rule(None)
    words = f"Strongest {drawn:,} of {len(flows):,} flows" if rest else f"All {drawn:,} flows"
    shown = QgsRuleBasedRenderer.Rule(None)
    shown.setFilterExpression(f'"value" >= {least!r}')
    shown.setLabel(f"{words} (width by square root of value, widest {largest:,.4g})")
    for name, colour in RELATION_COLOURS.items():
        if name in counts:
            rule = QgsRuleBasedRenderer.Rule(_line(colour, largest))
            rule.setFilterExpression(f"\"relation\" = '{name}'")
            rule.setLabel(f"{_WORDS[name]} ({counts[name]:,})")
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
    graduate(layer, "mr_dominance", UNEVENNESS_SEQUENCE, 2)


def _line(colour: str, largest: float) -> QgsLineSymbol:
    """A line as wide as its flow, beside the way back."""
    line = QgsLineSymbol.createSimple({"line_color": colour, "capstyle": "flat"})
    # By the square root: flows differ so much that most lines would else be hairlines.
    width = f'{_WIDEST} * sqrt("value" / {largest!r})'
    layer = line.symbolLayer(0)
    layer.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(width)
    )
    layer.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyOffset, QgsProperty.fromExpression(f"({width}) / 2")
    )
    return line
