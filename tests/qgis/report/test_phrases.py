"""Every English phrase of the planning report has its Chinese."""

import ast
import json
import re
import string
import sys

import numpy as np
import pytest
from megaregion.cartography import method
from megaregion.cartography.light.charts import light_chart
from megaregion.cartography.relations import flows
from megaregion.cartography.report.chapters.light import light_means
from megaregion.cartography.report.chapters.policy import in_words
from megaregion.cartography.report.charts import region_among_all, region_dots
from megaregion.cartography.report.maps import project, themes
from megaregion.cartography.report.phrases import CHINESE, ENGLISH, Phrases
from megaregion.cartography.report.wishes import Wishes
from megaregion.cartography.typology.charts import profile_chart
from megaregion.cartography.unevenness.charts import dumbbells, heat_table, nested_bars
from megaregion.layers.language import speak_language
from megaregion.measures.relations.coordination import RULES
from megaregion.measures.texts import speak
from sample_layers import ROOT

sys.path.insert(0, str(ROOT / "i18n"))
from extract import report_texts, translations

TRANSLATIONS = translations("report")
SOURCES = [
    *(ROOT / "cartography" / "report").rglob("*.py"),
    ROOT / "cartography" / "projection.py",
    ROOT / "processing_algorithms" / "planningreport.py",
    ROOT / "processing_algorithms" / "reportsteps.py",
    ROOT / "processing_algorithms" / "reportcities.py",
]
# Name of a called function or method to the place of the phrase among its arguments
PLACES = {
    "t": 0,
    "phrases": 0,
    "plain": 0,
    "titled": 0,
    "text": 0,
    "leave_out": 0,
    "collect": 2,
    "fill_legend": 1,
}
# The same of methods that writers and documents have in another order
PLACES_OF_OWNER = {
    ("writer", "map"): 1,
    ("writer", "chart"): 3,
    ("d", "map"): 2,
    ("d", "chart"): 2,
}
METHODS = {"THEIL", "DAGUM", "NESTED", "CHANGE_INTERVAL", "CHANGE_P", "ROLE_P", "FDR"}
DOCUMENTS = {"d", "document", "first"}  # what documents are called where chapters are added


def constants(node):
    """The text of a literal; of a list, those of its members."""
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    members = node.elts if isinstance(node, ast.List) else [node]
    return [m.value for m in members if isinstance(m, ast.Constant) and isinstance(m.value, str)]


def of_call(node):
    """The phrases that a call passes on."""
    name = getattr(node.func, "attr", getattr(node.func, "id", None))
    owner = getattr(getattr(node.func, "value", None), "id", None)
    if name == "table" and owner in DOCUMENTS:
        return constants(node.args[0])
    if name == "chapter" and owner in DOCUMENTS:
        return constants(node.args[0])
    # A parameter's value is read with text("TITLE") too.
    if name == "text" and owner not in DOCUMENTS:
        return []
    place = PLACES_OF_OWNER.get((owner, name), PLACES.get(name))
    if place is None or len(node.args) <= place:
        return []
    return constants(node.args[place])


def of_assignment(node):
    """The cells of a table's header that is a variable."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return constants(node.value) if getattr(target, "id", None) in ("header", "heads") else []


def phrases_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield from of_call(node)
        elif isinstance(node, (ast.Assign, ast.AugAssign)):
            yield from of_assignment(node)
        elif path.stem == "fonts" and isinstance(node, ast.Return) and node.value is not None:
            yield from (text for text in constants(node.value) if " " in text)
        elif path.stem == "projection" and isinstance(node, ast.Constant):
            yield from (text for text in [node.value] if " {b}" in str(text))


def placeholders(text):
    return sorted((n, f) for _, n, f, _ in string.Formatter().parse(text) if n is not None)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_phrases_of_the_sources_are_translated(path):
    # A value alone, such as "{region}", has no words.
    wordy = {text for text in phrases_in(path) if re.sub(r"\{[^}]*\}", "", text)}
    assert sorted(wordy - set(TRANSLATIONS)) == []


def test_phrases_are_found():
    found = {text for path in SOURCES for text in phrases_in(path)}
    assert len(found) > 120
    assert {"Key findings", "Cores' share", "Theil: {indicator}", "Contents", "Cover"} <= found


def test_phrases_in_tables_of_the_sources_are_translated():
    texts = [
        "Core city",
        "Secondary city",
        "Small city",
        *map(flows.relation_word, flows.RELATION_COLOURS),
    ]
    texts += [text for name, text in vars(method).items() if name in METHODS]
    for title, heading in themes._THEMES.values():
        texts += [title, heading]
    for group, members in project.GROUPS.items():
        # The earlier regions are called after their indicator, light after its unit.
        names = members.keys() - {project.EARLIER, "nighttime_light"}
        texts += [group, *(name.replace("_", " ").capitalize() for name in names)]
    assert sorted(set(texts) - set(TRANSLATIONS)) == []


def test_the_phrases_are_those_that_are_translated():
    assert list(TRANSLATIONS) == report_texts()
    assert len(set(report_texts())) == len(report_texts())
    assert not [text for text in report_texts() if text != text.rstrip()]  # an editor strips blanks
    known = Phrases(CHINESE)
    assert {text: known(text) for text in TRANSLATIONS if "{" not in text} == {
        text: words for text, words in TRANSLATIONS.items() if "{" not in text
    }


def test_the_reports_language_is_not_that_of_qgis():
    try:
        speak_language("zh_CN")
        assert Phrases(ENGLISH)("Key findings") == "Key findings"
        speak_language("en")
        assert Phrases(CHINESE)("Key findings") == "主要结论"
    finally:
        speak(None)


def test_roles_of_types_are_translated():
    vocabulary = json.loads((ROOT / "resources" / "roles.json").read_text(encoding="utf-8"))
    names = [vocabulary["balanced"], *(entry["role"] for entry in vocabulary["roles"])]
    assert not set(names) - set(TRANSLATIONS)


@pytest.mark.parametrize("english", TRANSLATIONS)
def test_translations_have_the_same_placeholders(english):
    assert placeholders(TRANSLATIONS[english]) == placeholders(english)


def test_translations_are_chinese():
    wrong = [
        text
        for text in TRANSLATIONS.values()
        if not re.search(r"[\u4e00-\u9fff]", text)
        and re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}", "", text))
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Core city (27)", "核心城市（27）"),
        ("0.012 to 0.345", "0.012～0.345"),
        ("1,200 to 3e+05", "1,200～3e+05"),
        ("manufacturing anchor", "制造业支柱型"),
        ("2 manufacturing anchor, also balanced (1 city)", "2 制造业支柱型，兼均衡型（1）"),
        ("3 balanced, little 采矿业 (7 cities)", "3 均衡型，采矿业偏弱（7）"),
        ("balanced, type 4", "均衡型，第4类"),
        ("4 high 教育", "4 教育突出型"),
        ("4 自己的名称 (7 cities)", "4 自己的名称（7）"),
        ("采矿业: -2 to +0 percentage points", "采矿业：-2～+0个百分点"),
        ("2 balanced, little science (7 cities)", "2 均衡型，科学技术服务业偏弱（7）"),
        ("mining: 0.5 to 0.8 times the core's share", "采矿业：核心城市占比的0.5～0.8倍"),
        ("Weaker 1,234 flows (tick to draw)", "其余1,234条较弱联系流（勾选后显示）"),
        ("Somewhere (2)", "Somewhere (2)"),
    ],
)
def test_entries_of_legends(english, chinese):
    assert Phrases(CHINESE).plain(english) == chinese
    assert Phrases(ENGLISH).plain(english) == english


def test_words_of_the_user_are_left_alone():
    t = Phrases(CHINESE)
    for words in ("high tech", "ratio to mean", "grain, also rice"):
        assert t(words) == words
        assert t.svg(f"<text>{words}</text>") == f"<text>{words}</text>"


PLACE = {"region": "京津冀", "indicator": "人均<产值>", "year": 2023, "theil": 0.3}
PLACE |= {"theil_between": 0.2, "gini_between": 0.1, "between_regions": 0.1}
PLACE |= {"between_roles": 0.1, "within_roles": 0.1}
CHANGE = [
    {"region": f"群{i}", "indicator": "产值", "direction": name, "theil_change": i / 10}
    | {"theil_from": 0.1, "theil_to": 0.2, "ci_low": 0.0, "ci_high": 0.1}
    for i, name in enumerate(("widening", "narrowing", "stable"))
]
LIGHT = [
    {"region": "京津冀", "role": role, "date": year, "mean": 1.5}
    for year in ("2013", "2023")
    for role in ("core", "secondary")
]
CHARTS = {
    "heat": lambda: heat_table([PLACE]),
    "nested": lambda: nested_bars([PLACE]),
    "change": lambda: dumbbells(CHANGE),
    "light of one year": lambda: light_chart(*light_means(LIGHT[:2]), "显示亮度"),
    "light of two years": lambda: light_chart(*light_means(LIGHT), "显示亮度"),
    "ranked": lambda: region_dots([("京津冀", 0.5), ("长三角", 0.7)], "多中心性：产值"),
    "among all": lambda: region_among_all([("泰尔指数：产值", [0.1, 0.4], 0.4)], "京津冀"),
    "profiles": lambda: profile_chart(np.array([[1.0, -1.0]]), ["1 均衡型"], ["采矿业", "制造业"]),
}


@pytest.mark.parametrize("name", CHARTS)
def test_no_english_is_left_in_charts(name):
    chart = Phrases(CHINESE).svg(CHARTS[name]())
    texts = re.findall(r"<(?:text|title|desc)\b[^>]*>([^<]*)<", chart)
    assert len(texts) > 4
    assert not [text for text in texts if re.search(r"[A-Za-z]", re.sub(r"&\w+;", "", text))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.first}-{rule.second}")
def test_questions_use_the_users_words(rule):
    question = rule.question.format(
        first=0.3, second=0.2, first_indicator="gdp", second_indicator="gdp"
    )
    names = {"gdp": "地区生产总值 [亿元]"}
    wishes = Wishes(["gdp_2023"], Phrases(CHINESE), "", names=names)
    asked = wishes.phrases(in_words(question, wishes))
    assert ("地区生产总值" in asked) == ("gdp" in question)
    assert not re.search("[A-Za-z]", asked)
    plain = Wishes(["gdp_2023"], Phrases(ENGLISH), "", names={"gdp": "Output"})
    assert in_words(question, plain) == question.replace("gdp", "Output")


def test_a_question_of_somebody_else_stays_as_it_is():
    wishes = Wishes(["gdp_2023"], Phrases(ENGLISH), "", names={"gdp": "Output"})
    assert in_words("Does gdp matter?", wishes) == "Does gdp matter?"


def test_long_lists_say_how_many_more_there_are():
    names = [f"N{number}" for number in range(1300)]
    english, chinese = Phrases(), Phrases(CHINESE)
    assert english.listed(names[:100]).endswith(", N98, N99")
    assert english.listed(names).endswith(", N98, N99 and 1,200 others")
    assert chinese.listed(names).endswith("、N98、N99及另外1,200个")
