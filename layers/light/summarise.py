"""The light of every city in every raster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from ...measures.coverage import Coverage, cover
from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.statistics import ZonalReducer, ZonalStatistics
from ...measures.light.windows import ZonalPlan, plan_zones
from ..polygons import Rings, place_on_grid
from .cells import read_cells
from .rasters import LightBand, cell_areas

_SHARE_OF_COVERAGE = 0.1  # of the time, for the progress bar
_GROUP_VERTICES = 200_000  # placed on the grid at a time, to bound the memory


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
        plans = _plans(coverage, group, options)
        del coverage  # large, and the plans hold all that is needed
        for light in _reduce(plans, group, options, step):
            result[light.band] = light
    return [result[band] for band in bands]


def _cover(
    polygons: Sequence[Rings],
    crs: QgsCoordinateReferenceSystem,
    band: LightBand,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> Coverage:
    parts = []
    groups = list(_groups(polygons))
    for number, group in enumerate(groups):

        def step(share: float, number: int = number) -> None:
            progress(_SHARE_OF_COVERAGE * (number + share / 2) / len(groups))

        placed = place_on_grid(group, crs, band.crs, band.grid, transforms, step)
        parts.append(cover(placed, band.grid, lambda share, step=step: step(1 + share)))
    coverage = Coverage.joined(parts)
    if not len(coverage.cell_row) and not len(coverage.run_row):
        raise InputError(
            f"Raster '{band.raster}' overlaps no city: check that its CRS "
            f"({band.crs.authid() or 'unknown'}) and its extent are right, or leave it out."
        )
    return coverage


def _groups(polygons: Sequence[Rings]) -> Iterator[Sequence[Rings]]:
    """The polygons in groups of about `_GROUP_VERTICES`."""
    first = vertices = 0
    for number, rings in enumerate(polygons):
        vertices += sum(len(ring) for ring, _ in rings)
        if vertices >= _GROUP_VERTICES or number == len(polygons) - 1:
            yield polygons[first : number + 1]
            first, vertices = number + 1, 0


def _plans(
    coverage: Coverage, bands: Sequence[LightBand], options: LightOptions
) -> dict[tuple[int, int], ZonalPlan]:
    """A plan for each size of the blocks in which the bands are stored."""
    areas = cell_areas(bands[0])
    return {
        block: plan_zones(
            coverage, bands[0].grid, block, areas, area_weighted=options.area_weighted
        )
        for block in {band.block for band in bands}
    }


def _reduce(
    plans: dict[tuple[int, int], ZonalPlan],
    bands: Sequence[LightBand],
    options: LightOptions,
    progress: Callable[[float], None],
) -> list[BandLight]:
    """Read each band once, window by window, and add it up."""
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
    inside = np.nan_to_num(plans[bands[0].block].inside_share)
    return [BandLight(band, reducers[band].result(), inside) for band in bands]
