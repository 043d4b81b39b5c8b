"""The pages that users read and print: self-contained, with text alternatives and warnings."""

import re
import sys

import numpy as np
import pytest
from megaregion.cartography.charts import chart, new_figure, to_svg
from megaregion.cartography.page import Page
from qgis.core import QgsProcessingException
from sample_layers import make_layer


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
