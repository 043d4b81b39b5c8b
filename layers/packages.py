"""Python packages that QGIS does not always bring along."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import sys
from pathlib import Path

from qgis.core import QgsApplication

from ..measures.texts import tr

MENU = "Mega-Region Analyst"
INSTALL_ENTRY = "Install scikit-learn…"
_MODULES = {
    "scikit-learn": "sklearn",
    "scipy": "scipy",
    "matplotlib": "matplotlib",
    "pandas": "pandas",
    "jinja2": "jinja2",
    "networkx": "networkx",
}
_PARTS_USED = {
    "scikit-learn": "sklearn.cluster",
    "scipy": "scipy.stats",
    "matplotlib": "matplotlib.figure",
    "pandas": "pandas",
    "jinja2": "jinja2",
    "networkx": "networkx.algorithms.community.louvain",  # of 2.8 and newer
}
_INSTALLED_BY_MENU = ("scikit-learn", "scipy")


def own_folder() -> Path:
    """Where the plugin installs packages: in the user's profile, for this Python version only."""
    version = f"python-{sys.version_info[0]}.{sys.version_info[1]}"
    return Path(QgsApplication.qgisSettingsDirPath()) / "megaregion" / version


def repairs_folder() -> Path:
    """Where packages are that stand in for broken ones of QGIS's own."""
    return own_folder() / "instead"


def use_own_folder() -> None:
    """Let Python find what is in the plugin's own folder.

    It comes after everything of QGIS's own, but for what stands in for a broken package.
    """
    for site in _sites(repairs_folder()):
        if str(site) not in sys.path:
            sys.path.insert(0, str(site))
    for site in _sites(own_folder()):
        if str(site) not in sys.path:
            sys.path.append(str(site))
    importlib.invalidate_caches()


def _sites(base: Path) -> list[Path]:
    # lib/python3.11/site-packages on Linux, Python311/site-packages on Windows
    return [*base.glob("*/site-packages"), *base.glob("*/*/site-packages")]


def forget(package: str) -> None:
    """Let Python look for the package anew, as after a try that failed half way."""
    module = _MODULES[package]
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        del sys.modules[name]


def is_installed(package: str) -> bool:
    """Whether the package can be found; it is not imported, which would take half a second."""
    found = importlib.util.find_spec(_MODULES[package])
    return found is not None and found.origin is not None  # an emptied folder has none


def why_unusable(package: str) -> str | None:
    """Import the package; the reason in one sentence where that fails."""
    if not is_installed(package):
        return missing_text(package)
    try:
        importlib.import_module(_PARTS_USED[package])
    except (ImportError, ValueError, AttributeError) as error:  # as when built for another numpy
        broken = tr(
            "The Python package {package} is installed but cannot be loaded ({error})."
        ).format(package=package, error=error)
        if package != "scikit-learn":
            return broken
        menu = f"{MENU} > {tr(INSTALL_ENTRY)}"
        return broken + tr(" Choose 'Plugins > {menu}' to replace it.").format(menu=menu)
    return None


def missing_text(package: str) -> str:
    """One sentence: the package is missing, and how to get it on this computer."""
    way = ""
    if package in _INSTALLED_BY_MENU:
        way = tr("choose 'Plugins > {menu}' in QGIS, or ").format(
            menu=f"{MENU} > {tr(INSTALL_ENTRY)}"
        )
    return tr("The Python package {package} is missing: {way}{command} and restart QGIS.").format(
        package=package, way=way, command=_command(package)
    )


def _command(package: str) -> str:
    if sys.platform == "win32":
        return tr(
            "open the OSGeo4W Shell from the start menu, run 'python -m pip install {package}'"
        ).format(package=package)
    if sys.platform == "darwin":
        command = f"{sys.prefix}/bin/python3 -m pip install {package}"
        return tr("run '{command}' in the Terminal").format(command=command)
    command = f"python3 -m pip install --user {package}"
    if shutil.which("apt-get"):
        command = f"sudo apt-get install {_debian(package)}"
    elif shutil.which("dnf"):
        command = f"sudo dnf install {_system(package)}"
    return tr("run '{command}' in a terminal").format(command=command)


def _system(package: str) -> str:
    """What Linux distributions call the package."""
    return f"python3-{package}"


def _debian(package: str) -> str:
    return "python3-sklearn" if package == "scikit-learn" else _system(package)
