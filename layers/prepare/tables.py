"""Tables of settings and statistics read as texts, whatever their format and encoding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
)

from ...measures.errors import InputError
from ...measures.texts import tr
from ..fields import as_text, name_some
from ..rows import features
from .textfiles import SUFFIXES, find_encoding, read_text_file

_GARBLED = "\ufffd"  # what is shown for bytes that are not of the encoding


@dataclass(frozen=True)
class TextTable:
    """A table's cells as texts.

    Attributes:
        name: what it is called in messages.
        fields: the names of its columns.
        rows: one text a field, None where blank.
        other_names: the columns' names as QGIS read them, where the encoding misled it.
    """

    name: str
    fields: list[str]
    rows: list[list[str | None]]
    other_names: tuple[str, ...] = ()

    def index(self, field: str) -> int:
        """Position of a field, found without case where it is not written the same.

        Raises:
            InputError: there is no such field.
        """
        for names in (self.fields, self.other_names):
            if field in names:
                return list(names).index(field)
        lower = [name.lower() for name in self.fields]
        if field.lower() in lower:
            return lower.index(field.lower())
        raise InputError(
            tr("Layer '{name}' has no field '{field}': choose one of {names}.").format(
                name=self.name, field=field, names=name_some(self.fields)
            )
        )

    def column(self, field: str) -> list[str | None]:
        """The texts of a field; all None where there is no such field."""
        if field.lower() not in [name.lower() for name in self.fields]:
            return [None] * len(self.rows)
        index = self.index(field)
        return [row[index] for row in self.rows]


def read_text_table(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> TextTable:
    """Read the table that a parameter names.

    A file of text that is not in UTF-8, which QGIS takes for it, is read by itself.

    Raises:
        InputError: the text is in an encoding that cannot be told.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    path = _text_file(algorithm, parameters, name, context)
    if path is not None:
        encoding = find_encoding(path.read_bytes())
        if encoding not in ("utf-8", "utf-8-sig"):
            feedback.pushInfo(
                tr("'{name}' is not in UTF-8; it is read as {encoding}.").format(
                    name=path.name, encoding=encoding
                )
            )
            return _from_file(path, source)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    table = _from_source(source, feedback)
    cells = [*table.fields, *(text for row in table.rows for text in row if text)]
    if any(_GARBLED in text for text in cells):
        raise InputError(
            tr(
                "Table '{name}' holds unreadable characters ({garbled}): save it as CSV in "
                "UTF-8 or as an Excel file, or set its encoding in the layer's properties."
            ).format(name=table.name, garbled=_GARBLED)
        )
    return table


def _text_file(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> Path | None:
    """The file of text behind a parameter, None where it is something else."""
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly:
            return None
        value = value.source.staticValue()
    if layer is not None:
        provider = layer.dataProvider()
        if layer.providerType() != "ogr" or layer.subsetString() or provider is None:
            return None
        value = layer.source()
    path = Path(str(value).split("|", maxsplit=1)[0])
    return path if path.suffix.lower() in SUFFIXES and path.is_file() else None


def is_misread_by_qgis(value: object) -> bool:
    """Whether a parameter's value is the path of a text file that QGIS cannot take for a table."""
    path = Path(value) if isinstance(value, str) else None
    if path is None or path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    return find_encoding(path.read_bytes()).startswith("utf-16")


def _from_file(path: Path, source: QgsProcessingFeatureSource | None) -> TextTable:
    """The rows of a file of text, its columns named as QGIS names them."""
    header, *rows = [row for row in read_text_file(path).rows if row]
    width = max(len(row) for row in [header, *rows])
    padded = header + [""] * (width - len(header))
    fields = [name.strip() or f"field_{i}" for i, name in enumerate(padded, start=1)]
    cells = [[text.strip() or None for text in row] for row in rows]
    return TextTable(
        path.stem,
        fields,
        [row + [None] * (width - len(row)) for row in cells],
        tuple(source.fields().names()) if source is not None else (),
    )


def _from_source(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> TextTable:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [
        [as_text(value) for value in feature.attributes()]
        for feature in features(source, request, feedback)
    ]
    return TextTable(source.sourceName(), source.fields().names(), rows)
