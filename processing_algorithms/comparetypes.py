"""Types of cities compared on indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..layers.cities import Cities
    from ..measures.typology.comparison import Pair
    from .call import Call

_INTEGER = 2**31  # whole numbers from here on do not fit into an integer field
_MEASURED = [
    ("cities", int),
    ("mean", float),
    ("median", float),
    ("q1", float),
    ("q3", float),
    ("share", float),
    ("z_score", float),
    ("p_value", float),
    ("epsilon2", float),
]


class CompareTypes(MegaRegionAlgorithm):
    """A table of the types' figures on each indicator."""

    ID = "comparetypes"
    TITLE = "Types compared on indicators"
    GROUP = "typology"
    TAGS = ("type", "cluster", "compare", "kruskal-wallis", "dunn", "box plot", "radar", "role")
    NEEDS = ("scipy",)
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
            parameters.cities(
                "The cities with their types and indicators: polygons, points or a table."
            ),
            parameters.field(
                "TYPE_FIELD",
                "Type",
                "The field with the type, made by 'City types' or any other grouping: numbers, "
                "words, codes or dates, which stay as they are written. Cities without a type are "
                "left out.",
                default="mr_type",
            ),
            parameters.field(
                "INDICATORS",
                "Indicators",
                "The fields on which the types are compared. A city without a value is left out of "
                "that indicator, and the log names it.",
                many=True,
            ),
            parameters.sink(
                "OUTPUT", "Types compared", "A table with one row for each indicator and type."
            ),
            parameters.sink(
                "PAIRS",
                "Types two by two",
                "A table with one row for each indicator and two types: difference of their means "
                "and p_holm.",
                optional=True,
            ),
            parameters.report(
                "A page to read and print: the tests of each indicator, the types' profiles as "
                "heat map and radar charts, and box plots."
            ),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.typology.comparison import comparison_page
        from ..layers.fields import name_some
        from ..measures.typology.comparison import figures_by_type, kruskal_wallis, pairwise

        source, indicators = call.source(), call.fields("INDICATORS")
        type_field = call.text("TYPE_FIELD") or "mr_type"
        name_field = f"{type_field}_name"  # of 'City types'
        texts = [type_field, *([name_field] if source.fields().indexOf(name_field) >= 0 else [])]
        cities = call.cities(source, numbers=indicators, texts=texts)
        names, types, used = _types(cities, type_field, call)
        values = np.column_stack([cities.numbers[name][used] for name in indicators])
        labels = [cities.labels[i] for i in used]

        rows: list[list[Any]] = []
        z_scores = np.empty((len(names), len(indicators)))
        effects, pairs = [], []
        for column, indicator in call.each(list(enumerate(indicators))):
            blanks = [labels[i] for i in np.flatnonzero(np.isnan(values[:, column]))]
            if blanks:
                call.warn(
                    tr("{indicator}: no value, left out: {names}.").format(
                        indicator=indicator, names=name_some(blanks)
                    )
                )
            effect = kruskal_wallis(values[:, column], types)
            if np.isnan(effect.p_value):
                call.warn(
                    tr(
                        "{indicator}: no test, because fewer than two types have values or "
                        "all values are equal."
                    ).format(indicator=indicator)
                )
            effects.append(effect)
            pairs.append(pairwise(values[:, column], types, len(names)))
            figures = figures_by_type(values[:, column], types, range(len(names)))
            for number, (name, figure) in enumerate(zip(names, figures)):
                z_scores[number, column] = figure.z_score
                rows.append([name, indicator, *astuple(figure), *effect])
        call.finding(
            tr("{count} of {count_2} cities used, of {count_3} types.").format(
                count=len(used), count_2=len(cities), count_3=len(names)
            )
        )
        call.info(
            tr(
                "Indicators by which the types were made differ between them by "
                "construction: there the p-values prove nothing."
            )
        )

        kind = int if isinstance(names[0], int) else str
        words = _words(cities, type_field, name_field, names)
        numbers = names if kind is int else list(range(1, len(names) + 1))
        columns = [("type", kind), ("indicator", str), *_MEASURED]
        call.table("OUTPUT", self.TITLE, columns, rows)
        columns = [("indicator", str), ("type_a", kind), ("type_b", kind)]
        columns += [("difference", float), ("p_holm", float)]
        call.table("PAIRS", "Types two by two", columns, _pair_rows(indicators, names, pairs))
        call.page(
            lambda: comparison_page(
                words, numbers, types, indicators, values, z_scores, effects, pairs
            )
        )


def _pair_rows(
    indicators: Sequence[str], names: Sequence[Any], pairs: Sequence[Sequence[Pair]]
) -> Iterator[list[Any]]:
    for indicator, of_one in zip(indicators, pairs):
        for pair in of_one:
            ends = names[pair.first], names[pair.second]
            yield [indicator, *ends, pair.difference, pair.p_holm]


def _types(cities: Cities, field: str, call: Call) -> tuple[list[Any], np.ndarray, np.ndarray]:
    """The types in ascending order, each used city's position among them, and the used rows."""
    import numpy as np

    from ..measures.errors import InputError
    from ..measures.typology.names import in_natural_order

    texts = cities.texts[field]
    untyped = [row for row, text in enumerate(texts) if text is None]
    if len(untyped) == len(cities):
        raise InputError(
            tr(
                "No row of layer '{layer}' has a value in field '{field}': choose the field "
                "with the types."
            ).format(layer=cities.layer, field=field)
        )
    if untyped:
        call.warn(tr("Left out, without a type: {names}.").format(names=cities.name(untyped)))
    ordered = in_natural_order(text for text in texts if text is not None)
    place = {text: position for position, text in enumerate(ordered)}
    used = np.array([i for i, text in enumerate(texts) if text is not None])
    types = np.array([place[text] for text in texts if text is not None])
    as_numbers = all(_is_plain_number(text) for text in ordered)
    return [int(text) for text in ordered] if as_numbers else ordered, types, used


def _is_plain_number(text: str) -> bool:
    """Whether the type is a whole number as an integer field keeps it: '01' is not."""
    return text.isascii() and text.isdigit() and str(int(text)) == text and int(text) < _INTEGER


def _words(cities: Cities, type_field: str, name_field: str, names: list[Any]) -> list[str]:
    """The types as the report shows them, a number with its name where the layer has names."""
    from ..measures.words import shown

    given = dict(zip(cities.texts[type_field], cities.texts.get(name_field, [])))
    return [
        " ".join(filter(None, [shown(str(name)), shown(given.get(str(name)) or "")]))
        for name in names
    ]
