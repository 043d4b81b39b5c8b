"""The light of every city in every raster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from ...measures.coverage import Coverage, cover
from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.spread import Spread
from ...measures.light.statistics import PartialSums, ZonalOptions, ZonalStatistics
from ...measures.light.windows import ZonalPlan, plan_zones
from ...measures.texts import tr
from ..cancelling import waited_for
from ..polygons import Rings, place_on_grid
from .ground import cell_areas
from .rasters import LightBand
from .tasks import add_up
from .weights import PerWeight, weigh_bands
from .workers import Crew, Task, run_tasks

_SHARE_OF_COVERAGE = 0.1  # of the time, for the progress bar
_GROUP_VERTICES = 200_000  # placed on the grid at a time, to bound the memory


@dataclass(frozen=True)
class LightOptions:
    """What is asked for.

    Attributes:
        zonal: how cells become statistics.
        area_weighted: weight cells by covered ground area; else by covered fraction.
        spread: whether the spread of the cells within the cities is asked for.
        weights: a population grid, or None.
    """

    zonal: ZonalOptions
    area_weighted: bool
    spread: bool = False
    weights: LightBand | None = None


@dataclass(frozen=True)
class BandLight:
    """The light of n cities in one band.

    Attributes:
        band: the band.
        statistics: shape (n,) each.
        inside_share: share of each city's area on the raster, shape (n,); 0 without a polygon.
        unplaced: cities that have no place in the raster's CRS.
        spread: of the cells within the cities, where that is asked for.
        per_weight: light by weight, where weights are given.
        suspects: values that are probably no data, each with the cities that hold it.
    """

    band: LightBand
    statistics: ZonalStatistics
    inside_share: np.ndarray
    unplaced: list[int]
    spread: Spread | None
    per_weight: PerWeight | None
    suspects: dict[float, np.ndarray] = field(default_factory=dict)


class Zones:
    """The cities' polygons, covered and planned for each grid once."""

    def __init__(
        self,
        polygons: Sequence[Rings],
        crs: QgsCoordinateReferenceSystem,
        transforms: QgsCoordinateTransformContext,
        workers: Crew,
    ) -> None:
        """Take polygons in their CRS, and the project's choices of transformations."""
        self.polygons, self.crs = polygons, crs
        self._transforms, self._workers = transforms, workers

    def covered(
        self, band: LightBand, progress: Callable[[float], None]
    ) -> tuple[Coverage, list[int]]:
        """What the polygons cover of a band's grid, and which have no place there.

        Raises:
            InputError: they cover nothing of it.
        """
        futures: list[Future[Coverage]] = []
        unplaced: list[int] = []
        first = 0
        for group in _groups(self.polygons):

            def step(share: float, first: int = first, count: int = len(group)) -> None:
                progress((first + share * count) / len(self.polygons))

            placed = place_on_grid(group, self.crs, band.crs, band.grid, self._transforms, step)
            unplaced += [first + number for number in placed.unplaced]
            futures.append(self._workers.nearby.submit(cover, placed.polygons, band.grid))
            first += len(group)
            step(1.0)
        covered = waited_for(futures, lambda: progress(1.0))
        coverage = Coverage.joined(list(covered))
        if not len(coverage.cell_row) and not len(coverage.run_row):
            raise InputError(
                tr(
                    "Raster '{raster}' overlaps no city: check that its CRS ({value}) and "
                    "its extent are right, or leave it out."
                ).format(raster=band.raster, value=band.crs.authid() or tr("without a code"))
            )
        return coverage, unplaced


def light_of_cities(
    zones: Zones,
    bands: Sequence[LightBand],
    options: LightOptions,
    workers: Crew,
    progress: Callable[[float], None],
) -> list[BandLight]:
    """The light of every city in every band, in the order of `bands`.

    Bands on the same grid share one plan of which cells the cities cover.

    Args:
        zones: the cities' polygons.
        bands: from `rasters.list_bands`.
        options: what is asked for.
        workers: who adds up rasters.
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

        def sooner(share: float, step: Callable[[float], None] = step) -> None:
            step(_SHARE_OF_COVERAGE * share)

        coverage, unplaced = zones.covered(group[0], sooner)
        plans = _plans(coverage, group, options, lambda: sooner(1.0))
        del coverage  # large, and the plans hold all that is needed
        weighed = {}
        if options.weights is not None:
            weighed = weigh_bands(
                zones, group, options.weights, options.zonal, plans, workers, step
            )

        def later(share: float, step: Callable[[float], None] = step) -> None:
            step(_SHARE_OF_COVERAGE + (1 - _SHARE_OF_COVERAGE) * share)

        for band, sums in _add_up(plans, group, options, workers, later).items():
            plan = plans[band.block]
            statistics = ZonalStatistics.of(sums, plan)
            result[band] = BandLight(
                band,
                statistics,
                np.nan_to_num(plan.inside_share),
                unplaced,
                sums.spread,
                weighed.get(band),
                sums.suspects,
            )
    return [result[band] for band in bands]


def _groups(polygons: Sequence[Rings]) -> Iterator[Sequence[Rings]]:
    """The polygons in groups of about `_GROUP_VERTICES`."""
    first = vertices = 0
    for number, rings in enumerate(polygons):
        vertices += sum(len(ring) for ring, _ in rings)
        if vertices >= _GROUP_VERTICES or number == len(polygons) - 1:
            yield polygons[first : number + 1]
            first, vertices = number + 1, 0


def _plans(
    coverage: Coverage,
    bands: Sequence[LightBand],
    options: LightOptions,
    pause: Callable[[], None],
) -> dict[tuple[int, int], ZonalPlan]:
    """A plan for each size of the blocks in which the bands are stored."""
    areas = cell_areas(bands[0].grid, bands[0].wkt, bands[0].raster)
    return {
        block: plan_zones(
            coverage, bands[0].grid, block, areas, pause, area_weighted=options.area_weighted
        )
        for block in {band.block for band in bands}
    }


def _add_up(
    plans: dict[tuple[int, int], ZonalPlan],
    bands: Sequence[LightBand],
    options: LightOptions,
    workers: Crew,
    progress: Callable[[float], None],
) -> dict[LightBand, PartialSums]:
    """The sums of each band, its chunks' always in the same order, whoever adds them up."""
    shared = {block: workers.shared(plan) for block, plan in plans.items()}
    tasks, of_tasks = [], []
    for band in bands:
        parts = plans[band.block].tasks
        # The spread of a city's cells needs all of them in one place.
        for some in [parts] if options.spread else [[part] for part in parts]:
            arguments = (band.source, shared[band.block], some, options.zonal)
            tasks.append(Task(add_up, arguments, {"spread": options.spread, "run": workers.run}))
            of_tasks.append(band)
    found: dict[LightBand, dict[int, PartialSums]] = {band: {} for band in bands}

    def pause() -> None:
        progress(sum(map(len, found.values())) / len(tasks))

    for number, partial in run_tasks(tasks, workers, pause):
        found[of_tasks[number]][number] = partial
        pause()
    totals = {}
    for band, own in found.items():
        total = PartialSums.nothing(plans[band.block].polygons)
        for number in sorted(own):
            total = total.plus(own[number])
        totals[band] = total
    return totals
