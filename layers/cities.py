"""The cities of a layer: who each is, where it belongs, and what its fields hold.

Every algorithm reads its cities here, so that all of them tell cities apart, spell regions and
find years in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFields, QgsProcessingFeatureSource, QgsProcessingFeedback
from qgis.PyQt.QtCore import QVariant

from ..measures.errors import InputError
from ..measures.groups import one_spelling, positions_by_name, same_name
from ..measures.prepare.roles import CORE, SECONDARY, SMALL
from ..measures.texts import tr
from .fields import as_text, name_some, number_column
from .identity import Identity, find_identity, is_code_like, is_name_like, rows_as_identity
from .rows import read_columns
from .years import year_column

LEAVE_OUT, COUNT_AS_ZERO, STOP = range(3)  # what is done about missing values


@dataclass(frozen=True)
class Cities:
    """Rows of a layer as columns; a row is a city, or a city in a year.

    Attributes:
        layer: the layer's name, for messages.
        ids: feature ids, shape (n,).
        keys: what tells one city from another; a city has the same in every year.
        labels: what a city is called in print; no two cities are called the same.
        identity: where `keys` come from.
        numbers: field name to float64 array of shape (n,), NaN where missing.
        texts: field name to list of n stripped texts, None where missing or blank.
        regions: the region of each row in its one spelling, None outside any region.
        roles: the role of each row, spelled alike, None where it has none.
        years: shape (n,), where rows are city-years, else None.
    """

    layer: str
    ids: np.ndarray
    keys: list[str]
    labels: list[str]
    identity: Identity
    numbers: dict[str, np.ndarray]
    texts: dict[str, list[str | None]]
    regions: list[str | None]
    roles: list[str | None]
    years: np.ndarray | None

    def __len__(self) -> int:
        return len(self.ids)

    def by_region(self) -> dict[str, np.ndarray]:
        """Region to the positions of its rows, in the order in which the regions appear."""
        return positions_by_name(self.regions)

    def name(self, rows: Iterable[int], most: int = 20) -> str:
        """The cities of the given rows for a message, each once."""
        return name_some(list(dict.fromkeys(self.labels[row] for row in rows)), most)

    def has_role(self, role: str) -> np.ndarray:
        """Which rows have the role, shape (n,)."""
        return np.array([given == role for given in self.roles])


def read_cities(
    source: QgsProcessingFeatureSource,
    feedback: QgsProcessingFeedback,
    *,
    numbers: Iterable[str] = (),
    texts: Iterable[str] = (),
    region_field: str | None = None,
    role_field: str | None = None,
    year_field: str | None = None,
    id_field: str | None = None,
    name_field: str | None = None,
) -> Cities:
    """Read every row of `source`, and say in the log what tells the cities apart.

    Args:
        source: the layer or table, with the user's selection respected.
        feedback: the log; reading stops with an exception where it is cancelled.
        numbers: names of fields that must hold numbers.
        texts: names of fields read as text.
        region_field: field with the regions' names; without it no row is in one.
        role_field: field with the roles.
        year_field: field with the years, where rows are city-years.
        id_field: field that tells the cities apart; found where it is not given.
        name_field: field with the names for print; found where it is not given.

    Raises:
        InputError: the layer is empty or was not read to its end, a field is absent, a field of
            numbers holds words, a year is none, or cities cannot be told apart.
    """
    layer = source.sourceName()
    numbers, texts = list(dict.fromkeys(numbers)), list(dict.fromkeys(texts))
    asked = [f for f in (region_field, role_field, year_field, id_field, name_field) if f]
    likely, others = _candidates(source.fields(), {*numbers, *asked})
    ids, columns = read_columns(source, [*numbers, *texts, *asked, *likely], feedback)
    words = {
        name: [as_text(value) for value in columns[name]]
        for name in dict.fromkeys([*texts, *filter(None, [id_field, name_field]), *likely])
    }
    nowhere: list[str | None] = [None] * len(ids)
    regions = _spelled(columns[region_field], "Region", feedback) if region_field else nowhere
    roles = _spelled(columns[role_field], "Role", feedback) if role_field else nowhere
    years = None if year_field is None else year_column(columns[year_field], year_field, layer)
    candidates = {name: words[name] for name in [*likely, *filter(None, [id_field, name_field])]}
    settings = {"layer": layer, "id_field": id_field, "name_field": name_field}
    identity = find_identity(candidates, regions, years, **settings)
    if identity is None and others:
        more = read_columns(source, others, feedback)[1]
        candidates.update({n: [as_text(value) for value in more[n]] for n in others})
        identity = find_identity(candidates, regions, years, **settings)
    if identity is None:
        identity = rows_as_identity(
            candidates, regions, years, ids, layer=layer, name_field=name_field
        )
    identity.report(feedback)
    return Cities(
        layer=layer,
        ids=np.asarray(ids, dtype=np.int64),
        keys=identity.keys,
        labels=identity.labels,
        identity=identity,
        numbers=_numbers(columns, numbers, layer, identity.labels, feedback),
        texts={name: words[name] for name in texts},
        regions=regions,
        roles=_known_roles(roles),
        years=years,
    )


def _candidates(fields: QgsFields, used: set[str]) -> tuple[list[str], list[str]]:
    """Fields that may tell cities apart: codes and names, and where these do not, others.

    Decimal numbers are measured, unless the field is called a code.
    """
    likely = [f.name() for f in fields if is_code_like(f.name())]
    likely += [f.name() for f in fields if is_name_like(f.name()) and not f.isNumeric()]
    free = [field for field in fields if field.name() not in used]
    others = [f.name() for f in free if f.name() not in likely and f.type() != QVariant.Double]
    return list(dict.fromkeys(likely)), others


def _numbers(
    columns: Mapping[str, Sequence[object]],
    names: Sequence[str],
    layer: str,
    labels: Sequence[str],
    feedback: QgsProcessingFeedback,
) -> dict[str, np.ndarray]:
    found = {}
    for name in names:
        column = number_column(columns[name], name, layer, labels)
        found[name] = column.values
        for mark, rows in column.marks.items():
            feedback.pushInfo(
                tr("{name}: '{mark}' counts as no value ({names}).").format(
                    name=name, mark=mark, names=name_some(rows)
                )
            )
    return found


def _spelled(
    values: Sequence[object], what: str, feedback: QgsProcessingFeedback
) -> list[str | None]:
    """The names in one spelling each, and a word in the log where there were several."""
    spelled, others = one_spelling([v if isinstance(v, str) else as_text(v) for v in values])
    for name, spellings in others.items():
        also = name_some([f"'{other}'" for other in spellings])
        feedback.pushInfo(
            tr("{what} '{name}' is also written {also}: counted as one.").format(
                what=what, name=name, also=also
            )
        )
    return spelled


def _known_roles(roles: Sequence[str | None]) -> list[str | None]:
    """`core`, `secondary` and `small` as the plugin writes them, whatever their case and width."""
    known = {CORE, SECONDARY, SMALL}
    names = {role: same_name(role) if role is not None else "" for role in set(roles)}
    return [names[role] if names[role] in known else role for role in roles]


def rows_in_regions(cities: Cities, region_field: str) -> np.ndarray:
    """Positions of the rows that are in a region.

    Raises:
        InputError: none is in one.
    """
    inside = np.flatnonzero([region is not None for region in cities.regions])
    if not len(inside):
        raise InputError(
            tr(
                "Field '{region_field}' of layer '{layer}' is blank for every city: choose "
                "the field that names the mega-regions."
            ).format(region_field=region_field, layer=cities.layer)
        )
    return inside


def warn_outside(
    cities: Cities, feedback: QgsProcessingFeedback, rows: Iterable[int] | None = None
) -> None:
    """Name those of the rows (all without a choice) that are in no region."""
    among = range(len(cities)) if rows is None else rows
    outside = [row for row in among if cities.regions[row] is None]
    if outside:
        feedback.pushWarning(
            tr("Left out, in no region: {names}.").format(names=cities.name(outside))
        )


def refuse_without_cores(cities: Cities, role_field: str) -> None:
    """Stop where no city is a core and the roles are other words than the plugin's.

    A layer whose cities are all secondary is no mistake of words, and passes.

    Raises:
        InputError: lists the words found.
    """
    words = {role for role in cities.roles if role is not None}
    others = sorted(words - {CORE, SECONDARY, SMALL})
    if others and CORE not in words:
        raise InputError(
            tr(
                "No city of layer '{layer}' is '{core}' in field '{role_field}', which has "
                "{names}: run 'Mark core and secondary cities' first or choose its result."
            ).format(
                layer=cities.layer,
                core=CORE,
                role_field=role_field,
                names=name_some([f"'{word}'" for word in others]),
            )
        )


def refuse_negative(cities: Cities, fields: Iterable[str], rows: np.ndarray | None = None) -> None:
    """Stop where a value of the rows used (all without a choice) is negative.

    Raises:
        InputError: names the field, the layer and the city.
    """
    used = np.arange(len(cities)) if rows is None else rows
    for field in fields:
        values = cities.numbers[field][used]
        with np.errstate(invalid="ignore"):
            negative = used[values < 0]
        if len(negative):
            city = negative[0]
            raise InputError(
                tr(
                    "Field '{field}' of layer '{layer}' is negative ({value:g}) for "
                    "{value_2}: sizes are zero or more, so correct the value or leave it "
                    "blank."
                ).format(
                    field=field,
                    layer=cities.layer,
                    value=cities.numbers[field][city],
                    value_2=cities.labels[city],
                )
            )
