"""Mega-Region Analyst: unevenness and roles of cities in mega-regions, for QGIS."""


def classFactory(iface):  # noqa: ANN001, ANN201, N802 (the name QGIS calls; nothing is imported before it)
    """Return the plugin object for the running QGIS."""
    from .megaregion_plugin.plugin import MegaRegionPlugin

    return MegaRegionPlugin(iface)
