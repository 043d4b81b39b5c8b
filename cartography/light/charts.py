"""Charts of night light by region and role."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from ...measures.light.dates import LightDate
from ...measures.texts import listed, tr
from ...measures.words import shown
from ..charts import chart, new_figure, to_svg
from ..palette import OUTLINE, ROLE_COLOURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_TICKS, _MOST_LONG_TICKS = 4, 2.5
_YEARS, _MONTHS = 800, 60  # days: longer times are marked by years, by months
_WIDTH_MM, _PANEL_MM, _LEGEND_MM = 180.0, 42.0, 10.0
Groups = dict[tuple[str, str], list[float]]  # region and role to the mean of each year


@chart
def light_chart(means: Groups, years: Sequence[Any], regions: Sequence[str], unit: str = "") -> str:
    """Mean light of regions by role: bars for one year, a panel a region for more.

    Args:
        means: mean light in each year, by region and role.
        years: of the means: years, dates in ISO 8601, or names of rasters.
        regions: those drawn, in their order.
        unit: of the light, empty where it is not known.
    """
    words = tr("Mean light") + (f" ({unit})" if unit else "")
    roles = list(dict.fromkeys(role for _, role in means))
    description = tr("Mean night light of {count} regions, by role: {roles}.").format(
        count=len(regions), roles=listed(shown(role) for role in roles)
    )
    if len(years) == 1:
        figure = new_figure(_WIDTH_MM, 20 + 4.5 * len(regions) * len(roles))
        _draw_bars(figure.add_subplot(), means, regions, roles, words)
    else:
        across = min(4, len(regions))
        down = -(-len(regions) // across)
        figure = new_figure(_WIDTH_MM, _LEGEND_MM + _PANEL_MM * down)
        heights = [_LEGEND_MM, *[_PANEL_MM] * down]
        grid = figure.add_gridspec(down + 1, across, height_ratios=heights)
        for number, region in enumerate(regions):
            axes = figure.add_subplot(grid[1 + number // across, number % across])
            _draw_lines(axes, means, region, roles, _times(years))
        lines = {str(line.get_label()): line for axes in figure.axes for line in axes.lines}
        if unit:
            figure.supylabel(words, fontsize=8)
        legend = figure.add_subplot(grid[0, :])
        legend.axis("off")
        legend.legend(
            list(lines.values()), list(lines), loc="center", ncol=len(lines), frameon=False
        )
    return to_svg(figure, tr("Light of the regions"), description)


def _draw_bars(
    axes: Axes, means: Groups, regions: Sequence[str], roles: list[str], words: str
) -> None:
    thickness = 0.8 / len(roles)
    places = np.arange(len(regions))
    for number, role in enumerate(roles):
        values = [means.get((region, role), [np.nan])[0] for region in regions]
        colour = ROLE_COLOURS.get(role, OUTLINE)
        axes.barh(places + number * thickness, values, thickness, color=colour, label=shown(role))
    axes.set_yticks(places + thickness * (len(roles) - 1) / 2, regions)
    axes.invert_yaxis()
    axes.set_xlabel(words)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)


def _draw_lines(
    axes: Axes, means: Groups, region: str, roles: list[str], times: Sequence[Any]
) -> None:
    dashes = ["-", "--", ":", "-."]  # told apart without colour too
    for number, role in enumerate(roles):
        values = means.get((region, role), [np.nan] * len(times))
        colour = ROLE_COLOURS.get(role, OUTLINE)
        axes.plot(times, values, dashes[number % 4], color=colour, label=shown(role), linewidth=1.6)
    axes.set_title(region, fontsize=8)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
    axes.tick_params(labelsize=7)
    axes.locator_params(axis="y", nbins=_MOST_TICKS)
    _mark_times(axes, times)
    axes.spines[["top", "right"]].set_visible(False)


def _times(years: Sequence[Any]) -> list[Any]:
    """Years as numbers, dates as the middle of their periods, or texts where one tells none."""
    if all(isinstance(year, int) for year in years):
        return list(years)
    found = [LightDate.of_iso(str(year)) for year in years]
    known = [day.middle for day in found if day is not None]
    return known if len(known) == len(found) else [str(year) for year in years]


def _mark_times(axes: Axes, times: Sequence[Any]) -> None:
    """A few ticks at whole years, months or days, whichever the times span."""
    from matplotlib.dates import DateFormatter, MonthLocator, YearLocator
    from matplotlib.ticker import MaxNLocator

    if isinstance(times[0], int):
        axes.xaxis.set_major_locator(MaxNLocator(_MOST_TICKS, integer=True))
    elif isinstance(times[0], date):
        days = (max(times) - min(times)).days
        if days > _YEARS:
            axes.xaxis.set_major_locator(YearLocator(-(-days // (365 * _MOST_TICKS))))
            form = "%Y"
        elif days > _MONTHS:
            step = next(n for n in (1, 2, 3, 4, 6, 12) if days <= n * 30 * _MOST_LONG_TICKS)
            axes.xaxis.set_major_locator(MonthLocator(range(1, 13, step)))
            form = "%Y-%m"
        else:
            axes.xaxis.set_major_locator(MaxNLocator(int(_MOST_LONG_TICKS), integer=True))
            form = "%m-%d"
        axes.xaxis.set_major_formatter(DateFormatter(form))
