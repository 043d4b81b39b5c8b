"""Where inequality lies: between regions, between roles or inside roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from ..layers.comparison import Cell
    from ..layers.panel import Panel
    from ..measures.unevenness.nested import LevelledTheil
    from .call import Call

PARTS = ["between_regions", "between_roles", "within_roles"]
COLUMNS = [
    ("indicator", str),
    ("year", int),
    ("theil", float),
    *((part, float) for part in PARTS),
    *((f"share_{part}", float) for part in PARTS),
]


PART_COLUMNS = [
    ("indicator", str),
    ("year", int),
    ("level", str),
    ("theil", float),
    ("share", float),
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
        from ..layers.comparison import report_missing

        levels = call.fields("LEVELS")
        _, comparison = self.comparison(call, levels)
        cells = list(comparison.cells())
        report_missing(cells, comparison.missing, call.feedback)
        groups: dict[tuple[str, int | None], list[Cell]] = {}
        for cell in cells:
            groups.setdefault((cell.indicator, cell.year), []).append(cell)
        rows, parts = [], []
        for (indicator, year), of_year in call.each(list(groups.items())):
            found = _decomposed(indicator, of_year, comparison.panel, levels, call)
            rows.append(_row(indicator, year, found))
            parts += _parts(indicator, year, found, levels)
        _report(rows, call)
        call.table("OUTPUT", self.RESULT, COLUMNS, (row.values() for row in rows))
        call.table("PARTS", "Nested Theil, parts", PART_COLUMNS, parts)
        call.page(lambda: nested_page(rows, parts if levels else []))


def _report(rows: list[dict[str, Any]], call: Call) -> None:
    """Where the inequality of each indicator lies."""
    from ..cartography.columns import title_of

    for row in rows:
        if row["theil"]:
            call.finding(
                tr(
                    "{indicator}: of the inequality between all cities {regions:.0%} lies between "
                    "regions, {roles:.0%} between cores and secondary cities of a region, "
                    "{within:.0%} within these groups."
                ).format(
                    indicator=title_of(row["indicator"], row["year"]),
                    regions=row["share_between_regions"],
                    roles=row["share_between_roles"],
                    within=row["share_within_roles"],
                )
            )


def _decomposed(
    indicator: str, cells: list[Cell], panel: Panel, levels: list[str], call: Call
) -> LevelledTheil | None:
    """The decomposition over all regions' cells; None where all values are zero."""
    import numpy as np

    from ..measures.unevenness.nested import Level, levelled_theil

    cells = [cell for cell in cells if len(cell.values)]
    values = np.concatenate([cell.values for cell in cells]) if cells else np.zeros(0)
    if not values.any():
        call.warn(
            tr("{indicator}: no city has a value above zero; its row stays empty.").format(
                indicator=indicator
            )
        )
        return None
    cities = np.concatenate([cell.cities for cell in cells])
    regions = np.repeat([cell.region for cell in cells], [len(cell.values) for cell in cells])
    weights = [cell.weights for cell in cells if cell.weights is not None]
    groups = [Level(name, panel.words(name)[cities]) for name in levels]
    return levelled_theil(
        values,
        [*groups, Level("region", regions)],
        np.concatenate([cell.is_core for cell in cells]),
        np.concatenate(weights) if weights else None,
    )


def _row(indicator: str, year: int | None, found: LevelledTheil | None) -> dict[str, Any]:
    """The three parts; what lies between the levels above the regions is between regions."""
    row: dict[str, Any] = dict.fromkeys(name for name, _ in COLUMNS)
    row.update(indicator=indicator, year=year)
    if found is not None:
        *above, roles, within = (part for _, part in found.parts)
        row["theil"] = found.total
        for name, part in zip(PARTS, (sum(above), roles, within)):
            row[name] = part
            row[f"share_{name}"] = part / found.total if found.total > 0 else None
    return row


def _parts(
    indicator: str, year: int | None, found: LevelledTheil | None, levels: list[str]
) -> list[list[Any]]:
    if found is None:
        return [[indicator, year, n, None, None] for n in (*levels, "region", "role", "within")]
    return [
        [indicator, year, name, part, part / found.total if found.total > 0 else None]
        for name, part in found.parts
    ]
