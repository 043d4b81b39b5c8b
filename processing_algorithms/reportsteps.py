"""The analyses of the planning report, each an algorithm of the plugin run as a step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingMultiStepFeedback

from ..layers.indicators import parse_indicators
from ..layers.packages import why_unusable
from .oldbase import check_cancelled


class Steps:
    """Runs algorithms one after the other into one GeoPackage.

    Attributes:
        left_out: what was not computed, and why, one sentence each.
        ran: the algorithms with the settings that make their results, for the record.
    """

    def __init__(
        self, package: Path, context: QgsProcessingContext, feedback: QgsProcessingMultiStepFeedback
    ) -> None:
        self.package = package
        self.left_out: list[str] = []
        self.ran: list[dict[str, Any]] = []
        self.context = context
        self._feedback = feedback
        self._done = 0

    def chapter(self, title: str) -> None:
        """Say what comes next, and stop where the user has cancelled; no title, no new chapter."""
        check_cancelled(self._feedback)
        if not title:
            return
        self._feedback.setCurrentStep(self._done)
        self._feedback.setProgressText(title)
        self._done += 1

    def leave_out(self, sentence: str) -> None:
        """Note for log and report that a part is missing."""
        self.left_out.append(sentence)
        self._feedback.pushInfo(sentence)

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
        return f"ogr:dbname='{self.package}' table=\"{table}\"" + (" (geom)" if spatial else "")

    def read(self, table: str) -> str:
        """A layer or table that an earlier step wrote."""
        return f"{self.package}|layername={table}"

    def run(self, algorithm: str, **settings: Any) -> None:
        """One algorithm of the plugin; its own messages go to the log."""
        processing.run(
            f"megaregion:{algorithm}",
            settings,
            is_child_algorithm=True,
            context=self.context,
            feedback=self._feedback,
        )
        check_cancelled(self._feedback)
        plain = {
            name: value
            for name, value in settings.items()
            if isinstance(value, (int, float))
            or (isinstance(value, str) and str(self.package) not in value)
            or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        }
        self.ran.append({"algorithm": f"megaregion:{algorithm}", "parameters": plain})


def run_unevenness(steps: Steps, common: dict[str, Any], options: dict[str, Any]) -> None:
    """Unevenness, its change and where it lies."""
    steps.chapter("Unevenness")
    compared = {**common, "INDICATORS": options["INDICATORS"], "INPUT": steps.read("cities")}
    seeded = {"PERMUTATIONS": options["PERMUTATIONS"], "SEED": options["SEED"]}
    steps.run(
        "unevenness",
        **compared,
        **seeded,
        OUTPUT=steps.sink("unevenness", False),
        REGIONS=steps.sink("regions"),
    )
    steps.chapter("Change of unevenness")
    years: dict[str, list[str]] = {}
    for item in parse_indicators(options["INDICATORS"]):
        if item.year is not None:
            years.setdefault(item.name, []).append(item.field)
    pairs = [field for fields in years.values() if len(fields) > 1 for field in fields]
    if pairs:
        steps.run(
            "unevennesschange",
            **{**compared, "INDICATORS": pairs},
            **seeded,
            BOOTSTRAP=options["BOOTSTRAP"],
            OUTPUT=steps.sink("change", False),
        )
    else:
        steps.leave_out(
            "Change of unevenness is left out: no indicator has two years (such as gdp_2006 and "
            "gdp_2023)."
        )
    steps.chapter("Where inequality lies")
    steps.run("nestedtheil", **compared, OUTPUT=steps.sink("nested", False))


def run_types(steps: Steps, common: dict[str, Any], options: dict[str, Any]) -> None:
    """Sector differences, city types and complementarity."""
    steps.chapter("City types")
    if not options["SECTORS"]:
        steps.leave_out(
            "Sector differences, city types and complementarity are left out: no sectors were "
            "given."
        )
        return
    sectors = {"SECTORS": options["SECTORS"], "VALUES_ARE": options["VALUES_ARE"]}
    steps.run(
        "corediffs",
        **common,
        **sectors,
        INPUT=steps.read("cities"),
        NAME_FIELD=options["NAME_FIELD"],
        REFERENCE=0,
        MISSING=options["SECTORS_MISSING"],
        OUTPUT=steps.sink("core_differences"),
    )
    problem = why_unusable("scikit-learn")
    if problem is None:
        steps.run(
            "citytypes",
            INPUT=steps.read("core_differences"),
            FEATURES=[f"d_{sector}" for sector in options["SECTORS"]],
            K=options["K"],
            K_MAX=options["K_MAX"],
            SEED=options["SEED"],
            OUTPUT=steps.sink("types"),
            PROFILES=steps.sink("type_profiles", False),
            DIAGNOSTICS=steps.sink("type_diagnostics", False),
        )
    else:
        steps.leave_out(f"City types are left out. {problem}")
    steps.run(
        "complementarity",
        **common,
        **sectors,
        INPUT=steps.read("cities"),
        OUTPUT=steps.sink("complementarity"),
        SUMMARY=steps.sink("complementarity_summary", False),
    )


def run_light(steps: Steps, common: dict[str, Any], options: dict[str, Any]) -> None:
    """Night light of the cities."""
    steps.chapter("Night light")
    if not options["RASTERS"]:
        steps.leave_out("Night light is left out: no rasters were given.")
        return
    steps.run(
        "nighttimelight",
        **common,
        INPUT=steps.read("cities"),
        RASTERS=options["RASTERS"],
        LIT_THRESHOLD=options["LIT_THRESHOLD"],
        OUTPUT=steps.sink("nighttime_light"),
        SERIES=steps.sink("nighttime_series", False),
        GROUPS=steps.sink("nighttime_groups", False),
    )


def run_relations(steps: Steps, common: dict[str, Any], options: dict[str, Any]) -> None:
    """Polycentricity and flows."""
    steps.chapter("Spatial relations")
    steps.run(
        "polycentricity",
        INPUT=steps.read("cities"),
        REGION_FIELD=common["REGION_FIELD"],
        INDICATORS=options["INDICATORS"],
        OUTPUT=steps.sink("polycentricity", False),
    )
    if options["FLOWS"] in (None, ""):
        steps.leave_out("Flows between cities are left out: no table of flows was given.")
        return
    steps.run(
        "flows",
        **common,
        NODES=steps.read("cities"),
        NODE_ID=options["NODE_ID"] or options["NAME_FIELD"],
        FLOWS=options["FLOWS"],
        FROM_FIELD=options["FROM_FIELD"],
        TO_FIELD=options["TO_FIELD"],
        VALUE_FIELD=options["VALUE_FIELD"],
        OUTPUT=steps.sink("flows"),
        CITIES=steps.sink("flow_cities"),
        SUMMARY=steps.sink("flows_summary", False),
    )


def mark_roles(
    steps: Steps,
    parameters: dict[str, Any],
    region_field: str,
    level_field: str,
    role_field: str,
    feedback: QgsProcessingFeedback,
) -> None:
    """The layer `cities` with mr_role: by administrative level, or copied from the role's field."""
    steps.chapter("Cores and secondary cities")
    if role_field:
        if level_field:
            feedback.pushInfo(f"The roles are taken from field '{role_field}'.")
        processing.run(
            "native:fieldcalculator",
            {
                "INPUT": parameters["INPUT"],
                "FIELD_NAME": "mr_role",
                "FIELD_TYPE": 2,
                "FIELD_LENGTH": 20,
                "FORMULA": f'trim("{role_field}")',
                "OUTPUT": steps.sink("cities"),
            },
            is_child_algorithm=True,
            context=steps.context,
            feedback=feedback,
        )
        return
    steps.run(
        "markcores",
        INPUT=parameters["INPUT"],
        REGION_FIELD=region_field,
        RULE=0,
        LEVEL_FIELD=level_field,
        OUTPUT=steps.sink("cities"),
    )
