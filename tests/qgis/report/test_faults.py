"""Reports of layers as they come: doubled names, torn outlines, odd fields, closed folders."""

import json
import os
import re
from pathlib import Path

import numpy as np
import pytest
from files_moved import contents
from megaregion.cartography.report import folder as folder_module
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer
from sample_layers import make_layer, rows_of

ROLE_FIELD = 'ro"le'


def square(x, y, spike=False):
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    if spike:  # there and back again: no area, and no valid polygon
        ring[2:2] = [[x + 1, y + 0.5], [x + 3, y + 0.5], [x + 1, y + 0.5]]
    return {"type": "Polygon", "coordinates": [ring]}


def city(number, name, region, role, outline="square"):
    place = 110 + number % 5, 30 + number // 5
    geometry = None if outline is None else square(*place, spike=outline == "spike")
    properties = {
        "fid": 1 + number % 3,
        "name": name,
        "reg": region,
        ROLE_FIELD: role,
        "emp_mining": 10.0 + number,
        "emp_retail": 40.0 - 2 * number,
        "emp_science": 5.0 + number**2,
        "role": 3.0 * number + 1,
        "gdp/cap_2006": 100.0 + 7 * number,
        "gdp/cap_2023": 300.0 - 9 * number,
        "geom": f"text {number}",
        "A": number,
        "a": -number,
        "more": {"code": [number, None]},
        "s1": [90, 5][number % 2] + number,
        "s2": [5, 90][number % 2],
    }
    return {"type": "Feature", "properties": properties, "geometry": geometry}


CITIES = [
    city(0, "Alpha", "R", " Core"),
    city(1, "Twin", "R", "secondary"),
    city(2, "Twin", "R ", "secondary"),
    city(3, "Delta", "Ｒ", "secondary"),
    city(4, "Epsilon", "r\u200b", "SECONDARY"),
    city(5, "Zeta", "Q", "core"),
    city(6, "Eta", "Q", "secondary", "spike"),
    city(7, "Theta", "Q", "secondary"),
    city(8, "Iota", "N", "core", None),
    city(9, "Kappa", "N", "secondary", None),
    city(10, "Twin", "N", "secondary", None),
    city(11, "[% env('HOME') %] $x^2$ <b>", "Q", "secondary"),
]
INDICATORS = ["emp_mining", "emp_retail", "emp_science", "role", "gdp/cap_2006", "gdp/cap_2023"]


def settings(layer, folder, **more):
    return {
        "INPUT": layer,
        "REGION_FIELD": "REG",  # the layer has it in small letters
        "NAME_FIELD": "name",
        "ROLE_FIELD": ROLE_FIELD,
        "INDICATORS": INDICATORS,
        "PERMUTATIONS": 0,
        "BOOTSTRAP": 0,
        "FOLDER": str(folder),
        **more,
    }


def table(folder, name):
    layer = QgsVectorLayer(f"{folder / 'results.gpkg'}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    return rows_of(layer)


@pytest.fixture(scope="module")
def odd_layer(tmp_path_factory):
    path = tmp_path_factory.mktemp("odd") / "cities.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": CITIES}), "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def odd(odd_layer, tmp_path_factory):
    """The folder of the report of the odd layer, and what was said in the log."""
    from conftest import Log
    from qgis import processing

    folder = tmp_path_factory.mktemp("odd folder") / "Xi'an, 50 % [a]" / "report"
    log = Log()
    words = "[% env('HOME') %]"
    given = settings(odd_layer, folder, SECTORS=["s1", "s2", "A"], K=2, TITLE=words, AUTHOR=words)
    given.update(SOURCE_NOTE=words, MAP_APPROVAL=words, REGION_TITLE_FIELD="geom")
    processing.run("megaregion:planningreport", given, feedback=log)
    return folder, log


def test_every_row_is_written_with_a_region_a_role_and_an_identity(odd):
    folder, _ = odd
    rows = table(folder, "cities")
    assert len(rows) == len(CITIES)
    assert [row["mr_region"] for row in rows] == ["R"] * 5 + ["Q"] * 3 + ["N"] * 3 + ["Q"]
    assert [row["mr_role"] for row in rows].count("core") == 3
    assert len({row["mr_id"] for row in rows}) == len(rows)
    assert len({row["mr_city"] for row in rows}) == len(rows)
    # The user's own fields stay as they are, under other names where the file has no such.
    assert [row["reg"] for row in rows] == [one["properties"]["reg"] for one in CITIES]
    assert [row["geom_2"] for row in rows] == [f"text {n}" for n in range(12)]
    assert [row["a_2"] for row in rows] == [-n for n in range(12)]
    assert [json.loads(row["more"]) for row in rows] == [{"code": [n, None]} for n in range(12)]
    assert [row["fid_2"] for row in rows] == [1 + n % 3 for n in range(12)]


def test_cities_of_one_name_have_their_own_type(odd):
    folder, _ = odd
    types = {row["mr_id"]: row["mr_type"] for row in table(folder, "types")}
    cities = {row["mr_city"]: row for row in table(folder, "cities")}
    profile = {row["city"]: row for row in table(folder, "city_profile")}
    assert set(profile) == set(cities)
    twins = [name for name in cities if name.startswith("Twin")]
    assert len(twins) == 3
    for name in twins:
        assert profile[name]["type"] == types[cities[name]["mr_id"]]
        assert profile[name]["emp_retail"] == cities[name]["emp_retail"]
    # Their sectors are opposite, so that one type for all would be wrong.
    assert len({profile[name]["type"] for name in twins}) == 2
    text = (folder / "report.html").read_text("utf-8")
    assert all(name in text for name in twins)


def test_indicators_called_like_a_column_keep_their_values(odd):
    folder, _ = odd
    values = {row["mr_city"]: row["role"] for row in table(folder, "cities")}
    profile = table(folder, "city_profile")
    assert {row["city"]: row["role_2"] for row in profile} == values
    assert {row["role"] for row in profile} == {"core", "secondary"}


def test_the_map_shows_the_indicator_of_its_caption(odd):
    folder, _ = odd
    project = QgsProject()
    project.read(str(folder / "project.qgz"))
    shown = [m for m in project.mapLayers().values() if m.name().startswith("Theil index: ")]
    assert [layer.name() for layer in shown] == ["Theil index: emp mining"]
    assert "theil_emp_mining" in shown[0].renderer().dump()
    project.clear()
    text = (folder / "report.html").read_text("utf-8")
    assert "Theil index of emp mining between core and secondary cities." in text


def test_a_spike_is_no_part_of_a_region_and_a_region_without_outline_has_no_map(odd):
    folder, log = odd
    layer = QgsVectorLayer(f"{folder / 'results.gpkg'}|layername=regions", "r", "ogr")
    areas = {f["region"]: f.geometry().area() for f in layer.getFeatures()}
    assert areas["Q"] == pytest.approx(4)
    assert areas["R"] == pytest.approx(5)
    assert any("mended: Eta" in warning for warning in log.warnings)
    assert any("without an outline: Iota" in warning for warning in log.warnings)
    maps = {path.name for path in (folder / "maps").glob("region_*")}
    assert maps == {"region_01_Q.png", "region_02_R.png"}
    text = (folder / "report.html").read_text("utf-8")
    assert re.search(r"\(N\) has no outline, so that there is no map of it", text)
    assert "Iota" in text


def test_names_and_settings_are_data_and_never_expressions(odd):
    folder, _ = odd
    home = os.environ["HOME"]
    html = (folder / "report.html").read_text("utf-8")
    assert "[% env(&#39;HOME&#39;) %] $x^2$ &lt;b&gt;" in html
    assert home not in html
    project = QgsProject()
    project.read(str(folder / "project.qgz"))
    for layout in project.layoutManager().printLayouts():
        for name in ("title", "author", "approval", "facts"):
            label = layout.itemById(name)
            if label is not None and not (name == "title" and layout.atlas().enabled()):
                assert home not in label.currentText()
    texts = [
        layout.itemById("author").currentText() for layout in project.layoutManager().printLayouts()
    ]
    assert set(texts) == {"[% env('HOME') %]"}
    project.clear()
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(folder / "report.pdf").pages]
    text = re.sub(r"\s+", " ", " ".join(pages))
    assert home not in text
    assert text.count("[% env('HOME') %]") > len(pages)


def test_the_project_and_the_record_name_no_place_of_this_computer(odd):
    import zipfile

    folder, _ = odd
    with zipfile.ZipFile(folder / "project.qgz") as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(".qgs")]
        text = archive.read(name).decode("utf-8")
    assert str(folder.parent.parent) not in text
    assert "./results.gpkg" in text
    assert str(folder.parent) not in (folder / "method.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ROLE_FIELD": "name"}, "No city in a region has the role 'core' .*found: .*'Alpha'"),
        ({"ROLE_FIELD": None, "LEVEL_FIELD": "name"}, "No city has one of the core levels .*Alpha"),
        ({"ROLE_FIELD": None}, "set LEVEL_FIELD .* or ROLE_FIELD"),
        ({"NAME_FIELD": "nome"}, "no field 'nome'"),
        ({"NAMES": "gdp:GDP"}, "'gdp:GDP', which is not field=words"),
        ({"FLOWS": "INPUT"}, "needs FROM_FIELD"),
    ],
)
def test_what_cannot_be_reported_on_is_one_sentence(run, odd_layer, tmp_path, changed, sentence):
    given = settings(odd_layer, tmp_path / "report", **changed)
    if given.get("FLOWS"):
        given["FLOWS"] = odd_layer
    with pytest.raises(QgsProcessingException, match=sentence):
        run("planningreport", **given)
    assert list(tmp_path.iterdir()) == []


def plain(crs, scale=1.0, kind="Polygon"):
    rows = [
        {
            **{"name": f"C{n}", "reg": "R", ROLE_FIELD: "secondary" if n else "core"},
            **{"x_2006": 9.0 + n, "x_2010": 9.0 + 2 * n, "x_2023": 19.0 - n},
        }
        for n in range(4)
    ]
    shapes = []
    for n in range(4):
        x, y = 110 + n, 30
        ring = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
        points = ",".join(f"{scale * a} {scale * b}" for a, b in ring)
        shapes.append(f"Polygon(({points}))" if kind == "Polygon" else f"Point({x} {y})")
    return make_layer(rows, shapes, kind=kind, crs=crs)


@pytest.mark.parametrize(
    ("crs", "scale", "sentence"),
    [
        ("", 1.0, "has no coordinate reference system"),
        ("", 100_000.0, "has no coordinate reference system"),
        ("EPSG:4326", 100_000.0, "do not fit its coordinate reference system EPSG:4326"),
    ],
)
def test_a_layer_that_is_nowhere_is_one_sentence(run, tmp_path, crs, scale, sentence):
    layer = plain(crs, scale)
    assert layer.crs().isValid() == bool(crs)
    given = settings(layer, tmp_path / "report", REGION_FIELD="reg", INDICATORS=["x_2006"])
    with pytest.raises(QgsProcessingException, match=sentence):
        run("planningreport", **given)
    assert list(tmp_path.iterdir()) == []


def test_points_are_reported_on_too_with_trend_and_policies(run, tmp_path):
    layer = plain("EPSG:4326", kind="Point")
    folder = tmp_path / "report"
    items = [{"r": region, "c": code} for region, code in (("r ", "COO-1"), ("R", "x"))]
    years = ["x_2006", "x_2010", "x_2023"]
    given = settings(layer, folder, REGION_FIELD="reg", INDICATORS=years, POLICY=make_layer(items))
    given.update(POLICY_REGION_FIELD="r", POLICY_CODE_FIELD="c")
    results, _ = run("planningreport", **given)
    assert set(results) == {"FOLDER", "REPORT", "PDF", "PROJECT"}
    assert all(Path(path).exists() for path in results.values())
    regions = QgsVectorLayer(f"{folder / 'results.gpkg'}|layername=regions", "r", "ogr")
    (region,) = regions.getFeatures()
    points = [f.geometry() for f in layer.getFeatures()]
    assert all(region.geometry().contains(point) for point in points)
    row = table(folder, "unevenness")[0]
    assert region["theil_x_2006"] == row["theil_between"]
    s, p = 9 / 42, 1 / 4
    theil = s * np.log(s / p) + (1 - s) * np.log((1 - s) / (1 - p))
    assert row["theil_between"] == pytest.approx(theil)
    (trend,) = table(folder, "trend")
    text = (folder / "report.html").read_text("utf-8")
    assert "Unevenness through all years" in text
    assert f'<td>2006 to 2023</td><td class="number">{trend["years"]}</td>' in text
    counts = {row["code"]: row["items"] for row in table(folder, "policy")}
    assert {code for code, items in counts.items() if items} == {"COO-1", "x"}
    assert "innovation and knowledge" in text
    assert table(folder, "coordination")


def test_lists_of_many_cities_end_early_and_say_so(run, tmp_path, monkeypatch):
    """In the report's language: the list, the chart and the table on the map's page."""
    from megaregion.cartography.report.chapters import region as chapter
    from pypdf import PdfReader

    monkeypatch.setattr(chapter, "_MOST_LISTED", 45)
    rows = [
        {"reg": "R", "name": f"N{i:02d}", ROLE_FIELD: "secondary" if i else "core", "x": 1000.0 - i}
        for i in range(70)
    ]
    places = [(100 + i % 10, 30 + i // 10) for i in range(70)]
    squares = [
        f"Polygon(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))" for x, y in places
    ]
    layer = make_layer(rows, squares, kind="Polygon")
    folder = tmp_path / "report"
    given = settings(layer, folder, REGION_FIELD="reg", INDICATORS=["x"], LANGUAGE=1)
    run("planningreport", **given)
    html = (folder / "report.html").read_text("utf-8")
    assert "70个城市中列出45个：先列核心城市，再按x从高到低排列" in html
    assert "70个中的55个" in html
    listed = [f"N{i:02d}" for i in range(70) if f"<td>N{i:02d}</td>" in html]
    assert listed == [f"N{i:02d}" for i in range(45)]
    pages = [page.extract_text() for page in PdfReader(folder / "report.pdf").pages]
    text = "".join(pages)
    assert "70个城市中列出45个" in text.replace("\n", "")
    on_map = next(page for page in pages if "其余见正文" in page)
    shown = int(re.search(r"前(\d+)个城市；其余见正文", on_map)[1])
    assert 5 < shown < 45
    assert f"地图页列出45个城市中的前{shown}个，其余如下。" in text.replace("\n", "")


def test_a_report_is_not_written_over_what_it_reads(run, tmp_path):
    folder = tmp_path / "report"
    given = settings(plain("EPSG:4326"), folder, REGION_FIELD="reg", INDICATORS=["x_2006"])
    run("planningreport", **given)
    before = (folder / "results.gpkg").stat().st_mtime_ns
    given["INPUT"] = f"{folder / 'results.gpkg'}|layername=cities"
    with pytest.raises(QgsProcessingException, match="would replace INPUT"):
        run("planningreport", **given)
    assert (folder / "results.gpkg").stat().st_mtime_ns == before


def test_without_a_temporary_folder_the_old_report_stays(run, tmp_path, monkeypatch):
    folder = tmp_path / "report"
    given = settings(plain("EPSG:4326"), folder, REGION_FIELD="reg", INDICATORS=["x_2006"])
    run("planningreport", **given)
    before = contents(folder)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "not there"))
    with pytest.raises(QgsProcessingException, match="The folder for temporary files"):
        run("planningreport", **given)
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def held_open():
    """The files that this process has open."""
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            found.add(os.readlink(link))
        except OSError:
            continue
    return found


def test_files_are_closed_before_they_are_moved_as_windows_wants_it(run, tmp_path, monkeypatch):
    """`os.replace` as on Windows: it refuses files that this process holds open."""
    moved = []

    def replace(source, target):
        for path in (source, target):
            if str(path) in held_open():
                raise PermissionError(13, "in use by another process")
        if Path(source) != Path(target):
            moved.append(Path(source))
            below = [p for p in held_open() if p.startswith(f"{tmp_path}/.report")]
            assert all(path.endswith(".lock") for path in below), below
        os.rename(source, target)

    monkeypatch.setattr(folder_module.os, "replace", replace)
    folder = tmp_path / "report"
    given = settings(plain("EPSG:4326"), folder, REGION_FIELD="reg", INDICATORS=["x_2006"])
    run("planningreport", **given)
    assert {"results.gpkg", "report.pdf", "project.qgz"} <= {path.name for path in moved}
    # While the first report is open, nothing is touched.
    before = contents(folder)
    with (
        (folder / "results.gpkg").open("rb"),
        pytest.raises(QgsProcessingException, match="cannot be replaced: close it"),
    ):
        run("planningreport", **given)
    assert contents(folder) == before
