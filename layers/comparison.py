"""What is compared: the core and the secondary cities of a region, indicator and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.prepare.roles import CORE, SECONDARY
from ..measures.texts import listed, tr
from ..measures.words import shown
from .cities import COUNT_AS_ZERO, LEAVE_OUT, STOP, refuse_without_cores
from .fields import name_some
from .panel import NOWHERE, Panel


@dataclass(frozen=True)
class Cell:
    """The cities of one region that have a value of one indicator in one year.

    Their order follows from the values alone, so that every measure of a cell, drawn random
    numbers included, is the same however the rows of the layer are ordered.

    Attributes:
        region: the region's name.
        indicator: the indicator's name, without its year.
        year: None where the field carries no year.
        cities: positions of the m cities in the panel.
        labels: their names.
        values: shape (m,), zero or more.
        is_core: shape (m,).
        weights: shape (m,), above zero, or None.
        missing: names of the region's cities without a value.
    """

    region: str
    indicator: str
    year: int | None
    cities: np.ndarray
    labels: list[str]
    values: np.ndarray
    is_core: np.ndarray
    weights: np.ndarray | None
    missing: list[str]

    @property
    def title(self) -> str:
        """Region, indicator and year, for messages."""
        return f"{self.region}, {self.indicator}" + (f" {self.year}" if self.year else "")


@dataclass(frozen=True)
class Comparison:
    """A panel whose core and secondary cities are ready to be compared.

    Attributes:
        panel: the cities, indicators and years.
        regions: names of the regions with compared cities, in the order in which they appear.
        members: region and position of a year to the positions of its compared cities.
        is_core: shape (m, t).
        missing: LEAVE_OUT, COUNT_AS_ZERO or STOP.
    """

    panel: Panel
    regions: list[str]
    members: dict[tuple[str, int], np.ndarray]
    is_core: np.ndarray
    missing: int

    def cells(self) -> Iterator[Cell]:
        """Every region, indicator and year in which the region has cities, in this order.

        Raises:
            InputError: a value is missing under STOP.
        """
        for region in self.regions:
            for name in self.panel.names:
                for year in self.panel.years_of(name):
                    found = self.cell(region, name, year)
                    if found is not None:
                        yield found

    def has(self, region: str, is_core: bool) -> bool:
        """Whether the region has a compared city of the role in some year."""
        return any(
            (self.is_core[cities, row] == is_core).any()
            for (name, row), cities in self.members.items()
            if name == region
        )

    def cell(
        self,
        region: str,
        name: str,
        year: int | None,
        among: np.ndarray | None = None,
        missing: int | None = None,
    ) -> Cell | None:
        """The cell of a region, indicator and year; None where the region has no city then.

        Args:
            region: one of `regions`.
            name: the indicator.
            year: one of its years.
            among: positions of the only cities that count; all without it.
            missing: another way to treat missing values than the comparison's.
        """
        panel = self.panel
        treat = self.missing if missing is None else missing
        column, row = panel.names.index(name), panel.years.index(year)
        members = self.members.get((region, row))
        if members is not None and among is not None:
            members = np.intersect1d(members, among)
        if members is None or not len(members):
            return None
        values = panel.values[members, row, column]
        blank = np.isnan(values)
        without = [panel.labels[city] for city in members[blank]]
        if treat == STOP and without:
            sentence = (
                tr(
                    "Field '{field}' of layer '{layer}' has no value for {names}: fill it in or "
                    "choose another way to treat missing values."
                )
                if year is None
                else tr(
                    "Field '{field}' of layer '{layer}' has no value for {names} in {year}: fill "
                    "it in or choose another way to treat missing values."
                )
            )
            field = panel.field(name, year)
            cities = name_some(without)
            raise InputError(
                sentence.format(field=field, layer=panel.layer, names=cities, year=year)
            )
        used = np.ones(len(members), dtype=bool) if treat == COUNT_AS_ZERO else ~blank
        weights = None if panel.weights is None else panel.weights[members, row]
        if weights is not None:
            used &= ~np.isnan(weights)
        filled = np.where(blank, 0.0, values)
        is_core = self.is_core[members, row]
        # By role, then value, then weight.
        keys = (filled, is_core) if weights is None else (weights, filled, is_core)
        order = np.lexsort(keys)
        order = order[used[order]]
        return Cell(
            region,
            name,
            year,
            members[order],
            list(map(panel.labels.__getitem__, members[order].tolist())),
            filled[order],
            is_core[order],
            None if weights is None else weights[order],
            without,
        )


def compare(
    panel: Panel,
    *,
    role_field: str,
    weight_field: str | None,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> Comparison:
    """Sort the panel's cities by region and role, and say in the log which are left out.

    Raises:
        InputError: no row is core or secondary, or a weight is not above zero.
    """
    refuse_without_cores(panel.cities, role_field)
    is_core = panel.roles == CORE
    is_role = is_core | (panel.roles == SECONDARY)
    compared = is_role & (panel.region_of != NOWHERE)
    if not compared.any():
        raise InputError(
            tr(
                "No row of layer '{layer}' has a region and '{core}' or '{secondary}' in "
                "field '{role_field}': run 'Mark core and secondary cities' first or choose "
                "its result."
            ).format(layer=panel.layer, core=CORE, secondary=SECONDARY, role_field=role_field)
        )
    if panel.weights is not None:
        _check_weights(panel, str(weight_field), compared, missing, feedback)
    used = {int(number) for number in panel.region_of[compared]}
    regions = [region for number, region in enumerate(panel.regions) if number in used]
    _report(panel, compared, is_role, is_core, regions, feedback)
    return Comparison(panel, regions, _members(panel, compared), is_core, missing)


def _members(panel: Panel, compared: np.ndarray) -> dict[tuple[str, int], np.ndarray]:
    """The compared cities of each region and year, in ascending order of their positions."""
    found = {}
    for row in range(len(panel.years)):
        cities = np.flatnonzero(compared[:, row])
        numbers = panel.region_of[cities, row]
        order = np.argsort(numbers, kind="stable")
        present, starts = np.unique(numbers[order], return_index=True)
        for number, group in zip(present, np.split(cities[order], starts[1:])):
            found[panel.regions[number], row] = group
    return found


def _check_weights(
    panel: Panel,
    field: str,
    compared: np.ndarray,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> None:
    weights = np.asarray(panel.weights)
    with np.errstate(invalid="ignore"):
        unusable = np.flatnonzero((compared & (weights <= 0)).any(axis=1))
    if len(unusable):
        raise InputError(
            tr(
                "Weight field '{field}' of layer '{layer}' is not above zero for {names}: "
                "correct the weights or leave the weight field out."
            ).format(field=field, layer=panel.layer, names=_names(panel, unusable))
        )
    # A city without a row in a year has no weight then, nor a value that could be weighted.
    has_row = ~np.isnan(panel.values).all(axis=2) | (len(panel.years) == 1)
    blank = np.flatnonzero((compared & np.isnan(weights) & has_row).any(axis=1))
    if len(blank) and missing != LEAVE_OUT:
        raise InputError(
            tr(
                "Weight field '{field}' of layer '{layer}' is blank for {names}: fill it in "
                "or leave cities without a value out."
            ).format(field=field, layer=panel.layer, names=_names(panel, blank))
        )
    if len(blank):
        feedback.pushWarning(
            tr("Left out for lack of a weight: {names}.").format(names=_names(panel, blank))
        )


def _names(panel: Panel, cities: np.ndarray) -> str:
    return name_some([panel.labels[city] for city in cities])


def _report(
    panel: Panel,
    compared: np.ndarray,
    is_role: np.ndarray,
    is_core: np.ndarray,
    regions: Sequence[str],
    feedback: QgsProcessingFeedback,
) -> None:
    used = compared.any(axis=1)
    cores = int((compared & is_core).any(axis=1).sum())
    years = [year for year in panel.years if year is not None]
    several = len(years) > 1 and panel.cities.years is not None
    span = tr(" in {count} years").format(count=len(years)) if several else ""
    feedback.pushInfo(
        tr(
            "{count} of {count_2} cities used{span}: {cores} core and {value} secondary, in "
            "{count_3} regions."
        ).format(
            count=int(used.sum()),
            count_2=len(panel.keys),
            span=span,
            cores=cores,
            value=int(used.sum()) - cores,
            count_3=len(regions),
        )
    )
    outside = np.flatnonzero((panel.region_of == NOWHERE).all(axis=1))
    if len(outside):
        feedback.pushWarning(
            tr("Left out, in no region: {names}.").format(names=_names(panel, outside))
        )
    other = np.flatnonzero(~is_role.any(axis=1) & (panel.region_of != NOWHERE).any(axis=1))
    if len(other):
        feedback.pushWarning(
            tr("Left out, neither core nor secondary: {names}.").format(names=_names(panel, other))
        )
    moved = np.flatnonzero(
        (panel.region_of != panel.region_of[:, :1]).any(axis=1)
        | (panel.roles != panel.roles[:, :1]).any(axis=1)
    )
    if len(moved):
        feedback.pushWarning(
            tr(
                "Region or role differs from year to year for {names}: each year counts them "
                "where they are then."
            ).format(names=_names(panel, moved))
        )
    numbers = {region: panel.regions.index(region) for region in regions}
    for role, sign in (("core", True), ("secondary", False)):
        without = [
            region
            for region, number in numbers.items()
            if not (compared & (panel.region_of == number) & (is_core == sign)).any()
        ]
        if without:
            feedback.pushWarning(
                tr("Regions without a {role} city, not compared: {names}.").format(
                    role=shown(role), names=name_some(without)
                )
            )


def report_missing(cells: Sequence[Cell], missing: int, feedback: QgsProcessingFeedback) -> None:
    """Name in the log, for each indicator and year, the cities without a value."""
    blanks: dict[str, list[str]] = {}
    for cell in cells:
        if cell.missing:
            name = cell.indicator if cell.year is None else f"{cell.indicator} {cell.year}"
            blanks.setdefault(name, []).extend(cell.missing)
    done = tr("counted as zero") if missing == COUNT_AS_ZERO else tr("left out")
    for name, cities in blanks.items():
        feedback.pushWarning(
            tr("{name}: no value, {done}: {names}.").format(
                name=name, done=done, names=listed(cities)
            )
        )
