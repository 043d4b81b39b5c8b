"""Charts of unevenness: heat table, dumbbells of change, nested bars, cities' values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...measures.texts import listed, tr
from ..charts import MOST_DRAWN, chart, draw_cells, new_figure, say_cut, to_svg
from ..palette import CORE, NO_DATA, SECONDARY, TEXT, UNEVENNESS_SEQUENCE, WIDENING_COLOURS

_MOST_CITIES = 200  # of a region in a chart


def _parts() -> dict[str, tuple[str, str]]:
    """Words and colours of the parts of inequality."""
    return {
        "between_regions": (tr("between regions"), UNEVENNESS_SEQUENCE[4]),
        "between_roles": (tr("between core and secondary cities"), CORE),
        "within_roles": (tr("inside these groups"), SECONDARY),
    }


def direction_words() -> dict[str, str]:
    """What the directions of change are called."""
    return {
        "widening": tr("widening"),
        "narrowing": tr("narrowing"),
        "stable": tr("stable"),
        "reversed": tr("reversed"),
    }


def column_name(row: dict[str, Any]) -> str:
    """The indicator with its year, as a heading."""
    return row["indicator"] if row["year"] is None else f"{row['indicator']} {row['year']}"


@chart
def heat_table(rows: Sequence[dict[str, Any]], by: str | None = None) -> str:
    """Theil and Gini of every region and indicator, side by side on one colour scale.

    Args:
        rows: of the result table.
        by: the column of Theil by which the regions are sorted; the last one without it.
    """
    from matplotlib.colors import LinearSegmentedColormap

    columns = list(dict.fromkeys(column_name(row) for row in rows))
    regions = list(dict.fromkeys(row["region"] for row in rows))
    row_of = {name: position for position, name in enumerate(regions)}
    grids = []
    for measure in ("theil_between", "gini_between"):
        grid = np.full((len(regions), len(columns)), np.nan)
        for row in rows:
            value = row[measure]
            place = row_of[row["region"]], columns.index(column_name(row))
            grid[place] = np.nan if value is None else value
        grids.append(grid)
    sorting = columns[-1] if by is None else by
    column = grids[0][:, columns.index(sorting)]
    order = np.argsort(-np.nan_to_num(column, nan=-1), kind="stable")[:MOST_DRAWN]
    known = np.concatenate([grid[~np.isnan(grid)] for grid in grids])
    top = float(known.max(initial=0)) or 1.0
    colours = LinearSegmentedColormap.from_list("unevenness", UNEVENNESS_SEQUENCE)
    colours.set_bad(NO_DATA)

    figure = new_figure(max(150, 40 + 26 * len(columns)), 28 + 6.5 * len(order))
    say_cut(figure, len(order), len(regions))
    titles = (tr("Theil index, between groups"), tr("Gini ratio, between groups"))
    for axes, grid, title in zip(figure.subplots(1, 2, sharey=True), grids, titles):
        draw_cells(axes, grid[order], colours, 0, top)
        axes.set_title(title, fontsize=9)
        axes.set_xticks(range(len(columns)), columns, rotation=40, ha="right")
        axes.set_yticks(range(len(order)), [regions[i] for i in order])
        axes.tick_params(length=0)
        for (i, j), value in np.ndenumerate(grid[order]):
            text = "–" if np.isnan(value) else f"{value:.3f}"
            dark = value > 0.55 * top  # NaN is not
            axes.text(
                j, i, text, ha="center", va="center", fontsize=8, color="white" if dark else TEXT
            )
    highest = regions[order[0]]
    return to_svg(
        figure,
        tr("Unevenness of each region and indicator"),
        tr(
            "Table of {count} regions and {count_2} indicators; the darker, the more uneven. "
            "Sorted by {sorting}; {highest} is the most uneven."
        ).format(count=len(regions), count_2=len(columns), sorting=sorting, highest=highest),
    )


@chart
def dumbbells(rows: Sequence[dict[str, Any]], order: Sequence[str] = ()) -> str:
    """Change of one indicator's Theil: first and last year of each region.

    Args:
        rows: of the result table.
        order: of the regions from the top down; sorted by change without it.
    """
    known = [row for row in rows if row["direction"]]
    rows = sorted(known, key=lambda row: -abs(row["theil_change"]))[:MOST_DRAWN]
    if order:
        rows.sort(key=lambda row: -order.index(row["region"]))
    else:
        rows.sort(key=lambda row: row["theil_change"])
    figure = new_figure(170, 25 + 7 * max(len(rows), 1))
    say_cut(figure, len(rows), len(known))
    axes = figure.subplots()
    for y, row in enumerate(rows):
        colour = WIDENING_COLOURS[row["direction"]]
        start, end = row["theil_from"], row["theil_to"]
        if not np.isnan(row["ci_low"]):
            ends = [start + row["ci_low"], start + row["ci_high"]]
            axes.plot(ends, [y, y], color=colour, alpha=0.3, linewidth=7, solid_capstyle="butt")
        axes.plot([start, end], [y, y], color=colour, linewidth=1.6)
        axes.plot(start, y, "o", color="white", markeredgecolor=colour, markersize=6)
        axes.plot(end, y, "o", color=colour, markersize=6)
        axes.annotate(
            f"{row['theil_change']:+.3f}",
            (1.01, y),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=8,
        )
    axes.set_yticks(range(len(rows)), [row["region"] for row in rows])
    axes.set_xlabel(tr("Theil index between core and secondary cities"))
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.grid(axis="y", color="#eeeeee")
    axes.set_axisbelow(True)
    axes.set_ylim(-0.6, max(len(rows), 1) - 0.4)
    from matplotlib.lines import Line2D

    axes.legend(
        handles=[
            Line2D([], [], color=colour, marker="o", label=direction_words()[name])
            for name, colour in WIDENING_COLOURS.items()
            if any(row["direction"] == name for row in rows)
        ],
        loc="lower right",
        frameon=False,
        fontsize=8,
    )
    name = rows[0]["indicator"] if rows else ""
    widening = sum(row["direction"] == "widening" for row in known)
    return to_svg(
        figure,
        tr("Change of unevenness: {name}").format(name=name),
        tr(
            "{widening} of {count} regions widen. Hollow dots: first year; full dots: last "
            "year; pale bars: 95% interval of the change where it was computed."
        ).format(widening=widening, count=len(known)),
    )


@chart
def nested_bars(rows: Sequence[dict[str, Any]]) -> str:
    """The nested Theil decomposition as stacked bars, one an indicator and year."""
    rows = [row for row in rows if row["theil"] is not None]
    figure = new_figure(170, 30 + 8 * max(len(rows), 1))
    axes = figure.subplots()
    left = np.zeros(len(rows))
    widest = max((row["theil"] for row in rows), default=0.0)
    for part, (words, colour) in _parts().items():
        widths = np.array([row[part] for row in rows])
        axes.barh(range(len(rows)), widths, left=left, color=colour, label=words, height=0.7)
        for y, width in enumerate(widths):
            share = width / rows[y]["theil"] if rows[y]["theil"] else 0
            if width > 0.06 * widest:  # else the figure does not fit
                dark = part == "between_regions"
                axes.text(
                    left[y] + width / 2,
                    y,
                    f"{share:.0%}",
                    ha="center",
                    va="center",
                    fontsize=8,
                    color="white" if dark else TEXT,
                )
        left += widths
    axes.set_yticks(range(len(rows)), [column_name(row) for row in rows])
    axes.invert_yaxis()
    axes.set_xlabel(tr("Theil index of all cities"))
    axes.spines[["top", "right"]].set_visible(False)
    # To the left from the right edge: there is room over the names.
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncol=3,
        frameon=False,
        fontsize=8,
        columnspacing=1.2,
        handlelength=1.2,
    )
    return to_svg(
        figure,
        tr("Where inequality lies"),
        tr(
            "Stacked bars: the Theil index of all cities, split into the parts between "
            "regions, between core and secondary cities, and within these groups."
        ),
    )


@chart
def city_values(
    region: str,
    cities: Sequence[tuple[str, bool]],
    values: dict[str, dict[int | None, dict[str, float]]],
    most: int = _MOST_CITIES,
) -> str:
    """A region's cities: columns for the first year, dots for the last; cores by colour.

    Args:
        region: its name.
        cities: name and whether it is a core, in the order to be drawn.
        values: indicator to year to city's name to value.
        most: cities that are drawn, the first of them; the chart says so.
    """
    count, cities = len(cities), cities[:most]
    # As wide as a page at most, so that letters keep their size, as long as names have room.
    width = 3.2 * len(cities) if len(cities) > 55 else min(176, 30 + 6 * len(cities))
    figure = new_figure(max(90, width), 18 + 32 * len(values))
    say_cut(figure, len(cities), count)
    panels = np.atleast_1d(figure.subplots(len(values), 1, sharex=True))
    colours = [CORE if is_core else SECONDARY for _, is_core in cities]
    for axes, (indicator, by_year) in zip(panels, values.items()):
        years = sorted(by_year, key=lambda year: year or 0)
        first, last = by_year[years[0]], by_year[years[-1]]
        columns = [first.get(name, np.nan) for name, _ in cities]
        axes.bar(range(len(cities)), columns, color=colours, width=0.7)
        words = indicator if years[0] is None else f"{indicator} {years[0]}"
        if len(years) > 1:
            dots = [last.get(name, np.nan) for name, _ in cities]
            axes.scatter(range(len(cities)), dots, color=colours, edgecolor=TEXT, s=22, zorder=3)
            words = tr("{indicator}: columns {first}, dots {last}").format(
                indicator=indicator, first=years[0], last=years[-1]
            )
        axes.set_title(words, fontsize=8, loc="left")
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=7)
        axes.yaxis.set_major_formatter("{x:,.10g}")
    panels[-1].set_xticks(range(len(cities)), [name for name, _ in cities], rotation=90)
    cores = listed(name for name, is_core in cities if is_core) or tr("none")
    return to_svg(
        figure,
        tr("Cities of {region}").format(region=region),
        tr("{count} cities of {region}, cores first ({cores}); indicators: {names}.").format(
            count=count, region=region, cores=cores, names=listed(values)
        ),
    )
