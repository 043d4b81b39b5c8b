"""What cities without groups would give: noise with the spread and correlation of the real ones.

Sources:
    Liu, Y., Hayes, D. N., Nobel, A. & Marron, J. S. (2008) Statistical significance of clustering
        for high-dimension, low-sample size data. Journal of the American Statistical Association
        103, 1281-1293 (a partition against those of one unimodal population).
    Grenander, U. (1956) On the theory of mortality measurement II. Skandinavisk Aktuarietidskrift
        39, 125-153 (the monotone, and hence the unimodal, density of highest likelihood).
    Tibshirani, R., Walther, G. & Hastie, T. (2001) Estimating the number of clusters in a data set
        via the gap statistic. Journal of the Royal Statistical Society B 63, 411-423.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from .methods import Method, groups_of_each
from .silhouette import silhouettes

DRAWS = 59  # of noise
# Data without groups exceed all draws but one in 2 of 60 cases; the largest alone is erratic.
FROM_TOP = 2
GAP_DRAWS = 20
ROUNDING = 1e-20  # of all squares: cities equal to their centre but for the last bits
MOST = 500  # cities in a draw
_MODES = 25  # places tried for the mode
_TOGETHER = 20  # speed only: draws grouped at a time


def noise_silhouettes(
    features: np.ndarray,
    method: Method,
    ks: Sequence[int],
    seed: int,
    pause: Callable[[], None],
) -> np.ndarray:
    """The mean silhouette that noise reaches for each k, shape (number of ks,).

    Each of 59 draws has as many cities as the data (at most 500), every feature its closest
    distribution with a single peak, all of them the data's rank correlation, and is grouped as the
    data were; k is chosen for it by the highest silhouette, as for the data. The excess of a draw
    is its silhouette at that k less the mean of all draws, in their standard deviations; noise
    reaches mean + second largest excess x standard deviation. So data without groups stay below it
    at their chosen k in 58 of 60 cases, whatever the number of features, cities and ks.

    Args:
        features: shape (n, f), as they are grouped, in canonical order.
        method: how they are grouped.
        ks: numbers of groups.
        seed: of the draws.
        pause: stops the work by raising.
    """
    found = np.array(list(noise_draws(features, method, ks, seed, pause)))
    mean, deviation, excess = excesses(found)
    return np.asarray(mean + np.sort(excess)[-FROM_TOP] * deviation)


def noise_draws(
    features: np.ndarray,
    method: Method,
    ks: Sequence[int],
    seed: int,
    pause: Callable[[], None],
) -> Iterator[np.ndarray]:
    """The mean silhouettes of each draw for each k, shape (number of ks,); see above."""
    generator = np.random.RandomState(seed)
    features, method = _some(features, method, generator)
    noise = Noise(features)
    rows = np.arange(len(features))
    for first in range(0, DRAWS, _TOGETHER):
        seeds = range(first, min(first + _TOGETHER, DRAWS))
        drawn = [noise.draw(generator) for _ in seeds]
        grouped = groups_of_each(method, drawn, ks, seeds, pause)
        for values, partitions in zip(drawn, grouped):
            labels = [partition.labels for partition in partitions]
            yield silhouettes(values, labels, rows, pause).mean(axis=1)


def excesses(found: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean and standard deviation of the draws for each k, and each draw's excess at its own k.

    Args:
        found: silhouettes, shape (draws, number of ks).
    """
    mean, deviation = found.mean(axis=0), found.std(axis=0, ddof=1)
    chosen = found.argmax(axis=1)
    scale = np.where(deviation > 0, deviation, 1.0)
    return mean, deviation, ((found - mean) / scale)[np.arange(len(found)), chosen]


def gaps(
    features: np.ndarray,
    method: Method,
    inertias: Sequence[float],
    ks: Sequence[int],
    seed: int,
    pause: Callable[[], None],
) -> np.ndarray:
    """Gap statistic of each k, shape (number of ks,).

    The mean of ln W of 20 draws less ln W of the data, W the within sum of squares a city. The
    draws are uniform in the box along the data's principal components.

    Args:
        features: shape (n, f), as they are grouped, in canonical order.
        method: how they are grouped.
        inertias: within sum of squares of the data for each k.
        ks: numbers of groups.
        seed: of the draws.
        pause: stops the work by raising.

    Returns:
        NaN where the within sum of squares is 0 or the rounding of 0.
    """
    generator = np.random.RandomState(seed)
    n, centre = len(features), features.mean(axis=0)
    features, method = _some(features, method, generator)
    axes = np.linalg.svd(features - centre, full_matrices=False)[2]
    along = (features - centre) @ axes.T
    low, width = along.min(axis=0), np.ptp(along, axis=0)
    drawn = [(low + generator.random_sample(along.shape) * width) @ axes for _ in range(GAP_DRAWS)]
    grouped = groups_of_each(method, drawn, ks, range(GAP_DRAWS), pause)
    logs = np.array([_log([p.inertia / len(along) for p in found]) for found in grouped])
    total = float(((along - along.mean(axis=0)) ** 2).sum()) * n / len(along)
    own = [0.0 if inertia <= ROUNDING * total else inertia / n for inertia in inertias]
    return np.asarray(logs.mean(axis=0) - _log(own))


def _log(values: Sequence[float]) -> np.ndarray:
    """Natural logarithms, NaN of 0."""
    given = np.array(values, dtype=float)
    return np.log(np.where(given > 0, given, np.nan))


def _some(
    features: np.ndarray, method: Method, generator: np.random.RandomState
) -> tuple[np.ndarray, Method]:
    """At most 500 of the cities and how these are grouped."""
    if len(features) <= MOST:
        return features, method
    rows = np.sort(generator.permutation(len(features))[:MOST])
    return features[rows], method.of(rows)


class Noise:
    """Values of one population with the spread, skewness and correlation of the data.

    A Gaussian copula with the correlation of the data's normal scores; each feature has the
    density with a single peak that is likeliest for its values, with their extremes in every draw,
    scaled to their mean and population standard deviation.
    """

    def __init__(self, features: np.ndarray) -> None:
        from scipy.special import ndtri
        from scipy.stats import rankdata

        self._features = features
        self._varies = np.flatnonzero(np.ptp(features, axis=0) > 0)
        varying = features[:, self._varies]
        scores = ndtri((rankdata(varying, axis=0) - 0.5) / len(features))
        values, vectors = np.linalg.eigh(np.atleast_2d(np.corrcoef(scores, rowvar=False)))
        self._mix = vectors * np.sqrt(np.maximum(values, 0.0))
        self._curves = [single_peak(column) for column in varying.T]

    def draw(self, generator: np.random.RandomState) -> np.ndarray:
        """As many cities as the data have, in canonical order, shape (n, f)."""
        from scipy.special import ndtr

        normal = generator.standard_normal((len(self._features), len(self._varies)))
        places = ndtr(normal @ self._mix.T)
        # Every draw has the extremes of the data: far cities alone make high silhouettes.
        places = (places - places.min(axis=0)) / np.ptp(places, axis=0)
        drawn = self._features.copy()
        for place, column, (values, reached) in zip(places.T, self._varies, self._curves):
            own = self._features[:, column]
            found = np.interp(place, reached, values)
            drawn[:, column] = own.mean() + (found - found.mean()) * (own.std() / found.std())
        return drawn[np.lexsort(drawn.T[::-1])]


def single_peak(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The likeliest distribution with a single peak: where it reaches which probability.

    The density is constant between neighbouring values and rises up to its mode and falls after
    it (Grenander 1956); of 25 places for the mode the likeliest is taken.

    Args:
        values: shape (n,), not all equal.

    Returns:
        The distinct values, ascending, and the probabilities reached there, 0 to 1.
    """
    from sklearn.isotonic import isotonic_regression

    places, counts = np.unique(values, return_counts=True)
    # A value's weight lies half below and half above it; repeated ones at the ends all inside.
    mass = (counts[:-1] + counts[1:]) / 2
    mass[0] += (counts[0] - 1) / 2
    mass[-1] += (counts[-1] - 1) / 2
    mass /= mass.sum()
    width = np.diff(places)
    density = mass / width
    modes = np.unique(np.linspace(0, len(width) - 1, min(len(width), _MODES)).astype(int))
    best, likelihood = density, -np.inf
    for mode in modes:
        falls = isotonic_regression(density[mode:], sample_weight=width[mode:], increasing=False)
        rises = isotonic_regression(density[:mode], sample_weight=width[:mode]) if mode else []
        shape = np.concatenate([rises, falls])
        if (found := float((mass * np.log(shape)).sum())) > likelihood:
            best, likelihood = shape, found
    reached = np.concatenate([[0.0], np.cumsum(best * width)])
    return places, reached / reached[-1]
