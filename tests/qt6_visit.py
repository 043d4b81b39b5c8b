"""Run by `test_qt6.py` in a Python of its own: the plugin on Qt 6, with a QGIS that does nothing.

Every class of QGIS is made up when it is asked for; Qt is the real PyQt6, with the few old names
that QGIS 4 adds to it itself (`python/PyQt6/PyQt/QtCore.py` in its source).
"""

import ast
import importlib
import importlib.util
import json
import os
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("measures", "layers", "cartography", "processing_algorithms", "megaregion_plugin")


class Made(type):
    """Classes whose every attribute is another made-up class."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = type.__call__(Made, name, (Nothing,), {})
        setattr(cls, name, made)
        return made

    def __or__(cls, other):
        return cls


class Nothing(metaclass=Made):
    def __init__(self, *_, **__):
        pass


class MadeModule(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        kind = Exception if name.endswith("Exception") else None
        made = type(name, (kind,), {}) if kind else type.__call__(Made, name, (Nothing,), {})
        setattr(self, name, made)
        return made


def pretend_qgis():
    from PyQt6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets, QtXml

    qt = {"QtCore": QtCore, "QtGui": QtGui, "QtSvg": QtSvg, "QtWidgets": QtWidgets, "QtXml": QtXml}
    qt["QtPrintSupport"] = QtPrintSupport
    kinds = QtCore.QMetaType.Type
    old = {"Int": kinds.Int, "Double": kinds.Double, "String": kinds.QString, "Bool": kinds.Bool}
    old |= {"Date": kinds.QDate, "DateTime": kinds.QDateTime, "Time": kinds.QTime}
    old |= {"Map": kinds.QVariantMap, "List": kinds.QVariantList, "StringList": kinds.QStringList}
    old |= {"ByteArray": kinds.QByteArray, "LongLong": kinds.LongLong, "UInt": kinds.UInt}
    old |= {"ULongLong": kinds.ULongLong}
    for name, kind in old.items():
        setattr(QtCore.QVariant, name, kind)
    package = MadeModule("qgis")
    package.__path__ = []
    sys.modules["qgis"] = package
    for name in ("core", "gui", "utils", "processing"):
        module = MadeModule(f"qgis.{name}")
        sys.modules[f"qgis.{name}"] = module
        setattr(package, name, module)
    package.core.Qgis = type("Qgis", (Nothing,), {"QGIS_VERSION_INT": 40000})
    package.core.QgsApplication = type(
        "QgsApplication", (Nothing,), {"qgisSettingsDirPath": staticmethod(lambda: "/nowhere")}
    )
    package.gui.QgsDockWidget = QtWidgets.QDockWidget
    package.PyQt = sys.modules["qgis.PyQt"] = types.ModuleType("qgis.PyQt")
    package.PyQt.__path__ = []
    for name, module in qt.items():
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(package.PyQt, name, module)


def load_plugin():
    spec = importlib.util.spec_from_file_location(
        "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["megaregion"] = package
    spec.loader.exec_module(package)


def every_module():
    """Import all of them; how many there are."""
    names = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            names.append(".".join(p for p in parts if p != "__init__"))
    for name in names:
        importlib.import_module(f"megaregion.{name}")
    return len(names)


def wrong_names():
    """What the sources take from Qt's classes by names that Qt 6 does not have."""
    wrong = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            classes = {
                alias.asname or alias.name: getattr(sys.modules[node.module], alias.name)
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.")
                for alias in node.names
            }
            for node in ast.walk(tree):
                names = chain(node)
                if names and names[0] in classes:
                    found = classes[names[0]]
                    for name in names[1:]:
                        if not hasattr(found, name):
                            wrong.append(f"{path.name}:{node.lineno} {'.'.join(names)}")
                            break
                        found = getattr(found, name)
    return wrong


def chain(node):
    """The names of `a.b.c`, None where it is something else."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) and names else None


def a_printed_text(folder):
    """Text, a table and a chart with Chinese names, laid out and drawn on the pages of a PDF."""
    from megaregion.cartography.charts import new_figure, to_svg
    from megaregion.cartography.report.document import Chart, Heading, Table, Text
    from megaregion.cartography.report.pages.flow import Flow
    from megaregion.cartography.report.pages.fonts import report_font
    from PyQt6.QtCore import QSizeF
    from PyQt6.QtGui import QPainter, QPdfWriter

    figure = new_figure(90, 60)
    figure.subplots().barh(["North", "South"], [1, 2])
    parts = [
        Heading(1, "规划"),
        Text("Words that fill lines. " * 400),
        Table(["City", "GDP"], [["合肥市", 1.0]] * 90),
        Chart(to_svg(figure, "Two", "bars"), "Two bars", "two.svg", 1),
    ]
    path = folder / "flow.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    flow = Flow(parts, writer, QSizeF(2000, 3000), report_font(True), lambda figure: "")
    painter = QPainter(writer)
    for page in range(flow.pages):
        if page:
            writer.newPage()
        flow.draw(painter, page)
    painter.end()
    return {"pages": flow.pages, "of": flow.page_of, "bytes": path.stat().st_size}


def an_install_dialog():
    from megaregion.megaregion_plugin.install_dialog import InstallDialog

    dialog = InstallDialog()
    title = dialog.windowTitle()
    dialog.reject()
    return title


def main():
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    pretend_qgis()
    load_plugin()
    from PyQt6.QtWidgets import QApplication

    application = QApplication([])
    found = {"modules": every_module(), "wrong": wrong_names(), "dialog": an_install_dialog()}
    found["text"] = a_printed_text(Path(sys.argv[1]))
    print(json.dumps(found))
    application.quit()


main()
