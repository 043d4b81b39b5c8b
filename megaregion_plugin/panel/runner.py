"""Runs the algorithms of a step one after the other, in the background where they allow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ...measures.texts import tr
from .history import note
from .steps import TEMPORARY, Output, Run

_GROUP = "Mega-Region Analyst"  # of the layers made, in the layer tree
_PAGES = ("REPORT", "PDF", "PROJECT")


@dataclass
class Made:
    """What one algorithm made.

    Attributes:
        algorithm: its short name.
        title: its name in the user's language.
        findings: up to three sentences.
        warnings: what the user should know.
        layers: output to the id of its layer in the project.
        pages: output to the path of its file.
    """

    algorithm: str
    title: str
    findings: list[str]
    warnings: list[str]
    layers: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)


class Listening(QgsProcessingFeedback):
    """Keeps what it is told; the log panel of QGIS is told too.

    Attributes:
        findings: set by the algorithm at its end.
        infos: lines of the log.
    """

    def __init__(self) -> None:
        super().__init__(True)
        self.findings: list[str] = []
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.infos.append(info)
        super().pushInfo(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)
        super().pushWarning(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802
        self.errors.append(error)
        super().reportError(error, fatalError)


class Runner(QObject):
    """Runs steps.

    Signals:
        advanced: words on what runs, and how far it is, 0 to 100.
        made: a `Made`, after each algorithm.
        ended: whether all runs went well, and the reason where not; nothing where cancelled.
    """

    advanced = pyqtSignal(str, float)
    made = pyqtSignal(object)
    ended = pyqtSignal(bool, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[Run] = []
        self._total = 0
        self._run = Run("", {})
        self._outputs: dict[Output, str] = {}
        self._feedback: Listening | None = None
        self._context: QgsProcessingContext | None = None
        self._algorithm: QgsProcessingAlgorithm | None = None
        self._task: QgsProcessingAlgRunnerTask | None = None

    def is_running(self) -> bool:
        """Whether something runs."""
        return self._feedback is not None

    def start(self, runs: Sequence[Run]) -> None:
        """Run them in their order."""
        self._runs = list(runs)
        self._total = len(runs)
        self._outputs = {}
        self._next()

    def cancel(self) -> None:
        """Stop; what earlier runs have made stays."""
        self._runs = []
        if self._task is not None:
            self._task.cancel()
        if self._feedback is not None:
            self._feedback.cancel()

    def _next(self) -> None:
        if not self._runs:
            self.ended.emit(True, "")
            return
        run = self._runs.pop(0)
        self._run = run
        name = run.algorithm if ":" in run.algorithm else f"megaregion:{run.algorithm}"
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
        usable, reason = algorithm.canExecute()
        if not usable:
            self._stop(reason)
            return
        from processing.tools import dataobjects

        self._algorithm, self._feedback = algorithm, Listening()
        self._context = dataobjects.createContext(self._feedback)
        parameters = self._parameters(run)
        usable, reason = algorithm.checkParameterValues(parameters, self._context)
        if not usable:
            self._stop(reason)
            return
        note(algorithm, parameters, self._context)
        self._feedback.progressChanged.connect(self._advance)
        self._advance(0)
        flags = algorithm.flags()
        if flags & QgsProcessingAlgorithm.Flag.FlagNoThreading or self._reads_project(parameters):
            self._run_here(parameters)
        else:
            self._task = QgsProcessingAlgRunnerTask(
                algorithm, parameters, self._context, self._feedback
            )
            self._task.executed.connect(self._end)
            QgsApplication.taskManager().addTask(self._task)

    def _parameters(self, run: Run) -> dict[str, Any]:
        """The settings that the algorithm knows, with earlier outputs and places for new ones."""
        made = {}
        for name, value in run.parameters.items():
            if self._algorithm is None or self._algorithm.parameterDefinition(name) is None:
                continue
            definition = self._algorithm.parameterDefinition(name)
            if isinstance(value, Output):
                made[name] = self._outputs[value]
            elif value == TEMPORARY and definition.type() == "sink":
                made[name] = QgsProcessingOutputLayerDefinition(value, QgsProject.instance())
            elif value == TEMPORARY:
                made[name] = definition.generateTemporaryDestination()
            else:
                made[name] = value
        return made

    def _reads_project(self, parameters: dict[str, Any]) -> bool:
        """Whether a layer asks the project for its variables when it is read.

        QGIS makes them anew at any time, and dies where two threads do so.
        """
        for value in parameters.values():
            layer = value
            if isinstance(value, str) and self._context is not None:
                layer = QgsProcessingUtils.mapLayerFromString(value, self._context, False)
            if isinstance(layer, QgsVectorLayer) and layer.isValid():
                computed = (layer.expressionField(i) for i in range(layer.fields().count()))
                if layer.dataProvider().name() == "delimitedtext" or any(computed):
                    return True
        return False

    def _run_here(self, parameters: dict[str, Any]) -> None:
        """In the main thread, where layouts are at home; the window stays alive between steps."""
        from processing.gui.AlgorithmExecutor import execute

        if self._feedback is not None:
            self._feedback.progressChanged.connect(lambda _: QCoreApplication.processEvents())
        ok, results = execute(self._algorithm, parameters, self._context, self._feedback)
        self._end(ok, results)

    def _advance(self, share: float) -> None:
        if self._algorithm is None:
            return
        done = self._total - len(self._runs)
        words = self._algorithm.displayName()
        if self._total > 1:
            words = tr("{title} ({done} of {total})").format(
                title=words, done=done, total=self._total
            )
        self.advanced.emit(words, share)

    def _end(self, ok: bool, results: dict[str, Any]) -> None:
        algorithm, feedback, context = self._algorithm, self._feedback, self._context
        if algorithm is None or feedback is None or context is None:
            return
        if not ok:
            self._stop("" if feedback.isCanceled() else " ".join(feedback.errors[-1:]))
            return
        findings = feedback.findings or feedback.infos[-1:]
        title = self._run.title or algorithm.displayName()
        made = Made(self._run.algorithm, title, findings, feedback.warnings)
        if self._run.remark:
            made.findings = [self._run.remark]
        made.layers = _load(context, feedback, self._run.title)
        for name, identifier in made.layers.items():
            self._outputs[Output(self._run.algorithm, name)] = identifier
        made.pages = {name: str(results[name]) for name in _PAGES if results.get(name)}
        self.made.emit(made)
        # Not before QGIS is done with this task: what is added meanwhile may never be started.
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        cancelled = self._feedback is not None and self._feedback.isCanceled()
        self._forget()
        if cancelled:
            self.ended.emit(False, "")
        else:
            self._next()

    def _stop(self, reason: str) -> None:
        self._runs = []
        self._forget()
        self.ended.emit(False, reason)

    def _forget(self) -> None:
        self._task = self._algorithm = self._feedback = self._context = None


def _load(
    context: QgsProcessingContext, feedback: QgsProcessingFeedback, title: str
) -> dict[str, str]:
    """Put the results into the project; output to layer id, in the order of the outputs.

    They are called as the algorithm says, unless there is a title.
    """
    project = QgsProject.instance()
    root = project.layerTreeRoot()
    group = root.findGroup(_GROUP) or root.insertGroup(0, _GROUP)
    group.setExpanded(True)
    earlier = group.findLayers()
    loaded = {}
    for destination, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(
            destination, context, typeHint=details.layerTypeHint
        )
        if layer is None:
            continue
        layer.setName(title or details.name)
        owned = context.temporaryLayerStore().takeMapLayer(layer)
        project.addMapLayer(owned or layer, False)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)
        _place(group, layer, earlier)
        loaded[details.outputName] = layer.id()
    return loaded


def _place(group: Any, layer: QgsMapLayer, earlier: list[Any]) -> None:
    """What can be drawn on top, so that it is seen and not what earlier runs made; tables below."""
    if layer.isSpatial():
        group.insertLayer(0, layer)
        for node in earlier:
            node.setItemVisibilityChecked(False)
            node.setExpanded(False)
    else:
        group.addLayer(layer)
