"""Units of statistical tables: what they measure, and how many of the base unit one is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

_BASES: dict[str, tuple[str, Fraction]] = {}


def _base(dimension: str, scale: Fraction | int, names: str) -> None:
    for name in names.split():
        _BASES[name] = (dimension, Fraction(scale))


_base("yuan", 1, "元 人民币 人民币元 yuan rmb cny rmbyuan yuanrmb")
_base("yuan", Fraction(1, 10), "角")
_base("us dollar", 1, "美元 usd dollar usdollar us$ $")
_base("euro", 1, "欧元 eur euro €")
_base("person", 1, "人 口 名 人次 person people inhabitant resident capita head employee")
_base("household", 1, "户 household")
_base(
    "item",
    1,
    "个 家 所 处 座 册 件 台 辆 部 张 床 次 项 unit item piece vehicle bed copy volume set",
)
_base("m2", 1, "平方米 平米 m2 m² sq.m sqm squaremeter squaremetre")
_base("m2", 10**6, "平方公里 平方千米 km2 km² sq.km sqkm squarekilometer squarekilometre")
_base("m2", 10**4, "公顷 ha hectare")
_base("m2", Fraction(2000, 3), "亩 mu")
_base("m", 1, "米 m meter metre")
_base("m", 1000, "公里 km kilometer kilometre")
_base("m3", 1, "立方米 m3 m³ cu.m cum cubicmeter cubicmetre")
_base("gram", 1, "克 g gram")
_base("gram", 500, "斤")
_base("gram", 1000, "公斤 kg kilogram")
_base("gram", 10**6, "吨 t ton tonne metricton")
_base("ton of standard coal", 1, "吨标准煤 吨标煤 tce tonofsce")
_base("watt hour", 1, "瓦时 wh")
_base("watt hour", 1000, "度 kwh kw.h kilowatthour")
_base("watt", 1, "瓦 w watt")
_base("watt", 1000, "kw kilowatt")
_base("watt", 10**6, "兆瓦 mw megawatt")
_base("degree", 1, "摄氏度 ℃ °c")
_base("share", 1, "比值 ratio share")
_base("share", Fraction(1, 100), "% 百分比 百分点 percent percentage percentagepoint pct")
_base("share", Fraction(1, 1000), "‰ 千分比 permille permill")
_CHINESE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_ENGLISH = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_PER = re.compile(r"/|每|per(?!cent|mill|son)")
_POWER = re.compile(r"10\^([0-9]{1,2})|10{0,12}|10{0,2}(?:[, ]000){1,4}")  # no 104 for 10⁴
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_TEN = re.compile("10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_ALONE = re.compile(r"(?:计量)?单位[::]|units?(?:[::]|in\b)")


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        dimension: what is measured, such as `yuan` or `person/m2`; the unknown units' own words.
        scale: how many of the dimension's base unit one is.
        known: whether the words were understood.
    """

    dimension: str
    scale: Fraction
    known: bool = True

    @property
    def is_ratio(self) -> bool:
        """Whether values in it cannot be added over cities."""
        return "/" in self.dimension or self.dimension in ("share", "degree")

    @property
    def is_money(self) -> bool:
        """Whether it is money, or money per something."""
        return self.dimension.split("/")[0] in ("yuan", "us dollar", "euro")


def compact(text: str) -> str:
    """The words without blanks, width and case."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_unit(text: str) -> Unit | None:
    """The unit that the words stand for, such as 亿元, 10 000 persons or 元/人; None if unknown.

    >>> read_unit("万元/人").dimension, int(read_unit("10 000 persons").scale)
    ('yuan/person', 10000)
    """
    text = _RAISED_TEN.sub(lambda found: "10^" + found[1].translate(_RAISED), text)
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    words = _ALONE.sub("", words, count=1).strip(" :")
    units = [_simple(part) for part in _PER.split(words, maxsplit=1)]
    above, below = units[0], units[-1]
    if above is None or below is None:
        return None
    if len(units) == 1:
        return above
    return Unit(f"{above.dimension}/{below.dimension}", above.scale / below.scale)


def _simple(words: str) -> Unit | None:
    """A unit without a denominator: a power of ten, multipliers and a base unit."""
    words = words.strip()
    found = _BASES.get(_singular(words))  # 公里 and 千克 before 千 and 公
    if found:
        return Unit(*found)
    multiplier, rest = _multiplier(words)
    inner = _simple(rest) if multiplier else None
    return Unit(inner.dimension, multiplier * inner.scale) if inner else None


def _multiplier(words: str) -> tuple[int, str]:
    """The first multiplier and what follows it; 0 where none is first."""
    number = re.match(r"[0-9][0-9,^ ]*", words)
    if number:
        power = _POWER.fullmatch(number[0].strip())
        if not power:
            return 0, words
        value = 10 ** int(power[1]) if power[1] else int(re.sub("[, ]", "", power[0]))
        return value, words[number.end() :]
    first, _, rest = words.partition(" ")
    if first in _ENGLISH:
        return _ENGLISH[first], rest.strip()
    if words[:1] in _CHINESE:
        return _CHINESE[words[0]], words[1:]
    return 0, words


def _singular(words: str) -> str:
    name = "".join(words.split()).rstrip(".").replace("metres", "metre").replace("meters", "meter")
    return name[:-1] if name.endswith("s") and name not in _BASES else name


def unit_of(text: str) -> Unit:
    """The unit, or for words that are not known a unit of its own that converts to nothing else."""
    return read_unit(text) or Unit(compact(text), Fraction(1), known=False)


def conversion(found: Unit, wanted: Unit) -> Fraction | None:
    """The factor from `found` to `wanted`; None where they do not convert.

    >>> str(conversion(unit_of("平方公里"), unit_of("亩")))  # a mu is 2000/3 square metres
    '1500'
    """
    if found.dimension != wanted.dimension or found.known != wanted.known:
        return None
    return found.scale / wanted.scale


def scaled(value: Any, factor: Fraction) -> Any:
    """The value or array times the factor, rounded once where its reciprocal is whole."""
    if factor == 1:
        return value
    if factor.numerator == 1:
        return value / factor.denominator
    return value * factor.numerator / factor.denominator
