"""Key findings: sentences made from the numbers of the results."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from .results import Results, Row
from .wishes import Wishes

Figures = Mapping[str, int]  # what a finding rests on, to the number of its figure


def findings(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    """The sentences, those without numbers left out."""
    sentences = [
        *_unevenness(results, wishes, figures),
        *_change(results, wishes, figures),
        *_nested(results, wishes, figures),
        *_types(results, wishes, figures),
        *_light(results, wishes, figures),
        *_relations(results, wishes, figures),
    ]
    return [sentence for sentence in sentences if sentence]


def _known(rows: list[Row], field: str) -> list[Row]:
    return sorted((r for r in rows if r[field] is not None), key=lambda r: -float(r[field]))


def _see(wishes: Wishes, figures: Figures, name: str) -> str:
    number = figures.get(name)
    return "" if number is None else wishes.phrases(" (Figure {number})", number=number)


def _unevenness(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    t = wishes.phrases
    sentences = []
    rows = results.rows("unevenness")
    latest: dict[str, int | None] = {}
    for row in rows:
        latest[row["indicator"]] = max(latest.get(row["indicator"]) or 0, row["year"] or 0) or None
    for indicator, year in latest.items():
        known = _known(
            [r for r in rows if (r["indicator"], r["year"]) == (indicator, year)], "theil_between"
        )
        if not known:
            continue
        values = [row["theil_between"] for row in known]
        sentences.append(
            t(
                "{indicator} is most unevenly shared between core and secondary cities in "
                "{highest} (Theil {most:.3f}) and least in {lowest} ({least:.3f}); the median of "
                "{count} mega-regions is {middle:.3f}, where the cores hold {share:.0%} of it.",
                indicator=wishes.words(indicator, year),
                highest=wishes.title_of(known[0]["region"]),
                most=values[0],
                lowest=wishes.title_of(known[-1]["region"]),
                least=values[-1],
                count=len(known),
                middle=median(values),
                share=median(row["core_share"] for row in known),
            )
            + _see(wishes, figures, "unevenness")
        )
    return sentences


def _change(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    t = wishes.phrases
    sentences = []
    rows = results.rows("change")
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        known = _known([r for r in rows if r["indicator"] == indicator], "theil_change")
        if not known:
            continue
        first = known[0]
        counts = {
            name: sum(row["direction"] == name for row in known)
            for name in ("widening", "narrowing", "stable")
        }
        sentences.append(
            t(
                "From {start} to {end}, the unevenness of {indicator} widened in {widening}, "
                "narrowed in {narrowing} and stayed stable in {stable} of {count} mega-regions; "
                "it rose most in {highest} ({most:+.3f}) and fell most, or rose least, in {lowest} "
                "({least:+.3f}).",
                start=first["from_year"],
                end=first["to_year"],
                indicator=wishes.words(indicator),
                count=len(known),
                highest=wishes.title_of(first["region"]),
                most=first["theil_change"],
                lowest=wishes.title_of(known[-1]["region"]),
                least=known[-1]["theil_change"],
                **counts,
            )
            + _see(wishes, figures, f"change_{indicator}")
        )
    return sentences


def _nested(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    rows = [row for row in results.rows("nested") if row["share_between_roles"] is not None]
    latest = {row["indicator"]: row for row in sorted(rows, key=lambda row: row["year"] or 0)}
    return [
        wishes.phrases(
            "Of the inequality of {indicator} among all cities, {roles:.0%} lies between core and "
            "secondary cities of the same mega-region, {regions:.0%} between mega-regions and "
            "{within:.0%} within these groups.",
            indicator=wishes.words(row["indicator"], row["year"]),
            roles=row["share_between_roles"],
            regions=row["share_between_regions"],
            within=row["share_within_roles"],
        )
        + _see(wishes, figures, "nested")
        for row in list(latest.values())[:1]
    ]


def _types(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    profiles = results.rows("type_profiles")
    chosen = [row for row in results.rows("type_diagnostics") if row["chosen"]]
    if not profiles or not chosen:
        return []
    largest = next(row for row in profiles if row["type"] == 1)
    return [
        wishes.phrases(
            "By their sectors the secondary cities form {k} types (mean silhouette "
            "{silhouette:.3f}, stability {stability:.2f}); the largest, '{name}', has {cities} "
            "cities.",
            k=chosen[0]["k"],
            silhouette=chosen[0]["silhouette"],
            stability=chosen[0]["stability"],
            name=wishes.phrases.plain(largest["type_name"]),
            cities=largest["cities"],
        )
        + _see(wishes, figures, "types")
    ]


def _light(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    rows = results.rows("nighttime_groups")
    if not rows:
        return []
    last = rows[-1]["year"]
    means: dict[str, dict[str, float]] = {}
    for row in rows:
        if row["year"] == last and row["region"] and row["mean"] is not None:
            means.setdefault(row["region"], {})[row["role"]] = row["mean"]
    both = {name: m for name, m in means.items() if {"core", "secondary"} <= set(m)}
    if not both:
        return []
    brighter = sum(m["core"] > m["secondary"] for m in both.values())
    gap = max(both, key=lambda name: both[name]["core"] / max(both[name]["secondary"], 1e-9))
    return [
        wishes.phrases(
            "The cores' mean night light is above that of the secondary cities in {count} of "
            "{regions} mega-regions; the gap is widest in {highest} ({core:.2f} against "
            "{secondary:.2f}).",
            count=brighter,
            regions=len(both),
            highest=wishes.title_of(gap),
            core=both[gap]["core"],
            secondary=both[gap]["secondary"],
        )
        + _see(wishes, figures, "light")
    ]


def _relations(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    t = wishes.phrases
    sentences = []
    rows = results.rows("polycentricity")
    if rows:
        first = rows[0]["indicator"]
        year = max((r["year"] or 0 for r in rows if r["indicator"] == first), default=0) or None
        known = _known(
            [r for r in rows if (r["indicator"], r["year"]) == (first, year)], "polycentricity"
        )
        if known:
            sentences.append(
                t(
                    "By {indicator}, {highest} is the most polycentric mega-region "
                    "({most:.3f}) and {lowest} the least ({least:.3f}).",
                    indicator=wishes.words(first, year),
                    highest=wishes.title_of(known[0]["region"]),
                    most=known[0]["polycentricity"],
                    lowest=wishes.title_of(known[-1]["region"]),
                    least=known[-1]["polycentricity"],
                )
                + _see(wishes, figures, "polycentricity")
            )
    flows = _known(results.rows("flows_summary"), "core_secondary")
    if flows:
        sentences.append(
            t(
                "Flows between core and secondary cities weigh most in {highest} ({most:.0%} of "
                "its flows).",
                highest=wishes.title_of(flows[0]["region"]),
                most=flows[0]["core_secondary"],
            )
            + _see(wishes, figures, "map_flows")
        )
    return sentences
