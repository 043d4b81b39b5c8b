"""What the planning report asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
)
from qgis.core import QgsProcessingParameterDefinition as Definition

from . import parameters as p

PAPERS = ("A4", "A3")


def report_parameters() -> list[Definition]:
    """All parameters of the report, in the order of the dialog."""
    folder = p.described(
        QgsProcessingParameterFolderDestination("FOLDER", "Folder of the report"),
        "Where the files go. An earlier report in it is replaced; other files and tables of your "
        "own in results.gpkg are left alone.",
    )
    return [*_cities(), *_parts(), *_words(), *_advanced(), folder, p.identity()]


def _cities() -> Iterator[Definition]:
    yield p.cities(
        "One row for each city, with mega-region, name, level or role, and indicators: polygons, "
        "or points, whose regions are then drawn as the smallest area around their cities.",
        p.GEOMETRY,
    )
    yield p.region("The field that names the mega-region of a city; it labels the regions on maps.")
    yield p.field("NAME_FIELD", "Name of the city", "The field with the cities' names.")
    yield p.field(
        "LEVEL_FIELD",
        "Administrative level",
        "The field with the administrative level, which says what cities are cores. Without it, "
        "give the role.",
        optional=True,
    )
    yield p.field(
        "ROLE_FIELD",
        "Role",
        "The field with 'core' and 'secondary', such as mr_role of 'Mark core and secondary "
        "cities'. It goes before the administrative level.",
        optional=True,
    )
    yield p.indicators(
        "The fields to compare, for example GDP and population. A name that ends in _YYYY carries "
        "its year; the same name with two years gives the chapter on change."
    )


def _parts() -> Iterator[Definition]:
    yield p.field(
        "SECTORS",
        "Sectors",
        "The fields with the sectors, for example persons employed, for the chapters on city types "
        "and complementarity.",
        many=True,
        optional=True,
    )
    yield p.described(
        QgsProcessingParameterMultipleLayers(
            "RASTERS", "Night-light rasters", QgsProcessing.SourceType.TypeRaster, optional=True
        ),
        "One raster for each year, for the chapter on night light.",
    )
    yield p.described(
        QgsProcessingParameterFile(
            "RASTER_FOLDER",
            "Folder of night-light rasters",
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        ),
        "A folder such as 'Night light from downloads' makes: all its rasters, besides those "
        "above.",
    )
    yield p.number(
        "LIT_THRESHOLD",
        "Lit above",
        "Cells of the rasters with a value above this count as lit.",
        default=0.0,
    )
    yield p.source(
        "FLOWS",
        "Flows",
        "A table of flows between the cities, as 'Inter-city flows' reads it.",
        optional=True,
    )
    flows: dict[str, Any] = {"parent": "FLOWS", "optional": True}
    yield p.field("FROM_FIELD", "From", "The field with the city a flow leaves.", **flows)
    yield p.field(
        "TO_FIELD",
        "To",
        "The field with the city a flow reaches; leave it out for a matrix.",
        **flows,
    )
    yield p.field(
        "VALUE_FIELD",
        "Value",
        "The field with the size of a flow; leave it out for a matrix.",
        **flows,
    )
    yield p.field(
        "NODE_ID",
        "Id of a city in the flows",
        "The field by which the flows call the cities; the name without it.",
        optional=True,
    )
    yield p.flag(
        "FLOWS_MODELLED",
        "Flows are modelled",
        "Yes where the flows are the result of a model, such as 'Potential flows', and were not "
        "observed: the report then calls them modelled wherever it shows them.",
    )
    yield p.source(
        "POLICY",
        "Policy items",
        "A table with one row for each coded policy item, as 'Planning-policy themes' reads it, "
        "for the chapters on policy themes and coordination.",
        optional=True,
    )
    policy: dict[str, Any] = {"parent": "POLICY", "optional": True}
    yield p.field(
        "POLICY_REGION_FIELD",
        "Mega-region of an item",
        "The field that names the mega-region whose plan holds the item.",
        **policy,
    )
    yield p.field("POLICY_CODE_FIELD", "Code of an item", "The field with the code.", **policy)
    yield p.field(
        "POLICY_ADDRESSEE_FIELD",
        "Addressee of an item",
        "The field that says whom the item addresses: core, secondary or both.",
        **policy,
    )
    yield p.described(
        QgsProcessingParameterVectorLayer(
            "BACKGROUND",
            "Land in the background",
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        "Polygons drawn pale under the maps, such as provinces or countries.",
    )


def _words() -> Iterator[Definition]:
    yield p.text("TITLE", "Title", "The title of the report.")
    yield p.text("AUTHOR", "Author", "Who made it, on the cover and each map.")
    yield p.text(
        "SOURCE_NOTE",
        "Source of the data",
        "Where the data come from, on each map and in the last chapter.",
    )
    yield p.text(
        "MAP_APPROVAL",
        "Map approval number",
        "The number under which the maps were approved (审图号), where the law asks for one.",
    )
    yield p.choice("PAPER", "Paper", PAPERS, "The size of the pages.", optional=True)
    yield p.choice(
        "LANGUAGE",
        "Language",
        ["English", "中文"],
        "The language of the report's text, charts and legends.",
        optional=True,
    )
    yield p.field(
        "REGION_TITLE_FIELD",
        "Full name of the mega-region",
        "The field with the mega-regions' full names, where the mega-region's field holds codes.",
        optional=True,
    )
    yield p.text(
        "NAMES",
        "Words and units for fields",
        "What fields are called in the report, as field=words [unit] separated by ';', for example "
        "gdp=GDP [100 million yuan];emp_mining=Mining [persons];light=Night light [nW/cm²/sr]. A "
        "year at the end of a field's name follows by itself. Without them a field's alias is "
        "taken.",
    )


def _advanced() -> Iterator[Definition]:
    yield p.text(
        "CORE_LEVELS",
        "Levels of core cities",
        "The administrative levels that make a core, separated by ';'.",
        default="municipality;provincial capital;sub-provincial",
        advanced=True,
    )
    yield p.described(
        QgsProcessingParameterExtent("INSET", "Extent of the inset map", optional=True),
        "An area shown in a small frame of its own, for example islands far from the mainland.",
        advanced=True,
    )
    yield p.choice(
        "VALUES_ARE",
        "Sectors are",
        ["Counts", "Shares", "Percentages"],
        "Counts (persons, firms), shares (0 to 1) or percentages (0 to 100).",
        optional=True,
        advanced=True,
    )
    yield p.missing(
        "What to do about a city without a value in a sector: leave it out, count it as zero, or "
        "stop. City types and complementarity treat it alike.",
        name="SECTORS_MISSING",
    )
    yield p.choice(
        "REFERENCE",
        "Sectors compared with",
        [
            "Mean of the region's cores",
            "The region's cores together",
            "The nearest core of the region",
        ],
        "What the sectors of a secondary city are compared with, as in 'Sector differences to the "
        "core'.",
        optional=True,
        advanced=True,
    )
    yield p.choice(
        "FORM",
        "Form of the comparison",
        ["Difference of shares", "Log ratio", "Location quotient", "The city's own share"],
        "How sectors are compared, as in 'Sector differences to the core'. Types by the own share "
        "show whether those by differences are regions in disguise.",
        optional=True,
        advanced=True,
    )
    yield p.text(
        "ROLES",
        "Roles of sectors",
        "Sums the sectors of one role first; written as field=role separated by ';'.",
        advanced=True,
    )
    yield p.choice(
        "METHOD",
        "Method of the types",
        ["K-means", "Ward", "Ward with connected types"],
        "How cities are grouped, as in 'City types'.",
        optional=True,
        advanced=True,
    )
    yield p.integer(
        "K",
        "Number of types (0 = choose)",
        "How many city types; 0 lets K be chosen.",
        default=0,
        least=0,
        advanced=True,
    )
    yield p.integer(
        "K_MAX",
        "Most types",
        "The largest number of types tried where it is chosen.",
        default=10,
        least=2,
        advanced=True,
    )
    yield p.integer(
        "PERMUTATIONS",
        "Permutations",
        "How many permutations the p-values rest on; 0: none.",
        default=999,
        least=0,
        advanced=True,
    )
    yield p.integer(
        "BOOTSTRAP",
        "Bootstrap replications",
        "Whether intervals of change are computed; 0: none, any other number: yes.",
        default=1000,
        least=0,
        advanced=True,
    )
    yield p.seed()
