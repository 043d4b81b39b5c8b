"""Rows of the tables of unevenness in one year, and of where inequality lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...measures.unevenness.nested import Level, LevelledTheil, levelled_theil
from ...measures.unevenness.permutation import role_permutation_p_value
from ...measures.unevenness.region import unevenness
from ..comparison import Cell
from ..outputs import Column
from ..panel import Panel

_MEASURED = [
    *("core_mean", "secondary_mean", "core_share", "theil", "theil_between", "theil_within"),
    *("gini", "gini_within", "gini_between", "gini_overlap", "affluence", "gini_du2025"),
]
_MORE = ["ratio", "theil_l", "theil_l_between", "cv", "hoover", "atkinson"]
UNEVENNESS: list[Column] = [
    ("region", str),
    ("indicator", str),
    ("year", int),
    ("cities", int),
    ("cores", int),
    ("secondaries", int),
    ("missing", int),
    *((name, float) for name in _MEASURED),
    ("p_value", float),
    ("p_fdr", float),
    *((name, float) for name in _MORE),
]
_PARTS = ["between_regions", "between_roles", "within_roles"]
NESTED: list[Column] = [
    ("indicator", str),
    ("year", int),
    ("theil", float),
    *((part, float) for part in _PARTS),
    *((f"share_{part}", float) for part in _PARTS),
]
NESTED_PARTS: list[Column] = [
    ("indicator", str),
    ("year", int),
    ("level", str),
    ("theil", float),
    ("share", float),
]


def unevenness_row(cell: Cell, permutations: int, seed: int) -> dict[str, Any]:
    """The measures of a cell; None where it has no value. `p_fdr` waits for the other rows."""
    cores = int(cell.is_core.sum())
    row: dict[str, Any] = dict.fromkeys(name for name, _ in UNEVENNESS)
    row.update(
        region=cell.region,
        indicator=cell.indicator,
        year=cell.year,
        cities=len(cell.values),
        cores=cores,
        secondaries=len(cell.values) - cores,
        missing=len(cell.missing),
    )
    if len(cell.values):
        measured = unevenness(cell.values, cell.is_core, cell.weights)
        row.update({name: getattr(measured, name) for name in (*_MEASURED, *_MORE)})
        if permutations:
            row["p_value"] = role_permutation_p_value(
                cell.values, cell.is_core, cell.weights, permutations, seed
            )
    return row


def decomposed(cells: Sequence[Cell], panel: Panel, levels: Sequence[str]) -> LevelledTheil | None:
    """Theil's index of all cells over the levels, the regions and the roles.

    Args:
        cells: of all regions, one indicator and year.
        panel: theirs.
        levels: fields above the region, from coarse to fine.

    Returns:
        None where no city has a value above zero.
    """
    cells = [cell for cell in cells if len(cell.values)]
    values = np.concatenate([cell.values for cell in cells]) if cells else np.zeros(0)
    if not values.any():
        return None
    cities = np.concatenate([cell.cities for cell in cells])
    regions = np.repeat([cell.region for cell in cells], [len(cell.values) for cell in cells])
    weights = [cell.weights for cell in cells if cell.weights is not None]
    groups = [Level(name, panel.words(name)[cities]) for name in levels]
    return levelled_theil(
        values,
        [*groups, Level("region", regions)],
        np.concatenate([cell.is_core for cell in cells]),
        np.concatenate(weights) if weights else None,
    )


def nested_row(indicator: str, year: int | None, found: LevelledTheil | None) -> dict[str, Any]:
    """The three parts; what lies between the levels above the regions is between regions."""
    row: dict[str, Any] = dict.fromkeys(name for name, _ in NESTED)
    row.update(indicator=indicator, year=year)
    if found is not None:
        *above, roles, within = (part for _, part in found.parts)
        row["theil"] = found.total
        for name, part in zip(_PARTS, (sum(above), roles, within)):
            row[name] = part
            row[f"share_{name}"] = _share(part, found.total)
    return row


def nested_parts(
    indicator: str, year: int | None, found: LevelledTheil | None, levels: Sequence[str]
) -> list[list[Any]]:
    """A row of NESTED_PARTS for each level, the regions, the roles and within them."""
    if found is None:
        return [[indicator, year, n, None, None] for n in (*levels, "region", "role", "within")]
    return [[indicator, year, name, part, _share(part, found.total)] for name, part in found.parts]


def _share(part: float, total: float) -> float | None:
    return part / total if total > 0 else None
