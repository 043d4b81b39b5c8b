"""Zonal statistics of rasters by polygons, from what their windows add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np

from .spread import Spread
from .windows import ZonalPlan

NEGATIVE_KEEP, NEGATIVE_ZERO, NEGATIVE_MISSING = range(3)


@dataclass(frozen=True)
class ZonalOptions:
    """How cells become statistics.

    Attributes:
        lit_threshold: cells above it are lit.
        negative: what negative values are, one of the `NEGATIVE_` constants.
        zero: values below it are negative; below zero by rounding where values are scaled.
    """

    lit_threshold: float = 0.0
    negative: int = NEGATIVE_KEEP
    zero: float = 0.0


@dataclass(frozen=True)
class PartialSums:
    """What windows add up to for each of n polygons.

    Attributes:
        sums: of value, weighted value, weight, valid area and lit area, shape (5, n).
        maximum: the largest value, -inf without a valid cell, shape (n,).
        spread: how the cells' values are spread, where that was asked for.
        suspects: of values that are probably no data, each with the polygons that hold it.
    """

    sums: np.ndarray
    maximum: np.ndarray
    spread: Spread | None = None
    suspects: dict[float, np.ndarray] = field(default_factory=dict)

    @classmethod
    def nothing(cls, polygons: int) -> PartialSums:
        """What nothing adds up to."""
        return cls(np.zeros((5, polygons)), np.full(polygons, -np.inf))

    def plus(self, other: PartialSums) -> PartialSums:
        """Both together; the spread is of whole rasters and is that of either."""
        suspects = dict(self.suspects)
        for value, polygons in other.suspects.items():
            suspects[value] = np.union1d(suspects.get(value, polygons), polygons)
        return PartialSums(
            self.sums + other.sums,
            np.maximum(self.maximum, other.maximum),
            self.spread if other.spread is None else other.spread,
            suspects,
        )


@dataclass(frozen=True)
class ZonalStatistics:
    """Statistics of one raster for each of n polygons, shape (n,) each; NaN without a valid cell.

    Attributes:
        sum: sum of value x covered fraction.
        mean: mean of the valid cells, weighted.
        maximum: largest value of the cells that are covered at all.
        weight: sum of the weights of the valid cells.
        valid_area: covered ground area with a valid value, in the unit of the cell areas.
        lit_area: covered ground area with a value above the threshold.
        lit_share: `lit_area` / `valid_area`.
        valid_share: share of the polygon's area that has a valid value; what lies beyond the
            grid is not valid.
    """

    sum: np.ndarray
    mean: np.ndarray
    maximum: np.ndarray
    weight: np.ndarray
    valid_area: np.ndarray
    lit_area: np.ndarray
    lit_share: np.ndarray
    valid_share: np.ndarray

    @classmethod
    def of(cls, partial: PartialSums, plan: ZonalPlan) -> ZonalStatistics:
        """The statistics of all of a plan's chunks together."""
        total, weighted, weight, valid_area, lit_area = partial.sums
        # Where all cells are missing, a difference of nearly equal sums is left.
        any_valid = np.isfinite(partial.maximum)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(any_valid, weighted / weight, np.nan)
            valid_share = np.minimum(valid_area / plan.covered_area, 1.0) * plan.inside_share
            return cls(
                sum=np.where(any_valid, total, np.nan),
                mean=mean,
                maximum=np.where(any_valid, partial.maximum, np.nan),
                weight=np.where(any_valid, weight, 0.0),
                valid_area=np.where(any_valid, valid_area, 0.0),
                lit_area=np.where(any_valid, lit_area, np.nan),
                lit_share=np.where(any_valid, np.minimum(lit_area / valid_area, 1.0), np.nan),
                valid_share=np.where(any_valid, valid_share, 0.0),
            )

    def take(self, polygons: np.ndarray) -> ZonalStatistics:
        """The statistics of some of the polygons, in the given order."""
        return ZonalStatistics(
            **{item.name: getattr(self, item.name)[polygons] for item in fields(self)}
        )
