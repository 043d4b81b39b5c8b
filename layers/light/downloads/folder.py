"""The rasters of a folder of downloads, those in archives too."""

from __future__ import annotations

import os
import re
import tarfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from osgeo import gdal

from ....measures.errors import InputError
from ....measures.light.dates import with_short_months
from ....measures.texts import listed, tr
from .products import OTHER, Download, recognise
from .quiet import quietly

MARK = "MEGAREGION_PREPARED"  # metadata item of the rasters made here, which are no downloads
_RASTER = re.compile(r"\.(?:tiff?|h5|he5|hdf5)$", re.IGNORECASE)
_PACKED = re.compile(r"\.(?:tiff?)\.gz$", re.IGNORECASE)
_ARCHIVES = {
    "/vsizip/": re.compile(r"\.zip$", re.IGNORECASE),
    "/vsitar/": re.compile(r"\.(?:tgz|tar|tar\.gz)$", re.IGNORECASE),
}


@dataclass
class Found:
    """What a folder holds.

    Attributes:
        downloads: the rasters of night light.
        others: names of rasters that are none, or that have no date.
    """

    downloads: list[Download] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def search(folder: str, check: Callable[[], None]) -> Found:
    """All rasters in a folder, its subfolders and the archives there.

    Rasters that were made by this plugin are passed over, and hidden files and folders.

    Args:
        folder: the folder.
        check: called for each file; raises where the user has cancelled.

    Raises:
        InputError: there is no such folder, it holds no night light, or an archive is damaged.
    """
    root = Path(folder)
    if not root.is_dir():
        raise InputError(
            tr("Folder '{folder}' does not exist: choose the folder of the downloads.").format(
                folder=folder
            )
        )
    found = Found()
    relatives: list[str] = []  # of the downloads
    prepared = 0
    for base, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            check()
            for path, inner in _rasters(Path(base) / name, check):
                relative = Path(base).relative_to(root).joinpath(name, inner).as_posix()
                if not inner and is_prepared(path):
                    prepared += 1
                    continue
                file = inner.rpartition("/")[2] or name
                download = recognise(file, path, f"{relative.strip('/')}")
                if download is None:
                    found.others.append(file)
                else:
                    found.downloads.append(download)
                    relatives.append(relative)
    if not found.downloads:
        raise InputError(_nothing(folder, found, prepared))
    named = [(item.name, path) for item, path in zip(found.downloads, relatives)]
    dates = with_short_months(named, [item.date for item in found.downloads])
    found.downloads = [
        replace(item, date=date) if date and item.family == OTHER else item
        for item, date in zip(found.downloads, dates)
    ]
    return found


def is_prepared(path: str) -> bool:
    """Whether a raster was made by this plugin."""
    if not re.search(r"\.(?:tiff?|vrt)$", path, re.IGNORECASE):
        return False
    dataset = quietly(gdal.OpenEx, path, gdal.OF_RASTER)
    return dataset is not None and dataset.GetMetadataItem(MARK) is not None


def _rasters(path: Path, check: Callable[[], None]) -> list[tuple[str, str]]:
    """What GDAL opens of a file, and the path inside where the file is an archive."""
    name = path.name
    if _RASTER.search(name):
        return [(str(path), "")]
    if _PACKED.search(name):
        return [(f"/vsigzip/{path}", "")]
    for system, archive in _ARCHIVES.items():
        if archive.search(name):
            return _inside(f"{system}{path}", name, check)
    return []


def _inside(archive: str, name: str, check: Callable[[], None]) -> list[tuple[str, str]]:
    members = _members(archive, check)
    if members is None:
        raise InputError(
            tr(
                "Archive '{name}' cannot be read: it is empty, damaged or incomplete, so "
                "fetch it again or take it away."
            ).format(name=name)
        )
    plain = [(f"{archive}/{inner}", inner) for inner in members if _RASTER.search(inner)]
    packed = [inner for inner in members if _PACKED.search(inner)]
    return plain + [(f"/vsigzip/{archive}/{inner}", inner) for inner in packed]


class _Watched:
    """A file that asks before each read whether to go on."""

    def __init__(self, file: BinaryIO, check: Callable[[], None]) -> None:
        self._file, self._check = file, check

    def read(self, size: int = -1) -> bytes:
        self._check()
        return self._file.read(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _members(archive: str, check: Callable[[], None]) -> list[str] | None:
    """The names in an archive as GDAL calls them, None where it cannot be read.

    Raises:
        InputError: a name is not in UTF-8, so that GDAL cannot open it.
    """
    path = archive.removeprefix("/vsitar/")
    # A .zip has a list of its members; a .tgz is unpacked from end to end for them. GDAL, whose
    # names open them, does so in one go: a first reading finds damage and can be stopped.
    if path != archive and not _is_whole(path, check):
        return None
    names: list[str | bytes] | None = quietly(gdal.ReadDirRecursive, archive)
    if names is None:
        return None
    readable = [name for name in names if isinstance(name, str)]
    if len(readable) < len(names):
        raise InputError(
            tr(
                "Archive '{name}' has names that are not in UTF-8: unpack it in the folder and "
                "take it away."
            ).format(name=Path(path).name)
        )
    return readable


def _is_whole(path: str, check: Callable[[], None]) -> bool:
    """Whether a .tar or .tgz can be read to its end."""
    try:
        with open(path, "rb") as file, tarfile.open(fileobj=_Watched(file, check)) as members:
            for _ in members:
                pass
    except (tarfile.TarError, EOFError, OSError, zlib.error):
        return False
    return True


def _nothing(folder: str, found: Found, prepared: int) -> str:
    if prepared and not found.others:
        return tr(
            "Folder '{folder}' holds only rasters that are prepared already: use them as they "
            "are, or choose the folder of the downloads."
        ).format(folder=folder)
    seen = tr(" (it has {names})").format(names=listed(found.others[:3])) if found.others else ""
    return tr(
        "Folder '{folder}' holds no night light whose name tells a date{seen}: it needs .h5 files "
        "of VNP46A1 to A4 under their own names, or GeoTIFFs such as those of EOG, packed or not."
    ).format(folder=folder, seen=seen)
