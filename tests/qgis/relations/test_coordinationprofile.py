"""The coordination profile from the results of the other algorithms, and with few of them."""

import csv

import pytest
from qgis.core import QgsProcessingException
from sample_layers import ROOT, gravity, make_layer, rows_of

ITEMS = ROOT / "tests" / "data" / "policy_items_invented.csv"


def cities():
    return make_layer(
        [
            {
                "name": "A",
                "region": "N",
                "mr_role": "core",
                "tax": 10.0,
                "mr_type": 1,
                "level": "x",
            },
            {
                "name": "B",
                "region": "N",
                "mr_role": "secondary",
                "tax": 4.0,
                "mr_type": 1,
                "level": "y",
            },
            {
                "name": "C",
                "region": "N",
                "mr_role": "secondary",
                "tax": None,
                "mr_type": 2,
                "level": "y",
            },
            {"name": "D", "region": "S", "mr_role": "core", "tax": 5.0, "mr_type": 3, "level": "x"},
            {
                "name": "E",
                "region": "S",
                "mr_role": "secondary",
                "tax": 4.0,
                "mr_type": 1,
                "level": "x",
            },
            {
                "name": "F",
                "region": None,
                "mr_role": "secondary",
                "tax": 4.0,
                "mr_type": 1,
                "level": "x",
            },
        ]
    )


def profile(run, layer=None, **settings):
    return run(
        "coordinationprofile",
        **{
            "INPUT": layer or cities(),
            "REGION_FIELD": "region",
            "OUTPUT": "memory:",
            **settings,
        },
    )


def values(result):
    return {(row["region"], row["measure"]): row["value"] for row in rows_of(result["OUTPUT"])}


def test_cities_alone(run):
    result, log = profile(run, CAPACITY_INDICATORS=["tax"], LEVEL_FIELD="level")
    assert values(result) == {
        ("N", "types among the secondary cities"): 2,
        ("N", "tax of secondary cities over the cores' (means)"): pytest.approx(0.4),
        ("N", "secondary cities for each core"): 2,
        ("N", "administrative levels among the cities"): 2,
        ("S", "types among the secondary cities"): 1,
        ("S", "tax of secondary cities over the cores' (means)"): pytest.approx(0.8),
        ("S", "secondary cities for each core"): 1,
        ("S", "administrative levels among the cities"): 1,
    }
    assert any("UNEVENNESS was not given" in t for t in log.infos)
    assert not any("CAPACITY_INDICATORS was not given" in t for t in log.infos)
    assert any("in no region: F" in t for t in log.warnings)


def unevenness(*rows):
    names = ("region", "indicator", "year", "theil_between", "core_share")
    names += ("cores", "secondaries", "core_mean", "secondary_mean")
    return make_layer([dict(zip(names, row)) for row in rows], name="unevenness")


def test_cores_share_of_growth(run):
    table = unevenness(
        ("N", "gdp", "2006", 0.1, 0.5, 1, 2, 10.0, 5.0),
        ("N", "gdp", "2023", 0.2, 0.6, 1, 2, 30.0, 10.0),
        ("S", "gdp", "2006", 0.3, 0.5, 1, 1, 10.0, 10.0),
        ("S", "gdp", "2023", 0.4, 0.5, 1, 1, 9.0, 9.0),  # no growth
    )
    result, _ = profile(run, UNEVENNESS=table)
    found = values(result)
    assert found["N", "cores' share of the growth of gdp 2006-2023"] == pytest.approx(20 / 30)
    assert found["S", "cores' share of the growth of gdp 2006-2023"] is None
    key = "unevenness of gdp 2023 between cores and secondary cities (Theil)"
    assert (found["N", key], found["S", key]) == (0.2, 0.4)


@pytest.mark.parametrize(
    "later",
    [
        ("N", "gdp", "2023", 0.2, 0.7, 1, 2, 30.0, 10.0),  # weighted: the sums give another share
        ("N", "gdp", "2023", 0.2, 0.75, 1, 1, 30.0, 10.0),  # a city less
    ],
)
def test_growth_is_left_out_where_sums_cannot_be_compared(run, later):
    table = unevenness(("N", "gdp", "2006", 0.1, 0.5, 1, 2, 10.0, 5.0), later)
    result, _ = profile(run, UNEVENNESS=table)
    assert not any("growth" in measure for _, measure in values(result))


@pytest.mark.parametrize("both", [{}, {"to_both": None}], ids=["no field", "blank field"])
def test_addressees_where_none_are_counted_for_both(run, both):
    counts = {"theme": "coexistence", "share": 1.0, "to_core": 3.0, "to_secondary": 1.0}
    table = make_layer([{"region": name, **counts, **both} for name in "NS"], name="policy")
    result, _ = profile(run, POLICY=table)
    of_core = [v for (_, measure), v in values(result).items() if "address core" in measure]
    assert of_core == [0.75, 0.75]


def test_table_of_other_regions(run):
    table = unevenness(("Omega", "gdp", "2006", 0.1, 0.5, 1, 2, 10.0, 5.0))
    with pytest.raises(
        QgsProcessingException, match=r"UNEVENNESS, layer 'unevenness', names none .* but Omega"
    ):
        profile(run, UNEVENNESS=table)


def test_some_foreign_regions_are_named(run):
    table = unevenness(
        ("N", "gdp", "2006", 0.1, 0.5, 1, 2, 10.0, 5.0),
        ("Omega", "gdp", "2006", 0.1, 0.5, 1, 2, 10.0, 5.0),
    )
    _, log = profile(run, UNEVENNESS=table)
    assert any("UNEVENNESS: regions without cities left out: Omega" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"CHANGE": cities}, "has no field 'theil_change'"),
        ({"REGION_FIELD": "nowhere"}, "no field 'nowhere'"),
        ({"CAPACITY_INDICATORS": ["level"]}, "'level' of layer 'cities' is not a number"),
    ],
)
def test_bad_input_gets_one_sentence(run, settings, message):
    settings = {k: v() if callable(v) else v for k, v in settings.items()}
    with pytest.raises(QgsProcessingException, match=message):
        profile(run, **settings)


def test_bad_year(run):
    table = unevenness(("N", "gdp", "last", 0.1, 0.5, 1, 2, 10.0, 5.0))
    with pytest.raises(QgsProcessingException, match="'year' of layer 'unevenness' is 'last'"):
        profile(run, UNEVENNESS=table)


def test_cities_in_no_region(run):
    layer = make_layer([{"name": "A", "region": None, "mr_role": "core"}])
    with pytest.raises(QgsProcessingException, match="'region' of layer 'cities' is blank"):
        profile(run, layer)


def test_example_from_every_table(run, example_rows, example_cities, tmp_path):
    shared = {"INPUT": example_cities, "REGION_FIELD": "mega_region"}
    indicators = {"INDICATORS": ["gdp_2006", "gdp_2023"]}
    model = gravity(example_rows)
    codes = [row["adcode"] for row in example_rows]
    pairs = [
        {"o": codes[i], "d": codes[j], "v": float(model[i, j])}
        for i in range(len(codes))
        for j in range(len(codes))
        if i != j
    ]
    with open(ITEMS, encoding="utf-8") as stream:
        items = make_layer(list(csv.DictReader(stream)), name="plans")
    sectors = [name for name in example_rows[0] if name.startswith("emp_")]
    results = {
        "UNEVENNESS": run("unevenness", **shared, **indicators, OUTPUT="memory:")[0]["OUTPUT"],
        "CHANGE": run("unevennesschange", **shared, **indicators, OUTPUT="memory:")[0]["OUTPUT"],
        "POLYCENTRICITY": run("polycentricity", **shared, **indicators, OUTPUT="memory:")[0][
            "OUTPUT"
        ],
        "FLOWS_SUMMARY": run(
            "flows",
            NODES=example_cities,
            NODE_ID="adcode",
            REGION_FIELD="mega_region",
            FLOWS=make_layer(pairs, name="trips"),
            FROM_FIELD="o",
            TO_FIELD="d",
            VALUE_FIELD="v",
            OUTPUT="memory:",
            SUMMARY="memory:",
        )[0]["SUMMARY"],
        "COMPLEMENTARITY": run(
            "complementarity",
            **shared,
            SECTORS=sectors,
            VALUES_ARE=0,
            OUTPUT="memory:",
            SUMMARY="memory:",
        )[0]["SUMMARY"],
        "POLICY": run(
            "policythemes",
            TABLE=items,
            REGION_FIELD="region",
            CODE_FIELD="code",
            ADDRESSEE_FIELD="addressee",
            OUTPUT="memory:",
        )[0]["OUTPUT"],
    }
    report = tmp_path / "report.html"
    result, log = profile(
        run,
        **shared,
        **results,
        CAPACITY_INDICATORS=["gdppc_2023"],
        LEVEL_FIELD="admin_level",
        REPORT=str(report),
    )
    rows = rows_of(result["OUTPUT"])
    assert not log.warnings
    assert not any("was not given" in text for text in log.infos)
    assert {row["aspect"] for row in rows} == {
        "polycentricity",
        "multi-directional flows",
        "complementarity",
        "place",
        "priority",
        "actor",
    }
    measures = {row["measure"] for row in rows}
    assert len(rows) == 13 * len(measures)
    assert sum(row["note"] is not None for row in rows) >= 1
    assert all(row["note"].endswith("?") for row in rows if row["note"])
    for measure in measures:
        ranks = [row["rank"] for row in rows if row["measure"] == measure and row["rank"]]
        assert min(ranks) == 1
    page = report.read_text(encoding="utf-8")
    assert page.count("break-before: page") == 13
    assert "http" not in page


@pytest.mark.parametrize("column", ["to_core", "share"])
def test_a_blank_cell_is_named_and_leaves_the_shares_of_its_region_empty(run, column):
    counts = {"theme": "coexistence", "share": 1.0, "to_core": 3.0, "to_secondary": 1.0}
    rows = [{"region": "N", **counts}, {"region": "S", **counts, column: None}]
    result, log = profile(run, POLICY=make_layer(rows, name="policy"))
    assert [w for w in log.warnings if "Blank in" in w] == [
        f"Blank in column '{column}' of POLICY, so that shares stay empty: S."
    ]
    found = values(result)
    words = {"to_core": "share of policy items that address core cities"}
    measure = words.get(column, "share of policy items on coexistence")
    assert found["N", measure] is not None
    assert found["S", measure] is None
