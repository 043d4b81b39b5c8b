"""A city panel made from yearbooks, and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QVariant

from ...measures.errors import InputError
from ...measures.prepare.crosswalk import Change, Merging, apply_changes
from ...measures.prepare.panel import FLAGS, PUBLISHED, Panel, deflate, interpolate
from ...measures.prepare.units import unit_of
from ...measures.texts import tr
from ..fields import name_some
from ..outputs import Column, MadeRows
from .derived import Derivation, declare, derive
from .yearbooks import Reading

_BLOCK = 10_000  # rows made at a time
PANEL_COLUMNS: list[Column] = [
    ("id", str),
    ("city", str),
    ("indicator", str),
    ("year", int),
    ("value", float),
    ("unit", str),
    ("flag", str),
    ("source", str),
]


@dataclass(frozen=True)
class Wishes:
    """What is to be done with the published values.

    Attributes:
        changes: boundary changes, checked.
        indices: price index by indicator ('' for all amounts of money) and year.
        base_year: the year whose prices are used.
        derivations: indicators to compute.
        longest_gap: gaps of more years in a row stay blank; 0 fills none.
    """

    changes: Sequence[Change] = ()
    indices: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    base_year: int | None = None
    derivations: Sequence[Derivation] = ()
    longest_gap: int = 0


@dataclass
class CityPanel:
    """The finished panel.

    Attributes:
        reading: what was read, its panel finished.
        merging: what boundary changes did.
        interpolated: how many values were filled in.
        deflated: the indicators told in the prices of one year.
        incomplete: derived indicators that are blank somewhere although a part has a value.
    """

    reading: Reading
    merging: Merging
    interpolated: int
    deflated: list[str]
    incomplete: list[str]


def make_panel(
    reading: Reading, wishes: Wishes, deflator: str, feedback: QgsProcessingFeedback
) -> CityPanel:
    """Boundary changes, prices, gaps and derived indicators, in this order.

    Args:
        reading: the published values, changed.
        deflator: what the table of the price index is called.

    Raises:
        InputError: an index or a derived value cannot be had.
    """
    panel = reading.panel
    declare(panel, wishes.derivations)
    expressions = {derivation.name: derivation.expression for derivation in wishes.derivations}
    for name in panel.indicators[len(reading.units) :]:
        reading.units.append("")
        reading.words.append(expressions[name])
    reading.ratios += [True] * (len(panel.indicators) - len(reading.ratios))
    merging = apply_changes(panel, wishes.changes, reading.ratios)
    deflated = _deflate(reading, wishes, deflator)
    filled = interpolate(panel, wishes.longest_gap) if wishes.longest_gap else 0
    incomplete = derive(panel, wishes.derivations, feedback)
    merging.refused[:] = [at for at in merging.refused if not np.isfinite(panel.value[at])]
    return CityPanel(reading, merging, filled, deflated, incomplete)


def _deflate(reading: Reading, wishes: Wishes, deflator: str) -> list[str]:
    """Tell amounts of money in the prices of one year; returns the indicators' names."""
    if not wishes.indices or wishes.base_year is None:
        return []
    panel = reading.panel
    basic = [i for i in range(len(panel.indicators)) if i not in panel.parts]
    for name in wishes.indices:
        if name and name not in [panel.indicators[i] for i in basic]:
            raise InputError(
                tr(
                    "{deflator} names the indicator '{name}', but those that are read are {names}."
                ).format(
                    deflator=deflator,
                    name=name,
                    names=name_some([panel.indicators[i] for i in basic]),
                )
            )

    def place(at: tuple[int, int, int]) -> str:
        return reading.cells.places(np.array(panel.cells(at)[:1]))[0]

    done = []
    for i in basic:
        name = panel.indicators[i]
        own = wishes.indices.get(name)
        unit = unit_of(reading.units[i]) if reading.units[i] else None
        money = unit is not None and unit.is_money
        index = own or (wishes.indices.get("") if money else None)
        if index:
            deflate(panel, i, index, wishes.base_year, deflator, place)
            reading.units[i] = f"{reading.units[i]} (prices of {wishes.base_year})".strip()
            done.append(name)
    if not done:
        raise InputError(
            tr(
                "{deflator} fits no indicator, since none has a unit of money: give the "
                "'unit' in COLUMNS, or the 'indicator' in the table."
            ).format(deflator=deflator)
        )
    return done


class PanelRows(MadeRows):
    """The rows of the long table, by city, indicator and year; made some thousands at a time."""

    def __init__(
        self, reading: Reading, count: int, ids: Sequence[Any], labels: Sequence[str]
    ) -> None:
        """Note which values of the first `count` cities there are."""
        self._reading, self._ids, self._labels = reading, ids, labels
        by_row = np.isfinite(reading.panel.value[:count].transpose(0, 2, 1))
        self._shape = by_row.shape
        self._order = np.flatnonzero(by_row)
        self._units = [unit or QVariant() for unit in reading.units]
        self._start, self._made = 0, self._make(0)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, number: Any) -> Any:
        if not self._start <= number < self._start + len(self._made):
            self._start = number - number % _BLOCK
            self._made = self._make(self._start)
        return self._made[number - self._start]

    def __iter__(self) -> Iterator[list[Any]]:
        for start in range(0, len(self), _BLOCK):
            yield from self._make(start)

    def _make(self, start: int) -> list[list[Any]]:
        """The rows from `start` on."""
        panel, cells = self._reading.panel, self._reading.cells
        city, indicator, year = np.unravel_index(self._order[start : start + _BLOCK], self._shape)
        flag, cell = panel.flag[city, year, indicator], panel.cell[city, year, indicator]
        is_published = flag == PUBLISHED
        sources = np.empty(len(flag), dtype=object)
        sources[is_published] = cells.places(cell[is_published])
        for row in np.flatnonzero(~is_published):
            at = int(city[row]), int(year[row]), int(indicator[row])
            sources[row] = ";".join(cells.places(np.array(panel.cells(at), dtype=int)))
        # Column by column, which takes a third of the time of row by row.
        columns = (
            [self._ids[c] for c in city.tolist()],
            [self._labels[c] for c in city.tolist()],
            [panel.indicators[i] for i in indicator.tolist()],
            [panel.years[y] for y in year.tolist()],
            panel.value[city, year, indicator].tolist(),
            [self._units[i] for i in indicator.tolist()],
            [FLAGS[kind] for kind in flag.tolist()],
            sources.tolist(),
        )
        return [list(row) for row in zip(*columns)]


def wide_columns(panel: Panel, count: int) -> dict[Column, list[float]]:
    """A field for each indicator and year that has a value, for the first `count` cities."""
    return {
        (f"{name}_{year}", float): panel.value[:count, y, i].tolist()
        for i, name in enumerate(panel.indicators)
        for y, year in enumerate(panel.years)
        if np.isfinite(panel.value[:count, y, i]).any()
    }


def wide_aliases(reading: Reading) -> dict[str, str]:
    """Words, year and unit for each field of `wide_columns`."""
    panel = reading.panel
    aliases = {}
    for name, words, unit in zip(panel.indicators, reading.words, reading.units):
        for year in panel.years:
            aliases[f"{name}_{year}"] = f"{words}, {year}" + (f" [{unit}]" if unit else "")
    return aliases
