"""The city panel: cities x years x indicators, each value with its flag and its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from ..texts import listed, tr

FLAGS = ("", "published", "merged", "derived", "interpolated")
NONE, PUBLISHED, MERGED, DERIVED, INTERPOLATED = range(5)
At = tuple[int, int, int]  # positions of city, year and indicator


@dataclass
class Panel:
    """Values of n cities, m years and k indicators.

    Attributes:
        years: the years in rising order.
        indicators: their names.
        value: the values, NaN where there is none, shape (n, m, k).
        flag: positions in `FLAGS`, shape (n, m, k).
        cell: position of the published value's cell, -1 where there is none, shape (n, m, k).
        seen: whether a table has a row for it, blank or not, shape (n, m, k).
        merged: the cells of merged values.
        parts: for each derived indicator the positions of those it is made of.
    """

    years: list[int]
    indicators: list[str]
    value: np.ndarray
    flag: np.ndarray
    cell: np.ndarray
    seen: np.ndarray
    merged: dict[At, tuple[int, ...]] = field(default_factory=dict)
    parts: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @staticmethod
    def blank(cities: int, years: Sequence[int], indicators: Sequence[str]) -> Panel:
        """A panel without values."""
        shape = (cities, len(years), len(indicators))
        return Panel(
            list(years),
            list(indicators),
            np.full(shape, np.nan),
            np.zeros(shape, dtype=np.uint8),
            np.full(shape, -1, dtype=np.int32),
            np.zeros(shape, dtype=bool),
        )

    def copy(self) -> Panel:
        """A panel of its own with the same values."""
        return Panel(
            self.years,
            self.indicators,
            self.value.copy(),
            self.flag.copy(),
            self.cell.copy(),
            self.seen.copy(),
            dict(self.merged),
            dict(self.parts),
        )

    def clear(self, at: At) -> None:
        """Take a value and where it came from away."""
        self.value[at], self.flag[at], self.cell[at], self.seen[at] = np.nan, NONE, -1, False
        self.merged.pop(at, None)

    def cells(self, at: At) -> tuple[int, ...]:
        """The cells that a value rests on, in rising order."""
        city, year, indicator = at
        if self.flag[at] == INTERPOLATED and indicator not in self.parts:
            known = np.isfinite(self.value[city, :, indicator])
            known &= self.flag[city, :, indicator] != INTERPOLATED
            years = np.flatnonzero(known)
            after = int(np.searchsorted(years, year))
            return _joined(
                self.cells((city, int(y), indicator)) for y in years[after - 1 : after + 1]
            )
        if at in self.merged:
            return self.merged[at]
        if self.cell[at] >= 0:
            return (int(self.cell[at]),)
        parts = self.parts.get(indicator, ())
        return _joined(
            self.cells((city, year, part)) for part in parts if self.flag[city, year, part]
        )

    def with_indicator(self, name: str) -> int:
        """Position of the indicator, which is added without values where it is new."""
        if name not in self.indicators:
            self.indicators.append(name)
            for array, empty in (("value", np.nan), ("flag", NONE), ("cell", -1), ("seen", False)):
                old = getattr(self, array)
                new = np.full((*old.shape[:2], 1), empty, dtype=old.dtype)
                setattr(self, array, np.concatenate([old, new], axis=2))
        return self.indicators.index(name)


def _joined(groups: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({cell for group in groups for cell in group}))


def deflate(
    panel: Panel,
    indicator: int,
    index: Mapping[int, float],
    base_year: int,
    where: str,
    place: Callable[[At], str],
) -> None:
    """Tell an indicator in the prices of one year: value * index(base year) / index(year).

    Args:
        panel: the values, changed.
        indicator: its position.
        index: price index by year, of any base, not of the year before.
        base_year: the year whose prices are used.
        where: the table of the index, for messages.
        place: tells where a value stands, for messages.

    Raises:
        InputError: a year with values, or the base year, is not in the table.
    """
    if base_year not in index:
        raise InputError(
            tr(
                "{where} has no index for BASE_YEAR {base_year}: add the year or choose one "
                "of {names}."
            ).format(where=where, base_year=base_year, names=listed(map(str, sorted(index))))
        )
    for position, year in enumerate(panel.years):
        values = panel.value[:, position, indicator]
        known = np.flatnonzero(np.isfinite(values))
        if not len(known):
            continue
        if year not in index:
            cell = place((int(known[0]), position, indicator))
            raise InputError(
                tr(
                    "{where} has no index for {year}, a year with values of '{value}' such "
                    "as '{cell}': add the year."
                ).format(where=where, year=year, value=panel.indicators[indicator], cell=cell)
            )
        if year != base_year:
            panel.value[:, position, indicator] = values * index[base_year] / index[year]


def interpolate(panel: Panel, longest: int) -> int:
    """Fill gaps inside each series by straight lines, in place; returns how many values.

    Derived indicators are left out: they are computed from the filled ones.

    Args:
        panel: the values; `years` must be all years from the first to the last.
        longest: gaps of more years in a row stay blank.
    """
    basic = [i for i in range(len(panel.indicators)) if i not in panel.parts]
    known = np.isfinite(panel.value[:, :, basic])
    last = np.full((known.shape[0], len(basic)), -1)
    filled = 0
    for year in range(len(panel.years)):
        here = known[:, year, :]
        gap = np.where(here & (last >= 0), year - last - 1, 0)
        for length in range(1, min(longest, int(gap.max(initial=0))) + 1):
            cities, columns = np.nonzero(gap == length)
            indicators = np.asarray(basic)[columns]
            first = year - length - 1
            start = panel.value[cities, first, indicators]
            end = panel.value[cities, year, indicators]
            for between in range(first + 1, year):
                weight = (between - first) / (year - first)
                panel.value[cities, between, indicators] = start + (end - start) * weight
                panel.flag[cities, between, indicators] = INTERPOLATED
            filled += length * len(cities)
        last = np.where(here, year, last)
    return filled
