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
    assert list(suspects(np.array([0, 63, 255], "u1"), dmsp)) == [255]
    assert not suspects(np.array([0, 100, 255], "u1"), dmsp)  # eight bits of light
    assert not suspicious(0, 254, dmsp)
    assert list(suspects(np.array([0, 31.5, 127.5]), fills(byte, 0.5, 0.0))) == [127.5]


def test_an_edge_of_missing_values_or_of_one_value():
    assert undeclared_fill(np.full(9, np.nan), np.arange(9.0)) is None
    assert undeclared_fill(np.full(9, 7.0), np.full(9, 7.0)) is None
    value, share = undeclared_fill(np.array([255, 255, 255, 3], "u1"), np.arange(60, dtype="u1"))
    assert (value, share) == (255, 0.75)
