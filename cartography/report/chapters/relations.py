"""Polycentricity, complementarity and flows."""

from __future__ import annotations

from ..charts import region_dots
from ..profiles import latest_years
from ..wishes import CITY, REGION
from .writer import Writer


def relations(writer: Writer) -> None:
    """How the cities of a region stand to one another."""
    d = writer.document
    d.chapter("Spatial relations")
    d.text(
        "Polycentricity is 1 where all cities are of equal size and 0 where one of two has "
        "all (Green 2007); primacy is the largest city's share."
    )
    _polycentricity(writer)
    _complementarity(writer)
    _flows(writer)


def _polycentricity(writer: Writer) -> None:
    d, w = writer.document, writer.wishes
    rows = writer.in_order(writer.results.rows("polycentricity"))
    last = latest_years(rows)
    shown = [row for row in rows if row["year"] == last[row["indicator"]]]
    first = next((row["indicator"] for row in writer.results.rows("polycentricity")), None)
    dots = [
        (row["region"], row["polycentricity"])
        for row in shown
        if row["indicator"] == first and row["polycentricity"] is not None
    ]
    if first is not None and dots:
        words = w.words(first, last[first])
        writer.chart(
            "polycentricity",
            region_dots(dots, w.phrases("Polycentricity: {indicator}", indicator=words)),
            "polycentricity",
            "Polycentricity by {indicator}; the dashed line is the median.",
            indicator=words,
        )
    names = ["cities", "primacy", "two_city_ratio", "rank_size_slope", "polycentricity"]
    table = [
        [row["region"], w.words(row["indicator"], row["year"]), *(row[n] for n in names)]
        for row in shown
    ]
    for line, row in zip(table, shown):
        if w.is_ratio(row["indicator"]):
            line[3] = None  # no share of a sum of ratios
    header = ["Mega-region", "Indicator", "Cities", "Primacy", "Largest to second"]
    d.table([*header, "Rank-size slope", "Polycentricity"], table)


def _complementarity(writer: Writer) -> None:
    d = writer.document
    summary = writer.in_order(writer.results.rows("complementarity_summary"))
    if not summary:
        return
    most: dict[str, tuple[float, str]] = {}
    for row in writer.results.rows("complementarity"):
        value = row["mr_complementarity"]
        if value is not None and row[REGION] is not None:
            best = most.get(row[REGION], (-1.0, ""))
            most[row[REGION]] = max(best, (value, str(row[CITY])), key=lambda pair: pair[0])
    d.section(writer.wishes.phrases("Complementarity"))
    d.text(
        "Krugman's index of dissimilarity: 0 where two places have the same sectors, 2 where they "
        "share none. Specialisation compares each city with its mega-region, complementarity each "
        "secondary city with the cores."
    )
    names = ["region", "cities", "specialisation", "complementarity"]
    table = [
        [*(row[name] for name in names), most[row["region"]][1] if row["region"] in most else None]
        for row in summary
    ]
    header = ["Mega-region", "Cities", "Specialisation", "Complementarity"]
    d.table([*header, "Most complementary"], table)
    t = writer.wishes.phrases
    highest = [f"{region}: {city} ({value:.2f})" for region, (value, city) in most.items()]
    writer.map(
        "complementarity",
        "Complementarity of secondary cities to their cores.",
        t(
            "Map: secondary cities the darker, the less they are like their cores; least alike: "
            "{cities}.",
            cities=t.listed(highest),
        ),
    )


def _flows(writer: Writer) -> None:
    d, modelled = writer.document, writer.wishes.flows_modelled
    flows = writer.in_order(writer.results.rows("flows_summary"))
    if not flows:
        return
    t = writer.wishes.phrases
    d.section(t("Modelled flows between cities") if modelled else t("Flows between cities"))
    if modelled:
        d.text("The flows were not observed: they are what a model expects.")
    names = ["region", "flows", "total", "core_core", "core_secondary"]
    names += ["secondary_secondary", "multidirectionality", "functional_polycentricity"]
    total = writer.wishes.titled("Total", writer.wishes.flow_field)
    header = ["Mega-region", "Flows", total, "Core to core", "Core and secondary"]
    header += ["Secondary to secondary", "Multidirectionality", "Functional polycentricity"]
    d.table(header, [[row[name] for name in names] for row in flows])
    phrase = "Modelled flows between cities." if modelled else "Flows between cities."
    totals = [f"{row['region']} {row['flows']}" for row in flows]
    writer.map(
        "flows",
        phrase,
        t(
            "Map: the strongest flows of each mega-region as lines, wide by value. Flows in all: "
            "{regions}.",
            regions=t.listed(totals),
        ),
    )
