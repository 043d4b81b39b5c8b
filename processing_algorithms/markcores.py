"""Mark core and secondary cities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..layers.cities import Cities
    from ..measures.prepare.roles import Marked, Role
    from .call import Call

LEVEL, LIST, BAND, LARGEST_SHARE, RANK = range(5)
_NEEDED_FIELD = {
    LEVEL: "LEVEL_FIELD",
    LIST: "NAME_FIELD",
    BAND: "POPULATION_FIELD",
    LARGEST_SHARE: "POPULATION_FIELD",
    RANK: "POPULATION_FIELD",
}


class MarkCores(MegaRegionAlgorithm):
    """Adds `mr_role` and `mr_reason` to the cities."""

    ID = "markcores"
    TITLE = "Mark core and secondary cities"
    GROUP = "prepare"
    TAGS = ("core", "secondary city", "role", "hierarchy", "capital", "population", "mega-region")
    SUMMARY = (
        "Marks each city of a mega-region as core or secondary by one of five published rules, "
        "and says why. The other algorithms compare the two groups.\n\n"
        "The result has the field mr_role (core, secondary, small; empty outside any region) and "
        "mr_reason."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities("One row for each city: polygons, points or a table."),
            parameters.region(
                "The field that names the mega-region a city belongs to. Cities without a region "
                "get no role."
            ),
            parameters.choice(
                "RULE",
                "Rule",
                [
                    "Administrative level",
                    "List of names or codes",
                    "Population band",
                    "Share of the largest city",
                    "Largest cities of each region",
                ],
                "What makes a city a core: its administrative level, a list of your own, a "
                "population above a band, a population of at least a share of the largest city's, "
                "or being among the largest of its region. Each rule uses only its own settings "
                "below.",
            ),
            parameters.field(
                "LEVEL_FIELD",
                "Administrative level",
                "For the rule 'Administrative level': the field that holds the level.",
                optional=True,
            ),
            parameters.text(
                "CORE_LEVELS",
                "Levels of core cities",
                "For the rule 'Administrative level': the levels that make a core, separated by "
                "';'. Usual variants and their Chinese words are known (直辖市, 省会, 副省级市, "
                "计划单列市).",
                default="municipality;provincial capital;sub-provincial",
            ),
            parameters.field(
                "NAME_FIELD",
                "Name or code",
                "For the rule 'List': the field in which the names or codes of the list are found.",
                optional=True,
            ),
            parameters.text(
                "CORE_NAMES",
                "Core cities",
                "For the rule 'List': the core cities, separated by ';'. Each must be found, and "
                "only once.",
            ),
            parameters.field(
                "POPULATION_FIELD",
                "Population",
                "For the three rules by size: the field with the population, or another size. For "
                "the band it must be in the band's unit.",
                optional=True,
            ),
            parameters.number(
                "BAND_MIN",
                "Band from",
                "For the rule 'Population band': cities below it are marked small. In the unit of "
                "the population field: 50 where the field counts 10,000 persons.",
                default=500000,
                least=0,
            ),
            parameters.number(
                "BAND_MAX",
                "Band to",
                "For the rule 'Population band': cities above it are cores. In the unit of the "
                "population field: 300 where the field counts 10,000 persons.",
                default=3000000,
                least=0,
            ),
            parameters.number(
                "LARGEST_SHARE",
                "Share of the largest city",
                "For the rule 'Share of the largest city': cities below this share (0 to 1) are "
                "secondary, the others cores.",
                default=0.5,
                least=0,
                most=1,
            ),
            parameters.choice(
                "SCOPE",
                "Largest city of",
                ["Whole layer", "Each region"],
                "For the rule 'Share of the largest city': compare with the largest city of the "
                "whole layer or of the city's own region.",
                optional=True,
            ),
            parameters.integer(
                "TOP_N",
                "Cores in each region",
                "For the rule 'Largest cities of each region': how many cities are cores.",
                default=1,
                least=1,
            ),
            parameters.sink(
                "OUTPUT", "Cities with roles", "The cities with mr_role and mr_reason added."
            ),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        from ..cartography.prepare import style_roles
        from ..measures.errors import InputError
        from ..measures.prepare.roles import Role

        source = call.source()
        rule = call.choice("RULE")
        parameter = _NEEDED_FIELD[rule]
        field = call.text(parameter)
        if not field:
            meaning = {
                "LEVEL_FIELD": tr("the field with the administrative level"),
                "NAME_FIELD": tr("the field with the cities' names or codes"),
                "POPULATION_FIELD": tr("the field with the population"),
            }[parameter]
            raise InputError(
                tr("This rule needs {meaning}: set {parameter}.").format(
                    meaning=meaning, parameter=parameter
                )
            )
        by_size = rule in (BAND, LARGEST_SHARE, RANK)
        cities = call.cities(
            source, numbers=[field] if by_size else [], texts=[] if by_size else [field]
        )
        marked = [
            role if region is not None else Role(None, "outside any region")
            for role, region in zip(_marked(call, cities, rule, field), cities.regions)
        ]
        _report(cities, marked, call)
        added = {
            ("mr_role", str): [role for role, _ in marked],
            ("mr_reason", str): [reason for _, reason in marked],
        }
        call.extend("OUTPUT", "Cities with roles", source, cities.ids, added, style=style_roles)


def _marked(call: Call, cities: Cities, rule: int, field: str) -> list[Role]:
    from ..layers.cities import refuse_negative
    from ..measures.errors import InputError
    from ..measures.prepare import roles

    if rule == LEVEL:
        return _told(roles.by_level(cities.texts[field], call.items("CORE_LEVELS")), call)
    if rule == LIST:
        names = call.items("CORE_NAMES")
        if not names:
            raise InputError(tr("The list of core cities is empty: set CORE_NAMES."))
        return roles.by_list(cities.texts[field], names, cities.keys)
    refuse_negative(cities, [field])
    population = cities.numbers[field]
    if rule == BAND:
        low, high = call.number("BAND_MIN"), call.number("BAND_MAX")
        known = population[population == population]
        if len(known) and known.max() < low:
            call.warn(
                tr(
                    "Every city is below the band: give BAND_MIN and BAND_MAX in the unit of "
                    "field '{field}'."
                ).format(field=field)
            )
        return roles.by_population_band(population, low, high)
    if rule == LARGEST_SHARE:
        whole_layer = call.choice("SCOPE") == 0
        scopes = ["layer"] * len(cities) if whole_layer else cities.regions
        return roles.by_share_of_largest(population, scopes, call.number("LARGEST_SHARE"))
    found = roles.by_rank(population, cities.regions, call.integer("TOP_N"), cities.keys)
    return _told(found, call)


def _told(marked: Marked, call: Call) -> list[Role]:
    for sentence in marked.notes:
        call.warn(sentence)
    return marked.roles


def _report(cities: Cities, marked: list[Role], call: Call) -> None:
    """Say in the log how many cities have which role, and name what is left out."""
    from ..layers.fields import name_some
    from ..measures.prepare.roles import CORE, SECONDARY, SMALL
    from ..measures.words import shown

    given = [role for role, _ in marked]
    called = {CORE: tr("core"), SECONDARY: tr("secondary"), SMALL: tr("small")}
    words = listed(f"{given.count(role)} {called[role]}" for role in called if role in given)
    call.finding(
        tr("{cities} cities read; marked: {roles}.").format(
            cities=len(cities), roles=words or tr("none")
        )
    )
    outside = [row for row, region in enumerate(cities.regions) if region is None]
    if outside:
        call.warn(
            tr("Outside any region, without a role: {names}.").format(names=cities.name(outside))
        )
    unknown = [
        f"{label} ({shown(item.reason)})"
        for label, item, region in zip(cities.labels, marked, cities.regions)
        if item.role is None and region is not None
    ]
    if unknown:
        call.warn(tr("Without a role: {names}.").format(names=name_some(unknown)))
    for role in (CORE, SECONDARY):
        without = [
            region
            for region, rows in cities.by_region().items()
            if not any(given[row] == role for row in rows)
        ]
        if without:
            call.warn(
                tr("Regions without a {role} city: {names}.").format(
                    role=shown(role), names=name_some(without)
                )
            )
