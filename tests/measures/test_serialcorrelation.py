"""What serial correlation does to a trend test, by its matrices written out in full."""

import numpy as np
import pytest
from megaregion.measures.serialcorrelation import _CORRELATIONS, design_of

DESIGNS = {
    "one season": (0,) * 12,
    "four seasons": (0, 1, 2, 3) * 4,
    "uneven seasons": (0, 0, 1, 0, 1, 1, 0, 2, 2, 0, 1),
}


def written_out(seasons):
    """Expected lag-1 correlations and inflations of the docstring, with n x n matrices."""
    codes = np.array(seasons)
    n = len(codes)
    levels = (codes[:, None] == np.unique(codes)).astype(float)
    line = np.arange(n, dtype=float)[:, None]
    straight = np.linalg.qr(np.hstack([levels, line]))[0]
    onto_levels = np.linalg.qr(levels)[0]
    residuals = np.eye(n) - straight @ straight.T
    around = np.eye(n) - onto_levels @ onto_levels.T
    beside = (np.eye(n, k=1) + np.eye(n, k=-1)) / 2
    earlier_less_later = np.array(
        [
            sum(codes[j] == codes[i] for j in range(i))
            - sum(codes[j] == codes[i] for j in range(i + 1, n))
            for i in range(n)
        ],
        dtype=float,
    )
    c = earlier_less_later
    expected, inflations = [], []
    for correlation in _CORRELATIONS:
        apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
        of_ranks = 6 / np.pi * np.arcsin(correlation**apart / 2)
        expected.append(
            np.trace(residuals @ beside @ residuals @ of_ranks) / np.trace(residuals @ of_ranks)
        )
        own = np.trace(around @ of_ranks) / (n - levels.shape[1])
        inflations.append(c @ of_ranks @ c / (c @ c) / own)
    return np.array(expected), np.array(inflations)


@pytest.mark.parametrize("seasons", DESIGNS.values(), ids=DESIGNS)
def test_design_by_full_matrices(seasons):
    design = design_of(seasons)
    expected, inflations = written_out(seasons)
    np.testing.assert_allclose(design.expected, np.maximum.accumulate(expected), atol=1e-12)
    np.testing.assert_allclose(design.inflations, np.maximum(inflations, 1), rtol=1e-10)
    number = len(set(seasons))
    assert design.basis.shape == (len(seasons), number + 1)
    np.testing.assert_allclose(design.basis.T @ design.basis, np.eye(number + 1), atol=1e-12)
    assert design.freedom == len(seasons) - number + 1
    assert (np.diff(design.expected) >= 0).all()


def test_levels_and_lines_leave_no_residuals():
    design = design_of(DESIGNS["four seasons"])
    levels = np.tile([3.0, -1, 0, 8], 4)
    ranks = np.stack([levels, levels + np.arange(16.0), np.full(16, 2.0)])
    assert (design.correlation(ranks) == 0).all()


@pytest.mark.parametrize("seasons", DESIGNS.values(), ids=DESIGNS)
def test_a_correlation_is_found_where_it_is_the_expected_one(seasons):
    """Residuals with exactly the expected lag-1 correlation tell the series' own."""
    design = design_of(seasons)
    rng = np.random.default_rng(0)
    ranks = rng.standard_normal((200, len(seasons)))
    residuals = ranks - ranks @ design.basis @ design.basis.T
    lag_1 = (residuals[:, 1:] * residuals[:, :-1]).sum(axis=1) / np.square(residuals).sum(axis=1)
    found = design.correlation(ranks)
    np.testing.assert_allclose(found, np.interp(lag_1, design.expected, _CORRELATIONS), atol=1e-12)
    assert found.min() >= 0
    assert found.max() <= 0.95
    np.testing.assert_allclose(design.correlation(5 * ranks + 3), found, atol=1e-9)


def test_two_values_have_a_line_and_nothing_else():
    design = design_of((0, 0))
    assert (design.expected == 0).all()
    assert design.correlation(np.array([[1.0, 2.0]])) == [0.0]
    assert (design.inflations >= 1).all()
