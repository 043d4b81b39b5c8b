"""The folder of a report: filled apart, it takes its place only when it is complete.

What an earlier report wrote there stands in its `method.json` (`files`, `tables`). Only that is
ever replaced: maps, charts and tables that users keep beside it stay.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from qgis.PyQt.QtCore import QDir, QTemporaryDir

from ...layers.diskerrors import reason
from ...layers.longpaths import refuse_long
from ...layers.replacing import Replacing, check_replaceable, new_files
from ...measures.errors import InputError
from ...measures.texts import tr
from . import filenames
from .package import begin_package, foreign_tables, merge_journal

PACKAGE, RECORD = "results.gpkg", "method.json"
# Signs that the longest path has more than the folder's: a map's while it is replaced, with the
# cut name of its mega-region.
_BELOW = len(".-01234567.old/maps/region_001_.png") + filenames.LONGEST
_ALWAYS = (PACKAGE, RECORD, "report.html", "report.pdf", "project.qgz")


class ReportFolder:
    """Where a report goes.

    What runs that were killed have left there is cleared first.

    Attributes:
        path: the folder.
        own_files: what an earlier report wrote, as paths relative to the folder.
        own_tables: its tables in `results.gpkg`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # In a sibling, so that relative paths in the project stay right after moving.
        self._replacing = Replacing(path, path.parent, path.name, _is_own_place)
        record = _read_record(path / RECORD)
        self.own_files = {name for name in _texts(record, "files") if _is_own_place(name)}
        self.own_tables = set(_texts(record, "tables"))

    def check(self, tables: Iterable[str]) -> None:
        """Refuse, before any work, a folder that cannot take the report.

        Args:
            tables: that a report may write to `results.gpkg`.

        Raises:
            InputError: the folder cannot be made, or files are in the way or open.
        """
        refuse_long("FOLDER", self.path, _BELOW)
        if self.path.exists() and not self.path.is_dir():
            raise InputError(
                tr("FOLDER '{path}' is a file: choose a folder.").format(path=self.path)
            )
        # Without a temporary folder QGIS writes projects into another one, or not at all.
        if not QDir.tempPath() or not QTemporaryDir().isValid():
            raise InputError(
                tr(
                    "The folder for temporary files, which QGIS needs, is missing or cannot be "
                    "written to: set TMPDIR (on Windows TEMP) to another one and start QGIS "
                    "again."
                )
            )
        for folder in (_nearest(self.path), _nearest(self.path.parent)):
            if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
                raise InputError(
                    tr(
                        "FOLDER '{path}' cannot be made, because '{folder}' cannot be written "
                        "to: choose another FOLDER."
                    ).format(path=self.path, folder=folder)
                )
        self._refuse_foreign(name for name in _ALWAYS if name != PACKAGE)
        package = self.path / PACKAGE
        if package.exists():
            theirs = sorted(set(tables) & foreign_tables(package, self.own_tables))
            if theirs:
                raise InputError(
                    tr(
                        "'{package}' has a table '{value}' that no report made: rename it or "
                        "choose another FOLDER."
                    ).format(package=package, value=theirs[0])
                )
        check_replaceable(self.path / name for name in (*self.own_files, PACKAGE))

    @contextmanager
    def complete_or_nothing(self) -> Iterator[Path]:
        """A folder to fill; its files take their place in the report's when no error is raised.

        Tables of the user's in `results.gpkg` are there already.

        Raises:
            InputError: the folder cannot be made, or a file cannot be replaced; the earlier report
                is then whole again.
        """
        existed = self.path.exists()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._replacing.made_aside() as made:
                begin_package(self.path / PACKAGE, made / PACKAGE, self.own_tables)
                yield made
                if (made / PACKAGE).exists():
                    merge_journal(made / PACKAGE)
                self._refuse_foreign(name for name in new_files(made) if name != PACKAGE)
                self._replacing.take_place(made, self.own_files)
        except (OSError, sqlite3.Error) as error:
            raise InputError(
                tr(
                    "The report cannot be written to '{path}' ({value}): close what is open "
                    "there or choose another FOLDER."
                ).format(path=self.path, value=reason(error))
            ) from None
        finally:
            if not existed:
                _remove_empty(self.path)

    def _refuse_foreign(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.own_files and (self.path / name).exists():
                raise InputError(
                    tr(
                        "'{value}' was not made by an earlier report: move it away or choose "
                        "another FOLDER."
                    ).format(value=self.path / name)
                )


def _remove_empty(folder: Path) -> None:
    """Remove a folder of a report that did not come about, as far as nothing is in it."""
    for path in (folder / "maps", folder / "charts", folder):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _nearest(path: Path) -> Path:
    """The folder itself or the first above it that is there."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _is_own_place(name: str) -> bool:
    """Whether a report writes files of this name; the record is only a file, and may lie."""
    path = PurePosixPath(name)
    if "\\" in name or ":" in name:
        return False
    in_folder = {"maps": ".png", "charts": ".svg"}
    return name in _ALWAYS or (
        len(path.parts) == 2
        and in_folder.get(path.parts[0]) == path.suffix
        and path.parts[1] not in (".", "..")
    )


def _read_record(path: Path) -> dict:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _texts(record: dict, name: str) -> list[str]:
    value = record.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
