"""Distances on the earth's surface."""

from __future__ import annotations

import numpy as np

EARTH_RADIUS_KM = 6371.0088  # mean radius of GRS 80, Moritz (2000)


def great_circle_km(
    lon: np.ndarray, lat: np.ndarray, other_lon: np.ndarray, other_lat: np.ndarray
) -> np.ndarray:
    """Great-circle distances on a sphere by the haversine formula, in kilometres.

    The sphere is within 0.6 % of the ellipsoid, which is enough to tell which core is nearest.

    Args:
        lon: longitudes in degrees, shape (n,).
        lat: latitudes in degrees, shape (n,).
        other_lon: longitudes in degrees, shape (m,).
        other_lat: latitudes in degrees, shape (m,).

    Returns:
        Shape (n, m).

    Examples:
        The airports of Nashville and Los Angeles, 2,886 km apart:

        >>> one, other = (-86.67, 36.12), (-118.40, 33.94)
        >>> float(great_circle_km(*np.array([*one, *other])[:, None])[0, 0].round(1))
        2886.4
    """
    lon, lat, other_lon, other_lat = (np.radians(a) for a in (lon, lat, other_lon, other_lat))
    across = np.sin((other_lat[None, :] - lat[:, None]) / 2) ** 2
    along = np.sin((other_lon[None, :] - lon[:, None]) / 2) ** 2
    chord = across + np.cos(lat)[:, None] * np.cos(other_lat)[None, :] * along
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
