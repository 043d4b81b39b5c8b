"""The between-group Theil index against 60 decimals."""

from decimal import Decimal, localcontext

import numpy as np
import pytest
from megaregion.measures.unevenness.shares import city_years, theil_between


def exactly(p, excess):
    with localcontext() as context:
        context.prec = 60
        p, excess = Decimal(float(p)), Decimal(float(excess))
        s = p + excess
        return float(s * (s / p).ln() + (1 - s) * ((1 - s) / (1 - p)).ln())


@pytest.mark.parametrize("exponent", [0, -1, -2, -4, -8, -12, -20])
def test_index_to_the_last_digits_however_small(exponent):
    rng = np.random.default_rng(1 - exponent)
    p = rng.uniform(0.02, 0.98, 50)
    excess = (rng.random(50) - p) * 10.0**exponent
    expected = [exactly(*pair) for pair in zip(p, excess)]
    assert theil_between(p, excess) == pytest.approx(np.array(expected), rel=1e-13, abs=0)


def test_ends_of_the_index():
    p = np.array([0.25, 0.25, 0.25, 0.0, 1.0])
    excess = np.array([0.75, -0.25, 0.0, 0.0, 0.0])
    index = theil_between(p, excess)
    assert index[:3] == pytest.approx([np.log(4), np.log(4 / 3), 0], abs=1e-15)
    assert np.isnan(index[3:]).all()
    assert theil_between(0.25, 0.75 + 1e-16) == pytest.approx(np.log(4))


def test_a_missing_value_or_weight_takes_the_city_out_of_the_year():
    cities = city_years(
        np.array([[4.0, np.nan], [2.0, 2.0]]), np.array([[1.0, 1.0], [0.5, np.nan]])
    )
    assert (cities.weights > 0).tolist() == [[True, False], [True, False]]
    assert cities.amounts[0, 0] == 4 * cities.amounts[1, 0]
