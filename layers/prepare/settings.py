"""The tables that tell how a city panel is made: columns, boundary changes, price index."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...measures.errors import InputError
from ...measures.prepare.columns import Wanted
from ...measures.prepare.crosswalk import Change, check_changes
from ...measures.prepare.headings import wanted_heading
from ...measures.prepare.matching import Lookup
from ...measures.prepare.numbers import printed_number
from ...measures.prepare.units import compact
from ...measures.texts import tr
from .tables import TextTable

_FIRST_ROW = 2  # of a table in a spreadsheet, below its heading


@dataclass(frozen=True)
class Places:
    """The cities of a panel: those of the layer first, then others that a crosswalk names.

    Attributes:
        names: as they are written, None where blank.
        lookup: finds them by the names of tables.
        count: how many are in the layer.
    """

    names: list[str | None]
    lookup: Lookup
    count: int

    def written(self, text: str, city: int) -> bool:
        """Whether the text is the city's name as the layer writes it."""
        return compact(text) == compact(self.names[city] or "")


def read_wanted(table: TextTable) -> list[Wanted]:
    """The list of columns: heading, indicator, and where given unit and factor.

    Raises:
        InputError: a column is absent, a cell is blank or no number, or an indicator has two units.
    """
    table.index("heading"), table.index("indicator")
    wanted: list[Wanted] = []
    columns = [table.column(name) for name in ("heading", "indicator", "unit", "factor")]
    for number, (heading, indicator, unit, factor) in enumerate(zip(*columns), start=_FIRST_ROW):
        where = _row("COLUMNS", table, number)
        if not heading and not indicator:
            continue
        if not heading or not indicator:
            raise InputError(
                tr("{where} lacks its {value}: add it.").format(
                    where=where, value="indicator" if heading else "heading"
                )
            )
        if not wanted_heading(heading):
            raise InputError(
                tr("{where} has a heading of brackets only ('{heading}'): correct it.").format(
                    where=where, heading=heading
                )
            )
        times = _number(factor, tr("{where}: factor").format(where=where)) if factor else None
        if times == 0:
            raise InputError(tr("{where} has the factor 0: correct it.").format(where=where))
        wanted.append(Wanted(wanted_heading(heading), heading, indicator, unit or "", times))
    if not wanted:
        raise InputError(
            tr("COLUMNS ('{name}') has no rows: name a heading and an indicator.").format(
                name=table.name
            )
        )
    _check_indicators(wanted)
    return list(dict.fromkeys(wanted))


def _check_indicators(wanted: Sequence[Wanted]) -> None:
    written: dict[str, Wanted] = {}
    for item in wanted:
        first = written.setdefault(item.indicator.casefold(), item)
        if first.indicator != item.indicator:
            raise InputError(
                tr(
                    "COLUMNS has the indicators '{indicator}' and '{indicator_2}', which "
                    "differ by case only: write them the same, or give them different names."
                ).format(indicator=first.indicator, indicator_2=item.indicator)
            )
        if compact(first.unit) != compact(item.unit):
            raise InputError(
                tr(
                    "COLUMNS has two units for '{indicator}' ('{unit}' and '{unit_2}'): give one."
                ).format(indicator=item.indicator, unit=first.unit, unit_2=item.unit)
            )
    asked: dict[tuple[str, str], Wanted] = {}
    for item in wanted:
        first = asked.setdefault((item.heading, item.indicator), item)
        if (first.factor or 1) != (item.factor or 1):
            raise InputError(
                tr("COLUMNS has two factors for '{shown}' as '{indicator}': give one.").format(
                    shown=item.shown, indicator=item.indicator
                )
            )


def read_places(
    names: Sequence[str | None],
    crosswalk: TextTable | None,
    by_code: bool,
    key: Callable[[str], str],
    aliases: Mapping[str, str],
    side: str,
) -> tuple[Places, list[Change]]:
    """The cities, and the changes of their boundaries.

    Raises:
        InputError: a city occurs twice, or the crosswalk is not sound.
    """
    everyone = list(names)
    lookup = Lookup(everyone, key, aliases, side)
    changes: list[Change] = []
    if crosswalk is not None:
        found: dict[str, int] = {}

        def position(text: str) -> int:
            city = lookup.find(text)
            if city is None and key(text) not in found:
                found[key(text)] = len(everyone)
                everyone.append(text)
            return found[key(text)] if city is None else city

        changes = _read_changes(crosswalk, by_code, position)
        labels = [name or "" for name in everyone]
        check_changes(changes, labels, f"CROSSWALK ('{crosswalk.name}')")
    return Places(everyone, Lookup(everyone, key, aliases, side), len(names)), changes


def _row(parameter: str, table: TextTable, number: int) -> str:
    return tr("Row {number} of {parameter} ('{table}')").format(
        number=number, parameter=parameter, table=table.name
    )


def _read_changes(table: TextTable, by_code: bool, position: Callable[[str], int]) -> list[Change]:
    names = ["year", "from", "to", "share"]
    for name in names:
        table.index(name)
    coded = {"from_code", "to_code"} <= {name.lower() for name in table.fields}
    if by_code and coded:
        names = ["year", "from_code", "to_code", "share"]
    changes = []
    rows = zip(*(table.column(name) for name in names))
    for number, (year, source, target, share) in enumerate(rows, start=_FIRST_ROW):
        where = _row("CROSSWALK", table, number)
        if not (year or source or target):
            continue
        if not source or not target or not year:
            raise InputError(
                tr("{where} lacks its year, '{value}' or '{value_2}': add it.").format(
                    where=where, value=names[1], value_2=names[2]
                )
            )
        said = printed_number(share) if share else None
        if share and said is None:
            raise InputError(
                tr("{where} has the share '{share}', which is no number: correct it.").format(
                    where=where, share=share
                )
            )
        part = None if said is None else said.value / (100 if said.percent else 1)
        changes.append(Change(_year(year, where), position(source), position(target), part, number))
    return changes


def read_index(table: TextTable) -> dict[str, dict[int, float]]:
    """The price index of each indicator by year; the one without an indicator has the name ''.

    Raises:
        InputError: a column is absent, a year twice, or an index that is no positive number.
    """
    table.index("year"), table.index("index")
    indices: dict[str, dict[int, float]] = {}
    columns = [table.column(name) for name in ("year", "index", "indicator")]
    for number, (year, index, indicator) in enumerate(zip(*columns), start=_FIRST_ROW):
        where = _row("DEFLATOR", table, number)
        if not year and not index:
            continue
        if not year or not index:
            raise InputError(tr("{where} lacks its year or its index: add it.").format(where=where))
        value, when = _number(index, tr("{where}: index").format(where=where)), _year(year, where)
        if value <= 0:
            raise InputError(
                tr("{where} has an index that is not above 0: correct it.").format(where=where)
            )
        series = indices.setdefault(indicator or "", {})
        if when in series:
            raise InputError(
                tr("{where} gives {when} a second index: keep one.").format(where=where, when=when)
            )
        series[when] = value
    if not indices:
        raise InputError(
            tr("DEFLATOR ('{name}') has no rows: add the index of each year.").format(
                name=table.name
            )
        )
    return indices


def _number(text: str, where: str) -> float:
    number = printed_number(text)
    if number is None or number.marked or not math.isfinite(number.value):
        raise InputError(
            tr("{where} is '{text}', which is no number: correct it.").format(
                where=where, text=text
            )
        )
    return number.value / (100 if number.percent else 1)


def _year(text: str, where: str) -> int:
    number = printed_number(text.replace("年", ""))
    if number is None or not number.value.is_integer() or not 1000 <= number.value <= 2999:
        raise InputError(
            tr("{where} has the year '{text}', which is none: correct it.").format(
                where=where, text=text
            )
        )
    return int(number.value)
