"""Key findings: sentences made from the numbers of the results.

A mega-region that is named carries its own figures; what is certain is told from what is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from statistics import median

from ...measures.significance import LEVEL
from ...measures.typology.choice import is_weak
from ...measures.unevenness.change import NARROWING, REVERSED, STABLE, WIDENING
from .document import reference
from .numbers import written
from .profiles import latest_groups, latest_years, light_words
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
        *_polycentricity(results, wishes, figures),
        *_flows(results, wishes, figures),
    ]
    return [sentence for sentence in sentences if sentence]


def _known(rows: list[Row], field: str) -> list[Row]:
    return sorted((r for r in rows if r[field] is not None), key=lambda r: -float(r[field]))


def _see(figures: Figures, name: str) -> str:
    number = figures.get(name)
    return "" if number is None else reference(number)


def _unevenness(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    t = wishes.phrases
    sentences = []
    rows = results.rows("unevenness")
    for indicator, year in latest_years(rows).items():
        of_year = [r for r in rows if (r["indicator"], r["year"]) == (indicator, year)]
        known = _known(of_year, "theil_between")
        if not known:
            continue
        high, low = known[0], known[-1]
        values = {
            "indicator": wishes.words(indicator, year),
            "highest": wishes.title_of(high["region"]),
            "most": high["theil_between"],
            "lowest": wishes.title_of(low["region"]),
            "least": low["theil_between"],
            "count": len(known),
            "middle": median(row["theil_between"] for row in known),
        }
        if wishes.is_ratio(indicator) or None in (high["core_share"], low["core_share"]):
            sentence = t(
                "{indicator} differs most between core and secondary cities in {highest} (Theil "
                "{most:.3f}) and least in {lowest} ({least:.3f}); the median of {count} "
                "mega-regions is {middle:.3f}.",
                **values,
            )
        else:
            sentence = t(
                "{indicator} is most unevenly shared between core and secondary cities in "
                "{highest} (Theil {most:.3f}; cores' share {high_share:.0%}) and least in "
                "{lowest} ({least:.3f}; {low_share:.0%}); the median of {count} mega-regions is "
                "{middle:.3f}.",
                high_share=high["core_share"],
                low_share=low["core_share"],
                **values,
            )
        sentences.append(sentence + _see(figures, "unevenness"))
    return sentences


def _change(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    t = wishes.phrases
    sentences = []
    rows = results.rows("change")
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        known = _known([r for r in rows if r["indicator"] == indicator], "theil_change")
        if not known:
            continue
        first, last = known[0], known[-1]
        counts = Counter(row["direction"] for row in known)
        sentence = t(
            "From {start} to {end}, the unevenness of {indicator} widened in {widening}, narrowed "
            "in {narrowing} and was stable in {stable} of {count} mega-regions{reversed}; the "
            "change is largest in {highest} ({most:+.3f}) and lowest in {lowest} ({least:+.3f}).",
            start=first["from_year"],
            end=first["to_year"],
            indicator=wishes.words(indicator),
            widening=counts[WIDENING],
            narrowing=counts[NARROWING],
            stable=counts[STABLE],
            reversed=_reversed(counts[REVERSED], wishes),
            count=len(known),
            highest=wishes.title_of(first["region"]),
            most=first["theil_change"],
            lowest=wishes.title_of(last["region"]),
            least=last["theil_change"],
        )
        sentences.append(
            sentence + _certainty(known, wishes) + _see(figures, f"change_{indicator}")
        )
    return sentences


def _reversed(count: int, wishes: Wishes) -> str:
    """In how many regions the richer side is another now; blank where in none."""
    if not count:
        return ""
    return wishes.phrases(
        " (in {count} the richer of cores and secondary cities is now the other)", count=count
    )


def _certainty(rows: list[Row], wishes: Wishes) -> str:
    """In how many regions the change is more than chance; blank where nothing was tested."""
    t = wishes.phrases
    tested = [row for row in rows if row["p_fdr"] is not None]
    bounded = [row for row in rows if row["ci_low"] is not None]
    text = ""
    if tested:
        clear = [row for row in tested if row["p_fdr"] < LEVEL]
        names = t.listed([row["region"] for row in clear])
        text += t(
            " Beyond chance is the change in {clear} of {tested} (p below {level:g} after allowing "
            "for the number of tests{names}).",
            clear=len(clear),
            tested=len(tested),
            level=LEVEL,
            names=f": {names}" if names else "",
        )
    if bounded:
        text += t(
            " In {outside} of {bounded} the 95% interval leaves out 0.",
            outside=sum(row["ci_low"] > 0 or row["ci_high"] < 0 for row in bounded),
            bounded=len(bounded),
        )
    return text


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
        + _see(figures, "nested")
        for row in list(latest.values())[:1]
    ]


def _types(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    profiles = results.rows("type_profiles")
    chosen = [row for row in results.rows("type_diagnostics") if row["chosen"]]
    if not profiles or not chosen:
        return []
    strength = {name: chosen[0][name] for name in ("silhouette", "noise_silhouette")}
    if None in strength.values():
        return []
    largest = next(row for row in profiles if row["type"] == 1)
    values = {
        "k": chosen[0]["k"],
        **strength,
        "stability": written(chosen[0]["stability"], 2),
        "name": wishes.phrases.plain(largest["type_name"]),
        "cities": largest["cities"],
    }
    sentence = (
        wishes.phrases(
            "By their sectors the secondary cities form {k} weak types, which shade into one "
            "another (mean silhouette {silhouette:.3f}, where cities without any groups reach "
            "{noise_silhouette:.3f}; stability {stability}); the largest, '{name}', has "
            "{cities} cities.",
            **values,
        )
        if is_weak(**strength)
        else wishes.phrases(
            "By their sectors the secondary cities form {k} types (mean silhouette "
            "{silhouette:.3f}, where cities without any groups reach {noise_silhouette:.3f}; "
            "stability {stability}); the largest, '{name}', has {cities} cities.",
            **values,
        )
    )
    return [sentence + _see(figures, "types")]


def _light(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    means: dict[str, dict[str, float]] = {}
    for row in latest_groups(results):
        if row["mean"] is not None:
            means.setdefault(row["region"], {})[row["role"]] = row["mean"]
    both = {name: m for name, m in means.items() if {"core", "secondary"} <= set(m)}
    if not both:
        return []
    brighter = sum(m["core"] > m["secondary"] for m in both.values())
    gap = max(both, key=lambda name: both[name]["core"] - both[name]["secondary"])
    return [
        wishes.phrases(
            "The cores' mean night light is above that of the secondary cities in {count} of "
            "{regions} mega-regions; the difference is largest in {highest} ({core:.2f} against "
            "{secondary:.2f}; {words}).",
            count=brighter,
            regions=len(both),
            highest=wishes.title_of(gap),
            core=both[gap]["core"],
            secondary=both[gap]["secondary"],
            words=light_words(results, wishes),
        )
        + _see(figures, "light")
    ]


def _polycentricity(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    rows = results.rows("polycentricity")
    if not rows:
        return []
    first = rows[0]["indicator"]
    year = latest_years(rows)[first]
    known = _known(
        [r for r in rows if (r["indicator"], r["year"]) == (first, year)], "polycentricity"
    )
    if not known:
        return []
    return [
        wishes.phrases(
            "By {indicator}, {highest} is the most polycentric mega-region "
            "({most:.3f}) and {lowest} the least ({least:.3f}).",
            indicator=wishes.words(first, year),
            highest=wishes.title_of(known[0]["region"]),
            most=known[0]["polycentricity"],
            lowest=wishes.title_of(known[-1]["region"]),
            least=known[-1]["polycentricity"],
        )
        + _see(figures, "polycentricity")
    ]


def _flows(results: Results, wishes: Wishes, figures: Figures) -> list[str]:
    flows = _known(results.rows("flows_summary"), "core_secondary")
    if not flows:
        return []
    t = wishes.phrases
    values = {
        "highest": wishes.title_of(flows[0]["region"]),
        "most": flows[0]["core_secondary"],
    }
    sentence = (
        t(
            "Modelled, not observed, flows between core and secondary cities weigh most in "
            "{highest} ({most:.0%} of its modelled flows).",
            **values,
        )
        if wishes.flows_modelled
        else t(
            "Flows between core and secondary cities weigh most in {highest} ({most:.0%} of "
            "its flows).",
            **values,
        )
    )
    return [sentence + _see(figures, "map_flows")]
