"""QGIS and GDAL to arrays and back: attributes and rasters read, sinks written."""
