"""Layouts as pictures."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF


def export_png(
    layout: QgsPrintLayout, path: Path, dots_per_inch: int, part: QRectF | None = None
) -> None:
    """Write the layout's page as a picture.

    Args:
        layout: with a page.
        path: of the picture.
        dots_per_inch: of the picture.
        part: of the page in millimetres, where not all of it is wanted.

    Raises:
        OSError: the file cannot be written.
    """
    if part is not None:
        picture = QgsLayoutExporter(layout).renderRegionToImage(part, dpi=dots_per_inch)
        if picture.isNull() or not picture.save(str(path)):
            raise OSError(f"The map {path} could not be written.")
        return
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dots_per_inch
    # QGIS then tries to georeference the picture, which GDAL cannot do for PNG and says so.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    gdal.PopErrorHandler()
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"The map {path} could not be written.")
