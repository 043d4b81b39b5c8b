"""Morphological polycentricity of each mega-region, indicator and year."""

from __future__ import annotations

from dataclasses import astuple
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

from ..layers.attributes import CityTable, name_some, read_table
from ..layers.citychecks import refuse_negative, rows_in_regions, warn_outside
from ..layers.indicators import parse_indicators
from ..layers.outputs import Column, write_table
from ..layers.regions import members_by_region
from ..measures.relations.polycentricity import polycentricity
from .base import MegaRegionAlgorithm, check_cancelled

COLUMNS: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("primacy", float),
    ("two_city_ratio", float),
    ("rank_size_slope", float),
    ("rank_size_r2", float),
    ("hhi", float),
    ("gini", float),
    ("polycentricity", float),
]


class PolycentricityAlgorithm(MegaRegionAlgorithm):
    """One row a region, indicator and year."""

    ID = "polycentricity"
    TITLE = "Morphological polycentricity"
    GROUP = "Spatial relations"
    TAGS = ("polycentricity", "primacy", "rank-size", "zipf", "herfindahl", "gini", "mega-region")
    SUMMARY = (
        "Measures how evenly an indicator such as population or GDP is spread over the cities of "
        "each mega-region: from one city that has all of it to cities of equal size.\n\n"
        "primacy: the largest city's share of the sum. two_city_ratio: largest over second "
        "largest. rank_size_slope: slope of ln size on ln rank, the closer to 0 the more "
        "polycentric, with rank_size_r2 for its fit (Meijers & Burger 2010). hhi: sum of squared "
        "shares. gini: Gini ratio of the sizes. polycentricity: 1 - sigma / sigma_max, from 0 "
        "(one of two cities has all) to 1 (all equal), where sigma_max is the standard deviation "
        "of two nodes with 0 and the largest value (Green 2007).\n\n"
        "These are measures of size. Whether the cities also work as one system is for "
        "'Inter-city flows' to say."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city with its mega-region and indicators: polygons, points or a "
            "table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region of a city. Cities without one are left out.",
        )
        self.add(
            QgsProcessingParameterField(
                "INDICATORS", "Indicators", None, "INPUT", allowMultiple=True
            ),
            "The fields with city sizes, for example population or GDP: absolute amounts of zero "
            "or more, not amounts per head. A field name that ends in _YYYY (pop_2023) carries its "
            "year.",
        )
        self.add(
            QgsProcessingParameterNumber(
                "TOP_N",
                "Only the largest cities of each region",
                QgsProcessingParameterNumber.Type.Integer,
                None,
                True,
                1,
            ),
            "How many of the largest cities of each region are measured; all of them without it. "
            "The same number everywhere makes regions of different numbers of cities comparable.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", "Polycentricity", QgsProcessing.SourceType.TypeVector
            ),
            "A table with one row for each region, indicator and year.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        fields = self.parameterAsFields(parameters, "INDICATORS", context)
        wanted = parameters.get("TOP_N") not in (None, "")
        top_n = self.parameterAsInt(parameters, "TOP_N", context) if wanted else None
        table = read_table(source, numbers=fields, texts=[region_field], feedback=feedback)
        check_cancelled(feedback)
        regions = table.texts[region_field]
        inside = rows_in_regions(table, regions, region_field)
        refuse_negative(table, fields, inside)
        by_region = members_by_region(regions)
        feedback.pushInfo(
            f"{len(inside)} of {len(table)} cities used, in {len(by_region)} regions."
        )
        warn_outside(table, regions, feedback)
        _warn_blanks(table, fields, inside, feedback)

        indicators = parse_indicators(fields)
        rows: list[list[Any]] = []
        for done, (region, members) in enumerate(by_region.items()):
            check_cancelled(feedback)
            for indicator in indicators:
                sizes = table.numbers[indicator.field][members]
                measured = polycentricity(sizes[~np.isnan(sizes)], top_n)
                rows.append([region, indicator.name, indicator.year, *astuple(measured)])
            feedback.setProgress(100 * (done + 1) / len(by_region))
        _warn_undefined(rows, feedback)
        output = write_table(self, parameters, "OUTPUT", context, COLUMNS, rows)
        self.style(context, output, "Polycentricity")
        return {"OUTPUT": output}


def _warn_blanks(
    table: CityTable, fields: list[str], inside: np.ndarray, feedback: QgsProcessingFeedback
) -> None:
    """Name the cities without a value, and those with zero, which has no logarithm."""
    for field in fields:
        values = table.numbers[field][inside]
        blank = [table.labels[i] for i in inside[np.isnan(values)]]
        if blank:
            feedback.pushWarning(f"{field}: no value, left out: {name_some(blank)}.")
        zero = [table.labels[i] for i in inside[values == 0]]
        if zero:
            feedback.pushWarning(
                f"{field}: zero, so not part of the rank-size line: {name_some(zero)}."
            )


def _warn_undefined(rows: list[list[Any]], feedback: QgsProcessingFeedback) -> None:
    """Name the regions whose results stay empty because one city or none is left."""
    for row in rows:
        region, indicator, year, cities, primacy = row[:5]
        name = f"{region}, {indicator}" + ("" if year is None else f" {year}")
        if cities == 0:
            feedback.pushWarning(f"{name}: no city has a value; its results stay empty.")
        elif np.isnan(primacy):
            feedback.pushWarning(f"{name}: all values are zero; its results stay empty.")
        elif cities == 1:
            feedback.pushWarning(
                f"{name}: one city only; its ratio, rank-size line and polycentricity stay empty."
            )
