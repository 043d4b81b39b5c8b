"""Rows of statistical tables that are sums over cities and no city themselves."""

from __future__ import annotations

import re

from .units import compact

_PROVINCES = [
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "台湾",
]
_PROVINCE = re.compile(
    "(?:"
    + "|".join(_PROVINCES)
    + ")(?:省|(?:壮族|回族|维吾尔)?自治区)?(?:合计|总计|小计|全省|全区)?"
)
_TOTAL = re.compile(
    "(?:全国|全省|全区|全部|总)?(?:城市)?(?:合计|总计|小计|总计数|总数|平均|平均值)"
    "|全国|全国城市|全省|全区|总体|东部地区|中部地区|西部地区|东北地区"
    "|(?:.{1,30}省|.{1,10}自治区)(?:合计|总计|小计)?"
    "|(?:national|grand|sub|country|provincial)?-?(?:total|average|mean|sum)s?|nation(?:al)?|china"
    "|wholecountry|.+(?:province|autonomousregion)|(?:total|sum).{0,30}"
)


def is_total(name: str) -> bool:
    """Whether a row's name says that it is the whole country, a province or a sum."""
    return _TOTAL.fullmatch(compact(name)) is not None or is_province(name)


def is_province(name: str) -> bool:
    """Whether the name is a Chinese province's, with or without its suffix (吉林 is one too)."""
    return _PROVINCE.fullmatch(compact(name)) is not None
