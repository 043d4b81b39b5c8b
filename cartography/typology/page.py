"""The report on city types."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...measures.texts import listed, tr
from ...measures.typology.find import CityTypes
from ...measures.words import shown
from ..page import Page
from .charts import box_chart, choice_chart, profile_chart, silhouette_chart

_MOST_LISTED = 1000  # cities listed one by one
METHOD = (
    "K-means (Lloyd 1982) by scikit-learn from k-means++ starts (Arthur & Vassilvitskii 2007), the "
    "best improved by random swaps (Fränti 2018); Ward's method (Ward 1963, Journal of the "
    "American Statistical Association 58, 236-244), for connected types on the graph of "
    "neighbours, improved at the borders. Silhouette: Rousseeuw (1987, Journal of Computational "
    "and Applied Mathematics 20, 53-65). Without groups: the silhouette that 58 of 60 draws of "
    "cities of one population stay below at their K, with a single peak in each feature and the "
    "same spread and rank correlation. Gap statistic: Tibshirani, Walther & Hastie (2001, Journal "
    "of the Royal Statistical Society B 63, 411-423). Calinski-Harabasz: Caliński & Harabasz "
    "(1974). Davies-Bouldin: Davies & Bouldin (1979). Stability: mean adjusted Rand index (Hubert "
    "& Arabie 1985) between the types of all cities and those of 20 random parts of 80% of them; "
    "membership: a city's share of 100 such parts in which it stays in its type. Agreement with "
    "regions: adjusted Rand index. The use of sector differences to the core follows Du, Cardoso & "
    "Rocco (2025, Habitat International 166, 103619)."
)


def types_page(
    found: CityTypes,
    type_names: Sequence[str],
    features: Sequence[str],
    values: np.ndarray,
    z_scores: np.ndarray,
    labels: Sequence[str],
    picture: str | None,
    at_core: float | None,
) -> Page:
    """Why this number of types, what marks each, and its cities.

    Args:
        found: the types of n cities.
        type_names: of the k types.
        features: names of the f features.
        values: the features, shape (n, f).
        z_scores: of the types, shape (k, f).
        labels: names of the cities.
        picture: a map, where there is one.
        at_core: what the features are for a city like its core, None where they know none.
    """
    words = [f"{number} {shown(name)}" for number, name in enumerate(type_names, start=1)]
    page = Page(
        tr("City types"),
        tr("{count} cities in {chosen} types").format(count=len(labels), chosen=found.chosen),
    )
    page.paragraph(found.reason)
    for warning in found.warnings:
        page.note(warning)
    if picture is not None:
        page.figure(picture, tr("The cities by type; colours as in the charts below."))
    page.heading(tr("What marks each type"))
    page.paragraph(
        tr(
            "The names are suggestions from what stands out most in each profile, in the "
            "words of the role vocabulary, and never of a sector in which most of a type's "
            "cities are below their core. Read the profile before using a name."
        )
    )
    page.figure(
        profile_chart(z_scores, words, features),
        tr(
            "Mean of each feature in each type, in standard deviations from the mean of all cities."
        ),
    )
    caption = tr("Each type's cities: box = middle half, line = median.")
    if at_core is not None:
        caption += " " + tr(
            "{at_core:g} = as the core; right of it, a larger share than the core's."
        ).format(at_core=at_core)
    page.figure(box_chart(values, found.types, words, features, at_core or 0.0), caption)
    _add_choice(page, found)
    page.heading(tr("How well each city fits its type"))
    page.figure(
        silhouette_chart(found.types, found.silhouettes, words),
        tr("One bar for each city. Cities below 0 lie nearer to another type."),
    )
    _add_cities(page, found, words, labels)
    page.heading(tr("Method"))
    page.paragraph(tr(METHOD))
    return page


def _add_choice(page: Page, found: CityTypes) -> None:
    page.heading(tr("Why this number of types"))
    if len(found.diagnostics) > 1:
        page.figure(
            choice_chart(found.diagnostics, found.chosen),
            tr("Measures of each number of types; the large dot is the one chosen."),
        )
    columns = {
        tr("Silhouette"): "silhouette",
        tr("Standard error"): "silhouette_se",
        tr("Without groups"): "noise_silhouette",
        tr("Gap"): "gap",
        tr("Calinski-Harabasz"): "calinski_harabasz",
        tr("Davies-Bouldin"): "davies_bouldin",
        tr("Stability"): "stability",
        tr("Agreement with regions"): "region_agreement",
        tr("Inertia"): "inertia",
    }
    if all(np.isnan(entry.region_agreement) for entry in found.diagnostics):
        del columns[tr("Agreement with regions")]
    if not any(entry.silhouette_se for entry in found.diagnostics):
        del columns[tr("Standard error")]
    rows: list[list[object]] = []
    for entry in found.diagnostics:
        words = tr("{k} (chosen)").format(k=entry.k) if entry.k == found.chosen else str(entry.k)
        rows.append([words, *(getattr(entry, name) for name in columns.values())])
    page.table(["K", *columns], rows)


def _add_cities(page: Page, found: CityTypes, words: Sequence[str], labels: Sequence[str]) -> None:
    page.heading(tr("The cities of each type"))
    page.paragraph(
        tr(
            "From the city that fits best to the one that fits worst. Borderline cities, "
            "with a silhouette below 0, are marked with * and lie nearer to another type. "
            "Membership is the mean share of random parts of the cities in which a city "
            "stays in its type."
        )
    )
    rows = []
    for number, name in enumerate(words, start=1):
        members = np.flatnonzero(found.types == number)
        members = members[np.argsort(-found.silhouettes[members], kind="stable")]
        shown = [f"{labels[i]}{'*' if found.silhouettes[i] < 0 else ''}" for i in members]
        if len(labels) > _MOST_LISTED:
            shown = [*shown[:20], "…"]
        below = int((found.silhouettes[members] < 0).sum())
        known = found.membership[members][~np.isnan(found.membership[members])]
        stays = f"{known.mean():.0%}" if len(known) else "–"
        rows.append([name, len(members), below, stays, listed(shown)])
    page.table(["Type", "Cities", "Borderline", "Membership", "Names"], rows)
