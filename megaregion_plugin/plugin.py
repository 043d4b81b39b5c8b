"""The plugin object QGIS creates: it registers the Processing provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu

    from ..processing_algorithms.provider import MegaRegionProvider


class MegaRegionPlugin:
    """Adds the algorithms to the Processing toolbox and takes them away again."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface  # None under qgis_process
        self.provider: MegaRegionProvider | None = None
        self.menu: QMenu | None = None

    def initProcessing(self) -> None:  # noqa: N802 (QGIS name)
        """Register the provider; qgis_process calls this instead of initGui."""
        from ..layers.language import use_language_of_qgis
        from ..layers.packages import use_own_folder
        from ..processing_algorithms.provider import MegaRegionProvider

        use_own_folder()
        use_language_of_qgis()
        self.provider = MegaRegionProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802 (QGIS name)
        """Start in the desktop."""
        from ..layers.packages import INSTALL_ENTRY, MENU

        self.initProcessing()
        self.menu = self.iface.pluginMenu().addMenu(MENU)
        self.menu.addAction(INSTALL_ENTRY).triggered.connect(self._open_installer)

    def unload(self) -> None:
        """Remove the provider and the menu."""
        if self.menu is not None:
            self.menu.deleteLater()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None

    def _open_installer(self) -> None:
        """Ask whether and from where to install scikit-learn."""
        from .install_dialog import InstallDialog

        InstallDialog(self.iface.mainWindow()).exec()
