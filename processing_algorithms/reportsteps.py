"""The analyses of the planning report, each an algorithm of the plugin run as a step."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingMultiStepFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..measures.texts import in_users_language, tr
from .reportcities import ReportCities, write_background, write_report_cities

if TYPE_CHECKING:
    from .call import Call

# What a report may write into results.gpkg
TABLES = (
    *("cities", "regions", "city_profile", "region_profile", "background"),
    *("unevenness", "change", "nested", "trend", "trend_series"),
    *("core_differences", "types", "type_profiles", "type_diagnostics"),
    *("complementarity", "complementarity_summary"),
    *("nighttime_light", "nighttime_series", "nighttime_groups"),
    *("polycentricity", "flows", "flow_cities", "flows_summary"),
    *("policy", "coordination"),
)
_YEARS_OF_A_TREND = 3


@dataclass(frozen=True)
class Options:
    """The settings of the steps that are no fields of the cities."""

    numbers: dict[str, int]
    roles: str
    lit_threshold: float
    rasters: list[QgsRasterLayer]
    raster_folder: str | None
    flows: Any
    flow_fields: dict[str, str]
    policy: Any
    policy_fields: dict[str, str]

    @property
    def has_light(self) -> bool:
        """Whether there are rasters."""
        return bool(self.rasters or self.raster_folder)

    @classmethod
    def of(cls, call: Call) -> Options:
        """Read from the parameters."""
        numbers = {n: call.integer(n) for n in ("PERMUTATIONS", "BOOTSTRAP", "SEED", "K", "K_MAX")}
        choices = ("VALUES_ARE", "SECTORS_MISSING", "REFERENCE", "FORM", "METHOD")
        numbers.update({n: call.choice(n) for n in choices})
        policy = ("REGION_FIELD", "CODE_FIELD", "ADDRESSEE_FIELD")
        return cls(
            numbers,
            call.text("ROLES"),
            call.number("LIT_THRESHOLD"),
            call.algorithm.parameterAsLayerList(call.parameters, "RASTERS", call.context),
            call.file("RASTER_FOLDER"),
            call.parameters["FLOWS"] if call.given("FLOWS") else None,
            {name: call.text(name) for name in ("FROM_FIELD", "TO_FIELD", "VALUE_FIELD")},
            call.parameters["POLICY"] if call.given("POLICY") else None,
            {name: call.text(f"POLICY_{name}") for name in policy},
        )


class Steps:
    """Runs algorithms one after the other into one GeoPackage.

    Attributes:
        package: the file.
        tables: what is in it.
        left_out: what was not computed, and why, one sentence each in the report's language.
        ran: the algorithms with the settings that make their results, for the record.
    """

    def __init__(
        self,
        package: Path,
        context: QgsProcessingContext,
        feedback: QgsProcessingMultiStepFeedback,
        language: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Start with no table.

        Args:
            package: the file.
            context: of the report's run.
            feedback: of the report's run.
            language: the report's, spoken for the time of a block.
        """
        self.package = package
        self.tables: set[str] = set()
        self.left_out: list[str] = []
        self.ran: list[dict[str, Any]] = []
        self.context = context
        self._feedback = feedback
        self._language = language
        self._done = 0

    def check(self) -> None:
        """Stop where the user has cancelled."""
        from ..layers.cancelling import check_cancelled

        check_cancelled(self._feedback)

    def chapter(self, title: str) -> None:
        """Say what comes next, and stop where the user has cancelled; no title, no new chapter."""
        self.check()
        if not title:
            return
        self._feedback.setCurrentStep(self._done)
        with in_users_language():
            self._feedback.setProgressText(tr(title))
        self._done += 1

    def leave_out(self, say: Callable[[], str]) -> None:
        """Note for log and report, each in its language, that a part is missing."""
        with self._language():
            self.left_out.append(say())
        self._feedback.pushInfo(say())

    def release(self) -> None:
        """Close the layers that the steps have read, so that the file can be moved."""
        store = self.context.temporaryLayerStore()
        for layer in list(store.mapLayers().values()):
            if str(self.package) in layer.source():
                store.removeMapLayer(layer.id())

    def warn(self, sentence: str) -> None:
        """Tell the user something that needs attention."""
        self._feedback.pushWarning(sentence)

    def sink(self, table: str, spatial: bool = True) -> str:
        """A Processing destination inside the GeoPackage."""
        from ..layers.destinations import table_in_file

        self.tables.add(table)
        return table_in_file(self.package, table, spatial)

    def read(self, table: str) -> str:
        """A layer or table that an earlier step wrote."""
        return f"{self.package}|layername={table}"

    def run(self, algorithm: str, **settings: Any) -> dict[str, Any]:
        """One algorithm of the plugin; its own messages go to the log."""
        settings = {name: value for name, value in settings.items() if value not in (None, "")}
        results = processing.run(
            f"megaregion:{algorithm}",
            settings,
            is_child_algorithm=True,
            context=self.context,
            feedback=self._feedback,
        )
        self.check()
        outputs = {name for name in settings if str(self.package) in str(settings[name])}
        layers = {"INPUT", "NODES", "FLOWS", "RASTERS", "RASTER_FOLDER", "TABLE", "OUTPUT"}
        plain = {n: v for n, v in settings.items() if n not in outputs | layers}
        self.ran.append({"algorithm": f"megaregion:{algorithm}", "parameters": plain})
        return results


def run_steps(steps: Steps, call: Call, cities: ReportCities, options: Options) -> None:
    """All analyses that the input allows."""
    from ..cartography.report.wishes import ID, REGION, ROLE

    steps.chapter("Cores and secondary cities")
    write_report_cities(steps, call, cities)
    common = {"REGION_FIELD": REGION, "ROLE_FIELD": ROLE, "ID_FIELD": ID}
    write_background(steps, call)
    with_areas = QgsWkbTypes.geometryType(cities.source.wkbType())
    is_area = with_areas == QgsWkbTypes.GeometryType.PolygonGeometry
    _run_unevenness(steps, common, cities, options, is_area)
    _run_types(steps, common, cities, options)
    _run_light(steps, common, options, is_area)
    _run_relations(steps, common, cities, options)
    _run_policy(steps, common, cities, options)


def _run_unevenness(
    steps: Steps, common: dict[str, Any], cities: ReportCities, options: Options, is_area: bool
) -> None:
    """Unevenness, its change and where it lies."""
    from ..layers.fields import parse_indicators

    steps.chapter("Unevenness")
    indicators = cities.fields("INDICATORS")
    compared = {**common, "INDICATORS": indicators, "INPUT": steps.read("cities")}
    seeded = {name: options.numbers[name] for name in ("PERMUTATIONS", "SEED")}
    steps.run(
        "unevenness",
        **compared,
        **seeded,
        OUTPUT=steps.sink("unevenness", False),
        REGIONS=steps.sink("regions") if is_area else None,
    )
    if not is_area:
        from .reportregions import write_regions_around_points

        write_regions_around_points(steps)
    steps.chapter("Change of unevenness")
    years: dict[str, list[str]] = {}
    for item in parse_indicators(indicators):
        if item.year is not None:
            years.setdefault(item.name, []).append(item.field)
    pairs = [field for fields in years.values() if len(fields) > 1 for field in fields]
    if pairs:
        steps.run(
            "unevennesschange",
            **{**compared, "INDICATORS": pairs},
            **seeded,
            BOOTSTRAP=options.numbers["BOOTSTRAP"],
            OUTPUT=steps.sink("change", False),
        )
    else:
        steps.leave_out(
            lambda: tr(
                "Change of unevenness is left out: no indicator has two years (such as "
                "gdp_2006 and gdp_2023)."
            )
        )
    many = [f for fields in years.values() if len(fields) >= _YEARS_OF_A_TREND for f in fields]
    if many:
        steps.run(
            "unevennesstrend",
            **{**compared, "INDICATORS": many},
            OUTPUT=steps.sink("trend", False),
            SERIES=steps.sink("trend_series", False),
        )
    steps.chapter("Where inequality lies")
    steps.run("nestedtheil", **compared, OUTPUT=steps.sink("nested", False))


def _run_types(
    steps: Steps, common: dict[str, Any], cities: ReportCities, options: Options
) -> None:
    """Sector differences, city types and complementarity."""
    from ..cartography.report.wishes import CITY
    from ..layers.packages import why_unusable

    steps.chapter("City types")
    names = cities.fields("SECTORS")
    if not names:
        steps.leave_out(
            lambda: tr(
                "Sector differences, city types and complementarity are left out: no sectors "
                "were given."
            )
        )
        return
    sectors = {"SECTORS": names, "VALUES_ARE": options.numbers["VALUES_ARE"]}
    missing = options.numbers["SECTORS_MISSING"]
    steps.run(
        "corediffs",
        **common,
        **sectors,
        INPUT=steps.read("cities"),
        NAME_FIELD=CITY,
        **{name: options.numbers[name] for name in ("REFERENCE", "FORM")},
        ROLES=options.roles,
        MISSING=missing,
        OUTPUT=steps.sink("core_differences"),
    )
    if why_unusable("scikit-learn") is None:
        steps.run(
            "citytypes",
            INPUT=steps.read("core_differences"),
            REGION_FIELD=common["REGION_FIELD"],
            ID_FIELD=common["ID_FIELD"],
            FEATURES=_features(steps),
            **{name: options.numbers[name] for name in ("METHOD", "K", "K_MAX", "SEED")},
            OUTPUT=steps.sink("types"),
            PROFILES=steps.sink("type_profiles", False),
            DIAGNOSTICS=steps.sink("type_diagnostics", False),
        )
    else:
        steps.leave_out(
            lambda: tr("City types are left out. {problem}").format(
                problem=why_unusable("scikit-learn")
            )
        )
    steps.run(
        "complementarity",
        **common,
        **sectors,
        MISSING=missing,
        INPUT=steps.read("cities"),
        OUTPUT=steps.sink("complementarity"),
        SUMMARY=steps.sink("complementarity_summary", False),
    )


def _features(steps: Steps) -> list[str]:
    """The fields that 'Sector differences to the core' has added."""
    layer = QgsVectorLayer(steps.read("core_differences"), "differences", "ogr")
    names: list[str] = layer.fields().names()
    return names[names.index("mr_form") + 1 :]


def _run_light(steps: Steps, common: dict[str, Any], options: Options, is_area: bool) -> None:
    """Night light of the cities."""
    steps.chapter("Night light")
    if not options.has_light:
        steps.leave_out(lambda: tr("Night light is left out: no rasters were given."))
        return
    if not is_area:
        steps.leave_out(
            lambda: tr("Night light is left out: it needs the outlines of the cities, not points.")
        )
        return
    steps.run(
        "nighttimelight",
        **common,
        INPUT=steps.read("cities"),
        RASTERS=options.rasters or None,
        RASTER_FOLDER=options.raster_folder,
        LIT_THRESHOLD=options.lit_threshold,
        OUTPUT=steps.sink("nighttime_light"),
        SERIES=steps.sink("nighttime_series", False),
        GROUPS=steps.sink("nighttime_groups", False),
    )


def _run_relations(
    steps: Steps, common: dict[str, Any], cities: ReportCities, options: Options
) -> None:
    """Polycentricity and flows."""
    steps.chapter("Spatial relations")
    steps.run(
        "polycentricity",
        INPUT=steps.read("cities"),
        REGION_FIELD=common["REGION_FIELD"],
        ID_FIELD=common["ID_FIELD"],
        INDICATORS=cities.fields("INDICATORS"),
        OUTPUT=steps.sink("polycentricity", False),
    )
    if options.flows is None:
        steps.leave_out(
            lambda: tr("Flows between cities are left out: no table of flows was given.")
        )
        return
    steps.run(
        "flows",
        REGION_FIELD=common["REGION_FIELD"],
        ROLE_FIELD=common["ROLE_FIELD"],
        NODES=steps.read("cities"),
        NODE_ID=cities.field("NODE_ID") or cities.field("NAME_FIELD"),
        FLOWS=options.flows,
        **options.flow_fields,
        OUTPUT=steps.sink("flows"),
        CITIES=steps.sink("flow_cities"),
        SUMMARY=steps.sink("flows_summary", False),
    )


def _run_policy(
    steps: Steps, common: dict[str, Any], cities: ReportCities, options: Options
) -> None:
    """Themes of the plans, and every mega-region's profile of coordination."""
    steps.chapter("Policy themes and coordination")
    if options.policy is None:
        return
    steps.run(
        "policythemes",
        TABLE=options.policy,
        **options.policy_fields,
        OUTPUT=steps.sink("policy", False),
    )
    tables = {
        "UNEVENNESS": "unevenness",
        "CHANGE": "change",
        "POLYCENTRICITY": "polycentricity",
        "FLOWS_SUMMARY": "flows_summary",
        "COMPLEMENTARITY": "complementarity_summary",
        "POLICY": "policy",
    }
    steps.run(
        "coordinationprofile",
        **common,
        INPUT=steps.read("types" if "types" in steps.tables else "cities"),
        LEVEL_FIELD=cities.field("LEVEL_FIELD"),
        **{name: steps.read(table) for name, table in tables.items() if table in steps.tables},
        OUTPUT=steps.sink("coordination", False),
    )
