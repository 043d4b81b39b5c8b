"""Night light as it is downloaded, made into one raster a date; GDAL and numpy, no QGIS."""
