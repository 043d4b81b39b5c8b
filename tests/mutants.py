"""How many small faults put into `measures/` the tests find.

    .venv/bin/python tests/mutants.py [--sample 100] [--seed 1] [--only measures/light]

Each mutant changes one operator, comparison or number in a copy of the checkout; then the tests and
examples run that import the changed file, those of its own name first, then the quickest.
Survivors are printed with their line: each needs a test, or a word why it changes nothing.

Two kinds of mutants are not tried:

- those of a line that ends in `# speed only: why`. It holds a number that changes how fast or in
  how many parts something is computed and never what comes out, but for the rounding of sums taken
  in another order. They do not count at all.
- those in `equivalent_mutants.txt` beside this script, each with the reason why no input can tell
  it from the code as it is. They are counted by themselves.
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import hypothesis  # noqa: F401 (loaded once for all runs, as the others)
import pytest
import scipy.stats  # noqa: F401
import shapely  # noqa: F401
import sklearn.cluster
import sklearn.metrics  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("__init__.py", "pyproject.toml", "measures", "tests", "resources")
TESTS = Path("tests/measures")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")
_SPEED = "# speed only: "
_LONGEST = 1200  # seconds; a mutant that never ends is found

_OPERATORS = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "*",
    ast.Pow: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.And: "or",
    ast.Or: "and",
}
_SIGNS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.And: "and",
    ast.Or: "or",
}


class Mutant(NamedTuple):
    """One change: characters of a file replaced."""

    path: Path
    line: int
    start: int
    end: int
    new: str


def mutants_of(path: Path) -> list[Mutant]:
    """Every change that can be made to a file; texts, annotations and errors are left alone."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))

    def place(line: int, column: int) -> int:
        return offsets[line - 1] + len(lines[line - 1].encode()[:column].decode())

    found: list[Mutant] = []

    def sign(left: ast.AST, right: ast.AST, operator: ast.AST) -> None:
        old, new = _SIGNS.get(type(operator)), _OPERATORS.get(type(operator))
        start = place(left.end_lineno, left.end_col_offset)  # type: ignore[attr-defined]
        end = place(right.lineno, right.col_offset)  # type: ignore[attr-defined]
        if old is not None and old in text[start:end]:
            at = start + text[start:end].index(old)
            found.append(Mutant(path, left.lineno, at, at + len(old), str(new)))  # type: ignore[attr-defined]

    def visit(node: ast.AST) -> None:
        if isinstance(node, (ast.Raise, ast.JoinedStr, ast.AnnAssign, ast.arg, ast.ImportFrom)):
            return
        if isinstance(node, ast.BinOp) and not isinstance(node.left, (ast.JoinedStr, ast.List)):
            sign(node.left, node.right, node.op)
        elif isinstance(node, ast.Compare):
            for left, right, operator in zip(
                [node.left, *node.comparators], node.comparators, node.ops
            ):
                sign(left, right, operator)
        elif isinstance(node, ast.BoolOp):
            for left, right in zip(node.values, node.values[1:]):
                sign(left, right, node.op)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            start, end = (
                place(node.lineno, node.col_offset),
                place(node.end_lineno, node.end_col_offset),
            )
            found.append(Mutant(path, node.lineno, start, end, repr(node.value + 1)))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
            start, end = (
                place(node.lineno, node.col_offset),
                place(node.operand.lineno, node.operand.col_offset),
            )
            found.append(Mutant(path, node.lineno, start, end, ""))
        for name, field in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list"):
                continue
            for child in field if isinstance(field, list) else [field]:
                if isinstance(child, ast.AST):
                    visit(child)

    visit(ast.parse(text))
    return [mutant for mutant in found if _SPEED not in lines[mutant.line - 1]]


def change(mutant: Mutant, root: Path) -> tuple[str, str, str]:
    """The file, and the line before and after, so that a mutant is known again in another place."""
    text = mutant.path.read_text(encoding="utf-8")
    changed = text[: mutant.start] + mutant.new + text[mutant.end :]
    start = text.rfind("\n", 0, mutant.start) + 1
    # An operator can stand on a line of its own: as far as the two differ
    end = text.find("\n", mutant.end)
    after = changed[start : end + len(changed) - len(text)]
    return str(mutant.path.relative_to(root)), text[start:end].strip(), after.strip()


def equivalents() -> dict[tuple[str, str, str], str]:
    """Mutants that change nothing, and why.

    Blocks of four lines: the file, `- ` the line, `+ ` the line with the mutant, the reason.
    """
    blocks = EQUIVALENT.read_text(encoding="utf-8").strip().split("\n\n")[1:]  # after the heading
    found = {}
    for block in blocks:
        path, old, new, why = block.split("\n", maxsplit=3)
        found[path, old.removeprefix("- "), new.removeprefix("+ ")] = why
    return found


def imports(path: Path, root: Path) -> set[Path]:
    """Files that a file imports, at its top or in a function: measures, and helpers of tests."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        name = node.module or ""
        base = path.parents[node.level - 1] if node.level else root / TESTS
        if name.startswith("megaregion"):
            base, name = root, name.removeprefix("megaregion").strip(".")
        module = base.joinpath(*name.split("."))
        found |= {module.with_suffix(".py"), *(module / f"{name.name}.py" for name in node.names)}
    return {path for path in found if path.exists()}


def seconds_of(times: Path) -> dict[str, float]:
    """How long the tests of each file took, by its path with dots, from pytest's own record."""
    found: dict[str, float] = {}
    for case in ElementTree.parse(times).iter("testcase"):  # noqa: S314 (pytest wrote it)
        name = case.get("classname", "")
        found[name] = found.get(name, 0.0) + float(case.get("time", 0))
    return found


def tests_by_file(root: Path, seconds: dict[str, float]) -> dict[Path, list[str]]:
    """For each file of measures the files whose tests and examples can find its mutants."""
    measures = sorted((root / "measures").rglob("*.py"))
    tests = sorted((root / TESTS).rglob("test_*.py"))
    direct = {
        path: imports(path, root) for path in (*measures, *sorted((root / TESTS).rglob("*.py")))
    }

    def all_imports(path: Path, seen: set[Path]) -> set[Path]:
        for other in direct.get(path, set()) - seen:
            seen.add(other)
            all_imports(other, seen)
        return seen

    reached = {path: {path, *all_imports(path, set())} for path in direct}
    found = {}
    for path in measures:
        folder = path.parent.relative_to(root / "measures")
        near = [path, root / TESTS / folder / f"test_{path.name}"]

        def rank(test: Path, near: list[Path] = near) -> tuple[bool, float]:
            dotted = ".".join(test.relative_to(root).with_suffix("").parts)
            return test not in near, seconds.get(dotted, 0.0)

        found[path.relative_to(root)] = [
            str(test.relative_to(root))
            for test in sorted((*tests, *measures), key=rank)
            if path in reached[test] and (test in tests or ">>>" in test.read_text("utf-8"))
        ]
    return found


def is_found(mutant: Mutant, root: Path, tests: list[str]) -> bool:
    """Whether a test fails with the mutant in place."""
    text = mutant.path.read_text(encoding="utf-8")
    changed = text[: mutant.start] + mutant.new + text[mutant.end :]
    mutant.path.write_text(changed, encoding="utf-8")
    try:
        return bool(tests) and fails(tests, root)
    finally:
        mutant.path.write_text(text, encoding="utf-8")


def fails(tests: list[str], root: Path, *more: str) -> bool:
    """Whether the tests fail, or do not end; `more` are arguments of pytest.

    They run in a fork of this process, which has the libraries that take seconds to load.
    """
    process = multiprocessing.get_context("fork").Process(target=_run, args=([*more, *tests], root))
    process.start()
    process.join(_LONGEST)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode != 0


def _run(arguments: list[str], root: Path) -> None:
    os.chdir(root)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.dont_write_bytecode = True  # two changes within a second would share their byte code
    plugins = ["-p", "no:cacheprovider", "-p", "no:pytest_qgis"]
    os._exit(int(pytest.main(["-x", "-q", "--no-header", *plugins, *arguments])))


def main() -> None:
    """Try a sample of mutants and print those that no test finds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="measures", help="a folder or file of measures")
    options = parser.parse_args()
    start = time.monotonic()
    found, survivors = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "megaregion"
        root.mkdir()
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
        possible = {
            str(path.relative_to(root)): mutants_of(path)
            for path in sorted((root / "measures").rglob("*.py"))
        }
        known = equivalents()
        gone = known.keys() - {change(m, root) for of_file in possible.values() for m in of_file}
        if gone:
            sys.exit(f"{EQUIVALENT.name} names what is no mutant any more: {sorted(gone)}")
        times = Path(folder) / "times.xml"
        if fails([str(TESTS), "measures"], root, f"--junitxml={times}"):
            sys.exit("The tests fail without a mutant.")
        tests = tests_by_file(root, seconds_of(times))
        mutants = [m for path, of in possible.items() if path.startswith(options.only) for m in of]
        sample = random.Random(options.seed).sample(  # noqa: S311
            mutants, min(options.sample, len(mutants))
        )
        for number, mutant in enumerate(sample, start=1):
            path, old, new = change(mutant, root)
            if (path, old, new) in known:
                pass
            elif is_found(mutant, root, tests[Path(path)]):
                found += 1
            else:
                survivors += 1
                print(f"survives at line {mutant.line}:\n{path}\n- {old}\n+ {new}\n", flush=True)
            if number % 10 == 0:
                print(f"{number} tried, {found} found", flush=True)
    same = len(sample) - found - survivors
    print(
        f"{found} of {len(sample)} mutants found and {same} equivalent "
        f"(of {len(mutants)} possible), {time.monotonic() - start:.0f} s"
    )


if __name__ == "__main__":
    main()
