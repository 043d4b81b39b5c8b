"""What the planning report asks for."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from .oldbase import MegaRegionAlgorithm


def add_parameters(algorithm: MegaRegionAlgorithm) -> None:
    """All parameters of the report, in the order of the dialog."""
    _add_cities(algorithm)
    _add_parts(algorithm)
    _add_words(algorithm)
    _add_advanced(algorithm)
    algorithm.add(
        QgsProcessingParameterFolderDestination("FOLDER", "Folder of the report"),
        "Where the files go. An earlier report in it is replaced, other files are left alone.",
    )


def _field(
    name: str, title: str, parent: str = "INPUT", *, many: bool = False, need: bool = False
) -> QgsProcessingParameterField:
    return QgsProcessingParameterField(
        name, title, None, parent, allowMultiple=many, optional=not need
    )


def _add_cities(algorithm: MegaRegionAlgorithm) -> None:
    add = algorithm.add
    add(
        QgsProcessingParameterFeatureSource(
            "INPUT", "Cities", [QgsProcessing.SourceType.TypeVectorPolygon]
        ),
        "Polygons, one for each city, with mega-region, name, level or role, and indicators.",
    )
    add(
        _field("REGION_FIELD", "Mega-region", need=True),
        "The field that names the mega-region of a city; it labels the regions on the maps.",
    )
    add(_field("NAME_FIELD", "Name of the city", need=True), "The field with the cities' names.")
    add(
        _field("LEVEL_FIELD", "Administrative level"),
        "The field with the administrative level: municipalities, provincial capitals and "
        "sub-provincial cities are cores. Without it, give the role.",
    )
    add(
        _field("ROLE_FIELD", "Role"),
        "The field with 'core' and 'secondary', such as mr_role of 'Mark core and secondary "
        "cities'. It goes before the administrative level.",
    )
    add(
        _field("INDICATORS", "Indicators", many=True, need=True),
        "The fields to compare, for example GDP and population. A name that ends in _YYYY carries "
        "its year; the same name with two years gives the chapter on change.",
    )


def _add_parts(algorithm: MegaRegionAlgorithm) -> None:
    add, number = algorithm.add, QgsProcessingParameterNumber.Type
    add(
        _field("SECTORS", "Sectors", many=True),
        "The fields with the sectors, for example persons employed, for the chapters on city types "
        "and complementarity.",
    )
    add(
        QgsProcessingParameterMultipleLayers(
            "RASTERS", "Night-light rasters", QgsProcessing.SourceType.TypeRaster, optional=True
        ),
        "One raster for each year, for the chapter on night light.",
    )
    add(
        QgsProcessingParameterNumber(
            "LIT_THRESHOLD", "Lit above", number.Double, 0.0, optional=True
        ),
        "Cells of the rasters with a value above this count as lit.",
    )
    add(
        QgsProcessingParameterFeatureSource(
            "FLOWS", "Flows", [QgsProcessing.SourceType.TypeVector], optional=True
        ),
        "A table of flows between the cities, as 'Inter-city flows' reads it.",
    )
    add(_field("FROM_FIELD", "From", "FLOWS"), "The field with the city a flow leaves.")
    add(
        _field("TO_FIELD", "To", "FLOWS"),
        "The field with the city a flow reaches; leave it out for a matrix.",
    )
    add(
        _field("VALUE_FIELD", "Value", "FLOWS"),
        "The field with the size of a flow; leave it out for a matrix.",
    )
    add(
        _field("NODE_ID", "Id of a city"),
        "The field by which the flows call the cities; the name without it.",
    )
    add(
        QgsProcessingParameterVectorLayer(
            "BACKGROUND",
            "Land in the background",
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        "Polygons drawn pale under the maps, such as provinces or countries.",
    )


def _add_words(algorithm: MegaRegionAlgorithm) -> None:
    add, text = algorithm.add, QgsProcessingParameterString
    add(text("TITLE", "Title", None, optional=True), "The title of the report.")
    add(text("AUTHOR", "Author", None, optional=True), "Who made it, on the cover and each map.")
    add(
        text("SOURCE_NOTE", "Source of the data", None, optional=True),
        "Where the data come from, on each map and in the last chapter.",
    )
    add(
        text("MAP_APPROVAL", "Map approval number", None, optional=True),
        "The number under which the maps were approved (审图号), where the law asks for one.",
    )
    add(
        QgsProcessingParameterEnum("PAPER", "Paper", ["A4", "A3"], defaultValue=0, optional=True),
        "The size of the pages.",
    )
    add(
        QgsProcessingParameterEnum(
            "LANGUAGE", "Language", ["English", "中文"], defaultValue=0, optional=True
        ),
        "The language of the report's text, charts and legends.",
    )
    add(
        _field("REGION_TITLE_FIELD", "Full name of the mega-region"),
        "The field with the mega-regions' full names, where the mega-region's field holds codes.",
    )
    add(
        text("NAMES", "Words for fields", None, optional=True),
        "What fields are called in the report, as field=words separated by ';', for example "
        "gdp=GDP;emp_mining=Mining. A year at the end of a field name follows by itself.",
    )


def _add_advanced(algorithm: MegaRegionAlgorithm) -> None:
    def number(name: str, title: str, value: int, least: int, text: str) -> None:
        integer = QgsProcessingParameterNumber.Type.Integer
        algorithm.add(
            QgsProcessingParameterNumber(name, title, integer, value, True, least),
            text,
            advanced=True,
        )

    algorithm.add(
        QgsProcessingParameterExtent("INSET", "Extent of the inset map", optional=True),
        "An area shown in a small frame of its own, for example islands far from the mainland.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            "VALUES_ARE",
            "Sectors are",
            ["Counts", "Shares", "Percentages"],
            defaultValue=0,
            optional=True,
        ),
        "Counts (persons, firms), shares (0 to 1) or percentages (0 to 100).",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            "SECTORS_MISSING",
            "Missing values of sectors",
            ["Leave the city out", "Count as zero", "Stop"],
            defaultValue=0,
            optional=True,
        ),
        "What to do about a city without a value in a sector.",
        advanced=True,
    )
    number("K", "Number of types (0 = choose)", 0, 0, "How many city types; 0 lets K be chosen.")
    number("K_MAX", "Most types", 10, 2, "The largest number of types tried where it is chosen.")
    number(
        "PERMUTATIONS",
        "Permutations",
        999,
        0,
        "How many permutations the p-values rest on; 0: none.",
    )
    number(
        "BOOTSTRAP",
        "Intervals",
        1000,
        0,
        "0: no 95 % intervals of change; any other number: with them.",
    )
    number("SEED", "Random seed", 0, 0, "The same seed gives the same results on every run.")
