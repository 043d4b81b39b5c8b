"""Values that are probably no light, and thresholds as cells hold them."""

import numpy as np
import pytest
from megaregion.measures.light.plausible import (
    as_stored,
    fills,
    no_data_range,
    suspects,
    suspicious,
    undeclared_fill,
)

BYTE, SHORT, FLOAT, DOUBLE = (np.dtype(kind) for kind in ("u1", "i2", "f4", "f8"))


@pytest.mark.parametrize(
    ("declared", "dtype", "held"),
    [
        (-3.4e38, FLOAT, np.float32(-3.4028234663852886e38)),
        (-999.9, FLOAT, np.float32(-999.9)),
        (float(np.float32(-999.9)), DOUBLE, -999.9),
        (-9999, SHORT, -9999),
        (255, BYTE, 255),
        (-np.inf, DOUBLE, -1.7976931348623157e308),
    ],
)
def test_what_a_no_data_value_means(declared, dtype, held):
    first, last = no_data_range(declared, dtype)
    assert first <= float(held) <= last
    for light in (0.0, 63.0, -1.5, 300.0):
        assert not first <= light <= last


def test_whole_numbers_mean_themselves():
    assert no_data_range(-9999.0, FLOAT) == (-9999.0, -9999.0)
    assert no_data_range(0.0, FLOAT) == (0.0, 0.0)
    assert all(map(np.isnan, no_data_range(np.nan, FLOAT)))


@pytest.mark.parametrize("stored", range(1, 60))
@pytest.mark.parametrize(("scale", "offset"), [(0.1, 0.0), (0.01, -1.0), (0.1, 0.7)])
def test_every_stored_value_equals_its_own_text(stored, scale, offset):
    """A threshold typed with the digits that a table shows does not lie below the cell's value."""
    typed = float(f"{stored * scale + offset:.6g}")
    light = float(np.multiply(np.uint16(stored), scale, dtype=float) + offset)
    assert as_stored(typed, np.dtype("u2"), scale, offset) == light
    assert as_stored(float(f"{stored * scale:.6g}"), FLOAT, 1.0, 0.0) == float(
        np.float32(float(f"{stored * scale:.6g}"))
    )


def test_thresholds_between_stored_values_stay():
    assert as_stored(0.25, SHORT, 0.1, 0.0) == 0.25
    assert as_stored(0.5, SHORT, 1.0, 0.0) == 0.5
    assert as_stored(0.0, SHORT, 1.0, 0.0) == 0.0


def test_suspects_are_told_apart():
    single = np.dtype(np.float32)
    plain = fills(single, 1.0, 0.0)
    values = np.array([[0, 5, 65535], [-9999, -9999, 1e30], [2e30, 32767, 300]])
    found = suspects(values, plain)
    assert set(found) == {65535.0, -9999.0, 2e30, 32767.0}
    assert found[2e30].sum() == 2
    assert suspicious(-9999, 5, plain)
    assert suspicious(0, 65535, plain)
    assert suspicious(0, 6553.5, fills(single, 0.1, 0.0))
    assert suspicious(-32.768, 5, fills(SHORT, 0.001, 0.0))
    assert list(suspects(np.array([-32.768, 5]), fills(SHORT, 0.001, 0.0))) == [-32.768]
    assert not suspicious(-1.5, 8000, plain)
    assert not suspects(np.array([-1.5, 8000.0]), plain)


def test_bytes_without_an_observation():
    byte = np.dtype(np.uint8)
    dmsp = fills(byte, 1.0, 0.0)
    assert fills(byte, 0.5, 3.0) == ((130.5,), 34.5)
    assert list(suspects(np.array([0, 63, 255], "u1"), dmsp)) == [255]
    assert not suspects(np.array([0, 100, 255], "u1"), dmsp)  # eight bits of light
    assert not suspicious(0, 254, dmsp)
    assert list(suspects(np.array([0, 31.5, 127.5]), fills(byte, 0.5, 0.0))) == [127.5]


def test_an_edge_of_missing_values_or_of_one_value():
    assert undeclared_fill(np.full(9, np.nan), np.arange(9.0)) is None
    assert undeclared_fill(np.full(9, 7.0), np.full(9, 7.0)) is None
    value, share = undeclared_fill(np.array([255, 255, 255, 3], "u1"), np.arange(60, dtype="u1"))
    assert (value, share) == (255, 0.75)


def test_the_last_plausible_values_are_no_suspects():
    plain = fills(FLOAT, 1.0, 0.0)
    assert not suspects(np.array([-90.0, 65532.0]), plain)
    assert list(suspects(np.array([-90.001, 65532.5]), plain)) == [-90.001, 65532.5]
    assert not suspicious(-90.0, 32766.0, plain)
    assert suspicious(-90.0, 32767.0, plain)
    assert suspicious(-90.001, 5.0, plain)
    assert suspicious(0.0, 65532.5, (1e9,))
    assert suspicious(np.nan, 5.0, plain)


@pytest.mark.parametrize(
    ("edge", "middle", "found"),
    [
        ([9.0] * 6 + [1.0, 2.0, 3.0, 4.0], [5.0], None),  # 4 above others that span 4: not far
        ([-9.0] * 6 + [1.0] * 4, [2.0, 3.0], (-9.0, 0.6)),
        ([-0.5] * 6 + [1.0] * 4, [2.0, 3.0], None),  # rounding of a background
        ([200.0] * 6 + [1.0] * 4, [2.0, 3.0], (200.0, 0.6)),
        ([200.0] * 5 + [1.0] * 5, [2.0, 3.0], None),  # half of the edge is not more than half
        ([0.0] * 6 + [1.0] * 4, [2.0, 3.0], None),
        ([2.0] * 6 + [1.0] * 4, [3.0], None),  # between the others
        ([65533.0] * 6 + [1.0] * 4, [60000.0], (65533.0, 0.6)),
        ([70000.0] * 6 + [1.0] * 4, [69999.0], (70000.0, 0.6)),
        ([-100.0] * 6 + [-99.0] * 4, [5.0], (-100.0, 0.6)),
    ],
)
def test_undeclared_fills_on_the_edge(edge, middle, found):
    got = undeclared_fill(np.array(edge), np.array(middle))
    assert got == (found and pytest.approx(found))


def test_fills_in_the_unit_of_the_light():
    tenths = (6554.2, 6554.1, 6554.0, 3277.4)
    assert fills(FLOAT, 0.1, 0.7).values[: len(tenths)] == pytest.approx(tenths)
    plain = (65535.0, 65534.0, 65533.0, 32767.0)
    assert fills(FLOAT, 1.0, 0.0).values[: len(plain)] == plain


@pytest.mark.parametrize(("value", "is_fill"), [(-1.0, True), (-2.0, True), (-1.5, False)])
def test_whole_numbers_below_zero_beside_light_are_fills(value, is_fill):
    """The others span four, so that a distance of one or two is not far."""
    found = undeclared_fill(np.array([value] * 6 + [0.0] * 4), np.array([1.0, 4.0]))
    assert found == ((value, 0.6) if is_fill else None)


def test_the_brightest_plausible_value_beside_others_is_no_fill():
    assert undeclared_fill(np.array([65532.0] * 6 + [1.0] * 4), np.array([65000.0])) is None
    assert undeclared_fill(np.array([-90.0] * 6 + [-89.5] * 4), np.array([70.0])) is None


def test_whole_numbers_are_exact_as_far_as_four_bytes_hold_them():
    assert no_data_range(-(2.0**24) + 1, FLOAT) == (-(2.0**24) + 1, -(2.0**24) + 1)
    first, last = no_data_range(-(2.0**24), FLOAT)
    assert last - first == pytest.approx(2 * 2**24 * 1e-6)
