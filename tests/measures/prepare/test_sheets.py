"""Sheets taken apart: titles, headings, rows of cities, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.cells import MARKED, NO_NUMBER, SHARED
from megaregion.measures.prepare.columns import NO_UNIT, SEVERAL_UNITS
from megaregion.measures.prepare.matching import Lookup
from megaregion.measures.prepare.names import code_key, name_key
from megaregion.measures.prepare.sheets import Sheet, cell_name, read_layout
from yearbooks import CITIES, read, values, want


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (6, 2, "C7"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1")],
)
def test_names_of_cells(row, column, name):
    assert cell_name(row, column) == name


YEARBOOK = [
    ["2-6　地区生产总值（2006年）", None, None, None],
    [None, None, None, "单位：亿元"],
    ["城　市", "地区生产总值", None, "年末人口（万人）"],
    [None, "全市", "市辖区", None],
    ["河北省", None, None, None],
    ["北 京", "7,870.28", "7,000", 1197.6],
    ["天津市*", "4359.15①", "…", "—"],
    ["合计", "12229.43", None, None],
    ["雄安新区", 5, None, None],
    ["注：2005年数据另见。", None, None, None],
]
MERGES = [(0, 0, 0, 3), (2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 3, 3)]


def test_merged_headings_units_marks_and_rows_that_are_no_city():
    found, layout, remarks = read(
        YEARBOOK,
        [want("地区生产总值/全市", unit="万元"), want("年末人口", "pop", "人")],
        merges=MERGES,
    )
    assert values(found) == {
        ("北京市", "gdp", 2006): 78702800,
        ("天津市", "gdp", 2006): 43591500,
        ("北京市", "pop", 2006): 11976000,
    }
    assert found["北京市", "gdp", 2006][1] == "2007.xlsx|2-6|B6"
    assert ("天津市", "pop", 2006) in found  # a dash is a statement about the city
    assert (layout.totals, layout.strangers) == (["合计"], ["雄安新区"])
    assert layout.marked == ["天津市*"]
    assert remarks.places == {MARKED: ["2007.xlsx|2-6|B7 ('4359.15①')"]}


def test_merged_headings_that_a_text_file_lost():
    found, _, _ = read(YEARBOOK, [want("地区生产总值/市辖区", unit="亿元")], tells_merges=False)
    assert values(found) == {("北京市", "gdp", 2006): 7000}


def test_the_order_of_rows_and_columns_does_not_matter():
    wanted = [want("地区生产总值/全市", unit="亿元"), want("年末人口", "pop", "万人")]
    first, _, _ = read(YEARBOOK, wanted, merges=MERGES)
    turned = YEARBOOK[:4] + YEARBOOK[4:9][::-1] + YEARBOOK[9:]
    second, _, _ = read(turned, wanted, merges=MERGES)
    assert values(first) == values(second)


def test_years_as_headings():
    rows = [
        ["地区生产总值", None, None],
        ["城市", "2006年", "2007年"],
        ["北京市", 1, 2],
        ["天津市", 3, 4],
    ]
    found, _, _ = read(rows, [want("地区生产总值")])
    assert values(found) == {
        ("北京市", "gdp", 2006): 1,
        ("北京市", "gdp", 2007): 2,
        ("天津市", "gdp", 2006): 3,
        ("天津市", "gdp", 2007): 4,
    }


def test_years_as_numbers_under_a_merged_heading():
    rows = [["城市", "GDP", None], [None, 2006, 2007], ["北京市", 1, 2]]
    found, _, _ = read(rows, [want("gdp")], merges=[(0, 1, 0, 2), (0, 0, 1, 0)])
    assert values(found) == {("北京市", "gdp", 2006): 1, ("北京市", "gdp", 2007): 2}


@pytest.mark.parametrize(
    ("title", "name", "file", "year"),
    [
        ("主要指标（2006年）", "2007", "2008.xlsx", 2006),
        ("主要指标", "2007", "2008.xlsx", 2007),
        ("主要指标", "2-6", "yearbook 2008.xlsx", 2008),
    ],
)
def test_where_the_year_is_taken_from(title, name, file, year):
    rows = [[title, None], ["城市", "GDP"], ["北京市", 1]]
    found, _, _ = read(rows, [want("GDP")], name=name, file=file)
    assert values(found) == {("北京市", "gdp", year): 1}


def test_a_heading_with_a_year_comes_before_the_title():
    rows = [["主要指标（2006年）", None, None], ["城市", "GDP", "2005年GDP"], ["北京市", 2, 1]]
    found, _, _ = read(rows, [want("GDP")])
    assert values(found) == {("北京市", "gdp", 2006): 2, ("北京市", "gdp", 2005): 1}


def test_own_pattern_of_the_year():
    rows = [["中国城市统计年鉴2007（2006年数据）", None], ["城市", "GDP"], ["北京市", 1]]
    found, _, _ = read(rows, [want("GDP")], pattern="([0-9]{4})年")
    assert values(found) == {("北京市", "gdp", 2006): 1}
    with pytest.raises(InputError, match=r"Two years .*2006 in '2007.xlsx\|2-6\|A1' and 2007"):
        read(rows, [want("GDP")])
    with pytest.raises(InputError, match=r"finds '城' in '2007.xlsx\|2-6\|A1', which is no"):
        read(rows, [want("GDP")], pattern="城")


def test_no_year():
    rows = [["主要指标", None], ["城市", "GDP"], ["北京市", 1]]
    with pytest.raises(InputError, match=r"No year is found for the values of 'gdp.xlsx\|2-6'"):
        read(rows, [want("GDP")], file="gdp.xlsx")


def test_headings_again_with_other_columns_below():
    rows = [
        ["2-1 主要指标（2006年）", None, None],
        ["城市", "GDP", "人口"],
        ["北京市", 1, 2],
        [None, None, None],
        ["续表", None, None],
        ["城市", "面积", "GDP"],
        ["天津市", 3, 4],
    ]
    found, _, _ = read(rows, [want("GDP"), want("人口", "pop"), want("面积", "area")])
    assert values(found) == {
        ("北京市", "gdp", 2006): 1,
        ("北京市", "pop", 2006): 2,
        ("天津市", "area", 2006): 3,
        ("天津市", "gdp", 2006): 4,
    }


def test_one_year_below_the_other():
    rows = [
        ["地区生产总值", None],
        ["城市", "全市"],
        ["2006年", None],
        ["北京市", 1],
        ["2007年", None],
        ["北京市", 2],
        ["天津市", 3],
    ]
    found, _, _ = read(rows, [want("地区生产总值/全市")])
    assert values(found) == {
        ("北京市", "gdp", 2006): 1,
        ("北京市", "gdp", 2007): 2,
        ("天津市", "gdp", 2007): 3,
    }


def test_a_province_of_a_citys_name():
    rows = [["城市", "GDP"], ["吉林", 100], ["吉林市", 5], ["台州市", 1], ["泰州市", 2]]
    found, layout, _ = read(rows, [want("GDP")])
    assert values(found) == {
        ("吉林市", "gdp", 2007): 5,
        ("台州市", "gdp", 2007): 1,
        ("泰州市", "gdp", 2007): 2,
    }
    assert layout.totals == ["吉林"]


def test_numbers_of_the_columns_are_no_row():
    rows = [["城市", "GDP", "人口"], ["甲", 1, 2], ["北京市", 7, 8]]
    found, layout, _ = read(rows, [want("GDP")])
    assert values(found) == {("北京市", "gdp", 2007): 7}
    assert layout.strangers == []


def test_cells_that_are_no_number_are_named():
    rows = [
        ["城市", "GDP"],
        ["北京市", "1_000"],
        ["天津市", "约5"],
        ["吉林市", "#N/A"],
        ["台州市", 3],
    ]
    found, _, remarks = read(rows, [want("GDP")])
    assert values(found) == {("台州市", "gdp", 2007): 3}
    assert remarks.places[NO_NUMBER] == [
        "2007.xlsx|2-6|B2 ('1_000')",
        "2007.xlsx|2-6|B3 ('约5')",
        "2007.xlsx|2-6|B4 ('#N/A')",
    ]


def test_one_value_merged_over_two_cities_is_neither_ones():
    rows = [["城市", "GDP"], ["北京市", 5], ["天津市", None], ["吉林市", 1]]
    found, _, remarks = read(rows, [want("GDP")], merges=[(1, 1, 2, 1)])
    assert values(found) == {("吉林市", "gdp", 2007): 1}
    assert remarks.places[SHARED] == ["2007.xlsx|2-6|B2"]


def test_percentages_as_text_and_as_format():
    rows = [["城市", "增长率", "比重(‰)"], ["北京市", "45.2%", 0.5], ["天津市", 0.1, "3"]]
    wanted = [want("增长率", "growth", "%"), want("比重", "share", "%")]
    found, _, _ = read(rows, wanted, percents=frozenset({(1, 2), (2, 1)}))
    assert values(found) == {
        ("北京市", "growth", 2007): 45.2,
        ("天津市", "growth", 2007): 10,
        ("北京市", "share", 2007): 50,
        ("天津市", "share", 2007): pytest.approx(0.3),
    }
    found, _, _ = read(rows, [want("增长率", "growth")], percents=frozenset({(2, 1)}))
    assert values(found) == {("北京市", "growth", 2007): 45.2, ("天津市", "growth", 2007): 10}
    with pytest.raises(InputError, match=r"'2007.xlsx\|2-6\|B2' is in percent"):
        read(rows, [want("增长率", "growth", "万元")])


@pytest.mark.parametrize(
    ("printed", "unit", "factor", "value"),
    [
        ("GDP", "", None, 5),
        ("GDP", "", 10, 50),
        ("GDP", "亿元", None, 5),
        ("GDP(万元)", "亿元", None, 0.0005),
        ("GDP(万元)", "亿元", 1, 0.0005),
        ("GDP(万元)", "亿元", 0.0001, 0.0005),
        ("GDP(florins)", "亿元", 2, 10),
        ("GDP(florins)", "Florins", None, 5),
        ("GDP(现价)(万元)", "亿元", None, 0.0005),
        ("GDP(亿元)", "亿元", 10, 50),
    ],
)
def test_units_and_factors(printed, unit, factor, value):
    rows = [["城市", printed], ["北京市", 5]]
    found, _, remarks = read(rows, [want("GDP", unit=unit, factor=factor)])
    assert values(found) == {("北京市", "gdp", 2007): value}
    assumed = f"{NO_UNIT} ('{unit}')" in remarks.places
    assert assumed == (printed == "GDP" and bool(unit))


@pytest.mark.parametrize(
    ("printed", "unit", "factor", "message"),
    [
        (
            "GDP(florins)",
            "亿元",
            None,
            r"unit 'florins' of 'gdp' in '2007.xlsx\|2-6\|B1' is no known",
        ),
        ("GDP(万人)", "亿元", None, "'万人' .* cannot be converted to '亿元'"),
        ("GDP(万元)", "florins", None, "cannot be converted"),
        ("GDP(万元)", "亿元", 7, "gives the factor 7"),
    ],
)
def test_units_that_do_not_fit(printed, unit, factor, message):
    with pytest.raises(InputError, match=message):
        read([["城市", printed], ["北京市", 5]], [want("GDP", unit=unit, factor=factor)])


def test_units_for_the_whole_sheet():
    rows = [["单位：亿元、万人", None, None], ["城市", "GDP", "人口"], ["北京市", 5, 6]]
    found, _, _ = read(rows, [want("GDP", unit="万元"), want("人口", "pop", "人")])
    assert values(found) == {("北京市", "gdp", 2007): 50000, ("北京市", "pop", 2007): 60000}
    _, _, remarks = read(rows, [want("GDP")])
    assert SEVERAL_UNITS in remarks.places
    with pytest.raises(InputError, match="cannot be converted"):
        read([["单位：亿元", None], ["城市", "人口"], ["北京市", 5]], [want("人口", "pop", "人")])


def test_brackets_tell_headings_apart_where_the_user_writes_them():
    rows = [["城市", "GDP（全市）", "GDP（市辖区）"], ["北京市", 5, 4]]
    found, _, _ = read(rows, [want("GDP(全市)"), want("GDP (市辖区)", "inner")])
    assert values(found) == {("北京市", "gdp", 2007): 5, ("北京市", "inner", 2007): 4}


def test_a_heading_that_was_merged_and_is_repeated():
    rows = [["城市", "GDP", "人口"], ["城市", "GDP", "人口"], ["北京市", 5, 4]]
    found, _, _ = read(rows, [want("GDP")], tells_merges=False)
    assert values(found) == {("北京市", "gdp", 2007): 5}


def test_a_column_of_years():
    rows = [
        ["城市", "年份", "GDP"],
        ["北京市", 2005, 5],
        ["北京市", "2006年", 6],
        ["天津市", 2005, 7],
    ]
    found, _, _ = read(rows, [want("GDP")], file="2008.xlsx")
    assert values(found) == {
        ("北京市", "gdp", 2005): 5,
        ("北京市", "gdp", 2006): 6,
        ("天津市", "gdp", 2005): 7,
    }
    with pytest.raises(InputError, match=r"'2007.xlsx\|2-6\|B2' in a column of years holds '—'"):
        read([["城市", "年份", "GDP"], ["北京市", "—", 5]], [want("GDP")])


def test_a_name_merged_over_its_years():
    rows = [["城市", "year", "GDP"], ["北京市", 2005, 5], [None, 2006, 6], ["天津市", 2005, 7]]
    found, _, _ = read(rows, [want("GDP")], merges=[(1, 0, 2, 0)])
    assert values(found) == {
        ("北京市", "gdp", 2005): 5,
        ("北京市", "gdp", 2006): 6,
        ("天津市", "gdp", 2005): 7,
    }


def test_a_number_that_happens_to_be_a_code_makes_no_column_of_codes():
    rows = [["城市", "人口"], *(["x", 100000 + i] for i in range(30))]
    cells = [[str(cell) for cell in row] for row in rows]
    lookup = Lookup(["100007", "200000"], code_key, {}, "the cities")
    sheet = Sheet("a.xlsx", "b", cells)
    assert read_layout(sheet, lookup.find, lambda t, c: True) is None


@pytest.mark.parametrize("tells_merges", [True, False])
def test_a_title_that_does_not_stand_at_the_left(tells_merges):
    rows = [
        [None, None, "主要指标", None],
        ["城市", "GDP", None, "人口"],
        [None, "全市", "市辖区", None],
        ["北京市", 5, 4, 3],
    ]
    merges = [(1, 1, 1, 2)] if tells_merges else []
    wanted = [want("GDP/全市"), want("GDP/市辖区", "inner"), want("人口", "pop")]
    found, _, _ = read(rows, wanted, merges=merges, tells_merges=tells_merges)
    assert sorted(values(found).values()) == [3, 4, 5]


def test_a_year_below_the_heading_of_one_column():
    rows = [["城市", "GDP"], [None, "2006年全市"], ["北京市", 5]]
    found, _, _ = read(rows, [want("GDP/全市")], merges=[(0, 0, 1, 0)])
    assert values(found) == {("北京市", "gdp", 2006): 5}


def test_columns_beside_the_names():
    """Numbers before the names, codes, English names: the names the user chose count."""
    rows = [
        ["序号", "城市", "City", "GDP"],
        [1, "北京市", "Beijing", 5],
        [2, "天津市", "Tianjin", 6],
    ]
    found, layout, _ = read(rows, [want("GDP")])
    assert layout.key_column == 1
    assert values(found) == {("北京市", "gdp", 2007): 5, ("天津市", "gdp", 2007): 6}


def test_codes_among_numbers():
    codes = Lookup(["110000", "120000"], code_key, {}, "the cities")
    assert [codes.find(t) for t in ("110000", "120000.0", "１１００００", "120,000")] == [
        0,
        1,
        0,
        1,
    ]
    assert [codes.find(t) for t in ("-110000", "110000.5", "1100000", "5")] == [None] * 4


def test_former_names_on_either_side():
    now = Lookup(["襄阳市"], name_key, {"襄樊市": "襄阳市"}, "the cities")
    assert [now.find(name) for name in ("襄阳", "襄樊市", "信阳")] == [0, 0, None]
    then = Lookup(["襄樊市"], name_key, {"襄樊市": "襄阳市"}, "the cities")
    assert [then.find(name) for name in ("襄阳", "襄樊市", "信阳")] == [0, 0, None]
    both = Lookup(["襄樊市", "襄阳市"], name_key, {"襄樊市": "襄阳市"}, "the cities")
    assert [both.find(name) for name in ("襄阳", "襄樊市")] == [1, 0]


CELLS = st.sampled_from(
    [
        "",
        "城市",
        "地区生产总值",
        "全市",
        "2006年",
        "2006",
        "单位：亿元",
        "(万元)",
        "北京市",
        "天津",
        "吉林",
        "合计",
        "注：x",
        "5",
        "1,234",
        "45%",
        "…",
        "12*",
        "1_000",
        "1e999",
        "年份",
        "(",
        ";",
    ]
)


@given(
    st.lists(st.lists(CELLS, max_size=5), max_size=9),
    st.lists(st.tuples(*[st.integers(0, 4)] * 4), max_size=2),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_whatever_stands_in_a_sheet_there_is_one_sentence_or_numbers(rows, corners, tells_merges):
    merges = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in corners]
    wanted = [
        want("地区生产总值/全市", unit="亿元"),
        want("地区生产总值", unit="亿元"),
        want("全市", "x"),
    ]
    lookup = Lookup(CITIES, name_key, {}, "the cities")
    try:
        found, _, _ = read(rows, wanted, merges=merges, tells_merges=tells_merges, unique=False)
    except InputError:
        return
    for (city, _, _), (value, place) in found.items():
        row = int("".join(c for c in place.rsplit("|", 1)[1] if c.isdigit())) - 1
        assert any(lookup.find(text) == CITIES.index(city) for text in rows[row] if text) or merges
        assert value != value or abs(value) < 1e9


def test_a_sheet_without_cities():
    lookup = Lookup(CITIES, name_key, {}, "the cities")
    sheet = Sheet("a.xlsx", "notes", [["说明"], ["", "5"]])
    assert read_layout(sheet, lookup.find, lambda t, c: False) is None
