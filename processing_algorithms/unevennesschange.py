"""Change of core-secondary unevenness between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell, Comparison
    from .call import Call

BOTH_YEARS = 0  # of COMPARE


class UnevennessChange(ComparisonAlgorithm):
    """One row a region and indicator: two years compared, with inference."""

    ID = "unevennesschange"
    TITLE = "Change of unevenness between two years"
    RESULT = "Change of unevenness"
    TAGS = ("theil", "gini", "change", "convergence", "divergence", "interval", "permutation")
    SUMMARY = (
        "Tells for each mega-region and indicator whether the unevenness between core and "
        "secondary cities widens or narrows from one year to another, and whether that is more "
        "than chance.\n\n"
        "The same cities are compared in both years. direction follows the change of "
        "theil_between; changes up to the threshold are stable, and reversed says that the richer "
        "side changes, where the index itself says little. ratio is the cores' mean over the "
        "secondary cities'; gini is Dagum's net between-group part, as in 'Core-secondary "
        "unevenness'.\n\n"
        "ci_low and ci_high bound the change with 95% confidence, if values are spread alike "
        "among core and among secondary cities; ci_assumption says where a single city has to "
        "borrow its spread from the others. p_value: how often the change is at least as large, "
        "either way, when the cities' growth factors are permuted over the region. p_fdr: the same "
        "adjusted for the many tests of the run (Benjamini-Hochberg): of what is below 0.05 at "
        "most one in twenty is expected to be chance."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            *self.inputs(),
            parameters.integer(
                "FROM_YEAR",
                "From year",
                "The first year compared; each indicator's earliest year without it.",
            ),
            parameters.integer(
                "TO_YEAR",
                "To year",
                "The last year compared; each indicator's latest year without it.",
            ),
            parameters.number(
                "STABLE",
                "Stable up to",
                "A change of theil_between up to this size, either way, counts as stable.",
                default=0.001,
                least=0,
                advanced=True,
            ),
            parameters.integer(
                "BOOTSTRAP",
                "Interval",
                "0 gives no 95% interval of the change, any other number gives it.",
                default=0,
                least=0,
                advanced=True,
            ),
            parameters.permutations(
                "How many permutations of the growth factors the p-value rests on, for example "
                "999; 0 gives no p-value."
            ),
            parameters.seed(),
            parameters.choice(
                "COMPARE",
                "Cities compared",
                ["Those with a value in both years", "All of each year"],
                "A city without a value in one of the years can turn a change by its absence "
                "alone: it is left out of both, unless all are asked for.",
                optional=True,
                advanced=True,
            ),
            *self.outputs(
                "A table with one row for each region and indicator.",
                "The regions' dissolved polygons with change_<indicator> (of theil_between) and "
                "direction_<indicator>, styled. Needs city polygons.",
                "A page to read and print: the change of every region and indicator from year to "
                "year with its interval, the method and its sources.",
            ),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.unevenness.change import change_page, draw_change
        from ..cartography.unevenness.findings import change_findings, change_map_title
        from ..layers.unevenness.change import CHANGE, change_row, paired
        from ..measures.significance import fdr

        if call.integer("BOOTSTRAP"):
            call.need("scipy")
        source, comparison = self.comparison(call)
        same = call.choice("COMPARE") == BOTH_YEARS
        pairs = [
            pair
            for name, years in _years(comparison, call).items()
            for region in comparison.regions
            if (pair := paired(comparison, region, name, years, same, call.feedback)) is not None
        ]
        _refuse_none(pairs, comparison)
        settings = {name: call.integer(name) for name in ("BOOTSTRAP", "PERMUTATIONS", "SEED")}
        rows = [
            change_row(
                *pair,
                stable=call.number("STABLE"),
                interval=settings["BOOTSTRAP"] > 0,
                permutations=settings["PERMUTATIONS"],
                seed=settings["SEED"],
            )
            for pair in call.each(pairs)
        ]
        for row, adjusted in zip(rows, fdr(np.array([row["p_value"] for row in rows]))):
            row["p_fdr"] = adjusted
            if row["direction"] is None:
                call.warn(
                    tr(
                        "{region}, {indicator}: unevenness is undefined in one of the years."
                    ).format(region=row["region"], indicator=row["indicator"])
                )
        call.finding(*change_findings(rows))
        call.table("OUTPUT", self.RESULT, CHANGE, (row.values() for row in rows))
        fields = {"theil_change": ("change", float), "direction": ("direction", str)}
        self.regions(call, source, comparison, rows, fields, change_map_title(rows), draw_change)
        call.page(lambda: change_page(rows, settings))


def _refuse_none(pairs: list[tuple[Cell, Cell]], comparison: Comparison) -> None:
    from ..measures.errors import InputError

    if not pairs:
        panel = comparison.panel
        raise InputError(
            tr(
                "No city of layer '{layer}' has a value in both years ({found_in} tells the "
                "cities apart): check ID_FIELD, or set COMPARE to compare all of each year."
            ).format(layer=panel.layer, found_in=panel.cities.identity.found_in)
        )


def _years(comparison: Comparison, call: Call) -> dict[str, tuple[int, int]]:
    """First and last year compared of each indicator that has both."""
    from ..measures.errors import InputError

    years = {}
    for name in comparison.panel.names:
        present = [year for year in comparison.panel.years_of(name) if year is not None]
        first = call.integer("FROM_YEAR") if call.given("FROM_YEAR") else min(present, default=0)
        last = call.integer("TO_YEAR") if call.given("TO_YEAR") else max(present, default=0)
        if {first, last} <= set(present) and first < last:
            years[name] = (first, last)
        else:
            known = listed(map(str, present)) or tr("no year")
            call.warn(tr("{name} has {known}: not compared.").format(name=name, known=known))
    if not years:
        raise InputError(
            tr(
                "No indicator has two years to compare: choose fields of one indicator that "
                "end in _YYYY (gdp_2006 and gdp_2023), or name the year field, and check "
                "FROM_YEAR and TO_YEAR."
            )
        )
    return years
