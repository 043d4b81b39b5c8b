"""Join a statistical table to cities, by codes or names, never by likeness."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from ..layers.aliases import ALIASES, read_aliases
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.prepare.join import UNMATCHED_COLUMNS, joined_fields, unmatched_rows
from ..layers.prepare.rows import MessyTable, read_messy_table
from ..layers.sinks import write_extended, write_table
from ..measures.prepare.matching import Matching, match
from ..measures.prepare.names import code_key, name_key
from .oldbase import MegaRegionAlgorithm, check_cancelled

CODE, NAME = range(2)


class JoinCityTable(MegaRegionAlgorithm):
    """The cities with the table's fields, and what was not matched."""

    ID = "joincitytable"
    TITLE = "Join a statistical table to cities"
    GROUP = "prepare"
    TAGS = ("join", "table", "yearbook", "csv", "excel", "statistics", "name", "code", "city")
    SUMMARY = (
        "Adds the fields of a statistical table, CSV or Excel, to the cities. Numbers with "
        "thousands separators or full-width digits become numbers, dashes become empty, and "
        "headers or notes between the rows are passed over.\n\n"
        "Keys must be equal; nothing is joined because it looks alike. Codes are compared without "
        "case, blanks and width; names also without the administrative suffix (市, 地区, 盟, "
        "自治州, City, Prefecture, Shi), and former names (襄樊市) find the present ones (襄阳市). "
        "What is not matched is listed with its closest candidate, for you to decide.\n\n"
        "Codes are safer than names: Taizhou, Suzhou and Fuzhou are two cities each in Latin "
        "letters."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        vector = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", "Cities", vector),
            "One row for each city: polygons, points or a table.",
        )
        self.add(
            QgsProcessingParameterField("KEY_FIELD", "Name or code of the cities", None, "INPUT"),
            "The field of the cities that is looked up in the table. Each value once.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("TABLE", "Table", vector),
            "The table: a CSV file in UTF-8, a sheet of an Excel file, or any layer.",
        )
        self.add(
            QgsProcessingParameterField(
                "TABLE_KEY_FIELD", "Name or code in the table", None, "TABLE"
            ),
            "The field of the table that holds the cities' names or codes. Each city once.",
        )
        self.add(
            QgsProcessingParameterEnum("MATCH_BY", "Match by", ["Code", "Name"], defaultValue=CODE),
            "Code: equal but for case, blanks and full-width signs. Name: equal also but for the "
            "administrative suffix of Chinese and English names.",
        )
        self.add(
            QgsProcessingParameterField(
                "FIELDS", "Fields to join", None, "TABLE", allowMultiple=True, optional=True
            ),
            "The fields of the table that the cities get; all but the key without a choice. A "
            "field whose name the cities already have gets _2 at its end.",
        )
        self.add(
            QgsProcessingParameterFile(
                "ALIASES", "Your list of renamed cities", extension="csv", optional=True
            ),
            "A CSV file in UTF-8 with the columns 'old' and 'new', one former name a row. It adds "
            f"to the plugin's own list, {ALIASES.name}, and comes before it. Former names count "
            "as written, with their suffix; they are not used for codes.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Cities with the table"),
            "The cities with the table's fields added; empty where the table has no such city.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "UNMATCHED",
                "Unmatched",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table of the cities and of the table's rows that found no counterpart: side (city "
            "or table), key, and the closest key of the other side with its similarity, 0 to 1. "
            "Candidates are what the other side has unmatched, or all of it where that is nothing; "
            "closest is empty where no character is shared.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        table_source = self.source(parameters, "TABLE", context)
        key_field = self.parameterAsString(parameters, "KEY_FIELD", context)
        table_key = self.parameterAsString(parameters, "TABLE_KEY_FIELD", context)
        by_name = self.parameterAsEnum(parameters, "MATCH_BY", context) == NAME
        wanted = self.parameterAsFields(parameters, "FIELDS", context)
        aliases = read_aliases(self.parameterAsFile(parameters, "ALIASES", context) or None)
        cities = read_table(source, texts=[key_field], feedback=feedback)
        table = read_messy_table(table_source, table_key, wanted, feedback)
        check_cancelled(feedback)
        keys = cities.texts[key_field]
        matching = match(
            keys,
            table.keys,
            table.content,
            name_key if by_name else code_key,
            aliases if by_name else {},
            (
                f"field '{key_field}' of layer '{cities.layer}'",
                f"field '{table_key}' of table '{table.layer}'",
            ),
        )
        feedback.setProgressText("Looking for the closest candidates")
        unmatched = unmatched_rows(keys, table, matching, feedback)
        added = joined_fields(source, cities, table, matching, feedback)
        _report(cities, table, matching, unmatched, feedback)
        check_cancelled(feedback)
        results = {
            "OUTPUT": write_extended(
                self, parameters, "OUTPUT", context, source, cities.ids, added
            ),
            "UNMATCHED": write_table(
                self, parameters, "UNMATCHED", context, UNMATCHED_COLUMNS, unmatched
            ),
        }
        self.style(context, results["OUTPUT"], "Cities with the table")
        self.style(context, results["UNMATCHED"], "Unmatched")
        return {name: destination for name, destination in results.items() if destination}


def _report(
    cities: CityTable,
    table: MessyTable,
    matching: Matching,
    unmatched: list[list[Any]],
    feedback: QgsProcessingFeedback,
) -> None:
    """Say how many were matched, and name the others with their closest candidates."""
    used = len(table.keys) - len(matching.unused)
    feedback.pushInfo(
        f"{used} of {len(cities)} cities found in the table; {len(matching.unused)} of "
        f"{len(table.keys)} rows of the table belong to no city."
    )
    if table.blank:
        feedback.pushInfo(f"{table.blank} blank rows of the table passed over.")
    if matching.renamed:
        pairs = [f"{row} for {city}" for row, city in matching.renamed]
        feedback.pushInfo(f"Matched by former names: {name_some(pairs)}.")
    for side, words in (
        ("city", "Cities that are not in the table"),
        ("table", "Rows of the table that belong to no city"),
    ):
        named = [
            (key or "(blank)") + (f" (closest: {near}, {likeness:.2f})" if near else "")
            for of_side, key, near, likeness in unmatched
            if of_side == side
        ]
        if named:
            feedback.pushWarning(f"{words}: {name_some(named)}.")
