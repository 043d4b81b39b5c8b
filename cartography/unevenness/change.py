"""How change of unevenness is drawn on maps and reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsVectorLayer

from ...layers.portable import asked_fields
from ..page import Page
from ..palette import WIDENING_COLOURS
from ..styles import categorise
from .charts import dumbbells, nested_bars

_SHOWN = ["region", "indicator", "from_year", "to_year", "theil_from", "theil_to", "theil_change"]
_SHOWN += ["ci_low", "ci_high", "p_value", "gini_change", "direction"]


def style_change(layer: QgsVectorLayer) -> None:
    """Colour the regions by the direction of the first indicator's change."""
    fields = asked_fields(layer)
    first = next((name for name in fields if name.startswith("direction_")), None)
    if first is not None:
        categorise(
            layer,
            fields[first],
            [(name, name.capitalize(), colour) for name, colour in WIDENING_COLOURS.items()],
        )


def change_page(rows: Sequence[dict[str, Any]], settings: Mapping[str, int]) -> Page:
    """The report of `unevennesschange`: rows of its table, its random settings."""
    page = Page("Change of unevenness between core and secondary cities")
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        of_indicator = [row for row in rows if row["indicator"] == indicator]
        years = f"{of_indicator[0]['from_year']} to {of_indicator[0]['to_year']}"
        page.heading(f"{indicator}, {years}")
        page.paragraph(_sentence(of_indicator))
        page.figure(
            dumbbells(of_indicator),
            f"Theil index between core and secondary cities, {years}: hollow dot the first year, "
            "full dot the last, pale bar the 95 % interval of the change where it was computed.",
        )
    page.heading("All figures")
    page.table(_SHOWN, [[row[name] for name in _SHOWN] for row in rows])
    page.heading("Method")
    page.paragraph(
        "Theil index between groups (Theil 1967). Interval: percentiles of "
        f"{settings['BOOTSTRAP']} bootstrap samples, cities drawn within their role with both "
        f"years. p_value: {settings['PERMUTATIONS']} random swaps of each city's two years after "
        f"scaling each year to mean 1, two-sided. Seed {settings['SEED']}. A figure of 0 means "
        "that it was not asked for. With one core and few secondary cities the interval is too "
        "narrow, since the core is always drawn."
    )
    return page


def nested_page(rows: Sequence[dict[str, Any]]) -> Page:
    """The report of `nestedtheil`: rows of its table."""
    page = Page("Where inequality lies")
    page.figure(
        nested_bars(rows),
        "The Theil index of all cities: between mega-regions, between core and secondary cities "
        "inside them, and within these groups.",
    )
    page.heading("All figures")
    page.table(list(rows[0]), [list(row.values()) for row in rows])
    page.heading("Method")
    page.paragraph(
        "Theil index, additive over groups (Theil 1967); nested over regions and roles (Akita "
        "2003, Annals of Regional Science 37, 55-77)."
    )
    return page


def _sentence(rows: Sequence[dict[str, Any]]) -> str:
    """What the regions do, in one sentence."""
    parts = []
    for name in WIDENING_COLOURS:
        regions = [row["region"] for row in rows if row["direction"] == name]
        if regions:
            verb = {"widening": "widens", "narrowing": "narrows", "stable": "is stable"}[name]
            parts.append(f"{verb} in {len(regions)} ({', '.join(regions)})")
    return f"Unevenness {'; '.join(parts)}." if parts else "No region could be compared."
