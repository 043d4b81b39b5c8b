"""A small map of a layer as a picture inside an HTML page."""

from __future__ import annotations

import base64
import html
from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from .styles import has_geometry

_WIDTH, _HEIGHT = 1400, 1000  # pixels
_DOTS_PER_INCH = 190  # symbols as large as on a page of 19 cm


def map_picture(
    layer: QgsVectorLayer, style: Callable[[QgsVectorLayer], None], description: str
) -> str | None:
    """An `<img>` element with the styled layer; None where it has nothing to draw.

    Args:
        layer: drawn as a copy, so that its own style stays.
        style: the style of the copy.
        description: what is seen, for those who cannot see it.
    """
    if not has_geometry(layer) or layer.extent().isEmpty():
        return None
    copy = layer.clone()
    style(copy)
    settings = QgsMapSettings()
    settings.setLayers([copy])
    settings.setOutputSize(QSize(_WIDTH, _HEIGHT))
    settings.setOutputDpi(_DOTS_PER_INCH)
    settings.setBackgroundColor(QColor("white"))
    crs, extent = _equal_area(layer)
    settings.setDestinationCrs(crs)
    extent.scale(1.04)
    settings.setExtent(extent)
    image = QImage(QSize(_WIDTH, _HEIGHT), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return (
        f'<img alt="{html.escape(description)}" width="100%" '
        f'src="data:image/png;base64,{_as_text(image)}">'
    )


def _equal_area(layer: QgsVectorLayer) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
    """The layer's CRS and extent; for degrees an equal-area one around the layer's middle."""
    crs, extent = layer.crs(), layer.extent()
    if not crs.isGeographic():
        return crs, extent
    middle = extent.center()
    flat = QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={middle.y():.4f} +lon_0={middle.x():.4f} +datum=WGS84 +units=m"
    )
    try:
        to_flat = QgsCoordinateTransform(crs, flat, QgsProject.instance().transformContext())
        return flat, to_flat.transformBoundingBox(extent)
    except QgsCsException:  # the whole globe, for one, has no place on a flat map
        return crs, extent


def _as_text(image: QImage) -> str:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return base64.b64encode(bytes(data)).decode("ascii")
