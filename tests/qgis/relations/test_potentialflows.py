"""Potential flows through Processing: both models, travel times, and what is left out."""

import numpy as np
import pytest
from megaregion.measures.distance import great_circle_km
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of

GRAVITY, RADIATION = range(2)
PLACES = {"A": (100, 30), "B": (101, 30), "C": (104, 30)}


def cities(kind="Point", **changes):
    rows = [
        {"code": "A", "gdp": 8.0, "jobs": 1.0},
        {"code": "B", "gdp": 2.0, "jobs": 3.0},
        {"code": "C", "gdp": 5.0, "jobs": 4.0},
    ]
    for name, change in changes.items():
        next(row for row in rows if row["code"] == name).update(change)
    if kind == "None":
        return make_layer(rows)
    places = [PLACES.get(row["code"], (100, 30)) for row in rows]
    return make_layer(rows, [f"Point({x} {y})" for x, y in places], kind=kind)


def model(run, layer=None, **settings):
    parameters = {"INPUT": layer or cities(), "ID_FIELD": "code", "MASS_FIELD": "gdp"}
    result, log = run("potentialflows", **{**parameters, "OUTPUT": "memory:", **settings})
    rows = rows_of(result["OUTPUT"])
    return {(row["from"], row["to"]): row["value"] for row in rows}, log


def km(a, b):
    (x, y), (u, v) = PLACES[a], PLACES[b]
    return float(great_circle_km(*(np.array([float(d)]) for d in (x, y, u, v)))[0, 0])


def test_gravity(run):
    flows, log = model(run)
    assert list(flows) == [("A", "B"), ("A", "C"), ("B", "A"), ("B", "C"), ("C", "A"), ("C", "B")]
    assert flows["A", "C"] == pytest.approx(8 * 5 / km("A", "C") ** 2)
    flows, _ = model(run, DISTANCE_POWER=1, DESTINATION_MASS_FIELD="jobs")
    assert flows["A", "C"] == pytest.approx(8 * 4 / km("A", "C"))
    assert flows["C", "A"] == pytest.approx(5 * 1 / km("A", "C"))
    assert any("the flows are a model's" in text for text in log.infos)


def test_radiation(run):
    flows, _ = model(run, MODEL=RADIATION)
    assert flows["A", "B"] == pytest.approx(8 * 8 * 2 / (8 * 10))
    assert flows["A", "C"] == pytest.approx(8 * 8 * 5 / ((8 + 2) * (8 + 2 + 5)))


def test_total(run):
    flows, _ = model(run, TOTAL=1000)
    assert sum(flows.values()) == pytest.approx(1000)


def times(rows):
    return make_layer([{"from": a, "to": b, "minutes": m} for a, b, m in rows], name="rail")


def test_travel_times_take_the_place_of_distances(run):
    table = times([("A", "B", 30.0), ("B", "A", 40.0), ("C", "A", 20.0), ("A", "X", 5.0)])
    flows, log = model(run, cities("None"), TIMES=table)
    assert flows == {
        ("A", "B"): pytest.approx(8 * 2 / 900),
        ("B", "A"): pytest.approx(2 * 8 / 1600),
        ("A", "C"): pytest.approx(8 * 5 / 400),
        ("C", "A"): pytest.approx(5 * 8 / 400),
    }
    assert any("2 ways without a travel time" in text for text in log.warnings)
    assert any("1 ways are given in one direction only" in text for text in log.infos)
    assert any("Not among the cities" in text and "X" in text for text in log.warnings)


def test_travel_times_with_ids_written_otherwise(run):
    plain, _ = model(run, TIMES=times([("A", "B", 30.0), ("C", "A", 20.0)]))
    odd = times([("Ａ", " B", 30.0), ("C\u200b", "A", 20.0)])
    assert model(run, TIMES=odd)[0] == plain


def test_a_city_without_mass_is_left_out_and_named(run):
    flows, log = model(run, cities(B={"gdp": None}))
    assert set(flows) == {("A", "C"), ("C", "A")}
    assert any("No mass, left out: B" in text for text in log.warnings)


def test_the_result_is_read_by_flows(run):
    parameters = {"INPUT": cities(), "ID_FIELD": "code", "MASS_FIELD": "gdp"}
    result, _ = run("potentialflows", **parameters, OUTPUT="memory:")
    nodes = [{"code": n, "region": "N", "mr_role": "core"} for n in PLACES]
    layer = make_layer(nodes, [f"Point({x} {y})" for x, y in PLACES.values()], kind="Point")
    lines, _ = run(
        "flows",
        NODES=layer,
        NODE_ID="code",
        REGION_FIELD="region",
        FLOWS=result["OUTPUT"],
        FROM_FIELD="from",
        TO_FIELD="to",
        VALUE_FIELD="value",
        OUTPUT="memory:",
    )
    assert lines["OUTPUT"].featureCount() == 6


@pytest.mark.parametrize(
    ("layer", "settings", "message"),
    [
        ({"B": {"gdp": -1.0}}, {}, "'gdp' of layer 'cities' is negative"),
        ({"B": {"code": "A"}}, {}, "does not tell the cities apart: A"),
        ({"B": {"code": "D"}}, {}, "lie in the same place"),
        ({"B": {"gdp": None}, "C": {"gdp": None}}, {}, "1 cities with a mass"),
        ({"kind": "None"}, {}, "has no geometry"),
        ({"B": {"gdp": 1e300}, "A": {"gdp": 1e300}}, {}, "too large for the model"),
        ({}, {"TIMES": [("A", "B", 0.0)]}, "is 0 minutes"),
        ({}, {"TIMES": [("A", "B", 1.0), ("A", "B", 2.0)]}, "keep one"),
        ({}, {"TIMES": [("x", "y", 1.0)]}, "No row of layer 'rail' has both ends"),
    ],
)
def test_bad_input_gets_one_sentence(run, layer, settings, message):
    if "TIMES" in settings:
        settings = {"TIMES": times(settings["TIMES"])}
    with pytest.raises(QgsProcessingException, match=message):
        model(run, cities(**layer), **settings)
