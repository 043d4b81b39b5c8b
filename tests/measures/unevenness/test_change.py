"""Names of changes."""

import numpy as np
import pytest
from megaregion.measures.unevenness.change import direction


@pytest.mark.parametrize(
    ("change", "ratios", "name"),
    [
        (0.002, (2.0, 3.0), "widening"),
        (-0.002, (3.0, 2.0), "narrowing"),
        (0.001, (2.0, 2.1), "stable"),
        (-0.001, (2.0, 1.9), "stable"),
        (0.0, (1.0, 1.0), "stable"),
        (0.0004, (1.21, 0.80), "reversed"),
        (0.2, (0.5, np.inf), "reversed"),
        (-0.2, (4.0, 0.0), "reversed"),
        (0.2, (1.0, 3.0), "widening"),
        (-0.2, (0.3, 1.0), "narrowing"),
        (0.0, (1 - 1e-16, 1 + 3e-16), "stable"),
        (np.nan, (1.2, 0.8), None),
        (0.1, (np.nan, 0.8), "widening"),
    ],
)
def test_direction(change, ratios, name):
    assert direction(change, 0.001, *ratios) == name
