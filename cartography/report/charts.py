"""A chart of the report that no algorithm's own page has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..charts import chart, new_figure, to_svg
from ..palette import OUTLINE, SECONDARY

_WIDTH = 170.0


@chart
def region_dots(rows: Sequence[tuple[str, float]], title: str) -> str:
    """One value of each region as a dot on a line, the first on top, the median marked."""
    rows = list(reversed(rows))
    figure = new_figure(_WIDTH, 20 + 6 * len(rows))
    axes = figure.subplots()
    values = [value for _, value in rows]
    axes.hlines(range(len(rows)), min([0.0, *values]), values, color="#cccccc", linewidth=1)
    axes.plot(values, range(len(rows)), "o", color=SECONDARY, markeredgecolor=OUTLINE)
    middle = float(np.median(values))
    axes.axvline(middle, color=OUTLINE, linewidth=0.8, linestyle="--")
    for place, value in enumerate(values):
        axes.annotate(
            f"{value:.3f}",
            (1.01, place),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=8,
        )
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_xlabel(title)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.spines[["top", "right", "left"]].set_visible(False)
    return to_svg(
        figure, title, f"{len(rows)} regions; the dashed line is the median {middle:.3f}."
    )
