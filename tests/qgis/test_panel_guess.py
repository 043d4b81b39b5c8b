"""What the panel takes the fields of a layer for."""

import pytest
from megaregion.layers.guess import facts_of, guess, guess_rasters
from megaregion.layers.sectorfields import find_sectors
from sample_layers import EXAMPLE, make_layer

SECTORS = "agriculture mining energy manufacturing construction transport hospitality retail"
SECTORS = [f"emp_{name}" for name in [*SECTORS.split(), "information", "science", "business"]]


def guessed(rows, **settings):
    return guess(facts_of(make_layer(rows)), **settings)


def chinese_rows():
    """Own data as a planner in China has it."""
    names = ["北京市", "天津市", "石家庄市", "唐山市", "保定市", "上海市", "南京市", "苏州市"]
    names += ["无锡市", "常州市"]
    levels = ["直辖市", "直辖市", "省会", *["地级市"] * 2, "直辖市", "副省级市", *["地级市"] * 3]
    return [
        {
            "fid": number + 1,
            "行政区划代码": str(110000 + 100 * number),
            "城市": name,
            "省份": ["北京", "天津", "河北", "河北", "河北", "上海", *["江苏"] * 4][number],
            "城市群": "京津冀" if number < 5 else "长三角",
            "行政级别": level,
            "地区生产总值_2006": 100.5 + number,
            "地区生产总值_2023": 900.5 - number,
            "常住人口_2023": 500.25 + 3 * number,
            "从业_制造业": 20 + number,
            "从业_建筑业": 10 + number,
            "从业_金融业": 5 + number,
        }
        for number, (name, level) in enumerate(zip(names, levels))
    ]


def english_rows():
    """A table without years, codes of regions, and everything read as text."""
    return [
        {
            "OBJECTID": str(number),
            "CityName": f"City {number}",
            "Cluster": "AB"[number % 2],
            "Tier": "Provincial capital city" if number < 2 else "Other",
            "GDP": f"{100 + number}.5",
            "Population": str(1000 + number),
            "Density": str(10 + number),
            "Manufacturing": str(7 * number % 5),
            "Retail": str(3 * number % 4),
            "Construction": str(number % 3),
            "Finance": str(number),
            "Remarks": "a sentence that is no name at all, and rather long " * (number % 2) or None,
        }
        for number in range(12)
    ]


def test_the_example(example_rows):
    made = guessed(example_rows)
    assert (made.region, made.name, made.identity) == ("mega_region", "city_en", "adcode")
    assert (made.level, made.role, made.year) == ("admin_level", "mr_role", "")
    assert made.indicators == ["gdp_2006", "gdp_2023", "pop_2006", "pop_2023", "gdppc_2023"]
    assert made.sectors == SECTORS
    assert made.population == "pop_2023"
    assert "lon" not in made.numbers


def test_the_example_as_text_in_chinese(qgis_app):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(EXAMPLE / "cities.csv"), "cities", "ogr")
    made = guess(facts_of(layer), chinese=True)
    assert (made.region, made.name, made.identity) == ("mega_region", "city", "adcode")
    assert made.role == ""
    assert made.sectors == SECTORS


def test_chinese_fields():
    made = guessed(chinese_rows(), chinese=True)
    assert (made.region, made.name, made.identity) == ("城市群", "城市", "行政区划代码")
    assert (made.level, made.role) == ("行政级别", "")
    assert made.indicators == ["地区生产总值_2006", "地区生产总值_2023", "常住人口_2023"]
    assert made.sectors == ["从业_制造业", "从业_建筑业", "从业_金融业"]
    assert made.population == "常住人口_2023"


def test_an_english_table_of_texts():
    made = guessed(english_rows())
    assert (made.region, made.name, made.identity) == ("Cluster", "CityName", "")
    assert made.level == "Tier"
    assert made.indicators == ["GDP", "Population"]
    assert made.sectors == ["Manufacturing", "Retail", "Construction", "Finance"]
    assert made.population == "Population"


def test_after_marking(run, example_rows):
    rows = [{k: v for k, v in row.items() if k != "mr_role"} for row in example_rows]
    layer = make_layer(rows)
    before = guess(facts_of(layer))
    assert (before.role, before.level) == ("", "admin_level")
    result, _ = run(
        "markcores",
        INPUT=layer,
        REGION_FIELD=before.region,
        RULE=0,
        LEVEL_FIELD=before.level,
        OUTPUT="memory:",
    )
    after = guess(facts_of(result["OUTPUT"]))
    assert after.role == "mr_role"
    assert (after.region, after.name, after.level) == (before.region, before.name, before.level)
    assert after.indicators == before.indicators


def test_a_table_of_city_years():
    rows = [
        {
            "city": f"C{number}",
            "region": "AB"[number % 2],
            "year": year,
            "gdp": float(number + year),
        }
        for year in (2006, 2015, 2023)
        for number in range(8)
    ]
    made = guessed(rows)
    assert (made.year, made.region, made.name) == ("year", "region", "city")
    assert made.indicators == ["gdp"]


def test_negative_values_are_no_amounts_to_compare():
    rows = [
        {"city": f"C{n}", "region": "AB"[n % 2], "gdp_2023": 1.0 + n, "balance_2023": n - 3.0}
        for n in range(8)
    ]
    made = guessed(rows)
    assert made.indicators == ["gdp_2023"]
    assert "balance_2023" in made.numbers


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"a": 1.0}],
        [{"city": "A", "region": None, "gdp": None}, {"city": "B", "region": None, "gdp": None}],
    ],
)
def test_nothing_to_be_found_is_no_error(rows):
    made = guess(facts_of(make_layer(rows)))
    assert made.region == made.role == made.level == made.year == ""


def test_one_region_of_all_is_no_region():
    rows = [{"city": f"C{n}", "region": "A", "gdp": 1.0 + n} for n in range(6)]
    assert guessed(rows).region == ""


@pytest.mark.parametrize(
    ("fields", "sectors"),
    [
        (["gdp_2006", "gdp_2023", "gdp_first", "gdp_second", "gdp_third"], []),
        (["emp_a_2015", "emp_b_2015", "emp_c_2015", "emp_a_2019", "emp_b_2019", "emp_c_2019"],
         ["emp_a_2019", "emp_b_2019", "emp_c_2019"]),
        (["制造业从业人员", "建筑业从业人员", "零售业从业人员", "gdp"],
         ["制造业从业人员", "建筑业从业人员", "零售业从业人员"]),
        (["p_mining", "p_retail", "p_transport", "p_other", "q_1"],
         ["p_mining", "p_retail", "p_transport", "p_other"]),
        (["mining", "retail"], []),
    ],
)  # fmt: skip
def test_sectors_are_a_family_of_names(fields, sectors):
    assert find_sectors(fields) == sectors


def test_rasters_of_night_light():
    rasters = [("black_marble_china", 1), ("landsat", 7), ("夜光_2023", 1), ("dem", 1), ("ntl", 3)]
    assert guess_rasters(rasters) == [0, 2]
