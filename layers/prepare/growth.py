"""The summary table of growth: one row for each region and role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...measures.groups import positions_by_name
from ...measures.prepare.growth import GROWING, SHRINKING, STABLE, Growth, compound_rate
from ..outputs import Column

COLUMNS: list[Column] = [
    ("region", str),
    ("role", str),
    ("cities", int),
    ("left_out", int),
    (GROWING, int),
    (STABLE, int),
    (SHRINKING, int),
    ("sum_from", float),
    ("sum_to", float),
    ("change", float),
    ("rate", float),
    ("share_from", float),
    ("share_to", float),
    ("share_change", float),
]


def summary_rows(
    start: np.ndarray,
    end: np.ndarray,
    regions: Sequence[str | None],
    roles: Sequence[str | None],
    found: Growth,
    years: float,
) -> list[list[Any]]:
    """Sums over the cities with both values; NaN where a group has none.

    Args:
        start: values of the first year, shape (n,).
        end: values of the last year.
        regions: n names; cities outside any region are not summed.
        roles: n roles, None where a city has none.
        found: the growth of each city.
        years: between the two values.
    """
    rows: list[list[Any]] = []
    both = ~np.isnan(start) & ~np.isnan(end)
    for region, members in positions_by_name(regions).items():
        usable = members[both[members]]
        whole = np.array([start[usable].sum(), end[usable].sum()])
        for role in dict.fromkeys(roles[city] for city in members):
            group = np.array([city for city in members if roles[city] == role])
            used = group[both[group]]
            words = [found.direction[city] for city in used]
            sums = np.array([start[used].sum(), end[used].sum()])
            if not len(used):
                sums[:] = np.nan
            rate = compound_rate(sums[:1], sums[1:], years)[0]
            share = np.divide(sums, whole, out=np.full(2, np.nan), where=whole > 0)
            rows.append(
                [
                    region,
                    role,
                    len(used),
                    len(group) - len(used),
                    *(words.count(word) for word in (GROWING, STABLE, SHRINKING)),
                    *sums,
                    sums[1] - sums[0],
                    rate,
                    *share,
                    share[1] - share[0],
                ]
            )
    return rows
