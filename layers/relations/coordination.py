"""The tables of the other algorithms read as evidence for the coordination profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.groups import positions_by_name
from ...measures.prepare.roles import CORE, SECONDARY
from ...measures.relations.coordination import (
    ACTOR,
    COMPLEMENTARITY,
    FLOWS,
    PLACE,
    POLYCENTRICITY,
    PRIORITY,
    Evidence,
)
from ...measures.texts import tr
from ..cities import Cities
from ..fields import name_some, parse_indicators
from ..tables import read_table

NAN = float("nan")
_THEME_ASPECTS = {
    "coexistence": POLYCENTRICITY,
    "connectivity": FLOWS,
    "cooperation": COMPLEMENTARITY,
}


class _Cell(NamedTuple):
    """A row of a table by region, indicator and year."""

    region: str
    indicator: str
    year: Optional[int]  # noqa: UP045 (NamedTuple fields are evaluated; Python 3.9 has no X | None)
    values: dict[str, float]


def from_unevenness(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Unevenness of the latest year; the cores' share of the change since the first."""
    fields = ["theil_between", "core_share", "cores", "secondaries", "core_mean", "secondary_mean"]
    evidence = []
    for name, by_year in _by_indicator(_cells(source, fields, feedback)):
        years = list(by_year)
        words = _named(name, years[-1])
        latest = {region: row["theil_between"] for region, row in by_year[years[-1]].items()}
        evidence.append(
            Evidence(
                POLYCENTRICITY,
                "unevenness",
                f"unevenness of {words} between cores and secondary cities (Theil)",
                latest,
                name,
            )
        )
        if len(years) > 1:
            first, last = by_year[years[0]], by_year[years[-1]]
            evidence.append(
                Evidence(
                    PRIORITY,
                    "core_growth",
                    f"cores' share of the growth of {name} {years[0]}-{years[-1]}",
                    {r: _core_growth(first[r], last[r]) for r in last if r in first},
                    name,
                )
            )
    return evidence


def from_change(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Change of unevenness."""
    texts = ["region", "indicator", "from_year", "to_year"]
    table = read_table(source, feedback, numbers=["theil_change"], texts=texts)
    found: dict[tuple[str, str], dict[str, float]] = {}
    columns = (table.texts[name] for name in texts)
    for region, indicator, start, end, change in zip(*columns, table.numbers["theil_change"]):
        if region is not None and indicator is not None:
            found.setdefault((indicator, f"{start}-{end}"), {})[region] = float(change)
    return [
        Evidence(
            PRIORITY,
            "unevenness_change",
            f"change of unevenness of {indicator} {years} (Theil)",
            values,
            indicator,
        )
        for (indicator, years), values in found.items()
    ]


def from_polycentricity(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Polycentricity, rank-size slope and primacy of the latest year, and their changes."""
    wanted = [
        ("polycentricity", POLYCENTRICITY, "morphological polycentricity of {}"),
        ("rank_size_slope", POLYCENTRICITY, "rank-size slope of {}"),
        ("primacy", ACTOR, "largest city's share of {}"),
    ]
    evidence = []
    cells = _cells(source, [field for field, _, _ in wanted], feedback)
    for name, by_year in _by_indicator(cells):
        years = list(by_year)
        first, last = by_year[years[0]], by_year[years[-1]]
        for field, aspect, words in wanted:
            measure = words.format(_named(name, years[-1]))
            values = {region: row[field] for region, row in last.items()}
            evidence.append(Evidence(aspect, field, measure, values, name))
            if len(years) > 1 and field != "rank_size_slope":
                change = {r: last[r][field] - first[r][field] for r in last if r in first}
                measure = f"change of {words.format(name)} {years[0]}-{years[-1]}"
                evidence.append(Evidence(aspect, f"{field}_change", measure, change, name))
    return evidence


def from_flows(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Directions, balance and centres of the flows."""
    words = {
        "multidirectionality": "multi-directionality of flows (entropy)",
        "symmetry": "symmetry of flows",
        "functional_polycentricity": "functional polycentricity",
        "core_secondary": "share of flows between cores and secondary cities",
        "secondary_secondary": "share of flows between secondary cities",
    }
    return _by_region(source, FLOWS, words, feedback)


def from_complementarity(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Mean specialisation and complementarity."""
    words = {
        "complementarity": "complementarity of secondary cities to the cores (Krugman, mean)",
        "specialisation": "specialisation of the cities (Krugman, mean)",
    }
    return _by_region(source, COMPLEMENTARITY, words, feedback)


def from_policy(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> list[Evidence]:
    """Each theme's share of the policy items, and whom they address where that is known."""
    addressees = [
        name
        for name in ("to_core", "to_secondary", "to_both")
        if source.fields().lookupField(name) >= 0
    ]
    table = read_table(source, feedback, numbers=["share", *addressees], texts=["region", "theme"])
    evidence = []
    regions = positions_by_name(table.texts["region"])
    themes = table.texts["theme"]
    for theme in dict.fromkeys(theme for theme in themes if theme is not None):
        of_theme = np.array([name == theme for name in themes])
        shares = np.where(of_theme, table.numbers["share"], 0.0)
        evidence.append(
            Evidence(
                _THEME_ASPECTS.get(theme.casefold(), PRIORITY),
                theme.casefold(),
                f"share of policy items on {theme}",
                {region: float(shares[rows].sum()) for region, rows in regions.items()},
            )
        )
    counts = {name: table.numbers[name] for name in addressees}
    counts = {name: count for name, count in counts.items() if not np.isnan(count).all()}
    for name, column in {"share": table.numbers["share"], **counts}.items():
        blank = [region for region, rows in regions.items() if np.isnan(column[rows]).any()]
        if blank:
            feedback.pushWarning(
                tr(
                    "Blank in column '{name}' of POLICY, so that shares stay empty: {names}."
                ).format(name=name, names=name_some(blank))
            )
    whole = sum(counts.values(), np.zeros(len(table)))
    for name, count in counts.items():
        if name == "to_both":
            continue
        of_all = {
            region: _ratio(float(count[rows].sum()), float(whole[rows].sum()))
            for region, rows in regions.items()
        }
        words = "core" if name == "to_core" else "secondary"
        measure = f"share of policy items that address {words} cities"
        evidence.append(Evidence(PRIORITY, name, measure, of_all))
    return evidence


def from_cities(
    cities: Cities,
    capacities: Sequence[str],
    level_field: str | None,
    type_field: str | None,
) -> list[Evidence]:
    """Capacity of the secondary cities beside the cores', who has a voice, kinds of cities."""
    regions = cities.by_region()
    is_core, is_secondary = cities.has_role(CORE), cities.has_role(SECONDARY)

    def each(measure: Callable[[np.ndarray], float]) -> dict[str, float]:
        return {region: measure(rows) for region, rows in regions.items()}

    def capacity(values: np.ndarray) -> Callable[[np.ndarray], float]:
        return lambda rows: _ratio(
            _mean(values[rows[is_secondary[rows]]]), _mean(values[rows[is_core[rows]]])
        )

    evidence = []
    for item in parse_indicators(capacities):
        measure = f"{_named(item.name, item.year)} of secondary cities over the cores' (means)"
        values = each(capacity(cities.numbers[item.field]))
        evidence.append(Evidence(PLACE, "capacity", measure, values, item.name))
    evidence.append(
        Evidence(
            ACTOR,
            "secondaries_per_core",
            "secondary cities for each core",
            each(lambda rows: _ratio(float(is_secondary[rows].sum()), float(is_core[rows].sum()))),
        )
    )
    if level_field:
        levels = cities.texts[level_field]
        distinct = each(lambda rows: _distinct(levels[i] for i in rows))
        evidence.append(
            Evidence(ACTOR, "levels", "administrative levels among the cities", distinct)
        )
    if type_field:
        types = cities.texts[type_field]
        distinct = each(lambda rows: _distinct(types[i] for i in rows if is_secondary[i]))
        evidence.append(
            Evidence(COMPLEMENTARITY, "types", "types among the secondary cities", distinct)
        )
    return evidence


def _by_region(
    source: QgsProcessingFeatureSource,
    aspect: str,
    words: Mapping[str, str],
    feedback: QgsProcessingFeedback,
) -> list[Evidence]:
    """One row a region: each field is a measure, called like its kind."""
    table = read_table(source, feedback, numbers=words, texts=["region"])
    return [
        Evidence(
            aspect,
            field,
            measure,
            {
                region: float(value)
                for region, value in zip(table.texts["region"], table.numbers[field])
                if region is not None
            },
        )
        for field, measure in words.items()
    ]


def _cells(
    source: QgsProcessingFeatureSource, fields: Sequence[str], feedback: QgsProcessingFeedback
) -> list[_Cell]:
    table = read_table(source, feedback, numbers=fields, texts=["region", "indicator", "year"])
    cells = []
    for row in range(len(table)):
        region, indicator, year = (table.texts[n][row] for n in ("region", "indicator", "year"))
        if region is None or indicator is None:
            continue
        if year is not None and not year.isdigit():
            raise InputError(
                tr(
                    "Field 'year' of layer '{layer}' is '{year}' for region {region}: it "
                    "must be a year such as 2023 or blank."
                ).format(layer=table.layer, year=year, region=region)
            )
        values = {field: float(table.numbers[field][row]) for field in fields}
        cells.append(_Cell(region, indicator, int(year) if year else None, values))
    return cells


def _by_indicator(
    cells: Iterable[_Cell],
) -> list[tuple[str, dict[int | None, dict[str, dict[str, float]]]]]:
    """Indicator with its years ascending, each year's regions with their values."""
    found: dict[str, dict[int | None, dict[str, dict[str, float]]]] = {}
    for cell in cells:
        found.setdefault(cell.indicator, {}).setdefault(cell.year, {})[cell.region] = cell.values
    return [
        (name, dict(sorted(years.items(), key=lambda item: item[0] or 0)))
        for name, years in found.items()
    ]


def _core_growth(first: dict[str, float], last: dict[str, float]) -> float:
    """The cores' share of an increase; NaN where it cannot be told.

    The sums are the means times the numbers of cities. They do not give core_share where cities
    were weighted, and cannot be compared where the cities differ between the years.
    """
    if (first["cores"], first["secondaries"]) != (last["cores"], last["secondaries"]):
        return NAN
    sums = []
    for row in (first, last):
        core, secondary = (
            row["cores"] * row["core_mean"],
            row["secondaries"] * row["secondary_mean"],
        )
        if not abs(core - row["core_share"] * (core + secondary)) <= 1e-6 * (core + secondary):
            return NAN
        sums.append((core, core + secondary))
    growth = sums[1][1] - sums[0][1]
    return (sums[1][0] - sums[0][0]) / growth if growth > 0 else NAN


def _named(indicator: str, year: int | None) -> str:
    return indicator if year is None else f"{indicator} {year}"


def _mean(values: np.ndarray) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else NAN


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else NAN


def _distinct(texts: Iterable[str | None]) -> float:
    found = {text for text in texts if text is not None}
    return float(len(found)) if found else NAN
