"""Where results go: every format and way of writing a destination, and what must never happen."""

import os

import pytest
from osgeo import ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from sample_layers import make_layer, rows_of
from small_world import cities, settings_of

FOLDERS = ["plain", "Xi'an", "two words", "v1.2.3", "西安", 'a"b']
LAYERS = ["gpkg", "shp", "fgb", "csv", "geojson", "xlsx", "ods", "tab", "kml", "sqlite", "gml"]
TABLES = ["gpkg", "csv", "geojson", "xlsx", "ods", "gml", "json"]


def save(layer, path, **options):
    """Write a layer to a file; `action` 1 adds a table to it."""
    given = QgsVectorFileWriter.SaveVectorOptions()
    given.driverName = QgsVectorFileWriter.driverForExtension(path.suffix.lstrip("."))
    given.actionOnExistingFile = options.pop("action", 0)
    for name, value in options.items():
        setattr(given, name, value)
    context = QgsProject.instance().transformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, given)[0] == 0
    return str(path)


def tables_of(path):
    """Names of the tables in a file."""
    data = ogr.Open(str(path))
    return sorted(data.GetLayer(number).GetName() for number in range(data.GetLayerCount()))


def files(folder):
    """What lies in a folder, without what SQLite puts beside a file that is open."""
    names = (path.name for path in folder.iterdir())
    return sorted(name for name in names if not name.endswith(("-wal", "-shm")))


def number_of(value):
    """A number as it is, or as the text that a format made of it."""
    return None if value in (None, "") else pytest.approx(float(value))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("ending", ["gpkg", "shp", "csv"])
def test_any_folder(run, tmp_path, ending, folder):
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / f"out.{ending}"
    result, _ = run("markcores", **settings_of("markcores", tmp_path), OUTPUT=str(path))
    assert path.exists()
    roles = [row["mr_role"] for row in rows_of(QgsVectorLayer(result["OUTPUT"]))]
    assert (roles.count("core"), roles.count("secondary")) == (4, 8)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", ["y", "mega city", "城市", "it's"])
def test_a_table_in_a_geopackage_in_any_folder(run, tmp_path, folder, name):
    """The form in which QGIS's dialog writes 'Save to GeoPackage', quotes not escaped."""
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / "x.gpkg"
    save(make_layer([{"a": 1}]), path, layerName="mine")
    place = f"ogr:dbname='{path}' table=\"{name}\" (geom)"
    run("markcores", **settings_of("markcores", tmp_path), OUTPUT=place)
    assert tables_of(path) == sorted(["mine", name])
    assert len(rows_of(QgsVectorLayer(f"{path}|layername={name}"))) == 12
    assert len(rows_of(QgsVectorLayer(f"{path}|layername=mine"))) == 1


@pytest.mark.parametrize("ending", LAYERS)
def test_every_format_of_layers_keeps_the_values(run, tmp_path, ending):
    """Roles, numbers, blanks and zeros as they were, whatever the file."""
    settings = settings_of("citygrowth", tmp_path)
    expected = {
        row["adcode"]: row
        for row in rows_of(run("citygrowth", **settings, OUTPUT="memory:")[0]["OUTPUT"])
    }
    result, _ = run("citygrowth", **settings, OUTPUT=str(tmp_path / f"out.{ending}"))
    layer = QgsVectorLayer(result["OUTPUT"])
    written = {str(row["adcode"]): row for row in rows_of(layer)}
    share = next(n for n in layer.fields().names() if n.startswith("mr_share"))
    assert written.keys() == expected.keys()
    for key, row in expected.items():
        assert number_of(written[key]["mr_rate"]) == row["mr_rate"]
        assert number_of(written[key][share]) == row["mr_share_change"]
        assert written[key]["mr_growth"] == row["mr_growth"]


@pytest.mark.parametrize("ending", TABLES)
def test_every_format_of_tables_keeps_the_values(run, tmp_path, ending):
    settings = settings_of("unevenness", tmp_path)
    expected = rows_of(run("unevenness", **settings, OUTPUT="memory:")[0]["OUTPUT"])
    result, _ = run("unevenness", **settings, OUTPUT=str(tmp_path / f"out.{ending}"))
    written = rows_of(QgsVectorLayer(result["OUTPUT"]))
    assert len(written) == len(expected) == 4
    for row, asked in zip(written, expected):
        assert row["region"] == asked["region"]
        for name in ("year", "cities", "theil_between", "gini_overlap", "p_value", "missing"):
            assert number_of(row[name]) == asked[name], name


@pytest.mark.parametrize("ending", ["shp", "fgb", "dbf", "tab", "mif", "kml"])
def test_a_table_in_a_format_without_tables_is_refused(run, tmp_path, ending):
    settings = settings_of("unevenness", tmp_path)
    with pytest.raises(QgsProcessingException, match="OUTPUT is a table, and a file that ends in"):
        run("unevenness", **settings, OUTPUT=str(tmp_path / f"out.{ending}"))
    assert files(tmp_path) == []


@pytest.mark.parametrize("place", ["out.gpx", "out.dxf"])
def test_a_format_that_cannot_hold_it_is_one_sentence(run, tmp_path, place):
    with pytest.raises(QgsProcessingException, match="OUTPUT cannot be written to") as caught:
        run("markcores", **settings_of("markcores", tmp_path), OUTPUT=str(tmp_path / place))
    assert "\n" not in str(caught.value)
    assert files(tmp_path) == []


@pytest.mark.parametrize("place", ["/proc/out.gpkg", "/proc/out.csv", "/sys/out.csv"])
@pytest.mark.parametrize("name", ["markcores", "unevenness"])
def test_a_place_where_nobody_may_write(run, tmp_path, name, place):
    with pytest.raises(
        QgsProcessingException, match=r"OUTPUT (cannot|could not) be written"
    ) as caught:
        run(name, **settings_of(name, tmp_path), OUTPUT=place)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("{}/out", "out.gpkg"),
        ("{}/out.tif", "out.tif.gpkg"),
        ("{}/out.json", "out.json.geojson"),
        ("{}/OUT.GPKG", "OUT.GPKG"),
        ("{}/out.gpkg|layername=roles", "out.gpkg"),
        ("ogr:dbname='{}/out.gpkg' table=\"roles\"", "out.gpkg"),
        ("ogr:dbname='{}/out.gpkg' table=\"roles\" (the_geom) sql=", "out.gpkg"),
        ("ogr:dbname='{}/out.sqlite' table=\"roles\" (geom)", "out.sqlite"),
    ],
)
def test_other_ways_to_name_a_file(run, tmp_path, form, written):
    result, _ = run("markcores", **settings_of("markcores", tmp_path), OUTPUT=form.format(tmp_path))
    assert files(tmp_path) == [written]
    assert QgsVectorLayer(result["OUTPUT"]).featureCount() == 12


def test_a_definition_of_an_output(run, tmp_path):
    """What the toolbox hands over."""
    settings = settings_of("markcores", tmp_path)
    place = QgsProcessingOutputLayerDefinition(str(tmp_path / "out.gpkg"))
    place.createOptions = {"layerName": "roles"}
    run("markcores", **settings, OUTPUT=place)
    assert tables_of(tmp_path / "out.gpkg") == ["roles"]


# Never on top of an input


@pytest.fixture
def two_tables(tmp_path):
    """A GeoPackage with the tables `cities` and `other`, and a link to it."""
    path = tmp_path / "in.gpkg"
    save(cities(), path, layerName="cities")
    save(cities(), path, layerName="other", action=1)
    os.symlink(path, tmp_path / "link.gpkg")
    return path


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("{0}", "{0}"),
        ("{0}|layername=cities", "{0}"),
        ("{0}|layername=cities", "{0}|layername=cities"),
        ("{0}|layername=cities", "ogr:dbname='{0}' table=\"cities\" (geom)"),
        ("{0}|layername=cities", "ogr:dbname='{0}' table=\"CITIES\" (geom)"),
        ("{0}", "ogr:dbname='{0}' table=\"cities\" (geom)"),
        ("{0}|layerid=0", "ogr:dbname='{0}' table=\"cities\" (geom)"),
        ("{0}|layername=cities|subset=reg='R'", "ogr:dbname='{0}' table=\"cities\" (geom)"),
        ("{0}|layername=cities", "{1}/link.gpkg"),
        ("{1}/link.gpkg", "{0}"),
        ("{0}", "{1}/in"),
        ("{0}", "{1}/../{2}/in.gpkg"),
    ],
)
@pytest.mark.parametrize("name", ["markcores", "unevenness"])
def test_output_on_the_input_is_refused(run, two_tables, name, source, place):
    words = (two_tables, two_tables.parent, two_tables.parent.name)
    settings = settings_of(name, two_tables.parent, source.format(*words))
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace INPUT"):
        run(name, **settings, OUTPUT=place.format(*words))
    assert tables_of(two_tables) == ["cities", "other"]
    assert len(rows_of(QgsVectorLayer(f"{two_tables}|layername=cities"))) == 12


@pytest.mark.parametrize("place", ["other", "new"])
def test_beside_the_input_is_allowed(run, two_tables, place):
    settings = settings_of("markcores", two_tables.parent, f"{two_tables}|layername=cities")
    run("markcores", **settings, OUTPUT=f"ogr:dbname='{two_tables}' table=\"{place}\" (geom)")
    assert "mr_reason" in QgsVectorLayer(f"{two_tables}|layername={place}").fields().names()
    assert tables_of(two_tables) == sorted({"cities", "other", place})


@pytest.mark.parametrize("ending", ["shp", "csv", "geojson", "fgb", "tab", "xlsx"])
def test_output_on_an_input_file_is_refused(run, tmp_path, ending):
    path = save(cities(), tmp_path / f"in.{ending}")
    before = (tmp_path / f"in.{ending}").read_bytes()
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace INPUT"):
        run("markcores", **settings_of("markcores", tmp_path, path), OUTPUT=path)
    assert (tmp_path / f"in.{ending}").read_bytes() == before


def test_output_on_a_delimited_text_input_is_refused(run, tmp_path):
    path = save(cities(), tmp_path / "in.csv")
    uri = f"file://{path}?delimiter=,"
    layer = QgsVectorLayer(uri, "in", "delimitedtext")
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace INPUT"):
        run("markcores", **settings_of("markcores", tmp_path, layer), OUTPUT=path)


@pytest.fixture
def spatialite(tmp_path):
    path = tmp_path / "in.sqlite"
    save(cities(), path, layerName="cities", datasourceOptions=["SPATIALITE=YES"])
    return path


@pytest.mark.parametrize(
    "place",
    [
        "spatialite:dbname='{}' table=\"cities\" (geom)",
        "ogr:dbname='{}' table=\"cities\" (geom)",
        "{}",
    ],
)
@pytest.mark.parametrize("source", ["spatialite://dbname='{}' table=\"cities\" (GEOMETRY)", "{}"])
def test_output_on_a_spatialite_input_is_refused(run, spatialite, source, place):
    settings = settings_of("markcores", spatialite.parent, source.format(spatialite))
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace INPUT"):
        run("markcores", **settings, OUTPUT=place.format(spatialite))
    assert tables_of(spatialite) == ["cities"]


@pytest.mark.parametrize("key", ["spatialite", "ogr"])
def test_a_new_table_in_a_spatialite_file(run, spatialite, key):
    settings = settings_of("markcores", spatialite.parent, str(spatialite))
    run("markcores", **settings, OUTPUT=f"{key}:dbname='{spatialite}' table=\"new\" (geom)")
    assert tables_of(spatialite) == ["cities", "new"]
    roles = [row["mr_role"] for row in rows_of(QgsVectorLayer(f"{spatialite}|layername=new"))]
    assert roles.count("core") == 4


def test_a_table_as_second_input_is_not_replaced_either(run, tmp_path):
    path = save(make_layer([{"region": "R", "code": "COE-1"}]), tmp_path / "plans.csv")
    settings = {**settings_of("policythemes", tmp_path), "TABLE": path}
    settings.pop("ADDRESSEE_FIELD")
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace TABLE"):
        run("policythemes", **settings, OUTPUT=path)


# All outputs, or none


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (("{}/a.gpkg", "{}/a.gpkg", None), "OUTPUT and REGIONS have the same destination"),
        (("{}/a", "{}/a.gpkg", None), "OUTPUT and REGIONS have the same destination"),
        (
            (
                "ogr:dbname='{}/a.gpkg' table=\"t\"",
                "ogr:dbname='{}/a.gpkg' table=\"T\" (geom)",
                None,
            ),
            "OUTPUT and REGIONS have the same destination",
        ),
        (("ogr:dbname='{}/a.gpkg' table=\"t\"", "{}/a.gpkg", None), "have the same destination"),
        (("{}/b.csv", "{}/b.gpkg", "{}/b.csv"), "OUTPUT and REPORT have the same destination"),
        (("{}/b.csv", "{}/b.gpkg", "{}/no/b.html"), "The folder .* for REPORT does not exist"),
        (("{}/b.csv", "{}/no/b.gpkg", None), "The folder .* for REGIONS does not exist"),
        (("{}/b.csv", "{}/b.gpkg", "{}"), "REPORT is the folder"),
        (("{}", "{}/b.gpkg", None), "OUTPUT is the folder"),
        (("{}/b.csv", "/proc/b.gpkg", "{}/b.html"), "REGIONS cannot be written to '/proc/b.gpkg'"),
        (("{}/b.csv", "{}/b.gpkg", "/proc/b.html"), "REPORT cannot be written to '/proc/b.html'"),
        (("{}/b.csv", "{}/b.gpx", None), "REGIONS cannot be written to"),
    ],
)
def test_nothing_is_left_behind(run, tmp_path, places, message):
    names = ("OUTPUT", "REGIONS", "REPORT")
    given = {n: p.format(tmp_path) for n, p in zip(names, places) if p is not None}
    with pytest.raises(QgsProcessingException, match=message) as caught:
        run("unevenness", **settings_of("unevenness", tmp_path), **given)
    assert "\n" not in str(caught.value)
    assert files(tmp_path) == []


def test_two_tables_of_one_geopackage(run, tmp_path):
    table, layer = (f"ogr:dbname='{tmp_path}/a.gpkg' table=\"{name}\"" for name in "tu")
    run(
        "unevenness", **settings_of("unevenness", tmp_path), OUTPUT=table, REGIONS=layer + " (geom)"
    )
    assert tables_of(tmp_path / "a.gpkg") == ["t", "u"]


def test_what_was_there_stays_where_a_later_output_fails(run, tmp_path):
    """A file, a table in a GeoPackage and the tables beside it."""
    (tmp_path / "a.csv").write_text("mine")
    path = tmp_path / "a.gpkg"
    save(make_layer([{"a": 1}]), path, layerName="mine")
    save(make_layer([{"a": 2}]), path, layerName="regions", action=1)
    for table in ("regions", "new"):
        with pytest.raises(QgsProcessingException, match="REPORT cannot be written"):
            run(
                "unevenness",
                **settings_of("unevenness", tmp_path),
                OUTPUT=str(tmp_path / "a.csv"),
                REGIONS=f"ogr:dbname='{path}' table=\"{table}\" (geom)",
                REPORT="/proc/x.html",
            )
        assert (tmp_path / "a.csv").read_text() == "mine"
        assert tables_of(path) == ["mine", "regions"]
        assert rows_of(QgsVectorLayer(f"{path}|layername=regions"))[0]["a"] == 2
        assert files(tmp_path) == ["a.csv", "a.gpkg"]


def test_a_shapefile_is_replaced_whole_or_given_back_whole(run, tmp_path):
    save(make_layer([{"mine": 1}], ["Point(1 1)"], kind="Point"), tmp_path / "a.shp")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    given = {"OUTPUT": "memory:", "REGIONS": str(tmp_path / "a.shp"), "REPORT": "/proc/x.html"}
    with pytest.raises(QgsProcessingException, match="REPORT cannot be written"):
        run("unevenness", **settings_of("unevenness", tmp_path), **given)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    given["REPORT"] = str(tmp_path / "x.html")
    run("unevenness", **settings_of("unevenness", tmp_path), **given)
    assert QgsVectorLayer(str(tmp_path / "a.shp")).featureCount() == 2


def test_an_error_in_the_work_leaves_no_output(run, tmp_path):
    settings = {**settings_of("unevenness", tmp_path), "INDICATORS": ["lvl"]}
    with pytest.raises(QgsProcessingException, match="is not a number"):
        run("unevenness", **settings, OUTPUT=str(tmp_path / "a.csv"))
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["é" * 300 + ".gpkg", "a\x00b.gpkg"])
def test_a_name_that_cannot_be_is_one_sentence(run, tmp_path, name):
    with pytest.raises(QgsProcessingException, match="OUTPUT cannot be written to") as caught:
        run("markcores", **settings_of("markcores", tmp_path), OUTPUT=str(tmp_path / name))
    assert "Errno" not in str(caught.value)
    assert files(tmp_path) == []
