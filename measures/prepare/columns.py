"""Which columns of a yearbook's sheet hold which indicator, of what year and in what unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ..errors import InputError
from ..texts import tr
from .headings import Heading, Part, bare, compose, title_words, unit_notes, without_years, years_in
from .sheets import Block, Layout, Sheet, anchored, filled_parts, heading_parts
from .units import Unit, compact, conversion, read_unit, unit_of

PERCENT = unit_of("%")
_YEAR_HEADINGS = {"年份", "年度", "年", "统计年度", "year", "years"}


@dataclass(frozen=True)
class Wanted:
    """One row of the user's list of columns.

    Attributes:
        heading: the heading in compared form.
        shown: the heading as the user wrote it.
        indicator: its name in the result.
        unit: the unit wanted as the user wrote it, '' for the published one.
        factor: what published values are multiplied by, None for nothing.
    """

    heading: str
    shown: str
    indicator: str
    unit: str = ""
    factor: float | None = None


@dataclass(frozen=True)
class Column:
    """A column of a block that holds a wanted indicator.

    Attributes:
        column: its position in the sheet.
        year: the year of its values.
        factor: what its values are multiplied by.
        published: the unit its values are published in, None where nothing says it.
        unit: the unit of the result in words, '' where unknown.
        place: where its heading stands: file|sheet|cell.
    """

    column: int
    wanted: Wanted
    year: int
    factor: Fraction
    published: Unit | None
    unit: str
    place: str
    heading: str


@dataclass
class Remarks:
    """What the log says about the reading: kind of remark to places with what stands there."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, place: str) -> None:
        """Remember a place."""
        self.places.setdefault(kind, []).append(place)


NO_UNIT = "No unit is printed, so that the one wanted is taken for it"
SEVERAL_UNITS = "Several units are printed for the whole sheet, so that none is known"


def find_columns(
    sheet: Sheet,
    layout: Layout,
    block: Block,
    wanted: Sequence[Wanted],
    pattern: str | None,
    remarks: Remarks,
) -> list[Column]:
    """The columns of a block whose headings are asked for.

    Args:
        wanted: what the user asks for.
        pattern: the user's regular expression for years.

    Raises:
        InputError: a column's year or unit cannot be told or does not convert.
    """
    asked: dict[str, list[Wanted]] = {}
    for item in wanted:
        asked.setdefault(item.heading, []).append(item)
    titles = list(dict.fromkeys(title_words(part.text) for part in block.titles))
    found: list[tuple[int, Heading, Wanted]] = []
    for column in _value_columns(sheet, layout, block):
        for heading in _readings(sheet, block.headings, column, layout.key_column):
            items = _asked_for(heading, titles, asked)
            if items:
                found += [(column, heading, item) for item in items]
                break
    # Brackets that the user writes decide where headings differ by nothing else.
    exact = {item for _, heading, item in found if _as_written(heading, item)}
    return [
        _column(sheet, block, column, heading, item, pattern, remarks)
        for column, heading, item in found
        if item not in exact or _as_written(heading, item)
    ]


def _as_written(heading: Heading, wanted: Wanted) -> bool:
    """Whether the heading is what the user wrote also in its brackets."""
    shown = compact(wanted.shown)
    written = "/".join(without_years(part.text) for part in heading.parts)
    return "(" in shown and shown in (written, "/".join(compact(p.text) for p in heading.parts))


def _value_columns(sheet: Sheet, layout: Layout, block: Block) -> list[int]:
    width = max((len(sheet.rows[row]) for row in block.rows), default=0)
    return [column for column in range(width) if column != layout.key_column]


def by_year(sheet: Sheet, layout: Layout, block: Block) -> list[Block]:
    """One block for each year where a column headed 年份 or year gives the rows' years.

    Raises:
        InputError: a cell of that column is no year.
    """
    for column in _value_columns(sheet, layout, block):
        heading = _readings(sheet, block.headings, column, layout.key_column)[0]
        if bare("/".join(part.text for part in heading.parts)) not in _YEAR_HEADINGS:
            continue
        blocks: dict[int, Block] = {}
        for row, city in zip(block.rows, block.cities):
            top, left = sheet.merges.get((row, column), (row, column))[:2]
            years = years_in(sheet.text(top, left))
            if len(years) != 1:
                raise InputError(
                    tr(
                        "'{place}' in a column of years holds '{text}', which is no year: "
                        "correct the table."
                    ).format(place=sheet.place(row, column), text=sheet.text(row, column))
                )
            year = int(years[0])
            part = blocks.setdefault(year, replace(block, rows=[], cities=[], year=year))
            part.rows.append(row)
            part.cities.append(city)
        return list(blocks.values())
    return [block]


def headings_of(sheet: Sheet, layout: Layout) -> list[str]:
    """The sheet's headings in compared form, for messages."""
    found = []
    for block in layout.blocks:
        for column in _value_columns(sheet, layout, block):
            first = _readings(sheet, block.headings, column, layout.key_column)[0]
            found.append(first.timeless)
    return [heading for heading in dict.fromkeys(found) if heading]


def _readings(sheet: Sheet, rows: Sequence[int], column: int, key_column: int) -> list[Heading]:
    """The heading as merged, and with upper blanks filled for merged cells that were lost.

    Then both without rows of one cell alone, which may be a title that is not at the left.
    """
    full = [row for row in rows if len(anchored(sheet, row)) > 1]
    readings = []
    for some in [rows, full] if len(full) < len(rows) else [rows]:
        merged = compose(heading_parts(sheet, some, column, key_column))
        filled = compose(filled_parts(sheet, some, column, key_column))
        readings += [merged, filled] if sheet.tells_merges else [filled, merged]
    return readings


def _asked_for(
    heading: Heading, titles: Sequence[str], asked: dict[str, list[Wanted]]
) -> list[Wanted]:
    """What is asked for by a heading; a title may stand for its first words."""
    forms = [heading.full, heading.timeless]
    forms += ["/".join(part for part in (title, heading.timeless) if part) for title in titles]
    for form in forms:
        if form and form in asked:
            return asked[form]
    return []


def _column(
    sheet: Sheet,
    block: Block,
    column: int,
    heading: Heading,
    wanted: Wanted,
    pattern: str | None,
    remarks: Remarks,
) -> Column:
    lowest = heading.parts[-1] if heading.parts else Part("", block.rows[0], column)
    place = sheet.place(lowest.row, lowest.column)
    year = block.year or _year(sheet, block, heading, pattern)
    printed = _printed_unit(block, heading, wanted, place, remarks)
    factor, unit = _converted(printed, wanted, place, remarks)
    words = "/".join(re.sub(r"\s+", " ", part.text.strip()) for part in heading.parts)
    published = unit_of(printed) if printed else (unit_of(wanted.unit) if wanted.unit else None)
    return Column(column, wanted, year, factor, published, unit, place, words)


def _year(sheet: Sheet, block: Block, heading: Heading, pattern: str | None) -> int:
    """The year of a column: from its heading, the title, the sheet's name or the file's."""

    def of_parts(parts: Sequence[Part]) -> list[tuple[str, str]]:
        return [(part.text, f"'{sheet.place(part.row, part.column)}'") for part in parts]

    name = sheet.file.rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0]
    titles = [p for p in block.titles if p not in block.said] if pattern else []
    levels = [
        of_parts(heading.parts),
        of_parts([*block.said, *titles]),
        [(sheet.name, tr("sheet '{sheet}'").format(sheet=sheet.where))],
        [(stem, tr("file '{file}'").format(file=sheet.file))],
    ]
    for level in levels:
        years = {year: place for text, place in level for year in years_in(text, pattern)}
        if len(years) > 1:
            said = tr(" and ").join(
                tr("{year} in {place}").format(year=year, place=place)
                for year, place in sorted(years.items())
            )
            raise InputError(
                tr(
                    "Two years are named for the values of one column ({said}): set "
                    "YEAR_PATTERN so that it finds the one that is meant, such as "
                    "([0-9]{{4}})年."
                ).format(said=said)
            )
        for year, place in years.items():
            if not re.fullmatch("[12][0-9]{3}", year):
                raise InputError(
                    tr(
                        "YEAR_PATTERN finds '{year}' in {place}, which is no year: let its "
                        "first group find four digits."
                    ).format(year=year, place=place)
                )
            return int(year)
    raise InputError(
        tr(
            "No year is found for the values of '{where}', neither in headings and title nor "
            "in the names of sheet and file: rename the file or set YEAR_PATTERN."
        ).format(where=sheet.where)
    )


def _printed_unit(
    block: Block, heading: Heading, wanted: Wanted, place: str, remarks: Remarks
) -> str:
    """The unit that the heading, or else a note for all columns, prints; '' where none does."""
    for words in heading.brackets:
        if read_unit(words):
            return words
    notes = list(dict.fromkeys(u for part in block.said for u in unit_notes(part.text)))
    if wanted.unit and len(notes) > 1:
        dimension = unit_of(wanted.unit).dimension
        notes = [n for n in notes if unit_of(n).dimension == dimension] or notes
    if len(notes) == 1:
        return notes[0]
    if len(notes) > 1:
        remarks.add(SEVERAL_UNITS, place)
    elif wanted.unit and heading.brackets:
        return heading.brackets[0]
    return ""


def _converted(printed: str, wanted: Wanted, place: str, remarks: Remarks) -> tuple[Fraction, str]:
    """The factor from the printed unit to the wanted one, and the unit of the result."""
    given = None if wanted.factor in (None, 1) else Fraction(str(wanted.factor))
    if not wanted.unit:
        return given or Fraction(1), "" if given else printed
    if not printed:
        if not given:
            remarks.add(f"{NO_UNIT} ('{wanted.unit}')", place)
        return given or Fraction(1), wanted.unit
    known = conversion(unit_of(printed), unit_of(wanted.unit))
    if given is None and known is None:
        meaning = (
            tr("cannot be converted to") if read_unit(printed) else tr("is no known unit, not even")
        )
        raise InputError(
            tr(
                "The unit '{printed}' of '{bare}' in '{place}' {meaning} '{unit}': correct "
                "'unit' in COLUMNS, or give the 'factor'."
            ).format(
                printed=printed,
                bare=bare(wanted.shown),
                place=place,
                meaning=meaning,
                unit=wanted.unit,
            )
        )
    if given is not None and known not in (None, Fraction(1), given):
        raise InputError(
            tr(
                "For '{bare}' in '{place}' the unit '{printed}' is {float:g} '{unit}', but "
                "COLUMNS gives the factor {factor:g}: leave 'unit' or 'factor' blank."
            ).format(
                bare=bare(wanted.shown),
                place=place,
                printed=printed,
                float=float(known or 0),
                unit=wanted.unit,
                factor=wanted.factor,
            )
        )
    return given or known or Fraction(1), wanted.unit
