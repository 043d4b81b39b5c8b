"""Which number of types: the diagnostics of each K, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..texts import listed, tr
from .noise import ROUNDING

_NOISE = 1.96  # standard errors


@dataclass(frozen=True)
class Diagnostics:
    """How well K types fit.

    Attributes:
        k: the number of types.
        inertia: sum of squared distances of the cities to their centres.
        silhouette: mean silhouette (Rousseeuw 1987), of a sample where there are many cities.
        silhouette_se: standard error of that sample's mean; 0 where all cities were measured.
        silhouette_q1: lower quartile of the cities' silhouettes.
        silhouette_median: their median.
        silhouette_q3: upper quartile.
        calinski_harabasz: Calinski & Harabasz (1974); NaN where each city is its own type or
            inertia is 0.
        davies_bouldin: Davies & Bouldin (1979); NaN where each city is its own type.
        stability: mean adjusted Rand index over subsamples.
        noise_silhouette: what cities without groups reach.
        gap: gap statistic (Tibshirani, Walther & Hastie 2001); NaN where inertia is 0.
        region_agreement: adjusted Rand index of types and regions; NaN where none are known.
    """

    k: int
    inertia: float
    silhouette: float
    silhouette_se: float
    silhouette_q1: float
    silhouette_median: float
    silhouette_q3: float
    calinski_harabasz: float
    davies_bouldin: float
    stability: float
    noise_silhouette: float
    gap: float
    region_agreement: float


def partition_checks(features: np.ndarray, labels: np.ndarray, inertia: float) -> dict[str, float]:
    """Calinski-Harabasz and Davies-Bouldin of a partition.

    NaN where each city is its own type, the former also where all cities equal their centres: it is
    a ratio to the within sum of squares, for 0 of which scikit-learn says 1.
    """
    from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score

    if labels.max() + 1 == len(labels):
        return {"calinski_harabasz": float("nan"), "davies_bouldin": float("nan")}
    apart = inertia > ROUNDING * ((features - features.mean(axis=0)) ** 2).sum()
    harabasz = float(calinski_harabasz_score(features, labels)) if apart else float("nan")
    return {
        "calinski_harabasz": harabasz,
        "davies_bouldin": float(davies_bouldin_score(features, labels)),
    }


def is_weak(silhouette: float, noise_silhouette: float) -> bool:
    """Whether types show no more structure than those of cities without any groups."""
    return silhouette <= noise_silhouette


def choose(diagnostics: Sequence[Diagnostics], measured: np.ndarray) -> tuple[int, str, list[str]]:
    """The K with the highest mean silhouette, of equal ones the smallest.

    Another K is within noise of it where the mean difference of the cities' silhouettes is below
    1.96 times its standard error.

    Args:
        diagnostics: one for each K.
        measured: silhouettes of the same m cities for each K, shape (number of K, m).

    Returns:
        Position of the chosen K, the reason in one sentence, and warnings.
    """
    means = np.round([entry.silhouette for entry in diagnostics], 12)
    best = int(means.argmax())
    winner = diagnostics[best]
    warnings = []
    if is_weak(winner.silhouette, winner.noise_silhouette):
        warnings.append(
            tr(
                "The structure is weak: the mean silhouette of {silhouette:.3f} is not above the "
                "{noise:.3f} that cities without any groups reach, so the types are parts of a "
                "continuum rather than groups apart."
            ).format(silhouette=winner.silhouette, noise=winner.noise_silhouette)
        )
    if len(diagnostics) == 1:
        reason = tr(
            "K = {k} was set; its mean silhouette is {silhouette:.3f} (without groups up to "
            "{noise:.3f})."
        ).format(k=winner.k, silhouette=winner.silhouette, noise=winner.noise_silhouette)
        return best, reason, warnings
    others = [i for i in range(len(means)) if i != best]
    second = diagnostics[max(others, key=lambda i: means[i])]
    reason = tr(
        "K = {k} has the highest mean silhouette ({silhouette:.3f}; without groups up to "
        "{noise:.3f}) of the values from {least} to {most}; next is K = {second} ({next:.3f})."
    ).format(
        k=winner.k,
        silhouette=winner.silhouette,
        noise=winner.noise_silhouette,
        least=diagnostics[0].k,
        most=diagnostics[-1].k,
        second=second.k,
        next=second.silhouette,
    )
    close = [diagnostics[i].k for i in others if _within_noise(measured[best] - measured[i])]
    if close:
        warnings.append(
            tr(
                "K = {k} is within noise of K = {others}: the silhouettes alone do not decide "
                "between them, so weigh stability and meaning too."
            ).format(k=winner.k, others=listed(map(str, close)))
        )
    return best, reason, warnings


def _within_noise(differences: np.ndarray) -> bool:
    error = differences.std(ddof=1) / np.sqrt(len(differences))
    return bool(differences.mean() <= _NOISE * error)
