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
    QgsProcessingParameterString,
)

from ..cartography.typology.differences import style_differences
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.comparison import LEAVE_OUT
from ..layers.outputs import write_extended
from ..layers.points import representative_points
from ..layers.sectors import (
    name_like_fields,
    named_cores,
    parse_roles,
    sector_values,
    shipped_roles,
    told_apart,
)
from ..measures.errors import InputError
from ..measures.prepare.roles import CORE, SECONDARY
from ..measures.sectors import (
    COUNTS,
    DIFFERENCE,
    FORMS,
    MEAN_OF_CORES,
    NAMED_CORE,
    NEAREST_CORE,
    OWN_SHARE,
    CoreDifferences,
    core_differences,
    sum_by_role,
)
from .base import MegaRegionAlgorithm, check_cancelled


class CoreDifferencesAlgorithm(MegaRegionAlgorithm):
    """The secondary cities with `mr_core` and `d_<sector>`."""

    ID = "corediffs"
    TITLE = "Sector differences to the core"
    GROUP = "Roles of secondary cities"
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
        "of a region compared with it; types may then be regions in disguise. Compare with types "
        "by the own share."
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
                    "The core named in a field",
                ],
                defaultValue=MEAN_OF_CORES,
            ),
            "Mean: the mean of the cores' shares, so that each core counts the same. Together: the "
            "shares of the cores' summed counts, so that large cores count more; needs counts. "
            "Nearest: the core at the shortest great-circle distance between points on the cities. "
            "Named: the core whose name or id CORE_FIELD gives, in the same region or not.",
        )
        self.add(
            QgsProcessingParameterField("CORE_FIELD", "Core", None, "INPUT", optional=True),
            "The field that names the core of each secondary city, for 'The core named in a "
            "field'. Cities without one are left out and named.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "FORM",
                "Form",
                [
                    "Difference of shares",
                    "Log ratio",
                    "Location quotient",
                    "The city's own share",
                ],
                defaultValue=DIFFERENCE,
                optional=True,
            ),
            "Difference: own share minus the core's. Log ratio: natural logarithm of own share "
            "over the core's, 0 where equal. Location quotient: own share over the core's, 1 where "
            "equal. Own share: compared with no core. Ratios with a share of 0 stay empty.",
        )
        self.add(
            QgsProcessingParameterString("ROLES", "Roles of sectors", None, False, True),
            "Sums the sectors of one role first; the results are then d_<role>. Written as "
            "field=role, separated by ';'; sectors that are not named stay as they are. For the "
            f"11 sectors of the example, after Du et al. (2025): {shipped_roles()}.",
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
        core_field = self.parameterAsString(parameters, "CORE_FIELD", context)
        form = self.parameterAsEnum(parameters, "FORM", context)
        if reference == NAMED_CORE and not core_field:
            raise InputError(
                "REFERENCE is the core named in a field, but CORE_FIELD is empty: choose the field "
                "with the cores."
            )
        texts = [region_field, role_field, *filter(None, [name_field])]
        called = name_like_fields(source) if reference == NAMED_CORE else []
        texts += [core_field, *called] if reference == NAMED_CORE else []
        table = read_table(source, numbers=sectors, texts=texts, feedback=feedback)
        roles_text = self.parameterAsString(parameters, "ROLES", context)
        role_of = parse_roles(roles_text, sectors, table.layer)
        check_cancelled(feedback)
        if name_field:  # as chosen, even where two cities share a name
            named = [text or label for text, label in zip(table.texts[name_field], table.labels)]
            table = replace(table, labels=told_apart(named, table.labels))
        regions, roles = table.texts[region_field], np.array(table.texts[role_field], dtype=object)
        is_core, is_secondary = roles == CORE, roles == SECONDARY
        if not is_secondary.any():
            raise InputError(
                f"No row of layer '{table.layer}' has '{SECONDARY}' in field '{role_field}': run "
                "'Mark core and secondary cities' first or choose its result."
            )
        in_region = np.array([region is not None for region in regions])
        if reference == NAMED_CORE or form == OWN_SHARE:
            in_region[:] = True
        compared = np.flatnonzero((is_core | is_secondary) & in_region)
        missing = self.parameterAsEnum(parameters, "MISSING", context)
        values = sector_values(table, sectors, compared, values_are, missing, feedback)
        points = None
        if reference == NEAREST_CORE:
            points = representative_points(source, table.ids, context.transformContext())
            placeless = np.isnan(points).any(axis=1) & (is_core | is_secondary)
            if placeless.any():
                labels = [table.labels[i] for i in np.flatnonzero(placeless)]
                feedback.pushWarning(f"Left out, without a geometry: {name_some(labels)}.")
        named_core = None
        if reference == NAMED_CORE:
            secondary = np.flatnonzero(is_secondary)
            named_core = named_cores(table, core_field, called, secondary, is_core)
            blank = [table.labels[row] for row in secondary if named_core[row] < 0]
            if blank:
                feedback.pushWarning(
                    f"Left out, without a core in field '{core_field}': {name_some(blank)}."
                )
        values, sectors = sum_by_role(values, sectors, role_of)
        if role_of:
            feedback.pushInfo(f"Sectors summed into: {', '.join(sectors)}.")
        found = core_differences(
            values,
            regions,
            is_core,
            is_secondary,
            values_are,
            reference,
            points,
            named=named_core,
            form=form,
        )
        by_region = reference != NAMED_CORE and form != OWN_SHARE
        _report(table, sectors, regions, is_secondary, found, by_region, feedback)
        check_cancelled(feedback)

        rows = np.flatnonzero(is_secondary)
        added: dict[tuple[str, type], Any] = {
            ("mr_core", str): [
                "; ".join(table.labels[core] for core in found.cores[row]) or None for row in rows
            ],
            ("mr_form", str): [FORMS[form]] * len(rows),
        }
        for column, sector in enumerate(sectors):
            added[f"d_{sector}", float] = found.differences[rows, column]
        output = write_extended(self, parameters, "OUTPUT", context, source, table.ids[rows], added)
        self.style(context, output, self.TITLE, style_differences)
        return {"OUTPUT": output}


def _report(
    table: CityTable,
    sectors: list[str],
    regions: list[str | None],
    is_secondary: np.ndarray,
    found: CoreDifferences,
    by_region: bool,
    feedback: QgsProcessingFeedback,
) -> None:
    """Say how many cities were compared with how many cores, and name those that were not."""
    done = is_secondary & ~np.isnan(found.differences).all(axis=1)
    references = {core for cores in found.cores for core in cores}
    feedback.pushInfo(
        f"{int(done.sum())} of {int(is_secondary.sum())} secondary cities compared with "
        f"{len(references)} cores."
    )
    outside = [table.labels[i] for i in np.flatnonzero(is_secondary) if regions[i] is None]
    if outside and by_region:
        feedback.pushWarning(f"Left out, in no region: {name_some(outside)}.")
    for region in found.without_core:
        cities = [table.labels[i] for i in np.flatnonzero(is_secondary) if regions[i] == region]
        feedback.pushWarning(
            f"Region {region} has no core with values, left out: {name_some(cities)}."
        )
    if found.undefined.any():
        cases = [
            f"{table.labels[row]} ({', '.join(s for s, u in zip(sectors, undefined) if u)})"
            for row, undefined in enumerate(found.undefined)
            if undefined.any()
        ]
        feedback.pushWarning(
            f"A share of 0 has no ratio, so that these results stay empty: {name_some(cases, 100)}."
        )
