"""What charts say: names, figures and their order as a reader finds them in the drawing."""

from xml.etree import ElementTree

import numpy as np
import pytest
from megaregion.cartography.light.charts import light_chart
from megaregion.cartography.typology.charts import (
    box_chart,
    choice_chart,
    profile_chart,
    silhouette_chart,
    type_colour,
)
from megaregion.cartography.typology.radar import can_draw, radar_chart
from megaregion.cartography.unevenness.charts import (
    city_values,
    column_name,
    dumbbells,
    heat_table,
    nested_bars,
)
from megaregion.measures.typology.choice import Diagnostics

NAN = float("nan")
SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 (made here)


def words(svg):
    """Every text in the order in which it is drawn."""
    return ["".join(text.itertext()).strip() for text in parsed(svg).iter(f"{SVG}text")]


def described(svg):
    return parsed(svg).find(f"{SVG}desc").text


def in_order(svg, *wanted):
    """The wanted texts, in the order in which the drawing has them."""
    return [text for text in words(svg) if text in wanted]


def paths_in(svg, colour):
    """How many shapes are filled or drawn in a colour."""
    styles = (path.get("style") or "" for path in parsed(svg).iter(f"{SVG}path"))
    return sum(colour.lower() in style for style in styles)


def row(region, indicator, year, theil, gini):
    return {
        "region": region,
        "indicator": indicator,
        "year": year,
        "theil_between": theil,
        "gini_between": gini,
    }


TABLE = [
    row("calm", "gdp", 2023, 0.1, 0.2),
    row("calm", "pop", 2023, 0.3, None),
    row("split", "gdp", 2023, 0.4, 0.5),
    row("split", "pop", 2023, 0.05, 0.1),
    row("no core", "gdp", 2023, NAN, NAN),
    row("no core", "pop", 2023, None, None),
]


def test_a_heat_table_is_sorted_by_its_last_column_or_the_one_asked_for():
    regions = ("calm", "split", "no core")
    assert in_order(heat_table(TABLE), *regions) == ["calm", "split", "no core"]
    by_gdp = heat_table(TABLE, by="gdp 2023")
    assert in_order(by_gdp, *regions) == ["split", "calm", "no core"]
    assert described(by_gdp) == (
        "Table of 3 regions and 2 indicators; the darker, the more uneven. Sorted by gdp 2023; "
        "split is the most uneven."
    )
    figures = [text for text in words(by_gdp) if text == "–" or text[:2] == "0."]
    theil, gini = figures[:6], figures[-6:]
    assert theil == ["0.400", "0.050", "0.100", "0.300", "–", "–"]
    assert gini == ["0.500", "0.100", "0.200", "–", "–", "–"]


def test_a_heat_table_of_zeros():
    assert words(heat_table([row("A", "gdp", None, 0.0, 0.0)])).count("0.000") == 2


def test_a_column_is_called_by_its_indicator_and_year():
    assert column_name({"indicator": "gdp", "year": 2023}) == "gdp 2023"
    assert column_name({"indicator": "gdp", "year": None}) == "gdp"


def change(region, before, after, direction, low=NAN, high=NAN):
    return {
        "region": region,
        "indicator": "gdp",
        "theil_from": before,
        "theil_to": after,
        "theil_change": after - before,
        "direction": direction,
        "ci_low": low,
        "ci_high": high,
    }


CHANGES = [
    change("up", 0.1, 0.25, "widening", 0.1, 0.2),
    change("unknown", NAN, NAN, None),
    change("down", 0.3, 0.2, "narrowing"),
    change("more", 0.1, 0.4, "widening"),
]


def test_dumbbells_stand_in_the_order_of_change_or_in_that_asked_for():
    svg = dumbbells(CHANGES)
    # From the bottom up, so that the largest change is on top
    assert in_order(svg, "up", "down", "more", "unknown") == ["down", "up", "more"]
    assert in_order(svg, "+0.150", "-0.100", "+0.300", "−0.100") == ["-0.100", "+0.150", "+0.300"]
    assert described(svg).startswith("2 of 3 regions widen.")
    assert in_order(svg, "widening", "narrowing", "stable", "reversed") == ["widening", "narrowing"]
    asked = dumbbells(CHANGES, order=["up", "more", "down"])
    assert in_order(asked, "up", "down", "more") == ["down", "more", "up"]


def test_dumbbells_of_nothing():
    assert described(dumbbells([CHANGES[1]])).startswith("0 of 0 regions widen.")


def test_parts_of_inequality_are_labelled_with_their_share_where_there_is_room():
    parts = {"between_regions": 0.1, "between_roles": 0.095, "within_roles": 0.005}
    rows = [
        {"indicator": "gdp", "year": 2023, "theil": 0.2, **parts},
        {"indicator": "pop", "year": None, "theil": None, **dict.fromkeys(parts)},
        {"indicator": "zero", "year": None, "theil": 0.0, **dict.fromkeys(parts, 0.0)},
    ]
    svg = nested_bars(rows)
    assert in_order(svg, "50%", "48%", "2%", "0%") == ["50%", "48%"]
    assert in_order(svg, "gdp 2023", "pop", "zero") == ["gdp 2023", "zero"]


def test_cities_of_a_region_by_year():
    svg = city_values(
        "North",
        [("Core", True), ("Second", False), ("Without", False)],
        {
            "gdp": {2023: {"Core": 9.0, "Second": 4.0}, 2006: {"Core": 5.0, "Second": 2.0}},
            "pop": {None: {"Core": 1.0}},
        },
    )
    assert "gdp: columns 2006, dots 2023" in words(svg)
    assert "pop" in words(svg)
    assert in_order(svg, "Core", "Second", "Without") == ["Core", "Second", "Without"]
    assert described(svg) == ("3 cities of North, cores first (Core); indicators: gdp, pop.")
    part = city_values("North", [("A", True), ("B", False)], {"gdp": {None: {"A": 1.0}}}, most=1)
    assert "1 of 2; the result table has all of them." in words(part)
    assert described(part).startswith("2 cities of North")
    assert in_order(part, "A", "B") == ["A"]
    alone = city_values("South", [("A", False)], {"gdp": {2023: {"A": 1.0}}})
    assert "gdp 2023" in words(alone)
    assert "cores first (none)" in described(alone)


def diagnostics(k, silhouette):
    return Diagnostics(k, 1.0, silhouette, 0, 0.1, 0.2, 0.4, NAN, NAN, 0.87, 0.15, NAN, NAN)


def test_the_choice_of_k_is_told_in_words_too():
    svg = choice_chart([diagnostics(2, 0.31), diagnostics(3, 0.442)], 3)
    assert described(svg) == (
        "Chosen: 3. K 2: silhouette 0.310 (without groups 0.150), stability 0.87; "
        "K 3: silhouette 0.442 (without groups 0.150), stability 0.87."
    )


def test_silhouettes_below_zero_are_counted_and_each_type_is_drawn():
    types = np.repeat([1, 2, 3], [500, 3, 1])
    values = np.r_[np.linspace(-0.1, 0.8, 500), -0.2, 0.5, 0.6, 0.0]
    svg = silhouette_chart(types, values, ["many", "few", "one"])
    below = int((values < 0).sum())
    assert described(svg) == f"Mean {values.mean():.3f}; {below} of 504 cities are below 0."
    assert f"mean {values.mean():.3f}" in words(svg)
    assert in_order(svg, "many", "few", "one") == ["many", "few", "one"]
    for number in (1, 2, 3):
        assert paths_in(svg, type_colour(number)) == 1


def test_profiles_round_without_a_minus_zero():
    scores = np.array([[-0.04, 1.26, NAN], [0.04, -2.5, 9.0]])
    svg = profile_chart(
        scores, ["one", "two"], ["d_emp_mining", "d_emp_retail", "d_emp_real_estate"]
    )
    figures = [
        text for text in words(svg) if text == "–" or (text[0] in "+-" and text[1:2].isdigit())
    ]
    assert figures == ["+0.0", "+1.3", "–", "+0.0", "-2.5", "+9.0"]
    assert in_order(svg, "mining", "retail", "real estate") == ["mining", "retail", "real estate"]


def test_boxes_are_one_a_feature_and_type():
    values = np.arange(24.0).reshape(12, 2)
    svg = box_chart(values, np.repeat([1, 2], [8, 4]), ["first", "second"], ["d_a", "d_b"])
    titles = " ".join(words(svg))
    assert "first" in titles
    assert "(8 cities)" in titles
    for number, boxes in ((1, 2), (2, 2)):
        assert paths_in(svg, type_colour(number)) == boxes


@pytest.mark.parametrize(("indicators", "drawn"), [(2, False), (3, True), (24, True), (25, False)])
def test_radar_charts_need_three_indicators_and_end_where_names_cannot_be_read(indicators, drawn):
    assert can_draw(indicators) == drawn


def test_a_radar_leaves_unknown_indicators_out():
    scores = np.array([[0.5, NAN, -3.0, 1.0], [NAN, NAN, NAN, NAN]])
    svg = radar_chart(scores, ["first", "unknown"], [1, 2], ["mining", "retail", "trade", "energy"])
    assert in_order(svg, "first", "unknown") == ["first", "unknown"]
    assert words(svg).count("trade") == 2
    outline = [
        path.get("d")
        for path in parsed(svg).iter(f"{SVG}path")
        if type_colour(1).lower() in (path.get("style") or "")
    ]
    assert len(outline) == 1
    assert "nan" not in "".join(outline).lower()


def test_type_colours_come_again_after_the_last():
    colours = [type_colour(number) for number in range(1, 40)]
    assert len(set(colours[:10])) == 10  # as many types as are tried
    assert colours[0] in colours[10:]


def test_light_of_one_year_is_bars_and_of_more_a_panel_a_region():
    means = {("N", "core"): [9.0, 8.0], ("N", "secondary"): [2.0, NAN], ("S", "core"): [1.0, 3.0]}
    several = light_chart(means, [2012, 2023], ["N", "S"])
    assert in_order(several, "N", "S") == ["N", "S"]
    assert in_order(several, "core", "secondary") == ["core", "secondary"]
    one = light_chart({pair: values[:1] for pair, values in means.items()}, [2023], ["S", "N"])
    assert in_order(one, "N", "S") == ["S", "N"]
    assert described(one) == "Mean night light of 2 regions, by role: core, secondary."
