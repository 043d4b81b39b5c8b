"""What tells one city from another: a field of the user's, a code, a name, or a name in a region.

A label that happens to be unique is no identity: two cities may share a name (Taizhou 台州 and
泰州), and a table of city-years may number its rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..measures.errors import InputError
from ..measures.groups import same_code, same_name
from ..measures.texts import tr
from .fields import name_some

_CODE_LIKE = re.compile(
    r"(?:.*_)?(?:adcode|code|id|gb|gbcode|geoid|fips|nuts(?:_?id)?|iso|pac|citycode|cityid)"
    r"|.*(?:代码|编码|区划码)",
    re.IGNORECASE,
)
_ROW_NUMBER = re.compile(r"(?:ogc_)?fid|objectid|gid|rowid|.*序号", re.IGNORECASE)
# Fields whose values name a city, the plainest first; among several the shorter is the plainer
# ('city' before 'mega_region_name').
_NAME_LIKE = re.compile(r"(city_?name|name|city|名称|城市|地市|市)", re.IGNORECASE)

Column = Sequence["str | None"]


@dataclass(frozen=True)
class Identity:
    """Who each row is.

    Attributes:
        keys: n texts; rows of one city in several years share one.
        labels: n names for print; no two keys share one.
        found_in: what the keys come from, in words for the log.
        warning: whether the user should know that nothing better was found.
    """

    keys: list[str]
    labels: list[str]
    found_in: str
    warning: bool

    def report(self, feedback: QgsProcessingFeedback) -> None:
        """Say in the log what tells the cities apart."""
        say = feedback.pushWarning if self.warning else feedback.pushInfo
        say(tr("Cities are told apart by {found_in}.").format(found_in=self.found_in))


def is_code_like(field: str) -> bool:
    """Whether a field of this name may hold codes of cities."""
    return _CODE_LIKE.fullmatch(field) is not None and not _ROW_NUMBER.fullmatch(field)


def is_name_like(field: str) -> bool:
    """Whether a field of this name may hold names of cities."""
    return _NAME_LIKE.search(field) is not None


def find_identity(
    texts: Mapping[str, Column],
    regions: Column,
    years: np.ndarray | None,
    *,
    layer: str,
    id_field: str | None,
    name_field: str | None,
) -> Identity | None:
    """The field the user names, else the first that tells all cities of a year apart.

    Codes come before names, names before names within their region, and these before any other
    field.

    Args:
        texts: candidate fields with the values of n rows.
        regions: region of each row.
        years: shape (n,), where rows are city-years, else None.
        layer: its name, for messages.
        id_field: the user's choice.
        name_field: field with the names for print.

    Returns:
        None where no field serves.

    Raises:
        InputError: the user's field does not tell the cities apart.
    """
    names = _names(texts, name_field, years)
    if years is not None:
        # A city may be 1 in the rows of one year and 1.0 in those of another.
        texts = {field: _alike(column) for field, column in texts.items()}
    if id_field:
        keys, found_in = _chosen(texts[id_field], id_field, years, layer), _field(id_field)
    else:
        keys, found_in = _best(texts, names, regions, years)
    return Identity(keys, _labels(keys, names, regions), found_in, False) if keys else None


def rows_as_identity(
    texts: Mapping[str, Column],
    regions: Column,
    years: np.ndarray | None,
    ids: Sequence[int],
    *,
    layer: str,
    name_field: str | None,
) -> Identity:
    """The last resort: each row is a city of its own.

    Raises:
        InputError: rows are city-years, which cannot be paired by it.
    """
    if years is not None:
        raise InputError(
            tr(
                "Nothing in layer '{layer}' tells its cities apart in every year, so that "
                "years cannot be paired: set ID_FIELD to a field that is the same for a city "
                "in all years and differs between cities."
            ).format(layer=layer)
        )
    keys = [f"row {identifier}" for identifier in ids]
    row = tr("row {number}")
    rows = [row.format(number=identifier) for identifier in ids]
    labels = _labels(rows, _names(texts, name_field, years), regions)
    found_in = tr(
        "their row in the layer, because no field tells them apart (set ID_FIELD if one can)"
    )
    return Identity(keys, labels, found_in, True)


def _alike(column: Column) -> Column:
    form = {text: same_code(text) if text else None for text in set(column)}
    return [form[text] for text in column]


def _chosen(column: Column, field: str, years: np.ndarray | None, layer: str) -> list[str]:
    keys = [text or "" for text in column]
    of_year = [0] * len(keys) if years is None else years.tolist()
    blank = [position + 1 for position, key in enumerate(keys) if not key]
    if blank:
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' is blank in row {names}: choose a field "
                "that has a value for every city."
            ).format(field=field, layer=layer, names=name_some([str(row) for row in blank]))
        )
    doubles = [key for (key, _), count in Counter(zip(keys, of_year)).items() if count > 1]
    if doubles:
        when = "" if years is None else tr(" in one year")
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' does not tell the cities apart: {names} "
                "stands in several rows{when}; remove the rows that are too many or choose "
                "another field."
            ).format(
                field=field, layer=layer, names=name_some(list(dict.fromkeys(doubles))), when=when
            )
        )
    return keys


def _best(
    texts: Mapping[str, Column],
    names: Column | None,
    regions: Column,
    years: np.ndarray | None,
) -> tuple[list[str], str]:
    """Keys and where they come from; no keys where nothing serves."""
    usable = _distinct if years is None else _pairing(years)
    codes = [field for field in texts if is_code_like(field)]
    for field in [*codes, *_name_like(texts)]:
        if usable(texts[field]):
            return [str(text) for text in texts[field]], _field(field)
    if names is not None and any(regions):
        within = [
            None if name is None else f"{name} ({region})" for name, region in zip(names, regions)
        ]
        if usable(within):
            return [str(text) for text in within], tr("name and region")
    for field in texts:
        if not _ROW_NUMBER.fullmatch(field) and usable(texts[field]):
            return [str(text) for text in texts[field]], _field(field)
    return [], ""


def _field(field: str) -> str:
    return tr("field '{field}'").format(field=field)


def _distinct(column: Column) -> bool:
    return None not in column and len(set(column)) == len(column)


def _pairing(years: np.ndarray) -> Callable[[Column], bool]:
    """Whether a column tells cities of one year apart and finds them again in other years.

    Numbers of rows tell all rows apart and find none again; most cities must have more than one
    year.
    """
    several_years = len(set(years.tolist())) > 1

    def usable(column: Column) -> bool:
        rows = list(zip(column, years.tolist()))
        if None in column or len(set(rows)) < len(rows):
            return False
        repeated = sum(count > 1 for count in Counter(column).values())
        return not several_years or 2 * repeated > len(set(column))

    return usable


def _name_like(texts: Mapping[str, Column]) -> list[str]:
    found = [field for field in texts if is_name_like(field)]
    return sorted(found, key=lambda field: not _NAME_LIKE.fullmatch(field))


def _names(
    texts: Mapping[str, Column], name_field: str | None, years: np.ndarray | None
) -> Column | None:
    """The column of names for print: the user's, else the likeliest; None where there is none."""
    if name_field:
        return texts[name_field]
    rounds = 1 if years is None else len(set(years.tolist()))
    for field in _name_like(texts):
        values = [text for text in texts[field] if text is not None]
        # A name-like field with few values (the region's name) names no city.
        if values and 2 * rounds * len(set(values)) > len(values):
            return texts[field]
    return None


def _labels(keys: Sequence[str], names: Column | None, regions: Column) -> list[str]:
    """Names, with the region or the key in brackets where two cities share one."""
    if names is None:
        return list(keys)
    named = [name or key for name, key in zip(names, keys)]
    shared = _shared(named, keys)
    if not shared:
        return named
    within = [f"{name} ({region})" if region else name for name, region in zip(named, regions)]
    shared_within = _shared(within, keys)
    labels = []
    for name, full, key in zip(named, within, keys):
        if same_name(name) not in shared:
            labels.append(name)
        elif full != name and same_name(full) not in shared_within:
            labels.append(full)
        else:
            labels.append(name if name == key else f"{name} ({key})")
    return labels


def _shared(names: Sequence[str], keys: Sequence[str]) -> set[str]:
    """The names, as compared, that belong to more than one key."""
    compared = [same_name(name) for name in names]
    if len(set(compared)) == len(compared):
        return set()
    owners = Counter(name for name, _ in set(zip(compared, keys)))
    return {name for name, count in owners.items() if count > 1}
