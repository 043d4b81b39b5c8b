"""Two pages for each mega-region that can be handed out alone: sentences, chart and map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ....layers.fields import Indicator, parse_indicators
from ....measures.prepare.roles import CORE, SECONDARY
from ....measures.significance import LEVEL
from ...unevenness.charts import city_values
from ..charts import region_among_all
from ..filenames import plain
from ..maps.atlas import Atlas
from ..profiles import CityColumn, latest_years, number_of, order_of, shown_indicators
from ..results import Row
from ..wishes import CITY, REGION, ROLE, Wishes
from .writer import Writer

_MOST_DRAWN = 55  # cities of a region in its chart
_MOST_LISTED = 500  # cities of a region in the report
_MOST_MEASURES = 30  # of a region in one chart


def regions(writer: Writer, atlas: Atlas, columns: Sequence[CityColumn]) -> None:
    """All regions, by name as in the atlas; those without an outline have no map."""
    d, w, results = writer.document, writer.wishes, writer.results
    d.chapter("Mega-regions one by one", on_new_page=True)
    indicators = shown_indicators(w)
    if len(indicators) < len(w.indicators):
        d.text(
            "The tables of the cities show {names}; the layer cities of results.gpkg has all "
            "{count} indicators.",
            names=w.phrases.listed([w.words(field) for field in indicators]),
            count=len(w.indicators),
        )
    profiles: dict[str, list[Row]] = {}
    for row in results.rows("region_profile"):
        profiles.setdefault(row["region"], []).append(row)
    cities: dict[str, list[Row]] = {}
    for row in results.rows("city_profile"):
        cities.setdefault(row["region"], []).append(row)
    for place, name in enumerate(sorted(writer.regions)):
        writer.pause("")
        title = w.title_of(name)
        d.section(title, on_new_page=place > 0)
        for sentence in _sentences(writer, name):
            d.text("{sentence}", sentence=sentence)
        members = cities.get(name, [])
        svg = _chart(writer, name, title)
        if svg is not None:
            d.chart(
                svg,
                f"cities_{name}",
                "Cities of {region}: {words}; cores in orange.",
                region=title,
                words=w.with_unit(_first(writer)[0].name),
            )
        number = atlas.regions.index(name) if name in atlas.regions else None
        if number is None:
            d.note(
                w.phrases("{region} has no outline, so that there is no map of it.", region=title)
            )
        shown = atlas.rows if number is not None else 0
        table = [[row[column.name] for column in columns] for row in members[:_MOST_LISTED]]
        header = [column.title for column in columns]
        if len(members) > len(table):
            d.text(
                "Of {count:,} cities {listed} are listed: the cores, then those with the highest "
                "{indicator}. The table city_profile of results.gpkg has all of them.",
                count=len(members),
                listed=len(table),
                indicator=w.words(order_of(w)),
            )
        if len(table) > shown:
            if shown:
                d.text(
                    "The map's page lists the first {shown} of {count} cities; these are the "
                    "others.",
                    shown=shown,
                    count=len(table),
                )
            d.table(header, table[shown:], html=False)
        _standing(writer, name, title, profiles)
        numbers = [
            [row["measure"], row["value"], row["median"], _rank(row, w)]
            for row in profiles.get(name, [])
        ]
        heads = ["Measure", "Value", "Median", "Rank (1 = highest)"]
        # In print they stand beside the map, where they have room there.
        beside = number is not None and len(numbers) <= atlas.measures
        d.table(heads, numbers, by_row=True, paper=not beside)
        if number is not None:
            d.map(
                atlas.layout.name(),
                picture(writer.pictures, number, name),
                "{region}: core and secondary cities.",
                w.phrases("Map. {sentence}", sentence=_who(writer, name)),
                number,
                region=title,
            )
        d.table(header, table, paper=False)


def _standing(writer: Writer, name: str, title: str, profiles: Mapping[str, Sequence[Row]]) -> None:
    """Charts of the region among all, as many measures on each as have room."""
    values: dict[str, list[float]] = {}
    for rows in profiles.values():
        for row in rows:
            values.setdefault(row["measure"], []).append(row["value"])
    own = [
        # From the lowest to the highest there are no units.
        (re.sub(r" \[.*\]$", "", row["measure"]), values[row["measure"]], row["value"])
        for row in profiles.get(name, [])
    ]
    for start in range(0, len(own), _MOST_MEASURES):
        writer.document.chart(
            region_among_all(own[start : start + _MOST_MEASURES], name),
            f"standing_{name}",
            "{region} (orange) among all mega-regions (grey); the upright line is the median.",
            region=title,
        )
        writer.pause("")


def picture(folder: Path, number: int, region: str) -> Path:
    """Where the picture of a region's map is written."""
    return folder / f"region_{number + 1:02d}_{plain(region)}.png"


def _sentences(writer: Writer, region: str) -> list[str]:
    """Who the cities are, how uneven they are, and what else marks the region."""
    found = [_who(writer, region), _how_uneven(writer, region), _types(writer, region)]
    return [sentence for sentence in found if sentence]


def _who(writer: Writer, region: str) -> str:
    w = writer.wishes
    members = [row for row in writer.results.rows("cities") if row[REGION] == region]
    cores = [str(row[CITY]) for row in members if row[ROLE] == CORE]
    return w.phrases(
        "{region} has {cities} cities: {cores} core ({names}) and {secondaries} secondary.",
        region=w.title_of(region),
        cities=len(members),
        cores=len(cores),
        names=w.phrases.listed(cores) or w.phrases("none"),
        secondaries=sum(row[ROLE] == SECONDARY for row in members),
    )


def _how_uneven(writer: Writer, region: str) -> str:
    w, results = writer.wishes, writer.results
    rows = results.rows("unevenness")
    first = rows[0]["indicator"]
    year = latest_years(rows)[first]
    of_year = {r["region"]: r for r in rows if (r["indicator"], r["year"]) == (first, year)}
    row = of_year[region]
    if row["theil_between"] is None:
        return ""
    values = [r["theil_between"] for r in of_year.values() if r["theil_between"] is not None]
    facts: dict[str, Any] = {
        "indicator": w.words(first, year),
        "theil": row["theil_between"],
        "rank": 1 + sum(value > row["theil_between"] for value in values),
        "count": len(values),
    }
    if w.is_ratio(first) or row["core_share"] is None:
        text = w.phrases(
            "By {indicator} the Theil index between core and secondary cities is {theil:.3f}, rank "
            "{rank} of {count} (1\u00a0=\u00a0most\u00a0uneven).",
            **facts,
        )
    else:
        text = w.phrases(
            "The cores' share of {indicator} is {share:.0%}; the Theil index between core and "
            "secondary cities is {theil:.3f}, rank {rank} of {count} "
            "(1\u00a0=\u00a0most\u00a0uneven).",
            share=row["core_share"],
            **facts,
        )
    changes = [
        r
        for r in results.rows("change")
        if (r["region"], r["indicator"]) == (region, first) and r["theil_change"] is not None
    ]
    for change in changes:
        text += w.phrases(
            " From {start} to {end} it changed by {change:+.3f} ({direction}{certainty}).",
            start=change["from_year"],
            end=change["to_year"],
            change=change["theil_change"],
            direction=w.phrases(change["direction"]),
            certainty=_certainty(change, w),
        )
    return text


def _certainty(change: Row, wishes: Wishes) -> str:
    """Whether a change is more than chance; blank where it was not tested."""
    if change["p_fdr"] is None:
        return ""
    sure = change["p_fdr"] < LEVEL
    return wishes.phrases(
        "; beyond chance, adjusted p {p:.3f}" if sure else "; within chance, adjusted p {p:.3f}",
        p=change["p_fdr"],
    )


def _types(writer: Writer, region: str) -> str:
    w, results = writer.wishes, writer.results
    members = [row for row in results.rows("types") if row[REGION] == region]
    typed = [row["mr_type"] for row in members if row["mr_type"] is not None]
    if not typed:
        return ""
    names = {row["type"]: row["type_name"] for row in results.rows("type_profiles")}
    commonest, count = Counter(typed).most_common(1)[0]
    return w.phrases(
        "{count} of its {secondaries} secondary cities with a type are of type {type} ({name}).",
        count=count,
        secondaries=len(typed),
        type=commonest,
        name=w.phrases.plain(names[commonest]),
    )


def _chart(writer: Writer, region: str, title: str) -> str | None:
    """The region's cities by the first indicator, its years together; None without values."""
    items = _first(writer)
    rows = [row for row in writer.results.rows("cities") if row[REGION] == region]
    rows = [row for row in rows if row[ROLE] in (CORE, SECONDARY)]
    last = items[-1].field
    rows.sort(key=lambda row: (row[ROLE] != CORE, -np.nan_to_num(number_of(row[last]))))
    values: dict[int | None, dict[str, float]] = {}
    for item in items:
        known = {str(row[CITY]): number_of(row[item.field]) for row in rows}
        values[item.year] = {city: value for city, value in known.items() if value == value}
    if not any(values.values()):
        return None
    cities = [(str(row[CITY]), row[ROLE] == CORE) for row in rows]
    indicator = writer.wishes.with_unit(items[0].name)
    return city_values(title, cities, {indicator: values}, most=_MOST_DRAWN)


def _first(writer: Writer) -> list[Indicator]:
    """The first indicator in all its years."""
    items = parse_indicators(writer.wishes.indicators)
    return [item for item in items if item.name == items[0].name]


def _rank(row: Row, wishes: Wishes) -> str:
    return wishes.phrases("{rank} of {count}", rank=row["rank"], count=row["of"])
