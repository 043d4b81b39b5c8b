"""Joining messy tables through Processing: what must be matched, what must be reported."""

import csv

import pytest
from qgis import processing
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from sample_layers import EXAMPLE, ROOT, make_layer, rows_of

DATA = ROOT / "tests" / "data"
CODE, NAME = range(2)
CITIES = [
    ("130100", "石家庄市", "Shijiazhuang"),
    ("130200", "唐山市", "Tangshan"),
    ("130300", "秦皇岛市", "Qinhuangdao"),
    ("420100", "武汉市", "Wuhan"),
    ("420600", "襄阳市", "Xiangyang"),
    ("422800", "恩施土家族苗族自治州", "Enshi"),
    ("610100", "西安市", "Xi'an"),
]


def cities(**changes):
    rows = [{"code": code, "city": city, "city_en": latin} for code, city, latin in CITIES]
    for name, change in changes.items():
        next(row for row in rows if row["city_en"] == name).update(change)
    return make_layer(rows)


def table(name, folder=DATA):
    layer = QgsVectorLayer(str(folder / name), name.split(".")[0], "ogr")
    assert layer.isValid()
    return layer


def copied(layer):
    """In memory, for tests that raise: a file's layer crashes QGIS where a traceback outlives it."""
    memory = layer.materialize(QgsFeatureRequest())
    memory.setName(layer.name())
    return memory


def join(run, layer, joined, **settings):
    result, log = run(
        "joincitytable",
        **{
            "INPUT": layer,
            "KEY_FIELD": "city",
            "TABLE": joined,
            "TABLE_KEY_FIELD": "city",
            "MATCH_BY": NAME,
            "OUTPUT": "memory:",
            "UNMATCHED": "memory:",
            **settings,
        },
    )
    rows = {row["city_en"]: row for row in rows_of(result["OUTPUT"])}
    unmatched = [tuple(row.values()) for row in rows_of(result["UNMATCHED"])]
    return rows, unmatched, log


def test_yearbook_with_title_headers_notes_and_blanks(run):
    rows, unmatched, log = join(
        run, cities(), table("yearbook_names.csv"), TABLE_KEY_FIELD="2-1 主要指标"
    )
    values = {name: tuple(row.values())[3:] for name, row in rows.items()}
    assert values == {
        "Shijiazhuang": (2026.63, 939.5, 13.4, "省会"),
        "Tangshan": (2362.14, 719.12, -1.5, "地级"),
        "Qinhuangdao": (551.72, None, 12.1, "地级"),
        "Wuhan": (2590.76, 818.84, None, "副省级"),
        "Xiangyang": (601, 577.5, 12.6, "地级"),
        "Enshi": (1234.5, None, 11, "自治州"),
        "Xi'an": (None, None, None, None),
    }
    assert list(rows["Wuhan"])[3:] == ["field_2", "field_3", "field_4", "field_5"]
    assert [(side, key) for side, key, _, _ in unmatched] == [
        ("city", "西安市"),
        ("table", "城　市"),
        ("table", None),
        ("table", "河北省"),
        ("table", "城　市"),
        ("table", "湖北省"),
        ("table", "合计"),
        ("table", "注：数据来源于统计年鉴。"),
    ]
    assert any("6 of 7 cities found in the table; 7 of 13 rows" in t for t in log.infos)
    assert any("1 blank rows" in text for text in log.infos)
    assert any("former names: 襄樊市 for 襄阳市" in text for text in log.infos)
    assert any(
        "Above the values of 'field_2' the table says: 地区生产总值 / （亿元）" in t
        for t in log.infos
    )
    assert any("'field_4': footnote marks" in t and "('12.1*')" in t for t in log.warnings)
    assert any("Cities that are not in the table: 西安市" in text for text in log.warnings)


def test_english_names(run):
    rows, unmatched, _ = join(
        run,
        cities(),
        table("yearbook_english.csv"),
        KEY_FIELD="city_en",
        TABLE_KEY_FIELD="City",
    )
    gdp, persons = "GDP, 100 million yuan", "Persons"
    assert rows["Shijiazhuang"][gdp] == 2026.63
    assert rows["Shijiazhuang"][persons] == 939
    assert (rows["Tangshan"][gdp], rows["Tangshan"][persons]) == (2362.14, None)
    assert rows["Xi'an"][persons] == 753
    assert rows["Xiangyang"][gdp] == 601  # Xiangfan in the table
    assert rows["Qinhuangdao"][gdp] is None  # Qinhuangdo in the table: never a guess
    found = {(side, key): (near, likeness) for side, key, near, likeness in unmatched}
    assert found["city", "Qinhuangdao"] == ("Qinhuangdo", pytest.approx(20 / 21))
    assert found["table", "Qinhuangdo"] == ("Qinhuangdao", pytest.approx(20 / 21))
    assert set(found) == {
        ("city", "Qinhuangdao"),
        ("city", "Wuhan"),
        ("city", "Enshi"),
        ("table", "Qinhuangdo"),
        ("table", "Yanbian Korean Autonomous Prefecture"),
    }


def test_codes_of_every_form(run):
    rows, unmatched, _ = join(
        run,
        cities(),
        table("yearbook_codes.csv"),
        KEY_FIELD="code",
        TABLE_KEY_FIELD="城市代码",
        MATCH_BY=CODE,
        FIELDS=["GDP"],
    )
    assert list(rows["Wuhan"]) == ["code", "city", "city_en", "GDP"]
    assert {name: row["GDP"] for name, row in rows.items() if row["GDP"] is not None} == {
        "Shijiazhuang": 2026.63,
        "Tangshan": 2362.14,
    }
    assert "130300" not in {key for _, key, _, _ in unmatched}  # found, without a value
    assert ("table", "42", "420100", pytest.approx(0.5)) in unmatched


def test_excel_with_merged_header(run):
    rows, unmatched, log = join(run, cities(), table("yearbook.xlsx"), TABLE_KEY_FIELD="Field1")
    assert tuple(rows["Shijiazhuang"].values())[3:] == (2026.63, 7534, 1123)
    assert tuple(rows["Tangshan"].values())[3:] == (2362.14, 9133, None)
    assert tuple(rows["Xiangyang"].values())[3:] == (601, 5843, None)
    assert ("table", "雄安新区") in {(side, key) for side, key, _, _ in unmatched}
    assert any("'Field2' the table says: 地区生产总值 / 2006" in text for text in log.infos)


def test_example_joined_with_itself(run):
    """Every city finds its row, and every number is the one of the table."""
    layer = table("cities.csv", EXAMPLE)
    result, log = run(
        "joincitytable",
        INPUT=layer,
        KEY_FIELD="city",
        TABLE=layer,
        TABLE_KEY_FIELD="city",
        MATCH_BY=NAME,
        FIELDS=["gdp_2006", "emp_mining", "admin_level", "adcode"],
        OUTPUT="memory:",
    )
    assert list(result) == ["OUTPUT"]
    with open(EXAMPLE / "cities.csv", encoding="utf-8") as stream:
        expected = list(csv.DictReader(stream))
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == len(expected) == 192
    for row, record in zip(rows, expected):
        assert row["gdp_2006_2"] == float(record["gdp_2006"])
        assert row["emp_mining_2"] == (
            float(record["emp_mining"]) if record["emp_mining"] else None
        )
        assert row["admin_level_2"] == record["admin_level"]
    assert any("192 of 192 cities found in the table; 0 of 192 rows" in t for t in log.infos)
    assert any("have a field 'gdp_2006'; the table's is 'gdp_2006_2'" in t for t in log.infos)
    assert not log.warnings


def test_english_names_of_two_cities_are_an_error(run):
    layer = copied(table("cities.csv", EXAMPLE))
    with pytest.raises(
        QgsProcessingException, match=r"field 'city_en' of layer 'cities': .*Taizhou"
    ):
        run(
            "joincitytable",
            INPUT=layer,
            KEY_FIELD="city_en",
            TABLE=copied(table("yearbook_english.csv")),
            TABLE_KEY_FIELD="City",
            MATCH_BY=NAME,
            OUTPUT="memory:",
        )


def test_duplicates_in_the_table_are_named(run):
    with pytest.raises(QgsProcessingException) as caught:
        join(run, cities(), copied(table("yearbook_duplicates.csv")))
    message = str(caught.value)
    assert "field 'city' of table 'yearbook_duplicates'" in message
    assert "'石家庄市' and '石家庄' (2 rows)" in message
    assert "'襄阳市' and '襄樊市' (2 rows)" in message
    assert "唐山" not in message


def test_by_code_names_must_be_written_the_same(run):
    joined = make_layer([{"city": "石家庄", "gdp": 1.0}, {"city": "襄樊市", "gdp": 2.0}])
    rows, _, _ = join(run, cities(), joined, MATCH_BY=CODE)
    assert all(row["gdp"] is None for row in rows.values())


def test_own_list_of_renamed_cities(run, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("\ufeffold,new\n长安市,西安市\n", encoding="utf-8")
    joined = make_layer([{"city": "长安市", "gdp": 1.0}, {"city": "襄樊市", "gdp": 2.0}])
    rows, unmatched, _ = join(run, cities(), joined, ALIASES=str(own))
    assert (rows["Xi'an"]["gdp"], rows["Xiangyang"]["gdp"]) == (1, 2)
    assert not [item for item in unmatched if item[0] == "table"]
    rows, unmatched, _ = join(run, cities(), joined)
    assert rows["Xi'an"]["gdp"] is None
    assert ("table", "长安市") in {item[:2] for item in unmatched}


@pytest.mark.parametrize("content", ["name,other\na,b\n", None])
def test_list_of_renamed_cities_that_cannot_be_read(run, tmp_path, content):
    own = tmp_path / "own.csv"
    if content:
        own.write_text(content, encoding="utf-8")
    joined = make_layer([{"city": "石家庄", "gdp": 1.0}])
    with pytest.raises(QgsProcessingException, match="with the columns 'old' and 'new'"):
        join(run, cities(), joined, ALIASES=str(own))


def test_headers_are_no_candidates(run):
    joined = make_layer([{"city": "西安市本级", "gdp": "GDP"}, {"city": "西宁市", "gdp": "1"}])
    _, unmatched, _ = join(run, cities(), joined)
    assert ("city", "西安市", "西宁市", 0.5) in unmatched
    assert ("table", "西安市本级", "西安市", pytest.approx(4 / 7)) in unmatched


def test_cancelled_before_anything_is_written(run, tmp_path):
    class Cancelled(QgsProcessingFeedback):
        def isCanceled(self):  # noqa: N802
            return True

    written = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException):
        processing.run(
            "megaregion:joincitytable",
            {
                "INPUT": cities(),
                "KEY_FIELD": "city",
                "TABLE": make_layer([{"city": "武汉", "gdp": 1.0}]),
                "TABLE_KEY_FIELD": "city",
                "OUTPUT": str(written),
            },
            feedback=Cancelled(False),
        )
    assert not written.exists()


def test_nothing_matches_and_blank_keys(run):
    joined = make_layer([{"city": "Omega", "gdp": "1,000"}, {"city": None, "gdp": "-"}])
    rows, unmatched, log = join(run, cities(Wuhan={"city": None}), joined)
    assert all(row["gdp"] is None for row in rows.values())
    assert ("city", None, None, None) in unmatched
    assert ("table", None, None, None) in unmatched
    assert any("(blank)" in text for text in log.warnings)


def test_closest_is_among_all_where_no_row_is_left(run):
    joined = make_layer([{"city": "襄樊", "gdp": 1.0}])
    _, unmatched, _ = join(run, cities(Tangshan={"city": "樊城区"}), joined)
    found = {key: (near, likeness) for _, key, near, likeness in unmatched}
    assert found["樊城区"] == (None, None)  # the former name counts as 襄阳
    assert found["西安市"] == (None, None)
    joined = make_layer([{"city": "武汉", "gdp": 1.0}])
    _, unmatched, _ = join(run, cities(Tangshan={"city": "武昌"}), joined)
    assert ("city", "武昌", "武汉", 0.5) in unmatched


def test_other_encoding(run):
    layer = copied(table("yearbook_gbk.csv"))
    with pytest.raises(QgsProcessingException, match="unreadable characters"):
        join(run, cities(), layer, TABLE_KEY_FIELD=layer.fields().names()[0])


PEOPLE = "名称,值,备注\n北京市,100,首都\n石家庄市,200,省会\n"


def written(folder, text, encoding, name="table.csv"):
    (folder / name).write_bytes(text.encode(encoding))
    return str(folder / name)


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_files_of_any_encoding(run, tmp_path, encoding, separator):
    path = written(tmp_path, PEOPLE.replace(",", separator), encoding)
    rows, unmatched, log = join(run, cities(), path, TABLE_KEY_FIELD="名称")
    assert rows["Shijiazhuang"]["值"] == 200
    assert ("table", "北京市") in [row[:2] for row in unmatched]
    assert any("is not in UTF-8; it is read as" in t for t in log.infos) == (
        encoding != "utf-8-sig"
    )


def test_the_field_may_be_named_as_qgis_misreads_it(run, tmp_path):
    """The dialog offers the heading of a GBK file as QGIS reads it."""
    path = written(tmp_path, PEOPLE, "gbk")
    layer = QgsVectorLayer(path, "table", "ogr")
    shown = layer.fields().names()[0]
    assert shown != "名称"
    rows, _, _ = join(run, cities(), layer, TABLE_KEY_FIELD=shown)
    assert rows["Shijiazhuang"]["值"] == 200


def test_long_codes_stay_as_they_are(run, tmp_path):
    text = "code,credit\n130100,123456789012345678\n420100,9007199254740993\n"
    rows, _, log = join(
        run,
        cities(),
        written(tmp_path, text, "utf-8"),
        KEY_FIELD="code",
        TABLE_KEY_FIELD="code",
        MATCH_BY=CODE,
    )
    assert rows["Shijiazhuang"]["credit"] == "123456789012345678"
    assert rows["Wuhan"]["credit"] == "9007199254740993"
    assert any("'credit' stays text: its codes" in t for t in log.infos)


def test_long_codes_as_keys(run, tmp_path):
    text = "credit,gdp\n9007199254740993,5\n9007199254740992,7\n"
    layer = make_layer([{"credit": "9007199254740993", "city_en": "S"}])
    rows, _, _ = join(
        run,
        layer,
        written(tmp_path, text, "utf-8"),
        KEY_FIELD="credit",
        TABLE_KEY_FIELD="credit",
        MATCH_BY=CODE,
    )
    assert rows["S"]["gdp"] == 5


def test_percentages_and_footnotes_are_numbers_with_a_word_in_the_log(run, tmp_path):
    text = 'code,share,notes\n130100,45.2%,"1,100.5"\n130200,40%,..\n130300,1%,300*\n'
    rows, _, log = join(
        run,
        cities(),
        written(tmp_path, text, "utf-8"),
        KEY_FIELD="code",
        TABLE_KEY_FIELD="code",
        MATCH_BY=CODE,
    )
    names = ("Shijiazhuang", "Tangshan", "Qinhuangdao", "Wuhan")
    assert [rows[name]["share"] for name in names] == [45.2, 40, 1, None]
    assert [rows[name]["notes"] for name in names] == [1100.5, None, 300, None]
    assert any("'share' is in percent" in t for t in log.infos)
    assert any("'notes': footnote marks" in t and "130300 ('300*')" in t for t in log.warnings)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("1_000", "2_000"), "('1_000')"),
        (("1_000", "5"), "('1_000')"),
        (("12,34", "约5"), "('12,34')"),
        (("5%", "0.05"), "('5%')"),
        (("n 5", "7"), "('n 5')"),
    ],
)
def test_columns_that_stay_text_although_they_hold_numbers(run, tmp_path, values, named):
    text = "code;x\n" + "".join(f"{code};{v}\n" for code, v in zip(("130100", "130200"), values))
    path = written(tmp_path, text, "utf-16")
    rows, _, log = join(
        run, cities(), path, KEY_FIELD="code", TABLE_KEY_FIELD="code", MATCH_BY=CODE
    )
    assert (rows["Shijiazhuang"]["x"], rows["Tangshan"]["x"]) == values
    assert any("'x' stays text" in t and named in t for t in log.warnings)


def test_columns_of_words_need_no_word(run):
    joined = make_layer([{"city": "石家庄", "kind": "省会"}, {"city": "唐山", "kind": "地级"}])
    rows, _, log = join(run, cities(), joined)
    assert rows["Tangshan"]["kind"] == "地级"
    assert not any("kind" in text for text in log.warnings)


def test_dates_as_users_write_them(run, tmp_path):
    from qgis.core import QgsFeature, QgsField
    from qgis.PyQt.QtCore import QDate, QVariant

    table = QgsVectorLayer("None", "table", "memory")
    table.dataProvider().addAttributes(
        [QgsField("city", QVariant.String), QgsField("since", QVariant.Date)]
    )
    table.updateFields()
    feature = QgsFeature(table.fields())
    feature.setAttributes(["石家庄", QDate(2022, 6, 15)])
    table.dataProvider().addFeatures([feature])
    rows, _, _ = join(run, cities(), table)
    assert rows["Shijiazhuang"]["since"] == "2022-06-15"


def test_types_stay_what_they_are(run):
    joined = make_layer(
        [
            {"city": "石家庄", "n": 5, "x": 0.1, "zip": "050000", "none": "-", "blank": None},
            {
                "city": "唐山",
                "n": 2_000_000_000,
                "x": 1e-7,
                "zip": "063000",
                "none": "…",
                "blank": None,
            },
        ]
    )
    rows, _, _ = join(run, cities(), joined)
    first, second = rows["Shijiazhuang"], rows["Tangshan"]
    assert (first["n"], first["x"], first["zip"], first["none"]) == (5, 0.1, "050000", None)
    assert (second["n"], second["x"], second["zip"]) == (2_000_000_000, 1e-7, "063000")
    assert first["blank"] is None


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"KEY_FIELD": "nowhere"}, "Layer 'cities' has no field 'nowhere'"),
        ({"TABLE_KEY_FIELD": "nowhere"}, "Layer 'cities' has no field 'nowhere'"),
    ],
)
def test_absent_fields(run, settings, message):
    joined = make_layer([{"city": "武汉", "gdp": 1.0}])
    with pytest.raises(QgsProcessingException, match=message):
        join(run, cities(), joined, **settings)


def test_table_of_keys_only(run):
    with pytest.raises(QgsProcessingException, match="has no field beside the key 'city'"):
        join(run, cities(), make_layer([{"city": "武汉"}]))


def test_empty_table(run):
    empty = make_layer([{"city": "武汉", "gdp": 1.0}])
    empty.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="has no rows"):
        join(run, cities(), empty)


def test_a_row_of_no_city_is_no_header(run):
    cities = make_layer([{"name": "Lu'an"}])
    table = make_layer([{"city": "Xian", "v": 1.0}, {"city": "Lu’an", "v": 2.0}], name="tab")
    keys = {"KEY_FIELD": "name", "TABLE_KEY_FIELD": "city", "MATCH_BY": 1}
    result, log = run("joincitytable", INPUT=cities, TABLE=table, **keys, OUTPUT="memory:")
    assert [row["v"] for row in rows_of(result["OUTPUT"])] == [2.0]
    assert not any("Above the values" in text for text in log.infos)
