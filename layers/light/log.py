"""What the log says about cities and rasters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...measures.light.plausible import undeclared_fill
from ...measures.light.scratch import Scratch
from ...measures.texts import listed, tr
from ..cities import Cities
from ..fields import name_some
from ..polygons import CityPolygons, Rings
from .ground import period_of
from .rasters import LightBands
from .reading import BandReader
from .summarise import BandLight
from .tables import CityLight

_WHOLLY_INSIDE = 1e-9  # a polygon on the raster's edge is inside but for rounding


def report_bands(
    found: LightBands, progress: Callable[[float], None], feedback: QgsProcessingFeedback
) -> None:
    """Warn of bands that are not read, of rasters without a date, of undeclared no data."""
    for band, count in found.passed_over:
        feedback.pushWarning(
            tr(
                "Raster '{raster}' has {count} bands that are no series of dates: only band "
                "{number} was read; describe each band with its date to read them all."
            ).format(raster=band.raster, count=count, number=band.source.number)
        )
    undated = [band.raster for band in found.bands if band.date is None]
    if undated and len(found.bands) > 1:
        feedback.pushWarning(
            tr("Rasters whose name tells no date, in no trend: {names}.").format(
                names=name_some(undated)
            )
        )
    units: dict[str, str] = {}
    for band in found.bands:
        if band.unit:
            units.setdefault(band.unit, band.raster)
    if len(units) > 1:
        named = listed(f"{unit} ({raster})" for unit, raster in sorted(units.items()))
        feedback.pushWarning(
            tr(
                "The rasters are in different units: {units}. Their values do not compare, nor "
                "do trends over them tell of light."
            ).format(units=named)
        )
    for band in found.bands:
        progress(0.0)
        cells = BandReader(band.source, Scratch()).edge_and_middle()
        fill = None if cells is None else undeclared_fill(*cells)
        if fill is not None:
            feedback.pushWarning(
                tr(
                    "Raster '{raster}' declares no no-data value, but {value:.0%} of its "
                    "edge is {value_2:g}: it was counted as light; if it means no data, "
                    "declare it and run again."
                ).format(raster=band.raster, value=fill[1], value_2=fill[0])
            )


def report_polygons(
    table: Cities, polygons: CityPolygons, wkt: str, feedback: QgsProcessingFeedback
) -> None:
    """Name the cities whose polygon was mended or could not be, jumps, or is not there.

    Args:
        table: the cities.
        polygons: their polygons.
        wkt: the polygons' coordinate system.
        feedback: the log.
    """

    def warn(rows: Iterable[int], what: str) -> None:
        names = [table.labels[row] for row in rows]
        if names:
            text = what.format(layer=table.layer, names=name_some(names))
            feedback.pushWarning(text)

    warn(
        polygons.mended,
        tr("Invalid polygons of layer '{layer}', mended before they were used: {names}."),
    )
    warn(
        polygons.unusable,
        tr("Invalid polygons of layer '{layer}' that cannot be mended, left empty: {names}."),
    )
    unusable = set(polygons.unusable)
    blank = [n for n, rings in enumerate(polygons.rings) if not rings and n not in unusable]
    warn(blank, tr("Cities of layer '{layer}' without a polygon, left empty: {names}."))
    turn = period_of(wkt)
    if turn is not None:
        jumping = [n for n, rings in enumerate(polygons.rings) if _jumps(rings, turn / 2)]
        warn(
            jumping,
            tr(
                "Cities of layer '{layer}' with an edge over more than half the globe, summed up "
                "over all that lies between (cut an outline across 180° there, or let it go on "
                "beyond): {names}."
            ),
        )


def _jumps(rings: Rings, most: float) -> bool:
    """Whether an edge is longer than that in x, as from 179° to -179°."""
    return any((np.abs(np.diff(ring[:, 0])) > most).any() for ring, _ in rings)


def report_places(
    table: Cities,
    polygons: CityPolygons,
    light: Sequence[BandLight],
    feedback: QgsProcessingFeedback,
) -> None:
    """Say for each raster how many cities were used, and name those outside or without data."""

    def warn(cities: np.ndarray, what: str, name: str) -> None:
        if cities.any():
            names = name_some([table.labels[i] for i in np.flatnonzero(cities)])
            feedback.pushWarning(what.format(name=name, names=names))

    has_polygon = np.array([len(rings) > 0 for rings in polygons.rings])
    told: set[object] = set()  # what was said of a grid holds for every raster on it
    for item in light:
        used = np.isfinite(item.statistics.mean)
        name = tr("Raster '{raster}' ({date})").format(
            raster=item.band.raster, date=item.band.label
        )
        feedback.pushInfo(
            tr("{name}: {sum} of {count} cities used.").format(
                name=name, sum=used.sum(), count=len(table)
            )
        )
        unplaced = np.zeros(len(table), dtype=bool)
        unplaced[item.unplaced] = True
        outside = has_polygon & (item.inside_share == 0)
        partly = (item.inside_share > 0) & (item.inside_share < 1 - _WHOLLY_INSIDE)
        if item.band.place not in told:
            told.add(item.band.place)
            warn(
                outside & ~unplaced, tr("{name}, cities outside of it, left empty: {names}."), name
            )
            warn(
                unplaced,
                tr(
                    "{name}, cities beyond or across the edge of its coordinate system, left "
                    "empty: {names}."
                ),
                name,
            )
            warn(
                partly,
                tr("{name}, cities partly outside, summed up over the part inside: {names}."),
                name,
            )
        warn(
            has_polygon & ~outside & ~used,
            tr("{name}, cities without a cell that has data, left empty: {names}."),
            name,
        )
        for value, cities in sorted(item.suspects.items()):
            names = name_some([table.labels[i] for i in cities])
            feedback.pushWarning(
                tr(
                    "{name} holds {value:g}, which is no plausible light and was counted, in "
                    "{names}: if it means no data, declare it as the raster's no-data value "
                    "and run again."
                ).format(name=name, value=value, names=names)
            )


def report_ungrouped(light: CityLight, feedback: QgsProcessingFeedback) -> None:
    """Name the cities that are in no group for lack of a region or a role."""
    left_out = [light.table.labels[i] for i in np.flatnonzero(~light.grouped)]
    if left_out:
        feedback.pushInfo(
            tr("In no group, without a region or role: {names}.").format(names=name_some(left_out))
        )
