"""Sector differences of secondary cities to their region's cores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..cartography.typology.differences import style_differences
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.cities import LEAVE_OUT
from ..layers.points import representative_points
from ..layers.sectors import sector_values
from ..layers.sinks import write_extended
from ..measures.errors import InputError
from ..measures.prepare.roles import CORE, SECONDARY
from ..measures.sectors import (
    COUNTS,
    MEAN_OF_CORES,
    NEAREST_CORE,
    CoreDifferences,
    core_differences,
)
from .oldbase import MegaRegionAlgorithm, check_cancelled


class CoreDifferencesAlgorithm(MegaRegionAlgorithm):
    """The secondary cities with `mr_core` and `d_<sector>`."""

    ID = "corediffs"
    TITLE = "Sector differences to the core"
    GROUP = "typology"
    TAGS = ("sector", "industry", "employment", "specialisation", "core", "secondary city", "role")
    SUMMARY = (
        "Compares the sectors of each secondary city with those of the cores of its mega-region: "
        "the city's share of a sector minus the core's. What secondary cities have more of than "
        "their core hints at the role they play for it.\n\n"
        "The result has the secondary cities with mr_core (the core or cores compared with) and "
        "d_<sector> from -1 to 1: above 0 where the city has a larger share than its core. Cities "
        "that cannot be compared keep their row with empty results, and the log names them. "
        "'City types (K-means)' groups the cities by these differences."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city with its mega-region, role and sectors: polygons, points or, "
            "except for the nearest core, a table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region of a city.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", "mr_role", "INPUT", optional=True),
            "The field with the role, made by 'Mark core and secondary cities': exactly 'core' and "
            "'secondary' are used.",
        )
        self.add(
            QgsProcessingParameterField("SECTORS", "Sectors", None, "INPUT", allowMultiple=True),
            "The fields with the sectors, for example persons employed in manufacturing.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "VALUES_ARE", "Values are", ["Counts", "Shares", "Percentages"], defaultValue=COUNTS
            ),
            "Counts (persons, firms, output) are divided by their sum over the chosen sectors. "
            "Shares (0 to 1) and percentages (0 to 100) are taken as they are.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "REFERENCE",
                "Compared with",
                [
                    "Mean of the region's cores",
                    "The region's cores together",
                    "The nearest core of the region",
                ],
                defaultValue=MEAN_OF_CORES,
            ),
            "Mean: the mean of the cores' shares, so that each core counts the same. Together: the "
            "shares of the cores' summed counts, so that large cores count more; needs counts. "
            "Nearest: the core at the shortest great-circle distance between points on the cities.",
        )
        self.add(
            QgsProcessingParameterField("NAME_FIELD", "Name", None, "INPUT", optional=True),
            "The field with the cities' names for mr_core and the log. Without it the likeliest "
            "text field that tells all cities apart is taken.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "MISSING",
                "Missing values",
                ["Leave the city out", "Count as zero", "Stop"],
                defaultValue=LEAVE_OUT,
                optional=True,
            ),
            "What to do about a city without a value in a sector: leave it out (a core then does "
            "not count towards the reference), count it as zero, or stop. The log names the "
            "cities.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Differences"),
            "The secondary cities with mr_core and d_<sector> added.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or "mr_role"
        sectors = self.parameterAsFields(parameters, "SECTORS", context)
        values_are = self.parameterAsEnum(parameters, "VALUES_ARE", context)
        reference = self.parameterAsEnum(parameters, "REFERENCE", context)
        name_field = self.parameterAsString(parameters, "NAME_FIELD", context)
        texts = [region_field, role_field, *([name_field] if name_field else [])]
        table = read_table(source, numbers=sectors, texts=texts, feedback=feedback)
        check_cancelled(feedback)
        if name_field:  # as chosen, even where two cities share a name
            named = [text or label for text, label in zip(table.texts[name_field], table.labels)]
            table = replace(table, labels=named)
        regions, roles = table.texts[region_field], np.array(table.texts[role_field], dtype=object)
        is_core, is_secondary = roles == CORE, roles == SECONDARY
        if not is_secondary.any():
            raise InputError(
                f"No row of layer '{table.layer}' has '{SECONDARY}' in field '{role_field}': run "
                "'Mark core and secondary cities' first or choose its result."
            )
        in_region = np.array([region is not None for region in regions])
        compared = np.flatnonzero((is_core | is_secondary) & in_region)
        missing = self.parameterAsEnum(parameters, "MISSING", context)
        values = sector_values(table, sectors, compared, values_are, missing, feedback)
        points = None
        if reference == NEAREST_CORE:
            points = representative_points(source, table.ids, context.transformContext())
        found = core_differences(
            values, regions, is_core, is_secondary, values_are, reference, points
        )
        _report(table, regions, is_core, is_secondary, points, found, feedback)
        check_cancelled(feedback)

        rows = np.flatnonzero(is_secondary)
        added: dict[tuple[str, type], Any] = {
            ("mr_core", str): [
                "; ".join(table.labels[core] for core in found.cores[row]) or None for row in rows
            ]
        }
        for column, sector in enumerate(sectors):
            added[f"d_{sector}", float] = found.differences[rows, column]
        output = write_extended(self, parameters, "OUTPUT", context, source, table.ids[rows], added)
        self.style(context, output, self.TITLE, style_differences)
        return {"OUTPUT": output}


def _report(
    table: CityTable,
    regions: list[str | None],
    is_core: np.ndarray,
    is_secondary: np.ndarray,
    points: np.ndarray | None,
    found: CoreDifferences,
    feedback: QgsProcessingFeedback,
) -> None:
    """Say how many cities were compared with how many cores, and name those that were not."""
    compared = [bool(cores) for cores in found.cores]
    references = {core for cores in found.cores for core in cores}
    feedback.pushInfo(
        f"{sum(compared)} of {int(is_secondary.sum())} secondary cities compared with "
        f"{len(references)} cores."
    )
    outside = [table.labels[i] for i in np.flatnonzero(is_secondary) if regions[i] is None]
    if outside:
        feedback.pushWarning(f"Left out, in no region: {name_some(outside)}.")
    if points is not None:
        placeless = np.isnan(points).any(axis=1) & (is_core | is_secondary)
        if placeless.any():
            labels = [table.labels[i] for i in np.flatnonzero(placeless)]
            feedback.pushWarning(f"Left out, without a geometry: {name_some(labels)}.")
    for region in found.without_core:
        cities = [table.labels[i] for i in np.flatnonzero(is_secondary) if regions[i] == region]
        feedback.pushWarning(
            f"Region {region} has no core with values, left out: {name_some(cities)}."
        )
