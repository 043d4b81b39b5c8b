"""Invalid outlines become the areas that they mean."""

import pytest
from megaregion.layers.validity import mended
from qgis.core import QgsGeometry


@pytest.mark.parametrize(
    ("wkt", "area"),
    [
        # two squares of 2 x 2 that overlap in 1 x 1: the overlap counts once and is no hole
        ("MultiPolygon(((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))", 7),
        ("Polygon((0 0,2 2,2 0,0 2,0 0))", 2),  # a bow-tie: both wings
        ("Polygon((0 0,4 0,2 0,2 2,0 2,0 0))", 4),  # a spike has no area
    ],
)
def test_areas_of_invalid_outlines(wkt, area):
    geometry, was_invalid = mended(QgsGeometry.fromWkt(wkt))
    assert was_invalid
    assert geometry.isGeosValid()
    assert geometry.area() == pytest.approx(area)


def test_what_has_no_area_becomes_nothing():
    geometry, was_invalid = mended(QgsGeometry.fromWkt("Polygon((0 0,1 1,0 0,0 0))"))
    assert was_invalid
    assert geometry.isNull()
