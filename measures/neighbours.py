"""Which cities are neighbours: the nearest ones, or those within a distance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .distance import EARTH_RADIUS_KM
from .errors import InputError
from .texts import tr

_ROUNDING = 1e-12  # of the earth's radius, some micrometres


@dataclass(frozen=True)
class Neighbours:
    """The neighbours of n cities, as compressed sparse rows.

    Attributes:
        starts: where each city's neighbours begin in `indices`, and their end, shape (n + 1,).
        indices: numbers of the neighbours, ascending for each city; never the city itself.
    """

    starts: np.ndarray
    indices: np.ndarray

    @cached_property
    def counts(self) -> np.ndarray:
        """How many neighbours each city has, shape (n,)."""
        return np.diff(self.starts)

    @cached_property
    def islands(self) -> np.ndarray:
        """Numbers of the cities without a neighbour."""
        return np.flatnonzero(self.counts == 0)

    def of(self, city: int) -> np.ndarray:
        """Numbers of the city's neighbours."""
        return self.indices[self.starts[city] : self.starts[city + 1]]

    def take(self, kept: np.ndarray) -> Neighbours:
        """The neighbours among some of the cities, numbered anew.

        Args:
            kept: numbers of those cities, ascending.
        """
        number = np.full(len(self.counts), -1)
        number[kept] = np.arange(len(kept))
        cities = number[np.repeat(np.arange(len(self.counts)), self.counts)]
        others = number[self.indices]
        both = (cities >= 0) & (others >= 0)
        return from_pairs(len(kept), cities[both], others[both])


def from_pairs(n: int, cities: np.ndarray, others: np.ndarray) -> Neighbours:
    """Neighbours of n cities from pairs.

    Args:
        n: how many cities there are.
        cities: numbers of cities, shape (m,).
        others: a neighbour of each, shape (m,); `cities[i]` is one of `others[i]` only where that
            pair is given as well.
    """
    order = np.lexsort((others, cities))
    starts = np.searchsorted(cities[order], np.arange(n + 1))
    return Neighbours(starts, np.asarray(others, dtype=int)[order])


def k_nearest(lon: np.ndarray, lat: np.ndarray, k: int) -> Neighbours:
    """The k nearest other cities of each city, by great-circle distance.

    Args:
        lon: longitudes in degrees, shape (n,).
        lat: latitudes in degrees, shape (n,).
        k: how many, at least 1. A city need not be among the nearest of its own nearest.

    Raises:
        InputError: there are no more than k cities.
    """
    from scipy.spatial import cKDTree

    n = len(lon)
    if not 1 <= k < n:
        raise InputError(
            tr(
                "{k} nearest neighbours need at least {value} cities with a place and a "
                "value and at least 1 neighbour, and there are {n} cities: choose another "
                "number."
            ).format(k=k, value=max(k, 1) + 1, n=n)
        )
    places = _on_sphere(lon, lat)
    found = cKDTree(places).query(places, k + 1)[1]
    itself = found == np.arange(n)[:, None]
    itself[~itself.any(axis=1), -1] = True  # more cities than k lie at the city's own place
    return from_pairs(n, np.repeat(np.arange(n), k), found[~itself])


def within_distance(lon: np.ndarray, lat: np.ndarray, km: float) -> Neighbours:
    """All other cities within a great-circle distance.

    Args:
        lon: longitudes in degrees, shape (n,).
        lat: latitudes in degrees, shape (n,).
        km: the distance in kilometres, above zero; cities at it are within.

    Raises:
        InputError: the distance is not above zero.
    """
    from scipy.spatial import cKDTree

    if not km > 0:
        raise InputError(
            tr("The distance of neighbours is {km} km: choose one above zero.").format(km=km)
        )
    chord = 2 * np.sin(min(km / EARTH_RADIUS_KM, np.pi) / 2)
    tree = cKDTree(_on_sphere(lon, lat))
    pairs = tree.query_pairs(chord + _ROUNDING, output_type="ndarray")
    return from_pairs(len(lon), pairs.ravel(), pairs[:, ::-1].ravel())


def _on_sphere(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Places on the unit sphere, shape (n, 3): straight lines there order as great circles do."""
    lon, lat = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
