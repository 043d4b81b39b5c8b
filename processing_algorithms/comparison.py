"""What the algorithms that compare core with secondary cities ask for and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from ..layers.attributes import read_table
from ..layers.comparison import LEAVE_OUT, Cell, Comparison, compare
from ..layers.outputs import Column, write_table
from ..layers.regions import dissolve
from .base import MegaRegionAlgorithm, check_cancelled


@dataclass(frozen=True)
class Results:
    """What an algorithm has computed and is about to write.

    Attributes:
        source: the cities.
        comparison: their regions.
        columns: of the result table.
        rows: of the result table, by column.
        shapes: the regions' polygons, or None.
        region_fields: column of the result table to the beginning of the regions' field name and
            its type; the indicator and the year follow.
        style: of the regions.
    """

    source: QgsProcessingFeatureSource
    comparison: Comparison
    columns: list[Column]
    rows: list[dict[str, Any]]
    shapes: list[QgsGeometry] | None
    region_fields: Mapping[str, tuple[str, type]]
    style: Callable[[QgsVectorLayer], None]


class ComparisonAlgorithm(MegaRegionAlgorithm):
    """Base of the unevenness algorithms."""

    GROUP = "Unevenness"
    RESULT = ""  # what the result table is called

    def add_inputs(self) -> None:
        """The parameters that all of them share."""
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city (or for each city and year), with its mega-region, role and "
            "indicators: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region of a city. Cities without one are left out.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", "mr_role", "INPUT", optional=True),
            "The field with the role, made by 'Mark core and secondary cities'. Exactly the values "
            "'core' and 'secondary' are compared; other cities are left out.",
        )
        self.add(
            QgsProcessingParameterField(
                "INDICATORS", "Indicators", None, "INPUT", allowMultiple=True
            ),
            "The fields to compare, for example GDP or population: zero or more, absolute amounts "
            "or amounts per head. A field name that ends in _YYYY (gdp_2023) carries its year.",
        )
        self.add(
            QgsProcessingParameterField("YEAR_FIELD", "Year", None, "INPUT", optional=True),
            "Only for tables with one row for each city and year: the field with the year. Field "
            "names are then not searched for years.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField("WEIGHT_FIELD", "Weight", None, "INPUT", optional=True),
            "How much each city counts, for example its population; above zero. Without it each "
            "city counts once, as in the published research.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "MISSING",
                "Missing values",
                ["Leave the city out", "Count as zero", "Stop"],
                defaultValue=LEAVE_OUT,
                optional=True,
            ),
            "What to do about a city without a value: leave it out of that indicator and year, "
            "count it as zero (which can change the result much), or stop. The log names the "
            "cities.",
            advanced=True,
        )

    def add_outputs(self, table: str, regions: str | None, report: str) -> None:
        """The result table, the regions' layer where it has a help text, and the report."""
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", self.RESULT, QgsProcessing.SourceType.TypeVector
            ),
            table,
        )
        if regions is not None:
            self.add(
                QgsProcessingParameterFeatureSink(
                    "REGIONS",
                    "Regions",
                    QgsProcessing.SourceType.TypeVectorPolygon,
                    optional=True,
                    createByDefault=False,
                ),
                regions,
            )
        self.add_report(
            report,
        )

    def add_resampling(self, name: str, title: str, help_text: str) -> None:
        """A number of random samples, 0 by default."""
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(name, title, integer, 0, True, 0),
            help_text,
            advanced=True,
        )

    def add_seed(self) -> None:
        """The seed of the random numbers."""
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber("SEED", "Random seed", integer, 0, True, 0),
            "The same seed gives the same random results on every run and machine.",
            advanced=True,
        )

    def write_results(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        results: Results,
    ) -> dict[str, Any]:
        """Write the table and, where their polygons were asked for, the regions."""
        rows = [row.values() for row in results.rows]
        written = {
            "OUTPUT": write_table(self, parameters, "OUTPUT", context, results.columns, rows)
        }
        self.style(context, written["OUTPUT"], self.RESULT)
        if results.shapes is not None:
            columns, region_rows = _by_region(
                results.comparison.regions, results.rows, results.region_fields
            )
            crs = results.source.sourceCrs()
            written["REGIONS"] = write_table(
                self, parameters, "REGIONS", context, columns, region_rows, results.shapes, crs
            )
            name = f"{self.RESULT}, regions"
            self.style(context, written["REGIONS"], name, results.style)
        return written

    def region_shapes(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        comparison: Comparison,
        feedback: QgsProcessingFeedback,
    ) -> list[QgsGeometry] | None:
        """The regions' dissolved polygons, or None where the user did not ask for them."""
        if parameters.get("REGIONS") in (None, ""):
            return None
        feedback.setProgressText("Dissolving the regions' polygons")
        return dissolve(source, comparison.table.ids, comparison.regions, feedback)

    def comparison(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[QgsProcessingFeatureSource, Comparison]:
        """Read the shared parameters and the cities."""
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or "mr_role"
        indicators = self.parameterAsFields(parameters, "INDICATORS", context)
        year_field = self.parameterAsString(parameters, "YEAR_FIELD", context) or None
        weight_field = self.parameterAsString(parameters, "WEIGHT_FIELD", context) or None
        table = read_table(
            source,
            numbers=[*indicators, *([weight_field] if weight_field else [])],
            texts=[region_field, role_field, *([year_field] if year_field else [])],
            year_field=year_field,
            feedback=feedback,
        )
        check_cancelled(feedback)
        comparison = compare(
            table,
            region_field,
            role_field,
            indicators,
            year_field=year_field,
            weight_field=weight_field,
            missing=self.parameterAsEnum(parameters, "MISSING", context),
            feedback=feedback,
        )
        return source, comparison


def report_missing(
    cells: list[Cell], counted_as_zero: bool, feedback: QgsProcessingFeedback
) -> None:
    """Name in the log, for each indicator and year, the cities without a value."""
    blanks: dict[str, list[str]] = {}
    for cell in cells:
        if cell.missing:
            name = cell.indicator if cell.year is None else f"{cell.indicator} {cell.year}"
            blanks.setdefault(name, []).extend(cell.missing)
    done = "counted as zero" if counted_as_zero else "left out"
    for name, cities in blanks.items():
        feedback.pushWarning(f"{name}: no value, {done}: {', '.join(cities)}.")


def _by_region(
    regions: Iterable[str],
    rows: Iterable[dict[str, Any]],
    names: Mapping[str, tuple[str, type]],
) -> tuple[list[Column], list[list[Any]]]:
    """Columns and rows of the regions' layer: one row a region, columns for each indicator."""
    columns: dict[str, type] = {"region": str}
    found: dict[str, dict[str, Any]] = {region: {"region": region} for region in regions}
    for row in rows:
        year = row.get("year")
        suffix = row["indicator"] + ("" if year is None else f"_{year}")
        for name, (beginning, kind) in names.items():
            columns[f"{beginning}_{suffix}"] = kind
            found[row["region"]][f"{beginning}_{suffix}"] = row[name]
    return list(columns.items()), [[r.get(name) for name in columns] for r in found.values()]
