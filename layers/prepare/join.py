"""The two results of a join: the cities' new fields, and what found no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ...measures.prepare.matching import Content, Matching
from ...measures.prepare.names import closest
from ..attributes import CityTable
from ..outputs import Column
from .rows import MessyTable, joined_column

UNMATCHED_COLUMNS: list[Column] = [
    ("side", str),
    ("key", str),
    ("closest", str),
    ("similarity", float),
]


def unmatched_rows(
    keys: Sequence[str | None],
    table: MessyTable,
    matching: Matching,
    feedback: QgsProcessingFeedback,
) -> list[list[Any]]:
    """Side, key, closest candidate and similarity of all that has no counterpart."""
    lonely = [i for i, row in enumerate(matching.rows) if row is None]
    # Headers and notes are no candidates.
    data = [i for i, held in enumerate(table.content) if held != Content.WORDS]
    unused = set(matching.unused)
    sides = [
        (
            "city",
            (keys, matching.city_keys, lonely),
            (table.keys, matching.row_keys, [i for i in data if i in unused] or data),
        ),
        (
            "table",
            (table.keys, matching.row_keys, matching.unused),
            (keys, matching.city_keys, lonely or list(range(len(keys)))),
        ),
    ]
    total = max(len(lonely) + len(matching.unused), 1)
    rows: list[list[Any]] = []
    for side, (texts, compared, left), (other_texts, other_compared, others) in sides:
        candidates = [i for i in others if other_compared[i]]
        choices = [str(other_compared[i]) for i in candidates]
        for position in left:
            if feedback.isCanceled():
                return rows
            key = compared[position]
            best, similarity = closest(key or "", choices) or (0, 0.0)
            alike = similarity > 0
            rows.append(
                [
                    side,
                    texts[position],
                    other_texts[candidates[best]] if alike else None,
                    similarity if alike else None,
                ]
            )
            feedback.setProgress(100 * len(rows) / total)
    return rows


def joined_fields(
    source: QgsProcessingFeatureSource,
    cities: CityTable,
    table: MessyTable,
    matching: Matching,
    feedback: QgsProcessingFeedback,
) -> dict[Column, Any]:
    """The fields to add, under names that the cities do not have yet."""
    taken = {name.lower() for name in source.fields().names()}
    added: dict[Column, Any] = {}
    for field in table.columns:
        name, number = field, 2
        while name.lower() in taken:
            name, number = f"{field}_{number}", number + 1
        taken.add(name.lower())
        kind, values = joined_column(table, field, matching.rows, cities.labels, feedback)
        added[name, kind] = values
        if name != field:
            feedback.pushInfo(f"The cities have a field '{field}'; the table's is '{name}'.")
        headers = _headers(table, field, matching)
        if headers:
            feedback.pushInfo(f"Above the values of '{name}' the table says: {headers}.")
    return added


def _headers(table: MessyTable, field: str, matching: Matching) -> str:
    """What stands above the first city in the table: the lines of a header that was merged."""
    taken = [row for row in matching.rows if row is not None]
    above = table.columns[field][: min(taken, default=0)]
    return " / ".join(text for text in above if text is not None)
