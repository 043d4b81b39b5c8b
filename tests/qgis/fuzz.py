"""Settings and layers as nobody would give them, drawn at random from what has been seen."""

import math
import os
import re

from hypothesis import strategies as st
from qgis.core import QgsProcessingException
from sample_layers import make_layer
from small_world import city_rows, squares

RUNS = int(os.environ.get("FUZZ", "300"))
_RAW = re.compile(
    r"Traceback|\b(?!InputError)(?:\w+Error|Errno \d+|numpy|pandas|sklearn|NoneType|QVariant|ndarray)\b"
)
TEXTS = [
    *("", " ", "x", "NULL", "nan", "inf", "-1", "1e400", "1,000", "5%", "…", "=1+1", "1_000"),
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
    *("\x00", "\n", "\ud83d\ude00", "2006-06-15", "core", "secondary", "直辖市"),
]
NUMBERS = [0.0, -1.0, 0.5, 1e300, -1e300, 1e-300, math.nan, math.inf, 9007199254740993.0]
SETTINGS = [
    *(None, "", [], "nowhere", ["nowhere"], math.nan, math.inf, -1, 0, 1, 2, 3, 0.5),
    *(True, False, "nan", "1;2", "a=b", "a=2006-2015;a=2001-2002", "(", "[0-9]{4", "gdp_2006"),
    *(["gdp_2006"], ["gdp_2006", "gdp_2006"], ["city"], "city", "REG", "reg ", "s1;s2", "fid"),
    *({}, object(), "memory:", "/nowhere/out.gpkg", "layer.tif", b"bytes"),
]
GEOMETRIES = [
    None,
    "",
    "Polygon EMPTY",
    "Polygon((100 30,101 31,101 30,100 31,100 30))",
    "Polygon((100 30,100 30,100 30,100 30))",
    "Polygon((1e300 30,101 30,101 31,1e300 30))",
    "Polygon((179 30,181 30,181 31,179 31,179 30))",
    "MultiPolygon(((100 30,101 30,101 31,100 30)),((100 30,101 30,101 31,100 30)))",
]


@st.composite
def layers(draw):
    """The small world's cities with some columns, rows and outlines changed."""
    rows = city_rows()
    outlines = squares(rows)
    for _ in range(draw(st.integers(0, 3))):
        column = draw(st.sampled_from(list(rows[0])))
        kind = draw(st.sampled_from(["value", "text", "all", "name", "drop", "blank"]))
        if kind in ("value", "text", "all"):
            odd = draw(st.sampled_from(TEXTS if kind == "text" else NUMBERS))
            if kind == "text" or isinstance(rows[0][column], str):
                odd = str(odd)
                rows = [
                    {**row, column: None if row[column] is None else str(row[column])}
                    for row in rows
                ]
            some = (
                range(len(rows)) if kind == "all" else draw(st.sets(st.integers(0, 11), min_size=1))
            )
            for number in some:
                rows[number][column] = odd if isinstance(odd, str) else float(odd)
        elif kind == "blank":
            for number in draw(st.sets(st.integers(0, 11), min_size=1)):
                rows[number][column] = None
        elif len(rows[0]) > 2:
            called = draw(st.sampled_from([column.upper(), f"{column} ", "fid", "geom", "é" * 300]))
            rows = [
                {
                    (called if key == column else key): value
                    for key, value in row.items()
                    if key != column or kind == "name"
                }
                for row in rows
            ]
    few = draw(st.sampled_from([12, 12, 12, 12, 7, 2, 1]))
    rows, outlines = rows[:few], outlines[:few]
    for number in draw(st.sets(st.integers(0, few - 1), max_size=2)):
        outlines[number] = draw(st.sampled_from(GEOMETRIES)) or ""
    shape = draw(st.sampled_from(["Polygon"] * 4 + ["None", "Point", "LineString"]))
    if shape == "Point":
        outlines = [f"Point({100 + n} 30)" for n in range(few)]
    if shape == "LineString":
        outlines = [f"LineString(100 30,{101 + n} 31)" for n in range(few)]
    crs = draw(st.sampled_from(["EPSG:4326"] * 4 + ["EPSG:3857", ""]))
    return make_layer(rows, outlines if shape != "None" else None, kind=shape, crs=crs)


@st.composite
def changes(draw, names):
    """Some settings replaced, by name."""
    chosen = draw(st.sets(st.sampled_from(sorted(names)), max_size=2))
    return {name: draw(st.sampled_from(SETTINGS)) for name in chosen}


def end_of(run, name, given, out):
    """Run an algorithm and check that it ends with a result, or with a sentence and no file."""
    try:
        run(name, **given)
    except QgsProcessingException as error:
        sentence = str(error)
    else:
        return
    raw = _RAW.search(sentence)
    assert raw is None, f"{name}: {sentence}"
    assert not list(out.iterdir()), f"{name}: half written, {sentence}"
