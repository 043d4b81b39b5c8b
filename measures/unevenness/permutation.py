"""How often chance alone makes a region as uneven: permutations of its cities' roles."""

from __future__ import annotations

from itertools import combinations, islice
from math import comb

import numpy as np

from .resampling import TOLERANCE, chunks, generator, theil_between


def role_permutation_p_value(
    values: np.ndarray,
    is_core: np.ndarray,
    weights: np.ndarray | None,
    permutations: int,
    seed: int,
) -> float:
    """Share of role assignments whose between-group Theil is at least the observed one.

    Every assignment has as many cores as observed; values and weights stay with their city. Where
    the possible assignments are no more than `permutations`, each is tried once and the p-value is
    exact; otherwise `permutations` are drawn at random and p = (hits + 1) / (permutations + 1)
    (Davison & Hinkley 1997, Bootstrap Methods and their Application, eq. 4.11).

    Args:
        values: shape (n,), zero or more.
        is_core: shape (n,).
        weights: shape (n,) or None for equal weights.
        permutations: how many to draw, above zero.
        seed: of the random numbers; the same seed gives the same p-value on every machine.

    Returns:
        The p-value; NaN without cores, without secondary cities or where all values are zero.
    """
    n, cores = len(values), int(is_core.sum())
    if cores in (0, n) or not values.any():
        return float("nan")
    w = np.ones(n) if weights is None else np.asarray(weights, dtype=float)
    shares = np.column_stack([w / w.sum(), w * values / (w @ values)])
    observed = theil_between(*(is_core.astype(float) @ shares))
    exact = comb(n, cores) <= permutations
    total = comb(n, cores) if exact else permutations
    subsets = combinations(range(n), cores)
    rng = generator(seed)
    hits = 0
    for rows in chunks(total, n):
        roles = np.zeros((rows, n))
        if exact:
            np.put_along_axis(roles, np.array(list(islice(subsets, rows))), 1.0, axis=1)
        else:
            roles[:, :cores] = 1.0
            rng.permuted(roles, axis=1, out=roles)
        hits += int(np.sum(theil_between(*(roles @ shares).T) >= observed - TOLERANCE))
    return hits / total if exact else (hits + 1) / (total + 1)
