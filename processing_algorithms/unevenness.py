"""Core-secondary unevenness of each mega-region, indicator and year."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..cartography.unevenness.region import style_regions, unevenness_page
from ..layers.comparison import COUNT_AS_ZERO, Cell
from ..layers.outputs import Column
from ..measures.unevenness.permutation import role_permutation_p_value
from ..measures.unevenness.region import unevenness
from .base import check_cancelled
from .comparison import ComparisonAlgorithm, Results, report_missing

COLUMNS: list[Column] = [
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
]
_MEASURED = [name for name, _ in COLUMNS[7:-1]]


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
        "more than the permutations asked for; otherwise p = (hits + 1) / (permutations + 1)."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_inputs()
        self.add_resampling(
            "PERMUTATIONS",
            "Permutations",
            "How many random assignments of roles the p-value rests on, for example 999; 0 gives "
            "no p-value.",
        )
        self.add_seed()
        self.add_outputs(
            "A table with one row for each region, indicator and year.",
            "The regions' dissolved polygons with theil_<indicator>_<year> (theil_between) and "
            "gini_<indicator>_<year> (gini_between), styled. Needs city polygons.",
            "A page to read and print: heat table, the cities of each region, missing values, the "
            "method and its sources.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source, comparison = self.comparison(parameters, context, feedback)
        permutations = self.parameterAsInt(parameters, "PERMUTATIONS", context)
        seed = self.parameterAsInt(parameters, "SEED", context)
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing == COUNT_AS_ZERO, feedback)
        rows = []
        for done, cell in enumerate(cells):
            check_cancelled(feedback)
            rows.append(_row(cell, permutations, seed))
            feedback.setProgress(100 * (done + 1) / len(cells))
        _report_undefined(rows, feedback)
        shapes = self.region_shapes(parameters, source, comparison, feedback)
        check_cancelled(feedback)

        save_report = self.report(
            parameters, context, lambda: unevenness_page(rows, cells, permutations, seed)
        )
        fields = {"theil_between": ("theil", float), "gini_between": ("gini", float)}
        results = Results(source, comparison, COLUMNS, rows, shapes, fields, style_regions)
        return {**self.write_results(parameters, context, results), **save_report()}


def _row(cell: Cell, permutations: int, seed: int) -> dict[str, Any]:
    cores = int(cell.is_core.sum())
    row: dict[str, Any] = {
        "region": cell.region,
        "indicator": cell.indicator,
        "year": cell.year,
        "cities": len(cell.values),
        "cores": cores,
        "secondaries": len(cell.values) - cores,
        "missing": len(cell.missing),
    }
    if not len(cell.values):
        return {**row, **dict.fromkeys([*_MEASURED, "p_value"])}
    measured = unevenness(cell.values, cell.is_core, cell.weights)
    row.update({name: getattr(measured, name) for name in _MEASURED})
    row["p_value"] = (
        role_permutation_p_value(cell.values, cell.is_core, cell.weights, permutations, seed)
        if permutations
        else None
    )
    return row


def _report_undefined(rows: list[dict[str, Any]], feedback: QgsProcessingFeedback) -> None:
    """Name the cells that lack cities or have only zeros, whose results stay empty."""
    for row in rows:
        name = f"{row['region']}, {row['indicator']}" + (f" {row['year']}" if row["year"] else "")
        if not row["cities"]:
            feedback.pushWarning(f"{name}: no city has a value; its results stay empty.")
        elif np.isnan(row["theil"]):
            feedback.pushWarning(f"{name}: all values are zero; Theil and Gini are undefined.")
