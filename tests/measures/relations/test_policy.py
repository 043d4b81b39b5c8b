"""Policy items counted, against values worked by hand."""

import numpy as np
import pytest
from megaregion.measures.relations.policy import PolicyCode, count_items

VOCABULARY = [
    PolicyCode("COE-1", "coexistence", "patterns"),
    PolicyCode("CON-1", "connectivity", "transport"),
    PolicyCode("CON-2", "connectivity", "labour"),
]


def counts():
    return count_items(
        ["N", "N", "N", "N", "S", "S"],
        ["COE-1", "con-1", "CON-1", "NEW", "COE-1", "new"],
        ["core", "Both", None, "mayor", "secondary", "core"],
        VOCABULARY,
    )


def test_items_and_unknown_codes():
    found = counts()
    assert found.regions == ["N", "S"]
    assert [code.code for code in found.codes] == ["COE-1", "CON-1", "CON-2", "NEW"]
    assert found.codes[3].theme is None
    assert found.items.tolist() == [[1, 2, 0, 1], [1, 0, 0, 1]]
    assert found.themes == ["coexistence", "connectivity"]


def test_shares_and_quotients():
    found = counts()
    assert found.share.tolist() == [[0.25, 0.5, 0, 0.25], [0.5, 0, 0, 0.5]]
    assert found.share_of_all == pytest.approx([2 / 6, 2 / 6, 0, 2 / 6])
    assert found.quotient[0, :2] == pytest.approx([0.75, 1.5])
    assert found.quotient[1, 1] == 0
    assert np.isnan(found.quotient[:, 2]).all()  # no region has an item of CON-2
    assert found.theme_share("connectivity").tolist() == [0.5, 0]
    assert found.theme_share("coexistence").tolist() == [0.25, 0.5]


def test_addressees():
    addressed = counts().addressed
    assert addressed[0].tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0]]
    assert addressed[1].sum(axis=0).tolist() == [1, 1, 0]


def test_one_region_has_quotients_of_one():
    found = count_items(["N", "N"], ["COE-1", "CON-1"], [None, None], VOCABULARY)
    assert found.quotient[0, :2].tolist() == [1, 1]
