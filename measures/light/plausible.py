"""Values that are probably no light: undeclared fills, overflows, and rounding at a threshold."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np

# What products fill gaps with, as stored; where values are scaled it lies among plausible ones.
_FILLS = (65535.0, 65534.0, 65533.0, 32767.0, -9999.0, -32768.0)
# DMSP's digital numbers end at 63, and 255 is no observation, which its files do not declare.
_BYTE_FILL, _BRIGHTEST_BESIDE = 255.0, 63.0
# nW/cm²/sr or digital numbers: the brightest flares have some thousands, corrected background
# some units below zero.
_LOWEST, _HIGHEST = -90.0, 65532.0
_FEW_DIGITS = 1e-6  # floats are written as text with seven digits, or kept in four bytes
_EXACT_FLOATS = 2**24  # whole numbers below it are held exactly in four bytes
_HUGE = 1e37  # at the end of what four bytes hold text is shorter still: -3.4e38
_HUGE_DIGITS = 1e-2


def no_data_range(no_data: float, dtype: np.dtype) -> tuple[float, float]:
    """The values meant by a declared no-data value, first and last.

    The value is stored as text or in eight bytes, those of the raster perhaps in four: -3.4e38
    means the lowest value of four bytes, -999.9 the nearest float.
    """
    if dtype.kind != "f" or np.isnan(no_data):
        return no_data, no_data
    if np.isinf(no_data):  # what its text said was a little too much
        end = float(np.finfo(dtype).max) * (1 - _HUGE_DIGITS)
        return (end, no_data) if no_data > 0 else (no_data, -end)
    digits = _HUGE_DIGITS if abs(no_data) > _HUGE else _FEW_DIGITS
    exact = no_data == round(no_data) and abs(no_data) < _EXACT_FLOATS
    off = 0.0 if exact else abs(no_data) * digits
    return no_data - off, no_data + off


def as_stored(value: float, dtype: np.dtype, scale: float, offset: float) -> float:
    """The value as a raster's cell would hold it, in the unit of the light.

    A cell that was written as 0.3 may hold 3 times 0.1, or the nearest float, which are a little
    above 0.3, and still is not above a threshold of 0.3.

    Args:
        value: a threshold.
        dtype: of the raster.
        scale, offset: light is stored value x scale + offset.
    """
    stored = (value - offset) / scale
    near = float(np.round(stored)) if dtype.kind in "iu" else float(dtype.type(stored))
    held = near * scale + offset
    size = max(abs(value), abs(offset), abs(scale) if dtype.kind in "iu" else 0.0)
    return held if abs(held - value) <= _FEW_DIGITS * size else value


class Fills(NamedTuple):
    """What gaps are filled with, in the unit of the light.

    Attributes:
        values: the fills.
        brightest: they are fills only beside others that are at most so bright.
    """

    values: tuple[float, ...]
    brightest: float = np.inf


def fills(dtype: np.dtype, scale: float, offset: float) -> Fills:
    """What gaps of a raster are filled with.

    Args:
        dtype: of the raster.
        scale, offset: light is stored value x scale + offset.
    """
    if dtype == np.uint8:
        return Fills((_BYTE_FILL * scale + offset,), _BRIGHTEST_BESIDE * scale + offset)
    return Fills(tuple(fill * scale + offset for fill in _FILLS))


def suspicious(low: float, high: float, filled: Fills) -> bool:
    """Whether values between these may hold one that is probably no data."""
    if not (low >= _LOWEST and high <= _HIGHEST):
        return True
    return any(low <= fill <= high for fill in filled.values)


def suspects(values: np.ndarray, filled: Fills) -> dict[float, np.ndarray]:
    """Values that are probably no data, each with where it is; of several overflows the largest.

    Args:
        values: valid ones, of any shape.
        filled: from `fills`.
    """
    found: dict[float, np.ndarray] = {}
    others = ~np.isin(values, filled.values)
    if not (values[others] > filled.brightest).any():
        for fill in filled.values:
            where = values == fill
            if where.any():
                found[fill] = where
    for where in (others & (values < _LOWEST), others & (values > _HIGHEST)):
        if where.any():
            beyond = values[where]
            found[float(beyond[np.argmax(np.abs(beyond))])] = where
    return found


def undeclared_fill(edge: np.ndarray, middle: np.ndarray) -> tuple[float, float] | None:
    """A value on a raster's edge that is probably no data.

    That is a constant other than zero on more than half of the edge that lies beyond all other
    values of the edge and the middle, and far: by more than these differ among themselves, or at
    the end of what the raster can hold, or below zero where nothing else is. A dark background
    that is everywhere the same lies near the values that follow it.

    Args:
        edge: cells of the raster's edge, shape (n,).
        middle: cells of its middle, shape (m,).

    Returns:
        The value and the share of the edge it covers, or None.
    """
    edge, middle = (part[np.isfinite(part)] for part in (edge, middle))
    if not len(edge):
        return None
    ((value, count),) = Counter(edge.tolist()).most_common(1)
    others = np.concatenate((edge, middle))
    others = others[others != value].astype(np.float64)
    share = count / len(edge)
    if value == 0 or share <= 0.5 or not len(others):
        return None
    low, high = float(others.min()), float(others.max())
    if low <= value <= high:
        return None
    limits = np.iinfo(edge.dtype) if edge.dtype.kind in "iu" else np.finfo(edge.dtype)
    far = max(low - value, value - high) > high - low > 0
    last = value in (float(limits.min), float(limits.max), *_FILLS)
    below = value <= -1 and value == round(value) and low >= 0
    implausible = value < _LOWEST or value > _HIGHEST
    return (float(value), share) if far or last or below or implausible else None
