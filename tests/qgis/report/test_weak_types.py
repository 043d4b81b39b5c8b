"""Types are weak where they show no more structure than those of cities without any groups."""

import re

import pytest
from megaregion.cartography.report.chapters.typology import types
from megaregion.cartography.report.chapters.writer import Writer
from megaregion.cartography.report.document import Chart, Document, Text
from megaregion.cartography.report.findings import findings
from megaregion.cartography.report.phrases import Phrases
from megaregion.cartography.report.results import Results
from megaregion.cartography.report.wishes import Wishes
from megaregion.layers.geopackage import write_to_geopackage
from megaregion.layers.outputs import table
from megaregion.measures.typology.choice import is_weak
from report_reader import table as rows_of_report

DIAGNOSTICS = [("k", int), ("silhouette", float), ("noise_silhouette", float)]
DIAGNOSTICS += [("stability", float), ("chosen", int)]
PROFILES = [("type", int), ("type_name", str), ("cities", int), ("feature", str)]
PROFILES += [("z_score", float)]
CITIES = [("mr_city", str), ("mr_type", int), ("mr_silhouette", float)]


def results_of(path, silhouette, noise, stability=0.5):
    other = 5, 0.9, 0.1, 0.5, 0  # another K has no say
    for name, columns, rows in (
        ("type_diagnostics", DIAGNOSTICS, [other, (2, silhouette, noise, stability, 1)]),
        ("type_profiles", PROFILES, [(1, "a", 2, "d_x", 1.0), (2, "b", 1, "d_x", -1.0)]),
        ("types", CITIES, [("A", 1, 0.4), ("B", 1, 0.3), ("C", 2, 0.2)]),
    ):
        write_to_geopackage(path, table(name, name, columns, rows))
    return Results(path, ["type_diagnostics", "type_profiles", "types"])


@pytest.mark.parametrize(
    ("silhouette", "noise", "weak"),
    [(0.45, 0.46, True), (0.3, 0.3, True), (0.15, 0.12, False)],
)
def test_finding_chapter_and_caption_say_it(tmp_path, provider, silhouette, noise, weak):
    results = results_of(tmp_path / "results.gpkg", silhouette, noise)
    wishes = Wishes([], Phrases(), "")
    (finding,) = findings(results, wishes, {})
    reached = (
        f"(mean silhouette {silhouette:.3f}, where cities without any groups reach {noise:.3f};"
    )
    assert f"form 2 {'weak types' if weak else 'types'}" in finding
    assert reached in finding
    document = Document(wishes)
    types(Writer(document, results, {}, tmp_path, lambda text: None))
    texts = " ".join(part.text for part in document.parts if isinstance(part, Text))
    assert ("These types are weak" in texts) == weak
    relation = "not above" if weak else "above"
    assert re.search(rf"silhouette of {silhouette:.3f} is {relation} the {noise:.3f} that", texts)
    (chart,) = (part for part in document.parts if isinstance(part, Chart))
    assert chart.caption.endswith(" The types are weak.") == weak


@pytest.mark.parametrize(("stability", "words"), [(0.5, "0.50"), (None, "–")])
def test_a_stability_that_is_not_known_is_a_dash(tmp_path, provider, stability, words):
    """Where each city is a type of its own, no part of the cities has as many."""
    results = results_of(tmp_path / "results.gpkg", 0.3, 0.2, stability)
    (finding,) = findings(results, Wishes([], Phrases(), ""), {})
    assert f"reach 0.200; stability {words}); the largest" in finding


def test_a_whole_report_judges_as_the_algorithm_does(report):
    (chosen,) = (row for row in rows_of_report(report, "type_diagnostics") if row["chosen"])
    weak = is_weak(chosen["silhouette"], chosen["noise_silhouette"])
    text = (report / "report.html").read_text("utf-8")
    assert ("These types are weak" in text) == weak
    # Of chart and map
    assert text.count(" The types are weak.") == 2 * weak
