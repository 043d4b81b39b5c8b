"""Runs of the panel in the history of Processing, as if started from its dialogs."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui


def note(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Keep the run in the history and among the algorithms used last."""
    command = algorithm.asPythonCommand(parameters, context)
    if hasattr(QgsGui, "historyProviderRegistry"):  # from QGIS 3.24 on
        entry = {
            "python_command": command,
            "algorithm_id": algorithm.id(),
            "parameters": algorithm.asMap(parameters, context),
        }
        QgsGui.historyProviderRegistry().addEntry("processing", entry)
    else:
        from processing.core.ProcessingLog import ProcessingLog

        ProcessingLog.addToLog(command)
    QgsGui.instance().processingRecentAlgorithmLog().push(algorithm.id())
