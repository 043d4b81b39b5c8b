"""Fonts for the report's language."""

from __future__ import annotations

import re

from qgis.PyQt.QtGui import QFontDatabase

from ....layers.compat import font_database
from ...fonts import CHINESE_FONTS
from ...palette import FONT

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def chinese_font() -> str | None:
    """An installed font with Chinese letters, the best known first."""
    database = font_database()
    families = set(database.families())
    for name in CHINESE_FONTS:
        if name in families:
            return name
    others = database.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return others[0] if others else None


def report_font(chinese: bool) -> str:
    """The family of the report's text."""
    return (chinese_font() if chinese else None) or FONT


def missing_font(chinese: bool, texts: list[str]) -> str | None:
    """One sentence where Chinese text has to be written and no font can; else None."""
    needed = chinese or any(_IDEOGRAPH.search(text) for text in texts)
    if not needed or chinese_font() is not None:
        return None
    return (
        "No font with Chinese letters is installed, so that they appear as boxes: install Noto "
        "Sans CJK SC (on Debian and Ubuntu: sudo apt install fonts-noto-cjk or fonts-wqy-microhei) "
        "and make the report again."
    )
