"""Sector shares and differences to cores: hand-worked values and limits."""

import numpy as np
import pytest
from megaregion.measures.distance import great_circle_km
from megaregion.measures.errors import InputError
from megaregion.measures.sectors import (
    COUNTS,
    MEAN_OF_CORES,
    NEAREST_CORE,
    PERCENTAGES,
    POOLED_CORES,
    SHARES,
    core_differences,
    sector_shares,
)


def test_shares_of_counts():
    shares = sector_shares(np.array([[30.0, 10.0], [0.0, 0.0], [1.0, np.nan]]), COUNTS)
    np.testing.assert_allclose(shares[0], [0.75, 0.25])
    assert np.isnan(shares[1:]).all()


def test_shares_and_percentages_are_taken_as_they_are():
    np.testing.assert_allclose(sector_shares(np.array([[0.3, 0.1]]), SHARES), [[0.3, 0.1]])
    np.testing.assert_allclose(sector_shares(np.array([[30.0, 10.0]]), PERCENTAGES), [[0.3, 0.1]])
    assert np.isnan(sector_shares(np.array([[0.0, 0.0]]), SHARES)).all()


VALUES = np.array([[90.0, 10.0], [1.0, 9.0], [5.0, 5.0], [2.0, 8.0]])
REGIONS = ["N", "N", "N", "N"]
CORES = np.array([True, True, False, False])


def differences(reference, values=VALUES, regions=REGIONS, points=None, values_are=COUNTS):
    return core_differences(values, regions, CORES, ~CORES, values_are, reference, points)


def test_mean_of_cores_counts_each_core_once():
    found = differences(MEAN_OF_CORES)
    np.testing.assert_allclose(found.differences[2], [0.5 - 0.5, 0.5 - 0.5], atol=1e-15)
    np.testing.assert_allclose(found.differences[3], [-0.3, 0.3])
    assert np.isnan(found.differences[:2]).all()
    assert found.cores == [[], [], [0, 1], [0, 1]]


def test_pooled_cores_count_by_size():
    found = differences(POOLED_CORES)
    np.testing.assert_allclose(found.differences[2], [0.5 - 91 / 110, 0.5 - 19 / 110])


def test_nearest_core_across_the_date_line():
    points = np.array([[0.0, 0.0], [-179.0, 0.0], [179.0, 0.0], [10.0, 5.0]])
    found = differences(NEAREST_CORE, points=points)
    assert found.cores[2:] == [[1], [0]]
    np.testing.assert_allclose(found.differences[2], [0.4, -0.4])


def test_nearest_core_stays_within_the_region():
    points = np.array([[0.0, 0.0], [50.0, 0.0], [1.0, 0.0], [49.0, 0.0]])
    found = differences(NEAREST_CORE, regions=["N", "S", "S", "N"], points=points)
    assert found.cores[2:] == [[1], [0]]


def test_regions_without_a_usable_core():
    values = VALUES.copy()
    values[1, 0] = np.nan
    found = differences(MEAN_OF_CORES, values, ["N", "S", "S", None])
    assert found.without_core == ["S"]
    assert np.isnan(found.differences).all()


def test_an_incomplete_city_has_no_difference():
    values = VALUES.copy()
    values[3, 0] = np.nan
    found = differences(MEAN_OF_CORES, values)
    assert np.isnan(found.differences[3]).all()
    assert found.cores[3] == []
    assert not found.without_core


def test_shares_cannot_be_pooled():
    with pytest.raises(InputError, match="cannot be pooled"):
        differences(POOLED_CORES, values_are=SHARES)


def test_nearest_core_needs_points():
    with pytest.raises(InputError, match="needs the cities' places"):
        differences(NEAREST_CORE)


def test_great_circle():
    """Beijing to Shanghai is about 1,068 km; antipodes half the circumference."""
    km = great_circle_km(
        np.array([116.40, 0.0]), np.array([39.90, 0.0]), np.array([121.47]), np.array([31.23])
    )
    assert km.shape == (2, 1)
    assert km[0, 0] == pytest.approx(1068, abs=2)
    half = great_circle_km(np.zeros(1), np.zeros(1), np.full(1, 180.0), np.zeros(1))
    assert half[0, 0] == pytest.approx(np.pi * 6371.0088)
