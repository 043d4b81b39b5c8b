"""Installs scikit-learn into the plugin's own folder, with pip in a process of its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, pyqtSignal

from ..layers.packages import (
    forget,
    is_installed,
    own_folder,
    repairs_folder,
    use_own_folder,
    why_unusable,
)
from ..measures.texts import tr

PACKAGE = "scikit-learn"
_NEEDED = ("joblib", "threadpoolctl")  # by it, besides numpy and scipy


def python_program() -> str:
    """The Python that QGIS runs; inside QGIS `sys.executable` may be QGIS itself."""
    if Path(sys.executable).stem.lower().startswith("python"):
        return sys.executable
    places = [Path(sys.exec_prefix, "python3.exe"), Path(sys.exec_prefix, "python.exe")]
    places.append(Path(sys.exec_prefix, "bin", "python3"))
    found = next((str(place) for place in places if place.exists()), None)
    own = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return found or shutil.which(own) or shutil.which("python3") or "python3"


def is_same_python(program: str) -> bool:
    """Whether it is of QGIS's own version, so that QGIS can load what it installs."""
    asked = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    # -2: it cannot be started, which the installation then says itself
    return QProcess.execute(program, ["-I", "-c", asked]) in (0, -2)


def constraints() -> str:
    """The lines that hold numpy and scipy at the versions QGIS loads."""
    import numpy as np

    lines = [f"numpy=={np.__version__}"]
    if is_installed("scipy"):
        import scipy

        lines.append(f"scipy=={scipy.__version__}")
    return "\n".join(lines) + "\n"


def pip_arguments(constraints_file: Path, wheels: str | None, *, repair: bool) -> list[str]:
    """Arguments to Python.

    A "user" installation sees what QGIS already has and adds only what is missing; its place is
    the plugin's own folder (see `Installation`).

    Args:
        constraints_file: holds the output of `constraints`.
        wheels: a folder of wheels, or None to load from the internet.
        repair: whether there is one that cannot be loaded, which pip alone would leave as it is.
    """
    arguments = ["-m", "pip", "install", "--user", "--only-binary", ":all:", "--no-input"]
    arguments += ["--disable-pip-version-check", "--no-warn-script-location", "--progress-bar=off"]
    arguments += ["-c", str(constraints_file)]
    if wheels is not None:
        arguments += ["--no-index", "--find-links", wheels]
    if repair:
        arguments += ["--force-reinstall", "--no-deps", *_NEEDED]
    return [*arguments, PACKAGE]


class Installation(QObject):
    """One run of pip.

    Signals:
        said: a line of pip's.
        ended: whether scikit-learn can be used now, and the result in one sentence.
    """

    said = pyqtSignal(str)
    ended = pyqtSignal(bool, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._cancelled = False
        self._repairs = False
        self._lines: list[str] = []

    def start(self, wheels: str | None) -> None:
        """Begin, from a folder of wheels or, without one, from the internet."""
        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        constraints_file = folder / "constraints.txt"
        constraints_file.write_text(constraints(), encoding="utf-8")
        environment = QProcessEnvironment.systemEnvironment()
        self._repairs = is_installed(PACKAGE) and why_unusable(PACKAGE) is not None
        base = repairs_folder() if self._repairs else folder
        environment.insert("PYTHONUSERBASE", str(base))
        # Systems that look after Python themselves refuse `--user`; this folder is ours alone.
        environment.insert("PIP_BREAK_SYSTEM_PACKAGES", "1")
        environment.remove("PYTHONNOUSERSITE")
        # No pip.py of a folder that happens to be open, or of others, runs instead of pip
        environment.remove("PYTHONPATH")
        self._process.setWorkingDirectory(str(folder))
        self._process.setProcessEnvironment(environment)
        self._cancelled = False
        self._lines = []
        program = python_program()
        if not is_same_python(program):
            version = ".".join(map(str, sys.version_info[:2]))
            self.ended.emit(
                False,
                tr(
                    "'{program}' is not the Python {version} of this QGIS: install scikit-learn "
                    "as the message of 'City types' says."
                ).format(program=program, version=version),
            )
            return
        self._process.start(program, pip_arguments(constraints_file, wheels, repair=self._repairs))

    def cancel(self) -> None:
        """Stop pip; what it has not finished is not kept."""
        self._cancelled = True
        self._process.kill()

    def is_running(self) -> bool:
        """Whether pip is at work."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def _read(self) -> None:
        text = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace")
        for line in text.splitlines():
            if line.strip():
                self._lines.append(line.strip())
                self.said.emit(line.strip())

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(
                False,
                tr("Python could not be started ({program}).").format(program=python_program()),
            )

    def _finish(self, code: int) -> None:
        self._read()
        if self._cancelled:
            self.ended.emit(False, tr("Cancelled: scikit-learn was not installed."))
            return
        if code != 0:
            self.ended.emit(False, _reason(self._lines))
            return
        use_own_folder()
        if self._repairs:
            forget(PACKAGE)
        problem = why_unusable(PACKAGE)
        if problem is not None:
            self.ended.emit(False, problem)
            return
        import sklearn

        self.ended.emit(
            True,
            tr("scikit-learn {version} is ready: city types can be made now.").format(
                version=sklearn.__version__
            ),
        )


def _reason(lines: list[str]) -> str:
    """The result of a failed run in one sentence, from what pip said."""
    if any("No module named pip" in line for line in lines):
        return tr(
            "Python has no pip here: install scikit-learn as the message of 'City types' says."
        )
    errors = [line.partition("ERROR:")[2].strip() for line in lines if "ERROR:" in line]
    said = errors[-1] if errors else (lines[-1] if lines else tr("no message"))
    return tr("scikit-learn was not installed: {said}").format(said=said)
