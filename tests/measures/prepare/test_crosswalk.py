"""Boundary changes: totals stay, ratios are not added, what cannot be known is said."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.crosswalk import Change, apply_changes, check_changes
from megaregion.measures.prepare.panel import MERGED, NONE, PUBLISHED, Panel

NAMES = ["合肥", "芜湖", "马鞍山", "巢湖", "济南", "莱芜"]
HEFEI, WUHU, MAANSHAN, CHAOHU, JINAN, LAIWU = range(6)
YEARS = [2009, 2010, 2011, 2019]


def panel_of(values, indicators=("gdp",), years=YEARS):
    """A panel of published values; None where no table has a row, NaN where the cell is blank."""
    panel = Panel.blank(len(NAMES), years, list(indicators))
    for cell, ((city, year, indicator), value) in enumerate(values.items()):
        at = (city, years.index(year), indicators.index(indicator))
        panel.seen[at] = True
        if not np.isnan(value):
            panel.value[at], panel.flag[at], panel.cell[at] = value, PUBLISHED, cell
    return panel


def value(panel, city, year, indicator=0):
    return panel.value[city, panel.years.index(year), indicator]


LAIWU_ENDS = Change(2019, LAIWU, JINAN, 1)


def test_a_whole_merger():
    panel = panel_of(
        {
            (JINAN, 2011, "gdp"): 4406.29,
            (LAIWU, 2011, "gdp"): 611.88,
            (JINAN, 2019, "gdp"): 9443.4,
        }
    )
    merging = apply_changes(panel, [LAIWU_ENDS], [False])
    assert value(panel, JINAN, 2011) == 4406.29 + 611.88
    assert np.isnan(value(panel, LAIWU, 2011))
    assert value(panel, JINAN, 2019) == 9443.4
    assert panel.flag[JINAN, :, 0].tolist() == [NONE, NONE, MERGED, PUBLISHED]
    assert panel.cells((JINAN, 2, 0)) == (0, 1)
    assert panel.cells((JINAN, 3, 0)) == (2,)
    assert (merging.incomplete, merging.absent, merging.refused) == ([], set(), [])


def test_a_split_with_known_shares_and_a_later_merger():
    """What became of a city changes hands once more: told in the latest boundaries."""
    panel = panel_of({(c, 2009, "gdp"): 10.0 * (c + 1) for c in range(6)})
    changes = [
        Change(2011, CHAOHU, HEFEI, 0.5),
        Change(2011, CHAOHU, WUHU, 0.3),
        Change(2011, CHAOHU, MAANSHAN, 0.2),
        Change(2019, WUHU, MAANSHAN, 1),
    ]
    apply_changes(panel, changes, [False])
    assert panel.value[:, 0, 0].tolist()[:3:2] == [10 + 20, 30 + 8 + 20 + 12]
    assert np.isnan(panel.value[[WUHU, CHAOHU], 0, 0]).all()
    assert panel.cells((MAANSHAN, 0, 0)) == (WUHU, MAANSHAN, CHAOHU)


def test_a_part_that_moves_while_the_rest_stays():
    panel = panel_of({(HEFEI, 2009, "gdp"): 10.0, (WUHU, 2009, "gdp"): 100.0})
    apply_changes(panel, [Change(2011, WUHU, WUHU, 0.9), Change(2011, WUHU, HEFEI, 0.1)], [False])
    assert panel.value[[HEFEI, WUHU], 0, 0].tolist() == [20, 90]
    assert panel.flag[[HEFEI, WUHU], 0, 0].tolist() == [MERGED, MERGED]


def test_two_cities_exchange_parts():
    """All changes of a year are of what was before any of them."""
    panel = panel_of({(HEFEI, 2009, "gdp"): 10.0, (WUHU, 2009, "gdp"): 100.0})
    changes = [
        Change(2011, HEFEI, HEFEI, 0.5),
        Change(2011, HEFEI, WUHU, 0.5),
        Change(2011, WUHU, WUHU, 0.9),
        Change(2011, WUHU, HEFEI, 0.1),
    ]
    check_changes(changes, NAMES, "CROSSWALK")
    apply_changes(panel, changes, [False])
    assert panel.value[[HEFEI, WUHU], 0, 0].tolist() == [15, 95]


def test_a_new_city_of_two_old_ones():
    panel = panel_of(
        {
            (WUHU, 2009, "gdp"): 1.0,
            (CHAOHU, 2009, "gdp"): 2.0,
            (HEFEI, 2011, "gdp"): 4.0,  # only after the change
        }
    )
    apply_changes(panel, [Change(2011, WUHU, HEFEI, 1), Change(2011, CHAOHU, HEFEI, 1)], [False])
    assert value(panel, HEFEI, 2009) == 3
    assert value(panel, HEFEI, 2011) == 4


def test_a_renamed_city_keeps_its_ratios():
    panel = panel_of({(CHAOHU, 2009, "rate"): 7.0}, ["rate"])
    merging = apply_changes(panel, [Change(2011, CHAOHU, HEFEI, 1)], [True])
    assert value(panel, HEFEI, 2009) == 7
    assert merging.refused == []


def test_ratios_are_refused():
    panel = panel_of({(JINAN, 2011, "rate"): 7.0, (LAIWU, 2011, "rate"): 9.0}, ["rate"])
    merging = apply_changes(panel, [LAIWU_ENDS], [True])
    assert np.isnan(panel.value).all()
    assert merging.refused == [(JINAN, 2, 0)]


@pytest.mark.parametrize("blank", [JINAN, LAIWU])
def test_a_blank_part_makes_the_sum_unknown(blank):
    values = {(JINAN, 2011, "gdp"): 4406.29, (LAIWU, 2011, "gdp"): 611.88}
    panel = panel_of({**values, (blank, 2011, "gdp"): np.nan})
    merging = apply_changes(panel, [LAIWU_ENDS], [False])
    assert np.isnan(panel.value).all()
    assert merging.incomplete == [(JINAN, 2, 0)]


def test_a_target_without_a_row_is_not_its_smallest_part():
    panel = panel_of({(JINAN, 2010, "gdp"): 4000.0, (LAIWU, 2011, "gdp"): 611.88})
    merging = apply_changes(panel, [LAIWU_ENDS], [False])
    assert np.isnan(value(panel, JINAN, 2011))
    assert merging.incomplete == [(JINAN, 2, 0)]


def test_a_source_that_no_table_has_leaves_what_is_published():
    panel = panel_of({(JINAN, 2011, "gdp"): 4406.29})
    merging = apply_changes(panel, [LAIWU_ENDS], [False])
    assert value(panel, JINAN, 2011) == 4406.29
    assert panel.flag[JINAN, 2, 0] == PUBLISHED
    assert merging.absent == {LAIWU_ENDS}


def test_unknown_shares_move_nothing():
    panel = panel_of({(c, 2009, "gdp"): 1.0 for c in range(4)})
    before = panel.value.copy()
    changes = [Change(2011, CHAOHU, city, None) for city in (HEFEI, WUHU, MAANSHAN)]
    check_changes(changes, NAMES, "CROSSWALK")
    merging = apply_changes(panel, changes, [False])
    np.testing.assert_array_equal(panel.value, before)
    assert merging.unknown == changes


@given(
    st.lists(st.floats(-1e9, 1e9), min_size=24, max_size=24),
    st.lists(st.integers(1, 9), min_size=6, max_size=6),
    st.permutations(range(6)),
)
@settings(max_examples=100, deadline=None)
def test_totals_stay(numbers, parts, order):
    """To 1e-12 of the sum of sizes, whatever the shares and the order of the rows."""
    cells = itertools.product(range(6), YEARS)
    panel = panel_of({(c, y, "gdp"): number for (c, y), number in zip(cells, numbers)})
    before = panel.value.copy()
    rows = [
        *(Change(2011, CHAOHU, t, parts[t] / sum(parts[:3])) for t in (HEFEI, WUHU, MAANSHAN)),
        Change(2019, LAIWU, JINAN, 1),
        Change(2010, WUHU, WUHU, parts[3] / (parts[3] + parts[4])),
        Change(2010, WUHU, LAIWU, parts[4] / (parts[3] + parts[4])),
    ]
    rows = [rows[i] for i in order]
    check_changes(rows, NAMES, "CROSSWALK")
    apply_changes(panel, rows, [False])
    size = np.abs(before).sum(axis=0)
    assert (np.abs(np.nansum(panel.value, axis=0) - before.sum(axis=0)) <= 1e-12 * size).all()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            [Change(2011, CHAOHU, HEFEI, 0.5, 2), Change(2011, CHAOHU, WUHU, 0.4, 4)],
            r"In CROSSWALK, '巢湖' from 2011 on \(rows 2, 4\) has shares that sum to 0.9 \(0.5 \+ 0.4\), not to 1",
        ),
        ([Change(2011, CHAOHU, HEFEI, 1.5)], "not between 0 and 1"),
        ([Change(2011, CHAOHU, HEFEI, 0)], "not between 0 and 1"),
        (
            [Change(2011, CHAOHU, HEFEI, 0.5), Change(2011, CHAOHU, HEFEI, 0.5)],
            "goes to '合肥' in two rows",
        ),
        (
            [Change(2011, CHAOHU, HEFEI, 1), Change(2011, HEFEI, CHAOHU, 1)],
            "circle: 合肥 to 巢湖 to 合肥",
        ),
        (
            [
                Change(2011, CHAOHU, HEFEI, 1),
                Change(2012, HEFEI, WUHU, 1),
                Change(2013, WUHU, CHAOHU, 1),
            ],
            "circle",
        ),
        (
            [
                Change(2011, CHAOHU, HEFEI, 0.5),
                Change(2011, CHAOHU, WUHU, 0.5),
                Change(2013, WUHU, CHAOHU, 1),
            ],
            "circle",
        ),
    ],
)
def test_crosswalks_that_are_not_sound(changes, message):
    with pytest.raises(InputError, match=message):
        check_changes(changes, NAMES, "CROSSWALK")


def test_shares_printed_with_few_digits():
    """A third with seven digits: the shares are scaled to sum to 1 exactly."""
    panel = panel_of({(c, 2009, "gdp"): 3.0 for c in range(4)})
    changes = [Change(2011, CHAOHU, city, 0.3333333) for city in (HEFEI, WUHU, MAANSHAN)]
    check_changes(changes, NAMES, "CROSSWALK")
    apply_changes(panel, changes, [False])
    assert panel.value[:3, 0, 0].tolist() == [4, 4, 4]
