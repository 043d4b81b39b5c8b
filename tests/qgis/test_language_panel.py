"""The panel, its menu and its dialogs, the models' and functions' help: no text stays English."""

import re
import time

import pytest
from megaregion.layers import packages
from megaregion.measures.texts import speak
from megaregion.megaregion_plugin import expressions, installer
from megaregion.megaregion_plugin.install_dialog import InstallDialog
from megaregion.megaregion_plugin.library import add_to_profile
from megaregion.megaregion_plugin.panel.dock import Panel
from megaregion.megaregion_plugin.panel.steps import Chosen, steps
from megaregion.megaregion_plugin.plugin import MegaRegionPlugin
from pseudo_language import left_in_english, pseudo
from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QWidget,
)
from small_world import cities, city_rows


@pytest.fixture(autouse=True)
def other_language():
    speak(pseudo)
    yield
    speak(None)
    QgsProject.instance().clear()


def texts_of(widget):
    """Every text of a window: titles, labels, buttons, hints, tabs, menus and tooltips."""
    found = [widget.windowTitle()]
    for part in (widget, *widget.findChildren(QWidget)):
        found += [part.toolTip(), part.statusTip(), part.whatsThis()]
        if isinstance(part, (QAbstractButton, QLabel)):
            found.append(part.text())
        if isinstance(part, (QLineEdit, QPlainTextEdit)):
            found.append(part.placeholderText())
        if isinstance(part, QProgressBar):
            found.append(part.format())
        if isinstance(part, QTabWidget):
            found += [part.tabText(place) for place in range(part.count())]
        if isinstance(part, QMenu):
            found += [part.title(), *(action.text() for action in part.actions())]
        if hasattr(part, "defaultText"):
            found.append(part.defaultText())
    return [text for text in found if text]


NAMES = "Mega-Region Analyst|scikit-learn|numpy|scipy|matplotlib|OSGeo4W|Shell|mega-region-report"
OF_QGIS = ("Browse", "Select All", "Deselect All")  # it translates its own widgets itself


def english_in(texts):
    """The texts with English words, but for names, commands, paths and tags."""
    plain = {text: re.sub(rf"{NAMES}|(?<!\w)'[^']*'|/[^ ;]*|<[^>]*>", " ", text) for text in texts}
    return sorted(t for t, rest in plain.items() if t not in OF_QGIS and left_in_english(rest))


def wait(panel, seconds=60):
    end = time.monotonic() + seconds
    while panel.runner.is_running() or panel._waiting:
        assert time.monotonic() < end, "waited too long"
        QTest.qWait(20)


@pytest.fixture
def panel(desktop, provider):
    made = Panel(desktop)
    yield made
    made.let_go()
    made.deleteLater()


def layer_without(*names, **values):
    rows = [{k: v for k, v in {**row, **values}.items() if k not in names} for row in city_rows()]
    return QgsProject.instance().addMapLayer(cities(rows))


def test_the_empty_panel(panel):
    found = texts_of(panel)
    assert len(found) > 30
    assert not english_in(found)


def test_results_and_errors_in_the_panel(panel):
    panel.choose(layer_without("mr_role", "mr_type", "city"))
    words = []
    panel.runner.advanced.connect(lambda text, _: words.append(text))
    panel.run(["unevenness", "types"])
    wait(panel)
    found = texts_of(panel)
    panel.choose(layer_without("mr_role", gdp_2006=-1.0))
    panel.run(["unevenness"])
    wait(panel)
    assert panel.message.text()
    found += texts_of(panel)
    panel.run(["unevenness", "change"])
    panel.cancel()
    wait(panel)
    found += [*texts_of(panel), *words]
    assert words
    named = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert not english_in(found + [name for name in named if name != "cities"])


def test_the_example(panel):
    panel.load_example()
    words = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    words += [field.alias() for field in panel.layer_box.currentLayer().fields()]
    assert len(words) > 20
    assert not english_in(words)


COMPLETE = {
    "layer": "id",
    "polygons": True,
    "region": "reg",
    "name": "city",
    "level": "lvl",
    "indicators": ["gdp_2006", "gdp_2023"],
    "sectors": ["s1", "s2"],
    "rasters": ["light"],
    "folder": "somewhere",
}


def test_what_is_missing():
    said = set()
    for step in steps():
        said |= {step.title, step.tip}
        for name in COMPLETE:
            said.add(step.needs(Chosen(**{k: v for k, v in COMPLETE.items() if k != name})))
        said.add(step.needs(Chosen(**{**COMPLETE, "indicators": ["gdp_2006"]})))
    points = Chosen(**{**COMPLETE, "polygons": False, "points": True, "crs": "EPSG:4326"})
    runs = [run for step in steps() if step.key == "light" for run in step.plan(points)]
    said |= {text for run in runs for text in (run.title, run.remark)}
    assert len(said) > 20
    assert not english_in(said)


def test_the_menu_and_what_it_says(desktop, provider, monkeypatch):
    monkeypatch.setattr(MegaRegionPlugin, "initProcessing", lambda self: None)
    monkeypatch.setattr(expressions, "unregister", lambda: None)
    plugin = MegaRegionPlugin(desktop)
    plugin.initGui()
    actions = plugin.menu.findChildren(QAction)
    found = [text for action in actions for text in (action.text(), action.toolTip())]
    plugin.unload()
    assert len(found) > 10
    assert not english_in([*found, add_to_profile()])


def test_the_dialog_that_installs():
    dialog = InstallDialog()
    found = [text.replace(str(packages.own_folder()), "") for text in texts_of(dialog)]
    dialog.offline.setChecked(True)
    dialog.start()
    found.append(dialog.result.text())
    said = []
    dialog.installation.ended.connect(lambda _, text: said.append(text))
    for lines in (["No module named pip"], []):
        found.append(installer._reason(lines))
    dialog.installation._cancelled = True
    dialog.installation._finish(1)
    dialog.installation._cancelled = False
    dialog.installation._finish(0)
    assert len(said) == 2
    assert not english_in([*found, *said])
    dialog.deleteLater()


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_what_to_do_about_a_missing_package(monkeypatch, platform):
    monkeypatch.setattr(packages.sys, "platform", platform)
    ways = {packages.missing_text(name) for name in ("scikit-learn", "matplotlib")}
    assert len(ways) == 2
    assert not english_in(ways)


def test_help_of_the_functions(provider, request):
    expressions.unregister()
    expressions.register()
    request.addfinalizer(english_functions)
    pages = [one.helpText() for one in expressions._functions]
    assert len(pages) == 2
    examples = r"<(h3|pre|b)>.*?</\1>"
    assert not english_in(re.sub(examples, " ", page) for page in pages)


def english_functions():
    speak(None)
    expressions.unregister()
    expressions.register()
