"""Night-light rasters: which bands and dates there are, and where their cells lie."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRasterRange,
)

from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.dates import LightDate, compile_pattern, dates_of_bands, dates_of_rasters
from ...measures.texts import tr
from .downloads.products import recognise, unit_in_words
from .downloads.write import COUNTS
from .ground import period_of
from .reading import BandSource, open_raster


@dataclass(frozen=True, eq=False)  # a key of dictionaries, which a CRS cannot be
class LightBand:
    """One band of one raster: the light of one date.

    Attributes:
        source: the band, as workers find it.
        date: the date, or None where the raster tells none.
        grid: its cells.
        crs: its CRS.
        wkt: the CRS as GDAL reads it.
        block: columns and rows of the blocks the band is stored in.
        unit: of the light, empty where neither the file nor its name tells it.
    """

    source: BandSource
    date: LightDate | None
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    wkt: str
    block: tuple[int, int]
    unit: str = ""

    @property
    def raster(self) -> str:
        """The raster's name."""
        return self.source.raster

    @property
    def label(self) -> str:
        """The date in ISO 8601, or the raster's name."""
        return self.raster if self.date is None else self.date.iso

    @property
    def tag(self) -> str:
        """The date, or the raster's name, in field names."""
        return self.raster if self.date is None else self.date.tag

    @property
    def place(self) -> tuple[Grid, str]:
        """Equal for bands whose cells and CRS are the same."""
        return self.grid, self.wkt


@dataclass(frozen=True)
class LightBands:
    """The bands to be read.

    Attributes:
        bands: by date, then those without one.
        passed_over: rasters of which one of several bands is read, with their numbers of bands.
    """

    bands: list[LightBand]
    passed_over: list[tuple[LightBand, int]]


def list_bands(
    layers: Sequence[QgsMapLayer], band: int, pattern: str | None, check: Callable[[], None]
) -> LightBands:
    """The bands to be read, by date.

    A raster whose bands are each described with a date, or whose name holds a first and a last
    year with as many bands as years between them, is a series of one band a date. Of any other
    raster the band with the number `band` is taken.

    Args:
        layers: the rasters.
        band: number of the band of rasters that are no series.
        pattern: the user's regular expression that finds the date in a name.
        check: called for each raster; may raise to stop.

    Raises:
        InputError: a raster is not readable, has no such band or no place on the earth, two bands
            are of the same date, or the pattern is no regular expression.
    """
    compiled = compile_pattern(pattern)
    if not layers:
        raise InputError(tr("No raster is given: choose one or more night-light rasters."))
    named = [(layer.name(), _path(layer)) for layer in layers]
    passed_over: list[tuple[LightBand, int]] = []
    bands: list[LightBand] = []
    for layer, date in zip(layers, dates_of_rasters(named, compiled)):
        check()
        bands += _bands_of(layer, band, date, compiled, passed_over)
    first_of: dict[str, LightBand] = {}
    for item in bands:
        first = first_of.setdefault(item.tag, item)
        if first is not item:
            raise InputError(
                tr(
                    "Rasters {where} and {where_2} are both of {label}: leave one of them "
                    "out, or change the year pattern."
                ).format(where=_where(first), where_2=_where(item), label=item.label)
            )
    dated = [item for item in bands if item.date is not None]
    dated.sort(key=lambda item: item.date.order if item.date else (0, 0, 0))
    return LightBands(dated + [item for item in bands if item.date is None], passed_over)


def weight_band(layer: QgsMapLayer) -> LightBand:
    """The first band of a population grid."""
    return _bands_of(layer, 1, None, None, [], series=False)[0]


def unreadable(given: object, context: QgsProcessingContext) -> str | None:
    """One sentence on a file that is given as a raster and is none, None where all is well."""
    if not isinstance(given, str) or not given:
        return None
    layer = QgsProcessingUtils.mapLayerFromString(given, context)
    if layer is not None and layer.isValid():
        return None
    if os.path.exists(given):
        text = tr("'{path}' is no raster that can be read: choose another file, or fetch it again.")
    else:
        text = tr("'{path}' does not exist: choose another file, or fetch it again.")
    return text.format(path=given)


def gdal_wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """The coordinate system as GDAL reads it."""
    text: str = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
    return text


def _where(band: LightBand) -> str:
    return tr("'{raster}' (band {number})").format(raster=band.raster, number=band.source.number)


def _path(layer: QgsMapLayer) -> str:
    return layer.source().split("|")[0]


def _bands_of(
    layer: QgsMapLayer,
    band: int,
    date: LightDate | None,
    pattern: re.Pattern[str] | None,
    passed_over: list[tuple[LightBand, int]],
    *,
    series: bool = True,
) -> list[LightBand]:
    name = layer.name()
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        raise InputError(
            tr("Raster '{name}' is not read from a file by GDAL: save it as one first.").format(
                name=name
            )
        )
    dataset = open_raster(layer.source(), name)
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None:
        raise InputError(
            tr("Raster '{name}' has no position on the earth: georeference it first.").format(
                name=name
            )
        )
    crs = layer.crs()
    if not crs.isValid():
        raise InputError(
            tr(
                "Raster '{name}' has no coordinate system: set the right one in its "
                "properties, or with 'Assign projection'."
            ).format(name=name)
        )
    wkt = gdal_wkt(crs)
    grid = Grid(dataset.RasterXSize, dataset.RasterYSize, tuple(transform), period_of(wkt))
    if grid.cell_area == 0:
        raise InputError(
            tr("Raster '{name}' has cells without size: georeference it first.").format(name=name)
        )
    count = dataset.RasterCount
    descriptions = [dataset.GetRasterBand(n).GetDescription() for n in range(1, count + 1)]
    dates = dates_of_bands(descriptions, name, pattern) if series else None
    if dates is not None:
        chosen: list[tuple[int, LightDate | None]] = list(enumerate(dates, start=1))
    elif 1 <= band <= count:
        chosen = [(band, date)]
    else:
        raise InputError(
            tr(
                "Raster '{name}' has {count} band(s) and no band {band}: choose a band that "
                "every raster has."
            ).format(name=name, count=count, band=band)
        )
    bands = [
        LightBand(
            _source(layer, number),
            day,
            grid,
            crs,
            wkt,
            tuple(dataset.GetRasterBand(number).GetBlockSize()),
            _unit(dataset.GetRasterBand(number), _path(layer)),
        )
        for number, day in chosen
    ]
    others = [n for n in range(1, count + 1) if not _is_beside(dataset.GetRasterBand(n))]
    if dates is None and len(others) > 1:
        passed_over.append((bands[0], len(others)))
    return bands


def _unit(band: gdal.Band, path: str) -> str:
    """What the band declares, else what the file's name tells of the product."""
    declared = unit_in_words(band.GetUnitType())
    name = os.path.basename(path)
    product = None if declared else recognise(name, path, name)
    return product.unit if product is not None else declared


def _is_beside(band: gdal.Band) -> bool:
    """Whether a band is no light: transparency, or the counts of a prepared raster."""
    is_alpha = band.GetColorInterpretation() == gdal.GCI_AlphaBand
    return bool(is_alpha or band.GetDescription() == COUNTS)


def _source(layer: QgsRasterLayer, number: int) -> BandSource:
    """The band, with what the layer's properties say of no data."""
    provider = layer.dataProvider()
    ranges = tuple(_ends(item) for item in provider.userNoDataValues(number))
    return BandSource(
        layer.name(), layer.source(), number, provider.useSourceNoDataValue(number), ranges
    )


def _ends(values: QgsRasterRange) -> tuple[float, float]:
    """The ends of a range, both with it."""
    low, high = values.min(), values.max()
    bounds = values.bounds()
    if bounds in (
        QgsRasterRange.BoundsType.IncludeMax,
        QgsRasterRange.BoundsType.Exclusive,
    ):
        low = np.nextafter(low, np.inf)
    if bounds in (
        QgsRasterRange.BoundsType.IncludeMin,
        QgsRasterRange.BoundsType.Exclusive,
    ):
        high = np.nextafter(high, -np.inf)
    # An end that is not given is open.
    return (
        float(-np.inf if np.isnan(low) else low),
        float(np.inf if np.isnan(high) else high),
    )
