"""Whether types are regions in disguise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..texts import tr

MOSTLY = 0.8  # of a type's cities


def region_agreement(labels: np.ndarray, regions: Sequence[str | None] | None) -> float:
    """Adjusted Rand index (Hubert & Arabie 1985) of types and regions.

    Args:
        labels: the types, shape (n,).
        regions: of the cities, None outside any; these do not count.

    Returns:
        1 where types are regions, 0 where they agree no more than by chance; NaN where fewer than
        two regions are known.

    Examples:
        The example of scikit-learn's manual, 0.57:

        >>> round(region_agreement(np.array([0, 0, 1, 2]), ["N", "N", "S", "S"]), 2)
        0.57
    """
    from sklearn.metrics import adjusted_rand_score

    known = [i for i, region in enumerate(regions or []) if region is not None]
    names = [(regions or [])[i] for i in known]
    if len(set(names)) < 2:
        return float("nan")
    return float(adjusted_rand_score(names, labels[known]))


def mostly_one_region(types: np.ndarray, regions: Sequence[str | None] | None) -> list[str]:
    """One sentence for each type of which 80 % or more lies in one of several regions.

    Args:
        types: 1 to k, shape (n,).
        regions: of the cities, None outside any.
    """
    if regions is None or len(set(regions) - {None}) < 2:
        return []
    names = np.array([region or "" for region in regions], dtype=object)
    sentences = []
    for number in range(1, int(types.max()) + 1):
        own = names[types == number]
        values, counts = np.unique(own, return_counts=True)
        most = int(counts.argmax())
        if values[most] != "" and len(own) > 1 and counts[most] >= MOSTLY * len(own):
            sentences.append(
                tr(
                    "Type {number} is mostly a region: {count} of its {cities} cities lie in "
                    "{region}, so it may say more about that region's core than about a role."
                ).format(number=number, count=counts[most], cities=len(own), region=values[most])
            )
    return sentences
