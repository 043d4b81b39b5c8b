"""Parts of the planning report that need no whole run."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from megaregion.cartography.labels import label_layer
from megaregion.cartography.outlines import style_background
from megaregion.cartography.projection import equal_area
from megaregion.cartography.report.document import Chart, Document, Text, reference
from megaregion.cartography.report.findings import findings
from megaregion.cartography.report.maps.generalise import WHOLE, Generaliser
from megaregion.cartography.report.maps.labels import literal
from megaregion.cartography.report.maps.sheets import Sheet, add_sheet, load_template, scale_bar
from megaregion.cartography.report.maps.tablecolumns import broken
from megaregion.cartography.report.numbers import decimals, written
from megaregion.cartography.report.pages import fonts
from megaregion.cartography.report.pages.charttext import take_texts
from megaregion.cartography.report.pages.flow import Flow
from megaregion.cartography.report.phrases import Phrases
from megaregion.cartography.report.profiles import shown_indicators
from megaregion.cartography.report.results import Results
from megaregion.cartography.report.wishes import Wishes
from megaregion.cartography.unevenness.region import label_regions
from megaregion.layers.geopackage import write_to_geopackage
from megaregion.layers.outputs import table
from megaregion.measures.texts import in_english, in_users_language, speak, tr
from megaregion.processing_algorithms.planningreport import _described
from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsNumericFormatContext,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QLocale, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPdfWriter
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
        (-0.0001, "0.000"),
        (94.0, "94"),
        (7, "7"),
        ("a", "a"),
    ],
)
def test_values_are_written_alike_everywhere(value, text):
    assert written(value) == text


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ([94.0, 222.0, None], ["94", "222", "–"]),
        ([0.23068, 0.06476, -0.00008], ["0.231", "0.065", "0.000"]),
        ([36.951, 21.4, 9.0], ["36.95", "21.40", "9.00"]),
        ([1779765.2, 9732.1], ["1,779,765", "9,732"]),
        ([2000.4, 0.02], ["2,000.40", "0.02"]),
        ([3, 12], ["3", "12"]),
        ([0.0, float("nan")], ["0", "–"]),
    ],
)
def test_the_rows_of_a_column_have_as_many_decimals(column, texts):
    places = decimals(column)
    assert [written(value, places) for value in column] == texts


def wishes(names=None, language=0):
    return Wishes([], Phrases(language), "t", names=names or {})


def test_a_field_is_named_by_its_words_year_and_unit():
    named = wishes({"gdp": "GDP [100 million yuan]", "pop_2020": "Census"})
    assert named.words("gdp_2023") == "GDP 2023"
    assert named.words("gdp", 2006) == "GDP 2006"
    assert named.with_unit("gdp_2006") == "GDP 2006 [100 million yuan]"
    assert named.words("pop_2020") == "Census"
    assert named.words("gdp_per_head") == "gdp per head"
    assert named.unit("gdp_per_head") == ""
    chinese = wishes({"gdp": "地区生产总值［亿元］"}, 1)
    assert chinese.with_unit("gdp_2006") == "2006年地区生产总值 [亿元]"


@pytest.mark.parametrize(
    ("field", "words", "is_ratio"),
    [
        ("gdp_2023", "GDP [100 million yuan]", False),
        ("gdppc_2023", "GDP per head [yuan]", True),
        ("x", "人均地区生产总值", True),
        ("x", "Income [yuan/person]", True),
        ("unemployment_rate", "", True),
        ("corporate", "Corporate income", False),
        ("pop", "Population [10,000]", False),
    ],
)
def test_what_cannot_be_summed_is_known(field, words, is_ratio):
    stem = field.replace("_2023", "")
    assert wishes({stem: words} if words else {}).is_ratio(field) == is_ratio


def test_a_report_is_made_in_english_whatever_qgis_speaks():
    speak(lambda text: "不" + text)
    try:
        with in_english():
            assert tr("a") == "a"
            with in_users_language():  # for the log, in the midst of the report
                assert tr("a") == "不a"
            with ThreadPoolExecutor(1) as desktop:  # goes on meanwhile
                assert desktop.submit(tr, "a").result() == "不a"
        assert tr("a") == "不a"
    finally:
        speak(None)


def test_texts_of_layouts_are_never_evaluated(qgis_app):
    layout = QgsPrintLayout(QgsProject.instance())
    for text in ("[% env('HOME') %]", "a [%1+1%] b [% 'x' %]", "[[% 2 %]]", "100 %] [", "[%"):
        label = QgsLayoutItemLabel(layout)
        label.setText(literal(text))
        assert label.currentText() == text


def test_a_font_that_is_missing_is_said(monkeypatch):
    monkeypatch.setattr(fonts, "chinese_font", lambda: None)
    assert "install Noto" in fonts.missing_font(False, ["北京"])
    assert fonts.missing_font(False, ["Beijing"]) is None
    assert fonts.report_font(True) == "DejaVu Sans"


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
    generaliser.apply([layout], WHOLE)
    (drawn,) = picture.layers()

    def vertices(of):
        geometries = [feature.geometry() for feature in of.getFeatures()]
        return sum(geometry.constGet().nCoordinates() for geometry in geometries)

    assert vertices(layer) == len(ring)
    assert vertices(drawn) < 200
    assert next(drawn.getFeatures()).geometry().area() == pytest.approx(1, abs=1e-4)
    project.clear()


def test_the_record_keeps_no_password(qgis_app):
    uri = "dbname='x' host=127.0.0.1 port=1 user='u' password='secret' key='id' table=\"t\" (g)"
    layer = QgsVectorLayer(uri, "cities", "postgres")
    described = str(_described(layer))
    assert "127.0.0.1" in described
    assert "secret" not in described


def test_regions_where_the_richer_side_changes_are_counted(tmp_path, provider):
    columns = [("region", str), ("indicator", str), ("from_year", int), ("to_year", int)]
    columns += [("theil_change", float), ("direction", str), ("p_fdr", float), ("ci_low", float)]
    columns += [("ci_high", float)]
    directions = ["widening", "widening", "narrowing", "stable", "reversed"]
    rows = [
        [f"R{i}", "gdp", 2006, 2023, 0.1 - i / 20, name, None, None, None]
        for i, name in enumerate(directions)
    ]
    path = tmp_path / "results.gpkg"
    write_to_geopackage(path, table("change", "change", columns, rows))
    wishes = Wishes(["gdp_2006", "gdp_2023"], Phrases(), "")
    (sentence,) = findings(Results(path, ["change"]), wishes, {})
    assert (
        "gdp widened in 2, narrowed in 1 and was stable in 1 of 5 mega-regions (in 1 the"
        in sentence
    )
    write_to_geopackage(path, table("change", "change", columns, rows[:4]))
    (sentence,) = findings(Results(path, ["change"]), wishes, {})
    assert "stable in 1 of 4 mega-regions; the change" in sentence


@pytest.mark.parametrize("paragraphs", range(18, 30))
def test_a_chart_keeps_its_heading_and_its_caption(tmp_path, provider, paragraphs):
    """Wherever on a page they fall."""
    document = Document(Wishes(["gdp"], Phrases(), ""))
    for number in range(paragraphs):
        document.text("Paragraph {number}.", number=number)
    document.section("Heading")
    document.text("What the chart shows.")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="480pt" height="200pt" viewBox="0 0 480 200"/>'
    document.chart(svg, "chart", "Caption of the chart. " * 9)
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setResolution(300)
    flow = Flow(document.parts, writer, QSizeF(2100, 3000), "DejaVu Sans", str)
    heading, chart = sorted(flow.page_of.items())
    assert heading[1] == chart[1]
    caption = next(b for b in blocks_of(flow) if b.text().startswith("Figure 1."))
    last = caption.layout().lineAt(caption.layout().lineCount() - 1)
    layout = flow._stretches[0]._document.documentLayout()
    foot = layout.blockBoundingRect(caption).top() + last.y() + last.height()
    assert int(foot // 3000) == chart[1]
    assert isinstance(document.parts[chart[0]], Chart)


@pytest.mark.parametrize("rows", range(60, 68))
def test_a_page_ends_with_text_and_not_with_the_shade_of_the_next_row(tmp_path, provider, rows):
    document = Document(Wishes(["gdp"], Phrases(), ""))
    document.table(["City", "GDP"], [[f"City {n}", str(n)] for n in range(2 * rows)])
    document.parts.insert(0, Text("Words. " * 40))
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setResolution(300)
    size = QSizeF(2100, 40.0 * rows)
    flow = Flow(document.parts, writer, size, "DejaVu Sans", str)
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(11811)
    image.setDotsPerMeterY(11811)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    flow.draw(painter, 0)
    painter.end()
    lines = [
        any(image.pixelColor(x, y).lightness() < 128 for x in range(0, 2100, 2))
        for y in range(image.height())
    ]
    last = max(y for y, dark in enumerate(lines) if dark)
    under = [image.pixelColor(1000, y) for y in range(last + 30, image.height())]
    assert all(colour == QColor("white") for colour in under)


@pytest.mark.parametrize("template", ["cover_A4_portrait", "map_A4_portrait", "map_A3_landscape"])
def test_every_national_map_has_a_place_for_the_islands_of_the_south(qgis_app, template):
    layout = load_template(QgsProject(), template)
    boxes = {
        name: layout.itemById(name).sceneBoundingRect()
        for name in ("inset", "map", "scalebar", "key", "legend", "facts", "north")
    }
    others = [box for name, box in boxes.items() if name != "inset"]
    assert not any(boxes["inset"].intersects(box) for box in others)


def test_only_stretches_with_other_references_are_laid_out_again(tmp_path, provider):
    document = Document(Wishes(["gdp"], Phrases(), ""))
    for name in ("First", "Second", "Third"):
        document.chapter(name, on_new_page=True)
        document.text("Words. " * 900)
    document.parts[3] = Text(f"See{reference(1)}.")
    document.section("Last")
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    given = document.parts, writer, QSizeF(2100, 3000), "DejaVu Sans"
    first = Flow(*given, lambda figure: " (page 9)")
    again = Flow(*given, lambda figure: " (page 12)", first)
    kept = [new is old for new, old in zip(again._stretches, first._stretches)]
    assert kept == [True, False, True]
    assert again.page_of == Flow(*given, lambda figure: " (page 12)").page_of
    starts = [again.page_of[place] for place in (0, 2, 4)]
    assert starts[0] == 0
    assert 0 < starts[1] < starts[2] == starts[1] + 1
    assert again.page_of[6] == again.pages - 1


def blocks_of(flow):
    block = flow._stretches[0]._document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_maps_draw_copies_with_the_fields_they_ask_for(qgis_app, tmp_path):
    """Few vertices, no more room than these need, and only the fields of style and label."""
    ring = [(100 + np.cos(t), 30 + np.sin(t)) for t in np.linspace(0, 2 * np.pi, 20_001)]
    ring = [*ring[:-1], ring[0]]
    outline = f"Polygon(({','.join(f'{x} {y}' for x, y in ring)}))"
    row = {"kind": "core", "name": "A", "value": 2.5, "rest": "text that no map shows"}
    made = make_layer([row], [outline], kind="Polygon")
    path, options = str(tmp_path / "a.gpkg"), QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, QgsCoordinateTransformContext(), options)
    layer = QgsVectorLayer(path)
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(QgsFillSymbol.createSimple({}))
    rule.setFilterExpression('"kind" = \'core\' AND "value" > 1')
    root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    label_layer(layer, 'CASE WHEN true THEN "name" END')
    copy = Generaliser()._copy_of(layer, WHOLE)
    (feature,) = copy.getFeatures()
    assert feature.attributes()[1:] == ["core", "A", 2.5, NULL]  # after the fid
    assert 20 < feature.geometry().constGet().nCoordinates() < 2000
    assert feature.geometry().area() == pytest.approx(np.pi, rel=0.01)


def test_the_small_map_shows_the_same_without_names(qgis_app):
    layer = square(100, 20, 124, 50)
    label_layer(layer, "'name'")
    project = QgsProject()
    project.addMapLayer(layer)
    projection = equal_area(layer)
    wide = QgsRectangle(-1e6, -1e6, 1e6, 1e6)
    words = ("map", "map", "title", "", [layer], ("heading", layer), wide, projection)
    sheet = Sheet(*words, inset=QgsRectangle(0, 0, 1e5, 1e5))
    layout = add_sheet(project, sheet, Wishes(["gdp"], Phrases(), ""))
    generaliser = Generaliser()  # holds what is drawn
    generaliser.apply([layout], WHOLE)
    large, small = layout.itemById("map"), layout.itemById("inset")
    (drawn,) = small.layers()
    assert drawn in large.layers()
    assert large.layerStyleOverrides() == {}
    assert small.keepLayerStyles()
    style = small.layerStyleOverrides()[drawn.id()]
    assert 'labelsEnabled="0"' in style
    assert layer.labelsEnabled()
    project.clear()


@pytest.fixture
def german():
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(QLocale.c())


def test_numbers_of_maps_are_those_of_the_text_on_a_german_desktop(qgis_app, german):
    project = QgsProject()
    layout = load_template(project, "map_A4_landscape")
    picture, bar = layout.itemById("map"), layout.itemById("scalebar")
    scale_bar(layout, picture)
    number = bar.numericFormat().formatDouble(1234.5, QgsNumericFormatContext())
    assert number.startswith("1,234")
    layer = make_layer([{"region": "R", "v": 0.1234}], ["Point(1 1)"], kind="Point")
    label_regions(layer, "v")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    words = QgsExpression(layer.labeling().settings().fieldName).evaluate(context)
    assert words == "R\n0.123"


def test_small_islands_are_seen(qgis_app):
    """As those of the South China Sea on a map in a corner."""
    island = square(112.0, 16.0, 112.1, 16.1)
    style_background(island)
    whole = QgsVectorSimplifyMethod()  # paper has more dots than this picture
    whole.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.NoSimplification)
    island.setSimplifyMethod(whole)
    settings = QgsMapSettings()
    settings.setLayers([island])
    settings.setDestinationCrs(island.crs())
    settings.setExtent(QgsRectangle(105, 2, 123, 24))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing)
    settings.setOutputSize(QSize(180, 220))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    shades = [picture.pixelColor(x, y).lightness() for x in range(180) for y in range(220)]
    assert min(shades) < 225
    assert sum(shade < 255 for shade in shades) < 30


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2023年人口", 12.0, ["2023年", "人口"]),
        ("2023年人均地区生产总值", 14.0, ["2023年", "人均地区", "生产总值"]),
        ("夜间灯光", 20.0, ["夜间灯光"]),
    ],
)
def test_chinese_headings_of_tables_break_after_the_year_and_not_inside_it(text, width, lines):
    assert broken(text, width, 7.5).split(" ") == lines


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (["gdp_2023", "pop"], ["gdp_2023", "pop"]),
        # The last year of each, then the first, then the others in their order
        (
            ["gdp_2006", "gdp_2010", "gdp_2014", "gdp_2018", "gdp_2020", "gdp_2023"],
            ["gdp_2006", "gdp_2010", "gdp_2014", "gdp_2018", "gdp_2023"],
        ),
        (
            ["a_2006", "a_2010", "a_2023", "b_2006", "b_2010", "b_2023", "c"],
            ["a_2006", "a_2023", "b_2006", "b_2023", "c"],
        ),
        (list("abcdefg"), list("abcde")),
    ],
)
def test_of_many_indicators_the_last_years_stand_beside_a_city(given, shown):
    assert shown_indicators(Wishes(given, Phrases(), "")) == shown


@pytest.mark.parametrize("rows", range(8, 40, 3))
def test_no_chart_of_many_leaves_its_heading(tmp_path, provider, rows):
    """Also far down, where Qt has not laid out the text before it is asked."""
    document = Document(Wishes(["gdp"], Phrases(), ""))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="480pt" height="200pt" viewBox="0 0 480 200"/>'
    for number in range(8):
        document.section(f"Heading {number}")
        document.text("What the chart shows.")
        document.chart(svg, "chart", "Caption.")
        document.table(["City", "GDP"], [[f"City {n}", n] for n in range(rows)])
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setResolution(300)
    flow = Flow(document.parts, writer, QSizeF(2100, 3000), "DejaVu Sans", str)
    pages = [page for _, page in sorted(flow.page_of.items())]
    assert pages[::2] == pages[1::2]


def test_a_last_page_of_a_few_lines_is_saved_by_smaller_charts(tmp_path, provider):
    """And only then are charts smaller."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="480pt" height="200pt" viewBox="0 0 480 200"/>'
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setResolution(300)
    pages = {}
    for lines in range(20):
        document = Document(Wishes(["gdp"], Phrases(), ""))
        document.chart(svg, "chart", "Caption.")
        document.chart(svg, "chart", "Caption.")
        for number in range(lines):
            document.text("Line {number}.", number=number)
        flow = Flow(document.parts, writer, QSizeF(2100, 3000), "DejaVu Sans", str)
        (stretch,) = flow._stretches
        pages[lines] = flow.pages, stretch._scales[0]
        assert flow.pages == 1 or stretch._last_page_filled() >= 0.15 or stretch._scales[0] == 1.0
    assert pages[0] == (1, 1.0)
    assert (1, 0.9) in pages.values()
    assert pages[19] == (2, 1.0)
