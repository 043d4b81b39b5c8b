"""The rooms of docs/architecture.md and the subjects in them.

Imports go down only, measures know no QGIS, and whoever knows the toolbox group of an algorithm
knows the folders, the pages and the tests that belong to it.
"""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ["megaregion_plugin", "processing_algorithms", "cartography", "layers", "measures"]
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imported_modules(path, tree=None):
    """Absolute names of what a module imports, relative imports resolved against the root."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree or ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.module
            else:
                base = package[: len(package) - node.level + 1]
                stem = ".".join([*base, *(node.module or "").split(".")]).strip(".")
                if node.module:
                    yield stem
                else:
                    yield from (f"{stem}.{alias.name}".strip(".") for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down(path):
    room = path.relative_to(ROOT).parts[0]
    above = ROOMS[: ROOMS.index(room)]
    wrong = [name for name in imported_modules(path) if name.split(".")[0] in above]
    assert not wrong, f"{path.name} imports from a room above its own: {wrong}"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if "measures" in p.parts], ids=lambda p: p.name
)
def test_measures_know_no_qgis(path):
    foreign = {"qgis", "osgeo", "pandas"} & {name.split(".")[0] for name in imported_modules(path)}
    assert not foreign


def test_no_module_is_too_long():
    long = {p.name: n for p in MODULES if (n := len(p.read_text().splitlines())) > 400}
    assert not long


# Subjects

INTERFACE = json.loads((ROOT / "tests" / "data" / "interface.json").read_text(encoding="utf-8"))
GROUP_OF = {name.split(":")[1]: entry["group"] for name, entry in INTERFACE.items()}
SUBJECTS = sorted(set(GROUP_OF.values()))
# Folders inside a subject may have any name; a room's own folders are the subjects.
WITH_SUBJECTS = ["measures", "layers", "cartography", "tests/measures", "tests/qgis"]


def folders_in(place):
    return {p.parent.name for p in (ROOT / place).glob("*/*.py")} - {"__pycache__"}


@pytest.mark.parametrize("place", WITH_SUBJECTS)
def test_folders_are_subjects(place):
    assert folders_in(place) <= set(SUBJECTS)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_has_its_pages_and_tests(subject):
    assert list((ROOT / "docs" / "method").glob(f"{subject}*.md"))
    assert subject in folders_in("tests/qgis")
    assert subject in folders_in("cartography") or (ROOT / f"cartography/{subject}.py").exists()
    if subject in folders_in("measures"):
        assert subject in folders_in("tests/measures")


def test_pages_are_of_subjects_and_in_the_index():
    index = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs" / "method").glob("*.md"):
        assert page.stem.split("-")[0] in SUBJECTS, page.name
        assert f"method/{page.name}" in index, page.name
    for link in re.findall(r"\((method/[^)#]+)", index):
        assert (ROOT / "docs" / link).exists(), link


@pytest.mark.parametrize(("name", "group"), GROUP_OF.items())
def test_an_algorithm_has_its_file_and_its_test(name, group):
    assert (ROOT / "processing_algorithms" / f"{name}.py").exists()
    assert (ROOT / "tests" / "qgis" / group / f"test_{name}.py").exists()


# What QGIS loads at its start

LIGHT = {"measures.errors", "measures.texts", "layers.paths", "processing_algorithms"}
HEAVY = {"numpy", "scipy", "pandas", "sklearn", "shapely", "matplotlib", "jinja2", "osgeo"}


def imported_at_load(path):
    """Modules imported outside functions and outside `if TYPE_CHECKING`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))

    def without_lazy(node):
        return not (
            isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        )

    def walk(node):
        for child in filter(without_lazy, ast.iter_child_nodes(node)):
            yield child
            yield from walk(child)

    eager = ast.Module([n for n in walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))], [])
    return imported_modules(path, eager)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "processing_algorithms").glob("*.py")), ids=lambda path: path.name
)
def test_algorithms_load_quickly(path):
    """Measures, layers and cartography are imported by the work, not by QGIS's start."""
    for name in imported_at_load(path):
        room = name.split(".")[0]
        light = any(name == known or name.startswith(f"{known}.") for known in LIGHT)
        assert room not in HEAVY, name
        assert room not in ROOMS or light, name
