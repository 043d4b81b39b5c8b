"""Boundary changes: values told in the latest boundaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from ..texts import listed, tr
from .panel import MERGED, Panel

_TOLERANCE = 1e-6  # shares printed with six decimals


@dataclass(frozen=True)
class Change:
    """One row of a crosswalk.

    Attributes:
        year: from this year on the boundaries are the new ones.
        source, target: the cities, as positions in the panel.
        share: the part of the source's values that the target gets; None where not published.
        row: its number in the table, for messages.
    """

    year: int
    source: int
    target: int
    share: float | None
    row: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Merging:
    """What boundary changes did, as positions (source or target, year, indicator).

    Attributes:
        incomplete: cities left blank because a part has no value.
        absent: changes of which the target is told as published, since no table of some year has
            a row for the source.
        refused: ratios left blank because they cannot be added.
        unknown: changes whose shares are not known and were not made.
    """

    incomplete: list[tuple[int, int, int]]
    absent: set[Change]
    refused: list[tuple[int, int, int]]
    unknown: list[Change]


def check_changes(changes: Sequence[Change], names: Sequence[str], table: str) -> None:
    """Refuse shares that do not add up, and cities that end in one another.

    Args:
        names: the cities' names, for messages.
        table: what the crosswalk is called in messages.

    Raises:
        InputError: a share outside 0 to 1, shares that do not sum to 1, a row twice, or a cycle.
    """
    for (year, source), group in _groups(changes).items():
        rows = listed(str(change.row) for change in group)
        numbers = (tr("rows {rows}") if len(group) > 1 else tr("row {rows}")).format(rows=rows)
        where = tr("In {table}, '{name}' from {year} on ({numbers})").format(
            table=table, name=names[source], year=year, numbers=numbers
        )
        targets = [change.target for change in group]
        if len(set(targets)) < len(targets):
            twice = next(names[t] for t in targets if targets.count(t) > 1)
            raise InputError(
                tr("{where} goes to '{twice}' in two rows: keep one.").format(
                    where=where, twice=twice
                )
            )
        shares = [change.share for change in group if change.share is not None]
        if any(not 0 < share <= 1 for share in shares):
            raise InputError(
                tr("{where} has a share that is not between 0 and 1: correct it.").format(
                    where=where
                )
            )
        if len(shares) == len(group) and abs(sum(shares) - 1) > _TOLERANCE:
            said = " + ".join(f"{share:g}" for share in shares)
            raise InputError(
                tr(
                    "{where} has shares that sum to {count:g} ({said}), not to 1: correct "
                    "them, or leave all blank where they are not known."
                ).format(where=where, count=sum(shares), said=said)
            )
    _check_cycles(changes, names, table)


def _groups(changes: Sequence[Change]) -> dict[tuple[int, int], list[Change]]:
    groups: dict[tuple[int, int], list[Change]] = {}
    for change in sorted(changes, key=lambda c: (c.year, c.source, c.target)):
        groups.setdefault((change.year, change.source), []).append(change)
    return groups


def _check_cycles(changes: Sequence[Change], names: Sequence[str], table: str) -> None:
    """A city that ends (no part of it stays) may not come back as a part of what it became."""
    next_ones: dict[int, set[int]] = {}
    for (_, source), group in _groups(changes).items():
        targets = {change.target for change in group}
        if source not in targets:
            next_ones.setdefault(source, set()).update(targets)
    done: set[int] = set()

    def walk(city: int, path: list[int]) -> None:
        if city in path:
            circle = [names[c] for c in [*path[path.index(city) :], city]]
            raise InputError(
                tr("{table} goes round in a circle: {names}; remove one of these rows.").format(
                    table=table, names=tr(" to ").join(circle)
                )
            )
        if city not in done:
            for target in sorted(next_ones.get(city, ())):
                walk(target, [*path, city])
            done.add(city)

    for start in sorted(next_ones):
        walk(start, [])


def apply_changes(panel: Panel, changes: Sequence[Change], ratios: Sequence[bool]) -> Merging:
    """Tell every year's values in the latest boundaries, in place.

    A target's value is its own plus the parts it gets, so that sums over all cities stay. Where a
    part's cell is blank the sum is not known; where no table has a row for it, as when a yearbook
    was already told in new boundaries, the target keeps what is published.

    Args:
        panel: the values, changed.
        changes: checked with `check_changes`.
        ratios: for each indicator whether its values cannot be added.
    """
    merging = Merging([], set(), [], [])
    by_year: dict[int, list[list[Change]]] = {}
    for (year, source), group in _groups(changes).items():
        if any(change.share is None for change in group):
            merging.unknown.extend(group)
        elif [change.target for change in group] != [source]:
            by_year.setdefault(year, []).append(group)
    for year, groups in sorted(by_year.items()):
        columns = [y for y, name in enumerate(panel.years) if name < year]
        if columns:
            _apply_year(panel, groups, columns, ratios, merging)
    return merging


def _apply_year(
    panel: Panel,
    groups: Sequence[Sequence[Change]],
    columns: Sequence[int],
    ratios: Sequence[bool],
    merging: Merging,
) -> None:
    """All changes of one year at once: parts are of what was before any of them."""
    sources = {group[0].source for group in groups}
    existed = panel.seen[:, columns, :].any(axis=(1, 2))  # a new city has no value of its own
    parts: dict[int, list[tuple[int, float]]] = {}
    reasons = {(change.target, change.source): change for group in groups for change in group}
    for group in groups:
        shares = [change.share for change in group if change.share is not None]  # all are known
        for change, share in zip(group, shares):
            parts.setdefault(change.target, []).append((change.source, share / sum(shares)))
    for target, own in [(t, t not in sources and bool(existed[t])) for t in parts]:
        if own:
            parts[target].insert(0, (target, 1.0))
    before = panel.copy()
    touched = sorted(sources | set(parts))
    for city in touched:
        for year in columns:
            for indicator in range(len(panel.indicators)):
                at = (city, year, indicator)
                if city in parts:
                    _merge(panel, before, at, parts[city], ratios[indicator], merging, reasons)
                elif before.seen[at]:
                    panel.clear(at)


def _merge(
    panel: Panel,
    before: Panel,
    at: tuple[int, int, int],
    parts: Sequence[tuple[int, float]],
    ratio: bool,
    merging: Merging,
    reasons: Mapping[tuple[int, int], Change],
) -> None:
    """The value of one target, year and indicator from its parts."""
    target, year, indicator = at
    others = [c for c, _ in parts if c != target]
    if others and not any(before.seen[c, year, indicator] for c in others):
        if np.isfinite(before.value[at]):
            merging.absent.update(reasons[target, c] for c in others)
        parts = [(c, share) for c, share in parts if c == target]
    if all(c == target and share == 1 for c, share in parts):
        return
    renamed = len(parts) == 1 and parts[0][1] == 1
    values = [before.value[c, year, indicator] for c, _ in parts]
    panel.clear(at)
    panel.seen[at] = True
    if ratio and not renamed:
        if np.isfinite(values).any():
            merging.refused.append(at)
    elif not np.isfinite(values).all():
        if np.isfinite(values).any():
            merging.incomplete.append(at)
    else:
        panel.value[at] = sum(value * share for value, (_, share) in zip(values, parts))
        panel.flag[at] = MERGED
        panel.merged[at] = tuple(
            sorted({cell for c, _ in parts for cell in before.cells((c, year, indicator))})
        )
