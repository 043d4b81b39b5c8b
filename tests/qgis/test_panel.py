"""The panel: what it needs, runs and shows, with real layers and real runs."""

import time

import pytest
import small_world
from megaregion.megaregion_plugin.panel.dock import Panel
from megaregion.megaregion_plugin.panel.steps import Chosen, Output, steps
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QToolButton
from sample_layers import make_layer

STEPS = {step.key: step for step in steps()}
FULL = {
    "layer": "id",
    "polygons": True,
    "region": "reg",
    "name": "city",
    "level": "lvl",
    "indicators": ["gdp_2006", "gdp_2023", "pop_2023"],
    "sectors": ["s1", "s2"],
    "rasters": ["light"],
    "folder": "somewhere",
}


def without_roles():
    return [
        {name: value for name, value in row.items() if name not in ("mr_role", "mr_type")}
        for row in small_world.city_rows()
    ]


@pytest.fixture
def project():
    """The project, emptied afterwards."""
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def panel(desktop, project, provider):
    layer = small_world.cities(without_roles())
    project.addMapLayer(layer)
    made = Panel(desktop)
    made.choose(layer)
    yield made
    made.let_go()
    made.deleteLater()


def wait(panel, seconds=60):
    end = time.monotonic() + seconds
    while panel.runner.is_running() or panel._waiting:
        assert time.monotonic() < end, "waited too long"
        QTest.qWait(20)


def tick(box, names):
    """Tick these and no others, as the user does."""
    for row in range(box.count()):
        wanted = box.itemData(row) in names
        box.setItemCheckState(row, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def said(panel):
    return [label.text() for label in panel.results.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("step", "lacking", "words"),
    [
        ("mark", "layer", "Choose the layer of cities"),
        ("unevenness", "region", "names the mega-region"),
        ("unevenness", "level", "which cities are cores"),
        ("unevenness", "indicators", "one or more indicators"),
        ("types", "sectors", "two or more sectors"),
        ("light", "polygons", "areas"),
        ("light", "rasters", "raster of night light"),
        ("report", "name", "cities' names"),
        ("report", "folder", "folder of the report"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(step, lacking, words):
    assert STEPS[step].needs(Chosen(**FULL)) == ""
    rest = {name: value for name, value in FULL.items() if name != lacking}
    assert words in STEPS[step].needs(Chosen(**rest))


def test_change_needs_two_years_of_one_indicator():
    change = STEPS["change"]
    one_year = {**FULL, "indicators": ["gdp_2006", "pop_2023"]}
    assert "No indicator has two years" in change.needs(Chosen(**one_year))
    assert change.needs(Chosen(**{**one_year, "year": "year"})) == ""
    (_, run) = change.plan(Chosen(**FULL))
    assert run.parameters["INDICATORS"] == ["gdp_2006", "gdp_2023"]


def test_cores_are_marked_first_where_there_are_no_roles():
    first, second = STEPS["unevenness"].plan(Chosen(**FULL))
    assert (first.algorithm, first.parameters["RULE"]) == ("markcores", 0)
    assert second.parameters["INPUT"] == Output("markcores", "OUTPUT")
    (only,) = STEPS["unevenness"].plan(Chosen(**FULL, role="mr_role"))
    assert only.parameters["ROLE_FIELD"] == "mr_role"
    largest = {**FULL, "level": "", "population": "pop_2023"}
    first, _ = STEPS["unevenness"].plan(Chosen(**largest))
    assert (first.parameters["RULE"], first.parameters["POPULATION_FIELD"]) == (4, "pop_2023")


def test_one_click_makes_roles_and_the_map(panel, project):
    panel.buttons["unevenness"].click()
    assert not panel.buttons["types"].isEnabled()
    assert panel.cancel_button.isEnabled()
    wait(panel)
    names = {layer.name(): layer for layer in project.mapLayers().values()}
    regions = names["Theil between cores and secondary cities, GDP 2023"]
    assert regions.renderer().type() == "graduatedSymbol"
    assert regions.labelsEnabled()
    assert panel.layer_box.currentLayer() is names["Cities with roles"]
    assert panel.form.chosen().role == "mr_role"
    assert any("GDP 2023 is most uneven in" in text for text in said(panel))
    table = names["Unevenness"]
    index = table.fields().lookupField("theil_between")
    assert table.fields()[index].alias() == "Theil between cores and secondary cities"
    assert table.editorWidgetSetup(index).config()["Precision"] == 4
    buttons = {button.text() for button in panel.results.findChildren(QToolButton)}
    assert buttons == {"Show on map", "Open table", "Open page"}
    assert not panel.cancel_button.isEnabled()
    assert panel.buttons["unevenness"].isEnabled()


def test_runs_are_in_the_history_as_commands(panel, monkeypatch):
    kept = []
    history = pytest.importorskip("processing.core.ProcessingLog")  # before QGIS 3.24
    monkeypatch.setattr(history.ProcessingLog, "addToLog", kept.append)
    panel.run(["mark"])
    wait(panel)
    (command,) = kept
    assert command.startswith('processing.run("megaregion:markcores"')
    assert "'REGION_FIELD':'reg'" in command


def test_corrections_stay_when_the_panel_moves_on_to_the_marked_cities(panel):
    panel.form.fields["name"].setField("adcode")
    tick(panel.form.indicators, ["pop_2023"])
    panel.run(["mark"])
    wait(panel)
    chosen = panel.form.chosen()
    assert (chosen.name, chosen.indicators) == ("adcode", ["pop_2023"])
    assert chosen.role == "mr_role"


def test_cancel_ends_it_and_says_so(panel, project):
    panel.run(["unevenness", "change"])
    panel.cancel()
    wait(panel)
    assert panel.message.text() in ("Cancelled.", "")
    assert "Change of unevenness" not in {x.name() for x in project.mapLayers().values()}
    assert panel.buttons["unevenness"].isEnabled()


def test_an_error_is_one_sentence_and_the_panel_goes_on(panel, project):
    rows = without_roles()
    rows[0]["gdp_2023"] = -1.0
    layer = small_world.cities(rows)
    project.addMapLayer(layer)
    panel.choose(layer)
    tick(panel.form.indicators, ["gdp_2023"])
    panel.run(["unevenness"])
    wait(panel)
    assert "negative" in panel.message.text()
    assert "Traceback" not in panel.message.text()
    tick(panel.form.indicators, ["gdp_2006"])
    panel.run(["unevenness"])
    wait(panel)
    assert panel.message.text().startswith("Change: No indicator has two years")


def test_map_and_table_are_linked_both_ways(panel):
    layer = panel.layer_box.currentLayer()
    table = panel.table
    assert table.rowCount() == 12
    some = [
        feature.id() for feature in layer.getFeatures() if feature["city"] in ("City 3", "City 7")
    ]
    layer.selectByIds(some)
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert {table.item(row, 0).text() for row in rows} == {"City 3", "City 7"}
    table.selectRow(0)
    (selected,) = layer.selectedFeatures()
    assert selected["city"] == table.item(0, 0).text()
    table.sortItems(2)  # sorting moves rows, not who they are
    layer.selectByIds(some)
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert {table.item(row, 0).text() for row in rows} == {"City 3", "City 7"}


def test_a_layer_that_is_removed_leaves_nothing_behind(panel, project):
    project.removeMapLayer(panel.layer_box.currentLayer().id())
    assert panel.table.rowCount() == 0
    assert panel.form.chosen().layer == ""
    assert not panel.buttons["mark"].isEnabled()
    assert "load the example" in panel.message.text()


def test_the_example_has_words_and_units(desktop, project, provider):
    panel = Panel(desktop)
    panel.load_example()
    panel.load_example()  # once is enough
    layers = [x for x in project.mapLayers().values() if isinstance(x, QgsVectorLayer)]
    (layer,) = layers
    assert layer.featureCount() == 192
    aliases = {field.name(): field.alias() for field in layer.fields()}
    assert all(aliases.values())
    assert aliases["gdp_2023"] == "GDP 2023 [100 million yuan]"
    assert aliases["emp_mining"] == "Mining [persons employed]"
    types = {field.name(): field.typeName() for field in layer.fields()}
    assert (types["adcode"], types["gdp_2023"]) == ("String", "Real")
    chosen = panel.form.chosen()
    assert (chosen.region, chosen.name) == ("mega_region", "city_en")
    assert len(chosen.rasters) == 1
    assert chosen.lit_above == 50
    assert not [step.key for step in STEPS.values() if step.needs(chosen)]
    panel.let_go()


def test_light_of_points_is_measured_in_circles_on_the_ground(panel, project, desktop):
    rows = [{"city": "Equator", "reg": "A"}, {"city": "North", "reg": "A"}]
    layer = make_layer(rows, ["Point(100 0)", "Point(100 60)"], kind="Point")
    project.addMapLayer(layer)
    chosen = Chosen(layer=layer.id(), points=True, crs="EPSG:4326", rasters=["x"])
    around, light = STEPS["light"].plan(chosen)
    from qgis import processing
    from qgis.core import QgsDistanceArea

    made = processing.run(
        around.algorithm, {**around.parameters, "INPUT": layer, "OUTPUT": "memory:"}
    )
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    areas = [measure.measureArea(f.geometry()) / 1e6 for f in made["OUTPUT"].getFeatures()]
    assert areas == pytest.approx([1963.5, 1963.5], rel=0.02)  # pi 25²
    assert light.parameters["INPUT"] == Output(around.algorithm, "OUTPUT")


def test_the_plugin_makes_the_panel_when_it_is_first_asked_for(desktop, provider, monkeypatch):
    from megaregion.megaregion_plugin import expressions
    from megaregion.megaregion_plugin.plugin import MegaRegionPlugin

    monkeypatch.setattr(MegaRegionPlugin, "initProcessing", lambda self: None)
    monkeypatch.setattr(expressions, "unregister", lambda: None)
    plugin = MegaRegionPlugin(desktop)
    plugin.initGui()
    assert plugin.panel is None
    first = plugin.open_panel()
    assert plugin.open_panel() is first
    assert {b.text() for b in first.findChildren(QPushButton)} >= {"Load the example", "Cancel"}
    plugin.unload()
    assert plugin.panel is plugin.menu is plugin.tool is None
