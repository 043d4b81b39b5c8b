"""Matching by equal keys: duplicates, former names, and rows that are no data."""

import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.matching import Content, Lookup, match
from megaregion.measures.prepare.names import code_key, name_key, written_key

NOTHING, WORDS, NUMBERS = Content
ALIASES = {"襄樊市": "襄阳市", "思茅地区": "普洱市", "思茅市": "普洱市"}


def names(cities, rows, content=None, aliases=ALIASES):
    return match(cities, rows, content or [NUMBERS] * len(rows), name_key, aliases)


def test_equal_names_in_any_order():
    found = names(["北京市", "上海", None, "天津市"], ["合计", "上海市", "北京", None])
    assert found.rows == [2, 1, None, None]
    assert found.unused == [0, 3]
    assert found.renamed == []


@pytest.mark.parametrize(("city", "row"), [("襄阳市", "襄樊市"), ("襄樊市", "襄阳")])
def test_former_names_on_either_side(city, row):
    found = names([city], [row])
    assert found.rows == [0]
    assert found.renamed == [(row, city)]


def test_two_former_names_of_one_city():
    assert names(["思茅地区"], ["思茅市"], aliases={}).rows == [0]  # but for the suffix the same
    assert names(["普洱市"], ["思茅地区"]).rows == [0]


def test_a_former_name_on_both_sides_is_taken_as_it_is():
    found = names(["襄樊市"], ["襄樊市", "襄阳市"])
    assert (found.rows, found.unused, found.renamed) == ([0], [1], [])


def test_likeness_never_joins():
    found = names(["Xiangyang", "台州市"], ["Xiangyan", "泰州市"])
    assert found.rows == [None, None]


@pytest.mark.parametrize(
    ("cities", "rows", "message"),
    [
        (["北京市"], ["北京市", "北京"], r"in the table: '北京市' and '北京' \(2 rows\)"),
        (["Suzhou", "Suzhou"], ["x"], r"in the cities: 'Suzhou' \(2 rows\)"),
        (["襄阳市"], ["襄阳市", "襄樊市"], "'襄阳市' and '襄樊市'"),
        (["北京市"], ["合计", "合计"], "'合计'"),
    ],
)
def test_duplicates_are_an_error_that_names_them(cities, rows, message):
    with pytest.raises(InputError, match=message):
        names(cities, rows)


def test_headers_and_merged_cells_are_no_duplicates():
    rows = ["城市", "北京市", "北京市", "城市", None, None]
    found = names(["北京市"], rows, [WORDS, NOTHING, NUMBERS, WORDS, WORDS, NUMBERS])
    assert found.rows == [2]
    assert found.unused == [0, 1, 3, 4, 5]


def test_words_of_the_same_city_are_duplicates():
    with pytest.raises(InputError, match="北京"):
        names(["北京市"], ["北京市", "北京"], [WORDS, WORDS])


def test_a_city_whose_row_is_blank_is_still_found():
    assert names(["北京市"], ["北京"], [NOTHING]).rows == [0]


def test_codes():
    found = match(["110000", "120000"], ["１２００００", "110,000"], [NUMBERS] * 2, code_key, {})
    assert found.rows == [1, 0]


def test_names_of_digits_and_of_one_sign_are_found():
    lookup = Lookup(["1", "7号市", "北京市", "110000"], name_key, {}, "the cities")
    found = [lookup.find(text) for text in ("1", "1.0", "7号", "北京", "110000.0", "11", "9", "x")]
    assert found == [0, 0, 1, 2, 3, None, None, None]
    only_words = Lookup(["北京市"], name_key, {}, "the cities")
    assert [only_words.find(text) for text in ("12345", "北京")] == [None, 0]


def test_two_former_names_of_one_place_find_neither():
    lookup = Lookup(["思茅地区", "思茅市"], written_key, ALIASES, "the cities")
    assert lookup.find("普洱市") is None
    assert Lookup(["思茅地区"], name_key, ALIASES, "the cities").find("普洱市") == 0


def test_a_city_twice_is_refused_where_it_is_looked_up():
    with pytest.raises(InputError, match=r"in the cities: 'A' and 'a' \(2 rows\)"):
        Lookup(["A", "a", "b"], name_key, {}, "the cities")
