"""Parts of the planning report that need no whole run."""

import pytest
from megaregion.cartography.projection import equal_area
from megaregion.cartography.report.document import written
from megaregion.cartography.report.folder import complete_or_nothing
from megaregion.cartography.report.maps.generalise import Generaliser
from megaregion.cartography.report.pages import fonts
from megaregion.cartography.report.pages.charttext import take_texts
from megaregion.cartography.report.phrases import Phrases
from megaregion.cartography.report.wishes import Wishes
from megaregion.measures.errors import InputError
from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsProject, QgsRectangle
from sample_layers import make_layer


def square(west, south, east, north):
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = ",".join(f"{x} {y}" for x, y in ring)
    return make_layer([{"n": 1}], [f"Polygon(({points}))"], kind="Polygon")


@pytest.mark.parametrize(
    ("extent", "words"),
    [
        ((100, 20, 124, 50), "parallels 25°N and 45°N, meridian 112°E"),
        ((16.2, 48.1, 16.6, 48.3), "parallels 48.1°N and 48.3°N, meridian 16.4°E"),
        ((140, -39, 150, -28), "parallels 37°S and 30°S, meridian 145°E"),
        ((-80, -5, -66, 12), "Lambert azimuthal equal-area, centre 4°N 73°W"),
        ((0, 78, 30, 81), "Lambert azimuthal equal-area"),
    ],
)
def test_projection_suits_the_extent_and_keeps_areas(extent, words):
    projection = equal_area(square(*extent))
    assert words in projection.words(Phrases())
    assert projection.crs.isValid()
    assert not projection.crs.isGeographic()
    assert projection.crs.toProj().split()[0] in ("+proj=aea", "+proj=laea")


def test_texts_are_taken_out_of_charts():
    svg = (
        '<svg><path d="M0 0"/>'
        "<text style=\"fill: #222222; font: 700 9px 'DejaVu Sans'; text-anchor: end\" "
        'x="10" y="20" transform="rotate(-40 10 20)">A &amp; B</text>'
        '<text style="fill: #ffffff; font: 8px x" transform="translate(3 4) rotate(-90)">C</text>'
        "</svg>"
    )
    rest, texts = take_texts(svg)
    assert rest == '<svg><path d="M0 0"/></svg>'
    assert texts[0] == ("A & B", 10, 20, -40, 9, True, "#222222", "end")
    assert texts[1] == ("C", 3, 4, -90, 8, False, "#ffffff", "start")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (float("nan"), "–"),
        (0.12345, "0.123"),
        (-1234.5, "-1,234"),
        (7, "7"),
        ("a", "a"),
    ],
)
def test_values_are_written_alike_everywhere(value, text):
    assert written(value) == text


def test_a_field_is_named_by_its_words_and_year():
    wishes = Wishes("r", "n", [], Phrases(), "t", names={"gdp": "GDP", "pop_2020": "Census"})
    assert wishes.words("gdp_2023") == "GDP 2023"
    assert wishes.words("gdp", 2006) == "GDP 2006"
    assert wishes.words("pop_2020") == "Census"
    assert wishes.words("gdp_per_head") == "gdp per head"


def test_a_font_that_is_missing_is_said(monkeypatch):
    monkeypatch.setattr(fonts, "chinese_font", lambda: None)
    assert "install Noto" in fonts.missing_font(False, ["北京"])
    assert fonts.missing_font(False, ["Beijing"]) is None
    assert fonts.report_font(True) == "DejaVu Sans"


def test_an_earlier_report_is_replaced_only_by_a_whole_one(tmp_path):
    folder = tmp_path / "report"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps" / "old.png").touch()

    def make(fails):
        with complete_or_nothing(folder) as made:
            (made / "maps").mkdir()
            if fails:
                raise RuntimeError

    with pytest.raises(RuntimeError):
        make(True)
    assert (folder / "maps" / "old.png").exists()
    make(False)
    assert list((folder / "maps").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(InputError, match="choose another FOLDER"),
        complete_or_nothing(tmp_path / "file" / "report"),
    ):
        pass


def test_drawn_copies_are_generalised_and_the_layer_is_not():
    steps = [(i / 5000, 0.00001 * (i % 2)) for i in range(5001)]
    ring = [*steps, (1, 1), (0, 1), (0, 0)]
    points = ",".join(f"{x} {y}" for x, y in ring)
    layer = make_layer([{"n": 1}], [f"Polygon(({points}))"], kind="Polygon")
    project = QgsProject()
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    picture = QgsLayoutItemMap(layout)
    layout.addLayoutItem(picture)
    picture.zoomToExtent(QgsRectangle(0, 0, 1, 1))
    picture.setLayers([layer])
    generaliser = Generaliser()
    generaliser.apply([layout])
    (drawn,) = picture.layers()

    def vertices(of):
        geometries = [feature.geometry() for feature in of.getFeatures()]
        return sum(geometry.constGet().nCoordinates() for geometry in geometries)

    assert vertices(layer) == len(ring)
    assert vertices(drawn) < 200
    assert next(drawn.getFeatures()).geometry().area() == pytest.approx(1, abs=1e-4)
    project.clear()
