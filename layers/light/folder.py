"""The night-light rasters of a folder, as layers."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsRasterLayer

from ...measures.errors import InputError
from ...measures.texts import tr
from ..fields import name_some
from .downloads.quiet import quietly

_RASTER = re.compile(r"\.(?:tiff?|vrt|img)$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"\.(?:h5|gz|tgz|tar|zip)$", re.IGNORECASE)


def layers_in(
    folder: str, check: Callable[[], None], warn: Callable[[str], None]
) -> list[QgsRasterLayer]:
    """The rasters in a folder and its subfolders, by path, each named as its file.

    Hidden files are passed over, and rasters that a virtual one in the folder refers to, which
    would count twice.

    Args:
        folder: the folder.
        check: called for each file; may raise to stop.
        warn: is told of downloads that are not read.

    Raises:
        InputError: there is no such folder, it holds no raster, or one that cannot be opened.
    """
    root = Path(folder)
    if not root.is_dir():
        raise InputError(
            tr("Folder '{folder}' does not exist: choose the folder of the rasters.").format(
                folder=folder
            )
        )
    paths: list[Path] = []
    downloads: list[str] = []
    for base, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = sorted(name for name in names if not name.startswith("."))
        paths += [Path(base) / name for name in shown if _RASTER.search(name)]
        downloads += [name for name in shown if _DOWNLOAD.search(name)]
        check()
    if not paths:
        what = (
            tr("its downloads must be prepared with 'Night light from downloads' first")
            if downloads
            else tr("it needs GeoTIFFs or virtual rasters, one a date")
        )
        raise InputError(
            tr("Folder '{folder}' holds no raster: {what}.").format(folder=folder, what=what)
        )
    if downloads:
        warn(
            tr(
                "Folder '{folder}' holds downloads beside its rasters, which are not read before "
                "they are prepared with 'Night light from downloads': {names}."
            ).format(folder=folder, names=name_some(downloads))
        )
    sources: set[str] = set()
    for path in paths:
        check()
        sources.update(_sources(path))
    layers = []
    for path in paths:
        check()
        if os.path.realpath(path) not in sources:
            layers.append(_layer(path))
    return layers


def _sources(path: Path) -> list[str]:
    """The files that a virtual raster refers to."""
    if path.suffix.lower() != ".vrt":
        return []
    dataset = quietly(gdal.OpenEx, str(path), gdal.OF_RASTER)
    files = [] if dataset is None else dataset.GetFileList() or []
    return [found for file in files if (found := os.path.realpath(file)) != os.path.realpath(path)]


def _layer(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem)
    if not layer.isValid():
        raise InputError(
            tr(
                "Raster '{name}' cannot be opened: fetch it again or take it out of the folder."
            ).format(name=path.name)
        )
    return layer
