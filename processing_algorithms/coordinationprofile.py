"""The coordination profile of each mega-region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource

    from ..layers.cities import Cities
    from ..measures.relations.coordination import Evidence
    from .call import Call

COLUMNS = [
    ("region", str),
    ("frame", str),
    ("aspect", str),
    ("measure", str),
    ("value", float),
    ("median", float),
    ("rank", int),
    ("note", str),
]
# The optional tables: parameter, title, and which algorithm makes it.
TABLES = (
    ("UNEVENNESS", "Unevenness", "Core-secondary unevenness (Theil, Dagum Gini)"),
    ("CHANGE", "Change of unevenness", "Change of unevenness between two years"),
    ("POLYCENTRICITY", "Polycentricity", "Morphological polycentricity"),
    ("FLOWS_SUMMARY", "Flows of regions", "Inter-city flows"),
    ("COMPLEMENTARITY", "Complementarity by region", "Functional complementarity"),
    ("POLICY", "Policy themes", "Planning-policy themes"),
)


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
        self.add(
            parameters.cities(
                "One row for each city, with its mega-region and role: polygons, points or a table."
            ),
            parameters.region(
                "The field that names the mega-region of a city, as the tables below name it."
            ),
            parameters.role("The field with the role, made by 'Mark core and secondary cities'."),
            *(
                parameters.source(
                    name,
                    title,
                    tr("The table for regions made by '{made_by}'.").format(made_by=tr(made_by)),
                    optional=True,
                )
                for name, title, made_by in TABLES
            ),
            parameters.field(
                "CAPACITY_INDICATORS",
                "Indicators of capacity",
                "What cities can act with, for example revenue, graduates or patents, best per "
                "head: the mean of the secondary cities is set beside the cores'.",
                many=True,
                optional=True,
            ),
            parameters.field(
                "LEVEL_FIELD",
                "Administrative level",
                "The field with the administrative level: how many levels meet in a region.",
                optional=True,
            ),
            parameters.sink(
                "OUTPUT",
                "Coordination profile",
                "A table with one row for each region and measure: value, median of all regions, "
                "rank and question.",
            ),
            parameters.report("A page to read, and to print with one sheet for each mega-region."),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        from ..cartography.relations.coordination import profile_page
        from ..layers.cities import rows_in_regions, warn_outside
        from ..layers.relations import coordination as tables
        from ..measures.relations.coordination import profiles

        source = call.source()
        cities, evidence = _of_cities(call, source)
        rows_in_regions(cities, call.text("REGION_FIELD"))
        warn_outside(cities, call.feedback)
        regions = list(cities.by_region())
        readers = (
            tables.from_unevenness,
            tables.from_change,
            tables.from_polycentricity,
            tables.from_flows,
            tables.from_complementarity,
            tables.from_policy,
        )
        absent = []
        for (name, title, _), read in zip(TABLES, readers):
            call.check()
            if not call.given(name):
                absent.append(
                    tr("Left out, {name} was not given: {title}.").format(
                        name=name, title=tr(title)
                    )
                )
                continue
            table = call.source(name)
            found = read(table, call.feedback)
            evidence += _of_regions(found, regions, name, table.sourceName(), call)
        if not call.fields("CAPACITY_INDICATORS"):
            absent.append(tr("Left out, CAPACITY_INDICATORS was not given: place, the capacity."))
        for text in absent:
            call.info(text)
        rows = profiles(evidence, regions)
        call.finding(
            tr("{count} regions, {value} measures, {count_2} lines with a question.").format(
                count=len(regions),
                value=len(rows) // len(regions),
                count_2=sum(row.note is not None for row in rows),
            )
        )
        call.table("OUTPUT", self.TITLE, COLUMNS, rows)
        call.page(lambda: profile_page(rows, absent))


def _of_cities(call: Call, source: QgsProcessingFeatureSource) -> tuple[Cities, list[Evidence]]:
    """The cities, and what they tell."""
    from ..layers.cities import refuse_without_cores
    from ..layers.relations.coordination import from_cities

    capacities, level_field = call.fields("CAPACITY_INDICATORS"), call.field("LEVEL_FIELD")
    type_field = "mr_type" if source.fields().lookupField("mr_type") >= 0 else None
    texts = [name for name in (level_field, type_field) if name is not None]
    cities = call.cities(source, numbers=capacities, texts=texts)
    refuse_without_cores(cities, call.text("ROLE_FIELD") or "mr_role")
    return cities, from_cities(cities, capacities, level_field, type_field)


def _of_regions(
    evidence: list[Evidence], regions: list[str], parameter: str, layer: str, call: Call
) -> list[Evidence]:
    """The evidence under the regions' names as the cities spell them.

    Regions of a table that are not the cities' are named; where none is, that is an error.
    """
    from dataclasses import replace

    from ..layers.fields import name_some
    from ..measures.errors import InputError
    from ..measures.groups import found_again

    spelled = []
    for item in evidence:
        names = found_again(list(item.values), regions)
        values = {str(name): value for name, value in zip(names, item.values.values())}
        spelled.append(replace(item, values=values))
    named = dict.fromkeys(region for item in spelled for region in item.values)
    foreign = [region for region in named if region not in regions]
    if foreign and len(foreign) == len(named):
        raise InputError(
            tr(
                "{parameter}, layer '{layer}', names none of the cities' regions but "
                "{names}: choose the table or the REGION_FIELD that name them alike."
            ).format(parameter=parameter, layer=layer, names=name_some(foreign, 5))
        )
    if foreign:
        call.warn(
            tr("{parameter}: regions without cities left out: {names}.").format(
                parameter=parameter, names=name_some(foreign)
            )
        )
    return spelled
