"""Names of regions, roles and cities in the many ways in which tables spell them."""

import pytest
from qgis.core import QgsProcessingException
from sample_layers import make_layer, rows_of
from small_world import cities, city_rows, settings_of, squares

# What a cell holds, and what it is the same as.
SAME = {
    "blank at the end": ("R ", "R"),
    "blank before": (" R", "R"),
    "doubled blank": ("Yangtze  River", "Yangtze River"),
    "no-break space": ("Yangtze\u00a0River", "Yangtze River"),
    "wide blank": ("京津\u3000冀", "京津 冀"),
    "zero-width space": ("R\u200b", "R"),
    "zero-width joiner": ("R\u200d", "R"),
    "byte-order mark": ("\ufeffR", "R"),
    "left-to-right mark": ("R\u200e", "R"),
    "soft hyphen": ("Y\u00adRD", "YRD"),
    "word joiner": ("Y\u2060RD", "YRD"),
    "variation selector": ("京\ufe00津", "京津"),
    "line break": ("Yangtze\nRiver", "Yangtze River"),
    "tab": ("R\t", "R"),
    "full width": ("ＹＲＤ", "YRD"),
    "half-width katakana": ("ﾄｳｷｮｳ", "トウキョウ"),
    "case": ("yrd", "YRD"),
    "decimals": ("1.0", "1"),
    "composed": ("Me\u0301xico", "México"),
}
# Different things, however alike they look.
DIFFERENT = [
    ("01", "1"),
    ("R1", "R 1"),
    ("京津冀", "京津"),
    ("A-B", "AB"),
    ("①", "1"),
    ("1.5", "1"),
]
BY_REGION = {
    "unevenness": "OUTPUT",
    "unevennesschange": "OUTPUT",
    "unevennesstrend": "OUTPUT",
    "polycentricity": "OUTPUT",
    "nestedtheil": "OUTPUT",
    "citygrowth": "SUMMARY",
    "complementarity": "SUMMARY",
    "flows": "SUMMARY",
    "coordinationprofile": "OUTPUT",
    "spatialpattern": "SUMMARY",
}


def renamed(name, other=None, every=3):
    """The small world with region R called `name`, and in every third row `other`."""
    rows = city_rows()
    for number, row in enumerate(rows):
        if row["reg"] == "R":
            row["reg"] = other if other is not None and number % every == 0 else name
    return make_layer(rows, squares(rows), kind="Polygon")


def result_of(run, name, folder, layer):
    sink = BY_REGION[name]
    sinks = {"OUTPUT": "memory:", sink: "memory:"}
    result, log = run(name, **settings_of(name, folder, layer), **sinks)
    return sorted(map(repr, rows_of(result[sink]))), log


@pytest.mark.parametrize("kind", SAME)
def test_one_region_however_it_is_spelled(run, tmp_path, kind):
    odd, plain = SAME[kind]
    expected, _ = result_of(run, "unevenness", tmp_path, renamed(plain))
    layer = renamed(plain, odd)
    found, log = result_of(run, "unevenness", tmp_path, layer)
    assert found == expected
    kept = odd in {row["reg"] for row in rows_of(layer)}  # newer Qt takes some signs away itself
    assert not kept or any(f"Region '{plain}' is also written" in text for text in log.infos)


@pytest.mark.parametrize("name", BY_REGION)
@pytest.mark.parametrize("odd", ["R\u200b", " ｒ"])
def test_every_algorithm_reads_regions_alike(run, tmp_path, name, odd):
    expected, _ = result_of(run, name, tmp_path, renamed("R"))
    found, _ = result_of(run, name, tmp_path, renamed("R", odd))
    assert found == expected


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_regions_that_differ_stay_apart(run, tmp_path, one, other):
    result, log = run(
        "polycentricity",
        **settings_of("polycentricity", tmp_path, renamed(one, other)),
        OUTPUT="memory:",
    )
    assert {row["region"] for row in rows_of(result["OUTPUT"])} == {one, other, "S"}
    assert not any("is also written" in text for text in log.infos)


@pytest.mark.parametrize("value", [1, 1.0, "1.0", "1"])
def test_a_region_that_is_a_number(run, tmp_path, value):
    rows = city_rows()
    for row in rows:
        row["reg"] = value if row["reg"] == "R" else type(value)(2)
    layer = make_layer(rows)
    result, _ = run(
        "polycentricity", **settings_of("polycentricity", tmp_path, layer), OUTPUT="memory:"
    )
    assert {row["region"] for row in rows_of(result["OUTPUT"])} == {"1", "2"}


@pytest.mark.parametrize("blank", [None, "", "  ", "\u200b", "\u3000"])
@pytest.mark.parametrize("name", ["unevenness", "polycentricity", "nestedtheil", "complementarity"])
def test_a_blank_region_is_none(run, tmp_path, name, blank):
    rows = city_rows()
    rows[5]["reg"] = blank
    _, log = run(name, **settings_of(name, tmp_path, make_layer(rows)), OUTPUT="memory:")
    assert any("in no region: City 5" in text for text in log.warnings)


@pytest.mark.parametrize("core", ["Core", "CORE ", "ｃｏｒｅ", "core\u200b", "\ufeffcore"])
@pytest.mark.parametrize(
    "name", ["unevenness", "unevennesschange", "nestedtheil", "corediffs", "complementarity"]
)
def test_one_role_however_it_is_spelled(run, tmp_path, name, core):
    expected, _ = run(name, **settings_of(name, tmp_path), OUTPUT="memory:")
    rows = city_rows()
    rows[0]["mr_role"] = core
    rows[3]["mr_role"] = "SECONDARY "
    layer = make_layer(rows, squares(rows), kind="Polygon")
    found, _ = run(name, **settings_of(name, tmp_path, layer), OUTPUT="memory:")

    def comparable(result):
        return [
            {k: v for k, v in row.items() if k != "mr_role"} for row in rows_of(result["OUTPUT"])
        ]

    assert comparable(found) == comparable(expected)


@pytest.mark.parametrize("core", ["核心", "core city", "1"])
@pytest.mark.parametrize(
    "name",
    [
        *("unevenness", "unevennesschange", "unevennesstrend", "nestedtheil", "corediffs"),
        *("complementarity", "coordinationprofile"),
    ],
)
def test_other_words_for_cores_are_named(run, tmp_path, name, core):
    rows = city_rows()
    for row in rows:
        row["mr_role"] = core if row["mr_role"] == "core" else "secondary"
    layer = make_layer(rows, squares(rows), kind="Polygon")
    with pytest.raises(
        QgsProcessingException, match=f"is 'core' in field 'mr_role', which has '{core}'"
    ):
        run(name, **settings_of(name, tmp_path, layer), OUTPUT="memory:")


# Who a city is


WITH_ID = [
    "markcores",
    "citygrowth",
    "unevenness",
    "unevennesschange",
    "unevennesstrend",
    "nestedtheil",
    "corediffs",
    "citytypes",
    "polycentricity",
    "complementarity",
    "coordinationprofile",
    "spatialpattern",
]


@pytest.mark.parametrize("name", WITH_ID)
def test_two_cities_of_one_id_are_named(run, tmp_path, name):
    rows = city_rows()
    rows[4]["adcode"] = rows[3]["adcode"]
    layer = make_layer(rows, squares(rows), kind="Polygon")
    with pytest.raises(
        QgsProcessingException, match="does not tell the cities apart: 110300"
    ) as caught:
        run(name, **settings_of(name, tmp_path, layer), ID_FIELD="adcode", OUTPUT="memory:")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", WITH_ID)
@pytest.mark.parametrize("blank", [None, " "])
def test_a_blank_id_is_named(run, tmp_path, name, blank):
    rows = city_rows()
    rows[4]["adcode"] = blank
    layer = make_layer(rows, squares(rows), kind="Polygon")
    with pytest.raises(
        QgsProcessingException, match="'adcode' of layer 'cities' is blank in row 5"
    ):
        run(name, **settings_of(name, tmp_path, layer), ID_FIELD="adcode", OUTPUT="memory:")


@pytest.mark.parametrize("name", WITH_ID)
def test_the_log_says_what_tells_the_cities_apart(run, tmp_path, name):
    _, log = run(name, **settings_of(name, tmp_path), OUTPUT="memory:")
    assert "Cities are told apart by field 'adcode'." in log.infos
    _, log = run(name, **settings_of(name, tmp_path), ID_FIELD="city", OUTPUT="memory:")
    assert "Cities are told apart by field 'city'." in log.infos


@pytest.mark.parametrize(
    "codes",
    [
        [9007199254740992 + n for n in range(12)],
        [110000000001.0 + n for n in range(12)],
        [f"0{n}" if n % 2 else str(n) for n in range(12)],
    ],
    ids=["16 digits", "12 digits as decimals", "leading zeros"],
)
@pytest.mark.parametrize("name", ["unevenness", "markcores"])
def test_codes_stay_as_users_write_them(run, tmp_path, name, codes):
    rows = city_rows()
    for row, code in zip(rows, codes):
        row["adcode"] = code
    rows[2]["gdp_2006"] = rows[2]["gdp_2023"] = None
    layer = make_layer([{k: v for k, v in row.items() if k != "city"} for row in rows])
    result, log = run(
        name, **settings_of(name, tmp_path, layer), ID_FIELD="adcode", OUTPUT="memory:"
    )
    if name == "markcores":
        assert [row["adcode"] for row in rows_of(result["OUTPUT"])] == codes
        return
    shown = str(codes[2]) if isinstance(codes[2], str) else str(int(codes[2]))
    assert any(text.endswith(f"{shown}.") for text in log.warnings)


def test_twins_in_a_message_are_told_apart(run, tmp_path):
    """Two Taizhous of one region by their code, of two regions by the region."""
    rows = city_rows()
    rows[2]["city"] = rows[3]["city"] = "Taizhou"
    rows[4]["city"] = rows[8]["city"] = "Suzhou"
    for number in (2, 4):
        rows[number]["gdp_2006"] = None
    layer = make_layer(rows)
    _, log = run("unevenness", **settings_of("unevenness", tmp_path, layer), OUTPUT="memory:")
    (said,) = [text for text in log.warnings if text.startswith("gdp 2006")]
    assert said == "gdp 2006: no value, left out: Taizhou (110200), Suzhou (R)."


def test_no_field_tells_the_cities_apart(run, tmp_path):
    rows = [{**row, "city": "x", "adcode": "1"} for row in city_rows()]
    for row in rows:
        del row["lvl"]
        row["s1"] = row["s2"] = row["s3"] = 1.0
    _, log = run(
        "unevenness", **settings_of("unevenness", tmp_path, make_layer(rows)), OUTPUT="memory:"
    )
    assert any("told apart by their row in the layer" in text for text in log.warnings)


def test_a_layer_that_gives_one_number_to_several_rows(run, tmp_path):
    """A view without a unique key: whose row is whose cannot be told."""
    from osgeo import ogr
    from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

    path = tmp_path / "v.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "cities"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        cities(), str(path), QgsProject.instance().transformContext(), options
    )
    data = ogr.Open(str(path), 1)
    data.ExecuteSQL("CREATE VIEW twice AS SELECT fid / 2 AS OGC_FID, * FROM cities")
    data.ExecuteSQL(
        "INSERT INTO gpkg_contents (table_name, identifier, data_type) "
        "VALUES ('twice', 'twice', 'attributes')"
    )
    del data
    source = f"{path}|layername=twice"
    assert len({f.id() for f in QgsVectorLayer(source).getFeatures()}) < 12
    with pytest.raises(QgsProcessingException, match="the same number to several rows"):
        run("markcores", **settings_of("markcores", tmp_path, source), OUTPUT="memory:")
