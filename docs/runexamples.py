"""Runs the worked examples of the help as `qgis_process` would."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from examples import BEFORE, EXAMPLES, Example
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parent.parent
_ROWS = 4  # of a table that a page shows


class _Log(QgsProcessingFeedback):
    """Feedback that the plugin hands its findings to."""

    def __init__(self) -> None:
        super().__init__(False)
        self.findings: list[str] | None = None
        self.wrong: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802
        self.wrong.append(error)


@dataclass
class Found:
    """What an example's run left: sentences, tables by output, files."""

    findings: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[list[str]]] = field(default_factory=dict)


@contextmanager
def qgis_without_screen() -> Iterator[None]:
    """QGIS with its own algorithms and the plugin's."""
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from megaregion.megaregion_plugin.plugin import MegaRegionPlugin

    plugin = MegaRegionPlugin(None)
    plugin.initProcessing()
    yield
    plugin.unload()


def run_examples(folder: Path, without: tuple[str, ...] = ()) -> dict[str, Found]:
    """Every example in its order, in a folder of its own; what each found.

    Args:
        folder: made by the run.
        without: algorithms that are not run.
    """
    from processing.core.Processing import Processing

    inputs = folder / "plugin" / "help" / "inputs"
    shutil.copytree(ROOT / "docs" / "inputs", inputs)
    (folder / "plugin" / "resources").symlink_to(ROOT / "resources")
    prepare_downloads(folder, ROOT)
    found = {}
    steps = {**BEFORE, **{f"megaregion:{name}": one for name, one in EXAMPLES.items()}}
    with chdir(folder):
        for algorithm in (one for one in steps if one.partition(":")[2] not in without):
            log, context = _Log(), QgsProcessingContext()
            context.setProject(QgsProject.instance())
            given = _with_paths(steps[algorithm], folder / "plugin")
            Processing.runAlgorithm(algorithm, given, feedback=log, context=context)
            if log.wrong:
                sys.exit(f"The example of {algorithm} failed: {log.wrong}")
            found[algorithm.partition(":")[2]] = _what_was_found(algorithm, steps[algorithm], log)
    return found


def prepare_downloads(folder: Path, plugin: Path) -> None:
    """The example's raster under a name with a year, as `preparelight` expects downloads."""
    (folder / "downloads").mkdir(exist_ok=True)
    raster = plugin / "resources" / "example" / "black_marble_china.tif"
    shutil.copy(raster, folder / "downloads" / "black_marble_2016.tif")


def _with_paths(example: Example, plugin: Path) -> Example:
    def one(value: str) -> str:
        return value.replace("$P", str(plugin))

    return {
        name: [one(v) for v in value] if isinstance(value, list) else one(value)
        for name, value in example.items()
    }


def _what_was_found(algorithm: str, example: Example, log: _Log) -> Found:
    found = Found(findings=list(log.findings or []))
    known = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    for name in (output.name() for output in known.outputDefinitions()):
        path = example.get(name, "")
        if not isinstance(path, str) or not path.endswith((".csv", ".gpkg")):
            continue
        layer = QgsVectorLayer(os.path.abspath(path), name, "ogr")
        names = [one for one in layer.fields().names() if one != "fid"]
        found.columns[name] = names
        rows = []
        for feature in layer.getFeatures():
            rows.append([_shown(feature[one]) for one in names])
            if len(rows) == _ROWS:
                break
        found.rows[name] = rows
    return found


def _shown(value: object) -> str:
    """A value for a table of a page."""
    text = str(value)
    if value is None or text == "NULL":
        return ""
    try:
        number = float(text)
    except ValueError:
        return text
    return text if number == int(number) or len(text) < 8 else f"{number:.4g}"
