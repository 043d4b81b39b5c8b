"""Untidy yearbooks of invented values: three layouts, and the truth they were made from."""

import csv
import random

from openpyxl import Workbook

# Name, code, and the code's place in the province order; the last two end within the years.
CITIES = {
    "合肥市": "340100",
    "芜湖市": "340200",
    "马鞍山市": "340500",
    "济南市": "370100",
    "泰州市": "321200",
    "台州市": "331000",
    "襄阳市": "420600",
    "恩施土家族苗族自治州": "422800",
}
ENDED = {"莱芜市": "371200"}
EVERYONE = {**CITIES, **ENDED}
COLUMNS = [
    ("heading", "indicator", "unit", "factor"),
    ("地区生产总值/全市", "gdp", "亿元", ""),
    ("年末总人口/全市", "pop", "万人", ""),
    ("Gross Regional Product", "gdp", "亿元", ""),
    ("人均地区生产总值", "gdp_pc", "元", ""),
    ("建成区面积", "area", "平方公里", ""),
]
CROSSWALK = [("year", "from", "to", "share"), ("2019", "莱芜市", "济南市", "1")]
PRICES = [("year", "index"), ("2010", "100"), ("2012", "110"), ("2019", "140"), ("2020", "143")]


def write_csv(path, rows, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(rows)
    return str(path)


def make(folder, seed=0):
    """Write the yearbooks; returns their paths and {(city, indicator, year): (value, place)}."""
    draw = random.Random(seed)  # noqa: S311
    truth = {}
    paths = [
        _of_2010(folder / "2011.xlsx", draw, truth),
        _of_2012(folder / "城市2012.csv", draw, truth),
        _of_2019_and_2020(folder / "yearbook.xlsx", draw, truth),
    ]
    return paths, truth


def _shuffled(draw, names):
    names = list(names)
    draw.shuffle(names)
    return names


def _of_2010(path, draw, truth):
    """Title with the year, merged headings of two rows, districts beside, amounts as text."""
    book = Workbook()
    sheet = book.active
    sheet.title = "2-6"
    sheet.append(["2-6　地区生产总值与人口（2010年）"])
    sheet.merge_cells("A1:E1")
    sheet.append(["城　市", "地区生产总值（万元）", None, "年末总人口（万人）"])
    sheet.append([None, "全 市", "市辖区", "全市", "市辖区"])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:E2")
    sheet.append(["全　国", "9,999,999", "…", "…", "…"])
    old = {"襄阳市": "襄樊市", "恩施土家族苗族自治州": "恩施州"}
    for number, name in enumerate(_shuffled(draw, EVERYONE)):
        if number == 3:
            sheet.append(["　湖北省"])
        gdp, pop = draw.randint(10**6, 9 * 10**7), round(draw.uniform(100, 999), 2)
        sheet.append([old.get(name, name), f"{gdp:,}", "…", pop, pop / 2])
        truth[name, "gdp", 2010] = (gdp / 10000, f"2011.xlsx|2-6|B{sheet.max_row}")
        truth[name, "pop", 2010] = (pop, f"2011.xlsx|2-6|D{sheet.max_row}")
    sheet.append(["注：2009年数据见上年年鉴。"])
    notes = book.create_sheet("说明")
    notes.append(["编者说明"])
    book.save(path)
    return str(path)


def _of_2012(path, draw, truth):
    """GBK, semicolons, merged headings lost, a unit for the sheet, the year in the file's name."""
    rows = [
        ["主要指标"],
        ["", "", "", "单位：亿元"],
        ["代码", "地区", "地区生产总值", "", "建成区面积（平方公里）"],
        ["", "", "全市", "市辖区", ""],
        ["", "合计", "123456.78", "—", "—"],
    ]
    for name in _shuffled(draw, EVERYONE):
        gdp, area = round(draw.uniform(100, 9999), 2), draw.randint(50, 900)
        rows.append([EVERYONE[name], name.removesuffix("市"), f"{gdp}*", "-", str(area)])
        truth[name, "gdp", 2012] = (gdp, f"城市2012.csv|城市2012|C{len(rows)}")
        truth[name, "area", 2012] = (area, f"城市2012.csv|城市2012|E{len(rows)}")
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return str(path)


def _of_2019_and_2020(path, draw, truth):
    """Years as headings, English words, units in a row of their own; one sheet a subject."""
    book = Workbook()
    sheet = book.active
    sheet.title = "GRP"
    sheet.append([None])
    sheet.append([None, "No.", "City", "Gross Regional Product", None])
    sheet.append([None, None, None, 2019, 2020])
    sheet.append([None, None, None, "(100 million yuan)", "(100 million yuan)"])
    sheet.merge_cells("D2:E2")
    for number, name in enumerate(_shuffled(draw, CITIES), start=1):
        values = [draw.randint(1000, 99999) / 10 for _ in range(2)]
        sheet.append([None, number, name, *values])
        for column, year, value in zip("DE", (2019, 2020), values):
            truth[name, "gdp", year] = (value, f"yearbook.xlsx|GRP|{column}{sheet.max_row}")
    people = book.create_sheet("人口2020")
    people.append(["代码", "城市", "年末总人口(人)", "人均地区生产总值（元）"])
    people.append([None, None, "全市", None])
    people.merge_cells("D1:D2")
    for name in _shuffled(draw, CITIES):
        pop, per_head = draw.randint(10**6, 10**7), draw.randint(10000, 99999)
        people.append([int(CITIES[name]), f" {name} ", pop, per_head])
        truth[name, "pop", 2020] = (pop / 10000, f"yearbook.xlsx|人口2020|C{people.max_row}")
        truth[name, "gdp_pc", 2020] = (per_head, f"yearbook.xlsx|人口2020|D{people.max_row}")
    book.save(path)
    return str(path)
