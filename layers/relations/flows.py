"""Tables of flows read into positions of cities, in the from-to-value and in the matrix form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...measures.errors import InputError
from ...measures.groups import same_code
from ...measures.prepare.numbers import is_missing
from ...measures.texts import tr
from ..fields import as_number, as_text, field_index, name_some
from ..rows import features


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


def plain_number(value: float) -> str:
    """A number of three digits or more as people write it, never as 1.2e+06."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return np.format_float_positional(value, precision=3, fractional=False, trim="-")


def node_positions(identifiers: Sequence[str | None], field: str, layer: str) -> dict[str, int]:
    """Id of each city, in the form in which ids are compared, to its position.

    Raises:
        InputError: an id stands twice, or no city has one.
    """
    positions: dict[str, int] = {}
    twice = []
    for position, identifier in enumerate(identifiers):
        if identifier is None:
            continue
        code = same_code(identifier)
        if code in positions:
            twice.append(identifier)
        positions[code] = position
    if twice:
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' holds {names} more than once: choose a "
                "field that tells the cities apart."
            ).format(field=field, layer=layer, names=name_some(list(dict.fromkeys(twice))))
        )
    if not positions:
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' is blank in every row: choose the field "
                "with the cities' ids."
            ).format(field=field, layer=layer)
        )
    return positions


def node_points(source: QgsProcessingFeatureSource, ids: np.ndarray) -> list[QgsPointXY | None]:
    """A point on each row's geometry in the layer's CRS; None where it has no geometry.

    Raises:
        InputError: the layer has no geometry.
    """
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise InputError(
            tr(
                "Layer '{sourcename}' has no geometry, so flows cannot be drawn as lines: "
                "choose a layer with points or polygons as NODES."
            ).format(sourcename=source.sourceName())
        )
    points: dict[int, QgsPointXY | None] = {}
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in features(source, request):
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
    starts, ends, cells = _columns(source, [start, end, amount], feedback)
    origin, absent_starts = _positions(starts, positions)
    destination, absent_ends = _positions(ends, positions)

    def way(row: int) -> str:
        return tr("{start} to {end}").format(start=as_text(starts[row]), end=as_text(ends[row]))

    values = _values(cells, way, tr("field '{field}'").format(field=fields[2]), layer)
    known = (origin >= 0) & (destination >= 0)
    absent = list(dict.fromkeys([*absent_starts, *absent_ends]))
    _report_unknown(absent, int((~known).sum()), layer, feedback)
    if len(known) and not known.any():
        raise InputError(
            tr(
                "No row of layer '{layer}' has both ends among the cities: choose as NODE_ID "
                "the field that holds the ids of '{value}' and '{value_2}', such as {names}."
            ).format(layer=layer, value=fields[0], value_2=fields[1], names=name_some(absent, 3))
        )
    blank = known & np.isnan(values)
    if blank.any():
        names = [way(row) for row in np.flatnonzero(blank)]
        feedback.pushWarning(
            tr("Left out, without a value: {names}.").format(names=name_some(names))
        )
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
    header, start, skipped = _header(source, row_field, positions)
    columns = {
        index: positions[same_code(name)]
        for index, name in enumerate(header)
        if index != start and same_code(name) in positions
    }
    if not columns:
        raise InputError(
            tr(
                "No column of layer '{layer}' is named by a city's id: set TO_FIELD and "
                "VALUE_FIELD, or name the columns as the cities are named in NODE_ID."
            ).format(layer=layer)
        )
    names, *cells = (column[skipped:] for column in _columns(source, [start, *columns], feedback))
    rows, unknown = _positions(names, positions)
    is_city = np.flatnonzero(rows >= 0)
    twice = {str(names[row]): None for row in is_city if (rows == rows[row]).sum() > 1}
    if twice:
        raise InputError(
            tr("Matrix '{layer}' has more than one row for {names}: keep one row a city.").format(
                layer=layer, names=name_some(list(twice))
            )
        )
    if not len(is_city):
        raise InputError(
            tr(
                "No row of matrix '{layer}' is a city: choose as FROM_FIELD the field that "
                "holds the ids of NODE_ID."
            ).format(layer=layer)
        )
    _report_unknown(unknown, len(rows) - len(is_city), layer, feedback)
    foreign = [name for index, name in enumerate(header) if index != start and index not in columns]
    if foreign:
        feedback.pushWarning(
            tr("Columns that are no city, left out: {names}.").format(names=name_some(foreign))
        )
    values = np.stack(
        [
            _values(column, partial(_cell, names, header[index]), tr("the matrix"), layer)
            for index, column in zip(columns, cells)
        ],
        axis=1,
    )[is_city]
    origin = np.broadcast_to(rows[is_city, None], values.shape)
    destination = np.broadcast_to(list(columns.values()), values.shape)
    blank = np.isnan(values)
    missing = int((blank & (origin != destination)).sum())
    if missing:
        feedback.pushWarning(
            tr("{missing} blank cells of matrix '{layer}' left out.").format(
                missing=missing, layer=layer
            )
        )
    return FlowRows(origin[~blank], destination[~blank], values[~blank])


def _header(
    source: QgsProcessingFeatureSource, row_field: str, positions: dict[str, int]
) -> tuple[list[str], int, int]:
    """The columns' names, the position of `row_field`, and the number of rows that are no cities.

    GDAL takes the header of a CSV table for a row where all but one of its cells are numbers, as
    codes of cities are. Its fields are then called field_1, field_2 and so on.
    """
    names = [field.name().strip() for field in source.fields()]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(1)
    for feature in source.getFeatures(request):
        cells = [as_text(cell) or "" for cell in feature.attributes()]
        if names[0] == "field_1" and sum(same_code(cell) in positions for cell in cells) > 1:
            called = cells.index(row_field) if row_field in cells else None
            if called is None:
                called = field_index(source.fields(), row_field, source.sourceName())
            return cells, called, 1
    return names, field_index(source.fields(), row_field, source.sourceName()), 0


def _cell(names: Sequence[object], column: str, row: int) -> str:
    return tr("{start} to {end}").format(start=as_text(names[row]), end=column)


def _columns(
    source: QgsProcessingFeatureSource, indices: Sequence[int], feedback: QgsProcessingFeedback
) -> list[list[object]]:
    """The values of each field. A network has very many rows, so no row is kept as an object."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(indices))
    columns: list[list[object]] = [[] for _ in indices]
    for feature in features(source, request, feedback):
        attributes = feature.attributes()
        for column, index in zip(columns, indices):
            column.append(attributes[index])
    return columns


def _positions(values: Sequence[object], positions: dict[str, int]) -> tuple[np.ndarray, list[str]]:
    """Position of each named city, -1 where unknown or blank; and the unknown names."""
    names = {value: as_text(value) for value in dict.fromkeys(values)}
    place = {value: positions.get(same_code(name or ""), -1) for value, name in names.items()}
    unknown = [name for value, name in names.items() if name is not None and place[value] < 0]
    return np.array([place[value] for value in values], dtype=np.int64), unknown


def _values(
    cells: Sequence[object], way: Callable[[int], str], where: str, layer: str
) -> np.ndarray:
    """Numbers of zero or more, NaN where blank; `way` names the flow of a row."""
    values = np.empty(len(cells))
    for row, cell in enumerate(cells):
        try:
            values[row] = as_number(cell)
        except ValueError:
            if is_missing(str(cell)):
                values[row] = np.nan
                continue
            raise InputError(
                tr(
                    "The flow from {way} in {where} of layer '{layer}' is not a number "
                    "('{cell}'): correct the value or leave it blank."
                ).format(way=way(row), where=where, layer=layer, cell=cell)
            ) from None
    wrong = np.flatnonzero((values < 0) | np.isinf(values))
    if len(wrong):
        row = int(wrong[0])
        raise InputError(
            tr(
                "The flow from {way} in {where} of layer '{layer}' is {value:g}: flows must "
                "be zero or more, so correct the value or leave it blank."
            ).format(way=way(row), where=where, layer=layer, value=values[row])
        )
    return values


def _report_unknown(
    names: list[str], rows: int, layer: str, feedback: QgsProcessingFeedback
) -> None:
    if names:
        feedback.pushWarning(
            tr("Not among the cities, {rows} rows of layer '{layer}' left out: {names}.").format(
                rows=rows, layer=layer, names=name_some(names)
            )
        )
    elif rows:
        feedback.pushWarning(
            tr("{rows} rows of layer '{layer}' name no city and are left out.").format(
                rows=rows, layer=layer
            )
        )
