"""Tables whose rows are no cities: results of other algorithms, policy items, regions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ..measures.texts import tr
from .fields import as_text, number_column
from .rows import read_columns


@dataclass(frozen=True)
class Table:
    """Rows as columns.

    Attributes:
        layer: the layer's name, for messages.
        ids: feature ids, shape (n,).
        numbers: field name to float64 array of shape (n,), NaN where missing.
        texts: field name to list of n stripped texts, None where missing or blank.
    """

    layer: str
    ids: np.ndarray
    numbers: dict[str, np.ndarray]
    texts: dict[str, list[str | None]]

    def __len__(self) -> int:
        return len(self.ids)


def read_table(
    source: QgsProcessingFeatureSource,
    feedback: QgsProcessingFeedback,
    *,
    numbers: Iterable[str] = (),
    texts: Iterable[str] = (),
) -> Table:
    """Read fields of every row of `source`.

    Raises:
        InputError: the layer is empty or was not read to its end, a field is absent, or a field of
            numbers holds words.
    """
    layer = source.sourceName()
    numbers, texts = list(dict.fromkeys(numbers)), list(dict.fromkeys(texts))
    ids, columns = read_columns(source, [*numbers, *texts], feedback)
    row = tr("row {number}")
    rows = [row.format(number=number) for number in range(1, len(ids) + 1)]
    return Table(
        layer,
        np.asarray(ids, dtype=np.int64),
        {name: number_column(columns[name], name, layer, rows).values for name in numbers},
        {name: [as_text(value) for value in columns[name]] for name in texts},
    )
