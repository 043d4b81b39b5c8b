"""Words and decimals for the columns of results, as attribute tables show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..layers.fields import parse_indicators
from ..layers.portable import asked_fields
from ..measures.texts import tr

AMOUNT, RATIO, SHARE, INDEX = 1, 2, 3, 4  # decimals
BETWEEN = "Theil between cores and secondary cities"

# Columns of the plugin's own: words, and decimals where they hold decimal numbers.
_COLUMNS: dict[str, tuple[str, int | None]] = {
    "region": ("Mega-region", None),
    "role": ("Role", None),
    "indicator": ("Indicator", None),
    "year": ("Year", None),
    "from_year": ("From year", None),
    "to_year": ("To year", None),
    "first_year": ("First year", None),
    "last_year": ("Last year", None),
    "cities": ("Cities", None),
    "cores": ("Core cities", None),
    "secondaries": ("Secondary cities", None),
    "missing": ("Cities without a value", None),
    "left_out": ("Cities left out", None),
    "core_mean": ("Mean of the cores", AMOUNT),
    "secondary_mean": ("Mean of the secondary cities", AMOUNT),
    "core_share": ("Share of the cores", SHARE),
    "ratio": ("Mean of the cores over that of the secondary cities", RATIO),
    "ratio_from": ("Ratio of means, from", RATIO),
    "ratio_to": ("Ratio of means, to", RATIO),
    "theil": ("Theil", INDEX),
    "theil_between": (BETWEEN, INDEX),
    "theil_within": ("Theil within the roles", INDEX),
    "theil_l": ("Mean log deviation", INDEX),
    "theil_l_between": ("Mean log deviation between the roles", INDEX),
    "theil_from": ("Theil between, from", INDEX),
    "theil_to": ("Theil between, to", INDEX),
    "theil_first": ("Theil between, first year", INDEX),
    "theil_last": ("Theil between, last year", INDEX),
    "theil_change": ("Change of Theil between", INDEX),
    "gini": ("Gini ratio", INDEX),
    "gini_within": ("Gini within the roles", INDEX),
    "gini_between": ("Net Gini between cores and secondary cities", INDEX),
    "gini_overlap": ("Gini of the overlap", INDEX),
    "gini_du2025": ("Gini as in Du, Cardoso & Rocco (2025)", INDEX),
    "gini_from": ("Net Gini between, from", INDEX),
    "gini_to": ("Net Gini between, to", INDEX),
    "gini_change": ("Change of net Gini between", INDEX),
    "gini_neighbours": ("Gini between neighbours", INDEX),
    "gini_others": ("Gini between others", INDEX),
    "affluence": ("Relative economic affluence", INDEX),
    "cv": ("Coefficient of variation", SHARE),
    "hoover": ("Hoover index", SHARE),
    "atkinson": ("Atkinson index", SHARE),
    "p_value": ("p", SHARE),
    "p_fdr": ("p, for many tests", SHARE),
    "slope_p": ("p of the slope", SHARE),
    "slope_p_fdr": ("p of the slope, for many tests", SHARE),
    "moran_p": ("p of Moran's I", SHARE),
    "beta_p": ("p of beta", SHARE),
    "direction": ("Direction", None),
    "ci_low": ("95% interval from", INDEX),
    "ci_high": ("95% interval to", INDEX),
    "ci_assumption": ("What the interval assumes", None),
    "slope": ("Slope a year", INDEX),
    "sigma_slope": ("Slope of the coefficient of variation", INDEX),
    "beta": ("Beta convergence", INDEX),
    "between_regions": ("Between regions", INDEX),
    "between_roles": ("Between cores and secondary cities", INDEX),
    "within_roles": ("Within the roles", INDEX),
    "share_between_regions": ("Share between regions", SHARE),
    "share_between_roles": ("Share between cores and secondary cities", SHARE),
    "share_within_roles": ("Share within the roles", SHARE),
    "level": ("Level", None),
    "share": ("Share", SHARE),
    "growing": ("Growing cities", None),
    "stable": ("Stable cities", None),
    "shrinking": ("Shrinking cities", None),
    "sum_from": ("Sum, first year", AMOUNT),
    "sum_to": ("Sum, last year", AMOUNT),
    "change": ("Change", AMOUNT),
    "rate": ("Percent a year", RATIO),
    "share_from": ("Share, first year", SHARE),
    "share_to": ("Share, last year", SHARE),
    "share_change": ("Change of share", SHARE),
    "primacy": ("Share held by the largest city", SHARE),
    "two_city_ratio": ("Largest over second city", RATIO),
    "rank_size_slope": ("Slope of the rank-size line", RATIO),
    "rank_size_r2": ("R² of the rank-size line", SHARE),
    "half_rank_slope": ("Half-rank slope", RATIO),
    "half_rank_se": ("Standard error of the half-rank slope", RATIO),
    "hhi": ("Herfindahl index", SHARE),
    "polycentricity": ("Polycentricity", SHARE),
    "moran": ("Moran's I", SHARE),
    "specialisation": ("Specialisation", SHARE),
    "complementarity": ("Complementarity to the cores", SHARE),
    "most_complementary": ("Most complementary city", None),
    "type": ("Type", None),
    "type_name": ("Name of the type", None),
    "mr_role": ("Role", None),
    "mr_reason": ("Why it has its role", None),
    "mr_change": ("Change", AMOUNT),
    "mr_rate": ("Percent a year", RATIO),
    "mr_growth": ("Growth", None),
    "mr_share_change": ("Change of the share of the region", SHARE),
    "mr_type": ("Type", None),
    "mr_type_name": ("Name of the type", None),
    "mr_silhouette": ("Silhouette", SHARE),
    "mr_distance": ("Distance to the type's centre", SHARE),
    "mr_membership": ("Share of resamples in its type", SHARE),
    "mr_core": ("Compared with", None),
    "mr_specialisation": ("Specialisation", SHARE),
    "mr_complementarity": ("Complementarity to the cores", SHARE),
    "ntl_slope": ("Light: slope of the mean a year", INDEX),
    "ntl_slope_p": ("Light: p of the slope", SHARE),
    "date": ("Date", None),
    "sum": ("Sum", AMOUNT),
    "mean": ("Mean", RATIO),
    "max": ("Highest value", RATIO),
    "std": ("Standard deviation", RATIO),
    "median": ("Median", RATIO),
    "q1": ("Lower quartile", RATIO),
    "q3": ("Upper quartile", RATIO),
    "p10": ("10th percentile", RATIO),
    "p50": ("50th percentile", RATIO),
    "p90": ("90th percentile", RATIO),
    "lit_km2": ("Lit area (km²)", AMOUNT),
    "lit_share": ("Lit share", SHARE),
    "valid_share": ("Share with valid values", SHARE),
    "path": ("File", None),
    "tiles": ("Tiles", None),
    "missing_tiles": ("Missing tiles", None),
    "feature": ("Feature", None),
    "z_score": ("z-score", RATIO),
    "core_gap": ("Difference to the core", SHARE),
    "k": ("Number of types", None),
    "inertia": ("Within sum of squares", RATIO),
    "silhouette": ("Mean silhouette", SHARE),
    "silhouette_se": ("Standard error of the silhouette", SHARE),
    "silhouette_q1": ("Silhouette, lower quartile", SHARE),
    "silhouette_median": ("Silhouette, median", SHARE),
    "silhouette_q3": ("Silhouette, upper quartile", SHARE),
    "calinski_harabasz": ("Calinski-Harabasz index", RATIO),
    "davies_bouldin": ("Davies-Bouldin index", RATIO),
    "stability": ("Stability", SHARE),
    "noise_silhouette": ("Silhouette of noise", SHARE),
    "gap": ("Gap statistic", SHARE),
    "region_agreement": ("Agreement with regions", SHARE),
    "chosen": ("Chosen", None),
    "epsilon2": ("Effect size (epsilon²)", SHARE),
    "type_a": ("One type", None),
    "type_b": ("Other type", None),
    "difference": ("Difference", RATIO),
    "p_holm": ("p, for many pairs", SHARE),
    "mr_form": ("Form of the comparison", None),
    "from": ("From", None),
    "to": ("To", None),
    "value": ("Value", RATIO),
    "reverse": ("Value the other way", RATIO),
    "symmetry": ("Symmetry", SHARE),
    "relation": ("Relation", None),
    "mr_in": ("Flows in", AMOUNT),
    "mr_out": ("Flows out", AMOUNT),
    "mr_net": ("Net flows", AMOUNT),
    "mr_dominance": ("Dominance", RATIO),
    "mr_pagerank": ("Centrality (PageRank)", RATIO),
    "mr_betweenness": ("Betweenness", RATIO),
    "mr_community": ("Community", None),
    "flows": ("Flows", None),
    "total": ("Total", AMOUNT),
    "core_core": ("Share between cores", SHARE),
    "core_secondary": ("Share between core and secondary cities", SHARE),
    "secondary_secondary": ("Share between secondary cities", SHARE),
    "multidirectionality": ("Multidirectionality", SHARE),
    "functional_polycentricity": ("Functional polycentricity", SHARE),
    "frame": ("Frame", None),
    "aspect": ("Aspect", None),
    "measure": ("Measure", None),
    "rank": ("Rank", None),
    "note": ("Note", None),
    "theme": ("Theme", None),
    "subtheme": ("Subtheme", None),
    "code": ("Code", None),
    "items": ("Policy items", None),
    "quotient": ("Share over that in all regions", RATIO),
    "to_core": ("Addressed to cores", None),
    "to_secondary": ("Addressed to secondary cities", None),
    "to_both": ("Addressed to both", None),
    "id": ("Id", None),
    "city": ("City", None),
    "unit": ("Unit", None),
    "flag": ("How it was found", None),
    "source": ("Source", None),
    "side": ("Side", None),
    "key": ("Key", None),
    "closest": ("Closest key of the other side", None),
    "similarity": ("Similarity", RATIO),
    "years": ("Years", None),
    "period": ("Period", None),
}
# Beginnings of columns that name an indicator, a sector or a year.
_BEGINNINGS: tuple[tuple[str, str, int | None], ...] = (
    (r"theil_(.+)", "Theil between cores and secondary cities, {indicator}", INDEX),
    (r"gini_(.+)", "Net Gini between cores and secondary cities, {indicator}", INDEX),
    (r"change_(.+)", "Change of Theil between, {indicator}", INDEX),
    (r"direction_(.+)", "Direction, {indicator}", None),
    (r"lq_(.+)", "Location quotient, {indicator}", RATIO),
    (r"d_(.+)", "Difference to the core, {indicator}", SHARE),
    (r"mr_lisa_p_(.+)", "p of the local pattern, {indicator}", SHARE),
    (r"mr_lisa_(.+)", "Local pattern, {indicator}", None),
    (r"n_(.+)", "Policy items, {indicator}", None),
    (r"share_(.+)", "Share of policy items, {indicator}", SHARE),
    (r"ntl_weighted_(.+)", "Light: weighted mean {indicator}", RATIO),
    (r"ntl_per_weight_(.+)", "Light: sum per weight {indicator}", INDEX),
    (r"ntl_sum_(.+)", "Light: sum {indicator}", AMOUNT),
    (r"ntl_mean_(.+)", "Light: mean {indicator}", RATIO),
    (r"ntl_max_(.+)", "Light: highest {indicator}", RATIO),
    (r"ntl_lit_(.+)", "Light: lit share {indicator}", SHARE),
)


def title_of(indicator: str, year: int | None) -> str:
    """Indicator and year as a title has them: GDP in capitals, blanks for underscores."""
    words = indicator.replace("_", " ")
    words = words.upper() if words.isascii() and len(words) <= 3 else words
    return words if year is None else f"{words} {year}"


def column_words(name: str) -> tuple[str, int | None] | None:
    """What a column of a result is called, and its decimals; None for one that is not known."""
    if name in _COLUMNS:
        words, decimals = _COLUMNS[name]
        return tr(words), decimals
    for pattern, words, decimals in _BEGINNINGS:
        match = re.fullmatch(pattern, name)
        if match:
            (item,) = parse_indicators([match[1]])
            return tr(words).format(indicator=title_of(item.name, item.year)), decimals
    return None


def describe(layer: QgsVectorLayer, made: Iterable[str], aliases: Mapping[str, str]) -> None:
    """Give the columns of a result words, and decimal numbers decimals that can be read.

    Args:
        layer: a result on the canvas.
        made: names of the plugin's own columns, as asked for.
        aliases: the words of the user's own fields.
    """
    fields = layer.fields()
    made = set(made)
    for asked, written in asked_fields(layer).items():
        index = fields.lookupField(written)
        known = column_words(asked) if asked in made else None
        if known is None:
            if aliases.get(asked):
                layer.setFieldAlias(index, aliases[asked])
            continue
        words, decimals = known
        layer.setFieldAlias(index, words)
        if decimals is not None:
            setup = QgsEditorWidgetSetup("Range", {"Precision": decimals, "AllowNull": True})
            layer.setEditorWidgetSetup(index, setup)
