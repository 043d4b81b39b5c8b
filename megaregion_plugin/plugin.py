"""The plugin object QGIS creates: provider, expression functions, menu and panel.

Nothing heavy is imported here: QGIS starts with it. The panel is made when it is first opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu

    from ..processing_algorithms.provider import MegaRegionProvider
    from .panel.dock import Panel


class MegaRegionPlugin:
    """Adds the algorithms, the panel and the menu, and takes them away again."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface  # None under qgis_process
        self.provider: MegaRegionProvider | None = None
        self.menu: QMenu | None = None
        self.tool: Any = None  # the button in the toolbar
        self.panel: Panel | None = None

    def initProcessing(self) -> None:  # noqa: N802 (QGIS name)
        """Register the provider; qgis_process calls this instead of initGui."""
        from ..layers.language import use_language_of_qgis
        from ..layers.packages import use_own_folder
        from ..processing_algorithms.provider import MegaRegionProvider
        from .expressions import register

        use_own_folder()
        use_language_of_qgis()
        self.provider = MegaRegionProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        register()

    def initGui(self) -> None:  # noqa: N802 (QGIS name)
        """Start in the desktop."""
        from ..layers.packages import INSTALL_ENTRY, MENU
        from ..measures.texts import tr

        self.initProcessing()
        icon = QgsApplication.processingRegistry().providerById("megaregion").icon()
        menu = self.menu = self.iface.pluginMenu().addMenu(icon, MENU)
        self.tool = menu.addAction(icon, tr("Panel"))
        self.tool.setToolTip(MENU)
        self.tool.triggered.connect(lambda *_: self.open_panel())
        self.iface.addToolBarIcon(self.tool)
        menu.addAction(tr("Load the example")).triggered.connect(
            lambda *_: self.open_panel().load_example()
        )
        menu.addAction(tr("Run the example")).triggered.connect(
            lambda *_: self.open_panel().run_example()
        )
        menu.addSeparator()
        library = menu.addAction(tr("Add models, styles and project template to QGIS"))
        library.triggered.connect(lambda *_: self._add_library())
        menu.addAction(tr("Help")).triggered.connect(lambda *_: self._open_help())
        menu.addAction(tr(INSTALL_ENTRY)).triggered.connect(lambda *_: self._open_installer())

    def open_panel(self) -> Panel:
        """Show the panel, which is made the first time."""
        if self.panel is None:
            from qgis.PyQt.QtCore import Qt

            from .panel.dock import Panel

            self.panel = Panel(self.iface, self.iface.mainWindow())
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.show()
        self.panel.raise_()
        return self.panel

    def unload(self) -> None:
        """Take away everything that was added."""
        from .expressions import unregister

        unregister()
        if self.panel is not None:
            self.panel.let_go()
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        if self.tool is not None:
            self.iface.removeToolBarIcon(self.tool)
            self.tool = None
        if self.menu is not None:
            self.menu.deleteLater()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None

    def _add_library(self) -> None:
        """Copy models, styles and the project template to where QGIS looks for them."""
        from .library import add_to_profile

        self.iface.messageBar().pushMessage("Mega-Region Analyst", add_to_profile())

    def _open_help(self) -> None:
        """Open the first page of the help; a checkout makes it with `./dev help`."""
        from qgis.PyQt.QtCore import QUrl
        from qgis.PyQt.QtGui import QDesktopServices

        from ..layers.language import help_page
        from ..measures.texts import tr

        page = help_page("index.html")
        if page is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
        else:
            words = tr("The help pages are not there; ./dev help makes them in a checkout.")
            self.iface.messageBar().pushMessage("Mega-Region Analyst", words)

    def _open_installer(self) -> None:
        """Ask whether and from where to install scikit-learn."""
        from .install_dialog import InstallDialog

        InstallDialog(self.iface.mainWindow()).exec()
