"""GeoTIFFs of EOG and others, packed or not."""

from __future__ import annotations

import math

import numpy as np
from osgeo import gdal, osr

from ....measures.errors import InputError
from ....measures.texts import tr
from .products import Download, unit_in_words
from .quiet import quietly
from .write import Grid

_DMSP_NO_DATA = 255  # cells without a cloud-free observation, which the files do not declare
_ALIGNED = 0.01  # cells by which the lines of two grids may differ
Extent = tuple[float, float, float, float]  # west, south, east and north in degrees (WGS 84)


class GeoTiff:
    """A raster file, open for reading; its first band counts.

    Raises:
        InputError: it cannot be read, or has no place on the earth with north up.
    """

    def __init__(self, download: Download) -> None:
        self.download = download
        self._dataset = quietly(gdal.OpenEx, download.path, gdal.OF_RASTER)
        if self._dataset is None:
            raise InputError(
                tr(
                    "'{name}' cannot be opened: the file is damaged or incomplete, so fetch "
                    "it again or take it out of the folder."
                ).format(name=download.name)
            )
        transform = self._dataset.GetGeoTransform(can_return_null=True)
        crs = self._dataset.GetProjection()
        if transform is None or not crs:
            raise InputError(
                tr(
                    "'{name}' has no position on the earth or no CRS: georeference it, or "
                    "take it out of the folder."
                ).format(name=download.name)
            )
        if transform[2] or transform[4] or transform[1] <= 0 or transform[5] >= 0:
            raise InputError(
                tr(
                    "'{name}' does not lie with north up: warp it, for example with GDAL's "
                    "'Warp (reproject)', or take it out of the folder."
                ).format(name=download.name)
            )
        west, width, _, north, _, height = transform
        size = self._dataset.RasterXSize, self._dataset.RasterYSize
        self.grid = Grid(west, north, width, -height, *size, crs)
        band = self._dataset.GetRasterBand(1)
        self.unit: str = download.unit or unit_in_words(band.GetUnitType())
        self.bands: int = self._dataset.RasterCount
        self._scale: float = 1.0 if band.GetScale() is None else band.GetScale()
        self._offset: float = band.GetOffset() or 0.0
        self._undeclared = (
            _DMSP_NO_DATA if download.is_dmsp and band.DataType == gdal.GDT_Byte else None
        )
        declared = band.GetNoDataValue()
        self.no_data: float | None = self._undeclared if declared is None else declared
        simple = band.GetMaskFlags() in (gdal.GMF_ALL_VALID, gdal.GMF_NODATA)
        self.can_stay: bool = (
            not download.is_packed
            and simple
            and (self._scale, self._offset) == (1.0, 0.0)
            and self._undeclared in (None, self.no_data)
        )
        self.type: int = band.DataType

    def read(self, column: int, row: int, columns: int, rows: int) -> np.ndarray:
        """A window's values of float32, NaN where there are none, shape (rows, columns)."""
        band = self._dataset.GetRasterBand(1)
        window = (column, row, columns, rows)
        values = quietly(band.ReadAsArray, *window)
        mask = None
        if values is not None and band.GetMaskFlags() != gdal.GMF_ALL_VALID:
            mask = quietly(band.GetMaskBand().ReadAsArray, *window)
        if values is None or (mask is None and band.GetMaskFlags() != gdal.GMF_ALL_VALID):
            raise InputError(
                tr(
                    "'{name}' cannot be read at row {value}: the file is damaged or "
                    "incomplete, so fetch it again."
                ).format(name=self.download.name, value=row + 1)
            )
        scaled = values.astype(np.float32)
        if (self._scale, self._offset) != (1.0, 0.0):
            scaled = (values * self._scale + self._offset).astype(np.float32)
        if mask is not None:
            scaled[mask == 0] = np.nan
        if self._undeclared is not None:
            scaled[values == self._undeclared] = np.nan
        return scaled


def cells_of(extent: Extent, grid: Grid) -> tuple[int, int, int, int]:
    """The grid's cells that an extent touches.

    Args:
        extent: west, south, east and north in degrees (WGS 84).
        grid: the cells.

    Returns:
        The first column and row, and those behind the last, not limited to the grid.
    """
    west, south, east, north = _in_crs(extent, grid.crs)
    if osr.SpatialReference(grid.crs).IsGeographic():
        west, east = _turned(west, east, grid)
    return (
        math.floor((west - grid.west) / grid.width + _ALIGNED),
        math.floor((grid.north - north) / grid.height + _ALIGNED),
        math.ceil((east - grid.west) / grid.width - _ALIGNED),
        math.ceil((grid.north - south) / grid.height - _ALIGNED),
    )


def _turned(west: float, east: float, grid: Grid) -> tuple[float, float]:
    """Degrees one turn on where the grid has them there, all of its width where it has them cut."""
    left, _, right, _ = grid.bounds
    turns = [(west + turn, east + turn) for turn in (0.0, 360.0, -360.0)]
    covered = [min(e, right) - max(w, left) for w, e in turns]
    best = covered.index(max(covered))
    if sum(share > 0 for share in covered) > 1:
        return left, right
    return turns[best]


def offset_in(grid: Grid, outer: Grid) -> tuple[int, int] | None:
    """Column and row of a grid in another one, None where their cells or CRS differ."""
    column = (grid.west - outer.west) / outer.width
    row = (outer.north - grid.north) / outer.height
    stretch = grid.columns * abs(grid.width / outer.width - 1)
    rise = grid.rows * abs(grid.height / outer.height - 1)
    strays = (column - round(column), row - round(row), stretch, rise)
    if max(map(abs, strays)) > _ALIGNED or not _same_crs(grid.crs, outer.crs):
        return None
    return round(column), round(row)


def _same_crs(first: str, second: str) -> bool:
    return first == second or bool(osr.SpatialReference(first).IsSame(osr.SpatialReference(second)))


def _in_crs(extent: Extent, crs: str) -> tuple[float, float, float, float]:
    degrees, target = osr.SpatialReference(), osr.SpatialReference(crs)
    degrees.ImportFromEPSG(4326)
    for reference in (degrees, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if target.IsGeographic():
        return extent
    transform = osr.CoordinateTransformation(degrees, target)
    box = quietly(transform.TransformBounds, *extent, 21)
    if box is None or not all(map(math.isfinite, box)):
        raise InputError(
            tr(
                "The extent cannot be told in the CRS of the rasters: choose a layer that "
                "lies in the area of that CRS."
            )
        )
    return tuple(box)
