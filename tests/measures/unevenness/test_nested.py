"""The nested Theil decomposition: parts sum, and each is what a direct computation gives."""

import numpy as np
import pytest
from megaregion.measures.inequality import theil_decomposition
from megaregion.measures.unevenness.nested import nested_theil


@pytest.mark.parametrize("seed", range(20))
def test_parts_sum_to_the_total(seed):
    rng = np.random.default_rng(seed)
    n = 60
    values = np.where(rng.random(n) < 0.1, 0, rng.lognormal(size=n))
    regions, is_core = rng.integers(0, 5, n), rng.random(n) < 0.3
    weights = rng.random(n) + 0.1 if seed % 2 else None
    nested = nested_theil(values, regions, is_core, weights)
    parts = nested.between_regions + nested.between_roles + nested.within_roles
    assert parts == pytest.approx(nested.total, abs=1e-12)
    assert nested.total == pytest.approx(
        theil_decomposition(values, regions, weights).total, abs=1e-12
    )


def test_between_roles_is_the_share_weighted_sum_of_the_regions_indices():
    values = np.array([8.0, 2, 2, 5, 5, 1])
    regions = np.array([0, 0, 0, 1, 1, 1])
    is_core = np.array([True, False, False, True, False, False])
    expected = sum(
        values[regions == r].sum()
        / values.sum()
        * theil_decomposition(values[regions == r], is_core[regions == r]).between
        for r in (0, 1)
    )
    assert nested_theil(values, regions, is_core).between_roles == pytest.approx(expected)


def test_equal_cities_and_zeros():
    even = nested_theil(np.ones(4), np.array([0, 0, 1, 1]), np.array([True, False] * 2))
    assert (even.total, even.between_regions, even.between_roles, even.within_roles) == (0, 0, 0, 0)
    nothing = nested_theil(np.zeros(2), np.array([0, 1]), np.array([True, False]))
    assert np.isnan([nothing.total, nothing.between_regions, nothing.between_roles]).all()
