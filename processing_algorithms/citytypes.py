"""Types of cities by K-means or Ward's method."""

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
from ..layers.outputs import write_extended, write_table
from ..layers.rolewords import VOCABULARY, read_vocabulary
from ..layers.typology import (
    DIAGNOSTIC_COLUMNS,
    PROFILE_COLUMNS,
    added_columns,
    diagnostic_rows,
    profile_rows,
    values_at_core,
)
from ..layers.typologyneighbours import connected_neighbours
from ..measures.errors import InputError
from ..measures.typology.find import FULL_SILHOUETTE, CityTypes, find_types
from ..measures.typology.methods import (
    CONNECTED,
    KMEANS,
    MOST_WARD,
    WARD,
    ConnectedWard,
    KMeans,
    Method,
    Ward,
    from_known,
)
from ..measures.typology.names import shares_below_core, suggest_names
from ..measures.typology.scale import AS_GIVEN, Z_SCORES, type_means
from .base import check_cancelled
from .needs import NeedsPackage

LEAVE_OUT, STOP = range(2)


class CityTypesAlgorithm(NeedsPackage):
    """Adds `mr_type`, `mr_type_name`, `mr_silhouette` and `mr_distance` to the cities."""

    ID = "citytypes"
    TITLE = "City types"
    GROUP = "Roles of secondary cities"
    TAGS = (
        *("k-means", "ward", "cluster", "typology", "regionalisation", "skater"),
        *("silhouette", "role", "secondary city", "stability"),
    )
    PACKAGE = "scikit-learn"
    SUMMARY = (
        "Groups cities into types by the fields you choose, for example the sector differences to "
        "the core, and says how firm the types are: which number of types fits best, whether "
        "cities without any groups would give the same, whether parts of the cities give the same "
        "types, whether types are regions in disguise, and which cities sit on the fence.\n\n"
        "The result has mr_type (1 is the largest type), mr_type_name, mr_silhouette (near 1: "
        "well inside its type; below 0: nearer to another), mr_distance (to the type's centre in "
        "the space clustered) and mr_membership (the share of 100 random parts of the cities in "
        "which the city stays in its type). The names are suggestions from what stands out in each "
        "type, never where most of its cities are below their core: read the profiles, then "
        "rename.\n\n"
        "The same cities give the same types in any order of rows. noise_silhouette is what "
        "cities without groups reach that have the same spread and correlation; types whose "
        "silhouette is not above it are called weak. stability is the mean adjusted Rand index "
        "between the types of all cities and those of 20 random parts of 80 % of them: 1 means "
        "that they never change. Above 10,000 cities the values of K are compared by the "
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
        self.add(
            QgsProcessingParameterEnum(
                "METHOD",
                "Method",
                ["K-means", "Ward", "Ward with connected types"],
                defaultValue=KMEANS,
                optional=True,
            ),
            "K-means: compact types, whatever lies where. Ward: joins cities and groups step by "
            "step, by the least growth of the differences within. Connected: joins neighbours "
            "only, so that each type is one area - polygons that share an edge, or the four "
            "nearest of points; what lies apart is joined to the nearest city, which the log "
            "names.",
        )
        self.add(
            QgsProcessingParameterField(
                "REGION_FIELD", "Mega-region", None, "INPUT", optional=True
            ),
            "The field that names the mega-region of a city: the result then says how far types "
            "are regions, and a warning names each type that mostly is one.",
        )
        self.add(
            QgsProcessingParameterField(
                "SEED_FIELD", "Types known beforehand", None, "INPUT", optional=True
            ),
            "A field with the types of some cities, from which K-means starts: the means of the "
            "cities known become its first centres, and the types keep their names. Leave K at 0.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "SCALE",
                "Scale",
                ["Z-scores", "0 to 1", "As given"],
                defaultValue=Z_SCORES,
                optional=True,
            ),
            "Z-scores give each feature mean 0 and standard deviation 1, so that each counts the "
            "same; 0 to 1 stretches each from its smallest to its largest value; as given leaves "
            "features of larger spread to count more.",
            advanced=True,
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
            "Switched off, the features count as given, whatever SCALE says.",
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
            "The cities with mr_type, mr_type_name, mr_silhouette, mr_distance and mr_membership.",
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
        region_field, seed_field = (
            self.parameterAsString(parameters, name, context)
            for name in ("REGION_FIELD", "SEED_FIELD")
        )
        form_field = "mr_form" if source.fields().indexOf("mr_form") >= 0 else ""
        texts = [field for field in (region_field, seed_field, form_field) if field]
        table = read_table(source, numbers=names, texts=texts, feedback=feedback)
        check_cancelled(feedback)
        features = np.column_stack([table.numbers[name] for name in names])
        missing = self.parameterAsEnum(parameters, "MISSING", context)
        used = _complete(table, names, features, missing, feedback)
        features = features[used]
        regions = _of_used(table, region_field, used)
        scale = self.parameterAsEnum(parameters, "SCALE", context)
        if not self.parameterAsBool(parameters, "STANDARDIZE", context):
            scale = AS_GIVEN
        method: Method
        kind = self.parameterAsEnum(parameters, "METHOD", context)
        places, known_names = None, []
        if kind != KMEANS and len(features) > MOST_WARD:
            raise InputError(
                f"Layer '{table.layer}' has {len(features):,} cities, too many for Ward's method "
                f"(at most {MOST_WARD:,}): choose K-means."
            )
        if seed_field:
            known = _of_used(table, seed_field, used) or []
            method, known_names = from_known(features, known, scale)
            ks = _ks_of_known(known_names, ks, kind, seed_field, table.layer)
        elif kind == WARD:
            method = Ward()
        elif kind == CONNECTED:
            labels = [table.labels[i] for i in np.flatnonzero(used)]
            graph, places = connected_neighbours(
                source, table.ids[used], labels, context.transformContext(), feedback
            )
            method = ConnectedWard(*graph)
        else:
            method = KMeans(self.parameterAsInt(parameters, "N_INIT", context))
        found = find_types(
            features,
            names,
            ks,
            method=method,
            scale=scale,
            regions=regions,
            places=places,
            seed=self.parameterAsInt(parameters, "SEED", context),
            pause=lambda: check_cancelled(feedback),
            progress=feedback.setProgress,
        )
        means, z_scores = type_means(features, found.types)
        at_core = values_at_core(names, _of_used(table, form_field, used) or [])
        below = shares_below_core(features, found.types, at_core)
        type_names = suggest_names(z_scores, names, vocabulary, below)
        if known_names:
            type_names = [known_names[start] for start in found.started_from]
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
                profile_rows(found.types, type_names, names, means, z_scores, at_core),
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


def _of_used(table: CityTable, field: str, used: np.ndarray) -> list[str | None] | None:
    """The field's texts in the rows used; None without a field."""
    return [table.texts[field][row] for row in np.flatnonzero(used)] if field else None


def _ks_of_known(
    known: list[str], ks: list[int], kind: int, seed_field: str, layer: str
) -> list[int]:
    """The number of types known beforehand, where nothing else was asked for."""
    if kind != KMEANS:
        raise InputError("SEED_FIELD is a start of K-means: choose METHOD 0 or leave it empty.")
    if len(known) < 2:
        raise InputError(
            f"Field '{seed_field}' of layer '{layer}' tells {len(known)} types of cities that have "
            "all features: give at least two types, or leave SEED_FIELD empty."
        )
    if len(ks) == 1 and ks[0] != len(known):
        raise InputError(
            f"K is {ks[0]}, but field '{seed_field}' of layer '{layer}' tells {len(known)} types: "
            "leave K at 0."
        )
    return [len(known)]


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
    feedback.pushInfo(
        f"Stability (mean adjusted Rand index): {chosen.stability:.3f}; the median city stays in "
        f"its type in {np.nanmedian(found.membership):.0%} of the resamples."
    )
    if not np.isnan(chosen.region_agreement):
        feedback.pushInfo(
            f"Agreement of types and regions (adjusted Rand index): {chosen.region_agreement:.3f}."
        )
    for number, name in enumerate(type_names, start=1):
        feedback.pushInfo(f"Type {number}: {name}, {int((found.types == number).sum())} cities.")
    for warning in found.warnings:
        feedback.pushWarning(warning)
