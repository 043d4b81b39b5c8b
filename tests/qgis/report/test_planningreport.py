"""The planning report on three regions of the example, read back as its readers would."""

import json
import re

import pytest
from megaregion.measures.errors import InputError
from pypdf import PdfReader
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProcessingException,
    QgsProject,
)
from qgis.PyQt.QtGui import QImage
from report_reader import (
    REGIONS,
    SOURCE,
    Tables,
    agrees,
    ordered,
    pages_of,
    settings,
    table,
    table_with,
)
from sample_layers import rows_of


def test_the_folder_holds_all_that_is_promised(report):
    names = {"results.gpkg", "report.html", "report.pdf", "project.qgz", "method.json"}
    assert names | {"maps", "charts"} == {path.name for path in report.iterdir()}
    for name in (
        *("cities", "regions", "unevenness", "change", "nested", "core_differences", "types"),
        *("type_profiles", "type_diagnostics", "nighttime_light", "nighttime_series"),
        *("nighttime_groups", "polycentricity", "complementarity", "flows", "flows_summary"),
    ):
        assert table(report, name), name
    assert len(list((report / "maps").glob("region_*.png"))) == len(REGIONS)
    assert {"cover.png", "types.png", "flows.png"} <= {p.name for p in (report / "maps").iterdir()}
    charts = [path.read_text("utf-8") for path in report.glob("charts/*.svg")]
    assert len(charts) >= 6
    assert all("http://www.w3.org/2000/svg" in chart for chart in charts)
    record = json.loads((report / "method.json").read_text("utf-8"))
    assert record["input"]["cities"] == len(table(report, "cities"))
    assert record["counts"]["types"] == len(table(report, "types"))
    assert {"QGIS", "numpy", "Mega-Region Analyst"} <= set(record["versions"])
    assert record["left_out"] == []


def test_numbers_in_html_are_those_of_the_results(report):
    page = Tables((report / "report.html").read_text("utf-8"))
    shown = table_with(page, "Theil", "Gini", "p")[1:]
    rows = ordered(report, table(report, "unevenness"))
    assert [row[0] for row in shown] == [row["region"] for row in rows]
    for cells, row in zip(shown, rows):
        if row["indicator"] == "gdppc":
            row["core_share"] = None  # amounts per head have no sum to hold a share of
        names = ["cities", "cores", "missing", "core_share", "theil_between", "gini_between"]
        for cell, name in zip(cells[2:], [*names, "p_value"]):
            assert agrees(cell, row[name]), (row["region"], name)
    assert {row[1] for row in shown} == {"Output 2006", "Output 2023", "Output per head 2023"}
    shown = table_with(page, "Theil before", "Theil after")[1:]
    names = ("cities", "theil_from", "theil_to", "theil_change", "ci_low", "ci_high", "p_value")
    for cells, row in zip(shown, ordered(report, table(report, "change"))):
        assert cells[2] == "2006\u00a0to\u00a02023"
        assert all(agrees(cell, row[n]) for cell, n in zip(cells[3:10], names)), row
    shown = table_with(page, "Lit share")[1:]
    rows = ordered(report, [r for r in table(report, "nighttime_groups") if r["region"]])
    assert len(shown) == len(rows)
    for cells, row in zip(shown, rows):
        assert all(agrees(c, row[n]) for c, n in zip(cells[2:], ("sum", "mean", "lit_share")))


def test_every_city_and_number_is_on_its_regions_pages(report):
    pages = pages_of(report)
    for region in REGIONS:
        own = [p for p in pages if f"({region})" in p and f"{region}) {region}" not in p]
        text = " ".join(own)
        profile = [r for r in table(report, "region_profile") if r["region"] == region]
        (page,) = [p for p in own if "Numbers (rank" in p]
        assert profile
        for row in profile:
            value = f"{row['value']:,.{row['decimals']}f}"
            assert value in page, row
            assert f"{row['rank']} / {row['of']}" in page, row
        members = [c for c in table(report, "city_profile") if c["region"] == region]
        assert len(members) == sum(c["mr_region"] == region for c in table(report, "cities"))
        for city in members:
            assert city["city"] in text
            assert f"{city['gdp_2023']:,.0f}" in text


def test_units_and_years_stand_beside_quantities(report):
    page = Tables((report / "report.html").read_text("utf-8"))
    heads = table_with(page, "City", "Role")[0]
    assert heads[3:] == [
        "Output 2006 [100 million yuan]",
        "Output 2023 [100 million yuan]",
        "Output per head 2023 [yuan]",
        "Night light [brightness]",
    ]
    text = (report / "report.html").read_text("utf-8")
    assert "radiance" not in text
    assert "from black_marble_china. A cell counts as lit above 0." in text


def test_findings_are_made_from_the_numbers(report):
    text = (report / "report.html").read_text("utf-8")
    rows = [r for r in table(report, "unevenness") if (r["indicator"], r["year"]) == ("gdp", 2023)]
    most = max(rows, key=lambda row: row["theil_between"])
    assert re.search(
        rf"Output 2023 is most unevenly shared [^.]* \({most['region']}\) "
        rf"\(Theil {most['theil_between']:.3f}; cores&#39; share {most['core_share']:.0%}\)",
        text,
    )
    changes = table(report, "change")
    wider, less, same, turned = (
        sum(row["direction"] == words for row in changes)
        for words in ("widening", "narrowing", "stable", "reversed")
    )
    assert wider + less + same + turned == len(changes)
    assert (
        f"widened in {wider}, narrowed in {less} and was stable in {same} of {len(changes)} "
        "mega-regions" in text
    )
    assert (f"(in {turned} the richer" in text) == bool(turned)
    clear = sum(row["p_fdr"] < 0.05 for row in changes)
    assert f"Beyond chance is the change in {clear} of {len(changes)} " in text
    # Each rests on a figure that is there.
    figures = set(re.findall(r'<figure id="figure-(\d+)">', text))
    links = set(re.findall(r' <a href="#figure-(\d+)">\(Figure \1\)</a>', text))
    assert len(links) > 4
    assert links <= figures
    # In print each has its page.
    pages = pages_of(report)
    referred = re.findall(r"\(Figure (\d+), page (\d+)\)", " ".join(pages))
    assert {figure for figure, _ in referred} == links
    for figure, number in referred:
        assert f"Figure {figure}." in pages[int(number) - 1]


def test_html_is_self_contained_and_accessible(report):
    text = (report / "report.html").read_text("utf-8")
    assert not re.search(r'(?:src|href)="(?!data:|#)', text)
    assert 'lang="en"' in text
    assert "prefers-color-scheme: dark" in text
    seen = re.findall(r'<img alt="([^"]*)"', text)
    assert len(seen) == text.count("<img") == len(list(report.glob("maps/*.png"))) - 1  # no cover
    assert all(words.startswith("Map") and len(words) > 40 for words in seen)
    rows = [r for r in table(report, "unevenness") if (r["indicator"], r["year"]) == ("gdp", 2023)]
    most = max(rows, key=lambda row: row["theil_between"])
    assert f"the more uneven: {most['region']} {most['theil_between']:.3f}, " in " ".join(seen)
    assert 'class="sortable"' in text


def test_the_pdf_is_vector_searchable_and_small(report):
    reader = PdfReader(report / "report.pdf")
    pages = pages_of(report)
    assert "Contents" in pages[1]
    titles = [one["/Title"] for one in reader.outline if not isinstance(one, list)]
    assert titles[0] == "Key findings"
    assert "Method and sources" in titles
    assert reader.root_object["/Lang"] == "en"
    assert "Key findings" in pages[1]  # no ligature, which a search would miss
    assert all(page.strip() for page in pages)
    assert not any(page.images for page in reader.pages)
    assert (report / "report.pdf").stat().st_size < 10e6
    # The contents name the page a chapter is on.
    place = re.search(r"Spatial relations (\d+)", pages[1])
    assert "Spatial relations" in pages[int(place[1]) - 1]


def test_no_letter_is_too_small_to_read(report):
    sizes = {}

    def visit(text, current, matrix, font, size):
        if text.strip():
            # The size is that of the text's own space: matrices turn and scale it.
            a, b = [
                matrix[2] * current[0] + matrix[3] * current[2],
                matrix[2] * current[1] + matrix[3] * current[3],
            ]
            sizes.setdefault(round(size * (a * a + b * b) ** 0.5, 2), text.strip())

    for page in PdfReader(report / "report.pdf").pages:
        page.extract_text(visitor_text=visit)
    assert len(sizes) > 3
    assert min(sizes) >= 6.9, sizes[min(sizes)]
    assert max(sizes) < 40


def test_project_has_every_layer_styled_and_moves_with_its_folder(report):
    project = QgsProject()
    assert project.read(str(report / "project.qgz"))
    layers = project.mapLayers().values()
    assert all(layer.isValid() for layer in layers)
    package = [layer for layer in layers if "results.gpkg" in layer.source()]
    assert {layer.source().split("layername=")[1] for layer in package} >= {"types", "flows"}
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert {"Unevenness", "City types", "Night light", "Spatial relations"} <= set(groups)
    project.clear()


def test_pictures_of_the_regions_have_the_map_and_no_table(report):
    page = QImage(str(report / "maps" / "cities.png"))
    assert page.width() / page.height() < 0.75
    pictures = [QImage(str(path)) for path in report.glob("maps/region_*.png")]
    assert len(pictures) == len(REGIONS)
    for picture in pictures:
        assert 1 < picture.width() / picture.height() < 2


def labels_of(layout):
    return {i.id(): i for i in layout.items() if isinstance(i, QgsLayoutItemLabel) and i.text()}


def kinds(layout, kind):
    return [item for item in layout.items() if isinstance(item, kind)]


def test_every_map_has_its_parts_and_nothing_is_clipped(report):
    project = QgsProject()
    project.read(str(report / "project.qgz"))
    layouts = project.layoutManager().printLayouts()
    assert len(layouts) >= 7
    for layout in layouts:
        labels = labels_of(layout)
        facts = labels["facts"].text()
        assert labels["title"].text()
        assert f"Source: {SOURCE}" in facts
        assert "Projection: Albers equal-area conic" in facts
        assert re.search(r"Made 20\d\d-\d\d-\d\d", facts)
        assert labels["author"].text() == "Planning bureau"
        assert "GS(2026)0000" in labels["approval"].text()
        (legend,) = kinds(layout, QgsLayoutItemLegend)
        (bar,) = kinds(layout, QgsLayoutItemScaleBar)
        # The country's map is too wide for one north, a region's page is not.
        arrows = kinds(layout, QgsLayoutItemPicture)
        assert len(arrows) == layout.atlas().enabled()
        assert all(a.northMode() == QgsLayoutItemPicture.NorthMode.TrueNorth for a in arrows)
        (page,) = kinds(layout, QgsLayoutItemPage)
        paper = page.mapRectToScene(page.rect())
        boxes = {"legend": legend, "bar": bar, **dict(enumerate(arrows)), **labels}
        legend.adjustBoxSize()
        for name, item in boxes.items():
            assert paper.contains(item.mapRectToScene(item.rect())), (layout.name(), name)
        map_item = layout.itemById("map")
        assert not map_item.crs().isGeographic()
        for name, item in {**labels, "map": map_item, "bar": bar}.items():
            overlap = legend.mapRectToScene(legend.rect()) & item.mapRectToScene(item.rect())
            assert overlap.width() * overlap.height() < 0.1, (layout.name(), name)
        for name, label in labels.items():
            if name != "title" or not layout.atlas().enabled():
                needed = label.sizeForText()
                lines = max(1, -(-needed.width() // label.rect().width()))
                room = label.rect().height() + 1.5
                assert needed.height() * lines <= room, (layout.name(), name)
    project.clear()


def test_maps_of_two_years_have_the_same_classes(report):
    project = QgsProject()
    project.read(str(report / "project.qgz"))
    classes = {
        layer.name(): [(r.lowerValue(), r.upperValue()) for r in layer.renderer().ranges()]
        for layer in project.mapLayers().values()
        if layer.name().startswith("Theil index: ")
    }
    assert set(classes) == {"Theil index: Output 2006", "Theil index: Output 2023"}
    assert len({tuple(ranges) for ranges in classes.values()}) == 1
    project.clear()


def test_missing_parts_are_left_out_and_said_and_others_kept(run, cities, tmp_path):
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept", encoding="utf-8")
    given = settings(cities, folder, INDICATORS=["gdp_2023"], LANGUAGE=1, PAPER=1)
    given.update(LEVEL_FIELD=None, ROLE_FIELD="mr_role")
    _, log = run("planningreport", **given)
    assert [row["mr_role"] for row in table(folder, "cities")] == [
        row["mr_role"] for row in rows_of(cities)
    ]
    left_out = json.loads((folder / "method.json").read_text("utf-8"))["left_out"]
    assert len(left_out) == 4
    assert all(sentence[0] >= "\u4e00" for sentence in left_out)
    english = [sentence for sentence in log.infos if " left out: " in sentence]
    assert len(english) == 4, log.infos
    text = (folder / "report.html").read_text("utf-8")
    assert 'lang="zh"' in text
    assert "核心城市与次级城市" in text
    assert "夜间灯光" in text  # in the sentence that says it is left out
    assert not (folder / "maps" / "types.png").exists()
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "kept"
    page = PdfReader(folder / "report.pdf").pages[0].mediabox
    assert [round(float(n) / 72 * 25.4) for n in (page.width, page.height)] == [297, 420]


@pytest.mark.parametrize("chapter", ["Unevenness", "Maps", "Report"])
def test_cancelling_leaves_no_half_report(cities, tmp_path, chapter):
    from conftest import Log
    from qgis import processing

    class Impatient(Log):
        """Cancels when a chapter begins."""

        def setProgressText(self, text):  # noqa: N802
            if text == chapter:
                self.cancel()

    folder = tmp_path / "report"
    with pytest.raises(QgsProcessingException):
        processing.run("megaregion:planningreport", settings(cities, folder), feedback=Impatient())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"LEVEL_FIELD": None}, "set LEVEL_FIELD .* or ROLE_FIELD"),
        ({"NAME_FIELD": "nome"}, "no field 'nome'"),
        ({"INDICATORS": []}, "INDICATORS"),
    ],
)
def test_bad_input_is_one_sentence(run, cities, tmp_path, changed, sentence):
    with pytest.raises((QgsProcessingException, InputError), match=sentence):
        run("planningreport", **settings(cities, tmp_path / "report", **changed))
    assert list(tmp_path.iterdir()) == []


def test_a_map_item_without_a_template_place_is_skipped(report):
    project = QgsProject()
    project.read(str(report / "project.qgz"))
    # No inset was asked for, so that its frame is not left empty on the page.
    for layout in project.layoutManager().printLayouts():
        assert {m.id() for m in kinds(layout, QgsLayoutItemMap)} <= {"map", "locator"}
    project.clear()
