"""Rows and columns of what city types are written to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsProcessingFeedback, QgsVectorLayer, QgsWkbTypes

from ...measures.errors import InputError
from ...measures.sectors import AT_CORE
from ...measures.texts import tr
from ...measures.typology.find import CityTypes
from ..cities import Cities
from ..fields import name_some
from ..outputs import Column, Output

PROFILE_COLUMNS: list[Column] = [
    ("type", int),
    ("type_name", str),
    ("cities", int),
    ("feature", str),
    ("mean", float),
    ("z_score", float),
    ("core_gap", float),
]
DIAGNOSTIC_COLUMNS: list[Column] = [
    ("k", int),
    ("inertia", float),
    ("silhouette", float),
    ("silhouette_se", float),
    ("silhouette_q1", float),
    ("silhouette_median", float),
    ("silhouette_q3", float),
    ("calinski_harabasz", float),
    ("davies_bouldin", float),
    ("stability", float),
    ("noise_silhouette", float),
    ("gap", float),
    ("region_agreement", float),
    ("chosen", int),
]


def complete_rows(
    cities: Cities, names: list[str], stop: bool, feedback: QgsProcessingFeedback
) -> np.ndarray:
    """Positions of the rows that have all features; the others are named in the log.

    Raises:
        InputError: no row has them all, or one lacks a feature and `stop` is wanted.
    """
    blank = np.isnan(np.column_stack([cities.numbers[name] for name in names]))
    incomplete = []
    for row in np.flatnonzero(blank.any(axis=1)):
        fields = [name for name, is_blank in zip(names, blank[row]) if is_blank]
        words = tr("all features") if len(fields) == len(names) > 1 else ", ".join(fields)
        incomplete.append(f"{cities.labels[row]} ({words})")
    if incomplete and stop:
        raise InputError(
            tr(
                "Layer '{layer}' has no value for {names}: fill it in or leave cities "
                "without a value out."
            ).format(layer=cities.layer, names=name_some(incomplete))
        )
    if len(incomplete) == len(cities):
        raise InputError(
            tr(
                "No city of layer '{layer}' has a value in every feature: choose other features."
            ).format(layer=cities.layer)
        )
    if incomplete:
        feedback.pushWarning(
            tr("No value, left out: {names}.").format(names=name_some(incomplete, 100))
        )
    return np.flatnonzero(~blank.any(axis=1))


def values_at_core(features: Sequence[str], forms: Sequence[str | None]) -> list[float | None]:
    """What each feature is for a city like its core, None where it knows no core.

    Args:
        features: names; those of 'Sector differences to the core' begin with `d_`.
        forms: `mr_form` of the cities, None where it is not known: then a difference.
    """
    given = set(forms) - {None}
    limit: float | None = 0.0
    if given:
        limits = {AT_CORE.get(str(form)) for form in given}
        limit = limits.pop() if len(limits) == 1 else None
    return [limit if feature.startswith("d_") else None for feature in features]


def added_columns(
    found: CityTypes, type_names: list[str], used: np.ndarray, size: int
) -> dict[Column, Any]:
    """The fields added, for all rows (`size` of them), None but in those used (positions)."""
    columns: dict[Column, Any] = {
        ("mr_type", int): found.types,
        ("mr_type_name", str): [type_names[number - 1] for number in found.types],
        ("mr_silhouette", float): found.silhouettes,
        ("mr_distance", float): found.distances,
        ("mr_membership", float): found.membership,
    }
    added: dict[Column, Any] = {}
    for column, values in columns.items():
        added[column] = [None] * size
        for row, value in zip(used, values):
            added[column][row] = value
    return added


def as_layer(output: Output) -> QgsVectorLayer:
    """The output as a layer in memory, for a picture of it before it is written."""
    name = QgsWkbTypes.displayString(output.kind)
    layer = QgsVectorLayer("None" if output.geometries is None else name, output.title, "memory")
    layer.setCrs(output.crs)
    provider = layer.dataProvider()
    provider.addAttributes(output.fields)
    layer.updateFields()
    features = []
    for number, row in enumerate(output.rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        if output.geometries is not None:
            feature.setGeometry(output.geometries[number])
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    return layer


def profile_rows(
    types: np.ndarray,
    type_names: list[str],
    features: list[str],
    means: np.ndarray,
    z_scores: np.ndarray,
    at_core: Sequence[float | None],
) -> list[list[Any]]:
    """One row for each type and feature; the gap of features that know a core is to its value."""
    return [
        [
            number,
            name,
            int((types == number).sum()),
            feature,
            means[number - 1, column],
            z_scores[number - 1, column],
            None if limit is None else means[number - 1, column] - limit,
        ]
        for number, name in enumerate(type_names, start=1)
        for column, (feature, limit) in enumerate(zip(features, at_core))
    ]


def diagnostic_rows(found: CityTypes) -> list[list[Any]]:
    """One row for each number of types tried."""
    names = [name for name, _ in DIAGNOSTIC_COLUMNS[:-1]]
    return [
        [*(getattr(entry, name) for name in names), int(entry.k == found.chosen)]
        for entry in found.diagnostics
    ]
