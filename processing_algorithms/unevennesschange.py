"""Change of core-secondary unevenness between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..layers.comparison import Cell, Comparison
    from .call import Call

COLUMNS = [
    ("region", str),
    ("indicator", str),
    ("from_year", int),
    ("to_year", int),
    ("cities", int),
    ("cores", int),
    ("theil_from", float),
    ("theil_to", float),
    ("theil_change", float),
    ("gini_from", float),
    ("gini_to", float),
    ("gini_change", float),
    ("ratio_from", float),
    ("ratio_to", float),
    ("direction", str),
    ("ci_low", float),
    ("ci_high", float),
    ("ci_assumption", str),
    ("p_value", float),
    ("p_fdr", float),
]
BOTH_YEARS = 0  # of COMPARE
LEVEL = 0.05  # of significance


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
        "ci_low and ci_high bound the change with 95 % confidence, if values are spread alike "
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
                "0 gives no 95 % interval of the change, any other number gives it.",
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
        from ..measures.errors import InputError
        from ..measures.significance import fdr

        if call.integer("BOOTSTRAP"):
            call.need("scipy")
        source, comparison = self.comparison(call)
        pairs = [
            pair
            for name, (first, last) in _years(comparison, call).items()
            for region in comparison.regions
            if (pair := _pair(comparison, region, name, first, last, call)) is not None
        ]
        if not pairs:
            raise InputError(
                tr(
                    "No city of layer '{layer}' has a value in both years ({found_in} tells the "
                    "cities apart): check ID_FIELD, or set COMPARE to compare all of each year."
                ).format(
                    layer=comparison.panel.layer, found_in=comparison.panel.cities.identity.found_in
                )
            )
        rows = [_row(call, first, last) for first, last in call.each(pairs)]
        for row, adjusted in zip(rows, fdr(np.array([row["p_value"] for row in rows]))):
            row["p_fdr"] = adjusted
        _report(rows, call)
        call.table("OUTPUT", self.RESULT, COLUMNS, (row.values() for row in rows))
        fields = {"theil_change": ("change", float), "direction": ("direction", str)}
        self.regions(call, source, comparison, rows, fields, _title(rows), draw_change)
        settings = {name: call.integer(name) for name in ("BOOTSTRAP", "PERMUTATIONS", "SEED")}
        call.page(lambda: change_page(rows, settings))


def _pair(
    comparison: Comparison, region: str, name: str, first: int, last: int, call: Call
) -> tuple[Cell, Cell] | None:
    """The cells of both years; of the same cities, unless all of each year are asked for."""
    import numpy as np

    from ..layers.comparison import report_missing

    cells = comparison.cell(region, name, first), comparison.cell(region, name, last)
    if cells[0] is None or cells[1] is None:
        return None
    if call.choice("COMPARE") != BOTH_YEARS:
        report_missing(cells, comparison.missing, call.feedback)
        return cells
    both, at_first, at_last = np.intersect1d(
        cells[0].cities, cells[1].cities, assume_unique=True, return_indices=True
    )
    both = both[cells[0].is_core[at_first] == cells[1].is_core[at_last]]
    lone = np.setdiff1d(np.union1d(cells[0].cities, cells[1].cities), both)
    blank = {*cells[0].missing, *cells[1].missing}
    left_out = sorted({*blank, *(comparison.panel.labels[city] for city in lone)})
    if left_out:
        call.warn(
            tr(
                "{region}, {name}: without a value or with another role in {first} or "
                "{last}, left out of both: {names}."
            ).format(region=region, name=name, first=first, last=last, names=", ".join(left_out))
        )
    compared = comparison.cell(region, name, first, both), comparison.cell(region, name, last, both)
    return None if compared[0] is None or compared[1] is None else (compared[0], compared[1])


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
            known = ", ".join(map(str, present)) or tr("no year")
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


def _row(call: Call, first: Cell, last: Cell) -> dict[str, Any]:
    from ..measures.unevenness.change import direction
    from ..measures.unevenness.interval import NO_INTERVAL, change_interval
    from ..measures.unevenness.permutation import growth_permutation_p_value
    from ..measures.unevenness.region import unevenness

    nan = float("nan")
    measured = [
        unevenness(cell.values, cell.is_core, cell.weights) if len(cell.values) else None
        for cell in (first, last)
    ]
    theil = [m.theil_between if m else nan for m in measured]
    gini = [m.gini_between if m else nan for m in measured]
    ratio = [m.ratio if m else nan for m in measured]
    change, interval, p_value = theil[1] - theil[0], NO_INTERVAL, nan
    values, is_core, weights = _side_by_side(first, last)
    if change == change:
        permutations = call.integer("PERMUTATIONS")
        if call.integer("BOOTSTRAP"):
            interval = change_interval(values, is_core, weights)
        if permutations:
            p_value = growth_permutation_p_value(
                values, is_core, weights, permutations, call.integer("SEED")
            )
    return {
        "region": first.region,
        "indicator": first.indicator,
        "from_year": first.year,
        "to_year": last.year,
        "cities": len(values),
        "cores": int(is_core.sum()),
        "theil_from": theil[0],
        "theil_to": theil[1],
        "theil_change": change,
        "gini_from": gini[0],
        "gini_to": gini[1],
        "gini_change": gini[1] - gini[0],
        "ratio_from": ratio[0],
        "ratio_to": ratio[1],
        "direction": direction(change, call.number("STABLE"), *ratio),
        "ci_low": interval.low,
        "ci_high": interval.high,
        "ci_assumption": interval.assumption,
        "p_value": p_value,
        "p_fdr": nan,
    }


def _side_by_side(first: Cell, last: Cell) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    """Values of both years, roles and weights of the cities, NaN where a year lacks a city.

    A city whose role changes stands in two rows. The order follows from the values alone.
    """
    import numpy as np

    keys = [2 * cell.cities + cell.is_core for cell in (first, last)]
    rows = np.union1d(*keys)
    values, weights = np.full((2, len(rows), 2), np.nan)
    for column, (cell, key) in enumerate(zip((first, last), keys)):
        at = np.searchsorted(rows, key)
        values[at, column] = cell.values
        weights[at, column] = 1.0 if cell.weights is None else cell.weights
    is_core = rows % 2 == 1
    order = np.lexsort((weights[:, 1], weights[:, 0], values[:, 1], values[:, 0], is_core))
    weighted = first.weights is not None or last.weights is not None
    return values[order], is_core[order], weights[order] if weighted else None


def _report(rows: list[dict[str, Any]], call: Call) -> None:
    """Count the directions and name what could not be compared."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["direction"] is None:
            call.warn(
                tr("{region}, {indicator}: unevenness is undefined in one of the years.").format(
                    region=row["region"], indicator=row["indicator"]
                )
            )
        else:
            counts[row["direction"]] = counts.get(row["direction"], 0) + 1
    words = ", ".join(f"{count} {tr(name)}" for name, count in sorted(counts.items()))
    call.finding(tr("Changes: {words}.").format(words=words or tr("none")))
    _report_largest(rows, call)
    tested = [row["p_value"] for row in rows if row["p_value"] == row["p_value"]]
    if tested:
        held = sum(row["p_fdr"] < LEVEL for row in rows)
        call.finding(
            tr(
                "{below} of {tests} changes have p below {level:g}; {held} hold after allowing for "
                "the number of tests (Benjamini-Hochberg)."
            ).format(
                below=sum(p < LEVEL for p in tested), tests=len(tested), level=LEVEL, held=held
            )
        )


def _report_largest(rows: list[dict[str, Any]], call: Call) -> None:
    """The first indicator's largest change."""
    from ..cartography.columns import title_of

    known = [
        row
        for row in rows
        if row["direction"] is not None and row["indicator"] == rows[0]["indicator"]
    ]
    if known:
        largest = max(known, key=lambda row: abs(row["theil_change"]))
        call.finding(
            tr(
                "{indicator} from {first} to {last} changes most in {region}: the Theil index "
                "between cores and secondary cities goes from {before:.3f} to {after:.3f}."
            ).format(
                indicator=title_of(largest["indicator"], None),
                first=largest["from_year"],
                last=largest["to_year"],
                region=largest["region"],
                before=largest["theil_from"],
                after=largest["theil_to"],
            )
        )


def _title(rows: list[dict[str, Any]]) -> str:
    """What the map of the regions shows."""
    from ..cartography.columns import title_of

    if not rows:
        return UnevennessChange.RESULT
    return tr(
        "Change of Theil between cores and secondary cities, {indicator} {first} to {last}"
    ).format(
        indicator=title_of(rows[0]["indicator"], None),
        first=rows[0]["from_year"],
        last=rows[0]["to_year"],
    )
