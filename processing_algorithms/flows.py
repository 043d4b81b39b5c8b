"""Flows between cities: lines, cities and regions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from qgis.core import QgsGeometry, QgsPointXY

    from ..layers.cities import Cities
    from ..layers.outputs import Column
    from ..layers.relations.flows import FlowRows
    from ..measures.relations.flows import Links
    from .call import Call

LINES = [
    ("from", str),
    ("to", str),
    ("value", float),
    ("reverse", float),
    ("symmetry", float),
    ("relation", str),
]
SUMMARY = [
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
        "With NETWORK the cities also get mr_pagerank, the share of a walk along the flows that is "
        "spent in the city; mr_betweenness, the share of the other cities' pairs whose shortest "
        "way passes the city, a link being as long as its flow is small; and mr_community, the "
        "number of the group of cities with much flow inside and little to others (Louvain), 1 the "
        "largest. Cities without a flow have none of them.\n\n"
        "Two forms of table are read: one row for each flow (FROM_FIELD, TO_FIELD, VALUE_FIELD), "
        "and a matrix with one row and one column for each city (FROM_FIELD only). A city's flow "
        "to itself is left out; several rows of the same pair are summed."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city: points or polygons. A line starts and ends at a point on "
                "the city's own area.",
                parameters.GEOMETRY,
                "NODES",
            ),
            parameters.field(
                "NODE_ID",
                "Id of a city",
                "The field with the id or name by which the flow table calls the city; each once.",
                parent="NODES",
            ),
            parameters.region(
                "The field that names the mega-region of a city. The flows of a city without one "
                "are drawn but have no relation.",
                parent="NODES",
            ),
            parameters.role(
                "The field with the role, made by 'Mark core and secondary cities'.",
                parent="NODES",
            ),
            *self._table(),
            parameters.integer(
                "TOP_N",
                "Strongest flows of each region",
                "How many of the strongest flows of each region become lines, and of those between "
                "regions; 0 draws all. The sums of cities and regions always count all flows.",
                default=0,
                least=0,
            ),
            parameters.sink(
                "OUTPUT",
                "Flows",
                "One line for each flow above zero, or for the strongest, with value, reverse (the "
                "flow back), symmetry and relation. The style draws the strongest of the layer.",
                parameters.LINES,
            ),
            parameters.sink(
                "CITIES",
                "Cities with flows",
                "The cities with mr_in, mr_out, mr_net (in less out) and mr_dominance, from all "
                "flows.",
                optional=True,
            ),
            parameters.sink(
                "SUMMARY",
                "Flows of regions",
                "A table with one row for each region, from the flows between its own cities.",
                optional=True,
            ),
            parameters.flag(
                "NETWORK",
                "Centrality and communities",
                "Adds to the cities mr_pagerank, mr_betweenness and mr_community, from all flows. "
                "Needs the Python packages networkx and scipy, and minutes for a thousand cities.",
                default=False,
                advanced=True,
            ),
        )

    def _table(self) -> list[Any]:
        return [
            parameters.source(
                "FLOWS",
                "Flows",
                "A table of flows of zero or more, in one of two forms: one row for each flow, or "
                "a matrix with one row for each city of origin and one column for each city of "
                "destination. Flows from or to cities that are not among NODES are left out and "
                "named.",
            ),
            parameters.field(
                "FROM_FIELD",
                "From",
                "The field with the id of the city a flow leaves; in a matrix, of the row's city. "
                "A CSV matrix whose columns are called by number codes may show them as field_1, "
                "field_2 and so on; choose the one with the rows' cities, the codes are found.",
                parent="FLOWS",
            ),
            parameters.field(
                "TO_FIELD",
                "To",
                "The field with the id of the city a flow reaches. Leave it and VALUE_FIELD empty "
                "for a matrix, whose columns are named by the cities' ids.",
                parent="FLOWS",
                optional=True,
            ),
            parameters.field(
                "VALUE_FIELD",
                "Value",
                "The field with the size of a flow, zero or more. Leave it and TO_FIELD empty for "
                "a matrix.",
                parent="FLOWS",
                optional=True,
            ),
        ]

    def work(self, call: Call) -> None:
        from qgis.core import QgsWkbTypes

        from ..cartography.relations.flows import style_flow_cities, style_flows
        from ..layers.cities import read_cities
        from ..layers.relations.flows import node_points, node_positions
        from ..measures.relations.flows import city_flows, links, relations, strongest

        if call.flag("NETWORK"):
            call.need("networkx")
            call.need("scipy")
        nodes, id_field = call.source("NODES"), call.text("NODE_ID")
        cities = read_cities(
            nodes,
            call.feedback,
            texts=[id_field],
            region_field=call.field("REGION_FIELD"),
            role_field=call.text("ROLE_FIELD") or "mr_role",
        )
        identifiers = cities.texts[id_field]
        positions = node_positions(identifiers, id_field, cities.layer)
        points = node_points(nodes, cities.ids)
        _report_cities(cities, id_field, points, call)
        call.feedback.setProgressText(tr("Reading the flows"))
        read = _read(call, positions)
        network = links(len(cities), read.origin, read.destination, read.value)
        _report_flows(read, network, call)
        relation = relations(network, cities.regions, cities.roles)
        summary = _summary(network, relation, cities, call)
        names = [str(identifier) for identifier in identifiers]
        drawn = strongest(network, cities.regions, names, call.integer("TOP_N"))
        if len(drawn) < len(network):
            call.info(
                tr("The {count} strongest of the regions are drawn.").format(count=len(drawn))
            )
        call.table(
            "OUTPUT",
            "Flows",
            LINES,
            _line_rows(network, relation, names, drawn),
            geometries=_lines(network, points, drawn),
            crs=nodes.sourceCrs(),
            kind=QgsWkbTypes.Type.LineString,
            style=style_flows,
        )
        found = city_flows(network)
        added: dict[Column, np.ndarray | list[int | None]] = {
            ("mr_in", float): found.inflow,
            ("mr_out", float): found.outflow,
            ("mr_net", float): found.inflow - found.outflow,
            ("mr_dominance", float): found.dominance,
        }
        if call.flag("NETWORK"):
            added.update(_network(network, names, call))
        title = "Cities with flows"
        call.extend("CITIES", title, nodes, cities.ids, added, style=style_flow_cities)
        call.table("SUMMARY", "Flows of regions", SUMMARY, summary)


def _read(call: Call, positions: dict[str, int]) -> FlowRows:
    from ..layers.relations.flows import read_matrix, read_pairs
    from ..measures.errors import InputError

    start, end, value = (call.text(name) for name in ("FROM_FIELD", "TO_FIELD", "VALUE_FIELD"))
    if end and value:
        return read_pairs(call.source("FLOWS"), (start, end, value), positions, call.feedback)
    if end or value:
        raise InputError(
            tr(
                "Only one of TO_FIELD and VALUE_FIELD is set: set both for one row a flow, "
                "or neither for a matrix."
            )
        )
    return read_matrix(call.source("FLOWS"), start, positions, call.feedback)


def _lines(
    network: Links, points: list[QgsPointXY | None], drawn: np.ndarray
) -> Iterator[QgsGeometry]:
    """A straight line for each link, empty where an end has no place."""
    from qgis.core import QgsGeometry

    ends = zip(network.origin[drawn].tolist(), network.destination[drawn].tolist())
    for start, end in ends:
        a, b = points[start], points[end]
        known = a is not None and b is not None
        yield QgsGeometry.fromPolylineXY([a, b]) if known else QgsGeometry()


def _line_rows(
    network: Links, relation: np.ndarray, names: list[str], drawn: np.ndarray
) -> Iterator[tuple[Any, ...]]:
    from ..measures.relations.flows import RELATIONS

    words = [*RELATIONS, None]  # the last for -1, unrelated
    return zip(
        [names[i] for i in network.origin[drawn].tolist()],
        [names[i] for i in network.destination[drawn].tolist()],
        network.value[drawn].tolist(),
        network.reverse[drawn].tolist(),
        network.symmetry[drawn].tolist(),
        [words[int(i)] for i in relation[drawn]],
    )


def _summary(network: Links, relation: np.ndarray, cities: Cities, call: Call) -> list[list[Any]]:
    import numpy as np

    from ..layers.fields import name_some
    from ..measures.relations.flows import region_flows

    rows = []
    for region, inside in call.each(list(cities.by_region().items())):
        members = np.zeros(network.size, dtype=bool)
        members[inside] = True
        found = region_flows(network, relation, members)
        rows.append([region, *(getattr(found, name) for name, _ in SUMMARY[1:])])
    without = [row[0] for row in rows if not row[1]]
    if without:
        call.warn(
            tr(
                "Regions without a flow between their cities, whose measures stay empty: {names}."
            ).format(names=name_some(without))
        )
    return rows


def _network(
    network: Links, names: list[str], call: Call
) -> dict[Column, np.ndarray | list[int | None]]:
    """Centrality and community of each city."""
    from ..measures.relations.network import position

    call.feedback.setProgressText(tr("Centrality and communities of cities"))
    found = position(network, names, call.check)
    if len(network):
        call.info(
            tr(
                "{count} communities of cities, modularity {modularity:.3f} (0 where flows know no "
                "groups)."
            ).format(count=int(found.community.max()), modularity=found.modularity)
        )
    return {
        ("mr_pagerank", float): found.pagerank,
        ("mr_betweenness", float): found.betweenness,
        ("mr_community", int): [int(number) or None for number in found.community],
    }


def _report_cities(
    cities: Cities, id_field: str, points: list[QgsPointXY | None], call: Call
) -> None:
    """Name the cities without id, region, role or place."""
    outside = [region is None for region in cities.regions]
    cases = {
        tr("Without an id in field '{field}', without flows: {names}."): [
            identifier is None for identifier in cities.texts[id_field]
        ],
        tr(
            "In no region, so that their flows have no relation and count for no region: {names}."
        ): (outside),
        tr(
            "Neither core nor secondary, so that their flows inside a region have no relation: "
            "{names}."
        ): [
            role not in ("core", "secondary") and not out
            for role, out in zip(cities.roles, outside)
        ],
        tr("Without a geometry, so that their flows are rows without a line: {names}."): [
            point is None for point in points
        ],
    }
    for words, hit in cases.items():
        rows = [row for row, is_hit in enumerate(hit) if is_hit]
        if rows:
            call.warn(words.format(field=id_field, names=cities.name(rows)))


def _report_flows(read: FlowRows, network: Links, call: Call) -> None:
    """Say what was read, summed and left out."""
    from ..layers.relations.flows import plain_number

    own = read.origin == read.destination
    if own.any():
        call.info(
            tr("Left out: {count} flows of cities to themselves (sum {plain_number}).").format(
                count=int(own.sum()), plain_number=plain_number(read.value[own].sum())
            )
        )
    zero = int((~own & (read.value == 0)).sum())
    if zero:
        call.info(tr("{zero} pairs with a flow of 0 have no line.").format(zero=zero))
    summed = int((~own & (read.value > 0)).sum()) - len(network)
    if summed:
        call.info(
            tr("{summed} rows repeat a pair of cities and were summed.").format(summed=summed)
        )
    call.finding(
        tr("{count} flows between {size} cities, sum {plain_number}.").format(
            count=len(network), size=network.size, plain_number=plain_number(network.value.sum())
        )
    )
    if not len(network):
        call.warn(tr("No flow is above zero: the layer of flows is empty."))
