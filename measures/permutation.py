"""How often chance alone makes a region as uneven: permutations of its cities' roles."""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np

# Theil values this close count as equal: the same roles summed in another order differ by rounding.
_TOLERANCE = 1e-12
_VALUES_AT_ONCE = 5_000_000  # keeps a chunk of assignments below some 100 MB


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
    observed = _theil_between(is_core[None, :].astype(float), shares)[0]
    exact = comb(n, cores) <= permutations
    rng = np.random.Generator(np.random.PCG64(seed))
    total = comb(n, cores) if exact else permutations
    chunk = max(1, _VALUES_AT_ONCE // n)
    subsets = combinations(range(n), cores)
    hits = 0
    for start in range(0, total, chunk):
        rows = min(chunk, total - start)
        roles = np.zeros((rows, n))
        if exact:
            chosen = np.array([next(subsets) for _ in range(rows)])
            np.put_along_axis(roles, chosen, 1.0, axis=1)
        else:
            roles[:, :cores] = 1.0
            rng.permuted(roles, axis=1, out=roles)
        hits += int(np.sum(_theil_between(roles, shares) >= observed - _TOLERANCE))
    return hits / total if exact else (hits + 1) / (total + 1)


def _theil_between(roles: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Between-group Theil of each row of roles; `shares` of weight and of amount, shape (n, 2)."""
    p, s = (roles @ shares).T
    # Rounding can leave a share of all a hair above 1.
    s = np.clip(s, 0.0, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        core = np.where(s > 0, s * np.log(s / p), 0.0)
        secondary = np.where(s < 1, (1 - s) * np.log((1 - s) / (1 - p)), 0.0)
    return core + secondary
