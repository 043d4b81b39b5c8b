"""Stopping a run where the user has asked for it."""

from __future__ import annotations

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ..measures.texts import tr


def check_cancelled(feedback: QgsProcessingFeedback) -> None:
    """Stop the run if it is cancelled; called only before anything is written."""
    if feedback.isCanceled():
        raise QgsProcessingException(tr("Cancelled: nothing was written."))
