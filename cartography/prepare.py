"""How core and secondary cities are drawn."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from .palette import ROLE_COLOURS
from .styles import categorise

_WORDS = {"core": "Core city", "secondary": "Secondary city", "small": "Small city"}


def style_roles(layer: QgsVectorLayer) -> None:
    """One colour for each role, the same as in every chart."""
    categorise(
        layer,
        "mr_role",
        [(role, _WORDS[role], colour) for role, colour in ROLE_COLOURS.items()],
    )
