"""How a spatial pattern is drawn."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...layers.portable import asked_fields
from ...measures.relations.pattern import (
    HIGH_HIGH,
    HIGH_LOW,
    LOW_HIGH,
    LOW_LOW,
    NOT_SIGNIFICANT,
)
from ...measures.texts import tr
from ..palette import SMALL
from ..styles import categorise

# ColorBrewer RdBu (Brewer), as maps of local Moran's I are drawn everywhere.
_PATTERNS: list[tuple[str, str, str]] = [
    (HIGH_HIGH, "High among high", "#CA0020"),
    (LOW_LOW, "Low among low", "#0571B0"),
    (HIGH_LOW, "High among low", "#F4A582"),
    (LOW_HIGH, "Low among high", "#92C5DE"),
    (NOT_SIGNIFICANT, "Not significant", SMALL),
]


def style_pattern(layer: QgsVectorLayer, field: str) -> None:
    """Colour the cities by their local pattern.

    Args:
        layer: the result of `spatialpattern`.
        field: the field asked for, `mr_lisa_<indicator>`.
    """
    written = asked_fields(layer).get(field)
    if written is not None:
        words = [(value, tr(text), colour) for value, text, colour in _PATTERNS]
        categorise(layer, written, words)
