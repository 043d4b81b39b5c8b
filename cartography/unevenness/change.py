"""How change of unevenness is drawn on maps and reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from qgis.core import QgsVectorLayer

from ...layers.fields import name_some
from ...layers.portable import asked_fields
from ...measures.significance import LEVEL
from ...measures.texts import tr
from ...measures.unevenness.interval import BORROWED_SPREAD
from ..method import CHANGE_INTERVAL, CHANGE_P, FDR, NESTED, THEIL
from ..page import Page
from ..palette import WIDENING_COLOURS
from ..styles import categorise
from .charts import direction_words, dumbbells, nested_bars
from .region import label_regions

_SHOWN = ["region", "indicator", "from_year", "to_year", "theil_from", "theil_to", "theil_change"]
_SHOWN += ["ratio_from", "ratio_to", "direction", "ci_low", "ci_high", "ci_assumption"]
_SHOWN += ["p_value", "p_fdr", "gini_change", "cities", "cores"]


def style_change(layer: QgsVectorLayer) -> None:
    """Colour the regions by the direction of the first indicator's change."""
    fields, words = asked_fields(layer), direction_words()
    first = next((name for name in fields if name.startswith("direction_")), None)
    if first is not None:
        categorise(
            layer,
            fields[first],
            [(name, words[name].capitalize(), colour) for name, colour in WIDENING_COLOURS.items()],
        )


def draw_change(layer: QgsVectorLayer) -> None:
    """Colour the regions and write their names and changes on the map."""
    style_change(layer)
    fields = asked_fields(layer)
    first = next((written for name, written in fields.items() if name.startswith("change_")), None)
    if first is not None:
        label_regions(layer, first)


def change_page(rows: Sequence[dict[str, Any]], settings: Mapping[str, int]) -> Page:
    """The report of `unevennesschange`: rows of its table, its random settings."""
    page = Page(tr("Change of unevenness between core and secondary cities"))
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        of_indicator = [row for row in rows if row["indicator"] == indicator]
        years = tr("{first} to {last}").format(
            first=of_indicator[0]["from_year"], last=of_indicator[0]["to_year"]
        )
        page.heading(f"{indicator}, {years}")
        page.paragraph(_sentence(of_indicator))
        certainty = _certainty(of_indicator)
        if certainty:
            page.paragraph(certainty)
        page.figure(
            dumbbells(of_indicator),
            tr(
                "Theil index between core and secondary cities, {years}: hollow dot the "
                "first year, full dot the last, pale bar the 95% interval of the change "
                "where it was computed."
            ).format(years=years),
        )
    page.heading(tr("All figures"))
    page.table(_SHOWN, [[row[name] for name in _SHOWN] for row in rows])
    page.heading(tr("Method"))
    page.paragraph(
        tr(
            "{theil} {change_interval} {change_p} {permutations} permutations, seed {seed}; "
            "0 means that none were asked for. {fdr}"
        ).format(
            theil=tr(THEIL),
            change_interval=tr(CHANGE_INTERVAL),
            change_p=tr(CHANGE_P),
            permutations=settings["PERMUTATIONS"],
            seed=settings["SEED"],
            fdr=tr(FDR),
        )
    )
    return page


def _certainty(rows: Sequence[dict[str, Any]]) -> str:
    """What is certain about the changes of one indicator, and what is not."""
    parts = []
    tested = [row for row in rows if not np.isnan(row["p_fdr"])]
    if tested:
        held = [row["region"] for row in tested if row["p_fdr"] < LEVEL]
        parts.append(
            tr(
                "More than chance, after allowing for the number of tests, in {count} of "
                "{count_2} regions"
            ).format(count=len(held), count_2=len(tested))
            + (f" ({name_some(held)})." if held else ".")
        )
    bounded = [row for row in rows if not np.isnan(row["ci_low"])]
    if bounded:
        apart = [r["region"] for r in bounded if r["ci_low"] > 0 or r["ci_high"] < 0]
        parts.append(
            tr("The 95% interval leaves out no change in {count} of {count_2}").format(
                count=len(apart), count_2=len(bounded)
            )
            + (f" ({name_some(apart)})." if apart else ".")
        )
        borrowed = [r["region"] for r in bounded if r["ci_assumption"] == BORROWED_SPREAD]
        if borrowed:
            parts.append(
                tr(
                    "With a single city in a role the interval rests on the assumption that "
                    "it is as uncertain as the others: {names}."
                ).format(names=name_some(borrowed))
            )
    return " ".join(parts)


def nested_page(rows: Sequence[dict[str, Any]], parts: Sequence[Sequence[Any]]) -> Page:
    """The report of `nestedtheil`: rows of its table, and of its parts where there are levels."""
    page = Page(tr("Where inequality lies"))
    page.figure(
        nested_bars(rows),
        tr(
            "The Theil index of all cities: between mega-regions, between core and secondary "
            "cities inside them, and within these groups."
        ),
    )
    page.heading(tr("All figures"))
    page.table(list(rows[0]), [list(row.values()) for row in rows])
    if parts:
        page.heading(tr("Parts by level"))
        page.table(["indicator", "year", "level", "theil", "share"], parts)
    page.heading(tr("Method"))
    page.paragraph(tr(NESTED))
    return page


def _sentence(rows: Sequence[dict[str, Any]]) -> str:
    """What the regions do, in one sentence."""
    verbs = {
        "widening": tr("widens"),
        "narrowing": tr("narrows"),
        "stable": tr("is stable"),
        "reversed": tr("changes its richer side"),
    }
    parts = []
    for name in WIDENING_COLOURS:
        regions = [row["region"] for row in rows if row["direction"] == name]
        if regions:
            verb = verbs[name]
            parts.append(
                tr("{verb} in {count} ({names})").format(
                    verb=verb, count=len(regions), names=name_some(regions)
                )
            )
    return (
        tr("Unevenness {names}.").format(names="; ".join(parts))
        if parts
        else tr("No region could be compared.")
    )
