"""Flows between cities as a model expects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from ..layers.cities import Cities
    from .call import Call

COLUMNS = [("from", str), ("to", str), ("value", float)]
_MOST = 1500  # cities; more make over two million rows


class PotentialFlows(MegaRegionAlgorithm):
    """A table of flows from a gravity or a radiation model."""

    ID = "potentialflows"
    TITLE = "Potential flows"
    GROUP = "relations"
    TAGS = ("flow", "gravity model", "radiation model", "spatial interaction", "travel time")
    SUMMARY = (
        "Says which flows between cities a model expects, where none are observed; 'Inter-city "
        "flows' reads the result. Nothing here was measured: say so wherever the numbers are "
        "shown.\n\n"
        "Gravity: mass of the origin x mass of the destination / distance to a power. Radiation "
        "(Simini et al. 2012): everyone travels to the nearest better opportunity, so that what "
        "lies between two cities counts, and no power has to be chosen.\n\n"
        "Distances are great-circle kilometres between points on the cities' geometry, or the "
        "minutes of a table of travel times."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city with its mass: points or polygons; with a table of travel "
                "times also a table."
            ),
            parameters.field(
                "ID_FIELD",
                "Id of a city",
                "The field with the id or name by which the result, and the table of travel times, "
                "call the city; each once.",
            ),
            parameters.field(
                "MASS_FIELD",
                "Mass",
                "How much a city sends, for example its GDP or population: zero or more. Cities "
                "without it are left out and named.",
            ),
            parameters.field(
                "DESTINATION_MASS_FIELD",
                "Mass of destinations",
                "How much a city attracts, for example its jobs, where that is not the same field; "
                "in the radiation model, its opportunities.",
                optional=True,
            ),
            parameters.choice(
                "MODEL",
                "Model",
                ["Gravity", "Radiation"],
                "Gravity falls with distance by the power below. Radiation falls with what lies "
                "between.",
            ),
            parameters.number(
                "DISTANCE_POWER",
                "Power of distance",
                "Of the gravity model: 2 falls to a quarter at twice the distance, 1 to a half.",
                default=2.0,
                least=0.0,
            ),
            parameters.source(
                "TIMES",
                "Travel times",
                "A table with the fields from, to (ids of cities) and minutes, which take the "
                "place of kilometres. Ways that it does not hold in either direction have no flow.",
                optional=True,
            ),
            parameters.number(
                "TOTAL",
                "Total",
                "The sum that all flows together shall have; without it they keep the size that "
                "the model gives them.",
                least=0.0,
            ),
            parameters.sink(
                "OUTPUT",
                "Potential flows",
                "A table with one row for each ordered pair of cities: from, to and value.",
            ),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..measures.errors import InputError
        from ..measures.relations.potential import GRAVITY, gravity, radiation, scaled_to

        cities, masses, used = _read(call)
        names = [cities.keys[row] for row in used]
        distance = _distances(call, cities, used)
        origin, destination = masses[used].T
        if call.choice("MODEL") == GRAVITY:
            _refuse_same_place(distance, cities, used)
            flows = gravity(origin, destination, distance, call.number("DISTANCE_POWER"))
        else:
            flows = radiation(origin, destination, distance)
        if not np.isfinite(flows[~np.isnan(flows)]).all():
            raise InputError(
                tr(
                    "The masses of layer '{layer}' are too large for the model: give them in "
                    "a larger unit, such as millions."
                ).format(layer=cities.layer)
            )
        if call.given("TOTAL"):
            flows = scaled_to(flows, call.number("TOTAL"))
        unknown = int(np.isnan(flows).sum())
        if unknown:
            call.warn(
                tr("{unknown} ways without a travel time have no flow.").format(unknown=unknown)
            )
        call.finding(
            tr("{count} of {count_2} cities used; the flows are a model's.").format(
                count=len(used), count_2=len(cities)
            )
        )
        call.table("OUTPUT", self.TITLE, COLUMNS, _rows(names, flows))


def _read(call: Call) -> tuple[Cities, np.ndarray, np.ndarray]:
    """The cities, their two masses, shape (n, 2), and the rows that have both."""
    import numpy as np

    from ..layers.cities import refuse_negative
    from ..measures.errors import InputError

    fields = [call.text("MASS_FIELD")]
    fields.append(call.text("DESTINATION_MASS_FIELD") or fields[0])
    cities = call.cities(call.source(), numbers=fields)
    refuse_negative(cities, dict.fromkeys(fields))
    masses = np.column_stack([cities.numbers[field] for field in fields])
    blank = np.isnan(masses).any(axis=1)
    if blank.any():
        call.warn(
            tr("No mass, left out: {names}.").format(names=cities.name(np.flatnonzero(blank)))
        )
    used = np.flatnonzero(~blank)
    if len(used) < 2:
        raise InputError(
            tr("Layer '{layer}' has {count} cities with a mass: flows need two or more.").format(
                layer=cities.layer, count=len(used)
            )
        )
    if len(used) > _MOST:
        raise InputError(
            tr(
                "Layer '{layer}' has {count:,} cities, which make too many pairs (at most "
                "{most:,} cities): select fewer."
            ).format(layer=cities.layer, count=len(used), most=_MOST)
        )
    return cities, masses, used


def _distances(call: Call, cities: Cities, used: np.ndarray) -> np.ndarray:
    """Kilometres or minutes between the cities used, NaN where unknown."""
    import numpy as np

    from ..layers.points import representative_points
    from ..layers.relations.times import read_times
    from ..measures.distance import great_circle_km
    from ..measures.errors import InputError

    if call.given("TIMES"):
        positions = {cities.keys[row]: place for place, row in enumerate(used)}
        return read_times(call.source("TIMES"), positions, call.feedback)
    points = representative_points(call.source(), cities.ids, call.context.transformContext())
    placeless = used[np.isnan(points[used]).any(axis=1)]
    if len(placeless):
        raise InputError(
            tr(
                "Without a geometry in layer '{layer}': {names}; give them one, or a table "
                "of travel times."
            ).format(layer=cities.layer, names=cities.name(placeless))
        )
    lon, lat = points[used].T
    return great_circle_km(lon, lat, lon, lat)


def _refuse_same_place(distance: np.ndarray, cities: Cities, used: np.ndarray) -> None:
    import numpy as np

    from ..measures.errors import InputError

    here = np.argwhere(np.triu(distance == 0, 1))
    if len(here):
        pair = cities.name(used[here[0]])
        raise InputError(
            tr(
                "Two cities of layer '{layer}' lie in the same place ({pair}), so that "
                "gravity between them is infinite: correct their places or choose the "
                "radiation model."
            ).format(layer=cities.layer, pair=pair)
        )


def _rows(names: list[str], flows: np.ndarray) -> Iterator[tuple[str, str, float]]:
    """Every ordered pair whose flow is known."""
    for start, row in zip(names, flows.tolist()):
        for end, value in zip(names, row):
            if end != start and value == value:
                yield start, end, value
