"""Growth and shrinkage through Processing, on the real cities and at the limits."""

import pytest
from megaregion.cartography.relations.style import style_growth
from qgis.core import QgsProcessingException, QgsVectorLayer
from sample_layers import EXAMPLE, make_layer, rows_of


def cities(kind="None", **changes):
    rows = [
        {"name": "Alpha", "region": "N", "mr_role": "core", "pop_2021": 60.0, "pop_2023": 72.6},
        {"name": "Beta", "region": "N", "mr_role": "secondary", "pop_2021": 20.0, "pop_2023": 5.0},
        {
            "name": "Gamma",
            "region": "N",
            "mr_role": "secondary",
            "pop_2021": 20.0,
            "pop_2023": 20.0,
        },
        {"name": "Delta", "region": "S", "mr_role": "secondary", "pop_2021": 8.0, "pop_2023": None},
        {"name": "Eps", "region": "S", "mr_role": "secondary", "pop_2021": 0.0, "pop_2023": 8.0},
        {"name": "Zeta", "region": None, "mr_role": None, "pop_2021": 4.0, "pop_2023": 9.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows, ["Point(1 1)"] * len(rows) if kind != "None" else None, kind=kind)


def measure(run, layer, **settings):
    result, log = run(
        "citygrowth",
        **{
            "INPUT": layer,
            "REGION_FIELD": "region",
            "ROLE_FIELD": "mr_role",
            "FROM_FIELD": "pop_2021",
            "TO_FIELD": "pop_2023",
            "YEARS": 2,
            "OUTPUT": "memory:",
            "SUMMARY": "memory:",
            **settings,
        },
    )
    summary = {(row["region"], row["role"]): row for row in rows_of(result["SUMMARY"])}
    return {row["name"]: row for row in rows_of(result["OUTPUT"])}, summary, log


def test_worked_by_hand(run):
    rows, summary, log = measure(run, cities())
    assert list(rows["Alpha"])[-4:] == ["mr_change", "mr_rate", "mr_growth", "mr_share_change"]
    assert rows["Alpha"]["mr_change"] == pytest.approx(12.6)
    assert rows["Alpha"]["mr_rate"] == pytest.approx(10)
    assert rows["Beta"]["mr_rate"] == pytest.approx(-50)
    assert [rows[name]["mr_growth"] for name in ("Alpha", "Beta", "Gamma")] == [
        "growing",
        "shrinking",
        "stable",
    ]
    assert rows["Alpha"]["mr_share_change"] == pytest.approx(72.6 / 97.6 - 0.6)
    assert any("5 of 6 cities compared: 2 growing, 1 stable, 1 shrinking" in t for t in log.infos)
    secondary = summary["N", "secondary"]
    assert (secondary["cities"], secondary["growing"], secondary["stable"]) == (2, 0, 1)
    assert (secondary["sum_from"], secondary["sum_to"], secondary["change"]) == (40, 25, -15)
    assert secondary["rate"] == pytest.approx(100 * ((25 / 40) ** 0.5 - 1))
    assert secondary["share_from"] == pytest.approx(0.4)
    assert secondary["share_change"] == pytest.approx(25 / 97.6 - 0.4)
    assert summary["N", "core"]["share_change"] == pytest.approx(-secondary["share_change"])


def test_blanks_zeros_and_cities_outside(run):
    rows, summary, log = measure(run, cities())
    for name in ("mr_change", "mr_rate", "mr_growth", "mr_share_change"):
        assert rows["Delta"][name] is None
    eps, zeta = rows["Eps"], rows["Zeta"]
    assert (eps["mr_change"], eps["mr_rate"], eps["mr_growth"]) == (8, None, None)
    assert eps["mr_share_change"] is None
    assert (zeta["mr_growth"], zeta["mr_share_change"]) == ("growing", None)
    south = summary["S", "secondary"]
    assert (south["cities"], south["left_out"], south["rate"]) == (1, 1, None)
    assert set(summary) == {("N", "core"), ("N", "secondary"), ("S", "secondary")}
    assert any("lack of a value: Delta." in text for text in log.warnings)
    assert any("Zero at the start, so without a rate: Eps." in text for text in log.warnings)
    assert any("In no region" in text and "Zeta" in text for text in log.warnings)


def test_a_group_without_values_is_empty_not_zero(run):
    _, summary, _ = measure(run, cities(Eps={"pop_2021": None}))
    south = summary["S", "secondary"]
    assert (south["cities"], south["left_out"]) == (0, 2)
    for name in ("sum_from", "sum_to", "change", "rate", "share_from", "share_change"):
        assert south[name] is None


def test_without_regions_and_roles(run):
    rows, summary, log = measure(run, cities(), REGION_FIELD=None, ROLE_FIELD=None)
    assert list(summary) == [("all", None)]
    assert summary["all", None]["share_to"] == 1
    total = 60 + 20 + 20 + 0 + 4, 72.6 + 5 + 20 + 8 + 9
    assert rows["Zeta"]["mr_share_change"] == pytest.approx(9 / total[1] - 4 / total[0])
    assert not any("In no region" in text for text in log.warnings)


def test_stable_rate_and_contradicting_years(run):
    rows, _, log = measure(run, cities(), STABLE_RATE=10.001)
    assert rows["Alpha"]["mr_growth"] == "stable"
    assert not any("YEARS" in text for text in log.warnings)
    _, _, log = measure(run, cities(), YEARS=10)
    assert any("are 2 years by their names, but YEARS is 10" in text for text in log.warnings)


def test_real_cities_from_the_csv_table(run):
    """The CSV as users open it: in QGIS 3.22 all its fields are text."""
    layer = QgsVectorLayer(str(EXAMPLE / "cities.csv"), "cities", "ogr")
    result, log = run(
        "citygrowth",
        INPUT=layer,
        REGION_FIELD="mega_region",
        FROM_FIELD="gdp_2006",
        TO_FIELD="gdp_2023",
        YEARS=17,
        OUTPUT="memory:",
    )
    assert list(result) == ["OUTPUT"]
    rows = rows_of(result["OUTPUT"])
    assert any("192 of 192 cities compared" in text for text in log.infos)
    assert not log.warnings
    changes = {}
    for row in rows:
        grown = float(row["gdp_2006"]) * (1 + row["mr_rate"] / 100) ** 17
        assert grown == pytest.approx(float(row["gdp_2023"]))
        changes.setdefault(row["mega_region"], []).append(row["mr_share_change"])
    assert len(changes) == 13
    for of_region in changes.values():
        assert sum(of_region) == pytest.approx(0, abs=1e-12)


def test_style(run):
    result, _ = run(
        "citygrowth",
        INPUT=cities("Point"),
        FROM_FIELD="pop_2021",
        TO_FIELD="pop_2023",
        YEARS=2,
        OUTPUT="memory:",
    )
    style_growth(result["OUTPUT"])
    words = [item.label() for item in result["OUTPUT"].renderer().categories()]
    assert words == ["Growing (2)", "Stable (1)", "Shrinking (1)", "Not assigned (2)"]


@pytest.mark.parametrize(
    ("changes", "settings", "message"),
    [
        ({"Beta": {"pop_2023": -5.0}}, {}, r"'pop_2023' of layer 'cities' is negative \(-5\)"),
        ({}, {"FROM_FIELD": "name"}, "Field 'name' of layer 'cities' is not a number for Alpha"),
        ({}, {"YEARS": 0}, "The number of years is 0: choose one above zero"),
        ({}, {"TO_FIELD": "nowhere"}, "no field 'nowhere'"),
    ],
)
def test_bad_input_gets_one_sentence(run, changes, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        measure(run, cities(**changes), **settings)
