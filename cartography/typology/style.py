"""How city types are drawn."""

from __future__ import annotations

from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsVectorLayer

from ...layers.portable import written_field
from ...measures.texts import tr
from ...measures.words import shown
from ..palette import NO_DATA
from ..styles import has_geometry, symbol
from .symbols import type_symbol


def style_types(layer: QgsVectorLayer) -> None:
    """One symbol for each type; the legend gives its number, name and number of cities."""
    if not has_geometry(layer):
        return
    number_field = written_field(layer, "mr_type")
    name_field = written_field(layer, "mr_type_name")
    names: dict[int, str] = {}
    counts: dict[int, int] = {}
    blanks = 0
    for feature in layer.getFeatures():
        number = feature[number_field]
        if number == NULL:
            blanks += 1
            continue
        names[number] = feature[name_field]
        counts[number] = counts.get(number, 0) + 1
    entries = [
        QgsRendererCategory(
            number,
            type_symbol(layer, number),
            f"{number} {shown(names[number])} ({_cities(count)})",
        )
        for number, count in sorted(counts.items())
    ]
    if blanks:
        entries.append(
            QgsRendererCategory(NULL, symbol(layer, NO_DATA), f"{tr('Not assigned')} ({blanks})")
        )
    layer.setRenderer(QgsCategorizedSymbolRenderer(number_field, entries))
    layer.triggerRepaint()


def _cities(count: int) -> str:
    return tr("1 city") if count == 1 else tr("{count} cities").format(count=count)
