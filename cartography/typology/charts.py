"""Charts of city types: the choice of K, silhouettes, profiles and distributions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...measures.texts import tr
from ...measures.typology.choice import Diagnostics
from ...measures.typology.names import plain_names
from ..charts import chart, draw_cells, new_figure, to_svg
from ..palette import CORE, NO_DATA, OUTLINE, TEXT, TYPE_COLOURS

# ColorBrewer PuOr (Brewer): orange below the mean, purple above, safe for colour-blind readers.
DIVERGING = ["#B35806", "#F1A340", "#FEE0B6", "#F7F7F7", "#D8DAEB", "#998EC3", "#542788"]
_MOST_BARS = 300  # points of a type's silhouettes that are drawn
_MOST_OUTLIERS = 3000  # cities above which outliers are not drawn one by one
_WIDTH = 180.0


def type_colour(number: int) -> str:
    """The colour of type `number` (1, 2, ...), the same as on the map."""
    return TYPE_COLOURS[(number - 1) % len(TYPE_COLOURS)]


@chart
def choice_chart(diagnostics: Sequence[Diagnostics], chosen: int) -> str:
    """The measures of each K, the chosen one marked."""
    ks = [entry.k for entry in diagnostics]
    figure = new_figure(_WIDTH, 105)
    panels = figure.subplots(2, 2, sharex=True).ravel()
    measures = {
        "Mean silhouette (high is good)": "silhouette",
        "Stability (1 = never changes)": "stability",
        "Calinski-Harabasz (high is good)": "calinski_harabasz",
        "Davies-Bouldin (low is good)": "davies_bouldin",
    }
    for axes, (title, name) in zip(panels, measures.items()):
        values = [getattr(entry, name) for entry in diagnostics]
        if name == "silhouette":
            low = [entry.silhouette_q1 for entry in diagnostics]
            high = [entry.silhouette_q3 for entry in diagnostics]
            axes.fill_between(ks, low, high, color=NO_DATA, label="middle half of the cities")
            axes.axhline(0, color=OUTLINE, linewidth=0.6)
            noise = [entry.noise_silhouette for entry in diagnostics]
            axes.plot(ks, noise, "--", color=TEXT, linewidth=1, label="reached without groups")
            axes.legend(frameon=False, fontsize=7, loc="lower left")
        axes.plot(ks, values, "o-", color=OUTLINE, markersize=4)
        axes.plot(chosen, values[ks.index(chosen)], "o", color=CORE, markersize=9)
        axes.set_title(title, fontsize=9, loc="left")
        axes.set_xticks(ks)
        axes.spines[["top", "right"]].set_visible(False)
    for axes in panels[2:]:
        axes.set_xlabel(tr("Number of types, K"))
    numbers = "; ".join(
        tr(
            "K {k}: silhouette {silhouette:.3f} (without groups {noise:.3f}), "
            "stability {stability:.2f}"
        ).format(k=e.k, silhouette=e.silhouette, noise=e.noise_silhouette, stability=e.stability)
        for e in diagnostics
    )
    return to_svg(
        figure,
        tr("Which number of types"),
        tr("Chosen: {chosen}. {numbers}.").format(chosen=chosen, numbers=numbers),
    )


@chart
def silhouette_chart(types: np.ndarray, silhouettes: np.ndarray, names: Sequence[str]) -> str:
    """The cities' silhouettes, sorted within each type."""
    figure = new_figure(_WIDTH, 40 + 14 * len(names))
    axes = figure.subplots()
    top = 0.0
    ticks = []
    for number in range(1, len(names) + 1):
        values = -np.sort(-silhouettes[types == number])
        size = len(values)
        drawn = min(size, _MOST_BARS)
        shown = values[np.linspace(0, size - 1, drawn).round().astype(int)]
        height = max(size, 0.02 * len(types))  # small types stay visible
        edges = top + np.linspace(0, height, drawn + 1)
        axes.stairs(shown, edges, orientation="horizontal", fill=True, color=type_colour(number))
        ticks.append(top + height / 2)
        top += height + 0.03 * len(types)
    mean = float(silhouettes.mean())
    axes.axvline(mean, color=TEXT, linewidth=0.8, linestyle="--")
    axes.axvline(0, color=OUTLINE, linewidth=0.6)
    axes.text(
        mean, -0.01 * top, " " + tr("mean {mean:.3f}").format(mean=mean), fontsize=8, va="bottom"
    )
    axes.set_yticks(ticks, names)
    axes.set_ylim(top, -0.06 * top)
    axes.set_xlabel(tr("Silhouette: 1 well inside its type, below 0 nearer to another type"))
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)
    below = int((silhouettes < 0).sum())
    return to_svg(
        figure,
        tr("Silhouettes of the cities by type"),
        tr("Mean {mean:.3f}; {below} of {count} cities are below 0.").format(
            mean=mean, below=below, count=len(types)
        ),
    )


@chart
def profile_chart(z_scores: np.ndarray, names: Sequence[str], features: Sequence[str]) -> str:
    """Heat map of the types' z-scores."""
    from matplotlib.colors import LinearSegmentedColormap

    colours = LinearSegmentedColormap.from_list("profile", DIVERGING)
    colours.set_bad(NO_DATA)
    # Colours end at 2 standard deviations: a tiny type far out would else leave all others pale.
    limit = float(min(2.0, np.nanmax(np.abs(z_scores), initial=0.5)))
    figure = new_figure(max(_WIDTH, 60 + 12 * len(features)), 45 + 9 * len(names))
    axes = figure.subplots()
    draw_cells(axes, z_scores, colours, -limit, limit)
    axes.set_xticks(range(len(features)), plain_names(features), rotation=40, ha="right")
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0)
    for (i, j), value in np.ndenumerate(z_scores):
        text = "–" if np.isnan(value) else f"{round(value, 1) + 0.0:+.1f}"  # no "-0.0"
        colour = "white" if abs(value) > 0.8 * limit else TEXT
        axes.text(j, i, text, ha="center", va="center", fontsize=7.5, color=colour)
    return to_svg(
        figure,
        tr("Profiles of the types"),
        tr(
            "Heat map: mean of each feature in each type, in standard deviations from the "
            "mean of all cities; purple above, orange below."
        ),
    )


@chart
def box_chart(
    values: np.ndarray,
    types: np.ndarray,
    names: Sequence[str],
    features: Sequence[str],
    line: float = 0.0,
) -> str:
    """The features' distributions in each type, one panel a type on the same scale."""
    k, f = len(names), len(features)
    columns = min(k, 3)
    rows = -(-k // columns)
    figure = new_figure(_WIDTH, rows * (22 + 4.6 * f))
    panels = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    pen = {"color": TEXT, "linewidth": 0.6}
    for axes, number in zip(panels, range(1, k + 1)):
        axes.boxplot(
            values[types == number],
            vert=False,
            widths=0.65,
            patch_artist=True,
            showfliers=len(values) <= _MOST_OUTLIERS,
            boxprops={"facecolor": type_colour(number), **pen},
            medianprops={"color": TEXT, "linewidth": 1.2},
            whiskerprops=pen,
            capprops=pen,
            flierprops={"marker": ".", "markersize": 2.5, "markeredgecolor": OUTLINE},
        )
        axes.axvline(line, color=OUTLINE, linewidth=0.6)
        axes.set_yticks(range(1, f + 1), plain_names(features))
        size = int((types == number).sum())
        axes.set_title(
            names[number - 1] + "\n" + tr("({count} cities)").format(count=size), fontsize=8
        )
        axes.tick_params(labelsize=7, labelbottom=number + columns > k)
        axes.spines[["top", "right"]].set_visible(False)
    panels[0].invert_yaxis()  # shared: the first feature is on top in every panel
    for axes in panels[k:]:
        axes.set_visible(False)
    return to_svg(
        figure,
        tr("Distributions of the features in each type"),
        tr(
            "Box plots: the middle half of a type's cities, its median, whiskers to 1.5 "
            "times the box's length."
        ),
    )
