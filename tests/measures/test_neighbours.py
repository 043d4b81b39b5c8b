"""Neighbours against distances computed one by one."""

import csv
from pathlib import Path

import numpy as np
import pytest
from megaregion.measures.distance import great_circle_km
from megaregion.measures.errors import InputError
from megaregion.measures.neighbours import from_pairs, k_nearest, within_distance

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def places():
    with open(ROOT / "resources" / "example" / "cities.csv", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return np.array([float(r["lon"]) for r in rows]), np.array([float(r["lat"]) for r in rows])


def test_nearest_of_chinese_cities(places):
    distances = great_circle_km(*places, *places)
    np.fill_diagonal(distances, np.inf)
    neighbours = k_nearest(*places, 4)
    assert (neighbours.counts == 4).all()
    assert len(neighbours.islands) == 0
    for city, row in enumerate(distances):
        assert set(neighbours.of(city)) == set(np.argsort(row)[:4])


def test_within_a_distance_of_chinese_cities(places):
    distances = great_circle_km(*places, *places)
    np.fill_diagonal(distances, np.inf)
    neighbours = within_distance(*places, 60)
    for city, row in enumerate(distances):
        assert neighbours.of(city).tolist() == np.flatnonzero(row <= 60).tolist()
    assert neighbours.islands.tolist() == np.flatnonzero((distances > 60).all(axis=1)).tolist()
    assert len(neighbours.islands)


def test_across_the_date_line_and_at_the_limit():
    lon, lat = np.array([179.9, -179.9, 0.0, 0.0]), np.array([0.0, 0, 89.9, 60.0])
    km = great_circle_km(lon[:1], lat[:1], lon[1:2], lat[1:2])[0, 0]
    assert within_distance(lon, lat, km).of(0).tolist() == [1]
    assert within_distance(lon, lat, km * 0.999).of(0).tolist() == []
    assert within_distance(lon, lat, 30_000).counts.tolist() == [3, 3, 3, 3]


def test_cities_at_one_place_are_neighbours_and_not_their_own():
    lon, lat = np.array([5.0, 5, 5, 6]), np.array([50.0, 50, 50, 50])
    nearest = k_nearest(lon, lat, 2)
    assert [nearest.of(i).tolist() for i in range(3)] == [[1, 2], [0, 2], [0, 1]]
    for k in (1, 2):
        assert all(i not in k_nearest(lon, lat, k).of(i) for i in range(4))
    assert within_distance(lon, lat, 1).counts.tolist() == [2, 2, 2, 0]


def test_some_of_the_cities():
    neighbours = from_pairs(4, np.array([3, 0, 1, 1, 2]), np.array([2, 1, 0, 2, 1]))
    assert [neighbours.of(i).tolist() for i in range(4)] == [[1], [0, 2], [1], [2]]
    kept = neighbours.take(np.array([0, 1, 3]))
    assert [kept.of(i).tolist() for i in range(3)] == [[1], [0], []]
    assert kept.islands.tolist() == [2]


def test_numbers_that_make_no_neighbours():
    lon = lat = np.arange(3.0)
    with pytest.raises(
        InputError, match=r"3 nearest neighbours need at least 4 cities .* 3 cities"
    ):
        k_nearest(lon, lat, 3)
    with pytest.raises(InputError, match="distance of neighbours is 0 km"):
        within_distance(lon, lat, 0)
