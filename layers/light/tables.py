"""Night light as the columns and rows of the result tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFields

from ...measures.light.dates import month_seasons
from ...measures.light.groups import light_of_groups
from ...measures.light.statistics import ZonalStatistics
from ...measures.trend import mann_kendall, theil_sen
from ..cities import Cities
from ..fields import parse_indicators
from ..outputs import FIELD_TYPES, Column
from .rasters import LightBand
from .summarise import BandLight

_TREND_DATES = 3  # the fewest dates that make a trend
_PAIRS_AT_ONCE = 10_000_000  # of dates whose trends are worked out without a look at cancelling
_SERIES: list[Column] = [
    ("gini", float),
    ("p10", float),
    ("p50", float),
    ("p90", float),
    ("sum", float),
    ("mean", float),
    ("max", float),
    ("std", float),
    ("lit_km2", float),
    ("lit_share", float),
    ("valid_share", float),
    ("unit", str),
]
_ROW_NUMBERS = {"fid", "ogc_fid", "objectid"}  # unique in a table of their own, so not repeatable
_LARGEST_INTEGER = 2**31 - 1


@dataclass(frozen=True)
class CityLight:
    """The light of n cities at all dates.

    Attributes:
        table: the cities.
        regions: the cities' regions, all None where no field is given.
        roles: the cities' roles, all None where no field is given.
        grouped: whether each city has a region and a role, if those are given, shape (n,).
        bands: the light, by date, then of rasters without one.
        slope: Theil-Sen slope of the mean a year, shape (n,), or None with fewer than three dates.
        slope_p: p-value of the Mann-Kendall test, shape (n,), or None likewise.
    """

    table: Cities
    regions: list[str | None]
    roles: list[str | None]
    grouped: np.ndarray
    bands: list[BandLight]
    slope: np.ndarray | None
    slope_p: np.ndarray | None

    @property
    def years(self) -> list[int | str]:
        """What each band is of: a year, an ISO date, or a raster's name."""
        return [
            band.date.year if band.date is not None and band.date.month is None else band.label
            for band in (item.band for item in self.bands)
        ]

    @property
    def unit(self) -> str:
        """Of the light of all bands, empty where it is not known or not the same."""
        units = {item.band.unit for item in self.bands}
        return units.pop() if len(units) == 1 else ""

    @property
    def statistics(self) -> list[ZonalStatistics]:
        """One for each of `years`."""
        return [item.statistics for item in self.bands]


def collect(
    table: Cities,
    light: Sequence[BandLight],
    by_region: bool,
    by_role: bool,
    check: Callable[[], None],
) -> CityLight:
    """The results of all bands together, with their trend.

    Args:
        table: the cities.
        light: by date, then of rasters without one.
        by_region: whether a field of regions is given.
        by_role: whether a field of roles is given.
        check: called often; may raise to stop.
    """
    grouped = [
        (not by_region or region is not None) and (not by_role or role is not None)
        for region, role in zip(table.regions, table.roles)
    ]
    slope = slope_p = None
    dates = [item.band.date for item in light if item.band.date is not None]
    if len(dates) >= _TREND_DATES:
        times = np.array([date.decimal for date in dates])
        means = np.column_stack([i.statistics.mean for i in light if i.band.date is not None])
        months = month_seasons(dates)  # light of summer and of winter does not compare
        seasons = None if months is None else np.array(months)
        slope, slope_p = np.empty(len(means)), np.empty(len(means))
        step = max(1, _PAIRS_AT_ONCE // len(times) ** 2)
        for first in range(0, len(means), step):
            check()
            some = slice(first, first + step)
            slope[some] = theil_sen(times, means[some], seasons)
            slope_p[some] = mann_kendall(times, means[some], seasons)
    found = np.array(grouped)
    return CityLight(table, table.regions, table.roles, found, list(light), slope, slope_p)


def wide_fields(light: CityLight) -> dict[Column, np.ndarray]:
    """The fields added to the cities: some for each date, and the trend."""
    fields: dict[Column, np.ndarray] = {}
    for name, attribute in (
        ("sum", "sum"),
        ("mean", "mean"),
        ("max", "maximum"),
        ("lit", "lit_share"),
    ):
        for item in light.bands:
            fields[f"ntl_{name}_{item.band.tag}", float] = getattr(item.statistics, attribute)
    weighed = [(item, item.per_weight) for item in light.bands if item.per_weight is not None]
    for item, by_weight in weighed:
        fields[f"ntl_weighted_{item.band.tag}", float] = by_weight.weighted
    for item, by_weight in weighed:
        per_weight = item.statistics.sum / by_weight.total
        fields[f"ntl_per_weight_{item.band.tag}", float] = per_weight
    if light.slope is not None and light.slope_p is not None:
        fields["ntl_slope", float] = light.slope
        fields["ntl_slope_p", float] = light.slope_p
    return fields


def series_table(
    light: CityLight, fields: QgsFields, also: Sequence[str], check: Callable[[], None]
) -> tuple[list[Column], list[list[Any]]]:
    """The long table: one row for each city and date.

    Args:
        light: the results.
        fields: of the cities' layer.
        also: fields repeated in the table besides those that tell the cities apart.
        check: called for each city; may raise to stop.
    """
    identifying = _identifying_columns(light.table, fields, also)
    columns = [*identifying, ("date", str), _year_column(light), *_SERIES]
    unknown = np.full(len(light.table), np.nan)
    measured = []
    for item in light.bands:
        found, spread = item.statistics, item.spread
        within = [unknown] * 4 if spread is None else [spread.gini, *spread.percentiles]
        deviation = unknown if spread is None else spread.deviation
        amounts = [found.sum, found.mean, found.maximum, deviation]
        shares = [found.lit_area, found.lit_share, found.valid_share]
        measured.append((item.band, [*within, *amounts, *shares]))
    rows = []
    for city in range(len(light.table)):
        check()
        own = [values[city] for values in identifying.values()]
        for band, values in measured:
            own_values = (column[city] for column in values)
            dated = [band.label, _calendar_year(band)]
            rows.append([*own, *dated, *own_values, band.unit or None])
    return columns, rows


def groups_table(
    light: CityLight, check: Callable[[], None]
) -> tuple[list[Column], list[list[Any]]]:
    """One row for each region, role and date; `check` may raise to stop."""
    columns = [("region", str), ("role", str), _year_column(light)]
    columns += [("sum", float), ("mean", float), ("lit_share", float), ("date", str)]
    columns += [("unit", str)]
    kept = np.flatnonzero(light.grouped)
    regions, roles = ([names[i] for i in kept] for names in (light.regions, light.roles))
    rows = []
    for item in light.bands:
        check()
        band = item.band
        rows += [
            [
                group.region,
                group.role,
                _calendar_year(band),
                group.sum,
                group.mean,
                group.lit_share,
                band.label,
                band.unit or None,
            ]
            for group in light_of_groups(item.statistics.take(kept), regions, roles)
        ]
    rows.sort(key=lambda row: (row[0] or "", row[1] or ""))  # stable: dates stay in order
    return columns, rows


def _calendar_year(band: LightBand) -> int | str:
    return band.label if band.date is None else band.date.year


def _year_column(light: CityLight) -> Column:
    return "year", int if all(item.band.date for item in light.bands) else str


def _identifying_columns(
    table: Cities, fields: QgsFields, also: Sequence[str]
) -> dict[Column, list[Any]]:
    """The fields that tell the cities apart, and those of `also`, with their values.

    Measured numbers (of a field of decimals, or an indicator of a year) are left out, as they
    tell cities apart by chance. Without any such field the cities' labels stand in.
    """
    taken = {name for name, _ in _SERIES} | _ROW_NUMBERS | {"date", "year"}
    found: dict[Column, list[Any]] = {}
    for field in fields:
        name, texts = field.name(), table.texts[field.name()]
        if name.lower() in taken:
            continue
        identifies = None not in texts and len(set(texts)) == len(texts)
        measured = (
            field.type() == FIELD_TYPES[float]
            or parse_indicators([name])[0].year is not None
            or any(map(_is_decimal, texts))  # a CSV table is text throughout in QGIS 3.22
        )
        if name in also or (identifies and not measured):
            whole = field.isNumeric() and all(map(_is_small_integer, texts))
            values = [int(t) for t in texts if t] if whole else texts
            found[name, int if whole else str] = list(values)
    return found or {("city", str): list(table.labels)}


def _is_decimal(text: str | None) -> bool:
    whole, point, decimals = (text or "").strip("-+").partition(".")
    return bool(point) and whole.isdecimal() and decimals.isdecimal()


def _is_small_integer(text: str | None) -> bool:
    return text is not None and text.lstrip("-").isdecimal() and abs(int(text)) <= _LARGEST_INTEGER
