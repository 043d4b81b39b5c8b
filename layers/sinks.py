"""Results written to Processing outputs, each only when it is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm

FIELD_TYPES = {int: QVariant.Int, float: QVariant.Double, str: QVariant.String}
_BATCH = 10_000  # features held at a time: more take longer each
Column = tuple[str, type]  # a field's name and int, float or str


def fields_of(columns: Sequence[Column]) -> QgsFields:
    """Fields of the given names and types."""
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, FIELD_TYPES[kind]))
    return fields


def as_value(value: Any) -> Any:
    """A numpy or Python value as QGIS stores it; NaN and None become NULL."""
    if value is None:
        return NULL
    if isinstance(value, np.generic):
        value = value.item()
    return NULL if value != value else value


def write_table(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    output: str,
    context: QgsProcessingContext,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    geometries: Iterable[QgsGeometry] | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    shape: QgsWkbTypes.Type = QgsWkbTypes.Type.MultiPolygon,
) -> str | None:
    """Write rows of plain values, with geometries of type `shape` where they are given.

    Returns:
        The destination id, or None where the user did not ask for this output.
    """
    kind = QgsWkbTypes.Type.NoGeometry if geometries is None else shape
    sink, destination = algorithm.parameterAsSink(
        parameters,
        output,
        context,
        fields_of(columns),
        kind,
        crs or QgsCoordinateReferenceSystem(),
    )
    if sink is None:
        _require_unwanted(algorithm, parameters, output)
        return None
    features = []
    shapes = None if geometries is None else iter(geometries)
    for row in rows:
        feature = QgsFeature()
        feature.setAttributes([as_value(value) for value in row])
        if shapes is not None:
            feature.setGeometry(next(shapes))
        features.append(feature)
        if len(features) == _BATCH:
            _add(sink, features, output)
            features = []
    _add(sink, features, output)
    return destination


def write_extended(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    output: str,
    context: QgsProcessingContext,
    source: QgsProcessingFeatureSource,
    ids: Sequence[int] | np.ndarray,
    added: Mapping[Column, Sequence[Any] | np.ndarray],
) -> str | None:
    """Write rows of `source` with their geometry, their fields and the added ones.

    A field of the source with the name of an added one is replaced, so that an algorithm can be
    run again on its own result.

    Args:
        ids: feature ids of the rows to write, shape (n,); the others are left out.
        added: field name and type to n values.
    """
    names = {name.lower() for name, _ in added}
    kept = [i for i, f in enumerate(source.fields()) if f.name().lower() not in names]
    fields = QgsFields()
    for index in kept:
        fields.append(source.fields().at(index))
    for field in fields_of(list(added)):
        fields.append(field)
    sink, destination = algorithm.parameterAsSink(
        parameters, output, context, fields, source.wkbType(), source.sourceCrs()
    )
    if sink is None:
        _require_unwanted(algorithm, parameters, output)
        return None
    row_of = {int(identifier): row for row, identifier in enumerate(ids)}
    extra = list(added.values())
    features = []
    request = QgsFeatureRequest()
    for feature in source.getFeatures(
        request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    ):
        row = row_of.get(feature.id())
        if row is None:
            continue
        result = QgsFeature(fields)
        result.setGeometry(feature.geometry())
        attributes = feature.attributes()
        result.setAttributes(
            [attributes[index] for index in kept] + [as_value(column[row]) for column in extra]
        )
        features.append(result)
    _add(sink, features, output)
    return destination


def _require_unwanted(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], output: str
) -> None:
    """No sink: either the optional output was not asked for, or it cannot be written."""
    if parameters.get(output) not in (None, ""):
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, output))


def _add(sink: QgsFeatureSink, features: list[QgsFeature], output: str) -> None:
    if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
        raise QgsProcessingException(
            f"The output {output} could not be written: {sink.lastError()}"
        )
