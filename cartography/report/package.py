"""The results' GeoPackage of a folder that may hold tables of the user's too."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from osgeo import ogr

from ...measures.errors import InputError
from ...measures.texts import tr

_OF_FORMAT = ("gpkg_", "rtree_", "sqlite_")


def _connect(path: Path) -> closing[sqlite3.Connection]:
    # One that may not write leaves SQLite's side files behind, where others have made some.
    return closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True))


def merge_journal(path: Path) -> None:
    """Put all that was written into the file itself, so that it can be moved alone.

    Raises:
        OSError: a program that has it open is not done with it.
        sqlite3.Error: it cannot be written, or is no database.
    """
    with _connect(path) as database:
        (busy, *_) = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise OSError(f"'{path.name}' is still open")
        with suppress(sqlite3.OperationalError):  # open elsewhere: an empty journal stays beside it
            database.execute("PRAGMA journal_mode = DELETE")


def foreign_tables(path: Path, own: Collection[str]) -> set[str]:
    """The tables and views that no report made.

    Raises:
        InputError: the file is no GeoPackage.
    """
    try:
        with _connect(path) as database:
            rows = database.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            ).fetchall()
    except sqlite3.Error:
        rows = []
    names = {name for (name,) in rows}
    if "gpkg_contents" not in names:
        raise InputError(
            tr("'{path}' is no GeoPackage: move it away or choose another FOLDER.").format(
                path=path
            )
        )
    return {name for name in names if not name.startswith(_OF_FORMAT)} - set(own)


def begin_package(earlier: Path, new: Path, own: Collection[str]) -> None:
    """Start the new GeoPackage with the user's tables of the earlier one, where it has some.

    Args:
        earlier: the file in the report's folder, which may be absent.
        new: where the new one is made; nothing is written where there is nothing to keep.
        own: tables that an earlier report made, which are not kept.
    """
    if not earlier.exists() or not foreign_tables(earlier, own):
        return
    # A copy by SQLite has what another program has written but not yet merged into the file.
    with _connect(earlier) as source, closing(sqlite3.connect(new)) as copy:
        source.backup(copy)
    merge_journal(new)
    data = ogr.Open(str(new), 1)
    if data is None:
        raise InputError(
            tr("'{earlier}' cannot be copied: move it away or choose another FOLDER.").format(
                earlier=earlier
            )
        )
    for number in reversed(range(data.GetLayerCount())):
        if data.GetLayer(number).GetName() in own:
            data.DeleteLayer(number)
    data = None  # closes it
