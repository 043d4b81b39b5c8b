"""Mark core and secondary cities."""

from __future__ import annotations

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
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..cartography.prepare import style_roles
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.outputs import write_extended
from ..layers.regions import members_by_region
from ..measures.errors import InputError
from ..measures.prepare import roles
from .base import MegaRegionAlgorithm, check_cancelled, split_list

LEVEL, LIST, BAND, LARGEST_SHARE, RANK = range(5)
_NEEDED_FIELD = {
    LEVEL: ("LEVEL_FIELD", "the field with the administrative level"),
    LIST: ("NAME_FIELD", "the field with the cities' names or codes"),
    BAND: ("POPULATION_FIELD", "the field with the population"),
    LARGEST_SHARE: ("POPULATION_FIELD", "the field with the population"),
    RANK: ("POPULATION_FIELD", "the field with the population"),
}


class MarkCores(MegaRegionAlgorithm):
    """Adds `mr_role` and `mr_reason` to the cities."""

    ID = "markcores"
    TITLE = "Mark core and secondary cities"
    GROUP = "Prepare"
    TAGS = ("core", "secondary city", "role", "hierarchy", "capital", "population", "mega-region")
    SUMMARY = (
        "Marks each city of a mega-region as core or secondary by one of five published rules, "
        "and says why. The other algorithms compare the two groups.\n\n"
        "The result has the field mr_role (core, secondary, small; empty outside any region) and "
        "mr_reason."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region a city belongs to. Cities without a region get "
            "no role.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "RULE",
                "Rule",
                [
                    "Administrative level",
                    "List of names or codes",
                    "Population band",
                    "Share of the largest city",
                    "Largest cities of each region",
                ],
                defaultValue=LEVEL,
            ),
            "What makes a city a core: its administrative level, a list of your own, a population "
            "above a band, a population of at least a share of the largest city's, or being among "
            "the largest of its region. Each rule uses only its own settings below.",
        )
        self.add(
            QgsProcessingParameterField(
                "LEVEL_FIELD", "Administrative level", None, "INPUT", optional=True
            ),
            "For the rule 'Administrative level': the field that holds the level.",
        )
        self.add(
            QgsProcessingParameterString(
                "CORE_LEVELS",
                "Levels of core cities",
                "municipality;provincial capital;sub-provincial",
                optional=True,
            ),
            "For the rule 'Administrative level': the levels that make a core, separated by ';'.",
        )
        self.add(
            QgsProcessingParameterField("NAME_FIELD", "Name or code", None, "INPUT", optional=True),
            "For the rule 'List': the field in which the names or codes of the list are found.",
        )
        self.add(
            QgsProcessingParameterString(
                "CORE_NAMES", "Core cities", None, multiLine=False, optional=True
            ),
            "For the rule 'List': the core cities, separated by ';'. Each must be found.",
        )
        self.add(
            QgsProcessingParameterField(
                "POPULATION_FIELD", "Population", None, "INPUT", optional=True
            ),
            "For the three rules by size: the field with the population, or another size. For the "
            "band it must be in the band's unit.",
        )
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterNumber("BAND_MIN", "Band from", number.Double, 500000, True, 0),
            "For the rule 'Population band': cities below it are marked small. In the unit of the "
            "population field: 50 where the field counts 10,000 persons.",
        )
        self.add(
            QgsProcessingParameterNumber("BAND_MAX", "Band to", number.Double, 3000000, True, 0),
            "For the rule 'Population band': cities above it are cores. In the unit of the "
            "population field: 300 where the field counts 10,000 persons.",
        )
        self.add(
            QgsProcessingParameterNumber(
                "LARGEST_SHARE", "Share of the largest city", number.Double, 0.5, True, 0, 1
            ),
            "For the rule 'Share of the largest city': cities below this share (0 to 1) are "
            "secondary, the others cores.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "SCOPE",
                "Largest city of",
                ["Whole layer", "Each region"],
                defaultValue=0,
                optional=True,
            ),
            "For the rule 'Share of the largest city': compare with the largest city of the whole "
            "layer or of the city's own region.",
        )
        self.add(
            QgsProcessingParameterNumber(
                "TOP_N", "Cores in each region", number.Integer, 1, True, 1
            ),
            "For the rule 'Largest cities of each region': how many cities are cores.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Cities with roles"),
            "The cities with mr_role and mr_reason added.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        rule = self.parameterAsEnum(parameters, "RULE", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        parameter, meaning = _NEEDED_FIELD[rule]
        field = self.parameterAsString(parameters, parameter, context)
        if not field:
            raise InputError(f"This rule needs {meaning}: set {parameter}.")
        by_size = rule in (BAND, LARGEST_SHARE, RANK)
        table = read_table(
            source,
            numbers=[field] if by_size else [],
            texts=[region_field] if by_size else [region_field, field],
            feedback=feedback,
        )
        check_cancelled(feedback)
        regions = table.texts[region_field]
        marked = self._marked(parameters, context, table, field, regions)
        marked = [
            role if region is not None else roles.Role(None, "outside any region")
            for role, region in zip(marked, regions)
        ]
        _report(table, regions, marked, feedback)
        added = {
            ("mr_role", str): [role for role, _ in marked],
            ("mr_reason", str): [reason for _, reason in marked],
        }
        output = write_extended(self, parameters, "OUTPUT", context, source, table.ids, added)
        self.style(context, output, self.TITLE, style_roles)
        return {"OUTPUT": output}

    def _marked(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        table: CityTable,
        field: str,
        regions: list[str | None],
    ) -> list[roles.Role]:
        def number(name: str) -> float:
            return self.parameterAsDouble(parameters, name, context)

        rule = self.parameterAsEnum(parameters, "RULE", context)
        if rule == LEVEL:
            levels = split_list(self.parameterAsString(parameters, "CORE_LEVELS", context))
            return roles.by_level(table.texts[field], levels)
        if rule == LIST:
            names = split_list(self.parameterAsString(parameters, "CORE_NAMES", context))
            if not names:
                raise InputError("The list of core cities is empty: set CORE_NAMES.")
            return roles.by_list(table.texts[field], names)
        population = table.numbers[field]
        if (population < 0).any():
            city = table.labels[int(np.argmax(population < 0))]
            raise InputError(
                f"Field '{field}' of layer '{table.layer}' is negative for {city}: "
                "correct the value or leave it blank."
            )
        if rule == BAND:
            return roles.by_population_band(population, number("BAND_MIN"), number("BAND_MAX"))
        if rule == LARGEST_SHARE:
            whole_layer = self.parameterAsEnum(parameters, "SCOPE", context) == 0
            scopes = ["layer"] * len(table) if whole_layer else regions
            return roles.by_share_of_largest(population, scopes, number("LARGEST_SHARE"))
        top_n = self.parameterAsInt(parameters, "TOP_N", context)
        return roles.by_rank(population, regions, top_n)


def _report(
    table: CityTable,
    regions: list[str | None],
    marked: list[roles.Role],
    feedback: QgsProcessingFeedback,
) -> None:
    """Say in the log how many cities have which role, and name what is left out."""
    counts = {
        role: sum(item.role == role for item in marked)
        for role in (roles.CORE, roles.SECONDARY, roles.SMALL)
    }
    words = ", ".join(f"{count} {role}" for role, count in counts.items() if count) or "none"
    feedback.pushInfo(f"{len(table)} cities read; marked: {words}.")
    outside = [label for label, region in zip(table.labels, regions) if region is None]
    if outside:
        feedback.pushWarning(f"Outside any region, without a role: {name_some(outside)}.")
    unknown = [
        f"{label} ({item.reason})"
        for label, item, region in zip(table.labels, marked, regions)
        if item.role is None and region is not None
    ]
    if unknown:
        feedback.pushWarning(f"Without a role: {name_some(unknown)}.")
    for role in (roles.CORE, roles.SECONDARY):
        without = [
            region
            for region, members in members_by_region(regions).items()
            if not any(marked[i].role == role for i in members)
        ]
        if without:
            feedback.pushWarning(f"Regions without a {role} city: {name_some(without)}.")
