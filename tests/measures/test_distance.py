"""Great-circle distances by the angle between vectors, and at the ends of the earth."""

import numpy as np
import pytest
from megaregion.measures.distance import EARTH_RADIUS_KM, great_circle_km


def vectors(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def between(*places):
    (lon, lat), (other_lon, other_lat) = places
    one = great_circle_km(*(np.array([float(v)]) for v in (lon, lat, other_lon, other_lat)))
    return float(one[0, 0])


def test_angles_between_vectors():
    generator = np.random.default_rng(0)
    lon, lat = generator.uniform(-180, 180, 40), generator.uniform(-90, 90, 40)
    other_lon, other_lat = generator.uniform(-180, 180, 30), generator.uniform(-90, 90, 30)
    one, other = vectors(lon, lat), vectors(other_lon, other_lat)
    cosine = np.einsum("ki,kj->ij", one, other)
    sine = np.linalg.norm(np.cross(one.T[:, None], other.T[None]), axis=2)
    found = great_circle_km(lon, lat, other_lon, other_lat)
    assert found.shape == (40, 30)
    np.testing.assert_allclose(found, EARTH_RADIUS_KM * np.arctan2(sine, cosine), rtol=1e-9)
    np.testing.assert_allclose(great_circle_km(other_lon, other_lat, lon, lat), found.T, rtol=1e-12)


@pytest.mark.parametrize(
    ("places", "share"),
    [
        (((0, 0), (180, 0)), 0.5),
        (((0, 90), (77, -90)), 0.5),
        (((10, 0), (10, 90)), 0.25),
        (((0, 0), (90, 0)), 0.25),
        (((-179, 0), (179, 0)), 2 / 360),
        (((5, 60), (185, 60)), 60 / 360),  # over the pole
        (((12, 34), (12, 34)), 0),
        (((12, 90), (99, 90)), 0),
    ],
)
def test_parts_of_a_great_circle(places, share):
    assert between(*places) == pytest.approx(share * 2 * np.pi * EARTH_RADIUS_KM, abs=1e-6)


def test_near_places_keep_their_digits():
    """A millionth of a degree is 11 cm."""
    assert between((100, 30), (100, 30.000001)) == pytest.approx(1.1119508e-4, rel=1e-6)


def test_missing_places_have_no_distance():
    assert np.isnan(between((np.nan, 1), (2, 3)))
