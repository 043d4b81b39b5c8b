"""The mathematics: numpy arrays in, plain results out; no QGIS, no GDAL, no files."""
