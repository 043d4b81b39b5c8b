"""How core and secondary cities are drawn."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..measures.texts import tr
from .palette import ROLE_COLOURS
from .styles import categorise


def style_roles(layer: QgsVectorLayer) -> None:
    """One colour for each role, the same as in every chart."""
    words = {
        "core": tr("Core city"),
        "secondary": tr("Secondary city"),
        "small": tr("Small city"),
    }
    categorise(
        layer,
        "mr_role",
        [(role, words[role], colour) for role, colour in ROLE_COLOURS.items()],
    )
