"""What the algorithms that compare core with secondary cities ask for, read and write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource, QgsProcessingParameterDefinition

    from ..layers.comparison import Comparison
    from ..layers.outputs import Column
    from .call import Call, Style


class ComparisonAlgorithm(MegaRegionAlgorithm):
    """Base of the unevenness algorithms."""

    GROUP = "unevenness"
    RESULT = ""  # what the result table is called

    def inputs(self) -> list[QgsProcessingParameterDefinition]:
        """The parameters that all of them share."""
        return [
            parameters.cities(
                "One row for each city (or for each city and year), with its mega-region, role and "
                "indicators: polygons, points or a table."
            ),
            parameters.region(),
            parameters.role(),
            parameters.indicators(
                "The fields to compare, for example GDP or population: zero or more, absolute "
                "amounts or amounts per head. A field name that ends in _YYYY (gdp_2023) carries "
                "its year."
            ),
            parameters.year(),
            parameters.weight(),
            parameters.missing(),
        ]

    def outputs(
        self, table: str, regions: str | None, report: str
    ) -> list[QgsProcessingParameterDefinition]:
        """The result table, the regions' layer where it has a help text, and the report."""
        made = [parameters.sink("OUTPUT", self.RESULT, table)]
        if regions is not None:
            polygons = parameters.POLYGONS
            made.append(
                parameters.sink(
                    "REGIONS", "Regions", regions, polygons, optional=True, by_default=True
                )
            )
        return [*made, parameters.report(report), parameters.identity()]

    def comparison(
        self, call: Call, more: Iterable[str] = ()
    ) -> tuple[QgsProcessingFeatureSource, Comparison]:
        """Read the shared parameters and the cities, with further fields as texts."""
        from ..layers.comparison import compare
        from ..layers.panel import read_panel

        source = call.source()
        role_field = call.field("ROLE_FIELD") or "mr_role"
        weight_field = call.field("WEIGHT_FIELD")
        panel = read_panel(
            source,
            call.fields("INDICATORS"),
            call.feedback,
            region_field=call.text("REGION_FIELD"),
            role_field=role_field,
            year_field=call.field("YEAR_FIELD"),
            weight_field=weight_field,
            id_field=call.field("ID_FIELD"),
            texts=list(more),
        )
        call.check()
        return source, compare(
            panel,
            role_field=role_field,
            weight_field=weight_field,
            missing=call.choice("MISSING"),
            feedback=call.feedback,
        )

    def regions(
        self,
        call: Call,
        source: QgsProcessingFeatureSource,
        comparison: Comparison,
        rows: Iterable[Mapping[str, Any]],
        fields: Mapping[str, tuple[str, type]],
        title: str,
        style: Style,
    ) -> None:
        """The regions' places with a field for each indicator and year.

        Args:
            call: the run; nothing is done where it does not ask for REGIONS.
            source: the cities.
            comparison: their regions.
            rows: of the result table.
            fields: column of the result table to the beginning of the field's name and its type.
            title: of the layer.
            style: of the layer.
        """
        shapes = self.places(call, source, comparison)
        if shapes is not None:
            columns, values = _by_region(comparison.regions, rows, fields)
            call.table("REGIONS", title, columns, values, style=style, **shapes)

    def places(
        self, call: Call, source: QgsProcessingFeatureSource, comparison: Comparison
    ) -> dict[str, Any] | None:
        """Geometries of the compared regions, in their order, with their type and CRS.

        None where REGIONS is not asked for, or the cities are a table: the dialog asks for it by
        itself.
        """
        from qgis.core import QgsWkbTypes

        from ..layers.regions import places

        if not call.given("REGIONS"):
            return None
        if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
            call.info(tr("The cities have no geometry: the layer of regions is left out."))
            return None
        call.feedback.setProgressText(tr("Dissolving the regions' polygons"))
        by_region = comparison.panel.cities.by_region()
        by_region = {region: by_region[region] for region in comparison.regions}
        geometries, kind = places(source, comparison.panel.cities, by_region, call.feedback)
        return {"geometries": geometries, "kind": kind, "crs": source.sourceCrs()}


def _by_region(
    regions: Iterable[str],
    rows: Iterable[Mapping[str, Any]],
    names: Mapping[str, tuple[str, type]],
) -> tuple[list[Column], list[list[Any]]]:
    """Columns and rows of the regions' layer: one row a region, columns for each indicator."""
    columns: dict[str, type] = {"region": str}
    found: dict[str, dict[str, Any]] = {region: {"region": region} for region in regions}
    for row in rows:
        year = row.get("year")
        suffix = row["indicator"] + ("" if year is None else f"_{year}")
        for name, (beginning, kind) in names.items():
            columns[f"{beginning}_{suffix}"] = kind
            found[row["region"]][f"{beginning}_{suffix}"] = row[name]
    return list(columns.items()), [[r.get(name) for name in columns] for r in found.values()]
