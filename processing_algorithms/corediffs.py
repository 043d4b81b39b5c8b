"""Sector differences of secondary cities to their region's cores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsProcessingFeatureSource

    from ..layers.cities import Cities
    from ..measures.sectors import CoreDifferences
    from .call import Call

# resources/sector_roles.csv, which says what each sector is
EXAMPLE_ROLES = (
    "emp_agriculture=agricultural provider; emp_mining=resource-based supporter; "
    "emp_energy=resource-based supporter; emp_manufacturing=manufacturing anchor; "
    "emp_construction=urban expansion enabler; emp_transport=transport and logistics node; "
    "emp_hospitality=leisure and daily-life hub; emp_retail=leisure and daily-life hub; "
    "emp_information=innovation collaborator; emp_science=innovation collaborator; "
    "emp_business=secondary business centre"
)


class CoreDifferencesAlgorithm(MegaRegionAlgorithm):
    """The secondary cities with `mr_core`, `mr_form` and `d_<sector>`."""

    ID = "corediffs"
    TITLE = "Sector differences to the core"
    GROUP = "typology"
    TAGS = ("sector", "industry", "employment", "specialisation", "core", "secondary city", "role")
    SUMMARY = (
        "Compares the sectors of each secondary city with those of the cores of its mega-region: "
        "the city's share of a sector minus the core's. What secondary cities have more of than "
        "their core hints at the role they play for it.\n\n"
        "The result has the secondary cities with mr_core (the core or cores compared with), "
        "mr_form (how) and d_<sector>: as a difference from -1 to 1, above 0 where the city has a "
        "larger share than its core. Cities that cannot be compared keep their row with empty "
        "results, and the log names them. 'City types' groups the cities by these fields.\n\n"
        "A difference to the core carries the core's own share, which is the same for all cities "
        "compared with it; types may then be regions in disguise. Compare with types by the own "
        "share."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city with its mega-region, role and sectors: polygons, points "
                "or, except for the nearest core, a table."
            ),
            parameters.region("The field that names the mega-region of a city."),
            parameters.role(),
            parameters.field(
                "SECTORS",
                "Sectors",
                "The fields with the sectors, for example persons employed in manufacturing.",
                many=True,
            ),
            parameters.values_are(
                "Counts (persons, firms, output) are divided by their sum over the chosen sectors. "
                "Shares (0 to 1) and percentages (0 to 100) are taken as they are."
            ),
            parameters.choice(
                "REFERENCE",
                "Compared with",
                [
                    "Mean of the region's cores",
                    "The region's cores together",
                    "The nearest core of the region",
                    "The core named in a field",
                ],
                "Mean: the mean of the cores' shares, so that each core counts the same. Together: "
                "the shares of the cores' summed counts, so that large cores count more; needs "
                "counts. Nearest: the core at the shortest great-circle distance between points on "
                "the cities. Named: the core whose name or id CORE_FIELD gives, in the same region "
                "or not.",
            ),
            parameters.field(
                "CORE_FIELD",
                "Core",
                "The field that names the core of each secondary city, for 'The core named in a "
                "field'. Cities without one are left out and named.",
                optional=True,
            ),
            parameters.choice(
                "FORM",
                "Form",
                [
                    "Difference of shares",
                    "Log ratio",
                    "Location quotient",
                    "The city's own share",
                ],
                "Difference: own share minus the core's. Log ratio: natural logarithm of own share "
                "over the core's, 0 where equal. Location quotient: own share over the core's, 1 "
                "where equal. Own share: compared with no core. Ratios with a share of 0 stay "
                "empty.",
                optional=True,
            ),
            parameters.text(
                "ROLES",
                "Roles of sectors",
                tr(
                    "Sums the sectors of one role first; the results are then d_<role>. Written as "
                    "field=role, separated by ';'; sectors that are not named stay as they are. "
                    "For the 11 sectors of the example, after Du et al. (2025): {roles}."
                ).format(roles=EXAMPLE_ROLES),
            ),
            parameters.field(
                "NAME_FIELD",
                "Name",
                "The field with the cities' names for mr_core and the log. Without it the "
                "likeliest field is taken.",
                optional=True,
            ),
            parameters.missing(
                "What to do about a city without a value in a sector: leave it out (a core then "
                "does not count towards the reference), count it as zero, or stop. The log names "
                "the cities."
            ),
            parameters.sink(
                "OUTPUT",
                "Differences",
                "The secondary cities with mr_core, mr_form and d_<sector> added.",
            ),
            parameters.identity(),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.typology.differences import style_differences
        from ..layers.sectors import sector_values
        from ..layers.typology.sectorroles import parse_roles
        from ..measures.prepare.roles import CORE, SECONDARY
        from ..measures.sectors import FORMS, NAMED_CORE, OWN_SHARE, core_differences, sum_by_role

        source, sectors = call.source(), call.fields("SECTORS")
        values_are, form = call.choice("VALUES_ARE"), call.choice("FORM")
        reference = call.choice("REFERENCE")
        cities = _read(call, source, sectors)
        role_of = parse_roles(call.text("ROLES"), sectors, cities.layer)
        is_core, is_secondary = cities.has_role(CORE), cities.has_role(SECONDARY)
        _require_secondary(is_secondary, cities, call)
        by_region = reference != NAMED_CORE and form != OWN_SHARE
        in_region = np.array([region is not None for region in cities.regions])
        compared = np.flatnonzero((is_core | is_secondary) & (in_region | (not by_region)))
        missing = call.choice("MISSING")
        values = sector_values(cities, sectors, compared, values_are, missing, call.feedback)
        values, sectors = sum_by_role(values, sectors, role_of)
        if role_of:
            call.info(tr("Sectors summed into: {names}.").format(names=listed(sectors)))
        points, named = _places_or_names(call, source, cities, is_core, is_secondary)
        found = core_differences(
            values,
            cities.regions,
            is_core,
            is_secondary,
            values_are,
            reference,
            points,
            named=named,
            form=form,
        )
        _report(cities, sectors, is_secondary, found, by_region, call)
        rows = np.flatnonzero(is_secondary)
        added: dict[tuple[str, type], Any] = {
            ("mr_core", str): [
                "; ".join(cities.labels[core] for core in found.cores[row]) or None for row in rows
            ],
            ("mr_form", str): [FORMS[form]] * len(rows),
        }
        for column, sector in enumerate(sectors):
            added[f"d_{sector}", float] = found.differences[rows, column]
        call.extend("OUTPUT", self.TITLE, source, cities.ids[rows], added, style=style_differences)


def _read(call: Call, source: QgsProcessingFeatureSource, sectors: list[str]) -> Cities:
    from qgis.PyQt.QtCore import QVariant

    from ..layers.cities import read_cities, refuse_without_cores
    from ..measures.errors import InputError
    from ..measures.sectors import NAMED_CORE

    texts: list[str] = []
    if call.choice("REFERENCE") == NAMED_CORE:
        if not call.given("CORE_FIELD"):
            raise InputError(
                tr(
                    "REFERENCE is the core named in a field, but CORE_FIELD is empty: choose "
                    "the field with the cores."
                )
            )
        # Names and ids of cities; decimal numbers are measured
        names = [f.name() for f in source.fields() if f.type() != QVariant.Double]
        texts = [call.text("CORE_FIELD"), *names]
    role_field = call.text("ROLE_FIELD") or "mr_role"
    cities = read_cities(
        source,
        call.feedback,
        numbers=sectors,
        texts=texts,
        region_field=call.field("REGION_FIELD"),
        role_field=role_field,
        id_field=call.field("ID_FIELD"),
        name_field=call.field("NAME_FIELD"),
    )
    refuse_without_cores(cities, role_field)
    return cities


def _require_secondary(is_secondary: np.ndarray, cities: Cities, call: Call) -> None:
    from ..measures.errors import InputError

    if not is_secondary.any():
        raise InputError(
            tr(
                "No row of layer '{layer}' has 'secondary' in field '{value}': run 'Mark "
                "core and secondary cities' first or choose its result."
            ).format(layer=cities.layer, value=call.text("ROLE_FIELD") or "mr_role")
        )


def _places_or_names(
    call: Call,
    source: QgsProcessingFeatureSource,
    cities: Cities,
    is_core: np.ndarray,
    is_secondary: np.ndarray,
) -> tuple[np.ndarray | None, np.ndarray | None]:
    """Points for the nearest core, positions of the named cores; what lacks them is named."""
    import numpy as np

    from ..layers.points import representative_points
    from ..layers.typology.sectorroles import named_cores
    from ..measures.sectors import NAMED_CORE, NEAREST_CORE

    reference = call.choice("REFERENCE")
    if reference == NEAREST_CORE:
        points = representative_points(source, cities.ids, call.context.transformContext())
        placeless = np.flatnonzero(np.isnan(points).any(axis=1) & (is_core | is_secondary))
        if len(placeless):
            call.warn(
                tr("Left out, without a geometry: {names}.").format(names=cities.name(placeless))
            )
        return points, None
    if reference == NAMED_CORE:
        field, secondary = call.text("CORE_FIELD"), np.flatnonzero(is_secondary)
        named = named_cores(cities, field, secondary, is_core)
        blank = secondary[named[secondary] < 0]
        if len(blank):
            call.warn(
                tr("Left out, without a core in field '{field}': {names}.").format(
                    field=field, names=cities.name(blank)
                )
            )
        return None, named
    return None, None


def _report(
    cities: Cities,
    sectors: list[str],
    is_secondary: np.ndarray,
    found: CoreDifferences,
    by_region: bool,
    call: Call,
) -> None:
    """Say how many cities were compared with how many cores, and name those that were not."""
    import numpy as np

    from ..layers.cities import warn_outside
    from ..layers.fields import name_some

    done = is_secondary & ~np.isnan(found.differences).all(axis=1)
    references = {core for cores in found.cores for core in cores}
    call.finding(
        tr("{count} of {count_2} secondary cities compared with {count_3} cores.").format(
            count=int(done.sum()), count_2=int(is_secondary.sum()), count_3=len(references)
        )
    )
    if by_region:
        warn_outside(cities, call.feedback, np.flatnonzero(is_secondary))
    by_name = cities.by_region()
    for region in found.without_core:
        rows = [row for row in by_name[region] if is_secondary[row]]
        call.warn(
            tr("Region {region} has no core with values, left out: {names}.").format(
                region=region, names=cities.name(rows)
            )
        )
    if found.undefined.any():
        cases = [
            f"{cities.labels[row]} ({listed(s for s, u in zip(sectors, undefined) if u)})"
            for row, undefined in enumerate(found.undefined)
            if undefined.any()
        ]
        call.warn(
            tr("A share of 0 has no ratio, so that these results stay empty: {names}.").format(
                names=name_some(cases, 100)
            )
        )
