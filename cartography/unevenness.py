"""How unevenness is drawn and reported."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer

from .html import Page
from .palette import UNEVENNESS_SEQUENCE
from .styles import graduate

_SHOWN = ["region", "indicator", "year", "cities", "cores", "missing", "core_share"]
_SHOWN += ["theil_between", "gini_between", "gini_du2025", "affluence", "p_value"]


def style_regions(layer: QgsVectorLayer) -> None:
    """Colour the regions by the Theil index of the first indicator's latest year."""
    fields = [name for name in layer.fields().names() if name.startswith("theil_")]
    if fields:
        stem = fields[0].rpartition("_")[0]
        graduate(layer, [f for f in fields if f.startswith(stem)][-1], UNEVENNESS_SEQUENCE)


def unevenness_page(rows: list[dict[str, Any]], permutations: int, seed: int) -> Page:
    """The report."""
    page = Page("Core-secondary unevenness")
    page.table(_SHOWN, [[row[name] for name in _SHOWN] for row in rows])
    return page
