"""Types of cities by K-means."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from ..cartography.pictures import map_picture
from ..cartography.typology.page import types_page
from ..cartography.typology.style import style_types
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.rolewords import VOCABULARY, read_vocabulary
from ..layers.sinks import write_extended, write_table
from ..layers.typology import (
    DIAGNOSTIC_COLUMNS,
    PROFILE_COLUMNS,
    added_columns,
    diagnostic_rows,
    profile_rows,
)
from ..measures.errors import InputError
from ..measures.typology.find import FULL_SILHOUETTE, CityTypes, find_types
from ..measures.typology.names import suggest_names
from ..measures.typology.scale import type_means
from .needs import NeedsPackage
from .oldbase import check_cancelled

LEAVE_OUT, STOP = range(2)


class CityTypesAlgorithm(NeedsPackage):
    """Adds `mr_type`, `mr_type_name`, `mr_silhouette` and `mr_distance` to the cities."""

    ID = "citytypes"
    TITLE = "City types (K-means)"
    GROUP = "typology"
    TAGS = ("k-means", "cluster", "typology", "silhouette", "role", "secondary city", "stability")
    PACKAGE = "scikit-learn"
    SUMMARY = (
        "Groups cities into types by K-means on the fields you choose, for example the sector "
        "differences to the core, and says how firm the types are: which number of types fits "
        "best, whether parts of the cities give the same types, and which cities sit on the "
        "fence.\n\n"
        "The result has mr_type (1 is the largest type), mr_type_name, mr_silhouette (near 1: "
        "well inside its type; below 0: nearer to another) and mr_distance (to the type's centre "
        "in the space clustered). The names are suggestions from what stands out in each type: "
        "read the profiles, then rename.\n\n"
        "The same cities give the same types in any order of rows. stability is the mean adjusted "
        "Rand index between the types of all cities and those of 20 random parts of 80 % of them: "
        "1 means that they never change. Above 10,000 cities the values of K are compared by the "
        "silhouettes of 10,000 of them, with their standard error in silhouette_se."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", "Cities", [QgsProcessing.SourceType.TypeVector]
            ),
            "One row for each city: polygons, points or a table, for example the result of 'Sector "
            "differences to the core'.",
        )
        self.add(
            QgsProcessingParameterField("FEATURES", "Features", None, "INPUT", allowMultiple=True),
            "The fields by which the cities are grouped, for example all d_<sector> fields.",
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber("K", "Number of types (0 = choose)", integer, 0, False, 0),
            "How many types; 0 tries the values between the two limits below and takes the one "
            "with the highest mean silhouette.",
        )
        self.add(
            QgsProcessingParameterNumber("K_MIN", "Fewest types", integer, 2, True, 2),
            "The smallest number of types tried where it is chosen.",
        )
        self.add(
            QgsProcessingParameterNumber("K_MAX", "Most types", integer, 10, True, 2),
            "The largest number of types tried where it is chosen.",
        )
        self.add(
            QgsProcessingParameterBoolean("STANDARDIZE", "Standardise", True, True),
            "Give each feature mean 0 and standard deviation 1, so that each counts the same. "
            "Without it features of larger spread count more.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("N_INIT", "Starts", integer, 50, True, 1),
            "How many random starts K-means gets for each number of types; the best one is then "
            "improved by twice as many tries to move a centre.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("SEED", "Random seed", integer, 0, True, 0),
            "The same seed gives the same types on every run and computer.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "MISSING",
                "Missing values",
                ["Leave the city out", "Stop"],
                defaultValue=LEAVE_OUT,
                optional=True,
            ),
            "What to do about a city without a value in a feature: leave it out, so that it keeps "
            "its row with an empty type, or stop. The log names the cities.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                "ROLES", "Role vocabulary", extension="json", defaultValue=None, optional=True
            ),
            "Your own words for the roles in the suggested names: a changed copy of the plugin's "
            f"file {VOCABULARY.parent.name}/{VOCABULARY.name}.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", "City types"),
            "The cities with mr_type, mr_type_name, mr_silhouette and mr_distance added.",
        )
        table = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("PROFILES", "Type profiles", table, optional=True),
            "A table with the mean of each feature in each type, its z-score against all cities "
            "and, for d_<sector> fields, the gap to the core.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("DIAGNOSTICS", "Type diagnostics", table, None, True),
            "A table with the quality measures of each number of types tried; chosen is 1 for the "
            "one taken.",
        )
        self.add_report(
            "A page to read and print: why this number of types, what marks each type, and its "
            "cities with the borderline ones marked.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.source(parameters, "INPUT", context)
        names = self.parameterAsFields(parameters, "FEATURES", context)
        vocabulary = read_vocabulary(self.parameterAsFile(parameters, "ROLES", context))
        ks = self._ks(parameters, context)
        table = read_table(source, numbers=names, feedback=feedback)
        check_cancelled(feedback)
        features = np.column_stack([table.numbers[name] for name in names])
        missing = self.parameterAsEnum(parameters, "MISSING", context)
        used = _complete(table, names, features, missing, feedback)
        features = features[used]
        found = find_types(
            features,
            names,
            ks,
            standardize=self.parameterAsBool(parameters, "STANDARDIZE", context),
            n_init=self.parameterAsInt(parameters, "N_INIT", context),
            seed=self.parameterAsInt(parameters, "SEED", context),
            pause=lambda: check_cancelled(feedback),
            progress=feedback.setProgress,
        )
        means, z_scores = type_means(features, found.types)
        type_names = suggest_names(z_scores, names, vocabulary)
        _report(found, type_names, len(table), feedback)
        check_cancelled(feedback)

        results = {
            "OUTPUT": write_extended(
                self,
                parameters,
                "OUTPUT",
                context,
                source,
                table.ids,
                added_columns(found, type_names, used),
            ),
            "PROFILES": write_table(
                self,
                parameters,
                "PROFILES",
                context,
                PROFILE_COLUMNS,
                profile_rows(found.types, type_names, names, means, z_scores),
            ),
            "DIAGNOSTICS": write_table(
                self,
                parameters,
                "DIAGNOSTICS",
                context,
                DIAGNOSTIC_COLUMNS,
                diagnostic_rows(found),
            ),
        }
        self.style(context, results["OUTPUT"], self.TITLE, style_types)
        self.style(context, results["PROFILES"], "Type profiles")
        self.style(context, results["DIAGNOSTICS"], "Type diagnostics")
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            labels = [table.labels[i] for i in np.flatnonzero(used)]
            layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
            picture = map_picture(layer, style_types, "Map of the city types")
            page = types_page(found, type_names, names, features, z_scores, labels, picture)
            page.save(report)
            results["REPORT"] = report
        return {name: value for name, value in results.items() if value is not None}

    def _ks(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[int]:
        k = self.parameterAsInt(parameters, "K", context)
        if k == 1:
            raise InputError("K is 1, which is no typology: set 2 or more, or 0 to have it chosen.")
        if k:
            return [k]
        fewest = self.parameterAsInt(parameters, "K_MIN", context)
        most = self.parameterAsInt(parameters, "K_MAX", context)
        if fewest > most:
            raise InputError(f"K_MIN ({fewest}) is above K_MAX ({most}): set it below.")
        return list(range(fewest, most + 1))


def _complete(
    table: CityTable,
    names: list[str],
    features: np.ndarray,
    missing: int,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """Which rows have all features; the others are named."""
    blank = np.isnan(features)
    incomplete = []
    for row in np.flatnonzero(blank.any(axis=1)):
        fields = [name for name, is_blank in zip(names, blank[row]) if is_blank]
        words = "all features" if len(fields) == len(names) > 1 else ", ".join(fields)
        incomplete.append(f"{table.labels[row]} ({words})")
    if incomplete and missing == STOP:
        raise InputError(
            f"Layer '{table.layer}' has no value for {name_some(incomplete)}: fill it in or leave "
            "cities without a value out."
        )
    if len(incomplete) == len(table):
        raise InputError(
            f"No city of layer '{table.layer}' has a value in every feature: choose other features."
        )
    if incomplete:
        feedback.pushWarning(f"No value, left out: {name_some(incomplete, 100)}.")
    return ~blank.any(axis=1)


def _report(
    found: CityTypes, type_names: list[str], rows: int, feedback: QgsProcessingFeedback
) -> None:
    """Say in the log what was found, why, and what speaks against it."""
    feedback.pushInfo(f"{len(found.types)} of {rows} cities used.")
    error = max(entry.silhouette_se for entry in found.diagnostics)
    if error:
        feedback.pushInfo(
            f"More than {FULL_SILHOUETTE:,} cities: K was compared on the silhouettes of "
            f"{FULL_SILHOUETTE:,} drawn with the seed (standard error at most {error:.4f})."
        )
    feedback.pushInfo(found.reason)
    chosen = next(entry for entry in found.diagnostics if entry.k == found.chosen)
    feedback.pushInfo(f"Stability (mean adjusted Rand index): {chosen.stability:.3f}.")
    for number, name in enumerate(type_names, start=1):
        feedback.pushInfo(f"Type {number}: {name}, {int((found.types == number).sum())} cities.")
    for warning in found.warnings:
        feedback.pushWarning(warning)
