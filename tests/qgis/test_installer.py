"""The installer: what it asks of pip, how it ends, and where its packages are found."""

import sys
from pathlib import Path

import numpy as np
import pytest
import scipy
from megaregion.layers import packages
from megaregion.megaregion_plugin import installer
from megaregion.megaregion_plugin.install_dialog import InstallDialog
from qgis.PyQt.QtCore import QEventLoop


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(installer, "own_folder", lambda: tmp_path / "own")
    monkeypatch.setattr(packages, "own_folder", lambda: tmp_path / "own")
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path / "own"


def pretend_pip(monkeypatch, code):
    """Run this Python code instead of pip."""
    monkeypatch.setattr(installer, "pip_arguments", lambda *_, **__: ["-c", code])


def outcome(installation, wheels=None):
    ends, loop = [], QEventLoop()
    installation.ended.connect(lambda ready, text: (ends.append((ready, text)), loop.quit()))
    installation.start(wheels)
    if not ends:
        loop.exec()
    return ends[0]


def test_numpy_and_scipy_are_held_fixed():
    assert installer.constraints().split() == [
        f"numpy=={np.__version__}",
        f"scipy=={scipy.__version__}",
    ]


def test_pip_is_told_where_from(tmp_path):
    online = installer.pip_arguments(tmp_path / "c.txt", None, repair=False)
    offline = installer.pip_arguments(tmp_path / "c.txt", "/wheels", repair=False)
    assert online[-1] == offline[-1] == "scikit-learn"
    assert "--user" in online
    assert "--no-index" not in online
    assert offline[offline.index("--find-links") + 1] == "/wheels"
    assert online[online.index("-c") + 1] == str(tmp_path / "c.txt")


def test_success_is_usable_at_once(qgis_app, folder, monkeypatch):
    site = folder / "lib" / "python3.0" / "site-packages"
    pretend_pip(
        monkeypatch,
        f"import os; os.makedirs(r'{site}'); assert os.environ['PYTHONUSERBASE'] == r'{folder}'; print('Collecting')",
    )
    installation = installer.Installation()
    said = []
    installation.said.connect(said.append)
    ready, text = outcome(installation)
    assert ready
    assert text.startswith("scikit-learn ")
    assert said == ["Collecting"]
    qgis_own = str(Path(np.__file__).parents[1])
    assert sys.path.index(str(site)) > sys.path.index(qgis_own)
    assert "numpy==" in (folder / "constraints.txt").read_text(encoding="utf-8")


def test_a_broken_one_is_replaced(qgis_app, folder, tmp_path, monkeypatch):
    """For pip it is there already; ours then comes before it, at the next start of QGIS too."""
    broken = tmp_path / "broken"
    kept = {n: m for n, m in sys.modules.items() if n.partition(".")[0] == "sklearn"}
    packages.forget("scikit-learn")
    for place, code in ((broken, "from . import lost"), (folder, "__version__ = '9.9'")):
        base = (
            place / "instead" / "lib" / "python3.0" / "site-packages" if place == folder else place
        )
        (base / "sklearn" / "cluster").mkdir(parents=True)
        (base / "sklearn" / "__init__.py").write_text(code, encoding="utf-8")
        (base / "sklearn" / "cluster" / "__init__.py").write_text("", encoding="utf-8")
    asked = []

    def pip(*_, repair):
        asked.append(repair)
        return ["-c", f"import os; assert os.environ['PYTHONUSERBASE'] == r'{folder / 'instead'}'"]

    monkeypatch.setattr(installer, "pip_arguments", pip)
    sys.path.insert(0, str(broken))
    try:
        assert "cannot be loaded" in packages.why_unusable("scikit-learn")
        assert outcome(installer.Installation()) == (
            True,
            "scikit-learn 9.9 is ready: city types can be made now.",
        )
    finally:
        packages.forget("scikit-learn")
        sys.modules.update(kept)
    assert asked == [True]


def test_a_repair_leaves_numpy_and_scipy(tmp_path):
    arguments = installer.pip_arguments(tmp_path / "c.txt", None, repair=True)
    assert {"--force-reinstall", "--no-deps"} < set(arguments)
    assert arguments[-3:] == ["joblib", "threadpoolctl", "scikit-learn"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "print('ERROR: No matching distribution'); raise SystemExit(1)",
            "No matching distribution",
        ),
        ("print('No module named pip'); raise SystemExit(1)", "Python has no pip here"),
        ("raise SystemExit(3)", "no message"),
    ],
)
def test_failure_is_one_sentence(qgis_app, folder, monkeypatch, code, message):
    pretend_pip(monkeypatch, code)
    ready, text = outcome(installer.Installation())
    assert not ready
    assert message in text


def test_no_python_at_all(qgis_app, folder, monkeypatch):
    monkeypatch.setattr(installer, "python_program", lambda: "/nowhere/python")
    ready, text = outcome(installer.Installation())
    assert not ready
    assert "Python could not be started" in text


def test_no_foreign_pip_runs(qgis_app, folder, tmp_path, monkeypatch):
    """Neither from the folder that QGIS was started in nor from PYTHONPATH."""
    (tmp_path / "pip.py").write_text("print('foreign'); raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(installer, "pip_arguments", lambda *_, **__: ["-m", "pip", "--version"])
    installation = installer.Installation()
    said = []
    installation.said.connect(said.append)
    ready, _ = outcome(installation)
    assert ready
    assert said[0].startswith("pip ")


def test_a_python_of_another_version_is_not_used(qgis_app, folder, tmp_path, monkeypatch):
    other = tmp_path / "python3"
    other.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setattr(installer, "python_program", lambda: str(other))
    ready, text = outcome(installer.Installation())
    assert not ready
    assert f"'{other}' is not the Python {sys.version_info[0]}.{sys.version_info[1]}" in text


def test_cancel(qgis_app, folder, monkeypatch):
    pretend_pip(monkeypatch, "print('started', flush=True); import time; time.sleep(60)")
    installation = installer.Installation()
    installation.said.connect(lambda line: installation.cancel())
    ready, text = outcome(installation)
    assert (ready, text) == (False, "Cancelled: scikit-learn was not installed.")
    assert not installation.is_running()


def test_dialog_installs_only_when_asked(qgis_app, folder, monkeypatch):
    pretend_pip(monkeypatch, "print('working')")
    dialog = InstallDialog()
    assert not dialog.installation.is_running()
    assert not folder.exists()
    dialog.offline.setChecked(True)
    dialog.start()
    assert dialog.result.text() == "Choose the folder with the wheels first."
    dialog.online.setChecked(True)
    loop = QEventLoop()
    dialog.installation.ended.connect(loop.quit)
    dialog.start()
    assert not dialog.install.isEnabled()
    loop.exec()
    assert "is ready" in dialog.result.text()
    assert "working" in dialog.log.toPlainText()


def test_menu_opens_the_dialog(qgis_app, desktop, monkeypatch):
    from megaregion.megaregion_plugin.plugin import MegaRegionPlugin

    opened = []
    monkeypatch.setattr(MegaRegionPlugin, "initProcessing", lambda self: None)
    monkeypatch.setattr(InstallDialog, "exec", lambda self: opened.append(self.windowTitle()))
    plugin = MegaRegionPlugin(desktop)
    plugin.initGui()
    (entry,) = desktop.pluginMenu().actions()
    assert entry.text() == packages.MENU
    (install,) = [
        action for action in entry.menu().actions() if action.text() == packages.INSTALL_ENTRY
    ]
    install.trigger()
    assert opened == ["Install scikit-learn"]
    monkeypatch.setattr("megaregion.megaregion_plugin.expressions.unregister", lambda: None)
    plugin.unload()
    assert plugin.menu is None


@pytest.mark.parametrize(
    ("platform", "words"),
    [("win32", "OSGeo4W Shell"), ("darwin", "in the Terminal"), ("linux", "in a terminal")],
)
def test_the_command_fits_the_platform(monkeypatch, platform, words):
    monkeypatch.setattr(sys, "platform", platform)
    text = packages.missing_text("scikit-learn")
    assert words in text
    assert "Plugins > Mega-Region Analyst > Install scikit-learn" in text


@pytest.mark.parametrize(
    ("found", "way"),
    [("apt-get", "apt-get install python3-sklearn"), ("dnf", "dnf install"), (None, "pip install")],
)
def test_the_command_fits_the_distribution(monkeypatch, found, way):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(packages.shutil, "which", lambda name: name if name == found else None)
    assert way in packages.missing_text("scikit-learn")
