"""The report on city types."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..measures.citytypes import CityTypes
from .html import Page


def types_page(
    found: CityTypes,
    type_names: Sequence[str],
    features: Sequence[str],
    values: np.ndarray,
    z_scores: np.ndarray,
    labels: Sequence[str],
) -> Page:
    """Why this number of types, what marks each, and its cities.

    Args:
        found: the types of n cities.
        type_names: of the k types.
        features: names of the f features.
        values: the features, shape (n, f).
        z_scores: of the types, shape (k, f).
        labels: names of the cities.
    """
    page = Page("City types", f"{len(labels)} cities in {found.chosen} types")
    page.paragraph(found.reason)
    for warning in found.warnings:
        page.note(warning)
    return page
