"""Two tables for the pages of the mega-regions: their numbers beside the median, their cities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from ...layers.fields import Indicator, number_column, parse_indicators
from ...layers.geopackage import write_to_geopackage
from ...layers.outputs import Column, fields_of, table
from ...layers.portable import made_fields
from ...measures.groups import latest
from ...measures.prepare.roles import CORE, SECONDARY
from .numbers import decimals
from .results import Results, Row
from .wishes import CITY, ID, LIGHT, REGION, ROLE, Wishes

REGION_COLUMNS: list[Column] = [
    ("region", str),
    ("measure", str),
    ("value", float),
    ("median", float),
    ("rank", int),
    ("of", int),
    ("decimals", int),
]
_MOST_COLUMNS = 5  # indicators that fit beside a city's name


@dataclass(frozen=True)
class CityColumn:
    """A column of the table `city_profile`.

    Attributes:
        name: in the table.
        words: over it, with the year.
        kind: of its values.
        unit: of its values, or blank.
        stem: the words without the year.
    """

    name: str
    words: str
    kind: type
    unit: str = ""
    stem: str = ""

    @property
    def title(self) -> str:
        """Words and unit."""
        return f"{self.words} [{self.unit}]" if self.unit else self.words


def latest_light(results: Results) -> str | None:
    """The last date of night light, as its fields call it."""
    if "nighttime_light" not in results.names:
        return None
    means = list(made_fields(results.layer("nighttime_light"), "ntl_mean_"))
    return means[-1][len("ntl_mean_") :] if means else None


def light_unit(results: Results) -> str:
    """The unit of night light that all rasters have, blank where they tell none or several."""
    units = {row["unit"] or "" for row in results.rows("nighttime_groups")}
    return units.pop() if len(units) == 1 else ""


def latest_groups(results: Results) -> list[Row]:
    """Light of the groups of mega-regions at the last date."""
    rows = [row for row in results.rows("nighttime_groups") if row["region"]]
    return [row for row in rows if row["date"] == rows[-1]["date"]]


def latest_years(rows: Iterable[Row]) -> dict[str, int | None]:
    """The last year of each indicator."""
    years: dict[str, list[int | None]] = {}
    for row in rows:
        years.setdefault(row["indicator"], []).append(row["year"])
    return latest(years)


def light_words(results: Results, wishes: Wishes, *, with_unit: bool = True) -> str:
    """Words for mean night light with its date, and its unit unless told."""
    date = (latest_light(results) or "").replace("_", "-")
    year = date if date[:4].isdigit() else None
    words = wishes.with_unit(LIGHT, year) if with_unit else wishes.words(LIGHT, year)
    return words if LIGHT in wishes.names else words.replace(LIGHT, wishes.phrases("Light"), 1)


def write_region_profile(results: Results, wishes: Wishes) -> None:
    """The table `region_profile`: each measure of each region, its median and its rank."""
    measures: dict[str, dict[str, float]] = {}

    def collect(
        rows: Sequence[Row], field: str, words: str, year: str = "year", *, share: bool = False
    ) -> None:
        for row in rows:
            if row[field] is not None and not (share and wishes.is_ratio(row["indicator"])):
                indicator = wishes.words(row["indicator"], row.get(year))
                name = wishes.phrases(words, indicator=indicator)
                measures.setdefault(name, {})[row["region"]] = row[field]

    unevenness = results.rows("unevenness")
    polycentricity = results.rows("polycentricity")
    last = latest_years(polycentricity)
    collect(unevenness, "theil_between", "Theil: {indicator}")
    collect(unevenness, "core_share", "Cores' share: {indicator}", share=True)
    collect(results.rows("change"), "theil_change", "Change of Theil: {indicator}", "to_year")
    collect(
        [row for row in polycentricity if row["year"] == last[row["indicator"]]],
        "polycentricity",
        "Polycentricity: {indicator}",
    )
    for name, field, words in (
        ("complementarity_summary", "complementarity", "Complementarity"),
        ("flows_summary", "multidirectionality", "Multidirectionality"),
    ):
        values = {row["region"]: row[field] for row in results.rows(name) if row[field] is not None}
        if values:
            measures[wishes.phrases(words)] = values
    light = {CORE: "Mean light, core cities", SECONDARY: "Mean light, secondary cities"}
    groups = latest_groups(results)
    for role, words in light.items():
        of_role = {
            r["region"]: r["mean"] for r in groups if r["role"] == role and r["mean"] is not None
        }
        if of_role:
            measures[wishes.titled(words, LIGHT)] = of_role
    regions = dict.fromkeys(row["region"] for row in unevenness)
    rows = []
    for region in regions:
        for name, values in measures.items():
            if region in values:
                rank = 1 + sum(value > values[region] for value in values.values())
                middle = median(values.values())
                facts = [values[region], middle, rank, len(values), decimals(values.values())]
                rows.append([region, name, *facts])
    _write(results, "region_profile", REGION_COLUMNS, rows)


def write_region_titles(results: Results, wishes: Wishes) -> None:
    """Fields `title` and `cities` in the layer `regions`, for the pages of the mega-regions."""
    counts = Counter(row[REGION] for row in results.rows("cities"))
    layer = results.layer("regions")
    provider = layer.dataProvider()
    provider.addAttributes(fields_of([("title", str), ("cities", int)]))
    layer.updateFields()
    title, cities = (layer.fields().lookupField(name) for name in ("title", "cities"))
    provider.changeAttributeValues(
        {
            feature.id(): {
                title: wishes.title_of(str(feature["region"])),
                cities: counts[feature["region"]],
            }
            for feature in layer.getFeatures()
        }
    )


def order_of(wishes: Wishes) -> str:
    """The indicator by which the cities of a role are in order, the highest first."""
    return shown_indicators(wishes)[-1]


def shown_indicators(wishes: Wishes) -> list[str]:
    """The indicators beside a city's name, in their order.

    Where there is no room for all: the last year of each, then the first years, then those between.
    """
    items = parse_indicators(wishes.indicators)
    years: dict[str, list[int]] = {}
    for item in items:
        if item.year is not None:
            years.setdefault(item.name, []).append(item.year)

    def weight(item: Indicator) -> int:
        if item.year is None or item.year == max(years[item.name]):
            return 0
        return 1 if item.year == min(years[item.name]) else 2

    shown = {item.field for item in sorted(items, key=weight)[:_MOST_COLUMNS]}
    return [field for field in wishes.indicators if field in shown]


def write_city_profile(results: Results, wishes: Wishes) -> list[CityColumn]:
    """The table `city_profile`: the cities with what the pages show of them.

    Returns:
        Its columns after the region.
    """
    light = latest_light(results)
    types = _by_city(results.rows("types"), "mr_type")
    lights = _by_city(results.rows("nighttime_light"), f"ntl_mean_{light}")
    shown = shown_indicators(wishes)
    t = wishes.phrases
    columns = [CityColumn("city", t("City"), str), CityColumn("role", t("Role"), str)]
    columns += [CityColumn("type", t("Type"), int)] if types else []
    # Indicators may be called role or type.
    taken = {"fid", "geom", "region", LIGHT, *(column.name for column in columns)}
    for field in shown:
        name = _free(field, taken)
        taken.add(name.lower())
        (item,) = parse_indicators([field])
        stem = wishes.words(item.name)
        columns.append(CityColumn(name, wishes.words(field), float, wishes.unit(field), stem))
    if lights:
        words = light_words(results, wishes, with_unit=False)
        columns.append(CityColumn(LIGHT, words, float, wishes.unit(LIGHT), words))
    cities = [row for row in results.rows("cities") if row[REGION] is not None]
    order = {CORE: 0, SECONDARY: 1}
    by = order_of(wishes)
    cities.sort(key=lambda row: (order.get(row[ROLE], 2), -_or_zero(row[by])))
    rows = []
    for row in cities:
        values: list[Any] = [row[REGION], row[CITY], row[ROLE] and t(row[ROLE])]
        values += [types.get(row[ID])] if types else []
        values += [number_of(row[name]) for name in shown]
        values += [lights.get(row[ID])] if lights else []
        rows.append(values)
    _write(results, "city_profile", [("region", str), *((c.name, c.kind) for c in columns)], rows)
    return columns


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.lower() in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def number_of(value: Any) -> float:
    """A value of a field of numbers, NaN where it is missing or a mark for it."""
    return float(number_column([value], "", "", [""]).values[0])


def _or_zero(value: Any) -> float:
    number = number_of(value)
    return number if number == number else 0.0


def _by_city(rows: Sequence[Row], field: str) -> Mapping[str, Any]:
    return {row[ID]: row.get(field) for row in rows}


def _write(
    results: Results, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]
) -> None:
    write_to_geopackage(results.path, table(name, name, columns, rows))
    results.names.add(name)
