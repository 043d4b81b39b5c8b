"""Attribute tables read into columns of numpy arrays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ..measures.errors import InputError
from .cancelling import check_cancelled
from .fields import as_number as as_number  # noqa: PLC0414
from .fields import as_text as as_text  # noqa: PLC0414
from .fields import field_index as field_index  # noqa: PLC0414
from .fields import name_some as name_some  # noqa: PLC0414
from .fields import number_column

# Fields whose values name a city best, tried in this order before any other text field.
_NAME_LIKE = re.compile(r"(city_?name|name|city|名称|城市|市)", re.IGNORECASE)


@dataclass(frozen=True)
class CityTable:
    """Rows of a layer as columns.

    Attributes:
        layer: the layer's name, for messages.
        ids: feature ids, shape (n,).
        labels: a name for each row, for messages and results.
        numbers: field name to float64 array of shape (n,), NaN where missing.
        texts: field name to list of n stripped texts, None where missing or blank.
    """

    layer: str
    ids: np.ndarray
    labels: list[str]
    numbers: dict[str, np.ndarray]
    texts: dict[str, list[str | None]]

    def __len__(self) -> int:
        return len(self.ids)


def read_table(
    source: QgsProcessingFeatureSource,
    numbers: Iterable[str] = (),
    texts: Iterable[str] = (),
    *,
    name_field: str | None = None,
    year_field: str | None = None,
    feedback: QgsProcessingFeedback | None = None,
) -> CityTable:
    """Read fields of every row of `source`.

    Args:
        source: the layer or table, with the user's selection respected.
        numbers: names of fields that must hold numbers.
        texts: names of fields read as text.
        name_field: field that names the cities; without it the best text field is taken.
        year_field: one of `texts`; rows are then city-years and a name repeats once a year.
        feedback: reading stops with an exception where it is cancelled.

    Raises:
        InputError: the layer is empty, a field is absent, or a number field holds text.
    """
    layer = source.sourceName()
    fields = source.fields()
    numbers, texts = list(dict.fromkeys(numbers)), list(dict.fromkeys(texts))
    wanted = {name: field_index(fields, name, layer) for name in [*numbers, *texts]}
    name_fields = _name_candidates(fields, name_field, layer)
    wanted.update(name_fields)

    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted(set(wanted.values())))
    ids: list[int] = []
    rows: list[list[object]] = []
    # No geometry is read, so none is to be refused for not being valid.
    for feature in source.getFeatures(
        request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    ):
        if feedback is not None:
            check_cancelled(feedback)
        ids.append(feature.id())
        rows.append(feature.attributes())
    if not rows:
        raise InputError(f"Layer '{layer}' has no rows: choose a layer with one row for each city.")

    def column(name: str) -> list[object]:
        index = wanted[name]
        return [row[index] for row in rows]

    labels = _labels(
        [[as_text(value) for value in column(name)] for name in name_fields],
        ids,
        [as_text(value) for value in column(year_field)] if year_field else [None] * len(ids),
    )
    return CityTable(
        layer=layer,
        ids=np.asarray(ids, dtype=np.int64),
        labels=labels,
        numbers={name: number_column(column(name), name, layer, labels).values for name in numbers},
        texts={name: [as_text(value) for value in column(name)] for name in texts},
    )


def _name_candidates(fields: QgsFields, name_field: str | None, layer: str) -> dict[str, int]:
    """Fields that may name the rows, the likeliest first."""
    if name_field:
        return {name_field: field_index(fields, name_field, layer)}
    text_fields = [
        (field.name(), index) for index, field in enumerate(fields) if not field.isNumeric()
    ]
    # A name-like field name wins; among several, the shorter is the plainer ('city' before
    # 'mega_region_name').
    text_fields.sort(
        key=lambda item: (not _NAME_LIKE.fullmatch(item[0]), not _NAME_LIKE.search(item[0]))
    )
    return dict(text_fields)


def _labels(
    candidates: Sequence[Sequence[str | None]], ids: Sequence[int], years: Sequence[str | None]
) -> list[str]:
    """The first candidate column that tells all rows of each year apart; else the ids."""
    for column in candidates:
        if None not in column and len(set(zip(column, years))) == len(column):
            return [str(value) for value in column]
    return [f"feature {identifier}" for identifier in ids]
