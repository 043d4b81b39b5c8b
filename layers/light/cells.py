"""Cells of night-light bands, read on a second thread while the first one calculates."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ...measures.light.windows import Window
from .rasters import LightBand, open_raster, read_window

_READ_AHEAD = 4  # windows: enough to keep both threads busy, and little memory


class Cells(NamedTuple):
    """A window of a band.

    Attributes:
        band: the band.
        window: the window.
        values: shape (rows, columns), with the band's scale and offset applied.
        missing: where cells have no data, shape (rows, columns), or None for nowhere.
    """

    band: LightBand
    window: Window
    values: np.ndarray
    missing: np.ndarray | None


def read_cells(
    windows: Iterable[tuple[LightBand, Window]], threads: int | None = None
) -> Generator[Cells, None, None]:
    """The cells of the windows, in their order.

    Args:
        windows: all windows of a band one after the other.
        threads: with 2 or more the next windows are read on a second thread meanwhile; as many
            as the computer has processors where None.

    Raises:
        InputError: a raster cannot be read.
    """
    reader = _Reader()
    if (threads or os.cpu_count() or 1) < 2:
        for band, window in windows:
            yield reader.read(band, window)
        return
    waiting: deque[Future[Cells]] = deque()
    with ThreadPoolExecutor(1) as pool:
        try:
            for band, window in windows:
                waiting.append(pool.submit(reader.read, band, window))
                if len(waiting) > _READ_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


class _Reader:
    """Reads windows of one raster after the other, with one of them open at a time."""

    def __init__(self) -> None:
        self._path = ""
        self._dataset: gdal.Dataset | None = None

    def read(self, band: LightBand, window: Window) -> Cells:
        if self._dataset is None or self._path != band.path:
            self._dataset = open_raster(band.path, band.raster)
            self._path = band.path
        raster = self._dataset.GetRasterBand(band.number)
        place = (window.column, window.row, window.columns, window.rows)
        values = read_window(raster, place, band.raster)
        missing = _missing(raster, values, place, band.raster)
        # The blocks are not needed again, and GDAL would keep them up to a share of all memory.
        raster.FlushCache()
        scale, offset = raster.GetScale(), raster.GetOffset()
        if scale not in (None, 1.0) or offset not in (None, 0.0):
            values = values * (1.0 if scale is None else scale) + (offset or 0.0)
        return Cells(band, window, values, missing)


def _missing(
    raster: gdal.Band, values: np.ndarray, place: tuple[int, int, int, int], name: str
) -> np.ndarray | None:
    """Cells without data by the no-data value, or by the mask or alpha band."""
    no_data = raster.GetNoDataValue()
    if no_data is not None:
        # The value is stored as text or double: a float raster holds the nearest float.
        nearest = values.dtype.type(no_data) if values.dtype.kind == "f" else no_data
        if values.min() > nearest or values.max() < nearest:
            return None  # sooner known than by comparing every cell; not with NaN
        missing = values == nearest
        return missing if missing.any() else None
    if raster.GetMaskFlags() & gdal.GMF_ALL_VALID:
        return None
    return read_window(raster.GetMaskBand(), place, name) == 0
