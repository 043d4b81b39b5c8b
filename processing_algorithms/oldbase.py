"""Algorithms that still write their outputs themselves (being moved to `Call`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
)

from ..layers.cancelling import check_cancelled as check_cancelled  # noqa: PLC0414 (exported)
from ..measures.errors import InputError
from . import base


class _StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Styles a result layer when QGIS puts it on the canvas.

    QGIS keeps only a bare pointer to it, so the object keeps itself alive until it has run.
    """

    _waiting: ClassVar[set[_StyleOnLoad]] = set()

    def __init__(self, style: Callable[[QgsMapLayer], None]) -> None:
        super().__init__()
        self._style = style
        self._waiting.add(self)

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Apply the style."""
        self._style(layer)
        self._waiting.discard(self)


class MegaRegionAlgorithm(base.MegaRegionAlgorithm):
    """The former base class."""

    def add(  # type: ignore[override]
        self,
        parameter: QgsProcessingParameterDefinition,
        help_text: str,
        *,
        advanced: bool = False,
    ) -> None:
        """Add a parameter with its help text."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(
                parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            )
        self.addParameter(parameter)

    def add_report(self, help_text: str) -> None:
        """The optional HTML report."""
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", "Report", "HTML files (*.html)", optional=True, createByDefault=False
            ),
            help_text,
        )

    def report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        make: Callable[[], Any],
    ) -> Callable[[], dict[str, str]]:
        """Make the report where the user asked for it, to be saved after the layers are written.

        It is made before anything is written, so that nothing is left half done where it fails.

        Returns:
            A function that saves the page and gives the algorithm's result for it.
        """
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        page = make() if path else None

        def save() -> dict[str, str]:
            if page is None:
                return {}
            page.save(path)
            return {"REPORT": path}

        return save

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Do the work; raise `InputError` with one sentence on bad input."""
        raise NotImplementedError

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        try:
            return self.compute(parameters, context, feedback)
        except InputError as error:
            sentence = str(error)
        # Raised out here, so that it does not hold on to what `compute` had open: a layer closed
        # only when QGIS ends can crash it.
        raise QgsProcessingException(sentence)

    def source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        """The input layer `name`, or the standard Processing error where it cannot be read."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source

    def style(
        self,
        context: QgsProcessingContext,
        destination: str | None,
        layer_name: str,
        style: Callable[[QgsMapLayer], None] | None = None,
    ) -> None:
        """Name the output layer at `destination` and style it once it is on the canvas."""
        if destination is None or not context.willLoadLayerOnCompletion(destination):
            return
        details = context.layerToLoadOnCompletionDetails(destination)
        details.name = layer_name
        if style is not None:
            details.setPostProcessor(_StyleOnLoad(style))


def split_list(text: str) -> list[str]:
    """The parts of a ';'-separated list, stripped, without blanks."""
    return [part.strip() for part in text.split(";") if part.strip()]
