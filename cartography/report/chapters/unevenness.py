"""Cores and secondary cities, their unevenness, its change, and where inequality lies."""

from __future__ import annotations

import numpy as np

from ....measures.prepare.roles import CORE, SECONDARY
from ....measures.significance import LEVEL
from ...unevenness.charts import dumbbells, heat_table, nested_bars
from ...unevenness.trend import lines
from ..maps.project import EARLIER
from ..results import Row
from ..wishes import CITY, REGION, ROLE
from .writer import Writer


def cities(writer: Writer) -> None:
    """Cores and secondary cities of each region."""
    d, w = writer.document, writer.wishes
    d.chapter("Cores and secondary cities")
    rows = [row for row in writer.results.rows("cities") if row[REGION] is not None]
    others = sum(row[ROLE] not in (CORE, SECONDARY) for row in rows)
    d.text(
        "{cores} core and {secondaries} secondary cities in {regions} mega-regions are compared.",
        cores=sum(row[ROLE] == CORE for row in rows),
        secondaries=sum(row[ROLE] == SECONDARY for row in rows),
        regions=len(writer.regions),
    )
    if others:
        d.text("{others} more cities of these mega-regions are neither.", others=others)
    d.text(
        "Tables and charts list the mega-regions from the most to the least uneven by {indicator}.",
        indicator=writer.sorted_by,
    )
    table = []
    for region in writer.regions:
        members = [row for row in rows if row[REGION] == region]
        cores = [str(row[CITY]) for row in members if row[ROLE] == CORE]
        count = sum(row[ROLE] == SECONDARY for row in members)
        listed = w.phrases.listed(cores)
        table.append([w.title_of(region), len(members), len(cores), count, listed])
    d.table(["Mega-region", "Cities", "Cores", "Secondary", "Core cities"], table)
    cores = [str(row[CITY]) for row in rows if row[ROLE] == CORE]
    writer.map(
        "cities",
        "Core and secondary cities.",
        w.phrases(
            "Map: core cities in orange ({cores}), secondary cities in blue, outlines of the "
            "mega-regions with their codes.",
            cores=w.phrases.listed(cores),
        ),
    )


def _named(writer: Writer, row: Row) -> Row:
    """The row with words for its indicator in place of the field's name."""
    words = writer.wishes.words(row["indicator"], row["year"])
    blanks = {k: np.nan for k in ("theil_between", "gini_between") if row.get(k, 0) is None}
    return {**row, "indicator": words, "year": None, **blanks}


def unevenness(writer: Writer) -> None:
    """Unevenness by indicator."""
    d, w = writer.document, writer.wishes
    rows = writer.in_order(writer.results.rows("unevenness"))
    d.chapter("Unevenness between core and secondary cities")
    d.text(
        "The Theil index between core and secondary cities is 0 where both have the same mean "
        "and grows with the cores' share. The Gini ratio is Dagum's net part between groups. "
        "p is the share of random assignments of roles that are at least as uneven."
    )
    writer.chart(
        "unevenness",
        heat_table([_named(writer, row) for row in rows], writer.sorted_by),
        "unevenness",
        "Theil index and Gini ratio between core and secondary cities, one colour scale for both; "
        "the darker, the more uneven.",
    )
    names = ["cities", "cores", "missing", "core_share", "theil_between", "gini_between", "p_value"]
    table = [
        [row["region"], w.words(row["indicator"], row["year"]), *(row[n] for n in names)]
        for row in rows
    ]
    for line, row in zip(table, rows):
        if w.is_ratio(row["indicator"]):
            line[5] = None
    header = ["Mega-region", "Indicator", "Cities", "Cores", "Missing", "Cores' share"]
    d.table([*header, "Theil", "Gini", "p"], table)
    if any(w.is_ratio(row["indicator"]) for row in rows):
        d.text(
            "Amounts per head, rates and shares cannot be summed, so that the cores have no share "
            "of them."
        )
    first = writer.results.rows("unevenness")[0]["indicator"]
    years = sorted({row["year"] for row in rows if row["indicator"] == first}, key=_or_zero)
    for name, year in ((EARLIER, years[0]), ("regions", years[-1])):
        writer.map(
            name,
            "Theil index of {indicator} between core and secondary cities; both years in the same "
            "classes."
            if EARLIER in writer.maps
            else "Theil index of {indicator} between core and secondary cities.",
            _theil_seen(writer, first, year),
            indicator=w.words(first, year),
        )


def _theil_seen(writer: Writer, indicator: str, year: int | None) -> str:
    """What the map of a year shows, in words."""
    w = writer.wishes
    values = {
        row["region"]: row["theil_between"]
        for row in writer.results.rows("unevenness")
        if (row["indicator"], row["year"]) == (indicator, year) and row["theil_between"] is not None
    }
    order = sorted(values, key=lambda name: -values[name])
    return w.phrases(
        "Map of the mega-regions; the darker, the more uneven: {regions}.",
        regions=w.phrases.listed([f"{name} {values[name]:.3f}" for name in order]),
    )


def change(writer: Writer) -> None:
    """Change between two years."""
    rows = writer.in_order(writer.results.rows("change"))
    if not rows:
        return
    d, w = writer.document, writer.wishes
    d.chapter("Change of unevenness")
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        members = [row for row in rows if row["indicator"] == indicator]
        words = w.words(indicator)
        drawn = [
            {
                **row,
                "indicator": words,
                "ci_low": np.nan if row["ci_low"] is None else row["ci_low"],
            }
            for row in members
        ]
        writer.chart(
            f"change_{indicator}",
            dumbbells(drawn, writer.regions),
            f"change_{indicator}",
            "Theil index of {indicator}, {start} (hollow) to {end} (full); the pale bar is the "
            "95% interval of the change.",
            indicator=words,
            start=members[0]["from_year"],
            end=members[0]["to_year"],
        )
    names = ["cities", "theil_from", "theil_to", "theil_change", "ci_low", "ci_high", "p_value"]
    table = [
        [
            row["region"],
            w.words(row["indicator"]),
            _unbroken(w.phrases("{start} to {end}", start=row["from_year"], end=row["to_year"])),
            *(row[n] for n in names),
            row["direction"] and w.phrases(row["direction"]),
        ]
        for row in rows
    ]
    header = ["Mega-region", "Indicator", "Years", "Cities", "Theil before", "Theil after"]
    d.table([*header, "Change", "95% from", "to", "p", "Direction"], table)


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")


def trend(writer: Writer) -> None:
    """Through all years, where there are three or more."""
    rows = writer.in_order(writer.results.rows("trend"))
    if not rows:
        return
    d, w = writer.document, writer.wishes
    d.chapter("Unevenness through all years")
    d.text(
        "The slope is the median of the slopes between all pairs of years; a trend counts as more "
        "than chance where p, adjusted for the number of tests, is below {level:g}.",
        level=LEVEL,
    )
    series = [_numbered(row) for row in writer.results.rows("trend_series")]
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        words = w.words(indicator)
        members = [
            {**_numbered(r), "indicator": words} for r in rows if r["indicator"] == indicator
        ]
        years = [r for r in series if r["indicator"] == indicator]
        writer.chart(
            f"trend_{indicator}",
            lines(members, years),
            f"trend_{indicator}",
            "Theil index of {indicator} through the years, with 95% bands; coloured where the "
            "trend is more than chance.",
            indicator=words,
        )
    names = ["theil_first", "theil_last", "slope", "slope_p_fdr"]
    table = [
        [
            row["region"],
            w.words(row["indicator"]),
            w.phrases("{start} to {end}", start=row["first_year"], end=row["last_year"]),
            row["years"],
            *(row[name] for name in names),
            row["direction"] and w.phrases(row["direction"]),
        ]
        for row in rows
    ]
    header = ["Mega-region", "Indicator", "Years", "Number of years", "Theil before", "Theil after"]
    d.table([*header, "Slope a year", "p (adjusted)", "Direction"], table)


def _numbered(row: Row) -> Row:
    """The row with NaN for numbers that are missing."""
    texts = ("region", "indicator", "direction")
    return {k: np.nan if v is None and k not in texts else v for k, v in row.items()}


def nested(writer: Writer) -> None:
    """Between regions, between roles, within."""
    rows = [row for row in writer.results.rows("nested") if row["theil"] is not None]
    if not rows:
        return
    d, w = writer.document, writer.wishes
    d.chapter("Where inequality lies")
    d.text(
        "The Theil index of all cities splits into parts between mega-regions, between core "
        "and secondary cities of the same mega-region, and within these groups. The second "
        "part is what a mega-region's own plan can address."
    )
    writer.chart(
        "nested",
        nested_bars([_named(writer, row) for row in rows]),
        "nested",
        "The Theil index of all cities and its parts.",
    )
    parts = ["theil", "share_between_regions", "share_between_roles", "share_within_roles"]
    table = [[w.words(r["indicator"], r["year"]), *(r[p] for p in parts)] for r in rows]
    header = ["Indicator", "Theil", "Between mega-regions", "Between roles", "Within roles"]
    d.table(header, table)


def _or_zero(year: int | None) -> int:
    return year or 0
