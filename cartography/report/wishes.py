"""What the user wants in the report, as plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...layers.fields import parse_indicators
from ...measures.prepare.headings import says_ratio
from ...measures.prepare.units import unit_of
from .phrases import Phrases

# Fields of the layer `cities` of the results, and of all that extend it
ID, CITY, REGION, ROLE = "mr_id", "mr_city", "mr_region", "mr_role"
LIGHT = "light"  # the name under which NAMES gives words and unit of night light
_UNIT = re.compile(r"(.*\S)\s*[\[［](.+)[\]］]\s*", re.DOTALL)


@dataclass(frozen=True)
class Wishes:
    """The report's settings.

    Attributes:
        indicators: fields compared between core and secondary cities.
        phrases: the report's language.
        title: of the report.
        author: who made it, or blank.
        source: where the data come from, or blank.
        approval: number under which the maps were approved, or blank.
        paper: "A4" or "A3".
        seed: of all random numbers.
        region_titles: mega-region to its full name, where it has one.
        names: words for fields, by field or stem, with a unit in square brackets.
        light_unit: of night light as the rasters tell it; blank where unknown.
        lit_above: the value of night light above which a cell counts as lit; None without light.
        rasters: names of the night-light rasters.
        flows_modelled: whether the flows come from a model.
        node_field: of the cities, by which the flows call them.
        flow_field: with the flows' values.
        is_china: whether the cities are China's.
    """

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
    light_unit: str = ""
    lit_above: float | None = None
    rasters: Sequence[str] = ()
    flows_modelled: bool = False
    node_field: str = ""
    flow_field: str = ""
    is_china: bool = False

    @property
    def scale(self) -> float:
        """How much larger letters on maps are than on A4."""
        return 1.25 if self.paper == "A3" else 1.0

    def title_of(self, region: str) -> str:
        """The region's full name with its code, or the code alone."""
        full = self.region_titles.get(region, region)
        return region if full == region else f"{full} ({region})"

    def words(self, name: str, year: object = None) -> str:
        """Words for a field or an indicator, with its year."""
        text, year = self._named(name, year)
        words = _parts(text)[0]
        return words if year is None else self.phrases.dated(words, str(year))

    def unit(self, name: str) -> str:
        """The unit of a field or an indicator; blank where it is not known."""
        unit = _parts(self._named(name, None)[0])[1]
        return self.light_unit if name == LIGHT and not unit else unit

    def with_unit(self, name: str, year: object = None) -> str:
        """Words, year and unit, as over a column of values."""
        unit = self.unit(name)
        return f"{self.words(name, year)} [{unit}]" if unit else self.words(name, year)

    def titled(self, phrase: str, name: str) -> str:
        """A phrase in the report's language, with the unit of a field or an indicator."""
        unit = self.unit(name) if name else ""
        return f"{self.phrases(phrase)} [{unit}]" if unit else self.phrases(phrase)

    def is_ratio(self, name: str) -> bool:
        """Whether the values cannot be summed: amounts per head, rates, shares."""
        words, unit = _parts(self._named(name, None)[0])
        return says_ratio(name) or says_ratio(words) or (bool(unit) and unit_of(unit).is_ratio)

    def _named(self, name: str, year: object) -> tuple[str, object]:
        (item,) = parse_indicators([name])
        if name not in self.names and item.year is not None:
            name, year = item.name, item.year
        return self.names.get(name, name.replace("_", " ")), year


def _parts(text: str) -> tuple[str, str]:
    """Words and unit of `GDP [100 million yuan]`."""
    found = _UNIT.fullmatch(text)
    return (found[1].strip(), found[2].strip()) if found else (text.strip(), "")
