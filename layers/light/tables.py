"""Night light as the columns and rows of the result tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFields

from ...measures.light.groups import light_of_groups
from ...measures.light.statistics import ZonalStatistics
from ...measures.trend import mann_kendall, theil_sen
from ..attributes import CityTable
from ..indicators import parse_indicators
from ..outputs import FIELD_TYPES, Column
from .rasters import Year
from .summarise import BandLight

_TREND_YEARS = 3  # the fewest years that make a trend
_SERIES: list[Column] = [
    ("sum", float),
    ("mean", float),
    ("max", float),
    ("std", float),
    ("lit_km2", float),
    ("lit_share", float),
    ("valid_share", float),
]
_ROW_NUMBERS = {"fid", "ogc_fid", "objectid"}  # unique in a table of their own, so not repeatable
_LARGEST_INTEGER = 2**31 - 1


@dataclass(frozen=True)
class CityLight:
    """The light of n cities in all years.

    Attributes:
        table: the cities.
        regions: the cities' regions, all None where no field is given.
        roles: the cities' roles, all None where no field is given.
        grouped: whether each city has a region and a role, if those are given, shape (n,).
        years: years, ascending, then the names of rasters without a year.
        statistics: one for each of `years`.
        slope: Theil-Sen slope of the mean, shape (n,), or None with fewer than three years.
        slope_p: p-value of the Mann-Kendall test, shape (n,), or None likewise.
    """

    table: CityTable
    regions: list[str | None]
    roles: list[str | None]
    grouped: np.ndarray
    years: list[Year]
    statistics: list[ZonalStatistics]
    slope: np.ndarray | None
    slope_p: np.ndarray | None


def collect(
    table: CityTable, light: Sequence[BandLight], region_field: str | None, role_field: str | None
) -> CityLight:
    """The results of all bands together, with their trend."""
    nothing: list[str | None] = [None] * len(table)
    regions = table.texts[region_field] if region_field else nothing
    roles = table.texts[role_field] if role_field else nothing
    grouped = [
        (not region_field or region is not None) and (not role_field or role is not None)
        for region, role in zip(regions, roles)
    ]
    dated = [item for item in light if isinstance(item.band.year, int)]
    slope = slope_p = None
    if len(dated) >= _TREND_YEARS:
        times = np.array([item.band.year for item in dated], dtype=float)
        means = np.column_stack([item.statistics.mean for item in dated])
        slope, slope_p = theil_sen(times, means), mann_kendall(times, means)
    return CityLight(
        table,
        regions,
        roles,
        np.array(grouped),
        [item.band.year for item in light],
        [item.statistics for item in light],
        slope,
        slope_p,
    )


def wide_fields(light: CityLight) -> dict[Column, np.ndarray]:
    """The fields added to the cities: four for each year, and the trend."""
    fields: dict[Column, np.ndarray] = {}
    for name, attribute in (
        ("sum", "sum"),
        ("mean", "mean"),
        ("max", "maximum"),
        ("lit", "lit_share"),
    ):
        for year, statistics in zip(light.years, light.statistics):
            fields[f"ntl_{name}_{year}", float] = getattr(statistics, attribute)
    if light.slope is not None and light.slope_p is not None:
        fields["ntl_slope", float] = light.slope
        fields["ntl_slope_p", float] = light.slope_p
    return fields


def series_table(
    light: CityLight, fields: QgsFields, also: Sequence[str]
) -> tuple[list[Column], list[list[Any]]]:
    """The long table: one row for each city and year.

    Args:
        light: the results.
        fields: of the cities' layer.
        also: fields repeated in the table besides those that tell the cities apart.
    """
    identifying = _identifying_columns(light.table, fields, also)
    columns = [*identifying, _year_column(light), *_SERIES]
    rows = []
    for city in range(len(light.table)):
        own = [values[city] for values in identifying.values()]
        for year, item in zip(light.years, light.statistics):
            measured = [item.sum, item.mean, item.maximum, item.std]
            measured += [item.lit_area, item.lit_share, item.valid_share]
            rows.append([*own, year, *(values[city] for values in measured)])
    return columns, rows


def groups_table(light: CityLight) -> tuple[list[Column], list[list[Any]]]:
    """One row for each region, role and year."""
    columns = [("region", str), ("role", str), _year_column(light)]
    columns += [("sum", float), ("mean", float), ("lit_share", float)]
    kept = np.flatnonzero(light.grouped)
    rows = [
        [group.region, group.role, year, group.sum, group.mean, group.lit_share]
        for year, statistics in zip(light.years, light.statistics)
        for group in light_of_groups(
            statistics.take(kept), [light.regions[i] for i in kept], [light.roles[i] for i in kept]
        )
    ]
    rows.sort(key=lambda row: (row[0] or "", row[1] or ""))  # stable: years stay in order
    return columns, rows


def _year_column(light: CityLight) -> Column:
    return "year", int if all(isinstance(year, int) for year in light.years) else str


def _identifying_columns(
    table: CityTable, fields: QgsFields, also: Sequence[str]
) -> dict[Column, list[Any]]:
    """The fields that tell the cities apart, and those of `also`, with their values.

    Measured numbers (of a field of decimals, or an indicator of a year) are left out, as they
    tell cities apart by chance. Without any such field the cities' labels stand in.
    """
    taken = {name for name, _ in _SERIES} | _ROW_NUMBERS | {"year"}
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
