"""Tables of travel times read into a matrix."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.groups import same_code
from ...measures.texts import tr
from ..fields import name_some
from ..tables import read_table


def read_times(
    source: QgsProcessingFeatureSource,
    positions: Mapping[str, int],
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """Minutes between cities, NaN where no row tells them, shape (n, n).

    A way that only the other direction is given for takes that one's time.

    Args:
        source: a table with the fields `from`, `to` and `minutes`.
        positions: id of each of the n cities to its position.
        feedback: told which ids are no cities and how many ways were turned round.

    Raises:
        InputError: a field is absent, a time is not above zero, two rows of a pair differ, or no
            row has both ends among the cities.
    """
    table = read_table(source, feedback, numbers=["minutes"], texts=["from", "to"])
    minutes = np.full((len(positions), len(positions)), np.nan)
    unknown: dict[str, None] = {}
    place_of = {same_code(name): place for name, place in positions.items()}
    for start, end, time in zip(table.texts["from"], table.texts["to"], table.numbers["minutes"]):
        ends = [(name, place_of.get(same_code(name or ""))) for name in (start, end)]
        unknown.update({name: None for name, place in ends if place is None and name is not None})
        place = ends[0][1], ends[1][1]
        if None in place or place[0] == place[1] or np.isnan(time):
            continue
        way = tr("from {start} to {end} in layer '{layer}'").format(
            start=start, end=end, layer=table.layer
        )
        if time <= 0:
            raise InputError(
                tr("The time {way} is {time:g} minutes: correct it to more than 0.").format(
                    way=way, time=time
                )
            )
        if minutes[place] not in (time,) and not np.isnan(minutes[place]):
            raise InputError(
                tr(
                    "The time {way} is {value:g} minutes in one row and {time:g} in another: "
                    "keep one."
                ).format(way=way, value=minutes[place], time=time)
            )
        minutes[place] = time
    if unknown:
        feedback.pushWarning(
            tr("Not among the cities, rows of layer '{layer}' left out: {names}.").format(
                layer=table.layer, names=name_some(list(unknown))
            )
        )
    if np.isnan(minutes).all():
        raise InputError(
            tr(
                "No row of layer '{layer}' has both ends among the cities and a time: choose "
                "as ID_FIELD the field that holds the ids of 'from' and 'to'."
            ).format(layer=table.layer)
        )
    turned = np.isnan(minutes) & ~np.isnan(minutes.T)
    if turned.any():
        feedback.pushInfo(
            tr("{count} ways are given in one direction only: the way back takes as long.").format(
                count=int(turned.sum())
            )
        )
    return np.where(turned, minutes.T, minutes)
