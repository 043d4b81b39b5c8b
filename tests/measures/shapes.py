"""Shapely's shapes as the arrays of the measures."""

import numpy as np
from megaregion.measures.grids import Polygons


def to_polygons(shapes):
    """Shapely polygons and multipolygons as arrays."""
    result = []
    for shape in shapes:
        rings = []
        for part in getattr(shape, "geoms", [shape]):
            if part.is_empty:
                continue
            rings.append((np.asarray(part.exterior.coords), False))
            rings += [(np.asarray(hole.coords), True) for hole in part.interiors]
        result.append(rings)
    return Polygons.from_rings(result)
