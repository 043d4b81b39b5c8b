"""Where high and low values lie together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsProcessingFeatureSource

    from ..layers.cities import Cities
    from ..layers.fields import Indicator
    from ..measures.neighbours import Neighbours
    from ..measures.relations.pattern import SpatialPattern
    from .call import Call

SUMMARY_COLUMNS = [
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("moran", float),
    ("moran_p", float),
    ("gini", float),
    ("gini_neighbours", float),
    ("gini_others", float),
]
EDGE, NEAREST = 0, 1  # of NEIGHBOURS
FEWEST = 3  # cities


class SpatialPatternAlgorithm(MegaRegionAlgorithm):
    """Adds the local pattern to the cities; a summary of each indicator."""

    ID = "spatialpattern"
    TITLE = "Where high and low lie together"
    GROUP = "relations"
    TAGS = ("moran", "lisa", "hot spot", "cluster", "autocorrelation", "gini", "neighbour")
    NEEDS = ("scipy",)
    SUMMARY = (
        "Tells where cities with high values lie beside others with high values, low beside low, "
        "and where a city differs from its neighbours: Moran's I of all cities, its local form "
        "(LISA) for each, and how much of the Gini ratio lies between neighbours.\n\n"
        "mr_lisa_<indicator>: high-high, low-low, high-low (a high city among low ones), low-high "
        "or not significant; mr_lisa_p_<indicator>: its p-value by permuting the other cities' "
        "values. A city is called by its pattern only where that holds at 5% after allowing for "
        "the number of cities (Benjamini-Hochberg). Cities without a neighbour (islands) are named "
        "and have no pattern.\n\n"
        "moran is about 0 without a pattern, above where like lies beside like. gini_neighbours + "
        "gini_others = gini (Rey & Smith 2013)."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city: polygons, or points for the nearest and the distance.",
                parameters.GEOMETRY,
            ),
            parameters.indicators(
                "The fields of numbers whose pattern is looked for. A name that ends in _YYYY "
                "carries its year. Cities without a value are left out of that indicator."
            ),
            parameters.region(
                "The field that names the mega-region of a city: cities outside any are left out. "
                "Neighbours may lie in different mega-regions.",
                optional=True,
            ),
            parameters.choice(
                "NEIGHBOURS",
                "Neighbours are",
                ["Cities that share an edge", "The nearest cities", "Cities within a distance"],
                "What makes two cities neighbours. Only polygons share edges; a common corner is "
                "no edge. Distances are great-circle distances between points on the cities.",
                optional=True,
            ),
            parameters.integer(
                "K_NEAREST",
                "Nearest cities",
                "How many of the nearest cities are neighbours.",
                default=4,
                least=1,
            ),
            parameters.number(
                "DISTANCE_KM",
                "Distance (km)",
                "Within how many kilometres cities are neighbours.",
                default=100,
                least=0,
            ),
            parameters.integer(
                "PERMUTATIONS",
                "Permutations",
                "How many permutations the p-values rest on; without any, nothing is significant.",
                default=999,
                least=0,
                advanced=True,
            ),
            parameters.seed(),
            parameters.sink(
                "OUTPUT",
                "Spatial pattern",
                "The cities with mr_lisa_<indicator> and mr_lisa_p_<indicator> added, styled.",
                parameters.GEOMETRY,
            ),
            parameters.sink(
                "SUMMARY",
                "Spatial pattern of indicators",
                "A table with one row for each indicator and year: Moran's I, its p-value, the "
                "Gini ratio and its parts between neighbours and others.",
                optional=True,
            ),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        from functools import partial

        from ..cartography.relations.pattern import style_pattern
        from ..layers.fields import parse_indicators

        source = call.source()
        indicators = parse_indicators(call.fields("INDICATORS"))
        cities = call.cities(source, numbers=[item.field for item in indicators])
        near = _Nearness(call, source, cities)
        added: dict[tuple[str, type], Any] = {}
        summary = []
        for item in call.each(indicators):
            rows = _used(call, cities, near, item)
            found = _pattern(call, cities, near, item, rows)
            labels: list[str | None] = [None] * len(cities)
            p_values: list[float | None] = [None] * len(cities)
            for row, label, p_value in zip(rows, found.labels, found.local_p):
                labels[row], p_values[row] = label, p_value
            added[f"mr_lisa_{item.field}", str] = labels
            added[f"mr_lisa_p_{item.field}", float] = p_values
            parts = (found.gini, found.gini_neighbours, found.gini_others)
            _report(item, found, call)
            summary.append([item.name, item.year, len(rows), found.moran, found.moran_p, *parts])
        shown = [item for item in indicators if item.name == indicators[0].name][-1]
        style = partial(style_pattern, field=f"mr_lisa_{shown.field}")
        call.extend("OUTPUT", "Spatial pattern", source, cities.ids, added, style=style)
        call.table("SUMMARY", "Spatial pattern of indicators", SUMMARY_COLUMNS, summary)


def _report(item: Indicator, found: SpatialPattern, call: Call) -> None:
    """Whether neighbours are alike, and how many cities lie in a pattern."""
    from ..cartography.columns import title_of

    name = title_of(item.name, item.year)
    if found.moran != found.moran:
        call.warn(
            tr("{indicator}: all values are equal or no city has a neighbour; no pattern.").format(
                indicator=name
            )
        )
        return
    if found.moran_p != found.moran_p:
        call.finding(
            tr("{indicator}: Moran's I {moran:.2f}, without permutations not tested.").format(
                indicator=name, moran=found.moran
            )
        )
        return
    kinds = {
        kind: sum(label == kind for label in found.labels)
        for kind in ("high-high", "low-low", "high-low", "low-high")
    }
    cities = listed(f"{count} {tr(kind)}" for kind, count in kinds.items() if count)
    call.finding(
        tr("{indicator}: Moran's I {moran:.2f} (p {p:.3f}); cities in a pattern: {cities}.").format(
            indicator=name,
            moran=found.moran,
            p=found.moran_p,
            cities=cities or tr("none"),
        )
    )


class _Nearness:
    """Which rows have a place, and which of them are neighbours."""

    def __init__(self, call: Call, source: QgsProcessingFeatureSource, cities: Cities) -> None:
        import numpy as np
        from qgis.core import QgsWkbTypes

        from ..layers.areas import read_areas
        from ..layers.neighbours import edge_neighbours
        from ..layers.points import representative_points
        from ..measures.errors import InputError

        self._kind = call.choice("NEIGHBOURS")
        self._k, self._km = call.integer("K_NEAREST"), call.number("DISTANCE_KM")
        if self._kind == EDGE:
            polygons = QgsWkbTypes.GeometryType.PolygonGeometry
            if QgsWkbTypes.geometryType(source.wkbType()) != polygons:
                raise InputError(
                    tr(
                        "Layer '{layer}' has no polygons that could share an edge: choose the "
                        "cities' areas, or for points NEIGHBOURS 1 (nearest) or 2 (distance)."
                    ).format(layer=cities.layer)
                )
            areas = read_areas(source, cities, call.feedback)
            self.placed = np.array([not area.isEmpty() for area in areas])
            self._all = edge_neighbours(areas)
        else:
            transforms = call.context.transformContext()
            self._points = representative_points(source, cities.ids, transforms)
            self.placed = ~np.isnan(self._points).any(axis=1)

    def among(self, rows: np.ndarray) -> Neighbours:
        """The neighbours among some of the rows, numbered by their place in `rows`."""
        from ..measures.neighbours import k_nearest, within_distance

        if self._kind == EDGE:
            return self._all.take(rows)
        lon, lat = self._points[rows].T
        if self._kind == NEAREST:
            return k_nearest(lon, lat, self._k)
        return within_distance(lon, lat, self._km)


def _used(call: Call, cities: Cities, near: _Nearness, item: Indicator) -> np.ndarray:
    """Positions of the rows with a value and a place, inside a region where regions are asked for.

    Raises:
        InputError: they are fewer than three.
    """
    import numpy as np

    from ..measures.errors import InputError

    inside = np.ones(len(cities), dtype=bool)
    if call.given("REGION_FIELD"):
        inside = np.array([region is not None for region in cities.regions])
    blank = np.isnan(cities.numbers[item.field])
    for words, rows in (
        (tr("in no region, left out"), ~inside),
        (tr("no value, left out"), blank & inside),
        (tr("without a geometry, left out"), ~near.placed & inside & ~blank),
    ):
        if rows.any():
            call.warn(f"{item.field}: {words}: {cities.name(np.flatnonzero(rows))}.")
    used = np.flatnonzero(inside & near.placed & ~blank)
    if len(used) < FEWEST:
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' has values for {count} cities with a "
                "place: choose an indicator with values for {fewest} or more."
            ).format(field=item.field, layer=cities.layer, count=len(used), fewest=FEWEST)
        )
    call.info(
        tr("{field}: {count} of {count_2} cities used.").format(
            field=item.field, count=len(used), count_2=len(cities)
        )
    )
    return used


def _pattern(
    call: Call, cities: Cities, near: _Nearness, item: Indicator, rows: np.ndarray
) -> SpatialPattern:
    from ..measures.relations.pattern import spatial_pattern

    neighbours = near.among(rows)
    islands = rows[neighbours.islands]
    if len(islands):
        call.warn(
            tr("{field}: without a neighbour, so without a pattern: {names}.").format(
                field=item.field, names=cities.name(islands)
            )
        )
    values = cities.numbers[item.field][rows]
    return spatial_pattern(values, neighbours, call.integer("PERMUTATIONS"), call.integer("SEED"))
