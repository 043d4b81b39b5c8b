"""Layers made for tests, and results read back."""

from pathlib import Path

import numpy as np
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
        long = isinstance(first, int) and abs(first) >= 2**31
        fields.append(QgsField(field, QVariant.LongLong if long else types[type(first)]))
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


def gravity(rows):
    """Flows of a gravity model: GDP of the origin times population of the destination by km2."""
    lon = np.radians([row["lon"] for row in rows])
    lat = np.radians([row["lat"] for row in rows])
    half = np.sin((lat[:, None] - lat) / 2) ** 2
    half += np.cos(lat)[:, None] * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    distance = 2 * 6371 * np.arcsin(np.sqrt(half))
    np.fill_diagonal(distance, np.inf)
    gdp = np.array([row["gdp_2023"] for row in rows])
    people = np.array([row["pop_2023"] for row in rows])
    return np.outer(gdp, people) / distance**2
