"""Types of secondary cities."""

from __future__ import annotations

import numpy as np

from ....measures.sectors import FORMS, OWN_SHARE
from ....measures.typology.choice import is_weak
from ...typology.charts import profile_chart
from ..results import Row
from ..wishes import CITY
from .writer import Writer


def types(writer: Writer) -> None:
    """What marks each type, and its cities."""
    rows = writer.results.rows("type_profiles")
    if not rows:
        return
    d, w = writer.document, writer.wishes
    t = w.phrases
    d.chapter("Types of secondary cities")
    d.text(
        "Types group secondary cities with like shares of the sectors."
        if _by_own_share(writer)
        else "Types group secondary cities whose sectors differ from their cores' in the same way."
    )
    d.text(
        "The names of types are suggestions from what stands out most: read the profile before "
        "using one."
    )
    weak = _strength(writer)
    names = {row["type"]: f"{row['type']} {t.plain(row['type_name'])}" for row in rows}
    features = list(dict.fromkeys(row["feature"] for row in rows))
    z_scores = np.full((len(names), len(features)), np.nan)
    for row in rows:
        place = row["type"] - 1, features.index(row["feature"])
        z_scores[place] = np.nan if row["z_score"] is None else row["z_score"]
    words = [w.words(name[2:] if name.startswith("d_") else name) for name in features]
    writer.chart(
        "types",
        profile_chart(z_scores, list(names.values()), words),
        "type_profiles",
        "What marks each type: the mean of each sector, in standard deviations from the mean of "
        "all secondary cities.{weak}",
        weak=weak,
    )
    cities: dict[int, list[Row]] = {}
    for row in writer.results.rows("types"):
        if row["mr_type"] is not None:
            cities.setdefault(row["mr_type"], []).append(row)
    table = []
    for number, unsorted in sorted(cities.items()):
        members = sorted(unsorted, key=lambda row: -(row["mr_silhouette"] or 0))
        listed = t.listed([str(row[CITY]) for row in members])
        table.append([names[number], len(members), listed])
    d.table(["Type", "Cities", "Names, the best fitting first"], table)
    untyped = [str(r[CITY]) for r in writer.results.rows("types") if r["mr_type"] is None]
    if untyped:
        d.text("Without a type, because a sector has no value: {cities}.", cities=t.listed(untyped))
    counts = [f"{names[number]} ({len(members)})" for number, members in sorted(cities.items())]
    writer.map(
        "types",
        "Types of secondary cities; cores in their own colour.{weak}",
        t(
            "Map: secondary cities coloured and patterned by type, cores in black. {types}.",
            types=t.listed(counts),
        ),
        weak=weak,
    )


def _strength(writer: Writer) -> str:
    """Say how far the types stand apart; what captions add where they are weak."""
    chosen = next(row for row in writer.results.rows("type_diagnostics") if row["chosen"])
    values = {name: chosen[name] for name in ("silhouette", "noise_silhouette")}
    if None in values.values():
        return ""
    t = writer.wishes.phrases
    if not is_weak(**values):
        writer.document.text(
            "Their mean silhouette of {silhouette:.3f} is above the {noise_silhouette:.3f} that "
            "cities without any groups reach.",
            **values,
        )
        return ""
    writer.document.note(
        t(
            "These types are weak: their mean silhouette of {silhouette:.3f} is not above the "
            "{noise_silhouette:.3f} that cities without any groups reach. They are parts of a "
            "continuum, and cities at the edge of a type could as well be in another.",
            **values,
        )
    )
    return t(" The types are weak.")


def _by_own_share(writer: Writer) -> bool:
    """Whether the types rest on the cities' own shares, not on differences to the core."""
    rows = writer.results.rows("core_differences")
    return bool(rows) and rows[0]["mr_form"] == FORMS[OWN_SHARE]
