"""Polycentricity through Processing, on the real cities and at the limits."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer
from sample_layers import EXAMPLE, make_layer, rows_of

FIELDS = [
    "region",
    "indicator",
    "year",
    "cities",
    "primacy",
    "two_city_ratio",
    "rank_size_slope",
    "rank_size_r2",
    "half_rank_slope",
    "half_rank_se",
    "hhi",
    "gini",
    "polycentricity",
]


def cities(**changes):
    rows = [
        {"name": "Alpha", "region": "N", "pop_2006": 6.0, "pop_2023": 8.0},
        {"name": "Beta", "region": "N", "pop_2006": 6.0, "pop_2023": 4.0},
        {"name": "Gamma", "region": "N", "pop_2006": 6.0, "pop_2023": 2.0},
        {"name": "Delta", "region": "N", "pop_2006": 6.0, "pop_2023": 2.0},
        {"name": "Eps", "region": "S", "pop_2006": 1.0, "pop_2023": 5.0},
        {"name": "Zeta", "region": None, "pop_2006": 9.0, "pop_2023": 9.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["name"] == name).update(change)
    return make_layer(rows)


def measure(run, layer, **settings):
    result, log = run(
        "polycentricity",
        **{
            "INPUT": layer,
            "REGION_FIELD": "region",
            "INDICATORS": ["pop_2023", "pop_2006"],
            "OUTPUT": "memory:",
            **settings,
        },
    )
    rows = rows_of(result["OUTPUT"])
    return {(row["region"], row["year"]): row for row in rows}, log


def test_real_cities_from_the_csv_table(run):
    """The CSV as users open it: in QGIS 3.22 all its fields are text."""
    layer = QgsVectorLayer(str(EXAMPLE / "cities.csv"), "cities", "ogr")
    result, log = run(
        "polycentricity",
        INPUT=layer,
        REGION_FIELD="mega_region",
        INDICATORS=["gdp_2006", "gdp_2023"],
        OUTPUT="memory:",
    )
    assert result["OUTPUT"].fields().names() == FIELDS
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 26
    assert any("192 of 192 cities used, in 13 regions" in text for text in log.infos)
    few, *others = log.warnings
    assert "Fewer than 20 cities" in few
    assert "BTH" in few
    assert not others
    found = next(row for row in rows if row["region"] == "BTH" and row["year"] == 2023)
    assert found["cities"] == 13
    assert found["two_city_ratio"] == pytest.approx(43761 / 16737)  # Beijing, Tianjin
    for row in rows:
        assert 1 / row["cities"] <= row["hhi"] <= row["primacy"] <= 1
        assert row["rank_size_slope"] < 0 < row["rank_size_r2"] <= 1
        assert row["half_rank_slope"] < -0.4
        assert row["half_rank_se"] == pytest.approx(
            -row["half_rank_slope"] * np.sqrt(2 / row["cities"])
        )
        assert 0 < row["polycentricity"] < 1


def test_worked_by_hand(run):
    rows, _ = measure(run, cities())
    assert list(rows) == [("N", 2006), ("N", 2023), ("S", 2006), ("S", 2023)]
    even, uneven = rows["N", 2006], rows["N", 2023]
    assert (even["indicator"], even["cities"]) == ("pop", 4)
    assert (even["polycentricity"], even["rank_size_slope"], even["rank_size_r2"]) == (1, 0, None)
    assert uneven["primacy"] == pytest.approx(0.5)
    assert uneven["hhi"] == pytest.approx(88 / 256)
    assert uneven["gini"] == pytest.approx(20 / 64)
    assert uneven["polycentricity"] == pytest.approx(1 - np.sqrt(6) / 4)


def test_only_the_largest(run):
    rows, _ = measure(run, cities(), TOP_N=2)
    assert rows["N", 2023]["cities"] == 2
    assert rows["N", 2023]["primacy"] == pytest.approx(8 / 12)
    assert rows["S", 2023]["cities"] == 1


def test_one_city_and_cities_outside_are_named(run):
    rows, log = measure(run, cities())
    south = rows["S", 2023]
    assert (south["cities"], south["primacy"], south["hhi"], south["gini"]) == (1, 1, 1, 0)
    for name in ("two_city_ratio", "rank_size_slope", "rank_size_r2", "polycentricity"):
        assert south[name] is None
    assert any("S, pop 2023: one city only" in text for text in log.warnings)
    assert any("in no region: Zeta" in text for text in log.warnings)
    assert any("5 of 6 cities used, in 2 regions" in text for text in log.infos)


def test_missing_values_and_zeros(run):
    layer = cities(Delta={"pop_2023": None}, Gamma={"pop_2023": 0.0}, Eps={"pop_2023": None})
    rows, log = measure(run, layer)
    assert rows["N", 2023]["cities"] == 3
    assert rows["N", 2023]["rank_size_slope"] == pytest.approx(-1)  # 8 and 4
    assert rows["S", 2023]["cities"] == 0
    assert rows["S", 2023]["primacy"] is None
    assert any("pop 2023: no value, left out: Delta, Eps" in text for text in log.warnings)
    assert any("not part of the rank-size line: Gamma" in text for text in log.warnings)
    assert any("S, pop 2023: no city has a value" in text for text in log.warnings)


def test_only_zeros(run):
    rows, log = measure(run, cities(Eps={"pop_2023": 0.0}))
    assert rows["S", 2023]["primacy"] is None
    assert any("S, pop 2023: all values are zero" in text for text in log.warnings)


@pytest.mark.parametrize(
    ("changes", "settings", "message"),
    [
        ({"Beta": {"pop_2023": -1.0}}, {}, r"'pop_2023' of layer 'cities' is negative \(-1\) for"),
        ({}, {"INDICATORS": ["name"]}, "Field 'name' of layer 'cities' is not a number for Alpha"),
        ({}, {"REGION_FIELD": "nowhere"}, "no field 'nowhere'"),
    ],
)
def test_bad_input_gets_one_sentence(run, changes, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        measure(run, cities(**changes), **settings)


def test_no_city_in_a_region(run):
    layer = make_layer([{"name": "Alpha", "region": None, "pop": 1.0}])
    with pytest.raises(QgsProcessingException, match="is blank for every city"):
        measure(run, layer, INDICATORS=["pop"])


def test_negative_outside_any_region_does_not_matter(run):
    rows, _ = measure(run, cities(Zeta={"pop_2023": -1.0}))
    assert rows["N", 2023]["cities"] == 4
