"""Headings, titles and notes in compared form."""

import pytest
from megaregion.measures.prepare.headings import (
    Part,
    compose,
    is_note,
    says_ratio,
    title_words,
    unit_notes,
    wanted_heading,
    years_in,
)
from megaregion.measures.prepare.totals import is_province, is_total


def composed(*texts):
    return compose([Part(text, row, 1) for row, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("texts", "timeless", "brackets"),
    [
        (("地区生产总值（亿元）", "全　市"), "地区生产总值/全市", ("亿元",)),
        (("ＧＤＰ (100 million yuan)\n", "Total City"), "gdp/totalcity", ("100 million yuan",)),
        (("2007年地区生产总值", "全市", "（亿元）"), "地区生产总值/全市", ("亿元",)),
        (("地区生产总值", "2006年", "亿元"), "地区生产总值", ("亿元",)),
        (("地区生产总值(当年价)(亿元)",), "地区生产总值", ("当年价", "亿元")),
        (("人均GDP(元/人)",), "人均gdp", ("元/人",)),
        (("人口（万人", "全市"), "人口/全市", ()),
        (("2006",), "", ()),
        (("地区生产总值①", "#全市*"), "地区生产总值/全市", ()),
        ((), "", ()),
    ],
)
def test_composed(texts, timeless, brackets):
    heading = composed(*texts)
    assert (heading.timeless, heading.brackets) == (timeless, brackets)


def test_years_stay_in_the_full_form():
    assert composed("2007年地区生产总值", "全市").full == "2007年地区生产总值/全市"


@pytest.mark.parametrize(
    "text", ["地区生产总值/全市", " 地区 生产总值（亿元）/ 全市", "地区生产总值/全市(万元/人)"]
)
def test_what_the_user_writes(text):
    assert wanted_heading(text) == "地区生产总值/全市"


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("2-6　地区生产总值（2007年）", "地区生产总值", ["2007"]),
        ("表2-6 各城市人口 2006年", "各城市人口", ["2006"]),
        ("2-6 续表", "表", []),
        ("20070315", "", []),
        ("工业总产值（2005年不变价）", "工业总产值", []),
        ("GDP 2007 (at 2005 prices)", "gdp", ["2007"]),
        ("2006-2007年", "", ["2006", "2007"]),
    ],
)
def test_titles(text, words, years):
    assert title_words(text).lstrip("表") == words.lstrip("表")
    assert years_in(text) == years


@pytest.mark.parametrize(
    "text", ["比2005年增长", "按2005年价格计算", "指数（2005年=100）", "以2005年为100", "2005=100"]
)
def test_years_that_are_compared_with(text):
    assert years_in(text) == []


def test_blanks_keep_numbers_apart():
    assert years_in("vol 3 2006") == ["2006"]
    assert years_in("2 0 0 6 年") == ["2006"]
    assert years_in("2006 2007") == ["2006", "2007"]
    assert years_in("1 200 600") == []


def test_own_pattern_takes_its_first_group():
    assert years_in("年鉴2007（2006年数据）", "([0-9]{4})年数据") == ["2006"]
    assert years_in("FY06", "FY[0-9]{2}") == ["FY06"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("单位：亿元", ["亿元"]),
        ("(单位: 亿元)", ["亿元"]),
        ("计量单位：亿元、万人", ["亿元", "万人"]),
        ("Unit: 100 million yuan", ["100 million yuan"]),
        ("单位：元/人", ["元/人"]),
        ("单位从业人员", []),
    ],
)
def test_unit_notes(text, units):
    assert unit_notes(text) == units


@pytest.mark.parametrize(
    "text", ["注：户籍人口", "资料来源：统计局", "Source: NBS", "* 初步数", "①不含"]
)
def test_notes(text):
    assert is_note(text)


def test_titles_are_no_notes():
    assert not is_note("2-6 地区生产总值")
    assert not is_note("注册人口")


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("人均地区生产总值", True),
        ("人口密度", True),
        ("职工平均工资", True),
        ("年平均人口", False),
        ("占地面积", False),
        ("第三产业占比重", True),
        ("GDP per capita", True),
        ("Birth rate", True),
        ("Corporate profits", False),
        ("Integrated circuits", False),
        ("Average number of staff", False),
        ("gdppc_2023", True),
        ("gdp_pc", True),
        ("unemployment_rate", True),
        ("emp_services", False),
        ("upper_secondary", False),
        ("占比%", True),
    ],
)
def test_ratios_by_their_words(text, ratio):
    assert says_ratio(text) is ratio


@pytest.mark.parametrize(
    "name",
    ["全国", "合　计", "河北省", "吉林", "广西壮族自治区", "National Total", "Hebei Province"],
)
def test_sums(name):
    assert is_total(name)


@pytest.mark.parametrize(
    "name", ["吉林市", "北京市", "石家庄", "Totana", "Wuhan", "海南藏族自治州"]
)
def test_cities_are_no_sums(name):
    assert not is_total(name)
    assert not is_province(name)


def test_a_word_repeated_below_itself_is_one():
    assert composed("人口", "2006年人口", "全市").timeless == "人口/全市"
    assert composed("人口", "人口").full == "人口"
    assert composed("人口", "全市", "人口").timeless == "人口/全市/人口"
    assert wanted_heading("人口/人口/全市/人口") == "人口/全市/人口"
