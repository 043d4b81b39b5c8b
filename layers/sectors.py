"""Sector fields of cities read, checked and completed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.sectors import COUNTS, PERCENTAGES
from ..measures.texts import listed, tr
from .cities import COUNT_AS_ZERO, STOP, Cities
from .fields import name_some

_ROUNDING = 1e-6  # a share of 1.0000001 is a rounded 1


def sector_values(
    table: Cities,
    sectors: Sequence[str],
    rows: np.ndarray,
    values_are: int,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """The sectors' values, shape (all rows, s), after the checks on the rows that matter.

    Args:
        table: the cities, with the sectors as numbers.
        sectors: names of the fields.
        rows: positions of the cities that are compared; the others are not checked.
        values_are: COUNTS, SHARES or PERCENTAGES.
        missing: what is done about blanks: LEAVE_OUT, COUNT_AS_ZERO or STOP.
        feedback: told which cities have blanks and which have nothing in any sector.

    Raises:
        InputError: a value is negative, a share above its most, or missing under STOP.
    """
    values = np.column_stack([table.numbers[sector] for sector in sectors])
    most = {COUNTS: np.inf, PERCENTAGES: 100.0}.get(values_are, 1.0)
    _check_range(table, sectors, values[rows], rows, most)
    blank = np.isnan(values)
    incomplete = [
        f"{table.labels[row]} ({listed(s for s, b in zip(sectors, blank[row]) if b)})"
        for row in rows
        if blank[row].any()
    ]
    if incomplete and missing == STOP:
        raise InputError(
            tr(
                "Layer '{layer}' has no value for {names}: fill it in or choose another way "
                "to treat missing values."
            ).format(layer=table.layer, names=name_some(incomplete))
        )
    if incomplete:
        done = tr("counted as zero") if missing == COUNT_AS_ZERO else tr("left out")
        feedback.pushWarning(
            tr("No value, {done}: {names}.").format(done=done, names=name_some(incomplete, 100))
        )
    if missing == COUNT_AS_ZERO:
        values = np.where(blank, 0.0, values)
    totals = values[rows].sum(axis=1)
    empty = [table.labels[row] for row in rows[totals == 0]]
    if empty:
        feedback.pushWarning(
            tr("Nothing in any sector, left out: {names}.").format(names=name_some(empty))
        )
    if values_are != COUNTS:
        above = [table.labels[row] for row in rows[totals > most * 1.01]]
        if above:
            feedback.pushWarning(
                tr(
                    "The sectors add up to more than the whole for {names}: check whether "
                    "some contain others."
                ).format(names=name_some(above))
            )
    return values


def _check_range(
    table: Cities, sectors: Sequence[str], values: np.ndarray, rows: np.ndarray, most: float
) -> None:
    with np.errstate(invalid="ignore"):
        wrong = np.argwhere((values < 0) | (values > most * (1 + _ROUNDING)))
    if len(wrong):
        row, column = wrong[0]
        value, city = values[row, column], table.labels[rows[row]]
        allowed = (
            tr("zero or more") if most == np.inf else tr("between 0 and {most:g}").format(most=most)
        )
        raise InputError(
            tr(
                "Field '{value}' of layer '{layer}' is {value_2:g} for {city}: it must be "
                "{allowed}, so correct the value or say rightly whether the sectors are "
                "counts, shares or percentages."
            ).format(
                value=sectors[column], layer=table.layer, value_2=value, city=city, allowed=allowed
            )
        )
