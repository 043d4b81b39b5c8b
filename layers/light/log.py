"""What the log says about cities and rasters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..attributes import CityTable, name_some
from ..polygons import Rings
from .rasters import LightBand, undeclared_no_data
from .summarise import BandLight
from .tables import CityLight

_WHOLLY_INSIDE = 1e-9  # a polygon on the raster's edge is inside but for rounding


def report_undeclared(
    bands: Sequence[LightBand], progress: Callable[[float], None], feedback: QgsProcessingFeedback
) -> None:
    """Warn of values that are probably no data although a raster does not say so."""
    for band in bands:
        progress(0.0)
        found = undeclared_no_data(band)
        if found is not None:
            feedback.pushWarning(
                f"Raster '{band.raster}' declares no no-data value, but {found[1]:.0%} of its "
                f"edge is {found[0]:g}: it was counted as light; if it means no data, declare it "
                "and run again."
            )


def report_places(
    table: CityTable,
    polygons: Sequence[Rings],
    light: Sequence[BandLight],
    feedback: QgsProcessingFeedback,
) -> None:
    """Say for each raster how many cities were used, and name those outside or without data."""

    def warn(cities: np.ndarray, what: str) -> None:
        if cities.any():
            names = name_some([table.labels[i] for i in np.flatnonzero(cities)])
            feedback.pushWarning(f"{what}: {names}.")

    has_polygon = np.array([len(rings) > 0 for rings in polygons])
    warn(~has_polygon, f"Cities of layer '{table.layer}' without a polygon, left empty")
    told: set[object] = set()  # what was said of a grid holds for every raster on it
    for item in light:
        used = np.isfinite(item.statistics.mean)
        name = f"Raster '{item.band.raster}' ({item.band.year})"
        feedback.pushInfo(f"{name}: {used.sum()} of {len(table)} cities used.")
        outside = has_polygon & (item.inside_share == 0)
        partly = (item.inside_share > 0) & (item.inside_share < 1 - _WHOLLY_INSIDE)
        if item.band.place not in told:
            told.add(item.band.place)
            warn(outside, f"{name}, cities outside of it, left empty")
            warn(partly, f"{name}, cities partly outside, summed up over the part inside")
        warn(
            has_polygon & ~outside & ~used,
            f"{name}, cities without a cell that has data, left empty",
        )


def report_ungrouped(light: CityLight, feedback: QgsProcessingFeedback) -> None:
    """Name the cities that are in no group for lack of a region or a role."""
    left_out = [light.table.labels[i] for i in np.flatnonzero(~light.grouped)]
    if left_out:
        feedback.pushInfo(f"In no group, without a region or role: {name_some(left_out)}.")
