"""Layouts as pictures."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import QgsLayoutExporter, QgsPrintLayout


def export_png(layout: QgsPrintLayout, path: Path, dots_per_inch: int) -> None:
    """Write the layout's page as a picture.

    Raises:
        OSError: the file cannot be written.
    """
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dots_per_inch
    # QGIS then tries to georeference the picture, which GDAL cannot do for PNG and says so.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    gdal.PopErrorHandler()
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"The map {path} could not be written.")
