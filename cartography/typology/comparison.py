"""The report on types compared by indicators."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...measures.texts import listed, tr
from ...measures.typology.comparison import Effect, Pair
from ..charts import chart, new_figure, to_svg
from ..page import Page
from ..palette import OUTLINE, TEXT
from .charts import profile_chart, type_colour
from .radar import can_draw, radar_chart

_DIFFERENT = 0.05
_MOST_PAIRS = 200  # rows of the table of pairs
_MOST_OUTLIERS = 3000  # cities above which outliers are not drawn one by one


def comparison_page(
    names: Sequence[str],
    numbers: Sequence[int],
    types: np.ndarray,
    indicators: Sequence[str],
    values: np.ndarray,
    z_scores: np.ndarray,
    effects: Sequence[Effect],
    pairs: Sequence[Sequence[Pair]],
) -> Page:
    """Profiles, distributions and the test of each indicator.

    Args:
        names: of the k types.
        numbers: of the k types, for their colours.
        types: positions in `names`, shape (n,).
        indicators: names of the m indicators.
        values: shape (n, m), NaN where missing.
        z_scores: shape (k, m).
        effects: test and effect size of each indicator.
        pairs: of each indicator, the types two by two.
    """
    page = Page(
        tr("City types compared"),
        tr("{count} cities of {count_2} types").format(count=len(types), count_2=len(names)),
    )
    page.heading(tr("Do the types differ?"))
    page.table(
        [
            *("Indicator", "Cities", "Kruskal-Wallis p", "Epsilon squared"),
            *("Highest mean", "Lowest mean"),
        ],
        [
            [
                indicator,
                int((~np.isnan(values[:, column])).sum()),
                effect.p_value,
                effect.epsilon2,
                *_extremes(names, z_scores[:, column]),
            ]
            for column, (indicator, effect) in enumerate(zip(indicators, effects))
        ],
    )
    page.note(
        tr(
            "A small p says that the types hardly have the same distribution of this "
            "indicator; it does not say which differ, nor why. Epsilon squared says how much "
            "of the ranks the types explain, 0 to 1. The test is rough for types of fewer "
            "than five cities, and among many indicators some p are small by chance. "
            "Indicators by which the types were made differ by construction: their p proves "
            "nothing."
        )
    )
    _add_pairs(page, names, indicators, pairs)
    page.heading(tr("Means of the types"))
    page.figure(
        profile_chart(z_scores, names, indicators),
        tr(
            "Mean of each indicator in each type, in standard deviations from the mean of "
            "all cities."
        ),
    )
    if can_draw(len(indicators)):
        page.figure(
            radar_chart(z_scores, names, numbers, indicators),
            tr("The same as radar charts: outside the dashed ring above the mean of all cities."),
        )
    page.heading(tr("Distributions"))
    page.figure(
        _boxes(names, numbers, types, indicators, values),
        tr("Box = middle half of a type's cities, line = median, whiskers to 1.5 box lengths."),
    )
    page.heading(tr("Method"))
    page.paragraph(
        tr(
            "Kruskal & Wallis (1952), Use of ranks in one-criterion variance analysis, "
            "Journal of the American Statistical Association 47, 583-621; ranks corrected "
            "for ties, p from the chi-squared distribution. Epsilon squared: H / (n - 1), "
            "Tomczak & Tomczak (2014, Trends in Sport Sciences 21, 19-25). Pairs: Dunn "
            "(1964, Technometrics 6, 241-252), p adjusted over the pairs of an indicator by "
            "Holm (1979, Scandinavian Journal of Statistics 6, 65-70); their difference is "
            "that of the means. Quartiles interpolated linearly; z-scores with the "
            "population standard deviation of all cities."
        )
    )
    return page


def _add_pairs(
    page: Page, names: Sequence[str], indicators: Sequence[str], pairs: Sequence[Sequence[Pair]]
) -> None:
    """The pairs of types that differ, the most different first."""
    page.heading(tr("Which types differ?"))
    rows: list[list[object]] = [
        [indicator, names[pair.first], names[pair.second], pair.difference, pair.p_holm]
        for indicator, of_one in zip(indicators, pairs)
        # Chosen before they are sorted: NaN in a sort leaves the others in no order
        for pair in sorted((p for p in of_one if p.p_holm < _DIFFERENT), key=lambda p: p.p_holm)
    ]
    if not rows:
        page.paragraph(
            tr("No two types differ in any indicator by more than chance (p below 0.05).")
        )
        return
    page.table(["Indicator", "Type", "Compared with", "Difference", "p (Holm)"], rows[:_MOST_PAIRS])
    more = len(rows) - _MOST_PAIRS
    page.note(
        tr(
            "Pairs with p below 0.05 after Holm's correction over all pairs of the "
            "indicator. The difference is the mean of the type less that of the other."
        )
        + (tr(" {more} more are in the table of pairs.").format(more=more) if more > 0 else "")
    )


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
        tr("Distributions of the indicators in each type"),
        tr("Box plots of {names} for {count} types.").format(
            names=listed(indicators), count=len(names)
        ),
    )
