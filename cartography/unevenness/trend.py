"""How unevenness through the years is drawn, played and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsVectorLayer

from ...layers.fields import name_some
from ...layers.portable import asked_fields
from ...measures.significance import LEVEL
from ...measures.texts import tr
from ..charts import MOST_DRAWN, chart, new_figure, say_cut, to_svg
from ..method import CONVERGENCE, FDR, THEIL, TREND
from ..page import Page
from ..palette import OUTLINE, TEXT, UNEVENNESS_SEQUENCE, WIDENING_COLOURS
from ..playing import play_years
from ..styles import graduate
from .charts import direction_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH_MM, _PANEL_MM, _ACROSS = 180.0, 40.0, 4
_SHOWN = ["region", "indicator", "years", "first_year", "last_year", "theil_first", "theil_last"]
_SHOWN += ["slope", "slope_p", "slope_p_fdr", "direction", "sigma_slope", "beta", "beta_p"]
_SERIES = ["region", "indicator", "year", "cities", "theil_between", "ci_low", "ci_high"]
_SERIES += ["gini_between", "ratio"]

Row = dict[str, Any]


def style_years(layer: QgsVectorLayer) -> None:
    """Colour the regions by the first indicator's Theil index, and play them year by year."""
    fields = asked_fields(layer)
    first = next((name for name in fields if name.startswith("theil_")), None)
    if first is not None:
        graduate(layer, fields[first], UNEVENNESS_SEQUENCE)
    play_years(layer)


def trend_page(
    rows: Sequence[Row], series: Sequence[Row], changes: Sequence[Sequence[Any]]
) -> Page:
    """The report of `unevennesstrend`: rows of its tables."""
    page = Page(tr("Unevenness between core and secondary cities through the years"))
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        of_indicator = [row for row in rows if row["indicator"] == indicator]
        page.heading(f"{indicator}")
        page.paragraph(_sentence(of_indicator))
        page.figure(
            lines(of_indicator, [row for row in series if row["indicator"] == indicator]),
            tr(
                "Theil index between core and secondary cities, {indicator}: the line's "
                "colour says whether it widens or narrows (grey: no more than chance), the "
                "pale band is its 95% interval."
            ).format(indicator=indicator),
        )
    page.heading(tr("All figures"))
    page.table(_SHOWN, [[row[name] for name in _SHOWN] for row in rows])
    if changes:
        page.heading(tr("Changes by period"))
        page.table(["region", "indicator", "period", "theil_change"], changes)
    page.heading(tr("Every year"))
    page.table(_SERIES, [[row[name] for name in _SERIES] for row in series])
    page.heading(tr("Method"))
    page.paragraph(" ".join(tr(text) for text in (THEIL, TREND, FDR, CONVERGENCE)))
    return page


@chart
def lines(rows: Sequence[Row], series: Sequence[Row]) -> str:
    """One indicator's Theil index through the years, a panel a region."""
    everyone, rows = rows, rows[:MOST_DRAWN]
    by_region: dict[str, list[Row]] = {}
    for of_year in series:
        by_region.setdefault(of_year["region"], []).append(of_year)
    across = min(_ACROSS, len(rows))
    down = -(-len(rows) // across)
    figure = new_figure(_WIDTH_MM, 8 + _PANEL_MM * down)
    say_cut(figure, len(rows), len(everyone))
    panels = np.atleast_1d(figure.subplots(down, across, sharex=True, sharey=True)).ravel()
    for axes, row in zip(panels, rows):
        _draw(axes, row, by_region.get(row["region"], []))
    # Once all are drawn: the panels share their axes, and a limit set before would cut the rest.
    panels[0].set_ylim(bottom=0)
    for axes in panels[len(rows) :]:
        axes.axis("off")
    clear = sum(_is_clear(row) for row in everyone)
    return to_svg(
        figure,
        tr("Unevenness through the years: {indicator}").format(indicator=rows[0]["indicator"]),
        tr("Lines of {count} regions with 95% bands; {clear} trends are more than chance.").format(
            count=len(everyone), clear=clear
        ),
    )


def _draw(axes: Axes, row: Row, series: Sequence[Row]) -> None:
    years = [of_year["year"] for of_year in series]
    low, high, theil = (
        np.array([np.nan if r[n] is None else r[n] for r in series], dtype=float)
        for n in ("ci_low", "ci_high", "theil_between")
    )
    colour = WIDENING_COLOURS[row["direction"]] if _is_clear(row) else OUTLINE
    axes.fill_between(years, low, high, color=colour, alpha=0.18, linewidth=0)
    axes.plot(years, theil, color=colour, linewidth=1.6)
    axes.set_title(row["region"], fontsize=8, color=TEXT)
    axes.tick_params(labelsize=7)
    axes.locator_params(axis="x", nbins=4, integer=True)
    axes.locator_params(axis="y", nbins=4)
    axes.spines[["top", "right"]].set_visible(False)


def _is_clear(row: Row) -> bool:
    """Whether the trend is more than chance after allowing for the number of tests."""
    return row["direction"] is not None and row["slope_p_fdr"] < LEVEL


def _sentence(rows: Sequence[Row]) -> str:
    """What the regions do through the years, and what of it is certain."""
    parts, words = [], direction_words()
    for name in WIDENING_COLOURS:
        regions = [row["region"] for row in rows if row["direction"] == name and _is_clear(row)]
        if regions:
            parts.append(
                tr("{name} in {count} ({names})").format(
                    name=words[name], count=len(regions), names=name_some(regions)
                )
            )
    known = [row for row in rows if row["direction"] is not None]
    unclear = len(known) - sum(_is_clear(row) for row in known)
    clear = "; ".join(parts) or tr("none")
    return tr(
        "More than chance, after allowing for the number of tests: {clear}. In {unclear} "
        "of {count} regions no trend can be told from the ups and downs of the years."
    ).format(clear=clear, unclear=unclear, count=len(known))
