"""Flows between cities: lines, cities and regions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ..cartography.relations.flows import style_flow_cities, style_flows
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.relations.flows import FlowRows, node_points, node_positions, read_matrix, read_pairs
from ..layers.sinks import Column, write_extended, write_table
from ..measures.errors import InputError
from ..measures.groups import positions_by_name
from ..measures.relations.flows import RELATIONS, Links, city_flows, links, region_flows, relations
from .oldbase import MegaRegionAlgorithm, check_cancelled

LINES: list[Column] = [
    ("from", str),
    ("to", str),
    ("value", float),
    ("reverse", float),
    ("symmetry", float),
    ("relation", str),
]
SUMMARY: list[Column] = [
    ("region", str),
    ("flows", int),
    ("total", float),
    ("core_core", float),
    ("core_secondary", float),
    ("secondary_secondary", float),
    ("multidirectionality", float),
    ("symmetry", float),
    ("functional_polycentricity", float),
]


class Flows(MegaRegionAlgorithm):
    """One line a directed flow; the cities' and the regions' sums."""

    ID = "flows"
    TITLE = "Inter-city flows"
    GROUP = "relations"
    TAGS = ("flow", "network", "migration", "commuting", "entropy", "polycentricity", "symmetry")
    SUMMARY = (
        "Draws the flows between cities - trips, moves, freight, investment, messages - as lines, "
        "and measures how balanced and how multi-directional they are in each mega-region.\n\n"
        "A link's symmetry is 0 where both directions carry the same, 1 where nothing flows back "
        "and negative where more flows back. A city's mr_dominance is what flows in and out of it "
        "over the mean of the other cities (Limtanakool et al. 2007).\n\n"
        "For a region, from the flows between its own cities: multidirectionality is the entropy "
        "of the flows, 0 where all are on one link and 1 where each pair of cities has the same; "
        "symmetry is 0 where all flows are one-way and 1 where all are balanced; "
        "functional_polycentricity is the density of links times the evenness of the cities' "
        "inflows (Green 2007).\n\n"
        "Two forms of table are read: one row for each flow (FROM_FIELD, TO_FIELD, VALUE_FIELD), "
        "and a matrix with one row and one column for each city (FROM_FIELD only). A city's flow "
        "to itself is left out; several rows of the same pair are summed."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self._add_cities()
        self.add(
            QgsProcessingParameterFeatureSource(
                "FLOWS", "Flows", [QgsProcessing.SourceType.TypeVector]
            ),
            "A table of flows of zero or more, in one of two forms: one row for each flow, or a "
            "matrix with one row for each city of origin and one column for each city of "
            "destination. Flows from or to cities that are not among NODES are left out and named.",
        )
        self.add(
            QgsProcessingParameterField("FROM_FIELD", "From", None, "FLOWS"),
            "The field with the id of the city a flow leaves; in a matrix, of the row's city. A "
            "CSV matrix whose columns are called by number codes may show them as field_1, "
            "field_2 and so on; choose the one with the rows' cities, the codes are found.",
        )
        self.add(
            QgsProcessingParameterField("TO_FIELD", "To", None, "FLOWS", optional=True),
            "The field with the id of the city a flow reaches. Leave it and VALUE_FIELD empty for "
            "a matrix, whose columns are named by the cities' ids.",
        )
        self.add(
            QgsProcessingParameterField("VALUE_FIELD", "Value", None, "FLOWS", optional=True),
            "The field with the size of a flow, zero or more. Leave it and TO_FIELD empty for a "
            "matrix.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", "Flows", QgsProcessing.SourceType.TypeVectorLine
            ),
            "One line for each flow above zero, with value, reverse (the flow back), symmetry and "
            "relation. The layer holds all flows; its style draws the strongest.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CITIES", "Cities with flows", optional=True, createByDefault=False
            ),
            "The cities with mr_in, mr_out, mr_net (in less out) and mr_dominance, from all flows.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "SUMMARY",
                "Flows of regions",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table with one row for each region, from the flows between its own cities.",
        )

    def _add_cities(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "NODES", "Cities", [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            ),
            "One row for each city: points or polygons. A line starts and ends at a point on the "
            "city's own area.",
        )
        self.add(
            QgsProcessingParameterField("NODE_ID", "Id of a city", None, "NODES"),
            "The field with the id or name by which the flow table calls the city; each once.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "NODES"),
            "The field that names the mega-region of a city. The flows of a city without one are "
            "drawn but have no relation.",
        )
        self.add(
            QgsProcessingParameterField("ROLE_FIELD", "Role", "mr_role", "NODES", optional=True),
            "The field with the role, made by 'Mark core and secondary cities'.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        nodes = self.source(parameters, "NODES", context)
        id_field = self.parameterAsString(parameters, "NODE_ID", context)
        region_field = self.parameterAsString(parameters, "REGION_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context) or "mr_role"
        table = read_table(nodes, texts=[id_field, region_field, role_field], feedback=feedback)
        identifiers = table.texts[id_field]
        positions = node_positions(identifiers, id_field, table.layer)
        points = node_points(nodes, table.ids)
        _report_cities(table, id_field, region_field, role_field, points, feedback)
        feedback.setProgressText("Reading the flows")
        read = self._read(parameters, context, positions, feedback)
        check_cancelled(feedback)
        network = links(len(table), read.origin, read.destination, read.value)
        _report_flows(read, network, feedback)
        relation = relations(network, table.texts[region_field], table.texts[role_field])
        regions = positions_by_name(table.texts[region_field])
        summary = _summary(network, relation, regions, feedback)
        check_cancelled(feedback)
        feedback.setProgressText("Writing the lines")

        results = {
            "OUTPUT": write_table(
                self,
                parameters,
                "OUTPUT",
                context,
                LINES,
                _line_rows(network, relation, [str(identifier) for identifier in identifiers]),
                _lines(network, points),
                nodes.sourceCrs(),
                QgsWkbTypes.Type.LineString,
            )
        }
        self.style(context, results["OUTPUT"], "Flows", style_flows)
        cities = city_flows(network)
        added: dict[Column, np.ndarray] = {
            ("mr_in", float): cities.inflow,
            ("mr_out", float): cities.outflow,
            ("mr_net", float): cities.inflow - cities.outflow,
            ("mr_dominance", float): cities.dominance,
        }
        results["CITIES"] = write_extended(
            self, parameters, "CITIES", context, nodes, table.ids, added
        )
        self.style(context, results["CITIES"], "Cities with flows", style_flow_cities)
        results["SUMMARY"] = write_table(self, parameters, "SUMMARY", context, SUMMARY, summary)
        self.style(context, results["SUMMARY"], "Flows of regions")
        return {name: result for name, result in results.items() if result is not None}

    def _read(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        positions: dict[str, int],
        feedback: QgsProcessingFeedback,
    ) -> FlowRows:
        flows = self.source(parameters, "FLOWS", context)
        start, end, value = (
            self.parameterAsString(parameters, name, context)
            for name in ("FROM_FIELD", "TO_FIELD", "VALUE_FIELD")
        )
        if end and value:
            return read_pairs(flows, (start, end, value), positions, feedback)
        if end or value:
            raise InputError(
                "Only one of TO_FIELD and VALUE_FIELD is set: set both for one row a flow, or "
                "neither for a matrix."
            )
        return read_matrix(flows, start, positions, feedback)


def _lines(network: Links, points: list[QgsPointXY | None]) -> Iterator[QgsGeometry]:
    """A straight line for each link, empty where an end has no place."""
    for start, end in zip(network.origin.tolist(), network.destination.tolist()):
        a, b = points[start], points[end]
        known = a is not None and b is not None
        yield QgsGeometry.fromPolylineXY([a, b]) if known else QgsGeometry()


def _line_rows(network: Links, relation: np.ndarray, names: list[str]) -> Iterator[tuple[Any, ...]]:
    words = [*RELATIONS, None]  # the last for -1, unrelated
    return zip(
        [names[i] for i in network.origin.tolist()],
        [names[i] for i in network.destination.tolist()],
        network.value.tolist(),
        network.reverse.tolist(),
        network.symmetry.tolist(),
        [words[int(i)] for i in relation],
    )


def _summary(
    network: Links,
    relation: np.ndarray,
    regions: dict[str, np.ndarray],
    feedback: QgsProcessingFeedback,
) -> list[list[Any]]:
    rows = []
    for region, cities in regions.items():
        check_cancelled(feedback)
        members = np.zeros(network.size, dtype=bool)
        members[cities] = True
        found = region_flows(network, relation, members)
        rows.append([region, *(getattr(found, name) for name, _ in SUMMARY[1:])])
    without = [row[0] for row in rows if not row[1]]
    if without:
        feedback.pushWarning(
            f"Regions without a flow between their cities, whose measures stay empty: "
            f"{name_some(without)}."
        )
    return rows


def _report_cities(
    table: CityTable,
    id_field: str,
    region_field: str,
    role_field: str,
    points: list[QgsPointXY | None],
    feedback: QgsProcessingFeedback,
) -> None:
    """Name the cities without id, region, role or place."""
    outside = [region is None for region in table.texts[region_field]]
    cases = {
        f"Without an id in field '{id_field}', without flows": [
            identifier is None for identifier in table.texts[id_field]
        ],
        "In no region, so that their flows have no relation and count for no region": outside,
        "Neither core nor secondary, so that their flows inside a region have no relation": [
            role not in ("core", "secondary") and not out
            for role, out in zip(table.texts[role_field], outside)
        ],
        "Without a geometry, so that their flows are rows without a line": [
            point is None for point in points
        ],
    }
    for words, hit in cases.items():
        names = [label for label, is_hit in zip(table.labels, hit) if is_hit]
        if names:
            feedback.pushWarning(f"{words}: {name_some(names)}.")


def _report_flows(read: FlowRows, network: Links, feedback: QgsProcessingFeedback) -> None:
    """Say what was read, summed and left out."""
    own = read.origin == read.destination
    if own.any():
        feedback.pushInfo(
            f"Left out: {int(own.sum())} flows of cities to themselves (sum "
            f"{read.value[own].sum():,.6g})."
        )
    zero = int((~own & (read.value == 0)).sum())
    if zero:
        feedback.pushInfo(f"{zero} pairs with a flow of 0 have no line.")
    summed = int((~own & (read.value > 0)).sum()) - len(network)
    if summed:
        feedback.pushInfo(f"{summed} rows repeat a pair of cities and were summed.")
    feedback.pushInfo(
        f"{len(network)} flows between {network.size} cities, sum {network.value.sum():,.6g}."
    )
    if not len(network):
        feedback.pushWarning("No flow is above zero: the layer of flows is empty.")
