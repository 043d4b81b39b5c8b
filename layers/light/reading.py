"""Night light read window by window with GDAL, whole and without QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, gdal_array

from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.plausible import as_stored, no_data_range
from ...measures.light.reducer import Cells
from ...measures.light.scratch import Scratch
from ...measures.light.windows import Window
from ...measures.texts import tr

_SIDE_ROWS = 256  # rows of the raster's sides that are read at a time


@dataclass(frozen=True)
class Warp:
    """A raster told in the cells of another grid and CRS.

    Attributes:
        from_wkt: the raster's CRS.
        to_wkt: the other's.
        grid: the other, north-up.
        method: GDAL's name of how.
    """

    from_wkt: str
    to_wkt: str
    grid: Grid
    method: str


@dataclass(frozen=True)
class BandSource:
    """One band of one raster, as every worker finds it.

    Attributes:
        raster: the raster's name, for messages.
        path: what GDAL opens.
        number: of the band, from 1.
        keeps_no_data: whether the no-data value that the file declares counts.
        no_data: further ranges of light that are no data, both ends with them.
        warp: onto what the band is warped, or None.
    """

    raster: str
    path: str
    number: int
    keeps_no_data: bool = True
    no_data: tuple[tuple[float, float], ...] = ()
    warp: Warp | None = None


@contextmanager
def quiet() -> Iterator[None]:
    """GDAL's messages kept to ourselves."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def open_raster(path: str, name: str) -> gdal.Dataset:
    """The raster opened for reading.

    Raises:
        InputError: GDAL cannot open it.
    """
    with quiet():
        try:
            dataset = gdal.Open(path)
        except RuntimeError:
            dataset = None
    if dataset is None:
        raise InputError(
            tr(
                "Raster '{name}' cannot be opened: check that the file is there and is a raster."
            ).format(name=name)
        )
    return dataset


def read_cells(
    raster: gdal.Band,
    place: tuple[int, int, int, int],
    name: str,
    target: np.ndarray | None = None,
) -> np.ndarray:
    """The cells from a column and row on, so many columns and rows, in the band's own type.

    Raises:
        InputError: GDAL cannot read them.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:  # the band's own method does this too, after an import each time
        values = gdal_array.BandReadAsArray(raster, *place, buf_obj=target)
    except RuntimeError:
        values = None
    finally:
        gdal.PopErrorHandler()
    if values is None:
        raise InputError(
            tr(
                "Raster '{name}' cannot be read at row {value}: the file is damaged or "
                "incomplete, so fetch it again."
            ).format(name=name, value=place[1] + 1)
        )
    return values


def warped(dataset: gdal.Dataset, number: int, warp: Warp) -> gdal.Dataset:
    """A band on another grid, with an alpha band for where it has data; nothing is read yet."""
    x, width, _, y, _, height = warp.grid.transform
    ends = x + width * warp.grid.columns, y + height * warp.grid.rows
    with quiet():
        alone = gdal.Translate("", dataset, format="VRT", bandList=[number])
        result = gdal.Warp(
            "",
            alone,
            format="VRT",
            srcSRS=warp.from_wkt,
            dstSRS=warp.to_wkt,
            outputBounds=(min(x, ends[0]), min(y, ends[1]), max(x, ends[0]), max(y, ends[1])),
            width=warp.grid.columns,
            height=warp.grid.rows,
            resampleAlg=warp.method,
            dstAlpha=True,
        )
    result.own = alone  # kept as long
    return result


class BandReader:
    """Reads windows of one band."""

    def __init__(self, source: BandSource, scratch: Scratch) -> None:
        """Open the raster.

        Args:
            source: the band.
            scratch: one for each thread; a window's cells are overwritten by the next one's.

        Raises:
            InputError: the raster cannot be opened, or holds complex numbers.
        """
        self.source, self._scratch = source, scratch
        self._dataset = open_raster(source.path, source.raster)
        self._number = source.number
        self._band = self._dataset.GetRasterBand(source.number)
        self.scale = _else(self._band.GetScale(), 1.0)
        self.offset = _else(self._band.GetOffset(), 0.0)
        if source.warp is not None:
            self._own, self._number = self._dataset, 1
            self._dataset = warped(self._own, source.number, source.warp)
            self._band = self._dataset.GetRasterBand(1)
        self.dtype = self._type()
        no_data = self._band.GetNoDataValue() if source.keeps_no_data else None
        self._no_data = None if no_data is None else no_data_range(no_data, self.dtype)
        self._ranges = [
            no_data_range(first, self.dtype) if first == last else (first, last)
            for first, last in source.no_data
        ]
        self._masks = self._mask_bands()

    def _type(self) -> np.dtype:
        dtype = np.dtype(gdal_array.GDALTypeCodeToNumericTypeCode(self._band.DataType))
        # GDAL below 3.7 has signed bytes as bytes with a mark.
        if self._band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE":
            dtype = np.dtype(np.int8)
        if dtype.kind == "c":
            raise InputError(
                tr("Raster '{raster}' holds complex numbers: choose one with light.").format(
                    raster=self.source.raster
                )
            )
        return dtype

    def _mask_bands(self) -> list[gdal.Band]:
        """Masks and alpha bands that say where there are no data, besides a no-data value."""
        flags = self._band.GetMaskFlags()
        masks = []
        by_value = flags & gdal.GMF_NODATA and not flags & gdal.GMF_PER_DATASET
        if not flags & gdal.GMF_ALL_VALID and not by_value:
            masks.append(self._band.GetMaskBand())
        if not flags & gdal.GMF_ALPHA:  # GDAL passes over an alpha band beside a no-data value
            for number in range(1, self._dataset.RasterCount + 1):
                band = self._dataset.GetRasterBand(number)
                alpha = band.GetColorInterpretation() == gdal.GCI_AlphaBand
                if alpha and number != self._number:
                    masks.append(band)
        return masks

    def held(self, value: float) -> float:
        """A threshold as a cell would hold it."""
        return as_stored(value, self.dtype, self.scale, self.offset)

    def read(self, window: Window) -> Cells:
        """A window's cells, with the band's scale and offset applied.

        Raises:
            InputError: they cannot be read.
        """
        place = (window.column, window.row, window.columns, window.rows)
        shape = window.rows, window.columns
        target = None
        if self.dtype != np.int8:
            target = self._scratch.get("stored", window.size, self.dtype.type).reshape(shape)
        values = read_cells(self._band, place, self.source.raster, target)
        low, high = float(values.min()), float(values.max())
        missing = self._missing(values, place, low, high)
        # The blocks are not needed again, and GDAL would keep them up to a share of all memory.
        self._band.FlushCache()
        if self.scale != 1.0 or self.offset != 0.0:
            light = self._scratch.get("light", window.size).reshape(shape)
            np.multiply(values, self.scale, out=light, dtype=np.float64)
            values = np.add(light, self.offset, out=light)
            low, high = float(values.min()), float(values.max())
        for first, last in self._ranges:
            if not (low > last or high < first):
                within = (values >= first) & (values <= last)
                missing = within if missing is None else missing | within
        if missing is not None and not missing.any():
            missing = None
        return Cells(values, missing, low, high)

    def _missing(
        self, values: np.ndarray, place: tuple[int, int, int, int], low: float, high: float
    ) -> np.ndarray | None:
        """Cells without data by the no-data value, or by a mask or alpha band."""
        missing = None
        # Sooner known by the extremes than by comparing every cell; not with NaN.
        if self._no_data is not None and not (low > self._no_data[1] or high < self._no_data[0]):
            first, last = self._no_data
            missing = values == first if first == last else (values >= first) & (values <= last)
        for mask in self._masks:
            masked = read_cells(mask, place, self.source.raster) == 0
            missing = masked if missing is None else missing | masked
        return missing

    def edge_and_middle(self) -> tuple[np.ndarray, np.ndarray] | None:
        """Cells of the raster's edge and of its middle, None where no data are declared.

        Nor are they read where they cannot matter: blocks may be as wide as the raster, so its
        sides are read only where more than half of the edge can be the same.
        """
        if self._no_data is not None or self._masks or self.source.no_data:
            return None
        columns, rows = self._dataset.RasterXSize, self._dataset.RasterYSize
        name = self.source.raster
        edge = np.concatenate(
            [read_cells(self._band, (0, row, columns, 1), name)[0] for row in (0, rows - 1)]
        )
        values, counts = np.unique(edge, return_counts=True)
        if not (counts[values != 0] + 2 * rows > columns + rows).any():
            return None
        width, height = min(columns, 256), min(rows, 256)
        place = ((columns - width) // 2, (rows - height) // 2, width, height)
        middle = read_cells(self._band, place, name).ravel()
        return np.concatenate((edge, self._sides(columns, rows))), middle

    def _sides(self, columns: int, rows: int) -> np.ndarray:
        """The first and the last column, read block by block, as GDAL would keep all blocks."""
        block = self._band.GetBlockSize()[1]
        height = block * max(1, _SIDE_ROWS // block)
        parts = []
        for top in range(0, rows, height):
            for column in (0, columns - 1):
                place = (column, top, 1, min(height, rows - top))
                parts.append(read_cells(self._band, place, self.source.raster).ravel())
            self._band.FlushCache()
        return np.concatenate(parts)


def _else(value: float | None, default: float) -> float:
    return default if value is None else float(value)
