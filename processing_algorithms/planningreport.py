"""The planning report: the whole analysis in one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
)

from ..measures.texts import in_english, tr
from .base import MegaRegionAlgorithm
from .reportparameters import PAPERS, report_parameters

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from ..cartography.report.folder import ReportFolder
    from ..cartography.report.results import Results
    from ..cartography.report.wishes import Wishes
    from .call import Call
    from .reportcities import ReportCities
    from .reportsteps import Options, Steps

_CHAPTERS = 12
_LAYERS = ("INPUT", "FLOWS", "BACKGROUND", "RASTERS", "POLICY")


class PlanningReport(MegaRegionAlgorithm):
    """A folder with results, project, maps, charts, HTML and PDF."""

    ID = "planningreport"
    TITLE = "Planning report"
    GROUP = "report"
    TAGS = ("report", "pdf", "atlas", "layout", "map", "planning", "html", "print")
    NEEDS = ("matplotlib", "jinja2")
    SUMMARY = (
        "Runs the whole analysis on one layer of cities and writes it into a folder: a "
        "report to print (PDF) and one to read on the screen (HTML), a QGIS project with every "
        "layer styled, all results in one GeoPackage, the maps and charts as files, and a record "
        "of inputs, parameters and versions.\n\n"
        "Whatever lacks its input (sectors, rasters, flows, a second year) is left out, and log "
        "and report say so. A run that fails or is cancelled leaves the folder as it was. The maps "
        "are made from the layout templates in the plugin's folder resources/layouts, which can be "
        "edited in QGIS."
    )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(*report_parameters())
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Report to read on the screen")))
        self.addOutput(QgsProcessingOutputFile("PDF", tr("Report to print")))
        self.addOutput(QgsProcessingOutputFile("PROJECT", tr("QGIS project")))

    def work(self, call: Call) -> None:
        from ..cartography.report.folder import ReportFolder
        from ..layers.language import in_chinese
        from .reportcities import read_report_cities
        from .reportsteps import TABLES, Options, Steps, run_steps

        options = Options.of(call)
        folder = ReportFolder(_folder(call))
        folder.check(TABLES)
        _refuse_own_inputs(call, folder)
        cities = read_report_cities(call)
        feedback = QgsProcessingMultiStepFeedback(_CHAPTERS, call.feedback)
        check = call.context.invalidGeometryCheck()
        call.context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        try:
            with folder.complete_or_nothing() as made:
                language = in_chinese if call.choice("LANGUAGE") else in_english
                steps = Steps(made / "results.gpkg", call.context, feedback, language)
                try:
                    run_steps(steps, call, cities, options)
                finally:
                    steps.release()
                _make_report(call, made, cities, steps, options)
        finally:
            call.context.setInvalidGeometryCheck(check)
        call.finding(tr("The report is in {folder}.").format(folder=folder.path))
        for name, file in (("REPORT", "report.html"), ("PDF", "report.pdf")):
            call.result(name, str(folder.path / file))
        call.result("PROJECT", str(folder.path / "project.qgz"))
        call.result("FOLDER", str(folder.path))


def _folder(call: Call) -> Path:
    text = call.algorithm.parameterAsFileOutput(call.parameters, "FOLDER", call.context)
    return Path(text).absolute()


def _refuse_own_inputs(call: Call, folder: ReportFolder) -> None:
    """Stop where the report would replace what it reads.

    Raises:
        InputError: names the input.
    """
    from ..measures.errors import InputError

    for name, place in call.input_places():
        if place.path is None or folder.path not in place.path.parents:
            continue
        file = place.path.relative_to(folder.path).as_posix()
        replaced = file in folder.own_files
        if file == "results.gpkg" and place.table is not None:
            replaced = place.table in folder.own_tables
        if replaced:
            raise InputError(
                tr(
                    "The report in FOLDER would replace {name}, which is read from there: choose "
                    "another FOLDER."
                ).format(name=name)
            )


def _make_report(
    call: Call, made: Path, cities: ReportCities, steps: Steps, options: Options
) -> None:
    """Write the report's files from the results."""
    # Not with the plugin: it loads much of Qt that only a report needs.
    from ..cartography.projection import equal_area
    from ..cartography.report.make import Making
    from ..cartography.report.results import Results

    results = Results(steps.package, steps.tables)
    inset = None
    if call.given("INSET"):
        crs = equal_area(results.layer("cities")).crs
        inset = call.algorithm.parameterAsExtent(call.parameters, "INSET", call.context, crs)
    Making(
        folder=made,
        results=results,
        wishes=_wishes(call, cities, options, results),
        left_out=steps.left_out,
        method=_record(call, cities, steps),
        chapter=steps.chapter,
        warn=steps.warn,
        rasters=[layer.clone() for layer in options.rasters],
        inset=inset,
    ).run()


def _wishes(call: Call, cities: ReportCities, options: Options, results: Results) -> Wishes:
    from ..cartography.report.phrases import Phrases
    from ..cartography.report.profiles import light_unit
    from ..cartography.report.wishes import Wishes

    phrases = Phrases(call.choice("LANGUAGE"))
    default = phrases("Core and secondary cities of mega-regions")
    return Wishes(
        indicators=cities.fields("INDICATORS"),
        phrases=phrases,
        title=call.text("TITLE").strip() or default,
        author=call.text("AUTHOR").strip(),
        source=call.text("SOURCE_NOTE").strip(),
        approval=call.text("MAP_APPROVAL").strip(),
        paper=PAPERS[call.choice("PAPER")],
        seed=call.integer("SEED"),
        region_titles=cities.region_titles,
        names=cities.names,
        light_unit=light_unit(results),
        lit_above=options.lit_threshold if options.has_light else None,
        rasters=_raster_names(options),
        flows_modelled=call.flag("FLOWS_MODELLED"),
        node_field=cities.field("NODE_ID") or cities.field("NAME_FIELD"),
        flow_field=options.flow_fields["VALUE_FIELD"],
        is_china=cities.is_china(),
    )


def _raster_names(options: Options) -> list[str]:
    """What the night light is from: the rasters, or the folder that holds them."""
    names = [layer.name() for layer in options.rasters]
    return [*names, *([Path(options.raster_folder).name] if options.raster_folder else [])]


def _record(call: Call, cities: ReportCities, steps: Steps) -> dict[str, Any]:
    """Inputs, parameters and algorithms for the record, without passwords and places of inputs."""
    inputs: dict[str, Any] = {"cities": len(cities.cities)}
    for name in _LAYERS:
        layers = [_described(layer) for layer in call.layers(name)]
        if layers:
            inputs[name.lower()] = layers
    given = {}
    for definition in call.algorithm.parameterDefinitions():
        name = definition.name()
        if name in (*_LAYERS, "FOLDER", "RASTER_FOLDER") or not call.given(name):
            continue
        value = call.parameters[name]
        if definition.type() == "field":
            value = call.fields(name)
        elif definition.type() == "enum":
            value = call.choice(name)
        elif definition.type() == "number":
            value = call.number(name)
        plain = isinstance(value, (int, float, list))
        given[name] = value if plain else call.text(name)
    for name in ("PERMUTATIONS", "BOOTSTRAP", "SEED", "K", "K_MAX"):
        given[name] = call.integer(name)
    return {"input": inputs, "parameters": given, "algorithms": steps.ran}


def _described(layer: QgsMapLayer) -> dict[str, str]:
    return {"layer": layer.name(), "source": layer.publicSource()}
