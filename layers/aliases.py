"""The list of renamed cities read from its file."""

from __future__ import annotations

import csv
from pathlib import Path

from ..measures.errors import InputError
from ..measures.prepare.names import written_key
from ..measures.texts import tr
from .paths import RESOURCES

ALIASES = RESOURCES / "city_aliases.csv"


def read_aliases(path: str | None = None) -> dict[str, str]:
    """Former name, as `written_key` gives it, to present name: the plugin's own and the user's.

    Args:
        path: the user's file, whose entries come before the plugin's own.

    Raises:
        InputError: the file cannot be read or lacks the columns `old` and `new`.
    """
    aliases = _read(ALIASES)
    if path:
        aliases.update(_read(Path(path)))
    return aliases


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            entries = [(row["old"] or "", row["new"] or "") for row in csv.DictReader(stream)]
    except (OSError, UnicodeError, KeyError, csv.Error):
        raise InputError(
            tr(
                "The list of renamed cities '{path}' cannot be read: it must be a CSV file "
                "in UTF-8 with the columns 'old' and 'new', like '{aliases}'."
            ).format(path=path, aliases=ALIASES)
        ) from None
    return {written_key(old): new for old, new in entries if old.strip() and new.strip()}
