"""Sector differences through Processing: the three references, what is left out, and messages."""

import csv
import math

import pytest
from qgis.core import QgsProcessingException
from sample_layers import ROOT, make_layer, rows_of

COUNTS, SHARES, PERCENTAGES = range(3)
MEAN, POOLED, NEAREST, NAMED = range(4)
DIFFERENCE, LOG_RATIO, QUOTIENT, OWN_SHARE = range(4)
PLACES = {"Alpha": 0, "Beta": 10, "Gamma": 1, "Delta": 9, "Eps": 20, "Zeta": 30}


def cities(kind="Point", **changes):
    """Region N: cores Alpha (80 % of 100 in industry) and Beta (20 % of 10); S has no core."""
    rows = [
        {"name": "Alpha", "region": "N", "mr_role": "core", "industry": 80.0, "trade": 20.0},
        {"name": "Beta", "region": "N", "mr_role": "core", "industry": 2.0, "trade": 8.0},
        {"name": "Gamma", "region": "N", "mr_role": "secondary", "industry": 6.0, "trade": 4.0},
        {"name": "Delta", "region": "N", "mr_role": "secondary", "industry": 5.0, "trade": 5.0},
        {"name": "Eps", "region": "S", "mr_role": "secondary", "industry": 1.0, "trade": 1.0},
        {"name": "Zeta", "region": None, "mr_role": "secondary", "industry": 1.0, "trade": 1.0},
    ]
    if any("of" in change for change in changes.values()):
        rows = [{**row, "of": None} for row in rows]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    if kind == "None":
        return make_layer(rows)
    return make_layer(rows, [f"Point({PLACES[row['name']]} 0)" for row in rows], kind=kind)


def compare(run, layer, **settings):
    result, log = run(
        "corediffs",
        **{
            "INPUT": layer,
            "REGION_FIELD": "region",
            "SECTORS": ["industry", "trade"],
            "OUTPUT": "memory:",
            **settings,
        },
    )
    return {row["name"]: row for row in rows_of(result["OUTPUT"])}, log


@pytest.mark.parametrize(
    ("reference", "share_of_core", "core"),
    [
        (MEAN, {"Gamma": 0.5, "Delta": 0.5}, {"Gamma": "Alpha; Beta", "Delta": "Alpha; Beta"}),
        (POOLED, {"Gamma": 82 / 110, "Delta": 82 / 110}, {"Gamma": "Alpha; Beta"}),
        (NEAREST, {"Gamma": 0.8, "Delta": 0.2}, {"Gamma": "Alpha", "Delta": "Beta"}),
    ],
)
def test_references(run, reference, share_of_core, core):
    rows, log = compare(run, cities(), REFERENCE=reference)
    own = {"Gamma": 0.6, "Delta": 0.5}
    for name, share in share_of_core.items():
        assert rows[name]["d_industry"] == pytest.approx(own[name] - share)
        assert rows[name]["d_trade"] == pytest.approx(share - own[name])
    for name, expected in core.items():
        assert rows[name]["mr_core"] == expected
    assert any("2 of 4 secondary cities compared with 2 cores" in text for text in log.infos)


def test_what_cannot_be_compared_is_empty_and_named(run):
    rows, log = compare(run, cities())
    assert set(rows) == {"Gamma", "Delta", "Eps", "Zeta"}
    for name in ("Eps", "Zeta"):
        assert (rows[name]["mr_core"], rows[name]["d_industry"]) == (None, None)
    assert any("Region S has no core with values, left out: Eps" in t for t in log.warnings)
    assert any("in no region: Zeta" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("values_are", "scale"), [(COUNTS, 1000.0), (SHARES, 1.0), (PERCENTAGES, 100.0)]
)
def test_kinds_of_values_agree(run, values_are, scale):
    shares = {"Alpha": 0.8, "Beta": 0.2, "Gamma": 0.6, "Delta": 0.5, "Eps": 0.5, "Zeta": 0.5}
    changes = {n: {"industry": s * scale, "trade": (1 - s) * scale} for n, s in shares.items()}
    rows, _ = compare(run, cities(**changes), VALUES_ARE=values_are)
    assert rows["Gamma"]["d_industry"] == pytest.approx(0.1)


def test_a_core_with_a_blank_does_not_count(run):
    rows, log = compare(run, cities(Beta={"trade": None}))
    assert rows["Gamma"]["mr_core"] == "Alpha"
    assert rows["Gamma"]["d_industry"] == pytest.approx(-0.2)
    assert any("No value, left out: Beta (trade)" in t for t in log.warnings)


def test_blanks_as_zero(run):
    rows, log = compare(run, cities(Gamma={"trade": None}), MISSING=1)
    assert rows["Gamma"]["d_industry"] == pytest.approx(0.5)
    assert any("counted as zero: Gamma (trade)" in t for t in log.warnings)


def test_city_with_nothing_in_any_sector(run):
    rows, log = compare(run, cities(Gamma={"industry": 0.0, "trade": 0.0}))
    assert rows["Gamma"]["d_industry"] is None
    assert any("Nothing in any sector, left out: Gamma" in t for t in log.warnings)


def test_only_core_with_nothing_leaves_its_region_out(run):
    nothing = {"industry": 0.0, "trade": 0.0}
    rows, log = compare(run, cities(Alpha=nothing, Beta=nothing))
    assert rows["Gamma"]["d_industry"] is None
    assert any("Region N has no core with values" in t for t in log.warnings)


def test_names_come_from_the_field_given(run):
    layer = cities(Alpha={"region": "N"})
    rows, _ = compare(run, layer, NAME_FIELD="name")
    assert rows["Gamma"]["mr_core"] == "Alpha; Beta"


def test_table_without_geometry(run):
    rows, _ = compare(run, cities("None"))
    assert rows["Gamma"]["d_industry"] == pytest.approx(0.1)


def test_nearest_core_in_a_projected_layer_without_a_geometry(run):
    layer = cities()
    layer.dataProvider().changeGeometryValues({})
    rows = rows_of(layer)
    geometries = [f"Point({PLACES[row['name']] * 111000} 0)" for row in rows]
    geometries[3] = ""
    projected = make_layer(rows, geometries, kind="Point", crs="EPSG:3857")
    found, log = compare(run, projected, REFERENCE=NEAREST)
    assert found["Gamma"]["mr_core"] == "Alpha"
    assert found["Delta"]["mr_core"] is None
    assert any("without a geometry: Delta" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("layer", "settings", "message"),
    [
        ({}, {"VALUES_ARE": SHARES, "REFERENCE": POOLED}, "is 80 for Alpha: it must be between"),
        (
            {"kind": "None"},
            {"REFERENCE": NEAREST},
            "'cities' has no geometry, so distances between cities are unknown",
        ),
        (
            {"Beta": {"trade": -1.0}},
            {},
            "'trade' of layer 'cities' is -1 for Beta: it must be zero",
        ),
        ({}, {"VALUES_ARE": PERCENTAGES, "REFERENCE": POOLED}, "Shares cannot be pooled"),
        ({"Gamma": {"trade": None}}, {"MISSING": 2}, r"no value for Gamma \(trade\)"),
        ({}, {"ROLE_FIELD": "name"}, "run 'Mark core and secondary cities' first"),
        ({}, {"SECTORS": ["name"]}, "'name' of layer 'cities' is not a number for Alpha"),
        ({}, {"SECTORS": ["nowhere"]}, "no field 'nowhere'"),
    ],
)
def test_bad_input_gets_one_sentence(run, layer, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        compare(run, cities(**layer), **settings)


def test_empty_layer(run):
    layer = cities()
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="has no rows"):
        compare(run, layer)


def test_example(run, example_cities, example_rows):
    """All 165 secondary cities; differences of complete shares add up to zero."""
    sectors = [name for name in example_rows[0] if name.startswith("emp_")]
    settings = {"REGION_FIELD": "mega_region", "SECTORS": sectors, "NAME_FIELD": "city_en"}
    result, log = run("corediffs", INPUT=example_cities, OUTPUT="memory:", **settings)
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 165
    complete = [row for row in rows if row["d_emp_mining"] is not None]
    assert len(complete) == 150
    for row in complete:
        assert sum(row[f"d_{sector}"] for sector in sectors) == pytest.approx(0, abs=1e-12)
    assert any("Xiamen (emp_mining)" in text for text in log.warnings)
    assert any("150 of 165 secondary cities compared with 26 cores" in text for text in log.infos)


@pytest.mark.parametrize(
    ("form", "expected", "words"),
    [
        (DIFFERENCE, 0.6 - 0.8, "difference"),
        (LOG_RATIO, math.log(0.6 / 0.8), "log ratio"),
        (QUOTIENT, 0.6 / 0.8, "location quotient"),
        (OWN_SHARE, 0.6, "own share"),
    ],
)
def test_forms(run, form, expected, words):
    rows, log = compare(run, cities(), REFERENCE=NEAREST, FORM=form)
    assert rows["Gamma"]["d_industry"] == pytest.approx(expected)
    assert rows["Gamma"]["mr_form"] == words
    alone = [rows[name]["d_industry"] for name in ("Eps", "Zeta")]
    assert alone == ([0.5, 0.5] if form == OWN_SHARE else [None, None])
    assert any("left out" in text for text in log.warnings) == (form != OWN_SHARE)


def test_a_share_of_zero_has_no_ratio_and_is_named(run):
    rows, log = compare(run, cities(Gamma={"trade": 0.0}), FORM=LOG_RATIO)
    assert rows["Gamma"]["d_trade"] is None
    assert rows["Gamma"]["d_industry"] == pytest.approx(math.log(2))
    assert any("share of 0 has no ratio" in t and "Gamma (trade)" in t for t in log.warnings)


def test_sectors_summed_into_roles(run):
    layer = cities()
    rows, log = compare(run, layer, ROLES="industry=maker; trade=maker")
    assert rows["Gamma"]["d_maker"] == pytest.approx(0)
    assert "d_industry" not in rows["Gamma"]
    rows, _ = compare(run, layer, ROLES="trade=hub", REFERENCE=NEAREST)
    assert rows["Gamma"]["d_hub"] == pytest.approx(0.2)
    assert rows["Gamma"]["d_industry"] == pytest.approx(-0.2)
    assert any("Sectors summed into: maker" in text for text in log.infos)


def test_core_named_in_a_field(run):
    layer = cities(
        Gamma={"of": "beta "}, Delta={"of": "Alpha"}, Eps={"of": "Alpha"}, Alpha={"of": None}
    )
    rows, log = compare(run, layer, REFERENCE=NAMED, CORE_FIELD="of")
    assert rows["Gamma"]["d_industry"] == pytest.approx(0.6 - 0.2)
    assert rows["Eps"]["d_industry"] == pytest.approx(0.5 - 0.8)  # of another region
    assert (rows["Eps"]["mr_core"], rows["Zeta"]["mr_core"]) == ("Alpha", None)
    assert any("without a core in field 'of': Zeta" in text for text in log.warnings)


def test_core_named_by_its_code_where_names_repeat(run):
    """Two cores called Taizhou: a code names one of them, the name neither."""
    rows = [
        {"city": "Taizhou", "adcode": "331000", "role": "core", "of": None, "x": 8.0, "y": 2.0},
        {"city": "Taizhou", "adcode": "321200", "role": "core", "of": None, "x": 2.0, "y": 8.0},
        {
            "city": "Wenling",
            "adcode": "331081",
            "role": "secondary",
            "of": "331000",
            "x": 5.0,
            "y": 5.0,
        },
    ]
    for row in rows:
        row["region"] = "YRD"
    settings = {"REFERENCE": NAMED, "CORE_FIELD": "of", "ROLE_FIELD": "role", "SECTORS": ["x", "y"]}
    result, _ = run(
        "corediffs", INPUT=make_layer(rows), REGION_FIELD="region", OUTPUT="memory:", **settings
    )
    (row,) = rows_of(result["OUTPUT"])
    assert row["d_x"] == pytest.approx(0.5 - 0.8)
    assert row["mr_core"] == "Taizhou (331000)"


def test_sectors_may_be_called_as_other_fields(run):
    rows = rows_of(cities())
    names = {"industry": "role", "trade": "type"}
    renamed = [{names.get(key, key): value for key, value in row.items()} for row in rows]
    found, _ = compare(run, make_layer(renamed), SECTORS=["role", "type"])
    expected, _ = compare(run, cities())
    assert found["Gamma"]["d_role"] == expected["Gamma"]["d_industry"]
    assert found["Delta"]["d_type"] == expected["Delta"]["d_trade"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"REFERENCE": NAMED}, "CORE_FIELD is empty"),
        ({"REFERENCE": NAMED, "CORE_FIELD": "region"}, "'N' in field 'region' .* is not a city"),
        ({"REFERENCE": NAMED, "CORE_FIELD": "name"}, "'Gamma' .* is not marked as a core"),
        ({"ROLES": "industry"}, "'industry' in ROLES does not say"),
        ({"ROLES": "farming=farm"}, "'farming' in ROLES is not one of the chosen sectors"),
        ({"ROLES": "industry=a;industry=b"}, "'industry' has two roles"),
        ({"ROLES": "industry=Trade"}, "'trade' in ROLES is a role and also a sector"),
    ],
)
def test_wrong_settings_get_one_sentence(run, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        compare(run, cities(), **settings)


def test_shipped_roles_are_those_of_the_help(run, example_cities, example_rows):
    from megaregion.processing_algorithms.corediffs import EXAMPLE_ROLES

    with (ROOT / "resources" / "sector_roles.csv").open(encoding="utf-8") as stream:
        shipped = [f"{row['field']}={row['role']}" for row in csv.DictReader(stream)]
    assert EXAMPLE_ROLES.split("; ") == shipped
    sectors = [name for name in example_rows[0] if name.startswith("emp_")]
    settings = {"REGION_FIELD": "mega_region", "SECTORS": sectors, "ROLES": EXAMPLE_ROLES}
    result, _ = run("corediffs", INPUT=example_cities, OUTPUT="memory:", **settings)
    fields = [name for name in result["OUTPUT"].fields().names() if name.startswith("d_")]
    assert len(fields) == 8
    row = next(
        row for row in rows_of(result["OUTPUT"]) if row["d_manufacturing anchor"] is not None
    )
    assert sum(row[name] for name in fields) == pytest.approx(0, abs=1e-12)
