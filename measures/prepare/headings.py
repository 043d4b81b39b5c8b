"""Words of headings and titles in the form in which they are compared, with years and units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .units import compact, read_unit

_BRACKETS = re.compile(r"[(\[【〔〈<{]([^()\[\]【】〔〕〈〉<>{}]*)[)\]】〕〉>}]")
_OPEN = re.compile(r"[(\[【〔〈<{][^()\[\]【】〔〕〈〉<>{}]*$")  # not closed in this cell
# A year that values are compared with, or whose prices they are in, is not theirs.
YEAR = (
    r"(?<![0-9比较按以])((?:19|20)[0-9]{2})(?![0-9])"
    r"(?!年?(?:不变|可比|价)|年?(?:=|为)100|(?:constant)?prices?)"
)
_YEAR_WORDS = re.compile(YEAR + "(?:年度?|年底|年末)?")
_TABLE_NUMBER = re.compile(r"^(?:表|table)?[0-9]+(?:[-–—.·][0-9]+)*[.、:续]*", re.IGNORECASE)
_MARKS = re.compile("[*＊※#†‡§①-⑳¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_UNIT_NOTE = re.compile(r"(?:计量)?单位[::](.+)|units?[::](.+)", re.IGNORECASE)
_NOTE = re.compile(r"备?注(?:释|解)?[::0-9]|资料来源|数据来源|来源[::]|source|notes?[:.]")
# 年平均人口, 平均人数 and 占地面积 are amounts; all other averages and shares are not.
_RATIO_WORDS = re.compile(
    "人均|每|率|比重|比例|占(?!地)|密度|指数|增长|增速|均值|平均(?!人口|人数|余额|从业|职工人)"
    r"|\bper\b|percap|gdppc|\bpc\b|\brates?\b|\bshares?\b|\bpercent|\bproportion|%|‰|\bmean\b"
    r"|\bdensity|\bindex\b|\bgrowth\b|\bratio|\baverage\b(?! population| number)"
)


class Part(NamedTuple):
    """One cell of a heading.

    Attributes:
        text: as printed.
        row, column: where it stands, from 0.
    """

    text: str
    row: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A column's headings from top to bottom, taken apart.

    Attributes:
        full: the compared words of all parts joined by `/`.
        timeless: the same without years.
        brackets: what stands in brackets and the units that stand alone, lowest part first.
        parts: the cells they came from.
    """

    full: str
    timeless: str
    brackets: tuple[str, ...]
    parts: tuple[Part, ...]


def bare(text: str) -> str:
    """The text without bracketed parts, footnote marks, blanks, width and case."""
    text = compact(_MARKS.sub("", text))
    while True:
        shorter = _BRACKETS.sub("", text)
        if shorter == text:
            return _OPEN.sub("", text)
        text = shorter


def bracketed(text: str) -> list[str]:
    """What stands in brackets, without blanks at its ends."""
    found = _BRACKETS.findall(_plain_brackets(text))
    return [words.strip() for words in found if words.strip()]


def wanted_heading(text: str) -> str:
    """The user's heading in compared form: parts by `/`, brackets left out."""
    parts = [part for part in bare(text).split("/") if part]
    return "/".join(part for i, part in enumerate(parts) if part not in parts[max(i - 1, 0) : i])


def compose(parts: Sequence[Part]) -> Heading:
    """Take a column's headings apart; a unit, a year and a word repeated are none."""
    full: list[str] = []
    timeless: list[str] = []
    brackets: list[str] = []
    for part in parts:
        words = bare(part.text)
        inside = [b for b in bracketed(part.text) if without_years(b)]
        if words and read_unit(part.text):
            inside.append(part.text.strip())
        brackets[:0] = inside
        if words and words not in full[-1:]:
            full.append(words)
        without = without_years(words)
        if without and not read_unit(part.text) and without not in timeless[-1:]:
            timeless.append(without)
    return Heading("/".join(full), "/".join(timeless), tuple(brackets), tuple(parts))


def without_years(text: str) -> str:
    """The compared words without years (2007年, 2007)."""
    return _YEAR_WORDS.sub("", compact(text)).strip("-–—,，、:")


def title_words(text: str) -> str:
    """A title's compared words without table number, years and brackets."""
    return _TABLE_NUMBER.sub("", without_years(bare(text)))


def years_in(text: str, pattern: str | None = None) -> list[str]:
    """What the pattern finds, its first group where it has one; different ones once each.

    >>> years_in("table 16 2006.csv"), years_in("２ ０ ０ ６ 年")
    (['2006'], ['2006'])
    """
    # A blank keeps two numbers apart, unless it only spaces out the digits of one.
    apart = re.sub(r"(?<=[0-9])\s+(?=[0-9])", "|", unicodedata.normalize("NFKC", text))
    for words in (compact(apart), compact(text)) if pattern is None else (text,):
        found = re.finditer(pattern or YEAR, words)
        years = list(dict.fromkeys(m[1] if m.re.groups else m[0] for m in found))
        if years:
            return years
    return []


def unit_notes(text: str) -> list[str]:
    """The units that a note such as `单位：亿元、万人` names; empty where it is no such note."""
    note = _UNIT_NOTE.search(_plain_brackets(text).replace("：", ":"))
    if not note:
        return []
    words = re.split("[、，,;；)\n]|(?<! )/", note[1] or note[2])
    whole = (note[1] or note[2]).strip()
    return [whole] if read_unit(whole) else [word.strip() for word in words if word.strip()]


def is_note(text: str) -> bool:
    """Whether the text is a footnote or names a source, and so no title."""
    return _NOTE.match(compact(text)) is not None or _MARKS.match(text.strip()) is not None


def says_ratio(text: str) -> bool:
    """Whether a heading, or the name of a field, names a value that cannot be added over cities.

    >>> [says_ratio(name) for name in ("人均GDP", "unemployment_rate", "gdp_2023")]
    [True, True, False]
    """
    words = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return _RATIO_WORDS.search(" ".join(words.split())) is not None


def _plain_brackets(text: str) -> str:
    return text.replace("（", "(").replace("）", ")").replace("［", "[").replace("］", "]")
