"""Night light of every city in every year, exact to the cells' covered fractions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..cartography.page import Page
    from ..layers.light.summarise import LightOptions
    from ..layers.light.tables import CityLight
    from .call import Call

_MEAN = "ntl_mean_"
_CERTAIN = 0.05


class NighttimeLight(MegaRegionAlgorithm):
    """A wide layer, a long series, groups by region and role, a report."""

    ID = "nighttimelight"
    TITLE = "Nighttime-light summary"
    GROUP = "light"
    TAGS = ("night light", "VIIRS", "DMSP", "black marble", "zonal statistics", "time series")
    SUMMARY = (
        "Sums up night light in every city and every year: the sum, the mean, the maximum and the "
        "lit share, with the share of each cell that the city covers computed exactly, and the "
        "trend over the years.\n\n"
        "Rasters may be many and may differ in grid and CRS. A raster whose bands are described "
        "with years, or whose name holds a first and a last year with as many bands as years "
        "between them, is read as a series of one band a year.\n\n"
        "Cities that lie partly beyond a raster are summed up over the part inside and named in "
        "the log; valid_share says how much of each city had valid cells. Cities wholly outside "
        "have no values. The fields ntl_<statistic>_<year> can be used as indicators of 'Core-"
        "secondary unevenness'. Pressing play in QGIS's temporal controller shows the years."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self._add_inputs()
        self.add(
            parameters.sink(
                "OUTPUT",
                "Night light",
                "The cities with ntl_sum, ntl_mean, ntl_max and ntl_lit (lit share of the valid "
                "area) of each date and, from three dates on, ntl_slope (Theil-Sen slope of the "
                "mean, a year) and ntl_slope_p (Mann-Kendall, safe under serial correlation; of "
                "months within the seasons).",
                parameters.POLYGONS,
            ),
            parameters.sink(
                "SERIES",
                "Series",
                "A table with one row for each city and date: gini, p10, p50 and p90 of the cells, "
                "sum, mean, max, std, lit_km2, lit_share, valid_share and the unit of the light, "
                "where the raster or its name tells it.",
                optional=True,
            ),
            parameters.sink(
                "GROUPS",
                "Groups",
                "A table with one row for each region, role and date: sum, mean, lit_share, unit. "
                "Cities without a region or role that is asked for are left out.",
                optional=True,
            ),
            parameters.report(
                "A page to read and print: light of the regions over time, core against secondary, "
                "the largest gains and losses, the method."
            ),
            parameters.identity(),
        )

    def _add_inputs(self) -> None:
        self.add(
            parameters.cities(
                "Polygons, one for each city; holes and several parts are right.",
                parameters.POLYGONS,
            ),
            parameters.described(
                QgsProcessingParameterMultipleLayers(
                    "RASTERS", "Night-light rasters", parameters.RASTERS, optional=True
                ),
                "One raster for each year, month or day, such as DMSP-OLS, VIIRS or harmonised "
                "series; virtual rasters and cloud-optimised GeoTIFFs too. Only the blocks that "
                "cities touch are read. Needed unless a folder is given.",
            ),
            parameters.folder(
                "RASTER_FOLDER",
                "Folder of rasters",
                "A folder such as 'Night light from downloads' makes: all GeoTIFFs and virtual "
                "rasters in it and in its subfolders are read, besides the rasters above.",
            ),
            parameters.field(
                "REGION_FIELD",
                "Region",
                "The mega-region of each city; the groups and the chart are made by region.",
                optional=True,
            ),
            parameters.field(
                "ROLE_FIELD",
                "Role",
                "The role of each city, such as mr_role of 'Mark core and secondary cities'; the "
                "groups and the chart compare the roles.",
                optional=True,
            ),
            parameters.number(
                "LIT_THRESHOLD",
                "Lit above",
                "Cells with a value above this count as lit: 0 for cleaned rasters, about 0.5 "
                "nW/cm²/sr for raw VIIRS.",
                default=0.0,
            ),
            parameters.choice(
                "NEGATIVE",
                "Negative values",
                ["Keep", "Count as zero", "Treat as no data"],
                "VIIRS composites hold small negative values where the background was "
                "overcorrected.",
                optional=True,
            ),
            parameters.flag(
                "AREA_WEIGHTED",
                "Weight cells by ground area",
                "A cell counts in the mean and the standard deviation with its covered ground area "
                "on the ellipsoid; else with its covered fraction. The sum is always of value x "
                "covered fraction.",
                default=True,
                advanced=True,
            ),
            parameters.described(
                QgsProcessingParameterRasterLayer("WEIGHTS", "Population grid", optional=True),
                "A raster of people, or of any other amount, whose grid may be finer or coarser: "
                "adds ntl_weighted, the mean light where people live, and ntl_per_weight, light a "
                "head.",
            ),
            parameters.integer(
                "BAND",
                "Band",
                "The band that is read of rasters that are no series of one band a date.",
                default=1,
                least=1,
                advanced=True,
            ),
            parameters.text(
                "YEAR_PATTERN",
                "Date in the name",
                "Regular expression that finds the date in a raster's name (its first group, where "
                "it has one). Without it years, months and days are found where they stand alone. "
                "A raster without a date is known by its name and is in no trend.",
                advanced=True,
            ),
            parameters.text(
                "SCHEDULER",
                "Dask scheduler",
                "The address of a Dask scheduler, such as tcp://10.0.0.5:8786, whose workers read "
                "the rasters (at the same paths as here). Without it this machine's cores do.",
                advanced=True,
            ),
        )

    def work(self, call: Call) -> None:
        from ..cartography.light.style import style_nightlight, style_series
        from ..layers.light.folder import layers_in
        from ..layers.light.log import (
            report_bands,
            report_places,
            report_polygons,
            report_ungrouped,
        )
        from ..layers.light.rasters import gdal_wkt, list_bands
        from ..layers.light.summarise import Zones, light_of_cities
        from ..layers.light.tables import collect, groups_table, series_table, wide_fields
        from ..layers.light.workers import crew
        from ..layers.polygons import read_polygons

        source = call.source()
        folder = call.file("RASTER_FOLDER")
        rasters = call.layers("RASTERS")
        rasters += layers_in(folder, call.check, call.warn) if folder else []
        pattern = call.text("YEAR_PATTERN")
        bands = list_bands(rasters, call.integer("BAND"), pattern, call.check)
        cities = call.cities(source, texts=source.fields().names())
        report_bands(bands, call.progress, call.feedback)
        with crew(call.text("SCHEDULER").strip(), call.check) as workers:
            polygons = read_polygons(source, cities.ids, call.check, workers.nearby)
            crs = source.sourceCrs()
            report_polygons(cities, polygons, gdal_wkt(crs), call.feedback)
            transforms = call.context.transformContext()
            zones = Zones(polygons.rings, crs, transforms, workers)
            measured = light_of_cities(zones, bands.bands, _options(call), workers, call.progress)
        call.progress(1.0)
        report_places(cities, polygons, measured, call.feedback)
        region_field, role_field = call.field("REGION_FIELD"), call.field("ROLE_FIELD")
        by_region, by_role = region_field is not None, role_field is not None
        light = collect(cities, measured, by_region, by_role, call.check)
        report_ungrouped(light, call.feedback)
        added = wide_fields(light)
        _report(cities.labels, added, call)
        _report_trend(light, call)
        style = partial(style_nightlight, unit=light.unit)
        call.extend("OUTPUT", "Night light", source, cities.ids, added, style=style)
        if call.given("SERIES"):
            also = [field for field in (region_field, role_field) if field]
            columns, rows = series_table(light, source.fields(), also, call.check)
            call.table("SERIES", "Night light, series", columns, rows, style=style_series)
        columns, rows = groups_table(light, call.check)
        call.table("GROUPS", "Night light, groups", columns, rows, style=style_series)
        call.page(lambda: _page(light))

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Name the raster that cannot be read, where QGIS would only name the parameter."""
        from ..layers.light.rasters import unreadable

        for name in ("RASTERS", "WEIGHTS"):
            given = parameters.get(name)
            for item in given if isinstance(given, (list, tuple)) else [given]:
                sentence = unreadable(item, context)
                if sentence:
                    return False, sentence
        checked: tuple[bool, str] = super().checkParameterValues(parameters, context)
        return checked


def _page(light: CityLight) -> Page:
    from ..cartography.light.page import nightlight_page  # draws charts, which few runs want

    return nightlight_page(light)


def _report(labels: list[str], added: dict[tuple[str, type], Any], call: Call) -> None:
    """The brightest and the darkest city of the last date."""
    import numpy as np

    means = [(name, values) for (name, _), values in added.items() if name.startswith(_MEAN)]
    name, values = means[-1] if means else ("", [])
    light = np.array(values, dtype=float)
    if np.isnan(light).all():
        return
    most, least = int(np.nanargmax(light)), int(np.nanargmin(light))
    call.finding(
        tr(
            "Mean light ({date}): {most} is the brightest ({high:.2f}), {least} the darkest "
            "({low:.2f})."
        ).format(
            date=name[len(_MEAN) :],
            most=labels[most],
            high=light[most],
            least=labels[least],
            low=light[least],
        )
    )


def _report_trend(light: CityLight, call: Call) -> None:
    """In how many cities light has a trend that is not by chance."""
    import numpy as np

    if light.slope is None or light.slope_p is None:
        return
    certain = light.slope_p < _CERTAIN
    call.finding(
        tr(
            "Trend of the mean, each city tested on its own (p < {certain}): brighter in {up} of "
            "{count} cities, darker in {down}."
        ).format(
            certain=_CERTAIN,
            up=int((certain & (light.slope > 0)).sum()),
            count=len(light.slope_p) - int(np.isnan(light.slope_p).sum()),
            down=int((certain & (light.slope < 0)).sum()),
        )
    )


def _options(call: Call) -> LightOptions:
    from ..layers.light.rasters import weight_band
    from ..layers.light.summarise import LightOptions
    from ..measures.light.statistics import ZonalOptions

    weights = call.layers("WEIGHTS")
    return LightOptions(
        ZonalOptions(call.number("LIT_THRESHOLD"), call.choice("NEGATIVE")),
        call.flag("AREA_WEIGHTED"),
        spread=call.given("SERIES"),
        weights=weight_band(weights[0]) if weights else None,
    )
