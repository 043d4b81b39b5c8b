"""How long `megaregion:flows` takes on a network of 396 x 396 cities.

From a checkout in which `./dev test` has run once:

    QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/flows.py
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["megaregion"] = importlib.util.module_from_spec(spec)

CITIES = 396


def memory_layer(kind: str, name: str, fields: list, rows: list, points: list | None = None):
    """A memory layer of the given rows."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer(kind, name, "memory")
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features = []
    for position, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(row)
        if points is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*points[position])))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def main() -> None:
    """Print the seconds of each form of table and each kind of output."""
    from qgis.core import QgsApplication, QgsField
    from qgis.PyQt.QtCore import QVariant

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.prefixPath()) / "share/qgis/python/plugins"))
    from megaregion.processing_algorithms.provider import MegaRegionProvider
    from processing.core.Processing import Processing
    from qgis import processing

    Processing.initialize()
    provider = MegaRegionProvider()
    QgsApplication.processingRegistry().addProvider(provider)

    rng = np.random.default_rng(0)
    texts = [QgsField(name, QVariant.String) for name in ("id", "region", "mr_role")]
    names = [f"c{i:03d}" for i in range(CITIES)]
    rows = [[names[i], f"r{i % 20}", "core" if i < 20 else "secondary"] for i in range(CITIES)]
    points = rng.uniform((75, 18), (134, 53), (CITIES, 2)).tolist()
    nodes = memory_layer("Point?crs=EPSG:4326", "cities", texts, rows, points)
    flows = rng.lognormal(sigma=2, size=(CITIES, CITIES))
    pairs = memory_layer(
        "None",
        "flows",
        [
            QgsField("o", QVariant.String),
            QgsField("d", QVariant.String),
            QgsField("v", QVariant.Double),
        ],
        [
            [names[i], names[j], float(flows[i, j])]
            for i in range(CITIES)
            for j in range(CITIES)
            if i != j
        ],
    )
    matrix = memory_layer(
        "None",
        "matrix",
        [QgsField("city", QVariant.String), *(QgsField(name, QVariant.Double) for name in names)],
        [[names[i], *flows[i].tolist()] for i in range(CITIES)],
    )
    tables = {
        "from-to-value": {"FLOWS": pairs, "FROM_FIELD": "o", "TO_FIELD": "d", "VALUE_FIELD": "v"},
        "matrix": {"FLOWS": matrix, "FROM_FIELD": "city"},
    }
    with tempfile.TemporaryDirectory() as folder:
        for form, table in tables.items():
            for place in ("memory:", str(Path(folder) / f"{form}.gpkg")):
                start = time.perf_counter()
                result = processing.run(
                    "megaregion:flows",
                    {
                        "NODES": nodes,
                        "NODE_ID": "id",
                        "REGION_FIELD": "region",
                        **table,
                        "OUTPUT": place,
                        "CITIES": "memory:",
                        "SUMMARY": "memory:",
                    },
                )
                seconds = time.perf_counter() - start
                kind = "memory" if place == "memory:" else "GeoPackage"
                print(f"flows, {CITIES} x {CITIES}, {form}, to {kind:<10} {seconds:>7.2f} s")
                del result
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main()
