"""Types of cities by K-means or Ward's method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsProcessingFeatureSource

    from ..layers.cities import Cities
    from ..measures.typology.find import CityTypes
    from ..measures.typology.methods import Method
    from .call import Call

LEAVE_OUT, STOP = range(2)
_VOCABULARY = "resources/roles.json"  # in the plugin's folder


class CityTypesAlgorithm(MegaRegionAlgorithm):
    """Adds the types, their names and how well each city fits its own."""

    ID = "citytypes"
    TITLE = "City types"
    GROUP = "typology"
    TAGS = (
        *("k-means", "ward", "cluster", "typology", "regionalisation", "skater"),
        *("silhouette", "role", "secondary city", "stability"),
    )
    NEEDS = ("scikit-learn",)
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
        "between the types of all cities and those of 20 random parts of 80% of them: 1 means "
        "that they never change. Above 10,000 cities the values of K are compared by the "
        "silhouettes of 10,000 of them, with their standard error in silhouette_se."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            parameters.cities(
                "One row for each city: polygons, points or a table, for example the result of "
                "'Sector differences to the core'."
            ),
            parameters.field(
                "FEATURES",
                "Features",
                "The fields by which the cities are grouped, for example all d_<sector> fields.",
                many=True,
            ),
            parameters.choice(
                "METHOD",
                "Method",
                ["K-means", "Ward", "Ward with connected types"],
                "K-means: compact types, whatever lies where. Ward: joins cities and groups step "
                "by step, by the least growth of the differences within. Connected: joins "
                "neighbours only, so that each type is one area: polygons that share an edge, or "
                "the four nearest of points; what lies apart is joined to the nearest city, which "
                "the log names.",
                optional=True,
            ),
            *self._numbers(),
            parameters.region(
                "The field that names the mega-region of a city: the result then says how far "
                "types are regions, and a warning names each type that mostly is one.",
                optional=True,
            ),
            *self._more(),
            parameters.sink(
                "OUTPUT",
                self.TITLE,
                "The cities with mr_type, mr_type_name, mr_silhouette, mr_distance and "
                "mr_membership.",
            ),
            parameters.sink(
                "PROFILES",
                "Type profiles",
                "A table with the mean of each feature in each type, its z-score against all "
                "cities and, for d_<sector> fields, the gap to the core.",
                optional=True,
                by_default=True,
            ),
            parameters.sink(
                "DIAGNOSTICS",
                "Type diagnostics",
                "A table with the quality measures of each number of types tried; chosen is 1 for "
                "the one taken.",
                optional=True,
                by_default=True,
            ),
            parameters.report(
                "A page to read and print: why this number of types, what marks each type, and its "
                "cities with the borderline ones marked."
            ),
            parameters.identity(),
        )

    def _numbers(self) -> list[Any]:
        return [
            parameters.integer(
                "K",
                "Number of types (0 = choose)",
                "How many types; 0 tries the values between the two limits below and takes the one "
                "with the highest mean silhouette.",
                default=0,
                least=0,
                optional=False,
            ),
            parameters.integer(
                "K_MIN",
                "Fewest types",
                "The smallest number of types tried where it is chosen.",
                default=2,
                least=2,
            ),
            parameters.integer(
                "K_MAX",
                "Most types",
                "The largest number of types tried where it is chosen.",
                default=10,
                least=2,
            ),
        ]

    def _more(self) -> list[Any]:
        return [
            parameters.choice(
                "SCALE",
                "Scale",
                ["Z-scores", "0 to 1", "As given"],
                "Z-scores give each feature mean 0 and standard deviation 1, so that each counts "
                "the same; 0 to 1 stretches each from its smallest to its largest value; as given "
                "leaves features of larger spread to count more.",
                optional=True,
                advanced=True,
            ),
            parameters.flag(
                "STANDARDIZE",
                "Standardise",
                "Switched off, the features count as given, whatever SCALE says.",
                default=True,
                advanced=True,
            ),
            parameters.field(
                "SEED_FIELD",
                "Types known beforehand",
                "A field with the types of some cities, from which K-means starts: the means of "
                "the cities known become its first centres, and the types keep their names. Leave "
                "K at 0.",
                optional=True,
                advanced=True,
            ),
            parameters.integer(
                "N_INIT",
                "Starts",
                "How many random starts K-means gets for each number of types; the best one is "
                "then improved by twice as many tries to move a centre.",
                default=50,
                least=1,
                advanced=True,
            ),
            parameters.seed(),
            parameters.missing(
                "What to do about a city without a value in a feature: leave it out, so that it "
                "keeps its row with an empty type, or stop. The log names the cities.",
                ["Leave the city out", "Stop"],
            ),
            parameters.file(
                "ROLES",
                "Role vocabulary",
                tr(
                    "Your own words for the roles in the suggested names: a changed copy of the "
                    "plugin's file {vocabulary}."
                ).format(vocabulary=_VOCABULARY),
                extension="json",
            ),
        ]

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.typology.style import style_types
        from ..layers.typology.tables import (
            DIAGNOSTIC_COLUMNS,
            PROFILE_COLUMNS,
            added_columns,
            complete_rows,
            diagnostic_rows,
            profile_rows,
            values_at_core,
        )
        from ..layers.typology.vocabulary import read_vocabulary
        from ..measures.errors import InputError
        from ..measures.typology.find import find_types
        from ..measures.typology.names import shares_below_core, suggest_names
        from ..measures.typology.scale import AS_GIVEN, type_means

        source, names = call.source(), call.fields("FEATURES")
        vocabulary, ks = read_vocabulary(call.file("ROLES")), _ks(call)
        form = ["mr_form"] if source.fields().indexOf("mr_form") >= 0 else []
        known = [call.text("SEED_FIELD")] if call.given("SEED_FIELD") else []
        cities = call.cities(source, numbers=names, texts=[*form, *known])
        used = complete_rows(cities, names, call.choice("MISSING") == STOP, call.feedback)
        if len(used) == 1:
            raise InputError(
                tr(
                    "Only {city} of layer '{layer}' has a value in every feature, and one city "
                    "has no types: choose a layer or features with values of more cities."
                ).format(city=cities.labels[used[0]], layer=cities.layer)
            )
        features = np.column_stack([cities.numbers[name][used] for name in names])
        scale = call.choice("SCALE") if call.flag("STANDARDIZE") else AS_GIVEN
        if known:
            method, known_names = _from_known(call, cities, used, features, scale, ks)
            ks, places = [len(known_names)], None
        else:
            method, places = _method(call, source, cities, used)
        found = find_types(
            features,
            names,
            ks,
            method=method,
            scale=scale,
            regions=[cities.regions[row] for row in used] if call.given("REGION_FIELD") else None,
            places=places,
            seed=call.integer("SEED"),
            pause=call.check,
            progress=lambda percent: call.progress(percent / 100),
        )
        means, z_scores = type_means(features, found.types)
        forms = [cities.texts["mr_form"][row] for row in used] if form else []
        at_core = values_at_core(names, forms)
        below = shares_below_core(features, found.types, at_core)
        type_names = suggest_names(z_scores, names, vocabulary, below)
        if known:
            type_names = [known_names[start] for start in found.started_from]
        _report(found, type_names, len(cities), call)
        added = added_columns(found, type_names, used, len(cities))
        output = call.extend("OUTPUT", self.TITLE, source, cities.ids, added, style=style_types)
        profiles = profile_rows(found.types, type_names, names, means, z_scores, at_core)
        call.table("PROFILES", "Type profiles", PROFILE_COLUMNS, profiles)
        call.table("DIAGNOSTICS", "Type diagnostics", DIAGNOSTIC_COLUMNS, diagnostic_rows(found))

        def page() -> Any:
            from ..cartography.pictures import map_picture
            from ..cartography.typology.page import types_page
            from ..layers.typology.tables import as_layer

            picture = None
            if output is not None:
                picture = map_picture(as_layer(output), style_types, "Map of the city types")
            labels = [cities.labels[row] for row in used]
            one = at_core[0] if len(set(at_core)) == 1 else None
            return types_page(found, type_names, names, features, z_scores, labels, picture, one)

        call.page(page)


def _ks(call: Call) -> list[int]:
    from ..measures.errors import InputError

    k, fewest, most = (call.integer(name) for name in ("K", "K_MIN", "K_MAX"))
    if k == 1:
        raise InputError(tr("K is 1, which is no typology: set 2 or more, or 0 to have it chosen."))
    if k:
        return [k]
    if fewest > most:
        raise InputError(
            tr("K_MIN ({fewest}) is above K_MAX ({most}): set it below.").format(
                fewest=fewest, most=most
            )
        )
    return list(range(fewest, most + 1))


def _method(
    call: Call, source: QgsProcessingFeatureSource, cities: Cities, used: np.ndarray
) -> tuple[Method, np.ndarray | None]:
    """How the cities are grouped, and the places that order equal cities where they matter."""
    from ..layers.typology.neighbours import connected_neighbours
    from ..measures.errors import InputError
    from ..measures.typology.methods import KMEANS, MOST_WARD, WARD, ConnectedWard, KMeans, Ward

    kind = call.choice("METHOD")
    if kind == KMEANS:
        return KMeans(call.integer("N_INIT")), None
    if len(used) > MOST_WARD:
        raise InputError(
            tr(
                "Layer '{layer}' has {count:,} cities, too many for Ward's method (at most "
                "{most_ward:,}): choose K-means."
            ).format(layer=cities.layer, count=len(used), most_ward=MOST_WARD)
        )
    if kind == WARD:
        return Ward(), None
    labels = [cities.labels[row] for row in used]
    neighbours, places = connected_neighbours(
        source, cities.ids[used], labels, call.context.transformContext(), call.feedback
    )
    return ConnectedWard(neighbours), places


def _from_known(
    call: Call,
    cities: Cities,
    used: np.ndarray,
    features: np.ndarray,
    scale: int,
    ks: list[int],
) -> tuple[Method, list[str]]:
    """K-means from the types known beforehand, and their names."""
    from ..measures.errors import InputError
    from ..measures.typology.methods import KMEANS, from_known

    field = call.text("SEED_FIELD")
    if call.choice("METHOD") != KMEANS:
        raise InputError(tr("SEED_FIELD is a start of K-means: choose METHOD 0 or leave it empty."))
    method, names = from_known(features, [cities.texts[field][row] for row in used], scale)
    if len(names) < 2:
        raise InputError(
            tr(
                "Field '{field}' of layer '{layer}' tells {count} types of cities that have "
                "all features: give at least two types, or leave SEED_FIELD empty."
            ).format(field=field, layer=cities.layer, count=len(names))
        )
    if call.integer("K") not in (0, len(names)):
        raise InputError(
            tr(
                "K is {value}, but field '{field}' of layer '{layer}' tells {count} types: "
                "leave K at 0."
            ).format(value=ks[0], field=field, layer=cities.layer, count=len(names))
        )
    return method, names


def _report(found: CityTypes, type_names: list[str], rows: int, call: Call) -> None:
    """Say in the log what was found, why, and what speaks against it."""
    import numpy as np

    from ..measures.typology.find import FULL_SILHOUETTE
    from ..measures.words import shown

    call.info(tr("{count} of {rows} cities used.").format(count=len(found.types), rows=rows))
    error = max(entry.silhouette_se for entry in found.diagnostics)
    if error:
        call.info(
            tr(
                "More than {full_silhouette:,} cities: K was compared on the silhouettes of "
                "{full_silhouette:,} drawn with the seed (standard error at most "
                "{error:.4f})."
            ).format(full_silhouette=FULL_SILHOUETTE, error=error)
        )
    call.info(found.reason)
    chosen = next(entry for entry in found.diagnostics if entry.k == found.chosen)
    call.finding(
        tr("Stability is unknown: no resample has {k} different cities, as many as types.").format(
            k=chosen.k
        )
        if np.isnan(chosen.stability) or np.isnan(found.membership).all()
        else tr(
            "Stability (mean adjusted Rand index): {stability:.3f}; the median city stays in "
            "its type in {nanmedian:.0%} of the resamples."
        ).format(stability=chosen.stability, nanmedian=np.nanmedian(found.membership))
    )
    if not np.isnan(chosen.region_agreement):
        call.info(
            tr(
                "Agreement of types and regions (adjusted Rand index): {region_agreement:.3f}."
            ).format(region_agreement=chosen.region_agreement)
        )
    sizes = [int((found.types == number).sum()) for number in range(1, len(type_names) + 1)]
    call.finding(
        tr("{types} types; the largest is '{name}' with {cities} of {all_cities} cities.").format(
            types=len(type_names), name=shown(type_names[0]), cities=sizes[0], all_cities=sum(sizes)
        )
    )
    for number, (name, count) in enumerate(zip(type_names, sizes), start=1):
        call.info(
            tr("Type {number}: {name}, {count} cities.").format(
                number=number, name=shown(name), count=count
            )
        )
    for warning in found.warnings:
        call.warn(warning)
