"""Where a raster's cells lie on the earth: their ground area, and whether the map wraps around."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from osgeo import gdal, osr

from ...measures.errors import InputError
from ...measures.grids import Grid
from ...measures.light.areas import CellAreas, Ellipsoid, geographic_areas, projected_areas
from ...measures.texts import tr

_LATITUDES = (-50.0, 0.0, 30.0)  # where a cylindrical projection is told by its even meridians


def reference_of(wkt: str) -> osr.SpatialReference:
    """The coordinate system, with x to the east and y to the north, without heights."""
    reference = osr.SpatialReference()
    if wkt:
        reference.ImportFromWkt(wkt)
    if reference.IsCompound():
        reference.StripVertical()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


@lru_cache(maxsize=64)
def period_of(wkt: str) -> float | None:
    """Width of the full circle in the unit of x, None where the map does not wrap around.

    It does in degrees, and in cylindrical projections such as Web Mercator, where a place beyond
    180° is drawn one circumference further on.
    """
    reference = reference_of(wkt)
    if reference.IsGeographic():
        return 2 * math.pi / reference.GetAngularUnits()
    if not reference.IsProjected():
        return None
    # Away from the seam of maps of any centre, evenly spaced meridians are evenly spaced.
    longitudes = np.arange(-179.0, 180.0, 2.0)
    widths = []
    for latitude in _LATITUDES:
        points = np.column_stack((longitudes, np.full(len(longitudes), latitude)))
        placed = _transformed(reference.CloneGeogCS(), reference, points)
        steps = np.diff(placed[:, 0])
        width = float(np.median(steps))
        even = np.isclose(steps, width, rtol=1e-9, atol=0)
        flat = np.ptp(placed[:, 1]) <= 1e-9 * abs(width)
        if not (width > 0 and flat and even.sum() >= len(even) - 1):
            return None
        widths.append(width * 180.0)
    return widths[0] if np.ptp(widths) <= 1e-9 * widths[0] else None


def cell_areas(grid: Grid, wkt: str, name: str) -> CellAreas:
    """Ground area of the grid's cells.

    Args:
        grid: a raster's.
        wkt: its coordinate system.
        name: of the raster, for messages.

    Raises:
        InputError: the coordinate system has no place on the earth.
    """
    reference = reference_of(wkt)
    base = reference.CloneGeogCS() if reference.IsGeographic() or reference.IsProjected() else None
    if base is None:
        raise InputError(
            tr(
                "The coordinate system of raster '{name}' has no place on the earth: assign "
                "the right one, such as EPSG:4326."
            ).format(name=name)
        )
    ellipsoid = Ellipsoid(reference.GetSemiMajor(), reference.GetSemiMinor())
    if reference.IsGeographic() and grid.is_north_up:
        return geographic_areas(grid, ellipsoid, reference.GetAngularUnits())
    base.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    radians = base.GetAngularUnits()

    def locate(points: np.ndarray) -> np.ndarray:
        if reference.IsGeographic():
            return points * radians
        return _transformed(reference, base, points) * radians

    return projected_areas(grid, locate, ellipsoid)


def _transformed(
    source: osr.SpatialReference, target: osr.SpatialReference, points: np.ndarray
) -> np.ndarray:
    """Points of shape (n, 2) in another coordinate system, NaN where they have no place there."""
    for reference in (source, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        transformation = osr.CoordinateTransformation(source, target)
        moved = np.array(transformation.TransformPoints(points.tolist()), dtype=float)[:, :2]
    except RuntimeError:
        return np.full(points.shape, np.nan)
    finally:
        gdal.PopErrorHandler()
    moved[~np.isfinite(moved).all(axis=1)] = np.nan
    return moved
