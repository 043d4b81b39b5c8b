"""Radar charts of the types' profiles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...measures.texts import tr
from ...measures.typology.names import plain_names
from ..charts import chart, new_figure, to_svg
from ..palette import NO_DATA, OUTLINE, TEXT
from .charts import type_colour

FEWEST = 3  # indicators that span a surface
_MOST = 24  # more names cannot be read around a circle
_AT_CENTRE = -2.0  # standard deviations
_AT_RIM = 2.0


def can_draw(indicators: int) -> bool:
    """Whether a radar chart of as many indicators can be read."""
    return FEWEST <= indicators <= _MOST


@chart
def radar_chart(
    z_scores: np.ndarray, names: Sequence[str], numbers: Sequence[int], indicators: Sequence[str]
) -> str:
    """One panel a type: its z-scores round a circle, the mean of all cities as a ring.

    Args:
        z_scores: shape (k, m), NaN where unknown: drawn as the mean. Values beyond 2 standard
            deviations end at the rim or the centre.
        names: of the k types.
        numbers: of the k types, for their colours.
        indicators: names of the m indicators.
    """
    k, m = z_scores.shape
    columns = min(k, 3)
    rows = -(-k // columns)
    figure = new_figure(180, rows * 66)
    panels = figure.subplots(
        rows, columns, squeeze=False, subplot_kw={"projection": "polar"}
    ).ravel()
    angles = np.linspace(0, 2 * np.pi, m, endpoint=False)
    ring = np.linspace(0, 2 * np.pi, 100)
    closed = np.append(angles, angles[0])
    for axes, scores, name, number in zip(panels, z_scores, names, numbers):
        shown = np.clip(np.where(np.isnan(scores), 0.0, scores), _AT_CENTRE, _AT_RIM)
        outline = np.append(shown, shown[0])
        axes.set_theta_zero_location("N")
        axes.set_theta_direction(-1)
        axes.set_ylim(_AT_CENTRE, _AT_RIM)
        axes.set_yticks([-1, 0, 1], ["-1", "0", "+1"], fontsize=6)
        axes.set_xticks(angles, plain_names(indicators), fontsize=6.5)
        axes.grid(color=NO_DATA, linewidth=0.6)
        axes.spines["polar"].set_color(NO_DATA)
        axes.plot(ring, np.zeros_like(ring), color=OUTLINE, linewidth=0.8, linestyle="--")
        axes.plot(closed, outline, color=TEXT, linewidth=0.8)
        axes.fill(closed, outline, color=type_colour(number), alpha=0.75)
        axes.set_title(name, fontsize=8)
    for axes in panels[k:]:
        axes.set_visible(False)
    return to_svg(
        figure,
        tr("Profiles of the types, round"),
        tr(
            "Radar charts: mean of each indicator in each type, in standard deviations from "
            "the mean of all cities (the dashed ring); cut at 2 above and below."
        ),
    )
