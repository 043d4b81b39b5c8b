"""Rules that mark core and secondary cities.

Every rule takes one value a city and gives a role and its reason in words: `core`, `secondary`,
`small` (too small to count as either), or None where the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..errors import InputError

CORE, SECONDARY, SMALL = "core", "secondary", "small"


class Role(NamedTuple):
    """A city's role and why it has it."""

    role: Optional[str]  # noqa: UP045 (NamedTuple fields are evaluated; Python 3.9 has no X | None)
    reason: str


def by_level(levels: Sequence[str | None], core_levels: Sequence[str]) -> list[Role]:
    """Cores are the cities of the given administrative levels, compared without regard to case.

    The rule of Du, Cardoso & Rocco (2025): municipalities, provincial capitals and
    sub-provincial cities.
    """
    wanted = {level.casefold() for level in core_levels}
    return [
        Role(None, "no administrative level")
        if level is None
        else Role(CORE if level.casefold() in wanted else SECONDARY, f"level: {level}")
        for level in levels
    ]


def by_list(names: Sequence[str | None], core_names: Sequence[str]) -> list[Role]:
    """Cores are the cities named, compared without regard to case.

    Raises:
        InputError: a name of the list is not among the cities.
    """
    present = {name.casefold() for name in names if name is not None}
    absent = [name for name in core_names if name.casefold() not in present]
    if absent:
        raise InputError(
            f"Not found among the cities: {', '.join(absent)}. Correct the list of core cities or "
            "choose the field that holds these names."
        )
    wanted = {name.casefold() for name in core_names}
    return [
        Role(CORE, "in the list of cores")
        if name is not None and name.casefold() in wanted
        else Role(SECONDARY, "not in the list of cores")
        for name in names
    ]


def by_population_band(population: np.ndarray, lowest: float, highest: float) -> list[Role]:
    """Secondary cities lie inside the band, ends included; cores above it, small cities below."""
    if not 0 <= lowest < highest:
        raise InputError(
            f"The population band from {_plain(lowest)} to {_plain(highest)} is empty: "
            "set its minimum below its maximum."
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
            f"The share of the largest city is {share:g}: choose a value above 0 and up to 1."
        )
    largest = {
        scope: np.nanmax(population[members])
        for scope, members in _members(scopes).items()
        if not np.isnan(population[members]).all()
    }
    roles = []
    for size, scope in zip(population, scopes):
        if np.isnan(size):
            roles.append(Role(None, "no population"))
            continue
        ratio = size / largest[scope] if largest[scope] else 1.0
        reason = f"{ratio:.1%} of the largest city"
        roles.append(Role(SECONDARY if size < share * largest[scope] else CORE, reason))
    return roles


def by_rank(population: np.ndarray, regions: Sequence[str | None], top_n: int) -> list[Role]:
    """Cores are the `top_n` largest cities of each region, of equal ones the first."""
    if top_n < 1:
        raise InputError(f"The number of cores is {top_n}: choose 1 or more.")
    roles = [Role(None, "no population")] * len(population)
    for members in _members(regions).values():
        known = members[~np.isnan(population[members])]
        order = known[np.argsort(-population[known], kind="stable")]
        for rank, city in enumerate(order, start=1):
            role = CORE if rank <= top_n else SECONDARY
            roles[city] = Role(role, f"number {rank} of {len(order)} in its region")
    return roles


def _members(groups: Sequence[str | None]) -> dict[str | None, np.ndarray]:
    members: dict[str | None, list[int]] = {}
    for position, group in enumerate(groups):
        members.setdefault(group, []).append(position)
    return {group: np.array(positions) for group, positions in members.items()}


def _plain(number: float) -> str:
    return f"{number:,.10g}"
