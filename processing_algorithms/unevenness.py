"""Core-secondary unevenness of mega-regions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell
    from .call import Call

COLUMNS = [
    ("region", str),
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("cores", int),
    ("secondaries", int),
    ("missing", int),
    ("core_mean", float),
    ("secondary_mean", float),
    ("core_share", float),
    ("theil", float),
    ("theil_between", float),
    ("theil_within", float),
    ("gini", float),
    ("gini_within", float),
    ("gini_between", float),
    ("gini_overlap", float),
    ("affluence", float),
    ("gini_du2025", float),
    ("p_value", float),
    ("p_fdr", float),
    ("ratio", float),
    ("theil_l", float),
    ("theil_l_between", float),
    ("cv", float),
    ("hoover", float),
    ("atkinson", float),
]
_COUNTED = ("region", "indicator", "year", "cities", "cores", "secondaries", "missing")
_TESTED = ("p_value", "p_fdr")
_MEASURED = [name for name, _ in COLUMNS if name not in (*_COUNTED, *_TESTED)]
LEVEL = 0.05  # of significance


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

        from ..cartography.columns import BETWEEN
        from ..cartography.unevenness.region import draw_regions, unevenness_page
        from ..layers.comparison import report_missing
        from ..measures.significance import fdr

        source, comparison = self.comparison(call)
        permutations, seed = call.integer("PERMUTATIONS"), call.integer("SEED")
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing, call.feedback)
        rows = [_row(cell, permutations, seed) for cell in call.each(cells)]
        for row, adjusted in zip(rows, fdr(np.array([row["p_value"] for row in rows], float))):
            row["p_fdr"] = adjusted
        _report_undefined(rows, cells, call)
        shown = _shown(rows)
        _report_extremes(shown, call)
        _report_tests(rows, call)
        call.table("OUTPUT", self.RESULT, COLUMNS, (row.values() for row in rows))
        fields = {"theil_between": ("theil", float), "gini_between": ("gini", float)}
        title = f"{tr(BETWEEN)}, {_title(shown[-1])}"
        self.regions(call, source, comparison, rows, fields, title, draw_regions)
        call.page(lambda: unevenness_page(rows, cells, comparison, permutations, seed))


def _row(cell: Cell, permutations: int, seed: int) -> dict[str, Any]:
    from ..measures.unevenness.permutation import role_permutation_p_value
    from ..measures.unevenness.region import unevenness

    cores = int(cell.is_core.sum())
    row: dict[str, Any] = dict.fromkeys(name for name, _ in COLUMNS)
    row.update(
        region=cell.region,
        indicator=cell.indicator,
        year=cell.year,
        cities=len(cell.values),
        cores=cores,
        secondaries=len(cell.values) - cores,
        missing=len(cell.missing),
    )
    if len(cell.values):
        measured = unevenness(cell.values, cell.is_core, cell.weights)
        row.update({name: getattr(measured, name) for name in _MEASURED})
        if permutations:
            row["p_value"] = role_permutation_p_value(
                cell.values, cell.is_core, cell.weights, permutations, seed
            )
    return row


def _report_undefined(rows: list[dict[str, Any]], cells: list[Cell], call: Call) -> None:
    """Name the cells that lack cities or have only zeros, whose results stay empty."""
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


def _report_tests(rows: list[dict[str, Any]], call: Call) -> None:
    """How many cells are more uneven than chance, before and after allowing for many tests."""
    tested = [row for row in rows if row["p_value"] is not None and row["p_fdr"] == row["p_fdr"]]
    if tested:
        call.finding(
            tr(
                "{below} of {tests} cells have p below {level:g}; {held} hold after allowing for "
                "the number of tests (Benjamini-Hochberg)."
            ).format(
                below=sum(row["p_value"] < LEVEL for row in tested),
                tests=len(tested),
                level=LEVEL,
                held=sum(row["p_fdr"] < LEVEL for row in tested),
            )
        )


def _shown(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that the map shows: the first indicator's last year, most uneven first."""
    of_first = [row for row in rows if row["indicator"] == rows[0]["indicator"]]
    last = max(row["year"] or 0 for row in of_first)
    of_last = [row for row in of_first if (row["year"] or 0) == last]
    return sorted(of_last, key=lambda row: -(row["theil_between"] or 0.0))


def _title(row: dict[str, Any]) -> str:
    from ..cartography.columns import title_of

    return title_of(row["indicator"], row["year"])


def _report_extremes(shown: list[dict[str, Any]], call: Call) -> None:
    """Where unevenness is highest and lowest, and where the secondary cities are ahead."""
    known = [
        row
        for row in shown
        if row["theil_between"] is not None and row["theil_between"] == row["theil_between"]
    ]
    if not known:
        return
    first, last = known[0], known[-1]
    call.finding(
        tr(
            "{indicator} is most uneven in {first} (Theil between cores and secondary cities "
            "{high:.3f}) and least in {last} ({low:.3f})."
        ).format(
            indicator=_title(first),
            first=first["region"],
            high=first["theil_between"],
            last=last["region"],
            low=last["theil_between"],
        )
        if len(known) > 1
        else tr("{indicator}: Theil between cores and secondary cities {high:.3f}.").format(
            indicator=_title(first), high=first["theil_between"]
        )
    )
    ahead = [row["region"] for row in known if row["ratio"] < 1]
    if ahead:
        call.finding(
            tr(
                "{indicator}: the secondary cities are ahead of the cores on average in {regions}."
            ).format(indicator=_title(first), regions=", ".join(ahead))
        )
