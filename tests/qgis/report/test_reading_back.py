"""Every number of a report's PDF and HTML is one of `results.gpkg`, and every page can be read."""

import html
import re
from itertools import combinations

import pytest
from megaregion.cartography.report.numbers import written
from pypdf import PdfReader
from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt
from report_reader import REGIONS, Tables, agrees, ordered, pages_of, table

NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:,\d{3})*(?:\.\d+)?")
# Head of a table that no other has, to its table of results and what its columns are called there
SOURCES = {
    "Cores' share": (
        "unevenness",
        ["cities", "cores", "missing", "core_share", "theil_between", "gini_between", "p_value"],
    ),
    "Theil before": (
        "change",
        ["cities", "theil_from", "theil_to", "theil_change", "ci_low", "ci_high", "p_value"],
    ),
    "Between roles": (
        "nested",
        ["theil", "share_between_regions", "share_between_roles", "share_within_roles"],
    ),
    "Lit share": ("nighttime_groups", ["sum", "mean", "lit_share"]),
    "Primacy": (
        "polycentricity",
        ["cities", "primacy", "two_city_ratio", "rank_size_slope", "polycentricity"],
    ),
    "Specialisation": ("complementarity_summary", ["cities", "specialisation", "complementarity"]),
    "Multidirectionality": (
        "flows_summary",
        [
            *("flows", "total", "core_core", "core_secondary", "secondary_secondary"),
            *("multidirectionality", "functional_polycentricity"),
        ],
    ),
}
# Columns of numbers without a unit: counts, shares, indices
BARE = {"Cities", "Cores", "Secondary", "Missing", "Cores' share", "Theil", "Gini", "p", "Type"}
BARE |= {"Theil before", "Theil after", "Change", "95% from", "to", "Lit share", "Primacy"}
BARE |= {"Between mega-regions", "Between roles", "Within roles", "Largest to second", "Flows"}
BARE |= {"Rank-size slope", "Polycentricity", "Specialisation", "Complementarity", "Core to core"}
BARE |= {"Core and secondary", "Secondary to secondary", "Multidirectionality"}
BARE |= {"Functional polycentricity", "Value", "Median"}


@pytest.fixture(scope="module")
def screen(report):
    return (report / "report.html").read_text("utf-8")


@pytest.fixture(scope="module")
def project(report):
    opened = QgsProject()
    assert opened.read(str(report / "project.qgz"))
    yield opened
    opened.clear()


def parsed(cell):
    try:
        return float(cell.replace(",", ""))
    except ValueError:
        return None


def last_columns(cells, count):
    """The cells of numbers; texts follow some of them."""
    numbers = [cell for cell in cells if cell == "–" or parsed(cell) is not None]
    assert len(numbers) >= count, cells
    return numbers[:count]


def test_every_number_of_the_tables_of_html(report, screen):
    tables = Tables(screen).tables
    found = dict.fromkeys(SOURCES, 0)
    for heads, *rows in tables:
        for key in set(SOURCES) & set(heads):
            name, fields = SOURCES[key]
            expected = [r for r in table(report, name) if r.get("region", "") is not None]
            if name == "nested":
                expected = [r for r in expected if r["theil"] is not None]
            else:
                expected = ordered(report, expected)
            if name == "polycentricity":  # of each indicator's last year
                expected = [r for r in expected if r["year"] == 2023]
            assert len(rows) == len(expected), key
            for cells, row in zip(rows, expected):
                values = [row[field] for field in fields]
                if row.get("indicator") == "gdppc":  # has no sum that a city could have a share of
                    values = [
                        None if field in ("core_share", "primacy") else value
                        for field, value in zip(fields, values)
                    ]
                shown = last_columns(cells, len(fields))
                assert all(map(agrees, shown, values)), (key, cells, values)
            found[key] += 1
    assert set(found.values()) == {1}, found
    known = {*SOURCES, "City", "Core cities", "Names, the best fitting first", "Measure"}
    assert all(known & set(heads) for heads, *_ in tables)


def test_every_number_of_the_regions_tables(report, screen):
    tables = Tables(screen).tables
    profiles = [rows for heads, *rows in tables if "Measure" in heads]
    cities = [rows for heads, *rows in tables if "City" in heads]
    for region, profile, members in zip(sorted(REGIONS), profiles, cities):
        numbers = [r for r in table(report, "region_profile") if r["region"] == region]
        assert [row[0] for row in profile] == [row["measure"] for row in numbers]
        for (_, value, middle, rank), row in zip(profile, numbers):
            assert agrees(value, row["value"]), row
            assert agrees(middle, row["median"]), row
            assert rank == f"{row['rank']} of {row['of']}"
        rows = [r for r in table(report, "city_profile") if r["region"] == region]
        assert len(members) == len(rows) > 0
        for cells, row in zip(members, rows):
            values = [row[name] for name in row if name not in ("fid", "region")]
            for cell, value in zip(cells, values, strict=True):
                same = cell == value if isinstance(value, str) else agrees(cell, value)
                assert same, (cells, row)


def words_of(text):
    """The sentences of a page, without its tables, drawings, style and script."""
    text = re.sub(r"<(svg|table|style|script)\b.*?</\1>", " ", text, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def test_every_number_of_the_sentences_is_in_the_results(report, screen):
    rows = [row for name in ("unevenness", "change", "nested") for row in table(report, name)]
    rows += [
        row
        for name in ("polycentricity", "nighttime_groups", "flows_summary", "complementarity")
        for row in table(report, name)
    ]
    rows += [*table(report, "type_diagnostics"), *table(report, "type_profiles")]
    values = [v for row in rows for v in row.values() if isinstance(v, float)]
    for part in ("unevenness", "change"):
        by_indicator = {}
        for row in table(report, part):
            key = row["indicator"], row.get("year")
            by_indicator.setdefault(key, []).append(row.get("theil_between") or 0.0)
        values += [sorted(v)[len(v) // 2] for v in by_indicator.values() if len(v) % 2]
    known = {f"{value:.{places}f}" for value in values for places in (2, 3)}
    known |= {f"{value:+.3f}" for value in values}
    known |= {f"{100 * value:.0f}" for value in values}
    text = words_of(screen)
    findings = text[text.rindex("Key findings") : text.index("Method and sources", 900)]
    regions = text[text.rindex("Mega-regions one by one") :]
    decimals = {n for n in NUMBER.findall(findings + regions) if "." in n}
    # A limit that stands in sentences
    decimals -= {"0.05"}
    assert len(decimals) > 12
    assert sorted(decimals - known) == []
    assert set(re.findall(r"(\d+)%", findings + regions)) <= known


def test_every_number_in_print_is_on_the_screen_or_in_the_results(report, screen, project):
    """Beside them print has only pages, legends, scale bars and what a map says of itself."""
    known = set(NUMBER.findall(html.unescape(re.sub(r"<style>.*?</style>", "", screen))))
    for row in table(report, "region_profile"):
        known |= {written(row[name], row["decimals"]) for name in ("value", "median")}
        known |= {str(row["rank"]), str(row["of"])}
    pages = pages_of(report)
    known |= {str(number) for number in range(1, len(pages) + 1)}
    for layout in project.layoutManager().printLayouts():
        for item in layout.items():
            texts = []
            if isinstance(item, QgsLayoutItemLabel):
                texts = [item.currentText()]
            elif isinstance(item, QgsLayoutItemLegend):
                model = item.model()
                for layer in model.rootGroup().findLayers():
                    nodes = model.layerLegendNodes(layer)
                    texts += [str(n.data(Qt.ItemDataRole.DisplayRole)) for n in nodes]
            elif isinstance(item, QgsLayoutItemScaleBar):
                parts = range(item.numberOfSegments() + 1)
                texts = [f"{item.unitsPerSegment() * part:g}" for part in parts]
            known |= {n for text in texts for n in NUMBER.findall(text)}
    unknown = {}
    for number, page in enumerate(pages, start=1):
        for found in NUMBER.findall(page):
            if found not in known and f"{found} km" not in page:  # of a scale bar
                unknown.setdefault(number, set()).add(found)
    # Labels of the Theil maps
    values = {f"{r['theil_between']:.3f}" for r in table(report, "unevenness")}
    unknown = {number: found - values for number, found in unknown.items() if found - values}
    assert unknown == {}


def test_every_city_is_once_in_its_regions_tables_in_print(report):
    pages = pages_of(report)
    roles = {"core", "secondary", "small"}
    for region in REGIONS:
        own = " ".join(page for page in pages if f"({region})" in page)
        members = [r for r in table(report, "cities") if r["mr_region"] == region]
        rows = [f"{m['mr_city']} {m['mr_role']} " for m in members if m["mr_role"] in roles]
        assert len(rows) == len(members) > 0
        assert {row: own.count(row) for row in rows} == dict.fromkeys(rows, 1)


def test_a_unit_stands_beside_every_quantity(report, screen):
    for heads, *rows in Tables(screen).tables:
        for head, *cells in zip(heads, *rows):
            if any(parsed(cell) is not None for cell in cells):
                assert head in BARE or re.search(r"\[.+\]", head), head
    measures = {row["measure"] for row in table(report, "region_profile")}
    light = {words for words in measures if "light" in words}
    assert light
    assert all("[brightness]" in words for words in light)
    pages = pages_of(report)
    assert any("Output in 100 million yuan" in page for page in pages)


def texts_of(page):
    """Each text of a page with its box, as wide as narrow letters make it, in points."""
    boxes = []

    def visit(text, current, matrix, font, size):
        if not text.strip():
            return
        a, b, c, d, e, f = matrix
        x = e * current[0] + f * current[2] + current[4]
        y = e * current[1] + f * current[3] + current[5]
        across = c * current[1] + d * current[3]
        turned = abs(a * current[1] + b * current[3]) > 0.1 * abs(across)
        high = abs(size * across)
        if not turned:
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            boxes.append((x, y, x + 0.4 * high * len(lines[0]), y + 0.6 * high, lines[0]))

    page.extract_text(visitor_text=visit)
    return boxes


def test_no_text_lies_on_another(report):
    seen = 0
    for number, page in enumerate(PdfReader(report / "report.pdf").pages, start=1):
        boxes = texts_of(page)
        seen += len(boxes)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        for left, low, right, top, text in boxes:
            inside = left >= 0 and low >= 0 and right <= width and top <= height
            assert inside, (number, text, left, low, right, top)
        for one, other in combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            along = min(one[3], other[3]) - max(one[1], other[1])
            assert across < 1 or along < 1, (number, one[4], other[4])
    assert seen > 500


def test_tables_on_the_regions_pages_are_whole(project):
    """Every row has room in its frame, on each page of the atlas, and no frame lies on another."""
    (layout,) = [x for x in project.layoutManager().printLayouts() if x.atlas().enabled()]
    atlas = layout.atlas()
    assert atlas.updateFeatures() == len(REGIONS)
    for number in range(len(REGIONS)):
        atlas.seekTo(number)
        layout.refresh()
        frames = [item for item in layout.items() if isinstance(item, QgsLayoutFrame)]
        assert {frame.id() for frame in frames} == {"cities_table", "numbers_table"}
        for frame in frames:
            whole = frame.multiFrame()
            whole.refresh()
            assert whole.totalSize().height() <= frame.rect().height() + 0.1, frame.id()
        solid = (QgsLayoutFrame, QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar)
        boxes = [
            (item.id(), item.mapRectToScene(item.rect()))
            for item in layout.items()
            if isinstance(item, solid)
        ]
        for (name, one), (other, two) in combinations(boxes, 2):
            both = one & two
            assert both.width() * both.height() < 0.1, (name, other)
