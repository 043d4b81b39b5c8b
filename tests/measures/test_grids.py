"""Places and cells of grids turned into one another, and polygons as arrays."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.grids import Grid, Polygons

SQUARE = np.array([[0.0, 0], [2, 0], [2, 2], [0, 2], [0, 0]])
HOLE = np.array([[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 0.5]])


def test_corners_of_a_north_up_grid():
    grid = Grid(20, 10, (100.0, 0.5, 0.0, 40.0, 0.0, -0.25))
    corners = np.array([[0.0, 0], [20, 0], [0, 10], [20, 10]])
    places = np.array([[100.0, 40], [110, 40], [100, 37.5], [110, 37.5]])
    np.testing.assert_allclose(grid.to_map(corners), places)
    np.testing.assert_allclose(grid.to_cells(places), corners)
    assert grid.cell_area == 0.125
    assert grid.is_north_up


def test_a_grid_turned_by_thirty_degrees():
    c, s = np.cos(np.pi / 6), np.sin(np.pi / 6)
    grid = Grid(9, 9, (10.0, 2 * c, -3 * s, 5.0, 2 * s, 3 * c))
    assert not grid.is_north_up
    assert grid.cell_area == pytest.approx(6)
    np.testing.assert_allclose(grid.to_map(np.array([[1.0, 0.0]])), [[10 + 2 * c, 5 + 2 * s]])
    np.testing.assert_allclose(
        grid.to_cells(np.array([[10 - 3 * s, 5 + 3 * c]])), [[0, 1]], atol=1e-12
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_there_and_back(seed, north_up):
    generator = np.random.default_rng(seed)
    x0, a, b, y0, d, e = generator.uniform(-5, 5, 6)
    b, d = (0.0, 0.0) if north_up else (b, d)
    a, e = np.copysign(abs(a) + 0.1, a), np.copysign(abs(e) + 0.1, e)
    grid = Grid(30, 20, (x0, a, b, y0, d, e))
    if grid.cell_area < 0.05:
        return
    cells = generator.uniform(-10, 40, (8, 2))
    np.testing.assert_allclose(grid.to_cells(grid.to_map(cells)), cells, atol=1e-8)
    # The area of a cell is that of the quadrilateral of its corners
    p, q, r = grid.to_map(np.array([[0.0, 0], [1, 0], [0, 1]]))
    (u, v), (w, z) = q - p, r - p
    assert grid.cell_area == pytest.approx(abs(u * z - v * w))


@pytest.mark.parametrize("transform", [(0, 1, 0.1, 0, 0, -1), (0, 1, 0, 0, 0.1, -1)])
def test_one_slanted_axis_is_not_north_up(transform):
    assert not Grid(1, 1, transform).is_north_up


def test_polygons_keep_their_rings_in_order():
    polygons = Polygons.from_rings([[(SQUARE, False), (HOLE, True)], [], [(SQUARE + 5, False)]])
    assert polygons.count == 3
    assert polygons.ring_polygon.tolist() == [0, 0, 2]
    assert polygons.ring_is_hole.tolist() == [False, True, False]
    assert polygons.ring_starts.tolist() == [0, 5, 9, 14]
    np.testing.assert_array_equal(polygons.xy[5:9], HOLE)
    part = polygons.subset(1, 3)
    assert part.ring_starts.tolist() == [0, 4, 9]
    assert part.ring_polygon.tolist() == [0, 2]
    assert part.ring_is_hole.tolist() == [True, False]
    assert part.count == 3
    np.testing.assert_array_equal(part.xy[4:], SQUARE + 5)
    nothing = Polygons.from_rings([])
    assert (nothing.count, len(nothing.xy), nothing.ring_starts.tolist()) == (0, 0, [0])


@pytest.mark.parametrize("ring", [SQUARE[:-1], np.empty((0, 2))])
def test_an_open_ring_is_refused(ring):
    with pytest.raises(InputError, match="A ring of polygon 1 is not closed"):
        Polygons.from_rings([[(SQUARE, False)], [(ring, False)]])
