"""Mega-Region Analyst: unevenness and roles of cities in mega-regions, for QGIS."""


def classFactory(iface):  # noqa: N802 (the name QGIS calls)
    """Return the plugin object for the running QGIS."""
    from .megaregion_plugin.plugin import MegaRegionPlugin

    return MegaRegionPlugin(iface)
