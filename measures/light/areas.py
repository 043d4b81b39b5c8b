"""Ground area of grid cells."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from ..grids import Grid


def projected_cell_areas(grid: Grid, metres_per_unit: float) -> np.ndarray:
    """Area of a cell of each row in km² on the map's plane, all alike, shape (rows,)."""
    return np.full(grid.rows, grid.cell_area * metres_per_unit**2 / 1e6)


def geographic_cell_areas(grid: Grid, semi_major: float, semi_minor: float) -> np.ndarray:
    """Ellipsoidal area of a cell of each row in km², shape (rows,).

    Args:
        grid: a grid in degrees whose rows run along parallels.
        semi_major: equatorial radius of the ellipsoid in metres.
        semi_minor: polar radius of the ellipsoid in metres.

    Raises:
        InputError: the grid is rotated, so that cells of one row differ in area.

    Source: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
    equation 3-12: the area of a zone from the equator.
    """
    if not grid.is_north_up:
        raise InputError(
            "The grid is rotated and in degrees: warp the raster to a north-up grid first."
        )
    edges = grid.transform[3] + grid.transform[5] * np.arange(grid.rows + 1)
    zone = _zone_area(np.radians(np.clip(edges, -90.0, 90.0)), semi_major, semi_minor)
    return np.abs(np.diff(zone)) * np.radians(abs(grid.transform[1])) / 1e6


def _zone_area(latitude: np.ndarray, semi_major: float, semi_minor: float) -> np.ndarray:
    """Area in m² between the equator and each latitude, for one radian of longitude."""
    sine = np.sin(latitude)
    e2 = 1 - (semi_minor / semi_major) ** 2
    if e2 < 1e-12:  # a sphere, where the formula divides by zero
        return semi_major**2 * sine
    e = np.sqrt(e2)
    return semi_minor**2 / 2 * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e)
