"""A sheet of a yearbook taken apart: titles, merged headings, and the rows of cities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from .headings import Part, is_note, title_words, unit_notes, years_in
from .numbers import is_missing, printed_number, table_number
from .totals import is_province, is_total

Span = tuple[int, int, int, int]  # top, left, bottom, right
_CHANCE = 20  # numbers in a column of which a single one is a code
_MARKS = "*＊※#†‡①②③④⑤⑥⑦⑧⑨⑩"


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet as text.

    Attributes:
        file, name: the file and the sheet, as they are named to the user.
        rows: texts from the first row and column on, '' where blank; rows may differ in length.
        merges: each cell that is part of a merged one to the merged cell's span.
        percents: cells that are shown with a percent sign their text does not have.
        tells_merges: whether the format keeps merged cells.
    """

    file: str
    name: str
    rows: list[list[str]]
    merges: dict[tuple[int, int], Span] = field(default_factory=dict)
    percents: frozenset[tuple[int, int]] = frozenset()
    tells_merges: bool = True

    def text(self, row: int, column: int) -> str:
        """The text of a cell, '' outside the sheet."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""

    def place(self, row: int, column: int) -> str:
        """Where a cell is: file|sheet|cell."""
        return f"{self.where}|{cell_name(row, column)}"

    @property
    def where(self) -> str:
        """The file and the sheet; their own separators are written %7C and %3B."""
        return "|".join(t.replace("|", "%7C").replace(";", "%3B") for t in (self.file, self.name))


@dataclass
class Block:
    """Rows of cities below one set of headings.

    Attributes:
        titles: cells of the title above the headings.
        said: cells of titles and notes that give the year or the unit.
        headings: rows of the headings, from the top.
        rows, cities: the rows of cities and the city of each.
        year: the year that a column gives all these rows.
    """

    titles: list[Part]
    said: list[Part]
    headings: list[int]
    rows: list[int] = field(default_factory=list)
    cities: list[int] = field(default_factory=list)
    year: int | None = None


@dataclass
class Layout:
    """What stands where in a sheet.

    Attributes:
        key_column: the column of the cities' names or codes.
        blocks: the rows of cities with their headings.
        named: cities that have a row, values or not.
        totals: names of rows that are sums.
        strangers: names of rows with numbers that are neither a city nor a sum.
        marked: names that were found without their footnote mark.
        nameless: rows with numbers and no name.
    """

    key_column: int
    blocks: list[Block]
    named: set[int] = field(default_factory=set)
    totals: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)


def cell_name(row: int, column: int) -> str:
    """The name of a cell in a spreadsheet: C7 for row 6 and column 2, counted from 0."""
    return f"{column_letters(column)}{row + 1}"


@cache
def column_letters(column: int) -> str:
    """The letters of a spreadsheet's column, counted from 0: A, B ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def read_layout(
    sheet: Sheet, find: Callable[[str], int | None], written: Callable[[str, int], bool]
) -> Layout | None:
    """Take a sheet apart; None where no column names a city.

    Args:
        sheet: the sheet.
        find: the city that a name or code stands for, or None.
        written: whether a name is written as the city's own.
    """
    key_column = _key_column(sheet, find)
    if key_column is None:
        return None
    layout = Layout(key_column, [])
    city_rows = _city_rows(sheet, key_column, find, written, layout)
    pending: list[int] = []
    for row, cells in enumerate(sheet.rows):
        others = [t for c, t in enumerate(cells) if c != key_column and t.strip()]
        city = city_rows.get(row)
        if city is not None:
            layout.named.add(city)
        if not others or (
            city is None and not _is_stranger(sheet, row, key_column, others, layout)
        ):
            pending.append(row)
            continue
        if pending or not layout.blocks:
            _open_block(sheet, key_column, pending, layout.blocks)
            pending = []
        if city is not None:
            layout.blocks[-1].rows.append(row)
            layout.blocks[-1].cities.append(city)
    return layout


def _key_column(sheet: Sheet, find: Callable[[str], int | None]) -> int | None:
    """The column in which most cities are found; the first of several.

    One number among many that happens to be a city's code makes no column of codes.
    """
    found: dict[int, set[int]] = {}
    numbers: dict[int, int] = {}
    for cells in sheet.rows:
        for column, text in enumerate(cells):
            if not text:
                continue
            city = find(text)
            if city is not None:
                found.setdefault(column, set()).add(city)
            numbers[column] = numbers.get(column, 0) + (text[0] in "0123456789")
    likely = [c for c in found if len(found[c]) > 1 or numbers[c] < _CHANCE]
    return min(likely, key=lambda column: (-len(found[column]), column)) if likely else None


def _city_rows(
    sheet: Sheet,
    key_column: int,
    find: Callable[[str], int | None],
    written: Callable[[str, int], bool],
    layout: Layout,
) -> dict[int, int]:
    """Row to city; of 吉林 and 吉林市 in one sheet the first is the province."""
    rows: dict[int, int] = {}
    exact = set()
    for row in range(len(sheet.rows)):
        top, left = sheet.merges.get((row, key_column), (row, key_column))[:2]
        text = sheet.text(top, left) if left == key_column else ""
        city = find(text) if text else None
        if city is None and text.strip(_MARKS + " ") not in ("", text):
            city = find(text.strip(_MARKS + " "))
            if city is not None:
                layout.marked.append(text)
        if city is not None:
            rows[row] = city
            if written(text, city):
                exact.add(city)
    for row, city in list(rows.items()):
        text = sheet.text(row, key_column)
        if city in exact and is_province(text) and not written(text, city):
            del rows[row]
    return rows


def _is_stranger(
    sheet: Sheet, row: int, key_column: int, others: Sequence[str], layout: Layout
) -> bool:
    """Whether a row that is no city's holds values; its name is noted."""
    numbers = [printed_number(text) for text in others]
    values = [number.value for number in numbers if number is not None]
    said = [t for t, number in zip(others, numbers) if number is None and not is_missing(t)]
    years = all(years_in(str(int(v)) if v.is_integer() else "") for v in values)
    counted = len(values) > 1 and values in [[n + i for i in range(len(values))] for n in (0, 1, 2)]
    name = sheet.text(row, key_column).strip()
    if values and (years or counted):
        return False  # years as headings, or the numbers of the columns
    if not values and (said or not name):
        return False
    if is_note(name):
        return False
    if not name:
        layout.nameless.append(row)
    else:
        (layout.totals if is_total(name) else layout.strangers).append(name)
    return True


def _open_block(sheet: Sheet, key_column: int, pending: Sequence[int], blocks: list[Block]) -> None:
    """Start a block where new headings, a new year or a new unit stand above the next row."""
    headings: list[int] = []
    above: list[Part] = []
    for row in pending:
        cells = anchored(sheet, row)
        alone = len(cells) == 1 and not headings
        if all(_is_title(sheet, part, key_column, alone) for part in cells):
            above += [part for part in cells if not is_note(part.text) or unit_notes(part.text)]
        elif not all(_is_count(part) for part in cells if part.column != key_column):
            headings.append(row)
    worded = any(
        part.column != key_column and table_number(part.text) is None and not is_missing(part.text)
        for row in headings
        for part in anchored(sheet, row)
    )
    dated = [part for part in above if years_in(part.text)]
    noted = [part for part in above if unit_notes(part.text)]
    titles = [p for p in above if p not in noted and title_words(p.text) and not is_total(p.text)]
    if not blocks:
        blocks.append(Block(titles, dated + noted, headings))
    elif worded or dated or noted:
        # What the new title does not say, the one before it did.
        last = blocks[-1]
        dated = dated or [p for p in last.said if years_in(p.text)]
        noted = noted or [p for p in last.said if unit_notes(p.text)]
        said = dated + [part for part in noted if part not in dated]
        blocks.append(Block(titles or last.titles, said, headings if worded else last.headings))


def _is_count(part: Part) -> bool:
    """Whether a cell above the values only numbers its column."""
    return table_number(part.text) is not None and not years_in(part.text)


def anchored(sheet: Sheet, row: int) -> list[Part]:
    """The cells with text of a row; of merged ones only the first, in its first row."""
    return [
        Part(text, row, column)
        for column, text in enumerate(sheet.rows[row])
        if text.strip() and sheet.merges.get((row, column), (row, column))[:2] == (row, column)
    ]


def _is_title(sheet: Sheet, part: Part, key_column: int, alone: bool) -> bool:
    """Whether a cell above the values is a title, a unit for all, or a note, and no heading.

    Args:
        alone: whether it is the only one of its row, with no heading above it.
    """
    if part.column <= key_column or unit_notes(part.text):
        return True
    merged = (part.row, part.column) in sheet.merges
    return alone and not merged and bool(years_in(part.text))


def heading_parts(sheet: Sheet, rows: Sequence[int], column: int, key_column: int) -> list[Part]:
    """The heading cells above a column from top to bottom; a merged cell counts once."""
    parts: list[Part] = []
    for row in rows:
        top, left = sheet.merges.get((row, column), (row, column))[:2]
        text = sheet.text(top, left)
        part = Part(text, top, left)
        if text.strip() and part not in parts and left != key_column:
            parts.append(part)
    return parts


def filled_parts(sheet: Sheet, rows: Sequence[int], column: int, key_column: int) -> list[Part]:
    """The same where merged cells left only blanks: an upper blank is the cell to its left."""
    parts: list[Part] = []
    for position, row in enumerate(rows):
        lower = any(sheet.text(below, column).strip() for below in rows[position + 1 :])
        text, found = sheet.text(row, column), column
        while not text.strip() and lower and found - 1 > key_column:
            found -= 1
            text = sheet.text(row, found)
        part = Part(text, row, found)
        if text.strip() and part not in parts:
            parts.append(part)
    return parts
