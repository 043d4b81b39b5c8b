"""Real QGIS with the plugin's provider, and layers to run it on."""

import csv
from pathlib import Path

import pytest
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "example"


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_app, qgis_processing):
    """The provider, registered as the plugin does it."""
    from megaregion.megaregion_plugin.plugin import MegaRegionPlugin

    plugin = MegaRegionPlugin(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("megaregion")
    plugin.unload()


class Log(QgsProcessingFeedback):
    """Feedback that keeps what it is told."""

    def __init__(self):
        super().__init__(False)
        self.warnings, self.infos = [], []

    def pushWarning(self, warning):  # noqa: N802
        self.warnings.append(warning)

    def pushInfo(self, info):  # noqa: N802
        self.infos.append(info)


@pytest.fixture
def run():
    """Run an algorithm by its short name; returns (results with layers, log)."""

    def run_algorithm(name, **parameters):
        log = Log()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        results = processing.run(f"megaregion:{name}", parameters, context=context, feedback=log)
        return results, log

    return run_algorithm


def make_layer(rows, geometries=None, *, name="cities", kind="None", crs="EPSG:4326"):
    """A memory layer from dictionaries; field types follow the first value that is not None."""
    layer = QgsVectorLayer(kind if kind == "None" else f"{kind}?crs={crs}", name, "memory")
    types = {int: QVariant.Int, float: QVariant.Double, str: QVariant.String}
    fields = []
    for field in rows[0] if rows else []:
        first = next((row[field] for row in rows if row[field] is not None), "")
        fields.append(QgsField(field, types[type(first)]))
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features = []
    for position, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row.values()))
        if geometries is not None:
            feature.setGeometry(QgsGeometry.fromWkt(geometries[position]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def rows_of(layer):
    """The rows of a result as dictionaries, NULL as None."""
    from qgis.core import NULL

    names = layer.fields().names()
    return [
        {n: None if v == NULL else v for n, v in zip(names, f.attributes())}
        for f in layer.getFeatures()
    ]


@pytest.fixture(scope="session")
def example_rows():
    """The example's city table: numbers as float, blanks as None, and the role of each city."""
    cores = {"municipality", "provincial capital", "sub-provincial"}
    rows = []
    with open(EXAMPLE / "cities.csv", encoding="utf-8") as stream:
        for record in csv.DictReader(stream):
            row = {
                k: (float(v) if v else None) if k[:3] in ("gdp", "pop", "emp", "lon", "lat") else v
                for k, v in record.items()
            }
            row["mr_role"] = "core" if row["admin_level"] in cores else "secondary"
            rows.append(row)
    return rows


@pytest.fixture
def example_cities(example_rows):
    """The example's 192 cities as points with `mr_role`."""
    points = [f"Point({row['lon']} {row['lat']})" for row in example_rows]
    return make_layer(example_rows, points, kind="Point")
