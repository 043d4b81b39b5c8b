"""The strongest flows of each mega-region, which one scale for all would hide."""

from __future__ import annotations

import heapq

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsLineSymbol,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ....layers.fields import as_text
from ....layers.outputs import as_value, fields_of
from ...relations.flows import RELATION_COLOURS, RELATION_WORDS
from ..results import Results
from ..wishes import REGION, Wishes

DRAWN = 15  # of each mega-region
_WIDEST, _WIDEST_ON_PAGES = 0.9, 1.6  # millimetres
_ON_PAGES = "#3B0F70"  # on the pages of the mega-regions, where the cities have the colours


def write_flow_regions(results: Results, node_field: str) -> None:
    """The field `mr_region` in the layer `flows`: the mega-region of both ends, NULL between two.

    Args:
        results: with the layers `flows` and `cities`.
        node_field: of the cities, by which the flows call them.
    """
    if "flows" not in results.names:
        return
    region_of = {as_text(row[node_field]): row[REGION] for row in results.rows("cities")}
    layer = results.layer("flows")
    provider = layer.dataProvider()
    provider.addAttributes(fields_of([(REGION, str)]))
    layer.updateFields()
    place = layer.fields().lookupField(REGION)
    changed = {}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in layer.getFeatures(request):
        ends = {region_of.get(as_text(feature[name])) for name in ("from", "to")}
        changed[feature.id()] = {place: as_value(ends.pop() if len(ends) == 1 else None)}
    provider.changeAttributeValues(changed)
    results.forget("flows")


def _scales(results: Results) -> dict[str, tuple[float, float]]:
    """Mega-region to the weakest flow that is drawn and the strongest."""
    values: dict[str, list[float]] = {}
    for row in results.rows("flows"):
        if row[REGION] is not None and row["value"]:
            values.setdefault(row[REGION], []).append(row["value"])
    drawn = {region: heapq.nlargest(DRAWN, found) for region, found in values.items()}
    return {region: (found[-1], found[0]) for region, found in drawn.items()}


def style_strongest(layer: QgsVectorLayer, results: Results, wishes: Wishes) -> None:
    """The strongest flows of each mega-region, coloured by relation."""
    scales = _scales(results)
    if not scales:
        return
    root = QgsRuleBasedRenderer.Rule(None)
    shown = QgsRuleBasedRenderer.Rule(None)
    shown.setFilterExpression(f'"value" >= {_map(scales, 0)}')
    phrases = wishes.phrases
    shown.setLabel(
        phrases(
            "The {count} strongest flows of each mega-region (width by square root of value, the "
            "widest its largest flow)",
            count=DRAWN,
        )
    )
    for relation, colour in RELATION_COLOURS.items():
        if any(row["relation"] == relation and row[REGION] for row in results.rows("flows")):
            rule = QgsRuleBasedRenderer.Rule(_line(colour, scales, _WIDEST))
            rule.setFilterExpression(f'"relation" = {QgsExpression.quotedString(relation)}')
            rule.setLabel(phrases(RELATION_WORDS[relation]))
            shown.appendChild(rule)
    root.appendChild(shown)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def style_on_pages(layer: QgsVectorLayer, results: Results, wishes: Wishes, here: str) -> None:
    """The strongest flows of the page's mega-region, in one colour.

    Args:
        layer: the flows.
        results: the same as a table.
        wishes: the report's settings.
        here: an expression of the page's mega-region.
    """
    scales = _scales(results)
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(_line(_ON_PAGES, scales, _WIDEST_ON_PAGES))
    rule.setFilterExpression(f'"{REGION}" = {here} AND "value" >= {_map(scales, 0)}')
    words = "The {count} strongest modelled flows"
    words = words if wishes.flows_modelled else "The {count} strongest flows"
    rule.setLabel(wishes.phrases(words, count=DRAWN))
    root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _map(scales: dict[str, tuple[float, float]], which: int) -> str:
    """An expression of a region's weakest (0) or strongest (1) flow that is drawn."""
    pairs = ", ".join(
        f"{QgsExpression.quotedString(region)}, {ends[which]!r}" for region, ends in scales.items()
    )
    return f'map_get(map({pairs}), "{REGION}")'


def _line(colour: str, scales: dict[str, tuple[float, float]], widest: float) -> QgsLineSymbol:
    """A line as wide as its flow beside the way back."""
    line = QgsLineSymbol.createSimple({"line_color": colour, "capstyle": "flat"})
    width = f'{widest} * sqrt("value" / {_map(scales, 1)})'
    layer = line.symbolLayer(0)
    layer.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(width)
    )
    layer.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyOffset, QgsProperty.fromExpression(f"({width}) / 2")
    )
    return line
