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

    def role_of(self, feature: str) -> str | None:
        """The feature's role, None where no keyword occurs in its name."""
        lowered = feature.casefold()
        for role, keywords in self.roles:
            if any(keyword.casefold() in lowered for keyword in keywords):
                return role
        return None


def plain_names(features: Sequence[str]) -> list[str]:
    """Names in words, without what all share: 'd_emp_mining', 'd_emp_retail': 'mining', 'retail'.

    Args:
        features: field names; a leading 'd_' (difference) is dropped too.
    """
    words = [name[2:].split("_") if name.startswith("d_") else name.split("_") for name in features]
    while len(words) > 1 and all(len(w) > 1 and w[0] == words[0][0] for w in words):
        words = [parts[1:] for parts in words]
    return [" ".join(parts) for parts in words]


def suggest_names(
    z_scores: np.ndarray, features: Sequence[str], vocabulary: RoleVocabulary
) -> list[str]:
    """One name for each type, no two the same.

    A type gets the role of the feature with its highest z-score ('high <feature>' where the
    vocabulary has no role for it), or `balanced` where none is above 0.5. Of types with the same
    role the one in which it is most pronounced keeps the plain name; the others add the next role
    that stands out, then a sector they have little of, and at last their number.

    Args:
        z_scores: mean of each type against all cities, shape (k, f), NaN for constant features.
        features: names of the f features.
        vocabulary: the words.
    """
    z = np.where(np.isnan(z_scores), 0.0, z_scores)
    short = plain_names(features)
    roles = [
        vocabulary.role_of(feature) or f"high {name}" for feature, name in zip(features, short)
    ]
    words = [_words(row, roles, short, vocabulary.balanced) for row in z]
    names = [""] * len(z)
    taken: set[str] = set()
    for number in sorted(range(len(z)), key=lambda t: (-z[t].max(), t)):
        first, *more = words[number]
        candidates = [first, *(f"{first}, {word}" for word in more)]
        free = [name for name in candidates if name not in taken]
        names[number] = free[0] if free else f"{first}, type {number + 1}"
        taken.add(names[number])
    return names


def _words(z: np.ndarray, roles: Sequence[str], names: Sequence[str], balanced: str) -> list[str]:
    """The main word of a type, then what may tell it from others of the same main word."""
    falling = np.argsort(-z, kind="stable")
    standing_out = list(dict.fromkeys(roles[f] for f in falling if z[f] > STANDS_OUT))
    main = standing_out[0] if standing_out else balanced
    also = [f"also {role}" for role in standing_out[1:]]
    little = [f"little {names[f]}" for f in falling[::-1] if z[f] < -STANDS_OUT]
    return [main, *also, *little]
