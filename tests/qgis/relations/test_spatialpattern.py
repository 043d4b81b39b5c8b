"""Where high and low lie together, against PySAL on the same cities."""

import numpy as np
import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of

SIDE = 10


def grid(**changes):
    """Squares of a chessboard that rise from one corner to the other, with regions by half."""
    rows, squares = [], []
    for number in range(SIDE * SIDE):
        x, y = number % SIDE, number // SIDE
        value = float((x + y) ** 2 + (7 * number % 5) / 10)
        rows.append({"code": f"c{number}", "reg": "W" if x < 5 else "E", "gdp_2023": value})
        squares.append(f"Polygon(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))")
    for number, value in changes.get("blank", {}).items():
        rows[number]["gdp_2023"] = value
    return make_layer(rows, squares, kind="Polygon")


def pattern(run, layer, **settings):
    return run(
        "spatialpattern",
        INPUT=layer,
        INDICATORS=["gdp_2023"],
        **{"OUTPUT": "memory:", "SUMMARY": "memory:", **settings},
    )


def test_equal_to_pysal_on_the_same_weights(run):
    esda = pytest.importorskip("esda")
    libpysal = pytest.importorskip("libpysal")
    layer = grid()
    result, _ = pattern(run, layer)
    values = np.array([row["gdp_2023"] for row in rows_of(layer)])
    weights = libpysal.weights.lat2W(SIDE, SIDE, rook=True)
    weights.transform = "r"
    (summary,) = rows_of(result["SUMMARY"])
    moran = esda.Moran(values, weights, permutations=0)
    assert summary["moran"] == pytest.approx(moran.I, rel=1e-12)
    assert (summary["indicator"], summary["year"], summary["cities"]) == ("gdp", 2023, 100)
    assert summary["moran_p"] == pytest.approx(0.002)
    assert summary["gini"] == pytest.approx(
        summary["gini_neighbours"] + summary["gini_others"], abs=1e-12
    )


def test_hot_and_cold_corners_are_found(run):
    result, log = pattern(run, grid())
    labels = [row["mr_lisa_gdp_2023"] for row in rows_of(result["OUTPUT"])]
    assert labels[-2] == labels[-SIDE - 2] == "high-high"
    assert labels[SIDE + 1] == "low-low"
    assert labels[SIDE - 1] == "not significant"
    assert not {"high-low", "low-high"} & set(labels)
    assert any("100 of 100 cities used" in text for text in log.infos)
    from megaregion.cartography.relations.pattern import style_pattern

    style_pattern(result["OUTPUT"], "mr_lisa_gdp_2023")
    assert result["OUTPUT"].renderer().type() == "categorizedSymbol"


@pytest.mark.parametrize(("kind", "settings"), [(1, {"K_NEAREST": 2}), (2, {"DISTANCE_KM": 120})])
def test_nearest_and_distance(run, kind, settings):
    result, _ = pattern(run, grid(), NEIGHBOURS=kind, **settings)
    assert 0 < rows_of(result["SUMMARY"])[0]["moran"] <= 1


def test_islands_blanks_and_outside_are_named(run):
    layer = grid(blank={1: None, SIDE: None})
    result, log = pattern(run, layer)
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 100
    assert rows[0]["mr_lisa_gdp_2023"] is None  # its two neighbours have no value
    assert rows[1]["mr_lisa_gdp_2023"] is None
    assert any("no value, left out: c1, c10" in text for text in log.warnings)
    assert any("without a neighbour, so without a pattern: c0" in text for text in log.warnings)


def test_what_was_not_tested_and_what_is_equal_is_said(run):
    result, log = pattern(run, grid(), PERMUTATIONS=0)
    assert {row["mr_lisa_gdp_2023"] for row in rows_of(result["OUTPUT"])} == {None}
    assert any("without permutations not tested" in text for text in log.infos)
    layer = grid()
    layer.startEditing()
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), layer.fields().lookupField("gdp_2023"), 7.0)
    layer.commitChanges()
    result, log = pattern(run, layer)
    (summary,) = rows_of(result["SUMMARY"])
    assert (summary["moran"], summary["moran_p"]) == (None, None)
    assert any("GDP 2023: all values are equal" in text for text in log.warnings)


def test_points_are_told_what_to_choose(run):
    layer = make_layer([{"gdp_2023": 1.0}], ["Point(1 1)"], kind="Point")
    with pytest.raises(QgsProcessingException, match=r"for points NEIGHBOURS 1 \(nearest\) or 2"):
        pattern(run, layer)


def test_a_table_and_too_few_cities_get_one_sentence(run):
    with pytest.raises(QgsProcessingException, match="values for 2 cities"):
        pattern(run, grid(blank=dict.fromkeys(range(2, 100))))
