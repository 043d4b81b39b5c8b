"""The example's values printed as yearbooks print them, and the settings that read them back.

Usage: .venv/bin/python demo/printed_yearbooks.py FOLDER

Writes `2007.xlsx` (values of 2006) and `2024.xlsx` (values of 2023), untidy on purpose and each in
its own layout, and `columns.csv`, the list of columns for `megaregion:citypanel`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

EXAMPLE = Path(__file__).resolve().parent.parent / "resources" / "example"
COLUMNS = [
    ("heading", "indicator", "unit"),
    ("地区生产总值/全市", "gdp", "亿元"),
    ("年末总人口/全市", "pop", "万人"),
    ("年末常住人口", "pop", "万人"),
    ("地区生产总值", "gdp", "亿元"),
    ("人均地区生产总值", "gdppc", "元"),
]


def make_yearbooks(folder: Path) -> dict[str, Any]:
    """Write the workbooks and the list of columns; returns the settings of `citypanel`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (EXAMPLE / "cities.csv").open(encoding="utf-8") as stream:
        cities = list(csv.DictReader(stream))
    _yearbook_2007(cities).save(folder / "2007.xlsx")
    _yearbook_2024(cities).save(folder / "2024.xlsx")
    with (folder / "columns.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(COLUMNS)
    return {
        "TABLES": [str(folder / "2007.xlsx"), str(folder / "2024.xlsx")],
        "CITIES": str(EXAMPLE / "cities.csv"),
        "KEY_FIELD": "city",
        "NAME_FIELD": "city_en",
        "MATCH_BY": 1,
        "COLUMNS": str(folder / "columns.csv"),
    }


def _yearbook_2007(cities: Sequence[dict[str, str]]) -> Workbook:
    """One sheet a subject: whole city and districts, provinces between, amounts as text."""
    book = Workbook()
    book.remove(book.active)
    sheet = book.create_sheet("2-1")
    _merge(sheet, "A1:C1", "2-1　人口状况（2006年）")
    sheet["C2"] = "单位：万人"
    _merge(sheet, "A3:A4", "城　市")
    _merge(sheet, "B3:C3", "年末总人口")
    sheet["B4"], sheet["C4"] = "全 市", "市辖区"
    for province, members in _by_province(cities):
        sheet.append([province])
        for city in members:
            sheet.append([_spaced(city["city"]), _number(city["pop_2006"]), "…"])
    sheet.append(["注：本表为户籍人口。"])
    sheet = book.create_sheet("2-6")
    _merge(sheet, "A1:C1", "2-6　地区生产总值（2006年）")
    _merge(sheet, "A2:A3", "城市名称")
    _merge(sheet, "B2:C2", "地区生产总值（万元）")
    sheet["B3"], sheet["C3"] = "全市", "市辖区"
    total = sum(_number(city["gdp_2006"]) or 0 for city in cities)
    sheet.append(["合　计", f"{total * 10000:,.0f}", "—"])
    for city in reversed(cities):
        amount = _number(city["gdp_2006"])
        sheet.append(
            [city["city"].removesuffix("市"), None if amount is None else f"{amount * 10000:,.0f}"]
        )
    return book


def _yearbook_2024(cities: Sequence[dict[str, str]]) -> Workbook:
    """One sheet for all, the year in its name, units in a row of their own, a note at the end."""
    book = Workbook()
    sheet = book.active
    sheet.title = "主要指标2023"
    _merge(sheet, "A1:E1", "地级及以上城市主要指标")
    sheet.append(["序号", "城市", "年末常住人口", "地区生产总值", "人均地区生产总值"])
    sheet.append([None, None, "（万人）", "（亿元）", "（元）"])
    for number, city in enumerate(sorted(cities, key=lambda city: city["adcode"]), start=1):
        sheet.append([number, city["city"], _number(city["pop_2023"]), _number(city["gdp_2023"])])
        # As text: a spreadsheet keeps sixteen digits of a number at most.
        per_head = _number(city["gdppc_2023"])
        sheet.cell(sheet.max_row, 5, "-" if per_head is None else f"{per_head:,}")
    sheet.append([None, "资料来源：中国城市统计年鉴"])
    return book


def _by_province(cities: Sequence[dict[str, str]]) -> list[tuple[str, list[dict[str, str]]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for city in cities:
        groups.setdefault(city["province"], []).append(city)
    return [(f"　{name}", members) for name, members in groups.items() if len(members) > 1] + [
        ("　直辖市", [m for members in groups.values() if len(members) == 1 for m in members])
    ]


def _merge(sheet: Worksheet, cells: str, text: str) -> None:
    first = cells.split(":", maxsplit=1)[0]
    sheet[first] = text
    sheet[first].alignment = Alignment(horizontal="center")
    sheet.merge_cells(cells)


def _spaced(name: str) -> str:
    """Short names are printed as wide as long ones."""
    return name if len(name) > 3 else "　".join(name)


def _number(text: str) -> float | None:
    return float(text) if text else None


if __name__ == "__main__":
    for name, value in make_yearbooks(Path(sys.argv[1])).items():
        print(f"{name}={value}")
