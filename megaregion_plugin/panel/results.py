"""The results, newest first: one sentence or a few, and the ways to see more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...measures.texts import tr
from .runner import Made

_MOST_WARNINGS = 2
_LONGEST = 200  # signs of a sentence; the tooltip has all of it


class Results(QScrollArea):
    """A list of what was made."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._empty = QLabel(tr("Nothing was made yet: choose a button below."))
        self._empty.setWordWrap(True)
        self._list.addWidget(self._empty)
        self._list.addStretch()
        self.setWidget(inside)

    def add(self, made: Made) -> None:
        """Show one more result."""
        self._empty.hide()
        self._list.insertWidget(0, Entry(self._iface, made))


class Entry(QFrame):
    """One result."""

    def __init__(self, iface: Any, made: Made) -> None:
        super().__init__()
        self._iface = iface
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        title = QLabel(made.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        for sentence in [*made.findings, *(f"⚠ {text}" for text in _some(made.warnings))]:
            label = QLabel(_short(sentence))
            label.setToolTip(sentence if len(sentence) > _LONGEST else "")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            layout.addWidget(label)
        self._buttons = QHBoxLayout()
        self._add_buttons(made)
        self._buttons.addStretch()
        layout.addLayout(self._buttons)

    def _add_buttons(self, made: Made) -> None:
        layers = [QgsProject.instance().mapLayer(i) for i in made.layers.values()]
        layers = [layer for layer in layers if layer is not None]
        drawn = [layer for layer in layers if layer.isSpatial()]
        self._offer(
            tr("Show on map"), [(x.name(), x.id()) for x in drawn], self._on_layer(self._show)
        )
        self._offer(
            tr("Open table"), [(x.name(), x.id()) for x in layers], self._on_layer(self._open_table)
        )
        pages = [(Path(p).name, p) for n, p in made.pages.items() if n in ("REPORT", "PDF")]
        self._offer(tr("Open page"), pages, _open_file)
        project = [(Path(p).name, p) for n, p in made.pages.items() if n == "PROJECT"]
        self._offer(tr("Open project"), project, self._iface.addProject)

    def _offer(
        self, title: str, items: list[tuple[str, str]], act: Callable[[str], object]
    ) -> None:
        """A button for one thing, with a menu where there are several."""
        if not items:
            return
        button = QToolButton()
        button.setText(title)
        if len(items) == 1:
            button.clicked.connect(lambda *_: act(items[0][1]))
        else:
            menu = QMenu(button)
            for words, value in items:
                menu.addAction(words).triggered.connect(lambda *_, value=value: act(value))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._buttons.addWidget(button)

    def _on_layer(self, act: Callable[[QgsMapLayer], None]) -> Callable[[str], None]:
        """Act on the layer of an id, unless the user has removed it."""

        def act_on(identifier: str) -> None:
            layer = QgsProject.instance().mapLayer(identifier)
            if layer is not None:
                act(layer)

        return act_on

    def _show(self, layer: QgsMapLayer) -> None:
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
        if node is not None:
            for other in node.parent().findLayers():
                other.setItemVisibilityChecked(False)
            node.setItemVisibilityCheckedParentRecursive(True)
            node.setExpanded(True)
        self._iface.setActiveLayer(layer)
        self._iface.zoomToActiveLayer()

    def _open_table(self, layer: QgsMapLayer) -> None:
        self._iface.showAttributeTable(layer)


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…"


def _some(warnings: list[str]) -> list[str]:
    """The first of them; the log of QGIS has all."""
    more = len(warnings) - _MOST_WARNINGS
    shown = warnings[:_MOST_WARNINGS]
    if more > 0:
        shown.append(tr("{count} more warnings are in the log of QGIS.").format(count=more))
    return shown
