"""The panel's buttons: what each needs, and which algorithms with which settings it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ...layers.fields import parse_indicators
from ...measures.texts import tr

TEMPORARY = "TEMPORARY_OUTPUT"
_LEVEL_RULE, _RANK_RULE = 0, 4  # of markcores
_PERMUTATIONS = 999
_AROUND_KM = 25  # what stands for a city's area where only its point is known
_BUFFER = "native:geometrybyexpression"


@dataclass
class Chosen:
    """What the user has chosen: fields by name, empty where there is none.

    Attributes:
        layer: id of the layer of cities.
        polygons: whether they are areas.
        points: whether they are points.
        crs: of the layer, such as EPSG:4326.
        region: the mega-region's field.
        name: the city's name.
        identity: what tells cities apart.
        level: the administrative level.
        role: `core` and `secondary`.
        year: of a table with a row for each city and year.
        population: for cores where neither level nor role is known.
        indicators: what to compare.
        sectors: what to make types from.
        rasters: ids of rasters of night light.
        lit_above: the value above which a cell of them is lit.
        folder: of the report.
        chinese: whether the report is in Chinese.
    """

    layer: str = ""
    polygons: bool = False
    points: bool = False
    crs: str = ""
    region: str = ""
    name: str = ""
    identity: str = ""
    level: str = ""
    role: str = ""
    year: str = ""
    population: str = ""
    indicators: Sequence[str] = ()
    sectors: Sequence[str] = ()
    rasters: Sequence[str] = field(default_factory=list)
    lit_above: float = 0.0
    folder: str = ""
    chinese: bool = False


class Output(NamedTuple):
    """An output of an earlier run of the same click, instead of a layer's id."""

    algorithm: str
    name: str


class Run(NamedTuple):
    """One algorithm with its settings; `Output` stands for what an earlier one makes.

    Attributes:
        algorithm: its name, with its provider where that is another one.
        parameters: its settings.
        title: of what it makes, where it is not the plugin's.
        remark: what the user should know of it.
    """

    algorithm: str
    parameters: dict[str, Any]
    title: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Step:
    """A button.

    Attributes:
        key: the step's.
        title: words on the button.
        tip: what it does, one sentence.
        needs: what is missing, one sentence; empty where nothing is.
        plan: the runs.
    """

    key: str
    title: str
    tip: str
    needs: Callable[[Chosen], str]
    plan: Callable[[Chosen], list[Run]]


def _needs_cores(chosen: Chosen) -> str:
    if not chosen.layer:
        return tr("Choose the layer of cities, or load the example.")
    if not chosen.region:
        return tr("Choose the field that names the mega-region of each city.")
    if not (chosen.role or chosen.level or chosen.population):
        return tr(
            "Nothing says which cities are cores: choose the field with the administrative level "
            "or the role, or a population."
        )
    return ""


def _needs_indicators(chosen: Chosen) -> str:
    missing = _needs_cores(chosen)
    if not missing and not chosen.indicators:
        return tr("Choose one or more indicators, such as GDP or population.")
    return missing


def _needs_years(chosen: Chosen) -> str:
    missing = _needs_indicators(chosen)
    if missing or chosen.year or _with_years(chosen.indicators):
        return missing
    return tr(
        "No indicator has two years: choose fields of one indicator that end in a year, such as "
        "gdp_2006 and gdp_2023."
    )


def _needs_sectors(chosen: Chosen) -> str:
    missing = _needs_cores(chosen)
    if not missing and len(chosen.sectors) < 2:
        return tr("Choose two or more sectors, such as persons employed in each.")
    return missing


def _needs_light(chosen: Chosen) -> str:
    if not chosen.layer:
        return _needs_cores(chosen)
    if not chosen.polygons and not (chosen.points and chosen.crs):
        return tr("Night light is measured over areas: choose a layer of city polygons.")
    if not chosen.rasters:
        return tr("Add a raster of night light to the project and choose it.")
    return ""


def _needs_report(chosen: Chosen) -> str:
    missing = _needs_indicators(chosen)
    if missing:
        return missing
    if not chosen.name:
        return tr("Choose the field with the cities' names.")
    return "" if chosen.folder else tr("Choose the folder of the report.")


def _with_years(indicators: Sequence[str]) -> list[str]:
    """The fields of the indicators that have two years or more."""
    items = parse_indicators(indicators)
    years: dict[str, set[int]] = {}
    for item in items:
        if item.year is not None:
            years.setdefault(item.name, set()).add(item.year)
    return [item.field for item in items if len(years.get(item.name, ())) > 1]


def _marking(chosen: Chosen) -> Run:
    rule: dict[str, Any] = {"RULE": _RANK_RULE, "POPULATION_FIELD": chosen.population, "TOP_N": 1}
    if chosen.level:
        rule = {"RULE": _LEVEL_RULE, "LEVEL_FIELD": chosen.level}
    return Run("markcores", {**_cities(chosen), **rule, "OUTPUT": TEMPORARY})


def _mark(chosen: Chosen) -> list[Run]:
    return [_marking(chosen)]


def _marked(chosen: Chosen) -> tuple[list[Run], dict[str, Any]]:
    """What makes the roles where there are none yet, and the cities with roles."""
    if chosen.role:
        return [], {**_cities(chosen), "ROLE_FIELD": chosen.role}
    made = {**_cities(chosen), "INPUT": Output("markcores", "OUTPUT"), "ROLE_FIELD": "mr_role"}
    return [_marking(chosen)], made


def _cities(chosen: Chosen) -> dict[str, Any]:
    settings = {"INPUT": chosen.layer, "REGION_FIELD": chosen.region}
    return {**settings, "ID_FIELD": chosen.identity} if chosen.identity else settings


def _compared(chosen: Chosen, indicators: Sequence[str], algorithm: str) -> list[Run]:
    first, cities = _marked(chosen)
    settings = {
        **cities,
        "INDICATORS": list(indicators),
        "PERMUTATIONS": _PERMUTATIONS,
        "OUTPUT": TEMPORARY,
        "REGIONS": TEMPORARY,
        "REPORT": TEMPORARY,
    }
    if chosen.year:
        settings["YEAR_FIELD"] = chosen.year
    return [*first, Run(algorithm, settings)]


def _unevenness(chosen: Chosen) -> list[Run]:
    return _compared(chosen, chosen.indicators, "unevenness")


def _change(chosen: Chosen) -> list[Run]:
    fields = chosen.indicators if chosen.year else _with_years(chosen.indicators)
    runs = _compared(chosen, fields, "unevennesschange")
    runs[-1].parameters["BOOTSTRAP"] = 1  # with intervals
    return runs


def _types(chosen: Chosen) -> list[Run]:
    first, cities = _marked(chosen)
    sectors = list(chosen.sectors)
    # 1: a sector that is not published for a city counts as zero, so that the city keeps a type
    differences = {**cities, "SECTORS": sectors, "VALUES_ARE": 0, "REFERENCE": 0, "MISSING": 1}
    return [
        *first,
        Run("corediffs", {**differences, "OUTPUT": TEMPORARY}),
        Run(
            "citytypes",
            {
                "INPUT": Output("corediffs", "OUTPUT"),
                "REGION_FIELD": chosen.region,
                "FEATURES": [f"d_{sector}" for sector in sectors],
                "K": 0,
                "OUTPUT": TEMPORARY,
                "PROFILES": TEMPORARY,
                "DIAGNOSTICS": TEMPORARY,
                "REPORT": TEMPORARY,
            },
        ),
    ]


def _light(chosen: Chosen) -> list[Run]:
    settings: dict[str, Any] = {
        "INPUT": chosen.layer,
        "RASTERS": list(chosen.rasters),
        "LIT_THRESHOLD": chosen.lit_above,
    }
    for name, value in (("REGION_FIELD", chosen.region), ("ROLE_FIELD", chosen.role)):
        if value:
            settings[name] = value
    outputs = dict.fromkeys(("OUTPUT", "SERIES", "GROUPS", "REPORT"), TEMPORARY)
    if not chosen.region:
        del outputs["GROUPS"]
    around = [] if chosen.polygons else [_areas_around(chosen)]
    if around:
        settings["INPUT"] = Output(_BUFFER, "OUTPUT")
    return [*around, Run("nighttimelight", {**settings, **outputs})]


def _areas_around(chosen: Chosen) -> Run:
    """Circles on the ground around the points, in the layer's own CRS.

    Web Mercator stretches lengths by 1 / cos(latitude), which is taken back.
    """
    degrees = f"transform($geometry, '{chosen.crs}', 'EPSG:4326')"
    metres = f"transform($geometry, '{chosen.crs}', 'EPSG:3857')"
    radius = f"{1000 * _AROUND_KM} / cos(radians(y({degrees})))"
    circle = f"transform(buffer({metres}, {radius}, 16), 'EPSG:3857', '{chosen.crs}')"
    settings = {"INPUT": chosen.layer, "OUTPUT_GEOMETRY": 0, "WITH_Z": False, "WITH_M": False}
    title = tr("Schematic areas: {km} km around each point").format(km=_AROUND_KM)
    remark = tr(
        "They stand for the cities' areas, which the layer does not have: a point away from the "
        "built-up area sees little of its light."
    )
    return Run(_BUFFER, {**settings, "EXPRESSION": circle, "OUTPUT": TEMPORARY}, title, remark)


def _report(chosen: Chosen) -> list[Run]:
    settings: dict[str, Any] = {
        **_cities(chosen),
        "NAME_FIELD": chosen.name,
        "INDICATORS": list(chosen.indicators),
        "SECTORS": list(chosen.sectors),
        "LANGUAGE": int(chosen.chinese),
        "FOLDER": chosen.folder,
    }
    if chosen.polygons and chosen.rasters:
        settings["RASTERS"] = list(chosen.rasters)
        settings["LIT_THRESHOLD"] = chosen.lit_above
    if chosen.role or chosen.level:
        settings["ROLE_FIELD" if chosen.role else "LEVEL_FIELD"] = chosen.role or chosen.level
        return [Run("planningreport", settings)]
    first, cities = _marked(chosen)
    return [*first, Run("planningreport", {**settings, **cities})]


def steps() -> list[Step]:
    """The buttons, in their order; in the user's language."""
    return [
        Step(
            "mark",
            tr("Mark cores"),
            tr("Says which cities are cores and which are secondary cities, and why."),
            _needs_cores,
            _mark,
        ),
        Step(
            "unevenness",
            tr("Unevenness"),
            tr("How unevenly each indicator is shared between core and secondary cities."),
            _needs_indicators,
            _unevenness,
        ),
        Step(
            "change",
            tr("Change"),
            tr("Whether unevenness widens or narrows between the first and the last year."),
            _needs_years,
            _change,
        ),
        Step(
            "types",
            tr("Types"),
            tr("Which roles the secondary cities play, from their sectors."),
            _needs_sectors,
            _types,
        ),
        Step(
            "light",
            tr("Night light"),
            tr(
                "How much light there is at night in each city; of points, in schematic areas "
                "around them."
            ),
            _needs_light,
            _light,
        ),
        Step(
            "report",
            tr("Report"),
            tr("The whole analysis as a report to print, with maps, charts and a project."),
            _needs_report,
            _report,
        ),
    ]
