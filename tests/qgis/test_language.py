"""The plugin in Chinese, and no text for people that stays English."""

import csv
import json
import re
import subprocess
import sys

import pytest
from megaregion.layers.language import CONTEXT, REPORT, speak_language
from megaregion.measures.prepare.roles import CORE, SECONDARY, SMALL
from megaregion.measures.relations.coordination import RULES
from megaregion.measures.relations.policy import ADDRESSEES
from megaregion.measures.texts import speak, tr
from megaregion.measures.words import MEASURES, QUESTIONS, beside, shown
from pseudo_language import (
    ALGORITHMS,
    VOCABULARY,
    left_in_english,
    pseudo,
    texts_of_page,
    translations,
)
from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QTranslator
from sample_layers import ROOT, rows_of
from small_world import cities, city_rows, settings_of

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
    speak(pseudo)
    english = []
    for algorithm in (type(one)() for one in provider.algorithms()):
        algorithm.initAlgorithm()
        texts = [algorithm.displayName(), algorithm.group(), algorithm.shortDescription()]
        texts += algorithm.shortHelpString().split("<h3>")
        for parameter in algorithm.parameterDefinitions():
            texts += [parameter.description(), parameter.help()]
            texts += parameter.options() if hasattr(parameter, "options") else ()
        texts += [output.description() for output in algorithm.outputDefinitions()]
        english += [f"{algorithm.name()}: {text}" for text in texts if left_in_english(text)]
    assert not english, "\n".join(english)


@pytest.mark.parametrize("name", ALGORITHMS)
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


# Algorithms and their outputs that are drawn
DRAWN = {
    "markcores": ["OUTPUT"],
    "citygrowth": ["OUTPUT"],
    "unevenness": ["REGIONS"],
    "unevennesschange": ["REGIONS"],
    "unevennesstrend": ["REGIONS"],
    "corediffs": ["OUTPUT"],
    "citytypes": ["OUTPUT"],
    "nighttimelight": ["OUTPUT"],
    "flows": ["OUTPUT", "CITIES"],
    "spatialpattern": ["OUTPUT"],
    "complementarity": ["OUTPUT"],
    "policythemes": ["MAP"],
}


def words_on_canvas(name, outputs, folder):
    """Names, column words and legends of results, put on the canvas as the desktop does it."""
    rows = city_rows()
    rows[-1].update(gdp_2023=None, pop_2023=None, s1=None)  # so that a legend has "No data"
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"OUTPUT": "memory:", **settings_of(name, folder, cities(rows))}
    output = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    given.update(dict.fromkeys(outputs, output))
    processing.run(f"megaregion:{name}", given, context=context, is_child_algorithm=True)
    words = []
    for key, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(key, context)
        details.postProcessor().postProcessLayer(layer, context, None)
        words.append(details.name)
        words += [field.alias() for field in layer.fields() if field.alias()]
        words += [item.label() for item in layer.renderer().legendSymbolItems()]
        if layer.diagramRenderer():
            words += layer.diagramRenderer().diagramSettings()[0].categoryLabels
    return words


@pytest.mark.parametrize("name", DRAWN)
def test_what_the_canvas_shows_is_translated(provider, tmp_path, name):
    speak(pseudo)
    words = words_on_canvas(name, DRAWN[name], tmp_path)
    assert len(words) > 2
    english = [text for text in words if left_in_english(text)]
    assert not english, "\n".join(english)


def test_the_words_of_the_literature():
    speak_language("zh_CN")
    words = {
        "municipality": "直辖市",
        "provincial capital": "省会城市",
        "sub-provincial": "副省级城市",
        "prefecture": "地级市",
        "core": "核心",
        "2 balanced": "2 balanced",
        "manufacturing anchor, also innovation collaborator": "制造业支柱型，兼创新协作型",
        "balanced, little mining": "均衡型，采矿业偏弱",
        "high seas, type 3": "seas突出型，第3类",
        "a name of the user's": "a name of the user's",
        "connectivity": "互联",
    }
    assert {value: shown(value) for value in words} == words
    assert beside("sub-provincial") == "sub-provincial（副省级城市）"
    assert beside("county") == "county"
    speak(None)
    assert {value: shown(value) for value in words} == dict(zip(words, words))


def test_every_word_of_the_vocabularies_is_shown_in_chinese():
    roles = json.loads((ROOT / "resources" / "roles.json").read_text(encoding="utf-8"))
    known = [role["role"] for role in roles["roles"]] + [roles["balanced"]]
    rows = list(csv.reader(VOCABULARY.open(encoding="utf-8")))[1:]
    known += [word for _, *words in rows for word in words]
    known += [*ADDRESSEES, CORE, SECONDARY, SMALL]
    speak_language("zh_CN")
    assert not [word for word in known if re.search("[A-Za-z]", shown(word))]


@pytest.mark.parametrize("rule", RULES)
def test_questions_of_the_coordination_profile_are_shown_in_chinese(rule):
    question = rule.question.format(
        first=0.25, second=0.125, first_indicator="产值", second_indicator="产值"
    )
    speak_language("zh_CN")
    assert not re.search("[A-Za-z]", shown(question, QUESTIONS))
    assert re.findall(r"[\d.]+", shown(question, QUESTIONS)) == re.findall(
        r"[\d.]+(?=\D)", question
    )


def test_measures_of_the_coordination_profile_are_shown_in_chinese(run):
    flows, _ = run("flows", **settings_of("flows", None), OUTPUT="memory:", SUMMARY="memory:")
    policy, _ = run("policythemes", **settings_of("policythemes", None), OUTPUT="memory:")
    inputs = {"FLOWS_SUMMARY": flows["SUMMARY"], "POLICY": policy["OUTPUT"]}
    for name, parameter, output in (
        ("unevenness", "UNEVENNESS", "OUTPUT"),
        ("unevennesschange", "CHANGE", "OUTPUT"),
        ("polycentricity", "POLYCENTRICITY", "OUTPUT"),
        ("complementarity", "COMPLEMENTARITY", "SUMMARY"),
    ):
        made, _ = run(name, **{"OUTPUT": "memory:", **settings_of(name, None), output: "memory:"})
        inputs[parameter] = made[output]
    given = settings_of("coordinationprofile", None, cities())
    found, _ = run("coordinationprofile", **given, **inputs, LEVEL_FIELD="lvl", OUTPUT="memory:")
    measures = {row["measure"] for row in rows_of(found["OUTPUT"])}
    assert len(measures) > 15
    speak_language("zh_CN")
    words = [shown(measure, MEASURES) for measure in measures]
    assert not [text for text in words if re.search("[A-Za-z]{4}", text)]
