"""False discovery rates against published and hand-made values."""

import numpy as np
import pytest
from megaregion.measures.significance import fdr

# Benjamini & Hochberg (1995), section 3.1: of 15 tests they reject the four smallest at 0.05.
PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
PUBLISHED += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]


def test_published_example():
    assert (fdr(np.array(PUBLISHED)) <= 0.05).sum() == 4


def test_step_up_by_hand():
    # 0.01 x 4 / 1, 0.02 x 4 / 2, 0.03 x 4 / 3, 0.5 x 4 / 4: the first three are all 0.04
    assert fdr(np.array([0.03, 0.5, 0.01, 0.02])) == pytest.approx([0.04, 0.5, 0.04, 0.04])
    # The third, 0.04 x 3 / 3, is less than the first and second: 0.02 x 3, 0.035 x 3 / 2
    assert fdr(np.array([0.02, 0.035, 0.04])) == pytest.approx([0.04, 0.04, 0.04])


def test_the_definition_on_random_values_with_ties():
    p = np.round(np.random.default_rng(0).random(60) ** 2, 2)
    ranks = [sum(p <= value) for value in p]
    literal = [min(q * 60 / r for q, r in zip(p, ranks) if q >= value) for value in p]
    assert fdr(p) == pytest.approx(literal)
    assert (fdr(p) <= 1).all()


def test_no_test_stays_none_and_shape_is_kept():
    adjusted = fdr(np.array([[0.01, np.nan], [0.02, np.nan]]))
    assert adjusted[:, 0] == pytest.approx([0.02, 0.02])
    assert np.isnan(adjusted[:, 1]).all()
    assert fdr(np.full(3, np.nan)).shape == (3,)
    assert len(fdr(np.empty(0))) == 0
