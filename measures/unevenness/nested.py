"""Where inequality lies: between groups at each level, between roles, or inside the roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..inequality import theil_decomposition
from ..texts import tr

ROLE, WITHIN = "role", "within"


@dataclass(frozen=True)
class Level:
    """A grouping of the n cities, such as phases, provinces or mega-regions.

    Attributes:
        name: what the level is called.
        labels: the group of each city, shape (n,).
    """

    name: str
    labels: np.ndarray


@dataclass(frozen=True)
class LevelledTheil:
    """Theil index and its parts, which sum to it; NaN where all values are zero.

    Attributes:
        total: Theil index of all cities.
        parts: a level's name and the inequality between its groups inside the groups of the level
            above, from coarse to fine; then `role`, between the roles inside the finest groups,
            and `within`, inside the roles.
    """

    total: float
    parts: list[tuple[str, float]]


def levelled_theil(
    values: np.ndarray,
    levels: Sequence[Level],
    is_core: np.ndarray,
    weights: np.ndarray | None = None,
) -> LevelledTheil:
    """Decompose Theil's index over nested levels and, inside them, over core and secondary cities.

    Because T is additive, the index between the groups of a level is that between the groups of
    the level above plus that between its own groups inside those (Theil 1967, ch. 4; Akita 2003,
    Annals of Regional Science 37, 55-77).

    >>> levels = [Level("region", np.array(["A", "A", "B", "B"]))]
    >>> is_core = np.array([True, False, True, False])
    >>> levelled_theil(np.array([4.0, 4.0, 1.0, 1.0]), levels, is_core).parts[1:]
    [('role', 0.0), ('within', 0.0)]

    Args:
        values: shape (n,), zero or more.
        levels: from coarse to fine, at least one; the last are the regions.
        is_core: shape (n,).
        weights: shape (n,), above zero; each city counts once without it.

    Raises:
        InputError: a group lies in several groups of the level above; a value is negative or not
            finite, or a weight is not above zero.
    """
    codes = [np.unique(level.labels, return_inverse=True)[1].reshape(-1) for level in levels]
    for coarse, fine in zip(levels[:-1], levels[1:]):
        _check_nested(coarse, fine)
    names = [level.name for level in levels]
    finest = theil_decomposition(values, 2 * codes[-1] + is_core, weights)
    between = [theil_decomposition(values, groups, weights).between for groups in codes]
    steps = np.diff([0.0, *between, finest.between])
    parts = [*zip([*names, ROLE], steps.tolist()), (WITHIN, finest.within)]
    return LevelledTheil(finest.total, parts)


def _check_nested(coarse: Level, fine: Level) -> None:
    """Raise an error that names the first group that the coarser level cuts."""
    above: dict[object, object] = {}
    for group, parent in zip(fine.labels.tolist(), coarse.labels.tolist()):
        if above.setdefault(group, parent) != parent:
            raise InputError(
                tr(
                    "The level '{name}' cuts '{group}' of '{name_2}': its cities are in "
                    "'{value}' and in '{parent}'; give one value of '{name}' to all of them, "
                    "or leave that level out."
                ).format(
                    name=coarse.name,
                    group=group,
                    name_2=fine.name,
                    value=above[group],
                    parent=parent,
                )
            )
