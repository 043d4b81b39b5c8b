"""Rows of the tables of trends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...measures.trend import mann_kendall, theil_sen
from ...measures.unevenness.change import direction
from ...measures.unevenness.convergence import beta_convergence, sigma_convergence
from ...measures.unevenness.interval import NO_INTERVAL, theil_interval
from ...measures.unevenness.region import unevenness
from ..comparison import Cell
from ..outputs import Column
from .followed import side_by_side

TREND: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("years", int),
    ("first_year", int),
    ("last_year", int),
    ("theil_first", float),
    ("theil_last", float),
    ("slope", float),
    ("slope_p", float),
    ("slope_p_fdr", float),
    ("direction", str),
    ("sigma_slope", float),
    ("beta", float),
    ("beta_p", float),
]
SERIES: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("theil_between", float),
    ("gini_between", float),
    ("ratio", float),
    ("ci_low", float),
    ("ci_high", float),
]
FEWEST_YEARS = 3
_STABLE = 0.001  # a change of the Theil index up to this size counts as none


def series_row(cell: Cell) -> dict[str, Any]:
    """One year of a region and indicator; None where it has no value."""
    row: dict[str, Any] = dict.fromkeys(name for name, _ in SERIES)
    row.update(
        region=cell.region, indicator=cell.indicator, year=cell.year, cities=len(cell.values)
    )
    if len(cell.values):
        measured = unevenness(cell.values, cell.is_core, cell.weights)
        row.update({n: getattr(measured, n) for n in ("theil_between", "gini_between", "ratio")})
        interval = NO_INTERVAL
        if measured.theil_between == measured.theil_between:
            interval = theil_interval(cell.values, cell.is_core, cell.weights)
        row.update(ci_low=interval.low, ci_high=interval.high)
    return row


def trend_row(
    region: str, name: str, cells: Sequence[Cell], series: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The trend of one region and indicator; None where fewer than three years are defined.

    Args:
        region: its name.
        name: the indicator.
        cells: one a year, ascending.
        series: `series_row` of each.
    """
    row: dict[str, Any] = dict.fromkeys(column for column, _ in TREND)
    known = [
        (of_year, cell)
        for of_year, cell in zip(series, cells)
        if of_year["theil_between"] is not None and not np.isnan(of_year["theil_between"])
    ]
    row.update(region=region, indicator=name, years=len(known))
    if not known:
        return row
    first, last = known[0][0], known[-1][0]
    row.update(
        first_year=first["year"],
        last_year=last["year"],
        theil_first=first["theil_between"],
        theil_last=last["theil_between"],
    )
    years = np.array([float(of_year["year"]) for of_year, _ in known])
    theil = np.array([[of_year["theil_between"] for of_year, _ in known]])
    slope = float(theil_sen(years, theil)[0])
    row.update(slope=slope, slope_p=float(mann_kendall(years, theil)[0]))
    if len(known) < FEWEST_YEARS:
        return row
    span = last["year"] - first["year"]
    row["direction"] = direction(slope * span, _STABLE, first["ratio"], last["ratio"])
    values, _, weights = side_by_side([cell for _, cell in known])
    row["sigma_slope"] = sigma_convergence(years, values, weights)
    beta = beta_convergence(values[:, 0], values[:, -1], span)
    row.update(beta=beta.beta, beta_p=beta.p_value)
    return row
