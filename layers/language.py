"""The plugin's texts in the language of QGIS."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

from ..measures.texts import speak, spoken
from .paths import HELP

CONTEXT, REPORT = "megaregion", "report"
_FOLDER = Path(__file__).resolve().parent.parent / "i18n"
_TRADITIONAL = ("hant", "tw", "hk", "mo")


def use_language_of_qgis() -> None:
    """Speak the language that QGIS speaks, English where the plugin does not know it."""
    speak_language(_locale_of_qgis())


def speaks_chinese() -> bool:
    """Whether QGIS speaks simplified Chinese."""
    return _is_chinese(_locale_of_qgis())


def help_page(name: str) -> Path | None:
    """A page of the help in the language of QGIS; None where it was not made.

    Args:
        name: of the page, from the folder of the help on.
    """
    folder = HELP / "zh" if speaks_chinese() else HELP
    page = folder / name
    return page if page.exists() else None


def _locale_of_qgis() -> str:
    """What the desktop is translated to, `--lang` included; else the locale of the settings."""
    application = QgsApplication.instance()
    if application is None:
        return "en"
    return str(application.translation() or application.locale())


def _is_chinese(locale: str) -> bool:
    parts = locale.replace("-", "_").lower().split("_")
    return parts[0] == "zh" and not any(part in _TRADITIONAL for part in parts)


def speak_language(locale: str) -> None:
    """Speak the language of a locale such as `zh_CN` or `en`."""
    if not _is_chinese(locale):
        speak(None)
        return
    speak(_chinese())


def in_chinese() -> AbstractContextManager[None]:
    """Chinese for the time of a block, whatever QGIS speaks."""
    return spoken(_chinese())


def _chinese() -> Callable[[str], str]:
    translated = chinese_of(CONTEXT)
    return lambda text: translated(text) or text


def chinese_of(context: str) -> Callable[[str], str]:
    """What gives the Chinese of a text, blank where there is none.

    Args:
        context: `CONTEXT`, or `REPORT` for the planning report, whose language need not be QGIS's.
    """
    translator = QTranslator()
    translator.load(str(_FOLDER / "megaregion_zh_Hans.qm"))
    # As bytes: PyQt takes a text given as `str` for ASCII.
    return lambda text: str(translator.translate(context, text.encode()) or "")
