"""QGIS 4 brings Qt 6, and takes no enums but by the names of their classes."""

import ast
import enum
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ["layers", "cartography", "processing_algorithms", "megaregion_plugin"]
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    """What `qt6_visit.py` found, with the folder that it wrote into."""
    folder = tmp_path_factory.mktemp("qt6")
    script = Path(__file__).with_name("qt6_visit.py")
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1]), folder


def test_every_module_loads_on_qt_6(visit):
    found, _ = visit
    measures = sorted((ROOT / "measures").rglob("*.py"))
    assert found["modules"] == len(SOURCES) + len(measures)
    assert found["dialog"] == "Install scikit-learn"


def test_qt_6_has_every_name_that_is_taken_from_it(visit):
    found, _ = visit
    assert found["wrong"] == []


def test_the_report_is_printed_on_qt_6(visit):
    found, folder = visit
    pages = PdfReader(folder / "flow.pdf").pages
    assert len(pages) == found["text"]["pages"] > 2
    assert found["text"]["of"] == {"0": 0, "3": len(pages) - 1}
    text = "".join(page.extract_text() for page in pages)
    assert "规划" in text
    assert text.count("合肥市") == 90


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_enums_of_qgis_are_named_with_their_class(path):
    """`QgsWkbTypes.Type.Point`, for `QgsWkbTypes.Point` is gone from QGIS 4."""
    core = pytest.importorskip("qgis.core")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = getattr(getattr(core, node.value.id, None), node.attr, None)
            number = isinstance(found, (int, enum.Enum)) and not isinstance(found, bool)
            assert not number or node.attr.isupper(), f"{node.value.id}.{node.attr}"
