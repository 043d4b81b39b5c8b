"""Growth and shrinkage of cities between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..layers.cities import Cities
    from ..measures.prepare.growth import Growth
    from .call import Call

_ALL = "all"  # the one region where no field of regions is given


class CityGrowth(MegaRegionAlgorithm):
    """Adds change, rate, direction and change of share to the cities; a summary."""

    ID = "citygrowth"
    TITLE = "Growth and shrinkage"
    GROUP = "prepare"
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
            parameters.cities(
                "One row for each city with its values of two years: polygons, points or a table."
            ),
            parameters.region(
                "The field that names the mega-region of a city. Cities without one get no change "
                "of share. Without this field all cities count as one region.",
                optional=True,
            ),
            parameters.role(
                "The field with the role, made by 'Mark core and secondary cities': the summary "
                "then has one row for each role.",
                default=None,
            ),
            parameters.field(
                "FROM_FIELD",
                "First value",
                "The field with the values of the first year, for example pop_2006: zero or more.",
            ),
            parameters.field(
                "TO_FIELD",
                "Last value",
                "The field with the values of the last year, for example pop_2023, counted in the "
                "same way and unit as the first.",
            ),
            parameters.number(
                "YEARS",
                "Years between",
                "How many years lie between the two values: 17 from 2006 to 2023. Above zero.",
                optional=False,
            ),
            parameters.number(
                "STABLE_RATE",
                "Stable up to (percent a year)",
                "Cities that grow or shrink by no more than this many percent a year are stable.",
                default=0.1,
                least=0,
            ),
            parameters.sink(
                "OUTPUT",
                "Growth of cities",
                "The cities with mr_change, mr_rate, mr_growth and mr_share_change added.",
            ),
            parameters.sink(
                "SUMMARY",
                "Growth by region and role",
                "A table with one row for each region and role: how many cities grow, are stable "
                "or shrink, the sums of both years, their change and yearly rate, and the group's "
                "share of its region in both years.",
                optional=True,
            ),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        from ..cartography.relations.style import style_growth
        from ..layers.cities import refuse_negative
        from ..layers.prepare.growth import COLUMNS, summary_rows
        from ..measures.prepare.growth import growth, share_changes

        source = call.source()
        first, last, years = call.text("FROM_FIELD"), call.text("TO_FIELD"), call.number("YEARS")
        cities = call.cities(source, numbers=[first, last])
        refuse_negative(cities, [first, last])
        regions = cities.regions if call.given("REGION_FIELD") else [_ALL] * len(cities)
        start, end = cities.numbers[first], cities.numbers[last]
        found = growth(start, end, years, call.number("STABLE_RATE"))
        _warn_years(first, last, years, call)
        _report(cities, regions, found, call)
        added = {
            ("mr_change", float): found.change,
            ("mr_rate", float): found.rate,
            ("mr_growth", str): found.direction,
            ("mr_share_change", float): share_changes(start, end, regions),
        }
        call.extend("OUTPUT", "Growth of cities", source, cities.ids, added, style=style_growth)
        summary = summary_rows(start, end, regions, cities.roles, found, years)
        call.table("SUMMARY", "Growth by region and role", COLUMNS, summary)


def _warn_years(first: str, last: str, years: float, call: Call) -> None:
    """Field names that carry years may contradict the number of years given."""
    from ..layers.fields import parse_indicators

    named = {item.field: item.year for item in parse_indicators([first, last])}
    start, end = named[first], named[last]
    if start is not None and end is not None and end - start != years:
        call.warn(
            tr(
                "From {first} to {last} are {value} years by their names, but YEARS is "
                "{years:g}: check it."
            ).format(first=first, last=last, value=end - start, years=years)
        )


def _report(cities: Cities, regions: list[str | None], found: Growth, call: Call) -> None:
    """Say how many cities grow and shrink, and name those without results."""
    import numpy as np

    from ..measures.prepare.growth import GROWING, SHRINKING, STABLE

    counts = listed(
        f"{found.direction.count(word)} {words}"
        for word, words in (
            (GROWING, tr("growing")),
            (STABLE, tr("stable")),
            (SHRINKING, tr("shrinking")),
        )
    )
    compared = ~np.isnan(found.change)
    call.finding(
        tr("{compared} of {cities} cities compared: {counts}.").format(
            compared=int(compared.sum()), cities=len(cities), counts=counts
        )
    )
    if not np.isnan(found.rate).all():
        fastest, slowest = int(np.nanargmax(found.rate)), int(np.nanargmin(found.rate))
        call.finding(
            tr(
                "{fastest} grows fastest ({high:+.1f} percent a year), {slowest} slowest "
                "({low:+.1f})."
            ).format(
                fastest=cities.labels[fastest],
                high=found.rate[fastest],
                slowest=cities.labels[slowest],
                low=found.rate[slowest],
            )
        )
    without_rate = np.array([word is None for word in found.direction])
    outside = [row for row, region in enumerate(regions) if region is None]
    for words, rows in (
        (tr("Left out for lack of a value"), np.flatnonzero(~compared)),
        (tr("Zero at the start, so without a rate"), np.flatnonzero(compared & without_rate)),
        (tr("In no region, so without a change of share"), outside),
    ):
        if len(rows):
            call.warn(f"{words}: {cities.name(rows)}.")
