"""Dates of night-light rasters, read from names: a year, a month or a day."""

from __future__ import annotations

import re
import unicodedata
from calendar import isleap, monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import InputError
from ..texts import tr

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_ALONE = r"(?![0-9A-Za-z])"  # 2000m is no year
_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# In turn: year and day of the year (A2021001, 2021/001), Chinese, day and time of day, months by
# name or letter (Jan_2021, 2021Jan, 2021m01d05), and year with or without more.
_DATES = re.compile(
    rf"(?<!\d)(?:(?P<doy_year>{_YEAR})[/\\]?(?P<doy>[0-3]\d\d){_ALONE}"
    rf"|(?P<cn_year>{_YEAR})年(?:(?P<cn_month>1[0-2]|0?[1-9])月(?:(?P<cn_day>[0-3]?\d)[日号])?)?"
    rf"|(?P<at_year>{_YEAR})(?P<at_month>{_MONTH})(?P<at_day>{_DAY})(?:\d{{6}}|T\d{{4,6}}Z?){_ALONE}"
    rf"|(?P<m_year>{_YEAR})m(?P<m_month>{_MONTH})(?:d(?P<m_day>{_DAY}))?{_ALONE}"
    rf"|(?P<by_year>{_YEAR})[-_. ]?(?P<by_name>{_NAME}){_ALONE}"
    rf"|(?<![a-z])(?P<name>{_NAME})[-_. ]?(?P<name_year>{_YEAR}){_ALONE}"
    rf"|(?P<year>{_YEAR})(?:(?P<sep>[-_./\\ ]?)(?P<month>{_MONTH})"
    rf"(?:(?P=sep)(?P<day>{_DAY}))?)?{_ALONE})",
    re.IGNORECASE,
)
# A year that words follow without a gap, as in China2015ntl; but no 2000m, 2000x3000 or 20f8.
_BEFORE_WORDS = re.compile(
    rf"(?:(?<![0-9A-Za-z])|(?<=[A-Za-z]{{2}}))({_YEAR})"
    r"(?!(?:k?m|[cmn]m|met(?:er|re)s?|px|pix(?:els?)?|dpi|ft|feet)(?![A-Za-z]))(?=[A-Za-z]{2}|v\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?<=\d)(?:to|至|到)(?=\d)", re.IGNORECASE)  # 2010to2014
# Months and days of one digit, or a day of the year, where it is sure that they are that.
_SHORT = re.compile(rf"(?<!\d)({_YEAR})([-_./\\ ])(\d{{1,3}})(?:\2(\d{{1,2}}))?(?!\d)")
_BLACK_MARBLE = re.compile(r"V(?:NP|J1|J2)46A(?P<level>[1-4])(?!\d)", re.IGNORECASE)
_GRANULE_DAY = re.compile(rf"(?<![0-9A-Za-z])A({_YEAR})([0-3]\d\d){_ALONE}")
_DMSP = re.compile(rf"(?<![0-9A-Za-z])F(?:0\d|1\d)({_YEAR}){_ALONE}")
# Datums are named by years that are no dates of a raster.
_DATUMS = re.compile(
    r"(?:wgs[ _-]?(?:19)?(?:72|84)|cgcs[ _-]?2000|nad[ _-]?19(?:27|83)|beijing[ _-]?1954"
    r"|xian[ _-]?1980|krasov\w*?[ _-]?1940|grs[ _-]?19(?:67|80)|international[ _-]?19(?:09|24|67)"
    r"|etrs[ _-]?1989|etrf[ _-]?2000|(?:itrf|igs)[ _-]?20\d\d|(?:european|ed)[ _-]?19(?:50|79)"
    r"|gda[ _-]?(?:1994|2020)|jgd[ _-]?20(?:00|11)|nzgd[ _-]?(?:1949|2000)|tokyo[ _-]?1918"
    r"|korean?[ _-]?(?:1985|2000)|twd[ _-]?19(?:67|97)|hu[ _-]tzu[ _-]shan[ _-]?1950|vn[ _-]?2000"
    r"|sirgas[ _-]?(?:1995|2000)|sad[ _-]?1969|arc[ _-]?19(?:50|60)|osgb[ _-]?1936"
    r"|(?:indian|kalianpur)[ _-]?19\d\d|pulkovo[ _-]?19(?:42|95)|pz[ _-]?1990)(?!\d)",
    re.IGNORECASE,
)
_BAND_NUMBER = re.compile(r"\W*(?:band|b|layer)?[\W_]*\d*\W*", re.IGNORECASE)  # tells nothing
_PERIOD_OF_A_YEAR = (270, 400)  # days: composites of 2012 begin in April, some of DMSP are longer
_PERIOD_OF_A_MONTH = 20  # days at least
_FOLDERS = 2  # how far up a path is read: year/day is the layout of NASA's archive


@dataclass(frozen=True)
class LightDate:
    """A year, a month of a year, or a day.

    Attributes:
        year: the year.
        month: 1 to 12, or None where only the year is known.
        day: of the month, from 1, or None where only the month is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as known: 2022, 2022-06 or 2022-06-15."""
        parts = [str(self.year)] + [f"{n:02d}" for n in (self.month, self.day) if n is not None]
        return "-".join(parts)

    @property
    def tag(self) -> str:
        """As in field and file names: 2022, 2022_06 or 2022_06_15."""
        return self.iso.replace("-", "_")

    @property
    def decimal(self) -> float:
        """The middle of the period in years; months count a twelfth each."""
        if self.month is None:
            return self.year + 0.5
        if self.day is None:
            return self.year + (self.month - 0.5) / 12
        day = date(self.year, self.month, self.day).timetuple().tm_yday
        return self.year + (day - 0.5) / (365 + isleap(self.year))

    @property
    def last(self) -> date:
        """The last day of the period."""
        return _end(self)

    @property
    def middle(self) -> date:
        """The day in the middle of the period."""
        first, last = _start(self), _end(self)
        return first + (last - first) // 2

    @property
    def order(self) -> tuple[int, int, int]:
        """What dates are sorted by; a year comes before its months."""
        return self.year, self.month or 0, self.day or 0

    def contains(self, other: LightDate) -> bool:
        """Whether the other date is the same or lies within this one."""
        mine = [n for n in (self.year, self.month, self.day) if n is not None]
        return [other.year, other.month, other.day][: len(mine)] == mine

    def __str__(self) -> str:
        return self.iso

    @classmethod
    def of_iso(cls, text: str) -> LightDate | None:
        """The date of its ISO 8601, None where the text is none."""
        match = re.fullmatch(r"([1-9]\d{0,3})(?:-(\d\d)(?:-(\d\d))?)?", text)
        return cls(*(int(part) for part in match.groups() if part)) if match else None


def month_seasons(dates: Sequence[LightDate]) -> list[int] | None:
    """The months, 1 to 12, where years have several values and months come again.

    Returns:
        One for each date; None where a date has no month, every year has one value or every month
        occurs in one year only: then there are no seasons to tell from a trend.
    """
    months = [date.month for date in dates if date.month is not None]
    years = {date.year for date in dates}
    again = len({(date.year, date.month) for date in dates}) > len(set(months))
    whole = len(months) == len(dates)
    return months if whole and again and len(years) < len(dates) else None


def compile_pattern(text: str | None) -> re.Pattern[str] | None:
    """The user's own pattern, None where nothing is given.

    Raises:
        InputError: it is no regular expression.
    """
    if not text:
        return None
    try:
        return re.compile(text)
    except re.error as error:
        raise InputError(
            tr(
                "The year pattern '{text}' is no regular expression (position {position}): correct "
                "it, for example (?:19|20)\\d{{2}}."
            ).format(text=text, position=error.pos)
        ) from None


def dates_in(text: str, pattern: re.Pattern[str] | None = None) -> list[LightDate]:
    """All dates in a text, in its order, each once.

    A number inside a longer one is no date, nor is one with a letter behind it (2000m). Dates with
    a letter before them (ntl2015) count where no other is found, then years before a word
    (2015ntl). The name of a Black Marble file says how long its period is: VNP46A4 is a year,
    VNP46A3 a month, the others a day.

    Args:
        text: a name or a path.
        pattern: the user's own; its first group, or all it finds, is read as a date.
    """
    if pattern is not None:
        own = (match[1] if pattern.groups else match[0] for match in pattern.finditer(text))
        return _once([_own_date(found) for found in own if found])
    text = _DATUMS.sub("_", unicodedata.normalize("NFKC", text))  # full-width digits are digits
    text = _UNTIL.sub("-", text)
    product = _BLACK_MARBLE.search(text)
    found = _dates_as_written(text)
    if product and product["level"] == "4":
        found = [LightDate(day.year) for day in found]
    elif product and product["level"] == "3":
        found = [LightDate(day.year, day.month) for day in found]
    return _once(found)


def _dates_as_written(text: str) -> list[LightDate]:
    granules = _GRANULE_DAY.findall(text)
    if granules:
        return _once([_day_of_year(int(year), int(day)) for year, day in granules])
    satellite = _DMSP.search(text)
    if satellite:
        return [LightDate(int(satellite[1]))]
    found = [(_date_of(match), match.start()) for match in _DATES.finditer(text)]
    alone = [day for day, start in found if not re.match("[A-Za-z]", text[start - 1 : start])]
    before_words = [LightDate(int(match[1])) for match in _BEFORE_WORDS.finditer(text)]
    return _once(alone) or _once([day for day, _ in found]) or before_words


def find_date(text: str, pattern: re.Pattern[str] | None = None) -> LightDate | None:
    """The date a text tells, None where it tells none or several.

    Of dates within each other the most precise counts. A first and a last day or month are a year
    where they are about a year apart (the year of most of their days), and a month where they lie
    in one.
    """
    found = dates_in(text, pattern)
    if not found:
        return None
    longest = max(found, key=lambda day: (day.month is not None, day.day is not None))
    if all(day.contains(longest) for day in found):
        return longest
    return _of_period(min(found, key=_start), max(found, key=_end))


def date_of_raster(
    name: str, path: str, pattern: re.Pattern[str] | None = None
) -> tuple[LightDate | None, bool]:
    """The date of a raster, from its name or, where that has none, from its path.

    Args:
        name: of the layer; QGIS takes the file's name up to its first dot.
        path: of the file.
        pattern: the user's own.

    Returns:
        The date, and whether a folder's name tells it.
    """
    *folders, file = re.split(r"[/\\]", path)
    # The file's name says more than a layer's name that was cut from it.
    for text in (file, name) if file.startswith(name) else (name, file):
        found = find_date(text, pattern)
        if found or dates_in(text, pattern):
            return found, False
    for number in range(1, min(_FOLDERS, len(folders)) + 1):
        found = find_date("/".join(folders[-number:]), pattern)
        if found:
            return found, True
    return None, False


def dates_of_rasters(
    rasters: Sequence[tuple[str, str]], pattern: re.Pattern[str] | None = None
) -> list[LightDate | None]:
    """The dates of many rasters, each given by its name and its path.

    A folder's date that several rasters share is not theirs and counts as none.
    """
    found = [date_of_raster(name, path, pattern) for name, path in rasters]
    shared = Counter(day for day, from_folder in found if from_folder)
    dates = [None if folder and shared[day] > 1 else day for day, folder in found]
    return dates if pattern is not None else with_short_months(rasters, dates)


def with_short_months(
    rasters: Sequence[tuple[str, str]], dates: Sequence[LightDate | None]
) -> list[LightDate | None]:
    """The dates, numbers of one digit after a year being months where others are of two.

    Where light_2022_10 is October, light_2022_9 is September; else it is a year with a number.

    Args:
        rasters: their names and paths.
        dates: what each tells on its own.
    """
    dates = list(dates)
    late = {day.year for day in dates if day and (day.month or 0) >= 10 and day.day is None}
    for number, (name, path) in enumerate(rasters):
        day = dates[number]
        if day is not None and day.month is None and day.year in late:
            longer = [_padded(text) for text in (name, path)]
            dates[number] = date_of_raster(longer[0], longer[1])[0]
    return dates


def dates_of_bands(
    descriptions: Sequence[str], name: str, pattern: re.Pattern[str] | None = None
) -> list[LightDate] | None:
    """The dates of a raster whose bands are a series, None where they are none.

    They are one where each band is described with a date of its own, or where the name holds a
    first and a last year (or month, or day) with as many bands as years between them and no band's
    description tells another date or another thing than its number.
    """
    if len(descriptions) < 2:
        return None
    described = [find_date(text, pattern) for text in descriptions]
    known = [day for day in described if day is not None]
    if len(set(known)) == len(descriptions):
        return known
    in_name = dates_in(name, pattern)
    for first in in_name:
        steps = _steps(first, len(descriptions))
        if steps[-1] in in_name and all(
            day == step or (day is None and _BAND_NUMBER.fullmatch(text))
            for day, step, text in zip(described, steps, descriptions)
        ):
            return steps
    return None


def _steps(first: LightDate, count: int) -> list[LightDate]:
    """So many years, months or days in a row."""
    if first.month is None:
        return [LightDate(first.year + n) for n in range(count)]
    if first.day is None:
        months = range(first.month - 1, first.month - 1 + count)
        return [LightDate(first.year + n // 12, n % 12 + 1) for n in months]
    days = (_start(first) + timedelta(n) for n in range(count))
    return [LightDate(day.year, day.month, day.day) for day in days]


def _once(found: Sequence[LightDate | None]) -> list[LightDate]:
    return list(dict.fromkeys(day for day in found if day is not None))


def _own_date(text: str) -> LightDate | None:
    """What the user's pattern found; any short number is taken for a year."""
    if re.fullmatch(r"\d{1,4}", text):
        return LightDate(int(text))
    return find_date(_padded(text))


def _padded(text: str) -> str:
    """The text with months and days of one digit made two, days of the year put to the year."""

    def pad(match: re.Match[str]) -> str:
        year, separator, number, day = match.groups()
        if len(number) == 3:
            return match[0] if day else f"{year}{number}"
        parts = [year, *(part.zfill(2) for part in (number, day) if part)]
        return str(separator.join(parts))

    return _SHORT.sub(pad, text)


def _date_of(match: re.Match[str]) -> LightDate | None:
    if match["doy"]:
        return _day_of_year(int(match["doy_year"]), int(match["doy"]))
    named = match["by_name"] or match["name"]
    if named:
        month_number = 1 + _NAMES.index(named[:3].lower())
        return LightDate(int(match["by_year"] or match["name_year"]), month_number)
    parts = [
        next((match[kind + part] for kind in ("cn_", "at_", "m_", "") if match[kind + part]), None)
        for part in ("year", "month", "day")
    ]
    year, month, day = (int(part) if part else None for part in parts)
    if year is None or (day and month and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return LightDate(year, month, day)


def _day_of_year(year: int, day: int) -> LightDate | None:
    if not 1 <= day <= 365 + isleap(year):
        return None
    found = date(year, 1, 1) + timedelta(day - 1)
    return LightDate(found.year, found.month, found.day)


def _start(day: LightDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


def _end(day: LightDate) -> date:
    month = day.month or 12
    return date(day.year, month, day.day or monthrange(day.year, month)[1])


def _of_period(first: LightDate, last: LightDate) -> LightDate | None:
    start, end = _start(first), _end(last)
    length = (end - start).days + 1
    if _PERIOD_OF_A_YEAR[0] <= length <= _PERIOD_OF_A_YEAR[1]:
        new_year = date(end.year, 1, 1)
        in_last = (end - max(start, new_year)).days + 1
        return LightDate(end.year if 2 * in_last >= length else start.year)
    same_month = (start.year, start.month) == (end.year, end.month)
    return (
        LightDate(start.year, start.month) if same_month and length >= _PERIOD_OF_A_MONTH else None
    )
