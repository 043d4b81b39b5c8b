"""Rasters of night light read over the cities.

What a worker runs (`reading`, `tasks`) and what calls it (`workers`, `ground`) need GDAL and numpy,
not QGIS; `rasters`, `summarise`, `tables` and `log` speak to QGIS.
"""
