"""Types of cities compared on indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from ..layers.outputs import Column, write_table
from ..measures.errors import InputError
from ..measures.typology.comparison import Effect, Pair, figures_by_type, kruskal_wallis, pairwise
from .base import check_cancelled
from .needs import NeedsPackage

_INTEGER = 2**31  # whole numbers from here on do not fit into an integer field
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
    GROUP = "Roles of secondary cities"
    TAGS = ("type", "cluster", "compare", "kruskal-wallis", "box plot", "indicator", "role")
    PACKAGE = "scipy"
    SUMMARY = (
        "Compares types of cities on any indicators, also those by which the types were not made: "
        "mean, median, quartiles, share of the total and z-score of each type, whether the types "
        "differ by more than chance (Kruskal-Wallis) and how much (epsilon squared), and which two "
        "of them do (Dunn's test with Holm's correction).\n\n"
        "share is the type's share of the indicator's total: use it for amounts, not for rates. "
        "z_score is the type's mean against all cities in standard deviations. p_value and "
        "epsilon2 are the same for all types of an indicator. Indicators by which the types were "
        "made differ by construction: their p_value proves nothing."
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
            "The field with the type, made by 'City types' or any other grouping: numbers, words, "
            "codes or dates, which stay as they are written. Cities without a type are left out.",
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
        self.add(
            QgsProcessingParameterFeatureSink(
                "PAIRS",
                "Types two by two",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table with one row for each indicator and two types: difference of their means and "
            "p_holm.",
        )
        self.add_report(
            "A page to read and print: the tests of each indicator, the types' profiles as heat "
            "map and radar charts, and box plots.",
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
        name_field = f"{type_field}_name"  # of 'City types'
        texts = [type_field, *([name_field] if source.fields().indexOf(name_field) >= 0 else [])]
        table = read_table(source, numbers=indicators, texts=texts, feedback=feedback)
        check_cancelled(feedback)
        names, types, used = _types(table, type_field, feedback)
        values = np.column_stack([table.numbers[name][used] for name in indicators])
        labels = [table.labels[i] for i in used]

        rows: list[list[Any]] = []
        z_scores = np.empty((len(names), len(indicators)))
        effects: list[Effect] = []
        pairs: list[list[Pair]] = []
        for column, indicator in enumerate(indicators):
            check_cancelled(feedback)
            blanks = [labels[i] for i in np.flatnonzero(np.isnan(values[:, column]))]
            if blanks:
                feedback.pushWarning(f"{indicator}: no value, left out: {name_some(blanks)}.")
            figures = figures_by_type(values[:, column], types, range(len(names)))
            effect = kruskal_wallis(values[:, column], types)
            if np.isnan(effect.p_value):
                feedback.pushWarning(
                    f"{indicator}: no test, because fewer than two types have values or all values "
                    "are equal."
                )
            effects.append(effect)
            pairs.append(pairwise(values[:, column], types, len(names)))
            for number, (name, figure) in enumerate(zip(names, figures)):
                z_scores[number, column] = figure.z_score
                rows.append([name, indicator, *astuple(figure), *effect])
            feedback.setProgress(100 * (column + 1) / len(indicators))
        feedback.pushInfo(f"{len(used)} of {len(table)} cities used, of {len(names)} types.")
        feedback.pushInfo(
            "Indicators by which the types were made differ between them by construction: there "
            "the p-values prove nothing."
        )
        check_cancelled(feedback)

        kind = int if isinstance(names[0], int) else str
        columns: list[Column] = [("type", kind), ("indicator", str), *_MEASURED]
        columns += [("p_value", float), ("epsilon2", float)]
        words = _words(table, type_field, name_field, names)
        numbers = names if kind is int else list(range(1, len(names) + 1))
        save_report = self.report(
            parameters,
            context,
            lambda: comparison_page(
                words, numbers, types, indicators, values, z_scores, effects, pairs
            ),
        )
        output = write_table(self, parameters, "OUTPUT", context, columns, rows)
        self.style(context, output, self.TITLE)
        results = {"OUTPUT": output}
        pair_columns: list[Column] = [
            *[("indicator", str), ("type_a", kind), ("type_b", kind)],
            *[("difference", float), ("p_holm", float)],
        ]
        output = write_table(
            self, parameters, "PAIRS", context, pair_columns, _pair_rows(indicators, names, pairs)
        )
        if output is not None:
            self.style(context, output, "Types two by two")
            results["PAIRS"] = output
        return {**results, **save_report()}


def _pair_rows(
    indicators: Sequence[str], names: Sequence[Any], pairs: Sequence[Sequence[Pair]]
) -> Iterator[list[Any]]:
    for indicator, of_one in zip(indicators, pairs):
        for pair in of_one:
            ends = names[pair.first], names[pair.second]
            yield [indicator, *ends, pair.difference, pair.p_holm]


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
    as_numbers = all(_is_plain_number(text) for text in given)
    ordered = sorted(given, key=int) if as_numbers else sorted(given, key=_natural)
    place = {text: position for position, text in enumerate(ordered)}
    used = np.array([i for i, text in enumerate(texts) if text is not None])
    types = np.array([place[text] for text in texts if text is not None])
    return [int(text) for text in ordered] if as_numbers else ordered, types, used


def _is_plain_number(text: str) -> bool:
    """Whether the type is a whole number as an integer field keeps it: '01' is not."""
    return text.isascii() and text.isdigit() and str(int(text)) == text and int(text) < _INTEGER


def _natural(text: str) -> list[tuple[bool, int, str]]:
    """Order of types as read: type 2 before type 10, 1 before 01."""
    parts = re.split(r"([0-9]+)", text)
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def _words(table: CityTable, type_field: str, name_field: str, names: list[Any]) -> list[str]:
    """The types as the report shows them, a number with its name where the layer has names."""
    given = dict(zip(table.texts[type_field], table.texts.get(name_field, [])))
    return [" ".join(filter(None, [str(name), given.get(str(name))])) for name in names]
