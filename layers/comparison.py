"""Cities sorted into what is compared: the cores and secondary cities of a region and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.prepare.roles import CORE, SECONDARY
from .attributes import CityTable, name_some
from .indicators import Indicator, parse_indicators
from .regions import members_by_region

LEAVE_OUT, COUNT_AS_ZERO, STOP = range(3)  # what is done about missing values


@dataclass(frozen=True)
class Cell:
    """The cities of one region that have a value of one indicator in one year.

    Attributes:
        region: the region's name.
        indicator: the indicator's name, without its year.
        year: None where the field carries no year.
        labels: the m cities' names.
        values: shape (m,), zero or more.
        is_core: shape (m,).
        weights: shape (m,), above zero, or None.
        missing: names of the region's cities without a value.
        with_zeros: values, roles and weights of all the region's cities, blanks as zeros; None
            where no value is missing.
    """

    region: str
    indicator: str
    year: int | None
    labels: list[str]
    values: np.ndarray
    is_core: np.ndarray
    weights: np.ndarray | None
    missing: list[str]
    with_zeros: tuple[np.ndarray, np.ndarray, np.ndarray | None] | None


@dataclass(frozen=True)
class Comparison:
    """A table of cities with their regions and roles, ready to be compared.

    Attributes:
        table: the rows, with the indicators (and weights) as numbers.
        regions: region name to the positions of its core and secondary rows.
        is_core: shape (n,).
        indicators: the fields compared.
        years: shape (n,) where rows are city-years, else None.
        weight_field: name of the field of weights, or None.
        missing: LEAVE_OUT, COUNT_AS_ZERO or STOP.
    """

    table: CityTable
    regions: dict[str, np.ndarray]
    is_core: np.ndarray
    indicators: list[Indicator]
    years: np.ndarray | None
    weight_field: str | None
    missing: int

    def cells(self) -> Iterator[Cell]:
        """Every region, indicator and year, in this order.

        Raises:
            InputError: a value is missing under STOP, or a weight under any policy but LEAVE_OUT.
        """
        for region, members in self.regions.items():
            for indicator in self.indicators:
                if self.years is None:
                    yield self._cell(region, indicator, indicator.year, members)
                    continue
                for year in np.unique(self.years):
                    of_year = members[self.years[members] == year]
                    if len(of_year):
                        yield self._cell(region, indicator, int(year), of_year)

    def _cell(
        self, region: str, indicator: Indicator, year: int | None, members: np.ndarray
    ) -> Cell:
        values = self.table.numbers[indicator.field][members]
        weights = self.table.numbers[self.weight_field][members] if self.weight_field else None
        blank = np.isnan(values)
        missing = [self.table.labels[i] for i in members[blank]]
        if self.missing == STOP and missing:
            raise InputError(
                f"Field '{indicator.field}' of layer '{self.table.layer}' has no value for "
                f"{name_some(missing)}: fill it in or choose another way to treat missing values."
            )
        usable = np.ones(len(values), dtype=bool) if weights is None else ~np.isnan(weights)
        is_core = self.is_core[members]

        def rows(kept: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
            filled = np.where(blank, 0.0, values)
            return filled[kept], is_core[kept], None if weights is None else weights[kept]

        used = usable if self.missing == COUNT_AS_ZERO else usable & ~blank
        labels = [self.table.labels[i] for i in members[used]]
        return Cell(
            region,
            indicator.name,
            year,
            labels,
            *rows(used),
            missing,
            rows(usable) if missing else None,
        )


def compare(
    table: CityTable,
    region_field: str,
    role_field: str,
    indicators: Sequence[str],
    *,
    year_field: str | None,
    weight_field: str | None,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> Comparison:
    """Sort the table's rows by region and role, and say in the log which are left out.

    Raises:
        InputError: no row is core or secondary, a value is negative, a weight is not above zero,
            or a year is not a whole number.
    """
    regions, roles = table.texts[region_field], table.texts[role_field]
    compared = [
        region if role in (CORE, SECONDARY) else None for region, role in zip(regions, roles)
    ]
    by_region = members_by_region(compared)
    if not by_region:
        raise InputError(
            f"No row of layer '{table.layer}' has a region and '{CORE}' or '{SECONDARY}' in field "
            f"'{role_field}': run 'Mark core and secondary cities' first or choose its result."
        )
    parsed = parse_indicators(indicators, by_suffix=year_field is None)
    _refuse_negative(table, [item.field for item in parsed])
    if weight_field:
        _check_weights(table, weight_field, by_region, missing, feedback)
    is_core = np.array([role == CORE for role in roles])
    _report(table, regions, roles, by_region, is_core, feedback)
    years = None if year_field is None else _years(table, year_field)
    return Comparison(table, by_region, is_core, parsed, years, weight_field or None, missing)


def _refuse_negative(table: CityTable, fields: Sequence[str]) -> None:
    for field in fields:
        values = table.numbers[field]
        with np.errstate(invalid="ignore"):
            negative = np.flatnonzero(values < 0)
        if len(negative):
            city = negative[0]
            raise InputError(
                f"Field '{field}' of layer '{table.layer}' is negative ({values[city]:g}) for "
                f"{table.labels[city]}: Theil and Gini need values of zero or more, so correct "
                "the value or leave it blank."
            )


def _check_weights(
    table: CityTable,
    field: str,
    regions: dict[str, np.ndarray],
    missing: int,
    feedback: QgsProcessingFeedback,
) -> None:
    rows = np.concatenate(list(regions.values()))
    weights = table.numbers[field][rows]
    with np.errstate(invalid="ignore"):
        unusable = rows[weights <= 0]
    if len(unusable):
        raise InputError(
            f"Weight field '{field}' of layer '{table.layer}' is not above zero for "
            f"{name_some([table.labels[i] for i in unusable])}: correct the weights or leave the "
            "weight field out."
        )
    blank = [table.labels[i] for i in rows[np.isnan(weights)]]
    if blank and missing != LEAVE_OUT:
        raise InputError(
            f"Weight field '{field}' of layer '{table.layer}' is blank for {name_some(blank)}: "
            "fill it in or leave cities without a value out."
        )
    if blank:
        feedback.pushWarning(f"Left out for lack of a weight: {name_some(blank)}.")


def _years(table: CityTable, field: str) -> np.ndarray:
    years = np.empty(len(table), dtype=int)
    for position, text in enumerate(table.texts[field]):
        try:
            years[position] = int(text or "")
        except ValueError:
            raise InputError(
                f"Year field '{field}' of layer '{table.layer}' is '{text or ''}' for "
                f"{table.labels[position]}: every row needs a year such as 2023."
            ) from None
    return years


def _report(
    table: CityTable,
    regions: Sequence[str | None],
    roles: Sequence[str | None],
    by_region: dict[str, np.ndarray],
    is_core: np.ndarray,
    feedback: QgsProcessingFeedback,
) -> None:
    used = np.concatenate(list(by_region.values()))
    cores = int(is_core[used].sum())
    feedback.pushInfo(
        f"{len(used)} of {len(table)} rows used: {cores} core and {len(used) - cores} secondary, "
        f"in {len(by_region)} regions."
    )
    outside = [label for label, region in zip(table.labels, regions) if region is None]
    if outside:
        feedback.pushWarning(f"Left out, in no region: {name_some(outside)}.")
    other = [
        label
        for label, region, role in zip(table.labels, regions, roles)
        if region is not None and role not in (CORE, SECONDARY)
    ]
    if other:
        feedback.pushWarning(f"Left out, neither core nor secondary: {name_some(other)}.")
    for role, sign in (("core", True), ("secondary", False)):
        without = [r for r, members in by_region.items() if not (is_core[members] == sign).any()]
        if without:
            feedback.pushWarning(
                f"Regions without a {role} city, not compared: {name_some(without)}."
            )
