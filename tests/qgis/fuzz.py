"""Layers, settings and files as nobody would give them, drawn at random from what has been met."""

import math

from hypothesis import strategies as st
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant
from small_world import city_rows, squares

TEXTS = [
    *(
        "",
        " ",
        "x",
        "NULL",
        "nan",
        "inf",
        "-1",
        "1e400",
        "1,000",
        "5%",
        "…",
        "=1+1",
        "1_000",
        "１２",
    ),
    *(
        "[% env('HOME') %]",
        "$x^2$",
        "<b>",
        "Xi'an",
        'ro"le',
        "泰州市",
        "R ",
        "ｒ",
        "\u200b",
        "é" * 300,
    ),
    *(
        "\x00",
        "\n",
        "\t|;",
        "😀",
        "2006-06-15",
        "20231332",
        "core",
        "secondary",
        "直辖市",
        "{0} %s",
    ),
]
NUMBERS = [0.0, -0.0, -1.0, 0.5, 1e300, -1e300, 1e-300, math.nan, math.inf, -math.inf, 2.0**53 + 1]
GEOMETRIES = [
    "",
    "Polygon EMPTY",
    "Polygon((100 30,101 31,101 30,100 31,100 30))",
    "Polygon((100 30,100 30,100 30,100 30))",
    "Polygon((1e300 30,101 30,101 31,1e300 30))",
    "Polygon((100 30,101 30,nan 31,100 30))",
    "Polygon((179 30,181 30,181 31,179 31,179 30))",
    "MultiPolygon(((100 30,101 30,101 31,100 30)),((100 30,101 30,101 31,100 30)))",
    "PolygonZ((100 30 1,101 30 1,101 31 1,100 30 1))",
    "CurvePolygon(CircularString(100 30,101 31,102 30,101 29,100 30))",
]
TYPES = {
    QVariant.Date: [QDate(2006, 6, 15), QDate()],
    QVariant.DateTime: [QDateTime(QDate(2006, 6, 15), QTime(1, 2)), QDateTime()],
    QVariant.Bool: [True, False],
    QVariant.ByteArray: [b"bytes", b""],
    QVariant.StringList: [["a", "b"], []],
    QVariant.Map: [{"a": 1}, {}],
    QVariant.LongLong: [2**62, -(2**62)],
}
FIELDS = [
    None,
    "",
    "nowhere",
    "REG",
    "reg ",
    "GDP_2006",
    "mr_role",
    "city",
    "gdp_2006",
    "s1",
    "fid",
]
FIELDS += ["é" * 300, "[% 1 %]", "reg;mr_role", "geom"]
WORDS = [
    None,
    "",
    "1;2",
    "a=b",
    "a=2006-2015;a=2001-2002",
    "a=2015-2006",
    "(",
    "[0-9]{4",
    "(?P<a>",
    *TEXTS,
]
WORDS += [
    "s1=s2;s2=s1",
    "x=gdp/0",
    "x=[% 1 %]",
    "gdp=gdp [亿元]",
    "=;=",
    ";",
    "file|*",
    "*",
    "[",
    "\\",
]
SIZES = [
    None,
    math.nan,
    math.inf,
    -math.inf,
    -1,
    0,
    1,
    2,
    3,
    0.5,
    12,
    13,
    2**31,
    -(2**31),
    "nan",
    "x",
]
PLACES = ["nowhere", "", "/", "/proc/self/mem", "a.gpkg|layername=no", "memory:", 0, object(), None]
LONG_WORK = ("N_INIT", "PERMUTATIONS", "BOOTSTRAP")  # any number is meant there, and takes its time


@st.composite
def layers(draw):
    """The small world's cities with some columns, types, rows and outlines changed."""
    rows = [dict(row) for row in city_rows()]
    kinds = {}
    for _ in range(draw(st.integers(0, 3))):
        column = draw(st.sampled_from(list(rows[0])))
        kind = draw(st.sampled_from(["value", "value", "text", "blank", "type", "name", "drop"]))
        some = draw(st.one_of(st.just(set(range(12))), st.sets(st.integers(0, 11), min_size=1)))
        if kind in ("value", "text", "blank", "type"):
            odd, of_type = draw(_values(kind, isinstance(rows[0][column], str)))
            if of_type is not None:
                kinds[column] = of_type
                rows = [{**row, column: _as(of_type, row[column])} for row in rows]
            for number in some:
                rows[number][column] = odd
        elif len(rows[0]) > 2:
            called = draw(st.sampled_from([column.upper(), f"{column} ", "fid", "geom", "é" * 300]))
            rows = [_renamed(row, column, called if kind == "name" else None) for row in rows]
            if kind == "name" and column in kinds:
                kinds[called] = kinds[column]
    few = draw(st.sampled_from([12, 12, 12, 12, 7, 2, 1, 0]))
    outlines = squares(rows)
    for number in draw(st.sets(st.integers(0, 11), max_size=2)):
        outlines[number] = draw(st.sampled_from(GEOMETRIES))
    shape = draw(st.sampled_from(["Polygon"] * 4 + ["MultiPolygon", "None", "Point", "LineString"]))
    if shape == "Point":
        outlines = [text and f"Point({100 + n} 30)" for n, text in enumerate(outlines)]
    elif shape == "LineString":
        outlines = [f"LineString(100 30,{101 + n} 31)" for n in range(12)]
    elif shape == "None":
        outlines = [None] * 12
    crs = draw(st.sampled_from(["EPSG:4326"] * 4 + ["EPSG:3857", ""]))
    return made(rows, outlines, few, shape, crs, kinds)


@st.composite
def _values(draw, kind, is_text):
    """An odd value, and the type of field that it makes of the column."""
    if kind == "blank":
        return None, None
    if kind == "type":
        of_type = draw(st.sampled_from(list(TYPES)))
        return draw(st.sampled_from(TYPES[of_type])), of_type
    if kind == "text":
        return draw(st.sampled_from(TEXTS)), QVariant.String
    odd = draw(st.sampled_from(NUMBERS))
    return (str(odd), None) if is_text else (odd, QVariant.Double)


def _as(kind, value):
    if kind == QVariant.String:
        return None if value is None else str(value)
    if kind == QVariant.Double:
        return value if isinstance(value, (int, float)) else None
    return TYPES[kind][0]


def _renamed(row, column, called):
    """The row with a column called otherwise, or without it."""
    return {
        (called if key == column else key): value
        for key, value in row.items()
        if key != column or called is not None
    }


def made(rows, outlines, few, shape, crs, kinds):
    """A layer of the first rows, whatever is in them."""
    layer = QgsVectorLayer(shape if shape == "None" else f"{shape}?crs={crs}", "cities", "memory")
    types = {int: QVariant.Int, float: QVariant.Double, str: QVariant.String}
    fields = []
    for name in rows[0]:
        first = next((row[name] for row in rows if row[name] is not None), "")
        fields.append(QgsField(name, kinds.get(name) or types.get(type(first), QVariant.String)))
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    for row, outline in zip(rows[:few], outlines):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([None if v is None else QVariant(v) for v in row.values()])
        if outline is not None:
            feature.setGeometry(QgsGeometry.fromWkt(outline))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@st.composite
def changes(draw, definitions):
    """Settings replaced by others of their kind, sometimes of any kind."""
    chosen = draw(st.lists(st.sampled_from(definitions), max_size=3))
    return {one.name(): draw(_setting(one)) for one in chosen}


def _setting(definition):
    kind = definition.type()
    if kind == "field":
        one = st.sampled_from(FIELDS)
        several = st.lists(st.sampled_from(FIELDS[2:]), max_size=3)
        values = st.one_of(one, several) if definition.allowMultiple() else one
    elif kind == "number":
        few = [size for size in SIZES if not isinstance(size, int) or abs(size) < 1000]
        values = st.sampled_from(few if definition.name() in LONG_WORK else SIZES)
    elif kind == "enum":
        values = st.sampled_from([*range(-1, 6), None, "1", "x", 0.5, [1]])
    elif kind in ("source", "vector", "layer"):
        values = st.one_of(st.sampled_from(PLACES), layers())
    elif kind in ("file", "raster", "multilayer"):
        values = st.one_of(st.sampled_from(PLACES), st.sampled_from([[], ["nowhere"], [None]]))
    elif definition.isDestination():
        odd = [
            "",
            "memory:",
            "/nowhere/out.gpkg",
            "/proc/x.csv",
            "a\x00b.gpkg",
            "é" * 300,
        ]
        values = st.sampled_from(odd)
    elif kind == "boolean":
        values = st.sampled_from([True, False, None, "x"])
    else:
        values = st.sampled_from(WORDS)
    return values


@st.composite
def damaged(draw, content):
    """The bytes of a file cut off, changed, doubled or put elsewhere in some places."""
    content = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(content) - 1)))
        length = draw(st.sampled_from([1, 1, 2, 8, 64, 1000]))
        way = draw(st.sampled_from(["cut", "change", "drop", "double", "zero", "text"]))
        piece = bytes(content[at : at + length])
        content[at : len(content) if way == "cut" else at + length] = {
            "cut": b"",
            "change": draw(st.binary(min_size=1, max_size=8)),
            "drop": b"",
            "double": piece * 2,
            "zero": bytes(len(piece)),
            "text": draw(st.sampled_from(TEXTS)).encode("utf-16" if at % 2 else "utf-8"),
        }[way]
    return bytes(content)
