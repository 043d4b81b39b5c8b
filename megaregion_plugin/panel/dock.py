"""The dock: the layer and its fields, the steps, and the results."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...measures.texts import tr
from . import example
from .citytable import CityTable
from .fieldform import FieldForm
from .results import Results
from .runner import Made, Runner
from .steps import Output, Run, Step, steps

_IN_A_ROW = 3  # buttons of steps
_EVERYTHING = ("mark", "unevenness", "change", "types", "light", "report")


class Panel(QgsDockWidget):
    """From a layer of cities to maps, tables and the report."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        super().__init__("Mega-Region Analyst", parent)
        self.setObjectName("megaregion_panel")
        self._iface = iface
        self._waiting: list[str] = []  # steps to come
        self.runner = Runner(self)
        self.runner.advanced.connect(self._show_progress)
        self.runner.made.connect(self._show_made)
        self.runner.ended.connect(self._show_end)
        self.steps = {step.key: step for step in steps()}
        self.buttons: dict[str, QToolButton] = {}
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addLayout(self._example_row())
        layout.addLayout(self._layer_row())
        layout.addWidget(self._tabs(), 1)
        self.message = QLabel()
        self.message.setWordWrap(True)
        layout.addWidget(self.message)
        layout.addLayout(self._step_buttons())
        layout.addLayout(self._progress_row())
        self.setWidget(inside)
        project = QgsProject.instance()
        project.layersAdded.connect(self._look_at_rasters)
        self.layer_box.layerChanged.connect(self._change_layer)
        self._prefer_active()
        self._change_layer(self.layer_box.currentLayer())

    # What it looks like

    def _example_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.load_button = QPushButton(tr("Load the example"))
        self.load_button.setToolTip(tr("192 cities of 13 Chinese mega-regions, as points."))
        self.load_button.clicked.connect(self.load_example)
        self.run_button = QPushButton(tr("Run the example"))
        self.run_button.setToolTip(tr("Makes everything that can be made from the example."))
        self.run_button.clicked.connect(self.run_example)
        row.addWidget(self.load_button)
        row.addWidget(self.run_button)
        return row

    def _layer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Cities")))
        self.layer_box = QgsMapLayerComboBox()
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        row.addWidget(self.layer_box, 1)
        return row

    def _tabs(self) -> QTabWidget:
        self.form = FieldForm()
        self.form.changed.connect(self._look_again)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(self.form)
        self.results = Results(self._iface)
        self.table = CityTable()
        self.tabs = QTabWidget()
        self.tabs.addTab(scrolled, tr("Fields"))
        self.tabs.addTab(self.results, tr("Results"))
        self.tabs.addTab(self.table, tr("Cities"))
        return self.tabs

    def _step_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        for number, step in enumerate(self.steps.values()):
            button = QToolButton()
            button.setText(step.title)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
            button.clicked.connect(lambda *_, key=step.key: self.run([key]))
            menu = QMenu(button)
            settings = menu.addAction(tr("With other settings…"))
            settings.triggered.connect(lambda *_, step=step: self._open_dialog(step))
            button.setMenu(menu)
            grid.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW)
            self.buttons[step.key] = button
        return grid

    def _progress_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        self._show_idle()
        return row

    # What it does

    def load_example(self) -> None:
        """Put the example on the map and choose it."""
        layer = example.load()
        self.choose(layer)
        self._iface.setActiveLayer(layer)
        self._iface.zoomToActiveLayer()

    def run_example(self) -> None:
        """Load the example where it is not chosen yet, and make everything from it."""
        if not example.is_example(self.layer_box.currentLayer()):
            self.load_example()
        self.run([key for key in _EVERYTHING if not self.steps[key].needs(self.form.chosen())])

    def choose(self, layer: QgsVectorLayer, keep: bool = False) -> None:
        """Work on this layer; the fields chosen stay where it has them and `keep` says so."""
        self.layer_box.blockSignals(True)
        self.layer_box.setLayer(layer)
        self.layer_box.blockSignals(False)
        self.form.set_layer(layer, keep)

    def run(self, keys: list[str]) -> None:
        """Run steps one after the other, each on what the panel has chosen by then."""
        self._waiting = list(keys)
        self._run_next()

    def cancel(self) -> None:
        """Stop what runs."""
        self._waiting = []
        self.runner.cancel()

    def let_go(self) -> None:
        """Before the panel is deleted: nothing of the project may call it any more."""
        self.cancel()
        QgsProject.instance().layersAdded.disconnect(self._look_at_rasters)
        self.table.unlink()

    def _run_next(self) -> None:
        if not self._waiting:
            return
        step = self.steps[self._waiting.pop(0)]
        missing = step.needs(self.form.chosen())
        if missing:
            self.message.setText(missing)
            return
        self.message.setText("")
        for button in (*self.buttons.values(), self.load_button, self.run_button):
            button.setEnabled(False)
        self.cancel_button.setEnabled(True)
        self.runner.start(step.plan(self.form.chosen()))

    def _show_progress(self, words: str, share: float) -> None:
        self.progress.setFormat(f"{words} %p%")
        self.progress.setValue(int(share))

    def _show_made(self, made: Made) -> None:
        self.results.add(made)
        self.tabs.setCurrentWidget(self.results)
        marked = made.layers.get("OUTPUT") if made.algorithm == "markcores" else None
        layer = QgsProject.instance().mapLayer(marked) if marked else None
        if layer is not None:
            self.choose(layer, keep=True)

    def _show_end(self, ok: bool, reason: str) -> None:
        if ok and self._waiting:
            QTimer.singleShot(0, self._run_next)
            return
        self._waiting = []
        self._show_idle()
        self._look_again()
        if not ok:
            self.message.setText(reason or tr("Cancelled."))

    def _show_idle(self) -> None:
        self.progress.setFormat("")
        self.progress.setValue(0)
        self.cancel_button.setEnabled(False)
        self.load_button.setEnabled(True)
        self.run_button.setEnabled(True)

    def _open_dialog(self, step: Step) -> None:
        """The algorithm's own dialog with what is chosen filled in."""
        from qgis import processing

        runs = step.plan(self.form.chosen())
        run: Run = runs[-1]
        known = {n: v for n, v in run.parameters.items() if v and not isinstance(v, Output)}
        known.setdefault("INPUT", self.form.chosen().layer)
        dialog = processing.createAlgorithmDialog(f"megaregion:{run.algorithm}", known)
        dialog.show()

    # What changes around it

    def _prefer_active(self) -> None:
        active = self._iface.activeLayer()
        if isinstance(active, QgsVectorLayer):
            self.layer_box.setLayer(active)

    def _change_layer(self, layer: QgsMapLayer | None) -> None:
        self.form.set_layer(layer if isinstance(layer, QgsVectorLayer) else None)

    def _look_at_rasters(self, *_: object) -> None:
        self.form.fill_rasters()
        self._look_again()

    def _look_again(self) -> None:
        """Say what is missing, and which steps can be run."""
        chosen = self.form.chosen()
        self.table.show_cities(QgsProject.instance().mapLayer(chosen.layer), chosen)
        if self.runner.is_running():
            return
        missing = {key: step.needs(chosen) for key, step in self.steps.items()}
        for key, button in self.buttons.items():
            button.setEnabled(not missing[key])
            button.setToolTip(missing[key] or self.steps[key].tip)
        first = next((key for key, text in missing.items() if text), None)
        words = ""
        if first:
            words = tr("{step}: {missing}").format(
                step=self.steps[first].title, missing=missing[first]
            )
        self.message.setText(words)
