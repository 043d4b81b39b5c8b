"""Checks of city tables that several algorithms share, and what they say in the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from .attributes import CityTable, name_some


def refuse_negative(table: CityTable, fields: Iterable[str], rows: np.ndarray) -> None:
    """Stop where a value of the rows used is negative.

    Raises:
        InputError: names the field, the layer and the city.
    """
    for field in fields:
        values = table.numbers[field][rows]
        with np.errstate(invalid="ignore"):
            negative = rows[values < 0]
        if len(negative):
            city = negative[0]
            raise InputError(
                f"Field '{field}' of layer '{table.layer}' is negative "
                f"({table.numbers[field][city]:g}) for {table.labels[city]}: sizes are zero or "
                "more, so correct the value or leave it blank."
            )


def rows_in_regions(
    table: CityTable, regions: Sequence[str | None], region_field: str
) -> np.ndarray:
    """Positions of the cities that are in a region.

    Raises:
        InputError: no city is in one.
    """
    inside = np.flatnonzero([region is not None for region in regions])
    if not len(inside):
        raise InputError(
            f"Field '{region_field}' of layer '{table.layer}' is blank for every city: choose the "
            "field that names the mega-regions."
        )
    return inside


def warn_outside(
    table: CityTable, regions: Sequence[str | None], feedback: QgsProcessingFeedback
) -> None:
    """Name the cities in no region."""
    outside = [label for label, region in zip(table.labels, regions) if region is None]
    if outside:
        feedback.pushWarning(f"Left out, in no region: {name_some(outside)}.")
