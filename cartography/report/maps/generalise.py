"""Outlines with no more detail than the report's maps can show."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMapToPixelSimplifier,
    QgsMemoryProviderUtils,
    QgsPrintLayout,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ....layers.compat import VISVALINGAM

# Of the extent's diagonal: a fifth of a millimetre on a page that shows all of it, on the page of
# one mega-region, and on a map in a corner that shows all.
WHOLE, PART, SMALL = 1300, 4000, 500
_SMALL_MAPS = {"locator"}
_BATCH = 500  # features held at a time


class Generaliser:
    """Lets layouts draw generalised copies of their polygons.

    Published outlines have hundreds of times the vertices a page can show; drawn as they are, they
    make the maps slow and the PDF large. The copies live in memory, the project's layers stay as
    they are. Lines are thinned by the area of the triangle at each vertex (Visvalingam & Whyatt
    1993), which treats both sides of a border alike.
    """

    def __init__(self) -> None:
        self._layers: dict[tuple[str, int], QgsMapLayer] = {}
        # By digest: the outlines themselves are larger than all that is drawn.
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
                    detail = min(steps, SMALL) if item.id() in _SMALL_MAPS else steps
                    copies = {layer.id(): self._copy_of(layer, detail) for layer in item.layers()}
                    styles = item.layerStyleOverrides()
                    item.setLayers(list(copies.values()))
                    item.setLayerStyleOverrides(
                        {copies[place].id(): style for place, style in styles.items()}
                    )

    def release(self) -> None:
        """Let go of the copies; the layouts have nothing to draw then."""
        self._layers.clear()
        self._geometries.clear()

    def _copy_of(self, layer: QgsMapLayer, steps: int) -> QgsMapLayer:
        polygons = QgsWkbTypes.GeometryType.PolygonGeometry
        if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != polygons:
            return layer
        key = layer.id(), steps
        if key not in self._layers:
            self._layers[key] = self._copied(layer, steps)
        return self._layers[key]

    def _copied(self, layer: QgsVectorLayer, steps: int) -> QgsVectorLayer:
        extent = layer.extent()
        tolerance = (extent.width() ** 2 + extent.height() ** 2) ** 0.5 / steps
        simplifier = QgsMapToPixelSimplifier(
            QgsMapToPixelSimplifier.SimplifyFlag.SimplifyGeometry,
            tolerance,
            VISVALINGAM,
        )
        copy = QgsMemoryProviderUtils.createMemoryLayer(
            layer.name(), layer.fields(), layer.wkbType(), layer.crs()
        )
        request = QgsFeatureRequest().setSubsetOfAttributes(_drawn_by(layer))
        drawn = []
        for feature in layer.getFeatures(request):
            geometry = feature.geometry()
            if not geometry.isNull():
                # Most layers of a report hold the same polygons.
                key = blake2b(geometry.asWkb().data()).digest(), steps
                if key not in self._geometries:
                    self._geometries[key] = _compact(simplifier.simplify(geometry))
                feature.setGeometry(self._geometries[key])
            drawn.append(feature)
            if len(drawn) == _BATCH:
                copy.dataProvider().addFeatures(drawn)
                drawn = []
        copy.dataProvider().addFeatures(drawn)
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        style.writeToLayer(copy)
        return copy


def _drawn_by(layer: QgsVectorLayer) -> list[int]:
    """Places of the fields that style and labels ask for; those of many cities take much room."""
    context = QgsRenderContext()
    context.expressionContext().appendScopes(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    )
    names = set(layer.renderer().usedAttributes(context))
    if layer.labelsEnabled():
        names |= layer.labeling().settings().referencedFields(context)
    if QgsFeatureRequest.ALL_ATTRIBUTES in names:
        return list(layer.attributeList())
    return [place for name in names if (place := layer.fields().lookupField(name)) >= 0]


def _compact(geometry: QgsGeometry) -> QgsGeometry:
    """The same in less memory: lines that QGIS has thinned keep the room of all their vertices."""
    copy = QgsGeometry()
    copy.fromWkb(geometry.asWkb())
    return copy
