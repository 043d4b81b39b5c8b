"""Two tables for the pages of the mega-regions: their numbers beside the median, their cities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...layers.attributes import as_number
from ...layers.outputs import Column, as_value, fields_of
from ...measures.errors import InputError
from .results import Results, Row
from .wishes import ROLE, Wishes

REGION_COLUMNS: list[Column] = [
    ("region", str),
    ("measure", str),
    ("value", float),
    ("median", float),
    ("rank", int),
]
_MOST_COLUMNS = 5  # indicators that fit beside a city's name


def latest_light(results: Results) -> str | None:
    """The last year of night light, as its fields call it."""
    rows = results.rows("nighttime_light")
    years = [name[len("ntl_mean_") :] for name in (rows[0] if rows else {}) if "ntl_mean_" in name]
    return years[-1] if years else None


def column_title(name: str, wishes: Wishes) -> str:
    """The words over a column of the table `city_profile`."""
    known = {"city": "City", "role": "Role", "type": "Type", "light": "Light"}
    return wishes.phrases(known[name]) if name in known else wishes.words(name)


def write_region_profile(results: Results, wishes: Wishes) -> None:
    """The table `region_profile`: each measure of each region, its median and its rank."""
    measures: dict[str, dict[str, float]] = {}

    def collect(rows: Sequence[Row], field: str, words: str, year: str = "year") -> None:
        for row in rows:
            if row[field] is not None:
                indicator = wishes.words(row["indicator"], row.get(year))
                name = wishes.phrases(words, indicator=indicator)
                measures.setdefault(name, {})[row["region"]] = row[field]

    unevenness = results.rows("unevenness")
    collect(unevenness, "theil_between", "Theil: {indicator}")
    collect(unevenness, "core_share", "Cores' share: {indicator}")
    collect(results.rows("change"), "theil_change", "Change of Theil: {indicator}", "to_year")
    collect(results.rows("polycentricity"), "polycentricity", "Polycentricity: {indicator}")
    for name, field in (
        ("complementarity_summary", "complementarity"),
        ("flows_summary", "multidirectionality"),
    ):
        values = {row["region"]: row[field] for row in results.rows(name) if row[field] is not None}
        if values:
            measures[wishes.phrases(field.capitalize())] = values
    groups = results.rows("nighttime_groups")
    for role in ("core", "secondary"):
        last = {
            r["region"]: r["mean"]
            for r in groups
            if r["role"] == role and r["region"] and r["mean"] is not None
        }
        if last:
            measures[wishes.phrases(f"Mean light, {role} cities")] = last
    regions = list(dict.fromkeys(row["region"] for row in unevenness))
    rows = []
    for region in regions:
        for name, values in measures.items():
            if region in values:
                rank = 1 + sum(value > values[region] for value in values.values())
                rows.append([region, name, values[region], median(values.values()), rank])
    _write(results, "region_profile", REGION_COLUMNS, rows)


def write_city_profile(results: Results, wishes: Wishes) -> list[str]:
    """The table `city_profile`: the cities with what the pages show of them.

    Returns:
        The fields shown beside name and role.
    """
    light = latest_light(results)
    types = _by_city(results.rows("types"), wishes, "mr_type")
    lights = _by_city(results.rows("nighttime_light"), wishes, f"ntl_mean_{light}")
    columns: list[Column] = [("region", str), ("city", str), ("role", str)]
    if types:
        columns.append(("type", int))
    shown = list(wishes.indicators[:_MOST_COLUMNS])
    columns += [(name, float) for name in shown]
    if lights:
        columns.append(("light", float))
    rows = []
    cities = [row for row in results.rows("cities") if row[wishes.region_field] is not None]
    first = wishes.indicators[-1] if not shown else shown[-1]
    order = {"core": 0, "secondary": 1}
    cities.sort(key=lambda r: (order.get(r[ROLE], 2), -np.nan_to_num(as_number(r[first]))))
    for row in cities:
        key = _key(row, wishes)
        values: list[Any] = [*key, row[ROLE] and wishes.phrases(row[ROLE])]
        values += [types.get(key)] if types else []
        values += [as_number(row[name]) for name in shown]
        values += [lights.get(key)] if lights else []
        rows.append(values)
    _write(results, "city_profile", columns, rows)
    return [name for name, _ in columns[3:]]


def _key(row: Row, wishes: Wishes) -> tuple[str, str]:
    return str(row[wishes.region_field]), str(row[wishes.name_field])


def _by_city(rows: Sequence[Row], wishes: Wishes, field: str) -> dict[tuple[str, str], Any]:
    return {_key(row, wishes): row.get(field) for row in rows}


def _write(
    results: Results, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]
) -> None:
    layer = QgsVectorLayer("None", name, "memory")
    provider = layer.dataProvider()
    provider.addAttributes(fields_of(columns))
    layer.updateFields()
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([as_value(value) for value in row])
        features.append(feature)
    provider.addFeatures(features)
    add_layer(results, name, layer, {})


def add_layer(
    results: Results, name: str, layer: QgsVectorLayer, options: Mapping[str, Any]
) -> None:
    """Write a layer into the results' GeoPackage.

    Raises:
        InputError: it cannot be written.
    """
    settings = QgsVectorFileWriter.SaveVectorOptions()
    settings.driverName = "GPKG"
    settings.layerName = name
    settings.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    for option, value in options.items():
        setattr(settings, option, value)
    error = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(results.path), QgsCoordinateTransformContext(), settings
    )
    if error[0] != QgsVectorFileWriter.WriterError.NoError:
        raise InputError(f"The layer '{name}' could not be written: {error[1]}.")
    results.names.add(name)
