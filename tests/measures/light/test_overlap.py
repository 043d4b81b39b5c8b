"""Cells of one grid told in those of another, against GEOS's areas."""

import numpy as np
import pytest
from megaregion.measures.grids import Grid
from megaregion.measures.light.overlap import overlap_of
from megaregion.measures.light.windows import Window
from shapely.geometry import box


def window(row, column, rows, columns):
    none, nothing = np.empty(0, int), slice(0, 0)
    return Window(
        *(row, column, rows, columns, none, none, none, none, nothing, none),
        *(nothing, nothing, nothing, None),
    )


def cell(grid, row, column):
    (x0, y0), (x1, y1) = grid.to_map(np.array([[column, row], [column + 1, row + 1]], float))
    return box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@pytest.mark.parametrize(
    "other",
    [
        Grid(9, 7, (-0.3, 0.7, 0.0, 4.4, 0.0, -0.7)),
        Grid(3, 2, (0.2, 2.1, 0.0, 0.1, 0.0, 2.2)),  # south up and coarser
        Grid(40, 40, (0.0, 0.1, 0.0, 4.0, 0.0, -0.1)),
    ],
)
def test_means_and_shares(other):
    grid = Grid(6, 5, (0.0, 1.0, 0.0, 5.0, 0.0, -1.0))
    part = window(1, 1, 3, 4)
    place = overlap_of(part, grid, other)
    rng = np.random.default_rng(0)
    values = rng.random((other.rows, other.columns))
    valid = rng.random(values.shape) < 0.7
    seen = np.s_[place.row : place.row + place.rows, place.column : place.column + place.columns]
    means, known = place.mean(values[seen], valid[seen])
    shares = place.share(values[seen])
    for r, c in np.ndindex(3, 4):
        own = cell(grid, r + 1, c + 1)
        areas = np.array(
            [
                [cell(other, i, j).intersection(own).area for j in range(other.columns)]
                for i in range(other.rows)
            ]
        )
        assert shares[r, c] == pytest.approx((areas * values).sum() / other.cell_area)
        held = (areas * valid).sum()
        assert known[r, c] == (held > 1e-9)
        if known[r, c]:
            assert means[r, c] == pytest.approx((areas * valid * values).sum() / held)


def test_beside_the_other_grid_and_a_turn_on():
    grid = Grid(20, 10, (170.0, 1.0, 0.0, 5.0, 0.0, -1.0), period=360.0)
    far = Grid(5, 5, (50.0, 1.0, 0.0, 5.0, 0.0, -1.0))
    assert overlap_of(window(0, 0, 2, 2), grid, far).columns == 0
    world = Grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0), period=360.0)
    place = overlap_of(window(0, 15, 2, 3), grid, world)  # 185 to 188 degrees east
    assert (place.column, place.columns) == (5, 3)
    np.testing.assert_allclose(place.across.add_up(np.eye(3)), np.eye(3), atol=1e-9)


@pytest.mark.parametrize("west", [-180, -60, 0, 90, 130, 170])
@pytest.mark.parametrize("turns", [-1, 0, 1])
def test_every_longitude_is_found_whatever_turn_it_is_told_in(west, turns):
    world = Grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0), period=360.0)
    grid = Grid(10, 4, (west + 360.0 * turns, 1.0, 0.0, 4.0, 0.0, -1.0), period=360.0)
    place = overlap_of(window(0, 0, 4, 10), grid, world)
    assert (place.row, place.rows) == (86, 4)
    assert (place.column, place.columns) == (west + 180, 10)
