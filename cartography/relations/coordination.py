"""The coordination profile as a report: one page for each mega-region."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import groupby

from ...measures.relations.coordination import (
    ACTOR,
    COMPLEMENTARITY,
    FLOWS,
    PLACE,
    POLYCENTRICITY,
    PRIORITY,
    VISION,
    ProfileRow,
)
from ...measures.texts import tr
from ...measures.words import MEASURES, QUESTIONS, shown
from ..charts import MOST_DRAWN
from ..page import Cell, Page, Row
from ..palette import CORE
from ..templates import as_markup

_ASPECTS: dict[str, str] = {
    POLYCENTRICITY: "Polycentricity (coexistence)",
    FLOWS: "Multi-directional flows (connectivity)",
    COMPLEMENTARITY: "Functional complementarity (cooperation)",
    PLACE: "Place: have secondary cities the capacity?",
    PRIORITY: "Priority: do plans and growth favour the cores?",
    ACTOR: "Actor: whose voice?",
}
# Some thirty lines and their questions fit a sheet only in small print.
_PRINT = (
    "<style>@media print { section table { font-size: 8pt; line-height: 1.25; } section h2 { "
    "margin-top: 0; } section th, section td { padding: 1pt 4pt; } section .note { font-size: 9pt; "
    "margin: 4pt 0; padding: 2pt 6pt; } }</style>"
)
_WIDTH, _HEIGHT, _EDGE = 130, 14, 6  # of a strip, in pixels


class ProfilePage(Page):
    """A page with a print sheet for each region."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__(title, subtitle)
        self._parts.append(_PRINT)

    def region(self, name: str, rows: Sequence[ProfileRow], strips: dict[str, list[float]]) -> None:
        """One region's sheet: its measures beside the medians, and its questions."""
        self._parts.append(f'<section style="break-before: page"><h2>{html.escape(name)}</h2>')
        notes = [row for row in rows if row.note]
        lines: list[Row] = []
        for aspect, members in groupby(rows, key=lambda row: row.aspect):
            of_aspect = list(members)
            frame = tr("Visions" if of_aspect[0].frame == VISION else "Mismatches")
            lines.append(f"{frame} – {tr(_ASPECTS[aspect])}")
            lines += [_line(row, strips[row.measure], notes) for row in of_aspect]
        self.table(["Measure", "Value", "Median", "Rank", "Lowest to highest region"], lines)
        for number, row in enumerate(notes, start=1):
            self.note(f"{number}. {_asked(row.note or '')}")
        self._parts.append("</section>")


def profile_page(rows: Sequence[ProfileRow], absent: Sequence[str]) -> Page:
    """The report: rows of the result table, and what was left out."""
    regions = list(dict.fromkeys(row.region for row in rows))
    page = ProfilePage(
        tr("Coordination profiles"),
        tr(
            "{count} mega-regions: three visions and three mismatches, each with its evidence"
        ).format(count=len(regions)),
    )
    page.paragraph(
        tr(
            "Each line sets a region's value beside the median of all regions. Rank 1 is the "
            "largest value, which need not be the best. On the strip each region is a grey "
            "dot, the region of the page the coloured one; the upright line is the median."
        )
    )
    page.paragraph(
        tr(
            "Numbered questions stand where plans and figures, or two figures, part. They "
            "are for those who know the region, and are no verdicts: a plan may be too young "
            "to show, and a figure may measure something else than the plan means."
        )
    )
    for text in absent:
        page.note(text)
    by_region: dict[str, list[ProfileRow]] = {}
    for row in rows:
        by_region.setdefault(row.region, []).append(row)
    asked = {name: sum(bool(row.note) for row in by_region[name]) for name in regions}
    page.table(["region", "lines with a question"], list(asked.items()))
    strips: dict[str, list[float]] = {}
    for row in rows:
        if row.value is not None:
            strips.setdefault(row.measure, []).append(row.value)
    for region in regions[:MOST_DRAWN]:
        page.region(region, by_region[region], strips)
    page.cut(MOST_DRAWN, len(regions))
    return page


def _asked(note: str) -> str:
    """The questions of a note in the user's language."""
    return " ".join(shown(one, QUESTIONS) for one in re.split(r"(?<=\?) (?=\S)", note))


def _line(row: ProfileRow, values: list[float], notes: list[ProfileRow]) -> list[Cell]:
    mark = f" <sup>{notes.index(row) + 1}</sup>" if row in notes else ""
    rank = (
        "–"
        if row.rank is None
        else tr("{rank} of {count}").format(rank=row.rank, count=len(values))
    )
    return [
        Cell(as_markup(html.escape(shown(row.measure, MEASURES)) + mark), False),
        *(Cell(text, True) for text in (_number(row.value), _number(row.median), rank)),
        Cell(as_markup(_strip(row, values)), False),
    ]


def _strip(row: ProfileRow, values: list[float]) -> str:
    """Where the region lies among all, from the lowest to the highest."""
    low, high = min(values), max(values)

    def x(value: float) -> float:
        middle = _WIDTH / 2
        place = (
            middle if high == low else _EDGE + (value - low) / (high - low) * (_WIDTH - 2 * _EDGE)
        )
        return round(float(place), 1)

    y = _HEIGHT / 2
    places = {x(value) for value in values}
    if len(places) > _WIDTH:  # no more than there are pixels
        places = {float(round(place)) for place in places}
    dots = "".join(f'<circle cx="{place}" cy="{y}" r="2.5"/>' for place in sorted(places))
    own = ""
    if row.value is not None:
        own = f'<circle cx="{x(row.value)}" cy="{y}" r="4.5" fill="{CORE}"/>'
    middle = x(row.median)
    words = tr("lowest {low}, median {median}, highest {high}").format(
        low=_number(low), median=_number(row.median), high=_number(high)
    )
    return (
        f'<svg role="img" width="{_WIDTH}" height="{_HEIGHT}"><title>{words}</title>'
        f'<g fill="#9a9a9a">{dots}</g>'
        f'<path d="M{middle} 1V{_HEIGHT - 1}" stroke="currentColor" stroke-width="1.2"/>{own}</svg>'
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
