"""A region's evidence beside the median of all regions, and where words and numbers part.

The frames: three visions (polycentricity, multi-directional flows, complementarity) and three
governance mismatches (place, priority, actor).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np

VISION, MISMATCH = "vision", "mismatch"
POLYCENTRICITY, FLOWS, COMPLEMENTARITY = (
    "polycentricity",
    "multi-directional flows",
    "complementarity",
)
PLACE, PRIORITY, ACTOR = "place", "priority", "actor"
ASPECTS = {
    POLYCENTRICITY: VISION,
    FLOWS: VISION,
    COMPLEMENTARITY: VISION,
    PLACE: MISMATCH,
    PRIORITY: MISMATCH,
    ACTOR: MISMATCH,
}
_EQUAL = 1e-9  # relative: sums taken in another order are no difference


@dataclass(frozen=True)
class Evidence:
    """One measure of all regions.

    Attributes:
        aspect: one of `ASPECTS`.
        kind: what it is, the same for every indicator, by which `RULES` find it.
        measure: its words in the result.
        values: region to value; a region may lack one.
        indicator: what it was measured on, None where it has no indicator.
    """

    aspect: str
    kind: str
    measure: str
    values: Mapping[str, float]
    indicator: str | None = None


class ProfileRow(NamedTuple):
    """A line of a region's profile; rank 1 is the largest value."""

    region: str
    frame: str
    aspect: str
    measure: str
    value: Optional[float]  # noqa: UP045 (NamedTuple fields are evaluated; Python 3.9 has no X | None)
    median: float
    rank: Optional[int]  # noqa: UP045
    note: Optional[str]  # noqa: UP045


class Rule(NamedTuple):
    """A question asked where two measures of a region part.

    `first` and `second` are kinds; `first_is` and `second_is` are "above" or "below" (the median)
    or "rising" or "falling" (above or below zero). The note stands at the second measure.
    """

    first: str
    first_is: str
    second: str
    second_is: str
    question: str


RULES = [
    Rule(
        "connectivity",
        "above",
        "symmetry",
        "below",
        "Connectivity takes {first:.0%} of the policy items, more than in most regions, yet flows "
        "are more one-way than in most: whom do the links serve?",
    ),
    Rule(
        "connectivity",
        "above",
        "multidirectionality",
        "below",
        "Connectivity takes {first:.0%} of the policy items, more than in most regions, yet flows "
        "keep to fewer links than in most: which pairs of cities are left out?",
    ),
    Rule(
        "coexistence",
        "above",
        "polycentricity",
        "below",
        "Coexistence takes {first:.0%} of the policy items, more than in most regions, yet "
        "{second_indicator} is less evenly spread over the cities than in most: which cities are "
        "meant to share it?",
    ),
    Rule(
        "cooperation",
        "above",
        "complementarity",
        "below",
        "Cooperation takes {first:.0%} of the policy items, more than in most regions, yet the "
        "secondary cities do much the same as the cores: what could each offer the others?",
    ),
    Rule(
        "polycentricity",
        "above",
        "functional_polycentricity",
        "below",
        "{first_indicator} is spread over the cities more evenly than in most regions, yet the "
        "flows are less so: what keeps the cities from exchanging on equal terms?",
    ),
    Rule(
        "unevenness_change",
        "falling",
        "primacy_change",
        "rising",
        "Unevenness of {first_indicator} between core and secondary cities fell ({first:+.3f}) "
        "while the largest city's share grew ({second:+.3f}): which cities lost?",
    ),
    Rule(
        "to_secondary",
        "above",
        "unevenness_change",
        "rising",
        "{first:.0%} of the policy items address secondary cities, more than in most regions, yet "
        "unevenness of {second_indicator} grew ({second:+.3f}): what do the measures need to take "
        "hold?",
    ),
    Rule(
        "to_secondary",
        "above",
        "capacity",
        "below",
        "{first:.0%} of the policy items address secondary cities, more than in most regions, "
        "whose {second_indicator} is {second:.0%} of the cores': have they the means to act?",
    ),
    Rule(
        "coexistence",
        "above",
        "core_growth",
        "above",
        "Coexistence takes {first:.0%} of the policy items, more than in most regions, yet "
        "{second:.0%} of the growth of {second_indicator} went to the cores: do investments "
        "follow the plan?",
    ),
]


def median(values: Sequence[float]) -> float:
    """Median of the values that are there; NaN where there is none."""
    known = [value for value in values if not np.isnan(value)]
    return float(np.median(known)) if known else float("nan")


def profiles(evidence: Sequence[Evidence], regions: Sequence[str]) -> list[ProfileRow]:
    """Every region's rows, region by region, in the order of `ASPECTS`.

    Evidence without a value in any region is left out. The median is that of the regions with a
    value; of equal values each has the best rank.
    """
    ordered = sorted(
        (item for item in evidence if not np.isnan(_column(item, regions)).all()),
        key=lambda item: list(ASPECTS).index(item.aspect),
    )
    columns = [_column(item, regions) for item in ordered]
    medians = [median(column.tolist()) for column in columns]
    rows = []
    for region in regions:
        notes = questions(ordered, medians, region)
        for place, (item, column, middle) in enumerate(zip(ordered, columns, medians)):
            value = item.values.get(region, float("nan"))
            known = not np.isnan(value)
            larger = int((column > value + _EQUAL * abs(value)).sum())
            rows.append(
                ProfileRow(
                    region,
                    ASPECTS[item.aspect],
                    item.aspect,
                    item.measure,
                    value if known else None,
                    middle,
                    larger + 1 if known else None,
                    " ".join(notes.get(place, [])) or None,
                )
            )
    return rows


def questions(
    evidence: Sequence[Evidence], medians: Sequence[float], region: str
) -> dict[int, list[str]]:
    """Position in `evidence` to the questions that stand there."""
    found: dict[int, list[str]] = {}
    for rule in RULES:
        for one, first in enumerate(evidence):
            for two, second in enumerate(evidence):
                if (first.kind, second.kind) != (rule.first, rule.second):
                    continue
                if None not in (first.indicator, second.indicator) and (
                    first.indicator != second.indicator
                ):
                    continue
                a, b = (item.values.get(region, float("nan")) for item in (first, second))
                if _holds(rule.first_is, a, medians[one]) and _holds(
                    rule.second_is, b, medians[two]
                ):
                    words = rule.question.format(
                        first=a,
                        second=b,
                        first_indicator=first.indicator,
                        second_indicator=second.indicator,
                    )
                    found.setdefault(two, []).append(words)
    return found


def _column(item: Evidence, regions: Sequence[str]) -> np.ndarray:
    return np.array([item.values.get(region, float("nan")) for region in regions])


def _holds(condition: str, value: float, middle: float) -> bool:
    """Whether a value is above, below, rising or falling; never where it is missing."""
    margin = _EQUAL * abs(middle)
    return {
        "above": value > middle + margin,
        "below": value < middle - margin,
        "rising": value > 0,
        "falling": value < 0,
    }[condition]
