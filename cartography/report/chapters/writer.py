"""What all chapters share: the document, the results, figures by name, one order of regions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..document import Document
from ..profiles import latest_years
from ..results import Results, Row
from ..wishes import Wishes


@dataclass
class Writer:
    """Adds chapters to a document.

    Attributes:
        document: that is written.
        results: the tables it rests on.
        maps: layer to the name of its layout.
        pictures: folder of the maps' pictures.
        pause: called between figures; stops the run where it is cancelled.
        figures: what findings rest on, to the number of its figure.
    """

    document: Document
    results: Results
    maps: Mapping[str, str]
    pictures: Path
    pause: Callable[[str], None]
    figures: dict[str, int] = field(default_factory=dict)

    @property
    def wishes(self) -> Wishes:
        """The report's settings."""
        return self.document.wishes

    @cached_property
    def regions(self) -> list[str]:
        """The mega-regions from the most to the least uneven by the first indicator's last year."""
        rows = self.results.rows("unevenness")
        first = rows[0]["indicator"]
        year = latest_years(rows)[first]
        values = {
            row["region"]: row["theil_between"]
            for row in rows
            if (row["indicator"], row["year"]) == (first, year)
        }
        names = list(dict.fromkeys(row["region"] for row in rows))
        return sorted(names, key=lambda name: -1 if values[name] is None else -values[name])

    @cached_property
    def sorted_by(self) -> str:
        """Words for the indicator that gives the order of the regions."""
        rows = self.results.rows("unevenness")
        first = rows[0]["indicator"]
        return self.wishes.words(first, latest_years(rows)[first])

    def in_order(self, rows: Sequence[Row]) -> list[Row]:
        """The rows in the report's order of regions."""
        places = {name: place for place, name in enumerate(self.regions)}
        return sorted(rows, key=lambda row: places.get(row["region"], len(places)))

    def map(self, name: str, phrase: str, **values: Any) -> None:
        """The map of a layer, where it was made."""
        layout = self.maps.get(name)
        if layout is not None:
            picture = self.pictures / f"{name}.png"
            self.figures[f"map_{name}"] = self.document.map(layout, picture, phrase, **values)

    def chart(self, key: str, svg: str, name: str, phrase: str, **values: Any) -> None:
        """A chart, found again under `key`."""
        self.figures[key] = self.document.chart(svg, name, phrase, **values)
        self.pause("")
