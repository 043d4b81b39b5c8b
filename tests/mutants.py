"""How many small faults put into `measures/` the tests find.

    .venv/bin/python tests/mutants.py [--sample 100] [--seed 1] [--only measures/light]

Each mutant changes one operator, comparison or number in a copy of the checkout; the tests of its
folder run first, then all of `tests/measures`.  Survivors are printed with their line: each needs
a test, or a word why it changes nothing.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("__init__.py", "pyproject.toml", "measures", "tests", "resources")
TESTS = Path("tests/measures")
_LONGEST = 300  # seconds; a mutant that never ends is found

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
    return found


def is_found(mutant: Mutant, copy: Path) -> bool:
    """Whether a test fails with the mutant in place."""
    path = copy / mutant.path.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: mutant.start] + mutant.new + text[mutant.end :], encoding="utf-8")
    try:
        folder = TESTS / mutant.path.parent.relative_to(ROOT / "measures")
        near = (
            [str(folder)]
            if folder != TESTS
            else [str(p) for p in sorted((copy / TESTS).glob("*.py"))]
        )
        return any(fails(tests, copy) for tests in (near, [str(TESTS)]))
    finally:
        path.write_text(text, encoding="utf-8")


def fails(tests: list[str], copy: Path) -> bool:
    """Whether the tests fail, or do not end."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "--no-header",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:pytest_qgis",
        *tests,
    ]
    try:
        return (
            subprocess.run(  # noqa: PLW1510
                command, cwd=copy, capture_output=True, timeout=_LONGEST
            ).returncode
            != 0
        )
    except subprocess.TimeoutExpired:
        return True


def main() -> None:
    """Try a sample of mutants and print those that no test finds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="measures", help="a folder or file of measures")
    options = parser.parse_args()
    chosen = ROOT / options.only
    files = [chosen] if chosen.is_file() else sorted(chosen.rglob("*.py"))
    mutants = [mutant for path in files for mutant in mutants_of(path)]
    sample = random.Random(options.seed).sample(  # noqa: S311
        mutants, min(options.sample, len(mutants))
    )
    start = time.monotonic()
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "megaregion"
        copy.mkdir()
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
        if fails([str(TESTS)], copy):
            sys.exit("The tests fail without a mutant.")
        for number, mutant in enumerate(sample, start=1):
            if not is_found(mutant, copy):
                survivors.append(mutant)
                line = mutant.path.read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
                where = f"{mutant.path.relative_to(ROOT)}:{mutant.line}"
                print(f"{where} '{mutant.new}' survives: {line}", flush=True)
            if number % 10 == 0:
                print(f"{number} tried, {number - len(survivors)} found", flush=True)
    killed = len(sample) - len(survivors)
    print(
        f"{killed} of {len(sample)} mutants found (of {len(mutants)} possible), "
        f"{time.monotonic() - start:.0f} s"
    )


if __name__ == "__main__":
    main()
