"""Results collected before anything is written: layers and tables with their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..measures.errors import InputError
from ..measures.texts import tr
from .compat import NUMBER, TEXT, WHOLE
from .destinations import Place
from .portable import format_of
from .rows import features

FIELD_TYPES = {int: WHOLE, float: NUMBER, str: TEXT}
_ONLY_WITH_GEOMETRY = {"FlatGeobuf", "ESRI Shapefile", "MapInfo File", "GPX", "LIBKML", "KML"}
Column = tuple[str, type]  # a field's name and int, float or str


def fields_of(columns: Iterable[Column]) -> list[QgsField]:
    """Fields of the given names and types."""
    return [QgsField(name, FIELD_TYPES[kind]) for name, kind in columns]


def as_value(value: Any) -> Any:
    """A numpy or Python value as QGIS stores it; NaN and None become a NULL of no type.

    `qgis.core.NULL` (and None in a list of attributes) is a NULL of whole numbers, which makes
    PostGIS mix up 0.0 and NULL.
    """
    if isinstance(value, np.generic):
        value = value.item()
    return QVariant() if value is None or value != value else value


class MadeRows(Sequence[Sequence[Any]]):
    """Rows that are made one by one when they are written, with values as QGIS stores them.

    For results of millions of rows, which would not fit into memory as lists.
    """


@dataclass
class Output:
    """A layer or table ready to be written.

    Attributes:
        name: of the output parameter.
        title: what the layer is called on the canvas.
        fields: its fields.
        rows: a list of values for each row.
        geometries: one for each row; None for a table.
        kind: type of the geometries.
        crs: of the geometries.
        style: applied when the layer arrives on the canvas.
    """

    name: str
    title: str
    fields: list[QgsField]
    rows: Sequence[Sequence[Any]]
    geometries: Sequence[QgsGeometry] | None = None
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)
    style: Callable[[QgsVectorLayer], None] | None = None

    def column(self, position: int) -> list[Any]:
        """The values of a field."""
        return [row[position] for row in self.rows]


def table(
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Iterable[Any]],
    geometries: Iterable[QgsGeometry] | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.MultiPolygon,
    style: Callable[[QgsVectorLayer], None] | None = None,
) -> Output:
    """A result of its own: a table, or a layer where geometries are given."""
    return Output(
        name,
        title,
        fields_of(columns),
        rows
        if isinstance(rows, MadeRows)
        else [[as_value(value) for value in row] for row in rows],
        None if geometries is None else list(geometries),
        QgsWkbTypes.Type.NoGeometry if geometries is None else kind,
        crs or QgsCoordinateReferenceSystem(),
        style,
    )


def extended(
    name: str,
    title: str,
    source: QgsProcessingFeatureSource,
    ids: Sequence[int] | np.ndarray,
    added: Mapping[Column, Sequence[Any] | np.ndarray],
    feedback: QgsProcessingFeedback,
    style: Callable[[QgsVectorLayer], None] | None = None,
) -> Output:
    """Rows of `source` with their geometry, their fields and the added ones.

    A field of the source with the name of an added one is replaced, so that an algorithm can be
    run again on its own result.

    Args:
        name: of the output parameter.
        title: of the layer.
        source: the layer, read whole here, so that its place may be written to.
        ids: feature ids of the n rows to write; the others are left out.
        added: field name and type to n values.
        feedback: reading stops where it is cancelled.
        style: applied on the canvas.

    Raises:
        InputError: a row is gone since it was read first.
    """
    names = {column.lower() for column, _ in added}
    kept = [i for i, f in enumerate(source.fields()) if f.name().lower() not in names]
    row_of = {int(identifier): row for row, identifier in enumerate(ids)}
    rows: list[list[Any]] = []
    geometries: list[QgsGeometry] = []
    extra = [[as_value(value) for value in values] for values in added.values()]
    for feature in features(source, QgsFeatureRequest(), feedback):
        row = row_of.get(feature.id())
        if row is not None:
            attributes = feature.attributes()
            rows.append([attributes[i] for i in kept] + [values[row] for values in extra])
            geometries.append(feature.geometry())
    if len(rows) != len(row_of):
        raise InputError(
            tr(
                "Layer '{sourcename}' changed while it was read ({count} of {count_2} rows "
                "were found again): run again."
            ).format(sourcename=source.sourceName(), count=len(rows), count_2=len(row_of))
        )
    has_geometry = source.wkbType() != QgsWkbTypes.Type.NoGeometry
    return Output(
        name,
        title,
        [QgsField(source.fields().at(i)) for i in kept] + fields_of(added),
        rows,
        geometries if has_geometry else None,
        source.wkbType(),
        source.sourceCrs(),
        style,
    )


def check_format(output: Output, place: Place) -> None:
    """Refuse a format that would lose the output without a word.

    Raises:
        InputError: it has no rows without geometry.
    """
    if output.geometries is None and format_of(place) in _ONLY_WITH_GEOMETRY and place.path:
        raise InputError(
            tr(
                "{name} is a table, and a file that ends in '{suffix}' holds only rows with "
                "a geometry: choose .csv, .xlsx or .gpkg."
            ).format(name=output.name, suffix=place.path.suffix)
        )
