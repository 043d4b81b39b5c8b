"""Rows and columns of what city types are written to."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..measures.typology.find import CityTypes
from .outputs import Column

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
    ("chosen", int),
]


def added_columns(found: CityTypes, type_names: list[str], used: np.ndarray) -> dict[Column, Any]:
    """The fields added, for all rows, None where a row was left out."""
    rows = np.flatnonzero(used)
    added: dict[Column, list[Any]] = {}
    for column, values in (
        (("mr_type", int), found.types),
        (("mr_type_name", str), [type_names[number - 1] for number in found.types]),
        (("mr_silhouette", float), found.silhouettes),
        (("mr_distance", float), found.distances),
    ):
        added[column] = [None] * len(used)
        for row, value in zip(rows, values):
            added[column][row] = value
    return added


def profile_rows(
    types: np.ndarray,
    type_names: list[str],
    features: list[str],
    means: np.ndarray,
    z_scores: np.ndarray,
) -> list[list[Any]]:
    """One row for each type and feature."""
    return [
        [
            number,
            name,
            int((types == number).sum()),
            feature,
            means[number - 1, column],
            z_scores[number - 1, column],
            # A difference to the core is the gap itself; other features know no core.
            means[number - 1, column] if feature.startswith("d_") else None,
        ]
        for number, name in enumerate(type_names, start=1)
        for column, feature in enumerate(features)
    ]


def diagnostic_rows(found: CityTypes) -> list[list[Any]]:
    """One row for each number of types tried."""
    names = [name for name, _ in DIAGNOSTIC_COLUMNS[:-1]]
    return [
        [*(getattr(entry, name) for name in names), int(entry.k == found.chosen)]
        for entry in found.diagnostics
    ]
