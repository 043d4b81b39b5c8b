"""Light of groups of cities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .statistics import ZonalStatistics


class GroupLight(NamedTuple):
    """The light of the cities of one region and role; NaN where none has a valid cell."""

    region: str | None
    role: str | None
    sum: float
    mean: float
    lit_share: float


def light_of_groups(
    statistics: ZonalStatistics, regions: Sequence[str | None], roles: Sequence[str | None]
) -> list[GroupLight]:
    """The light of each pair of region and role, sorted.

    The sum is that of the cities' sums; the mean and the lit share are those of the cities'
    cells taken together, so that large cities count for more.

    Args:
        statistics: of n cities.
        regions: the cities' regions, n of them.
        roles: the cities' roles, n of them.
    """
    members: dict[tuple[str | None, str | None], list[int]] = {}
    for city, pair in enumerate(zip(regions, roles)):
        members.setdefault(pair, []).append(city)
    groups = []
    for (region, role), positions in sorted(
        members.items(), key=lambda item: tuple(part or "" for part in item[0])
    ):
        cities = np.array(positions)
        cities = cities[np.isfinite(statistics.mean[cities])]
        if not len(cities):
            groups.append(GroupLight(region, role, np.nan, np.nan, np.nan))
            continue
        weight = statistics.weight[cities]
        groups.append(
            GroupLight(
                region,
                role,
                sum=float(statistics.sum[cities].sum()),
                mean=float((statistics.mean[cities] * weight).sum() / weight.sum()),
                lit_share=float(
                    statistics.lit_area[cities].sum() / statistics.valid_area[cities].sum()
                ),
            )
        )
    return groups
