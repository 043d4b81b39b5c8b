"""Change of core-secondary unevenness between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell, Comparison
    from ..measures.unevenness.change import TwoYears
    from .call import Call

COLUMNS = [
    ("region", str),
    ("indicator", str),
    ("from_year", int),
    ("to_year", int),
    ("theil_from", float),
    ("theil_to", float),
    ("theil_change", float),
    ("gini_from", float),
    ("gini_to", float),
    ("gini_change", float),
    ("direction", str),
    ("ci_low", float),
    ("ci_high", float),
    ("p_value", float),
]


class UnevennessChange(ComparisonAlgorithm):
    """One row a region and indicator: two years compared, with inference."""

    ID = "unevennesschange"
    TITLE = "Change of unevenness between two years"
    RESULT = "Change of unevenness"
    TAGS = ("theil", "gini", "change", "convergence", "divergence", "bootstrap", "permutation")
    SUMMARY = (
        "Tells for each mega-region and indicator whether the unevenness between core and "
        "secondary cities widens or narrows from one year to another, and whether that is more "
        "than chance.\n\n"
        "direction follows the change of theil_between; changes up to the threshold are stable. "
        "gini is Dagum's net between-group part, as in 'Core-secondary unevenness'.\n\n"
        "ci_low and ci_high bound the change with 95 % confidence: cities are drawn anew within "
        "their role, each with both years. p_value: how often the change is at least as large, "
        "either way, when each city's two values are swapped at random after scaling each year to "
        "mean 1."
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
                "Bootstrap replications",
                "How many times the cities are drawn anew for the 95 % interval, for example 1000; "
                "0 gives no interval.",
                default=0,
                least=0,
                advanced=True,
            ),
            parameters.permutations(
                "How many random swaps of the years the p-value rests on, for example 999; 0 gives "
                "no p-value."
            ),
            parameters.seed(),
            *self.outputs(
                "A table with one row for each region and indicator.",
                "The regions' dissolved polygons with change_<indicator> (of theil_between) and "
                "direction_<indicator>, styled. Needs city polygons.",
                "A page to read and print: the change of every region and indicator from year to "
                "year with its interval, the method and its sources.",
            ),
        )

    def work(self, call: Call) -> None:
        from ..cartography.unevenness.change import change_page, style_change
        from ..layers.comparison import report_missing

        source, comparison = self.comparison(call)
        pairs = [
            (comparison.cell(region, name, first), comparison.cell(region, name, last))
            for name, (first, last) in _years(comparison, call).items()
            for region in comparison.regions
        ]
        compared = [
            (first, last) for first, last in pairs if first is not None and last is not None
        ]
        cells = [cell for pair in compared for cell in pair]
        report_missing(cells, comparison.missing, call.feedback)
        rows = [_row(call, first, last) for first, last in call.each(compared)]
        _report(rows, call)
        call.table("OUTPUT", self.RESULT, COLUMNS, (row.values() for row in rows))
        fields = {"theil_change": ("change", float), "direction": ("direction", str)}
        self.regions(call, source, comparison, rows, fields, style_change)
        settings = {name: call.integer(name) for name in ("BOOTSTRAP", "PERMUTATIONS", "SEED")}
        call.page(lambda: change_page(rows, settings))


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
            known = ", ".join(map(str, present)) or "no year"
            call.warn(f"{name} has {known}: not compared.")
    if not years:
        raise InputError(
            "No indicator has two years to compare: choose fields of one indicator that end in "
            "_YYYY (gdp_2006 and gdp_2023), or name the year field, and check FROM_YEAR and "
            "TO_YEAR."
        )
    return years


def _row(call: Call, first: Cell, last: Cell) -> dict[str, Any]:
    from ..measures.unevenness.change import bootstrap_interval, direction, swap_p_value
    from ..measures.unevenness.region import unevenness

    nan = float("nan")
    measured = [
        unevenness(cell.values, cell.is_core, cell.weights) if len(cell.values) else None
        for cell in (first, last)
    ]
    theil = [m.theil_between if m else nan for m in measured]
    gini = [m.gini_between if m else nan for m in measured]
    change = theil[1] - theil[0]
    low = high = p_value = nan
    if change == change:
        bootstrap, permutations = call.integer("BOOTSTRAP"), call.integer("PERMUTATIONS")
        cities, seed = _two_years(first, last), call.integer("SEED")
        if bootstrap:
            low, high = bootstrap_interval(cities, bootstrap, seed)
        if permutations:
            p_value = swap_p_value(cities, permutations, seed)
    return {
        "region": first.region,
        "indicator": first.indicator,
        "from_year": first.year,
        "to_year": last.year,
        "theil_from": theil[0],
        "theil_to": theil[1],
        "theil_change": change,
        "gini_from": gini[0],
        "gini_to": gini[1],
        "gini_change": gini[1] - gini[0],
        "direction": direction(change, call.number("STABLE")),
        "ci_low": low,
        "ci_high": high,
        "p_value": p_value,
    }


def _two_years(first: Cell, last: Cell) -> TwoYears:
    """The cities of both years side by side."""
    import numpy as np

    from ..measures.unevenness.change import TwoYears

    cities = np.union1d(first.cities, last.cities)
    amounts, weights = np.zeros((2, len(cities), 2))
    is_core = np.zeros(len(cities), dtype=bool)
    for column, cell in enumerate((first, last)):
        rows = np.searchsorted(cities, cell.cities)
        w = np.ones(len(rows)) if cell.weights is None else cell.weights
        weights[rows, column] = w
        amounts[rows, column] = w * cell.values
        is_core[rows] = cell.is_core
    return TwoYears(amounts, weights, is_core)


def _report(rows: list[dict[str, Any]], call: Call) -> None:
    """Count the directions and name what could not be compared."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["direction"] is None:
            call.warn(
                f"{row['region']}, {row['indicator']}: unevenness is undefined in one of the years."
            )
        else:
            counts[row["direction"]] = counts.get(row["direction"], 0) + 1
    words = ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"
    call.info(f"Changes: {words}.")
