"""Themes of planning policies by mega-region."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from ..cartography.relations.policy import policy_page, style_policy_map
from ..layers.attributes import CityTable, name_some, read_table
from ..layers.relations.policy import VOCABULARY, read_items, read_vocabulary
from ..layers.sinks import Column, write_extended, write_table
from ..measures.errors import InputError
from ..measures.relations.policy import ADDRESSEES, PolicyCounts, count_items
from .oldbase import MegaRegionAlgorithm, check_cancelled

COLUMNS: list[Column] = [
    ("region", str),
    ("theme", str),
    ("subtheme", str),
    ("code", str),
    ("items", int),
    ("share", float),
    ("quotient", float),
    *((f"to_{addressee}", int) for addressee in ADDRESSEES),
]


class PolicyThemes(MegaRegionAlgorithm):
    """One row a region and code; the regions with their counts; a report."""

    ID = "policythemes"
    TITLE = "Planning-policy themes"
    GROUP = "relations"
    TAGS = ("policy", "plan", "coexistence", "connectivity", "cooperation", "content analysis")
    SUMMARY = (
        "Counts coded policy items of the mega-regions' plans by theme: coexistence, connectivity "
        "and cooperation with their eleven subthemes, or a vocabulary of your own.\n\n"
        "share is a code's part of the region's items; quotient is that share over the code's "
        "share in all regions: above 1 the region's plans speak of it more than the others'. Codes "
        "that are not in the vocabulary are counted under their own name, without a theme."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                "TABLE", "Policy items", [QgsProcessing.SourceType.TypeVector]
            ),
            "A table with one row for each coded policy item.",
        )
        self.add(
            QgsProcessingParameterField("REGION_FIELD", "Mega-region", None, "TABLE"),
            "The field that names the mega-region whose plan holds the item.",
        )
        self.add(
            QgsProcessingParameterField("CODE_FIELD", "Code", None, "TABLE"),
            "The field with the code of the item, such as CON-1; case does not matter.",
        )
        self.add(
            QgsProcessingParameterField(
                "ADDRESSEE_FIELD", "Addressee", None, "TABLE", optional=True
            ),
            "The field that says whom the item addresses: core, secondary or both. It gives the "
            "result's to_core, to_secondary and to_both.",
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "REGIONS",
                "Regions",
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
                optional=True,
            ),
            "A layer of the mega-regions, for the map.",
        )
        self.add(
            QgsProcessingParameterField(
                "REGIONS_FIELD", "Name of a region", None, "REGIONS", optional=True
            ),
            "The field of the layer of regions that names them as the policy items do.",
        )
        self.add(
            QgsProcessingParameterFile("VOCABULARY", "Vocabulary", extension="csv", optional=True),
            "Your own codes: a CSV file in UTF-8 with the columns code, theme and subtheme. Copy "
            f"and change the plugin's own, resources/{VOCABULARY.name}.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", "Policy themes", QgsProcessing.SourceType.TypeVector
            ),
            "A table with one row for each region and code, zeros included.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "MAP", "Policy themes of regions", optional=True, createByDefault=False
            ),
            "The layer of regions with n_<code> and share_<theme>, a pie on each region. Needs "
            "REGIONS.",
        )
        self.add_report(
            "A page to read and print: heat table, addressees, all figures.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        vocabulary = read_vocabulary(self.parameterAsFile(parameters, "VOCABULARY", context))
        addressee = self.parameterAsString(parameters, "ADDRESSEE_FIELD", context) or None
        items = read_items(
            self.source(parameters, "TABLE", context),
            self.parameterAsString(parameters, "REGION_FIELD", context),
            self.parameterAsString(parameters, "CODE_FIELD", context),
            addressee,
            feedback,
        )
        counts = count_items(items.regions, items.codes, items.addressees, vocabulary)
        unknown = [code.code for code in counts.codes if code.theme is None]
        if unknown:
            feedback.pushWarning(
                f"Not in the vocabulary, counted without a theme: {name_some(unknown)}."
            )
        regions = self._regions(parameters, context, counts, feedback)
        check_cancelled(feedback)

        rows = _rows(counts, addressee is not None)
        save_report = self.report(
            parameters, context, lambda: policy_page(counts, rows, addressee is not None)
        )
        results = {
            "OUTPUT": write_table(
                self, parameters, "OUTPUT", context, COLUMNS, [row.values() for row in rows]
            )
        }
        self.style(context, results["OUTPUT"], "Policy themes")
        if regions is not None:
            source, table, names = regions
            results["MAP"] = write_extended(
                self, parameters, "MAP", context, source, table.ids, _added(counts, names)
            )
            self.style(context, results["MAP"], "Policy themes of regions", style_policy_map)
        return {**results, **save_report()}

    def _regions(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        counts: PolicyCounts,
        feedback: QgsProcessingFeedback,
    ) -> tuple[QgsProcessingFeatureSource, CityTable, list[str | None]] | None:
        """The layer of regions and the region of each row, or None where no map is wanted."""
        if parameters.get("MAP") in (None, ""):
            return None
        source = self.parameterAsSource(parameters, "REGIONS", context)
        field = self.parameterAsString(parameters, "REGIONS_FIELD", context)
        if source is None or not field:
            raise InputError(
                "The map needs a layer of regions and the field with their names: set REGIONS and "
                "REGIONS_FIELD, or leave MAP out."
            )
        table = read_table(source, texts=[field], feedback=feedback)
        names = table.texts[field]
        unmapped = [region for region in counts.regions if region not in names]
        if len(unmapped) == len(counts.regions):
            raise InputError(
                f"Field '{field}' of layer '{table.layer}' holds none of the regions of the policy "
                f"items ({name_some(unmapped, 5)}): choose the field that names them alike."
            )
        if unmapped:
            feedback.pushWarning(f"Regions that are not on the map: {name_some(unmapped)}.")
        blank = dict.fromkeys(n for n in names if n is not None and n not in counts.regions)
        if blank:
            feedback.pushWarning(f"Regions on the map without items: {name_some(list(blank))}.")
        return source, table, names


def _rows(counts: PolicyCounts, addressed: bool) -> list[dict[str, Any]]:
    return [
        {
            "region": region,
            "theme": code.theme,
            "subtheme": code.subtheme,
            "code": code.code,
            "items": int(counts.items[i, j]),
            "share": float(counts.share[i, j]),
            "quotient": float(counts.quotient[i, j]),
            **{
                f"to_{name}": int(counts.addressed[i, j, k]) if addressed else None
                for k, name in enumerate(ADDRESSEES)
            },
        }
        for i, region in enumerate(counts.regions)
        for j, code in enumerate(counts.codes)
    ]


def _added(counts: PolicyCounts, names: list[str | None]) -> dict[Column, list[Any]]:
    """Fields of the map's layer: one value for each of its rows."""
    row_of = {region: row for row, region in enumerate(counts.regions)}
    rows = [row_of.get(name) if name is not None else None for name in names]
    added: dict[Column, list[Any]] = {}
    for column, code in enumerate(counts.codes):
        values = counts.items[:, column]
        added[f"n_{code.code}", int] = [None if row is None else values[row] for row in rows]
    for theme in counts.themes:
        shares = counts.theme_share(theme)
        added[f"share_{theme}", float] = [None if row is None else shares[row] for row in rows]
    return added
