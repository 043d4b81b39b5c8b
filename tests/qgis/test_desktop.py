"""The desktop with an empty profile: installed from the zip, opened, used, left.

DESKTOP_PICTURES=FOLDER keeps the screenshots.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter
from sample_layers import ROOT, make_layer

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("qgis")), reason="needs QGIS's desktop and Xvfb"
)


@pytest.fixture(scope="module")
def zipped():
    subprocess.run([str(ROOT / "dev"), "zip"], check=True, capture_output=True)
    (path,) = (ROOT / "zip").glob("megaregion-*.zip")
    return path


@pytest.fixture(scope="module")
def screen():
    """A virtual screen; its number."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1500x940x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as stream:
        number = stream.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def visit(zipped, screen, tmp_path):
    """Run a visit of `desktop_visit.py` in a language; what it found."""

    def run_visit(name, language, **settings):
        profile = tmp_path / "profile"
        runtime = tmp_path / "runtime"
        runtime.mkdir(mode=0o700)
        pictures = tmp_path / "pictures"
        pictures.mkdir()
        settings = {"visit": name, "zip": str(zipped), "folder": str(pictures), **settings}
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("QGIS_") and name != "QT_QPA_PLATFORM"
        }
        environment.update(
            DISPLAY=screen,
            XDG_RUNTIME_DIR=str(runtime),
            HOME=str(tmp_path),
            LC_ALL="C.UTF-8",
            MR_VISIT=json.dumps(settings),
        )
        command = ["qgis", "--nologo", "--noversioncheck", "--lang", language]
        command += [
            "--profiles-path",
            str(profile),
            "--code",
            str(Path(__file__).with_name("desktop_visit.py")),
        ]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=400, check=False
        )
        keep = os.environ.get("DESKTOP_PICTURES")
        if keep:
            shutil.copytree(pictures, Path(keep) / f"{name}-{language}", dirs_exist_ok=True)
        found = pictures / "result.json"
        assert found.exists(), done.stderr[-3000:]
        result = json.loads(found.read_text(encoding="utf-8"))
        assert "error" not in result, result["error"] + done.stderr[-2000:]
        return result

    return run_visit


def own_layer(folder):
    """Areas of cities as a planner in China has them, in a GeoPackage."""
    names = ["北京市", "天津市", "石家庄市", "唐山市", "保定市", "上海市", "南京市", "苏州市"]
    names += ["无锡市", "常州市"]
    levels = ["直辖市", "直辖市", "省会", *["地级市"] * 2, "直辖市", "副省级市", *["地级市"] * 3]
    rows = [
        {
            "代码": str(110000 + 100 * number),
            "城市": name,
            "城市群": "京津冀" if number < 5 else "长三角",
            "行政级别": level,
            "地区生产总值_2006": (100.5 + 80 * number % 37) * (1 if level == "地级市" else 2),
            "地区生产总值_2023": (900.5 + 90 * number % 41) * (1 if level == "地级市" else 3),
            "常住人口_2023": 500.25 + 3 * number,
        }
        for number, (name, level) in enumerate(zip(names, levels))
    ]
    squares = [
        f"Polygon(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))"
        for x, y in ((113 + number % 5, 39 - 7 * (number // 5)) for number in range(10))
    ]
    path = folder / "我的城市.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = make_layer(rows, squares, kind="Polygon")
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    return path


def test_the_example_from_zip_to_results(visit, qgis_app):
    found = visit("example", "en")
    assert found["loaded"]["Example: cities of 13 mega-regions"]["features"] == 192
    aliases = found["loaded"]["Example: cities of 13 mega-regions"]["aliases"]
    assert aliases["gdp_2023"] == "GDP 2023 [100 million yuan]"
    drawn = {name: layer["renderer"] for name, layer in found["layers"].items()}
    assert drawn["Theil between cores and secondary cities, GDP 2023"] == "graduatedSymbol"
    assert drawn["Cities with roles"] == "categorizedSymbol"
    assert found["layers"]["Unevenness"]["aliases"]["theil_between"]
    assert any("is most uneven in" in text for text in found["said"])
    assert (found["marked_rows"], found["selected_on_map"]) == (1, 1)
    assert found["message"] == ""
    assert not found["provider_left"]
    assert found["menu_left"] == []


def test_an_own_layer_with_chinese_fields(visit, qgis_app, tmp_path):
    found = visit("own", "zh-Hans", layer=str(own_layer(tmp_path)))
    assert found["chosen"]["region"] == "城市群"
    assert found["chosen"]["level"] == "行政级别"
    assert "地区生产总值_2023" in found["chosen"]["indicators"]
    assert len(found["clicks"]) <= 5
    drawn = [layer for layer in found["layers"].values() if layer["renderer"] == "graduatedSymbol"]
    assert len(drawn) == 1
    assert drawn[0]["labels"]
    # QGIS's language is the plugin's: titles, findings and layers.
    assert "标记核心城市与次级城市" in found["said"]
    assert not [text for text in found["said"] if "most uneven" in text]
    assert any(name.startswith("核心城市与次级城市之间的泰尔指数") for name in found["layers"])


def test_dialogs_take_no_row_number_for_a_field_that_is_needed(visit, qgis_app, tmp_path):
    found = visit("dialog", "en", layer=str(own_layer(tmp_path)))
    assert found["first_field"] == "fid"
    assert found["fields"] == {"REGION_FIELD": "", "KEY_FIELD": ""}
