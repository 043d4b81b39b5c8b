"""Tables of flows read into positions of cities, in the from-to-value and in the matrix form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..measures.errors import InputError
from .attributes import as_number, as_text, field_index, name_some


@dataclass(frozen=True)
class FlowRows:
    """Rows of a flow table whose two ends are known.

    Attributes:
        origin: positions of cities, shape (k,).
        destination: positions of cities, shape (k,).
        value: shape (k,), zero or more.
    """

    origin: np.ndarray
    destination: np.ndarray
    value: np.ndarray


def node_positions(identifiers: Sequence[str | None], field: str, layer: str) -> dict[str, int]:
    """Id of each city to its position.

    Raises:
        InputError: an id stands twice, or no city has one.
    """
    positions: dict[str, int] = {}
    twice = []
    for position, identifier in enumerate(identifiers):
        if identifier is None:
            continue
        if identifier in positions:
            twice.append(identifier)
        positions[identifier] = position
    if twice:
        raise InputError(
            f"Field '{field}' of layer '{layer}' holds {name_some(list(dict.fromkeys(twice)))} "
            "more than once: choose a field that tells the cities apart."
        )
    if not positions:
        raise InputError(
            f"Field '{field}' of layer '{layer}' is blank in every row: choose the field with the "
            "cities' ids."
        )
    return positions


def node_points(source: QgsProcessingFeatureSource, ids: np.ndarray) -> list[QgsPointXY | None]:
    """A point on each row's geometry in the layer's CRS; None where it has no geometry.

    Raises:
        InputError: the layer has no geometry.
    """
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise InputError(
            f"Layer '{source.sourceName()}' has no geometry, so flows cannot be drawn as lines: "
            "choose a layer with points or polygons as NODES."
        )
    points: dict[int, QgsPointXY | None] = {}
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(request, flags):
        point = feature.geometry().pointOnSurface()
        points[feature.id()] = None if point.isEmpty() else point.asPoint()
    return [points.get(int(identifier)) for identifier in ids]


def read_pairs(
    source: QgsProcessingFeatureSource,
    fields: tuple[str, str, str],
    positions: dict[str, int],
    feedback: QgsProcessingFeedback,
) -> FlowRows:
    """Rows of origin, destination and value; what is left out is named in the log.

    Raises:
        InputError: a field is absent, a value is negative or no number, no end is known.
    """
    layer = source.sourceName()
    start, end, amount = (field_index(source.fields(), name, layer) for name in fields)
    rows = _rows(source, [start, end, amount], feedback)
    ends = [(as_text(row[start]), as_text(row[end])) for row in rows]
    values = _values([row[amount] for row in rows], ends, f"field '{fields[2]}'", layer)
    origin = np.array([positions.get(a or "", -1) for a, _ in ends], dtype=np.int64)
    destination = np.array([positions.get(b or "", -1) for _, b in ends], dtype=np.int64)
    known = (origin >= 0) & (destination >= 0)
    absent = dict.fromkeys(x for pair in ends for x in pair if x and x not in positions)
    _report_unknown(list(absent), int((~known).sum()), layer, feedback)
    if ends and not known.any():
        raise InputError(
            f"No row of layer '{layer}' has both ends among the cities: choose as NODE_ID the "
            f"field that holds the ids of '{fields[0]}' and '{fields[1]}', such as "
            f"{name_some(list(absent), 3)}."
        )
    blank = known & np.isnan(values)
    if blank.any():
        names = [f"{ends[i][0]} to {ends[i][1]}" for i in np.flatnonzero(blank)]
        feedback.pushWarning(f"Left out, without a value: {name_some(names)}.")
    known &= ~blank
    return FlowRows(origin[known], destination[known], values[known])


def read_matrix(
    source: QgsProcessingFeatureSource,
    row_field: str,
    positions: dict[str, int],
    feedback: QgsProcessingFeedback,
) -> FlowRows:
    """One row a city of origin, one column a city of destination, named by the cities' ids.

    Raises:
        InputError: no column or no row is a city, a row stands twice, a value is negative or no
            number.
    """
    layer = source.sourceName()
    start = field_index(source.fields(), row_field, layer)
    columns = {
        index: positions[field.name().strip()]
        for index, field in enumerate(source.fields())
        if index != start and field.name().strip() in positions
    }
    if not columns:
        raise InputError(
            f"No column of layer '{layer}' is named by a city's id: set TO_FIELD and VALUE_FIELD, "
            "or name the columns as the cities are named in NODE_ID."
        )
    rows = _rows(source, [start, *columns], feedback)
    names = [as_text(row[start]) for row in rows]
    twice = list(dict.fromkeys(name for name in names if name and names.count(name) > 1))
    if twice:
        raise InputError(
            f"Matrix '{layer}' has more than one row for {name_some(twice)}: keep one row a city."
        )
    unknown_rows = [name for name in names if name and name not in positions]
    unknown_columns = [
        field.name()
        for index, field in enumerate(source.fields())
        if index != start and index not in columns
    ]
    _report_unknown(unknown_rows, len(rows) - len(set(names) & set(positions)), layer, feedback)
    if unknown_columns:
        feedback.pushWarning(f"Columns that are no city, left out: {name_some(unknown_columns)}.")
    city_of = {position: identifier for identifier, position in positions.items()}
    kept = [(positions[name], row) for name, row in zip(names, rows) if name in positions]
    if not kept:
        raise InputError(
            f"No row of matrix '{layer}' is a city: choose as FROM_FIELD the field that holds the "
            "ids of NODE_ID."
        )
    origin = np.repeat([position for position, _ in kept], len(columns))
    destination = np.tile(list(columns.values()), len(kept))
    ends = [(city_of[a], city_of[b]) for a, b in zip(origin.tolist(), destination.tolist())]
    values = _values([row[i] for _, row in kept for i in columns], ends, "the columns", layer)
    known = ~np.isnan(values)
    blank = int((~known & (origin != destination)).sum())
    if blank:
        feedback.pushWarning(f"{blank} blank cells of matrix '{layer}' left out.")
    return FlowRows(origin[known], destination[known], values[known])


def _rows(
    source: QgsProcessingFeatureSource, indices: Sequence[int], feedback: QgsProcessingFeedback
) -> list[list[object]]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(indices))
    rows = []
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            break
        rows.append(feature.attributes())
    return rows


def _values(
    cells: Sequence[object],
    ends: Sequence[tuple[str | None, str | None]],
    where: str,
    layer: str,
) -> np.ndarray:
    """Numbers of zero or more, NaN where blank."""
    values = np.empty(len(cells))
    for place, cell in enumerate(cells):
        try:
            values[place] = as_number(cell)
        except ValueError:
            raise InputError(
                f"The flow from {ends[place][0]} to {ends[place][1]} in {where} of layer "
                f"'{layer}' is not a number ('{cell}'): correct the value or leave it blank."
            ) from None
    wrong = np.flatnonzero((values < 0) | np.isinf(values))
    if len(wrong):
        first = wrong[0]
        raise InputError(
            f"The flow from {ends[first][0]} to {ends[first][1]} in {where} of layer "
            f"'{layer}' is {values[first]:g}: flows must be zero or more, so correct the value or "
            "leave it blank."
        )
    return values


def _report_unknown(
    names: list[str], rows: int, layer: str, feedback: QgsProcessingFeedback
) -> None:
    if names:
        feedback.pushWarning(
            f"Not among the cities, {rows} rows of layer '{layer}' left out: {name_some(names)}."
        )
    elif rows:
        feedback.pushWarning(f"{rows} rows of layer '{layer}' name no city and are left out.")
