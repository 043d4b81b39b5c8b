"""What QGIS sees: the plugin object and its provider registration."""
