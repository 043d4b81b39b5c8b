"""What the user wants in the report, as plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .phrases import Phrases

ROLE = "mr_role"  # the role's field in the layer `cities` of the results


@dataclass(frozen=True)
class Wishes:
    """The report's settings.

    Attributes:
        region_field: of the cities, with the mega-region.
        name_field: of the cities, with their names.
        indicators: fields compared between core and secondary cities.
        phrases: the report's language.
        region_titles: mega-region to its full name, where it has one.
        names: words for fields, by field or stem.
        title: of the report.
        author: who made it, or blank.
        source: where the data come from, or blank.
        approval: number under which the maps were approved, or blank.
        paper: "A4" or "A3".
        seed: of all random numbers.
    """

    region_field: str
    name_field: str
    indicators: Sequence[str]
    phrases: Phrases
    title: str
    author: str = ""
    source: str = ""
    approval: str = ""
    paper: str = "A4"
    seed: int = 0
    region_titles: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def title_of(self, region: str) -> str:
        """The region's full name with its code, or the code alone."""
        full = self.region_titles.get(region, region)
        return region if full == region else f"{full} ({region})"

    def words(self, name: str, year: object = None) -> str:
        """Words for a field or an indicator, with its year."""
        found = re.fullmatch(r"(.+)_((?:19|20)\d{2})", name)
        if name not in self.names and found is not None:
            name, year = found[1], found[2]
        text = self.names.get(name, name.replace("_", " "))
        return text if year is None else f"{text} {year}"
