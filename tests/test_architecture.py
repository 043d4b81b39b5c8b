"""The rooms of docs/architecture.md: imports go down only, and measures know no QGIS."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ["megaregion_plugin", "processing_algorithms", "cartography", "layers", "measures"]
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imported_modules(path):
    """Absolute names of what a module imports, relative imports resolved against the root."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
