"""One page a mega-region: a QGIS atlas that users can change and print again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from qgis.core import (
    QgsExpression,
    QgsFillSymbol,
    QgsLayoutAtlas,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt

from ....layers.compat import label_font, set_label_font
from ...labels import label_layer
from ...palette import CORE, NO_DATA
from ...prepare import style_roles
from ...projection import Projection, extent_in
from ..numbers import NOTHING, decimals, expression
from ..profiles import CityColumn
from ..results import Results
from ..wishes import CITY, REGION, Wishes
from .flows import style_on_pages
from .labels import POINT_MM, fill_labels, item, letters
from .sheets import fill_legend, load_template, scale_bar, show, table_of, true_north
from .tablecolumns import broken, widths_of

_PREFIX = "region_"
_HERE = "attribute(@atlas_feature, 'region')"
_CITIES = "coalesce(attribute(@atlas_feature, 'cities'), 0)"
_LOWEST, _HIGHEST = 0.75, 1.4  # of its height in the template a map may have
_TABLES = ("cities_table", "cities_heading", "numbers_table", "numbers_heading")
_EDGE = 3.0  # millimetres around a picture of the map
_LINES_OF_A_MEASURE = 1.6  # long words take two or three
_HEAD_LINES = 4.0  # rows that the headings of a table may take


@dataclass(frozen=True)
class Atlas:
    """The pages of the mega-regions.

    Attributes:
        layout: drawn once for each region.
        regions: those that have a page, in its order; without an outline there is none.
        rows: how many cities the table under the map can list.
        measures: how many measures the table beside the map can list.
    """

    layout: QgsPrintLayout
    regions: Sequence[str]
    rows: int
    measures: int

    def seek(self, number: int) -> None:
        """Turn to a page, from 0."""
        self.layout.atlas().seekTo(number)
        self.layout.refresh()

    @contextmanager
    def map_alone(self) -> Iterator[QRectF | None]:
        """Hide the tables for a picture; gives the part of the page that is left, with the map.

        On a screen the numbers are tables of the page.
        """
        hidden = [i for name in _TABLES if (i := item(self.layout, name)) is not None]
        picture = item(self.layout, "map")
        for one in hidden:
            one.setVisibility(False)
        try:
            if picture is None:
                yield None
            else:
                beside = (item(self.layout, name) for name in ("legend", "scalebar", "north"))
                boxes = [one.sceneBoundingRect() for one in (picture, *beside) if one is not None]
                page = self.layout.pageCollection().page(0)
                bottom = max(box.bottom() for box in boxes) + _EDGE
                top = picture.sceneBoundingRect().top() - _EDGE
                yield QRectF(0.0, top, page.rect().width(), bottom - top)
        finally:
            for one in hidden:
                one.setVisibility(True)


def add_atlas(
    project: QgsProject,
    results: Results,
    layers: Mapping[str, QgsVectorLayer],
    projection: Projection,
    wishes: Wishes,
    columns: Sequence[CityColumn],
) -> Atlas:
    """The atlas, over the regions by name."""
    t = wishes.phrases
    made = _atlas_layers(project, results, wishes)
    layout = load_template(project, f"region_{wishes.paper}_portrait")
    layout.setName(t("Mega-regions one by one"))
    extent = extent_in(layers["outlines"], projection.crs)
    _head(layout, projection, wishes, columns)
    land = [layers["background"]] if "background" in layers else []
    picture = item(layout, "map")
    if isinstance(picture, QgsLayoutItemMap):
        flows = [made["flows"]] if "flows" in made else []
        show(picture, [*flows, made["others"], made["names"], *land], extent, projection)
        picture.setAtlasDriven(True)
        picture.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
        picture.setAtlasMargin(0.06)
        scale_bar(layout, picture)
    locator = item(layout, "locator")
    if isinstance(locator, QgsLayoutItemMap):
        show(locator, [made["locator"], *land], extent, projection)
    heading = t("Role of the city")
    fill_legend(layout, heading, made["names"], wishes, counts=False, also=made.get("flows"))
    true_north(layout)
    rows = _share_height(layout)
    _head_tables(layout, wishes, rows)
    measures = _fill_tables(layout, layers, wishes, columns, rows)
    atlas = layout.atlas()
    atlas.setCoverageLayer(layers["outlines"])
    # A page without an outline would show the map of the page before.
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression("$geometry IS NOT NULL")
    atlas.setPageNameExpression('"region"')
    atlas.setFilenameExpression(f"'{_PREFIX}' || \"region\"")
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"region"')
    atlas.setEnabled(True)
    project.layoutManager().addLayout(layout)
    return Atlas(layout, _regions_of(atlas), rows, measures)


def _regions_of(atlas: QgsLayoutAtlas) -> list[str]:
    count = atlas.updateFeatures()
    atlas.beginRender()
    names = []
    for number in range(count):
        atlas.seekTo(number)
        names.append(atlas.currentFilename()[len(_PREFIX) :])
    return names


def _head(
    layout: QgsPrintLayout,
    projection: Projection,
    wishes: Wishes,
    columns: Sequence[CityColumn],
) -> None:
    """Labels as on the other maps; the title keeps its size, as its text differs by page."""
    title = item(layout, "title")
    font = label_font(title) if isinstance(title, QgsLayoutItemLabel) else None
    t = wishes.phrases
    units: dict[str, list[str]] = {}
    for column in columns:
        if column.unit and column.stem not in units.get(column.unit, []):
            units.setdefault(column.unit, []).append(column.stem)
    parts = [t("{words} in {unit}", words=t.listed(w), unit=unit) for unit, w in units.items()]
    subtitle = ("；" if t.chinese else "; ").join([t("Core and secondary cities"), *parts])
    fill_labels(layout, wishes.title, subtitle, projection, wishes)
    if isinstance(title, QgsLayoutItemLabel) and font is not None:
        title.setText("[% attribute(@atlas_feature, 'title') %]")
        set_label_font(title, letters(font, wishes))


def _head_tables(layout: QgsPrintLayout, wishes: Wishes, rows: int) -> None:
    """What the tables show; that of the cities ends after so many rows."""
    t = wishes.phrases
    every = QgsExpression.quotedString(
        t("All cities, also those whose names have no room on the map")
    )
    first = QgsExpression.quotedString(t("The first {rows} cities; the text lists more", rows=rows))
    words = {
        "cities_heading": f"[% if({_CITIES} > {rows}, {first}, {every}) %]",
        "numbers_heading": t("Numbers (rank 1 = highest)"),
    }
    for name, text in words.items():
        label = item(layout, name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(text)
            set_label_font(label, letters(label_font(label), wishes))


def _atlas_layers(
    project: QgsProject, results: Results, wishes: Wishes
) -> dict[str, QgsVectorLayer]:
    """Layers that look different on each page, in a group of their own, hidden on the canvas."""
    t = wishes.phrases
    group = project.layerTreeRoot().addGroup(t("For the atlas"))
    group.setItemVisibilityChecked(False)
    names = results.layer("cities", t("Cities with names"))
    style_roles(names)
    label_layer(names, f'CASE WHEN "{REGION}" = {_HERE} THEN "{CITY}" END', 7 * wishes.scale)
    others = results.layer("regions", t("Other mega-regions"))
    _by_rules(others, {f'"region" IS NOT {_HERE}': "255,255,255,190"}, "0.1")
    locator = results.layer("regions", t("Locator"))
    _by_rules(locator, {f'"region" = {_HERE}': CORE, "ELSE": "#C9C9C9"}, "0.1")
    made = {"names": names, "others": others, "locator": locator}
    if "flows" in results.names:
        made["flows"] = results.layer("flows", t("Strongest flows"))
        style_on_pages(made["flows"], results, wishes, _HERE)
    for layer in made.values():
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return made


def _by_rules(layer: QgsVectorLayer, fills: Mapping[str, str], outline: str) -> None:
    root = QgsRuleBasedRenderer.Rule(None)
    for condition, colour in fills.items():
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": NO_DATA, "outline_width": outline}
        )
        rule = QgsRuleBasedRenderer.Rule(symbol)
        rule.setFilterExpression(condition)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _fill_tables(
    layout: QgsPrintLayout,
    layers: Mapping[str, QgsVectorLayer],
    wishes: Wishes,
    columns: Sequence[CityColumn],
    rows: int,
) -> int:
    """Fill both tables of the page; returns how many measures the one of the numbers can list."""
    t = wishes.phrases
    table = table_of(layout, "cities_table")
    if table is not None:
        layer = layers["city_profile"]
        widths = widths_of(columns, table.frame(0).rect().width())
        points = table.headerTextFormat().size()
        shown = []
        for column in columns:
            reference = QgsExpression.quotedColumnRef(column.name)
            content = f"coalesce(to_string({reference}), '{NOTHING}')"
            if column.kind is float:
                index = layer.fields().lookupField(column.name)
                places = decimals(f.attributes()[index] for f in layer.getFeatures())
                content = expression(reference, str(places))
            width = widths[column.name]
            heading = broken(column.words, width, points) if t.chinese else column.words
            shown.append(_Shown(content, heading, width, column.kind is not str))
        _fill(table, layer, shown, wishes, rows)
    table = table_of(layout, "numbers_table")
    if table is not None:
        width = table.frame(0).rect().width()
        rank = 'to_string("rank") || \' / \' || to_string("of")'
        shown = [
            _Shown('"measure"', t("Measure"), width - 35, False),
            _Shown(expression('"value"', '"decimals"'), t("Value"), 11.5, True),
            _Shown(expression('"median"', '"decimals"'), t("Median"), 11.5, True),
            _Shown(rank, t("Rank"), 12.0, True),
        ]
        most = int(table.frame(0).rect().height() / _line(table) / _LINES_OF_A_MEASURE) - 2
        _fill(table, layers["region_profile"], shown, wishes, most)
        return most
    return 0


@dataclass(frozen=True)
class _Shown:
    """A column of a layout's table."""

    content: str  # an expression
    heading: str
    width: float
    is_number: bool


def _fill(
    table: QgsLayoutItemAttributeTable,
    layer: QgsVectorLayer,
    columns: Sequence[_Shown],
    wishes: Wishes,
    most: int,
) -> None:
    """Show the rows of the page's region, `most` at most."""
    table.setVectorLayer(layer)
    shown = []
    for one in columns:
        column = QgsLayoutTableColumn(one.heading)
        column.setAttribute(one.content)
        column.setWidth(one.width - 2 * table.cellMargin())
        side = Qt.AlignmentFlag.AlignRight if one.is_number else Qt.AlignmentFlag.AlignLeft
        column.setHAlignment(side)
        shown.append(column)
    table.setColumns(shown)
    table.setFilterFeatures(True)
    table.setFeatureFilter(f'"region" = {_HERE}')
    for read, write in (
        (table.contentTextFormat, table.setContentTextFormat),
        (table.headerTextFormat, table.setHeaderTextFormat),
    ):
        changed = QgsTextFormat(read())
        changed.setFont(letters(changed.font(), wishes))
        write(changed)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setMaximumNumberOfFeatures(max(most, 1))
    table.refresh()


def _line(table: QgsLayoutItemAttributeTable) -> float:
    """Height of a row in millimetres."""
    return table.contentTextFormat().size() * POINT_MM * 1.2 + 2 * table.cellMargin()


def _share_height(layout: QgsPrintLayout) -> int:
    """The fewer cities stand in the table under the map, the higher the map.

    Nothing changes where a user's template has the table elsewhere.

    Returns:
        How many cities the table can list.
    """
    table = table_of(layout, "cities_table")
    picture, heading = item(layout, "map"), item(layout, "cities_heading")
    if table is None:
        return 0
    frame = table.frame(0)
    fixed = int(frame.rect().height() / _line(table) - _HEAD_LINES)
    if picture is None or heading is None:
        return fixed
    top, low = picture.pos().y(), picture.pos().y() + picture.rect().height()
    bottom = frame.pos().y() + frame.rect().height()
    if heading.pos().y() < low or frame.pos().y() < low:
        return fixed
    between, given = frame.pos().y() - low, picture.rect().height()
    least, most = _LOWEST * given, _HIGHEST * given
    line = _line(table)
    room = f"{bottom - top - between} - {line} * ({_CITIES} + {_HEAD_LINES})"
    height = f"min(max({room}, {least}), {most})"
    properties = QgsLayoutObject.DataDefinedProperty

    def follow(what: QgsLayoutItem, key: int, formula: str) -> None:
        what.dataDefinedProperties().setProperty(key, QgsProperty.fromExpression(formula))

    follow(picture, properties.ItemHeight, height)
    for below in (heading, frame):
        follow(below, properties.PositionY, f"{below.pos().y() - given} + {height}")
    follow(frame, properties.ItemHeight, f"{bottom - top - between} - {height}")
    return int((bottom - top - between - least) / line - _HEAD_LINES)
