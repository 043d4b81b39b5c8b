"""How often trend tests find a trend where there is none, and where there is one, in Markdown.

From a checkout in which `./dev test` has run once:

    .venv/bin/python benchmarks/trends.py

Series are Gaussian first-order autoregressions (the tests know ranks alone, so that the shape of
the distribution does not matter). `docs/method/unevenness-trend.md` quotes what is printed here.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pymannkendall

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["megaregion"] = importlib.util.module_from_spec(spec)

from megaregion.measures.trend import mann_kendall  # noqa: E402

LENGTHS, CORRELATIONS = (5, 7, 9, 10, 12, 14, 18, 25, 33, 50), (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
SERIES, PEER_SERIES = 20_000, 2_000
PEERS: dict[str, Callable] = {
    "plain Mann-Kendall": pymannkendall.original_test,
    "Hamed & Rao 1998": pymannkendall.hamed_rao_modification_test,
    "Yue & Wang 2004": pymannkendall.yue_wang_modification_test,
    "pre-whitening": pymannkendall.pre_whitening_modification_test,
    "trend-free pre-whitening": pymannkendall.trend_free_pre_whitening_modification_test,
}


def autoregressions(series: int, n: int, correlation: float) -> np.ndarray:
    """Series without a trend, of variance 1, one a row; the same at each call."""
    rng = np.random.Generator(np.random.PCG64(n))
    values = rng.standard_normal((series, n))
    for t in range(1, n):
        values[:, t] *= np.sqrt(1 - correlation**2)
        values[:, t] += correlation * values[:, t - 1]
    return values


def rejected(p_values: np.ndarray, level: float = 0.05) -> str:
    """Share of the p-values at the level or below, in percent."""
    return f"{100 * np.mean(p_values <= level):.1f}"


def row(*cells: object) -> None:
    """Print a row of a table."""
    print("| " + " | ".join(map(str, cells)) + " |")


def heading(title: str, *cells: object) -> None:
    """Print a table's title and its first two rows."""
    print(f"\n**{title}**\n")
    row(*cells)
    row(*["---"] * len(cells))


def years() -> None:
    """False trends of one value a year."""
    heading(
        f"False trends at 5 %, in percent of {SERIES:,} series, by lag-1 correlation",
        "values",
        *CORRELATIONS,
        "at 1 %, 0.5",
    )
    for n in LENGTHS:
        p = [mann_kendall(np.arange(float(n)), autoregressions(SERIES, n, c)) for c in CORRELATIONS]
        row(n, *map(rejected, p), rejected(p[CORRELATIONS.index(0.5)], 0.01))


def months() -> None:
    """False trends of one value a month, with a course of the year."""
    heading(
        f"Months: false trends at 5 %, in percent of {SERIES // 4:,} series",
        "years",
        *CORRELATIONS,
    )
    for number in (2, 3, 5, 10):
        month = np.arange(12 * number)
        season = 3 * np.sin(month / 12 * 2 * np.pi)
        series = [autoregressions(SERIES // 4, 12 * number, c) + season for c in CORRELATIONS]
        row(number, *(rejected(mann_kendall(month / 12, rows, month % 12)) for rows in series))


def peers() -> None:
    """False trends and trends found, beside other tests."""
    cases = [(n, c) for n in (10, 18, 33) for c in (0.0, 0.5)]
    columns = [f"{n}, {c:g}" for n, c in cases]
    for title, rise in (
        (f"False trends at 5 %, in percent of {PEER_SERIES:,} series: values, correlation", 0.0),
        ("Trends found that rise by three standard deviations in all", 3.0),
    ):
        heading(title, "test", *columns)
        drawn = [
            (n, autoregressions(PEER_SERIES, n, c) + rise * np.linspace(0, 1, n)) for n, c in cases
        ]
        row("**this plugin**", *(rejected(mann_kendall(np.arange(float(n)), x)) for n, x in drawn))
        for name, test in PEERS.items():
            with np.errstate(all="ignore"):
                found = [np.array([test(series).p for series in x]) for _, x in drawn]
            row(name, *map(rejected, found))


if __name__ == "__main__":
    years()
    months()
    peers()
