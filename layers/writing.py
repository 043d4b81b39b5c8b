"""Outputs written together: all of them, or none.

What a run replaces is kept aside until all outputs are written and their rows are counted.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..measures.errors import InputError
from ..measures.texts import tr
from .databases import FormerTable, one_line
from .destinations import Place, provider_and_uri, sidecars
from .diskerrors import reason
from .outputs import Output
from .portable import Portable, portable

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm

_BATCH = 500  # features held at a time: more take longer each


class Writing:
    """Writes outputs one after the other and takes all of them back where one fails.

    Use it as a context: what was there before is given back when the block ends with an error,
    and put away when it ends well.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._undo: list[Callable[[], None]] = []
        self._kept: list[Path] = []
        self._former: list[FormerTable] = []

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for undo in reversed(self._undo):
                undo()
        for former in self._former if kind is None else []:
            warning = former.drop()
            if warning is not None:
                self._feedback.pushWarning(warning)
        for folder in self._kept:
            shutil.rmtree(folder, ignore_errors=True)

    def layer(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        output: Output,
        place: Place,
    ) -> tuple[str, dict[str, str]]:
        """Write one output and count its rows where they arrived.

        Returns:
            The destination's id, and the names that the format made others of.

        Raises:
            InputError: the format cannot hold it, or rows were lost.
        """
        as_written = portable(output.fields, place, output.column)
        for note in as_written.notes:
            self._feedback.pushWarning(f"{tr(output.title)}: {note}")
        self._set_aside(output.name, place)
        fields = QgsFields()
        for written in as_written.fields:
            fields.append(written)
        sink, destination = None, ""
        problem: str | None = tr("no reason given")
        try:
            sink, destination = algorithm.parameterAsSink(
                parameters, output.name, context, fields, output.kind, output.crs
            )
        except QgsProcessingException as error:
            problem = one_line(error).rpartition("error: ")[2].rstrip(")")
        if sink is None:
            raise InputError(
                tr(
                    "{name} cannot be written to '{value}' ({problem}): check the file's "
                    "ending, its folder and whether another program holds it open."
                ).format(
                    name=output.name,
                    value=place.path or place.table or destination,
                    problem=problem,
                )
            )
        problem = fill(sink, output, as_written)
        del sink  # the last rows are written when it closes
        if problem is not None:
            raise InputError(
                tr(
                    "{name} could not be written ({problem}): choose another format, such as "
                    "a GeoPackage."
                ).format(name=output.name, problem=problem)
            )
        _count(output, destination, place, context)
        return _loadable(destination, context), as_written.names

    def file(self, output: str, path: str | Path, save: Callable[[str], None]) -> None:
        """Save a page with `save`, which is given the path.

        Raises:
            InputError: the file cannot be written.
        """
        self._set_aside(output, Place(Path(path)))
        try:
            save(str(path))
        except OSError as error:
            raise InputError(
                tr(
                    "{output} cannot be written to '{path}' ({strerror}): choose another place."
                ).format(output=output, path=path, strerror=reason(error))
            ) from None

    def _set_aside(self, output: str, place: Place) -> None:
        """Keep what is there now, and note how to come back to it."""
        try:
            self._keep_former(place)
        except OSError as error:
            raise InputError(
                tr(
                    "{output} cannot replace '{path}' ({strerror}): close it where it is "
                    "open, or choose another place."
                ).format(output=output, path=place.path, strerror=reason(error))
            ) from None

    def _keep_former(self, place: Place) -> None:
        if place.database:
            former = FormerTable(place)
            self._undo.append(former.give_back)
            self._former.append(former)
        if place.path is None:
            return
        path = place.path
        if place.table is not None and path.exists():
            if not _has_table(path, place.table):
                self._undo.append(lambda: _drop_table(path, str(place.table)))
                return
            self._keep(path, copy=True)
        elif any(True for _ in sidecars(path)):
            self._keep(path, copy=False)
        else:
            self._undo.append(lambda: _remove(path))

    def _keep(self, path: Path, *, copy: bool) -> None:
        folder = Path(tempfile.mkdtemp(prefix=".before-", dir=path.parent))
        self._kept.append(folder)
        moved = []
        for file in sidecars(path):
            (shutil.copy2 if copy else shutil.move)(str(file), str(folder / file.name))
            moved.append(file)

        def give_back() -> None:
            _remove(path)
            for file in moved:
                shutil.move(str(folder / file.name), str(file))

        self._undo.append(give_back)


def fill(sink: QgsFeatureSink, output: Output, as_written: Portable) -> str | None:
    """Hand over all rows; what the sink complains of, where it does.

    Nothing is raised here, so that no error holds on to the sink, which is closed next.
    """
    converted = list(as_written.convert.items())
    rows = iter(output.rows)
    geometries = None if output.geometries is None else iter(output.geometries)
    while True:
        batch = []
        for values in islice(rows, _BATCH):
            if converted:
                values = list(values)  # noqa: PLW2901 (the row itself stays as it is)
                for position, convert in converted:
                    values[position] = convert(values[position])
            feature = QgsFeature()
            feature.setAttributes(values)
            if geometries is not None:
                feature.setGeometry(next(geometries))
            batch.append(feature)
        if not batch:
            return None
        if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
            return one_line(sink.lastError()) or tr("no reason given")


def _count(output: Output, destination: str, place: Place, context: QgsProcessingContext) -> None:
    """Compare the rows that arrived with those that were sent.

    Raises:
        InputError: some are missing.
    """
    if place.in_memory:
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    else:
        provider, uri = provider_and_uri(destination)
        layer = QgsVectorLayer(uri, "", provider)
    written = layer.featureCount() if layer is not None and layer.isValid() else 0
    if destination.lower().endswith(".fgb") and written:
        # Its header tells how many rows were meant, so that they are read.
        written = sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setNoAttributes()))
    if written < len(output.rows):
        raise InputError(
            tr(
                "{name} lost rows while it was written ({written} of {count} arrived): the "
                "disk may be full, or the format cannot hold them; choose another place or a "
                "GeoPackage."
            ).format(name=output.name, written=written, count=len(output.rows))
        )


def _loadable(destination: str, context: QgsProcessingContext) -> str:
    """The destination in the form in which QGIS finds its layer again.

    QGIS 3.22 cannot load what it wrote to `postgis:...`.
    """
    provider, uri = provider_and_uri(destination)
    loadable = destination if provider == "ogr" else f"{provider}://{uri}"
    layers = context.layersToLoadOnCompletion()
    if loadable != destination and destination in layers:
        layers[loadable] = layers.pop(destination)
        context.setLayersToLoadOnCompletion(layers)
    return loadable


def _has_table(path: Path, name: str) -> bool:
    from osgeo import ogr

    data = ogr.Open(str(path))
    if data is None:
        return False
    return any(
        data.GetLayer(i).GetName().casefold() == name.casefold()
        for i in range(data.GetLayerCount())
    )


def _drop_table(path: Path, name: str) -> None:
    from osgeo import ogr

    data = ogr.Open(str(path), 1) if path.exists() else None
    if data is None:
        return
    for number in range(data.GetLayerCount()):
        if data.GetLayer(number).GetName().casefold() == name.casefold():
            data.DeleteLayer(number)
            break


def _remove(path: Path) -> None:
    for file in sidecars(path):
        file.unlink(missing_ok=True)
