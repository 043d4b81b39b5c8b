"""Names of regions and roles made one, and rows grouped by them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.groups import (
    clean,
    found_again,
    latest,
    one_spelling,
    positions_by_name,
    same_name,
)


@pytest.mark.parametrize(
    ("given_name", "cleaned"),
    [
        ("Yangtze  River\tDelta", "Yangtze River Delta"),
        ("\u200bYRD\ufeff ", "YRD"),
        ("  a  b\n c ", "a b c"),
        ("\u3000长三角\u3000 ", "长三角"),
        ("长\u200d三角", "长三角"),
        ("nar\u00a0row", "nar row"),
        ("a\x00b\x7f", "ab"),
        ("\u2066left\u2069", "left"),
        ("text\ufe0f", "text"),
        ("ma\u00adjor", "major"),
        ("", ""),
        (" \u200b ", ""),
        ("é", "é"),
    ],
)
def test_what_cannot_be_seen_is_left_out(given_name, cleaned):
    assert clean(given_name) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＹＲＤ", "yrd"),
        ("Straße", "STRASSE"),
        ("1.0", "1"),
        ("1.000", " 1"),
        ("-3.0", "-3"),
        ("（一）", "(一)"),
        ("e\u0301", "\u00e9"),
        ("R ", "r"),
        ("a\u3000b", "A b"),
    ],
)
def test_spellings_that_are_the_same(one, other):
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5", "1"),
        ("10", "1"),
        ("1.01", "1"),
        ("region①", "region1"),
        ("01", "1"),
        ("a0", "a"),
        ("v1.0", "v1"),
    ],
)
def test_names_that_are_not(one, other):
    assert same_name(one) != same_name(other)


def test_the_commonest_spelling_is_written():
    names = ["yrd", "YRD ", "YRD", None, "BTH", " ", "bth"]
    spelled, merged = one_spelling(names)
    # "YRD " and "YRD" are one spelling when cleaned, twice, against one "yrd"
    assert spelled == ["YRD", "YRD", "YRD", None, "BTH", None, "BTH"]
    assert merged == {"YRD": ["yrd", "YRD "], "BTH": ["bth"]}
    assert one_spelling(["1.0", "1", "1.0"]) == (["1", "1", "1"], {"1": ["1.0"]})
    assert one_spelling(["A", "B"]) == (["A", "B"], {})
    assert one_spelling([]) == ([], {})


def test_of_equally_common_spellings_the_earliest():
    assert one_spelling(["b", "B", "B", "b"])[0] == ["b"] * 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "A", " a", "b ", "b", "1.0", "1", None, ""]), max_size=12))
def test_one_spelling_is_a_projection_that_groups_alike(names):
    spelled, merged = one_spelling(names)
    assert one_spelling(spelled) == (spelled, {})
    for name, written in zip(names, spelled):
        assert (written is None) == (name is None or not clean(name))
        if written is not None:
            assert same_name(written) == same_name(name)
            assert name == written or name in merged[written]


def test_positions_by_name():
    found = positions_by_name(["b", None, "a", "b", "b"])
    assert list(found) == ["b", "a"]
    np.testing.assert_array_equal(found["b"], [0, 3, 4])
    assert positions_by_name([None, None]) == {}


def test_latest_years():
    assert latest({"gdp": [2006, None, 2023, 2010], "pop": [None], "x": []}) == {
        "gdp": 2023,
        "pop": None,
        "x": None,
    }


def test_names_in_the_spelling_of_the_known_ones():
    assert found_again(["yrd", None, "other", "1.0"], ["YRD", "1"]) == ["YRD", None, "other", "1"]
