"""Themes of planning policies by mega-region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..measures.relations.policy import PolicyCounts
    from .call import Call

COLUMNS = [
    ("region", str),
    ("theme", str),
    ("subtheme", str),
    ("code", str),
    ("items", int),
    ("share", float),
    ("quotient", float),
    ("to_core", int),
    ("to_secondary", int),
    ("to_both", int),
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
            parameters.source(
                "TABLE", "Policy items", "A table with one row for each coded policy item."
            ),
            parameters.region(
                "The field that names the mega-region whose plan holds the item.", parent="TABLE"
            ),
            parameters.field(
                "CODE_FIELD",
                "Code",
                "The field with the code of the item, such as CON-1; case does not matter.",
                parent="TABLE",
            ),
            parameters.field(
                "ADDRESSEE_FIELD",
                "Addressee",
                "The field that says whom the item addresses: core, secondary or both. It gives "
                "the result's to_core, to_secondary and to_both.",
                parent="TABLE",
                optional=True,
            ),
            parameters.source(
                "REGIONS",
                "Regions",
                "A layer of the mega-regions, for the map.",
                parameters.GEOMETRY,
                optional=True,
            ),
            parameters.field(
                "REGIONS_FIELD",
                "Name of a region",
                "The field of the layer of regions that names them as the policy items do.",
                parent="REGIONS",
                optional=True,
            ),
            parameters.file(
                "VOCABULARY",
                "Vocabulary",
                "Your own codes: a CSV file in UTF-8 with the columns code, theme and subtheme. "
                "Copy and change the plugin's own, resources/policy_themes.csv.",
                extension="csv",
            ),
            parameters.sink(
                "OUTPUT",
                "Policy themes",
                "A table with one row for each region and code, zeros included.",
            ),
            parameters.sink(
                "MAP",
                "Policy themes of regions",
                "The layer of regions with n_<code> and share_<theme>, a pie on each region. Needs "
                "REGIONS.",
                parameters.GEOMETRY,
                optional=True,
            ),
            parameters.report("A page to read and print: heat table, addressees, all figures."),
        )

    def work(self, call: Call) -> None:
        from ..cartography.relations.policy import policy_page
        from ..layers.fields import name_some
        from ..layers.relations.policy import read_items, read_vocabulary
        from ..measures.relations.policy import count_items

        vocabulary = read_vocabulary(call.file("VOCABULARY"))
        addressee = call.field("ADDRESSEE_FIELD")
        items = read_items(
            call.source("TABLE"),
            call.text("REGION_FIELD"),
            call.text("CODE_FIELD"),
            addressee,
            call.feedback,
        )
        counts = count_items(items.regions, items.codes, items.addressees, vocabulary)
        unknown = [code.code for code in counts.codes if code.theme is None]
        if unknown:
            call.warn(
                tr("Not in the vocabulary, counted without a theme: {names}.").format(
                    names=name_some(unknown)
                )
            )
        rows = _rows(counts, addressee is not None)
        _report(rows, call)
        call.table("OUTPUT", "Policy themes", COLUMNS, (row.values() for row in rows))
        if call.given("MAP"):
            self._map(call, counts)
        call.page(lambda: policy_page(counts, rows, addressee is not None))

    def _map(self, call: Call, counts: PolicyCounts) -> None:
        """The layer of regions with their counts."""
        from ..cartography.relations.policy import style_policy_map
        from ..layers.fields import name_some
        from ..layers.tables import read_table
        from ..measures.errors import InputError
        from ..measures.groups import found_again

        field = call.field("REGIONS_FIELD")
        if not call.given("REGIONS") or field is None:
            raise InputError(
                tr(
                    "The map needs a layer of regions and the field with their names: set "
                    "REGIONS and REGIONS_FIELD, or leave MAP out."
                )
            )
        source = call.source("REGIONS")
        table = read_table(source, call.feedback, texts=[field])
        names = found_again(table.texts[field], counts.regions)
        unmapped = [region for region in counts.regions if region not in names]
        if len(unmapped) == len(counts.regions):
            raise InputError(
                tr(
                    "Field '{field}' of layer '{layer}' holds none of the regions of the "
                    "policy items ({names}): choose the field that names them alike."
                ).format(field=field, layer=table.layer, names=name_some(unmapped, 5))
            )
        if unmapped:
            call.warn(
                tr("Regions that are not on the map: {names}.").format(names=name_some(unmapped))
            )
        blank = dict.fromkeys(n for n in names if n is not None and n not in counts.regions)
        if blank:
            call.warn(
                tr("Regions on the map without items: {names}.").format(
                    names=name_some(list(blank))
                )
            )
        call.extend(
            "MAP",
            "Policy themes of regions",
            source,
            table.ids,
            _added(counts, names),
            style=style_policy_map,
        )


def _report(rows: list[dict[str, Any]], call: Call) -> None:
    """How many items there are, and the commonest theme."""
    from ..measures.words import shown

    themes: dict[str, int] = {}
    for row in rows:
        if row["theme"]:
            themes[row["theme"]] = themes.get(row["theme"], 0) + row["items"]
    total = sum(row["items"] for row in rows)
    if any(themes.values()):
        commonest = max(themes, key=lambda theme: themes[theme])
        call.finding(
            tr(
                "{items} policy items of {regions} regions; the commonest theme is {theme} "
                "({share:.0%})."
            ).format(
                items=total,
                regions=len({row["region"] for row in rows}),
                theme=shown(commonest),
                share=themes[commonest] / total,
            )
        )


def _rows(counts: PolicyCounts, addressed: bool) -> list[dict[str, Any]]:
    from ..measures.relations.policy import ADDRESSEES

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


def _added(counts: PolicyCounts, names: list[str | None]) -> dict[tuple[str, type], list[Any]]:
    """Fields of the map's layer: one value for each of its rows."""
    row_of = {region: row for row, region in enumerate(counts.regions)}
    rows = [row_of.get(name) if name is not None else None for name in names]
    added: dict[tuple[str, type], list[Any]] = {}
    for column, code in enumerate(counts.codes):
        values = counts.items[:, column]
        added[f"n_{code.code}", int] = [None if row is None else values[row] for row in rows]
    for theme in counts.themes:
        shares = counts.theme_share(theme)
        added[f"share_{theme}", float] = [None if row is None else shares[row] for row in rows]
    return added
