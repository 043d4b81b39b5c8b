"""Indicators computed from others with QGIS expressions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingFeedback,
)

from ...measures.errors import InputError
from ...measures.prepare.panel import DERIVED, INTERPOLATED, Panel
from ...measures.texts import tr
from ..cancelling import check_cancelled
from ..compat import NUMBER
from ..fields import name_some

_GROUPS = {"Math", "Conditionals", "Conversions", "Operators"}
_NO_FUNCTIONS = {"rand", "randf"}  # the same input must give the same output


@dataclass(frozen=True)
class Derivation:
    """An indicator and the expression that gives it.

    Attributes:
        name: the indicator.
        expression: as the user wrote it.
        parts: the indicators it is made of.
    """

    name: str
    expression: str
    parts: tuple[str, ...]


def read_derivations(text: str, indicators: Sequence[str]) -> list[Derivation]:
    """The expressions of `name=expression` separated by ';', each after those it needs.

    Only the indicators of the same city and year, and functions of numbers, may be used.

    Raises:
        InputError: an expression cannot be read, uses something else, or needs itself.
    """
    found: dict[str, tuple[str, QgsExpression]] = {}
    for part in text.split(";"):
        name, equals, expression = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not equals or not name or not expression:
            raise InputError(
                tr("DERIVED has '{strip}': write name=expression.").format(strip=part.strip())
            )
        if name in found:
            raise InputError(
                tr("DERIVED names '{name}' twice: give one expression.").format(name=name)
            )
        found[name] = expression, QgsExpression(expression)
    known = list(dict.fromkeys([*indicators, *found]))
    return _ordered({name: _checked(name, *item, known) for name, item in found.items()})


def _where(name: str, text: str) -> str:
    return tr("DERIVED: the expression of '{name}' ({text})").format(name=name, text=text)


def _checked(name: str, text: str, expression: QgsExpression, known: Sequence[str]) -> Derivation:
    where = _where(name, text)
    if expression.hasParserError():
        raise InputError(
            tr("{where} cannot be read: {strip}.").format(
                where=where, strip=expression.parserErrorString().strip()
            )
        )
    exact = {indicator.casefold(): indicator for indicator in known}
    columns = sorted(expression.referencedColumns())
    for column in columns:
        if column.casefold() not in exact:
            raise InputError(
                tr("{where} uses '{column}', but the indicators are {names}.").format(
                    where=where, column=column, names=name_some(known)
                )
            )
    if expression.referencedVariables() or not columns:
        raise InputError(tr("{where} must be made of indicators alone.").format(where=where))
    functions = {f.name(): f for f in QgsExpression.Functions()}
    for function in sorted(expression.referencedFunctions()):
        groups = set(functions[function].groups()) if function in functions else set()
        if not groups & _GROUPS or function in _NO_FUNCTIONS:
            raise InputError(
                tr(
                    "{where} uses the function '{function}': only functions of numbers can be used."
                ).format(where=where, function=function)
            )
    return Derivation(name, text, tuple(exact[column.casefold()] for column in columns))


def _ordered(derivations: dict[str, Derivation]) -> list[Derivation]:
    """Each after those it needs."""
    ordered: list[Derivation] = []

    def visit(derivation: Derivation, path: tuple[str, ...]) -> None:
        if derivation.name in path:
            circle = tr(" needs ").join([*path[path.index(derivation.name) :], derivation.name])
            raise InputError(
                tr("DERIVED goes round in a circle: {circle}; change one expression.").format(
                    circle=circle
                )
            )
        if derivation not in ordered:
            for part in derivation.parts:
                if part in derivations:
                    visit(derivations[part], (*path, derivation.name))
            ordered.append(derivation)

    for derivation in derivations.values():
        visit(derivation, ())
    return ordered


def declare(panel: Panel, derivations: Sequence[Derivation]) -> None:
    """Make room for the derived indicators and remember what they are made of."""
    for derivation in derivations:
        panel.with_indicator(derivation.name)
    for derivation in derivations:
        parts = tuple(panel.indicators.index(part) for part in derivation.parts)
        panel.parts[panel.indicators.index(derivation.name)] = parts


def derive(
    panel: Panel, derivations: Sequence[Derivation], feedback: QgsProcessingFeedback
) -> list[str]:
    """Compute the derived indicators where they have no value, in place.

    Returns:
        The names of those for which some city and year gave no number although a part has one.

    Raises:
        InputError: an expression fails or gives text.
    """
    without = []
    for derivation in derivations:
        check_cancelled(feedback)
        indicator = panel.indicators.index(derivation.name)
        parts = list(panel.parts[indicator])
        fields = QgsFields()
        for name in derivation.parts:
            fields.append(QgsField(name, NUMBER))
        context = QgsExpressionContext()
        context.setFields(fields)
        expression = QgsExpression(derivation.expression)
        expression.prepare(context)
        feature = QgsFeature(fields)
        values = panel.value[:, :, parts]
        blank = ~np.isfinite(panel.value[:, :, indicator]) & np.isfinite(values).any(axis=2)
        missing = False
        for city, year in zip(*(axis.tolist() for axis in np.nonzero(blank))):
            row = values[city, year]
            feature.setAttributes([NULL if math.isnan(v) else v for v in row.tolist()])
            context.setFeature(feature)
            value = _number(expression.evaluate(context), expression, derivation)
            if value is None:
                missing = True
                continue
            flags = panel.flag[city, year, parts]
            panel.value[city, year, indicator] = value
            panel.flag[city, year, indicator] = (
                INTERPOLATED if (flags == INTERPOLATED).any() else DERIVED
            )
        if missing:
            without.append(derivation.name)
    return without


def _number(value: object, expression: QgsExpression, derivation: Derivation) -> float | None:
    where = _where(derivation.name, derivation.expression)
    if expression.hasEvalError():
        raise InputError(
            tr("{where} fails: {strip}.").format(
                where=where, strip=expression.evalErrorString().strip()
            )
        )
    if value is None or value == NULL:
        return None
    if not isinstance(value, (int, float)):
        raise InputError(
            tr("{where} gives '{value}', which is no number: correct it.").format(
                where=where, value=value
            )
        )
    return float(value) if math.isfinite(value) else None
