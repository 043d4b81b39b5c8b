"""Charts of the report that no algorithm's own page has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..charts import chart, new_figure, to_svg
from ..palette import OUTLINE, ROLE_COLOURS, SECONDARY
from .results import Row

_WIDTH = 170.0


@chart
def light_chart(rows: Sequence[Row]) -> str:
    """Mean light of the regions by role: bars for one year, small panels for more."""
    years = list(dict.fromkeys(row["year"] for row in rows))
    regions = list(dict.fromkeys(row["region"] for row in rows if row["region"]))
    means = {(r["region"], r["role"], r["year"]): r["mean"] for r in rows if r["mean"] is not None}
    roles = [role for role in ROLE_COLOURS if any(row["role"] == role for row in rows)]
    last = years[-1]
    regions.sort(key=lambda name: -max(means.get((name, role, last), 0.0) for role in roles))
    if len(years) == 1:
        return _bars(
            regions,
            roles,
            {(r, o): means.get((r, o, last), np.nan) for r in regions for o in roles},
        )
    across = min(4, len(regions))
    down = -(-len(regions) // across)
    figure = new_figure(_WIDTH, 12 + 38 * down)
    for number, region in enumerate(regions, start=1):
        axes = figure.add_subplot(down, across, number)
        for role in roles:
            values = [means.get((region, role, year), np.nan) for year in years]
            axes.plot(years, values, color=ROLE_COLOURS[role], label=role, linewidth=1.5)
        axes.set_title(region, fontsize=8)
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        axes.tick_params(labelsize=7)
        axes.locator_params(axis="y", nbins=4)
        axes.set_xticks([years[0], years[-1]])
        axes.spines[["top", "right"]].set_visible(False)
    handles, labels = figure.axes[0].get_legend_handles_labels()
    # "outside" is not known to matplotlib 3.6; the layout leaves the last panel's corner free.
    figure.legend(handles, labels, loc="lower right", ncol=len(roles), frameon=False)
    return to_svg(figure, "Night light by year", f"Mean light of {len(regions)} regions by role.")


def _bars(
    regions: Sequence[str], roles: Sequence[str], means: Mapping[tuple[str, str], float]
) -> str:
    figure = new_figure(_WIDTH, 22 + 4.2 * len(regions) * len(roles))
    axes = figure.subplots()
    thickness = 0.8 / len(roles)
    places = np.arange(len(regions))
    for number, role in enumerate(roles):
        values = [means[region, role] for region in regions]
        axes.barh(
            places + number * thickness, values, thickness, color=ROLE_COLOURS[role], label=role
        )
    axes.set_yticks(places + thickness * (len(roles) - 1) / 2, regions)
    axes.invert_yaxis()
    axes.set_xlabel("Mean light")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower right")
    return to_svg(figure, "Night light", f"Mean light of {len(regions)} regions by role.")


@chart
def ranked_dots(rows: Sequence[tuple[str, float]], title: str) -> str:
    """One value of each region as a dot on a line, the largest on top, the median marked."""
    rows = sorted(rows, key=lambda row: row[1])
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
