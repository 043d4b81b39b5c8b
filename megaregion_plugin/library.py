"""Models, styles and the project template of the plugin, put where QGIS looks for the user's."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsApplication, QgsStyle

from ..layers.paths import RESOURCES
from ..measures.texts import tr


def add_to_profile() -> str:
    """Copy and import everything; what was done, in one sentence.

    What has the same name is replaced.
    """
    profile = Path(QgsApplication.qgisSettingsDirPath())
    models = _copy(RESOURCES / "models", "*.model3", profile / "processing" / "models")
    templates = _copy(RESOURCES / "projects", "*.qgz", profile / "project_templates")
    style = QgsStyle.defaultStyle()
    style.importXml(str(RESOURCES / "styles" / "megaregion.xml"))
    provider = QgsApplication.processingRegistry().providerById("model")
    if provider is not None:
        provider.refreshAlgorithms()
    return tr(
        "{models} models are in the Processing toolbox, the colours in the style manager, and "
        "{templates} template in 'Project > New from template'."
    ).format(models=models, templates=templates)


def _copy(source: Path, pattern: str, target: Path) -> int:
    target.mkdir(parents=True, exist_ok=True)
    files = sorted(source.glob(pattern))
    for file in files:
        shutil.copy2(file, target / file.name)
    return len(files)
