"""Cities x years x indicators: wide tables (`gdp_2006`, `gdp_2023`) and long ones as one array."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.groups import one_spelling
from ..measures.texts import tr
from .cities import Cities, read_cities, refuse_negative
from .fields import Indicator, parse_indicators

NOWHERE = -1  # the position of a region for a city that is in none


@dataclass(frozen=True)
class Panel:
    """Cities with their indicators, years, regions and roles.

    Attributes:
        cities: the rows that were read.
        keys: what tells the m cities apart.
        labels: their names for print, those of the last year in which they have a row.
        names: the i indicators, without their years, in the order asked for.
        fields: what the layer calls an indicator of a year, for messages.
        years: the t years, ascending; None stands first, for fields that carry no year.
        present: which indicator has which year, shape (t, i).
        values: shape (m, t, i), NaN where missing.
        weights: shape (m, t), NaN where missing; None where each city counts once.
        regions: names of the regions, in the order in which they appear.
        region_of: position in `regions` of each city in each year, shape (m, t).
        roles: role of each city in each year, shape (m, t), None where it has none.
    """

    cities: Cities
    keys: list[str]
    labels: list[str]
    names: list[str]
    fields: dict[tuple[str, int | None], str]
    years: list[int | None]
    present: np.ndarray
    values: np.ndarray
    weights: np.ndarray | None
    regions: list[str]
    region_of: np.ndarray
    roles: np.ndarray

    @property
    def layer(self) -> str:
        """The layer's name, for messages."""
        return self.cities.layer

    def years_of(self, name: str) -> list[int | None]:
        """The years in which an indicator is there, ascending."""
        column = self.names.index(name)
        return [year for row, year in enumerate(self.years) if self.present[row, column]]

    def words(self, field: str) -> np.ndarray:
        """A text of each city, in one spelling, that of the last year; shape (m,)."""
        spelled = one_spelling(self.cities.texts[field])[0]
        last = dict(zip(self.cities.keys, spelled))
        return np.array([last[key] or "" for key in self.keys], dtype=object)

    def field(self, name: str, year: int | None) -> str:
        """What an indicator of a year is called in the layer, for messages."""
        return self.fields.get((name, year), name)


def read_panel(
    source: QgsProcessingFeatureSource,
    indicators: Sequence[str],
    feedback: QgsProcessingFeedback,
    *,
    region_field: str,
    role_field: str | None = None,
    year_field: str | None = None,
    weight_field: str | None = None,
    id_field: str | None = None,
    texts: Sequence[str] = (),
) -> Panel:
    """Read the indicators of every city and year.

    A weight field that carries a year (`pop_2023`) stands for that of each indicator's year
    (`pop_2006`) where the layer has it.

    Raises:
        InputError: see `read_cities`; a value is negative, or no indicator is chosen.
    """
    parsed = parse_indicators(indicators, by_suffix=year_field is None)
    if not parsed:
        raise InputError(tr("No indicator was chosen: set INDICATORS to the fields to measure."))
    weights = {}
    if weight_field:
        weights = _weight_fields(source.fields().names(), weight_field, parsed, feedback)
    cities = read_cities(
        source,
        feedback,
        numbers=[*(item.field for item in parsed), *weights.values()],
        texts=texts,
        region_field=region_field,
        role_field=role_field,
        year_field=year_field,
        id_field=id_field,
    )
    inside = np.flatnonzero([region is not None for region in cities.regions])
    refuse_negative(cities, [item.field for item in parsed], inside)
    return _arranged(cities, parsed, weights)


def _weight_fields(
    fields: Sequence[str],
    weight_field: str,
    indicators: Sequence[Indicator],
    feedback: QgsProcessingFeedback,
) -> dict[int | None, str]:
    """The field of weights for each year of the indicators."""
    (weight,) = parse_indicators([weight_field])
    same = {item.year: item.field for item in parse_indicators(fields) if item.name == weight.name}
    found: dict[int | None, str] = {}
    for year in dict.fromkeys(item.year for item in indicators):
        if weight.year is not None and year in same and year is not None:
            found[year] = same[year]
            continue
        found[year] = weight_field
        if weight.year is not None and year not in (None, weight.year):
            feedback.pushWarning(
                tr(
                    "There is no field '{of_year}': '{weight_field}' weights {year} as well."
                ).format(of_year=f"{weight.name}_{year}", weight_field=weight_field, year=year)
            )
    return found


def _arranged(
    cities: Cities, indicators: Sequence[Indicator], weights: dict[int | None, str]
) -> Panel:
    position = {key: number for number, key in enumerate(dict.fromkeys(cities.keys))}
    city = np.array([position[key] for key in cities.keys])
    years: list[int | None]
    if cities.years is None:
        years = sorted({item.year for item in indicators}, key=lambda year: year or 0)
        year_rows = [(np.arange(len(cities)), city)] * len(years)
    else:
        years = [int(year) for year in np.unique(cities.years)]
        of_year = [np.flatnonzero(cities.years == year) for year in years]
        year_rows = [(rows, city[rows]) for rows in of_year]
    names = list(dict.fromkeys(item.name for item in indicators))
    present = np.zeros((len(years), len(names)), dtype=bool)
    values = np.full((len(position), len(years), len(names)), np.nan)
    weighted = np.full((len(position), len(years)), np.nan) if weights else None
    for row, year in enumerate(years):
        rows, of_city = year_rows[row]
        for item in indicators:
            if cities.years is None and item.year != year:
                continue
            column = names.index(item.name)
            present[row, column] = True
            values[of_city, row, column] = cities.numbers[item.field][rows]
        if weighted is not None:
            field = weights[year if cities.years is None else None]
            weighted[of_city, row] = cities.numbers[field][rows]
    regions = list(dict.fromkeys(region for region in cities.regions if region is not None))
    number = {region: n for n, region in enumerate(regions)}
    inside = np.array([NOWHERE if r is None else number[r] for r in cities.regions])
    labels = dict(zip(cities.keys, cities.labels))  # the last row of a city gives its name
    return Panel(
        cities,
        list(position),
        [labels[key] for key in position],
        names,
        {(item.name, item.year): item.field for item in indicators},
        years,
        present,
        values,
        weighted,
        regions,
        _of_all_years(inside, year_rows, len(position)),
        _of_all_years(np.array(cities.roles, dtype=object), year_rows, len(position)),
    )


def _of_all_years(
    column: np.ndarray, year_rows: Sequence[tuple[np.ndarray, np.ndarray]], cities: int
) -> np.ndarray:
    """A property of the rows for each city and year, shape (m, t).

    Where a city has no row in a year it is what it was in the year before, else in the year after.
    """
    result = np.empty((cities, len(year_rows)), dtype=column.dtype)
    known = np.zeros(result.shape, dtype=bool)
    for year, (rows, of_city) in enumerate(year_rows):
        result[of_city, year] = column[rows]
        known[of_city, year] = True
    for order in (range(1, len(year_rows)), range(len(year_rows) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for year in order:
            fill = ~known[:, year] & known[:, year - step]
            result[fill, year] = result[fill, year - step]
            known[fill, year] = True
    return result
