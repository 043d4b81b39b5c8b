"""The plugin in Chinese, and no text for people that stays English."""

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


@pytest.mark.parametrize(
    "name", ["markcores", "unevenness", "unevennesschange", "nestedtheil", "polycentricity"]
)
def test_the_log_is_translated(run, tmp_path, name):
    speak(lambda text: f"«{text}»")
    _, log = run(name, **settings_of(name, tmp_path, cities()), OUTPUT="memory:")
    told = [text for text in [*log.infos, *log.warnings] if re.search("[A-Za-z]{3}", text)]
    assert told
    assert not [text for text in told if "«" not in text and "Results:" not in text]
