"""One raster of a date, written or put together of what lies there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from ....measures.errors import InputError
from ....measures.texts import tr
from .folder import MARK
from .quiet import quietly

NO_DATA = -9999.0
COUNTS = "cloud_free_observations"  # description of the second band
_BLOCK = 240  # cells; a degree of Black Marble, so that its tiles fill whole blocks
_AT_ONCE = 4_000_000  # cells that are read at a time
Read = Callable[[int, int, int, int], "tuple[np.ndarray, np.ndarray | None]"]


@dataclass(frozen=True)
class Grid:
    """The cells of a raster with north up.

    Attributes:
        west: of the first column, in the units of the CRS.
        north: of the first row.
        width: of a cell.
        height: of a cell, above zero.
        columns: how many.
        rows: how many.
        crs: as WKT.
    """

    west: float
    north: float
    width: float
    height: float
    columns: int
    rows: int
    crs: str

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        south = self.north - self.rows * self.height
        return self.west, south, self.west + self.columns * self.width, self.north


@dataclass(frozen=True)
class Part:
    """What one file gives to the raster.

    Attributes:
        column: of the raster, where it begins.
        row: of the raster, where it begins.
        columns: how many.
        rows: how many.
        whole: whether it is read at once, as its blocks are not rows.
        read: gives values and numbers of observations (or None) from a column and row of the part
            on, so many columns and rows, NaN where there are none.
    """

    column: int
    row: int
    columns: int
    rows: int
    whole: bool
    read: Read


@dataclass
class Job:
    """A raster to be made.

    Attributes:
        grid: its cells.
        parts: what is in it; they do not overlap.
        unit: of the values, empty where it is not known.
        layer: what the values are.
        has_counts: whether it gets a second band with numbers of cloud-free observations.
        metadata: of the raster.
        sources: files that a virtual raster refers to, empty where a new file is written.
        no_data: value of the sources that is none, or None.
    """

    grid: Grid
    parts: list[Part]
    unit: str
    layer: str
    has_counts: bool
    metadata: dict[str, str]
    sources: Sequence[str] = ()
    no_data: float | None = None

    @property
    def suffix(self) -> str:
        """Of the file's name."""
        return ".vrt" if self.sources else ".tif"


def make(job: Job, made: Path, target: Path, progress: Callable[[float], None]) -> float:
    """Make the raster.

    Args:
        job: what is made.
        made: where.
        target: where it will lie; a virtual raster tells its sources' places from there.
        progress: called with the share done; raises where the user has cancelled.

    Returns:
        The share of the raster's cells that have a value.

    Raises:
        InputError: it cannot be written, or a source not be read.
    """
    path = str(made)
    dataset = None if job.sources else _create(job, path)
    valid = done = 0
    total = sum(part.columns * part.rows for part in job.parts)
    for part in job.parts:
        step = part.rows if part.whole else max(_BLOCK, _AT_ONCE // part.columns)
        top = 0
        while top < part.rows:
            progress(done / total)
            # to the next whole block of the raster, so that none is compressed twice
            end = (part.row + top + step) // _BLOCK * _BLOCK - part.row
            rows = part.rows - top if part.whole else max(1, min(end, part.rows) - top)
            values, counts = part.read(0, top, part.columns, rows)
            valid += int(np.count_nonzero(np.isfinite(values)))
            if dataset is not None:
                _put(dataset, 1, part.column, part.row + top, values, path)
                if counts is not None:
                    _put(dataset, 2, part.column, part.row + top, counts, path)
            done += part.columns * rows
            top += rows
    if dataset is None:
        _virtual(job, made, target)
    else:
        _close(dataset, path)
    return valid / (job.grid.columns * job.grid.rows)


def _create(job: Job, path: str) -> gdal.Dataset:
    grid = job.grid
    options = [
        *("TILED=YES", f"BLOCKXSIZE={_BLOCK}", f"BLOCKYSIZE={_BLOCK}", "INTERLEAVE=BAND"),
        *("COMPRESS=DEFLATE", "ZLEVEL=1", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"),
    ]
    dataset = quietly(
        gdal.GetDriverByName("GTiff").Create,
        path,
        grid.columns,
        grid.rows,
        2 if job.has_counts else 1,
        gdal.GDT_Float32,
        options,
    )
    if dataset is None:
        raise _cannot_write(path)
    dataset.SetGeoTransform((grid.west, grid.width, 0.0, grid.north, 0.0, -grid.height))
    dataset.SetProjection(grid.crs)
    _describe(dataset, job)
    dataset.GetRasterBand(1).SetNoDataValue(NO_DATA)
    if job.has_counts:
        counts = dataset.GetRasterBand(2)
        counts.SetDescription(COUNTS)
        counts.SetUnitType("1")
        counts.SetNoDataValue(NO_DATA)
    return dataset


def _describe(dataset: gdal.Dataset, job: Job) -> None:
    dataset.SetMetadata({**job.metadata, MARK: "1"})
    band = dataset.GetRasterBand(1)
    band.SetDescription(job.layer)
    if job.unit:
        band.SetUnitType(job.unit)


def _put(
    dataset: gdal.Dataset, number: int, column: int, row: int, values: np.ndarray, path: str
) -> None:
    filled = np.where(np.isfinite(values), values, NO_DATA).astype(np.float32)
    if quietly(dataset.GetRasterBand(number).WriteArray, filled, column, row) != 0:
        raise _cannot_write(path)


def _close(dataset: gdal.Dataset, path: str) -> None:
    gdal.ErrorReset()
    quietly(dataset.FlushCache)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise _cannot_write(path)


def _virtual(job: Job, made: Path, target: Path) -> None:
    grid = job.grid
    options = gdal.BuildVRTOptions(
        outputBounds=grid.bounds,
        xRes=grid.width,
        yRes=grid.height,
        outputSRS=grid.crs,
        srcNodata=job.no_data,
        VRTNodata=job.no_data,
        bandList=[1],
    )
    dataset = quietly(gdal.BuildVRT, "", list(job.sources), options=options)
    if dataset is None:
        raise _cannot_write(str(target))
    _describe(dataset, job)
    dataset.SetDescription(str(target))  # the paths in the text are relative to it
    (text,) = dataset.GetMetadata_List("xml:VRT")
    dataset.SetDescription("")  # else it writes itself there
    try:
        made.write_text(text, encoding="utf-8")
    except OSError:
        raise _cannot_write(str(target)) from None


def _cannot_write(path: str) -> InputError:
    return InputError(
        tr(
            "'{path}' cannot be written: check that the disk has room and that you may write there."
        ).format(path=path)
    )
