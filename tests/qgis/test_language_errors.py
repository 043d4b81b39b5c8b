"""Errors in the user's language: every algorithm with inputs and settings that it must refuse."""

import re
from itertools import chain

import pytest
from conftest import Log
from fuzz import LONG_WORK
from megaregion.measures.texts import speak
from pseudo_language import ALGORITHMS, LETTERS, left_in_english, pseudo
from qgis.core import QgsProcessingContext, QgsProcessingException
from sample_layers import make_layer
from small_world import cities, city_rows, settings_of, squares

NUMBERS = ("gdp", "pop", "s1", "s2", "s3")
WORDS = ["(", "x=gdp/0", "x=qq*2", "a=2015-2006", "a=b", "qq=qq", "qq=x", ";", "0"]


def changed(**values):
    """The small world with these values in every row."""
    return [{**row, **values} for row in city_rows()]


def numbers(value):
    """The small world with this value in every field of numbers."""
    return [
        {name: value if name.startswith(NUMBERS) else kept for name, kept in row.items()}
        for row in city_rows()
    ]


def one(field, value):
    """The small world with this value in one row, named by its city."""
    rows = city_rows()
    rows[3][field] = value
    return rows


ROWS = {
    "words for numbers": numbers("x"),
    "all zero": numbers(0.0),
    "all negative": numbers(-1.0),
    "one negative": one("gdp_2023", -1.0),
    "one sector negative": one("s1", -1.0),
    "no values": [{**row, "gdp_2023": None, "s1": None, "pop_2023": None} for row in city_rows()],
    "no core": changed(mr_role="secondary", lvl="county"),
    "other roles": changed(mr_role="centre"),
    "no region": changed(reg=""),
    "ids twice": changed(adcode="1", city="x"),
    "no ids": changed(adcode=""),
    "one city": city_rows()[:1],
    "one type": changed(mr_type=1),
    "levels that cut": one("phase", "late"),
}


def worlds():
    """Layers that something is wrong with."""
    for rows in ROWS.values():
        yield cities(rows)
    rows = city_rows()
    yield make_layer(rows, squares(rows), kind="Polygon", crs="")
    yield make_layer(rows)  # no geometry
    points = [f"Point({100 + number} 30)" for number in range(12)]
    yield make_layer(rows, points, kind="Point")
    empty = cities()
    empty.dataProvider().truncate()
    yield empty


def odd_settings(definitions, folder):
    """Settings that are no field, no number, no file or no list."""
    broken = folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    text = folder / "broken.csv"
    text.write_text("a,b\n1,2\n", encoding="utf-8")
    for one_of in definitions:
        key, kind = one_of.name(), one_of.type()
        if kind == "field":
            wrong = ["nowhere", "city"]
            yield from ({key: [w] if one_of.allowMultiple() else w} for w in wrong)
        elif kind == "number":
            values = (-1, 0, 1) if key in LONG_WORK else (-1, 0, 1, 1000, 3000)
            yield from ({key: value} for value in values)
        elif kind == "enum":
            yield from ({key: number} for number in range(len(one_of.options())))
        elif kind == "string" and key != "SCHEDULER":
            yield from ({key: word} for word in WORDS)
        elif kind in ("file", "multilayer", "raster"):
            files = [str(folder / "nowhere.csv"), str(broken), str(text)]
            yield from ({key: [path] if kind == "multilayer" else path} for path in files)
        elif kind in ("source", "vector"):
            yield {key: str(folder / "broken.csv")}
        elif one_of.isDestination() and key != "OUTPUT" and kind != "folderDestination":
            yield {key: "/proc/nowhere/out" + (".html" if kind == "fileDestination" else ".gpkg")}


class Brief(Log):
    """Cancels a planning report at its first chapter: the other algorithms have their own turn."""

    def setProgressText(self, text):  # noqa: N802
        self.cancel()


@pytest.fixture
def refused(provider, run):
    """Run an algorithm as its dialog does; the sentence where it refused, and the log."""

    def refuse(name, given):
        log = Brief() if name == "planningreport" else run.log()
        context = QgsProcessingContext()
        algorithm = provider.algorithm(name).create()
        if not algorithm.checkParameterValues(given, context)[0]:  # in the words of QGIS
            return [], log
        try:
            algorithm.run(given, context, log, catchExceptions=False)
        except QgsProcessingException as error:
            return [str(error)], log
        return [], log

    return refuse


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak(None)


def own(text):
    """Whether the text is the plugin's: QGIS says itself that a layer is missing."""
    return not text.startswith(("Could not load", "Results: "))


def without_data(text):
    """Without what is quoted, levels of cities, and the list of fields to choose from."""
    fields = rf"{'choose one of'.translate(LETTERS)} .*"
    levels = "municipality|provincial capital|sub-provincial|prefecture-level city|county"
    return re.sub(rf"{fields}|(?<!\w)'[^']*'|\b({levels})\b", "", text)


@pytest.mark.parametrize("name", [*ALGORITHMS, "planningreport"])
def test_refusals_and_warnings_are_translated(refused, provider, tmp_path, name):
    definitions = provider.algorithm(name).parameterDefinitions()
    speak(pseudo)
    sentences, told = [], []
    usual = {**settings_of(name, tmp_path), "OUTPUT": "memory:"}
    layer = "NODES" if "NODES" in usual else "CITIES" if "CITIES" in usual else "INPUT"
    faults = chain(
        ({layer: world} for world in worlds()),
        odd_settings(definitions, tmp_path),
    )
    for fault in faults:
        said, log = refused(name, {**usual, **fault})
        sentences += said
        told += [*said, *log.warnings, *log.infos]
    assert len({text for text in sentences if own(text)}) > 4
    english = {text for text in told if own(text) and left_in_english(without_data(text))}
    assert not english, "\n".join(english)
