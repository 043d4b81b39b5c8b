"""Where inequality lies: between regions, between roles inside them, or inside the roles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..inequality import theil_decomposition


@dataclass(frozen=True)
class NestedTheil:
    """Theil index and its three parts, which sum to it; NaN where all values are zero."""

    total: float
    between_regions: float
    between_roles: float
    within_roles: float


def nested_theil(
    values: np.ndarray,
    regions: np.ndarray,
    is_core: np.ndarray,
    weights: np.ndarray | None = None,
) -> NestedTheil:
    """Decompose Theil's index over regions and, inside them, over core and secondary cities.

    Because T is additive, the index between all region-role groups is the index between regions
    plus that between the roles inside each region (Theil 1967, ch. 4; Akita 2003, Annals of
    Regional Science 37, 55-77).

    Args:
        values: shape (n,), zero or more.
        regions: shape (n,), integer codes from 0.
        is_core: shape (n,).
        weights: shape (n,), above zero; each city counts once without it.

    Raises:
        InputError: a value is negative or not finite, or a weight is not above zero.
    """
    of_regions = theil_decomposition(values, regions, weights)
    of_roles = theil_decomposition(values, 2 * regions + is_core, weights)
    return NestedTheil(
        of_roles.total,
        of_regions.between,
        of_roles.between - of_regions.between,
        of_roles.within,
    )
