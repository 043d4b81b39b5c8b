"""Ground areas of cells against closed formulas and published numbers."""

import numpy as np
import pytest
from megaregion.measures.grids import Grid
from megaregion.measures.light.areas import (
    AreaField,
    Ellipsoid,
    RowAreas,
    geographic_areas,
    projected_areas,
)

WGS84 = Ellipsoid(6378137.0, 6356752.314245)
SPHERE = Ellipsoid(6371000.0, 6371000.0)
DEGREE = np.pi / 180


def mercator(points):
    """Inverse of the spherical Mercator projection."""
    radius = SPHERE.semi_major
    return np.column_stack((points[:, 0] / radius, np.arctan(np.sinh(points[:, 1] / radius))))


def stereographic(points):
    """Inverse of the polar stereographic projection of the sphere (Snyder 1987, 21-8)."""
    radius = np.hypot(points[:, 0], points[:, 1])
    latitude = np.pi / 2 - 2 * np.arctan(radius / (2 * SPHERE.semi_major))
    return np.column_stack((np.arctan2(points[:, 0], -points[:, 1]), latitude))


def areas_of(field, row, column, rows, columns):
    return field.of_window(row, column, rows, columns).table(rows, columns)


def test_degrees():
    world = Grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0))
    areas = geographic_areas(world, WGS84, DEGREE).of_rows
    assert areas.sum() * 360 == pytest.approx(510_065_621.724, rel=1e-9)  # the whole ellipsoid
    np.testing.assert_allclose(areas, areas[::-1], rtol=1e-12)
    # One degree by one degree at the equator, e.g. Snyder's tables 110.574 x 111.32 km.
    assert areas[89] == pytest.approx(12308.8, rel=1e-4)
    sphere = geographic_areas(world, SPHERE, DEGREE).of_rows
    assert sphere.sum() * 360 == pytest.approx(4 * np.pi * 6371.0**2, rel=1e-12)
    grads = Grid(400, 200, (-200.0, 1.0, 0.0, 100.0, 0.0, -1.0))
    assert geographic_areas(grads, SPHERE, np.pi / 200).of_rows.sum() * 400 == pytest.approx(
        4 * np.pi * 6371.0**2, rel=1e-12
    )


def test_mercator_by_rows():
    grid = Grid(400, 300, (0.0, 5000.0, 0.0, 6e6, 0.0, -5000.0))
    found = projected_areas(grid, mercator, SPHERE)
    assert isinstance(found, RowAreas)
    edges = np.sin(mercator(np.column_stack((np.zeros(301), 6e6 - 5000.0 * np.arange(301))))[:, 1])
    expected = -np.diff(edges) * 5000.0 * SPHERE.semi_major / 1e6
    np.testing.assert_allclose(found.of_rows, expected, rtol=1e-6)


@pytest.mark.parametrize("size", [100.0, 5000.0, 40000.0])
def test_polar_cells_and_the_pole_itself(size):
    count = 120
    grid = Grid(count, count, (-count / 2 * size, size, 0.0, count / 2 * size, 0.0, -size))
    found = projected_areas(grid, stereographic, SPHERE)
    areas = (
        areas_of(found, 0, 0, count, count)
        if isinstance(found, AreaField)
        else np.repeat(found.of_rows[:, None], count, 1)
    )
    # Scale at distance rho from the pole is 1 + rho² / 4 R² (Snyder 1987, 21-4).
    middle = (np.arange(count) + 0.5 - count / 2) * size
    rho = middle[:, None] ** 2 + middle**2
    expected = size**2 / 1e6 / (1 + rho / (4 * SPHERE.semi_major**2)) ** 2
    np.testing.assert_allclose(areas, expected, rtol=3e-5 if size > 10000 else 2e-6)


def test_a_rotated_grid_has_the_areas_of_its_place():
    turned = Grid(40, 30, (1e6, 3000.0, 4000.0, 6e6, 4000.0, -3000.0))
    field = projected_areas(turned, mercator, SPHERE)
    assert isinstance(field, AreaField)
    areas = areas_of(field, 5, 5, 20, 30)
    centres = turned.to_map(np.column_stack((np.arange(5, 35) + 0.5, np.full(30, 5.5))))
    latitude = mercator(centres)[:, 1]
    np.testing.assert_allclose(areas[0], 25 * np.cos(latitude) ** 2, rtol=2e-6)


def test_cells_off_the_earth_have_no_area():
    def half(points):
        found = mercator(points)
        found[points[:, 0] > 1e6] = np.nan
        return found

    grid = Grid(60, 60, (0.0, 40000.0, 0.0, 1e6, 0.0, -40000.0))
    areas = areas_of(projected_areas(grid, half, SPHERE), 0, 0, 60, 60)
    assert (areas[:, :24] > 0).all()
    assert (areas[:, 26:] == 0).all()


@pytest.mark.parametrize("unit", [1.0, 1000.0, 1e-5])
def test_metres_of_a_unit_of_the_map(unit):
    """Mercator's scale is 1 / cos latitude, in whatever unit the map is."""
    grid = Grid(40, 30, (0.0, 3000.0 / unit, 0.0, 6e6 / unit, 0.0, -3000.0 / unit))
    field = AreaField(grid, lambda points: mercator(points * unit), SPHERE)
    for cell in np.array([[0.0, 0.0], [20.0, 10.0], [39.0, 29.0]]):
        latitude = mercator(grid.to_map(cell[None] + 0.5) * unit)[0, 1]
        assert field._metres(cell) == pytest.approx(unit * np.cos(latitude), rel=1e-3)


@pytest.mark.parametrize("size", [10.0, 400.0, 30_000.0, 120_000.0])
def test_single_cells_of_any_size_by_the_formula(size):
    """Small cells are measured by wider quadrilaterals, large ones in pieces."""
    grid = Grid(4, 3, (1e5, size, 0.0, 4e6, 0.0, -size))
    field = AreaField(grid, mercator, SPHERE)
    cells = np.array([[0.0, 0.0], [3.0, 2.0], [1.0, 1.0]])
    edges = np.sin(mercator(np.column_stack((np.zeros(4), 4e6 - size * np.arange(4))))[:, 1])
    expected = -np.diff(edges)[[0, 2, 1]] * size * SPHERE.semi_major / 1e6
    np.testing.assert_allclose(field.at(cells), expected, rtol=2e-6)
    # Windows of one row, one column or one cell
    for rows, columns in ((1, 4), (3, 1), (1, 1)):
        areas = areas_of(field, 0, 0, rows, columns)
        by_row = -np.diff(edges)[:rows] * size * SPHERE.semi_major / 1e6
        np.testing.assert_allclose(areas, np.repeat(by_row[:, None], columns, 1), rtol=2e-6)


def test_a_long_window_is_interpolated_as_exactly_as_a_square_one():
    grid = Grid(400, 300, (-1e6, 5000.0, 0.0, 1.2e6, 0.0, -5000.0))
    field = AreaField(grid, stereographic, SPHERE)

    def expected(row, column, rows, columns):
        x = -1e6 + (column + np.arange(columns) + 0.5) * 5000.0
        y = 1.2e6 - (row + np.arange(rows) + 0.5) * 5000.0
        rho = x**2 + y[:, None] ** 2
        return 25.0 / (1 + rho / (4 * SPHERE.semi_major**2)) ** 2

    for window in ((0, 0, 300, 400), (7, 11, 2, 380), (100, 390, 200, 3), (299, 0, 1, 400)):
        left, right = field.of_window(*window)
        assert left.shape[0] == window[2]
        assert right.shape[1] == window[3]
        if min(window[2:]) > 24:  # from so many nodes or fewer, not cell by cell
            assert left.shape[1] == right.shape[0] <= 24
        np.testing.assert_allclose(left @ right, expected(*window), rtol=3e-6)


def test_the_radius_of_the_authalic_sphere():
    """6,371,007.181 m for WGS 84, and the poles and the equator lie on it (Snyder 1987, 3-13)."""
    places = np.array([[0.0, 0.0], [np.pi / 2, 0.0], [0.0, np.pi / 2], [1.0, -np.pi / 2]])
    vectors = WGS84.on_authalic_sphere(places)
    expected = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, -1]]) * 6371.007181
    np.testing.assert_allclose(vectors, expected, atol=1e-6)


def test_rows_beyond_the_poles_have_no_area():
    """Grids of whole degrees often reach half a cell beyond the poles."""
    beyond = Grid(720, 362, (-180.25, 0.5, 0.0, 90.5, 0.0, -0.5))
    areas = geographic_areas(beyond, WGS84, DEGREE).of_rows
    assert (areas[0], areas[-1]) == (0, 0)
    assert areas.sum() * 720 == pytest.approx(510_065_621.724, rel=1e-9)
    south_up = Grid(720, 360, (180.0, -0.5, 0.0, -90.0, 0.0, 0.5))
    turned = geographic_areas(south_up, WGS84, DEGREE).of_rows
    np.testing.assert_allclose(turned, areas[-2:0:-1], rtol=1e-12)


def test_small_cells_that_differ_along_a_row_are_told_from_cells_that_do_not():
    """Cells of 10 m, 1,000 km from the pole: 30 km further they are 0.05 % smaller."""
    grid = Grid(3000, 20, (1e6, 10.0, 0.0, 0.0, 0.0, -10.0))
    field = projected_areas(grid, stereographic, SPHERE)
    assert isinstance(field, AreaField)
    k = 1 + (1e6 + np.array([5.0, 29_995.0])) ** 2 / (4 * SPHERE.semi_major**2)
    ends = areas_of(field, 10, 0, 1, 3000)[0, [0, -1]]
    np.testing.assert_allclose(ends, 1e-4 / k**2, rtol=2e-6)
    wide = Grid(3000, 20, (1e6, 10.0, 0.0, 5e6, 0.0, -10.0))
    assert isinstance(projected_areas(wide, mercator, SPHERE), RowAreas)
