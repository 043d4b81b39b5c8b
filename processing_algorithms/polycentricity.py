"""Morphological polycentricity of mega-regions."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..layers.panel import Panel
    from .call import Call

COLUMNS = [
    ("region", str),
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("primacy", float),
    ("two_city_ratio", float),
    ("rank_size_slope", float),
    ("rank_size_r2", float),
    ("half_rank_slope", float),
    ("half_rank_se", float),
    ("hhi", float),
    ("gini", float),
    ("polycentricity", float),
]


class PolycentricityAlgorithm(MegaRegionAlgorithm):
    """One row a region, indicator and year."""

    ID = "polycentricity"
    TITLE = "Morphological polycentricity"
    GROUP = "relations"
    TAGS = ("polycentricity", "primacy", "rank-size", "zipf", "herfindahl", "gini", "mega-region")
    SUMMARY = (
        "Measures how evenly an indicator such as population or GDP is spread over the cities of "
        "each mega-region: from one city that has all of it to cities of equal size.\n\n"
        "primacy: the largest city's share of the sum. two_city_ratio: largest over second "
        "largest. rank_size_slope: slope of ln size on ln rank, the closer to 0 the more "
        "polycentric, with rank_size_r2 for its fit (Meijers & Burger 2010). half_rank_slope: "
        "slope of ln(rank - 1/2) on ln size, -1 under Zipf's rule, with half_rank_se, its standard "
        "error; rough for few cities (Gabaix & Ibragimov 2011). hhi: sum of squared "
        "shares. gini: Gini ratio of the sizes. polycentricity: 1 - sigma / sigma_max, from 0 "
        "(one of two cities has all) to 1 (all equal), where sigma_max is the standard deviation "
        "of two nodes with 0 and the largest value (Green 2007).\n\n"
        "These are measures of size. Whether the cities also work as one system is for "
        "'Inter-city flows' to say."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city with its mega-region and indicators: polygons, points or a "
                "table."
            ),
            parameters.region(),
            parameters.indicators(
                "The fields with city sizes, for example population or GDP: absolute amounts of "
                "zero or more, not amounts per head. A field name that ends in _YYYY (pop_2023) "
                "carries its year."
            ),
            parameters.integer(
                "TOP_N",
                "Only the largest cities of each region",
                "How many of the largest cities of each region are measured; all of them without "
                "it. The same number everywhere makes regions of different numbers of cities "
                "comparable.",
                least=1,
            ),
            parameters.sink(
                "OUTPUT",
                "Polycentricity",
                "A table with one row for each region, indicator and year.",
            ),
            parameters.year(),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..layers.cities import rows_in_regions, warn_outside
        from ..layers.panel import read_panel
        from ..measures.relations.polycentricity import polycentricity

        region_field = call.text("REGION_FIELD")
        panel = read_panel(
            call.source(),
            call.fields("INDICATORS"),
            call.feedback,
            region_field=region_field,
            year_field=call.field("YEAR_FIELD"),
            id_field=call.field("ID_FIELD"),
        )
        inside = rows_in_regions(panel.cities, region_field)
        used = len({panel.cities.keys[row] for row in inside})
        call.info(
            tr("{used} of {count} cities used, in {count_2} regions.").format(
                used=used, count=len(panel.keys), count_2=len(panel.regions)
            )
        )
        warn_outside(panel.cities, call.feedback)
        top_n = call.integer("TOP_N") if call.given("TOP_N") else None
        rows: list[list[Any]] = []
        for number, region in call.each(list(enumerate(panel.regions))):
            for column, name in enumerate(panel.names):
                for year in panel.years_of(name):
                    row = panel.years.index(year)
                    sizes = panel.values[panel.region_of[:, row] == number, row, column]
                    measured = polycentricity(sizes[~np.isnan(sizes)], top_n)
                    rows.append([region, name, year, *astuple(measured)])
        _warn_blanks(panel, call)
        _warn_undefined(rows, call)
        _warn_few(rows, call)
        _report(rows, call)
        call.table("OUTPUT", "Polycentricity", COLUMNS, rows)


def _report(rows: list[list[Any]], call: Call) -> None:
    """The first indicator's regions with the most and the least even sizes, in its last year."""
    from ..cartography.columns import title_of

    of_first = [row for row in rows if row[1] == rows[0][1]]
    last = max((row[2] or 0 for row in of_first), default=0)
    position = [name for name, _ in COLUMNS].index("polycentricity")
    known = [
        row
        for row in of_first
        if (row[2] or 0) == last and row[position] is not None and row[position] == row[position]
    ]
    if len(known) == 1:
        call.finding(
            tr("{indicator}: polycentricity of {region} {value:.2f}; 1 = all cities equal.").format(
                indicator=title_of(known[0][1], known[0][2]),
                region=known[0][0],
                value=known[0][position],
            )
        )
    elif known:
        most = max(known, key=lambda row: row[position])
        least = min(known, key=lambda row: row[position])
        call.finding(
            tr(
                "{indicator}: {most} is the most polycentric ({high:.2f}), {least} the least "
                "({low:.2f}); 1 = all cities equal."
            ).format(
                indicator=title_of(most[1], most[2]),
                most=most[0],
                high=most[position],
                least=least[0],
                low=least[position],
            )
        )


def _warn_blanks(panel: Panel, call: Call) -> None:
    """Name the cities without a value, and those with zero, which has no logarithm."""
    import numpy as np

    from ..layers.fields import name_some
    from ..layers.panel import NOWHERE

    for column, name in enumerate(panel.names):
        for year in panel.years_of(name):
            row = panel.years.index(year)
            values, inside = panel.values[:, row, column], panel.region_of[:, row] != NOWHERE
            title = name if year is None else f"{name} {year}"
            blank = [panel.labels[i] for i in np.flatnonzero(inside & np.isnan(values))]
            if blank:
                call.warn(
                    tr("{title}: no value, left out: {names}.").format(
                        title=title, names=name_some(blank)
                    )
                )
            zero = [panel.labels[i] for i in np.flatnonzero(inside & (values == 0))]
            if zero:
                call.warn(
                    tr("{title}: zero, so not part of the rank-size line: {names}.").format(
                        title=title, names=name_some(zero)
                    )
                )


def _warn_undefined(rows: list[list[Any]], call: Call) -> None:
    """Name the regions whose results stay empty because one city or none is left."""
    for row in rows:
        region, indicator, year, cities, primacy = row[:5]
        name = f"{region}, {indicator}" + ("" if year is None else f" {year}")
        if cities == 0:
            call.warn(tr("{name}: no city has a value; its results stay empty.").format(name=name))
        elif primacy != primacy:
            call.warn(tr("{name}: all values are zero; its results stay empty.").format(name=name))
        elif cities == 1:
            call.warn(
                tr(
                    "{name}: one city only; its ratio, rank-size line and polycentricity "
                    "stay empty."
                ).format(name=name)
            )


def _warn_few(rows: list[list[Any]], call: Call) -> None:
    """Name the regions whose half-rank slope rests on few cities."""
    from ..layers.fields import name_some
    from ..measures.relations.polycentricity import FEW_FOR_HALF_RANK

    few = sorted({row[0] for row in rows if 1 < row[3] < FEW_FOR_HALF_RANK})
    if few:
        call.warn(
            tr(
                "Fewer than {few_for_half_rank} cities, so that half_rank_slope is too steep "
                "by some percent and its standard error large: {names}."
            ).format(few_for_half_rank=FEW_FOR_HALF_RANK, names=name_some(few))
        )
