"""Sheets of workbooks and text tables, with what stands in each cell.

Values are read by GDAL, whose drivers every QGIS brings, while openpyxl is in few of them. GDAL
gives every cell its row and column, but neither merged cells nor which numbers are shown as
percentages; of XLSX files these are looked up in the file itself.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from fnmatch import fnmatchcase
from pathlib import Path

from osgeo import gdal

from ...measures.errors import InputError
from ...measures.prepare.sheets import Sheet, Span
from ...measures.texts import tr
from ..gdaloptions import gdal_options
from .textfiles import SUFFIXES, read_text_file

_DRIVERS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".xls": "XLS", ".ods": "ODS"}
_TAG = r"<(?:\w+:)?{}\b([^>]*)>"
_MERGED = re.compile(_TAG.format("mergeCell").encode())
_CELL = re.compile(_TAG.format("c").encode())
_SHEET, _RELATION = re.compile(_TAG.format("sheet")), re.compile(_TAG.format("Relationship"))
_FORMAT, _FORMATS = re.compile(_TAG.format("numFmt")), re.compile(_TAG.format("xf"))
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLACE = re.compile("([A-Z]+)([0-9]+)")
_PERCENT_FORMATS = {"9", "10"}  # built-in: 0% and 0.00%


def _unreadable(path: str | Path) -> str:
    return tr(
        "The file '{path}' cannot be read as a workbook: open it in a spreadsheet program and save "
        "it as .xlsx."
    ).format(path=path)


def read_sheets(paths: Sequence[str], wanted: Sequence[str] = ()) -> Iterator[Sheet]:
    """The sheets of all files, ordered by the files' and the sheets' names.

    Args:
        paths: workbooks (.xlsx, .xls, .ods) and text tables (.csv, .tsv, .txt).
        wanted: names of sheets, or file|sheet, with * for any letters; all without any.

    Raises:
        InputError: a file cannot be read, or a wanted sheet is nowhere.
    """
    missing = dict.fromkeys(wanted, True)
    for file, path in sorted((name, path) for path, name in shown_names(paths).items()):
        for sheet in _sheets(path, file, wanted):
            missing.update(dict.fromkeys((w for w in wanted if _fits(w, file, sheet.name)), False))
            yield sheet
    absent = [pattern for pattern, nowhere in missing.items() if nowhere]
    if absent:
        raise InputError(
            tr("No file has a sheet '{value}': correct SHEETS, such as 2-6;2007.xlsx|* .").format(
                value=absent[0]
            )
        )


def shown_names(paths: Sequence[str]) -> dict[Path, str]:
    """Path to the file's name, with as many of its folders as tell it from the others."""
    files = dict.fromkeys(Path(path).absolute() for path in paths)
    names = {}
    for path in files:
        length = 1
        while any(p.parts[-length:] == path.parts[-length:] for p in files if p != path):
            length += 1
        names[path] = "/".join(path.parts[-length:])
    return names


def _fits(pattern: str, file: str, sheet: str) -> bool:
    of_file, bar, of_sheet = pattern.rpartition("|")
    return fnmatchcase(sheet.strip(), of_sheet.strip()) and (
        not bar or fnmatchcase(file, of_file.strip())
    )


def _sheets(path: Path, file: str, wanted: Sequence[str]) -> Iterator[Sheet]:
    suffix = path.suffix.lower()
    if suffix in _DRIVERS:
        yield from _workbook(path, file, _DRIVERS[suffix], wanted)
    elif suffix not in SUFFIXES:
        raise InputError(
            tr(
                "The file '{path}' is neither a workbook nor a table of text: choose .xlsx, "
                ".xls, .ods or .csv files."
            ).format(path=path)
        )
    elif not wanted or any(_fits(w, file, path.stem) for w in wanted):
        yield Sheet(file, path.stem, read_text_file(path).rows, tells_merges=False)


def _workbook(path: Path, file: str, driver: str, wanted: Sequence[str]) -> Iterator[Sheet]:
    """The sheets by name; one at a time, since their texts take much memory."""
    if gdal.GetDriverByName(driver) is None:
        raise InputError(
            tr(
                "This QGIS cannot read '{path}' (GDAL has no {driver} driver): save it as .xlsx."
            ).format(path=path, driver=driver)
        )
    if not path.is_file():
        raise InputError(tr("The file '{path}' does not exist: choose another.").format(path=path))
    with _as_text(driver):
        workbook = _open(path, driver)
        names = [workbook.GetLayerByIndex(i).GetName() for i in range(workbook.GetLayerCount())]
    for name in sorted(names):
        if wanted and not any(_fits(w, file, name) for w in wanted):
            continue
        look = _look_inside(path, name) if driver == "XLSX" else None
        merges, percents = look or ({}, frozenset())
        with _as_text(driver):
            rows = _cells(workbook.GetLayerByName(name), path)
        yield Sheet(file, name, rows, merges, percents, tells_merges=look is not None)


def _open(path: Path, driver: str) -> gdal.Dataset:
    try:
        workbook = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=[driver])
    except RuntimeError:
        workbook = None
    if workbook is None:
        raise InputError(_unreadable(path))
    return workbook


def _as_text(driver: str) -> AbstractContextManager[None]:
    """Let GDAL take every row as values and every value as text."""
    return gdal_options({f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"})


def _cells(layer: gdal.ogr.Layer | None, path: Path) -> list[list[str]]:
    """The rows from the first on; GDAL counts them from 1."""
    rows: list[list[str]] = []
    try:
        if layer is None:
            raise RuntimeError
        count = layer.GetLayerDefn().GetFieldCount()
        for feature in layer:
            while len(rows) < feature.GetFID() - 1:
                rows.append([])
            text = feature.GetFieldAsString
            rows.append([text(column) for column in range(count)])
    except RuntimeError:  # where GDAL is set to raise errors
        raise InputError(_unreadable(path)) from None
    return rows


def _look_inside(
    path: Path, name: str
) -> tuple[dict[tuple[int, int], Span], frozenset[tuple[int, int]]] | None:
    """The merged cells of a sheet of an XLSX file, and its cells shown as percentages."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = _parts(archive).get(name)
            if part is None:
                return None
            data = archive.read(part)
            return _merges(data), _percents(data, _percent_styles(archive))
    except KeyError:  # laid out in another way than all known programs do
        return None
    except (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        raise InputError(_unreadable(path)) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Each sheet's name to its part of the archive."""
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for attributes in _tags(_RELATION, archive, "xl/_rels/workbook.xml.rels")
    }
    parts = {}
    for attributes in _tags(_SHEET, archive, "xl/workbook.xml"):
        identifier = next((v for n, v in attributes.items() if n.endswith(":id")), "")
        target = targets.get(identifier, "")
        parts[attributes.get("name", "")] = (
            target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        )
    return parts


def _tags(pattern: re.Pattern[str], archive: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    text = archive.read(part).decode("utf-8")
    return [_attributes(found[1]) for found in pattern.finditer(text)]


def _attributes(text: str) -> dict[str, str]:
    return {m[1]: html.unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(text)}


def _merges(data: bytes) -> dict[tuple[int, int], Span]:
    merges = {}
    for tag in _MERGED.finditer(data):
        ends = [_position(place) for place in _attributes(tag[1].decode())["ref"].split(":")]
        (top, left), (bottom, right) = ends[0], ends[-1]
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                merges[row, column] = (top, left, bottom, right)
    return merges


def _position(place: str) -> tuple[int, int]:
    """Row and column, from 0, of a cell's name."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError(place)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _percent_styles(archive: zipfile.ZipFile) -> set[str]:
    """Numbers of the cell styles that show a percent sign."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    text = archive.read("xl/styles.xml").decode("utf-8")
    formats = [_attributes(found[1]) for found in _FORMAT.finditer(text)]
    percent = _PERCENT_FORMATS | {
        f["numFmtId"] for f in formats if "%" in re.sub(r'"[^"]*"|\\.', "", f["formatCode"])
    }
    styles = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", text, re.DOTALL)
    cells = [_attributes(found[1]) for found in _FORMATS.finditer(styles[0])] if styles else []
    return {str(i) for i, style in enumerate(cells) if style.get("numFmtId") in percent}


def _percents(data: bytes, styles: set[str]) -> frozenset[tuple[int, int]]:
    if not styles:
        return frozenset()
    cells = (_attributes(tag[1].decode()) for tag in _CELL.finditer(data))
    return frozenset(
        _position(c["r"]) for c in cells if c.get("s") in styles and c.get("t", "n") == "n"
    )
