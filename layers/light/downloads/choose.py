"""Which of the downloads make the raster of a date, and which tiles it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....measures.errors import InputError
from ....measures.light.dates import LightDate
from ....measures.texts import listed, tr
from .notes import Notes
from .products import BLACK_MARBLE, CLOUD_FREE, DMSP, OTHER, VIIRS, Download

# The first that is there is taken. Masked averages have no background and no ephemeral light.
_LAYERS = {
    VIIRS: [
        *("average_masked", "avg_rade9.masked", "average", "avg_rade9", "median_masked", "median"),
        *("maximum", "minimum", ""),
    ],
    DMSP: ["stable_lights.avg_vis", "avg_vis", "avg_lights_x_pct"],
}
_COMPOSITES = ["vcm-orm-ntl", "vcmslcfg", "vcmcfg", "vcm-orm", "vcm-ntl", ""]


@dataclass
class DatePlan:
    """The files of one date.

    Attributes:
        date: the date.
        family: of the files, as in `products`.
        product: of the files.
        layer: what the files of EOG hold; empty for others.
        files: one file for each tile; the tile's name, or that of a file that is no tile.
        counts: the numbers of cloud-free observations, by tile.
        missing: names of tiles that are not there.
    """

    date: LightDate
    family: str
    product: str
    layer: str
    files: dict[str, Download]
    counts: dict[str, Download] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Of the raster's file, without its ending."""
        return f"light_{self.date.tag}"


def plan_dates(
    downloads: Sequence[Download], dataset: str, notes: Notes
) -> tuple[list[DatePlan], bool]:
    """What is read for each date, by date.

    Of several products, composites or layers of one date one is taken, the same for all dates
    where it can be, else the better one; of several productions of a tile the newest.

    Args:
        downloads: what the folder holds.
        dataset: the layer of EOG files that the user wants, empty for the usual one.
        notes: gets a sentence for each thing the user should know.

    Returns:
        The plans, and whether `dataset` is a layer of EOG files.

    Raises:
        InputError: products that cannot be one series have the same date.
    """
    wanted = dataset.lower().replace("avg_rade9h", "avg_rade9")
    named = bool(wanted) and any(item.layer.lower() == wanted for item in downloads)
    by_date: dict[LightDate, list[Download]] = defaultdict(list)
    for item in downloads:
        by_date[item.date].append(item)
    plans = []
    common = _on_dates(by_date)
    for date in sorted(by_date, key=lambda day: day.order):
        plan = _plan(date, by_date[date], wanted if named else "", common, notes)
        if plan is None:
            notes.add(
                tr("left out, as there is no light in layer '{dataset}'.").format(dataset=dataset),
                date,
            )
        else:
            plans.append(plan)
    if not plans:
        raise InputError(
            tr(
                "The folder holds only numbers of cloud-free observations: put the light "
                "beside them."
            )
        )
    _find_missing(plans)
    _compare(plans, notes)
    return plans, named


def _on_dates(by_date: dict[LightDate, list[Download]]) -> Counter[tuple[str, str]]:
    """On how many dates a family has each product and each layer."""
    return Counter(
        pair
        for items in by_date.values()
        for pair in {(i.family, kind) for i in items for kind in (i.product, i.layer)}
    )


def _plan(
    date: LightDate,
    items: Sequence[Download],
    wanted: str,
    common: Counter[tuple[str, str]],
    notes: Notes,
) -> DatePlan | None:
    light = [item for item in items if item.layer != CLOUD_FREE]
    if wanted:
        light = [item for item in light if item.layer.lower() == wanted]
    if not light:
        return None
    families = {item.family: item for item in reversed(light)}
    if len(families) > 1:
        first, second = list(families.values())[:2]
        raise InputError(
            tr(
                "'{name}' ({family}) and '{name_2}' ({family_2}) are both of {date}: put "
                "products of different kinds into folders of their own."
            ).format(
                name=second.name,
                family=_shown(second.family),
                name_2=first.name,
                family_2=_shown(first.family),
                date=date,
            )
        )
    family = light[0].family
    known = _LAYERS.get(family, [])
    if not wanted:  # such as masks of lit cells
        light = [item for item in light if not known or item.layer in known] or light
    products = sorted(
        {item.product for item in light},
        key=lambda product: (-common[family, product], _product_rank(product)),
    )
    product = _first(date, products, notes)
    light = [item for item in light if item.product == product]
    layers = sorted(
        {item.layer for item in light},
        key=lambda layer: (
            -common[family, layer],
            known.index(layer) if layer in known else len(known),
            layer,
        ),
    )
    layer = _first(date, layers, notes)
    counts = [i for i in items if (i.family, i.product, i.layer) == (family, product, CLOUD_FREE)]
    files = [item for item in light if item.layer == layer]
    return DatePlan(
        date, family, product, layer, _newest(date, files, notes), _newest(date, counts, notes)
    )


def _product_rank(product: str) -> tuple[int, str, int]:
    """Suomi NPP before NOAA-20 and 21, corrected light before raw, newer before older DMSP."""
    if product in _COMPOSITES:
        return _COMPOSITES.index(product), "", 0
    if "46A" in product:
        satellites = ["VNP", "VJ1", "VJ2"]
        return satellites.index(product[:3]), "", -int(product[-1])
    satellite = product.split(maxsplit=1)[0] if product else "F0"
    number = int(satellite[1:]) if satellite[1:].isdecimal() else 0
    return len(product.split()), "", -number


def _first(date: LightDate, choices: Sequence[str], notes: Notes) -> str:
    if len(choices) > 1:
        others = listed(choice or tr("unnamed") for choice in choices[1:])
        notes.add(
            tr("{value} is used, not {others}.").format(
                value=choices[0] or "unnamed", others=others
            ),
            date,
        )
    return choices[0]


def _newest(date: LightDate, items: Sequence[Download], notes: Notes) -> dict[str, Download]:
    """One file for each tile; unpacked ones before the same in an archive."""
    by_tile: dict[str, list[Download]] = defaultdict(list)
    for item in items:
        # Files that are no tiles are of one place each, unless their names tell that they are the
        # same product in several versions.
        key = item.tile or (item.path.removesuffix(".gz") if item.family == OTHER else "")
        by_tile[key.replace("/vsigzip/", "")].append(item)
    chosen = {}
    for tile, same in sorted(by_tile.items()):
        best = max(same, key=lambda item: (item.version, not item.is_packed))
        older = sorted({item.name for item in same if item.version != best.version})
        if older:
            notes.add(
                tr("'{name}' is used, which is of newer processing than {names}.").format(
                    name=best.name, names=listed(repr(name) for name in older)
                ),
                date,
            )
        chosen[tile] = best
    return chosen


def _find_missing(plans: Sequence[DatePlan]) -> None:
    """Tiles that other dates have; a date with one file that is no tile lacks none."""
    tiles: dict[str, set[str]] = defaultdict(set)
    for plan in plans:
        tiles[plan.family].update(item.tile for item in plan.files.values() if item.tile)
    for plan in plans:
        if any(item.tile for item in plan.files.values()):
            plan.missing = sorted(tiles[plan.family] - plan.files.keys())


def _shown(family: str) -> str:
    return tr("other") if family == OTHER else family


def _compare(plans: Sequence[DatePlan], notes: Notes) -> None:
    """Say where values of different dates or tiles may not be comparable."""
    for what, kinds in (
        (tr("kinds of night light"), {_shown(plan.family): plan.date for plan in reversed(plans)}),
        (
            tr("composites or satellites"),
            {p.product: p.date for p in reversed(plans) if p.family in (VIIRS, DMSP)},
        ),
        (tr("layers"), {plan.layer: plan.date for plan in reversed(plans) if plan.layer}),
        (
            tr("collections of Black Marble"),
            {
                item.collection: plan.date
                for plan in reversed(plans)
                for item in plan.files.values()
                if item.family == BLACK_MARBLE and item.collection
            },
        ),
    ):
        if len(kinds) > 1:
            mixed = listed(
                tr("{kind} (first in {date})").format(kind=kind or tr("unnamed"), date=kinds[kind])
                for kind in sorted(kinds)
            )
            notes.add(
                tr("The folder mixes {what}: {mixed}. Their values may not be comparable.").format(
                    what=what, mixed=mixed
                )
            )
    precisions = {(p.date.month is not None) + (p.date.day is not None) for p in plans}
    if len(precisions) > 1:
        notes.add(
            tr("The folder mixes years, months or days: use the rasters of one kind at a time.")
        )
