"""Night light of every city in every year, exact to the cells' covered fractions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..cartography.light.page import nightlight_page
from ..cartography.light.style import style_nightlight, style_series
from ..layers.attributes import read_table
from ..layers.light.folder import layers_in
from ..layers.light.log import report_bands, report_places, report_polygons, report_ungrouped
from ..layers.light.rasters import list_bands, unreadable, weight_band
from ..layers.light.summarise import LightOptions, Zones, light_of_cities
from ..layers.light.tables import CityLight, collect, groups_table, series_table, wide_fields
from ..layers.light.workers import crew
from ..layers.polygons import read_polygons
from ..layers.sinks import write_extended, write_table
from ..measures.light.statistics import ZonalOptions
from .oldbase import MegaRegionAlgorithm, check_cancelled


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
        self._add_outputs()

    def _add_inputs(self) -> None:
        number = QgsProcessingParameterNumber.Type
        any_field = QgsProcessingParameterField.DataType.Any
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            "Polygons, one for each city; holes and several parts are right.",
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "RASTERS",
                "Night-light rasters",
                QgsProcessing.SourceType.TypeRaster,
                optional=True,
            ),
            "One raster for each year, month or day, such as DMSP-OLS, VIIRS or harmonised "
            "series; virtual rasters and cloud-optimised GeoTIFFs too. Only the blocks that cities "
            "touch are read. Needed unless a folder is given.",
        )
        self.add(
            QgsProcessingParameterFile(
                "RASTER_FOLDER",
                "Folder of rasters",
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            "A folder such as 'Night light from downloads' makes: all GeoTIFFs and virtual rasters "
            "in it and in its subfolders are read, besides the rasters above.",
        )
        self.add(
            QgsProcessingParameterField(
                "REGION_FIELD", "Region", None, "INPUT", any_field, optional=True
            ),
            "The mega-region of each city; the groups and the chart are made by region.",
        )
        self.add(
            QgsProcessingParameterField(
                "ROLE_FIELD", "Role", None, "INPUT", any_field, optional=True
            ),
            "The role of each city, such as mr_role of 'Mark core and secondary cities'; the "
            "groups and the chart compare the roles.",
        )
        self.add(
            QgsProcessingParameterNumber(
                "LIT_THRESHOLD", "Lit above", number.Double, 0.0, optional=True
            ),
            "Cells with a value above this count as lit: 0 for cleaned rasters, about 0.5 "
            "nW/cm²/sr for raw VIIRS.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "NEGATIVE",
                "Negative values",
                ["Keep", "Count as zero", "Treat as no data"],
                defaultValue=0,
                optional=True,
            ),
            "VIIRS composites hold small negative values where the background was overcorrected.",
        )
        self.add(
            QgsProcessingParameterBoolean(
                "AREA_WEIGHTED", "Weight cells by ground area", True, optional=True
            ),
            "A cell counts in the mean and the standard deviation with its covered ground area "
            "(on the ellipsoid for rasters in degrees); else with its covered fraction. The sum is "
            "always of value x covered fraction.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("WEIGHTS", "Population grid", optional=True),
            "A raster of people, or of any other amount, whose grid may be finer or coarser: adds "
            "ntl_weighted, the mean light where people live, and ntl_per_weight, light a head.",
        )
        self.add(
            QgsProcessingParameterNumber("BAND", "Band", number.Integer, 1, True, 1),
            "The band that is read of rasters that are no series of one band a year.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("YEAR_PATTERN", "Date in the name", optional=True),
            "Regular expression that finds the date in a raster's name (its first group, where it "
            "has one). Without it years, months and days are found where they stand alone. A "
            "raster without a date is known by its name and is in no trend.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("SCHEDULER", "Dask scheduler", optional=True),
            "The address of a Dask scheduler, such as tcp://10.0.0.5:8786, whose workers read the "
            "rasters (at the same paths as here). Without it this machine's cores do.",
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", "Night light", QgsProcessing.SourceType.TypeVectorPolygon
            ),
            "The cities with ntl_sum, ntl_mean, ntl_max and ntl_lit (lit share of the valid area) "
            "of each year and, from three years on, ntl_slope (Theil-Sen slope of the mean, a "
            "year) and ntl_slope_p (Mann-Kendall).",
        )
        for name, title, help_text in (
            (
                "SERIES",
                "Series",
                "A table with one row for each city and date: gini, p10, p50 and p90 of the cells, "
                "sum, mean, max, std, lit_km2, lit_share and valid_share.",
            ),
            (
                "GROUPS",
                "Groups",
                "A table with one row for each region, role and year: sum, mean, lit_share. "
                "Cities without a region or role that is asked for are left out.",
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(
                    name,
                    title,
                    QgsProcessing.SourceType.TypeVector,
                    optional=True,
                    createByDefault=False,
                ),
                help_text,
            )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", "Report", "HTML files (*.html)", optional=True, createByDefault=False
            ),
            "A page to read and print: light of the regions over time, core against secondary, "
            "the largest gains and losses, the method.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        def progress(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(100 * share)

        source = self.source(parameters, "INPUT", context)
        rasters = self.parameterAsLayerList(parameters, "RASTERS", context)
        folder = self.parameterAsFile(parameters, "RASTER_FOLDER", context)
        if folder:
            rasters = [*rasters, *layers_in(folder)]
        found = list_bands(
            rasters,
            self.parameterAsInt(parameters, "BAND", context),
            self.parameterAsString(parameters, "YEAR_PATTERN", context),
        )
        options = self._options(parameters, context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context) or None
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or None
        table = read_table(source, texts=source.fields().names())
        scheduler = self.parameterAsString(parameters, "SCHEDULER", context).strip()
        report_bands(found, progress, feedback)
        with crew(scheduler) as workers:
            polygons = read_polygons(
                source, table.ids, lambda: check_cancelled(feedback), workers.nearby
            )
            report_polygons(table, polygons, feedback)
            zones = Zones(polygons.rings, source.sourceCrs(), context.transformContext(), workers)
            measured = light_of_cities(zones, found.bands, options, workers, progress)
        progress(1.0)
        report_places(table, polygons, measured, feedback)
        light = collect(table, measured, region_field, role_field)
        report_ungrouped(light, feedback)
        return self._write(parameters, context, source, light, [region_field, role_field])

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Name the raster that cannot be read, where QGIS would only name the parameter."""
        for name in ("RASTERS", "WEIGHTS"):
            given = parameters.get(name)
            for item in given if isinstance(given, (list, tuple)) else [given]:
                sentence = unreadable(item, context)
                if sentence:
                    return False, sentence
        checked: tuple[bool, str] = super().checkParameterValues(parameters, context)
        return checked

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> LightOptions:
        weights = self.parameterAsRasterLayer(parameters, "WEIGHTS", context)
        series = parameters.get("SERIES") not in (None, "")
        return LightOptions(
            ZonalOptions(
                self.parameterAsDouble(parameters, "LIT_THRESHOLD", context),
                self.parameterAsEnum(parameters, "NEGATIVE", context),
                deviation=series,
            ),
            self.parameterAsBoolean(parameters, "AREA_WEIGHTED", context),
            spread=series,
            weights=None if weights is None else weight_band(weights),
        )

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
        light: CityLight,
        grouping: Sequence[str | None],
    ) -> dict[str, Any]:
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        page = nightlight_page(light) if report else None
        results: dict[str, Any] = {
            "OUTPUT": write_extended(
                self, parameters, "OUTPUT", context, source, light.table.ids, wide_fields(light)
            )
        }
        self.style(context, results["OUTPUT"], "Night light", style_nightlight)
        also = [field for field in grouping if field]
        if parameters.get("SERIES") not in (None, ""):
            columns, rows = series_table(light, source.fields(), also)
            results["SERIES"] = write_table(self, parameters, "SERIES", context, columns, rows)
            self.style(context, results["SERIES"], "Night light, series", style_series)
        if parameters.get("GROUPS") not in (None, ""):
            columns, rows = groups_table(light)
            results["GROUPS"] = write_table(self, parameters, "GROUPS", context, columns, rows)
            self.style(context, results["GROUPS"], "Night light, groups", style_series)
        if page is not None:
            page.save(report)
            results["REPORT"] = report
        return results
