"""City types through Processing: on the real cities, at the limits, and without scikit-learn."""

import json
import sys

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingException
from sample_layers import make_layer, rows_of
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_samples


def type_cities(run, layer, features, **settings):
    parameters = {"INPUT": layer, "FEATURES": features, "OUTPUT": "memory:", **settings}
    return run("citytypes", **parameters)


@pytest.fixture
def differences(run, example_cities, example_rows):
    sectors = [name for name in example_rows[0] if name.startswith("emp_")]
    result, _ = run(
        "corediffs",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        SECTORS=sectors,
        OUTPUT="memory:",
    )
    return result["OUTPUT"], [f"d_{sector}" for sector in sectors]


def test_example_equals_scikit_learn(run, differences, tmp_path):
    layer, features = differences
    report = tmp_path / "types.html"
    result, log = type_cities(
        run, layer, features, K=4, PROFILES="memory:", DIAGNOSTICS="memory:", REPORT=str(report)
    )
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 165
    used = [row for row in rows if row["mr_type"] is not None]
    assert len(used) == 150
    assert all(
        row[name] is None
        for row in rows
        if row["mr_type"] is None
        for name in ("mr_type_name", "mr_silhouette", "mr_distance")
    )
    values = np.array([[row[name] for name in features] for row in used])
    scaled = (values - values.mean(axis=0)) / values.std(axis=0)
    types = np.array([row["mr_type"] for row in used])
    centres = np.array([scaled[types == t].mean(axis=0) for t in range(1, 5)])
    direct = KMeans(4, init=centres, n_init=1).fit(scaled)
    assert adjusted_rand_score(direct.labels_, types) == 1
    found = [row["mr_silhouette"] for row in used]
    np.testing.assert_allclose(found, silhouette_samples(scaled, direct.labels_), atol=1e-9)
    np.testing.assert_allclose(
        [row["mr_distance"] for row in used],
        np.linalg.norm(scaled - direct.cluster_centers_[direct.labels_], axis=1),
        atol=1e-9,
    )
    (diagnostics,) = rows_of(result["DIAGNOSTICS"])
    assert diagnostics["inertia"] == pytest.approx(direct.inertia_, rel=1e-9)
    assert diagnostics["silhouette"] == pytest.approx(np.mean(found), rel=1e-9)
    assert (diagnostics["k"], diagnostics["chosen"]) == (4, 1)
    sizes = [int((types == t).sum()) for t in range(1, 5)]
    assert sizes == sorted(sizes, reverse=True)

    profiles = rows_of(result["PROFILES"])
    assert len(profiles) == 4 * 11
    first = profiles[0]
    assert (first["type"], first["cities"], first["feature"]) == (1, sizes[0], features[0])
    assert first["mean"] == pytest.approx(values[types == 1, 0].mean())
    assert first["core_gap"] == first["mean"]
    assert first["z_score"] == pytest.approx(scaled[types == 1, 0].mean())
    assert any("150 of 165 cities used" in text for text in log.infos)
    assert any("No value, left out" in text for text in log.warnings)
    assert "<svg" in report.read_text(encoding="utf-8")


def test_example_chooses_by_silhouette(run, differences):
    layer, features = differences
    result, log = type_cities(
        run, layer, features, K_MIN=3, K_MAX=5, N_INIT=10, DIAGNOSTICS="memory:"
    )
    rows = rows_of(result["DIAGNOSTICS"])
    assert [row["k"] for row in rows] == [3, 4, 5]
    (chosen,) = (row for row in rows if row["chosen"])
    assert chosen["silhouette"] == max(row["silhouette"] for row in rows)
    assert any(f"K = {chosen['k']} has the highest mean silhouette" in t for t in log.infos)


def groups(number=3, each=6):
    """Well separated groups of decreasing size on two features."""
    rows = []
    for group in range(number):
        for i in range(each + number - group):
            rows.append(
                {
                    "name": f"{group}-{i}",
                    "d_mining": 10.0 * group + 0.1 * i,
                    "income": 10.0 * (group == 1) - 0.1 * i,
                }
            )
    return rows


def test_types_are_numbered_by_size_and_named(run):
    result, _ = type_cities(
        run, make_layer(groups()), ["d_mining", "income"], K_MAX=4, PROFILES="memory:"
    )
    rows = rows_of(result["OUTPUT"])
    assert {(row["name"][0], row["mr_type"]) for row in rows} == {("0", 1), ("1", 2), ("2", 3)}
    names = {row["mr_type"]: row["mr_type_name"] for row in rows}
    assert names[3] == "resource-based supporter"
    assert len(set(names.values())) == 3
    profiles = rows_of(result["PROFILES"])
    assert {row["core_gap"] for row in profiles if row["feature"] == "income"} == {None}


def test_row_order_does_not_matter(run):
    rows = groups()
    for number, row in enumerate(rows):
        row["income"] = float(np.sin(number * 97))
    results = []
    for ordered in (rows, rows[::-1]):
        result, _ = type_cities(run, make_layer(ordered), ["d_mining", "income"], K=4)
        results.append(
            {
                row["name"]: (row["mr_type"], row["mr_silhouette"])
                for row in rows_of(result["OUTPUT"])
            }
        )
    assert results[0] == results[1]


def test_own_role_vocabulary(run, tmp_path):
    words = tmp_path / "words.json"
    content = {"balanced": "mixed", "roles": [{"role": "pit town", "keywords": ["MINING"]}]}
    words.write_text(json.dumps(content), encoding="utf-8")
    result, _ = type_cities(run, make_layer(groups()), ["d_mining"], K=3, ROLES=str(words))
    assert "pit town" in {row["mr_type_name"] for row in rows_of(result["OUTPUT"])}
    words.write_text("[]", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"role vocabulary .* cannot be read"):
        type_cities(run, make_layer(groups()), ["d_mining"], K=3, ROLES=str(words))


def test_running_again_replaces_the_types(run):
    first, _ = type_cities(run, make_layer(groups()), ["d_mining"], K=2)
    again, _ = type_cities(run, first["OUTPUT"], ["d_mining"], K=3)
    names = again["OUTPUT"].fields().names()
    assert names.count("mr_type") == 1
    assert {row["mr_type"] for row in rows_of(again["OUTPUT"])} == {1, 2, 3}


def test_constant_feature_is_named(run):
    rows = [{**row, "flat": 2.5} for row in groups()]
    result, log = type_cities(run, make_layer(rows), ["d_mining", "flat"], K=3, PROFILES="memory:")
    assert any("Feature flat is the same for all cities" in text for text in log.warnings)
    flat = [row for row in rows_of(result["PROFILES"]) if row["feature"] == "flat"]
    assert [(row["mean"], row["z_score"]) for row in flat] == [(2.5, None)] * 3


@pytest.mark.parametrize(
    ("change", "settings", "message"),
    [
        ({"d_mining": None}, {}, "No city of layer 'cities' has a value in every feature"),
        ({"d_mining": 1.0, "income": 2.0}, {}, "All cities have the same values"),
        ({}, {"K": 1}, "K is 1"),
        ({}, {"K_MIN": 5, "K_MAX": 3}, r"K_MIN \(5\) is above K_MAX \(3\)"),
        ({}, {"K": 50}, "only 24 cities with different values, too few for 50 types"),
        ({}, {"features": ["name"]}, "not a number"),
    ],
)
def test_bad_input_gets_one_sentence(run, change, settings, message):
    layer = make_layer([{**row, **change} for row in groups()])
    with pytest.raises(QgsProcessingException, match=message):
        type_cities(run, layer, **{"features": ["d_mining", "income"], **settings})


def test_missing_values_can_stop(run):
    rows = groups()
    rows[2]["income"] = None
    with pytest.raises(QgsProcessingException, match=r"has no value for 0-2 \(income\)"):
        type_cities(run, make_layer(rows), ["d_mining", "income"], K=2, MISSING=1)


def test_cancelling_stops_before_anything_is_written(run, differences):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    layer, features = differences
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: feedback.cancel())
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "megaregion:citytypes",
            {"INPUT": layer, "FEATURES": features, "OUTPUT": "memory:"},
            feedback=feedback,
        )


def test_without_scikit_learn(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    algorithm = QgsApplication.processingRegistry().algorithmById("megaregion:citytypes")
    possible, reason = algorithm.canExecute()
    assert not possible
    assert "scikit-learn is missing" in reason
    with pytest.raises(QgsProcessingException, match=r"scikit-learn is missing: .*run '.*sklearn"):
        type_cities(run, make_layer(groups()), ["d_mining"], K=2)
