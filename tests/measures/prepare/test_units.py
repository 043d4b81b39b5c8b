"""Units as Chinese and English tables print them."""

from fractions import Fraction

import numpy as np
import pytest
from megaregion.measures.prepare.units import conversion, read_unit, scaled, unit_of

SAME = [
    ("亿元", "100 million yuan", 1),
    ("亿元", "万元", 10**4),
    ("亿元", "10⁸ yuan", 1),
    ("亿元", "10^8 RMB", 1),
    ("万亿元", "亿元", 10**4),
    ("百万元", "million yuan", 1),
    ("billion yuan", "亿元", 10),
    ("万人", "10,000 persons", 1),
    ("万人", "10 000 persons", 1),
    ("万人", "thousand people", 10),
    ("１００ million yuan", "亿元", 1),
    ("万吨", "10000 tons", 1),
    ("公斤", "千克", 1),
    ("平方公里", "sq. km", 1),
    ("平方公里", "万公顷", Fraction(1, 100)),
    ("公顷", "亩", 15),
    ("千米", "km", 1),
    ("亿千瓦时", "100 million kWh", 1),
    ("度", "kWh", 1),
    ("元/人", "yuan per person", 1),
    ("万元/人", "元/人", 10**4),
    ("人/平方公里", "persons/km2", 1),
    ("%", "‰", 10),
    ("percent", "百分点", 1),
    ("单位：亿元", "Unit: 100 million yuan", 1),
    ("万美元", "10000 US dollars", 1),
]


@pytest.mark.parametrize(("found", "wanted", "factor"), SAME)
def test_conversions(found, wanted, factor):
    one, other = read_unit(found), read_unit(wanted)
    assert one is not None
    assert other is not None
    assert conversion(one, other) == factor
    assert conversion(other, one) == Fraction(1) / factor


@pytest.mark.parametrize(
    ("found", "wanted"),
    [("亿元", "万人"), ("亿元", "亿美元"), ("元", "元/人"), ("户", "人"), ("%", "元")],
)
def test_other_dimensions_do_not_convert(found, wanted):
    assert conversion(unit_of(found), unit_of(wanted)) is None


@pytest.mark.parametrize(
    "words", ["当年价", "合计", "亿斤斤", "104 yuan", "", "1", "亿", "florins", "全市", "2007"]
)
def test_no_known_units(words):
    assert read_unit(words) is None


def test_unknown_units_convert_to_themselves_only():
    assert conversion(unit_of("Florins "), unit_of("florins")) == 1
    assert conversion(unit_of("florins"), unit_of("元")) is None


@pytest.mark.parametrize(
    ("words", "ratio", "money"),
    [
        ("亿元", False, True),
        ("元/人", True, True),
        ("%", True, False),
        ("人/平方公里", True, False),
        ("万人", False, False),
        ("万美元", False, True),
    ],
)
def test_amounts_ratios_and_money(words, ratio, money):
    assert (unit_of(words).is_ratio, unit_of(words).is_money) == (ratio, money)


def test_scaled_rounds_once():
    # 78702800 / 10000 is the double nearest 7870.28; times 0.0001 is not.
    assert scaled(78702800.0, Fraction(1, 10000)) == 7870.28
    assert 1234567 * 0.0001 != 123.4567
    assert scaled(1234567.0, Fraction(1, 10000)) == 123.4567
    assert scaled(np.array([1.0, 2.0]), Fraction(3, 2)).tolist() == [1.5, 3.0]


@pytest.mark.parametrize(
    ("words", "dimension", "scale"),
    [
        # The International System of Units and Chinese statutory units (GB 3100-1993)
        ("元", "yuan", 1),
        ("角", "yuan", Fraction(1, 10)),
        ("亿美元", "us dollar", 10**8),
        ("eur", "euro", 1),
        ("人", "person", 1),
        ("万户", "household", 10**4),
        ("台", "item", 1),
        ("平方米", "m2", 1),
        ("平方公里", "m2", 10**6),
        ("公顷", "m2", 10**4),
        ("亩", "m2", Fraction(2000, 3)),
        ("米", "m", 1),
        ("公里", "m", 1000),
        ("亿立方米", "m3", 10**8),
        ("克", "gram", 1),
        ("斤", "gram", 500),
        ("公斤", "gram", 1000),
        ("万吨", "gram", 10**10),
        ("万吨标准煤", "ton of standard coal", 10**4),
        ("wh", "watt hour", 1),
        ("度", "watt hour", 1000),
        ("瓦", "watt", 1),
        ("kw", "watt", 1000),
        ("兆瓦", "watt", 10**6),
        ("℃", "degree", 1),
        ("ratio", "share", 1),
        ("%", "share", Fraction(1, 100)),
        ("‰", "share", Fraction(1, 1000)),
        ("元/人", "yuan/person", 1),
        ("万元/平方公里", "yuan/m2", Fraction(1, 100)),
        ("十户", "household", 10),
        ("百户", "household", 100),
        ("千户", "household", 1000),
        ("hundred households", "household", 100),
        ("bn euro", "euro", 10**9),
        ("trillion yuan", "yuan", 10**12),
        ("mln yuan", "yuan", 10**6),
        ("mn yuan", "yuan", 10**6),
        ("10^4 yuan", "yuan", 10**4),
        ("10^12 yuan", "yuan", 10**12),
        ("10000000 yuan", "yuan", 10**7),
        ("100 yuan", "yuan", 100),
        ("1,000,000 yuan", "yuan", 10**6),
        ("1 yuan", "yuan", 1),
    ],
)
def test_scales_in_the_base_unit(words, dimension, scale):
    found = read_unit(words)
    assert (found.dimension, found.scale, found.known) == (dimension, scale, True)


@pytest.mark.parametrize(
    "words", ["10^123 yuan", "20 yuan", "1000 000 yuan", "1,00 yuan", "10^ yuan"]
)
def test_numbers_that_are_no_power_of_ten(words):
    assert read_unit(words) is None


def test_money_and_amounts_of_other_dimensions():
    assert unit_of("euro").is_money
    assert unit_of("美元/人").is_money
    assert not unit_of("人/元").is_money
    assert unit_of("℃").is_ratio
    assert not unit_of("户").is_ratio
    assert not unit_of("florins").known


def test_a_factor_that_divides_is_rounded_once():
    assert scaled(7.0, Fraction(1, 3)) == 7.0 / 3
    assert scaled(7.0, Fraction(2, 3)) == 14.0 / 3
    assert scaled(7.0, Fraction(10)) == 70.0
    untouched = np.array([1.0])
    assert scaled(untouched, Fraction(1)) is untouched
