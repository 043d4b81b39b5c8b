"""The plugin object QGIS creates: it registers the Processing provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

if TYPE_CHECKING:
    from ..processing_algorithms.provider import MegaRegionProvider


class MegaRegionPlugin:
    """Adds the algorithms to the Processing toolbox and takes them away again."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface  # None under qgis_process
        self.provider: MegaRegionProvider | None = None

    def initProcessing(self) -> None:  # noqa: N802 (QGIS name)
        """Register the provider; qgis_process calls this instead of initGui."""
        from ..processing_algorithms.provider import MegaRegionProvider

        self.provider = MegaRegionProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802 (QGIS name)
        """Start in the desktop."""
        self.initProcessing()

    def unload(self) -> None:
        """Remove the provider."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
