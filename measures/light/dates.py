"""Dates of night-light rasters, read from names: a year, a month or a day."""

from __future__ import annotations

import re
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
# In turn: year and day of the year (A2021001, 2021/001), Chinese, and year with or without more.
_DATES = re.compile(
    rf"(?<!\d)(?:(?P<doy_year>{_YEAR})[/\\]?(?P<doy>[0-3]\d\d){_ALONE}"
    rf"|(?P<cn_year>{_YEAR})年(?:(?P<cn_month>1[0-2]|0?[1-9])月(?:(?P<cn_day>[0-3]?\d)[日号])?)?"
    rf"|(?P<year>{_YEAR})(?:(?P<sep>[-_./\\ ]?)(?P<month>{_MONTH})"
    rf"(?:(?P=sep)(?P<day>{_DAY}))?)?{_ALONE})"
)
_BLACK_MARBLE = re.compile(r"V(?:NP|J1|J2)46A(?P<level>[1-4])(?!\d)", re.IGNORECASE)
_GRANULE_DAY = re.compile(rf"(?<![0-9A-Za-z])A({_YEAR})([0-3]\d\d){_ALONE}")
_DMSP = re.compile(rf"(?<![0-9A-Za-z])F(?:0\d|1\d)({_YEAR}){_ALONE}")
# Datums are named by years that are no dates of a raster.
_DATUMS = re.compile(
    r"(?:wgs[ _-]?(?:19)?84|cgcs[ _-]?2000|nad[ _-]?19(?:27|83)|beijing[ _-]?1954|xian[ _-]?1980"
    r"|etrs[ _-]?1989|gda[ _-]?(?:1994|2020)|jgd[ _-]?20(?:00|11)|nzgd[ _-]?2000"
    r"|pulkovo[ _-]?19(?:42|95))(?!\d)",
    re.IGNORECASE,
)
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
    def order(self) -> tuple[int, int, int]:
        """What dates are sorted by; a year comes before its months."""
        return self.year, self.month or 0, self.day or 0

    def contains(self, other: LightDate) -> bool:
        """Whether the other date is the same or lies within this one."""
        mine = [n for n in (self.year, self.month, self.day) if n is not None]
        return [other.year, other.month, other.day][: len(mine)] == mine

    def __str__(self) -> str:
        return self.iso


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
                "The year pattern '{text}' is no regular expression ({error}): correct it, "
                "for example (?:19|20)\\d{{2}}."
            ).format(text=text, error=error)
        ) from None


def dates_in(text: str, pattern: re.Pattern[str] | None = None) -> list[LightDate]:
    """All dates in a text, in its order, each once.

    A number inside a longer one is no date, nor is one with a letter behind it (2000m). Dates with
    a letter before them (ntl2015) count where no other is found. The name of a Black Marble file
    says how long its period is: VNP46A4 is a year, VNP46A3 a month, the others a day.

    Args:
        text: a name or a path.
        pattern: the user's own; its first group, or all it finds, is read as a date.
    """
    if pattern is not None:
        own = (match[1] if pattern.groups else match[0] for match in pattern.finditer(text))
        return _once([_own_date(found) for found in own if found])
    text = _DATUMS.sub("_", text)
    granule = _GRANULE_DAY.search(text)
    if granule:
        day = _day_of_year(int(granule[1]), int(granule[2]))
        product = _BLACK_MARBLE.search(text)
        if day and product and product["level"] in "34":
            day = LightDate(day.year, None if product["level"] == "4" else day.month)
        return [day] if day else []
    satellite = _DMSP.search(text)
    if satellite:
        return [LightDate(int(satellite[1]))]
    found = [(_date_of(match), match.start()) for match in _DATES.finditer(text)]
    alone = [day for day, start in found if not re.match("[A-Za-z]", text[start - 1 : start])]
    return _once(alone) or _once([day for day, _ in found])


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
    return [None if folder and shared[day] > 1 else day for day, folder in found]


def dates_of_bands(
    descriptions: Sequence[str], name: str, pattern: re.Pattern[str] | None = None
) -> list[LightDate] | None:
    """The dates of a raster whose bands are a series, None where they are none.

    They are one where each band is described with a date of its own, or where the name holds a
    first and a last year (or month, or day) with as many bands as years between them.
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
        if steps[-1] in in_name:
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
    return find_date(text)


def _date_of(match: re.Match[str]) -> LightDate | None:
    if match["doy"]:
        return _day_of_year(int(match["doy_year"]), int(match["doy"]))
    parts = [match[f"cn_{part}"] or match[part] for part in ("year", "month", "day")]
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
