"""Printable maps: a title, the map, its legend, scale, north arrow, CRS, source and date."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeLayer,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFont

from ..layers.paths import RESOURCES

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 297.0, 210.0, 10.0  # mm, the unit of a layout's scene
_LEGEND_WIDTH = 68.0
_MAP_TOP = 20.0
_LINE_BREAK = "|"  # the legend breaks its lines at this sign
FONT = "DejaVu Sans"


@dataclass(frozen=True)
class MapSheet:
    """What one map shows.

    Attributes:
        name: of the layout in the project and of the exported file.
        title: theme and year.
        layers: from the top down.
        legend: heading to the layer explained under it.
        extent: in the map's CRS.
        crs: of the map.
        source: where the data come from.
        key: lines under the legend that explain abbreviations on the map.
    """

    name: str
    title: str
    layers: Sequence[QgsMapLayer]
    legend: Mapping[str, QgsMapLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    source: str
    key: str = ""


def add_layout(project: QgsProject, sheet: MapSheet) -> QgsPrintLayout:
    """Add the map as an A4 landscape layout to the project."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(sheet.name)
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)

    _label(layout, sheet.title, 16, bold=True, box=(_MARGIN, 8, _PAGE_WIDTH - 2 * _MARGIN, 9))
    picture = QgsLayoutItemMap(layout)
    height = _PAGE_HEIGHT - _MAP_TOP - 18
    # As wide as the extent needs, but room must be left for the legend.
    most = _PAGE_WIDTH - 2 * _MARGIN - _LEGEND_WIDTH - 4
    map_width = min(most, height * max(sheet.extent.width() / sheet.extent.height(), 0.6))
    right = _MARGIN + map_width + 4
    picture.setCrs(sheet.crs)
    _place(layout, picture, (_MARGIN, _MAP_TOP, map_width, height))
    picture.zoomToExtent(sheet.extent)
    picture.setFrameEnabled(True)
    picture.setLayers(list(sheet.layers))
    picture.setKeepLayerSet(True)

    _legend(layout, picture, sheet.legend, (right, _MAP_TOP))
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(str(RESOURCES / "icons" / "north.svg"))
    _place(layout, arrow, (_PAGE_WIDTH - _MARGIN - 12, _PAGE_HEIGHT - 36, 10, 14))
    _scale_bar(layout, picture, (right, _PAGE_HEIGHT - 34))
    if sheet.key:
        lines = 4.2 * (sheet.key.count("\n") + 1)
        box = (right + 2, _PAGE_HEIGHT - 42 - lines, _PAGE_WIDTH - _MARGIN - right - 2, lines)
        _label(layout, sheet.key, 8, box=box)
    made = date.today().isoformat()
    facts = f"Source: {sheet.source}\nProjection: {sheet.crs.description()}. Made {made}."
    _label(layout, facts, 7, box=(_MARGIN, _PAGE_HEIGHT - 16, _PAGE_WIDTH - 2 * _MARGIN, 10))
    project.layoutManager().addLayout(layout)
    return layout


def export_png(layout: QgsPrintLayout, path: Path, dots_per_inch: int = 150) -> None:
    """Write the layout's page as a picture.

    Raises:
        OSError: the file cannot be written.
    """
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dots_per_inch
    # QGIS then tries to georeference the picture, which GDAL cannot do for PNG and says so.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    gdal.PopErrorHandler()
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"The map {path} could not be written.")


def _font(size: float, *, bold: bool = False) -> QFont:
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def _place(
    layout: QgsPrintLayout, item: QgsLayoutItem, box: tuple[float, float, float, float]
) -> None:
    layout.addLayoutItem(item)
    # Both at once: a map moved before it has a size gets an extent that is not a number.
    item.attemptSetSceneRect(QRectF(*box))


def _label(
    layout: QgsPrintLayout,
    text: str,
    size: float,
    *,
    box: tuple[float, float, float, float],
    bold: bool = False,
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(_font(size, bold=bold))
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    _place(layout, label, box)


def _legend(
    layout: QgsPrintLayout,
    picture: QgsLayoutItemMap,
    layers: Mapping[str, QgsMapLayer],
    corner: tuple[float, float],
) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(picture)
    legend.setAutoUpdateModel(False)
    legend.setWrapString(_LINE_BREAK)
    root = legend.model().rootGroup()
    root.clear()
    for heading, layer in layers.items():
        node = root.addLayer(layer)
        node.setCustomProperty("legend/title-label", _wrapped(heading, 44))
        _wrap_entries(legend, node)
    legend.setStyleFont(QgsLegendStyle.Style.Subgroup, _font(10, bold=True))
    legend.setStyleFont(QgsLegendStyle.Style.SymbolLabel, _font(8.5))
    _place(layout, legend, (*corner, _LEGEND_WIDTH, 20))
    legend.adjustBoxSize()


def _scale_bar(
    layout: QgsPrintLayout, picture: QgsLayoutItemMap, corner: tuple[float, float]
) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(picture)
    bar.setStyle("Single Box")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(30)
    bar.setMaximumBarWidth(45)
    bar.setFont(_font(8))
    _place(layout, bar, (*corner, 50, 12))


def _wrap_entries(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer) -> None:
    """Break long legend entries into lines that fit the legend's width."""
    model = legend.model()
    for index, entry in enumerate(model.layerOriginalLegendNodes(node)):
        text = entry.data(Qt.ItemDataRole.DisplayRole)
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, _wrapped(text, 48))
    model.refreshLayerLegend(node)


def _wrapped(text: str, width: int) -> str:
    return _LINE_BREAK.join(textwrap.wrap(text, width))
