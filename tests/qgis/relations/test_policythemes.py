"""Policy themes through Processing: the invented items, a vocabulary of one's own, the map."""

import csv

import pytest
from qgis.core import QgsProcessingException
from sample_layers import ROOT, make_layer, rows_of

ITEMS = ROOT / "tests" / "data" / "policy_items_invented.csv"


def items(*rows):
    rows = rows or (("N", "COE-1", "core"), ("N", "con-1", "both"), ("S", "X-9", "mayor"))
    names = ("region", "code", "whom")
    return make_layer([dict(zip(names, row)) for row in rows], name="plans")


def regions(*names):
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(len(names))]
    rows = [{"name": name, "share_coexistence": 9.0} for name in names]
    return make_layer(rows, squares, name="regions", kind="Polygon")


def count(run, table, **settings):
    return run(
        "policythemes",
        **{
            "TABLE": table,
            "REGION_FIELD": "region",
            "CODE_FIELD": "code",
            "OUTPUT": "memory:",
            **settings,
        },
    )


def test_items_of_the_example(run, tmp_path):
    report = tmp_path / "report.html"
    with open(ITEMS, encoding="utf-8") as stream:
        table = make_layer(list(csv.DictReader(stream)), name="plans")
    result, log = count(run, table, ADDRESSEE_FIELD="addressee", REPORT=str(report))
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 13 * 11
    assert not log.warnings
    assert sum(row["items"] for row in rows) == table.featureCount()
    assert {row["theme"] for row in rows} == {"coexistence", "connectivity", "cooperation"}
    for region in {row["region"] for row in rows}:
        of_region = [row for row in rows if row["region"] == region]
        assert sum(row["share"] for row in of_region) == pytest.approx(1)
        for row in of_region:
            assert row["to_core"] + row["to_secondary"] + row["to_both"] == row["items"]
    chengdu = {row["code"]: row for row in rows if row["region"] == "CC"}
    assert chengdu["CON-1"]["quotient"] > 1
    assert chengdu["CON-1"]["subtheme"] == "comprehensive transportation"
    page = report.read_text(encoding="utf-8")
    assert "Whom the policies address" in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_unknown_codes_and_addressees_are_named(run, tmp_path):
    report = tmp_path / "report.html"
    result, log = count(run, items(), ADDRESSEE_FIELD="whom", REPORT=str(report))
    rows = {(row["region"], row["code"]): row for row in rows_of(result["OUTPUT"])}
    assert len(rows) == 2 * 12
    assert (rows["S", "X-9"]["items"], rows["S", "X-9"]["theme"]) == (1, None)
    assert rows["N", "CON-1"]["items"] == 1
    assert rows["N", "CON-2"]["quotient"] is None
    warnings = "\n".join(log.warnings)
    assert "Not in the vocabulary, counted without a theme: X-9" in warnings
    assert "holds mayor, which is none of core, secondary, both" in warnings
    assert "X-9" in report.read_text(encoding="utf-8")


def test_addressees_are_empty_without_their_field(run):
    result, _ = count(run, items())
    assert {row["to_core"] for row in rows_of(result["OUTPUT"])} == {None}


def test_items_without_region_or_code_are_left_out(run):
    table = items(("N", "COE-1", "core"), (None, "COE-1", "core"), ("N", " ", None))
    result, log = count(run, table)
    assert sum(row["items"] for row in rows_of(result["OUTPUT"])) == 1
    assert any("2 items without a region or a code left out" in t for t in log.warnings)


def test_map_with_pies(run):
    from megaregion.cartography.relations.policy import style_policy_map

    layer = regions("N", "W")
    result, log = count(run, items(), REGIONS=layer, REGIONS_FIELD="name", MAP="memory:")
    north, west = rows_of(result["MAP"])
    assert (north["n_COE-1"], north["n_CON-1"], north["n_X-9"]) == (1, 1, 0)
    assert north["share_coexistence"] == 0.5
    assert (west["n_COE-1"], west["share_coexistence"]) == (None, None)
    assert any("not on the map: S" in t for t in log.warnings)
    assert any("without items: W" in t for t in log.warnings)
    style_policy_map(result["MAP"])
    (settings,) = result["MAP"].diagramRenderer().diagramSettings()
    assert settings.categoryLabels == ["Coexistence", "Connectivity", "Cooperation"]


def test_own_vocabulary(run, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("code,theme,subtheme\nX-9,green,trees\nCOE-1,grey,\n", encoding="utf-8-sig")
    result, log = count(run, items(), VOCABULARY=str(own))
    themes = {row["code"]: row["theme"] for row in rows_of(result["OUTPUT"])}
    assert themes == {"X-9": "green", "COE-1": "grey", "con-1": None}
    assert any("without a theme: con-1" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code;theme\nA;b\n", "cannot be read: it must be a CSV file"),
        ("code,theme,subtheme\nA,b,c\na,d,e\n", "holds A, a more than once"),
        ("code,theme,subtheme\n", "is empty or has a row without code"),
        ("code,theme,subtheme\nA,,c\n", "is empty or has a row without code or theme"),
        ("code,theme,subtheme\nA\n", "cannot be read"),
    ],
)
def test_bad_vocabulary(run, tmp_path, text, message):
    own = tmp_path / "own.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=message):
        count(run, items(), VOCABULARY=str(own))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"CODE_FIELD": "nowhere"}, "no field 'nowhere'"),
        ({"MAP": "memory:"}, "set REGIONS and REGIONS_FIELD"),
        (
            {"MAP": "memory:", "REGIONS": regions, "REGIONS_FIELD": "name"},
            r"holds none of the regions of the policy items \(N, S\)",
        ),
    ],
)
def test_bad_input_gets_one_sentence(run, settings, message):
    settings = {k: v("W") if callable(v) else v for k, v in settings.items()}
    with pytest.raises(QgsProcessingException, match=message):
        count(run, items(), **settings)


def test_no_item_has_a_code(run):
    with pytest.raises(QgsProcessingException, match="No row of layer 'plans' has a region"):
        count(run, items(("N", None, "core"), (None, "COE-1", "core")))
