"""The pages that users read and print: self-contained, with text alternatives and warnings."""

import re
import sys

import numpy as np
import pytest
from megaregion.cartography.charts import chart, new_figure, to_svg
from megaregion.cartography.page import Page
from qgis.core import QgsProcessingException
from sample_layers import make_layer
from small_world import city_rows, settings_of, squares


@chart
def drawn():
    figure = new_figure(80, 40)
    figure.subplots().plot([1, 2])
    return to_svg(figure, "A & B", "Rises.")


def test_a_chart_has_a_title_and_a_description_and_no_foreign_address():
    svg = drawn()
    assert svg.startswith('<svg role="img"')
    assert "<title>A &amp; B</title><desc>Rises.</desc>" in svg
    assert "<metadata>" not in svg
    assert svg == drawn()  # the same on every run


def test_charts_leave_the_settings_of_others_alone():
    from matplotlib import rcParams

    before = dict(rcParams)
    drawn()
    assert dict(rcParams) == before


def test_a_page_escapes_its_text_and_aligns_numbers():
    page = Page("Cities <1>", "2023")
    page.paragraph("a < b")
    page.table(["name", "value"], [["x & y", 1.23456], ["z", None], ["n", float("nan")], ["i", 7]])
    text = page.render()
    assert "Cities &lt;1&gt;" in text
    assert "a &lt; b" in text
    assert '<td class="number">1.2346</td>' in text
    assert text.count('<td class="number">–</td>') == 2
    assert '<td class="number">7</td>' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def cities(blank):
    rows = [
        {"name": "Alpha", "region": "N", "mr_role": "core", "students": 90.0},
        {"name": "Beta", "region": "N", "mr_role": "secondary", "students": 60.0},
        {"name": "Gamma", "region": "N", "mr_role": "secondary", "students": 50.0},
    ]
    rows[2]["students"] = None if blank else 50.0
    return make_layer(rows)


@pytest.mark.parametrize(("blank", "missing"), [(True, 0), (True, 1), (False, 0)])
def test_the_report_says_where_blanks_as_zeros_would_change_the_value(
    run, tmp_path, blank, missing
):
    report = tmp_path / "report.html"
    run(
        "unevenness",
        INPUT=cities(blank),
        REGION_FIELD="region",
        INDICATORS=["students"],
        MISSING=missing,
        OUTPUT="memory:",
        REPORT=str(report),
    )
    text = report.read_text(encoding="utf-8")
    s, p = 90 / 150, 1 / 3
    zeros = s * np.log(s / p) + (1 - s) * np.log((1 - s) / (1 - p))
    note = f"counted as zeros it would be {zeros:.5f}"
    assert (note in text) == (blank and missing == 0)
    assert "Gamma without a value" in text or not (blank and missing == 0)
    assert re.search(r"<svg role=\"img\"", text)
    assert "Dagum 1997" in text
    assert "Each city counts once" in text


def test_without_matplotlib_nothing_is_written(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # importing it fails
    output, report = tmp_path / "result.gpkg", tmp_path / "report.html"
    with pytest.raises(QgsProcessingException, match="The Python package matplotlib is missing"):
        run(
            "unevenness",
            INPUT=cities(False),
            REGION_FIELD="region",
            INDICATORS=["students"],
            OUTPUT=str(output),
            REPORT=str(report),
        )
    assert not output.exists()
    assert not report.exists()


# Long lists end somewhere, and the user need not wait for them

WITH_PAGE = [
    *("unevenness", "unevennesschange", "unevennesstrend", "nestedtheil", "citytypes"),
    *("comparetypes", "nighttimelight", "policythemes", "coordinationprofile"),
]


def many_regions(count):
    """The small world's cities over again, two a region."""
    rows = []
    for number in range(count):
        for row in city_rows()[1:3]:
            name = {
                "city": f"{row['city']} {number}",
                "adcode": str(len(rows)),
                "reg": f"R{number}",
            }
            rows.append({**row, **name, "gdp_2023": row["gdp_2023"] + number})
    return make_layer(rows, (squares(city_rows()) * count)[: len(rows)], kind="Polygon")


def test_a_long_table_says_that_it_ends_early():
    page = Page("Cities")
    page.table(["name"], [[f"City {number}"] for number in range(1001)])
    text = page.render()
    assert text.count("<td") == 1000
    assert "The first 1,000 of 1,001; the result table has all of them." in text


@pytest.mark.parametrize(
    "name", ["unevenness", "unevennesschange", "unevennesstrend", "coordinationprofile"]
)
def test_a_page_of_many_regions_says_that_it_ends_early(run, tmp_path, name):
    page = tmp_path / "page.html"
    settings = settings_of(name, tmp_path, many_regions(64))
    run(name, **settings, OUTPUT="memory:", REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    assert "60 of 64; the result table has all of them." in text
    assert "Cities of R59" in text or name != "unevenness"
    assert "Cities of R60" not in text
    assert text.count("<svg") < 64 or name == "coordinationprofile"


@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_page_can_be_cancelled_before_it_is_complete(run, tmp_path, name):
    class Impatient(run.log):
        """Cancels some looks after the work on the page has begun."""

        looks = None

        def setProgressText(self, text):  # noqa: N802
            if text == "Making the report":
                self.looks = 0

        def isCanceled(self):  # noqa: N802
            if self.looks is None:
                return False
            self.looks += 1
            return self.looks > 3

    folder, log = tmp_path / "out", Impatient()
    folder.mkdir()
    settings = settings_of(name, tmp_path)
    outputs = {"OUTPUT": str(folder / "o.gpkg"), "REPORT": str(folder / "page.html")}
    with pytest.raises(QgsProcessingException, match="Cancelled: nothing was written"):
        run(name, log, **settings, **outputs)
    assert log.looks == 4  # at the fourth it ends
    assert not list(folder.iterdir())
