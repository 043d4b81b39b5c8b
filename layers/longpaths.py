"""Paths longer than Windows opens: QGIS, GDAL and SQLite fail on them, each with other words."""

from __future__ import annotations

import sys
from pathlib import Path

from ..measures.errors import InputError
from ..measures.texts import tr

# Signs as Windows counts them; None elsewhere, where names but not paths are bounded.
LONGEST = 259 if sys.platform == "win32" else None


def refuse_long(output: str, path: Path, below: int = 0) -> None:
    """Refuse a path that cannot be opened, before any work.

    Args:
        output: its name, for the message.
        path: a file or folder.
        below: signs that are hung on to it, for what is made in a folder.

    Raises:
        InputError: the path is too long for this system.
    """
    if LONGEST is None:
        return
    length = len(str(path.absolute()).encode("utf-16-le")) // 2
    if length + below > LONGEST:
        raise InputError(
            tr(
                "The path of {output} is too long for Windows ({count} signs, at most {value}): "
                "'{path}'. Choose a place nearer to the drive's root."
            ).format(output=output, count=length, value=LONGEST - below, path=path)
        )
