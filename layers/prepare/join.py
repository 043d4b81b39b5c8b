"""The two results of a join: the cities' new fields, and what found no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ...measures.prepare.closest import Closest
from ...measures.prepare.matching import Content, Matching
from ...measures.texts import tr
from ..cancelling import check_cancelled
from ..fields import name_some
from ..outputs import Column
from .rows import MessyTable, joined_column

# Pairs of names that are compared, half a minute or less: beyond it the time would grow with the
# square of the rows.
MOST_COMPARED = 500_000_000
UNMATCHED_COLUMNS: list[Column] = [
    ("side", str),
    ("key", str),
    ("closest", str),
    ("similarity", float),
]


class Side(NamedTuple):
    """Names or codes of the cities or of the table.

    Attributes:
        texts: as they are written, None where blank.
        compared: in the form in which they are compared, None where blank.
        left: positions of those that found no counterpart.
        candidates: positions of those that the other side's may have meant.
    """

    texts: Sequence[str | None]
    compared: Sequence[str | None]
    left: Sequence[int]
    candidates: Sequence[int]


def join_sides(
    keys: Sequence[str | None], table: MessyTable, matching: Matching
) -> tuple[Side, Side]:
    """The cities and the table of a join."""
    lonely = [i for i, row in enumerate(matching.rows) if row is None]
    # Headers and notes are no candidates.
    data = [i for i, held in enumerate(table.content) if held != Content.WORDS]
    unused = set(matching.unused)
    return (
        Side(keys, matching.city_keys, lonely, lonely or range(len(keys))),
        Side(
            table.keys,
            matching.row_keys,
            matching.unused,
            [i for i in data if i in unused] or data,
        ),
    )


def unmatched_rows(cities: Side, table: Side, feedback: QgsProcessingFeedback) -> list[list[Any]]:
    """Side, key, closest candidate and similarity of all that has no counterpart."""
    total = max(len(cities.left) + len(table.left), 1)
    rows: list[list[Any]] = []
    for name, own, other in (("city", cities, table), ("table", table, cities)):
        candidates = [i for i in other.candidates if other.compared[i]]
        nearest = Closest([str(other.compared[i]) for i in candidates])
        searched = MOST_COMPARED // max(len(candidates), 1)
        if len(own.left) > searched:
            feedback.pushWarning(
                tr(
                    "The closest name was looked for only for the first {searched:,} of {count:,} "
                    "keys without a counterpart."
                ).format(searched=searched, count=len(own.left))
            )
        for place, position in enumerate(own.left):
            check_cancelled(feedback)
            key = own.compared[position] or ""
            best, similarity = (nearest.find(key) if place < searched else None) or (0, 0.0)
            alike = similarity > 0
            rows.append(
                [
                    name,
                    own.texts[position],
                    other.texts[candidates[best]] if alike else None,
                    similarity if alike else None,
                ]
            )
            feedback.setProgress(100 * len(rows) / total)
    return rows


def tell_unmatched(
    rows: Sequence[Sequence[Any]], lonely: str, strange: str, feedback: QgsProcessingFeedback
) -> None:
    """Name what has no counterpart, with its closest candidate.

    Args:
        rows: side, key, closest candidate and how alike they are.
        lonely: a sentence for the cities, with {names}.
        strange: the same for the rows of tables.
        feedback: for the warnings.
    """
    for side, words in (("city", lonely), ("table", strange)):
        named = [
            tr("{key} (closest: {near}, {likeness:.2f})").format(
                key=key or tr("(blank)"), near=near, likeness=likeness
            )
            if near
            else key or tr("(blank)")
            for of_side, key, near, likeness in rows
            if of_side == side
        ]
        if named:
            feedback.pushWarning(words.format(names=name_some(named)))


def joined_fields(
    source: QgsProcessingFeatureSource,
    labels: Sequence[str],
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
        kind, values = joined_column(table, field, matching.rows, labels, feedback)
        added[name, kind] = values
        if name != field:
            feedback.pushInfo(
                tr("The cities have a field '{field}'; the table's is '{name}'.").format(
                    field=field, name=name
                )
            )
        headers = _headers(table, field, matching)
        if headers:
            feedback.pushInfo(
                tr("Above the values of '{name}' the table says: {headers}.").format(
                    name=name, headers=headers
                )
            )
    return added


def _headers(table: MessyTable, field: str, matching: Matching) -> str:
    """What stands above the first city in the table: the lines of a header that was merged."""
    taken = [row for row in matching.rows if row is not None]
    cells = [
        table.columns[field][row]
        for row in range(min(taken, default=0))
        if table.content[row] == Content.WORDS or table.keys[row] is None
    ]
    return " / ".join(text for text in cells if text is not None)
