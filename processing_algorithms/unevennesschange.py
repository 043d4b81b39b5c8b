"""Change of core-secondary unevenness between two years."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
)

from ..cartography.unevenness.change import change_page, style_change
from ..layers.comparison import COUNT_AS_ZERO, Cell
from ..layers.outputs import Column
from ..measures.errors import InputError
from ..measures.unevenness.change import direction
from ..measures.unevenness.interval import change_interval
from ..measures.unevenness.permutation import growth_permutation_p_value
from ..measures.unevenness.region import Unevenness, unevenness
from .base import check_cancelled
from .comparison import ComparisonAlgorithm, Results, report_missing

COLUMNS: list[Column] = [
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
    TAGS = (
        "theil",
        "gini",
        "change",
        "convergence",
        "divergence",
        "confidence interval",
        "permutation",
    )
    SUMMARY = (
        "Tells for each mega-region and indicator whether the unevenness between core and "
        "secondary cities widens or narrows from one year to another, and whether that is more "
        "than chance.\n\n"
        "direction follows the change of theil_between; changes up to the threshold are stable, "
        "and reversed is a change of the richer side. gini is Dagum's net between-group part, as "
        "in 'Core-secondary unevenness'.\n\n"
        "ci_low and ci_high bound the change with 95 % confidence, if values are spread alike "
        "among core and among secondary cities. p_value: how often the change is at least as "
        "large, either way, when the cities' growth factors are permuted over the region."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_inputs()
        number = QgsProcessingParameterNumber
        self.add(
            number("FROM_YEAR", "From year", number.Type.Integer, None, True),
            "The first year compared; each indicator's earliest year without it.",
        )
        self.add(
            number("TO_YEAR", "To year", number.Type.Integer, None, True),
            "The last year compared; each indicator's latest year without it.",
        )
        self.add(
            number("STABLE", "Stable up to", number.Type.Double, 0.001, True, 0),
            "A change of theil_between up to this size, either way, counts as stable.",
            advanced=True,
        )
        self.add_resampling(
            "BOOTSTRAP",
            "Interval",
            "0 gives no 95 % interval of the change, any other number gives it.",
        )
        self.add_resampling(
            "PERMUTATIONS",
            "Permutations",
            "How many permutations of the growth factors the p-value rests on, for example 999; 0 "
            "gives no p-value.",
        )
        self.add_seed()
        self.add_outputs(
            "A table with one row for each region and indicator.",
            "The regions' dissolved polygons with change_<indicator> (of theil_between) and "
            "direction_<indicator>, styled. Needs city polygons.",
            "A page to read and print: the change of every region and indicator from year to year "
            "with its interval, the method and its sources.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source, comparison = self.comparison(parameters, context, feedback)
        cells = list(comparison.cells())
        years = self._years(parameters, context, cells, feedback)
        report_missing(
            [cell for cell in cells if cell.year in years.get(cell.indicator, ())],
            comparison.missing == COUNT_AS_ZERO,
            feedback,
        )
        found = {(cell.region, cell.indicator, cell.year): cell for cell in cells}
        pairs = [
            (found.get((region, name, first)), found.get((region, name, last)))
            for region in comparison.regions
            for name, (first, last) in years.items()
        ]
        rows = []
        for done, (first, last) in enumerate(pairs):
            check_cancelled(feedback)
            if first is not None and last is not None:
                rows.append(self._row(parameters, context, first, last))
            feedback.setProgress(100 * (done + 1) / len(pairs))
        _report(rows, feedback)
        shapes = self.region_shapes(parameters, source, comparison, feedback)
        check_cancelled(feedback)

        settings = {
            name: self.parameterAsInt(parameters, name, context)
            for name in ("BOOTSTRAP", "PERMUTATIONS", "SEED")
        }
        save_report = self.report(parameters, context, lambda: change_page(rows, settings))
        fields = {"theil_change": ("change", float), "direction": ("direction", str)}
        results = Results(source, comparison, COLUMNS, rows, shapes, fields, style_change)
        return {**self.write_results(parameters, context, results), **save_report()}

    def _years(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        cells: list[Cell],
        feedback: QgsProcessingFeedback,
    ) -> dict[str, tuple[int, int]]:
        """First and last year compared of each indicator that has both."""
        available: dict[str, set[int]] = {}
        for cell in cells:
            available.setdefault(cell.indicator, set())
            if cell.year is not None:
                available[cell.indicator].add(cell.year)
        wanted = {
            name: self.parameterAsInt(parameters, name, context)
            for name in ("FROM_YEAR", "TO_YEAR")
            if parameters.get(name) is not None
        }
        years = {}
        for indicator, present in available.items():
            first = wanted.get("FROM_YEAR", min(present, default=0))
            last = wanted.get("TO_YEAR", max(present, default=0))
            if {first, last} <= present and first < last:
                years[indicator] = (first, last)
            else:
                known = ", ".join(map(str, sorted(present))) or "no year"
                feedback.pushWarning(f"{indicator} has {known}: not compared.")
        if not years:
            raise InputError(
                "No indicator has two years to compare: choose fields of one indicator that end "
                "in _YYYY (gdp_2006 and gdp_2023), or name the year field, and check FROM_YEAR "
                "and TO_YEAR."
            )
        return years

    def _row(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        first: Cell,
        last: Cell,
    ) -> dict[str, Any]:
        measured = [
            unevenness(cell.values, cell.is_core, cell.weights) if len(cell.values) else None
            for cell in (first, last)
        ]
        theil = [m.theil_between if m else np.nan for m in measured]
        gini = [m.gini_between if m else np.nan for m in measured]
        change = theil[1] - theil[0]
        stable = self.parameterAsDouble(parameters, "STABLE", context)
        bootstrap = self.parameterAsInt(parameters, "BOOTSTRAP", context)
        permutations = self.parameterAsInt(parameters, "PERMUTATIONS", context)
        seed = self.parameterAsInt(parameters, "SEED", context)
        low = high = p_value = float("nan")
        if not np.isnan(change):
            values, is_core, weights = _two_years(first, last)
            if bootstrap:
                interval = change_interval(values, is_core, weights)
                low, high = interval.low, interval.high
            if permutations:
                p_value = growth_permutation_p_value(values, is_core, weights, permutations, seed)
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
            "direction": direction(change, stable, *map(_ratio, measured)),
            "ci_low": low,
            "ci_high": high,
            "p_value": p_value,
        }


def _ratio(measured: Unevenness | None) -> float:
    """The cores' mean over the secondary cities'."""
    if measured is None:
        return float("nan")
    if not measured.secondary_mean:
        return float("inf") if measured.core_mean else float("nan")
    return measured.core_mean / measured.secondary_mean


def _two_years(first: Cell, last: Cell) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Values, roles and weights of both years' cities side by side, told by their names."""
    row_of: dict[tuple[str, bool], int] = {}
    for cell in (first, last):
        for label, is_core in zip(cell.labels, cell.is_core):
            row_of.setdefault((label, bool(is_core)), len(row_of))
    values, weights = np.full((2, len(row_of), 2), np.nan)
    for column, cell in enumerate((first, last)):
        rows = [row_of[key] for key in zip(cell.labels, map(bool, cell.is_core))]
        weights[rows, column] = 1.0 if cell.weights is None else cell.weights
        values[rows, column] = cell.values
    return values, np.array([is_core for _, is_core in row_of]), weights


def _report(rows: list[dict[str, Any]], feedback: QgsProcessingFeedback) -> None:
    """Count the directions and name what could not be compared."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["direction"] is None:
            feedback.pushWarning(
                f"{row['region']}, {row['indicator']}: unevenness is undefined in one of the years."
            )
        else:
            counts[row["direction"]] = counts.get(row["direction"], 0) + 1
    words = ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"
    feedback.pushInfo(f"Changes: {words}.")
