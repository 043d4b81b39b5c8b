"""Neighbours of polygons: edges, corners, slivers, holes, shapes that are missing."""

import numpy as np
import pytest
from megaregion.layers.neighbours import edge_neighbours
from qgis.core import QgsGeometry


def squares(*corners, side=1.0):
    return [
        QgsGeometry.fromWkt(
            f"Polygon(({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y}))"
        )
        for x, y in corners
    ]


def lists(neighbours):
    return [neighbours.of(i).tolist() for i in range(len(neighbours.counts))]


def test_an_edge_counts_and_a_corner_does_not():
    shapes = squares((0, 0), (1, 0), (1, 1), (5, 5))
    neighbours = edge_neighbours(shapes)
    assert lists(neighbours) == [[1], [0, 2], [1], []]
    assert neighbours.islands.tolist() == [3]


@pytest.mark.parametrize("size", [1e-4, 1.0, 1e5])
def test_slivers_of_a_map_digitised_twice(size):
    gap = 5e-5
    shapes = squares((0, 0), (1 + gap, 0), (2 - gap, 0.5), (3.01, 0.5))
    for shape in shapes:
        shape.transform(_scaled(size))
    # A hair apart, a hair over each other; a hundredth apart is not together
    assert lists(edge_neighbours(shapes)) == [[1], [0, 2], [1], []]


def _scaled(size):
    from qgis.PyQt.QtGui import QTransform

    return QTransform.fromScale(size, size)


def test_half_an_edge_a_hole_and_several_parts():
    ring = QgsGeometry.fromWkt("Polygon((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))")
    enclave = squares((3, 3), side=3)[0]
    parts = QgsGeometry.fromWkt(
        "MultiPolygonZ(((9 4 1, 10 4 1, 10 5 1, 9 5 1, 9 4 1)), ((20 0 1, 21 0 1, 21 1 1, 20 1 1, 20 0 1)))"
    )
    far = squares((21, 0.5))[0]
    assert lists(edge_neighbours([ring, enclave, parts, far])) == [[1, 2], [0], [0, 3], [2]]


def test_without_shapes():
    square = squares((0, 0), (1, 0))
    empty = QgsGeometry.fromWkt("Polygon EMPTY")
    assert lists(edge_neighbours([QgsGeometry(), square[0], empty, square[1]])) == [
        [],
        [3],
        [],
        [1],
    ]
    assert lists(edge_neighbours([QgsGeometry(), empty])) == [[], []]
    assert lists(edge_neighbours([])) == []


def test_a_polygon_that_crosses_itself_does_not_stop_the_work():
    bow = QgsGeometry.fromWkt("Polygon((0 0, 2 2, 2 0, 0 2, 0 0))")
    assert lists(edge_neighbours([bow, *squares((2, 0), (-1, 0))])) == [[1, 2], [0], [0]]


def test_a_grid_has_the_edges_of_a_grid():
    shapes = squares(*((x * 0.1, y * 0.1) for y in range(20) for x in range(20)), side=0.1)
    neighbours = edge_neighbours(shapes)
    assert neighbours.counts.sum() == 2 * 2 * 20 * 19
    assert np.bincount(neighbours.counts).tolist() == [0, 0, 4, 72, 324]


def test_order_does_not_matter():
    shapes = squares((0, 0), (1, 0), (2, 0), (0, 1))
    forward, backward = edge_neighbours(shapes), edge_neighbours(shapes[::-1])
    for city in range(4):
        assert {3 - other for other in backward.of(3 - city)} == set(forward.of(city))
