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
