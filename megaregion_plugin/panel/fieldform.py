"""What the fields of the layer are: guessed, shown, corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.core import QgsWkbTypes as Wkb
from qgis.gui import QgsCheckableComboBox, QgsFieldComboBox, QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from ...layers.guess import Guess, facts_of, guess, guess_rasters
from ...layers.language import speaks_chinese
from ...measures.texts import tr
from .steps import Chosen

LIT_ABOVE = "megaregion/lit_above"  # custom property of a raster


class FieldForm(QWidget):
    """Fields of the layer by what they mean.

    Signals:
        changed: the user or a guess has changed something.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._filling = False
        self.fields: dict[str, QgsFieldComboBox] = {}
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_field("region", tr("Mega-region"))
        self._add_field("name", tr("Name of the city"))
        self._add_field("level", tr("Administrative level"))
        self._add_field("role", tr("Role"))
        self._add_field("population", tr("Population"))
        self.indicators = self._add_list(tr("Indicators"))
        self.sectors = self._add_list(tr("Sectors"))
        self.rasters = self._add_list(tr("Night light"))
        self._add_field("identity", tr("Id of a city"))
        self._add_field("year", tr("Year"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(_default_folder())
        self.folder.fileChanged.connect(self._tell)
        self.form.addRow(tr("Folder of the report"), self.folder)

    def set_layer(self, layer: QgsVectorLayer | None, keep: bool = False) -> None:
        """Guess the fields of another layer.

        Args:
            layer: the layer of cities.
            keep: whether what is chosen now stays where the layer has such a field; the role is
                guessed all the same.
        """
        before = self.chosen() if keep and self._layer is not None else None
        self._layer = layer
        made = Guess() if layer is None else guess(facts_of(layer), chinese=speaks_chinese())
        if before is not None and layer is not None:
            _keep(made, before, layer.fields().names())
        self._filling = True
        for key, box in self.fields.items():
            box.setLayer(layer)
            box.setField(getattr(made, key))
        words = {} if layer is None else {f.name(): f.displayName() for f in layer.fields()}
        offered = list(dict.fromkeys([*made.indicators, *made.sectors, *made.numbers]))
        for items, ticked in ((self.indicators, made.indicators), (self.sectors, made.sectors)):
            _fill(items, [(words[name], name) for name in offered], ticked)
        self.fill_rasters()
        self._filling = False
        self.changed.emit()

    def fill_rasters(self) -> None:
        """Offer the project's rasters; those of night light are ticked by themselves."""
        rasters = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsRasterLayer)
        ]
        named = [(f"{r.name()} {Path(r.source()).stem}", r.bandCount()) for r in rasters]
        ticked = {rasters[position].id() for position in guess_rasters(named)}
        known = {self.rasters.itemData(row) for row in range(self.rasters.count())}
        ticked = (ticked - known) | set(self.rasters.checkedItemsData())
        _fill(self.rasters, [(raster.name(), raster.id()) for raster in rasters], ticked)

    def chosen(self) -> Chosen:
        """What is chosen now."""
        if self._layer is None:
            return Chosen()
        fields = {key: box.currentField() for key, box in self.fields.items()}
        return Chosen(
            layer=self._layer.id(),
            polygons=self._layer.geometryType() == Wkb.GeometryType.PolygonGeometry,
            points=self._layer.geometryType() == Wkb.GeometryType.PointGeometry,
            crs=self._layer.crs().authid(),
            indicators=self.indicators.checkedItemsData(),
            sectors=self.sectors.checkedItemsData(),
            rasters=self.rasters.checkedItemsData(),
            lit_above=_lit_above(self.rasters.checkedItemsData()),
            folder=self.folder.filePath(),
            chinese=speaks_chinese(),
            **fields,
        )

    def _add_field(self, key: str, title: str) -> None:
        box = QgsFieldComboBox()
        box.setAllowEmptyFieldName(True)
        box.fieldChanged.connect(self._tell)
        box.setObjectName(key)
        self.fields[key] = box
        self.form.addRow(title, box)

    def _add_list(self, title: str) -> QgsCheckableComboBox:
        box = QgsCheckableComboBox()
        box.setDefaultText(tr("none chosen"))
        box.checkedItemsChanged.connect(self._tell)
        self.form.addRow(title, box)
        return box

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()


def _fill(
    box: QgsCheckableComboBox, items: Iterable[tuple[str, str]], ticked: Iterable[str]
) -> None:
    ticked = set(ticked)
    box.blockSignals(True)
    box.clear()
    for words, name in items:
        state = Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked
        box.addItemWithCheckState(words, state, name)
    box.blockSignals(False)


def _keep(made: Guess, before: Chosen, names: Sequence[str]) -> None:
    """Choose again what was chosen, where there are such fields."""
    for key in ("region", "name", "level", "population", "identity", "year"):
        if getattr(before, key) in names:
            setattr(made, key, getattr(before, key))
    made.indicators = [name for name in before.indicators if name in names]
    made.sectors = [name for name in before.sectors if name in names]


def _lit_above(rasters: Iterable[str]) -> float:
    """The value above which the rasters' cells are lit, where one of them says it."""
    layers = map(QgsProject.instance().mapLayer, rasters)
    known = [layer.customProperty(LIT_ABOVE) for layer in layers if layer is not None]
    return max((float(value) for value in known if value is not None), default=0.0)


def _default_folder() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents) / "mega-region-report")
