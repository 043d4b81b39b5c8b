"""Which cells of Black Marble are good, from its own flags (docs/method/light-downloads.md)."""

from __future__ import annotations

import numpy as np

GOOD, GOOD_AND_POOR, ALL = range(3)

# Flags of good and of poor cells. Composites: from more than three observations, from up to three
# (2 is filled from other times). Days of collection 1: persistent and ephemeral light, poor.
_COMPOSITE = (frozenset({0}), frozenset({1}))
_DAY = {1: (frozenset({0, 1}), frozenset({2})), 2: (frozenset({0}), frozenset({1, 2, 3, 4, 5}))}
# Bits of QF_DNB of cells without a measurement: out of range, saturated, bow-tie deletion, missing,
# calibration failed, dead detector.
_FAILED = 2 | 4 | 256 | 512 | 1024 | 2048
_CLOUD_BITS, _PROBABLY_CLEAR = 6, 1  # of QF_Cloud_Mask


def accepted_flags(product: str, collection: str, quality: int, flags: np.ndarray) -> np.ndarray:
    """Cells of `Mandatory_Quality_Flag` or of a composite's `_Quality` that are wanted.

    Args:
        product: such as VNP46A4.
        collection: such as 001; the flags of days mean other things from collection 2 on.
        quality: `GOOD` or `GOOD_AND_POOR`.
        flags: whole numbers of any shape.

    Returns:
        True where the cell is wanted, in the shape of `flags`.
    """
    good, poor = _COMPOSITE
    if product.endswith("2"):
        good, poor = _DAY[2 if collection.lstrip("0")[:1] == "2" or collection >= "5200" else 1]
    return np.isin(flags, list(good if quality == GOOD else good | poor))


def accepted_raw(quality: int, dnb: np.ndarray | None, clouds: np.ndarray | None) -> np.ndarray:
    """Cells of VNP46A1 that are wanted.

    Good ones have no flag in `QF_DNB` and are confidently or probably clear of clouds; poor ones
    are measured, whatever the flag or the clouds.

    Args:
        quality: `GOOD` or `GOOD_AND_POOR`.
        dnb: `QF_DNB`, or None where the file has none.
        clouds: `QF_Cloud_Mask`, or None likewise; one of the two is there.
    """
    wanted = np.ones((), dtype=bool)
    if dnb is not None:
        wide = dnb.astype(np.int64)
        wanted = wide == 0 if quality == GOOD else (wide & _FAILED) == 0
    if clouds is not None and quality == GOOD:
        wanted = wanted & ((clouds >> _CLOUD_BITS & 3) <= _PROBABLY_CLEAR)
    return wanted
