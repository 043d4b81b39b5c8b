"""Sector fields of cities read, checked and completed."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback
from qgis.PyQt.QtCore import QVariant

from ..measures.errors import InputError
from ..measures.prepare.names import narrow
from ..measures.sectors import COUNTS, PERCENTAGES
from .attributes import CityTable, name_some
from .comparison import COUNT_AS_ZERO, STOP
from .paths import RESOURCES

SECTOR_ROLES = RESOURCES / "sector_roles.csv"
_TELLS_APART = 0.9  # share of the rows that differ in a field of names
_ROUNDING = 1e-6  # a share of 1.0000001 is a rounded 1


def shipped_roles() -> str:
    """The plugin's own list of sectors and roles, in the form of `parse_roles`."""
    with SECTOR_ROLES.open(encoding="utf-8") as stream:
        return "; ".join(f"{row['field']}={row['role']}" for row in csv.DictReader(stream))


def parse_roles(text: str, sectors: Sequence[str], layer: str) -> dict[str, str]:
    """Sector to role from `field=role; field=role`; a sector without a role is not in it.

    Raises:
        InputError: a part has another form, names no chosen sector or one twice, or a role is
            called as a sector that has none.
    """
    known = {sector.casefold(): sector for sector in sectors}
    role_of: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        field, equals, role = (piece.strip() for piece in part.rpartition("="))
        if not (field and equals and role):
            raise InputError(
                f"'{part}' in ROLES does not say which sector plays which role: write it as "
                "field=role, several separated by ';'."
            )
        sector = known.get(field.casefold())
        if sector is None:
            raise InputError(
                f"'{field}' in ROLES is not one of the chosen sectors of layer '{layer}': choose "
                f"it in SECTORS or name one of {name_some(sectors)}."
            )
        if role_of.setdefault(sector, role) != role:
            raise InputError(
                f"Sector '{sector}' has two roles in ROLES, '{role_of[sector]}' and '{role}': give "
                "it one."
            )
    # Spellings that differ by case only would be one field in most formats
    spelling: dict[str, str] = {}
    role_of = {s: spelling.setdefault(role.casefold(), role) for s, role in role_of.items()}
    for sector in sectors:
        if sector not in role_of and sector.casefold() in spelling:
            raise InputError(
                f"'{sector}' in ROLES is a role and also a sector without a role: give the sector "
                "that role too or call the role otherwise."
            )
    return role_of


def name_like_fields(source: QgsProcessingFeatureSource) -> list[str]:
    """Fields that may hold names or ids of cities: all but those of decimal numbers."""
    return [field.name() for field in source.fields() if field.type() != QVariant.Double]


def told_apart(names: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The names, those of several cities with the label that tells these apart."""
    counts = Counter(names)
    return [
        name if counts[name] == 1 or name == label else f"{name} ({label})"
        for name, label in zip(names, labels)
    ]


def named_cores(
    table: CityTable,
    core_field: str,
    called: Sequence[str],
    rows: np.ndarray,
    is_core: np.ndarray,
) -> np.ndarray:
    """Position of the core that each city names, -1 where it names none, shape (all rows,).

    A core is found by its label or by its value in any field that tells nearly all cities apart.

    Args:
        table: the cities, with `core_field` and `called` among the texts.
        core_field: the field with the core's name or id.
        called: fields that may hold names or ids.
        rows: positions of the cities whose cores are wanted.
        is_core: shape (all rows,).

    Raises:
        InputError: a core is not in the layer, is no core, or two cores have its name.
    """
    columns = [table.labels, *(table.texts[field] for field in called if field != core_field)]
    places: list[dict[str, list[int]]] = []
    for column in columns:
        found: dict[str, list[int]] = {}
        for position, name in enumerate(column):
            if name is not None:
                found.setdefault(_key(name), []).append(position)
        if len(found) >= _TELLS_APART * len(table):
            places.append(found)
    result = np.full(len(table), -1)
    for row in rows:
        name = table.texts[core_field][row]
        if name is None:
            continue
        cities = next((found[_key(name)] for found in places if _key(name) in found), [])
        cores = [city for city in cities if is_core[city]]
        problem = (
            f"'{name}' in field '{core_field}' of layer '{table.layer}', the core of "
            f"{table.labels[row]},"
        )
        if not cities:
            raise InputError(f"{problem} is not a city of the layer: correct it or leave it blank.")
        if not cores:
            raise InputError(f"{problem} is not marked as a core: mark it or name another.")
        if len(cores) > 1:
            raise InputError(f"{problem} is the name of {len(cores)} cores: give its id instead.")
        result[row] = cores[0]
    return result


def _key(name: str) -> str:
    return " ".join(narrow(name).casefold().split())


def sector_values(
    table: CityTable,
    sectors: Sequence[str],
    rows: np.ndarray,
    values_are: int,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """The sectors' values, shape (all rows, s), after the checks on the rows that matter.

    Args:
        table: the cities, with the sectors as numbers.
        sectors: names of the fields.
        rows: positions of the cities that are compared; the others are not checked.
        values_are: COUNTS, SHARES or PERCENTAGES.
        missing: what is done about blanks: LEAVE_OUT, COUNT_AS_ZERO or STOP.
        feedback: told which cities have blanks and which have nothing in any sector.

    Raises:
        InputError: a value is negative, a share above its most, or missing under STOP.
    """
    values = np.column_stack([table.numbers[sector] for sector in sectors])
    most = {COUNTS: np.inf, PERCENTAGES: 100.0}.get(values_are, 1.0)
    _check_range(table, sectors, values[rows], rows, most)
    blank = np.isnan(values)
    incomplete = [
        f"{table.labels[row]} ({', '.join(s for s, b in zip(sectors, blank[row]) if b)})"
        for row in rows
        if blank[row].any()
    ]
    if incomplete and missing == STOP:
        raise InputError(
            f"Layer '{table.layer}' has no value for {name_some(incomplete)}: fill it in or choose "
            "another way to treat missing values."
        )
    if incomplete:
        done = "counted as zero" if missing == COUNT_AS_ZERO else "left out"
        feedback.pushWarning(f"No value, {done}: {name_some(incomplete, 100)}.")
    if missing == COUNT_AS_ZERO:
        values = np.where(blank, 0.0, values)
    totals = values[rows].sum(axis=1)
    empty = [table.labels[row] for row in rows[totals == 0]]
    if empty:
        feedback.pushWarning(f"Nothing in any sector, left out: {name_some(empty)}.")
    if values_are != COUNTS:
        above = [table.labels[row] for row in rows[totals > most * 1.01]]
        if above:
            feedback.pushWarning(
                f"The sectors add up to more than the whole for {name_some(above)}: check whether "
                "some contain others."
            )
    return values


def _check_range(
    table: CityTable, sectors: Sequence[str], values: np.ndarray, rows: np.ndarray, most: float
) -> None:
    with np.errstate(invalid="ignore"):
        wrong = np.argwhere((values < 0) | (values > most * (1 + _ROUNDING)))
    if len(wrong):
        row, column = wrong[0]
        value, city = values[row, column], table.labels[rows[row]]
        allowed = "zero or more" if most == np.inf else f"between 0 and {most:g}"
        raise InputError(
            f"Field '{sectors[column]}' of layer '{table.layer}' is {value:g} for {city}: it must "
            f"be {allowed}, so correct the value or say rightly whether the sectors are counts, "
            "shares or percentages."
        )
