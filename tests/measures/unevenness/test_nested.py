"""The nested Theil decomposition: parts sum, and each is what a direct computation gives."""

import numpy as np
import pytest
from inequality.theil import TheilD
from megaregion.measures.errors import InputError
from megaregion.measures.inequality import theil_decomposition
from megaregion.measures.unevenness.nested import Level, levelled_theil


def of_regions(values, regions, is_core, weights=None):
    """The parts between regions, between roles and within roles, and the total."""
    found = levelled_theil(values, [Level("region", regions)], is_core, weights)
    assert [name for name, _ in found.parts] == ["region", "role", "within"]
    return [part for _, part in found.parts], found.total


@pytest.mark.parametrize("seed", range(20))
def test_parts_sum_to_the_total(seed):
    rng = np.random.default_rng(seed)
    n = 60
    values = np.where(rng.random(n) < 0.1, 0, rng.lognormal(size=n))
    regions, is_core = rng.integers(0, 5, n), rng.random(n) < 0.3
    weights = rng.random(n) + 0.1 if seed % 2 else None
    parts, total = of_regions(values, regions, is_core, weights)
    assert sum(parts) == pytest.approx(total, abs=1e-12)
    assert total == pytest.approx(theil_decomposition(values, regions, weights).total, abs=1e-12)


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
    assert of_regions(values, regions, is_core)[0][1] == pytest.approx(expected)


def test_equal_cities_and_zeros():
    even = of_regions(np.ones(4), np.array([0, 0, 1, 1]), np.array([True, False] * 2))
    assert even == ([0, 0, 0], 0)
    parts, total = of_regions(np.zeros(2), np.array([0, 1]), np.array([True, False]))
    assert np.isnan([total, *parts]).all()


@pytest.mark.parametrize("seed", range(10))
def test_levels_sum_to_the_total_and_equal_pysal(seed):
    rng = np.random.default_rng(seed)
    n = 120
    values, is_core = rng.lognormal(size=n), rng.random(n) < 0.3
    regions = rng.integers(0, 12, n)
    provinces, phases = regions // 2, regions // 6  # 12 regions in 6 provinces in 2 phases
    weights = rng.random(n) + 0.1 if seed % 2 else None
    levels = [Level("phase", phases), Level("province", provinces), Level("zone", regions)]
    result = levelled_theil(values, levels, is_core, weights)
    assert [name for name, _ in result.parts] == ["phase", "province", "zone", "role", "within"]
    assert sum(part for _, part in result.parts) == pytest.approx(result.total, abs=1e-12)
    (between_regions, *inner), total = of_regions(values, regions, is_core, weights)
    assert result.total == total
    assert sum(part for _, part in result.parts[:3]) == pytest.approx(between_regions)
    assert [part for _, part in result.parts[3:]] == pytest.approx(inner)
    if weights is None:
        of_phases, of_provinces = TheilD(values, phases).bg[0], TheilD(values, provinces).bg[0]
        assert [part for _, part in result.parts[:2]] == pytest.approx(
            [of_phases, of_provinces - of_phases]
        )
    assert all(part >= -1e-12 for _, part in result.parts)


def test_labels_may_be_texts_and_a_level_may_repeat_the_one_below():
    phases = np.array(["optimizing", "optimizing", "expanding", "expanding"])
    levels = [Level("phase", phases), Level("region", np.array(["A", "A", "B", "B"]))]
    is_core = np.array([True, False] * 2)
    result = levelled_theil(np.array([4.0, 1, 6, 3]), levels, is_core)
    assert result.parts[0][1] > 0
    assert result.parts[1] == ("region", pytest.approx(0, abs=1e-15))


def test_a_level_that_cuts_a_region_is_named():
    levels = [
        Level("province", np.array(["Hubei", "Hunan", "Jiangxi"])),
        Level("mega_region", np.array(["MRYR", "MRYR", "other"])),
    ]
    with pytest.raises(
        InputError,
        match=r"'province' cuts 'MRYR' of 'mega_region': its cities are in 'Hubei' and in 'Hunan'",
    ):
        levelled_theil(np.ones(3), levels, np.array([True, False, False]))


def test_levels_of_zeros_are_unknown():
    result = levelled_theil(np.zeros(2), [Level("region", np.array([0, 1]))], np.ones(2, bool))
    assert np.isnan([result.total, *(part for _, part in result.parts)]).all()
