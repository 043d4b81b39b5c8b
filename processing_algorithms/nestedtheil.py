"""Where inequality lies: between regions, between roles or inside roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell
    from .call import Call

PARTS = ["between_regions", "between_roles", "within_roles"]
COLUMNS = [
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
        self.add(
            *self.inputs(),
            *self.outputs(
                "A table with one row for each indicator and year: the Theil index, its three "
                "parts and their shares.",
                regions=None,
                report="A page to read and print: the parts as stacked bars, and all figures.",
            ),
        )

    def work(self, call: Call) -> None:
        from ..cartography.unevenness.change import nested_page
        from ..layers.comparison import report_missing

        _, comparison = self.comparison(call)
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing, call.feedback)
        groups: dict[tuple[str, int | None], list[Cell]] = {}
        for cell in cells:
            groups.setdefault((cell.indicator, cell.year), []).append(cell)
        rows = []
        for (indicator, year), members in call.each(list(groups.items())):
            row = [indicator, year, *_decomposed(indicator, members, call)]
            rows.append(dict(zip((name for name, _ in COLUMNS), row)))
        call.table("OUTPUT", self.RESULT, COLUMNS, (row.values() for row in rows))
        call.page(lambda: nested_page(rows))


def _decomposed(indicator: str, cells: list[Cell], call: Call) -> list[float | None]:
    """Total, parts and shares over the regions' cells; None where undefined."""
    import numpy as np

    from ..measures.unevenness.nested import nested_theil

    cells = [cell for cell in cells if len(cell.values)]
    values = np.concatenate([cell.values for cell in cells]) if cells else np.zeros(0)
    if not values.any():
        call.warn(f"{indicator}: no city has a value above zero; its row stays empty.")
        return [None] * 7
    regions = np.repeat(np.arange(len(cells)), [len(cell.values) for cell in cells])
    is_core = np.concatenate([cell.is_core for cell in cells])
    weighted = [cell.weights for cell in cells if cell.weights is not None]
    nested = nested_theil(values, regions, is_core, np.concatenate(weighted) if weighted else None)
    parts = [getattr(nested, part) for part in PARTS]
    shares = [part / nested.total if nested.total > 0 else None for part in parts]
    return [nested.total, *parts, *shares]
