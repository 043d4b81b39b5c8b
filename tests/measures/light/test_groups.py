"""Light of regions and roles: the cities' cells taken together."""

from dataclasses import fields

import numpy as np
import pytest
from megaregion.measures.light.groups import light_of_groups
from megaregion.measures.light.statistics import ZonalStatistics

NAN = np.nan


def statistics(**columns):
    """Statistics of cities of which only the given columns count."""
    count = len(columns["mean"])
    return ZonalStatistics(
        **{
            f.name: np.array(columns.get(f.name, [NAN] * count), float)
            for f in fields(ZonalStatistics)
        }
    )


CITIES = statistics(
    sum=[100.0, 30.0, 8.0, NAN],
    mean=[10.0, 1.0, 4.0, NAN],
    weight=[10.0, 30.0, 2.0, 0.0],
    valid_area=[50.0, 150.0, 10.0, 0.0],
    lit_area=[40.0, 20.0, 5.0, NAN],
)


def test_cells_of_cities_are_taken_together():
    groups = light_of_groups(CITIES, ["A", "A", "B", "B"], ["core", "core", "core", "core"])
    assert [(group.region, group.role) for group in groups] == [("A", "core"), ("B", "core")]
    assert groups[0].sum == 130.0
    assert groups[0].mean == pytest.approx((10 * 10 + 1 * 30) / 40)  # not the mean of 10 and 1
    assert groups[0].lit_share == pytest.approx(60 / 200)
    # A city without a valid cell counts for nothing
    assert groups[1][2:] == (8.0, 4.0, 0.5)


def test_groups_are_sorted_with_those_without_a_name_first():
    groups = light_of_groups(CITIES, ["B", None, "A", "B"], ["core", "core", "secondary", None])
    order = [(group.region, group.role) for group in groups]
    assert order == [(None, "core"), ("A", "secondary"), ("B", None), ("B", "core")]
    assert np.isnan(groups[2][2:]).all()  # only the city without a valid cell


def test_the_order_of_cities_does_not_matter():
    regions, roles = ["A", "A", "B", "B"], ["core", "secondary", "core", "core"]
    turned = CITIES.take(np.array([3, 2, 1, 0]))
    assert (
        light_of_groups(CITIES, regions, roles)[:2]
        == light_of_groups(turned, regions[::-1], roles[::-1])[:2]
    )
