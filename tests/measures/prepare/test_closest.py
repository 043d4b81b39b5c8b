"""The closest name, against comparing each with each."""

import csv
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.prepare.closest import Closest, closest


def compared_with_each(key, candidates):
    """The first of the most similar, as `difflib` has it."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    best, similarity = 0, 0.0
    for position, candidate in enumerate(candidates):
        matcher.set_seq1(candidate)
        if matcher.ratio() > similarity:
            best, similarity = position, matcher.ratio()
    return best, similarity


def test_names():
    assert closest("xiangyang", ["xianyang", "xiangfan", "wuhan"]) == (0, pytest.approx(16 / 17))
    assert closest("襄樊", ["信阳", "襄阳"]) == (1, 0.5)
    assert closest("ab", ["xy"]) == (0, 0)
    assert closest("ab", ["ab", "ab"]) == (0, 1)
    assert closest("ab", []) is None
    assert closest("", ["ab"]) == (0, 0)


LETTERS = {"chinese": "石家庄唐山秦皇岛邯郸市县区", "latin": "abcdeinsgh ", "digits": "0123456789"}


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_same_as_comparing_each_with_each(letters, data):
    words = st.text(letters, min_size=1, max_size=9)
    candidates = data.draw(st.lists(words, min_size=1, max_size=30))
    nearest = Closest(candidates)
    for key in data.draw(st.lists(words, max_size=5)):
        assert nearest.find(key) == compared_with_each(key, candidates)


@given(
    st.text("ab 县注", min_size=1, max_size=150),
    st.lists(st.text("ab 县注", min_size=1, max_size=150), min_size=1, max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_notes_longer_than_a_machine_word(key, candidates):
    assert closest(key, candidates) == compared_with_each(key, candidates)


def test_first_of_equally_similar():
    # 'abcd' shares two letters in order with both; the second has the higher first bound.
    assert closest("abcd", ["abxy", "dcba", "xyab"]) == (0, 0.5)


def test_misspelt_names_of_the_example():
    """Every name with a letter lost, doubled or changed, among all 216; as compared with each."""
    path = Path(__file__).resolve().parents[3] / "resources" / "example" / "cities.csv"
    with open(path, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for field in ("city_en", "city"):
        names = [row[field].lower() for row in rows]
        nearest = Closest(names)
        for number, name in enumerate(names):
            at = number % len(name)
            wrong = (
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + "州a"[field == "city_en"] + name[at + 1 :],
            )[number % 3]
            assert nearest.find(wrong) == compared_with_each(wrong, names)


def test_long_headings_that_differ_in_a_letter():
    """More than half of a machine word in common: the bound must not fall below the likeness."""
    long = "gross regional product at current prices of the whole city 2023"
    candidates = ["gross output of industry at current prices", long[:-1] + "4", "population"]
    assert len(long) > 60
    assert closest(long, candidates) == compared_with_each(long, candidates)
    assert closest(long, candidates)[0] == 1
    assert closest(long[:40], candidates) == compared_with_each(long[:40], candidates)
