"""Core-secondary unevenness of mega-regions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell, Comparison
    from .call import Call


class UnevennessAlgorithm(ComparisonAlgorithm):
    """One row a region, indicator and year; the regions' polygons; a report."""

    ID = "unevenness"
    TITLE = "Core-secondary unevenness (Theil, Dagum Gini)"
    RESULT = "Unevenness"
    TAGS = ("theil", "gini", "dagum", "inequality", "disparity", "inter-group", "mega-region")
    SUMMARY = (
        "Measures how unevenly an indicator is shared between the core and the secondary cities "
        "of each mega-region, with the Theil index and Dagum's decomposition of the Gini ratio, "
        "and whether roles given by chance would be as uneven.\n\n"
        "theil_between is 0 where cores and secondary cities have the same mean and grows with "
        "the cores' share. gini_between (Dagum's net between-group part) is the cores' share of "
        "the sum less their share of the cities: negative where the cores have less than their "
        "share. gini_overlap comes from secondary cities above cores. gini_du2025 is the variant "
        "published by Du, Cardoso & Rocco (2025). theil = theil_between + theil_within; gini = "
        "gini_within + gini_between + gini_overlap.\n\n"
        "p_value, with permutations: the share of ways to give as many core roles to the region's "
        "cities that have a theil_between at least as large. All ways are tried where they are no "
        "more than the permutations asked for; otherwise p = (hits + 1) / (permutations + 1). "
        "p_fdr: the same adjusted for the many tests of the run (Benjamini-Hochberg): of what is "
        "below 0.05 at most one in twenty is expected to be chance.\n\n"
        "Other measures of the field stand beside: ratio (cores' mean over the secondary cities'), "
        "theil_l (mean log deviation; empty with zeros) with its part between the roles, cv "
        "(coefficient of variation), hoover and atkinson (epsilon 0.5). Amounts per head compare "
        "cities as if all were of one size; with the population as weight they compare people: in "
        "the example the two rank the 13 regions differently (Kendall's tau 0.64)."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            *self.inputs(),
            parameters.permutations(
                "How many random assignments of roles the p-value rests on, for example 999; 0 "
                "gives no p-value."
            ),
            parameters.seed(),
            *self.outputs(
                "A table with one row for each region, indicator and year.",
                "The regions' dissolved polygons with theil_<indicator>_<year> (theil_between) and "
                "gini_<indicator>_<year> (gini_between), styled. Needs city polygons.",
                "A page to read and print: heat table, the cities of each region, missing values, "
                "the method and its sources.",
            ),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.unevenness.findings import map_title, unevenness_findings
        from ..cartography.unevenness.region import draw_regions, unevenness_page
        from ..layers.comparison import report_missing
        from ..layers.unevenness.rows import UNEVENNESS, unevenness_row
        from ..measures.significance import fdr

        source, comparison = self.comparison(call)
        permutations, seed = call.integer("PERMUTATIONS"), call.integer("SEED")
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing, call.feedback)
        rows = [unevenness_row(cell, permutations, seed) for cell in call.each(cells)]
        for row, adjusted in zip(rows, fdr(np.array([row["p_value"] for row in rows], float))):
            row["p_fdr"] = adjusted
        _warn_undefined(rows, cells, comparison, call)
        call.finding(*unevenness_findings(rows))
        call.table("OUTPUT", self.RESULT, UNEVENNESS, (row.values() for row in rows))
        fields = {"theil_between": ("theil", float), "gini_between": ("gini", float)}
        self.regions(call, source, comparison, rows, fields, map_title(rows), draw_regions)
        call.page(lambda: unevenness_page(rows, cells, comparison, permutations, seed))


def _warn_undefined(
    rows: list[dict[str, Any]], cells: list[Cell], comparison: Comparison, call: Call
) -> None:
    """Name the cells that lack cities or have only zeros, whose results stay empty."""
    from ..measures.words import shown

    for row, cell in zip(rows, cells):
        if not row["cities"]:
            call.warn(
                tr("{title}: no city has a value; its results stay empty.").format(title=cell.title)
            )
        elif row["theil"] != row["theil"]:
            call.warn(
                tr("{title}: all values are zero; Theil and Gini are undefined.").format(
                    title=cell.title
                )
            )
        elif not (row["cores"] and row["secondaries"]):
            role, is_core = ("secondary", False) if row["cores"] else ("core", True)
            if comparison.has(cell.region, is_core):  # a region without any is named before
                call.warn(
                    tr(
                        "{title}: no {role} city has a value, so that the comparison stays empty."
                    ).format(title=cell.title, role=shown(role))
                )
