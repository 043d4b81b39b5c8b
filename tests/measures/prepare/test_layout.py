"""Which rows of a sheet are cities, titles, headings or numbers of columns, at the edges."""

import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.sheets import Sheet, _key_column, filled_parts, heading_parts
from yearbooks import read, values, want


@pytest.mark.parametrize(
    ("numbers", "counts"),
    [
        ((0, 1), True),
        ((1, 2), True),
        ((2, 3), True),
        ((3, 4), False),
        ((1, 3), False),
        ((1,), False),
    ],
)
def test_rows_that_number_the_columns(numbers, counts):
    """From 0, 1 or 2 on, one by one; anything else is a row with values of nobody known."""
    rows = [["城市", "GDP", "人口"], ["甲", *numbers], ["北京市", 7, 8]]
    _, layout, _ = read(rows, [want("GDP")])
    assert layout.strangers == ([] if counts else ["甲"])


def test_years_above_the_values_are_no_row_of_a_stranger():
    rows = [["城市", "GDP", None], ["年份", 2006, 2007], ["北京市", 7, 8]]
    found, layout, _ = read(rows, [want("GDP")], merges=[(0, 1, 0, 2)])
    assert layout.strangers == []
    assert values(found) == {("北京市", "gdp", 2006): 7, ("北京市", "gdp", 2007): 8}


def test_a_name_with_dashes_only_is_a_row_of_a_stranger():
    """It says that the place has no value; words beside a name say something else."""
    rows = [["城市", "GDP", "人口"], ["北京市", 1, 2], ["雄安新区", "—", "…"], ["其中", "旧", "—"]]
    _, layout, _ = read(rows, [want("GDP")])
    assert layout.strangers == ["雄安新区"]


def test_numbers_without_a_name_are_told():
    rows = [["城市", "GDP"], ["北京市", 1], [None, 5], [None, "—"]]
    assert read(rows, [want("GDP")])[1].nameless == [2]


def test_rows_of_different_lengths():
    rows = [["城市", "GDP", "人口"], ["北京市", 1], ["天津市", 2, 3], ["吉林市"]]
    found, layout, _ = read(rows, [want("GDP"), want("人口", "pop")])
    assert values(found) == {
        ("北京市", "gdp", 2007): 1,
        ("天津市", "gdp", 2007): 2,
        ("天津市", "pop", 2007): 3,
    }
    assert layout.named == {0, 1, 2}  # a city without anything beside it is named all the same


@pytest.mark.parametrize(("row", "column"), [(2, 0), (-1, 0), (0, 2), (9, 9)])
def test_outside_the_sheet_is_nothing(row, column):
    assert Sheet("f", "s", [["a", "b"], ["c"]]).text(row, column) == ""


def test_a_title_with_a_year_that_is_not_at_the_left():
    """Alone in its row it is a title; merged over columns it is the heading of these."""
    rows = [[None, "2006年主要指标", None], ["城市", "GDP", "人口"], ["北京市", 1, 2]]
    found, _, _ = read(rows, [want("GDP"), want("人口", "pop")])
    assert values(found) == {("北京市", "gdp", 2006): 1, ("北京市", "pop", 2006): 2}
    rows = [[None, "2006年", None], ["城市", "GDP", "人口"], ["北京市", 1, 2]]
    found, _, _ = read(rows, [want("2006年/GDP")], merges=[(0, 1, 0, 2)])
    assert values(found) == {("北京市", "gdp", 2006): 1}


def test_two_years_in_one_row_are_headings():
    rows = [[None, "2005年", "2006年"], ["城市", "GDP", "GDP"], ["北京市", 1, 2]]
    found, _, _ = read(rows, [want("GDP")])
    assert values(found) == {("北京市", "gdp", 2005): 1, ("北京市", "gdp", 2006): 2}


def test_a_file_name_with_dots_keeps_its_year():
    found, _, _ = read([["城市", "GDP"], ["北京市", 1]], [want("GDP")], file="a/gdp.2006.v2.xlsx")
    assert values(found) == {("北京市", "gdp", 2006): 1}


def test_the_folder_of_a_file_gives_no_year():
    with pytest.raises(InputError, match="No year is found"):
        read([["城市", "GDP"], ["北京市", 1]], [want("GDP")], file="2006/gdp.xlsx")


def test_percent_signs_make_the_unit_where_none_is_printed():
    for heading, cell, unit in (
        ("增长率", "45.2%", "%"),
        ("增长率", "45.2", ""),
        ("增长率(‰)", "45.2%", "‰"),
    ):
        rows = [["城市", heading], ["北京市", cell], ["天津市", "1"]]
        _, _, _, columns = read(rows, [want("增长率", "growth")], columns=True)
        assert [column.unit for column in columns] == [unit]
    found, _, _ = read([["城市", "增长率(‰)"], ["北京市", "45.2%"]], [want("增长率", "growth")])
    assert values(found) == {("北京市", "growth", 2007): 452}


def test_upper_blanks_are_the_cell_to_their_left_but_never_the_names():
    sheet = Sheet(
        "f",
        "s",
        [["城市", "", "GDP", "", ""], ["", "位次", "全市", "市辖区", ""], ["", "", "", "", ""]],
        tells_merges=False,
    )
    texts = [[p.text for p in filled_parts(sheet, [0, 1], column, 0)] for column in range(1, 5)]
    assert texts == [["位次"], ["GDP", "全市"], ["GDP", "市辖区"], []]
    one = [p.text for p in filled_parts(sheet, [0], 3, 0)]
    assert one == []  # nothing below it says that the blank is part of a heading


def test_parts_of_merged_headings_count_once():
    merges = {(row, 1): (0, 1, 1, 1) for row in (0, 1)}
    sheet = Sheet("f", "s", [["城市", "GDP"], ["", ""], ["", "全市"]], merges)
    assert [(p.text, p.row, p.column) for p in heading_parts(sheet, [0, 1, 2], 1, 0)] == [
        ("GDP", 0, 1),
        ("全市", 2, 1),
    ]
    over_names = {(0, column): (0, 0, 0, 1) for column in (0, 1)}
    sheet = Sheet("f", "s", [["指标", ""], ["城市", "GDP"]], over_names)
    assert [p.text for p in heading_parts(sheet, [0, 1], 1, 0)] == ["GDP"]


@pytest.mark.parametrize(("numbers", "found"), [(19, 0), (20, None)])
def test_one_code_among_many_numbers_is_chance(numbers, found):
    """Among 19 numbers a single city's code makes a column of codes, among 20 it does not."""
    rows = [["code"], *([str(n)] for n in range(1, numbers)), ["110000"]]
    sheet = Sheet("f", "s", rows)
    assert _key_column(sheet, {"110000": 0}.get) == found
    two = Sheet("f", "s", [*rows, ["120000"]])
    assert _key_column(two, {"110000": 0, "120000": 1}.get) == 0
