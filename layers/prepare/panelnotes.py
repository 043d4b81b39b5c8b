"""What was done to make a city panel, in sentences for the log and the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ...measures.prepare.cells import MARKED
from ...measures.prepare.crosswalk import Change
from ...measures.prepare.panel import FLAGS, Panel
from ...measures.texts import listed, tr
from ..fields import name_some
from .panels import CityPanel, Wishes
from .settings import Places

_SHOWN = 8  # places named for each kind of remark
_QUIET = {MARKED}  # what changes no number


class Note(NamedTuple):
    """A sentence, and whether the user must not miss it."""

    text: str
    warning: bool = False


def panel_notes(made: CityPanel, places: Places, wishes: Wishes) -> list[Note]:
    """Everything that was done and assumed."""
    return [
        *_of_reading(made, places),
        *_of_changes(made, places),
        *_of_ended(wishes.changes, places),
        *_of_values(made, wishes),
    ]


def _of_reading(made: CityPanel, places: Places) -> Iterator[Note]:
    reading = made.reading
    found = sum(city < places.count for city in reading.named)
    years = reading.panel.years
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    yield Note(
        tr("{count} sheets read ({names}), {span}; {found} of {count_2} cities found.").format(
            count=len(reading.read),
            names=name_some(sorted(reading.read), _SHOWN),
            span=span,
            found=found,
            count_2=places.count,
        )
    )
    if reading.skipped:
        yield Note(
            tr("Sheets without a city or without a wanted heading, passed over: {names}.").format(
                names=name_some(sorted(reading.skipped), _SHOWN)
            )
        )
    if reading.totals:
        names = sorted({" ".join(name.split()) for name in reading.totals})
        yield Note(tr("Rows of sums passed over: {names}.").format(names=name_some(names)))
    for kind, cells in reading.remarks.places.items():
        each = list(dict.fromkeys(cells))
        yield Note(f"{tr(kind)}: {name_some(each, _SHOWN)}.", kind not in _QUIET)


def _of_changes(made: CityPanel, places: Places) -> Iterator[Note]:
    panel, merging = made.reading.panel, made.merging
    merged = (panel.flag == FLAGS.index("merged")).any(axis=(1, 2))
    if merged.any():
        names = [str(places.names[city]) for city in np.flatnonzero(merged)]
        yield Note(tr("Told in the latest boundaries: {names}.").format(names=name_some(names)))
    summed = [n for n, ratio in zip(panel.indicators, made.reading.ratios) if not ratio]
    if merged.any() and summed:
        yield Note(
            tr("Added over merged cities, as amounts: {names}.").format(names=name_some(summed))
        )
    for changes in _by_source(merging.unknown):
        touched = [changes[0].source, *(change.target for change in changes)]
        before = [y for y, year in enumerate(panel.years) if year < changes[0].year]
        if not panel.seen[np.ix_(touched, before)].any():
            continue
        targets = name_some([str(places.names[city]) for city in touched[1:]])
        year = changes[0].year
        yield Note(
            tr(
                "'{value}' went to {targets} in {year} in shares that the crosswalk does not "
                "give: values before {year} stay in the old boundaries."
            ).format(value=places.names[changes[0].source], targets=targets, year=year),
            True,
        )
    if merging.absent:
        absent = sorted(merging.absent, key=lambda change: (change.year, change.source))
        named = [
            tr("{target} without {source} (before {year})").format(
                target=places.names[c.target], source=places.names[c.source], year=c.year
            )
            for c in absent
        ]
        yield Note(
            tr("Told as published, since no table has a row for the other city: {names}.").format(
                names=name_some(named)
            ),
            True,
        )
    for words, positions in (
        (tr("Left blank, since a part that was merged has no value: {names}."), merging.incomplete),
        (
            tr(
                "Ratios left blank, since they cannot be added over merged cities (give their "
                "expression in DERIVED): {names}."
            ),
            merging.refused,
        ),
    ):
        if positions:
            yield Note(words.format(names=name_some(_named(positions, panel, places))), True)


def _of_ended(changes: Sequence[Change], places: Places) -> Iterator[Note]:
    """Cities of the layer that the crosswalk ends."""
    ended = []
    for group in _by_source(changes):
        source, targets = group[0].source, [change.target for change in group]
        shared = all(change.share is not None for change in group)
        if source < places.count and source not in targets and shared:
            into = listed(str(places.names[target]) for target in targets)
            ended.append(
                tr("{city} ({year}, into {into})").format(
                    city=places.names[source], year=group[0].year, into=into
                )
            )
    if ended:
        yield Note(
            tr(
                "Cities of the layer that ended, so that their earlier values are told in "
                "others: {names}."
            ).format(names=name_some(ended)),
            True,
        )


def _by_source(changes: Sequence[Change]) -> list[list[Change]]:
    groups: dict[tuple[int, int], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.year, change.source), []).append(change)
    return list(groups.values())


def _named(positions: Sequence[tuple[int, int, int]], panel: Panel, places: Places) -> list[str]:
    """City and indicator with the years, once each."""
    years: dict[tuple[int, int], list[int]] = {}
    for city, year, indicator in sorted(positions):
        years.setdefault((city, indicator), []).append(panel.years[year])
    return [
        f"{places.names[city]} {panel.indicators[indicator]} "
        f"({years_[0]}{f'–{years_[-1]}' if len(years_) > 1 else ''})"
        for (city, indicator), years_ in years.items()
    ]


def _of_values(made: CityPanel, wishes: Wishes) -> Iterator[Note]:
    panel = made.reading.panel
    if made.deflated:
        yield Note(
            tr("Told in prices of {base_year}: {names}.").format(
                base_year=wishes.base_year, names=name_some(made.deflated)
            )
        )
    if made.interpolated:
        yield Note(
            tr("{interpolated} values interpolated in gaps of up to {longest_gap} years.").format(
                interpolated=made.interpolated, longest_gap=wishes.longest_gap
            )
        )
    for name in made.incomplete:
        yield Note(
            tr("'{name}' stays blank where its expression gives no number.").format(name=name)
        )
    flags = (tr("published"), tr("merged"), tr("derived"), tr("interpolated"))  # as in FLAGS
    counts = [
        f"{count} {name}"
        for name, count in zip(flags, np.bincount(panel.flag.ravel(), minlength=5)[1:])
        if count
    ]
    yield Note(tr("Values: {counts}.").format(counts=listed(counts)))
