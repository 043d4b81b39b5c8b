"""A run leaves nothing of QGIS to Python's collector, which destroys in whatever thread it runs.

What a run in the background holds belongs to the main thread: destroyed in another one, while the
map is drawn, it can end QGIS.
"""

import gc
import importlib

import pytest
from megaregion.megaregion_plugin.panel.runner import Runner
from megaregion.megaregion_plugin.panel.steps import Run
from megaregion.processing_algorithms.unevenness import UnevennessAlgorithm
from pseudo_language import ALGORITHMS
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QThread
from small_world import settings_of

OWN = ("qgis.", "PyQt", "osgeo", "megaregion")
# Definitions of destinations, which hold each other in every algorithm of Processing
HARMLESS = {"QgsProcessingOutputLayerDefinition", "QgsProperty"}


@pytest.fixture
def left_behind():
    """What of QGIS and of the plugin only the collector can take away."""

    def collected():
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        gc.set_debug(0)
        kinds = {type(one) for one in gc.garbage}
        gc.garbage.clear()
        names = {kind.__name__ for kind in kinds if kind.__module__.startswith(OWN)}
        return names - HARMLESS

    gc.collect()
    gc.disable()
    yield collected
    gc.enable()


def outputs(algorithm, folder):
    """A place for every output."""
    known = QgsApplication.processingRegistry().createAlgorithmById(f"megaregion:{algorithm}")
    places = {}
    for definition in known.destinationParameterDefinitions():
        is_sink = definition.type() in ("sink", "vectorDestination")
        name = definition.name()
        places[name] = "TEMPORARY_OUTPUT" if is_sink else str(folder / f"{name}.html")
    return places


def run_apart(algorithm, settings):
    """A run in a context that nobody else holds."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    processing.run(f"megaregion:{algorithm}", settings, context=context, feedback=feedback)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_run_leaves_nothing_to_the_collector(provider, left_behind, tmp_path, algorithm):
    settings = {**outputs(algorithm, tmp_path), **settings_of(algorithm, tmp_path)}
    gc.collect()
    run_apart(algorithm, settings)
    assert left_behind() == set()


CARELESS = """
def load():
    try:
        import no_such_package
    except ImportError as error:
        first = error  # it holds this call, which holds it, and all calls above


load()
"""


@pytest.mark.parametrize("module", ["careless", "known.careless"])
def test_what_a_package_keeps_of_its_errors_goes_with_the_run(
    provider, left_behind, tmp_path, monkeypatch, module
):
    """Also what a part of a package keeps that an earlier run has loaded."""
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "__init__.py").touch()
    (tmp_path / f"{module.replace('.', '/')}.py").write_text(CARELESS)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module(module.rpartition(".")[0] or "json")
    work = UnevennessAlgorithm.work

    def with_package(self, call):
        importlib.import_module(module)
        work(self, call)

    monkeypatch.setattr(UnevennessAlgorithm, "work", with_package)
    settings = {**outputs("unevenness", tmp_path), **settings_of("unevenness", tmp_path)}
    gc.collect()
    run_apart("unevenness", settings)
    assert left_behind() == set()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_step_of_the_panel_leaves_nothing_to_the_collector(
    provider, left_behind, tmp_path, algorithm
):
    settings = {**outputs(algorithm, tmp_path), **settings_of(algorithm, tmp_path)}
    ended = []
    runner = Runner()
    runner.ended.connect(lambda *how: ended.append(how))
    gc.collect()
    runner.start([Run(algorithm, settings)])
    for _ in range(2000):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if ended and not QgsApplication.taskManager().count():
            break
        QThread.msleep(5)
    assert ended == [(True, "")]
    assert left_behind() == set()
    QgsProject.instance().clear()
