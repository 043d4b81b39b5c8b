"""Sector shares and differences to cores: hand-worked values and limits."""

import numpy as np
import pytest
from megaregion.measures.distance import great_circle_km
from megaregion.measures.errors import InputError
from megaregion.measures.sectors import (
    COUNTS,
    DIFFERENCE,
    LOCATION_QUOTIENT,
    LOG_RATIO,
    MEAN_OF_CORES,
    NAMED_CORE,
    NEAREST_CORE,
    OWN_SHARE,
    PERCENTAGES,
    POOLED_CORES,
    SHARES,
    core_differences,
    sector_shares,
    sum_by_role,
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


def ratio(form, values=None):
    """One core with 0.8 / 0.2 / 0, one secondary city with 0.6 / 0.3 / 0.1."""
    values = np.array([[8.0, 2.0, 0.0], [6.0, 3.0, 1.0]]) if values is None else values
    core = np.array([True, False])
    return core_differences(values, ["N", "N"], core, ~core, COUNTS, MEAN_OF_CORES, form=form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (DIFFERENCE, [-0.2, 0.1, 0.1]),
        (LOG_RATIO, [np.log(0.75), np.log(1.5), np.nan]),
        (LOCATION_QUOTIENT, [0.75, 1.5, np.nan]),
        (OWN_SHARE, [0.6, 0.3, 0.1]),
    ],
)
def test_forms(form, expected):
    found = ratio(form)
    np.testing.assert_allclose(found.differences[1], expected)
    assert np.isnan(found.differences[0]).all()
    ratios = form in (LOG_RATIO, LOCATION_QUOTIENT)
    assert found.undefined.tolist() == [[False] * 3, [False, False, ratios]]


def test_own_share_of_nothing_has_no_logarithm_but_a_quotient():
    values = np.array([[8.0, 2.0], [10.0, 0.0]])
    assert ratio(LOCATION_QUOTIENT, values).differences[1].tolist() == [1.25, 0]
    assert np.isnan(ratio(LOG_RATIO, values).differences[1, 1])


def test_own_share_needs_no_core():
    none = np.array([False, False])
    values = np.array([[8.0, 2.0], [10.0, 0.0]])
    found = core_differences(
        values, ["N", None], none, ~none, SHARES, MEAN_OF_CORES, form=OWN_SHARE
    )
    assert found.differences.tolist() == values.tolist()
    assert found.without_core == []


def test_named_cores_may_lie_in_another_region():
    values = np.array([[8.0, 2.0], [5.0, 5.0], [6.0, 4.0], [1.0, 9.0]])
    core = np.array([True, True, False, False])
    found = core_differences(
        values,
        ["N", "S", "S", None],
        core,
        ~core,
        COUNTS,
        NAMED_CORE,
        named=np.array([-1, -1, 0, -1]),
    )
    np.testing.assert_allclose(found.differences[2], [-0.2, 0.2])
    assert found.cores == [[], [], [0], []]
    assert np.isnan(found.differences[3]).all()


def test_a_named_core_with_a_blank_is_no_reference():
    values = np.array([[8.0, np.nan], [6.0, 4.0]])
    core = np.array([True, False])
    found = core_differences(
        values, ["N", "N"], core, ~core, COUNTS, NAMED_CORE, named=np.array([-1, 0])
    )
    assert found.cores == [[], []]
    assert np.isnan(found.differences).all()


def test_sectors_of_one_role_are_summed_first():
    values = np.array([[1.0, 2.0, 4.0], [1.0, np.nan, 3.0]])
    sums, names = sum_by_role(values, ["a", "b", "c"], {"a": "hub", "c": "hub"})
    assert names == ["hub", "b"]
    np.testing.assert_array_equal(sums, [[5, 2], [4, np.nan]])
