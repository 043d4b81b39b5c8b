"""How sector differences to the core are drawn."""

from __future__ import annotations

import numpy as np
from qgis.core import NULL, QgsExpression, QgsVectorLayer

from ...layers.portable import made_fields
from ...measures.sectors import DIFFERENCE, FORMS, LOCATION_QUOTIENT, LOG_RATIO, OWN_SHARE
from ...measures.texts import tr
from ...measures.typology.names import plain_names
from ..palette import UNEVENNESS_SEQUENCE
from ..styles import draw_classes, has_geometry

# ColorBrewer PuOr (Brewer), safe for colour-blind readers: orange below the core, purple above.
_DIVERGING = ["#B35806", "#F1A340", "#FEE0B6", "#D8DAEB", "#998EC3", "#542788"]
_RISING = UNEVENNESS_SEQUENCE  # own shares are compared with nothing


def style_differences(layer: QgsVectorLayer) -> None:
    """Colour the cities by the sector in which they differ most, from below to above the core."""
    fields = made_fields(layer, "d_")
    if not has_geometry(layer) or not fields:
        return
    columns = {
        name: [feature[field] for feature in layer.getFeatures()] for name, field in fields.items()
    }
    known = {
        name: np.array([float(value) for value in values if value != NULL])
        for name, values in columns.items()
    }
    known = {name: values for name, values in known.items() if len(values)}
    if not known:
        return
    field = max(known, key=lambda name: float(known[name].std()))
    sector = dict(zip(fields, plain_names(list(fields))))[field]
    classes = [
        (low, high, colour, f"{sector}: {words}")
        for low, high, colour, words in _classes(known[field], _form_of(layer))
    ]
    blanks = sum(value == NULL for value in columns[field])
    draw_classes(layer, QgsExpression.quotedColumnRef(fields[field]), classes, blanks=blanks > 0)
    if blanks:
        layer.renderer().rootRule().children()[-1].setLabel(f"{tr('Not compared')} ({blanks})")


def _form_of(layer: QgsVectorLayer) -> str:
    """What the fields hold: a form of 'Sector differences to the core'."""
    if layer.fields().indexOf("mr_form") < 0:
        return FORMS[DIFFERENCE]
    given = (feature["mr_form"] for feature in layer.getFeatures())
    return str(next((form for form in given if form != NULL), FORMS[DIFFERENCE]))


def _classes(values: np.ndarray, form: str) -> list[tuple[float, float, str, str]]:
    """Ends, colour and words of each class, ascending."""
    largest = float(np.abs(values).max())
    if form == FORMS[LOCATION_QUOTIENT]:
        ends = [0, 0.5, 0.8, 1, 1.25, 2, max(2.0, largest)]
        classes = list(zip(ends, ends[1:], _DIVERGING))[: 6 if largest > 2 else 5]
        words = tr("{low:.3g} to {high:.3g} times the core's share")
        return [(a, b, c, words.format(low=a, high=b)) for a, b, c in classes]
    if form == FORMS[OWN_SHARE]:
        step = _round_up((largest or 0.01) / len(_RISING))
        classes = [(i * step, (i + 1) * step, colour) for i, colour in enumerate(_RISING)]
        words = tr("{low:.3g} to {high:.3g}%")
        return [(a, b, c, words.format(low=100 * a, high=100 * b)) for a, b, c in classes]
    step = _round_up((largest or 0.01) / 3)
    classes = [((i - 3) * step, (i - 2) * step, colour) for i, colour in enumerate(_DIVERGING)]
    if form == FORMS[LOG_RATIO]:
        words = tr("log ratio {low:+.3g} to {high:+.3g}")
        return [(a, b, c, words.format(low=a, high=b)) for a, b, c in classes]
    words = tr("{low:+.3g} to {high:+.3g} percentage points")
    return [(a, b, c, words.format(low=100 * a, high=100 * b)) for a, b, c in classes]


def _round_up(width: float) -> float:
    """The next of 1, 2, 5 times a power of ten, so that the legend has plain numbers."""
    power = 10.0 ** np.floor(np.log10(width))
    return float(next(power * step for step in (1, 2, 5, 10) if power * step >= width * (1 - 1e-9)))
