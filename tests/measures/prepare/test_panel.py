"""Prices and gaps of a panel."""

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.panel import (
    INTERPOLATED,
    NONE,
    PUBLISHED,
    Panel,
    deflate,
    interpolate,
)


def series(*values, first=2001):
    """A panel of one city and indicator."""
    panel = Panel.blank(1, range(first, first + len(values)), ["gdp"])
    panel.value[0, :, 0] = values
    known = np.isfinite(panel.value)
    panel.flag[known] = PUBLISHED
    panel.cell[known] = np.arange(known.sum())
    return panel


nan = np.nan


@pytest.mark.parametrize(
    ("values", "longest", "filled"),
    [
        ([1, nan, 3], 2, [1, 2, 3]),
        ([1, nan, nan, 4], 2, [1, 2, 3, 4]),
        ([1, nan, nan, 4], 1, [1, nan, nan, 4]),
        ([1, nan, nan, nan, 5], 2, [1, nan, nan, nan, 5]),
        ([nan, 1, nan, 3, nan], 9, [nan, 1, 2, 3, nan]),
        ([1, nan, 3, nan, nan, 0], 1, [1, 2, 3, nan, nan, 0]),
        ([nan, nan], 2, [nan, nan]),
        ([1, 2], 2, [1, 2]),
    ],
)
def test_gaps(values, longest, filled):
    panel = series(*values)
    count = interpolate(panel, longest)
    np.testing.assert_array_equal(panel.value[0, :, 0], filled)
    new = np.isnan(values) & np.isfinite(filled)
    assert count == new.sum()
    np.testing.assert_array_equal(panel.flag[0, :, 0] == INTERPOLATED, new)


def test_same_as_numpys_interpolation():
    draw = np.random.default_rng(1)
    panel = Panel.blank(20, range(2000, 2030), ["a", "b"])
    panel.value[:] = np.where(
        draw.random(panel.value.shape) < 0.5, draw.random(panel.value.shape), nan
    )
    before = panel.value.copy()
    interpolate(panel, 30)
    years = np.arange(30)
    for city in range(20):
        for indicator in range(2):
            known = np.isfinite(before[city, :, indicator])
            expected = np.interp(years, years[known], before[city, known, indicator], nan, nan)
            np.testing.assert_allclose(panel.value[city, :, indicator], expected, rtol=1e-12)


def test_cells_of_a_filled_value_are_its_neighbours():
    panel = series(1, nan, nan, 4, nan, 6)
    interpolate(panel, 2)
    assert [panel.cells((0, year, 0)) for year in range(6)] == [
        (0,),
        (0, 1),
        (0, 1),
        (1,),
        (1, 2),
        (2,),
    ]


def test_prices_of_a_year():
    """Nominal 110 at an index of 110 is 100 in prices of the year whose index is 100."""
    panel = series(100, 110, nan, 121)
    deflate(panel, 0, {2001: 100, 2002: 110, 2004: 121}, 2001, "DEFLATOR", str)
    np.testing.assert_allclose(panel.value[0, :, 0], [100, 100, nan, 100], rtol=1e-15)


def test_the_base_year_keeps_its_bytes():
    panel = series(0.1, 0.7)
    deflate(panel, 0, {2001: 3, 2002: 7}, 2002, "DEFLATOR", str)
    assert panel.value[0, 1, 0] == 0.7


@pytest.mark.parametrize(
    ("index", "base", "message"),
    [
        ({2001: 100}, 2001, r"DEFLATOR has no index for 2002, .* of 'gdp' such as '\(0, 1, 0\)'"),
        ({2001: 100, 2002: 110}, 2000, "no index for BASE_YEAR 2000: .* 2001, 2002"),
    ],
)
def test_years_outside_the_table(index, base, message):
    with pytest.raises(InputError, match=message):
        deflate(series(1, 2), 0, index, base, "DEFLATOR", str)


def test_derived_indicators_are_not_filled():
    panel = series(1, nan, 3)
    panel.with_indicator("per_head")
    panel.parts[1] = (0,)
    panel.value[0, [0, 2], 1] = 5
    interpolate(panel, 2)
    assert panel.flag[0, 1].tolist() == [INTERPOLATED, NONE]
    panel.value[0, 1, 1], panel.flag[0, 1, 1] = 9, INTERPOLATED
    assert panel.cells((0, 1, 1)) == (0, 1)


def test_what_is_cleared_is_as_if_it_had_never_been():
    panel, blank = series(1, 2), Panel.blank(1, [2001, 2002], ["gdp"])
    panel.seen[:] = True
    panel.merged[0, 1, 0] = (4, 5)
    panel.clear((0, 1, 0))
    for name in ("value", "flag", "cell", "seen"):
        np.testing.assert_array_equal(getattr(panel, name)[0, 1], getattr(blank, name)[0, 1])
    assert panel.merged == {}
    assert panel.cells((0, 1, 0)) == ()
    assert panel.cells((0, 0, 0)) == (0,)


def test_a_copy_is_a_panel_of_its_own():
    panel = series(1, 2)
    panel.merged[0, 1, 0] = (4, 5)
    copied = panel.copy()
    copied.clear((0, 1, 0))
    copied.parts[3] = (0,)
    assert panel.value[0, 1, 0] == 2
    assert panel.cells((0, 1, 0)) == (4, 5)
    assert panel.parts == {}
