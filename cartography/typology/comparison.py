"""The report on types compared by indicators."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..charts import chart, new_figure, to_svg
from ..page import Page
from ..palette import OUTLINE, TEXT
from .charts import profile_chart, type_colour

_MOST_OUTLIERS = 3000  # cities above which outliers are not drawn one by one


def comparison_page(
    names: Sequence[str],
    numbers: Sequence[int],
    types: np.ndarray,
    indicators: Sequence[str],
    values: np.ndarray,
    z_scores: np.ndarray,
    p_values: Sequence[float],
) -> Page:
    """Profiles, distributions and the test of each indicator.

    Args:
        names: of the k types.
        numbers: of the k types, for their colours.
        types: positions in `names`, shape (n,).
        indicators: names of the m indicators.
        values: shape (n, m), NaN where missing.
        z_scores: shape (k, m).
        p_values: of Kruskal-Wallis, m of them.
    """
    page = Page("City types compared", f"{len(types)} cities of {len(names)} types")
    page.heading("Do the types differ?")
    page.table(
        ["Indicator", "Cities", "Kruskal-Wallis p", "Highest mean", "Lowest mean"],
        [
            [
                indicator,
                int((~np.isnan(values[:, column])).sum()),
                p_value,
                *_extremes(names, z_scores[:, column]),
            ]
            for column, (indicator, p_value) in enumerate(zip(indicators, p_values))
        ],
    )
    page.note(
        "A small p says that the types hardly have the same distribution of this indicator; it "
        "does not say which differ, nor why. The test is rough for types of fewer than five "
        "cities, and among many indicators some p are small by chance. Indicators by which the "
        "types were made differ by construction."
    )
    page.heading("Means of the types")
    page.figure(
        profile_chart(z_scores, names, indicators),
        "Mean of each indicator in each type, in standard deviations from the mean of all cities.",
    )
    page.heading("Distributions")
    page.figure(
        _boxes(names, numbers, types, indicators, values),
        "Box = middle half of a type's cities, line = median, whiskers to 1.5 box lengths.",
    )
    page.heading("Method")
    page.paragraph(
        "Kruskal & Wallis (1952), Use of ranks in one-criterion variance analysis, Journal of the "
        "American Statistical Association 47, 583-621; ranks corrected for ties, p from the "
        "chi-squared distribution. Quartiles interpolated linearly; z-scores with the population "
        "standard deviation of all cities."
    )
    return page


def _extremes(names: Sequence[str], z_scores: np.ndarray) -> tuple[str | None, str | None]:
    if np.isnan(z_scores).all():
        return None, None
    return names[int(np.nanargmax(z_scores))], names[int(np.nanargmin(z_scores))]


@chart
def _boxes(
    names: Sequence[str],
    numbers: Sequence[int],
    types: np.ndarray,
    indicators: Sequence[str],
    values: np.ndarray,
) -> str:
    """One panel an indicator, each on its own scale."""
    from matplotlib.ticker import MaxNLocator

    columns = min(len(indicators), 2)
    rows = -(-len(indicators) // columns)
    figure = new_figure(180, rows * (20 + 6 * len(names)))
    panels = figure.subplots(rows, columns, sharey=True, squeeze=False).ravel()
    pen = {"color": TEXT, "linewidth": 0.6}
    for column, (axes, indicator) in enumerate(zip(panels, indicators)):
        known = ~np.isnan(values[:, column])
        samples = [values[known & (types == t), column] for t in range(len(names))]
        boxes = axes.boxplot(
            samples,
            vert=False,
            widths=0.65,
            patch_artist=True,
            showfliers=len(types) <= _MOST_OUTLIERS,
            medianprops={"color": TEXT, "linewidth": 1.2},
            whiskerprops=pen,
            capprops=pen,
            flierprops={"marker": ".", "markersize": 2.5, "markeredgecolor": OUTLINE},
        )
        for number, box in zip(numbers, boxes["boxes"]):
            box.set(facecolor=type_colour(number), edgecolor=TEXT, linewidth=0.6)
        axes.set_yticks(range(1, len(names) + 1), names)
        axes.xaxis.set_major_locator(MaxNLocator(4))
        axes.set_title(indicator, fontsize=9, loc="left")
        axes.tick_params(labelsize=7)
        axes.spines[["top", "right"]].set_visible(False)
    panels[0].invert_yaxis()  # shared: the first type is on top in every panel
    for axes in panels[len(indicators) :]:
        axes.set_visible(False)
    return to_svg(
        figure,
        "Distributions of the indicators in each type",
        f"Box plots of {', '.join(indicators)} for {len(names)} types.",
    )
