"""Sectors summed into roles, and the core that a city names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...measures.errors import InputError
from ...measures.groups import same_name
from ...measures.texts import tr
from ..cities import Cities
from ..fields import listed_items, name_some

_TELLS_APART = 0.9  # share of the rows that differ in a field of names


def parse_roles(text: str, sectors: Sequence[str], layer: str) -> dict[str, str]:
    """Sector to role from `field=role; field=role`; a sector without a role is not in it.

    Raises:
        InputError: a part has another form, names no chosen sector or one twice, or a role is
            called as a sector that has none.
    """
    known = {sector.casefold(): sector for sector in sectors}
    role_of: dict[str, str] = {}
    for part in listed_items(text.replace("＝", "=")):  # as Chinese keyboards write it
        field, equals, role = (piece.strip() for piece in part.rpartition("="))
        if not (field and equals and role):
            raise InputError(
                tr(
                    "'{part}' in ROLES does not say which sector plays which role: write it "
                    "as field=role, several separated by ';'."
                ).format(part=part)
            )
        sector = known.get(field.casefold())
        if sector is None:
            raise InputError(
                tr(
                    "'{field}' in ROLES is not one of the chosen sectors of layer '{layer}': "
                    "choose it in SECTORS or name one of {names}."
                ).format(field=field, layer=layer, names=name_some(sectors))
            )
        if role_of.setdefault(sector, role) != role:
            raise InputError(
                tr(
                    "Sector '{sector}' has two roles in ROLES, '{value}' and '{role}': give it one."
                ).format(sector=sector, value=role_of[sector], role=role)
            )
    # Spellings that differ by case only would be one field in most formats
    spelling: dict[str, str] = {}
    role_of = {s: spelling.setdefault(role.casefold(), role) for s, role in role_of.items()}
    for sector in sectors:
        if sector not in role_of and sector.casefold() in spelling:
            raise InputError(
                tr(
                    "'{sector}' in ROLES is a role and also a sector without a role: give "
                    "the sector that role too or call the role otherwise."
                ).format(sector=sector)
            )
    return role_of


def named_cores(
    cities: Cities, core_field: str, rows: np.ndarray, is_core: np.ndarray
) -> np.ndarray:
    """Position of the core that each city names, -1 where it names none, shape (all rows,).

    A core is found by its label, by its key, or by its value in any of the texts that tells nearly
    all cities apart.

    Args:
        cities: with `core_field`, and fields that may hold names or ids, among the texts.
        core_field: the field with the core's name or id.
        rows: positions of the cities whose cores are wanted.
        is_core: shape (all rows,).

    Raises:
        InputError: a core is not in the layer, is no core, or two cores have its name.
    """
    columns: list[Sequence[str | None]] = [cities.labels, cities.keys]
    columns += [values for field, values in cities.texts.items() if field != core_field]
    places: list[dict[str, list[int]]] = []
    for column in columns:
        found: dict[str, list[int]] = {}
        for position, name in enumerate(column):
            if name is not None:
                found.setdefault(same_name(name), []).append(position)
        if len(found) >= _TELLS_APART * len(cities):
            places.append(found)
    result = np.full(len(cities), -1)
    for row in rows:
        name = cities.texts[core_field][row]
        if name is None:
            continue
        key = same_name(name)
        so_called = next((found[key] for found in places if key in found), [])
        cores = [city for city in so_called if is_core[city]]
        problem = tr("'{name}' in field '{field}' of layer '{layer}', the core of {city},").format(
            name=name, field=core_field, layer=cities.layer, city=cities.labels[row]
        )
        if not so_called:
            raise InputError(
                tr("{problem} is not a city of the layer: correct it or leave it blank.").format(
                    problem=problem
                )
            )
        if not cores:
            raise InputError(
                tr("{problem} is not marked as a core: mark it or name another.").format(
                    problem=problem
                )
            )
        if len(cores) > 1:
            raise InputError(
                tr("{problem} is the name of {count} cores: give its id instead.").format(
                    problem=problem, count=len(cores)
                )
            )
        result[row] = cores[0]
    return result
