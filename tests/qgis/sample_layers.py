"""Layers made for tests, and results read back."""

from pathlib import Path

from qgis.core import NULL, QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "example"


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
    names = layer.fields().names()
    return [
        {n: None if v == NULL else v for n, v in zip(names, f.attributes())}
        for f in layer.getFeatures()
    ]
