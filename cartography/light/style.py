"""How night light is drawn, on the map and through time."""

from __future__ import annotations

import re

import numpy as np
from qgis.core import (
    NULL,
    QgsExpression,
    QgsVectorLayer,
)

from ...layers.portable import made_fields
from ..palette import NIGHT_SEQUENCE
from ..playing import end_of_year, play, play_years
from ..styles import draw_classes, has_geometry

_MEAN = "ntl_mean_"
_DIGITS = 2  # significant digits of the limits of classes


def style_nightlight(layer: QgsVectorLayer) -> None:
    """Colour the cities by their mean light: of the latest year, or of the year that is played.

    The classes hold as many values each, over all years, because light is spread very unevenly.
    """
    fields = made_fields(layer, _MEAN)
    if not fields or not has_geometry(layer):
        return
    values = [feature[field] for feature in layer.getFeatures() for field in fields.values()]
    known = np.array([value for value in values if value != NULL], dtype=float)
    years = sorted(int(f[len(_MEAN) :]) for f in fields if re.fullmatch(rf"{_MEAN}\d{{4}}", f))
    columns = {name: QgsExpression.quotedColumnRef(field) for name, field in fields.items()}
    shown = list(columns.values())[-1]
    if len(years) > 1:
        latest = columns[f"{_MEAN}{years[-1]}"]
        played = " ".join(
            f"WHEN year(@map_start_time) = {year} THEN {columns[f'{_MEAN}{year}']}"
            for year in years
        )
        shown = f"CASE WHEN @map_start_time IS NULL THEN {latest} {played} END"
        play(layer, f"make_datetime({years[0]},1,1,0,0,0)", end_of_year(str(years[-1])))
    limits = _limits(known)
    picked = np.linspace(0, len(NIGHT_SEQUENCE) - 1, len(limits) - 1).round().astype(int)
    # A limit belongs to the class below it.
    classes = [
        (float(low), float(high), NIGHT_SEQUENCE[colour], f"{above}{low:g} to {high:g}")
        for low, high, colour, above in zip(
            limits[:-1], limits[1:], picked, ["", *["above "] * len(picked)]
        )
    ]
    draw_classes(layer, shown, classes, blanks=len(known) < len(values))


def style_series(layer: QgsVectorLayer) -> None:
    """Give each row of a table by years its year in the temporal controller."""
    play_years(layer)


def _limits(values: np.ndarray) -> np.ndarray:
    """Rounded limits of classes of about as many values each; at least two limits."""
    if not len(values):
        return np.array([0.0, 0.0])
    quantiles = np.quantile(values, np.linspace(0, 1, len(NIGHT_SEQUENCE) + 1))
    rounded = [float(f"{value:.{_DIGITS}g}") for value in quantiles[1:-1]]
    lowest, highest = _outwards(values.min(), -1), _outwards(values.max(), 1)
    limits = np.unique([lowest, *(v for v in rounded if lowest < v < highest), highest])
    return limits if len(limits) > 1 else np.repeat(limits, 2)


def _outwards(value: float, direction: int) -> float:
    """The value rounded down (-1) or up (1) to the significant digits."""
    if value == 0:
        return 0.0
    unit = 10.0 ** (np.floor(np.log10(abs(value))) - _DIGITS + 1)
    return float(f"{direction * np.ceil(direction * value / unit) * unit:.{_DIGITS}g}")
