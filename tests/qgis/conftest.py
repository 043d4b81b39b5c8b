"""Real QGIS with the plugin's provider, and layers to run it on."""

import csv

import pytest
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtWidgets import QMenu
from sample_layers import EXAMPLE, make_layer


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

    def run_algorithm(name, log=None, **parameters):
        log = log or Log()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        results = processing.run(f"megaregion:{name}", parameters, context=context, feedback=log)
        return results, log

    run_algorithm.log = Log
    return run_algorithm


@pytest.fixture
def desktop(qgis_iface):
    """QGIS's interface to plugins, with the menu that pytest-qgis's lacks."""
    menu = QMenu()
    qgis_iface.pluginMenu = lambda: menu
    qgis_iface.removeDockWidget = lambda dock: None
    yield qgis_iface
    del qgis_iface.pluginMenu, qgis_iface.removeDockWidget


@pytest.fixture(scope="session")
def postgis():
    """A database server of the tests' own."""
    from postgis import running_server

    yield from running_server()


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
