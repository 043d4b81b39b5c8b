"""Night-light rasters: which bands and years there are, and their cells, read ahead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsEllipsoidUtils,
    QgsMapLayer,
    QgsRasterLayer,
    QgsUnitTypes,
)

from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.areas import geographic_cell_areas, projected_cell_areas

Year = Union[int, str]  # a raster without a year has its name
_SIDE_ROWS = 256  # rows of the raster's sides that are read at a time


@dataclass(frozen=True, eq=False)  # a key of dictionaries, which a CRS cannot be
class LightBand:
    """One band of one raster: the light of one year.

    Attributes:
        raster: the raster's name, for messages.
        path: what GDAL opens.
        number: of the band, from 1.
        year: the year, or the raster's name where that has no year.
        grid: its cells.
        crs: its CRS, invalid where it has none.
        block: columns and rows of the blocks the band is stored in.
    """

    raster: str
    path: str
    number: int
    year: Year
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    block: tuple[int, int]

    @property
    def place(self) -> tuple[Grid, str]:
        """Equal for bands whose cells and CRS are the same."""
        return self.grid, self.crs.authid() or self.crs.toWkt()


def open_raster(path: str, name: str) -> gdal.Dataset:
    """The raster opened for reading.

    Raises:
        InputError: GDAL cannot open it.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.Open(path)
    except RuntimeError:
        dataset = None
    finally:
        gdal.PopErrorHandler()
    if dataset is None:
        raise InputError(
            f"Raster '{name}' cannot be opened: check that the file is there and is a raster."
        )
    return dataset


def read_window(raster: gdal.Band, place: tuple[int, int, int, int], name: str) -> np.ndarray:
    """The cells from a column and row on, so many columns and rows, in the band's own type.

    Raises:
        InputError: GDAL cannot read them.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        values = raster.ReadAsArray(*place)
    except RuntimeError:
        values = None
    finally:
        gdal.PopErrorHandler()
    if values is None:
        raise InputError(
            f"Raster '{name}' cannot be read at row {place[1] + 1}: the file is damaged or "
            "incomplete, so fetch it again."
        )
    return values


def list_bands(layers: Sequence[QgsMapLayer], band: int, year_pattern: str) -> list[LightBand]:
    """The bands to be read, by year.

    A raster whose bands are each described with a year, or whose name holds a first and a last
    year with as many bands as years between them, is a series of one band a year. Of any other
    raster the band with the number `band` is taken.

    Args:
        layers: the rasters.
        band: number of the band of rasters that are no series.
        year_pattern: regular expression that finds the year in a name.

    Raises:
        InputError: a raster is not readable, has no such band or no place on the earth, two bands
            are of the same year, or the pattern is no regular expression.
    """
    try:
        pattern = re.compile(year_pattern)
    except re.error as error:
        raise InputError(
            f"The year pattern '{year_pattern}' is no regular expression ({error}): "
            r"correct it, for example (?:19|20)\d{2}."
        ) from None
    if not layers:
        raise InputError("No raster is given: choose one or more night-light rasters.")
    bands = [item for layer in layers for item in _bands_of(layer, band, pattern)]
    first_of: dict[Year, LightBand] = {}
    for item in bands:
        first = first_of.setdefault(item.year, item)
        if first is not item:
            raise InputError(
                f"Rasters {_where(first)} and {_where(item)} are both of {item.year}: leave one "
                "of them out, or change the year pattern."
            )
    dated = sorted((b for b in bands if isinstance(b.year, int)), key=lambda b: int(b.year))
    return dated + [item for item in bands if not isinstance(item.year, int)]


def _where(band: LightBand) -> str:
    return f"'{band.raster}' (band {band.number})"


def _bands_of(layer: QgsMapLayer, band: int, pattern: re.Pattern[str]) -> list[LightBand]:
    name = layer.name()
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        raise InputError(f"Raster '{name}' is not read from a file by GDAL: save it as one first.")
    dataset = open_raster(layer.source(), name)
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None:
        raise InputError(f"Raster '{name}' has no position on the earth: georeference it first.")
    crs = layer.crs()
    period = 360.0 if crs.isGeographic() else None
    grid = Grid(dataset.RasterXSize, dataset.RasterYSize, tuple(transform), period)
    return [
        LightBand(
            name,
            layer.source(),
            number,
            year,
            grid,
            crs,
            tuple(dataset.GetRasterBand(number).GetBlockSize()),
        )
        for number, year in _years(dataset, name, band, pattern)
    ]


def _years(
    dataset: gdal.Dataset, name: str, band: int, pattern: re.Pattern[str]
) -> list[tuple[int, Year]]:
    """Numbers of the bands to be read and their years."""
    numbers = range(1, dataset.RasterCount + 1)
    if len(numbers) > 1:
        described = [
            _first_year(dataset.GetRasterBand(number).GetDescription(), pattern)
            for number in numbers
        ]
        if len({year for year in described if year is not None}) == len(numbers):
            return [(n, year) for n, year in zip(numbers, described) if year is not None]
        found = [year for match in pattern.finditer(name) if (year := _as_year(match)) is not None]
        for first in found:
            if isinstance(first, int) and first + len(numbers) - 1 in found:
                return [(n, first + n - 1) for n in numbers]
    if band not in numbers:
        raise InputError(
            f"Raster '{name}' has {len(numbers)} band(s) and no band {band}: choose a band that "
            "every raster has."
        )
    year = _first_year(name, pattern)
    return [(band, name if year is None else year)]


def _first_year(text: str, pattern: re.Pattern[str]) -> Year | None:
    match = pattern.search(text)
    return None if match is None else _as_year(match)


def _as_year(match: re.Match[str]) -> Year | None:
    """The first group of the pattern, if it has one, else all of what it found."""
    text = match[1] if match.re.groups else match[0]
    return int(text) if text and text.isdecimal() else text or None


def cell_areas(band: LightBand) -> np.ndarray:
    """Ground area of a cell of each row in km², shape (rows,).

    Raises:
        InputError: the ellipsoid of the CRS is unknown, or cells of a row differ in area.
    """
    if not band.crs.isGeographic():
        metres = QgsUnitTypes.fromUnitToUnitFactor(
            band.crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters
        )
        return projected_cell_areas(band.grid, metres)
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(band.crs.ellipsoidAcronym())
    if not ellipsoid.valid:
        raise InputError(
            f"The ellipsoid of raster '{band.raster}' is unknown: give the raster a CRS, for "
            "example EPSG:4326."
        )
    return geographic_cell_areas(band.grid, ellipsoid.semiMajor, ellipsoid.semiMinor)


def undeclared_no_data(band: LightBand) -> tuple[float, float] | None:
    """A value that is probably no data although the raster does not say so.

    That is a constant other than zero on more than half of the raster's edge, which is also
    smaller or larger than all other values on the edge and in the middle.

    Returns:
        The value and the share of the edge it covers, or None.
    """
    dataset = open_raster(band.path, band.raster)
    raster = dataset.GetRasterBand(band.number)
    if raster.GetNoDataValue() is not None or raster.GetMaskFlags() != gdal.GMF_ALL_VALID:
        return None
    columns, rows = band.grid.columns, band.grid.rows
    edge = np.concatenate(
        [read_window(raster, (0, row, columns, 1), band.raster)[0] for row in (0, rows - 1)]
    )
    # Blocks may be as wide as the raster: the columns are read only where they can matter.
    if all(v == 0 or count + 2 * rows <= columns + rows for v, count in _most_common(edge, 2)):
        return None
    edge = np.concatenate((edge, _sides(raster, band)))
    width, height = min(columns, 256), min(rows, 256)
    place = ((columns - width) // 2, (rows - height) // 2, width, height)
    middle = read_window(raster, place, band.raster)
    ((value, count),) = _most_common(edge, 1)
    others = np.concatenate((edge, middle.ravel()))
    others = others[(others != value) & np.isfinite(others)]
    extreme = len(others) and (value < others.min() or value > others.max())
    share = count / len(edge)
    return (float(value), share) if value != 0 and share > 0.5 and extreme else None


def _most_common(values: np.ndarray, count: int) -> list[tuple[float, int]]:
    return Counter(values.tolist()).most_common(count)


def _sides(raster: gdal.Band, band: LightBand) -> np.ndarray:
    """The first and the last column, read block by block, as GDAL would keep all blocks."""
    columns, rows = band.grid.columns, band.grid.rows
    height = band.block[1] * max(1, _SIDE_ROWS // band.block[1])
    parts = []
    for top in range(0, rows, height):
        for column in (0, columns - 1):
            place = (column, top, 1, min(height, rows - top))
            parts.append(read_window(raster, place, band.raster).ravel())
        raster.FlushCache()
    return np.concatenate(parts)
