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

from ..layers.packages import is_installed, own_folder, why_unusable
from ..measures.texts import tr
from .installer import PACKAGE, Installation, constraints


class InstallDialog(QDialog):
    """Asks where from, shows what pip does, and says how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Install scikit-learn"))
        self.resize(560, 420)
        held = tr(", ").join(constraints().replace("==", " ").splitlines())
        about = QLabel(
            tr(
                "'City types' needs the Python package scikit-learn, which QGIS does not bring "
                "along. It is installed for you alone, into {folder}; {packages} of QGIS stay as "
                "they are. Delete the folder to undo it."
            ).format(folder=own_folder(), packages=held)
        )
        about.setWordWrap(True)
        self.online = QRadioButton(tr("From the internet (about 15 MB)"))
        self.online.setChecked(True)
        self.offline = QRadioButton(tr("From a folder of wheels:"))
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
        state = tr("Not installed yet.")
        if is_installed(PACKAGE):
            state = why_unusable(PACKAGE) or tr("scikit-learn is already there.")
        self.result = QLabel(state)
        self.result.setWordWrap(True)
        self.install = QPushButton(tr("Install"))
        self.install.clicked.connect(self.start)
        self.close_button = QPushButton(tr("Close"))
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
            self.result.setText(tr("Choose the folder with the wheels first."))
            return
        self.log.clear()
        self.install.setEnabled(False)
        self.close_button.setText(tr("Cancel"))
        self.progress.setRange(0, 0)  # busy: pip does not say how far it is
        self.result.setText(tr("Installing…"))
        self.installation.start(wheels)

    def reject(self) -> None:
        """Escape and the window's own close button stop a running installation."""
        if self.installation.is_running():
            self.installation.cancel()
            return
        super().reject()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of wheels"))
        if folder:
            self.folder.setText(folder)
            self.offline.setChecked(True)

    def _show_end(self, ready: bool, message: str) -> None:
        self.progress.setRange(0, 1)
        self.progress.setValue(int(ready))
        self.install.setEnabled(not ready)
        self.close_button.setText(tr("Close"))
        self.result.setText(message)
