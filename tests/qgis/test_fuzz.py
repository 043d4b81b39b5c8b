"""Whatever is put in, a run ends with its results or with one sentence, and nothing half done.

`FUZZ=5000 ./dev test tests/qgis/test_fuzz.py` tries as many at random; without it the same 300.
"""

import gzip
import io
import os
import re
import shutil
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from black_marble_tiles import write_tile
from conftest import Log
from fuzz import changes, damaged, layers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from megaregion.cartography.report.maps import sheets
from megaregion.measures.errors import InputError
from megaregion.processing_algorithms.base import MegaRegionAlgorithm
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProject,
)
from sample_layers import ROOT
from small_world import night_light, settings_of

RUNS = int(os.environ.get("FUZZ", "300"))
RAW = re.compile(
    r"Traceback|\b(\w*Error|Errno|numpy|pandas|sklearn|shapely|NoneType|Q[A-Z]\w+|ndarray|NaN)\b|0x[0-9a-f]+"
)
PAGES = {"REPORT": ".html"}


def tried(share):
    """Settings of hypothesis for a share of all runs."""
    return settings(
        max_examples=max(1, int(RUNS * share)),
        deadline=None,
        derandomize="FUZZ" not in os.environ,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    return tmp_path_factory.mktemp("inputs")


@pytest.fixture(scope="module")
def names(provider):
    return sorted(algorithm.name() for algorithm in provider.algorithms())


@pytest.fixture
def raw(monkeypatch):
    """What came out of algorithms that is no sentence: QGIS makes one of any exception."""
    caught = []
    process = MegaRegionAlgorithm.processAlgorithm

    def watched(self, parameters, context, feedback):
        try:
            return process(self, parameters, context, feedback)
        except QgsProcessingException:
            raise
        except BaseException as error:
            caught.append(error)
            raise

    monkeypatch.setattr(MegaRegionAlgorithm, "processAlgorithm", watched)
    return caught


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where everything is written, relative names too."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Brief(Log):
    """Cancels a planning report before its maps, which take long and have tests of their own."""

    def setProgressText(self, text):  # noqa: N802
        if text == "Maps":
            self.cancel()


def ends_well(run, raw, folder, name, given):
    """Run and look at how it ended; the sentence where there is one."""
    raw.clear()
    log = Brief()
    before = sorted(folder.rglob("*"))
    try:
        run(name, log, **given)
    except QgsProcessingException as error:
        sentence = str(error)
        if raw:
            raise raw[0] from error
        assert not RAW.search(sentence), sentence
        assert sorted(folder.rglob("*")) == before, f"{name}: half written, {sentence}"
        return sentence
    return None


def clear(folder):
    for made in folder.iterdir():
        shutil.rmtree(made) if made.is_dir() else made.unlink()


@given(data=st.data())
@tried(2 / 3)
def test_odd_layers_and_settings(run, raw, folder, inputs, names, provider, data):
    name = data.draw(st.sampled_from(names))
    definitions = [
        definition
        for definition in provider.algorithm(name).parameterDefinitions()
        if definition.name() != "SCHEDULER"  # it would be called and waited for
    ]
    given_settings = settings_of(name, inputs, data.draw(layers()))
    for definition in definitions:
        sink = definition.name()
        if definition.type() == "folderDestination":
            given_settings[sink] = str(folder / "new")
        elif definition.isDestination() and (sink == "OUTPUT" or data.draw(st.integers(0, 2)) == 0):
            given_settings[sink] = str(folder / (sink + PAGES.get(sink, ".gpkg")))
    given_settings.update(data.draw(changes(definitions)))
    ends_well(run, raw, folder, name, given_settings)
    clear(folder)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Files of every kind that is read: which algorithm does it, as what, and the content."""
    folder = tmp_path_factory.mktemp("whole")
    light = Path(night_light(folder)[0])
    tile = Path(write_tile(folder, "VNP46A4", "2022001", "h28v05", np.ones((24, 24))))
    with tarfile.open(folder / "light.tgz", "w:gz") as archive:
        archive.add(light, "SVDNB_npp_20220101-20221231_global.avg_rade9.tif")
    with zipfile.ZipFile(folder / "light_2022.zip", "w") as archive:
        archive.write(light, "light_2022.tif")
    (folder / "light_2020.tif.gz").write_bytes(gzip.compress(light.read_bytes()))
    (folder / "aliases.csv").write_text("old,new\nNowhere,City 3\n", encoding="utf-8")
    book = ROOT / "tests" / "data" / "yearbook.xlsx"
    return [
        *(("citypanel", "TABLES", path) for path in (book, book.with_name("yearbook_gbk.csv"))),
        ("joincitytable", "TABLE", book),
        ("joincitytable", "TABLE", book.with_name("yearbook_codes.csv")),
        ("joincitytable", "ALIASES", folder / "aliases.csv"),
        ("citytypes", "ROLES", ROOT / "resources" / "roles.json"),
        ("policythemes", "VOCABULARY", ROOT / "resources" / "policy_themes.csv"),
        ("nighttimelight", "RASTERS", light),
        ("nighttimelight", "WEIGHTS", light),
        ("preparelight", "FOLDER", light),
        ("preparelight", "FOLDER", tile),
        *(("preparelight", "FOLDER", folder / name) for name in ("light.tgz", "light_2022.zip")),
        ("preparelight", "FOLDER", folder / "light_2020.tif.gz"),
    ]


def repacked(data, path):
    """A workbook with one of its parts damaged, in a sound archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    part = data.draw(st.sampled_from(sorted(parts)))
    parts[part] = data.draw(damaged(parts[part]))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


@given(data=st.data())
@tried(1 / 5)
def test_damaged_files(run, raw, folder, inputs, whole, data):
    name, parameter, path = data.draw(st.sampled_from(whole))
    if path.suffix == ".xlsx" and data.draw(st.booleans()):
        content = repacked(data, path)
    else:
        content = data.draw(damaged(path.read_bytes()))
    (folder / "in").mkdir()
    file = folder / "in" / path.name
    file.write_bytes(content)
    given_settings = settings_of(name, inputs)
    value = str(file.parent if parameter == "FOLDER" else file)
    given_settings[parameter] = [value] if parameter in ("TABLES", "RASTERS") else value
    if name == "joincitytable":
        given_settings["MATCH_BY"] = 1
        given_settings["TABLE_KEY_FIELD"] = "city" if parameter == "ALIASES" else "code"
    if name == "preparelight":
        given_settings["OUTPUT_FOLDER"] = str(folder / "new")
    else:
        given_settings["OUTPUT"] = str(folder / "out.gpkg")
    ends_well(run, raw, folder, name, given_settings)
    clear(folder)


@given(data=st.data())
@tried(1 / 15)
def test_damaged_templates_of_layouts(qgis_app, folder, monkeypatch, data):
    content = data.draw(damaged((sheets.LAYOUTS / "map_A4_landscape.qpt").read_bytes()))
    with monkeypatch.context() as patch:
        patch.setattr(sheets, "LAYOUTS", folder)
        (folder / "map.qpt").write_bytes(content)
        project = QgsProject()
        with suppress(InputError):
            sheets.true_north(sheets.load_template(project, "map"))


ARGUMENTS = [
    "gdp_2006",
    "mr_role",
    "reg",
    '"é"',
    "NULL",
    "'x'",
    "1/0",
    "array(1)",
    "s1 - 50",
    "",
    "1",
    "$geometry",
]


@given(
    name=st.sampled_from(["mr_theil_between", "mr_gini"]),
    arguments=st.lists(st.sampled_from(ARGUMENTS), max_size=4),
    layer=layers(),
)
@tried(1 / 15)
def test_expressions(qgis_app, name, arguments, layer):
    QgsProject.instance().addMapLayer(layer)
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context = QgsExpressionContext(scopes)
    feature = next(layer.getFeatures(), None)
    if feature is not None:
        context.setFeature(feature)
    expression = QgsExpression(f"{name}({', '.join(arguments)})")
    value = expression.evaluate(context)
    QgsProject.instance().removeMapLayer(layer.id())
    assert not RAW.search(expression.evalErrorString()), expression.evalErrorString()
    assert value is None or value == NULL or value >= 0
