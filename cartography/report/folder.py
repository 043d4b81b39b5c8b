"""The folder of a report: filled apart, it takes its place only when it is complete.

What an earlier report wrote there stands in its `method.json` (`files`, `tables`). Only that is
ever replaced: maps, charts and tables that users keep beside it stay.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from qgis.PyQt.QtCore import QCoreApplication, QDir, QEvent, QLockFile, QTemporaryDir

from ...measures.errors import InputError
from ...measures.texts import tr
from .package import begin_package, foreign_tables

PACKAGE, RECORD = "results.gpkg", "method.json"
_ALWAYS = (PACKAGE, RECORD, "report.html", "report.pdf", "project.qgz")
_MOVED = "new.json"  # beside the files moved aside: what is moved in


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
        self._clear_dead_runs()
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
        for name in (*self.own_files, PACKAGE):
            _probe(self.path / name)

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
            # A sibling, so that relative paths in the project stay right after moving. Not by
            # mkdtemp, whose folders, and on Windows what is made in them, are closed to others.
            made = self.path.with_name(f".{self.path.name}-{secrets.token_hex(4)}")
            lock = _lock_of(made)
            lock.tryLock(0)
            made.mkdir()
        except OSError as error:
            raise InputError(
                tr(
                    "The folder '{path}' cannot be made ({strerror}): choose another FOLDER."
                ).format(path=self.path, strerror=error.strerror)
            ) from None
        try:
            begin_package(self.path / PACKAGE, made / PACKAGE, self.own_tables)
            yield made
            # Layers that were removed wait for Qt, and on Windows open files cannot be moved.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._take_place(made)
        except OSError as error:
            raise InputError(
                tr(
                    "The report cannot be written to '{path}' ({value}): close what is open "
                    "there or choose another FOLDER."
                ).format(path=self.path, value=error.strerror or error)
            ) from None
        finally:
            _remove(made)
            if not existed:
                _remove_empty(self.path)
            lock.unlock()

    def _refuse_foreign(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.own_files and (self.path / name).exists():
                raise InputError(
                    tr(
                        "'{value}' was not made by an earlier report: move it away or choose "
                        "another FOLDER."
                    ).format(value=self.path / name)
                )

    def _take_place(self, made: Path) -> None:
        """Move the earlier report aside, then the new one in; all of it, or nothing."""
        new = _files(made)
        self._refuse_foreign(name for name in new if name != PACKAGE)
        replaced = [n for n in sorted({*new, *self.own_files}) if (self.path / n).is_file()]
        for name in replaced:
            _probe(self.path / name)
        aside = _aside(made)
        aside.mkdir()
        (aside / _MOVED).write_text(json.dumps(new), encoding="utf-8")
        try:
            for name in replaced:
                _move(self.path / name, aside / name)
            for name in new:
                _move(made / name, self.path / name)
            (aside / _MOVED).unlink()  # from here on nothing is given back
        except OSError:
            _give_back(made, self.path)
            raise

    def _clear_dead_runs(self) -> None:
        """Take away what killed runs have left, and give back what they had moved aside."""
        for file in self.path.parent.glob(f".{_escaped(self.path.name)}-*.lock"):
            made = file.with_suffix("")
            lock = _lock_of(made)
            if lock.tryLock(0):  # its process is dead
                _give_back(made, self.path)
                _remove(made)
                lock.unlock()


def _give_back(made: Path, folder: Path) -> None:
    """Undo a move that was broken off: the new files away, the earlier report's back."""
    aside = _aside(made)
    try:
        new = json.loads((aside / _MOVED).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # nothing was moved yet
        return
    for name in new:
        if _is_own_place(name) and not (made / name).exists():
            (folder / name).unlink(missing_ok=True)
    for name in _files(aside):
        if name != _MOVED:
            _move(aside / name, folder / name)


def _files(folder: Path) -> list[str]:
    """The files in a folder and below, as paths relative to it."""
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


def _aside(made: Path) -> Path:
    return made.with_name(f"{made.name}.old")


def _remove(made: Path) -> None:
    shutil.rmtree(made, ignore_errors=True)
    shutil.rmtree(_aside(made), ignore_errors=True)


def _remove_empty(folder: Path) -> None:
    """Remove a folder of a report that did not come about, as far as nothing is in it."""
    for path in (folder / "maps", folder / "charts", folder):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)


def _probe(path: Path) -> None:
    """Find out whether a file can be replaced, without changing anything.

    Raises:
        InputError: another program holds it open (on Windows), or it may not be written.
    """
    if not path.is_file():
        return
    try:
        os.replace(path, path)
        path.open("r+b").close()
    except OSError:
        raise InputError(
            tr(
                "'{path}' cannot be replaced: close it where it is open (perhaps in this QGIS), "
                "or choose another FOLDER."
            ).format(path=path)
        ) from None


def _lock_of(made: Path) -> QLockFile:
    lock = QLockFile(str(made.with_name(f"{made.name}.lock")))
    lock.setStaleLockTime(0)  # only the death of its process ends it
    return lock


def _nearest(path: Path) -> Path:
    """The folder itself or the first above it that is there."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


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
