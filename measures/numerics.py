"""Formulas that keep their digits where floating-point numbers come to their limits."""

from __future__ import annotations

import numpy as np

_SMALL = 0.05  # where the series is more exact than the logarithm
_SERIES = [(-1) ** k / (k * (k - 1)) for k in range(13, 1, -1)]  # for np.polyval


def magnitude(values: np.ndarray) -> np.ndarray:
    """The exponent e for which each column's largest is between 0.5 and 1 times 2^e.

    Args:
        values: shape (n,) or (n, columns), zero or more and finite.

    Returns:
        Shape () or (columns,), integers; 0 for a column of zeros.
    """
    return np.frexp(values.max(axis=0))[1]


def rescaled(values: np.ndarray) -> np.ndarray:
    """The values in the unit 2^`magnitude(values)`, in which nothing overflows.

    This is exact, so that a measure without unit stays the same to the last bit.

    Args:
        values: shape (n,) or (n, columns), zero or more and finite; a column of zeros stays.
    """
    return np.ldexp(values, -magnitude(values))


def standard_deviation(values: np.ndarray) -> np.ndarray:
    """Standard deviation of a population, of each column, whose squares never underflow.

    Args:
        values: shape (n,) or (n, columns), finite.

    Examples:
        >>> float(standard_deviation(np.array([3e-200, 1e-200])) / 1e-200)
        1.0
    """
    exponent = magnitude(np.abs(values))
    return np.ldexp(np.ldexp(values, -exponent).std(axis=0), exponent)


def entropy_excess(u: np.ndarray) -> np.ndarray:
    """(1+u) ln(1+u) - u, elementwise; never negative, and exact where u is small.

    The Theil index of values x with mean mu is the mean of this at u = (x - mu) / mu: the parts
    that it leaves out sum to zero, but would leave their rounding where values are nearly equal.

    Args:
        u: -1 and more; rounding can leave a hair less.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        result = np.asarray((1 + u) * np.log1p(u) - u)
    result[u <= -1] = 1.0
    small = np.abs(u) < _SMALL
    near = u[small]
    if len(near):
        result[small] = near * near * np.polyval(_SERIES, near)
    return result
