"""Fields and values in a form that the format of an output can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsField, QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from ..measures.texts import listed, tr
from .compat import TEXT
from .destinations import Place
from .fields import as_text, is_null

# Names that a format keeps for itself.
_RESERVED = {
    "GPKG": {"geom"},
    "SQLite": {"geometry", "ogc_fid", "rowid"},
    "postgres": {"geom", "ctid", "tableoid", "xmin", "xmax", "cmin", "cmax"},
    "spatialite": {"geometry", "pkuid", "rowid"},
    "LIBKML": {"name", "description", "timestamp", "begin", "end", "id", "icon", "snippet"}
    | {"altitudemode", "tessellate", "extrude", "visibility", "draworder", "folder"},
}
_ROW_NUMBER = {"GPKG": "fid"}
_CASE_COUNTS = {"", "GeoJSON", "GeoJSONSeq", "postgres"}  # A and a are two fields there
# Signs that a format's names cannot have; GDAL would change them without a word.
_NO_SIGN = {
    "MapInfo File": re.compile(r"[^A-Za-z0-9_]+"),
    "GML": re.compile(r"[^\w.-]|^(?=[\d.-])"),
    "LIBKML": re.compile("[\"'<>&]"),
    "SQLite": re.compile("[-#']"),
}
_LOWER = {"SQLite"}  # names are written small there
# Whole numbers pass through floats there.
_NO_LONG_NUMBERS = {"ESRI Shapefile", "MapInfo File", "LIBKML"}
_NO_DATES = {"LIBKML"}  # a date becomes the time of the place there, a second one is dropped
_LARGEST_EXACT = 2**53
_LONGEST = {"ESRI Shapefile": 10, "MapInfo File": 31, "postgres": 63}  # bytes of a name
_LONGEST_TEXT = {"ESRI Shapefile": 254}
_WRITTEN = "megaregion/written_names/"  # custom properties of a layer
_MADE = "megaregion/made_fields"
_YEAR = re.compile(r"(.+)_(?:19|20)(\d{2})")
_DATES = (QVariant.Date, QVariant.DateTime, QVariant.Time)
_NESTED = (QVariant.Map, QVariant.List, QVariant.StringList, QVariant.ByteArray)


@dataclass
class Portable:
    """Fields as a format can hold them.

    Attributes:
        fields: what is written.
        names: name asked for to the name written, where they differ.
        convert: position of a field to what turns its values into the written ones.
        notes: what the user should know, one sentence each.
    """

    fields: list[QgsField]
    names: dict[str, str] = field(default_factory=dict)
    convert: dict[int, Callable[[Any], Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def format_of(place: Place) -> str:
    """What decides which names are taken and how long they may be."""
    return place.database[0] if place.database else place.driver


def portable(
    fields: Sequence[QgsField], place: Place, column: Callable[[int], Sequence[Any]]
) -> Portable:
    """The fields as the format at `place` can hold them.

    Args:
        fields: as they should be.
        place: where they go.
        column: gives the values of a field by its position; asked only where they decide.
    """
    format_ = format_of(place)
    result = Portable([])
    reserved = set(_RESERVED.get(format_, set()))
    if place.geometry:
        reserved.add(place.geometry.lower())
    number = _ROW_NUMBER.get(format_)
    longest = _LONGEST.get(format_)
    taken: set[str] = set()
    # Names that fit stay as they are; the others make room for them.
    fits = [
        _legal(f.name(), format_) == f.name()
        and _fits(f.name(), longest)
        and f.name().lower() not in reserved
        and (f.name().lower() != number or _tells_rows_apart(f, column(i)))
        for i, f in enumerate(fields)
    ]
    for wanted, ok in zip(fields, fits):
        key = _key(wanted.name(), format_)
        if ok and key not in taken:
            taken.add(key)
            result.fields.append(QgsField(wanted))
        else:
            result.fields.append(None)  # type: ignore[arg-type]
    for position, wanted in enumerate(fields):
        if result.fields[position] is None:
            legal = _legal(wanted.name(), format_)
            name = _free(legal, longest, {*taken, *reserved, number or ""}, format_)
            taken.add(_key(name, format_))
            renamed = QgsField(wanted)
            renamed.setName(name)
            result.fields[position] = renamed
            result.names[wanted.name()] = name
        _make_text(result, position, wanted, format_, column)
    if result.names:
        pairs = listed(
            tr("'{old}' is '{new}'").format(old=old, new=new) for old, new in result.names.items()
        )
        result.notes.append(
            tr("Names that the format cannot hold were changed: {pairs}.").format(pairs=pairs)
        )
    cut = _LONGEST_TEXT.get(format_)
    for position, wanted in enumerate(fields):
        if cut and wanted.type() == QVariant.String:
            long = [v for v in column(position) if not is_null(v) and len(str(v).encode()) > cut]
            if long:
                result.notes.append(
                    tr(
                        "{count} texts of field '{field}' are longer than the {cut} bytes that a "
                        "Shapefile holds and were cut: a GeoPackage keeps them whole."
                    ).format(count=len(long), field=wanted.name(), cut=cut)
                )
    return result


def _tells_rows_apart(wanted: QgsField, values: Sequence[Any]) -> bool:
    """Whether the field can be the row's number: whole numbers, none twice and none blank."""
    if wanted.type() not in (QVariant.Int, QVariant.LongLong, QVariant.UInt, QVariant.ULongLong):
        return False
    return not any(is_null(value) for value in values) and len(set(values)) == len(values)


def _make_text(
    result: Portable,
    position: int,
    wanted: QgsField,
    format_: str,
    column: Callable[[int], Sequence[Any]],
) -> None:
    """Write a field as text where the format does not hold its values."""
    if wanted.type() in _NESTED:
        result.convert[position] = _as_json
        result.notes.append(
            tr("Field '{field}' holds nested values: written as text.").format(field=wanted.name())
        )
    elif format_ in _NO_LONG_NUMBERS and _holds_long_numbers(wanted, column(position)):
        result.convert[position] = as_text
        result.notes.append(
            tr(
                "Field '{field}' holds numbers that are too long for the format: written as text."
            ).format(field=wanted.name())
        )
    elif format_ in _NO_DATES and wanted.type() in _DATES:
        result.convert[position] = as_text
    if position in result.convert:
        result.fields[position] = QgsField(result.fields[position].name(), TEXT)


def _legal(name: str, format_: str) -> str:
    """The name with the signs that the format allows."""
    if format_ in _NO_SIGN:
        name = _NO_SIGN[format_].sub("_", name) or "_"
    return name.lower() if format_ in _LOWER else name


def _holds_long_numbers(wanted: QgsField, values: Sequence[Any]) -> bool:
    """Whether a float would not keep all digits."""
    if wanted.type() not in (QVariant.LongLong, QVariant.ULongLong):
        return False
    return any(not is_null(value) and abs(value) > _LARGEST_EXACT for value in values)


def _fits(name: str, longest: int | None) -> bool:
    return longest is None or len(name.encode()) <= longest


def _key(name: str, format_: str) -> str:
    return name if format_ in _CASE_COUNTS else name.lower()


def _free(name: str, longest: int | None, taken: set[str], format_: str) -> str:
    """A name like the one asked for that fits and is free; a year at its end stays readable."""
    stem, year = name, ""
    match = _YEAR.fullmatch(name)
    if longest is not None and not _fits(name, longest) and match:
        stem, year = match[1], f"_{match[2]}"
    number = 1
    while True:
        ending = year if number == 1 else f"{year}_{number}"
        candidate = stem + ending
        if longest is not None:
            candidate = _shortened(stem, longest - len(ending)) + ending
        if _key(candidate, format_) not in taken:
            return candidate
        number += 1


def _shortened(text: str, most: int) -> str:
    """The beginning of the text, of no more than so many bytes, without half a letter."""
    return text.encode()[:most].decode(errors="ignore").rstrip("_")


def _as_json(value: Any) -> Any:
    if is_null(value) or isinstance(value, str):
        return value
    if hasattr(value, "data") and not isinstance(value, (dict, list)):
        return bytes(value.data()).hex()
    return json.dumps(value, ensure_ascii=False, default=str)


def note_names(layer: QgsMapLayer, names: dict[str, str]) -> None:
    """Keep with the layer which of its fields stands for which name that was asked for."""
    for asked, written in names.items():
        layer.setCustomProperty(_WRITTEN + asked, written)


def asked_fields(layer: QgsVectorLayer) -> dict[str, str]:
    """The name asked for of each field of the layer, to the name that its format made of it."""
    asked = {
        str(layer.customProperty(key)): key[len(_WRITTEN) :]
        for key in layer.customPropertyKeys()
        if key.startswith(_WRITTEN)
    }
    return {asked.get(name, name): name for name in layer.fields().names()}


def note_made(layer: QgsMapLayer, made: Sequence[str]) -> None:
    """Keep with the layer which fields the plugin added, by the names asked for."""
    layer.setCustomProperty(_MADE, list(made))


def made_fields(layer: QgsVectorLayer, beginning: str) -> dict[str, str]:
    """The fields that the plugin added and that begin so: name asked for to the written one.

    The user's own fields may begin alike. Where nothing is noted, as in a layer that was opened
    again, all count as the plugin's.
    """
    made = layer.customProperty(_MADE)
    return {
        asked: written
        for asked, written in asked_fields(layer).items()
        if asked.startswith(beginning) and (made is None or asked in made)
    }


def written_field(layer: QgsVectorLayer, asked: str) -> str:
    """What the layer's format made of the name of a field."""
    return asked_fields(layer).get(asked, asked)
