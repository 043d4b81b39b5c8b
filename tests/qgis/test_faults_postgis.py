"""Cities, tables and flows from a PostGIS database, and every output into it."""

import pytest
from megaregion.processing_algorithms.provider import ALGORITHMS
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)
from sample_layers import make_layer, rows_of
from small_world import cities, settings_of

WITH_SINKS = [
    kind.ID
    for kind in ALGORITHMS
    if kind.ID != "planningreport" and not any("oldbase" in c.__module__ for c in kind.__mro__)
]


def put(database, layer, table, geometry="geom"):
    """Write a layer into the database and read it from there."""
    database.run(f'DROP TABLE IF EXISTS "{table}" CASCADE')
    error, words = QgsVectorLayerExporter.exportLayer(
        layer, database.uri(table, geometry, key="id"), "postgres", layer.crs(), False
    )
    assert not error, words
    return database.layer(table, geometry, key="id")


def sinks_of(provider, name):
    definitions = provider.algorithm(name).destinationParameterDefinitions()
    return [d.name() for d in definitions if d.type() == "sink"]


def sorted_rows(layer, names):
    rows = [[row[name] for name in names] for row in rows_of(layer)]
    return sorted(rows, key=repr)


@pytest.mark.parametrize("name", WITH_SINKS)
def test_every_output_of_every_algorithm_is_the_same_in_the_database(
    postgis, provider, run, tmp_path, name
):
    """Read from the database and written to it: the values of a run from memory to memory."""
    sinks = sinks_of(provider, name)
    expected, _ = run(name, **settings_of(name, tmp_path), **dict.fromkeys(sinks, "memory:"))
    settings = settings_of(name, tmp_path)
    for parameter, value in settings.items():
        if isinstance(value, QgsVectorLayer):
            geometry = "geom" if value.isSpatial() else None
            settings[parameter] = put(postgis, value, f"in_{name}_{parameter.lower()}", geometry)
    tables = {sink: f"out_{name}_{sink.lower()}" for sink in sinks}
    spatial = {sink: expected[sink].isSpatial() for sink in sinks}
    found, _ = run(
        name,
        **settings,
        **{s: postgis.destination(t, "geom" if spatial[s] else None) for s, t in tables.items()},
    )
    for sink in sinks:
        written = postgis.layer(tables[sink], "geom" if spatial[sink] else None)
        names = [n for n in expected[sink].fields().names() if n in written.fields().names()]
        assert set(expected[sink].fields().names()) - set(names) == set()
        assert sorted_rows(written, names) == sorted_rows(expected[sink], names)
        assert written.featureCount() == expected[sink].featureCount()
        context = QgsProcessingContext()  # what a model's next step does with the result
        loaded = QgsProcessingUtils.mapLayerFromString(found[sink], context)
        assert loaded.featureCount() == written.featureCount()


def test_null_stays_null_and_zero_stays_zero(postgis, run):
    """A city without a value, one of zero, and a column that is NULL throughout."""
    rows = [
        {"city": name, "reg": region, "x_2006": first, "x_2023": last}
        for name, region, first, last in (
            ("A", "R", 1.0, 1.0),
            ("B", "R", None, 5.0),
            ("C", "R", 0.0, 0.0),
            ("D", None, 2.0, 3.0),
        )
    ]
    layer = put(postgis, make_layer(rows), "blanks", None)
    assert [row["x_2006"] for row in rows_of(layer)] == [1.0, None, 0.0, 2.0]
    run(
        "citygrowth",
        INPUT=layer,
        REGION_FIELD="reg",
        FROM_FIELD="x_2006",
        TO_FIELD="x_2023",
        YEARS=17,
        OUTPUT=postgis.destination("grown", None),
        SUMMARY=postgis.destination("grown_summary", None),
    )
    found = postgis.run("SELECT city, x_2006, mr_change, mr_rate, mr_growth FROM grown ORDER BY 1")
    assert found == [
        ("A", 1.0, 0.0, 0.0, "stable"),
        ("B", None, None, None, None),
        ("C", 0.0, 0.0, None, None),
        ("D", 2.0, 1.0, pytest.approx(100 * (1.5 ** (1 / 17) - 1)), "growing"),
    ]
    run(
        "unevenness",
        INPUT=put(postgis, cities(), "in_null"),
        REGION_FIELD="reg",
        INDICATORS=["gdp_2006"],
        OUTPUT=postgis.destination("uneven_null", None),
    )
    assert postgis.run("SELECT DISTINCT p_value, missing FROM uneven_null") == [(None, 0)]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_output_on_the_input_table_is_refused(postgis, run, host):
    """Under the same address of the server, and under another."""
    layer = put(postgis, cities(), "precious")
    destination = postgis.destination("precious").replace("127.0.0.1", host)
    with pytest.raises(QgsProcessingException, match="OUTPUT would replace INPUT"):
        run("markcores", **settings_of("markcores", None, layer), OUTPUT=destination)
    assert postgis.run("SELECT count(*) FROM precious") == [(12,)]


def test_two_outputs_into_one_table_are_refused(postgis, run):
    settings = settings_of("citygrowth", None)
    place = postgis.destination("twice", None)
    with pytest.raises(QgsProcessingException, match="OUTPUT and SUMMARY have the same"):
        run("citygrowth", **settings, OUTPUT=place, SUMMARY=place)


def test_a_table_replaced_and_a_table_given_back(postgis, run, tmp_path):
    """A former table goes only when its successor is there."""
    postgis.run("DROP TABLE IF EXISTS former CASCADE")
    postgis.run("CREATE TABLE former AS SELECT 'mine'::text AS whose")
    settings = settings_of("unevenness", None)
    places = {"OUTPUT": postgis.destination("former", None), "REPORT": "/proc/report.html"}
    with pytest.raises(QgsProcessingException, match="REPORT cannot be written to"):
        run("unevenness", **settings, **places)
    assert postgis.run("SELECT whose FROM former") == [("mine",)]
    places["REPORT"] = str(tmp_path / "report.html")
    run("unevenness", **settings, **places)
    assert postgis.run("SELECT count(*) FROM former") == [(4,)]
    assert postgis.run("SELECT tablename FROM pg_tables WHERE tablename LIKE 'former%'") == [
        ("former",)
    ]


def test_a_former_table_with_a_view_on_it_is_kept_and_named(postgis, run):
    postgis.run("DROP TABLE IF EXISTS viewed CASCADE")
    postgis.run("CREATE TABLE viewed AS SELECT 'mine'::text AS whose")
    postgis.run("CREATE VIEW on_viewed AS SELECT whose FROM viewed")
    place = postgis.destination("viewed", None)
    _, log = run("unevenness", **settings_of("unevenness", None), OUTPUT=place)
    assert any("'viewed' is now called 'viewed_before_1'" in text for text in log.warnings)
    assert postgis.run("SELECT whose FROM on_viewed") == [("mine",)]
    assert postgis.run("SELECT count(*) FROM viewed") == [(4,)]


def test_a_database_that_cannot_be_reached_is_one_sentence_without_a_password(postgis, run):
    place = postgis.destination("t", None).replace("user='", "password='secret' user='nobody_")
    with pytest.raises(QgsProcessingException) as caught:
        run("unevenness", **settings_of("unevenness", None), OUTPUT=place)
    assert "OUTPUT" in str(caught.value) or "Table 't'" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


MANY = 20_000


@pytest.fixture
def many(postgis):
    """So many cities that they arrive in many parts."""
    postgis.run("DROP TABLE IF EXISTS many CASCADE")
    postgis.run(
        "CREATE TABLE many AS SELECT i AS id, 'c' || i AS city, 'R' || i % 3 AS reg, "
        "CASE WHEN i % 7 = 0 THEN 'core' ELSE 'secondary' END AS mr_role, "
        "i % 100 + 1.0::float8 AS gdp_2006, i % 90 + 1.0::float8 AS gdp_2023, "
        "repeat('x', 200) AS note FROM generate_series(1, 20000) i"
    )
    postgis.run("ALTER TABLE many ADD PRIMARY KEY (id)")
    return postgis.layer("many", None, key="id")


def cutting_log(kind, database, after):
    """A log that ends every connection of QGIS to the database at a look for cancelling."""

    class Cutting(kind):
        left = after

        def isCanceled(self):  # noqa: N802
            self.left -= 1
            if self.left == 0:
                database.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
            return False

    return Cutting()


UNEVEN = {"INDICATORS": ["gdp_2006", "gdp_2023"]}
LARGEST = {"RULE": 4, "POPULATION_FIELD": "gdp_2006", "TOP_N": 1}
GROWTH = {"FROM_FIELD": "gdp_2006", "TO_FIELD": "gdp_2023", "YEARS": 17}


@pytest.mark.parametrize(
    ("name", "settings", "after"),
    [
        ("unevenness", UNEVEN, 3),
        ("unevennesschange", UNEVEN, 3),
        ("nestedtheil", UNEVEN, 3),
        ("polycentricity", UNEVEN, 3),
        ("markcores", LARGEST, 3),
        ("markcores", LARGEST, MANY // 256 + 9),  # while the rows are read again for the output
        ("citygrowth", GROWTH, 3),
        ("citygrowth", GROWTH, MANY // 256 + 9),
    ],
)
def test_a_connection_lost_while_reading_gives_one_sentence_and_no_figures(
    postgis, run, many, tmp_path, name, settings, after
):
    log = cutting_log(run.log, postgis, after)
    place = tmp_path / "out.csv"
    by_region = {"INPUT": many, "REGION_FIELD": "reg", "OUTPUT": str(place)}
    with pytest.raises(QgsProcessingException, match=f"not read to its end .* of {MANY} rows"):
        run(name, log, **by_region, **settings)
    assert not place.exists()
