"""Layouts of maps, filled into templates that users can edit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qgis.core import (
    QgsBasicNumericFormat,
    QgsLayerTreeLayer,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapLayerStyle,
    QgsMapThemeCollection,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtXml import QDomDocument

from ....layers.compat import legend_font, set_legend_font
from ....layers.paths import RESOURCES
from ....measures.errors import InputError
from ....measures.texts import in_users_language, tr
from ...projection import Projection
from ..wishes import Wishes
from .labels import POINT_MM, SMALLEST, fill_labels, item, letters, literal

LAYOUTS = RESOURCES / "layouts"
_LINE_BREAK = "|"  # the templates' legends break lines at this sign
_WIDEST_WITH_NORTH = 600_000.0  # metres


@dataclass(frozen=True)
class Sheet:
    """What one map shows.

    Attributes:
        name: of the layout and of its picture.
        template: beginning of the template's file name: map, cover or region.
        title: of the map.
        subtitle: theme and year.
        layers: from the top down.
        legend: heading and the layer explained under it.
        also: another layer explained below it.
        extent: in the projection.
        projection: of the map.
        key: abbreviations on the map and what they stand for.
        inset: extent of a second, small map, where it is wanted.
    """

    name: str
    template: str
    title: str
    subtitle: str
    layers: Sequence[QgsMapLayer]
    legend: tuple[str, QgsMapLayer]
    extent: QgsRectangle
    projection: Projection
    key: Mapping[str, str] = field(default_factory=dict)
    inset: QgsRectangle | None = None
    also: QgsMapLayer | None = None


def add_sheet(project: QgsProject, sheet: Sheet, wishes: Wishes) -> QgsPrintLayout:
    """Add the map to the project, from the template that suits the extent."""
    wide = sheet.extent.width() > 1.15 * sheet.extent.height() and sheet.template == "map"
    turned = "landscape" if wide else "portrait"
    layout = load_template(project, f"{sheet.template}_{wishes.paper}_{turned}")
    layout.setName(sheet.name)
    _point_north(layout, sheet.extent)
    fill_labels(layout, sheet.title, sheet.subtitle, sheet.projection, wishes, sheet.key)
    picture = item(layout, "map")
    if isinstance(picture, QgsLayoutItemMap):
        show(picture, sheet.layers, sheet.extent, sheet.projection)
        scale_bar(layout, picture)
    second = item(layout, "inset")
    if isinstance(second, QgsLayoutItemMap):
        if sheet.inset is None:
            layout.removeLayoutItem(second)
        else:
            show(second, sheet.layers, sheet.inset, sheet.projection)
            second.setLayerStyleOverrides(_without_labels(sheet.layers))
            second.setKeepLayerStyles(True)
    fill_legend(layout, *sheet.legend, wishes, also=sheet.also)
    project.layoutManager().addLayout(layout)
    _add_theme(project, sheet)
    return layout


def _without_labels(layers: Sequence[QgsMapLayer]) -> dict[str, str]:
    """Styles by layer for a small map, which has no room for names."""
    styles = {}
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.labelsEnabled():
            style = QgsMapLayerStyle()
            layer.setLabelsEnabled(False)
            style.readFromLayer(layer)
            layer.setLabelsEnabled(True)
            styles[layer.id()] = style.xmlData()
    return styles


def _add_theme(project: QgsProject, sheet: Sheet) -> None:
    """The map as a theme, which the eye over the list of layers shows."""
    record = QgsMapThemeCollection.MapThemeRecord()
    for layer in sheet.layers:
        record.addLayerRecord(QgsMapThemeCollection.MapThemeLayerRecord(layer))
    project.mapThemeCollection().insert(sheet.name, record)


def _point_north(layout: QgsPrintLayout, extent: QgsRectangle) -> None:
    """No arrow on a map so wide that north lies another way at its edges."""
    arrow = item(layout, "north")
    if isinstance(arrow, QgsLayoutItemPicture):
        if extent.width() > _WIDEST_WITH_NORTH:
            layout.removeLayoutItem(arrow)
        else:
            true_north(layout)


def true_north(layout: QgsPrintLayout) -> None:
    """Let the arrow point to the north of the map's middle, whatever the projection."""
    arrow, picture = item(layout, "north"), item(layout, "map")
    if isinstance(arrow, QgsLayoutItemPicture) and isinstance(picture, QgsLayoutItemMap):
        arrow.setLinkedMap(picture)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)


def load_template(project: QgsProject, name: str) -> QgsPrintLayout:
    """A layout with the items of a template of the plugin.

    Raises:
        InputError: the template is missing or is no layout.
    """
    path = LAYOUTS / f"{name}.qpt"
    document = QDomDocument()
    layout = QgsPrintLayout(project)
    try:
        read = document.setContent(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        read = False
    if not read or not layout.loadFromTemplate(document, QgsReadWriteContext())[1]:
        with in_users_language():
            raise InputError(
                tr(
                    "The layout template '{path}' is missing or broken: install the plugin "
                    "again or copy your template there."
                ).format(path=path)
            )
    return layout


def show(
    picture: QgsLayoutItemMap,
    layers: Sequence[QgsMapLayer],
    extent: QgsRectangle,
    projection: Projection,
) -> None:
    """Let a map item show these layers, whatever the canvas shows."""
    picture.setCrs(projection.crs)
    picture.zoomToExtent(extent)
    picture.setLayers(list(layers))
    picture.setKeepLayerSet(True)


def scale_bar(layout: QgsPrintLayout, picture: QgsLayoutItemMap) -> None:
    """Tie the scale bar to the map and let it choose round numbers."""
    bar = item(layout, "scalebar")
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setLinkedMap(picture)
        form = bar.numericFormat().clone()
        if isinstance(form, QgsBasicNumericFormat):  # as in the text, whatever the desktop's locale
            form.setThousandsSeparator(",")
            form.setDecimalSeparator(".")
            bar.setNumericFormat(form)
        bar.update()


def fill_legend(
    layout: QgsPrintLayout,
    heading: str,
    layer: QgsMapLayer,
    wishes: Wishes,
    *,
    counts: bool = True,
    also: QgsMapLayer | None = None,
) -> None:
    """Explain one layer, in as many columns and as small letters as the template's box needs.

    Args:
        layout: with a legend.
        heading: over the entries.
        layer: that is explained.
        wishes: for the language.
        counts: whether the entries keep the number of features in brackets.
        also: another layer, whose entries follow.
    """
    legend = item(layout, "legend")
    if not isinstance(legend, QgsLayoutItemLegend):
        return
    box = QRectF(legend.pos(), legend.rect().size())
    legend.setAutoUpdateModel(False)
    for style in (
        QgsLegendStyle.Style.Title,
        QgsLegendStyle.Style.Subgroup,
        QgsLegendStyle.Style.SymbolLabel,
    ):
        set_legend_font(legend, style, letters(legend_font(legend, style), wishes))
    root = legend.model().rootGroup()
    root.clear()
    nodes = [root.addLayer(one) for one in (layer, also) if one is not None]
    for node in nodes[1:]:
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    largest = legend_font(legend, QgsLegendStyle.Style.SymbolLabel).pointSizeF()
    # One column with ever smaller letters, then two.
    for columns, size in [(1, largest - i / 2) for i in range(5)] + [(2, SMALLEST)]:
        legend.setColumnCount(columns)
        _write_legend(legend, nodes, heading, wishes, box.width() / columns, size, counts)
        legend.adjustBoxSize()
        found = legend.rect()
        if found.width() <= box.width() + 0.1 and found.height() <= box.height() + 0.1:
            break
    legend.attemptSetSceneRect(QRectF(box.topLeft(), legend.rect().size()))


def _write_legend(
    legend: QgsLayoutItemLegend,
    nodes: Sequence[QgsLayerTreeLayer],
    heading: str,
    wishes: Wishes,
    width: float,
    size: float,
    counts: bool,
) -> None:
    for style, points in (
        (QgsLegendStyle.Style.Subgroup, size + 1),
        (QgsLegendStyle.Style.SymbolLabel, size),
    ):
        font = legend_font(legend, style)
        font.setPointSizeF(points)
        set_legend_font(legend, style, font)
    room = _letters_in(width, size + 1.5, wishes)
    nodes[0].setCustomProperty("legend/title-label", literal(_wrapped(heading, room)))
    model = legend.model()
    room = _letters_in(width - legend.symbolWidth() - 5, size, wishes)
    for node in nodes:
        for index, entry in enumerate(model.layerOriginalLegendNodes(node)):
            text = str(entry.data(Qt.ItemDataRole.DisplayRole))
            if not counts:
                text = re.sub(r" \([\d,]+\)$", "", text)
            words = literal(_wrapped(wishes.phrases.plain(text), room))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, words)
        model.refreshLayerLegend(node)


def _letters_in(millimetres: float, points: float, wishes: Wishes) -> int:
    """How many letters fit on a line; Chinese ones are as wide as high."""
    share = 1.0 if wishes.phrases.chinese else 0.58
    return max(8, int(millimetres / (points * POINT_MM * share)))


def _wrapped(text: str, room: int) -> str:
    return _LINE_BREAK.join(textwrap.wrap(text, room)) or text


def table_of(layout: QgsPrintLayout, name: str) -> QgsLayoutItemAttributeTable | None:
    """The attribute table shown in the frame with this id."""
    frame = item(layout, name)
    table = frame.multiFrame() if isinstance(frame, QgsLayoutFrame) else None
    return table if isinstance(table, QgsLayoutItemAttributeTable) else None
