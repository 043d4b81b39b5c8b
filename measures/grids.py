"""Raster grids and polygons as plain arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .errors import InputError
from .texts import tr


@dataclass(frozen=True)
class Grid:
    """A raster's grid of cells.

    Attributes:
        columns: number of columns.
        rows: number of rows.
        transform: GDAL's six numbers: x = t0 + column t1 + row t2, y = t3 + column t4 + row t5,
            with column and row counted from the corner of the first cell.
        period: width of the full circle in the unit of x (360 for longitudes in degrees), or None
            where x does not wrap around.
    """

    columns: int
    rows: int
    transform: tuple[float, float, float, float, float, float]
    period: float | None = None

    @property
    def cell_area(self) -> float:
        """Area of a cell in squared units of the coordinates."""
        _, a, b, _, d, e = self.transform
        return abs(a * e - b * d)

    @property
    def is_north_up(self) -> bool:
        """Whether rows run along parallels, so that x depends on the column alone."""
        return self.transform[2] == 0 and self.transform[4] == 0

    def to_cells(self, xy: np.ndarray) -> np.ndarray:
        """Coordinates, shape (n, 2), as columns and rows, shape (n, 2)."""
        x0, a, b, y0, d, e = self.transform
        x, y = xy[:, 0] - x0, xy[:, 1] - y0
        if self.is_north_up:
            return np.column_stack((x / a, y / e))
        determinant = a * e - b * d
        return np.column_stack(((e * x - b * y) / determinant, (a * y - d * x) / determinant))

    def to_map(self, cells: np.ndarray) -> np.ndarray:
        """Columns and rows, shape (n, 2), as coordinates, shape (n, 2)."""
        x0, a, b, y0, d, e = self.transform
        column, row = cells[:, 0], cells[:, 1]
        return np.column_stack((x0 + a * column + b * row, y0 + d * column + e * row))


@dataclass(frozen=True)
class Polygons:
    """Polygons with holes and parts as closed rings, one after the other.

    Attributes:
        xy: vertices of all rings, shape (n, 2); each ring repeats its first vertex at its end.
        ring_starts: position of each ring's first vertex and n at the end, shape (rings + 1,).
        ring_polygon: number of the polygon each ring belongs to, ascending, shape (rings,).
        ring_is_hole: whether the ring is a hole, shape (rings,); the direction in which a ring
            runs does not matter.
        count: number of polygons; some may have no ring.
    """

    xy: np.ndarray
    ring_starts: np.ndarray
    ring_polygon: np.ndarray
    ring_is_hole: np.ndarray
    count: int

    @classmethod
    def from_rings(cls, polygons: Sequence[Iterable[tuple[np.ndarray, bool]]]) -> Polygons:
        """Polygons from, for each, its rings as (closed vertices of shape (k, 2), is a hole).

        Raises:
            InputError: a ring is not closed.
        """
        rings, owners, holes = [], [], []
        for number, polygon in enumerate(polygons):
            for ring, is_hole in polygon:
                if len(ring) == 0 or not np.array_equal(ring[0], ring[-1]):
                    raise InputError(
                        tr(
                            "A ring of polygon {number} is not closed: repeat its first "
                            "vertex at its end."
                        ).format(number=number)
                    )
                rings.append(np.asarray(ring, dtype=np.float64))
                owners.append(number)
                holes.append(is_hole)
        return cls(
            xy=np.concatenate(rings) if rings else np.empty((0, 2)),
            ring_starts=np.concatenate(([0], np.cumsum([len(ring) for ring in rings]))).astype(
                np.int64
            ),
            ring_polygon=np.asarray(owners, dtype=np.int64),
            ring_is_hole=np.asarray(holes, dtype=bool),
            count=len(polygons),
        )

    def subset(self, first_ring: int, last_ring: int) -> Polygons:
        """The rings from `first_ring` up to, without, `last_ring`, with the same numbers."""
        starts = self.ring_starts[first_ring : last_ring + 1]
        return Polygons(
            xy=self.xy[starts[0] : starts[-1]],
            ring_starts=starts - starts[0],
            ring_polygon=self.ring_polygon[first_ring:last_ring],
            ring_is_hole=self.ring_is_hole[first_ring:last_ring],
            count=self.count,
        )
