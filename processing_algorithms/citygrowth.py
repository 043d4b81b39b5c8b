"""Growth and shrinkage of cities between two years."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..cartography.relations.style import style_growth
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.citychecks import refuse_negative
from ..layers.indicators import parse_indicators
from ..layers.outputs import Column, write_extended, write_table
from ..layers.prepare.growth import COLUMNS, summary_rows
from ..measures.prepare.growth import GROWING, SHRINKING, STABLE, Growth, growth, share_changes
from .base import MegaRegionAlgorithm, check_cancelled

_ALL = "all"  # the one region where no field of regions is given


class CityGrowth(MegaRegionAlgorithm):
    """Adds change, rate, direction and change of share to the cities; a summary."""

    ID = "citygrowth"
    TITLE = "Growth and shrinkage"
    GROUP = "Prepare"
    TAGS = ("growth", "shrinking city", "decline", "population", "change", "rate", "mega-region")
    SUMMARY = (
        "Tells growing from stable and shrinking cities between two years, and whether each city "
        "has gained or lost in its mega-region.\n\n"
        "mr_change: last less first value. mr_rate: percent a year, compound. mr_growth: growing, "
        "stable or shrinking. mr_share_change: change of the city's share of its region, both "
        "years over the cities that have both values. Cities without both values, or with zero at "
        "the start, keep their row with empty results, and the log names them."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city with its values of two years: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField(
                "REGION_FIELD", "Mega-region", None, "INPUT", optional=True
            ),
            "The field that names the mega-region of a city. Cities without one get no change of "
            "share. Without this field all cities count as one region.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", None, "INPUT", optional=True),
            "The field with the role, made by 'Mark core and secondary cities': the summary then "
            "has one row for each role.",
        )
        self.add(
            QgsProcessingParameterField("FROM_FIELD", "First value", None, "INPUT"),
            "The field with the values of the first year, for example pop_2006: zero or more.",
        )
        self.add(
            QgsProcessingParameterField("TO_FIELD", "Last value", None, "INPUT"),
            "The field with the values of the last year, for example pop_2023, counted in the same "
            "way and unit as the first.",
        )
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterNumber("YEARS", "Years between", number.Double),
            "How many years lie between the two values: 17 from 2006 to 2023. Above zero.",
        )
        self.add(
            QgsProcessingParameterNumber(
                "STABLE_RATE", "Stable up to (percent a year)", number.Double, 0.1, True, 0
            ),
            "Cities that grow or shrink by no more than this many percent a year are stable.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Growth of cities"),
            "The cities with mr_change, mr_rate, mr_growth and mr_share_change added.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "SUMMARY",
                "Growth by region and role",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table with one row for each region and role: how many cities grow, are stable or "
            "shrink, the sums of both years, their change and yearly rate, and the group's share "
            "of its region in both years.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context)
        first = self.parameterAsString(parameters, "FROM_FIELD", context)
        last = self.parameterAsString(parameters, "TO_FIELD", context)
        years = self.parameterAsDouble(parameters, "YEARS", context)
        texts = [name for name in (region_field, role_field) if name]
        table = read_table(source, numbers=[first, last], texts=texts, feedback=feedback)
        check_cancelled(feedback)
        refuse_negative(table, [first, last], np.arange(len(table)))
        nothing: list[str | None] = [None] * len(table)
        regions = table.texts[region_field] if region_field else [_ALL] * len(table)
        roles = table.texts[role_field] if role_field else nothing
        start, end = table.numbers[first], table.numbers[last]
        stable_rate = self.parameterAsDouble(parameters, "STABLE_RATE", context)
        found = growth(start, end, years, stable_rate)
        shares = share_changes(start, end, regions)
        _warn_years(first, last, years, feedback)
        _report(table, regions, found, feedback)
        feedback.setProgress(50)
        check_cancelled(feedback)

        added: dict[Column, Any] = {
            ("mr_change", float): found.change,
            ("mr_rate", float): found.rate,
            ("mr_growth", str): found.direction,
            ("mr_share_change", float): shares,
        }
        summary = summary_rows(start, end, regions, roles, found, years)
        results = {
            "OUTPUT": write_extended(self, parameters, "OUTPUT", context, source, table.ids, added),
            "SUMMARY": write_table(self, parameters, "SUMMARY", context, COLUMNS, summary),
        }
        self.style(context, results["OUTPUT"], "Growth of cities", style_growth)
        self.style(context, results["SUMMARY"], "Growth by region and role")
        return {name: destination for name, destination in results.items() if destination}


def _warn_years(first: str, last: str, years: float, feedback: QgsProcessingFeedback) -> None:
    """Field names that carry years may contradict the number of years given."""
    named = {item.field: item.year for item in parse_indicators([first, last])}
    start, end = named[first], named[last]
    if start is not None and end is not None and end - start != years:
        feedback.pushWarning(
            f"From {first} to {last} are {end - start} years by their names, but YEARS is "
            f"{years:g}: check it."
        )


def _report(
    table: CityTable, regions: list[str | None], found: Growth, feedback: QgsProcessingFeedback
) -> None:
    """Say how many cities grow and shrink, and name those without results."""
    counts = ", ".join(
        f"{found.direction.count(word)} {word}" for word in (GROWING, STABLE, SHRINKING)
    )
    compared = ~np.isnan(found.change)
    feedback.pushInfo(f"{int(compared.sum())} of {len(table)} cities compared: {counts}.")
    blank = [label for label, known in zip(table.labels, compared) if not known]
    if blank:
        feedback.pushWarning(f"Left out for lack of a value: {name_some(blank)}.")
    from_zero = [
        label
        for label, known, word in zip(table.labels, compared, found.direction)
        if known and word is None
    ]
    if from_zero:
        feedback.pushWarning(f"Zero at the start, so without a rate: {name_some(from_zero)}.")
    outside = [label for label, region in zip(table.labels, regions) if region is None]
    if outside:
        feedback.pushWarning(f"In no region, so without a change of share: {name_some(outside)}.")
