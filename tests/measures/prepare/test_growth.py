"""Growth against values worked by hand, and at its limits."""

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.growth import growth, share_changes


def test_worked_by_hand():
    found = growth(np.array([100.0, 100, 400]), np.array([121.0, 100, 100]), years=2)
    assert found.change == pytest.approx([21, 0, -300])
    assert found.rate == pytest.approx([10, 0, -50])
    assert found.direction == ["growing", "stable", "shrinking"]


def test_the_rate_leads_from_the_first_to_the_last_value():
    start, end = np.array([2.0, 90, 7]), np.array([9.0, 3, 7.01])
    rate = growth(start, end, years=17).rate
    assert start * (1 + rate / 100) ** 17 == pytest.approx(end)


def test_stable_includes_its_ends():
    found = growth(np.full(4, 100.0), np.array([101.0, 101.1, 99, 98.9]), 1, stable_rate=1.0)
    assert found.direction == ["stable", "growing", "stable", "shrinking"]
    assert growth(np.array([100.0]), np.array([100.0]), 1, stable_rate=0).direction == ["stable"]


def test_zeros_and_blanks():
    found = growth(np.array([0.0, 5, np.nan, 5, 0]), np.array([5.0, 0, 5, np.nan, 0]), 10)
    assert np.array_equal(found.change, [5, -5, np.nan, np.nan, 0], equal_nan=True)
    assert np.array_equal(found.rate, [np.nan, -100, np.nan, np.nan, np.nan], equal_nan=True)
    assert found.direction == [None, "shrinking", None, None, None]


@pytest.mark.parametrize("years", [0, -3, np.nan, np.inf])
def test_years_must_be_above_zero(years):
    with pytest.raises(InputError, match="number of years"):
        growth(np.array([1.0]), np.array([1.0]), years)


def test_other_bad_input():
    with pytest.raises(InputError, match="zero or more"):
        growth(np.array([-1.0]), np.array([1.0]), 1)
    with pytest.raises(InputError, match="stable rate is -1 percent"):
        growth(np.array([1.0]), np.array([1.0]), 1, stable_rate=-1)


def test_share_changes_worked_by_hand():
    """N goes from 60 + 40 to 60 + 90; the third city has no first value and does not count."""
    start = np.array([60.0, 40, np.nan, 5, 7])
    end = np.array([60.0, 90, 50, 8, 7])
    found = share_changes(start, end, ["N", "N", "N", "S", None])
    assert found[:2] == pytest.approx([0.4 - 0.6, 0.6 - 0.4])
    assert found[3] == 0  # alone in its region
    assert np.isnan(found[[2, 4]]).all()


def test_share_of_nothing():
    found = share_changes(np.zeros(2), np.array([1.0, 2]), ["N", "N"])
    assert np.isnan(found).all()
    assert np.isnan(share_changes(np.array([1.0, 2]), np.zeros(2), ["N", "N"])).all()


@pytest.mark.parametrize(("to", "direction"), [(100.05, "stable"), (100.5, "growing")])
def test_a_tenth_of_a_percent_a_year_is_stable_unless_another_rate_is_asked(to, direction):
    assert growth(np.array([100.0]), np.array([to]), 1).direction == [direction]


def test_a_stable_rate_without_end_is_refused():
    for rate in (np.inf, np.nan):
        with pytest.raises(InputError, match="choose zero or more"):
            growth(np.array([1.0]), np.array([1.0]), 1, stable_rate=rate)


@pytest.mark.parametrize("scale", [1e-300, 1e290])
def test_the_unit_does_not_matter(scale):
    start, end = np.array([3.0, 90, 7, 0]), np.array([9.0, 3, 7.01, 2])
    one, other = (growth(start * unit, end * unit, 17) for unit in (1.0, scale))
    np.testing.assert_allclose(other.rate, one.rate, rtol=1e-9)
    assert other.direction == one.direction
    regions = ["a", "a", "b", "a"]
    shares = [share_changes(start * unit, end * unit, regions) for unit in (1.0, scale)]
    np.testing.assert_allclose(shares[1], shares[0], rtol=1e-12)
    assert shares[0][[0, 1, 3]].sum() == pytest.approx(0, abs=1e-15)
