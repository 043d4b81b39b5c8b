"""Neighbours of cities that are joined into connected types."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..measures.errors import InputError
from ..measures.typology.connected import bridged
from .attributes import name_some
from .points import representative_points

NEAREST = 4  # neighbours of a point


def connected_neighbours(
    source: QgsProcessingFeatureSource,
    ids: np.ndarray,
    labels: list[str],
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsProcessingFeedback,
) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """A connected graph of neighbours and the cities' places.

    Polygons that share an edge are neighbours; of points and lines the four nearest. Parts that
    touch no other are joined at their nearest cities, which the log names.

    Args:
        source: a layer with geometry.
        ids: feature ids of the n cities.
        labels: their names.
        transform_context: the project's.
        feedback: told what was joined.

    Returns:
        `indptr` and `indices` of the graph; longitude and latitude, shape (n, 2).

    Raises:
        InputError: the layer or a city has no geometry.
    """
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise InputError(
            f"Layer '{source.sourceName()}' has no geometry, so neighbours are unknown: choose a "
            "layer with points or polygons, or a METHOD without connected types."
        )
    points = representative_points(source, ids, transform_context)
    placeless = [labels[i] for i in np.flatnonzero(np.isnan(points).any(axis=1))]
    if placeless:
        raise InputError(
            f"Without a geometry in layer '{source.sourceName()}': {name_some(placeless)}; types "
            "cannot be connected, so give them one or leave them out."
        )
    if QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
        indptr, indices = _touching(source, ids)
    else:
        indptr, indices = _nearest(points)
    indptr, indices, joined = bridged(indptr, indices, points)
    if joined:
        pairs = [f"{labels[a]} - {labels[b]}" for a, b in joined]
        feedback.pushWarning(
            f"Joined to the nearest, because they touch no other: {name_some(pairs)}."
        )
    return (indptr, indices), points


def _touching(source: QgsProcessingFeatureSource, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Polygons that share an edge, not only a corner, as compressed rows."""
    import shapely

    request = QgsFeatureRequest().setSubsetOfAttributes([])
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    shapes = {f.id(): bytes(f.geometry().asWkb()) for f in source.getFeatures(request, flags)}
    polygons = shapely.make_valid(shapely.from_wkb([shapes[int(i)] for i in ids]))
    tree = shapely.STRtree(polygons)
    i, j = tree.query(polygons, predicate="intersects")
    i, j = i[i != j], j[i != j]
    edges = shapely.length(shapely.intersection(shapely.boundary(polygons[i]), polygons[j]))
    i, j = i[edges > 0], j[edges > 0]
    order = np.lexsort((j, i))
    return np.searchsorted(i[order], np.arange(len(ids) + 1)), j[order]


def _nearest(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The four nearest of each point as compressed rows."""
    from scipy.spatial import cKDTree

    lon, lat = np.radians(points).T
    on_sphere = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    number = min(NEAREST + 1, len(points))
    found = cKDTree(on_sphere).query(on_sphere, number)[1].reshape(len(points), number)
    others = [[other for other in row if other != i][:NEAREST] for i, row in enumerate(found)]
    return np.cumsum([0, *map(len, others)]), np.concatenate(others).astype(int)
