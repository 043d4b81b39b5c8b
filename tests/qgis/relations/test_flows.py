"""Flows through Processing: both forms of table, their faults, and the style."""

import math

import pytest
from qgis.core import QgsProcessingException, QgsWkbTypes
from sample_layers import gravity, make_layer, rows_of

NAMES = ["A", "B", "C", "D", "E"]


def cities(**changes):
    rows = [
        {"id": "A", "region": "N", "mr_role": "core"},
        {"id": "B", "region": "N", "mr_role": "secondary"},
        {"id": "C", "region": "N", "mr_role": "secondary"},
        {"id": "D", "region": "S", "mr_role": "core"},
        {"id": "E", "region": None, "mr_role": "secondary"},
    ]
    for name, change in changes.items():
        rows[NAMES.index(name)].update(change)
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(0, 10, 2)]
    return make_layer(rows, squares, kind="Polygon")


PAIRS = [
    ("A", "B", 30),
    ("B", "A", 10),
    ("A", "C", 20),
    ("B", "C", 20),
    ("C", "B", 20),
    ("A", "D", 50),
    ("E", "A", 5),
]


def pairs(flows=PAIRS):
    rows = [{"o": a, "d": b, "v": float(v) if v is not None else None} for a, b, v in flows]
    return make_layer(rows or [{"o": "x", "d": "x", "v": 1.0}], name="trips")


def flow(run, flows=None, nodes=None, **settings):
    return run(
        "flows",
        **{
            "NODES": nodes or cities(),
            "NODE_ID": "id",
            "REGION_FIELD": "region",
            "FLOWS": flows or pairs(),
            "FROM_FIELD": "o",
            "TO_FIELD": "d",
            "VALUE_FIELD": "v",
            "OUTPUT": "memory:",
            "CITIES": "memory:",
            "SUMMARY": "memory:",
            **settings,
        },
    )


def by_pair(result):
    return {(row["from"], row["to"]): row for row in rows_of(result["OUTPUT"])}


def test_lines_cities_and_summary(run):
    result, log = flow(run)
    lines = by_pair(result)
    assert len(lines) == 7
    assert lines["A", "B"] == {
        "from": "A",
        "to": "B",
        "value": 30,
        "reverse": 10,
        "symmetry": 0.5,
        "relation": "core-secondary",
    }
    assert lines["A", "D"]["relation"] == "between regions"
    assert lines["E", "A"]["relation"] is None
    assert result["OUTPUT"].wkbType() == QgsWkbTypes.Type.LineString
    assert result["OUTPUT"].crs().authid() == "EPSG:4326"
    shapes = {(f["from"], f["to"]): f.geometry() for f in result["OUTPUT"].getFeatures()}
    assert shapes["A", "C"].asPolyline()[0].x() == pytest.approx(0.5)
    assert shapes["A", "C"].asPolyline()[1].x() == pytest.approx(4.5)

    nodes = {row["id"]: row for row in rows_of(result["CITIES"])}
    assert (nodes["A"]["mr_in"], nodes["A"]["mr_out"], nodes["A"]["mr_net"]) == (15, 100, -85)
    assert nodes["A"]["mr_dominance"] == pytest.approx(115 / 48.75)
    assert nodes["A"]["mr_role"] == "core"
    north, south = rows_of(result["SUMMARY"])
    assert (north["region"], north["flows"], north["total"]) == ("N", 5, 100)
    assert north["core_secondary"] == pytest.approx(0.6)
    assert north["symmetry"] == pytest.approx(0.6)
    assert 0 < north["functional_polycentricity"] < 1
    assert south["flows"] == 0
    assert south["multidirectionality"] is None
    assert any("In no region" in t and "E" in t for t in log.warnings)
    assert any("Regions without a flow between their cities" in t for t in log.warnings)


def test_matrix_gives_the_same_as_pairs(run):
    cells = {(a, b): float(v) for a, b, v in PAIRS}
    matrix = [{"city": a, **{b: cells.get((a, b)) for b in NAMES}, "total": 1.0} for a in NAMES]
    result, log = flow(
        run,
        make_layer(matrix, name="matrix"),
        FROM_FIELD="city",
        TO_FIELD=None,
        VALUE_FIELD=None,
    )
    expected, _ = flow(run)
    assert rows_of(result["OUTPUT"]) == rows_of(expected["OUTPUT"])
    assert rows_of(result["SUMMARY"]) == rows_of(expected["SUMMARY"])
    assert any("Columns that are no city, left out: total" in t for t in log.warnings)
    assert any("13 blank cells" in t for t in log.warnings)


@pytest.mark.parametrize("row_field", ["city", "field_1"])
def test_matrix_in_a_csv_table_whose_header_gdal_takes_for_a_row(run, tmp_path, row_field):
    table = tmp_path / "matrix.csv"
    table.write_text("city,110000,120000\n110000,,7.5\n120000,2,\n", encoding="utf-8")
    nodes = make_layer(
        [{"id": code, "region": "N", "mr_role": "core"} for code in (110000, 120000)],
        ["Point(116 40)", "Point(117 39)"],
        kind="Point",
    )
    result, _ = flow(run, str(table), nodes, FROM_FIELD=row_field, TO_FIELD=None, VALUE_FIELD=None)
    found = {pair: row["value"] for pair, row in by_pair(result).items()}
    assert found == {("110000", "120000"): 7.5, ("120000", "110000"): 2}


def test_own_zero_repeated_unknown_and_blank_flows_are_said(run):
    table = pairs(
        [
            ("A", "A", 99),
            ("A", "B", 1),
            ("A", "B", 2),
            ("B", "A", 0),
            ("A", "Omega", 4),
            ("A", "C", None),
        ]
    )
    result, log = flow(run, table)
    assert {pair: row["value"] for pair, row in by_pair(result).items()} == {("A", "B"): 3}
    infos, warnings = "\n".join(log.infos), "\n".join(log.warnings)
    assert "Left out: 1 flows of cities to themselves (sum 99)" in infos
    assert "1 pairs with a flow of 0 have no line" in infos
    assert "1 rows repeat a pair" in infos
    assert "Not among the cities, 1 rows of layer 'trips' left out: Omega" in warnings
    assert "Left out, without a value: A to C" in warnings


def test_numbers_as_text_and_numeric_ids(run):
    nodes = make_layer(
        [{"id": 110000.0, "region": "N"}, {"id": 120000.0, "region": "N"}],
        ["Point(116 40)", "Point(117 39)"],
        kind="Point",
    )
    table = make_layer([{"o": "110000", "d": "120000", "v": " 7.5 "}], name="trips")
    result, _ = flow(run, table, nodes, ROLE_FIELD="region")
    assert by_pair(result)["110000", "120000"]["value"] == 7.5


def test_ids_written_otherwise_and_marks_for_no_value(run):
    nodes = make_layer(
        [{"id": "1", "region": "N"}, {"id": "2", "region": "N"}, {"id": "03", "region": "N"}],
        [f"Point({x} 40)" for x in (116, 117, 118)],
        kind="Point",
    )
    rows = [("1.0", "２ ", "1,000"), (" 03", "1", "…"), ("2", "03", "7"), ("3", "2", "9")]
    table = make_layer([dict(zip("odv", row)) for row in rows], name="trips")
    result, log = flow(run, table, nodes, ROLE_FIELD="region")
    lines = [(row["from"], row["to"], row["value"]) for row in rows_of(result["OUTPUT"])]
    assert lines == [("1", "2", 1000.0), ("2", "03", 7.0)]
    assert any("1 rows of layer 'trips' left out: 3." in text for text in log.warnings)
    assert "Left out, without a value: 03 to 1." in log.warnings


def test_ids_that_are_one_are_named(run):
    nodes = cities(A={"id": "1"}, B={"id": "1.0"})
    with pytest.raises(QgsProcessingException, match=r"of layer 'cities' holds 1\.0 more"):
        flow(run, nodes=nodes)


def test_empty_flow_table(run):
    table = pairs()
    table.dataProvider().truncate()
    result, log = flow(run, table)
    assert rows_of(result["OUTPUT"]) == []
    assert any("No flow is above zero" in t for t in log.warnings)
    assert {row["mr_in"] for row in rows_of(result["CITIES"])} == {0}
    assert {row["mr_dominance"] for row in rows_of(result["CITIES"])} == {None}


def test_city_without_geometry_and_without_id(run):
    nodes = cities(E={"id": None})
    first = next(nodes.getFeatures())
    nodes.dataProvider().changeGeometryValues({first.id(): type(first.geometry())()})
    result, log = flow(run, pairs(PAIRS[:-1]), nodes)
    assert len(by_pair(result)) == 6
    assert sum(f.geometry().isEmpty() for f in result["OUTPUT"].getFeatures()) == 4
    assert any("so that their flows are rows without a line: row 1" in t for t in log.warnings)
    assert any("Without an id in field 'id'" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("table", "changes", "settings", "message"),
    [
        (
            [("A", "B", -3)],
            {},
            {},
            "flow from A to B in field 'v' of layer 'trips' is -3: flows must be zero or more",
        ),
        (PAIRS, {"B": {"id": "A"}}, {}, "holds A more than once"),
        (PAIRS, {}, {"VALUE_FIELD": "o"}, r"flow from A to B in field 'o' .* is not a number"),
        (PAIRS, {}, {"VALUE_FIELD": None}, "Only one of TO_FIELD and VALUE_FIELD is set"),
        (PAIRS, {}, {"TO_FIELD": None, "VALUE_FIELD": None}, "No column of layer 'trips' is named"),
        ([("x", "y", 1)], {}, {}, "No row of layer 'trips' has both ends .* such as x, y"),
        (PAIRS, {}, {"TO_FIELD": "nowhere"}, "no field 'nowhere'"),
        (PAIRS, {}, {"ROLE_FIELD": "nothing"}, "no field 'nothing'"),
    ],
)
def test_bad_input_gets_one_sentence(run, table, changes, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        flow(run, pairs(table), cities(**changes), **settings)


def test_matrix_rows_must_be_cities_once(run):
    matrix = {"FROM_FIELD": "city", "TO_FIELD": None, "VALUE_FIELD": None}
    with pytest.raises(QgsProcessingException, match="more than one row for A"):
        flow(run, make_layer([{"city": "A", "B": 1.0}] * 2, name="matrix"), **matrix)
    with pytest.raises(QgsProcessingException, match="No row of matrix 'matrix' is a city"):
        flow(run, make_layer([{"city": "x", "B": 1.0}], name="matrix"), **matrix)
    with pytest.raises(
        QgsProcessingException, match="flow from A to B in the matrix of layer 'matrix' is -1"
    ):
        flow(run, make_layer([{"city": "A", "B": -1.0}], name="matrix"), **matrix)


def test_optional_outputs_are_optional(run):
    result, _ = flow(run, CITIES=None, SUMMARY=None)
    assert set(result) == {"OUTPUT"}


def test_example_cities(run, example_rows, example_cities):
    model = gravity(example_rows)
    codes = [row["adcode"] for row in example_rows]
    table = pairs(
        [
            (codes[i], codes[j], model[i, j])
            for i in range(len(codes))
            for j in range(len(codes))
            if i != j
        ]
    )
    result, log = flow(run, table, example_cities, NODE_ID="adcode", REGION_FIELD="mega_region")
    assert result["OUTPUT"].featureCount() == 192 * 191
    assert not log.warnings
    summary = {row["region"]: row for row in rows_of(result["SUMMARY"])}
    assert len(summary) == 13
    for row in summary.values():
        shares = row["core_core"] + row["core_secondary"] + row["secondary_secondary"]
        assert shares == pytest.approx(1)
        for name in ("multidirectionality", "symmetry", "functional_polycentricity"):
            assert 0 < row[name] < 1
    total = math.fsum(row["mr_in"] for row in rows_of(result["CITIES"]))
    assert total == pytest.approx(model.sum())


def test_style_draws_the_strongest_and_says_how_many(run, example_rows, example_cities):
    from megaregion.cartography.relations.flows import DRAWN, style_flow_cities, style_flows

    model = gravity(example_rows)[:40, :40]
    codes = [row["adcode"] for row in example_rows]
    table = pairs([(codes[i], codes[j], model[i, j]) for i in range(40) for j in range(40)])
    result, _ = flow(run, table, example_cities, NODE_ID="adcode", REGION_FIELD="mega_region")
    layer = result["OUTPUT"]
    style_flows(layer)
    shown, weak = layer.renderer().rootRule().children()
    assert shown.label().startswith(f"Strongest {DRAWN} of 1,560 flows")
    assert (weak.label(), weak.active()) == ("Weaker 1,060 flows (tick to draw)", False)
    assert sum(eval_count(layer, shown, child) for child in shown.children()) == DRAWN
    assert layer.renderer().orderByEnabled()
    style_flow_cities(result["CITIES"])
    assert "mr_dominance" in result["CITIES"].renderer().classAttribute()


def test_style_leaves_out_many_flows_of_one_size(run):
    """A thousand flows of 1 below three stronger ones would all be as strong as the 500th."""
    from megaregion.cartography.relations.flows import style_flows

    names = [f"c{i}" for i in range(33)]
    nodes = make_layer(
        [{"id": name, "region": "N", "mr_role": "core"} for name in names],
        [f"Point({i} {i * i % 7})" for i in range(33)],
        kind="Point",
    )
    flows = [(a, b, 1) for a in names for b in names if a != b]
    flows[:3] = [(a, b, 9) for a, b, _ in flows[:3]]
    layer = flow(run, pairs(flows), nodes)[0]["OUTPUT"]
    style_flows(layer)
    shown, weak = layer.renderer().rootRule().children()
    assert shown.label().startswith("Strongest 3 of 1,056 flows")
    assert weak.label() == "Weaker 1,053 flows (tick to draw)"


def eval_count(layer, parent, rule):
    from qgis.core import QgsFeatureRequest

    both = f"({parent.filterExpression()}) AND ({rule.filterExpression()})"
    return len(list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(both))))


def test_style_of_few_and_of_no_flows(run):
    from megaregion.cartography.relations.flows import style_flows

    few, _ = flow(run)
    style_flows(few["OUTPUT"])
    (shown,) = few["OUTPUT"].renderer().rootRule().children()
    assert shown.label() == "All 7 flows (width by square root of value, widest 50)"
    assert [rule.label() for rule in shown.children()] == [
        "Core and secondary (3)",
        "Secondary to secondary (2)",
        "Between regions (1)",
        "Without region or role (1)",
    ]
    table = pairs()
    table.dataProvider().truncate()
    none, _ = flow(run, table)
    style_flows(none["OUTPUT"])


def test_strongest_of_each_region_become_lines(run):
    every, _ = flow(run)
    result, log = flow(run, TOP_N=1)
    # A to B of region N, A to D between regions, E to A with an end in none
    assert set(by_pair(result)) == {("A", "B"), ("A", "D"), ("E", "A")}
    assert by_pair(result)["A", "B"] == by_pair(every)["A", "B"]
    assert rows_of(result["SUMMARY"]) == rows_of(every["SUMMARY"])
    assert rows_of(result["CITIES"]) == rows_of(every["CITIES"])
    assert any("The 3 strongest of the regions are drawn" in text for text in log.infos)
    many, _ = flow(run, TOP_N=9)
    assert rows_of(many["OUTPUT"]) == rows_of(every["OUTPUT"])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1234567.8, "1,234,568"),
        (123456789012.0, "123,456,789,012"),
        (100.4, "100"),
        (12.345, "12.3"),
        (50.0, "50"),
        (0.00012345, "0.000123"),
        (0.0, "0"),
    ],
)
def test_plain_numbers(value, words):
    from megaregion.layers.relations.flows import plain_number

    assert plain_number(value) == words


def test_lines_are_curves_beside_each_other(run):
    """A's way to B bows to its right, south of the straight line, the way back north of it."""
    from megaregion.cartography.relations.flows import style_flows
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    layer = flow(run)[0]["OUTPUT"]
    style_flows(layer)
    (shown,) = layer.renderer().rootRule().children()
    curve = shown.children()[0].symbol().symbolLayer(0)
    expression = QgsExpression(curve.geometryExpression())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    bows = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        points = expression.evaluate(context).asPolyline()
        straight = feature.geometry().asPolyline()
        assert (points[0], points[-1]) == (straight[0], straight[-1])
        assert len(points) > 8
        bows[feature["from"], feature["to"]] = (
            min(p.y() for p in points),
            max(p.y() for p in points),
        )
    assert bows["A", "B"] == pytest.approx((0.5 - 0.2, 0.5), abs=0.12)
    assert bows["B", "A"] == pytest.approx((0.5, 0.5 + 0.2), abs=0.12)


def test_centrality_and_communities_of_cities(run):
    plain, _ = flow(run)
    names = ("mr_pagerank", "mr_betweenness", "mr_community")
    assert not set(names) & set(plain["CITIES"].fields().names())
    result, log = flow(run, pairs([pair for pair in PAIRS if "E" not in pair]), NETWORK=True)
    assert result["CITIES"].fields().names()[-3:] == list(names)
    nodes = {row["id"]: row for row in rows_of(result["CITIES"])}
    # C to B to A is the one way by another city: 1/20 + 1/10, but to D: C-B-A-D and B-A-D.
    assert nodes["A"]["mr_betweenness"] == pytest.approx(2 / 6)
    assert nodes["B"]["mr_betweenness"] == pytest.approx(2 / 6)
    assert sum(nodes[name]["mr_pagerank"] for name in "ABCD") == pytest.approx(1)
    assert [nodes["E"][name] for name in names] == [None] * 3
    assert nodes["A"]["mr_community"] == nodes["D"]["mr_community"]
    assert any("communities of cities" in text for text in log.infos)


@pytest.mark.parametrize("package", ["networkx", "scipy"])
def test_missing_package_is_one_sentence_and_only_where_asked(run, monkeypatch, package):
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name == package else find(name, *a)
    )
    flow(run)
    with pytest.raises(QgsProcessingException, match=f"package {package} is missing: .*install"):
        flow(run, NETWORK=True)
