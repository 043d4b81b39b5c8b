"""Dates as decimal years and their seasons."""

import numpy as np
import pytest
from megaregion.measures.dates import decimal_years, month_seasons


def test_decimal_years():
    got = decimal_years(["2022", "2022-01", "2022-12", "2022-01-01", "2020-12-31"])
    assert got == pytest.approx([2022.5, 2022 + 0.5 / 12, 2022 + 11.5 / 12, 2022 + 0.5 / 365, 2020 + 365.5 / 366])  # fmt: skip


def test_seasons_are_months_that_come_again():
    two_years = [f"{year}-{month:02d}" for year in (2012, 2013) for month in range(1, 13)]
    np.testing.assert_array_equal(month_seasons(two_years), np.tile(np.arange(1, 13), 2))
    assert month_seasons(["2012-01-05", "2012-06-05", "2013-01-02"]).tolist() == [1, 6, 1]
    assert month_seasons(two_years[:12]) is None  # one year
    assert month_seasons(["2012-06", "2013-06", "2014-06"]) is None  # one value a year
    assert month_seasons(["2012-06", "2012-07", "2013"]) is None
    assert month_seasons(["2012-06-01", "2012-06-02", "2012-06-03"]) is None
