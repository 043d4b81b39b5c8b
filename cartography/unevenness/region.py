"""How unevenness is drawn on maps and reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import (
    QgsExpression,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

from ...layers.cancelling import pause
from ...layers.cities import COUNT_AS_ZERO
from ...layers.comparison import Cell, Comparison
from ...layers.fields import name_some, parse_indicators
from ...layers.portable import asked_fields
from ...measures.prepare.headings import says_ratio
from ...measures.significance import LEVEL
from ...measures.texts import listed, tr
from ...measures.unevenness.region import unevenness
from ..charts import MOST_DRAWN
from ..labels import label_layer
from ..method import DAGUM, FDR, ROLE_P, THEIL
from ..page import Page
from ..palette import UNEVENNESS_SEQUENCE
from ..styles import graduate, has_geometry
from .charts import city_values, column_name, heat_table

_SHOWN = ["region", "indicator", "year", "cities", "cores", "missing", "core_share"]
_SHOWN += ["theil_between", "gini_between", "gini_du2025", "affluence", "ratio", "p_value", "p_fdr"]


def theil_fields(layer: QgsVectorLayer) -> list[str]:
    """The fields with the first indicator's Theil index, one for each year, ascending.

    They are called as the layer's format has them.
    """
    fields = asked_fields(layer)
    parsed = parse_indicators(name for name in fields if name.startswith("theil_"))
    return [fields[item.field] for item in parsed if item.name == parsed[0].name]


def style_regions(layer: QgsVectorLayer, year: int = -1) -> None:
    """Colour the regions by the Theil index of the first indicator, in classes of all its years.

    Args:
        layer: the regions.
        year: which of the years, by its place; the last one unless told.
    """
    fields = theil_fields(layer)
    if fields:
        graduate(layer, fields[year], UNEVENNESS_SEQUENCE, over=fields)


def draw_regions(layer: QgsVectorLayer) -> None:
    """Colour the regions and write their names and values on the map."""
    style_regions(layer)
    fields = theil_fields(layer)
    if fields:
        label_regions(layer, fields[-1])


def label_regions(layer: QgsVectorLayer, field: str) -> None:
    """Write the name of each region and the value of a field on the map, once a region."""
    if has_geometry(layer):
        column = QgsExpression.quotedColumnRef(field)
        value = f"coalesce(format_number({column}, 3, 'en'), '')"
        label_layer(layer, f"\"region\" || '\\n' || {value}", bold=True)
        if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
            settings = layer.labeling().settings()
            settings.geometryGeneratorEnabled = True
            settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
            settings.geometryGenerator = "centroid($geometry)"
            layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def unevenness_page(
    rows: Sequence[dict[str, Any]],
    cells: Sequence[Cell],
    comparison: Comparison,
    permutations: int,
    seed: int,
) -> Page:
    """The report: rows of the result table and the cells they were computed from."""
    regions = list(dict.fromkeys(row["region"] for row in rows))
    page = Page(
        tr("Unevenness between core and secondary cities"),
        tr("{count} mega-regions; {names}").format(
            count=len(regions), names=listed(dict.fromkeys(map(column_name, rows)))
        ),
    )
    page.figure(
        heat_table(rows),
        tr(
            "Theil index and Gini ratio between core and secondary cities, one colour scale "
            "for both; sorted by the last column of the left table."
        ),
    )
    certainty = _certainty(rows)
    if certainty:
        page.paragraph(certainty)
    notes = missing_notes(rows, cells, comparison)
    for text in notes[:MOST_DRAWN]:
        page.note(text)
    page.cut(MOST_DRAWN, len(notes))
    page.heading(tr("All figures"))
    page.table(_SHOWN, [[_shown(row, name) for name in _SHOWN] for row in rows])
    ratios = [name for name in dict.fromkeys(row["indicator"] for row in rows) if says_ratio(name)]
    if ratios:
        page.note(
            tr(
                "Values of {names} cannot be added, so that the cores have no share of them."
            ).format(names=listed(ratios))
        )
    page.heading(tr("The cities of each region"))
    by_region: dict[str, list[Cell]] = {}
    for cell in cells:
        by_region.setdefault(cell.region, []).append(cell)
    for region in regions[:MOST_DRAWN]:
        page.figure(*_region_chart(region, by_region[region]))
    page.cut(MOST_DRAWN, len(regions))
    page.heading(tr("Method"))
    page.paragraph(f"{tr(THEIL)} {tr(DAGUM)}")
    weighted = any(cell.weights is not None for cell in cells)
    page.paragraph(
        tr("Cities count by their weight." if weighted else "Each city counts once.")
        + " "
        + (
            tr(
                "{role_p} {permutations} permutations (all assignments where they are "
                "fewer), seed {seed}. {fdr}"
            ).format(role_p=tr(ROLE_P), permutations=permutations, seed=seed, fdr=tr(FDR))
            if permutations
            else tr("No p-values were asked for.")
        )
    )
    return page


def _shown(row: dict[str, Any], column: str) -> Any:
    """A cell of the table; a share of a sum of ratios means nothing."""
    return None if column == "core_share" and says_ratio(row["indicator"]) else row[column]


def _certainty(rows: Sequence[dict[str, Any]]) -> str:
    """How many of the tested cells are more uneven than chance would make them."""
    tested = [row for row in rows if row["p_value"] is not None and row["p_fdr"] == row["p_fdr"]]
    if not tested:
        return ""
    held = [row for row in tested if row["p_fdr"] < LEVEL]
    names = name_some([f"{row['region']} ({column_name(row)})" for row in held])
    return tr(
        "In {count} of {count_2} cells roles given by chance would hardly be as uneven "
        "(p below {level:g}); {count_3} hold after allowing for the number of tests"
    ).format(
        count=sum(row["p_value"] < LEVEL for row in tested),
        count_2=len(tested),
        level=LEVEL,
        count_3=len(held),
    ) + (f": {names}." if names else ".")


def missing_notes(
    rows: Sequence[dict[str, Any]], cells: Sequence[Cell], comparison: Comparison
) -> list[str]:
    """Where counting blanks as zeros rather than leaving them out moves Theil by over a tenth."""
    notes: list[str] = []
    if comparison.missing == COUNT_AS_ZERO:
        return notes
    for row, cell in zip(rows, cells):
        pause()
        left_out = row["theil_between"]
        if not cell.missing or left_out is None or np.isnan(left_out):
            continue
        full = comparison.cell(cell.region, cell.indicator, cell.year, missing=COUNT_AS_ZERO)
        if full is None:
            continue
        zeros = unevenness(full.values, full.is_core, full.weights).theil_between
        if abs(zeros - left_out) > 0.1 * abs(left_out):
            notes.append(
                tr(
                    "{region}, {column_name}: {names} without a value. Left out, the Theil "
                    "index is {left_out:.5f}; counted as zeros it would be {zeros:.5f}."
                ).format(
                    region=row["region"],
                    column_name=column_name(row),
                    names=name_some(cell.missing),
                    left_out=left_out,
                    zeros=zeros,
                )
            )
    return notes


def _region_chart(region: str, cells: Sequence[Cell]) -> tuple[str, str]:
    values: dict[str, dict[int | None, dict[str, float]]] = {}
    roles: dict[str, bool] = {}
    latest: dict[str, float] = {}
    for cell in cells:
        by_city = dict(zip(cell.labels, cell.values.tolist()))
        values.setdefault(cell.indicator, {})[cell.year] = by_city
        roles.update(zip(cell.labels, cell.is_core.tolist()))
        if cell.indicator == cells[0].indicator:
            latest.update(by_city)
    order = sorted(roles, key=lambda name: (not roles[name], -latest.get(name, 0)))
    svg = city_values(region, [(name, roles[name]) for name in order], values)
    return svg, tr("{region}: cores in orange, secondary cities in blue.").format(region=region)
