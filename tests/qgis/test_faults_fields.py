"""Fields that a format cannot hold as they are: written in another form, said in the log."""

import json

import pytest
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QVariant
from sample_layers import make_layer, rows_of
from small_world import cities, city_rows, settings_of, squares

FORMATS = ["gpkg", "shp", "csv", "geojson", "fgb", "tab", "xlsx", "ods", "kml", "sqlite", "gml"]
# Field name to its type and its values' rule; all of them come from users' own tables.
ODD = {
    "fid": (QVariant.Int, lambda n: n // 2),
    "geom": (QVariant.String, lambda n: f"g{n}"),
    "geometry": (QVariant.String, lambda n: f"y{n}"),
    "ogc_fid": (QVariant.Int, lambda n: 7 + n // 2),
    "id": (QVariant.String, lambda n: f"i{n // 2}"),
    "A": (QVariant.String, lambda n: f"A{n}"),
    "a": (QVariant.String, lambda n: f"a{n}"),
    "Name": (QVariant.String, lambda n: f"N{n}"),
    "description": (QVariant.String, lambda n: f"d{n}"),
    'ro"le': (QVariant.String, lambda n: f"r{n}"),
    "it's": (QVariant.String, lambda n: f"s{n}"),
    "gdp/cap_2006": (QVariant.Double, lambda n: n + 0.5),
    "output_of_industry_2006": (QVariant.Double, lambda n: n + 0.25),
    "output_of_industry_2023": (QVariant.Double, lambda n: n + 0.75),
    "地区生产总值_2006": (QVariant.Double, lambda n: n + 0.125),
    "地区生产总值_2023": (QVariant.Double, lambda n: n + 0.375),
    "two words": (QVariant.String, lambda n: f"w{n}"),
    "code": (QVariant.LongLong, lambda n: 9007199254740993 + n),
    "founded": (QVariant.Date, lambda n: QDate(2000 + n, 1, 2)),
    "tags": (QVariant.StringList, lambda n: [f"t{n}", "u"]),
    "说明": (QVariant.String, lambda n: f"城市{n}"),
}
NESTED = [{"x": n, "y": [1, "城"]} for n in range(12)]


def odd_layer():
    """The small world with fields that formats stumble over."""
    plain = cities()
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "cities", "memory")
    fields = [QgsField(f) for f in plain.fields()]
    fields += [QgsField(name, kind) for name, (kind, _) in ODD.items()]
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features = []
    for number, (row, shape) in enumerate(zip(city_rows(), squares(city_rows()))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([*row.values(), *(rule(number) for _, rule in ODD.values())])
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def as_words(name, value):
    """A value as the text that any format can be compared by."""
    if isinstance(value, (QDate, QDateTime)):
        return value.toString("yyyy-MM-dd")
    if name == "founded":
        return str(value).replace("/", "-")[:10]
    if name == "tags":
        return json.dumps(json.loads(value) if isinstance(value, str) else value)
    if isinstance(value, float) or name[:3] in ("gdp", "out", "地区生"):
        return f"{float(value):.6f}"
    return str(value)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_column_arrives_under_some_name(run, tmp_path, ending):
    settings = settings_of("markcores", tmp_path, odd_layer())
    result, _ = run("markcores", **settings, OUTPUT=str(tmp_path / f"out.{ending}"))
    written = rows_of(QgsVectorLayer(result["OUTPUT"]))
    assert len(written) == 12
    order = sorted(written, key=lambda row: str(row["adcode"]))
    taken = {}
    for name, (_, rule) in ODD.items():
        expected = [as_words(name, rule(n)) for n in range(12)]
        holders = [column for column in order[0] if column_words(name, order, column) == expected]
        assert holders, f"{name} is lost"
        taken[name] = holders[0]
    # Each column once, so that none stands for another.
    assert len(set(taken.values())) == len(ODD)


def column_words(name, rows, column):
    try:
        return [as_words(name, row[column]) for row in rows]
    except (TypeError, ValueError):
        return None


@pytest.mark.parametrize("ending", ["gpkg", "shp", "sqlite"])
def test_names_changed_are_said(run, tmp_path, ending):
    settings = settings_of("markcores", tmp_path, odd_layer())
    _, log = run("markcores", **settings, OUTPUT=str(tmp_path / f"out.{ending}"))
    assert any("Names that the format cannot hold were changed" in text for text in log.warnings)
    assert any("Field 'tags' holds nested values: written as text" in t for t in log.warnings)


@pytest.mark.parametrize("ending", [None, *FORMATS])
@pytest.mark.parametrize("name", ["markcores", "citygrowth"])
def test_nested_values_arrive_as_text(run, tmp_path, name, ending):
    features = [
        {
            "type": "Feature",
            "properties": {**row, "about": about},
            "geometry": json.loads(QgsGeometry.fromWkt(shape).asJson()),
        }
        for row, about, shape in zip(city_rows(), NESTED, squares(city_rows()))
    ]
    path = tmp_path / "in.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    place = "memory:" if ending is None else str(tmp_path / f"out.{ending}")
    result, log = run(name, **settings_of(name, tmp_path, str(path)), OUTPUT=place)
    written = result["OUTPUT"] if ending is None else QgsVectorLayer(result["OUTPUT"])
    order = sorted(rows_of(written), key=lambda row: str(row["adcode"]))
    found = [row["about"] for row in order]
    found = [json.loads(value) if isinstance(value, str) else value for value in found]
    assert found == NESTED
    assert any("Field 'about' holds nested values: written as text" in t for t in log.warnings)


@pytest.mark.parametrize("name", ["markcores", "citygrowth", "complementarity"])
@pytest.mark.parametrize("fid", [[1] * 12, list("abcdefghijkl"), [None] + [4] * 11])
def test_a_fid_that_repeats_or_is_text(run, tmp_path, name, fid):
    """Merged layers into *Save to GeoPackage*: every row arrives, with the values of fid."""
    rows = [{"fid": value, **row} for value, row in zip(fid, city_rows())]
    layer = make_layer(rows, squares(rows), kind="Polygon")
    place = f"ogr:dbname='{tmp_path}/x.gpkg' table=\"y\" (geom)"
    result, log = run(name, **settings_of(name, tmp_path, layer), OUTPUT=place)
    written = QgsVectorLayer(result["OUTPUT"])
    assert written.featureCount() == 12
    assert [row["fid_2"] for row in rows_of(written)] == fid
    assert any("'fid' is 'fid_2'" in text for text in log.warnings)
