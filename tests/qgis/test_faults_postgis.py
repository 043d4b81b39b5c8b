"""Cities, tables and flows from a PostGIS database, and every output into it."""

import pytest
from qgis.core import QgsProcessingException
from small_world import cities, city_rows, flow_table, settings_of, squares
from sample_layers import make_layer, rows_of
from qgis.core import QgsVectorLayerExporter
from megaregion.processing_algorithms.provider import ALGORITHMS


def put(database, layer, table, geometry="geom"):
    """Write a layer into the database and read it from there."""
    database.run(f'DROP TABLE IF EXISTS "{table}"')
    error, words = QgsVectorLayerExporter.exportLayer(
        layer, database.uri(table, geometry, key="id"), "postgres", layer.crs(), False
    )
    assert not error, words
    return database.layer(table, geometry, key="id")


def test_x(postgis, run):
    layer = put(postgis, cities(), "cities")
    print(rows_of(layer)[0])
    a, log = run("unevenness", INPUT=layer, REGION_FIELD="reg", INDICATORS=["gdp_2006","gdp_2023"], OUTPUT=postgis.destination("uneven", None), REGIONS=postgis.destination("regions"))
    print(a, log.warnings, log.infos)
    print(postgis.run("select * from uneven"))
    print(postgis.run("select * from regions"))
