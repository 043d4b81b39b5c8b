"""Methods, sources, seeds and versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import method as words
from ..wishes import REGION
from .writer import Writer


def method(writer: Writer, settings: Mapping[str, Any], versions: Mapping[str, str]) -> None:
    """What was computed how, from what, with which versions."""
    d, w, results = writer.document, writer.wishes, writer.results
    d.chapter("Method and sources")
    d.small(words.THEIL)
    d.small(words.DAGUM)
    d.small(words.ROLE_P)
    if results.rows("change"):
        for sentence in (words.CHANGE_INTERVAL, words.CHANGE_P, words.FDR):
            d.small(sentence)
    d.small(words.NESTED)
    if results.rows("types"):
        d.small(
            "Types: K-means on the differences of sector shares to the mean of the region's cores, "
            "as in Du, Cardoso & Rocco (2025), Habitat International 166, 103619; the number of "
            "types by the highest mean silhouette (Rousseeuw 1987, Journal of Computational and "
            "Applied Mathematics 20, 53-65)."
        )
    if results.rows("nighttime_light"):
        d.small("Night light: cells weighted by the exact share that a city covers.")
    d.small(
        "Polycentricity: {green}. Complementarity: Krugman's index of dissimilarity.",
        green=words.GREEN,
    )
    d.small("Source of the data: {source}.", source=w.source or w.phrases("not given"))
    _missing(writer, settings)
    d.small(
        "Random numbers from seed {seed}; {permutations} permutations.",
        seed=w.seed,
        permutations=settings["PERMUTATIONS"],
    )
    listed = w.phrases.listed([f"{name} {number}" for name, number in versions.items()])
    d.small("Made with {versions}.", versions=listed)


def _missing(writer: Writer, settings: Mapping[str, Any]) -> None:
    """What became of missing values, in one place."""
    d, results = writer.document, writer.results
    inside = [row for row in results.rows("cities") if row[REGION] is not None]
    missing = sum(row["missing"] or 0 for row in results.rows("unevenness"))
    d.small(
        "{cities} cities. {missing} values of indicators are missing; a city without a value is "
        "left out of the comparison of that indicator and year.",
        cities=len(inside),
        missing=missing,
    )
    summary = results.rows("complementarity_summary")
    if not summary:
        return
    if settings.get("SECTORS_MISSING") == 1:
        d.small(
            "A sector without a value counts as zero, in sector differences, types and "
            "complementarity alike."
        )
    else:
        d.small(
            "A city without a value in a sector is left out of sector differences, types and "
            "complementarity alike: {cities} of {all}.",
            cities=sum(row["left_out"] for row in summary),
            all=len(inside),
        )
