"""Functional complementarity of the cities of each mega-region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..layers.cities import Cities
    from ..measures.relations.complementarity import Complementarity
    from .call import Call

SUMMARY_COLUMNS = [
    ("region", str),
    ("cities", int),
    ("cores", int),
    ("secondaries", int),
    ("left_out", int),
    ("specialisation", float),
    ("complementarity", float),
    ("most_complementary", str),
]


class ComplementarityAlgorithm(MegaRegionAlgorithm):
    """The cities with location quotients and two Krugman indices; a summary by region."""

    ID = "complementarity"
    TITLE = "Functional complementarity"
    GROUP = "relations"
    TAGS = (
        "complementarity",
        "specialisation",
        "location quotient",
        "krugman",
        "sector",
        "industry",
        "mega-region",
    )
    SUMMARY = (
        "Measures how the sectors of each city differ from those of its mega-region, and how those "
        "of each secondary city differ from the cores': what cities do that others do not is "
        "where they can complement each other.\n\n"
        "lq_<sector>: location quotient, the city's share of the sector over the region's; above "
        "1 the city has more than its part. mr_specialisation: Krugman index to the region, the "
        "sum over the sectors of the absolute differences of shares, 0 (like the region) to 2 "
        "(no sector shared). mr_complementarity: the same between a secondary city and the cores "
        "of its region together.\n\n"
        "A region's shares are those of all its cities with values, whatever their role. Cities "
        "that cannot be compared keep their row with empty results, and the log names them."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city with its mega-region, role and sectors: polygons, points or "
                "a table."
            ),
            parameters.region(
                "The field that names the mega-region of a city. Cities without one get no results."
            ),
            parameters.role(),
            parameters.field(
                "SECTORS",
                "Sectors",
                "The fields with the sectors, for example persons employed in manufacturing. Take "
                "them all, and none that contains another.",
                many=True,
            ),
            parameters.values_are(
                "Counts (persons, firms, output) are summed over a region's cities, so that large "
                "cities count more. Shares (0 to 1) and percentages (0 to 100) do not say how "
                "large a city is: the region's and the cores' shares are then means in which each "
                "city counts once."
            ),
            parameters.missing(
                "What to do about a city without a value in a sector: leave it out, count it as "
                "zero, or stop. The log names the cities."
            ),
            parameters.sink(
                "OUTPUT",
                "Complementarity",
                "The cities with lq_<sector>, mr_specialisation and mr_complementarity added.",
            ),
            parameters.sink(
                "SUMMARY",
                "Complementarity by region",
                "A table with one row for each region: how many cities were compared and left out, "
                "the mean specialisation of all cities, the mean complementarity of the secondary "
                "cities, and the secondary city least like the cores.",
                optional=True,
            ),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        from functools import partial

        from ..cartography.relations.style import style_complementarity
        from ..layers.cities import refuse_without_cores, rows_in_regions, warn_outside
        from ..layers.sectors import sector_values
        from ..measures.prepare.roles import CORE, SECONDARY
        from ..measures.relations.complementarity import complementarity

        source = call.source()
        sectors, values_are = call.fields("SECTORS"), call.choice("VALUES_ARE")
        missing = call.choice("MISSING")
        cities, role_field = call.cities(source, numbers=sectors), call.text("ROLE_FIELD")
        refuse_without_cores(cities, role_field or "mr_role")
        is_core, is_secondary = cities.has_role(CORE), cities.has_role(SECONDARY)
        inside = rows_in_regions(cities, call.text("REGION_FIELD"))
        values = sector_values(cities, sectors, inside, values_are, missing, call.feedback)
        found = complementarity(values, cities.regions, is_core, is_secondary, values_are)
        _report(cities, sectors, found, call)
        warn_outside(cities, call.feedback)
        added: dict[tuple[str, type], Any] = {
            (f"lq_{sector}", float): found.quotients[:, column]
            for column, sector in enumerate(sectors)
        }
        added["mr_specialisation", float] = found.specialisation
        added["mr_complementarity", float] = found.dissimilarity
        style = partial(style_complementarity, role_field=role_field or "mr_role")
        call.extend("OUTPUT", self.TITLE, source, cities.ids, added, style=style)
        summary = _summary(cities, is_core, is_secondary, found)
        call.table("SUMMARY", "Complementarity by region", SUMMARY_COLUMNS, summary)


def _summary(
    cities: Cities, is_core: np.ndarray, is_secondary: np.ndarray, found: Complementarity
) -> list[list[Any]]:
    """One row for each region, over its cities with values."""
    import numpy as np

    rows: list[list[Any]] = []
    for region, members in cities.by_region().items():
        used = members[~np.isnan(found.specialisation[members])]
        compared = members[~np.isnan(found.dissimilarity[members])]
        dissimilar = found.dissimilarity[compared]
        rows.append(
            [
                region,
                len(used),
                int(is_core[used].sum()),
                int(is_secondary[used].sum()),
                len(members) - len(used),
                found.specialisation[used].mean() if len(used) else None,
                dissimilar.mean() if len(compared) else None,
                cities.labels[compared[dissimilar.argmax()]] if len(compared) else None,
            ]
        )
    return rows


def _report(cities: Cities, sectors: list[str], found: Complementarity, call: Call) -> None:
    """Say how many cities were compared, and name the regions that could not be."""
    import numpy as np

    from ..layers.fields import name_some

    used = ~np.isnan(found.specialisation)
    compared = ~np.isnan(found.dissimilarity)
    call.finding(
        tr(
            "{used} of {cities} cities compared with their region, {secondaries} secondary cities "
            "with its cores, in {regions} regions."
        ).format(
            used=int(used.sum()),
            cities=len(cities),
            secondaries=int(compared.sum()),
            regions=len({region for region, kept in zip(cities.regions, used) if kept}),
        )
    )
    if compared.any():
        most = int(np.nanargmax(found.dissimilarity))
        call.finding(
            tr(
                "{city} differs most from the cores of its region ({value:.2f}; 0 = the same "
                "sectors, 2 = none in common)."
            ).format(city=cities.labels[most], value=found.dissimilarity[most])
        )
    if found.without_core:
        call.warn(
            tr(
                "Regions without a core that has values, their secondary cities get no "
                "complementarity: {names}."
            ).format(names=name_some(found.without_core))
        )
    for region, columns in found.absent.items():
        names = [sectors[column] for column in columns]
        call.warn(
            tr("Region {region} has nothing in {names}: no location quotient.").format(
                region=region, names=name_some(names)
            )
        )
