"""Complementarity through Processing, on the real cities and at the limits."""

import pytest
from megaregion.cartography.relations.style import style_complementarity
from qgis.core import QgsProcessingException, QgsRuleBasedRenderer
from sample_layers import make_layer, rows_of

COUNTS, SHARES, PERCENTAGES = range(3)


def cities(kind="None", **changes):
    rows = [
        {"name": "Alpha", "region": "N", "mr_role": "core", "industry": 60.0, "trade": 20.0},
        {"name": "Beta", "region": "N", "mr_role": "core", "industry": 15.0, "trade": 5.0},
        {"name": "Gamma", "region": "N", "mr_role": "secondary", "industry": 5.0, "trade": 15.0},
        {"name": "Delta", "region": "S", "mr_role": "secondary", "industry": 3.0, "trade": 1.0},
        {"name": "Eps", "region": None, "mr_role": "secondary", "industry": 1.0, "trade": 1.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows, ["Point(1 1)"] * len(rows) if kind != "None" else None, kind=kind)


def compare(run, layer, **settings):
    result, log = run(
        "complementarity",
        **{
            "INPUT": layer,
            "REGION_FIELD": "region",
            "SECTORS": ["industry", "trade"],
            "VALUES_ARE": COUNTS,
            "OUTPUT": "memory:",
            "SUMMARY": "memory:",
            **settings,
        },
    )
    summary = {row["region"]: row for row in rows_of(result["SUMMARY"])}
    return {row["name"]: row for row in rows_of(result["OUTPUT"])}, summary, log


def test_worked_by_hand(run):
    rows, summary, log = compare(run, cities())
    assert list(rows["Alpha"])[-4:] == [
        "lq_industry",
        "lq_trade",
        "mr_specialisation",
        "mr_complementarity",
    ]
    assert rows["Alpha"]["lq_industry"] == pytest.approx(0.75 / (2 / 3))
    assert rows["Gamma"]["lq_trade"] == pytest.approx(0.75 / (1 / 3))
    assert rows["Gamma"]["mr_specialisation"] == pytest.approx(2 * (2 / 3 - 0.25))
    assert rows["Gamma"]["mr_complementarity"] == pytest.approx(1)
    assert rows["Alpha"]["mr_complementarity"] is None
    north = summary["N"]
    assert (north["cities"], north["cores"], north["secondaries"], north["left_out"]) == (
        3,
        2,
        1,
        0,
    )
    assert north["complementarity"] == pytest.approx(1)
    assert north["specialisation"] == pytest.approx((2 * 2 / 12 + 2 * (2 / 3 - 0.25)) / 3)
    assert north["most_complementary"] == "Gamma"
    assert any("4 of 5 cities compared" in text for text in log.infos)


def test_region_without_a_core_and_city_outside(run):
    rows, summary, log = compare(run, cities())
    assert rows["Delta"]["mr_specialisation"] == pytest.approx(0)
    assert rows["Delta"]["mr_complementarity"] is None
    assert (rows["Eps"]["lq_industry"], rows["Eps"]["mr_specialisation"]) == (None, None)
    assert (summary["S"]["complementarity"], summary["S"]["most_complementary"]) == (None, None)
    assert any("without a core that has values" in t and "S" in t for t in log.warnings)
    assert any("in no region: Eps" in text for text in log.warnings)


def test_missing_values_are_left_out_and_named(run):
    rows, summary, log = compare(run, cities(Beta={"trade": None}, Delta={"industry": 0.0}))
    assert rows["Beta"]["mr_specialisation"] is None
    assert rows["Alpha"]["lq_industry"] == pytest.approx(0.75 / 0.65)
    assert (summary["N"]["cities"], summary["N"]["left_out"]) == (2, 1)
    assert any("Beta (trade)" in text for text in log.warnings)
    assert rows["Delta"]["lq_industry"] is None
    assert any("Region S has nothing in industry" in text for text in log.warnings)


def test_real_cities(run, example_cities):
    sectors = [name for name in example_cities.fields().names() if name.startswith("emp_")]
    result, log = run(
        "complementarity",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        SECTORS=sectors,
        VALUES_ARE=COUNTS,
        OUTPUT="memory:",
        SUMMARY="memory:",
    )
    rows, summary = rows_of(result["OUTPUT"]), rows_of(result["SUMMARY"])
    assert (len(rows), len(summary), len(sectors)) == (192, 13, 11)
    incomplete = [row for row in rows if any(row[sector] is None for sector in sectors)]
    assert 0 < len(incomplete) == sum(row["left_out"] for row in summary)
    assert all(row["mr_specialisation"] is None for row in incomplete)
    assert any("No value, left out" in text for text in log.warnings)
    for region in summary:
        members = [
            row
            for row in rows
            if row["mega_region"] == region["region"] and row["mr_specialisation"] is not None
        ]
        for sector in sectors:  # weighted by size, quotients average to 1
            total = sum(sum(row[s] for s in sectors) for row in members)
            mean = sum(row[f"lq_{sector}"] * sum(row[s] for s in sectors) for row in members)
            assert mean / total == pytest.approx(1)
        for row in members:
            assert 0 < row["mr_specialisation"] < 2
            assert (row["mr_complementarity"] is None) == (row["mr_role"] == "core")


def test_style_tells_cores_from_cities_without_data(run):
    result, _ = run(
        "complementarity",
        INPUT=cities("Point"),
        REGION_FIELD="region",
        SECTORS=["industry", "trade"],
        VALUES_ARE=COUNTS,
        OUTPUT="memory:",
    )
    assert "SUMMARY" not in result
    layer = result["OUTPUT"]
    style_complementarity(layer, "mr_role")
    assert isinstance(layer.renderer(), QgsRuleBasedRenderer)
    rules = {rule.label(): rule for rule in layer.renderer().rootRule().children()}
    assert list(rules) == ["Core city", "1.00", "No data"]
    for name, label in (("Alpha", "Core city"), ("Delta", "No data"), ("Eps", "No data")):
        drawn = [
            text
            for text, rule in rules.items()
            if name in {f["name"] for f in layer.getFeatures(rule.filterExpression())}
        ]
        assert drawn == [label], name


def test_no_data_is_in_the_legend_only_where_a_city_has_none():
    rows = [{"mr_role": "core", "mr_complementarity": None}]
    rows += [{"mr_role": "secondary", "mr_complementarity": value} for value in (0.3, 0.7)]
    layer = make_layer(rows, ["Point(0 0)", "Point(1 0)", "Point(2 0)"], kind="Point")
    style_complementarity(layer, "mr_role")
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert labels == ["Core city", "0.30", "0.70"]


def test_every_real_city_is_drawn_once(run, example_cities):
    sectors = [name for name in example_cities.fields().names() if name.startswith("emp_")]
    result, _ = run(
        "complementarity",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        SECTORS=sectors,
        VALUES_ARE=COUNTS,
        OUTPUT="memory:",
    )
    layer = result["OUTPUT"]
    style_complementarity(layer, "mr_role")
    drawn = [
        feature["city"]
        for rule in layer.renderer().rootRule().children()
        for feature in layer.getFeatures(rule.filterExpression())
    ]
    assert sorted(drawn) == sorted(feature["city"] for feature in layer.getFeatures())


@pytest.mark.parametrize(
    ("changes", "settings", "message"),
    [
        ({"Beta": {"trade": -5.0}}, {}, r"Field 'trade' of layer 'cities' is -5 for Beta"),
        ({}, {"VALUES_ARE": SHARES}, "'industry' of layer 'cities' is 60 for Alpha"),
        ({}, {"SECTORS": ["name"]}, "Field 'name' of layer 'cities' is not a number for Alpha"),
        ({}, {"ROLE_FIELD": "nowhere"}, "no field 'nowhere'"),
    ],
)
def test_bad_input_gets_one_sentence(run, changes, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        compare(run, cities(**changes), **settings)
