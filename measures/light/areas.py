"""Ground area of grid cells on the ellipsoid, in every projection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Union

import numpy as np

from ..grids import Grid

# Longitudes and latitudes in radians, shape (n, 2), of places on the map, shape (n, 2).
Locate = Callable[[np.ndarray], np.ndarray]

_NODES = (6, 12, 24)  # of the interpolation in each direction, until it is exact enough
_EXACT = 1e-6  # of a cell's area
_ALIKE = 1e-6  # cells of a row that differ less are alike
_NEGLIGIBLE = 1e-9  # terms of the interpolation that add less are left out
_PATCH = 5.0  # km: the size of the quadrilaterals that are measured
_MOST_PIECES = 16  # of a large cell, in each direction


@dataclass(frozen=True)
class Ellipsoid:
    """The figure of the earth.

    Attributes:
        semi_major: equatorial radius in metres.
        semi_minor: polar radius in metres.
    """

    semi_major: float
    semi_minor: float

    def zone(self, latitude: np.ndarray) -> np.ndarray:
        """Area in m² between the equator and each latitude, for one radian of longitude.

        Source: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
        equation 3-12.
        """
        sine = np.sin(latitude)
        e2 = 1 - (self.semi_minor / self.semi_major) ** 2
        if e2 < 1e-12:  # a sphere, where the formula divides by zero
            return self.semi_major**2 * sine
        e = np.sqrt(e2)
        return self.semi_minor**2 / 2 * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e)

    def on_authalic_sphere(self, lonlat: np.ndarray) -> np.ndarray:
        """Places as vectors from the centre of the sphere of equal area, in km, shape (n, 3).

        Areas on that sphere are those on the ellipsoid (Snyder 1987, equations 3-11 to 3-13).
        """
        whole = float(self.zone(np.array(np.pi / 2)))
        sine = np.clip(self.zone(lonlat[:, 1]) / whole, -1.0, 1.0)
        cosine = np.sqrt(1 - sine**2)
        longitude = lonlat[:, 0]
        unit = np.column_stack((cosine * np.cos(longitude), cosine * np.sin(longitude), sine))
        return unit * (np.sqrt(whole) / 1e3)


class WindowAreas(NamedTuple):
    """km² of a window's cells; 0 off the earth.

    Attributes:
        by_row: shape (rows, k); the areas themselves, (rows, columns), where `by_column` is None.
        by_column: shape (k, columns); a cell's area is the sum of its row's and its column's k
            products.
    """

    by_row: np.ndarray
    by_column: np.ndarray | None

    def fill(self, areas: np.ndarray, spare: np.ndarray) -> np.ndarray:
        """The areas, written into the first of two arrays of shape (rows, columns).

        Term by term: the last digits of a matrix product change with the number of cores.
        """
        if self.by_column is None:
            np.copyto(areas, self.by_row)
            return areas
        np.multiply(self.by_row[:, :1], self.by_column[0], out=areas)
        for term in range(1, len(self.by_column)):
            np.multiply(self.by_row[:, term : term + 1], self.by_column[term], out=spare)
            areas += spare
        return areas

    def table(self, rows: int, columns: int) -> np.ndarray:
        """The areas in an array of their own."""
        return self.fill(np.empty((rows, columns)), np.empty((rows, columns)))


@dataclass(frozen=True)
class RowAreas:
    """Cells of a row are alike.

    Attributes:
        of_rows: km² of a cell of each row, shape (rows,).
    """

    of_rows: np.ndarray


@dataclass(frozen=True)
class AreaField:
    """Cells that all differ, as on most projected grids."""

    grid: Grid
    locate: Locate
    ellipsoid: Ellipsoid

    def at(self, cells: np.ndarray) -> np.ndarray:
        """km² of the cells in given columns and rows, shape (n, 2), NaN off the earth; (n,).

        Measured are quadrilaterals around the cells' centres, of some kilometres whatever the
        size of the cells: half the cross product of their diagonals on the authalic sphere.
        """
        metres = np.sqrt(self.grid.cell_area) * self._metres(cells[len(cells) // 2])
        size = _PATCH * 1e3 / metres if np.isfinite(metres) and metres > 0 else 1.0
        areas = self._measured(cells, size)
        lost = ~np.isfinite(areas)
        if size > 1 and lost.any():  # near the edge of the map
            areas[lost] = self._measured(cells[lost], 1.0)
        return areas

    def _measured(self, cells: np.ndarray, size: float) -> np.ndarray:
        """As `at`, by quadrilaterals of so many cells, of one cell in pieces where that is less."""
        pieces = min(int(np.ceil(1 / size)), _MOST_PIECES)
        size = max(size, 1.0)
        step = size / pieces
        total = np.zeros(len(cells))
        for row, column in np.ndindex(pieces, pieces):
            shift = np.array([column, row]) * step - size / 2 + 0.5
            total += self._quadrilaterals(cells + shift, step)
        return total / size**2

    def _quadrilaterals(self, corner: np.ndarray, step: float) -> np.ndarray:
        across = np.array([step, 0.0])
        down = np.array([0.0, step])
        a, b, c, d = (
            self._vectors(corner + shift) for shift in (0 * across, across, across + down, down)
        )
        with np.errstate(invalid="ignore"):
            return np.linalg.norm(np.cross(c - a, d - b), axis=1) / 2

    def _vectors(self, cells: np.ndarray) -> np.ndarray:
        return self.ellipsoid.on_authalic_sphere(self.locate(self.grid.to_map(cells)))

    def _metres(self, cell: np.ndarray) -> float:
        """Metres on the ground for a unit of the map, near a cell."""
        centre = self.grid.to_map(cell[None, :] + 0.5)
        step = np.sqrt(self.grid.cell_area) / 10
        near = centre + np.array([[0.0, 0.0], [step, 0.0], [0.0, step]])
        places = self.ellipsoid.on_authalic_sphere(self.locate(near))
        area = np.linalg.norm(np.cross(places[1] - places[0], places[2] - places[0]))
        return float(np.sqrt(area) * 1e3 / step)

    def of_window(self, row: int, column: int, rows: int, columns: int) -> WindowAreas:
        """km² of a window's cells; 0 off the earth.

        Cells' areas change smoothly: they are interpolated between Chebyshev nodes, so many that
        the areas between the nodes are right, or measured one by one.
        """
        for nodes in _NODES:
            if nodes >= max(rows, columns):
                break
            found = self._interpolated(row, column, rows, columns, nodes)
            if found is not None:
                return found
        y, x = np.mgrid[row : row + rows, column : column + columns]
        areas = self.at(np.column_stack((x.ravel(), y.ravel())).astype(float))
        return WindowAreas(np.nan_to_num(areas).reshape(rows, columns), None)

    def _interpolated(
        self, row: int, column: int, rows: int, columns: int, nodes: int
    ) -> WindowAreas | None:
        at_nodes = np.cos((np.arange(nodes) + 0.5) * np.pi / nodes)
        between = np.cos(np.arange(nodes + 1) * np.pi / nodes)  # with both ends

        def sampled(where: np.ndarray) -> np.ndarray:
            y = row + (where + 1) / 2 * (rows - 1)
            x = column + (where + 1) / 2 * (columns - 1)
            cells = np.column_stack((np.tile(x, len(y)), np.repeat(y, len(x))))
            return self.at(cells).reshape(len(y), len(x))

        values = sampled(at_nodes)
        if not np.isfinite(values).all():
            return None
        here, there = np.linspace(-1, 1, rows), np.linspace(-1, 1, columns)
        check = _basis(between, at_nodes)
        error = np.abs(check @ values @ check.T - sampled(between))
        if not (error <= _EXACT * np.abs(values).max()).all():
            return None
        down, sizes, across = np.linalg.svd(values)
        kept = int(np.count_nonzero(sizes > _NEGLIGIBLE * sizes[0]))
        return WindowAreas(
            _basis(here, at_nodes) @ (down[:, :kept] * sizes[:kept]),
            across[:kept] @ _basis(there, at_nodes).T,
        )


CellAreas = Union[RowAreas, AreaField]


def _basis(where: np.ndarray, nodes: np.ndarray) -> np.ndarray:
    """Weights of the nodes' values in the value at each place, shape (places, nodes)."""
    vander = np.polynomial.chebyshev.chebvander
    degree = len(nodes) - 1
    # Chebyshev polynomials are orthogonal over their nodes, so that the inverse is known.
    inverse = 2 / len(nodes) * vander(nodes, degree).T
    inverse[0] /= 2
    result: np.ndarray = vander(where, degree) @ inverse
    return result


def geographic_areas(grid: Grid, ellipsoid: Ellipsoid, radians: float) -> RowAreas:
    """Areas of a north-up grid in degrees, exactly.

    Args:
        grid: whose rows run along parallels.
        ellipsoid: the figure of the earth.
        radians: of one unit of the coordinates.

    Examples:
        The surface of the ellipsoid of WGS 84, 510,065,622 km² (NIMA TR8350.2, 2000):

        >>> world = Grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0))
        >>> wgs84 = Ellipsoid(6378137.0, 6356752.314245)
        >>> round(float(geographic_areas(world, wgs84, np.pi / 180).of_rows.sum()) * 360)
        510065622
    """
    edges = (grid.transform[3] + grid.transform[5] * np.arange(grid.rows + 1)) * radians
    zone = ellipsoid.zone(np.clip(edges, -np.pi / 2, np.pi / 2))
    return RowAreas(np.abs(np.diff(zone)) * abs(grid.transform[1]) * radians / 1e6)


def projected_areas(grid: Grid, locate: Locate, ellipsoid: Ellipsoid) -> CellAreas:
    """Areas of any other grid; where cells of a row are alike, as in Mercator's projection, so.

    Args:
        grid: the grid.
        locate: gives the places of points of the map.
        ellipsoid: the figure of the earth.
    """
    field = AreaField(grid, locate, ellipsoid)
    rows = np.linspace(0, grid.rows - 1, min(grid.rows, 7))
    columns = np.linspace(0, grid.columns - 1, min(grid.columns, 7))
    places = np.column_stack((np.tile(columns, len(rows)), np.repeat(rows, len(columns))))
    sample = field.at(places).reshape(len(rows), len(columns))
    spread = np.ptp(sample, axis=1)
    if not np.isfinite(sample).all() or (spread > _ALIKE * sample.max(axis=1)).any():
        return field
    middle = np.full(grid.rows, grid.columns / 2)
    return RowAreas(np.nan_to_num(field.at(np.column_stack((middle, np.arange(grid.rows))))))
