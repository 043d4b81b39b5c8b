"""A disk that is full is an error, and leaves no cut file behind."""

import pytest
from little_room import little_room
from qgis.core import QgsProcessingException
from sample_layers import make_layer
from small_world import settings_of

ROOM = 20_000  # bytes


@pytest.fixture(scope="module")
def many_cities():
    rows = [
        {"city": f"c{n}", "reg": f"R{n // 300}", "mr_role": "secondary" if n % 10 else "core"}
        | {"g_2006": 1.0 + n % 17, "g_2023": 2.0 + n % 23}
        for n in range(900)
    ]
    corners = [(n % 100, n // 100) for n in range(len(rows))]
    squares = [f"Polygon(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y}))" for x, y in corners]
    return make_layer(rows, squares, kind="Polygon")


@pytest.mark.parametrize(
    "ending", ["gpkg", "csv", "shp", "geojson", "fgb", "xlsx", "ods", "sqlite", "kml", "gml", "tab"]
)
def test_no_cut_layer(run, tmp_path, many_cities, ending):
    settings = {"INPUT": many_cities, "FROM_FIELD": "g_2006", "TO_FIELD": "g_2023", "YEARS": 17}
    settings["OUTPUT"] = str(tmp_path / f"growth.{ending}")
    with (
        little_room(ROOM),
        pytest.raises(QgsProcessingException, match=r"^OUTPUT (could not|lost)"),
    ):
        run("citygrowth", **settings)
    assert not list(tmp_path.iterdir())


def test_no_cut_page_and_what_was_there_stays(run, tmp_path, many_cities):
    page = tmp_path / "page.html"
    page.write_text("of last year")
    settings = {"INPUT": many_cities, "REGION_FIELD": "reg", "INDICATORS": ["g_2006"]}
    settings.update(OUTPUT="memory:", REPORT=str(page))
    with little_room(ROOM), pytest.raises(QgsProcessingException, match="REPORT cannot be written"):
        run("unevenness", **settings)
    assert page.read_text() == "of last year"
    assert list(tmp_path.iterdir()) == [page]


def test_no_half_report(run, tmp_path):
    settings = settings_of("planningreport", tmp_path)
    with little_room(400_000), pytest.raises(QgsProcessingException) as caught:
        run("planningreport", **settings)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())
