"""Light where people live: weighted by a population grid, which may be of another resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...measures.errors import InputError
from ...measures.light.areas import AreaField, CellAreas, RowAreas
from ...measures.light.statistics import ZonalOptions
from ...measures.light.windows import ZonalPlan, plan_zones
from ...measures.texts import tr
from .ground import cell_areas
from .rasters import LightBand
from .reading import Warp
from .tasks import WeighedSums, weigh
from .workers import Crew, Task, run_tasks

if TYPE_CHECKING:
    from .summarise import Zones


@dataclass(frozen=True)
class PerWeight:
    """Light by weight for each of n cities, shape (n,) each; NaN where no weight is.

    Attributes:
        weighted: mean of the light, each cell weighted by the population in it.
        total: weights of the cells with light, summed.
    """

    weighted: np.ndarray
    total: np.ndarray

    @classmethod
    def of(cls, sums: WeighedSums) -> PerWeight:
        """The quotients of sums."""
        known = sums.weight > 0
        weighted = np.full(len(known), np.nan)
        np.divide(sums.product, sums.weight, out=weighted, where=known)
        return cls(weighted, np.where(known, sums.weight, np.nan))


def weigh_bands(
    zones: Zones,
    bands: Sequence[LightBand],
    weights: LightBand,
    zonal: ZonalOptions,
    plans: dict[tuple[int, int], ZonalPlan],
    workers: Crew,
    progress: Callable[[float], None],
) -> dict[LightBand, PerWeight]:
    """Light by weight in bands of the same grid.

    The finer of the two grids is the one that is covered; the other is told in its cells by
    overlapping area. Where the coordinate systems differ the weights' grid is covered, and light
    is what lies at the middle of its cells, or the mean over them where they are larger.

    Args:
        zones: the cities' polygons.
        bands: of one grid.
        weights: the population grid.
        zonal: how negative light counts.
        plans: of the bands, by their blocks.
        workers: who adds up rasters.
        progress: called often with 0; may raise to stop.

    Raises:
        InputError: the weights overlap no city, or cannot be read.
    """
    light = bands[0]
    upright = light.grid.is_north_up and weights.grid.is_north_up
    alike = light.wkt == weights.wkt and upright
    coarser = _typical_area(weights) > _typical_area(light) * (1 + 1e-9)
    on_light = alike and (coarser or light.grid == weights.grid)
    plan, shared, warp = None, {}, None
    if on_light:
        shared = {block: workers.shared(plans[block]) for block in plans}
    else:
        coverage, _ = zones.covered(weights, lambda share: progress(0.0))
        nothing = RowAreas(np.ones(weights.grid.rows))
        plan = plan_zones(
            coverage,
            weights.grid,
            weights.block,
            nothing,
            lambda: progress(0.0),
            area_weighted=False,
        )
        at_hand = workers.shared(plan)
        shared = dict.fromkeys(plans, at_hand)
        if not alike:
            if not weights.grid.is_north_up:
                raise InputError(
                    tr("Raster '{raster}' is rotated: warp it to a north-up grid first.").format(
                        raster=weights.raster
                    )
                )
            method = "average" if coarser else "near"
            warp = Warp(light.wkt, weights.wkt, weights.grid, method)
    tasks = []
    for band in bands:
        source = band.source if warp is None else replace(band.source, warp=warp)
        light_grid = weights.grid if warp is not None else band.grid
        grids = (light_grid, weights.grid)
        arguments = (source, weights.source, grids, shared[band.block], zonal)
        tasks.append(Task(weigh, arguments, {"on_light": on_light, "run": workers.run}))
    done = run_tasks(tasks, workers, lambda: progress(0.0))
    return {bands[number]: PerWeight.of(sums) for number, sums in done}


def _typical_area(band: LightBand) -> float:
    areas: CellAreas = cell_areas(band.grid, band.wkt, band.raster)
    middle = np.array([[band.grid.columns / 2, band.grid.rows / 2]])
    if isinstance(areas, AreaField):
        return float(areas.at(middle)[0])
    return float(areas.of_rows[band.grid.rows // 2])
