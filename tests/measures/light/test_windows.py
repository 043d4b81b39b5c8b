"""Windows of a plan: inside the grid and whole blocks, every covered cell in one of them once."""

import numpy as np
import pytest
from megaregion.measures.coverage import cover
from megaregion.measures.grids import Grid
from megaregion.measures.light import windows as module
from megaregion.measures.light.areas import AreaField, Ellipsoid, RowAreas
from megaregion.measures.light.windows import plan_zones
from shapely.geometry import MultiPolygon, Point, box
from shapes import to_polygons

GRID = Grid(70, 50, (0.0, 1.0, 0.0, 50.0, 0.0, -1.0))
SHAPES = [
    box(0, 0, 70, 50),
    Point(30, 20).buffer(11.3),
    MultiPolygon([box(2.25, 40, 9, 44), box(60, 3, 64.5, 9.5)]),
    box(66.5, 46.5, 69.5, 49.5),
    box(200, 0, 210, 9),  # beside the grid
]
BY_ROW = RowAreas(np.linspace(1, 3, 50))
RADIUS = 6371000.0


def mercator(points):
    """A cell as 40 km of Mercator's map, turned so that cells of a row differ (Snyder 1987)."""
    y, x = points[:, 0] * 4e4, points[:, 1] * 4e4
    return np.column_stack((x / RADIUS, np.arctan(np.sinh(y / RADIUS))))


BY_CELL = AreaField(GRID, mercator, Ellipsoid(RADIUS, RADIUS))


@pytest.fixture(params=[(512, 512, 4), (40, 400, 2), (7, 70, 3)])
def small_windows(request, monkeypatch):
    """Widths and sizes of windows, and how many make a chunk."""
    width, cells, chunk = request.param
    monkeypatch.setattr(module, "_WINDOW_WIDTH", width)
    monkeypatch.setattr(module, "_WINDOW_CELLS", cells)
    monkeypatch.setattr(module, "_CHUNK_CELLS", cells * chunk)


def dense(plan):
    """What the plan says of every cell, shape (polygons, rows, columns, 3): cells, weight, area."""
    result = np.zeros((len(SHAPES), 50, 70, 3))
    for chunk in plan.chunks:
        owner = np.repeat(chunk.polygons, np.diff(chunk.starts, append=chunk.factors.shape[1]))
        for window in chunk.windows:
            part = np.zeros((len(SHAPES), window.size, 3))
            runs = zip(window.bounds[::2][window.run_order], window.bounds[1::2][window.run_order])
            for item, (first, last) in zip(range(window.runs.start, window.runs.stop), runs):
                part[owner[item], first:last] += chunk.factors[:, item]
            for item, position in zip(
                range(window.cells.start, window.cells.stop), window.positions
            ):
                part[owner[item], position] += chunk.factors[:, item]
            shaped = part.reshape(len(SHAPES), window.rows, window.columns, 3)
            rows = slice(window.row, window.row + window.rows)
            result[:, rows, window.column : window.column + window.columns] += shaped
    return result


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("area_weighted", [True, False])
def test_every_covered_cell_is_in_one_window_once(area_weighted):
    coverage = cover(to_polygons(SHAPES), GRID)
    plan = plan_zones(coverage, GRID, (5, 4), BY_ROW, area_weighted=area_weighted)
    found = dense(plan)
    for polygon in range(len(SHAPES)):
        fraction = coverage.fractions(polygon, GRID)
        area = fraction * BY_ROW.of_rows[:, None]
        np.testing.assert_allclose(found[polygon, ..., 0], fraction, atol=1e-12)
        np.testing.assert_allclose(found[polygon, ..., 2], area, atol=1e-12)
        weight = area if area_weighted else fraction
        np.testing.assert_allclose(found[polygon, ..., 1], weight, atol=1e-12)
        assert plan.covered_area[polygon] == pytest.approx(area.sum())


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("block", [(5, 4), (70, 1), (16, 16), (600, 600)])
def test_windows_are_parts_of_whole_blocks_inside_the_grid(block):
    plan = plan_zones(cover(to_polygons(SHAPES), GRID), GRID, block, BY_ROW)
    width = block[0] * max(1, module._WINDOW_WIDTH // block[0])
    height = block[1] * max(1, module._WINDOW_CELLS // (width * block[1]))
    seen = set()
    for chunk in plan.chunks:
        assert len(chunk.windows) <= max(1, module._CHUNK_CELLS // (width * height))
        for window in chunk.windows:
            last_row = window.row + window.rows - 1
            last_column = window.column + window.columns - 1
            assert 0 <= window.row <= last_row < 50
            assert 0 <= window.column <= last_column < 70
            place = window.row // height, window.column // width
            assert place == (last_row // height, last_column // width)
            assert place not in seen
            seen.add(place)
            assert window.bounds.min(initial=0) >= 0
            assert window.bounds.max(initial=0) <= window.size
            assert window.positions.max(initial=0) < window.size
    assert len(seen) == -(-70 // width) * -(-50 // height)  # the first polygon is everywhere


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("area_weighted", [True, False])
def test_groups_know_their_sums(area_weighted):
    """Where no cell need be looked at, a group's cells, weight and area are known beforehand."""
    coverage = cover(to_polygons(SHAPES), GRID)
    for areas in (BY_ROW, BY_CELL):
        plan = plan_zones(coverage, GRID, (5, 4), areas, area_weighted=area_weighted)
        sums = np.zeros((3, len(SHAPES)))
        for chunk in plan.chunks:
            for number in range(3):
                sums[number] += np.bincount(chunk.polygons, chunk.whole[number], len(SHAPES))
            counted = [(w.run_groups, w.cell_groups) for w in chunk.windows]
            groups = [n for pair in counted for part in pair for n in range(part.start, part.stop)]
            assert sorted(groups) == list(range(len(chunk.polygons)))
        np.testing.assert_allclose(sums[0], coverage.covered_cells(), rtol=1e-12)
        np.testing.assert_allclose(sums[2], plan.covered_area, rtol=1e-12)
        np.testing.assert_allclose(sums[1], sums[2] if area_weighted else sums[0], rtol=1e-12)
        if areas is BY_CELL:
            left, right = BY_CELL.of_window(0, 0, 50, 70)
            ground = [(coverage.fractions(p, GRID) * (left @ right)).sum() for p in range(5)]
            np.testing.assert_allclose(plan.covered_area, ground, rtol=1e-5)


def test_tasks_take_all_chunks_in_turn(monkeypatch):
    monkeypatch.setattr(module, "_CHUNK_CELLS", 1)
    monkeypatch.setattr(module, "_WINDOW_CELLS", 1)
    monkeypatch.setattr(module, "_WINDOW_WIDTH", 1)
    plan = plan_zones(cover(to_polygons(SHAPES), GRID), GRID, (10, 10), BY_ROW)
    assert len(plan.chunks) == 35
    monkeypatch.setattr(module, "_TASK_CHUNKS", 8)
    assert [len(task) for task in plan.tasks] == [8, 8, 8, 8, 3]
    assert [number for task in plan.tasks for number in task] == list(range(35))
