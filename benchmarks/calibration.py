"""How often p-values and intervals are wrong where the truth is known, as tables in Markdown.

From a checkout in which `./dev test` has run once:

    .venv/bin/python benchmarks/calibration.py

Regions are drawn from a population whose unevenness is known: the logs of a city's values are its
role's expectation, plus the city's own deviation (standard deviation 0.6, the same in all years),
plus a deviation of the year (0.2). `docs/method/unevenness.md` quotes what is printed here.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["megaregion"] = importlib.util.module_from_spec(spec)

from megaregion.measures.neighbours import k_nearest  # noqa: E402
from megaregion.measures.relations.pattern import spatial_pattern  # noqa: E402
from megaregion.measures.trend import mann_kendall  # noqa: E402
from megaregion.measures.unevenness.convergence import beta_convergence  # noqa: E402
from megaregion.measures.unevenness.interval import change_interval, theil_interval  # noqa: E402
from megaregion.measures.unevenness.permutation import (  # noqa: E402
    growth_permutation_p_value,
    role_permutation_p_value,
)
from megaregion.measures.unevenness.shares import theil_between  # noqa: E402

SPREAD, NOISE = 0.6, 0.2
CITIES, CORES = (9, 12, 20, 30), (1, 2, 3, 4, 5)
RATIO = 4.0  # of the cores' expected value to the secondary cities'
TESTS, PERMUTATIONS, INTERVALS, SERIES, PATTERNS = 4000, 199, 2000, 10_000, 1000
CORRELATIONS = (0.0, 0.25, 0.5)  # from year to year
CORE_LEVELS = {"municipality", "provincial capital", "sub-provincial"}


@dataclass(frozen=True)
class Population:
    """What regions are drawn from.

    Attributes:
        cities: in a region.
        cores: of them.
        ratio: the cores' expected value over the secondary cities', in the first year.
        growth: of the cores' expected value beside the secondary cities'.
        covariance: of the logs of the two years inside a role, shape (2, 2).
        core_spread: the cores' deviations from their expectation, times this.
        zeros: share of the secondary cities that have nothing in both years.
        weighted: cities carry weights that differ between the years.
    """

    cities: int
    cores: int
    ratio: float = RATIO
    growth: float = 1.0
    covariance: tuple[tuple[float, float], tuple[float, float]] = (
        (SPREAD**2 + NOISE**2, SPREAD**2),
        (SPREAD**2, SPREAD**2 + NOISE**2),
    )
    core_spread: float = 1.0
    zeros: float = 0.0
    weighted: bool = False

    @property
    def is_core(self) -> np.ndarray:
        """The cores come first."""
        return np.arange(self.cities) < self.cores

    def regions(self, number: int) -> Iterator[tuple[np.ndarray, np.ndarray | None]]:
        """Values of both years, shape (n, 2), and their weights; the same at every run."""
        rng = np.random.default_rng([self.cities, self.cores])
        factor = np.linalg.cholesky(np.array(self.covariance))
        scale = np.where(self.is_core, self.core_spread, 1.0)[:, None]
        expected = np.zeros((self.cities, 2))
        expected[self.is_core] = np.log([self.ratio, self.ratio * self.growth])
        # A lognormal's expected value is that of its log plus half its variance
        expected -= scale**2 * np.diag(self.covariance) / 2
        for _ in range(number):
            logs = expected + scale * (rng.standard_normal((self.cities, 2)) @ factor.T)
            values = np.exp(logs)
            values[~self.is_core & (rng.random(self.cities) < self.zeros)] = 0.0
            weights = np.exp(
                SPREAD * rng.standard_normal((self.cities, 1))
                + 0.1 * rng.standard_normal((self.cities, 2))
            )
            yield values, weights if self.weighted else None

    def truth(self, weights: np.ndarray | None) -> np.ndarray:
        """The index at the roles' expected values in both years."""
        w = np.ones((self.cities, 2)) if weights is None else weights
        p = w[self.is_core].sum(axis=0) / w.sum(axis=0)
        core = p * self.ratio * np.array([1.0, self.growth])
        secondary = (1 - p) * (1 - self.zeros)
        return theil_between(p, core / (core + secondary) - p)


def false_positives(population: Population) -> tuple[float, float]:
    """Share of regions with p <= 0.05 where roles say nothing: of the role and the growth test."""
    is_core = population.is_core
    hits = np.zeros(2)
    alike = replace(population, ratio=1.0).regions(TESTS)
    for seed, ((values, weights), (equal, _)) in enumerate(zip(population.regions(TESTS), alike)):
        one_year = None if weights is None else weights[:, 0]
        hits += (
            role_permutation_p_value(equal[:, 0], is_core, one_year, PERMUTATIONS, seed) <= 0.05,
            growth_permutation_p_value(values, is_core, weights, PERMUTATIONS, seed) <= 0.05,
        )
    return tuple(hits / TESTS)


def real_false_positives(levels: np.ndarray, is_core: np.ndarray) -> tuple[float, float]:
    """The same on a region's real values of one year: roles, or growth of 28 % or so, by lot."""
    rng = np.random.default_rng(0)
    hits = np.zeros(2)
    for seed in range(TESTS):
        growth = np.exp(np.sqrt(2) * NOISE * rng.standard_normal(len(levels)))
        both = np.column_stack([levels, levels * growth])
        hits += (
            role_permutation_p_value(levels, rng.permutation(is_core), None, PERMUTATIONS, seed)
            <= 0.05,
            growth_permutation_p_value(both, is_core, None, PERMUTATIONS, seed) <= 0.05,
        )
    return tuple(hits / TESTS)


def coverage(population: Population, regions: int = INTERVALS) -> tuple[float, float]:
    """Share of the intervals of the first year's index and of the change that hold the truth."""
    hits = np.zeros(2)
    for values, weights in population.regions(regions):
        truth = population.truth(weights)
        level = theil_interval(
            values[:, 0], population.is_core, None if weights is None else weights[:, 0]
        )
        change = change_interval(values, population.is_core, weights)
        hits += (
            level.low - 1e-12 <= truth[0] <= level.high + 1e-12,
            change.low - 1e-12 <= truth[1] - truth[0] <= change.high + 1e-12,
        )
    return tuple(hits / regions)


def real_regions() -> Iterator[tuple[str, np.ndarray, np.ndarray, np.ndarray]]:
    """Name, GDP of 2006 and 2023, roles, and places of the example's 13 mega-regions."""
    with open(ROOT / "resources" / "example" / "cities.csv", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for region in dict.fromkeys(row["mega_region"] for row in rows):
        cities = [row for row in rows if row["mega_region"] == region]
        values = np.array([[float(c["gdp_2006"]), float(c["gdp_2023"])] for c in cities])
        is_core = np.array([c["admin_level"] in CORE_LEVELS for c in cities])
        yield (
            region,
            values,
            is_core,
            np.array([[float(c["lon"]), float(c["lat"])] for c in cities]),
        )


def fitted(values: np.ndarray, is_core: np.ndarray) -> Population:
    """The lognormal population with a real region's means and spread inside its roles."""
    logs = np.log(values)
    residuals = [logs[role] - logs[role].mean(axis=0) for role in (is_core, ~is_core)]
    covariance = sum(part.T @ part for part in residuals) / (len(values) - 2)
    ratio = values[is_core].mean(axis=0) / values[~is_core].mean(axis=0)
    return Population(
        len(values),
        int(is_core.sum()),
        float(ratio[0]),
        float(ratio[1] / ratio[0]),
        tuple(map(tuple, covariance)),
    )


def percent(share: float) -> str:
    """In percent with one decimal."""
    return f"{100 * share:.1f}"


def table(title: str, header: list[str], rows: list[list[str]]) -> None:
    """Print a table in Markdown."""
    print(f"\n{title}\n")
    for row in (header, ["---"] * len(header), *rows):
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def grid(
    title: str, measure: Callable[[Population], tuple[float, float]], names: tuple[str, str]
) -> None:
    """A measure of every number of cities and cores, its mean and its extremes."""
    found = {(c, n): measure(Population(n, c)) for c in CORES for n in CITIES}
    for which, name in enumerate(names):
        header = ["cores", *(f"{n} cities" for n in CITIES)]
        rows = [[str(c), *(percent(found[c, n][which]) for n in CITIES)] for c in CORES]
        table(f"{title}: {name}", header, rows)
        print(summary(name, [value[which] for value in found.values()]))


def summary(name: str, shares: list[float]) -> str:
    """Mean and extremes in one line."""
    return (
        f"\n{name}: mean {percent(float(np.mean(shares)))}, least {percent(min(shares))}, "
        f"most {percent(max(shares))} %"
    )


def p_values() -> None:
    """False positives of the permutation tests."""
    grid(
        "False positives at 5 %, in percent",
        false_positives,
        ("roles permuted", "growth permuted"),
    )
    rows, shares = [], []
    for region, values, is_core, _ in real_regions():
        found = real_false_positives(values[:, 0], is_core)
        shares.append(found[1])
        rows.append([region, str(len(values)), str(is_core.sum()), *map(percent, found)])
    header = ["region", "cities", "cores", "roles permuted", "growth permuted"]
    table("False positives at 5 % on the real GDP of 2006, in percent", header, rows)
    print(summary("growth permuted", shares))


def intervals() -> None:
    """Coverage of the intervals."""

    def changes(population: Population) -> tuple[float, float]:
        return coverage(population)[1], coverage(replace(population, growth=1.5))[1]

    grid(
        "Coverage of the 95 % interval of the change, in percent",
        changes,
        ("no change", "cores grow by half"),
    )
    rows = []
    for ratio in (1.0, 2.0, 4.0, 8.0):
        found = [
            [coverage(Population(n, c, ratio, growth), 500) for n in CITIES for c in CORES]
            for growth in (1.0, 1.5)
        ]
        shares = [
            np.array(found[0])[:, 0],
            *(np.array(of_growth)[:, 1] for of_growth in found),
        ]
        cells = [f"{percent(s.mean())} ({percent(s.min())})" for s in shares]
        rows.append([f"{ratio:g}", *cells])
    header = ["cores' mean over secondary", "index of a year", "no change", "cores grow by half"]
    table("Coverage by how far the cores are ahead: mean (least) of 20 cells", header, rows)

    rows, shares = [], []
    for region, values, is_core, _ in real_regions():
        population = fitted(values, is_core)
        level, change = coverage(population)
        still = coverage(replace(population, growth=1.0))[1]
        shares += [level, still, change]
        rows.append([region, str(len(values)), str(is_core.sum()), *map(percent, shares[-3:])])
    header = ["region", "cities", "cores", "index of a year", "no change", "change as observed"]
    table(
        "Coverage in populations with the means and spread of the real regions' GDP", header, rows
    )
    print(summary("real regions", shares))


def beyond() -> None:
    """Zeros, weights, and spreads that differ, against the assumption."""
    cases = {
        "3 in 10 secondary cities have nothing": {"zeros": 0.3},
        "weighted, weights change": {"weighted": True},
        "cores spread half as much": {"core_spread": 0.5},
        "cores spread half as much again": {"core_spread": 1.5},
    }
    rows = []
    for name, settings in cases.items():
        for cores in (1, 3):
            population = Population(15, cores, **settings)
            level, still = coverage(population)
            change = coverage(replace(population, growth=1.5))[1]
            tests = false_positives(population)
            rows.append([name, str(cores), *map(percent, (level, still, change, tests[1]))])
    header = ["15 cities", "cores", "index of a year", "no change", "cores grow by half"]
    table(
        "Coverage, and false positives of the growth test, in other populations",
        [*header, "growth permuted"],
        rows,
    )


def trends() -> None:
    """False trends of series without one whose ups and downs carry over from year to year."""
    rows, shares = [], []
    for years in (5, 10, 18, 33):
        rates = [trend_rate(series(correlation, years)) for correlation in CORRELATIONS]
        rates += [trend_rate(theil_series(correlation, years)) for correlation in CORRELATIONS]
        if years >= 10:
            shares += rates
        rows.append([str(years), *map(percent, rates)])
    header = [f"{kind}, {c:g}" for kind in ("any series", "Theil index") for c in CORRELATIONS]
    table(
        "False trends at 5 %, in percent, by serial correlation from year to year",
        ["years", *header],
        rows,
    )
    print(summary("10 and more years", shares))

    hits = 0
    rng = np.random.default_rng(0)
    for _ in range(TESTS):
        first = np.exp(SPREAD * rng.standard_normal(15))
        last = first * np.exp(NOISE * rng.standard_normal(15))
        hits += beta_convergence(first, last, 17).p_value <= 0.05
    print(f"\nbeta convergence, growth not tied to the first value: {percent(hits / TESTS)} %")


def patterns() -> None:
    """False spatial patterns of values given to real cities by lot."""
    rows = []
    regions = {name: places for name, _, _, places in real_regions()}
    regions["all"] = np.concatenate(list(regions.values()))
    for region in ("BTH", "YRD", "all"):
        neighbours = k_nearest(*regions[region].T, 4)
        rng = np.random.default_rng(0)
        hits = np.zeros(2)
        for seed in range(PATTERNS):
            values = np.exp(SPREAD * rng.standard_normal(len(regions[region])))
            found = spatial_pattern(values, neighbours, PERMUTATIONS, seed)
            hits += found.moran_p <= 0.05, np.mean(found.local_p <= 0.05)
        rows.append([region, str(len(regions[region])), *map(percent, hits / PATTERNS)])
    header = ["region", "cities", "Moran's I", "local Moran's I"]
    table("False spatial patterns at 5 %, in percent, four nearest neighbours", header, rows)


def series(correlation: float, years: int, shape: tuple[int, ...] = (SERIES,)) -> np.ndarray:
    """Gaussian first-order autoregressions of variance 1, the same at every run."""
    rng = np.random.default_rng([years, int(100 * correlation)])
    found = rng.standard_normal((*shape, years))
    for year in range(1, years):
        found[..., year] *= np.sqrt(1 - correlation**2)
        found[..., year] += correlation * found[..., year - 1]
    return found


def theil_series(correlation: float, years: int) -> np.ndarray:
    """The between-group Theil index of regions of 3 cores and 12 secondary cities."""
    is_core = np.arange(15) < 3
    deviations = NOISE * series(correlation, years, (SERIES, 15))
    levels = SPREAD * np.random.default_rng(1).standard_normal((SERIES, 15, 1))
    values = np.exp(levels + np.where(is_core, np.log(RATIO), 0.0)[:, None] + deviations)
    shares = values[:, is_core].sum(axis=1) / values.sum(axis=1)
    p = np.full(shares.shape, is_core.mean())
    return theil_between(p, shares - p)


def trend_rate(rows: np.ndarray) -> float:
    """Share of the series with a p-value of at most 0.05."""
    return float(np.mean(mann_kendall(np.arange(rows.shape[1]), rows) <= 0.05))


TABLES = (p_values, intervals, beyond, trends, patterns)


def main() -> None:
    """All tables."""
    start = time.perf_counter()
    for print_tables in TABLES:
        print_tables()
    print(f"\n{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
