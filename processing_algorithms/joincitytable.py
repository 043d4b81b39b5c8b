"""Join a statistical table to cities, by codes or names, never by likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .texttables import ReadsTextTables

if TYPE_CHECKING:
    from ..layers.prepare.rows import MessyTable
    from ..measures.prepare.matching import Matching
    from .call import Call

CODE, NAME = range(2)


class JoinCityTable(ReadsTextTables):
    """The cities with the table's fields, and what was not matched."""

    ID = "joincitytable"
    TITLE = "Join a statistical table to cities"
    GROUP = "prepare"
    TEXT_TABLES = ("TABLE",)
    TAGS = ("join", "table", "yearbook", "csv", "excel", "statistics", "name", "code", "city")
    SUMMARY = (
        "Adds the fields of a statistical table, CSV or Excel, to the cities. Numbers with "
        "thousands separators, full-width digits, percent signs or footnote marks become numbers, "
        "dashes become empty, and headers or notes between the rows are passed over; the log says "
        "so. CSV files may be in UTF-8, UTF-16, GB 18030 (GBK), Big5 or Windows-1252.\n\n"
        "Keys must be equal; nothing is joined because it looks alike. Codes are compared without "
        "case, blanks and width; names also without the administrative suffix (市, 地区, 盟, "
        "自治州, City, Prefecture, Shi), and former names (襄樊市) find the present ones (襄阳市). "
        "What is not matched is listed with its closest candidate, for you to decide.\n\n"
        "Codes are safer than names: Taizhou, Suzhou and Fuzhou are two cities each in Latin "
        "letters."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities("One row for each city: polygons, points or a table."),
            parameters.field(
                "KEY_FIELD",
                "Name or code of the cities",
                "The field of the cities that is looked up in the table. Each value once.",
            ),
            parameters.source(
                "TABLE", "Table", "The table: a CSV file, a sheet of an Excel file, or any layer."
            ),
            parameters.field(
                "TABLE_KEY_FIELD",
                "Name or code in the table",
                "The field of the table that holds the cities' names or codes. Each city once.",
                parent="TABLE",
            ),
            parameters.match_by(),
            parameters.field(
                "FIELDS",
                "Fields to join",
                "The fields of the table that the cities get; all but the key without a choice. A "
                "field whose name the cities already have gets _2 at its end.",
                parent="TABLE",
                many=True,
                optional=True,
            ),
            parameters.aliases(),
            parameters.sink(
                "OUTPUT",
                "Cities with the table",
                "The cities with the table's fields added; empty where the table has no such city.",
            ),
            parameters.unmatched(),
        )

    def work(self, call: Call) -> None:
        from ..layers.aliases import read_aliases
        from ..layers.fields import as_text
        from ..layers.prepare.join import (
            UNMATCHED_COLUMNS,
            join_sides,
            joined_fields,
            unmatched_rows,
        )
        from ..layers.prepare.rows import messy_table
        from ..layers.prepare.tables import read_text_table
        from ..layers.rows import read_columns
        from ..measures.prepare.matching import match
        from ..measures.prepare.names import code_key, name_key

        source = call.source()
        key_field, table_key = call.text("KEY_FIELD"), call.text("TABLE_KEY_FIELD")
        by_name = call.choice("MATCH_BY") == NAME
        own_aliases = call.file("ALIASES")
        aliases = read_aliases(own_aliases)
        ids, columns = read_columns(source, [key_field], call.feedback)
        keys = [as_text(value) for value in columns[key_field]]
        text_table = read_text_table(
            call.algorithm, call.parameters, "TABLE", call.context, call.feedback
        )
        table = messy_table(text_table, table_key, call.fields("FIELDS"))
        call.check()
        matching = match(
            keys,
            table.keys,
            table.content,
            name_key if by_name else code_key,
            aliases if by_name else {},
            (
                tr("field '{field}' of layer '{layer}'").format(
                    field=key_field, layer=source.sourceName()
                ),
                tr("field '{field}' of table '{table}'").format(field=table_key, table=table.layer),
            ),
        )
        call.feedback.setProgressText(tr("Looking for the closest candidates"))
        unmatched = unmatched_rows(*join_sides(keys, table, matching), call.feedback)
        labels = [
            key or tr("feature {id}").format(id=identifier) for key, identifier in zip(keys, ids)
        ]
        added = joined_fields(source, labels, table, matching, call.feedback)
        _report(len(keys), table, matching, unmatched, call)
        call.extend("OUTPUT", "Cities with the table", source, ids, added)
        call.table("UNMATCHED", "Unmatched", UNMATCHED_COLUMNS, unmatched)


def _report(
    cities: int, table: MessyTable, matching: Matching, unmatched: list[list[Any]], call: Call
) -> None:
    """Say how many were matched, and name the others with their closest candidates."""
    from ..layers.fields import name_some
    from ..layers.prepare.join import tell_unmatched

    used = len(table.keys) - len(matching.unused)
    call.finding(
        tr(
            "{used} of {cities} cities found in the table; {count} of {count_2} rows of the "
            "table belong to no city."
        ).format(used=used, cities=cities, count=len(matching.unused), count_2=len(table.keys))
    )
    if table.blank:
        call.info(tr("{blank} blank rows of the table passed over.").format(blank=table.blank))
    if matching.renamed:
        pairs = [
            tr("{row} for {city}").format(row=row, city=city) for row, city in matching.renamed
        ]
        call.info(tr("Matched by former names: {names}.").format(names=name_some(pairs)))
    tell_unmatched(
        unmatched,
        tr("Cities that are not in the table: {names}."),
        tr("Rows of the table that belong to no city: {names}."),
        call.feedback,
    )
