"""Names from data are data: in pages, in charts, in the log, wherever they are printed."""

import re
import xml.etree.ElementTree as ET

import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of
from small_world import city_rows, settings_of, squares

# Names as they occur, and signs that a page, a chart or an expression could take for its own.
ODD = [
    "R&D <b>zone</b>",
    "price $5 to $10",
    "$x^",
    r"\frac{a}",
    'the "old" town',
    "it's",
    "{braces} {0}",
    "100 %s %(x)d",
    "[% 1 + 1 %]",
    "a_b^c",
    "</script><script>alert(1)</script>",
    "京津冀",
    "line\nbreak",
    "é" * 60,
]
WITH_PAGE = [
    "unevenness",
    "unevennesschange",
    "unevennesstrend",
    "nestedtheil",
    "citytypes",
    "comparetypes",
    "nighttimelight",
    "policythemes",
    "coordinationprofile",
]


def odd_world(odd):
    """The small world with a region, a city and a level of that name."""
    rows = city_rows()
    for row in rows:
        row["reg"] = odd if row["reg"] == "R" else row["reg"]
    rows[0]["city"] = rows[0]["phase"] = odd
    for row in rows[:6]:
        row["phase"] = odd
    return make_layer(rows, squares(rows), kind="Polygon")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_page_prints_names_as_they_are(run, tmp_path, name, odd):
    page = tmp_path / "page.html"
    settings = settings_of(name, tmp_path, odd_world(odd))
    if name == "policythemes":
        rows = rows_of(settings["TABLE"])
        for row in rows:
            row["region"] = odd if row["region"] == "R" else row["region"]
        settings["TABLE"] = make_layer(
            [{k: r[k] for k in ("region", "code", "whom")} for r in rows]
        )
    run(name, **settings, OUTPUT="memory:", REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    assert "<b>zone</b>" not in text
    assert "<script" not in text
    for drawing in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        ET.fromstring(drawing)  # noqa: S314 (our own)


@pytest.mark.parametrize("odd", ODD)
def test_indicators_of_any_name_on_a_page(run, tmp_path, odd):
    odd = odd.replace("\n", " ")
    rows = [
        {(odd + key[3:] if key.startswith("gdp") else key): value for key, value in row.items()}
        for row in city_rows()
    ]
    for name in ("unevenness", "unevennesschange", "nestedtheil"):
        settings = settings_of(name, tmp_path, make_layer(rows, squares(rows), kind="Polygon"))
        settings["INDICATORS"] = [odd + field[3:] for field in settings["INDICATORS"]]
        page = tmp_path / f"{name}.html"
        result, _ = run(name, **settings, OUTPUT="memory:", REPORT=str(page))
        assert {row["indicator"] for row in rows_of(result["OUTPUT"])} == {odd}
        assert "<script" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("odd", [o for o in ODD if "\n" not in o])
@pytest.mark.parametrize("name", ["unevenness", "markcores", "polycentricity", "complementarity"])
def test_an_error_prints_names_as_they_are(run, tmp_path, name, odd):
    """Braces and percent signs in a name are no places to fill in."""
    rows = city_rows()
    for row in rows[:2]:
        row["city"] = odd
        row["adcode"] = odd
    layer = make_layer(rows, squares(rows), kind="Polygon")
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **settings_of(name, tmp_path, layer), ID_FIELD="adcode", OUTPUT="memory:")
    assert odd in str(caught.value)


# Cancelled


@pytest.mark.parametrize("after", [1, 2])
@pytest.mark.parametrize("name", ["unevenness", "unevennesschange", "markcores", "citygrowth"])
def test_a_cancelled_run_leaves_nothing_behind(run, tmp_path, name, after):
    class Cancelling(run.log):
        left = after

        def isCanceled(self):  # noqa: N802
            self.left -= 1
            return self.left <= 0

    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.csv").write_text("mine")
    log = Cancelling()
    with pytest.raises(QgsProcessingException):
        run(name, log, **settings_of(name, tmp_path), OUTPUT=str(folder / "a.csv"))
    assert [path.name for path in folder.iterdir()] == ["a.csv"]
    assert (folder / "a.csv").read_text() == "mine"
