"""The cities in a small table that is linked with the map: what is selected in one is in both."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from ...layers.fields import as_text, parse_indicators
from .steps import Chosen

_MOST = 2000  # rows; nobody reads more in a panel
_ID = Qt.ItemDataRole.UserRole


class CityTable(QTableWidget):
    """Name, region, role and the last indicator of each city."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._linking = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.itemSelectionChanged.connect(self._select_on_map)

    def show_cities(self, layer: QgsVectorLayer | None, chosen: Chosen) -> None:
        """Fill the table anew."""
        self._link(layer)
        columns = [chosen.name, chosen.region, chosen.role, *_last_of_first(chosen.indicators)]
        columns = [name for name in dict.fromkeys(columns) if name]
        self._linking = True
        self.setSortingEnabled(False)
        self.clear()
        self.setRowCount(0)
        self.setColumnCount(len(columns))
        if layer is not None:
            fields = layer.fields()
            indices = [fields.lookupField(name) for name in columns]
            self.setHorizontalHeaderLabels([fields.at(i).displayName() for i in indices])
            self._add_rows(layer, indices)
        self.setSortingEnabled(True)
        self.resizeColumnsToContents()
        self._linking = False
        self._mark_selected()

    def _add_rows(self, layer: QgsVectorLayer, indices: list[int]) -> None:
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(indices).setLimit(_MOST)
        for feature in layer.getFeatures(request):
            row = self.rowCount()
            self.insertRow(row)
            for column, index in enumerate(indices):
                value = feature[index]
                item = QTableWidgetItem()
                if isinstance(value, (int, float)):
                    item.setData(Qt.ItemDataRole.DisplayRole, value)  # sorts as a number
                else:
                    item.setText(as_text(value) or "")
                item.setData(_ID, feature.id())
                self.setItem(row, column, item)

    def _link(self, layer: QgsVectorLayer | None) -> None:
        if layer is self._layer:
            return
        self.unlink()
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._mark_selected)
            layer.willBeDeleted.connect(self._forget)

    def unlink(self) -> None:
        """Let go of the layer."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._mark_selected)
            self._layer.willBeDeleted.disconnect(self._forget)
        self._layer = None

    def _forget(self) -> None:
        self._layer = None
        self.setRowCount(0)

    def _identifiers(self, *, selected: bool) -> list[int]:
        rows = {index.row() for index in self.selectedIndexes()} if selected else None
        return [
            self.item(row, 0).data(_ID)
            for row in range(self.rowCount())
            if rows is None or row in rows
        ]

    def _select_on_map(self) -> None:
        if self._linking or self._layer is None or not self.columnCount():
            return
        self._linking = True
        self._layer.selectByIds(self._identifiers(selected=True))
        self._linking = False

    def _mark_selected(self, *_: object) -> None:
        if self._linking or self._layer is None or not self.columnCount():
            return
        self._linking = True
        chosen = set(self._layer.selectedFeatureIds())
        self.clearSelection()
        model = self.selectionModel()
        flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
        found = [row for row, i in enumerate(self._identifiers(selected=False)) if i in chosen]
        for row in found:
            model.select(self.model().index(row, 0), flags)
        if found:
            self.scrollToItem(self.item(found[0], 0))
        self._linking = False


def _last_of_first(indicators: Sequence[str]) -> list[str]:
    """The first indicator's last year."""
    items = parse_indicators(indicators)
    return [item.field for item in items if item.name == items[0].name][-1:]
