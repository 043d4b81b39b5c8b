"""The same cities and years as a wide and as a long table give the same bytes."""

import re

import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of
from small_world import city_rows, squares

STEMS = ["gdp", "pop"]
YEARS = (2006, 2023)
# Every algorithm that reads city-years, with what it writes.
ALGORITHMS = {
    "unevenness": ({"PERMUTATIONS": 199, "SEED": 3}, ["OUTPUT", "REGIONS"]),
    "unevennesschange": (
        {"PERMUTATIONS": 199, "BOOTSTRAP": 199, "SEED": 3},
        ["OUTPUT", "REGIONS"],
    ),
    "nestedtheil": ({}, ["OUTPUT", "PARTS"]),
    "polycentricity": ({}, ["OUTPUT"]),
    "unevennesstrend": ({}, ["OUTPUT", "SERIES", "REGIONS"]),
}
BY_ROLE = [name for name in ALGORITHMS if name != "polycentricity"]  # they have weights and pages
SQUARE = "Polygon((100 30,101 30,101 31,100 31,100 30))"


def some_cities():
    """The small world's cities with three years and values of many digits."""
    rows = []
    for number, row in enumerate(city_rows()):
        row["gdp_2006"] += number / 7
        row["gdp_2023"] += number / 3
        rows.append(row)
    return rows


def long_rows(rows, fields, years, stems=STEMS):
    """One row for each city and year, all rows of a year together."""
    return [
        {**{f: row[f] for f in fields}, "year": year, **{s: row[f"{s}_{year}"] for s in stems}}
        for year in years
        for row in rows
    ]


def shuffled(rows):
    return [rows[(7 * number + 3) % len(rows)] for number in range(len(rows))]


def measured(run, name, layer, weight, long, report=None, years=YEARS, **more):
    """Every output's rows (and the page) of a run on either form."""
    settings, sinks = ALGORITHMS[name]
    given = {"INPUT": layer, "REGION_FIELD": "reg", **settings, **dict.fromkeys(sinks, "memory:")}
    if name in BY_ROLE:
        given["ROLE_FIELD"] = "mr_role"
    given["INDICATORS"] = ["gdp"] if long else [f"gdp_{year}" for year in years]
    if long:
        given["YEAR_FIELD"] = "year"
    if weight:
        given["WEIGHT_FIELD"] = "pop" if long else f"pop_{years[-1]}"
    if report:
        given["REPORT"] = str(report)
    result, log = run(name, **given, **more)
    return {sink: sorted(map(repr, rows_of(result[sink]))) for sink in sinks}, log


def both_forms(run, name, rows, *, fields, weight=False, mix=False, page=None, years=YEARS, **more):
    """What the wide and the long table give."""
    wide_rows, city_years = rows, long_rows(rows, fields, years)
    if mix:
        city_years = shuffled(city_years)
    shapes = dict(zip((row["city"] + str(row.get("adcode")) for row in rows), squares(rows)))
    wide = make_layer(wide_rows, squares(rows), kind="Polygon")
    places = [shapes[row["city"] + str(row.get("adcode"))] for row in city_years]
    long = make_layer(city_years, places, kind="Polygon")
    pages = [None, None] if page is None else [page / "wide.html", page / "long.html"]
    found = [
        measured(run, name, wide, weight, False, pages[0], years, **more)[0],
        measured(run, name, long, weight, True, pages[1], years, **more)[0],
    ]
    return found


def years_for(name):
    return (2006, 2015, 2023) if name == "unevennesstrend" else YEARS


def with_middle(rows):
    for row in rows:
        row["pop_2015"] = (row["pop_2006"] + row["pop_2023"]) / 2
    return rows


@pytest.mark.parametrize("mix", [False, True], ids=["in order", "shuffled"])
@pytest.mark.parametrize(
    ("name", "weight"), [(n, w) for n in ALGORITHMS for w in (False, True) if not w or n in BY_ROLE]
)
def test_wide_and_long_are_the_same(run, name, weight, mix):
    rows = with_middle(some_cities())
    fields = ["city", "adcode", "reg", "mr_role"]
    wide, long = both_forms(
        run, name, rows, fields=fields, weight=weight, mix=mix, years=years_for(name)
    )
    assert wide == long


@pytest.mark.parametrize("mix", [False, True], ids=["in order", "shuffled"])
@pytest.mark.parametrize("name", ALGORITHMS)
def test_cities_told_apart_by_a_number_only(run, name, mix):
    """No name at all: a numeric code."""
    rows = with_middle(some_cities())
    for row in rows:
        row["adcode"] = int(row["adcode"])
    wide, long = both_forms(
        run, name, rows, fields=["city", "adcode", "reg", "mr_role"], mix=mix, years=years_for(name)
    )
    bare = [{k: v for k, v in row.items() if k != "city"} for row in rows]
    fields = ["adcode", "reg", "mr_role"]
    city_years = long_rows(bare, fields, years_for(name))
    found, _ = measured(
        run,
        name,
        make_layer(
            shuffled(city_years) if mix else city_years, [SQUARE] * len(city_years), kind="Polygon"
        ),
        False,
        True,
        years=years_for(name),
    )
    assert wide == long
    assert found["OUTPUT"] == wide["OUTPUT"]


@pytest.mark.parametrize("name", ALGORITHMS)
def test_two_cities_of_one_name_in_a_region(run, name):
    """Taizhou 台州 and Taizhou 泰州, told apart by their code."""
    rows = with_middle(some_cities())
    for number in (2, 3):
        rows[number]["city"] = "Taizhou"
    fields = ["city", "adcode", "reg", "mr_role"]
    wide, long = both_forms(run, name, rows, fields=fields, mix=True, years=years_for(name))
    assert wide == long


@pytest.mark.parametrize("name", ALGORITHMS)
def test_two_cities_of_one_name_in_two_regions(run, name):
    """Without a code: told apart by name and region."""
    rows = [{k: v for k, v in row.items() if k != "adcode"} for row in with_middle(some_cities())]
    years = years_for(name)
    layer = make_layer(rows, squares(rows), kind="Polygon")
    expected, _ = measured(run, name, layer, False, False, years=years)
    for number in (2, 8):
        rows[number]["city"] = "Taizhou"
    city_years = shuffled(long_rows(rows, ["city", "reg", "mr_role"], years))
    layer = make_layer(city_years, [SQUARE] * len(city_years), kind="Polygon")
    found, log = measured(run, name, layer, False, True, years=years)
    assert found["OUTPUT"] == expected["OUTPUT"]
    assert "Cities are told apart by name and region." in log.infos


@pytest.mark.parametrize(
    ("name", "missing"), [(n, m) for n in ALGORITHMS for m in (0, 1) if not m or n in BY_ROLE]
)
def test_a_city_without_a_row_in_a_year_is_one_without_a_value(run, name, missing):
    rows = with_middle(some_cities())
    rows[4]["gdp_2006"] = None
    years = years_for(name)
    more = {} if name == "polycentricity" else {"MISSING": missing}
    expected, wide_log = measured(
        run,
        name,
        make_layer(rows, squares(rows), kind="Polygon"),
        False,
        False,
        years=years,
        **more,
    )
    fields = ["city", "adcode", "reg", "mr_role"]
    city_years = [r for r in long_rows(rows, fields, years) if r["gdp"] is not None]
    assert len(city_years) == len(years) * len(rows) - 1
    layer = make_layer(city_years, [SQUARE] * len(city_years), kind="Polygon")
    found, long_log = measured(run, name, layer, False, True, years=years, **more)
    assert found["OUTPUT"] == expected["OUTPUT"]
    assert any("City 4" in text for text in wide_log.warnings)
    assert any("City 4" in text for text in long_log.warnings)


@pytest.mark.parametrize("name", BY_ROLE)
def test_the_report_is_the_same_too(run, name, tmp_path):
    rows = with_middle(some_cities())
    fields = ["city", "adcode", "reg", "mr_role"]
    both_forms(run, name, rows, fields=fields, mix=True, page=tmp_path, years=years_for(name))
    wide, long = (
        (tmp_path / f"{form}.html").read_text(encoding="utf-8") for form in ("wide", "long")
    )
    # A page says when it was made and its charts number their parts.
    blank = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+|id=\"[^\"]*\"|#[a-z0-9_]+")
    assert blank.sub("", wide) == blank.sub("", long)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([2006, 2023], True),
        ([2006.0, 2023.0], True),
        (["2006", "2023"], True),
        (["2006年", "2023年"], True),
        (["２００６", "2023"], True),
        (["2006-12-31", "2023-12-31"], True),
        (["2006", "later"], False),
        (["06", "23"], False),
        ([None, 2023], False),
    ],
)
def test_years_in_any_form(run, values, found):
    rows = long_rows(some_cities(), ["city", "reg", "mr_role"], YEARS)
    for row in rows:
        row["year"] = values[YEARS.index(row["year"])]
    given = {
        "INPUT": make_layer(rows),
        "REGION_FIELD": "reg",
        "INDICATORS": ["gdp"],
        "YEAR_FIELD": "year",
        "OUTPUT": "memory:",
    }
    if not found:
        with pytest.raises(QgsProcessingException, match="every row needs a year such as 2023"):
            run("unevenness", **given)
        return
    result, _ = run("unevenness", **given)
    assert {row["year"] for row in rows_of(result["OUTPUT"])} == set(YEARS)


@pytest.mark.parametrize("name", ALGORITHMS)
@pytest.mark.parametrize("form", ["{stem}{year}年", "{year}年{stem}", "{stem}_{year}年"])
def test_years_that_say_so_in_a_name(run, name, form):
    """`2023年gdp` is `gdp_2023`."""
    rows, years = with_middle(some_cities()), years_for(name)
    called = {
        f"{stem}_{year}": form.format(stem=stem, year=year) for stem in STEMS for year in years
    }
    chinese = [{called.get(key, key): value for key, value in row.items()} for row in rows]
    settings, sinks = ALGORITHMS[name]
    weighted = name in BY_ROLE

    def found(rows, called):
        given = {"INPUT": make_layer(rows, squares(rows), kind="Polygon"), "REGION_FIELD": "reg"}
        given["INDICATORS"] = [called(f"gdp_{year}") for year in years]
        if weighted:
            given["WEIGHT_FIELD"] = called(f"pop_{years[-1]}")
        result, _ = run(name, **given, **settings, **dict.fromkeys(sinks, "memory:"))
        return [rows_of(result[sink]) for sink in sinks]

    assert found(chinese, called.get) == found(rows, str)


@pytest.mark.parametrize("codes", [("{}", "{}.0"), ("{} ", "{}"), ("{}", "１{}")])
@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_code_written_otherwise_in_another_year(run, name, codes):
    rows = with_middle(some_cities())
    for number, row in enumerate(rows):
        row["code"] = str(100 + number)
    years = years_for(name)
    long = long_rows(rows, ["code", "reg", "mr_role"], years)
    for row in long:
        form = codes[row["year"] == years[-1]]
        row["code"] = form.format(row["code"][1:] if "１" in form else row["code"])
    layer = make_layer(long, [SQUARE] * len(long), kind="Polygon")
    found, _ = measured(run, name, layer, False, True, years=years, ID_FIELD="code")
    plain = make_layer(rows, [SQUARE] * len(rows), kind="Polygon")
    expected, _ = measured(run, name, plain, False, False, years=years)
    assert found == expected


def test_no_city_found_again_in_the_other_year(run):
    rows = long_rows(some_cities(), ["adcode", "reg", "mr_role"], YEARS)
    for row in rows:
        row["adcode"] += str(row["year"])
    given = {"INPUT": make_layer(rows), "REGION_FIELD": "reg", "ID_FIELD": "adcode"}
    given.update(INDICATORS=["gdp"], YEAR_FIELD="year", OUTPUT="memory:")
    with pytest.raises(QgsProcessingException, match="No city of layer 'cities' has a value in bo"):
        run("unevennesschange", **given)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_city_twice_in_one_year_is_named(run, name):
    rows = long_rows(
        with_middle(some_cities()), ["city", "adcode", "reg", "mr_role"], years_for(name)
    )
    rows.append({**rows[0]})
    layer = make_layer(rows, [SQUARE] * len(rows), kind="Polygon")
    with pytest.raises(QgsProcessingException, match="110000 stands in several rows in one year"):
        measured(run, name, layer, False, True, years=years_for(name), ID_FIELD="adcode")
    with pytest.raises(QgsProcessingException, match="years cannot be paired: set ID_FIELD"):
        measured(run, name, layer, False, True, years=years_for(name))


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_row_number_is_no_city(run, name):
    """`fid` and `id` number the rows of a long table: they find no city again."""
    rows = long_rows(with_middle(some_cities()), ["city", "reg", "mr_role"], years_for(name))
    rows = [{"id": number, "fid": number, **row} for number, row in enumerate(rows)]
    layer = make_layer(rows, [SQUARE] * len(rows), kind="Polygon")
    found, log = measured(run, name, layer, False, True, years=years_for(name))
    wide = with_middle(some_cities())
    expected, _ = measured(
        run,
        name,
        make_layer(wide, squares(wide), kind="Polygon"),
        False,
        False,
        years=years_for(name),
    )
    assert found["OUTPUT"] == expected["OUTPUT"]
    assert "Cities are told apart by field 'city'." in log.infos
