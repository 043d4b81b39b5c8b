"""Charts of the report that no algorithm's own page has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..charts import chart, new_figure, to_svg
from ..palette import CORE, OUTLINE, SECONDARY

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


@chart
def region_among_all(rows: Sequence[tuple[str, Sequence[float], float]], region: str) -> str:
    """A region's place on each measure, from the lowest to the highest of all regions.

    Args:
        rows: words of a measure, its values in all regions, its value in this one.
        region: its name.
    """
    figure = new_figure(_WIDTH, 16 + 4.6 * len(rows))
    axes = figure.subplots()
    axes.hlines(range(len(rows)), 0, 1, color="#dddddd", linewidth=1)
    below = 0
    for place, (_, values, own) in enumerate(rows):
        low, high = min(values), max(values)
        scaled = [0.5 if high == low else (v - low) / (high - low) for v in [*values, own]]
        middle = float(np.median(scaled[:-1]))
        below += scaled[-1] < middle
        axes.plot(scaled[:-1], [place] * len(values), "o", color="#9a9a9a", markersize=3.5)
        axes.plot([middle, middle], [place - 0.3, place + 0.3], color=OUTLINE, linewidth=1)
        axes.plot(scaled[-1], place, "o", color=CORE, markeredgecolor=OUTLINE, markersize=6.5)
    axes.set_yticks(range(len(rows)), [words for words, _, _ in rows])
    axes.tick_params(length=0)
    axes.set_xticks([0, 1], ["lowest", "highest"])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.spines[:].set_visible(False)
    return to_svg(
        figure,
        f"{region} among all mega-regions",
        f"{len(rows)} measures of {region}; on {below} it is below the median.",
    )
