"""Which steps of the panel run in the background: not those whose layers ask the project."""

import pytest
from megaregion.megaregion_plugin.panel import example
from megaregion.megaregion_plugin.panel.runner import Runner
from megaregion.megaregion_plugin.panel.steps import TEMPORARY, Run
from qgis.core import QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtTest import QTest
from small_world import ID, REGION, cities


@pytest.fixture
def project():
    yield QgsProject.instance()
    QgsProject.instance().clear()


def text(tmp_path):
    path = tmp_path / "cities.csv"
    path.write_text("code,reg,lvl\n1,A,municipality\n2,A,other\n", encoding="utf-8")
    return QgsVectorLayer(f"{path.as_uri()}?type=csv&geomType=none", "text", "delimitedtext")


def computed(tmp_path):
    layer = cities()
    layer.addExpressionField("'x'", QgsField("more", QVariant.String))
    return layer


@pytest.mark.parametrize(
    ("made", "in_background"),
    [
        (text, False),
        (computed, False),
        (lambda _: cities(), True),
        (lambda _: example.load(), True),
    ],
)
def test_where_a_step_runs(project, provider, tmp_path, made, in_background):
    layer = made(tmp_path)
    if layer.id() not in project.mapLayers():
        project.addMapLayer(layer)
    names = layer.fields().names()
    region = next(name for name in (REGION, "reg", "mega_region") if name in names)
    identity = next(name for name in (ID, "code", "adcode") if name in names)
    level = next(name for name in ("lvl", "admin_level") if name in names)
    settings = {"INPUT": layer.id(), "REGION_FIELD": region, "ID_FIELD": identity}
    settings.update(RULE=0, LEVEL_FIELD=level, OUTPUT=TEMPORARY)
    runner = Runner()
    ended = []
    runner.ended.connect(lambda *how: ended.append(how))
    runner.start([Run("markcores", settings)])
    assert (runner._task is not None) == in_background
    for _ in range(500):
        if ended:
            break
        QTest.qWait(20)
    assert ended == [(True, "")]
