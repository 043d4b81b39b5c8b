"""Outlines with no more detail than the report's maps can show."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMapToPixelSimplifier,
    QgsPrintLayout,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ....layers.compat import VISVALINGAM

# Of the extent's diagonal: a fifth of a millimetre on a page that shows all of it, and a third of
# one on the page of one mega-region.
WHOLE, PART = 1300, 6000


class Generaliser:
    """Lets layouts draw generalised copies of their polygons.

    Published outlines have hundreds of times the vertices a page can show; drawn as they are, they
    make the maps slow and the PDF large. The copies live in memory, the project's layers stay as
    they are. Lines are thinned by the area of the triangle at each vertex (Visvalingam & Whyatt
    1993), which treats both sides of a border alike.
    """

    def __init__(self) -> None:
        self._layers: dict[tuple[str, int], QgsMapLayer] = {}
        self._geometries: dict[tuple[bytes, int], QgsGeometry] = {}

    def apply(self, layouts: Iterable[QgsPrintLayout], steps: int) -> None:
        """Put the copies in place of the layers in all maps of the layouts.

        Args:
            layouts: with maps.
            steps: how many of the smallest details go into the extent's diagonal.
        """
        for layout in layouts:
            for item in layout.items():
                if isinstance(item, QgsLayoutItemMap):
                    item.setLayers([self._copy_of(layer, steps) for layer in item.layers()])

    def _copy_of(self, layer: QgsMapLayer, steps: int) -> QgsMapLayer:
        polygons = QgsWkbTypes.GeometryType.PolygonGeometry
        if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != polygons:
            return layer
        key = layer.id(), steps
        if key not in self._layers:
            self._layers[key] = self._copied(layer, steps)
        return self._layers[key]

    def _copied(self, layer: QgsVectorLayer, steps: int) -> QgsVectorLayer:
        copy = layer.materialize(QgsFeatureRequest())
        extent = layer.extent()
        tolerance = (extent.width() ** 2 + extent.height() ** 2) ** 0.5 / steps
        simplifier = QgsMapToPixelSimplifier(
            QgsMapToPixelSimplifier.SimplifyFlag.SimplifyGeometry,
            tolerance,
            VISVALINGAM,
        )
        changed = {}
        for feature in copy.getFeatures():
            if feature.hasGeometry():
                # Most layers of a report hold the same polygons.
                key = feature.geometry().asWkb().data(), steps
                if key not in self._geometries:
                    self._geometries[key] = simplifier.simplify(feature.geometry())
                changed[feature.id()] = self._geometries[key]
        copy.dataProvider().changeGeometryValues(changed)
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        style.writeToLayer(copy)
        return copy
