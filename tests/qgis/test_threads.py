"""Runs in the background threads of QGIS."""

import threading

from conftest import Log
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtTest import QTest
from small_world import settings_of


class Noting(Log):
    """Notes which thread it runs in, and leaves a mark in that thread's Python state."""

    here = threading.local()

    def __init__(self):
        super().__init__()
        self.threads, self.marked = set(), []

    def pushInfo(self, info):  # noqa: N802
        self.threads.add(threading.get_native_id())
        self.marked.append(hasattr(self.here, "mark"))
        self.here.mark = True


def test_the_state_of_a_thread_outlives_a_run(qgis_app, provider, tmp_path):
    """scipy and others ended QGIS 3.40 at the second run in one thread."""
    runs = []
    for _ in range(2):
        log, ended = Noting(), []
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        settings = {**settings_of("citytypes", tmp_path), "OUTPUT": "memory:"}
        algorithm = provider.algorithm("citytypes").create()
        task = QgsProcessingAlgRunnerTask(algorithm, settings, context, log)
        task.executed.connect(lambda ok, _, ended=ended: ended.append(ok))
        QgsApplication.taskManager().addTask(task)
        while not ended:
            QTest.qWait(20)
        assert ended == [True]
        runs.append(log)
    first, second = runs
    assert threading.get_native_id() not in first.threads
    assert not first.marked[0]
    assert second.threads != first.threads or second.marked[0]
