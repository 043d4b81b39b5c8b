"""The light of every city in every raster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from ..measures.coverage import Coverage, cover
from ..measures.errors import InputError
from ..measures.grids import Grid
from ..measures.zonal import ZonalReducer, ZonalStatistics
from ..measures.zones import ZonalPlan, plan_zones
from .lightcells import read_cells
from .polygons import Rings, place_on_grid
from .rasters import LightBand, cell_areas

_SHARE_OF_COVERAGE = 0.1  # of the time, for the progress bar


@dataclass(frozen=True)
class LightOptions:
    """How cells become statistics.

    Attributes:
        lit_threshold: cells above it are lit.
        negative: one of the `NEGATIVE_` constants of `measures.zonal`.
        area_weighted: weight cells by covered ground area; else by covered fraction.
    """

    lit_threshold: float
    negative: int
    area_weighted: bool


@dataclass(frozen=True)
class BandLight:
    """The light of n cities in one band.

    Attributes:
        band: the band.
        statistics: shape (n,) each.
        inside_share: share of each city's area on the raster, shape (n,); 0 without a polygon.
    """

    band: LightBand
    statistics: ZonalStatistics
    inside_share: np.ndarray


def light_of_cities(
    polygons: Sequence[Rings],
    crs: QgsCoordinateReferenceSystem,
    bands: Sequence[LightBand],
    options: LightOptions,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> list[BandLight]:
    """The light of every city in every band, in the order of `bands`.

    Bands on the same grid share one plan of which cells the cities cover.

    Args:
        polygons: the cities' rings.
        crs: CRS of the rings.
        bands: from `rasters.list_bands`.
        options: how cells become statistics.
        transforms: the project's choices of transformations.
        progress: called often with the share done; may raise to stop.

    Raises:
        InputError: a raster overlaps no city, or cannot be read.
    """
    by_place: dict[tuple[Grid, str], list[LightBand]] = {}
    for band in bands:
        by_place.setdefault(band.place, []).append(band)
    result: dict[LightBand, BandLight] = {}
    for number, group in enumerate(by_place.values()):

        def step(share: float, number: int = number) -> None:
            progress((number + share) / len(by_place))

        coverage = _cover(polygons, crs, group[0], transforms, step)
        for light in _reduce(coverage, group, options, step):
            result[light.band] = light
    return [result[band] for band in bands]


def _cover(
    polygons: Sequence[Rings],
    crs: QgsCoordinateReferenceSystem,
    band: LightBand,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> Coverage:
    half = _SHARE_OF_COVERAGE / 2
    placed = place_on_grid(
        polygons, crs, band.crs, band.grid, transforms, lambda share: progress(half * share)
    )
    coverage = cover(placed, band.grid, lambda share: progress(half * (1 + share)))
    if not len(coverage.cell_row) and not len(coverage.run_row):
        raise InputError(
            f"Raster '{band.raster}' overlaps no city: check that its CRS "
            f"({band.crs.authid() or 'unknown'}) and its extent are right, or leave it out."
        )
    return coverage


def _reduce(
    coverage: Coverage,
    bands: Sequence[LightBand],
    options: LightOptions,
    progress: Callable[[float], None],
) -> list[BandLight]:
    """Read each band once, window by window, and add it up."""
    areas = cell_areas(bands[0])
    plans: dict[tuple[int, int], ZonalPlan] = {}
    for band in bands:
        if band.block not in plans:
            plans[band.block] = plan_zones(
                coverage, band.grid, band.block, areas, area_weighted=options.area_weighted
            )
    reducers = {
        band: ZonalReducer(
            plans[band.block], lit_threshold=options.lit_threshold, negative=options.negative
        )
        for band in bands
    }
    total = sum(len(plans[band.block].windows) for band in bands)
    jobs = ((band, window) for band in bands for window in plans[band.block].windows)
    with closing(read_cells(jobs)) as windows:
        for done, cells in enumerate(windows, start=1):
            reducers[cells.band].add(cells.window, cells.values, cells.missing)
            progress(_SHARE_OF_COVERAGE + (1 - _SHARE_OF_COVERAGE) * done / total)
    inside = np.nan_to_num(coverage.inside_share)
    return [BandLight(band, reducers[band].result(), inside) for band in bands]
