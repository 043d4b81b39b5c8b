"""One page a mega-region: a QGIS atlas that users can change and print again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsExpression,
    QgsFillSymbol,
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
from qgis.PyQt.QtCore import Qt

from ...labels import label_layer
from ...palette import CORE, NO_DATA
from ...prepare import style_roles
from ...projection import Projection, extent_in
from ..profiles import column_title
from ..results import Results
from ..wishes import Wishes
from .sheets import (
    POINT_MM,
    fill_labels,
    fill_legend,
    item,
    letters,
    load_template,
    scale_bar,
    show,
    table_of,
)

_HERE = "attribute(@atlas_feature, 'region')"
_MOST_HIGHER = 1.4  # times its height in the template a map may grow


def add_atlas(
    project: QgsProject,
    results: Results,
    layers: Mapping[str, QgsVectorLayer],
    projection: Projection,
    wishes: Wishes,
    city_fields: Sequence[str],
) -> QgsPrintLayout:
    """The atlas, over the regions by name."""
    t = wishes.phrases
    made = _atlas_layers(project, results, wishes)
    layout = load_template(project, f"region_{wishes.paper}_portrait")
    layout.setName(t("Mega-regions one by one"))
    extent = extent_in(layers["outlines"], projection.crs)
    _head(layout, projection, wishes)
    land = [layers["background"]] if "background" in layers else []
    picture = item(layout, "map")
    if isinstance(picture, QgsLayoutItemMap):
        show(picture, [made["others"], made["names"], *land], extent, projection)
        picture.setAtlasDriven(True)
        picture.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
        picture.setAtlasMargin(0.06)
        scale_bar(layout, picture)
    locator = item(layout, "locator")
    if isinstance(locator, QgsLayoutItemMap):
        show(locator, [made["locator"], *land], extent, projection)
    fill_legend(layout, t("Role of the city"), made["names"], wishes, counts=False)
    _fill_tables(layout, layers, wishes, city_fields)
    _share_height(layout, results)
    atlas = layout.atlas()
    atlas.setCoverageLayer(layers["outlines"])
    atlas.setPageNameExpression('"region"')
    atlas.setFilenameExpression("'region_' || \"region\"")
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"region"')
    atlas.setEnabled(True)
    project.layoutManager().addLayout(layout)
    return layout


def _title(wishes: Wishes) -> str:
    """An expression for the region's full name, in a label's text."""
    pairs = ", ".join(
        f"{QgsExpression.quotedString(code)}, {QgsExpression.quotedString(wishes.title_of(code))}"
        for code in wishes.region_titles
    )
    names = f"map_get(map({pairs}), {_HERE})" if pairs else "NULL"
    return f"[% coalesce({names}, {_HERE}) %]"


def _head(layout: QgsPrintLayout, projection: Projection, wishes: Wishes) -> None:
    """Labels as on the other maps; the title keeps its size, as its text differs by page."""
    title = item(layout, "title")
    font = title.font() if isinstance(title, QgsLayoutItemLabel) else None
    subtitle = wishes.phrases("Core and secondary cities")
    fill_labels(layout, _title(wishes), subtitle, projection, wishes)
    if isinstance(title, QgsLayoutItemLabel) and font is not None:
        title.setFont(letters(font, wishes))
    words = {"cities_heading": "Cities", "numbers_heading": "Numbers beside the median"}
    for name, text in words.items():
        label = item(layout, name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(wishes.phrases(text))
            label.setFont(letters(label.font(), wishes))


def _atlas_layers(
    project: QgsProject, results: Results, wishes: Wishes
) -> dict[str, QgsVectorLayer]:
    """Layers that look different on each page, in a group of their own, hidden on the canvas."""
    t = wishes.phrases
    group = project.layerTreeRoot().addGroup(t("For the atlas"))
    group.setItemVisibilityChecked(False)
    names = results.layer("cities", t("Cities with names"))
    style_roles(names)
    region = QgsExpression.quotedColumnRef(wishes.region_field)
    name = QgsExpression.quotedColumnRef(wishes.name_field)
    label_layer(names, f"CASE WHEN {region} = {_HERE} THEN {name} END", 6.5)
    others = results.layer("regions", t("Other mega-regions"))
    _by_rules(others, {f'"region" IS NOT {_HERE}': "255,255,255,190"}, "0.1")
    locator = results.layer("regions", t("Locator"))
    _by_rules(locator, {f'"region" = {_HERE}': CORE, "ELSE": "#C9C9C9"}, "0.1")
    made = {"names": names, "others": others, "locator": locator}
    for layer in made.values():
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return made


def _by_rules(layer: QgsVectorLayer, fills: Mapping[str, str], outline: str) -> None:
    root = QgsRuleBasedRenderer.Rule(None)
    for expression, colour in fills.items():
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": NO_DATA, "outline_width": outline}
        )
        rule = QgsRuleBasedRenderer.Rule(symbol)
        rule.setFilterExpression(expression)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _fill_tables(
    layout: QgsPrintLayout,
    layers: Mapping[str, QgsVectorLayer],
    wishes: Wishes,
    city_fields: Sequence[str],
) -> None:
    t = wishes.phrases
    table = table_of(layout, "cities_table")
    if table is not None:
        widths = {"city": 25.0, "role": 15.0, **({"type": 8.0} if "type" in city_fields else {})}
        others = [field for field in city_fields if field not in widths]
        rest = (table.frame(0).rect().width() - sum(widths.values())) / max(len(others), 1)
        columns = [
            (field, column_title(field, wishes), widths.get(field, rest))
            for field in ("city", "role", *city_fields)
        ]
        _fill(table, layers["city_profile"], columns, wishes)
    table = table_of(layout, "numbers_table")
    if table is not None:
        width = table.frame(0).rect().width()
        columns = [
            ("measure", t("Measure"), width - 32),
            ("value", t("Value"), 11.5),
            ("median", t("Median"), 11.5),
            ("rank", t("Rank"), 8.0),
        ]
        _fill(table, layers["region_profile"], columns, wishes)


def _fill(
    table: QgsLayoutItemAttributeTable,
    layer: QgsVectorLayer,
    columns: Sequence[tuple[str, str, float]],
    wishes: Wishes,
) -> None:
    """Show the rows of the page's region, as many as fit the frame."""
    table.setVectorLayer(layer)
    shown = []
    for field, heading, width in columns:
        is_text = not layer.fields().field(field).isNumeric()
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(_as_written(layer, field))
        column.setWidth(width - 2 * table.cellMargin())
        side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
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
    rows = int(table.frame(0).rect().height() / _line(table)) - 2
    table.setMaximumNumberOfFeatures(max(rows, 1))
    table.refresh()


def _line(table: QgsLayoutItemAttributeTable) -> float:
    """Height of a row in millimetres."""
    return table.contentTextFormat().size() * POINT_MM * 1.2 + 2 * table.cellMargin()


def _share_height(layout: QgsPrintLayout, results: Results) -> None:
    """The fewer cities stand in the table under the map, the higher the map.

    Nothing changes where a user's template has the table elsewhere.
    """
    table = table_of(layout, "cities_table")
    picture, heading = item(layout, "map"), item(layout, "cities_heading")
    if table is None or picture is None or heading is None:
        return
    frame = table.frame(0)
    top, low = picture.pos().y(), picture.pos().y() + picture.rect().height()
    bottom = frame.pos().y() + frame.rect().height()
    if heading.pos().y() < low or frame.pos().y() < low:
        return
    counts = Counter(str(row["region"]) for row in results.rows("city_profile"))
    pairs = ", ".join(f"{QgsExpression.quotedString(name)}, {n}" for name, n in counts.items())
    rows = f"map_get(map({pairs}), {_HERE})"
    between = frame.pos().y() - low
    room = f"{bottom - top - between} - {_line(table)} * ({rows} + 2.5)"
    least = picture.rect().height()
    height = f"min(max(coalesce({room}, 0), {least}), {_MOST_HIGHER} * {least})"
    properties = QgsLayoutObject.DataDefinedProperty
    picture.dataDefinedProperties().setProperty(
        properties.ItemHeight, QgsProperty.fromExpression(height)
    )
    for below in (heading, frame):
        place = f"{below.pos().y() - least} + {height}"
        below.dataDefinedProperties().setProperty(
            properties.PositionY, QgsProperty.fromExpression(place)
        )


def _as_written(layer: QgsVectorLayer, field: str) -> str:
    """An expression that writes the field as the report's tables do."""
    name = QgsExpression.quotedColumnRef(field)
    if not layer.fields().field(field).typeName().lower().startswith(("real", "double")):
        return f"coalesce(to_string({name}), '–')"
    return (
        f"CASE WHEN {name} IS NULL THEN '–' WHEN abs({name}) >= 100 THEN "
        f"format_number({name}, 0) ELSE format_number({name}, 3) END"
    )
