"""Where inequality lies: between regions, between roles or inside roles."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..cartography.unevenness.change import nested_page
from ..layers.comparison import COUNT_AS_ZERO, Cell
from ..layers.outputs import Column, write_table
from ..measures.unevenness.nested import nested_theil
from .base import check_cancelled
from .comparison import ComparisonAlgorithm, report_missing

PARTS = ["between_regions", "between_roles", "within_roles"]
COLUMNS: list[Column] = [
    ("indicator", str),
    ("year", int),
    ("theil", float),
    *((part, float) for part in PARTS),
    *((f"share_{part}", float) for part in PARTS),
]


class NestedTheil(ComparisonAlgorithm):
    """One row an indicator and year."""

    ID = "nestedtheil"
    TITLE = "Where inequality lies (nested Theil)"
    RESULT = "Nested Theil"
    TAGS = ("theil", "inequality", "decomposition", "between", "within", "mega-region")
    SUMMARY = (
        "Splits the inequality of all cities into three parts that sum to it: between the "
        "mega-regions, between core and secondary cities inside them, and among the cores and "
        "among the secondary cities of each.\n\n"
        "It answers where coordination can do most: an inequality between regions is no matter "
        "of one region's plan, one between roles is."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_inputs()
        self.add_outputs(
            "A table with one row for each indicator and year: the Theil index, its three parts "
            "and their shares.",
            regions=None,
            report="A page to read and print: the parts as stacked bars, and all figures.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        _, comparison = self.comparison(parameters, context, feedback)
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing == COUNT_AS_ZERO, feedback)
        groups: dict[tuple[str, int | None], list[Cell]] = {}
        for cell in cells:
            groups.setdefault((cell.indicator, cell.year), []).append(cell)
        rows = []
        for done, ((indicator, year), members) in enumerate(groups.items()):
            check_cancelled(feedback)
            row = [indicator, year, *_decomposed(indicator, members, feedback)]
            rows.append(dict(zip((name for name, _ in COLUMNS), row)))
            feedback.setProgress(100 * (done + 1) / len(groups))
        save_report = self.report(parameters, context, lambda: nested_page(rows))
        output = write_table(
            self, parameters, "OUTPUT", context, COLUMNS, [row.values() for row in rows]
        )
        self.style(context, output, self.RESULT)
        return {"OUTPUT": output, **save_report()}


def _decomposed(
    indicator: str, cells: list[Cell], feedback: QgsProcessingFeedback
) -> list[float | None]:
    """Total, parts and shares over the regions' cells; None where undefined."""
    cells = [cell for cell in cells if len(cell.values)]
    values = np.concatenate([cell.values for cell in cells]) if cells else np.zeros(0)
    if not values.any():
        feedback.pushWarning(f"{indicator}: no city has a value above zero; its row stays empty.")
        return [None] * 7
    regions = np.repeat(np.arange(len(cells)), [len(cell.values) for cell in cells])
    is_core = np.concatenate([cell.is_core for cell in cells])
    weighted = [cell.weights for cell in cells if cell.weights is not None]
    nested = nested_theil(values, regions, is_core, np.concatenate(weighted) if weighted else None)
    parts = [getattr(nested, part) for part in PARTS]
    shares = [part / nested.total if nested.total > 0 else None for part in parts]
    return [nested.total, *parts, *shares]
