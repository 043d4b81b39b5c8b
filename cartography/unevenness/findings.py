"""What the results of unevenness say, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...measures.significance import LEVEL
from ...measures.texts import listed, tr
from ..columns import title_of

Row = dict[str, Any]
_BETWEEN = "Theil between cores and secondary cities"


def shown_on_the_map(rows: Sequence[Row]) -> list[Row]:
    """The first indicator's rows of its last year, most uneven first; those without a value last.

    NaN must not meet numbers in a sort: it would leave them in the order in which they came.
    """
    of_first = [row for row in rows if row["indicator"] == rows[0]["indicator"]]
    last = max(row["year"] or 0 for row in of_first)
    of_last = [row for row in of_first if (row["year"] or 0) == last]
    known = [row for row in of_last if _is_known(row["theil_between"])]
    rest = [row for row in of_last if not _is_known(row["theil_between"])]
    return sorted(known, key=lambda row: -row["theil_between"]) + rest


def map_title(rows: Sequence[Row]) -> str:
    """What the map of the regions shows."""
    return f"{tr(_BETWEEN)}, {_indicator(shown_on_the_map(rows)[0])}"


def change_map_title(rows: Sequence[Row]) -> str:
    """What the map of the changes shows."""
    return tr(
        "Change of Theil between cores and secondary cities, {indicator} {first} to {last}"
    ).format(
        indicator=title_of(rows[0]["indicator"], None),
        first=rows[0]["from_year"],
        last=rows[0]["to_year"],
    )


def unevenness_findings(rows: Sequence[Row]) -> list[str]:
    """Where unevenness is highest and lowest, where secondary cities are ahead, what is chance."""
    return [*_extremes(shown_on_the_map(rows)), *_tests(rows)]


def change_findings(rows: Sequence[Row]) -> list[str]:
    """How many changes go which way, the largest, and how many are more than chance."""
    found = [tr("Changes: {words}.").format(words=_directions(rows))]
    first = [row for row in rows if row["indicator"] == rows[0]["indicator"] and row["direction"]]
    if first:
        largest = max(first, key=lambda row: abs(row["theil_change"]))
        found.append(
            tr(
                "{indicator} from {first} to {last} changes most in {region}: the Theil index "
                "between cores and secondary cities goes from {before:.3f} to {after:.3f}."
            ).format(
                indicator=title_of(largest["indicator"], None),
                first=largest["from_year"],
                last=largest["to_year"],
                region=largest["region"],
                before=largest["theil_from"],
                after=largest["theil_to"],
            )
        )
    tested = [row for row in rows if row["p_value"] == row["p_value"]]
    if tested:
        found.append(
            tr(
                "{below} of {tests} changes have p below {level:g}; {held} hold after allowing for "
                "the number of tests (Benjamini-Hochberg)."
            ).format(**_counts(tested))
        )
    return found


def trend_findings(rows: Sequence[Row]) -> list[str]:
    """How many trends go which way, and how many are more than chance."""
    tested = [row for row in rows if row["slope_p_fdr"] == row["slope_p_fdr"]]
    return [
        tr(
            "Trends: {words}. {held} of {tests} are more than chance after allowing for the number "
            "of tests."
        ).format(
            words=_directions(rows),
            held=sum(row["slope_p_fdr"] < LEVEL for row in tested),
            tests=len(tested),
        )
    ]


def nested_findings(rows: Sequence[Row]) -> list[str]:
    """Where the inequality of each indicator lies."""
    return [
        tr(
            "{indicator}: of the inequality between all cities {regions:.0%} lies between "
            "regions, {roles:.0%} between cores and secondary cities of a region, "
            "{within:.0%} within these groups."
        ).format(
            indicator=_indicator(row),
            regions=row["share_between_regions"],
            roles=row["share_between_roles"],
            within=row["share_within_roles"],
        )
        for row in rows
        if row["theil"]
    ]


def _is_known(value: float | None) -> bool:
    return value is not None and value == value


def _indicator(row: Row) -> str:
    return title_of(row["indicator"], row["year"])


def _extremes(shown: Sequence[Row]) -> list[str]:
    known = [row for row in shown if _is_known(row["theil_between"])]
    if not known:
        return []
    first, last = known[0], known[-1]
    found = [
        tr(
            "{indicator} is most uneven in {first} (Theil between cores and secondary cities "
            "{high:.3f}) and least in {last} ({low:.3f})."
        ).format(
            indicator=_indicator(first),
            first=first["region"],
            high=first["theil_between"],
            last=last["region"],
            low=last["theil_between"],
        )
        if len(known) > 1
        else tr("{indicator}: Theil between cores and secondary cities {high:.3f}.").format(
            indicator=_indicator(first), high=first["theil_between"]
        )
    ]
    ahead = [row["region"] for row in known if row["ratio"] < 1]
    if ahead:
        found.append(
            tr(
                "{indicator}: the secondary cities are ahead of the cores on average in {regions}."
            ).format(indicator=_indicator(first), regions=listed(ahead))
        )
    return found


def _tests(rows: Sequence[Row]) -> list[str]:
    tested = [row for row in rows if row["p_value"] is not None and row["p_fdr"] == row["p_fdr"]]
    if not tested:
        return []
    return [
        tr(
            "{below} of {tests} cells have p below {level:g}; {held} hold after allowing for "
            "the number of tests (Benjamini-Hochberg)."
        ).format(**_counts(tested))
    ]


def _counts(tested: Sequence[Row]) -> dict[str, float]:
    return {
        "below": sum(row["p_value"] < LEVEL for row in tested),
        "tests": len(tested),
        "level": LEVEL,
        "held": sum(row["p_fdr"] < LEVEL for row in tested),
    }


def _directions(rows: Sequence[Row]) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        if row["direction"] is not None:
            counts[row["direction"]] = counts.get(row["direction"], 0) + 1
    return listed(f"{n} {tr(name)}" for name, n in sorted(counts.items())) or tr("none")
