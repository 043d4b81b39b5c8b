"""Files made aside that take the places of earlier ones together: all of them, or none.

A folder to fill is made beside the places, `.<name>-<token>`; files that are replaced are moved to
`.<name>-<token>.old` meanwhile, with a note of what is moved in, and `.<name>-<token>.lock` says
that the run lives. What runs that were killed have left is cleared by the next one.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLockFile

from ..measures.errors import InputError
from ..measures.texts import tr
from .diskerrors import reason

_MOVED = "new.json"  # beside the files moved aside: what is moved in
# Files of SQLite beside a database: with a new one in its place they would change that.
_JOURNALS = ("-wal", "-shm", "-journal")


class Replacing:
    """Where files are made, and how they come into their folder.

    Attributes:
        folder: where the files go.
    """

    def __init__(
        self, folder: Path, beside: Path, name: str, is_own: Callable[[str], bool]
    ) -> None:
        """Clear what killed runs have left.

        Args:
            folder: where the files go; it need not be there.
            beside: the folder in which they are made, on the same disk.
            name: of the folders that are made there, after a dot.
            is_own: whether a file of this name, relative to `folder`, may be made by such a run;
                notes of killed runs are only files, and may lie.
        """
        self.folder = folder
        self._beside = beside
        self._name = name
        self._is_own = is_own
        self._clear_dead_runs()

    @contextmanager
    def made_aside(self) -> Iterator[Path]:
        """The folder to fill, taken away at the end.

        Raises:
            OSError: it cannot be made.
        """
        # Not by mkdtemp, whose folders, and on Windows what is made in them, are closed to others.
        made = self._beside / f".{self._name}-{secrets.token_hex(4)}"
        lock = _lock_of(made)
        lock.tryLock(0)
        try:
            made.mkdir()
            yield made
        finally:
            if _removed(made):
                lock.unlock()

    def take_place(self, made: Path, obsolete: Iterable[str] = ()) -> None:
        """Move what is replaced aside, then the new files in; all of it, or nothing.

        Args:
            made: the folder filled.
            obsolete: names of other files that the new ones replace.

        Raises:
            InputError: a file cannot be replaced; nothing was moved. Or what was moved cannot be
                given back; it stays aside, for the next run.
            OSError: a move failed; what was there is back.
        """
        # Layers that were removed wait for Qt, and on Windows open files cannot be moved.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        new = new_files(made)
        places = {*new, *obsolete}
        places |= {name + ending for name in places for ending in _JOURNALS}
        replaced = [name for name in sorted(places) if (self.folder / name).is_file()]
        check_replaceable(self.folder / name for name in replaced)
        aside = _aside(made)
        aside.mkdir()
        (aside / _MOVED).write_text(json.dumps(new), encoding="utf-8")
        try:
            for name in replaced:
                _move(self.folder / name, aside / name)
            for name in new:
                _move(made / name, self.folder / name)
            (aside / _MOVED).unlink()  # from here on nothing is given back
        except OSError:
            self._give_back(made)
            raise

    def _clear_dead_runs(self) -> None:
        """Take away what killed runs have left, and give back what they had moved aside."""
        for file in self._beside.glob(f".{_escaped(self._name)}-*.lock"):
            made = file.with_suffix("")
            lock = _lock_of(made)
            if lock.tryLock(0):  # its process is dead
                self._give_back(made)
                if _removed(made):
                    lock.unlock()

    def _give_back(self, made: Path) -> None:
        """Undo a move that was broken off: the new files away, the earlier ones back.

        Raises:
            InputError: names where the earlier ones are, which cannot be moved.
        """
        aside = _aside(made)
        try:
            new = json.loads((aside / _MOVED).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):  # nothing was moved yet
            return
        try:
            for name in new:
                if self._is_own(name) and not (made / name).exists():
                    (self.folder / name).unlink(missing_ok=True)
            for name in _files(aside):
                if name != _MOVED:
                    _move(aside / name, self.folder / name)
        except OSError as error:
            raise InputError(
                tr(
                    "Earlier files of '{folder}' are in '{aside}' and cannot be moved back "
                    "({strerror}): close what is open there and run this again, or move them by "
                    "hand."
                ).format(folder=self.folder, aside=aside, strerror=reason(error))
            ) from None


def check_replaceable(paths: Iterable[Path]) -> None:
    """Find out whether files can be replaced, without changing anything.

    Raises:
        InputError: another program holds one open (on Windows), or it may not be written.
    """
    for path in paths:
        if not path.is_file():
            continue
        try:
            os.replace(path, path)
            path.open("r+b").close()
        except OSError:
            raise InputError(
                tr(
                    "'{path}' cannot be replaced: close it where it is open (perhaps in this "
                    "QGIS), or choose another folder."
                ).format(path=path)
            ) from None


def new_files(made: Path) -> list[str]:
    """The files that are to take their places, without the journals of open databases."""
    return [name for name in _files(made) if not name.endswith(_JOURNALS)]


def _files(folder: Path) -> list[str]:
    """The files in a folder and below, as paths relative to it."""
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


def _aside(made: Path) -> Path:
    return made.with_name(f"{made.name}.old")


def _removed(made: Path) -> bool:
    """Take away what was made and moved aside; False where that could not be given back."""
    shutil.rmtree(made, ignore_errors=True)
    aside = _aside(made)
    if (aside / _MOVED).exists() and _files(aside) != [_MOVED]:
        return False
    shutil.rmtree(aside, ignore_errors=True)
    return True


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)


def _lock_of(made: Path) -> QLockFile:
    lock = QLockFile(str(made.with_name(f"{made.name}.lock")))
    lock.setStaleLockTime(0)  # only the death of its process ends it
    return lock


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
