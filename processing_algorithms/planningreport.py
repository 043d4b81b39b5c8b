"""The planning report: the whole analysis in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
)

from ..cartography.projection import equal_area
from ..cartography.report.folder import complete_or_nothing
from ..cartography.report.phrases import Phrases
from ..cartography.report.profiles import add_layer
from ..cartography.report.results import Results
from ..cartography.report.wishes import Wishes
from ..layers.attributes import as_text, field_index
from ..measures.errors import InputError
from .oldbase import MegaRegionAlgorithm, split_list
from .reportparameters import add_parameters
from .reportsteps import Steps, mark_roles, run_light, run_relations, run_types, run_unevenness

_CHAPTERS = 11
_FIELDS = ["FROM_FIELD", "TO_FIELD", "VALUE_FIELD", "NODE_ID", "NAME_FIELD"]
_NUMBERS = ["PERMUTATIONS", "BOOTSTRAP", "SEED", "K", "K_MAX"]
_CHOICES = ["VALUES_ARE", "SECTORS_MISSING"]


class PlanningReport(MegaRegionAlgorithm):
    """A folder with results, project, maps, charts, HTML and PDF."""

    ID = "planningreport"
    TITLE = "Planning report"
    GROUP = "report"
    TAGS = ("report", "pdf", "atlas", "layout", "map", "planning", "html", "print")
    SUMMARY = (
        "Runs the whole analysis on one layer of city polygons and writes it into a folder: a "
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
        add_parameters(self)

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        options = self._options(parameters, context)
        wishes = self._wishes(parameters, context, options)
        level_field = self.parameterAsString(parameters, "LEVEL_FIELD", context)
        role_field = self.parameterAsString(parameters, "ROLE_FIELD", context)
        if not level_field and not role_field:
            raise InputError(
                "The report needs to know the cores: set LEVEL_FIELD (administrative level) or "
                "ROLE_FIELD (a field with 'core' and 'secondary')."
            )
        if options["FLOWS"] and not options["FROM_FIELD"]:
            raise InputError("The table of flows needs FROM_FIELD: set it, or leave FLOWS out.")
        folder = Path(self.parameterAsFileOutput(parameters, "FOLDER", context))
        steps_feedback = QgsProcessingMultiStepFeedback(_CHAPTERS, feedback)
        check = context.invalidGeometryCheck()
        context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        try:
            with complete_or_nothing(folder) as made:
                steps = Steps(made / "results.gpkg", context, steps_feedback)
                mark_roles(
                    steps, parameters, wishes.region_field, level_field, role_field, steps_feedback
                )
                common = {"REGION_FIELD": wishes.region_field, "ROLE_FIELD": "mr_role"}
                run_unevenness(steps, common, options)
                run_types(steps, common, options)
                run_light(steps, common, options)
                run_relations(steps, common, options)
                steps.release()
                self._report(parameters, context, made, wishes, steps, options)
        finally:
            context.setInvalidGeometryCheck(check)
        feedback.pushInfo(f"The report is in {folder}.")
        return {
            "FOLDER": str(folder),
            "REPORT": str(folder / "report.html"),
            "PDF": str(folder / "report.pdf"),
            "PROJECT": str(folder / "project.qgz"),
        }

    def _report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        made: Path,
        wishes: Wishes,
        steps: Steps,
        options: dict[str, Any],
    ) -> None:
        # Not with the plugin: it loads much of Qt that only a report needs.
        from ..cartography.report.make import Making

        results = Results(steps.package)
        background = self.parameterAsVectorLayer(parameters, "BACKGROUND", context)
        if background is not None:
            add_layer(results, "background", background, {"attributes": []})
        inset = None
        if parameters.get("INSET"):
            crs = equal_area(results.layer("cities")).crs
            inset = self.parameterAsExtent(parameters, "INSET", context, crs)
        source = self.source(parameters, "INPUT", context)
        given = {
            name: value if isinstance(value, (int, float)) else str(value)
            for name, value in parameters.items()
            if value not in (None, "") and name not in ("FOLDER", "INPUT")
        }
        read = {name: options[name] for name in ("INDICATORS", "SECTORS", *_NUMBERS)}
        method = {
            "input": {
                "layer": source.sourceName(),
                "cities": source.featureCount(),
                "rasters": [layer.name() for layer in options["RASTERS"]],
            },
            "parameters": {**given, **read},
            "algorithms": steps.ran,
        }
        rasters = [layer.clone() for layer in options["RASTERS"]]
        Making(
            folder=made,
            results=results,
            wishes=wishes,
            left_out=steps.left_out,
            method=method,
            chapter=steps.chapter,
            warn=steps.warn,
            rasters=rasters,
            inset=inset,
        ).run()

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        options: dict[str, Any] = {
            name: self.parameterAsFields(parameters, name, context)
            for name in ("INDICATORS", "SECTORS")
        }
        for name in _FIELDS:
            options[name] = self.parameterAsString(parameters, name, context)
        for name in _NUMBERS:
            options[name] = self.parameterAsInt(parameters, name, context)
        for name in _CHOICES:
            options[name] = self.parameterAsEnum(parameters, name, context)
        options["RASTERS"] = self.parameterAsLayerList(parameters, "RASTERS", context)
        options["LIT_THRESHOLD"] = self.parameterAsDouble(parameters, "LIT_THRESHOLD", context)
        options["FLOWS"] = parameters.get("FLOWS")
        return options

    def _wishes(
        self, parameters: dict[str, Any], context: QgsProcessingContext, options: dict[str, Any]
    ) -> Wishes:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        source = self.source(parameters, "INPUT", context)
        region_field, title_field = text("REGION_FIELD"), text("REGION_TITLE_FIELD")
        for name in filter(None, [region_field, title_field, text("NAME_FIELD")]):
            field_index(source.fields(), name, source.sourceName())
        titles = {}
        if title_field:
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
            for feature in source.getFeatures(request):
                region, title = as_text(feature[region_field]), as_text(feature[title_field])
                if region is not None and title is not None:
                    titles[region] = title
        pairs = [pair.partition("=") for pair in split_list(text("NAMES"))]
        phrases = Phrases(self.parameterAsEnum(parameters, "LANGUAGE", context))
        return Wishes(
            region_field=region_field,
            name_field=text("NAME_FIELD"),
            indicators=options["INDICATORS"],
            phrases=phrases,
            title=text("TITLE") or phrases("Core and secondary cities of mega-regions"),
            author=text("AUTHOR"),
            source=text("SOURCE_NOTE"),
            approval=text("MAP_APPROVAL"),
            paper=["A4", "A3"][self.parameterAsEnum(parameters, "PAPER", context)],
            seed=options["SEED"],
            region_titles=titles,
            names={field.strip(): words.strip() for field, _, words in pairs},
        )
