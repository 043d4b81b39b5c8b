"""Types compared on indicators through Processing."""

import sys

import pytest
from qgis.core import QgsField, QgsProcessingException
from qgis.PyQt.QtCore import QDate, QVariant
from sample_layers import make_layer, rows_of
from scipy.stats import kruskal


def cities(**changes):
    rows = [
        {"name": "Alpha", "mr_type": 1, "words": "node", "gdp": 1.0, "growth": -1.0},
        {"name": "Beta", "mr_type": 1, "words": "node", "gdp": 2.0, "growth": 2.0},
        {"name": "Gamma", "mr_type": 2, "words": "anchor", "gdp": 6.0, "growth": 2.0},
        {"name": "Delta", "mr_type": 10, "words": "hub", "gdp": 11.0, "growth": 1.0},
        {"name": "Eps", "mr_type": None, "words": None, "gdp": 99.0, "growth": 9.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows)


def compare(run, layer, **settings):
    parameters = {"INPUT": layer, "INDICATORS": ["gdp"], "OUTPUT": "memory:", **settings}
    return run("comparetypes", **parameters)


def test_figures_of_each_type(run):
    result, log = compare(run, cities(), INDICATORS=["gdp", "growth"])
    rows = rows_of(result["OUTPUT"])
    assert [(row["type"], row["indicator"]) for row in rows] == [
        (number, indicator) for indicator in ("gdp", "growth") for number in (1, 2, 10)
    ]
    first = rows[0]
    assert (first["cities"], first["mean"], first["median"]) == (2, 1.5, 1.5)
    assert (first["q1"], first["q3"], first["share"]) == (1.25, 1.75, 3 / 20)
    expected = kruskal([1.0, 2.0], [6.0], [11.0]).pvalue
    assert [row["p_value"] for row in rows[:3]] == pytest.approx([expected] * 3)
    assert rows[3]["share"] is None
    assert any("without a type: Eps" in text for text in log.warnings)
    assert any("4 of 5 cities used, of 3 types" in text for text in log.infos)


def test_types_may_be_words(run):
    result, _ = compare(run, cities(), TYPE_FIELD="words")
    assert [row["type"] for row in rows_of(result["OUTPUT"])] == ["anchor", "hub", "node"]


def test_blanks_are_left_out_and_named(run):
    result, log = compare(run, cities(Gamma={"gdp": None}))
    rows = rows_of(result["OUTPUT"])
    assert (rows[1]["cities"], rows[1]["mean"], rows[1]["z_score"]) == (0, None, None)
    assert rows[0]["cities"] == 2
    assert any("gdp: no value, left out: Gamma" in text for text in log.warnings)


def test_no_test_where_all_values_are_equal(run):
    same = {name: {"gdp": 3.0} for name in ("Alpha", "Beta", "Gamma", "Delta")}
    result, log = compare(run, cities(**same))
    assert {row["p_value"] for row in rows_of(result["OUTPUT"])} == {None}
    assert any("gdp: no test" in text for text in log.warnings)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"TYPE_FIELD": "nowhere"}, "no field 'nowhere'"),
        ({"INDICATORS": ["name"]}, "not a number for Alpha"),
    ],
)
def test_bad_input_gets_one_sentence(run, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        compare(run, cities(), **settings)


def test_no_types_at_all(run):
    layer = make_layer([{"name": "a", "mr_type": None, "gdp": 1.0}])
    with pytest.raises(QgsProcessingException, match="has a value in field 'mr_type'"):
        compare(run, layer)


def test_report(run, tmp_path):
    report = tmp_path / "comparison.html"
    compare(run, cities(), INDICATORS=["gdp", "growth"], REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert page.count("<svg") == 2  # two indicators span no radar chart
    assert "Kruskal-Wallis p" in page


def test_report_gives_the_names_of_numbered_types(run, tmp_path):
    report = tmp_path / "comparison.html"
    rows = [{**row, "mr_type_name": row["words"]} for row in rows_of(cities())]
    compare(run, make_layer(rows), REPORT=str(report))
    assert "2 anchor" in report.read_text(encoding="utf-8")


def test_without_scipy(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(QgsProcessingException, match="Python package scipy is missing"):
        compare(run, cities())


def test_pairs(run):
    result, log = run_with_pairs(run, cities())
    rows = rows_of(result["PAIRS"])
    assert [(row["type_a"], row["type_b"]) for row in rows] == [(1, 2), (1, 10), (2, 10)]
    assert [row["difference"] for row in rows] == [-4.5, -9.5, -5]
    assert all(0 < row["p_holm"] <= 1 for row in rows)
    (first, *_) = rows_of(result["OUTPUT"])
    assert first["epsilon2"] == pytest.approx(kruskal([1.0, 2.0], [6.0], [11.0]).statistic / 3)
    assert any("by construction" in text for text in log.infos)


def run_with_pairs(run, layer, **settings):
    return compare(run, layer, PAIRS="memory:", **settings)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["01", "1", "1", "10"], ["01", "1", "10"]),
        (["2022-06-15", "2022-06-15", "2021-01-02", "x"], ["2021-01-02", "2022-06-15", "x"]),
        (["type 10", "type 2", "type 2", "a"], ["a", "type 2", "type 10"]),
        (["1", "2", "2", "1"], [1, 2]),
    ],
)
def test_types_stay_as_they_are_written(run, types, expected):
    names = ("Alpha", "Beta", "Gamma", "Delta")
    layer = cities(**{name: {"words": type_} for name, type_ in zip(names, types)})
    result, _ = run_with_pairs(run, layer, TYPE_FIELD="words")
    assert [row["type"] for row in rows_of(result["OUTPUT"])] == expected
    assert {row["type_a"] for row in rows_of(result["PAIRS"])} <= set(expected)


@pytest.mark.parametrize(
    ("kind", "types", "expected"),
    [
        (
            QVariant.Date,
            [QDate(2022, 6, 15), QDate(2021, 1, 2), QDate(2022, 6, 15)],
            ["2021-01-02", "2022-06-15"],
        ),
        (QVariant.LongLong, [320500000002, 320500000001, 7], ["7", "320500000001", "320500000002"]),
        (QVariant.LongLong, [3, 1, 2147483647], [1, 3, 2147483647]),
        (QVariant.Double, [2.0, 10.0, 2.5], ["2", "2.5", "10"]),
    ],
)
def test_types_of_any_field(run, kind, types, expected):
    layer = make_layer([{"name": n, "gdp": float(i)} for i, n in enumerate("abc")])
    layer.dataProvider().addAttributes([QgsField("kind", kind)])
    layer.updateFields()
    field = layer.fields().indexOf("kind")
    changes = {f.id(): {field: value} for f, value in zip(layer.getFeatures(), types)}
    layer.dataProvider().changeAttributeValues(changes)
    result, _ = compare(run, layer, TYPE_FIELD="kind")
    assert [row["type"] for row in rows_of(result["OUTPUT"])] == expected


def test_indicators_may_be_called_as_result_fields(run):
    rows = [
        {"name": n, "mr_type": t, "type": 10.0 * t, "cities": 5.0, "mean": 1.0 * i}
        for i, (n, t) in enumerate(zip("abcd", (1, 1, 2, 2)))
    ]
    result, _ = compare(run, make_layer(rows), INDICATORS=["type", "cities", "mean"])
    found = {(row["type"], row["indicator"]): row["mean"] for row in rows_of(result["OUTPUT"])}
    assert found == {
        (1, "type"): 10,
        (2, "type"): 20,
        (1, "cities"): 5,
        (2, "cities"): 5,
        (1, "mean"): 0.5,
        (2, "mean"): 2.5,
    }


def test_radar_charts_from_three_indicators_on(run, tmp_path):
    report = tmp_path / "comparison.html"
    rows = [{**row, "light": float(i)} for i, row in enumerate(rows_of(cities()))]
    compare(run, make_layer(rows), INDICATORS=["gdp", "growth", "light"], REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert page.count("<svg") == 3
    assert "Radar charts" in page


def test_report_without_matplotlib_says_so_before_any_work(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    output = tmp_path / "types.csv"
    with pytest.raises(QgsProcessingException, match="matplotlib is missing"):
        compare(run, cities(), OUTPUT=str(output), REPORT=str(tmp_path / "comparison.html"))
    assert not output.exists()
    compare(run, cities(), OUTPUT=str(output))
    assert output.exists()
