"""How policy themes are drawn on maps and reported."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsExpression,
    QgsPieDiagram,
    QgsSingleCategoryDiagramRenderer,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor

from ...layers.fields import name_some
from ...layers.portable import made_fields
from ...measures.relations.policy import ADDRESSEES, PolicyCounts
from ...measures.texts import tr
from ...measures.words import shown
from ..charts import MOST_DRAWN, chart, draw_cells, new_figure, say_cut, to_svg
from ..page import Page
from ..palette import CORE, NO_DATA, OUTLINE, SECONDARY, SMALL, TEXT, TYPE_COLOURS
from ..palette import UNEVENNESS_SEQUENCE as SEQUENCE
from ..styles import has_geometry, symbol

_PIE_SIZE = 10  # millimetres
_MARKED = 1.5  # from this quotient on a figure is bold
_ADDRESSEE_COLOURS = dict(zip(ADDRESSEES, (CORE, SECONDARY, SMALL)))


def style_policy_map(layer: QgsVectorLayer) -> None:
    """A pie of the themes' shares on every region."""
    themes = made_fields(layer, "share_")
    if not has_geometry(layer) or not themes:
        return
    layer.setRenderer(QgsSingleSymbolRenderer(symbol(layer, NO_DATA)))
    settings = QgsDiagramSettings()
    settings.enabled = True
    settings.categoryAttributes = [QgsExpression.quotedColumnRef(name) for name in themes.values()]
    settings.categoryLabels = [_theme_words(name[len("share_") :]) for name in themes]
    settings.categoryColors = [
        QColor(TYPE_COLOURS[i % len(TYPE_COLOURS)]) for i in range(len(themes))
    ]
    settings.size = QSizeF(_PIE_SIZE, _PIE_SIZE)
    settings.sizeType = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.penColor = QColor(OUTLINE)
    settings.penWidth = 0.15
    renderer = QgsSingleCategoryDiagramRenderer()
    renderer.setDiagram(QgsPieDiagram())
    renderer.setDiagramSettings(settings)
    layer.setDiagramRenderer(renderer)
    placed = QgsDiagramLayerSettings()
    placed.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    placed.setShowAllDiagrams(True)
    layer.setDiagramLayerSettings(placed)
    layer.triggerRepaint()


def _theme_words(theme: str) -> str:
    words = shown(theme)
    return theme.capitalize() if words == theme else words


def policy_page(counts: PolicyCounts, rows: list[dict[str, Any]], addressed: bool) -> Page:
    """The report of `policythemes`.

    Args:
        counts: the items.
        rows: of the result table.
        addressed: whether the addressees are known.
    """
    page = Page(
        tr("Policy themes of the mega-regions"),
        tr("{count} policy items of {count_2} mega-regions").format(
            count=int(counts.items.sum()), count_2=len(counts.regions)
        ),
    )
    page.figure(
        heat_table(counts),
        tr(
            "Share of each region's policy items by code, in percent. Bold: at least "
            "{marked:g} times the share in all regions. Right: the region's number of items."
        ).format(marked=_MARKED),
    )
    unknown = [code.code for code in counts.codes if code.theme is None]
    if unknown:
        page.note(
            tr("Not in the vocabulary, counted without a theme: {names}.").format(
                names=name_some(unknown)
            )
        )
    few = [region for region, items in zip(counts.regions, counts.items.sum(axis=1)) if items < 10]
    if few:
        page.note(
            tr("Fewer than ten items, so that one item moves a share much: {names}.").format(
                names=name_some(few)
            )
        )
    page.heading(tr("The codes"))
    page.table(
        ["code", "theme", "subtheme", "items"],
        [[*code, int(items)] for code, items in zip(counts.codes, counts.items.sum(axis=0))],
    )
    if addressed:
        page.heading(tr("Whom the policies address"))
        page.figure(
            addressee_bars(counts),
            tr(
                "Items by addressee: core cities, secondary cities, or both. Items without a "
                "known addressee are left out."
            ),
        )
    page.heading(tr("All figures"))
    columns = [name for name in rows[0] if name != "subtheme"]
    page.table(columns, [[row[name] for name in columns] for row in rows])
    page.heading(tr("Method"))
    page.paragraph(
        tr(
            "share: a code's items over the region's items. quotient: that share over the "
            "code's share in all regions together; above 1 the region speaks of it more than "
            "the others. The themes are those of coexistence, connectivity and cooperation, "
            "or those of your own vocabulary. The number of items says what plans speak of, "
            "not what is done."
        )
    )
    return page


@chart
def heat_table(counts: PolicyCounts) -> str:
    """Shares of every region and code, the codes grouped by theme."""
    from matplotlib.colors import LinearSegmentedColormap

    regions = counts.regions[:MOST_DRAWN]
    grid = np.vstack([counts.share[: len(regions)], counts.share_of_all]) * 100
    names = [*regions, tr("All regions")]
    totals = [*counts.items.sum(axis=1)[: len(regions)], counts.items.sum()]
    figure = new_figure(max(150, 45 + 13 * len(counts.codes)), 32 + 6.5 * len(names))
    say_cut(figure, len(regions), len(counts.regions))
    axes = figure.subplots()
    colours = LinearSegmentedColormap.from_list("policy", ["#FFFFFF", *SEQUENCE])
    top = grid.max()
    draw_cells(axes, grid, colours, 0, top)
    axes.set_xticks(range(len(counts.codes)), [code.code for code in counts.codes], rotation=40)
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0, labelsize=8)
    axes.axhline(len(regions) - 0.5, color=TEXT, linewidth=1)
    for (row, column), value in np.ndenumerate(grid):
        bold = row < len(regions) and counts.quotient[row, column] >= _MARKED
        axes.text(
            column,
            row,
            f"{value:.0f}",
            ha="center",
            va="center",
            fontsize=8,
            fontweight="bold" if bold else "normal",
            color="white" if value > 0.55 * top else TEXT,
        )
    for row, total in enumerate(totals):
        axes.text(len(counts.codes) - 0.35, row, str(total), va="center", fontsize=8)
    themes = [shown(code.theme) if code.theme else tr("own codes") for code in counts.codes]
    for theme in dict.fromkeys(themes):
        columns = [i for i, name in enumerate(themes) if name == theme]
        axes.axvline(columns[-1] + 0.5, color=TEXT, linewidth=1)
        axes.text(float(np.mean(columns)), -0.75, theme, ha="center", va="bottom", fontsize=8)
    axes.spines[:].set_visible(False)
    leading = counts.codes[int(counts.share_of_all.argmax())]
    return to_svg(
        figure,
        tr("Policy items of each region by code"),
        tr(
            "Table of {count} regions and {count_2} codes; the darker, the larger the share. "
            "In all regions together most items have the code {code}."
        ).format(count=len(counts.regions), count_2=len(counts.codes), code=leading.code),
    )


@chart
def addressee_bars(counts: PolicyCounts) -> str:
    """Stacked bars of each region's items by addressee."""
    by_region = counts.addressed.sum(axis=1)
    core, secondary = by_region.sum(axis=0)[:2]
    regions, by_region = counts.regions[:MOST_DRAWN], by_region[:MOST_DRAWN]
    known = np.maximum(by_region.sum(axis=1), 1)
    figure = new_figure(170, 24 + 6.5 * len(regions))
    say_cut(figure, len(regions), len(counts.regions))
    axes = figure.subplots()
    left = np.zeros(len(regions))
    for place, (addressee, colour) in enumerate(_ADDRESSEE_COLOURS.items()):
        widths = 100 * by_region[:, place] / known
        bars = axes.barh(
            range(len(left)), widths, left=left, color=colour, height=0.7, label=shown(addressee)
        )
        labels = [str(items) if items else "" for items in by_region[:, place]]
        axes.bar_label(bars, labels, label_type="center", fontsize=8)
        left += widths
    axes.set_yticks(range(len(regions)), regions)
    axes.invert_yaxis()
    axes.set_xlabel(tr("percent of the items with an addressee (figures: items)"))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncol=3, frameon=False, fontsize=8)
    return to_svg(
        figure,
        tr("Policy items by addressee"),
        tr(
            "Stacked bars of {count} regions: in all {core} items address core cities and "
            "{secondary} secondary cities."
        ).format(count=len(counts.regions), core=core, secondary=secondary),
    )
