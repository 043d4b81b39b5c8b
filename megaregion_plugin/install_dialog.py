"""The dialog that installs scikit-learn, if and only if the user asks for it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..layers.packages import is_installed, own_folder
from .installer import PACKAGE, Installation, constraints


class InstallDialog(QDialog):
    """Asks where from, shows what pip does, and says how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Install scikit-learn")
        self.resize(560, 420)
        held = " and ".join(constraints().replace("==", " ").splitlines())
        about = QLabel(
            "'City types' needs the Python package scikit-learn, which QGIS does not "
            f"bring along. It is installed for you alone, into {own_folder()}; {held} of QGIS stay "
            "as they are. Delete the folder to undo it."
        )
        about.setWordWrap(True)
        self.online = QRadioButton("From the internet (about 15 MB)")
        self.online.setChecked(True)
        self.offline = QRadioButton("From a folder of wheels:")
        self.folder = QLineEdit()
        self.folder.textEdited.connect(lambda: self.offline.setChecked(True))
        browse = QPushButton("…")
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        for widget in (self.offline, self.folder, browse):
            row.addWidget(widget)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.installation = Installation(self)
        self.installation.said.connect(self.log.appendPlainText)
        self.installation.ended.connect(self._show_end)
        already = is_installed(PACKAGE)
        self.result = QLabel("scikit-learn is already there." if already else "Not installed yet.")
        self.result.setWordWrap(True)
        self.install = QPushButton("Install")
        self.install.clicked.connect(self.start)
        self.close_button = QPushButton("Close")
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.install)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        for item in (about, self.online):
            layout.addWidget(item)
        layout.addLayout(row)
        for item in (self.progress, self.log, self.result):
            layout.addWidget(item)
        layout.addLayout(buttons)

    def start(self) -> None:
        """Install from where the user chose."""
        wheels = self.folder.text().strip() if self.offline.isChecked() else None
        if wheels == "":
            self.result.setText("Choose the folder with the wheels first.")
            return
        self.log.clear()
        self.install.setEnabled(False)
        self.close_button.setText("Cancel")
        self.progress.setRange(0, 0)  # busy: pip does not say how far it is
        self.result.setText("Installing…")
        self.installation.start(wheels)

    def reject(self) -> None:
        """Escape and the window's own close button stop a running installation."""
        if self.installation.is_running():
            self.installation.cancel()
            return
        super().reject()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Folder of wheels")
        if folder:
            self.folder.setText(folder)
            self.offline.setChecked(True)

    def _show_end(self, ready: bool, message: str) -> None:
        self.progress.setRange(0, 1)
        self.progress.setValue(int(ready))
        self.install.setEnabled(not ready)
        self.close_button.setText("Close")
        self.result.setText(message)
