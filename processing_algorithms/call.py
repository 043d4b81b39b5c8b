"""One run of an algorithm: its settings read, its cities read, its outputs collected and written.

An algorithm asks the call for what it needs and hands it what it has found.  The call knows the
rules that no algorithm may forget: destinations are checked before the work, the first output is
opened when all results exist, and rows are counted where they arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.core import (
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
)

from ..measures.texts import tr
from .styleonload import StyleOnLoad

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsGeometry,
        QgsProcessingAlgorithm,
        QgsVectorLayer,
        QgsWkbTypes,
    )

    from ..layers.cities import Cities
    from ..layers.destinations import Place
    from ..layers.outputs import Column, Output

    Style = Callable[[QgsVectorLayer], None]

FILES = QgsProcessing.SourceType.TypeFile
MOST_FINDINGS = 3
Item = TypeVar("Item")


class Call:
    """One run of an algorithm."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = dict(parameters)
        self.context = context
        self.feedback = feedback
        self._outputs: list[Output] = []
        self._made: dict[str, list[str]] = {}
        self._findings: list[str] = []
        self._page: Callable[[str], None] | None = None
        self._last: Callable[[], None] | None = None
        self._results: dict[str, Any] = {}
        from ..layers.cancelling import check_cancelled  # once: long loops ask often

        self._check_cancelled = check_cancelled
        self._places = self._checked_places()

    # What the user asked for

    def text(self, name: str) -> str:
        """A text, the name of a field, or a path; empty where none is given."""
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context))

    def field(self, name: str) -> str | None:
        """The name of a field, or None."""
        return self.text(name) or None

    def fields(self, name: str) -> list[str]:
        """Names of fields, each once."""
        from ..layers.compat import fields_given

        read = fields_given(self.algorithm, self.parameters, name, self.context)
        return list(dict.fromkeys(read))

    def choice(self, name: str) -> int:
        """The number of the option chosen."""
        return int(self.algorithm.parameterAsEnum(self.parameters, name, self.context))

    def integer(self, name: str) -> int:
        """A whole number."""
        return int(self.algorithm.parameterAsInt(self.parameters, name, self.context))

    def number(self, name: str) -> float:
        """A number."""
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def flag(self, name: str) -> bool:
        """Yes or no."""
        return bool(self.algorithm.parameterAsBoolean(self.parameters, name, self.context))

    def file(self, name: str) -> str | None:
        """The path of a file to read, or None."""
        return str(self.algorithm.parameterAsFile(self.parameters, name, self.context)) or None

    def files(self, name: str) -> list[str]:
        """The paths of files to read; a text may hold several, separated by ';'."""
        given = self.algorithm.parameterAsFileList(self.parameters, name, self.context)
        paths: list[str] = []
        for path in given:
            one = Path(path).exists() or ";" not in path
            paths += [path] if one else [part.strip() for part in path.split(";") if part.strip()]
        return list(dict.fromkeys(paths))

    def items(self, name: str) -> list[str]:
        """The parts of a list separated by ';', see `listed_items`."""
        from ..layers.fields import listed_items

        return listed_items(self.text(name))

    def given(self, name: str) -> bool:
        """Whether the user has set the parameter, or asked for the output."""
        return self.parameters.get(name) not in (None, "")

    def source(self, name: str = "INPUT") -> QgsProcessingFeatureSource:
        """The input layer, or Processing's own error where it cannot be read."""
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise QgsProcessingException(self.algorithm.invalidSourceError(self.parameters, name))
        return source

    def cities(
        self,
        source: QgsProcessingFeatureSource,
        *,
        numbers: Iterable[str] = (),
        texts: Iterable[str] = (),
    ) -> Cities:
        """The cities of `source`, by the fields that REGION_FIELD, ROLE_FIELD ... name."""
        from ..layers.cities import read_cities

        def named(parameter: str) -> str | None:
            known = self.algorithm.parameterDefinition(parameter) is not None
            return self.field(parameter) if known else None

        return read_cities(
            source,
            self.feedback,
            numbers=numbers,
            texts=texts,
            region_field=named("REGION_FIELD"),
            role_field=named("ROLE_FIELD"),
            year_field=named("YEAR_FIELD"),
            id_field=named("ID_FIELD"),
        )

    def need(self, package: str) -> None:
        """Stop with one sentence where a Python package is missing that this call asks for."""
        from ..layers.packages import why_unusable
        from ..measures.errors import InputError

        problem = why_unusable(package)
        if problem is not None:
            raise InputError(problem)

    def check(self) -> None:
        """Stop where the user has cancelled."""
        self._check_cancelled(self.feedback)

    def progress(self, share: float) -> None:
        """Show the share done, 0 to 1; stop where the user has cancelled."""
        self.check()
        self.feedback.setProgress(100 * share)

    def each(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items one by one, with progress and a look whether the user has cancelled."""
        for done, item in enumerate(items):
            self.progress(done / len(items))
            yield item
        self.feedback.setProgress(100)

    def info(self, text: str) -> None:
        """A line of the log."""
        self.feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        """A line of the log that the user must not miss."""
        self.feedback.pushWarning(text)

    def finding(self, *sentences: str) -> None:
        """Up to three sentences on what was found, the last lines of the log."""
        self._findings.extend(sentences)

    # What comes out

    def table(
        self,
        name: str,
        title: str,
        columns: Sequence[Column],
        rows: Iterable[Iterable[Any]],
        *,
        geometries: Iterable[QgsGeometry] | None = None,
        crs: QgsCoordinateReferenceSystem | None = None,
        kind: QgsWkbTypes.Type | None = None,
        style: Style | None = None,
    ) -> None:
        """A result of its own; nothing happens where the user did not ask for it."""
        if self.given(name):
            from ..layers.outputs import table

            more = {} if kind is None else {"kind": kind}
            output = table(name, title, columns, rows, geometries, crs, style=style, **more)
            self._collect(output, [column for column, _ in columns])

    def extend(
        self,
        name: str,
        title: str,
        source: QgsProcessingFeatureSource,
        ids: Sequence[int] | np.ndarray,
        added: Mapping[Column, Any],
        *,
        style: Style | None = None,
    ) -> Output | None:
        """Rows of `source` with fields added; None where the user did not ask for it."""
        if not self.given(name):
            return None
        from ..layers.outputs import extended

        output = extended(name, title, source, ids, added, self.feedback, style)
        self._collect(output, [column for column, _ in added])
        return output

    def page(self, make: Callable[[], Any], name: str = "REPORT") -> None:
        """Make the report where the user asked for it; it is saved with the other outputs."""
        if self.given(name):
            self.feedback.setProgressText(tr("Making the report"))
            from ..layers.cancelling import cancellable

            with cancellable(self.feedback):
                self._page = make().save

    def at_last(self, take_place: Callable[[], None]) -> None:
        """What puts files made aside in their places when all other outputs are written.

        Where it raises, the other outputs are taken back.
        """
        self._last = take_place

    def write(self) -> dict[str, Any]:
        """Write everything that was collected: all of it, or nothing."""
        from ..layers.writing import Writing

        self.check()
        with Writing(self.feedback) as writing:
            for output in self._outputs:
                place = self._places[output.name]
                destination, names = writing.layer(
                    self.algorithm, self.parameters, self.context, output, place
                )
                self._results[output.name] = destination
                self._on_canvas(output, destination, names)
            if self._page is not None:
                path = self.algorithm.parameterAsFileOutput(self.parameters, "REPORT", self.context)
                writing.file("REPORT", path, self._page)
                self._results["REPORT"] = path
            if self._last is not None:
                self._last()
        self._say_findings()
        return self._results

    def _say_findings(self) -> None:
        """End the log with them, and hand them to a feedback that keeps a list of findings."""
        found = self._findings[:MOST_FINDINGS]
        for text in found:
            self.feedback.pushInfo(text)
        if hasattr(self.feedback, "findings"):
            self.feedback.findings = found

    def result(self, name: str, value: Any) -> None:
        """A result that is no layer, such as a folder or a number."""
        self._results[name] = value

    def _collect(self, output: Output, made: list[str]) -> None:
        from ..layers.outputs import check_format

        check_format(output, self._places[output.name])
        self._made[output.name] = made
        self._outputs.append(output)

    def _on_canvas(self, output: Output, destination: str, names: dict[str, str]) -> None:
        """Name the layer, and describe and style it once it is on the canvas."""
        if not self.context.willLoadLayerOnCompletion(destination):
            return
        details = self.context.layerToLoadOnCompletionDetails(destination)
        details.name = tr(output.title)
        details.setPostProcessor(StyleOnLoad(output, self._made[output.name], names))

    # Destinations, before anything is done

    def _checked_places(self) -> dict[str, Place]:
        from ..layers.destinations import check_places, place_of_output, readable

        places = {}
        for definition in self.algorithm.destinationParameterDefinitions():
            name = definition.name()
            if not self.given(name) or definition.type() == "folderDestination":
                continue
            text = self._destination(name)
            if definition.type() == "sink":
                text = self._set_destination(name, text, readable(text))
            places[name] = place_of_output(text)
        check_places(places, list(self.input_places()))
        return places

    def _destination(self, name: str) -> str:
        value = self.parameters[name]
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink
        if isinstance(value, QgsProperty):
            value = value.valueAsString(self.context.expressionContext(), "")[0]
        return str(value)

    def _set_destination(self, name: str, old: str, new: str) -> str:
        if new == old:
            return old
        value = self.parameters[name]
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = QgsProcessingOutputLayerDefinition(value)
            value.sink = QgsProperty.fromValue(new)
            self.parameters[name] = value
        else:
            self.parameters[name] = new
        return new

    def input_places(self) -> Iterator[tuple[str, Place]]:
        """The inputs' names, and where each of their layers and files lies."""
        from ..layers.destinations import Place, place_of_layer

        for definition in self.algorithm.parameterDefinitions():
            if definition.isDestination() or not self.given(definition.name()):
                continue
            if definition.type() == "file":
                path = self.file(definition.name())
                if path:
                    yield definition.name(), Place(Path(path).absolute())
            if definition.type() not in ("source", "vector", "raster", "layer", "multilayer"):
                continue
            if definition.type() == "multilayer" and definition.layerType() == FILES:
                for path in self.files(definition.name()):
                    yield definition.name(), Place(Path(path).absolute())
                continue
            for layer in self.layers(definition.name()):
                yield definition.name(), place_of_layer(layer)

    def layers(self, name: str) -> list[QgsMapLayer]:
        """The layers that a parameter names, as far as they can be found."""
        value = self.parameters.get(name)
        found = map(self._layer, value if isinstance(value, (list, tuple)) else [value])
        return [layer for layer in found if layer is not None]

    def _layer(self, value: Any) -> QgsMapLayer | None:
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        if isinstance(value, QgsProperty):
            value = value.valueAsString(self.context.expressionContext(), "")[0]
        if isinstance(value, QgsMapLayer):
            return value
        if isinstance(value, QgsFeatureSource) or not value:
            return None
        return QgsProcessingUtils.mapLayerFromString(str(value), self.context)
