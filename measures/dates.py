"""Dates as the numbers that trends are measured on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def decimal_years(dates: Sequence[str]) -> np.ndarray:
    """ISO dates as decimal years: the middle of the year, month or day.

    Args:
        dates: `2022`, `2022-06` or `2022-06-15`.
    """
    result = []
    for date in dates:
        year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
        if not month:
            part = 0.5
        elif not day:
            part = (month - 0.5) / 12
        else:
            start = np.datetime64(f"{year:04d}-01-01")
            length = (np.datetime64(f"{year + 1:04d}-01-01") - start).astype(int)
            part = ((np.datetime64(date) - start).astype(int) + 0.5) / length
        result.append(year + part)
    return np.array(result)


def month_seasons(dates: Sequence[str]) -> np.ndarray | None:
    """The months of ISO dates, 1 to 12, where years have several values and months come again.

    Returns:
        Shape (t,); None where a date has no month, every year has one value or every month occurs
        in one year only: then there are no seasons to tell from a trend.
    """
    if any("-" not in date for date in dates):
        return None
    years = [date[:4] for date in dates]
    months = [int(date[5:7]) for date in dates]
    again = len(set(zip(years, months))) > len(set(months))
    return np.array(months) if again and len(set(years)) < len(years) else None
