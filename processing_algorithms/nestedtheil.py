"""Where inequality lies: between regions, between roles or inside roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell
    from .call import Call


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
        "of one region's plan, one between roles is.\n\n"
        "Levels above the region, such as its phase in a national plan, split the part between "
        "regions further. Each region must lie in one group of a level: mega-regions cut across "
        "provinces, so provinces are no such level."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            *self.inputs(),
            parameters.field(
                "LEVELS",
                "Levels above the region",
                "Fields from coarse to fine that group the regions, for example their phase. They "
                "give the table of parts a row each.",
                many=True,
                optional=True,
                advanced=True,
            ),
            *self.outputs(
                "A table with one row for each indicator and year: the Theil index, its three "
                "parts and their shares.",
                regions=None,
                report="A page to read and print: the parts as stacked bars, and all figures.",
            ),
            parameters.sink(
                "PARTS",
                "Nested Theil, parts",
                "A table with one row for each indicator, year and level (each field of LEVELS, "
                "then region, role and within): the part of the Theil index at this level and its "
                "share.",
                optional=True,
            ),
        )

    def work(self, call: Call) -> None:
        from ..cartography.unevenness.change import nested_page
        from ..cartography.unevenness.findings import nested_findings
        from ..layers.comparison import report_missing
        from ..layers.unevenness.rows import (
            NESTED,
            NESTED_PARTS,
            decomposed,
            nested_parts,
            nested_row,
        )

        levels = call.fields("LEVELS")
        _, comparison = self.comparison(call, levels)
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing, call.feedback)
        groups: dict[tuple[str, int | None], list[Cell]] = {}
        for cell in cells:
            groups.setdefault((cell.indicator, cell.year), []).append(cell)
        rows, parts = [], []
        for (indicator, year), of_year in call.each(list(groups.items())):
            found = decomposed(of_year, comparison.panel, levels)
            if found is None:
                call.warn(
                    tr("{indicator}: no city has a value above zero; its row stays empty.").format(
                        indicator=indicator
                    )
                )
            rows.append(nested_row(indicator, year, found))
            parts += nested_parts(indicator, year, found, levels)
        call.finding(*nested_findings(rows))
        call.table("OUTPUT", self.RESULT, NESTED, (row.values() for row in rows))
        call.table("PARTS", "Nested Theil, parts", NESTED_PARTS, parts)
        call.page(lambda: nested_page(rows, parts if levels else []))
