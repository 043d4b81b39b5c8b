"""Rasters of night light read over the cities."""
