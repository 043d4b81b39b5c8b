"""Rules that mark core and secondary cities.

Every rule takes one value a city and gives a role and its reason in words: `core`, `secondary`,
`small` (too small to count as either), or None where the value is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..errors import InputError
from ..groups import positions_by_name, same_name
from ..texts import listed, tr
from ..words import beside
from .closest import closest
from .names import name_key

CORE, SECONDARY, SMALL = "core", "secondary", "small"


class Role(NamedTuple):
    """A city's role and why it has it."""

    role: Optional[str]  # noqa: UP045 (NamedTuple fields are evaluated; Python 3.9 has no X | None)
    reason: str


class Marked(NamedTuple):
    """Roles, and what the user should know, one sentence each."""

    roles: list[Role]
    notes: list[str]


# What the levels of the published rule are called in tables; compared without case, blanks and
# hyphens.
_LEVEL_WORDS = {
    "municipality": (
        "municipalities",
        "directly administered municipality",
        "municipality directly under the central government",
        "直辖市",
    ),
    "provincial capital": (
        "provincial capitals",
        "provincial capital city",
        "provincial capital cities",
        "省会",
        "省会城市",
        "首府",
        "自治区首府",
    ),
    "sub-provincial": (
        "sub-provincial city",
        "sub-provincial cities",
        "sub-provincial level city",
        "副省级",
        "副省级市",
        "副省级城市",
        "计划单列市",
    ),
}
_ALIKE = 0.75  # similarity from which a level that was not found may be meant


def by_level(levels: Sequence[str | None], core_levels: Sequence[str]) -> Marked:
    """Cores are the cities of the given administrative levels.

    The rule of Du, Cardoso & Rocco (2025): municipalities, provincial capitals and
    sub-provincial cities. Levels are compared without regard to case, blanks and width; the usual
    variants and the Chinese words of these three count as the same.

    Raises:
        InputError: no city has one of the levels.
    """
    wanted = {_level_key(level): level for level in core_levels}
    found = {_level_key(level): level for level in levels if level is not None}
    if not wanted.keys() & found.keys():
        raise InputError(
            tr(
                "No city has one of the core levels ({value}): the levels found are "
                "{value_2}; set the levels of core cities to some of them or choose another "
                "field."
            ).format(
                value=listed(map(beside, core_levels)) or tr("none given"),
                value_2=listed(map(beside, sorted(found.values()))) or tr("all blank"),
            )
        )
    notes = []
    others = [key for key in found if key not in wanted]
    for key, level in wanted.items():
        if key in found:
            continue
        near = closest(key, others)
        note = tr("No city has the core level '{level}'.").format(level=beside(level))
        if near and near[1] >= _ALIKE:
            meant = found[others[near[0]]]
            note += " " + tr("Level '{level}' is not counted.").format(level=beside(meant))
        notes.append(note)
    roles = [
        Role(None, "no administrative level")
        if level is None
        else Role(CORE if _level_key(level) in wanted else SECONDARY, f"level: {level}")
        for level in levels
    ]
    return Marked(roles, notes)


def _level_key(level: str) -> str:
    key = same_name(level).replace("-", "").replace(" ", "")
    return _LEVEL_KEYS.get(key, key)


_LEVEL_KEYS = {
    _plain_word: _level.replace("-", "").replace(" ", "")
    for _level, _words in _LEVEL_WORDS.items()
    for _plain_word in (word.replace("-", "").replace(" ", "") for word in _words)
}
_CORE_KEYS = {*_LEVEL_KEYS.values()}


def is_core_level(level: str) -> bool:
    """Whether the level is one of those that make a core in the published rule.

    >>> is_core_level("省会"), is_core_level("prefecture-level city")
    (True, False)
    """
    return _level_key(level) in _CORE_KEYS


def by_list(
    names: Sequence[str | None], core_names: Sequence[str], keys: Sequence[str] | None = None
) -> list[Role]:
    """Cores are the cities named, compared without regard to case, width, blanks and 市 or City.

    Args:
        names: names or codes of n rows.
        core_names: those of the cores.
        keys: what tells the cities apart, where a city may stand in several rows.

    Raises:
        InputError: a name of the list is not among the cities, or belongs to several.
    """
    # As written first, then without 市 and City: 北京市 is 北京, but 吉林省 not 吉林市.
    as_written, without_suffix = (_owners(names, keys, form) for form in (same_name, name_key))
    owners = [as_written.get(same_name(n)) or without_suffix.get(name_key(n)) for n in core_names]
    absent = [name for name, of_name in zip(core_names, owners) if not of_name]
    if absent:
        raise InputError(
            tr(
                "Not found among the cities: {names}. Correct the list of core cities or "
                "choose the field that holds these names."
            ).format(names=listed(absent))
        )
    shared = [name for name, of_name in zip(core_names, owners) if of_name and len(of_name) > 1]
    if shared:
        raise InputError(
            tr(
                "Several cities are called {names}: list the cores by a field that tells "
                "them apart, such as a code."
            ).format(names=listed(shared))
        )
    cores = {owner for of_name in owners if of_name for owner in of_name}
    return [
        Role(CORE, "in the list of cores")
        if name is not None and _owner(row, keys) in cores
        else Role(SECONDARY, "not in the list of cores")
        for row, name in enumerate(names)
    ]


def _owners(
    names: Sequence[str | None], keys: Sequence[str] | None, form: Callable[[str], str]
) -> dict[str, set[object]]:
    """Form of a name to the cities that have it."""
    owners: dict[str, set[object]] = {}
    for row, name in enumerate(names):
        if name is not None:
            owners.setdefault(form(name), set()).add(_owner(row, keys))
    return owners


def _owner(row: int, keys: Sequence[str] | None) -> object:
    return row if keys is None else keys[row]


def by_population_band(population: np.ndarray, lowest: float, highest: float) -> list[Role]:
    """Secondary cities lie inside the band, ends included; cores above it, small cities below."""
    if not 0 <= lowest < highest:
        raise InputError(
            tr(
                "The population band from {plain} to {plain_2} is empty: set its minimum "
                "below its maximum."
            ).format(plain=_plain(lowest), plain_2=_plain(highest))
        )
    band = f"band {_plain(lowest)} to {_plain(highest)}"
    roles = []
    for size in population:
        if np.isnan(size):
            roles.append(Role(None, "no population"))
        elif size > highest:
            roles.append(Role(CORE, f"{_plain(size)} above the {band}"))
        elif size < lowest:
            roles.append(Role(SMALL, f"{_plain(size)} below the {band}"))
        else:
            roles.append(Role(SECONDARY, f"{_plain(size)} inside the {band}"))
    return roles


def by_share_of_largest(
    population: np.ndarray, scopes: Sequence[str | None], share: float
) -> list[Role]:
    """Secondary cities have less than `share` of the largest city of their scope; cores the rest.

    Roberts (2014, Managing Systems of Secondary Cities) counts cities with 10 to 50 % of the
    largest city's population as secondary.

    Args:
        population: shape (n,), NaN where missing.
        scopes: what each city is compared within: its region, or one value for the whole layer.
        share: above 0, up to 1.
    """
    if not 0 < share <= 1:
        raise InputError(
            tr(
                "The share of the largest city is {share:g}: choose a value above 0 and up to 1."
            ).format(share=share)
        )
    largest = {
        scope: np.nanmax(population[rows])
        for scope, rows in positions_by_name(scopes).items()
        if not np.isnan(population[rows]).all()
    }
    roles = []
    for size, scope in zip(population, scopes):
        if np.isnan(size) or scope is None:
            roles.append(Role(None, "no population" if np.isnan(size) else "outside any region"))
            continue
        ratio = size / largest[scope] if largest[scope] else 1.0
        reason = f"{ratio:.1%} of the largest city"
        roles.append(Role(SECONDARY if size < share * largest[scope] else CORE, reason))
    return roles


def by_rank(
    population: np.ndarray, regions: Sequence[str | None], top_n: int, keys: Sequence[str]
) -> Marked:
    """Cores are the `top_n` largest cities of each region.

    Of equal ones those whose key comes first, whatever the order of rows; the notes name the
    regions where that decided.
    """
    if top_n < 1:
        raise InputError(
            tr("The number of cores is {top_n}: choose 1 or more.").format(top_n=top_n)
        )
    roles = [Role(None, "no population")] * len(population)
    notes = []
    by_key = np.argsort(np.array(keys, dtype=str), kind="stable").argsort()
    for region, rows in positions_by_name(regions).items():
        known = rows[~np.isnan(population[rows])]
        order = known[np.lexsort((by_key[known], -population[known]))]
        for rank, city in enumerate(order, start=1):
            role = CORE if rank <= top_n else SECONDARY
            roles[city] = Role(role, f"number {rank} of {len(order)} in its region")
        cut = population[order[top_n - 1 : top_n + 1]]
        if len(cut) == 2 and cut[0] == cut[1]:
            notes.append(
                tr(
                    "Region {region} has cities of equal size ({size}) as core and as secondary: "
                    "the order of their ids decided."
                ).format(region=region, size=_plain(cut[0]))
            )
    return Marked(roles, notes)


def _plain(number: float) -> str:
    return f"{number:,.10g}"
