"""The report on night light."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...layers.light.tables import CityLight
from ...measures.light.groups import GroupLight, light_of_groups
from ...measures.texts import tr
from ..page import Page
from .charts import Groups, light_chart

_MOST_NAMED = 10
_MOST_PANELS = 24


def nightlight_page(light: CityLight) -> Page:
    """Light of the regions over time, gains and losses, the groups' figures and the method."""
    page = Page(tr("Night light of cities"), _extent(light))
    if light.grouped.any():
        regions = _means(light)
        page.heading(tr("Light of the regions"))
        drawn = light_chart(regions, light.years, _regions_shown(regions), light.unit)
        page.figure(drawn, _caption(regions, light.years))
    if len(light.years) > 1:
        _add_changes(page, light)
    page.heading(tr("Core and secondary cities, {value}").format(value=light.years[-1]))
    page.table(
        ["Region", "Role", *(_with_unit(name, light) for name in ("Sum", "Mean")), "Lit share"],
        [list(group) for group in _groups(light, -1)],
    )
    page.heading(tr("Method"))
    page.paragraph(
        tr(
            "Sum: value times the covered fraction of each cell, the fractions computed "
            "exactly. Mean: weighted by the cells' covered ground area (or covered fraction, "
            "where that was asked for); of a group, of all its cities' cells together. Lit "
            "share: ground area above the threshold as a share of the area with valid data."
        )
    )
    page.paragraph(
        tr(
            "Trend: Theil-Sen slope of the mean (Sen 1968) and two-sided Mann-Kendall test "
            "with correction for ties (Mann 1945, Kendall 1975). The light of different "
            "sensors (DMSP, VIIRS) compares only in a harmonised series."
        )
    )
    return page


def _extent(light: CityLight) -> str:
    first, last = light.years[0], light.years[-1]
    time = (
        f"{first}"
        if first == last
        else tr("{first} to {last} ({count} rasters)").format(
            first=first, last=last, count=len(light.years)
        )
    )
    extent = tr("{count} cities of layer {layer}, {time}").format(
        count=len(light.table), layer=light.table.layer, time=time
    )
    return extent + (tr("; light in {unit}").format(unit=light.unit) if light.unit else "")


def _with_unit(words: str, light: CityLight) -> str:
    return f"{words} ({light.unit})" if light.unit else words


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
            key = (group.region or tr("All cities"), group.role or tr("all"))
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
    which = (
        ""
        if len(shown) == len(regions)
        else tr(" The {count} brightest regions.").format(count=len(shown))
    )
    axes = tr(" The vertical axes differ.") if len(years) > 1 else ""
    return tr("Mean light of each region by the role of its cities.{which}{axes}").format(
        which=which, axes=axes
    )


def _add_changes(page: Page, light: CityLight) -> None:
    """The cities that gained and lost most light between the first and the last raster."""
    first, last = light.statistics[0].sum, light.statistics[-1].sum
    change = last - first
    known = np.flatnonzero(np.isfinite(change))
    order = known[np.argsort(change[known])]
    header = [
        tr("City"),
        tr("Region"),
        tr("Role"),
        f"{light.years[0]}",
        f"{light.years[-1]}",
        tr("Change"),
        "%",
    ]
    trended = light.slope is not None and light.slope_p is not None
    header += [_with_unit(tr("Slope of the mean"), light), "p"] if trended else []

    def row(city: int) -> list[Any]:
        percent = 100 * change[city] / first[city] if first[city] > 0 else None
        cells = [light.table.labels[city], light.regions[city], light.roles[city]]
        cells += [float(first[city]), float(last[city]), float(change[city]), percent]
        if light.slope is not None and light.slope_p is not None:
            cells += [float(light.slope[city]), float(light.slope_p[city])]
        return cells

    for title, cities in (
        (tr("Largest gains of light"), order[change[order] > 0][::-1]),
        (tr("Largest losses of light"), order[change[order] < 0]),
    ):
        page.heading(title)
        if len(cities):
            page.table(header, [row(city) for city in cities[:_MOST_NAMED]])
        else:
            page.paragraph(tr("No city."))
