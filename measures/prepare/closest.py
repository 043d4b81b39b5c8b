"""The most similar of many names, without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np

# A character in more than one of so many candidates is counted over all of them.
_DENSE = 8  # speed only: the same counts, kept for all candidates or for those that have it
_BITS = 64  # longest key whose common subsequences fit one machine word


class Closest:
    """Finds the most similar candidate for many keys.

    Similarity: twice the characters in matching blocks over all characters (Ratcliff & Metzener
    1988, as in `difflib`). Two upper bounds leave few candidates to compare: the characters
    shared in any order, and the longest common subsequence (bit-parallel, Hyyrö 2004,
    Australasian Workshop on Combinatorial Algorithms), since matching blocks keep their order.
    """

    def __init__(self, candidates: Sequence[str]) -> None:
        self._candidates = candidates
        self._lengths = np.array([len(c) for c in candidates], dtype=np.int32)
        numbers: dict[str, int] = {}
        self._codes = np.zeros((len(candidates), int(self._lengths.max(initial=0))), np.int32)
        places: dict[str, tuple[list[int], list[int]]] = {}
        for position, candidate in enumerate(candidates):
            for place, character in enumerate(candidate):
                self._codes[position, place] = numbers.setdefault(character, len(numbers) + 1)
            for character, count in Counter(candidate).items():
                found, counts = places.setdefault(character, ([], []))
                found.append(position)
                counts.append(count)
        self._numbers = numbers
        self._counts: dict[str, tuple[np.ndarray | None, np.ndarray]] = {}
        for character, (found, counts) in places.items():
            where, often = np.array(found), np.array(counts, dtype=np.int16)
            if len(found) * _DENSE > len(candidates):
                dense = np.zeros(len(candidates), dtype=np.int16)
                dense[where] = often
                self._counts[character] = (None, dense)
            else:
                self._counts[character] = (where, often)

    def find(self, key: str) -> tuple[int, float] | None:
        """Position and similarity, 0 to 1, of the first most similar; None without candidates."""
        if not self._candidates:
            return None
        bounds = self._bounds(key)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(key)  # the side whose index is kept
        best, similarity = 0, 0.0
        while True:
            level = bounds.max()
            group = np.flatnonzero(bounds == level)  # in rising order
            if level == 0 or not _may_beat(level, group[0], similarity, best):
                return best, similarity
            bounds[group] = 0
            closer = self._subsequence_bounds(key, group)
            for bound in np.unique(closer)[::-1]:
                if bound < similarity:
                    break
                for position in group[closer == bound].tolist():
                    if not _may_beat(bound, position, similarity, best):
                        break
                    matcher.set_seq1(self._candidates[position])
                    ratio = matcher.ratio()
                    if _may_beat(ratio, position, similarity, best):
                        best, similarity = position, ratio

    def _bounds(self, key: str) -> np.ndarray:
        """Twice the shared characters over all characters, shape (candidates,)."""
        shared = np.zeros(len(self._candidates), dtype=np.int16)
        for character, count in Counter(key).items():
            where, often = self._counts.get(character, (None, None))
            if often is None:
                continue
            if where is None:
                shared += np.minimum(often, np.int16(count))
            else:
                shared[where] += np.minimum(often, np.int16(count))
        return 2.0 * shared / np.maximum(self._lengths + len(key), 1)

    def _subsequence_bounds(self, key: str, group: np.ndarray) -> np.ndarray:
        """Twice the longest common subsequence over all characters, shape of `group`."""
        lengths = self._lengths[group]
        if len(key) > _BITS:
            longest = lengths.astype(np.int64)
        else:
            masks = np.zeros(len(self._numbers) + 1, dtype=np.uint64)
            for place, character in enumerate(key):
                number = self._numbers.get(character)
                if number is not None:
                    masks[number] |= np.uint64(1 << place)
            state = np.full(len(group), np.iinfo(np.uint64).max, dtype=np.uint64)
            for place in range(int(lengths.max())):
                hits = state & masks[self._codes[group, place]]
                state = (state + hits) | (state - hits)
            bits = np.unpackbits((~state).view(np.uint8).reshape(len(group), 8), axis=1)
            # Beyond the key's last character the state keeps its ones.
            longest = bits.sum(axis=1, dtype=np.int64)
        return 2.0 * longest / np.maximum(lengths + len(key), 1)


def _may_beat(bound: float, position: int, similarity: float, best: int) -> bool:
    """Whether a candidate comes before the best so far: more similar, or as similar and earlier."""
    return bound > similarity or (bound == similarity and position < best)


def closest(key: str, candidates: Sequence[str]) -> tuple[int, float] | None:
    """Position and similarity of the most similar candidate; for many keys see `Closest`."""
    return Closest(candidates).find(key)
