"""Many tests at once: p-values that say how many of those called significant are false."""

from __future__ import annotations

import numpy as np

LEVEL = 0.05  # below it a p-value is called significant


def fdr(p_values: np.ndarray) -> np.ndarray:
    """P-values adjusted for the false discovery rate.

    Where all tests with an adjusted p-value of at most q are called significant, at most the share
    q of them is expected to be false. The i-th smallest of m p-values becomes the least of
    p_j m / j over all j >= i (Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B
    57, 289-300).

    Args:
        p_values: 0 to 1, NaN where there was no test, any shape; all of them are one family.

    Returns:
        The same shape; NaN stays NaN and counts for nothing.

    Examples:
        The 15 p-values of Benjamini & Hochberg's own example (section 3.1), of which they reject
        four at 0.05:

        >>> p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        ...      0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
        >>> fdr(np.array(p))[:5].round(5).tolist()
        [0.0015, 0.003, 0.0095, 0.03562, 0.0603]
    """
    p_values = np.asarray(p_values, dtype=float)
    adjusted = np.full(p_values.shape, np.nan)
    tested = ~np.isnan(p_values)
    p = p_values[tested]
    order = np.argsort(p)
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    result = np.empty(len(p))
    result[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    adjusted[tested] = result
    return adjusted
