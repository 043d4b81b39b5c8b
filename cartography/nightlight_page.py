"""The report on night light."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..layers.lighttables import CityLight
from ..measures.lightgroups import GroupLight, light_of_groups
from .charts import chart, new_figure, to_svg
from .html import Page
from .palette import OUTLINE, ROLE_COLOURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_NAMED = 10
_MOST_PANELS = 24
_WIDTH_MM, _PANEL_MM, _LEGEND_MM = 180.0, 42.0, 10.0
Groups = dict[tuple[str, str], list[float]]  # region and role to the mean of each year


def nightlight_page(light: CityLight) -> Page:
    """Light of the regions over time, gains and losses, the groups' figures and the method."""
    page = Page("Night light of cities", _extent(light))
    if light.grouped.any():
        regions = _means(light)
        page.heading("Light of the regions")
        page.figure(_chart(regions, light.years), _caption(regions, light.years))
    if len(light.years) > 1:
        _add_changes(page, light)
    page.heading(f"Core and secondary cities, {light.years[-1]}")
    page.table(
        ["Region", "Role", "Sum", "Mean", "Lit share"],
        [list(group) for group in _groups(light, -1)],
    )
    page.heading("Method")
    page.paragraph(
        "Sum: value times the covered fraction of each cell, the fractions computed exactly. Mean: "
        "weighted by the cells' covered ground area (or covered fraction, where that was asked "
        "for); of a group, of all its cities' cells together. Lit share: ground area above the "
        "threshold as a share of the area with valid data."
    )
    page.paragraph(
        "Trend: Theil-Sen slope of the mean (Sen 1968) and two-sided Mann-Kendall test with "
        "correction for ties (Mann 1945, Kendall 1975). The light of different sensors (DMSP, "
        "VIIRS) compares only in a harmonised series."
    )
    return page


def _extent(light: CityLight) -> str:
    first, last = light.years[0], light.years[-1]
    time = f"{first}" if first == last else f"{first} to {last} ({len(light.years)} rasters)"
    return f"{len(light.table)} cities of layer {light.table.layer}, {time}"


def _groups(light: CityLight, year: int) -> list[GroupLight]:
    kept = np.flatnonzero(light.grouped)
    return light_of_groups(
        light.statistics[year].take(kept),
        [light.regions[i] for i in kept],
        [light.roles[i] for i in kept],
    )


def _means(light: CityLight) -> Groups:
    """Mean light of each region and role in each year."""
    means: Groups = {}
    for year in range(len(light.years)):
        for group in _groups(light, year):
            key = (group.region or "All cities", group.role or "all")
            means.setdefault(key, []).append(group.mean)
    return means


def _regions_shown(means: Groups) -> list[str]:
    """The regions, the brightest where there are too many for one chart."""
    brightness: dict[str, float] = {}
    for (region, _), values in means.items():
        latest = np.nan_to_num(values[-1])
        brightness[region] = max(brightness.get(region, 0.0), latest)
    brightest = sorted(brightness, key=lambda name: -brightness[name])[:_MOST_PANELS]
    return [region for region in brightness if region in brightest]


def _caption(means: Groups, years: Sequence[Any]) -> str:
    shown, regions = _regions_shown(means), {region for region, _ in means}
    which = "" if len(shown) == len(regions) else f" The {len(shown)} brightest regions."
    axes = " The vertical axes differ." if len(years) > 1 else ""
    return f"Mean light of each region by the role of its cities.{which}{axes}"


@chart
def _chart(means: Groups, years: Sequence[Any]) -> str:
    regions = _regions_shown(means)
    roles = list(dict.fromkeys(role for _, role in means))
    description = f"Mean night light of {len(regions)} regions, by role: {', '.join(roles)}."
    if len(years) == 1:
        figure = new_figure(_WIDTH_MM, 20 + 4.5 * len(regions) * len(roles))
        _draw_bars(figure.add_subplot(), means, regions, roles)
    else:
        across = min(4, len(regions))
        down = -(-len(regions) // across)
        figure = new_figure(_WIDTH_MM, _LEGEND_MM + _PANEL_MM * down)
        heights = [_LEGEND_MM, *[_PANEL_MM] * down]
        grid = figure.add_gridspec(down + 1, across, height_ratios=heights)
        for number, region in enumerate(regions):
            axes = figure.add_subplot(grid[1 + number // across, number % across])
            _draw_lines(axes, means, region, roles, years)
        lines = {str(line.get_label()): line for axes in figure.axes for line in axes.lines}
        legend = figure.add_subplot(grid[0, :])
        legend.axis("off")
        legend.legend(
            list(lines.values()), list(lines), loc="center", ncol=len(lines), frameon=False
        )
    return to_svg(figure, "Light of the regions", description)


def _draw_bars(axes: Axes, means: Groups, regions: list[str], roles: list[str]) -> None:
    thickness = 0.8 / len(roles)
    places = np.arange(len(regions))
    for number, role in enumerate(roles):
        values = [means.get((region, role), [np.nan])[0] for region in regions]
        colour = ROLE_COLOURS.get(role, OUTLINE)
        axes.barh(places + number * thickness, values, thickness, color=colour, label=role)
    axes.set_yticks(places + thickness * (len(roles) - 1) / 2, regions)
    axes.invert_yaxis()
    axes.set_xlabel("Mean light")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)


def _draw_lines(
    axes: Axes, means: Groups, region: str, roles: list[str], years: Sequence[Any]
) -> None:
    dashes = ["-", "--", ":", "-."]  # told apart without colour too
    for number, role in enumerate(roles):
        values = means.get((region, role), [np.nan] * len(years))
        colour = ROLE_COLOURS.get(role, OUTLINE)
        axes.plot(years, values, dashes[number % 4], color=colour, label=role, linewidth=1.6)
    axes.set_title(region, fontsize=8)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
    axes.tick_params(labelsize=7)
    axes.locator_params(nbins=4)
    axes.spines[["top", "right"]].set_visible(False)


def _add_changes(page: Page, light: CityLight) -> None:
    """The cities that gained and lost most light between the first and the last raster."""
    first, last = light.statistics[0].sum, light.statistics[-1].sum
    change = last - first
    known = np.flatnonzero(np.isfinite(change))
    order = known[np.argsort(change[known])]
    header = ["City", "Region", "Role", f"{light.years[0]}", f"{light.years[-1]}", "Change", "%"]
    trended = light.slope is not None and light.slope_p is not None
    header += ["Slope of the mean", "p"] if trended else []

    def row(city: int) -> list[Any]:
        percent = 100 * change[city] / first[city] if first[city] > 0 else None
        cells = [light.table.labels[city], light.regions[city], light.roles[city]]
        cells += [float(first[city]), float(last[city]), float(change[city]), percent]
        if light.slope is not None and light.slope_p is not None:
            cells += [float(light.slope[city]), float(light.slope_p[city])]
        return cells

    for title, cities in (
        ("Largest gains of light", order[change[order] > 0][::-1]),
        ("Largest losses of light", order[change[order] < 0]),
    ):
        page.heading(title)
        if len(cities):
            page.table(header, [row(city) for city in cities[:_MOST_NAMED]])
        else:
            page.paragraph("No city.")
