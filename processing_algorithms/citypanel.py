"""A city panel from statistical yearbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .texttables import ReadsTextTables

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from ..layers.prepare.panels import CityPanel, Wishes
    from ..layers.prepare.settings import Places
    from ..layers.prepare.tables import TextTable
    from ..layers.prepare.yearbooks import Reading
    from ..measures.prepare.crosswalk import Change
    from .call import Call

NAME = 1
LINEAR = 1


class CityPanelAlgorithm(ReadsTextTables):
    """Values of cities, years and indicators, each with its unit, flag and cell."""

    ID = "citypanel"
    TITLE = "City panel from statistical yearbooks"
    GROUP = "prepare"
    NEEDS = ("pandas",)
    TEXT_TABLES = ("COLUMNS", "CROSSWALK", "DEFLATOR")
    CITIES = "CITIES"
    TAGS = ("yearbook", "panel", "excel", "statistics", "boundary change", "crosswalk", "deflator")
    SUMMARY = (
        "Reads many sheets of many yearbooks as they are printed: titles, merged headings, units "
        "in brackets, several years, rows of sums, notes and footnote marks. Every value keeps the "
        "cell it came from.\n\n"
        "Values are told in the latest boundaries where a list of boundary changes is given: "
        "amounts are added, ratios are computed anew from their parts or left blank. Then come "
        "constant prices, gaps, and indicators computed from others, in this order.\n\n"
        "What cannot be read with certainty is never guessed: two cells that contradict each "
        "other, a unit that does not convert and a column whose year is not told stop the run "
        "with the cells named; what is passed over or assumed is in the log and on the page."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.files(
                "TABLES",
                "Yearbooks",
                "Workbooks (.xlsx, .xls, .ods) with all their sheets, and tables of text (.csv, "
                ".tsv, .txt) in any common encoding, separated by commas, semicolons or tabs.",
            ),
            parameters.cities(
                "The cities: polygons, points or a table, one row each.", name="CITIES"
            ),
            parameters.field(
                "KEY_FIELD",
                "Name or code of the cities",
                "The field of the cities that is looked up in the yearbooks. Each value once.",
                parent="CITIES",
            ),
            parameters.field(
                "NAME_FIELD",
                "Name to show",
                "The field whose names the result shows; the names or codes looked up without it.",
                parent="CITIES",
                optional=True,
            ),
            parameters.match_by(),
            parameters.source(
                "COLUMNS",
                "Columns to read",
                "A table with the columns heading (the words of the merged headings from top to "
                "bottom, separated by /, such as 地区生产总值/全市; compared without blanks, "
                "width, case and what stands in brackets) and indicator (its name in the "
                "result), and where you want them unit (the unit of the result; known units such "
                "as 万元 and 100 million yuan are converted) and factor (what published values "
                "are multiplied by). One indicator may have several headings.",
            ),
            parameters.text(
                "SHEETS",
                "Sheets to read",
                "Names of the sheets to read, separated by ';', with * for any letters; "
                "file|sheet for those of one file. All sheets without it.",
            ),
            parameters.text(
                "YEAR_PATTERN",
                "Pattern of the year",
                "A regular expression whose first group is the year of four digits. It is looked "
                "for in the heading, then in the sheet's title, its name and the file's name. "
                "Without it a year between 1900 and 2099 is looked for in the same order.",
                advanced=True,
            ),
            parameters.source(
                "CROSSWALK",
                "Boundary changes",
                "A table with the columns year (from it on the new boundaries hold), from, to and "
                "share (of the values of 'from' that 'to' gets; the shares of one city sum to 1; "
                "blank where they are not known: then nothing is moved, and the log says so). "
                "Cities are written as in the yearbooks, or with from_code and to_code by code. "
                "resources/boundary_changes_china.csv of the plugin lists those of China's "
                "prefecture-level cities from 2006 to 2023.",
                optional=True,
            ),
            parameters.text(
                "DERIVED",
                "Indicators to compute",
                "name=expression, separated by ';', such as gdp_pc = gdp / pop * 10000. QGIS "
                "expressions of the indicators of one city and year. One with the name of an "
                "indicator that is read gives its value only where none is published or where "
                "boundaries changed.",
            ),
            parameters.source(
                "DEFLATOR",
                "Price index",
                "A table with the columns year, index (of any one base, such as 1978 = 100, not of "
                "the year before) and where you want it indicator; without it, or where it is "
                "blank, the index counts for all indicators with a unit of money.",
                optional=True,
                advanced=True,
            ),
            parameters.integer(
                "BASE_YEAR",
                "Prices of the year",
                "The year whose prices are used with the price index.",
                advanced=True,
            ),
            parameters.choice(
                "GAPS",
                "Gaps",
                ["Leave blank", "Fill by straight lines"],
                "Years without a value between two with one: leave them blank, or fill them by a "
                "straight line, also where no table is of that year. Nothing is filled before the "
                "first or after the last value.",
                optional=True,
            ),
            parameters.integer(
                "LONGEST_GAP",
                "Longest gap to fill",
                "Gaps of more missing years in a row stay blank.",
                default=2,
                least=0,
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                "City panel",
                "One row for each city, indicator and year with a value: id, city, indicator, "
                "year, value, unit, flag (published, merged, derived, interpolated) and source "
                "(file|sheet|cell, all of them for merged and derived values).",
            ),
            parameters.sink(
                "WIDE",
                "Cities with the panel",
                "The cities with a field for each indicator and year, such as gdp_2006, as the "
                "other tools want them.",
                optional=True,
            ),
            parameters.unmatched(),
            parameters.report(
                "A page with the coverage of cities, years and indicators, and all that was done."
            ),
        )

    def work(self, call: Call) -> None:
        from ..layers.prepare.join import UNMATCHED_COLUMNS
        from ..layers.prepare.panelnotes import panel_notes
        from ..layers.prepare.panels import PANEL_COLUMNS, PanelRows, make_panel, wide_columns
        from ..measures.errors import InputError

        source = call.source("CITIES")
        ids, keys, labels = _cities(call, source)
        places, changes = _places(call, keys, source.sourceName())
        reading = _read(call, places)
        wishes, deflator = _wishes(call, changes, reading)
        made = make_panel(reading, wishes, deflator, call.feedback)
        notes = panel_notes(made, places, wishes)
        for note in notes:
            (call.warn if note.warning else call.info)(note.text)
        known = int((reading.panel.value == reading.panel.value).sum())
        if not known:
            raise InputError(
                tr(
                    "No value was read for the {cities} cities of layer '{layer}': see the log "
                    "for what was found, and check KEY_FIELD, MATCH_BY and COLUMNS."
                ).format(cities=places.count, layer=source.sourceName())
            )
        call.finding(
            tr("{values} values of {cities} cities, {first} to {last}.").format(
                values=known,
                cities=places.count,
                first=min(reading.panel.years),
                last=max(reading.panel.years),
            )
        )
        unmatched = _unmatched(call, places, reading)
        rows = PanelRows(reading, places.count, [key or "" for key in keys], labels)
        call.table("OUTPUT", "City panel", PANEL_COLUMNS, rows)
        wide = wide_columns(reading.panel, places.count)
        call.extend("WIDE", "Cities with the panel", source, ids, wide, style=_aliased(reading))
        call.table("UNMATCHED", "Unmatched", UNMATCHED_COLUMNS, unmatched)
        call.page(lambda: _page(made, places, labels, notes))


def _cities(call: Call, source: Any) -> tuple[list[int], list[str | None], list[str]]:
    """Feature ids, keys and names of the cities."""
    from ..layers.fields import as_text
    from ..layers.rows import read_columns

    key_field = call.text("KEY_FIELD")
    name_field = call.field("NAME_FIELD") or key_field
    ids, columns = read_columns(source, [key_field, name_field], call.feedback)
    keys = [as_text(value) for value in columns[key_field]]
    names = [as_text(value) for value in columns[name_field]]
    blank = sum(key is None for key in keys)
    if blank:
        call.warn(
            tr("{blank} cities have no '{key_field}' and get no values.").format(
                blank=blank, key_field=key_field
            )
        )
    return ids, keys, [name or key or "" for name, key in zip(names, keys)]


def _places(call: Call, keys: list[str | None], layer: str) -> tuple[Places, list[Change]]:
    from ..layers.aliases import read_aliases
    from ..layers.prepare.settings import read_places
    from ..measures.prepare.names import code_key, name_key

    by_name = call.choice("MATCH_BY") == NAME
    return read_places(
        keys,
        _table(call, "CROSSWALK"),
        not by_name,
        name_key if by_name else code_key,
        read_aliases() if by_name else {},
        tr("field '{field}' of layer '{layer}'").format(field=call.text("KEY_FIELD"), layer=layer),
    )


def _table(call: Call, name: str) -> TextTable | None:
    from ..layers.prepare.tables import read_text_table

    if not call.given(name):
        return None
    return read_text_table(call.algorithm, call.parameters, name, call.context, call.feedback)


def _read(call: Call, places: Places) -> Reading:
    import re

    from ..layers.prepare.settings import read_wanted
    from ..layers.prepare.yearbooks import read_yearbooks
    from ..measures.errors import InputError

    columns = _table(call, "COLUMNS")
    pattern = call.text("YEAR_PATTERN") or None
    try:
        re.compile(pattern or "")
    except re.error as error:
        raise InputError(
            tr(
                "YEAR_PATTERN '{pattern}' cannot be read from position {position} on: correct it, "
                "for example (?:19|20)\\d{{2}}."
            ).format(pattern=pattern, position=error.pos)
        ) from None
    files = call.files("TABLES")
    if not files or columns is None:
        raise InputError(
            tr("TABLES or COLUMNS is empty: name the yearbooks and the columns to read.")
        )
    every_year = call.choice("GAPS") == LINEAR
    return read_yearbooks(
        files,
        call.items("SHEETS"),
        read_wanted(columns),
        places,
        pattern,
        every_year,
        call.feedback,
    )


def _wishes(call: Call, changes: list[Change], reading: Reading) -> tuple[Wishes, str]:
    from ..layers.prepare.derived import read_derivations
    from ..layers.prepare.panels import Wishes
    from ..layers.prepare.settings import read_index
    from ..measures.errors import InputError

    prices = _table(call, "DEFLATOR")
    base_year = call.integer("BASE_YEAR") if call.given("BASE_YEAR") else None
    if (prices is None) != (base_year is None):
        raise InputError(tr("DEFLATOR and BASE_YEAR go together: set both or neither."))
    wishes = Wishes(
        changes,
        read_index(prices) if prices is not None else {},
        base_year,
        read_derivations(call.text("DERIVED"), reading.panel.indicators),
        call.integer("LONGEST_GAP") if call.choice("GAPS") == LINEAR else 0,
    )
    return wishes, f"DEFLATOR ('{prices.name}')" if prices is not None else ""


def _unmatched(call: Call, places: Places, reading: Reading) -> list[list[Any]]:
    """The cities that no sheet has, and the rows that belong to no city."""
    from ..layers.prepare.join import Side, tell_unmatched, unmatched_rows

    cities = places.names[: places.count]
    lonely = [i for i in range(places.count) if i not in reading.named]
    strangers = sorted(set(reading.strangers))
    # Cities of boundary changes whose values are left over are no one's either.
    panel = reading.panel
    strangers += [
        str(places.names[i])
        for i in range(places.count, len(places.names))
        if (panel.flag[i] > 0).any()
    ]
    key = places.lookup.key
    city_keys = [key(name) if name else None for name in cities]
    everyone = range(places.count)
    rows = unmatched_rows(
        Side(cities, city_keys, lonely, lonely or everyone),
        Side(
            strangers,
            [key(name) for name in strangers],
            range(len(strangers)),
            range(len(strangers)),
        ),
        call.feedback,
    )
    tell_unmatched(
        rows,
        tr("Cities that are not in any sheet: {names}."),
        tr("Rows of the sheets that belong to no city: {names}."),
        call.feedback,
    )
    return rows


def _aliased(reading: Reading) -> Any:
    """What gives the fields of the wide layer their words once it is on the canvas."""
    from ..layers.prepare.panels import wide_aliases

    aliases = wide_aliases(reading)

    def style(layer: QgsVectorLayer) -> None:
        from ..cartography.panelpage import set_aliases
        from ..layers.portable import asked_fields

        set_aliases(layer, aliases, asked_fields(layer))

    return style


def _page(made: CityPanel, places: Places, labels: list[str], notes: list[Any]) -> Any:
    from ..cartography.panelpage import panel_page
    from ..measures.prepare.panel import FLAGS

    reading, count = made.reading, places.count
    panel = reading.panel
    indicators = list(zip(panel.indicators, reading.words, reading.units))
    return panel_page(
        panel.value[:count], panel.flag[:count], labels, panel.years, indicators, FLAGS, notes
    )
