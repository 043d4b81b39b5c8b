"""Exact covered fractions against GEOS's clipped areas, and the hard cases one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures import coverage as coverage_module
from megaregion.measures.coverage import Coverage, cover
from megaregion.measures.errors import InputError
from megaregion.measures.grids import Grid, Polygons
from shapely import wkt
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.validation import make_valid
from shapes import to_polygons

UNIT = (
    0.0,
    1.0,
    0.0,
    0.0,
    0.0,
    1.0,
)  # cell (row, column) spans [column, column + 1] x [row, row + 1]


def expected(shape, grid):
    """Clipped areas of all cells in units of a cell, by GEOS."""
    x0, dx, _, y0, _, dy = grid.transform
    result = np.zeros((grid.rows, grid.columns))
    for row, column in np.ndindex(result.shape):
        y = sorted((y0 + row * dy, y0 + (row + 1) * dy))
        cell = box(x0 + column * dx, y[0], x0 + (column + 1) * dx, y[1])
        result[row, column] = cell.intersection(shape).area / grid.cell_area
    return result


def check(shape, grid=None):
    grid = grid or Grid(8, 6, UNIT)
    got = cover(to_polygons([shape]), grid).fractions(0, grid)
    np.testing.assert_allclose(got, expected(shape, grid), rtol=1e-9, atol=1e-12)
    return got


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON ((1 1, 4 1, 4 3, 1 3, 1 1))",  # edges on the grid's lines
        "POLYGON ((1.25 1.5, 1.75 1.5, 1.75 1.75, 1.25 1.75, 1.25 1.5))",  # inside one cell
        "POLYGON ((0.5 2.5, 5.5 2.5, 5.5 2.75, 0.5 2.75, 0.5 2.5))",  # horizontal edges in a row
        "POLYGON ((1 1, 3 3, 5 1, 3 0, 1 1))",  # vertices on cell corners, edges through them
        "POLYGON ((2 2, 3 1, 4 2, 3 3, 2 2))",
        "POLYGON ((2.3 0.2, 2.3 5.6, 2.3000001 5.6, 2.3000001 0.2, 2.3 0.2))",  # a sliver
        "POLYGON ((0.1 0.1, 7.9 0.1, 7.9 5.9, 0.1 5.9, 0.1 0.1), (2 2, 2 4, 5 4, 5 2, 2 2))",
        "POLYGON ((0 0, 8 0, 8 6, 0 6, 0 0), (1.5 1.5, 1.7 1.5, 1.7 1.7, 1.5 1.5))",
        "POLYGON ((-3 -2, 4.5 -2, 4.5 2.5, -3 2.5, -3 -2))",  # beyond two sides
        "POLYGON ((-5 -5, 15 -5, 15 15, -5 15, -5 -5))",  # all around the grid
        "POLYGON ((-5 2.2, 20 3.3, -5 4.4, -5 2.2))",  # beyond left and right
        "POLYGON ((9 1, 12 1, 12 4, 9 4, 9 1))",  # beside the grid
        "POLYGON ((-4 1, -1 1, -1 4, -4 4, -4 1))",
        "POLYGON ((1 -9, 4 -9, 4 -1, 1 -1, 1 -9))",
        "POLYGON ((8 6, 9 6, 9 7, 8 7, 8 6))",  # touches the grid's corner
        "MULTIPOLYGON (((0.2 0.2, 1.8 0.2, 1.8 1.8, 0.2 0.2)), ((1.2 1.9, 6 3, 1.2 4, 1.2 1.9)))",
        "MULTIPOLYGON (((1 1, 2 1, 2 2, 1 2, 1 1)), ((2 2, 3 2, 3 3, 2 3, 2 2)))",
        "POLYGON EMPTY",
    ],
)
def test_hard_cases(text):
    check(wkt.loads(text))


def test_a_ring_may_run_either_way():
    shape = wkt.loads("POLYGON ((0.5 0.5, 6 1, 5 5, 0.5 0.5), (2 1.5, 4 2, 3.5 2.5, 2 1.5))")
    turned = Polygon(shape.exterior.coords[::-1], [hole.coords[::-1] for hole in shape.interiors])
    np.testing.assert_allclose(check(shape), check(turned), rtol=1e-12, atol=1e-15)


def test_cells_only_touched_are_not_covered():
    result = cover(to_polygons([box(1, 1, 3, 2)]), Grid(8, 6, UNIT))
    assert set(zip(result.cell_row, result.cell_column)) <= {(1, 1), (1, 2)}
    assert result.covered_cells() == pytest.approx([2.0], abs=1e-15)


@pytest.mark.parametrize(
    "transform",
    [
        (100.0, 0.25, 0.0, 40.0, 0.0, -0.25),  # north up
        (100.0, 0.25, 0.0, 38.5, 0.0, 0.25),  # south up
    ],
)
def test_orientations_of_the_grid(transform):
    shape = Point(101.1, 39.2).buffer(0.7)
    check(shape, Grid(8, 6, transform))


def test_rotated_grid():
    angle = np.radians(30)
    transform = (5.0, np.cos(angle), -np.sin(angle), 3.0, np.sin(angle), np.cos(angle))
    grid = Grid(8, 6, transform)
    shape = Point(6.0, 6.5).buffer(2.2)
    got = cover(to_polygons([shape]), grid)
    assert got.covered_cells()[0] == pytest.approx(shape.area, rel=1e-12)
    moved = Polygon(grid.to_cells(np.asarray(shape.exterior.coords)))
    np.testing.assert_allclose(
        got.fractions(0, grid), expected(moved, Grid(8, 6, UNIT)), rtol=1e-9, atol=1e-12
    )


def test_antimeridian():
    grid = Grid(36, 18, (-180.0, 10.0, 0.0, 90.0, 0.0, -10.0), period=360.0)
    split = MultiPolygon([box(172, -13, 180, 4), box(-180, -13, -165, 4)])
    for shape in (split, box(172, -13, 195, 4), box(-188, -13, -165, 4)):
        got = cover(to_polygons([shape]), grid)
        np.testing.assert_allclose(got.fractions(0, grid), expected(split, grid), atol=1e-12)
        assert got.inside_share[0] == pytest.approx(1)


def test_grid_of_longitudes_0_to_360():
    grid = Grid(36, 18, (0.0, 10.0, 0.0, 90.0, 0.0, -10.0), period=360.0)
    got = cover(to_polygons([box(-25, 0, 15, 10)]), grid).fractions(0, grid)
    np.testing.assert_allclose(got[8, [0, 1, 2, 32, 33, 34, 35]], [1, 0.5, 0, 0, 0.5, 1, 1])
    assert got.sum() == pytest.approx(4)


def test_world_polygon_is_counted_once():
    grid = Grid(36, 18, (-180.0, 10.0, 0.0, 90.0, 0.0, -10.0), period=360.0)
    got = cover(to_polygons([box(-180, -90, 180, 90)]), grid).fractions(0, grid)
    np.testing.assert_array_equal(got, np.ones((18, 36)))


def test_share_on_the_grid():
    shapes = [box(1, 1, 2, 2), box(7, 1, 9, 2), box(20, 1, 21, 2)]
    result = cover(to_polygons([*shapes, Polygon()]), Grid(8, 6, UNIT))
    np.testing.assert_allclose(result.inside_share, [1, 0.5, 0, np.nan])


def test_overlapping_parts_count_once():
    shape = MultiPolygon([box(0, 0, 4, 4), box(2, 2, 6, 6)])
    got = cover(to_polygons([shape]), Grid(8, 6, UNIT)).fractions(0, Grid(8, 6, UNIT))
    assert got.max() == 1
    assert got.sum() == 28


def test_no_polygons_at_all():
    result = cover(Polygons.from_rings([]), Grid(8, 6, UNIT))
    assert result.polygons == 0
    assert len(result.cell_row) == len(result.run_row) == 0


def test_open_ring_is_an_error():
    with pytest.raises(InputError, match="polygon 0 is not closed"):
        Polygons.from_rings([[(np.array([[0.0, 0], [1, 0], [1, 1]]), False)]])


def test_chunks_change_nothing_and_report_progress(monkeypatch):
    rng = np.random.default_rng(1)
    shapes = [Point(x, y).buffer(1.3) for x, y in rng.uniform(0, 6, (12, 2))]
    whole = cover(to_polygons(shapes), Grid(8, 6, UNIT))
    monkeypatch.setattr(coverage_module, "_CHUNK_VERTICES", 100)
    seen = []
    chunked = cover(to_polygons(shapes), Grid(8, 6, UNIT), seen.append)
    assert len(seen) > 3
    assert seen == sorted(seen)
    assert seen[-1] == 1
    for polygon in range(len(shapes)):
        np.testing.assert_allclose(
            chunked.fractions(polygon, Grid(8, 6, UNIT)),
            whole.fractions(polygon, Grid(8, 6, UNIT)),
            atol=1e-12,
        )


def test_progress_can_stop_the_work():
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cover(to_polygons([box(0, 0, 1, 1)]), Grid(8, 6, UNIT), stop)


# Coordinates half of which lie on the grid's lines.
coordinate = st.one_of(
    st.integers(-3, 12).map(float),
    st.floats(-3, 12, allow_nan=False).map(lambda v: round(v, 3)),
)


@settings(max_examples=300, deadline=None)
@given(points=st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=12))
def test_areas_equal_geos(points):
    shape = make_valid(Polygon(points))
    parts = [g for g in getattr(shape, "geoms", [shape]) if g.geom_type == "Polygon"]
    parts += [p for g in getattr(shape, "geoms", []) for p in getattr(g, "geoms", [])]
    shape = MultiPolygon([p for p in parts if p.geom_type == "Polygon"])
    check(shape)


@settings(max_examples=100, deadline=None)
@given(
    centres=st.lists(st.tuples(st.floats(-2, 42), st.floats(-2, 32)), min_size=1, max_size=5),
    radius=st.floats(0.01, 9),
    vertices=st.integers(1, 40),
    cell=st.floats(0.2, 3),
)
def test_total_areas_equal_geos_on_random_grids(centres, radius, vertices, cell):
    grid = Grid(17, 11, (1.7, cell, 0.0, 29.3, 0.0, -cell))
    frame = box(1.7, 29.3 - 11 * cell, 1.7 + 17 * cell, 29.3)
    shapes = [Point(*c).buffer(radius, vertices) for c in centres]
    got = cover(to_polygons(shapes), grid).covered_cells() * cell**2
    clipped = [shape.intersection(frame).area for shape in shapes]
    np.testing.assert_allclose(got, clipped, rtol=1e-9, atol=1e-10)


def test_groups_of_polygons_joined():
    """The coverage of all polygons at once, from those of their parts."""
    grid = Grid(8, 6, UNIT)
    shapes = [
        box(0.5, 0.5, 3.2, 2.5),
        Point(4, 3).buffer(1.7),
        box(20, 20, 21, 21),
        box(2, 1, 7, 5),
    ]
    whole = cover(to_polygons(shapes), grid)
    parts = [cover(to_polygons(some), grid) for some in (shapes[:1], shapes[1:3], shapes[3:])]
    joined = Coverage.joined(parts)
    assert joined.polygons == 4
    for polygon in range(4):
        np.testing.assert_array_equal(
            joined.fractions(polygon, grid), whole.fractions(polygon, grid)
        )
    np.testing.assert_array_equal(joined.covered_cells(), whole.covered_cells())
    np.testing.assert_array_equal(joined.inside_share, whole.inside_share)
    assert joined.cell_polygon.dtype == whole.cell_polygon.dtype


@pytest.mark.parametrize("columns", [37, 38, 40])
@pytest.mark.parametrize("west", [-180.0, -185.0])
def test_a_grid_wider_than_the_globe_counts_no_place_twice(columns, west):
    """Its last columns show the first ones again: what lies there belongs to the first."""
    grid = Grid(columns, 18, (west, 10.0, 0.0, 90.0, 0.0, -10.0), period=360.0)
    plain = Grid(36, 18, (west, 10.0, 0.0, 90.0, 0.0, -10.0), period=360.0)
    for shape in (
        box(172, -13, 195, 4),
        box(-188, -13, -165, 4),
        box(-178, -80, -160, 80),
        Point(178, 10).buffer(9),
        Point(174.3, 31.7).buffer(12.4),
        Polygon([(150, 0), (190, 11), (170, 40)]),
        box(-180, -90, 180, 90),
    ):
        got, expected_cells = (cover(to_polygons([shape]), g) for g in (grid, plain))
        found = got.fractions(0, grid)
        np.testing.assert_allclose(found[:, :36], expected_cells.fractions(0, plain), atol=1e-12)
        np.testing.assert_allclose(found[:, 36:], 0, atol=1e-12)
        assert got.inside_share[0] == pytest.approx(1)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_neighbours_that_share_borders_fill_the_grid_once(seed):
    """Random strips and a mirrored grid: fractions of a partition sum to one in every cell."""
    generator = np.random.default_rng(seed)
    bends = np.sort(generator.uniform(0, 8, (3, 4)), axis=0)
    between = [list(zip(bend, (-1, 1.3, 4.6, 7))) for bend in bends]
    lines = [[(0, -1), (0, 7)], *between, [(8, -1), (8, 7)]]
    shapes = [Polygon([*left, *right[::-1]]) for left, right in zip(lines, lines[1:])]
    grid = Grid(8, 6, UNIT)
    coverage = cover(to_polygons(shapes), grid)
    total = sum(coverage.fractions(i, grid) for i in range(len(shapes)))
    np.testing.assert_allclose(total, 1, atol=1e-11)
    mirrored = Grid(8, 6, (8.0, -1.0, 0.0, 0.0, 0.0, 1.0))
    turned = cover(to_polygons(shapes), mirrored)
    for i in range(len(shapes)):
        np.testing.assert_allclose(
            turned.fractions(i, mirrored)[:, ::-1], coverage.fractions(i, grid), atol=1e-11
        )
