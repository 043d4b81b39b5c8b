"""What the algorithms that compare core with secondary cities ask for and read."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..layers.attributes import read_table
from ..layers.comparison import LEAVE_OUT, Cell, Comparison, compare
from .base import MegaRegionAlgorithm, check_cancelled


class ComparisonAlgorithm(MegaRegionAlgorithm):
    """Base of the unevenness algorithms."""

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
