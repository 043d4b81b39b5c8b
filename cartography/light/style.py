"""How night light is drawn, on the map and through time."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    NULL,
    QgsExpression,
    QgsVectorLayer,
)

from ...layers.portable import asked_fields, made_fields
from ...measures.light.dates import LightDate
from ...measures.texts import tr
from ..columns import column_words
from ..palette import NIGHT_SEQUENCE
from ..playing import end_of_year, play, play_years
from ..styles import class_words, draw_classes, has_geometry

_MEAN = "ntl_mean_"
_IN_UNITS = (_MEAN, "ntl_sum_", "ntl_max_", "ntl_weighted_")
_TABLE_IN_UNITS = ("sum", "mean", "max", "std", "p10", "p50", "p90")
_DIGITS = 2  # significant digits of the limits of classes
# What a date is compared with in the temporal controller, by the length of its tag.
_AS_PLAYED = {4: "yyyy", 7: "yyyy_MM", 10: "yyyy_MM_dd"}
# First and last second of a date in ISO 8601 that is as precise as it is known.
_FIRST_SECOND = 'to_datetime("date" || substr(\'0000-01-01\', length("date") + 1))'
_YEAR, _MONTH = 'to_int(left("date",4))', 'to_int(substr("date",6,2))'
_LAST_SECOND = (
    f'CASE WHEN length("date") = 4 THEN {end_of_year(_YEAR)} '
    f'WHEN length("date") = 7 THEN make_datetime({_YEAR} + {_MONTH} // 12,{_MONTH} % 12 + 1,'
    "1,0,0,0) "
    "- to_interval('1 second') "
    f"ELSE {_FIRST_SECOND} + to_interval('23 hours 59 minutes 59 seconds') END"
)


def style_nightlight(layer: QgsVectorLayer, unit: str = "") -> None:
    """Colour the cities by their mean light: of the latest date, or of the date that is played.

    The classes hold as many values each, over all dates, because light is spread very unevenly.

    Args:
        layer: the cities with fields of light.
        unit: of the light, empty where it is not known.
    """
    name_fields(layer, unit)
    fields = made_fields(layer, _MEAN)
    if not fields or not has_geometry(layer):
        return
    values = [feature[field] for feature in layer.getFeatures() for field in fields.values()]
    known = np.array([value for value in values if value != NULL], dtype=float)
    shown = QgsExpression.quotedColumnRef(list(fields.values())[-1])
    dated = {
        day: written
        for name, written in fields.items()
        if (day := LightDate.of_iso(name[len(_MEAN) :].replace("_", "-"))) is not None
    }
    if len(dated) > 1:
        shown = _played(layer, dated)
    limits = _limits(known)
    picked = np.linspace(0, len(NIGHT_SEQUENCE) - 1, len(limits) - 1).round().astype(int)
    # A limit belongs to the class below it.
    tail = f" [{unit}]" if unit else ""
    above = tr("above {low} to {high}")
    classes: list[tuple[float, float, str, str]] = []
    for low, high, colour in zip(limits[:-1], limits[1:], picked):
        ends = f"{low:g}", f"{high:g}"
        words = above.format(low=ends[0], high=ends[1]) if classes else class_words(*ends)
        classes.append((float(low), float(high), NIGHT_SEQUENCE[colour], words + tail))
    draw_classes(layer, shown, classes, blanks=len(known) < len(values))


def name_fields(layer: QgsVectorLayer, unit: str) -> None:
    """Call the fields of light by their words and the unit, where it is known."""
    for name, written in asked_fields(layer).items():
        words = _with_unit(name, unit)
        if words:
            layer.setFieldAlias(layer.fields().lookupField(written), words)


def _played(layer: QgsVectorLayer, dated: dict[LightDate, str]) -> str:
    """An expression of the light of the date that is played, the latest where none is."""
    days = sorted(dated, key=lambda day: day.order)
    column = {day: QgsExpression.quotedColumnRef(field) for day, field in dated.items()}
    # The precise ones first: a month comes before its year.
    conditions = " ".join(
        f"WHEN format_date(@map_start_time,'{_AS_PLAYED[len(day.tag)]}') = '{day.tag}' "
        f"THEN {column[day]}"
        for day in sorted(days, key=lambda day: -len(day.tag))
    )
    first, last = days[0], days[-1]
    start = f"make_datetime({first.year},{first.month or 1},{first.day or 1},0,0,0)"
    end = end_of_year(str(last.year))
    if last.month is not None:
        until = last.last
        end = f"make_datetime({until.year},{until.month},{until.day},23,59,59)"
    play(layer, start, end)
    return f"CASE WHEN @map_start_time IS NULL THEN {column[last]} {conditions} END"


def style_series(layer: QgsVectorLayer) -> None:
    """Give each row of a table by dates its time in the temporal controller."""
    units = _units_of(layer)
    if len(units) == 1:
        for name in _TABLE_IN_UNITS:
            index = layer.fields().lookupField(name)
            words = column_words(name)
            if index >= 0 and words is not None:
                layer.setFieldAlias(index, f"{words[0]} [{units[0]}]")
    if layer.fields().lookupField("date") >= 0 and _is_dated(layer):
        play(layer, _FIRST_SECOND, _LAST_SECOND)
    else:
        play_years(layer)


def _with_unit(name: str, unit: str) -> str:
    """Words and unit of a field of light, empty where it has none."""
    words = column_words(name)
    if not unit or words is None:
        return ""
    in_units = name == "ntl_slope" or name.startswith(_IN_UNITS)
    return f"{words[0]} [{unit}]" if in_units else ""


def _units_of(layer: QgsVectorLayer) -> list[str]:
    index = layer.fields().lookupField("unit")
    return [] if index < 0 else [unit for unit in layer.uniqueValues(index) if unit != NULL]


def _is_dated(layer: QgsVectorLayer) -> bool:
    """Whether each row has a date, rather than a raster's name."""
    index = layer.fields().lookupField("date")
    dates = layer.uniqueValues(index)
    return bool(dates) and all(d != NULL and LightDate.of_iso(str(d)) for d in dates)


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
