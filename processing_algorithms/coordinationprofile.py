"""The coordination profile of each mega-region."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..cartography.relations.coordination import profile_page
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.relations.coordination import (
    from_change,
    from_cities,
    from_complementarity,
    from_flows,
    from_policy,
    from_polycentricity,
    from_unevenness,
)
from ..layers.sinks import Column, write_table
from ..measures.errors import InputError
from ..measures.groups import positions_by_name
from ..measures.relations.coordination import Evidence, profiles
from .oldbase import MegaRegionAlgorithm, check_cancelled

COLUMNS: list[Column] = [
    ("region", str),
    ("frame", str),
    ("aspect", str),
    ("measure", str),
    ("value", float),
    ("median", float),
    ("rank", int),
    ("note", str),
]


class _Input(NamedTuple):
    """An optional table: the parameter, its title, what it holds, and how it is read."""

    name: str
    title: str
    made_by: str
    read: Callable[[QgsProcessingFeatureSource, QgsProcessingFeedback], list[Evidence]]


TABLES = [
    _Input("UNEVENNESS", "Unevenness", "Core-secondary unevenness", from_unevenness),
    _Input("CHANGE", "Change of unevenness", "Change of unevenness", from_change),
    _Input("POLYCENTRICITY", "Polycentricity", "Morphological polycentricity", from_polycentricity),
    _Input("FLOWS_SUMMARY", "Flows of regions", "Inter-city flows", from_flows),
    _Input(
        "COMPLEMENTARITY",
        "Complementarity by region",
        "Functional complementarity",
        from_complementarity,
    ),
    _Input("POLICY", "Policy themes", "Planning-policy themes", from_policy),
]


class CoordinationProfile(MegaRegionAlgorithm):
    """One row a region and measure; a report with a page for each region."""

    ID = "coordinationprofile"
    TITLE = "Coordination profile"
    GROUP = "relations"
    TAGS = ("coordination", "governance", "profile", "vision", "mismatch", "planning")
    SUMMARY = (
        "Sets each mega-region's results beside the median of all regions, ordered by three "
        "visions (polycentricity, multi-directional flows, complementarity) and three governance "
        "mismatches: place (have secondary cities the capacity?), priority (do plans and growth "
        "favour the cores?) and actor (whose voice?).\n\n"
        "note holds a question for the planner where words and numbers part: many policies on "
        "connectivity but one-way flows, falling unevenness but a growing largest city. It is a "
        "question, never a verdict.\n\n"
        "Every table is optional; what lacks its table is left out, and the log says so. Rank 1 is "
        "the largest value. Where the cities carry mr_type, the number of types among the "
        "secondary cities is a measure too."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        vector = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", "Cities", vector),
            "One row for each city, with its mega-region and role: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region of a city, as the tables below name it.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", "mr_role", "INPUT", optional=True),
            "The field with the role, made by 'Mark core and secondary cities'.",
        )
        for item in TABLES:
            self.add(
                QgsProcessingParameterFeatureSource(item.name, item.title, vector, optional=True),
                f"The table for regions made by '{item.made_by}'.",
            )
        self.add(
            QgsProcessingParameterField(
                "CAPACITY_INDICATORS",
                "Indicators of capacity",
                None,
                "INPUT",
                allowMultiple=True,
                optional=True,
            ),
            "What cities can act with, for example revenue, graduates or patents, best per head: "
            "the mean of the secondary cities is set beside the cores'.",
        )
        self.add(
            QgsProcessingParameterField(
                "LEVEL_FIELD", "Administrative level", None, "INPUT", optional=True
            ),
            "The field with the administrative level: how many levels meet in a region.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Coordination profile", vector[0]),
            "A table with one row for each region and measure: value, median of all regions, rank "
            "and question.",
        )
        self.add_report(
            "A page to read, and to print with one sheet for each mega-region.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        table, region_field, evidence = self._cities(parameters, context, feedback)
        regions = list(positions_by_name(table.texts[region_field]))
        if not regions:
            raise InputError(
                f"Field '{region_field}' of layer '{table.layer}' is blank in every row: choose "
                "the field with the mega-regions."
            )
        absent = []
        for item in TABLES:
            check_cancelled(feedback)
            source = self.parameterAsSource(parameters, item.name, context)
            if source is None:
                absent.append(f"Left out, {item.name} was not given: {item.title.lower()}.")
                continue
            found = item.read(source, feedback)
            _check_regions(found, regions, item.name, source.sourceName(), feedback)
            evidence += found
        if not self.parameterAsFields(parameters, "CAPACITY_INDICATORS", context):
            absent.append("Left out, CAPACITY_INDICATORS was not given: place, the capacity.")
        for text in absent:
            feedback.pushInfo(text)
        rows = profiles(evidence, regions)
        feedback.pushInfo(
            f"{len(regions)} regions, {len(rows) // len(regions)} measures, "
            f"{sum(row.note is not None for row in rows)} lines with a question."
        )
        save_report = self.report(parameters, context, lambda: profile_page(rows, absent))
        results = {"OUTPUT": write_table(self, parameters, "OUTPUT", context, COLUMNS, rows)}
        self.style(context, results["OUTPUT"], self.TITLE)
        return {**results, **save_report()}

    def _cities(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[CityTable, str, list[Evidence]]:
        """The cities, the field of their regions, and what they tell."""
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or "mr_role"
        level_field = self.parameterAsString(parameters, "LEVEL_FIELD", context) or None
        capacities = self.parameterAsFields(parameters, "CAPACITY_INDICATORS", context)
        type_field = "mr_type" if source.fields().lookupField("mr_type") >= 0 else None
        texts = [region_field, role_field, level_field, type_field]
        table = read_table(
            source, capacities, [name for name in texts if name is not None], feedback=feedback
        )
        outside = [
            label for label, name in zip(table.labels, table.texts[region_field]) if name is None
        ]
        if outside:
            feedback.pushWarning(f"Left out, in no region: {name_some(outside)}.")
        evidence = from_cities(table, region_field, role_field, capacities, level_field, type_field)
        return table, region_field, evidence


def _check_regions(
    evidence: list[Evidence],
    regions: list[str],
    parameter: str,
    layer: str,
    feedback: QgsProcessingFeedback,
) -> None:
    """Name regions of a table that are not the cities'; stop where none is."""
    named = dict.fromkeys(region for item in evidence for region in item.values)
    foreign = [region for region in named if region not in regions]
    if foreign and len(foreign) == len(named):
        raise InputError(
            f"{parameter}, layer '{layer}', names none of the cities' regions but "
            f"{name_some(foreign, 5)}: choose the table or the REGION_FIELD that name them alike."
        )
    if foreign:
        feedback.pushWarning(f"{parameter}: regions without cities left out: {name_some(foreign)}.")
