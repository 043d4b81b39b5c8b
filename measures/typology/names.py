"""Names suggested for types from what stands out in their profiles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
        for role, _ in self.roles:  # sectors summed into a role are called by it
            if lowered.removeprefix("d_") == role.casefold():
                return role
        for role, keywords in self.roles:
            if any(keyword.casefold() in lowered for keyword in keywords):
                return role
        return None


def in_natural_order(names: Iterable[str]) -> list[str]:
    """Each name once, as a reader sorts them: type 2 before type 10.

    >>> in_natural_order(["type 10", "type 2", "type 10"])
    ['type 2', 'type 10']
    """

    def key(name: str) -> list[tuple[bool, int, str]]:
        parts = re.split(r"([0-9]+)", name)
        return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]

    return sorted(set(names), key=key)


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
    z_scores: np.ndarray,
    features: Sequence[str],
    vocabulary: RoleVocabulary,
    below_core: np.ndarray | None = None,
) -> list[str]:
    """One name for each type, no two the same.

    A type's strength is a feature with a z-score above 0.5 in which at most half of its cities are
    below their core. It gets the role of its strength with the highest z-score ('high <feature>'
    where the vocabulary has no role for it), or `balanced` where it has none. Of types with the
    same role the one in which it is most pronounced keeps the plain name; the others add the next
    role that is a strength, then a sector they have little of (a z-score below -0.5, and at least
    half of the cities below their core), and at last their number.

    Args:
        z_scores: mean of each type against all cities, shape (k, f), NaN for constant features.
        features: names of the f features.
        vocabulary: the words.
        below_core: share of a type's cities below their core, shape (k, f), NaN for features that
            know no core; None where none does.
    """
    z = np.where(np.isnan(z_scores), 0.0, z_scores)
    below = np.full(z.shape, np.nan) if below_core is None else below_core
    strong = (z > STANDS_OUT) & ~(below > 0.5)
    little = (z < -STANDS_OUT) & ~(below < 0.5)
    short = plain_names(features)
    roles = [
        vocabulary.role_of(feature) or f"high {name}" for feature, name in zip(features, short)
    ]
    words = []
    for scores, is_strong, is_little in zip(z, strong, little):
        falling = np.argsort(-scores, kind="stable")
        strengths = list(dict.fromkeys(roles[f] for f in falling if is_strong[f]))
        main = strengths[0] if strengths else vocabulary.balanced
        also = [f"also {role}" for role in strengths[1:]]
        words.append([main, *also, *(f"little {short[f]}" for f in falling[::-1] if is_little[f])])
    names = [""] * len(z)
    taken: set[str] = set()
    highest = np.where(strong, z, 0.0).max(axis=1)
    for number in sorted(range(len(z)), key=lambda t: (-highest[t], t)):
        first, *more = words[number]
        candidates = [first, *(f"{first}, {word}" for word in more)]
        free = [name for name in candidates if name not in taken]
        names[number] = free[0] if free else f"{first}, type {number + 1}"
        taken.add(names[number])
    return names


def shares_below_core(
    features: np.ndarray, types: np.ndarray, at_core: Sequence[float | None]
) -> np.ndarray:
    """Share of each type's cities below their core, shape (k, f).

    Args:
        features: shape (n, f), complete.
        types: 1 to k, shape (n,).
        at_core: what each feature is for a city like its core; None where it knows no core (NaN).
    """
    limits = np.array([np.nan if limit is None else limit for limit in at_core])
    below = np.where(np.isnan(limits), np.nan, features < limits)
    return np.array([below[types == t].mean(axis=0) for t in range(1, int(types.max()) + 1)])
