"""A printable map has all its parts, inside its page."""

from pathlib import Path

import pytest
from megaregion.cartography.labels import label_layer
from megaregion.cartography.maps import MapSheet, add_layout, export_png
from megaregion.cartography.roles import style_roles
from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProject,
)
from sample_layers import make_layer


@pytest.fixture
def layout():
    squares = [f"Polygon(({x} 30,{x + 1} 30,{x + 1} 31,{x} 31,{x} 30))" for x in (110, 111, 112)]
    rows = [
        {"name": n, "mr_role": r}
        for n, r in (("a", "core"), ("b", "secondary"), ("c", "secondary"))
    ]
    layer = make_layer(rows, squares, kind="Polygon")
    style_roles(layer)
    label_layer(layer, '"name"')
    project = QgsProject()
    project.addMapLayer(layer)
    sheet = MapSheet(
        "roles",
        "Core and secondary cities",
        [layer],
        {"Role of the city": layer},
        layer.extent(),
        layer.crs(),
        "a yearbook",
        key="N   North",
    )
    yield add_layout(project, sheet)
    project.clear()


def test_every_part_is_there_and_inside_the_page(layout):
    items = [item for item in layout.items() if isinstance(item, QgsLayoutItem)]
    kinds = {type(item) for item in items}
    assert {
        QgsLayoutItemMap,
        QgsLayoutItemLegend,
        QgsLayoutItemScaleBar,
        QgsLayoutItemPicture,
    } <= kinds
    texts = [item.text() for item in items if isinstance(item, QgsLayoutItemLabel)]
    assert "Core and secondary cities" in texts
    assert any("a yearbook" in text and "WGS 84" in text and "Made 20" in text for text in texts)
    page = layout.pageCollection().page(0)
    for item in items:
        if item.type() != page.type():
            assert page.sceneBoundingRect().contains(item.sceneBoundingRect()), item.displayName()


def test_the_map_shows_its_extent(layout):
    picture = next(item for item in layout.items() if isinstance(item, QgsLayoutItemMap))
    assert picture.extent().contains(picture.layers()[0].extent())
    assert 0 < picture.scale() < 1e8


def test_the_picture_is_written(layout, tmp_path):
    path = tmp_path / "map.png"
    export_png(layout, path, dots_per_inch=40)
    assert path.stat().st_size > 2000


def test_a_picture_that_cannot_be_written_is_told(layout, tmp_path):
    with pytest.raises(OSError, match="could not be written"):
        export_png(layout, Path("/proc/map.png"))
