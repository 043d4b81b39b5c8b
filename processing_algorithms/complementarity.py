"""Functional complementarity of the cities of each mega-region."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..cartography.relations.style import style_complementarity
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.cities import LEAVE_OUT
from ..layers.citychecks import rows_in_regions, warn_outside
from ..layers.sectors import sector_values
from ..layers.sinks import Column, write_extended, write_table
from ..measures.groups import positions_by_name
from ..measures.prepare.roles import CORE, SECONDARY
from ..measures.relations.complementarity import Complementarity, complementarity
from ..measures.sectors import COUNTS
from .oldbase import MegaRegionAlgorithm, check_cancelled

SUMMARY_COLUMNS: list[Column] = [
    ("region", str),
    ("cities", int),
    ("cores", int),
    ("secondaries", int),
    ("left_out", int),
    ("specialisation", float),
    ("complementarity", float),
    ("most_complementary", str),
]


class ComplementarityAlgorithm(MegaRegionAlgorithm):
    """The cities with location quotients and two Krugman indices; a summary by region."""

    ID = "complementarity"
    TITLE = "Functional complementarity"
    GROUP = "relations"
    TAGS = (
        "complementarity",
        "specialisation",
        "location quotient",
        "krugman",
        "sector",
        "industry",
        "mega-region",
    )
    SUMMARY = (
        "Measures how the sectors of each city differ from those of its mega-region, and how those "
        "of each secondary city differ from the cores': what cities do that others do not is "
        "where they can complement each other.\n\n"
        "lq_<sector>: location quotient, the city's share of the sector over the region's; above "
        "1 the city has more than its part. mr_specialisation: Krugman index to the region, the "
        "sum over the sectors of the absolute differences of shares, 0 (like the region) to 2 "
        "(no sector shared). mr_complementarity: the same between a secondary city and the cores "
        "of its region together.\n\n"
        "A region's shares are those of all its cities with values, whatever their role. Cities "
        "that cannot be compared keep their row with empty results, and the log names them."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city with its mega-region, role and sectors: polygons, points or a "
            "table.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "INPUT"),
            "The field that names the mega-region of a city. Cities without one get no results.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", "mr_role", "INPUT", optional=True),
            "The field with the role, made by 'Mark core and secondary cities': exactly 'core' and "
            "'secondary' are used.",
        )
        self.add(
            QgsProcessingParameterField("SECTORS", "Sectors", None, "INPUT", allowMultiple=True),
            "The fields with the sectors, for example persons employed in manufacturing. Take them "
            "all, and none that contains another.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "VALUES_ARE", "Values are", ["Counts", "Shares", "Percentages"], defaultValue=COUNTS
            ),
            "Counts (persons, firms, output) are summed over a region's cities, so that large "
            "cities count more. Shares (0 to 1) and percentages (0 to 100) do not say how large a "
            "city is: the region's and the cores' shares are then means in which each city counts "
            "once.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "Complementarity"),
            "The cities with lq_<sector>, mr_specialisation and mr_complementarity added.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "SUMMARY",
                "Complementarity by region",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table with one row for each region: how many cities were compared and left out, "
            "the mean specialisation of all cities, the mean complementarity of the secondary "
            "cities, and the secondary city least like the cores.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or "mr_role"
        sectors = list(dict.fromkeys(self.parameterAsFields(parameters, "SECTORS", context)))
        values_are = self.parameterAsEnum(parameters, "VALUES_ARE", context)
        table = read_table(
            source, numbers=sectors, texts=[region_field, role_field], feedback=feedback
        )
        check_cancelled(feedback)
        regions, roles = table.texts[region_field], np.array(table.texts[role_field], dtype=object)
        is_core, is_secondary = roles == CORE, roles == SECONDARY
        inside = rows_in_regions(table, regions, region_field)
        values = sector_values(table, sectors, inside, values_are, LEAVE_OUT, feedback)
        found = complementarity(values, regions, is_core, is_secondary, values_are)
        feedback.setProgress(50)
        _report(table, regions, sectors, found, feedback)
        warn_outside(table, regions, feedback)
        check_cancelled(feedback)

        added: dict[Column, Any] = {
            (f"lq_{sector}", float): found.quotients[:, column]
            for column, sector in enumerate(sectors)
        }
        added["mr_specialisation", float] = found.specialisation
        added["mr_complementarity", float] = found.dissimilarity
        results = {
            "OUTPUT": write_extended(self, parameters, "OUTPUT", context, source, table.ids, added),
            "SUMMARY": write_table(
                self,
                parameters,
                "SUMMARY",
                context,
                SUMMARY_COLUMNS,
                _summary(table, regions, is_core, is_secondary, found),
            ),
        }
        style = partial(style_complementarity, role_field=role_field)
        self.style(context, results["OUTPUT"], self.TITLE, style)
        self.style(context, results["SUMMARY"], "Complementarity by region")
        return {name: destination for name, destination in results.items() if destination}


def _summary(
    table: CityTable,
    regions: list[str | None],
    is_core: np.ndarray,
    is_secondary: np.ndarray,
    found: Complementarity,
) -> list[list[Any]]:
    """One row for each region, over its cities with values."""
    rows: list[list[Any]] = []
    for region, members in positions_by_name(regions).items():
        used = members[~np.isnan(found.specialisation[members])]
        compared = members[~np.isnan(found.dissimilarity[members])]
        dissimilar = found.dissimilarity[compared]
        rows.append(
            [
                region,
                len(used),
                int(is_core[used].sum()),
                int(is_secondary[used].sum()),
                len(members) - len(used),
                found.specialisation[used].mean() if len(used) else None,
                dissimilar.mean() if len(compared) else None,
                table.labels[compared[dissimilar.argmax()]] if len(compared) else None,
            ]
        )
    return rows


def _report(
    table: CityTable,
    regions: list[str | None],
    sectors: list[str],
    found: Complementarity,
    feedback: QgsProcessingFeedback,
) -> None:
    """Say how many cities were compared, and name the regions that could not be."""
    used = ~np.isnan(found.specialisation)
    feedback.pushInfo(
        f"{int(used.sum())} of {len(table)} cities compared with their region, "
        f"{int((~np.isnan(found.dissimilarity)).sum())} secondary cities with its cores, in "
        f"{len({region for region, kept in zip(regions, used) if kept})} regions."
    )
    if found.without_core:
        feedback.pushWarning(
            "Regions without a core that has values, their secondary cities get no "
            f"complementarity: {name_some(found.without_core)}."
        )
    for region, columns in found.absent.items():
        names = [sectors[column] for column in columns]
        feedback.pushWarning(
            f"Region {region} has nothing in {name_some(names)}: no location quotient."
        )
