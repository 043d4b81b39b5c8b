"""Types of cities compared on indicators."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..cartography.typology.comparison import comparison_page
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.sinks import Column, write_table
from ..measures.errors import InputError
from ..measures.typology.comparison import figures_by_type, kruskal_wallis
from .needs import NeedsPackage
from .oldbase import check_cancelled

_MEASURED: list[Column] = [
    ("cities", int),
    ("mean", float),
    ("median", float),
    ("q1", float),
    ("q3", float),
    ("share", float),
    ("z_score", float),
]


class CompareTypes(NeedsPackage):
    """A table of the types' figures on each indicator."""

    ID = "comparetypes"
    TITLE = "Types compared on indicators"
    GROUP = "typology"
    TAGS = ("type", "cluster", "compare", "kruskal-wallis", "box plot", "indicator", "role")
    PACKAGE = "scipy"
    SUMMARY = (
        "Compares types of cities on any indicators, also those by which the types were not made: "
        "mean, median, quartiles, share of the total and z-score of each type, and whether the "
        "types differ by more than chance (Kruskal-Wallis).\n\n"
        "share is the type's share of the indicator's total: use it for amounts, not for rates. "
        "z_score is the type's mean against all cities in standard deviations. p_value is the same "
        "for all types of an indicator."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "The cities with their types and indicators: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField("TYPE_FIELD", "Type", "mr_type", "INPUT", optional=True),
            "The field with the type, made by 'City types (K-means)' or any other grouping. Cities "
            "without a type are left out.",
        )
        self.add(
            QgsProcessingParameterField(
                "INDICATORS", "Indicators", None, "INPUT", allowMultiple=True
            ),
            "The fields on which the types are compared. A city without a value is left out of "
            "that indicator, and the log names it.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", "Types compared", QgsProcessing.SourceType.TypeVector
            ),
            "A table with one row for each indicator and type.",
        )
        self.add_report(
            "A page to read and print: the test of each indicator, the types' profiles and box "
            "plots.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        type_field = self.parameterAsString(parameters, "TYPE_FIELD", context) or "mr_type"
        indicators = self.parameterAsFields(parameters, "INDICATORS", context)
        name_field = f"{type_field}_name"  # of 'City types (K-means)'
        texts = [type_field, *([name_field] if source.fields().indexOf(name_field) >= 0 else [])]
        table = read_table(source, numbers=indicators, texts=texts, feedback=feedback)
        check_cancelled(feedback)
        names, types, used = _types(table, type_field, feedback)
        values = np.column_stack([table.numbers[name][used] for name in indicators])
        labels = [table.labels[i] for i in used]

        rows: list[list[Any]] = []
        z_scores = np.empty((len(names), len(indicators)))
        p_values = []
        for column, indicator in enumerate(indicators):
            check_cancelled(feedback)
            blanks = [labels[i] for i in np.flatnonzero(np.isnan(values[:, column]))]
            if blanks:
                feedback.pushWarning(f"{indicator}: no value, left out: {name_some(blanks)}.")
            figures = figures_by_type(values[:, column], types, range(len(names)))
            p_value = kruskal_wallis(values[:, column], types)
            if np.isnan(p_value):
                feedback.pushWarning(
                    f"{indicator}: no test, because fewer than two types have values or all values "
                    "are equal."
                )
            p_values.append(p_value)
            for number, (name, figure) in enumerate(zip(names, figures)):
                z_scores[number, column] = figure.z_score
                rows.append([name, indicator, *astuple(figure), p_value])
            feedback.setProgress(100 * (column + 1) / len(indicators))
        feedback.pushInfo(f"{len(used)} of {len(table)} cities used, of {len(names)} types.")
        check_cancelled(feedback)

        kind = int if isinstance(names[0], int) else str
        columns: list[Column] = [("type", kind), ("indicator", str), *_MEASURED]
        columns.append(("p_value", float))
        words = _words(table, type_field, name_field, names)
        numbers = names if kind is int else list(range(1, len(names) + 1))
        save_report = self.report(
            parameters,
            context,
            lambda: comparison_page(words, numbers, types, indicators, values, z_scores, p_values),
        )
        output = write_table(self, parameters, "OUTPUT", context, columns, rows)
        self.style(context, output, self.TITLE)
        return {"OUTPUT": output, **save_report()}


def _types(
    table: CityTable, field: str, feedback: QgsProcessingFeedback
) -> tuple[list[Any], np.ndarray, np.ndarray]:
    """The types in ascending order, each used city's position among them, and the used rows."""
    texts = table.texts[field]
    untyped = [label for label, text in zip(table.labels, texts) if text is None]
    if len(untyped) == len(table):
        raise InputError(
            f"No row of layer '{table.layer}' has a value in field '{field}': choose the field "
            "with the types."
        )
    if untyped:
        feedback.pushWarning(f"Left out, without a type: {name_some(untyped)}.")
    given = {text for text in texts if text is not None}
    as_numbers = all(text.isascii() and text.isdigit() for text in given)
    ordered = sorted(given, key=int) if as_numbers else sorted(given)
    used = np.array([i for i, text in enumerate(texts) if text is not None])
    types = np.array([ordered.index(text) for text in texts if text is not None])
    return [int(text) for text in ordered] if as_numbers else ordered, types, used


def _words(table: CityTable, type_field: str, name_field: str, names: list[Any]) -> list[str]:
    """The types as the report shows them, a number with its name where the layer has names."""
    given = dict(zip(table.texts[type_field], table.texts.get(name_field, [])))
    return [" ".join(filter(None, [str(name), given.get(str(name))])) for name in names]
