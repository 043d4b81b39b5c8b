"""Names of changes of core-secondary unevenness."""

from __future__ import annotations

import numpy as np

WIDENING, NARROWING, STABLE, REVERSED = "widening", "narrowing", "stable", "reversed"
_EQUAL = 1e-12  # means this close, relative to them, are equal: they differ by rounding


def direction(change: float, stable: float, ratio_from: float, ratio_to: float) -> str | None:
    """Name of a change of the between-group Theil; None where the change is unknown.

    Args:
        change: last year less first year.
        stable: changes up to this size, either way, are `stable`.
        ratio_from: the cores' mean over the secondary cities' in the first year.
        ratio_to: the same in the last year. Where the richer side changes, that is what happened:
            the index does not tell the sides apart, so that its change says little.

    Examples:
        >>> direction(0.002, 0.001, ratio_from=1.5, ratio_to=1.6)
        'widening'
        >>> direction(0.0004, 0.001, ratio_from=1.21, ratio_to=0.80)
        'reversed'
    """
    if np.isnan(change):
        return None
    first, last = ratio_from - 1, ratio_to - 1
    if first * last < 0 and min(abs(first), abs(last)) > _EQUAL:
        return REVERSED
    if abs(change) <= stable:
        return STABLE
    return WIDENING if change > 0 else NARROWING
