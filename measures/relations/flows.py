"""Flows between cities: links, cities and regions of a network.

Sources:
    Limtanakool, N., Schwanen, T. & Dijst, M. (2007) A theoretical framework and methodology for
        characterising national urban systems on the basis of flows of people. Urban Studies 44,
        2123-2145.
    Green, N. (2007) Functional polycentricity: a formal definition in terms of social network
        analysis. Urban Studies 44, 2077-2103.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..numerics import standard_deviation
from ..prepare.roles import CORE, SECONDARY

CORE_CORE, CORE_SECONDARY, SECONDARY_SECONDARY, BETWEEN_REGIONS = RELATIONS = (
    "core-core",
    "core-secondary",
    "secondary-secondary",
    "between regions",
)
UNRELATED = -1  # an end in no region, or a city that is neither core nor secondary


@dataclass(frozen=True)
class Links:
    """The flows above zero between different cities, one a direction, sorted by origin.

    Attributes:
        size: number of cities in the network.
        origin: position of the city a flow leaves, shape (m,).
        destination: position of the city it reaches, shape (m,).
        value: shape (m,), above zero.
    """

    size: int
    origin: np.ndarray
    destination: np.ndarray
    value: np.ndarray

    def __len__(self) -> int:
        return len(self.value)

    @cached_property
    def reverse(self) -> np.ndarray:
        """The flow in the opposite direction, 0 where there is none, shape (m,)."""
        if not len(self):
            return np.zeros(0)
        keys = self.origin * self.size + self.destination  # ascending
        wanted = self.destination * self.size + self.origin
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[place] == wanted, self.value[place], 0.0)

    @cached_property
    def symmetry(self) -> np.ndarray:
        """(value - reverse) / (value + reverse), shape (m,).

        0 where both directions carry the same, 1 where there is no flow back, negative where more
        comes back. The form of Limtanakool et al.'s node symmetry, taken of a link.
        """
        return (self.value - self.reverse) / (self.value + self.reverse)

    def among(self, members: np.ndarray) -> Links:
        """The links with both ends in `members` (shape (size,), bool); positions stay."""
        kept = members[self.origin] & members[self.destination]
        return Links(self.size, self.origin[kept], self.destination[kept], self.value[kept])


@dataclass(frozen=True)
class Cities:
    """What each city sends and receives, each of shape (size,).

    Attributes:
        inflow: sum of the flows that reach it.
        outflow: sum of the flows that leave it.
        dominance: its inflow and outflow over the mean of the other cities'; above 1 for a city
            that dominates (DIT of Limtanakool et al.); NaN where the others have no flow.
    """

    inflow: np.ndarray
    outflow: np.ndarray
    dominance: np.ndarray


@dataclass(frozen=True)
class RegionFlows:
    """The flows inside one region; NaN where it has no flow or no second city.

    Attributes:
        flows: number of directed links.
        total: their sum.
        core_core: share of the total that links two cores.
        core_secondary: share between a core and a secondary city, in both directions.
        secondary_secondary: share that links two secondary cities.
        multidirectionality: entropy of the flows over all directed pairs of the region's cities,
            0 (all on one link) to 1 (the same on every link).
        symmetry: 1 - (sum over pairs of |value - reverse|) / total, 0 (one-way) to 1 (balanced).
        functional_polycentricity: density x (1 - sigma / sigma_max), 0 to 1.
    """

    flows: int
    total: float
    core_core: float
    core_secondary: float
    secondary_secondary: float
    multidirectionality: float
    symmetry: float
    functional_polycentricity: float


def links(size: int, origin: np.ndarray, destination: np.ndarray, value: np.ndarray) -> Links:
    """Sum the rows of each pair; leave out a city's flow to itself and pairs without a flow.

    Args:
        size: number of cities.
        origin: positions, shape (k,), integers.
        destination: positions, shape (k,), integers.
        value: shape (k,), zero or more.
    """
    moved = np.flatnonzero((origin != destination) & (value > 0))
    moved = moved[np.argsort(value[moved], kind="stable")]  # a sum depends on the order of rows
    keys, row_of = np.unique(
        origin[moved].astype(np.int64) * size + destination[moved], return_inverse=True
    )
    sums = np.bincount(row_of.ravel(), weights=value[moved], minlength=len(keys))
    return Links(size, keys // max(size, 1), keys % max(size, 1), sums)


def relations(
    network: Links, regions: Sequence[str | None], roles: Sequence[str | None]
) -> np.ndarray:
    """Position in `RELATIONS` of each link, or `UNRELATED`, shape (m,).

    Args:
        network: the links.
        regions: region of each city, None outside any.
        roles: role of each city.
    """
    names = {name: code for code, name in enumerate(dict.fromkeys(regions)) if name is not None}
    region = np.array([-1 if name is None else names[name] for name in regions], dtype=np.int64)
    kind = np.array([{CORE: 0, SECONDARY: 1}.get(role or "", 9) for role in roles], dtype=np.int64)
    start, end = region[network.origin], region[network.destination]
    secondaries = kind[network.origin] + kind[network.destination]
    inside = np.where(secondaries <= RELATIONS.index(SECONDARY_SECONDARY), secondaries, UNRELATED)
    found = np.where(start == end, inside, RELATIONS.index(BETWEEN_REGIONS))
    return np.where((start < 0) | (end < 0), UNRELATED, found)


def strongest(
    network: Links, regions: Sequence[str | None], names: Sequence[str], top_n: int
) -> np.ndarray:
    """Positions of the `top_n` strongest links of each region, in their order.

    The links between regions count as one more region, those with an end in none as another. Of
    equally strong ones the first by the names of their ends are taken.

    Args:
        network: the links.
        regions: region of each city, None outside any.
        names: of the cities.
        top_n: 0 for all.
    """
    if not top_n:
        return np.arange(len(network))
    codes = {name: code for code, name in enumerate(dict.fromkeys(regions)) if name is not None}
    region = np.array([-1 if name is None else codes[name] for name in regions], dtype=np.int64)
    start, end = region[network.origin], region[network.destination]
    group = np.where(start == end, start, len(regions))
    group[(start < 0) | (end < 0)] = -1
    place = np.argsort(np.argsort(np.array(names, dtype=str), kind="stable"), kind="stable")
    order = np.lexsort((place[network.destination], place[network.origin], -network.value, group))
    first = np.searchsorted(group[order], group[order])  # where the group of each begins
    return np.sort(order[np.arange(len(order)) - first < top_n])


def city_flows(network: Links) -> Cities:
    """Inflow, outflow and dominance of every city in the whole network."""
    size = network.size
    inflow = np.bincount(network.destination, weights=network.value, minlength=size)
    outflow = np.bincount(network.origin, weights=network.value, minlength=size)
    through = inflow + outflow
    others = through.sum() - through  # no cancellation: each flow has its other end there
    dominance = np.full(size, np.nan)
    np.divide(through * (size - 1), others, out=dominance, where=others > 0)
    return Cities(inflow, outflow, dominance)


def region_flows(network: Links, relation: np.ndarray, members: np.ndarray) -> RegionFlows:
    """The flows between the cities of one region.

    Args:
        network: the links of the whole network.
        relation: of each of them, from `relations`.
        members: whether a city is in the region, shape (size,).
    """
    inside = network.among(members)
    cities = int(members.sum())
    total = float(inside.value.sum())
    if not total:
        return RegionFlows(0, 0.0, *[np.nan] * 6)
    kept = members[network.origin] & members[network.destination]
    share = np.bincount(relation[kept] + 1, inside.value / total, len(RELATIONS))
    # Each pair once, from the direction that carries more.
    unbalanced = float(np.maximum(inside.value - inside.reverse, 0).sum())
    return RegionFlows(
        len(inside),
        total,
        core_core=float(share[1]),
        core_secondary=float(share[2]),
        secondary_secondary=float(share[3]),
        multidirectionality=entropy(inside.value, cities * (cities - 1)),
        symmetry=1 - unbalanced / total,
        functional_polycentricity=functional_polycentricity(inside, members),
    )


def entropy(values: np.ndarray, places: int) -> float:
    """Entropy of the values over `places`, 0 (all in one) to 1 (the same in each).

    EI = - sum z ln z / ln L of Limtanakool et al., z a link's share of the sum, L the number of
    possible links. Places without a value count as zero.

    >>> entropy(np.array([7.0, 7]), 2), round(entropy(np.array([7.0, 7]), 4), 12)
    (1.0, 0.5)
    """
    shares = values / values.sum()
    return max(0.0, float(-(shares * np.log(shares)).sum() / np.log(places)))


def functional_polycentricity(inside: Links, members: np.ndarray) -> float:
    """Green's special functional polycentricity: density x (1 - sigma / sigma_max).

    Density is the number of links over the number of possible ones. sigma is the standard
    deviation (of a population) of the cities' inflows; sigma_max that of two cities of which one
    has the largest inflow found and the other none, that is half the largest inflow.
    """
    cities = int(members.sum())
    inflow = np.bincount(inside.destination, weights=inside.value, minlength=inside.size)[members]
    density = len(inside) / (cities * (cities - 1))
    return density * float(1 - standard_deviation(inflow) / (inflow.max() / 2))
