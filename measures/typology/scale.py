"""Features brought to one scale."""

from __future__ import annotations

import numpy as np

from ..numerics import standard_deviation

Z_SCORES, ZERO_TO_ONE, AS_GIVEN = range(3)


def scaled(features: np.ndarray, scale: int) -> np.ndarray:
    """The features as Z_SCORES, from ZERO_TO_ONE (smallest to largest value) or AS_GIVEN.

    Args:
        features: shape (n, f), complete; a constant feature becomes 0 where it is scaled.
        scale: one of the three.
    """
    if scale == Z_SCORES:
        return standardised(features)
    if scale == ZERO_TO_ONE:
        width = np.ptp(features, axis=0)
        return (features - features.min(axis=0)) / np.where(width > 0, width, 1.0)
    return features


def standardised(features: np.ndarray) -> np.ndarray:
    """Each feature with mean 0 and population standard deviation 1; a constant one becomes 0.

    Args:
        features: shape (n, f), complete.
    """
    deviation = standard_deviation(features)
    # The mean of equal numbers may differ from them in its last bit: compare, do not subtract.
    constant = np.ptp(features, axis=0) == 0
    centred = np.where(constant, 0.0, features - features.mean(axis=0))
    return centred / np.where(constant, 1.0, deviation)


def type_means(features: np.ndarray, types: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means of each type and their z-scores.

    Args:
        features: shape (n, f), complete.
        types: 1 to k, shape (n,).

    Returns:
        Means, shape (k, f), and (mean - mean of all cities) / population standard deviation of
        all cities, shape (k, f), NaN for a constant feature.
    """
    means = np.array([features[types == t].mean(axis=0) for t in range(1, types.max() + 1)])
    constant = np.ptp(features, axis=0) == 0
    deviation = np.where(constant, np.nan, standard_deviation(features))
    return means, (means - features.mean(axis=0)) / deviation
