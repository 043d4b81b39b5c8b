"""Memory of a worker, used again and again."""

from __future__ import annotations

import numpy as np


class Scratch:
    """Memory that is used again for every window: fetching new memory takes longer than sums."""

    def __init__(self) -> None:
        self._held: dict[str, np.ndarray] = {}

    def get(self, name: str, size: int, dtype: type = np.float64) -> np.ndarray:
        """An array of the given size with whatever it held before, at first zeros."""
        held = self._held.get(name)
        if held is None or len(held) < size or held.dtype != dtype:
            held = self._held[name] = np.zeros(size, dtype)
        return held[:size]
