"""What a result layer gets when QGIS puts it on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

if TYPE_CHECKING:
    from ..layers.outputs import Output


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Styles a result layer when QGIS puts it on the canvas.

    QGIS keeps only a bare pointer to it, so the object keeps itself alive until it has run.
    """

    _waiting: ClassVar[set[StyleOnLoad]] = set()

    def __init__(self, output: Output, made: list[str], names: dict[str, str]) -> None:
        super().__init__()
        self._style = output.style
        self._aliases = {field.name(): field.alias() for field in output.fields if field.alias()}
        self._made = made
        self._names = names
        self._waiting.add(self)

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Note the written names, give the columns words, then apply the style."""
        from ..cartography.columns import describe
        from ..layers.portable import note_made, note_names

        note_names(layer, self._names)
        note_made(layer, self._made)
        describe(layer, self._made, self._aliases)
        if self._style is not None:
            self._style(layer)
        self._waiting.discard(self)
