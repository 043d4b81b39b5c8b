"""City types through Processing: on the real cities, at the limits, and without scikit-learn."""

import json
import re
import sys

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsProcessingException
from sample_layers import make_layer, rows_of
from sklearn.cluster import AgglomerativeClustering, KMeans
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
        for name in ("mr_type_name", "mr_silhouette", "mr_distance", "mr_membership")
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


def test_equal_to_scikit_learn_in_any_order_of_rows(run):
    """Centres of scikit-learn's best run start it again in the other order: the same types."""
    generator = np.random.RandomState(7)
    values = np.vstack([generator.normal(centre, 0.6, (15, 3)) for centre in (0, 2, 4)])
    rows = [{"name": f"c{i}", **dict(zip("abc", map(float, v)))} for i, v in enumerate(values)]
    scaled = (values - values.mean(axis=0)) / values.std(axis=0)
    direct = KMeans(3, n_init=50, random_state=0).fit(scaled)
    for order in (range(45), generator.permutation(45)):
        layer = make_layer([rows[i] for i in order])
        result, _ = type_cities(run, layer, ["a", "b", "c"], K=3, DIAGNOSTICS="memory:")
        types = [row["mr_type"] for row in rows_of(result["OUTPUT"])]
        assert adjusted_rand_score(direct.labels_[list(order)], types) == 1
        (entry,) = rows_of(result["DIAGNOSTICS"])
        assert entry["inertia"] == pytest.approx(direct.inertia_)


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


KMEANS, WARD, CONNECTED = range(3)


def test_example_by_ward_equals_scikit_learn(run, differences):
    layer, features = differences
    result, _ = type_cities(run, layer, features, METHOD=WARD, K=5)
    used = [row for row in rows_of(result["OUTPUT"]) if row["mr_type"] is not None]
    values = np.array([[row[name] for name in features] for row in used])
    scaled = (values - values.mean(axis=0)) / values.std(axis=0)
    direct = AgglomerativeClustering(5).fit_predict(scaled)
    assert adjusted_rand_score(direct, [row["mr_type"] for row in used]) == 1


def test_ten_types_have_ten_names_and_one_row_a_k(run, differences):
    layer, features = differences
    result, _ = type_cities(
        run, layer, features, METHOD=WARD, K_MIN=2, K_MAX=10, DIAGNOSTICS="memory:"
    )
    assert [row["k"] for row in rows_of(result["DIAGNOSTICS"])] == list(range(2, 11))
    result, _ = type_cities(run, layer, features, METHOD=KMEANS, K=10, N_INIT=2)
    names = {r["mr_type"]: r["mr_type_name"] for r in rows_of(result["OUTPUT"]) if r["mr_type"]}
    assert sorted(names) == list(range(1, 11))
    assert len(set(names.values())) == 10


def test_diagnostics_of_the_example(run, differences):
    """The example's five types are above noise, and one of them is nearly a region."""
    layer, features = differences
    settings = {"K": 5, "REGION_FIELD": "mega_region", "DIAGNOSTICS": "memory:"}
    result, log = type_cities(run, layer, features, **settings)
    (row,) = rows_of(result["DIAGNOSTICS"])
    assert row["silhouette"] == pytest.approx(0.206, abs=0.001)
    assert 0.1 < row["noise_silhouette"] < row["silhouette"]
    assert row["gap"] > 0
    assert 0 < row["region_agreement"] < 0.5
    assert not any("structure is weak" in text for text in log.warnings)
    assert any("Type 4 is mostly a region" in text and "CC" in text for text in log.warnings)
    members = [r["mr_membership"] for r in rows_of(result["OUTPUT"]) if r["mr_type"] is not None]
    assert all(0 <= share <= 1 for share in members)
    assert 0.6 < np.mean(members) < 1


def test_noise_is_called_weak(run):
    values = np.random.RandomState(1).standard_normal((80, 2))
    rows = [{"name": f"c{i}", "a": float(x), "b": float(y)} for i, (x, y) in enumerate(values)]
    settings = {"K_MAX": 4, "N_INIT": 3, "DIAGNOSTICS": "memory:"}
    result, log = type_cities(run, make_layer(rows), ["a", "b"], **settings)
    assert any("The structure is weak" in text for text in log.warnings)
    (row,) = (row for row in rows_of(result["DIAGNOSTICS"]) if row["chosen"])
    assert row["silhouette"] <= row["noise_silhouette"]
    assert row["region_agreement"] is None


def lattice(side=6, kind="Polygon", gap=0.0):
    """Square cities in rows; those from the fourth column on lie `gap` apart."""
    generator = np.random.RandomState(8)
    rows, shapes = [], []
    for i in range(side * side):
        y, x = divmod(i, side)
        x = x + (gap if x > 2 else 0)
        rows.append({"name": f"c{i:02}", "a": float(y + generator.normal(0, 2))})
        square = f"({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y})"
        shapes.append(f"Polygon({square})" if kind == "Polygon" else f"Point({x} {y})")
    return make_layer(rows, shapes, kind=kind)


@pytest.mark.parametrize("kind", ["Polygon", "Point"])
def test_connected_types_are_one_area_each(run, kind):
    result, log = type_cities(run, lattice(kind=kind), ["a"], METHOD=CONNECTED, K=4)
    types = {row["name"]: row["mr_type"] for row in rows_of(result["OUTPUT"])}
    assert set(types.values()) == {1, 2, 3, 4}
    shapes = {f["name"]: f.geometry() for f in result["OUTPUT"].getFeatures()}
    for number in (1, 2, 3, 4):
        parts = [
            shapes[name].buffer(0.8, 5) if kind == "Point" else shapes[name]
            for name in types
            if types[name] == number
        ]
        assert len(QgsGeometry.unaryUnion(parts).asGeometryCollection()) == 1
    assert not any("Joined to the nearest" in text for text in log.warnings)


def test_what_lies_apart_is_joined_to_the_nearest_and_named(run):
    _, log = type_cities(run, lattice(gap=3.0), ["a"], METHOD=CONNECTED, K=3)
    assert any("Joined to the nearest" in t and "c32 - c33" in t for t in log.warnings)


def test_connected_types_do_not_depend_on_the_order_of_rows(run):
    layer = lattice()
    rows = rows_of(layer)
    shapes = [f.geometry().asWkt() for f in layer.getFeatures()]
    turned = make_layer(rows[::-1], shapes[::-1], kind="Polygon")
    found = []
    for cities in (layer, turned):
        result, _ = type_cities(run, cities, ["a"], METHOD=CONNECTED, K=4)
        found.append({row["name"]: row["mr_type"] for row in rows_of(result["OUTPUT"])})
    assert found[0] == found[1]


def test_types_known_beforehand_keep_their_names(run):
    rows = groups()
    for row in rows:
        row["seed"] = {"0-0": "plains", "1-0": "valley", "1-1": "valley", "2-0": "coast"}.get(
            row["name"]
        )
    result, _ = type_cities(run, make_layer(rows), ["d_mining", "income"], SEED_FIELD="seed")
    found = {
        (row["name"][0], row["mr_type"], row["mr_type_name"]) for row in rows_of(result["OUTPUT"])
    }
    assert found == {("0", 1, "plains"), ("1", 2, "valley"), ("2", 3, "coast")}


def test_scale_of_the_features(run):
    rows = [{"name": f"c{i}", "wide": 1000.0 * (i // 3), "narrow": float(i % 3)} for i in range(6)]
    for settings in ({"SCALE": 2}, {"STANDARDIZE": False}, {"STANDARDIZE": False, "SCALE": 1}):
        result, _ = type_cities(run, make_layer(rows), ["wide", "narrow"], K=2, **settings)
        types = [row["mr_type"] for row in rows_of(result["OUTPUT"])]
        assert types in ([1, 1, 1, 2, 2, 2], [2, 2, 2, 1, 1, 1])
    result, _ = type_cities(run, make_layer(rows), ["wide", "narrow"], K=2, SCALE=1)
    distances = [row["mr_distance"] for row in rows_of(result["OUTPUT"])]
    assert max(distances) == pytest.approx(0.5)  # of 0, 0.5 and 1 in one of two groups of wide


@pytest.mark.parametrize(
    ("form", "gap"),
    [("difference", 0.3), ("location quotient", -0.7), ("own share", None), (None, 0.3)],
)
def test_gap_to_the_core_knows_the_form(run, form, gap):
    """A location quotient of 0.3 is below the core, a difference of 0.3 above it."""
    rows = [
        {"name": f"c{i}", "mr_form": form, "d_mining": 0.3 + 0.01 * (i % 3) if i < 6 else -9.0}
        for i in range(9)
    ]
    layer = make_layer(rows)
    result, _ = type_cities(run, layer, ["d_mining"], K=2, PROFILES="memory:")
    first = rows_of(result["PROFILES"])[0]
    if gap is None:
        assert first["core_gap"] is None
    else:
        assert first["core_gap"] == pytest.approx(gap + 0.01)
    strong = form != "location quotient"
    assert (first["type_name"] == "resource-based supporter") == strong


def test_report_without_matplotlib_says_so_before_any_work(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    output = tmp_path / "types.gpkg"
    with pytest.raises(QgsProcessingException, match="matplotlib is missing"):
        type_cities(
            run,
            make_layer(groups()),
            ["d_mining"],
            OUTPUT=str(output),
            REPORT=str(tmp_path / "t.html"),
        )
    assert not output.exists()


def test_two_cities_of_one_name_are_told_apart_in_the_report(run, tmp_path):
    rows = [
        {
            "city": "Taizhou" if i < 2 else f"c{i}",
            "adcode": str(321200 + i),
            "a": 9.0 * (i % 2) + i / 9,
        }
        for i in range(12)
    ]
    report = tmp_path / "types.html"
    result, _ = type_cities(run, make_layer(rows), ["a"], K=2, REPORT=str(report))
    assert {row["mr_type"] for row in rows_of(result["OUTPUT"])[:2]} == {1, 2}
    page = report.read_text(encoding="utf-8")
    assert "Taizhou (321200)" in page
    assert "Taizhou (321201)" in page


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"METHOD": CONNECTED}, "has no geometry, so neighbours are unknown"),
        ({"METHOD": WARD, "SEED_FIELD": "name"}, "SEED_FIELD is a start of K-means"),
        ({"SEED_FIELD": "kind"}, "'kind' of layer 'cities' tells 1 types"),
        ({"SEED_FIELD": "half", "K": 3}, "K is 3, but field 'half' .* tells 2 types"),
    ],
)
def test_wrong_settings_get_one_sentence(run, settings, message):
    rows = [{**row, "kind": "all", "half": str(i % 2)} for i, row in enumerate(groups())]
    with pytest.raises(QgsProcessingException, match=message):
        type_cities(run, make_layer(rows), ["d_mining"], **settings)


def test_each_city_a_type_of_its_own_has_no_stability(run, tmp_path):
    rows = [
        {"name": name, "d_mining": value} for name, value in (("A", 0.0), ("B", 1.0), ("C", 5.0))
    ]
    report = tmp_path / "report.html"
    _, log = type_cities(run, make_layer(rows), ["d_mining"], K=3, REPORT=str(report))
    (told,) = (text for text in log.infos if text.startswith("Stability"))
    assert told == "Stability is unknown: no resample has 3 different cities, as many as types."
    assert not re.search(r"\bnan\b", " ".join(log.infos) + report.read_text("utf-8"))


@pytest.mark.parametrize("method", [0, 1, 2])
def test_one_city_has_no_types(run, method):
    rows = [{"name": "Alpha", "a": 1.0}, {"name": "Beta", "a": None}]
    layer = make_layer(rows, ["Point(0 0)", "Point(1 1)"], kind="Point")
    with pytest.raises(QgsProcessingException, match=r"Only Alpha of layer .* one city"):
        type_cities(run, layer, ["a"], METHOD=method)


def test_too_many_cities_for_ward(run, monkeypatch):
    from megaregion.measures.typology import methods

    monkeypatch.setattr(methods, "MOST_WARD", 20)
    with pytest.raises(QgsProcessingException, match="has 24 cities, too many for Ward's method"):
        type_cities(run, make_layer(groups()), ["d_mining"], METHOD=WARD)
