"""City names and codes in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata

from ..groups import same_name

_ENGLISH_SUFFIX = re.compile(
    r"[\s-]+(?:prefecture[\s-]level city|autonomous prefecture|prefecture|municipality|league"
    r"|city|shi|diqu|meng|zizhizhou)$"
)
_CHINESE_SUFFIXES = ("特别行政区", "自治州", "地区", "林区", "盟", "市")
# The autonomous prefectures: their official names add the peoples' (恩施土家族苗族自治州), their
# short ones end in 州 (恩施州), which is part of the name in 杭州 and many others.
_AUTONOMOUS_PREFECTURE = re.compile(
    "(延边|恩施|湘西|阿坝|甘孜|凉山|黔西南|黔东南|黔南|楚雄|红河|文山|西双版纳|大理|德宏|怒江|迪庆"
    "|临夏|甘南|海北|黄南|海南|果洛|玉树|海西|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁)(?:.*自治)?州"
)
_APOSTROPHES = str.maketrans("‘’ʼʹ`´", "''''''")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def name_key(name: str) -> str:
    """The name without case, blanks, width and administrative suffix.

    Provinces (省, 自治区) and counties (县, 区) keep theirs: 吉林省 is not 吉林市.

    >>> name_key("Suzhou City"), name_key("恩施土家族苗族自治州"), name_key("吉林省")
    ('suzhou', '恩施', '吉林省')
    """
    name = written_key(name)
    autonomous = _AUTONOMOUS_PREFECTURE.fullmatch(name)
    if autonomous:
        return autonomous[1]
    for suffix in _CHINESE_SUFFIXES:
        stem = name[: -len(suffix)]
        if name.endswith(suffix) and len(stem) >= 2:  # 津市 is a name of its own
            return stem
    return name


def written_key(name: str) -> str:
    """The name without case, blanks, width and English suffix, with its Chinese suffix.

    Former names are told by it: 晋江地区 was renamed, 晋江市 is another place.
    """
    name = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES)).casefold()
    stem = _ENGLISH_SUFFIX.sub("", _without_controls(name).strip())
    return "".join(stem.split())


def code_key(code: str) -> str:
    """The code as `groups.same_code` compares codes of layers, and as printed tables have it.

    These group digits and differ in case, which in a layer may tell two cities apart.

    >>> code_key("110,000"), code_key("1100 00.0"), code_key("CN11")
    ('110000', '110000', 'cn11')
    """
    key = same_name("".join(code.split()))  # same_code without case
    return key.replace(",", "") if _GROUPED.fullmatch(key) else key


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as plain ones.

    Unlike NFKC it leaves footnote marks alone: 123① stays apart from 1231.
    """
    return _without_controls(
        "".join(
            chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c.isspace() else c for c in text
        )
    )


def _without_controls(text: str) -> str:
    """Without invisible characters such as the byte-order mark; line breaks become blanks."""
    text = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc"))
