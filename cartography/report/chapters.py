"""The report's chapters, each from the tables of the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..light.charts import Groups, light_chart
from ..palette import ROLE_COLOURS
from ..typology.charts import profile_chart
from ..unevenness.charts import dumbbells, heat_table, nested_bars
from .charts import ranked_dots
from .document import Document
from .maps.project import EARLIER
from .results import Results, Row

_MOST_LISTED = 60  # cities of a type listed by name


@dataclass
class Chapters:
    """Adds chapters to a document.

    Attributes:
        document: that is written.
        results: the tables it rests on.
        maps: layer to the name of its layout.
        pictures: folder of the maps' pictures.
        figures: what findings rest on, to the number of its figure.
    """

    document: Document
    results: Results
    maps: Mapping[str, str]
    pictures: Path
    figures: dict[str, int] = field(default_factory=dict)

    def _map(self, name: str, phrase: str, **values: Any) -> None:
        layout = self.maps.get(name)
        if layout is not None:
            picture = self.pictures / f"{name}.png"
            self.figures[f"map_{name}"] = self.document.map(layout, picture, phrase, **values)

    def _names(self, rows: Sequence[Row]) -> list[Row]:
        """The rows with words for indicators in place of field names."""
        words = self.document.wishes.words
        return [{**row, "indicator": words(row["indicator"])} for row in rows]

    def cities(self) -> None:
        """Cores and secondary cities of each region."""
        d, w = self.document, self.document.wishes
        d.chapter("Cores and secondary cities")
        rows = self.results.rows("city_profile")
        core, secondary = w.phrases("core"), w.phrases("secondary")
        regions = sorted({row["region"] for row in rows})
        d.text(
            "{cores} core and {secondaries} secondary cities in {regions} mega-regions are "
            "compared.",
            cores=sum(row["role"] == core for row in rows),
            secondaries=sum(row["role"] == secondary for row in rows),
            regions=len(regions),
        )
        table = []
        for region in regions:
            members = [row for row in rows if row["region"] == region]
            cores = [row["city"] for row in members if row["role"] == core]
            count = sum(row["role"] == secondary for row in members)
            table.append([w.title_of(region), len(members), len(cores), count, ", ".join(cores)])
        d.table(["Mega-region", "Cities", "Cores", "Secondary", "Core cities"], table)
        self._map("cities", "Core and secondary cities.")

    def unevenness(self) -> None:
        """Unevenness by indicator."""
        d, w = self.document, self.document.wishes
        rows = self._names(self.results.rows("unevenness"))
        d.chapter("Unevenness between core and secondary cities")
        d.text(
            "The Theil index between core and secondary cities is 0 where both have the same mean "
            "and grows with the cores' share. The Gini ratio is Dagum's net part between groups. "
            "p is the share of random assignments of roles that are at least as uneven."
        )
        plain = [
            {
                **row,
                **{
                    k: np.nan if row[k] is None else row[k]
                    for k in ("theil_between", "gini_between")
                },
            }
            for row in rows
        ]
        self.figures["unevenness"] = d.chart(
            heat_table(plain),
            "unevenness",
            "Theil index and Gini ratio between core and secondary cities.",
        )
        names = ["cities", "cores", "missing", "core_share", "theil_between", "gini_between"]
        names += ["p_value"]
        table = [
            [row["region"], w.words(row["indicator"], row["year"]), *(row[n] for n in names)]
            for row in rows
        ]
        header = ["Mega-region", "Indicator", "Cities", "Cores", "Missing", "Cores' share"]
        d.table([*header, "Theil", "Gini", "p"], table)
        first = [row["year"] for row in rows if row["indicator"] == rows[0]["indicator"]]
        for name, year in ((EARLIER, first[0]), ("regions", first[-1])):
            indicator = w.words(rows[0]["indicator"], year)
            self._map(name, "Theil index: {indicator}", indicator=indicator)

    def change(self) -> None:
        """Change between two years."""
        rows = self.results.rows("change")
        if not rows:
            return
        d, w = self.document, self.document.wishes
        d.chapter("Change of unevenness")
        for indicator in dict.fromkeys(row["indicator"] for row in rows):
            members = [row for row in rows if row["indicator"] == indicator]
            drawn = [
                {
                    **row,
                    "indicator": w.words(indicator),
                    "ci_low": np.nan if row["ci_low"] is None else row["ci_low"],
                }
                for row in members
            ]
            self.figures[f"change_{indicator}"] = d.chart(
                dumbbells(drawn),
                f"change_{indicator}",
                "Theil index of {indicator}, {start} (hollow) to {end} (full); the pale bar is the "
                "95 % interval of the change.",
                indicator=w.words(indicator),
                start=members[0]["from_year"],
                end=members[0]["to_year"],
            )
        names = ["from_year", "to_year", "theil_from", "theil_to", "theil_change"]
        names += ["ci_low", "ci_high", "p_value"]
        table = [
            [
                row["region"],
                w.words(row["indicator"]),
                *(row[n] for n in names),
                row["direction"] and w.phrases(row["direction"]),
            ]
            for row in rows
        ]
        header = ["Mega-region", "Indicator", "From", "To", "Theil before", "Theil after", "Change"]
        d.table([*header, "95 % from", "to", "p", "Direction"], table)

    def nested(self) -> None:
        """Between regions, between roles, within."""
        rows = [row for row in self._names(self.results.rows("nested")) if row["theil"] is not None]
        if not rows:
            return
        d, w = self.document, self.document.wishes
        d.chapter("Where inequality lies")
        d.text(
            "The Theil index of all cities splits into parts between mega-regions, between core "
            "and secondary cities of the same mega-region, and within these groups. The second "
            "part is what a mega-region's own plan can address."
        )
        self.figures["nested"] = d.chart(
            nested_bars(rows), "nested", "The Theil index of all cities and its parts."
        )
        parts = ["theil", "share_between_regions", "share_between_roles", "share_within_roles"]
        table = [[w.words(r["indicator"], r["year"]), *(r[p] for p in parts)] for r in rows]
        header = ["Indicator", "Theil", "Between mega-regions", "Between roles", "Within roles"]
        d.table(header, table)

    def types(self) -> None:
        """What marks each type, and its cities."""
        rows = self.results.rows("type_profiles")
        if not rows:
            return
        d, w = self.document, self.document.wishes
        t = w.phrases
        d.chapter("Types of secondary cities")
        d.text(
            "Types group secondary cities whose sectors differ from their cores' in the same way. "
            "The names are suggestions from what stands out most: read the profile before using "
            "one."
        )
        names = {row["type"]: f"{row['type']} {t.plain(row['type_name'])}" for row in rows}
        features = list(dict.fromkeys(row["feature"] for row in rows))
        z_scores = np.full((len(names), len(features)), np.nan)
        for row in rows:
            place = row["type"] - 1, features.index(row["feature"])
            z_scores[place] = np.nan if row["z_score"] is None else row["z_score"]
        words = [w.words(name[2:] if name.startswith("d_") else name) for name in features]
        self.figures["types"] = d.chart(
            profile_chart(z_scores, list(names.values()), words),
            "type_profiles",
            "Mean of each sector difference in each type, in standard deviations from the mean of "
            "all secondary cities.",
        )
        cities: dict[int, list[Row]] = {}
        for row in self.results.rows("types"):
            if row["mr_type"] is not None:
                cities.setdefault(row["mr_type"], []).append(row)
        table = []
        for number, unsorted in sorted(cities.items()):
            members = sorted(unsorted, key=lambda row: -(row["mr_silhouette"] or 0))
            listed = [str(row[w.name_field]) for row in members[:_MOST_LISTED]]
            more = ", …" if len(members) > _MOST_LISTED else ""
            table.append([names[number], len(members), ", ".join(listed) + more])
        d.table(["Type", "Cities", "Names, the best fitting first"], table)
        self._map("types", "Types of secondary cities.")

    def light(self) -> None:
        """Night light by region and role."""
        rows = [row for row in self.results.rows("nighttime_groups") if row["region"]]
        if not rows:
            return
        d, t = self.document, self.document.wishes.phrases
        d.chapter("Night light")
        self.figures["light"] = d.chart(
            light_chart(*_light_of(rows)), "night_light", "Mean light of core and secondary cities."
        )
        last = rows[-1]["year"]
        table = [
            [
                row["region"],
                row["role"] and t(row["role"]),
                row["sum"],
                row["mean"],
                row["lit_share"],
            ]
            for row in rows
            if row["year"] == last
        ]
        d.table(["Mega-region", "Role", "Sum of light", "Mean light", "Lit share"], table)
        self._map("nighttime_light", "Night light of the cities.")

    def relations(self) -> None:
        """Polycentricity, complementarity and flows."""
        d, w = self.document, self.document.wishes
        rows = self.results.rows("polycentricity")
        d.chapter("Spatial relations")
        d.text(
            "Polycentricity is 1 where all cities are of equal size and 0 where one of two has "
            "all (Green 2007); primacy is the largest city's share."
        )
        latest = {row["indicator"]: row["year"] for row in sorted(rows, key=_year)}
        first = next(iter(dict.fromkeys(row["indicator"] for row in rows)), None)
        shown = [r for r in rows if r["year"] == latest[r["indicator"]]]
        dots = [
            (row["region"], row["polycentricity"])
            for row in shown
            if row["indicator"] == first and row["polycentricity"] is not None
        ]
        if first is not None and dots:
            words = w.words(first, latest[first])
            self.figures["polycentricity"] = d.chart(
                ranked_dots(dots, w.phrases("Polycentricity: {indicator}", indicator=words)),
                "polycentricity",
                "Polycentricity by {indicator}; the dashed line is the median.",
                indicator=words,
            )
        names = ["cities", "primacy", "two_city_ratio", "rank_size_slope", "polycentricity"]
        table = [
            [row["region"], w.words(row["indicator"], row["year"]), *(row[n] for n in names)]
            for row in shown
        ]
        header = ["Mega-region", "Indicator", "Cities", "Primacy", "Largest to second"]
        d.table([*header, "Rank-size slope", "Polycentricity"], table)
        summary = self.results.rows("complementarity_summary")
        if summary:
            names = ["region", "cities", "specialisation", "complementarity"]
            d.section(w.phrases("Complementarity"))
            header = ["Mega-region", "Cities", "Specialisation", "Complementarity"]
            table = [[*(row[name] for name in names), self._named(row)] for row in summary]
            d.table([*header, "Most complementary"], table)
            self._map("complementarity", "Complementarity of secondary cities to their cores.")
        flows = self.results.rows("flows_summary")
        if flows:
            names = ["region", "flows", "total", "core_core", "core_secondary"]
            names += ["secondary_secondary", "multidirectionality", "functional_polycentricity"]
            d.section(w.phrases("Flows between cities"))
            header = ["Mega-region", "Flows", "Total", "Core to core", "Core and secondary"]
            header += ["Secondary to secondary", "Multidirectionality", "Functional polycentricity"]
            d.table(header, [[row[name] for name in names] for row in flows])
            self._map("flows", "Flows between cities.")

    def _named(self, row: Row) -> str | None:
        """The most complementary city by the report's name for it."""
        w = self.document.wishes
        for city in self.results.rows("complementarity"):
            if city[w.region_field] == row["region"] and row["most_complementary"] in city.values():
                return str(city[w.name_field])
        return row["most_complementary"]


def _light_of(rows: Sequence[Row]) -> tuple[Groups, list[Any], list[str]]:
    """Mean light by region and role, the years, and the regions, the brightest first."""
    years = list(dict.fromkeys(row["year"] for row in rows))
    means: Groups = {}
    for row in rows:
        if row["role"] in ROLE_COLOURS and row["mean"] is not None:
            values = means.setdefault((row["region"], row["role"]), [np.nan] * len(years))
            values[years.index(row["year"])] = row["mean"]
    brightness: dict[str, float] = {row["region"]: 0.0 for row in rows}
    for (region, _), values in means.items():
        brightness[region] = max(brightness[region], np.nan_to_num(values[-1]))
    return means, years, sorted(brightness, key=lambda name: -brightness[name])


def _year(row: Row) -> int:
    return row["year"] or 0
