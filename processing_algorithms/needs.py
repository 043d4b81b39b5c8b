"""Algorithms that need a Python package which QGIS does not always bring along."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from ..layers.packages import is_installed, missing_text, why_unusable
from .oldbase import MegaRegionAlgorithm


class NeedsPackage(MegaRegionAlgorithm):
    """Says what is missing, in the toolbox and, because scripts do not ask there, when it runs.

    Not in `prepareAlgorithm`: `processing.run` hides what is raised there behind "There were
    errors executing the algorithm".
    """

    PACKAGE = ""

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        if is_installed(self.PACKAGE):
            return True, ""
        return False, missing_text(self.PACKAGE)

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        problem = why_unusable(self.PACKAGE)
        if problem is not None:
            raise QgsProcessingException(problem)
        return super().processAlgorithm(parameters, context, feedback)
