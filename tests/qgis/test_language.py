"""The plugin in Chinese, and no text for people that stays English."""

import csv
import html
import re
import subprocess
import sys

import pytest
from megaregion.layers.language import CONTEXT, REPORT, speak_language
from megaregion.measures.texts import speak, tr
from qgis.PyQt.QtCore import QTranslator
from sample_layers import ROOT
from small_world import cities, settings_of

sys.path.insert(0, str(ROOT / "i18n"))
from extract import translations

VOCABULARY = ROOT / "resources" / "policy_themes.csv"
CHINESE = ROOT / "i18n" / "megaregion_zh_Hans.qm"


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak(None)


def test_every_text_is_translated():
    command = [sys.executable, str(ROOT / "i18n" / "extract.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_qgis_reads_is_what_was_translated():
    translator = QTranslator()
    assert translator.load(str(CHINESE))
    for context in (CONTEXT, REPORT):
        for english, chinese in translations(context).items():
            assert translator.translate(context, english.encode()) == chinese


@pytest.mark.parametrize("english", translations())
def test_placeholders_stay(english):
    chinese = translations()[english]
    assert sorted(re.findall(r"\{[^{}]*\}", chinese)) == sorted(re.findall(r"\{[^{}]*\}", english))


@pytest.mark.parametrize(
    ("locale", "words"),
    [("zh_CN", "城市"), ("zh-Hans", "城市"), ("zh_TW", "Cities"), ("de_DE", "Cities")],
)
def test_the_locale_decides(locale, words):
    speak_language(locale)
    assert tr("Cities") == words


def test_texts_with_other_letters_are_found():
    speak_language("zh_CN")
    assert tr("R² of the rank-size line") == "位序—规模线的R²"


def test_help_titles_and_options_are_translated(provider):
    speak(lambda text: f"«{text}»")
    for algorithm in (type(one)() for one in provider.algorithms()):
        algorithm.initAlgorithm()
        for text in (algorithm.displayName(), algorithm.group(), algorithm.shortDescription()):
            assert text.startswith("«"), (algorithm.name(), text)
        for parameter in algorithm.parameterDefinitions():
            for text in (parameter.description(), parameter.help()):
                assert text.startswith("«"), (algorithm.name(), parameter.name(), text)
            for option in parameter.options() if hasattr(parameter, "options") else ():
                assert option.startswith("«"), (algorithm.name(), parameter.name(), option)


LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ąƀćďęƒğĥįĵķłɱńøƥɋřşţųṽŵẋýž")
ALGORITHMS = "joincitytable markcores citypanel citygrowth unevenness unevennesschange nestedtheil"
ALGORITHMS += " unevennesstrend corediffs citytypes comparetypes nighttimelight preparelight"
ALGORITHMS += " polycentricity flows potentialflows complementarity spatialpattern policythemes"
ALGORITHMS += " coordinationprofile"
# What stays as it is in every language: names and values of data and of outputs
NAMES = [
    "City",
    "adcode",
    "gdp",
    "pop",
    "mr_role",
    "mr_type",
    "mr_type_name",
    "early",
    "late",
    "reg",
    "code",
    "core",
    "secondary",
    "both",
    "provincial",
    "capital",
    "prefecture-level",
    "level",
    "light",
    "yearbook",
    "csv",
    "GDP",
    "COE",
    "CON",
    "Theil",
    "Gini",
    "Dagum",
    "memory",
    "Results",
    "OUTPUT",
    "REPORT",
    "municipality",
    "sub",
    "provincial",
    "cities",
    "phase",
    "role",
    "within",
    "high",
    "balanced",
]
# Themes of a vocabulary, and a measure named after a field: values of outputs
VALUES = {word for row in csv.reader(VOCABULARY.open(encoding="utf-8")) for word in row} | {
    "gdp 2023 of secondary cities over the cores' (means)"
}


KNOWN = translations()


def pseudo(text):
    """Every letter of a text that went through `tr` is another, whatever is done to it later."""
    if text not in KNOWN:  # as QGIS's translator does
        return text
    parts = re.split(r"(\{[^{}]*\})", text)
    return "".join(part if part.startswith("{") else part.translate(LETTERS) for part in parts)


def left_in_english(text):
    """Words of three or more letters that no translation reached."""
    for value in sorted(VALUES, key=len, reverse=True):
        text = text.replace(value, "") if len(value) > 3 else text
    words = re.findall(r"(?<![\w/.{<&#-])[A-Za-z][a-z]{2,}(?![\w.=(/}])", text)
    return [word for word in words if word not in NAMES]


def texts_of_page(path):
    page = path.read_text(encoding="utf-8")
    page = re.sub(r"<(style|script|metadata|defs)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return [html.unescape(one) for one in re.findall(r">([^<]+)<", page) if one.strip()]


@pytest.mark.parametrize("name", ALGORITHMS.split())
def test_log_and_page_are_translated(run, provider, tmp_path, name):
    speak(pseudo)
    given = settings_of(name, tmp_path, cities())
    outputs = {one.name() for one in provider.algorithm(name).outputDefinitions()}
    given["OUTPUT_FOLDER" if name == "preparelight" else "OUTPUT"] = "memory:"
    if name == "preparelight":
        given["OUTPUT_FOLDER"] = str(tmp_path / "prepared")
    page = tmp_path / "page.html"
    if "REPORT" in outputs:
        given["REPORT"] = str(page)
    _, log = run(name, **given)
    told = [text for text in [*log.infos, *log.warnings] if "Results: " not in text]
    assert told
    if "REPORT" in outputs:
        told += texts_of_page(page)
    english = [text for text in told if left_in_english(text)]
    assert not english, "\n".join(english)
