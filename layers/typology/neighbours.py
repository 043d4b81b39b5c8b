"""Neighbours of cities that are joined into connected types."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...measures.errors import InputError
from ...measures.neighbours import Neighbours, k_nearest
from ...measures.texts import tr
from ...measures.typology.connected import bridged
from ..fields import name_some
from ..neighbours import edge_neighbours
from ..points import representative_points
from ..rows import features

NEAREST = 4  # neighbours of a point


def connected_neighbours(
    source: QgsProcessingFeatureSource,
    ids: np.ndarray,
    labels: list[str],
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsProcessingFeedback,
) -> tuple[Neighbours, np.ndarray]:
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
        The neighbours, both ways; longitude and latitude of the cities, shape (n, 2).

    Raises:
        InputError: the layer or a city has no geometry.
    """
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise InputError(
            tr(
                "Layer '{sourcename}' has no geometry, so neighbours are unknown: choose a "
                "layer with points or polygons, or a METHOD without connected types."
            ).format(sourcename=source.sourceName())
        )
    points = representative_points(source, ids, transform_context)
    placeless = [labels[i] for i in np.flatnonzero(np.isnan(points).any(axis=1))]
    if placeless:
        raise InputError(
            tr(
                "Without a geometry in layer '{sourcename}': {names}; types cannot be "
                "connected, so give them one or leave them out."
            ).format(sourcename=source.sourceName(), names=name_some(placeless))
        )
    if QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
        neighbours = edge_neighbours(_outlines(source, ids))
    else:
        neighbours = k_nearest(*points.T, min(NEAREST, len(ids) - 1))
    neighbours, joined = bridged(neighbours, points)
    if joined:
        pairs = [f"{labels[a]} - {labels[b]}" for a, b in joined]
        feedback.pushWarning(
            tr("Joined to the nearest, because they touch no other: {names}.").format(
                names=name_some(pairs)
            )
        )
    return neighbours, points


def _outlines(source: QgsProcessingFeatureSource, ids: np.ndarray) -> list[QgsGeometry]:
    """The rows' polygons, in the order of `ids`."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    shapes = {feature.id(): feature.geometry() for feature in features(source, request)}
    return [shapes[int(identifier)] for identifier in ids]
