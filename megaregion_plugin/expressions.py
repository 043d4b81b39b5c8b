"""Functions for QGIS's expressions: field calculator, labels, layouts, `qgis_process`.

They look at the whole layer of the current feature, as QGIS's own aggregates do, and keep what
they found in the expression's context, so that a layer is read once for all of its features.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
)

from ..measures.texts import tr

_GROUP = "Mega-Region Analyst"
_functions: list[QgsExpressionFunction] = []

Measure = Callable[[Sequence[Any], Sequence[Any]], Any]


class _OverLayer(QgsExpressionFunction):
    """A measure of all features of the layer, or of those of the current feature's group."""

    def __init__(self, name: str, arguments: int, measure: Measure, help_text: str) -> None:
        parameters = [QgsExpressionFunction.Parameter("value")]
        if arguments > 1:
            parameters.append(QgsExpressionFunction.Parameter("role"))
        parameters.append(QgsExpressionFunction.Parameter("group", True))
        # Not lazy; a feature without a value is in a group all the same; the layer matters
        super().__init__(name, parameters, _GROUP, help_text, False, True, True)
        self._arguments = arguments
        self._measure = measure

    def func(
        self,
        values: Sequence[Any],
        context: QgsExpressionContext,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction,
    ) -> Any:
        """The measure for the current feature's group."""
        given = [argument.dump() for argument in node.args().list()]
        key = f"{self.name()}|{context.variable('layer_id')}|{given}"
        if not context.hasCachedValue(key):
            try:
                context.setCachedValue(key, self._by_group(given, context))
            except ValueError as error:  # InputError too
                parent.setEvalErrorString(f"{self.name()}: {error}")
                return None
        group = values[self._arguments] if len(given) > self._arguments else None
        return context.cachedValue(key).get(_group_name(group))

    def _by_group(self, given: Sequence[str], context: QgsExpressionContext) -> dict[str, Any]:
        """The measure of each group; the group '' is the whole layer, or blank."""
        from ..layers.fields import as_text

        columns = [_column(text, context) for text in given]
        values = columns[0]
        nothing = [None] * len(values)
        roles = columns[1] if self._arguments > 1 else nothing
        groups = columns[self._arguments] if len(columns) > self._arguments else nothing
        found: dict[str, tuple[list[Any], list[Any]]] = {}
        for value, role, group in zip(values, roles, groups):
            members = found.setdefault(_group_name(group), ([], []))
            members[0].append(value)
            members[1].append(as_text(role))
        return {group: self._measure(*members) for group, members in found.items()}


def _group_name(value: object) -> str:
    """A group in the form in which the algorithms compare regions."""
    from ..layers.fields import as_text
    from ..measures.groups import same_name

    return same_name(as_text(value) or "")


def _column(text: str, context: QgsExpressionContext) -> list[Any]:
    """What the expression is for every feature of the current feature's layer, in one order.

    QGIS's own aggregate finds the layer, in a project or in Processing.

    Raises:
        ValueError: there is no layer, or the expression is wrong.
    """
    every = QgsExpression(f"array_agg({text})")
    found = every.evaluate(context)
    if every.hasEvalError() or not isinstance(found, list):
        reason = every.evalErrorString() or tr("there is no layer to look at")
        raise ValueError(reason)
    return found


def _known(values: Sequence[Any]) -> list[float]:
    """The values as numbers, NaN where there is none.

    Raises:
        ValueError: a value is no number, or negative.
    """
    from ..layers.fields import as_number

    numbers = [as_number(value) for value in values]
    if any(number < 0 for number in numbers):
        raise ValueError(tr("a value is negative; values must be zero or more"))
    return numbers


def _theil_between(values: Sequence[Any], roles: Sequence[Any]) -> float | None:
    """Theil between cores and secondary cities, None where one of them has no city."""
    import numpy as np

    from ..measures.groups import same_name
    from ..measures.prepare.roles import CORE, SECONDARY
    from ..measures.unevenness.region import unevenness

    numbers = np.array(_known(values))
    names = np.array([same_name(role) if role else "" for role in roles])
    used = ~np.isnan(numbers) & ((names == CORE) | (names == SECONDARY))
    is_core = names[used] == CORE
    if not len(is_core) or is_core.all() or not is_core.any():
        return None
    found = float(unevenness(numbers[used], is_core).theil_between)
    return None if np.isnan(found) else found


def _gini(values: Sequence[Any], _: Sequence[Any]) -> float | None:
    """Gini ratio, None where no value is above zero."""
    import numpy as np

    from ..measures.inequality import dagum_decomposition

    numbers = np.array(_known(values))
    numbers = numbers[~np.isnan(numbers)]
    if not numbers.any():
        return None
    return float(dagum_decomposition(numbers, np.zeros(len(numbers), dtype=int)).total)


def register() -> None:
    """Make the functions known to QGIS."""
    theil = tr(
        "<h3>mr_theil_between(value, role [, group])</h3>"
        "<p>Theil index between core and secondary cities over all features of the layer, or over "
        "those with the same group as the current feature. 0 where cores and secondary cities "
        "have the same mean; it grows with the cores' share. Each city counts once.</p>"
        "<p><b>value</b>: zero or more, such as GDP; features without a value are left out.<br>"
        "<b>role</b>: 'core' or 'secondary', such as mr_role of 'Mark core and secondary cities'; "
        "other features are left out.<br><b>group</b>: such as the mega-region.</p>"
        "<p>NULL where a group has no core or no secondary city.</p>"
        "<h4>Example</h4><pre>mr_theil_between(gdp_2023, mr_role, mega_region)</pre>"
    )
    gini = tr(
        "<h3>mr_gini(value [, group])</h3>"
        "<p>Gini ratio of all features of the layer, or of those with the same group as the "
        "current feature: 0 where all values are equal, (n - 1) / n where one of n has all. Each "
        "city counts once.</p>"
        "<p><b>value</b>: zero or more; features without a value are left out.<br><b>group</b>: "
        "such as the mega-region.</p>"
        "<h4>Example</h4><pre>mr_gini(gdp_2023, mega_region)</pre>"
    )
    for function in (
        _OverLayer("mr_theil_between", 2, _theil_between, theil),
        _OverLayer("mr_gini", 1, _gini, gini),
    ):
        if QgsExpression.registerFunction(function):
            _functions.append(function)  # QGIS does not keep it alive


def unregister() -> None:
    """Take them away."""
    for function in _functions:
        QgsExpression.unregisterFunction(function.name())
    _functions.clear()  # not before QGIS has let go of them
