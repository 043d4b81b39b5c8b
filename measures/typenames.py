"""Names suggested for types from what stands out in their profiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

STANDS_OUT = 0.5  # standard deviations above the mean of all cities


@dataclass(frozen=True)
class RoleVocabulary:
    """Words for what stands out.

    Attributes:
        roles: role and its keywords; the first with a keyword in a feature's name counts.
        balanced: the name of a type in which nothing stands out.
    """

    roles: Sequence[tuple[str, Sequence[str]]]
    balanced: str

    def role_of(self, feature: str) -> str:
        """The feature's role; 'high <feature>' where the vocabulary has none."""
        lowered = feature.casefold()
        for role, keywords in self.roles:
            if any(keyword.casefold() in lowered for keyword in keywords):
                return role
        return f"high {plain(feature)}"


def plain(feature: str) -> str:
    """A feature's name in words: 'd_emp_mining' is 'emp mining'."""
    stem = feature[2:] if feature.startswith("d_") else feature
    return stem.replace("_", " ")


def suggest_names(
    z_scores: np.ndarray, features: Sequence[str], vocabulary: RoleVocabulary
) -> list[str]:
    """One name for each type, no two the same.

    A type gets the role of the feature with its highest z-score, or `balanced` where none is above
    0.5. Of types with the same role the one in which it is most pronounced keeps the plain name;
    the others add the next role that stands out, then a sector they have little of, and at last
    their number.

    Args:
        z_scores: mean of each type against all cities, shape (k, f), NaN for constant features.
        features: names of the f features.
        vocabulary: the words.
    """
    z = np.where(np.isnan(z_scores), 0.0, z_scores)
    roles = [vocabulary.role_of(feature) for feature in features]
    words = [_words(row, roles, features, vocabulary.balanced) for row in z]
    names = [""] * len(z)
    taken: set[str] = set()
    for number in sorted(range(len(z)), key=lambda t: (-z[t].max(), t)):
        first, *more = words[number]
        candidates = [first, *(f"{first}, {word}" for word in more)]
        free = [name for name in candidates if name not in taken]
        names[number] = free[0] if free else f"{first}, type {number + 1}"
        taken.add(names[number])
    return names


def _words(
    z: np.ndarray, roles: Sequence[str], features: Sequence[str], balanced: str
) -> list[str]:
    """The main word of a type, then what may tell it from others of the same main word."""
    falling = np.argsort(-z, kind="stable")
    standing_out = list(dict.fromkeys(roles[f] for f in falling if z[f] > STANDS_OUT))
    main = standing_out[0] if standing_out else balanced
    also = [f"also {role}" for role in standing_out[1:]]
    little = [f"little {plain(features[f])}" for f in falling[::-1] if z[f] < -STANDS_OUT]
    return [main, *also, *little]
