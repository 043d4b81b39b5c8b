"""What leaves the checkout: the zip for QGIS and the wheel of the measures."""

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = ("name", "qgisMinimumVersion", "description", "version", "author", "email", "about")
REQUIRED += ("tracker", "repository", "homepage", "license", "category", "tags", "icon")


@pytest.fixture(scope="module")
def metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.fixture(scope="module")
def zipped():
    subprocess.run([str(ROOT / "dev"), "zip"], check=True, capture_output=True)
    (path,) = (ROOT / "zip").glob("megaregion-*.zip")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_metadata_says_all_that_the_repository_asks_for(metadata):
    assert [name for name in REQUIRED if not metadata.get(name, "").strip()] == []
    assert metadata["hasProcessingProvider"] == "yes"
    assert (ROOT / metadata["icon"]).exists()
    assert "supportsQt6" not in metadata
    for name in ("description", "about", "name[zh_CN]", "description[zh_CN]", "about[zh_CN]"):
        assert metadata[name].strip()
        assert "<" not in metadata[name]
    # The validator of the plugin repository
    assert re.fullmatch(r"[A-Za-z][\w .()-]*", metadata["name"])
    assert re.fullmatch(r"\d+(\.\d+)+", metadata["version"])
    assert re.fullmatch(r"\d+\.\d+", metadata["qgisMinimumVersion"])
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", metadata["email"])
    for name in ("tracker", "repository", "homepage"):
        assert metadata[name].startswith("https://"), name


def test_versions_agree(metadata):
    version = metadata["version"]
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_zip_holds_the_plugin_and_nothing_else(zipped, metadata):
    names = zipped.namelist()
    assert {name.split("/")[0] for name in names} == {"megaregion"}
    for needed in ("__init__.py", "metadata.txt", "LICENSE", metadata["icon"]):
        assert f"megaregion/{needed}" in names
    for needed in ("resources/models", "resources/styles/megaregion.xml", "resources/example"):
        assert any(name.startswith(f"megaregion/{needed}") for name in names)
    for needed in ("index.html", "tutorial.html", "zh/index.html", "inputs/columns.csv"):
        assert f"megaregion/help/{needed}" in names
    unwanted = ("tests/", "demo/", "benchmarks/", "__pycache__", ".pyc", ".git", ".venv", ".ci/")
    assert [name for name in names if any(word in name for word in unwanted)] == []
    # What the plugin repository turns away: hidden files, programs, names met twice, too large
    assert len(names) == len(set(names))
    ends = (".so", ".dll", ".exe", ".dylib", ".zip", ".whl", ".ui~", ".DS_Store")
    assert [name for name in names if name.endswith(ends)] == []
    assert [name for name in names if any(p.startswith(".") for p in name.split("/"))] == []
    assert [name for name in names if ".." in name or "\\" in name] == []
    assert sum(item.compress_size for item in zipped.infolist()) < 20e6
    assert sum(item.file_size for item in zipped.infolist()) < 20e6


def test_the_wheel_is_the_measures_without_qgis(tmp_path):
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    source = tmp_path / "source"
    source.mkdir()
    tracked = subprocess.run(
        ["git", "ls-files", "measures", "__init__.py", "pyproject.toml", "LICENSE"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    for name in tracked:  # a build leaves its traces beside its sources
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())
    subprocess.run([*pip, "-w", str(tmp_path), str(source)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("megaregion-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "megaregion/measures/py.typed" in names
    modules = {name for name in names if name.startswith("megaregion/") and name.endswith(".py")}
    assert modules == {"megaregion/__init__.py"} | {
        f"megaregion/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "measures").rglob("*.py")
    }
    readme = (ROOT / "measures" / "README.md").read_text(encoding="utf-8")
    example = readme.partition("```python\n")[2].partition("```")[0]
    check = "\nimport sys; assert not {'qgis', 'osgeo', 'PyQt5'} & set(sys.modules)"
    found = f"\nassert unevenness(gdp, role == 'core').theil_between > 0{check}"
    subprocess.run(
        [sys.executable, "-c", example + found],
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel), "PATH": ""},
    )
