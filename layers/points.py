"""One point for each row of a layer, as longitude and latitude."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..measures.errors import InputError
from ..measures.texts import tr


def representative_points(
    source: QgsProcessingFeatureSource,
    ids: np.ndarray,
    transform_context: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Longitude and latitude (WGS 84, degrees) of a point on each row's geometry, shape (n, 2).

    The point lies on the polygon or line, unlike a centroid, which may lie in a neighbour's area.

    Args:
        source: a layer with geometry.
        ids: feature ids of its rows.
        transform_context: the project's, for the way from the layer's CRS.

    Returns:
        NaN where a row has no geometry.

    Raises:
        InputError: the layer has no geometry or no CRS, or a point cannot be transformed.
    """
    layer = source.sourceName()
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise InputError(
            tr(
                "Layer '{layer}' has no geometry, so distances between cities are unknown: "
                "choose a layer with points or polygons, or a setting that needs no "
                "distances."
            ).format(layer=layer)
        )
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InputError(
            tr(
                "Layer '{layer}' has no coordinate reference system, so distances between "
                "cities are unknown: assign one to the layer."
            ).format(layer=layer)
        )
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem("EPSG:4326"), transform_context
    )
    row_of = {int(identifier): row for row, identifier in enumerate(ids)}
    points = np.full((len(ids), 2), np.nan)
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(request, flags):
        row = row_of.get(feature.id())
        if row is None:
            continue
        on_surface = feature.geometry().pointOnSurface()
        if on_surface.isEmpty():
            continue
        try:
            point = to_degrees.transform(on_surface.asPoint())
        except QgsCsException:
            raise InputError(
                tr(
                    "A city of layer '{layer}' (feature {id}) lies where {authid} cannot be "
                    "turned into longitude and latitude: check the layer's coordinate "
                    "reference system."
                ).format(layer=layer, id=feature.id(), authid=crs.authid())
            ) from None
        points[row] = point.x(), point.y()
    return points
