"""City panels from untidy yearbooks: every number at the cell it names."""

import csv
import html
import importlib.util
import math
import random
from collections import Counter

import pytest
import untidy_yearbooks as untidy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer
from sample_layers import EXAMPLE, ROOT, make_layer, rows_of

CODE, NAME = range(2)


def city_layer(names=untidy.CITIES):
    return make_layer(
        [{"code": untidy.EVERYONE[n], "name": n, "latin": f"City {i}"} for i, n in enumerate(names)]
    )


def panel(run, folder, paths, **more):
    """Rows by (id, indicator, year), the results and the log."""
    given = {
        "TABLES": paths,
        "CITIES": city_layer(),
        "KEY_FIELD": "name",
        "MATCH_BY": NAME,
        "COLUMNS": untidy.write_csv(folder / "all.csv", untidy.COLUMNS),
        "OUTPUT": "memory:",
        "WIDE": "memory:",
        "UNMATCHED": "memory:",
        **more,
    }
    results, log = run("citypanel", **{k: v for k, v in given.items() if v is not None})
    rows = rows_of(results["OUTPUT"])
    found = {(row["id"], row["indicator"], row["year"]): row for row in rows}
    assert len(found) == len(rows)
    return found, results, log


def small(folder, rows, name="2007.xlsx", sheet="2-6"):
    """A workbook of one sheet."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return str(folder / name)


def columns(folder, *rows):
    return untidy.write_csv(folder / "columns.csv", [untidy.COLUMNS[0], *rows])


GDP = ("地区生产总值", "gdp", "亿元", "")
SIMPLE = [["城市", "地区生产总值（亿元）"], ["合肥市", 5], ["芜湖市", 7]]


def test_three_layouts(run, tmp_path):
    paths, truth = untidy.make(tmp_path)
    found, results, log = panel(run, tmp_path, paths)
    expected = {key: value for key, value in truth.items() if key[0] in untidy.CITIES}
    assert found.keys() == expected.keys()
    for key, (value, place) in expected.items():
        row = found[key]
        assert row["value"] == pytest.approx(value, rel=1e-15)
        assert (row["source"], row["flag"]) == (place, "published")
    assert {(row["indicator"], row["unit"]) for row in found.values()} == {
        ("gdp", "亿元"),
        ("pop", "万人"),
        ("area", "平方公里"),
        ("gdp_pc", "元"),
    }
    wide = {row["name"]: row for row in rows_of(results["WIDE"])}
    assert list(wide["合肥市"]) == [
        *("code", "name", "latin", "gdp_2010", "gdp_2012", "gdp_2019", "gdp_2020"),
        *("pop_2010", "pop_2020", "gdp_pc_2020", "area_2012"),
    ]
    for (city, indicator, year), (value, _) in expected.items():
        assert wide[city][f"{indicator}_{year}"] == pytest.approx(value, rel=1e-15)
    assert [tuple(r.values())[:2] for r in rows_of(results["UNMATCHED"])] == [
        ("table", "莱芜"),
        ("table", "莱芜市"),
    ]
    assert any("8 of 8 cities found" in text for text in log.infos)
    assert any("Rows of sums passed over: 全 国, 合计" in text for text in log.infos)
    assert any("passed over: 2011.xlsx|说明" in text for text in log.infos)
    assert any("Footnote marks passed over" in text for text in log.infos)


def cell_of(path, sheet, cell):
    if path.suffix == ".csv":
        letters = cell.rstrip("0123456789")
        with path.open(encoding="gb18030", newline="") as stream:
            rows = list(csv.reader(stream, delimiter=";"))
        return rows[int(cell[len(letters) :]) - 1][ord(letters) - 65]
    return load_workbook(path)[sheet][cell].value


def test_every_value_stands_in_the_cell_it_names(run, tmp_path):
    """Read with another library; the factor of the unit is all that may lie between."""
    paths, _ = untidy.make(tmp_path, seed=3)
    found, _, _ = panel(run, tmp_path, paths)
    for row in found.values():
        file, sheet, cell = row["source"].split("|")
        text = str(cell_of(tmp_path / file, sheet, cell)).strip("*").replace(",", "")
        factor = {"2011.xlsx": {"gdp": 10000}, "yearbook.xlsx": {"pop": 10000}}
        expected = float(text) / factor.get(file, {}).get(row["indicator"], 1)
        assert row["value"] == expected


def test_by_code(run, tmp_path):
    paths, truth = untidy.make(tmp_path)
    found, _, _ = panel(
        run,
        tmp_path,
        paths[1:],
        KEY_FIELD="code",
        MATCH_BY=CODE,
        NAME_FIELD="latin",
        SHEETS="城市2012;人口2020",
        COLUMNS=columns(tmp_path, ("建成区面积", "area", "公顷", "")),
    )
    assert {key[:1] for key in found} == {(code,) for code in untidy.CITIES.values()}
    assert found["340100", "area", 2012]["value"] == truth["合肥市", "area", 2012][0] * 100
    assert found["340100", "area", 2012]["city"] == "City 0"


def test_the_order_of_files_and_sheets_does_not_matter(run, tmp_path):
    paths, _ = untidy.make(tmp_path)
    first, _, _ = panel(run, tmp_path, paths)
    book = load_workbook(paths[2])
    book.move_sheet("人口2020", -1)
    book.save(paths[2])
    second, results, _ = panel(run, tmp_path, paths[::-1])
    assert list(first.values()) == list(second.values())
    assert rows_of(results["OUTPUT"]) == list(first.values())  # the order of rows too


@given(seed=st.integers(0, 10**6))
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_order_of_rows_does_not_matter(run, tmp_path, seed):
    """The same values in shuffled rows: values and flags stay, only the cells move."""
    rows = [["城市", "地区生产总值（亿元）"], *([n, i + 0.1] for i, n in enumerate(untidy.CITIES))]
    shuffled = rows[1:]
    untidy._shuffled(random.Random(seed), shuffled)  # noqa: S311
    found, _, _ = panel(
        run, tmp_path, [small(tmp_path, [rows[0], *shuffled])], COLUMNS=columns(tmp_path, GDP)
    )
    assert {key: row["value"] for key, row in found.items()} == {
        (n, "gdp", 2007): i + 0.1 for i, n in enumerate(untidy.CITIES)
    }


def test_boundary_changes_keep_totals_and_refuse_ratios(run, tmp_path):
    paths, truth = untidy.make(tmp_path)
    crosswalk = untidy.write_csv(tmp_path / "crosswalk.csv", untidy.CROSSWALK)
    found, results, log = panel(run, tmp_path, paths, CROSSWALK=crosswalk)
    for indicator, year in (("gdp", 2010), ("pop", 2010), ("gdp", 2012), ("area", 2012)):
        told = [row["value"] for k, row in found.items() if k[1:] == (indicator, year)]
        everyone = [value for key, (value, _) in truth.items() if key[1:] == (indicator, year)]
        assert math.isclose(math.fsum(told), math.fsum(everyone), rel_tol=1e-12)
        row = found["济南市", indicator, year]
        parts = [truth[name, indicator, year] for name in ("济南市", "莱芜市")]
        assert row["flag"] == "merged"
        assert row["value"] == pytest.approx(sum(value for value, _ in parts), rel=1e-15)
        assert sorted(row["source"].split(";")) == sorted(place for _, place in parts)
    assert found["济南市", "gdp", 2019]["flag"] == "published"
    assert Counter(row["flag"] for row in found.values())["merged"] == 4
    assert rows_of(results["UNMATCHED"]) == []
    assert any("Told in the latest boundaries: 济南市" in text for text in log.infos)
    assert any("as amounts: gdp, pop, area" in text for text in log.infos)


RATIO = [
    ["城市", "人均地区生产总值（元）", "地区生产总值（亿元）", "人口（万人）"],
    ["济南市", 100, 50, 40],
    ["莱芜市", 70, 7, 10],
    ["合肥市", 90, 9, 10],
]
RATIO_COLUMNS = [
    ("人均地区生产总值", "gdp_pc", "元", ""),
    GDP,
    ("人口", "pop", "万人", ""),
]


def test_ratios_are_computed_from_their_parts_or_refused(run, tmp_path):
    path = small(tmp_path, RATIO)
    more = {
        "COLUMNS": columns(tmp_path, *RATIO_COLUMNS),
        "CROSSWALK": untidy.write_csv(tmp_path / "crosswalk.csv", untidy.CROSSWALK),
    }
    found, _, log = panel(run, tmp_path, [path], **more)
    assert ("济南市", "gdp_pc", 2007) not in found
    assert any(
        "Ratios left blank" in text and "济南市 gdp_pc (2007)" in text for text in log.warnings
    )
    found, _, log = panel(run, tmp_path, [path], DERIVED="gdp_pc = gdp / pop * 10000", **more)
    row = found["济南市", "gdp_pc", 2007]
    assert (row["value"], row["flag"], row["unit"]) == (57 / 50 * 10000, "derived", "元")
    assert row["source"] == ";".join(f"2007.xlsx|2-6|{cell}" for cell in ("C2", "D2", "C3", "D3"))
    assert found["合肥市", "gdp_pc", 2007]["flag"] == "published"
    assert found["合肥市", "gdp_pc", 2007]["value"] == 90
    assert not any("Ratios left blank" in text for text in log.warnings)


def test_shipped_list_of_boundary_changes(run, tmp_path):
    """Laiwu is merged; Chaohu, whose shares no value has, is not, and the log says so."""
    rows = [["城市", "地区生产总值（亿元）"], ["济南市", 4000], ["莱芜市", 600]]
    rows += [["合肥市", 2700], ["芜湖市", 1100], ["马鞍山市", 800], ["巢湖市", 620]]
    found, results, log = panel(
        run,
        tmp_path,
        [small(tmp_path, rows, "2010.xlsx")],
        COLUMNS=columns(tmp_path, GDP),
        CROSSWALK=str(ROOT / "resources" / "boundary_changes_china.csv"),
    )
    assert found["济南市", "gdp", 2010]["value"] == 4600
    assert found["合肥市", "gdp", 2010]["value"] == 2700
    assert any("'巢湖市' went to 合肥市, 芜湖市, 马鞍山市 in 2011" in text for text in log.warnings)
    assert ("table", "巢湖市") in {tuple(r.values())[:2] for r in rows_of(results["UNMATCHED"])}
    assert not any("乌鲁木齐" in text for text in log.warnings)


def test_a_city_of_the_layer_that_ended(run, tmp_path):
    """An old layer still has it: its values are where it went, and the log says so."""
    rows = [["城市", "地区生产总值（亿元）"], ["济南市", 4000], ["莱芜市", 600]]
    found, results, log = panel(
        run,
        tmp_path,
        [small(tmp_path, rows)],
        CITIES=city_layer(untidy.EVERYONE),
        COLUMNS=columns(tmp_path, GDP),
        CROSSWALK=untidy.write_csv(tmp_path / "crosswalk.csv", untidy.CROSSWALK),
    )
    assert [key[0] for key in found] == ["济南市"]
    assert any("莱芜市 (2019, into 济南市)" in text for text in log.warnings)
    assert len(rows_of(results["WIDE"])) == 9


def test_every_row_of_the_shipped_list_has_its_source():
    with (ROOT / "resources" / "boundary_changes_china.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert all(row["source"] and row["what"] for row in rows)
    assert all(2006 <= int(row["year"]) <= 2023 for row in rows)
    assert all(len(row["from_code"]) == len(row["to_code"]) == 6 for row in rows)
    assert {row["share"] for row in rows} == {"", "1"}


def test_derived_prices_and_gaps(run, tmp_path):
    paths, truth = untidy.make(tmp_path)
    found, _, log = panel(
        run,
        tmp_path,
        paths,
        DERIVED="gdp_km2 = gdp / area; twice = 2 * gdp_km2",
        DEFLATOR=untidy.write_csv(tmp_path / "prices.csv", untidy.PRICES),
        BASE_YEAR=2010,
        GAPS=1,
        LONGEST_GAP=9,
    )
    gdp = {y: truth["合肥市", "gdp", y][0] for y in (2010, 2012, 2019, 2020)}
    real = {2010: gdp[2010], 2012: gdp[2012] / 1.1, 2019: gdp[2019] / 1.4, 2020: gdp[2020] / 1.43}
    for year, value in real.items():
        assert found["合肥市", "gdp", year]["value"] == pytest.approx(value, rel=1e-14)
        assert found["合肥市", "gdp", year]["unit"] == "亿元 (prices of 2010)"
    assert found["合肥市", "pop", 2010]["unit"] == "万人"
    between = found["合肥市", "gdp", 2011]
    assert between["value"] == pytest.approx((real[2010] + real[2012]) / 2, rel=1e-14)
    assert between["flag"] == "interpolated"
    assert between["source"].split(";") == [
        truth["合肥市", "gdp", 2010][1],
        truth["合肥市", "gdp", 2012][1],
    ]
    assert [found["合肥市", "pop", y]["flag"] for y in range(2010, 2021)] == [
        "published",
        *["interpolated"] * 9,
        "published",
    ]
    per_km2 = found["合肥市", "gdp_km2", 2012]
    assert per_km2["value"] == pytest.approx(real[2012] / truth["合肥市", "area", 2012][0])
    assert per_km2["flag"] == "derived"
    assert found["合肥市", "twice", 2012]["value"] == pytest.approx(2 * per_km2["value"])
    assert set(found["合肥市", "twice", 2012]["source"].split(";")) == {
        truth["合肥市", "gdp", 2012][1],
        truth["合肥市", "area", 2012][1],
    }
    assert any("prices of 2010: gdp" in text for text in log.infos)


def test_longest_gap(run, tmp_path):
    paths, _ = untidy.make(tmp_path)
    found, _, _ = panel(run, tmp_path, paths, GAPS=1)
    assert ("合肥市", "gdp", 2011) in found  # one year
    assert ("合肥市", "gdp", 2015) not in found  # six years
    found, _, _ = panel(run, tmp_path, paths)
    assert ("合肥市", "gdp", 2011) not in found


def test_a_derived_value_of_filled_ones_says_so(run, tmp_path):
    paths = [small(tmp_path, SIMPLE, "2007.xlsx"), small(tmp_path, SIMPLE, "2009.xlsx")]
    found, _, _ = panel(
        run, tmp_path, paths, COLUMNS=columns(tmp_path, GDP), DERIVED="double=gdp*2", GAPS=1
    )
    assert [found["合肥市", "double", y]["flag"] for y in (2007, 2008, 2009)] == [
        "derived",
        "interpolated",
        "derived",
    ]
    assert found["合肥市", "double", 2008]["source"] == "2007.xlsx|2-6|B2;2009.xlsx|2-6|B2"


def test_one_value_in_two_tables_counts_once(run, tmp_path):
    twice = [["城市", "地区生产总值（万元）"], ["合肥市", 50000]]
    paths = [small(tmp_path, SIMPLE), small(tmp_path, twice, "a2007.xlsx")]
    found, _, _ = panel(run, tmp_path, paths, COLUMNS=columns(tmp_path, GDP))
    assert found["合肥市", "gdp", 2007]["value"] == 5
    assert found["合肥市", "gdp", 2007]["source"] == "2007.xlsx|2-6|B2"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_settings_of_any_encoding(run, tmp_path, encoding):
    given = untidy.write_csv(tmp_path / "columns.csv", [untidy.COLUMNS[0], GDP], encoding)
    found, _, _ = panel(run, tmp_path, [small(tmp_path, SIMPLE)], COLUMNS=given)
    assert found["合肥市", "gdp", 2007]["value"] == 5


def test_percentages_have_their_unit(run, tmp_path):
    path = small(tmp_path, [["城市", "增长率"], ["合肥市", "12.5%"], ["芜湖市", "8%"]])
    found, _, _ = panel(run, tmp_path, [path], COLUMNS=columns(tmp_path, ("增长率", "g", "", "")))
    assert [(r["value"], r["unit"]) for r in found.values()] == [(12.5, "%"), (8, "%")]


def test_files_of_one_name_are_told_by_their_folders(run, tmp_path):
    paths = []
    for year in ("2006", "2007"):
        (tmp_path / year).mkdir()
        paths.append(small(tmp_path / year, [[f"{year}年"], *SIMPLE], "2-6.xlsx"))
    found, _, _ = panel(run, tmp_path, paths, COLUMNS=columns(tmp_path, GDP))
    assert found["合肥市", "gdp", 2006]["source"] == "2006/2-6.xlsx|2-6|B3"


def test_report_and_aliases(run, tmp_path):
    paths, _ = untidy.make(tmp_path)
    report, wide = tmp_path / "page.html", tmp_path / "wide.gpkg"
    panel(run, tmp_path, paths, REPORT=str(report), WIDE=str(wide), DERIVED="x = gdp / 0")
    page = html.unescape(report.read_text(encoding="utf-8"))
    assert "<svg" in page
    assert "地区生产总值" in page
    assert "'x' stays blank" in page
    assert "Footnote marks passed over" in page
    layer = QgsVectorLayer(str(wide), "wide", "ogr")
    assert "gdp_2010" in layer.fields().names()


def test_fields_get_words_and_units(run, tmp_path):
    from megaregion.cartography.panelpage import set_aliases

    layer = make_layer([{"gdp_2006": 1.0}])
    set_aliases(layer, {"gdp_2006": "GDP, 2006 [亿元]"}, {"gdp_2006": "gdp_2006"})
    assert layer.attributeAlias(0) == "GDP, 2006 [亿元]"


def conflict(folder):
    return [
        small(folder, SIMPLE),
        small(folder, [["城市", "地区生产总值（亿元）"], ["合肥", 6]], "b2007.xlsx"),
    ]


BAD = [
    (
        "two values",
        lambda f: {"TABLES": conflict(f)},
        r"'合肥市' has two values of 'gdp' for 2007: 5 in '2007.xlsx\|2-6\|B2' and 6 in "
        r"'b2007.xlsx\|2-6\|B2'",
    ),
    (
        "no number",
        lambda f: {"TABLES": [small(f, [["城市", "地区生产总值（亿元）"], ["合肥市", "1,5"]])]},
        "No value was read for the .* cities of layer 'cities': see the log",
    ),
    (
        "unknown unit",
        lambda f: {"TABLES": [small(f, [["城市", "地区生产总值（florins）"], ["合肥市", 5]])]},
        r"The unit 'florins' .* in '2007.xlsx\|2-6\|B1' is no known unit",
    ),
    (
        "two units",
        lambda f: {
            "TABLES": [
                small(f, SIMPLE),
                small(f, [["城市", "地区生产总值(万元)"], ["合肥市", 5]], "2008.xlsx"),
            ],
            "COLUMNS": columns(f, ("地区生产总值", "gdp", "", "")),
        },
        r"'gdp' is in '.*元' in '200.\.xlsx\|2-6\|B1' and in '.*元' in '200.\.xlsx\|2-6\|B1'",
    ),
    (
        "shares",
        lambda f: {
            "CROSSWALK": untidy.write_csv(
                f / "c.csv", [*untidy.CROSSWALK[:1], (2019, "莱芜市", "济南市", 0.7)]
            )
        },
        r"CROSSWALK \('c'\), '莱芜市' from 2019 on \(row 2\) has shares that sum to 0.7",
    ),
    (
        "circle",
        lambda f: {
            "CROSSWALK": untidy.write_csv(
                f / "c.csv", [*untidy.CROSSWALK, (2020, "济南市", "莱芜市", 1)]
            )
        },
        "goes round in a circle: 济南市 to 莱芜市 to 济南市",
    ),
    (
        "year",
        lambda f: {
            "CROSSWALK": untidy.write_csv(
                f / "c.csv", [*untidy.CROSSWALK[:1], (20190, "莱芜市", "济南市", 1)]
            )
        },
        r"Row 2 of CROSSWALK \('c'\) has the year '20190'",
    ),
    (
        "index",
        lambda f: {"DEFLATOR": untidy.write_csv(f / "d.csv", untidy.PRICES), "BASE_YEAR": 2010},
        r"DEFLATOR \('d'\) has no index for 2007, .* such as '2007.xlsx\|2-6\|B2'",
    ),
    (
        "base",
        lambda f: {"DEFLATOR": untidy.write_csv(f / "d.csv", untidy.PRICES), "BASE_YEAR": 1978},
        "no index for BASE_YEAR 1978",
    ),
    ("base alone", lambda f: {"BASE_YEAR": 2010}, "DEFLATOR and BASE_YEAR go together"),
    ("derived", lambda f: {"DERIVED": "x=nothing*2"}, "uses 'nothing', but the indicators are gdp"),
    ("syntax", lambda f: {"DERIVED": "x=gdp*"}, "'x' .* cannot be read"),
    ("derived circle", lambda f: {"DERIVED": "x=y+gdp;y=x"}, "DERIVED goes round in a circle"),
    ("secrets", lambda f: {"DERIVED": "x=gdp+length(env('HOME'))"}, "only functions of numbers"),
    ("variables", lambda f: {"DERIVED": "x=gdp*@year"}, "made of indicators alone"),
    ("chance", lambda f: {"DERIVED": "x=gdp*rand(1,9)"}, "function 'rand'"),
    ("pattern", lambda f: {"YEAR_PATTERN": "("}, r"YEAR_PATTERN '\(' cannot be read"),
    ("sheet", lambda f: {"SHEETS": "2-7"}, "No file has a sheet '2-7'"),
    (
        "heading",
        lambda f: {"COLUMNS": columns(f, GDP, ("人口", "pop", "", ""))},
        "No sheet has the heading '人口' of the indicator 'pop': the headings there are 地区生产总值",
    ),
    ("file", lambda f: {"TABLES": [str(f / "nowhere.xlsx")]}, "does not exist"),
    ("no columns", lambda f: {"COLUMNS": columns(f)}, "has no rows"),
    (
        "half a row",
        lambda f: {"COLUMNS": columns(f, ("x", "", "", ""))},
        "Row 2 of COLUMNS .* lacks its indicator",
    ),
    ("factor", lambda f: {"COLUMNS": columns(f, (*GDP[:3], "ten"))}, "factor is 'ten'"),
    (
        "case",
        lambda f: {"COLUMNS": columns(f, GDP, ("x", "GDP", "", ""))},
        "'gdp' and 'GDP', which differ by case only",
    ),
]


@pytest.mark.parametrize(("make", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_one_sentence_for_what_is_wrong(run, tmp_path, make, message):
    given = {"TABLES": [small(tmp_path, SIMPLE)], "COLUMNS": columns(tmp_path, GDP)}
    with pytest.raises(QgsProcessingException, match=message) as caught:
        panel(run, tmp_path, **{"paths": None, **given, **make(tmp_path)})
    assert "\n" not in str(caught.value)


def test_broken_workbook(run, tmp_path):
    (tmp_path / "2007.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(QgsProcessingException, match="cannot be read as a workbook"):
        panel(run, tmp_path, [str(tmp_path / "2007.xlsx")])
    (tmp_path / "2007.pdf").write_bytes(b"%PDF")
    with pytest.raises(QgsProcessingException, match="neither a workbook nor a table of text"):
        panel(run, tmp_path, [str(tmp_path / "2007.pdf")])


def test_without_pandas(run, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    with pytest.raises(QgsProcessingException, match="The Python package pandas is missing"):
        panel(run, tmp_path, [small(tmp_path, SIMPLE)], COLUMNS=columns(tmp_path, GDP))


def demo_module():
    spec = importlib.util.spec_from_file_location(
        "printed_yearbooks", ROOT / "demo" / "printed_yearbooks.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples_values_printed_and_read_back(run, tmp_path):
    """All 960 values of 2006 and 2023, bit by bit."""
    results, log = run(
        "citypanel", **demo_module().make_yearbooks(tmp_path), OUTPUT="memory:", WIDE="memory:"
    )
    wide = {row["city"]: row for row in rows_of(results["WIDE"])}
    fields = ["gdp_2006", "pop_2006", "gdp_2023", "gdppc_2023", "pop_2023"]
    with (EXAMPLE / "cities.csv").open(encoding="utf-8") as stream:
        for record in csv.DictReader(stream):
            for field in fields:
                assert wide[record["city"]][field] == float(record[field])
    assert len(rows_of(results["OUTPUT"])) == 960
    assert not log.warnings


def test_goes_on_to_the_other_tools_without_a_step_by_hand(tmp_path):
    """Yearbooks, cores, trend and the planning report, each from the file before it."""
    paths, truth = untidy.make(tmp_path)
    squares = [f"Polygon(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(100, 108)]
    rows = [
        {"name": name, "region": "ab"[i % 2], "level": "省会" if i < 2 else "地级市"}
        for i, name in enumerate(untidy.CITIES)
    ]
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("panel", "wide", "roles", "trend")}
    steps = [
        (
            "citypanel",
            {
                "TABLES": paths,
                "CITIES": make_layer(rows, squares, kind="Polygon"),
                "KEY_FIELD": "name",
                "MATCH_BY": NAME,
                "COLUMNS": untidy.write_csv(tmp_path / "columns.csv", untidy.COLUMNS),
                "CROSSWALK": untidy.write_csv(tmp_path / "crosswalk.csv", untidy.CROSSWALK),
                "OUTPUT": files["panel"],
                "WIDE": files["wide"],
            },
        ),
        (
            "markcores",
            {
                "INPUT": files["wide"],
                "REGION_FIELD": "region",
                "LEVEL_FIELD": "level",
                "OUTPUT": files["roles"],
            },
        ),
        (
            "unevennesstrend",
            {
                "INPUT": files["roles"],
                "REGION_FIELD": "region",
                "INDICATORS": [f"gdp_{year}" for year in (2010, 2012, 2019, 2020)],
                "OUTPUT": files["trend"],
            },
        ),
        (
            "planningreport",
            {
                "INPUT": files["roles"],
                "REGION_FIELD": "region",
                "NAME_FIELD": "name",
                "ROLE_FIELD": "mr_role",
                "INDICATORS": ["gdp_2010", "gdp_2020"],
                "FOLDER": str(tmp_path / "report"),
            },
        ),
    ]
    for name, settings_ in steps:
        processing.run(f"megaregion:{name}", settings_)
    (first, *_) = rows_of(QgsVectorLayer(files["trend"], "trend", "ogr"))
    assert (first["indicator"], first["years"]) == ("gdp", 4)
    assert (tmp_path / "report" / "report.pdf").stat().st_size > 10_000
    results = QgsVectorLayer(f"{tmp_path}/report/results.gpkg|layername=cities", "cities", "ogr")
    for row in rows_of(results):
        assert row["gdp_2020"] == truth[row["name"], "gdp", 2020][0]
