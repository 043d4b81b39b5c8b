"""Builders of parameters: each with its help, and those that many algorithms share with one help.

`self.add(cities(...), region(...), identity(), ...)` in `initAlgorithm` adds them in that order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.core import QgsProcessingParameterDefinition as Definition

from ..measures.texts import tr

TABLE = QgsProcessing.SourceType.TypeVector
GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry
LINES = QgsProcessing.SourceType.TypeVectorLine
RASTERS = QgsProcessing.SourceType.TypeRaster
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
USUAL_REGION = "mega_region"


def described(parameter: Definition, help_text: str, advanced: bool = False) -> Definition:
    """The parameter with its title and help in the user's language."""
    parameter.setDescription(tr(parameter.description()))
    parameter.setHelp(tr(help_text))
    if advanced:
        parameter.setFlags(parameter.flags() | Definition.Flag.FlagAdvanced)
    return parameter


def cities(
    help_text: str, kind: QgsProcessing.SourceType = TABLE, name: str = "INPUT"
) -> Definition:
    """The layer of cities."""
    return source(name, "Cities", help_text, kind)


def source(
    name: str,
    title: str,
    help_text: str,
    kind: QgsProcessing.SourceType = TABLE,
    *,
    optional: bool = False,
    advanced: bool = False,
) -> Definition:
    """A layer or table to read."""
    return described(
        QgsProcessingParameterFeatureSource(name, title, [kind], None, optional),
        help_text,
        advanced,
    )


def field(
    name: str,
    title: str,
    help_text: str,
    *,
    parent: str = "INPUT",
    default: Any = None,
    many: bool = False,
    optional: bool = False,
    advanced: bool = False,
) -> Definition:
    """One field of a layer, or several.

    One with a default is optional: QGIS 3.22 refuses a missing value of any other, whatever its
    default. The dialog leaves one that is needed empty, instead of taking the layer's first field,
    which is often the row's number.
    """
    parameter = QgsProcessingParameterField(
        name,
        title,
        default,
        parent,
        allowMultiple=many,
        optional=optional or default is not None,
    )
    if not parameter.flags() & Definition.Flag.FlagOptional:
        parameter.setGuiDefaultValueOverride("")
    return described(parameter, help_text, advanced)


def region(
    help_text: str = "The field that names the mega-region of a city. Cities without one are left "
    "out. Names are compared without blanks at their ends, width and case.",
    *,
    parent: str = "INPUT",
    optional: bool = False,
) -> Definition:
    """The field of regions; the dialog takes one of the usual name by itself."""
    made = field("REGION_FIELD", "Mega-region", help_text, parent=parent, optional=optional)
    made.setGuiDefaultValueOverride(USUAL_REGION)
    return made


def role(
    help_text: str = "The field with the role, made by 'Mark core and secondary cities': exactly "
    "'core' and 'secondary' are used; other cities are left out.",
    *,
    parent: str = "INPUT",
    default: str | None = "mr_role",
) -> Definition:
    """The field of roles."""
    return field("ROLE_FIELD", "Role", help_text, parent=parent, default=default, optional=True)


def identity(parent: str = "INPUT") -> Definition:
    """The field that tells cities apart."""
    return field(
        "ID_FIELD",
        "Id of a city",
        "The field that tells one city from another, such as an administrative code; it may be "
        "text or number. Without it the first code or name that tells all cities apart is taken, "
        "and the log says which. Set it where two cities share a name.",
        parent=parent,
        optional=True,
        advanced=True,
    )


def match_by() -> Definition:
    """By codes or by names."""
    return choice(
        "MATCH_BY",
        "Match by",
        ["Code", "Name"],
        "Code: equal but for case, blanks and full-width signs. Name: equal also but for the "
        "administrative suffix of Chinese and English names.",
    )


def aliases() -> Definition:
    """The user's own list of renamed cities."""
    return file(
        "ALIASES",
        "Your list of renamed cities",
        "A CSV file in UTF-8 with the columns 'old' and 'new', one former name a row. It adds to "
        "the plugin's own list, city_aliases.csv, and comes before it. Former names count as "
        "written, with their suffix; they are not used for codes.",
        extension="csv",
    )


def unmatched() -> Definition:
    """The table of what found no counterpart."""
    return sink(
        "UNMATCHED",
        "Unmatched",
        "A table of the cities and of the table's rows that found no counterpart: side (city or "
        "table), key, and the closest key of the other side with its similarity, 0 to 1. "
        "Candidates are what the other side has unmatched, or all of it where that is nothing; "
        "closest is empty where no character is shared.",
        optional=True,
    )


def indicators(help_text: str) -> Definition:
    """Fields of numbers, whose names may end in a year."""
    return field("INDICATORS", "Indicators", help_text, many=True)


def year() -> Definition:
    """The field of years of a long table."""
    return field(
        "YEAR_FIELD",
        "Year",
        "Only for tables with one row for each city and year: the field with the year. Field "
        "names are then not searched for years.",
        optional=True,
        advanced=True,
    )


def weight() -> Definition:
    """The field of weights."""
    return field(
        "WEIGHT_FIELD",
        "Weight",
        "How much each city counts, for example its population; above zero. Without it each city "
        "counts once, as in the published research. Amounts per head want the population as "
        "weight. A weight that carries a year (pop_2023) stands for that of each indicator's year "
        "where the layer has it.",
        optional=True,
        advanced=True,
    )


def missing(
    help_text: str = "What to do about a city without a value: leave it out of that indicator and "
    "year, count it as zero (which can change the result much), or stop. The log names the cities.",
    options: Sequence[str] = ("Leave the city out", "Count as zero", "Stop"),
    name: str = "MISSING",
) -> Definition:
    """What to do about missing values; the first option by default."""
    return choice(name, "Missing values", options, help_text, optional=True, advanced=True)


def values_are(help_text: str, *, optional: bool = False, title: str = "Values are") -> Definition:
    """How sectors are given; the numbers are those of `measures.sectors`."""
    options = ["Counts", "Shares", "Percentages"]
    return choice("VALUES_ARE", title, options, help_text, optional=optional)


def permutations(help_text: str) -> Definition:
    """A number of permutations, 0 by default."""
    return integer("PERMUTATIONS", "Permutations", help_text, default=0, least=0, advanced=True)


def seed() -> Definition:
    """The seed of the random numbers."""
    return integer(
        "SEED",
        "Random seed",
        "The same seed gives the same random results on every run and machine.",
        default=0,
        least=0,
        advanced=True,
    )


def integer(
    name: str,
    title: str,
    help_text: str,
    *,
    default: int | None = None,
    least: int | None = None,
    optional: bool = True,
    advanced: bool = False,
) -> Definition:
    """A whole number."""
    kind = QgsProcessingParameterNumber.Type.Integer
    return _number(name, title, kind, help_text, default, least, None, optional, advanced)


def number(
    name: str,
    title: str,
    help_text: str,
    *,
    default: float | None = None,
    least: float | None = None,
    most: float | None = None,
    optional: bool = True,
    advanced: bool = False,
) -> Definition:
    """A number."""
    kind = QgsProcessingParameterNumber.Type.Double
    return _number(name, title, kind, help_text, default, least, most, optional, advanced)


def _number(
    name: str,
    title: str,
    kind: QgsProcessingParameterNumber.Type,
    help_text: str,
    default: float | None,
    least: float | None,
    most: float | None,
    optional: bool,
    advanced: bool,
) -> Definition:
    parameter = QgsProcessingParameterNumber(name, title, kind, default, optional)
    if least is not None:
        parameter.setMinimum(least)
    if most is not None:
        parameter.setMaximum(most)
    return described(parameter, help_text, advanced)


def choice(
    name: str,
    title: str,
    options: Sequence[str],
    help_text: str,
    *,
    default: int = 0,
    optional: bool = False,
    advanced: bool = False,
) -> Definition:
    """One of several options; its number is the value."""
    parameter = QgsProcessingParameterEnum(
        name, title, [tr(option) for option in options], defaultValue=default, optional=optional
    )
    return described(parameter, help_text, advanced)


def flag(
    name: str, title: str, help_text: str, *, default: bool = False, advanced: bool = False
) -> Definition:
    """Yes or no."""
    return described(QgsProcessingParameterBoolean(name, title, default, True), help_text, advanced)


def text(
    name: str,
    title: str,
    help_text: str,
    *,
    default: str | None = None,
    optional: bool = True,
    advanced: bool = False,
) -> Definition:
    """A text."""
    parameter = QgsProcessingParameterString(name, title, default, optional=optional)
    return described(parameter, help_text, advanced)


def file(
    name: str, title: str, help_text: str, *, extension: str, advanced: bool = True
) -> Definition:
    """A file to read, never needed."""
    parameter = QgsProcessingParameterFile(name, title, extension=extension, optional=True)
    return described(parameter, help_text, advanced)


def folder(name: str, title: str, help_text: str, *, optional: bool = True) -> Definition:
    """A folder to read."""
    parameter = QgsProcessingParameterFile(
        name, title, QgsProcessingParameterFile.Behavior.Folder, optional=optional
    )
    return described(parameter, help_text)


def files(name: str, title: str, help_text: str) -> Definition:
    """Several files to read."""
    kind = QgsProcessing.SourceType.TypeFile
    return described(QgsProcessingParameterMultipleLayers(name, title, kind), help_text)


def sink(
    name: str,
    title: str,
    help_text: str,
    kind: QgsProcessing.SourceType = TABLE,
    *,
    optional: bool = False,
    by_default: bool = False,
) -> Definition:
    """A layer or table that is written; an optional one is made by default only if it says so."""
    parameter = QgsProcessingParameterFeatureSink(
        name, title, kind, optional=optional, createByDefault=by_default or not optional
    )
    return described(parameter, help_text)


def report(help_text: str) -> Definition:
    """The optional HTML page."""
    parameter = QgsProcessingParameterFileDestination(
        "REPORT", "Report", "HTML files (*.html)", optional=True, createByDefault=False
    )
    return described(parameter, help_text)
