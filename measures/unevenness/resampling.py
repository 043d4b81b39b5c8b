"""What permutation tests and the bootstrap share: chunks, random numbers, Theil of many samples."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

# Theil values this close are equal: the same cities in another order differ by rounding.
TOLERANCE = 1e-12
_VALUES_AT_ONCE = 5_000_000  # keeps a chunk of samples below some 100 MB


def generator(seed: int) -> np.random.Generator:
    """Random numbers that are the same on every machine for the same seed."""
    return np.random.Generator(np.random.PCG64(seed))


def chunks(samples: int, size: int) -> Iterator[int]:
    """Numbers of samples to work on at once, `size` values each; they sum to `samples`."""
    most = max(1, _VALUES_AT_ONCE // size)
    for start in range(0, samples, most):
        yield min(most, samples - start)


def theil_between(p: np.ndarray, s: np.ndarray) -> np.ndarray:
    """Between-group Theil index of two groups, elementwise.

    T_b = s ln(s/p) + (1-s) ln((1-s)/(1-p)) (Theil 1967); NaN where a group has no members.

    Args:
        p: the cores' share of the members (or weights).
        s: the cores' share of the sum.
    """
    s = np.clip(s, 0.0, 1.0)  # rounding can leave a share of all a hair above 1
    defined = (p > 0) & (p < 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        core = np.where(s > 0, s * np.log(s / p), 0.0)
        secondary = np.where(s < 1, (1 - s) * np.log((1 - s) / (1 - p)), 0.0)
    return np.where(defined, core + secondary, np.nan)
