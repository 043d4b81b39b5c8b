"""A visit to the plugin in the desktop, run inside QGIS by `test_desktop.py`.

MR_VISIT holds the settings as JSON: the zip, the folder for screenshots and result, and the visit.
Every click is one on a real widget.
"""

import faulthandler
import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, unloadPlugin

SETTINGS = json.loads(os.environ["MR_VISIT"])
FOLDER = Path(SETTINGS["folder"])
result = {"clicks": [], "said": []}


def click(widget, what):
    """One click of the left button; it counts."""
    assert widget.isVisible(), what
    assert widget.isEnabled(), (what, widget.toolTip())
    result["clicks"].append(what)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait(until, seconds=240):
    """Let QGIS work until something is so."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "waited too long"
        QTest.qWait(50)


def picture(name):
    """The whole screen."""
    iface.mapCanvas().waitWhileRendering()
    QTest.qWait(300)
    screen = QApplication.primaryScreen()
    screen.grabWindow(0).save(str(FOLDER / f"{name}.png"))


def install():
    """As 'Install from ZIP' does it."""
    import pyplugin_installer

    pyplugin_installer.initPluginInstaller()
    pyplugin_installer.instance().installFromZipFile(SETTINGS["zip"])
    assert "megaregion" in plugins, "not loaded"


def tool_button():
    plugin = plugins["megaregion"]
    (button,) = [
        widget for widget in plugin.tool.associatedWidgets() if widget.inherits("QToolBar")
    ]
    return button.widgetForAction(plugin.tool)


def open_panel():
    button = tool_button()
    wait(button.isVisible, 10)  # the toolbar makes room
    click(button, "panel")
    panel = plugins["megaregion"].panel
    wait(panel.isVisible)
    iface.mainWindow().resizeDocks([panel], [430], Qt.Orientation.Horizontal)
    return panel


def finished(panel):
    return lambda: not panel.runner.is_running() and not panel._waiting


def layers():
    """Name to what a visitor sees of the layer."""
    return {
        layer.name(): {
            "renderer": layer.renderer().type() if layer.isSpatial() else None,
            "features": layer.featureCount(),
            "aliases": {f.name(): f.alias() for f in layer.fields() if f.alias()},
            "labels": layer.labelsEnabled(),
        }
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
    }


def texts(panel):
    from qgis.PyQt.QtWidgets import QLabel

    return [label.text() for label in panel.results.findChildren(QLabel)]


def example():
    """The example, loaded and run."""
    panel = open_panel()
    picture("1-panel")
    click(panel.load_button, "load")
    picture("2-example")
    result["loaded"] = layers()
    click(panel.buttons["unevenness"], "unevenness")
    wait(finished(panel))
    picture("3-unevenness")
    panel.form.folder.setFilePath(str(FOLDER / "report"))
    click(panel.run_button, "run")
    wait(finished(panel), 400)
    result["message"] = panel.message.text()
    picture("4-results")
    panel.tabs.setCurrentIndex(0)
    picture("5-fields")
    panel.tabs.setCurrentWidget(panel.table)
    layer = panel.layer_box.currentLayer()
    layer.selectByIds([next(layer.getFeatures()).id()])
    result["marked_rows"] = len(panel.table.selectionModel().selectedRows())
    panel.table.selectRow(3)
    result["selected_on_map"] = layer.selectedFeatureCount()
    picture("6-cities")
    result["said"] = texts(panel)


def own():
    """An own layer; nothing is set by hand."""
    iface.addVectorLayer(SETTINGS["layer"], "", "ogr")
    panel = open_panel()
    result["chosen"] = {key: box.currentField() for key, box in panel.form.fields.items()} | {
        "indicators": panel.form.indicators.checkedItemsData()
    }
    picture("1-panel")
    click(panel.buttons["unevenness"], "unevenness")
    wait(finished(panel))
    result["message"] = panel.message.text()
    picture("2-unevenness")
    result["said"] = texts(panel)


def dialog():
    """What the algorithms' own dialogs take for the fields that are needed."""
    from qgis import processing

    layer = iface.addVectorLayer(SETTINGS["layer"], "", "ogr")
    result["first_field"] = layer.fields()[0].name()
    result["fields"] = {}
    for algorithm, name in (("unevenness", "REGION_FIELD"), ("joincitytable", "KEY_FIELD")):
        shown = processing.createAlgorithmDialog(f"megaregion:{algorithm}", {})
        shown.show()
        QTest.qWait(500)
        value = shown.mainWidget().wrappers[name].parameterValue()
        result["fields"][name] = value if isinstance(value, str) else ""
        picture(f"1-{algorithm}")
        shown.close()


def leave():
    """Unloading takes everything away."""
    result["layers"] = layers()
    unloadPlugin("megaregion")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    result["provider_left"] = (
        QgsApplication.processingRegistry().providerById("megaregion") is not None
    )
    result["menu_left"] = [a.text() for a in iface.pluginMenu().actions() if "Mega" in a.text()]


def fail(kind, error, trace):
    """An error in a slot, which QGIS would show in a dialog, ends the visit."""
    result["error"] = "".join(traceback.format_exception(kind, error, trace))
    picture("error")
    end()


def end():
    (FOLDER / "result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    os._exit(0)


def visit():
    sys.excepthook = fail
    iface.mainWindow().resize(1500, 940)
    iface.mainWindow().move(0, 0)
    try:
        install()
        {"example": example, "own": own, "dialog": dialog}[SETTINGS["visit"]]()
        leave()
    except BaseException:
        result["error"] = traceback.format_exc()
        picture("error")
    end()


def stuck():
    """Whatever is open then, such as a message box, is on the picture."""
    faulthandler.dump_traceback()
    picture("stuck")


QTimer.singleShot(1500, visit)
QTimer.singleShot(SETTINGS.get("patience", 300) * 1000, stuck)
