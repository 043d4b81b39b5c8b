"""Collects the texts for people from the sources into `megaregion_zh_Hans.ts`.

    .venv/bin/python i18n/extract.py

Translations that are there stay; new texts are marked unfinished; texts that are gone go.
`./dev translate` then makes the `.qm` that QGIS reads.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "i18n" / "megaregion_zh_Hans.ts"
REPORT = ROOT / "resources" / "translations" / "report.txt"
ROOMS = ("measures", "layers", "cartography", "processing_algorithms", "megaregion_plugin")
_ATTRIBUTES = {"TITLE", "SUMMARY", "RESULT", "METHOD", "INSTALL_ENTRY"}
_BUILDERS = ("parameters.py", "reportparameters.py")  # they pass texts on to parameters
_WORD_LISTS = {
    "cells.py",
    "columns.py",
    "coordination.py",
    "method.py",
    "pattern.py",
    "words.py",
}  # constants put through tr
_TITLED = {"table": 1, "extend": 1}  # methods of Call and the place of the layer's title


def texts_of(path: Path) -> Iterator[str]:
    """The texts in a file that go through `tr`, directly or by a builder or the base class."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, path)
        elif isinstance(node, ast.Assign):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            if names & _ATTRIBUTES and isinstance(node.value, ast.Constant):
                yield from _constants(node.value)
            if "GROUPS" in names and isinstance(node.value, ast.Dict):
                for value in node.value.values:
                    yield from _constants(value)
            if path.name in _WORD_LISTS and isinstance(node.value, (ast.Constant, ast.Tuple)):
                yield from (text for text in _constants(node.value) if _is_wordy(text))
        elif isinstance(node, ast.FunctionDef):
            if path.name in _BUILDERS:
                yield from _helps(*node.args.defaults, *filter(None, node.args.kw_defaults))
            elif node.name == "initAlgorithm":
                yield from _helps(*node.body)
        elif isinstance(node, ast.AnnAssign) and path.name in _WORD_LISTS:
            yield from _of_word_list(node.value)


def _of_call(node: ast.Call, path: Path) -> Iterator[str]:
    called = node.func
    name = getattr(called, "attr", getattr(called, "id", ""))
    owner = getattr(getattr(called, "value", None), "id", "")
    if name == "tr":
        yield from _constants(node.args[0])
    elif owner == "parameters" or path.name in _BUILDERS:
        arguments = [*node.args[1:], *(k.value for k in node.keywords if k.arg != "default")]
        if name in ("region", "role", "cities", "indicators", "report", "permutations", "missing"):
            arguments += node.args[:1]
        for argument in arguments:
            yield from (text for text in _constants(argument) if _is_wordy(text))
    elif name.startswith("QgsProcessingParameter") and len(node.args) > 1:
        yield from _constants(node.args[1])
    elif name == "chapter" and owner in ("steps", "self") and node.args:
        yield from _constants(node.args[0])
    elif name == "Evidence" and len(node.args) > 2:
        yield from _constants(node.args[2])
    elif name == "table" and owner in ("page", "self") and node.args:
        yield from (text for text in _constants(node.args[0]) if _is_wordy(text))
    elif name in _TITLED and owner == "call" and len(node.args) > _TITLED[name]:
        yield from _constants(node.args[_TITLED[name]])


def _helps(*nodes: ast.AST) -> Iterator[str]:
    """Sentences and titles of more than one word, whoever hands them to a builder."""
    for node in nodes:
        defaults = {id(k.value) for k in ast.walk(node) if getattr(k, "arg", "") == "default"}
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and id(part) not in defaults:
                yield from (text for text in _constants(part) if " " in text and _is_wordy(text))


def _of_word_list(node: ast.AST | None) -> Iterator[str]:
    """The words in a table of names, words and settings; names have no capital or blank."""
    for part in ast.walk(node) if node is not None else ():
        text = part.value if isinstance(part, ast.Constant) else None
        if isinstance(text, str) and _is_wordy(text) and (" " in text or text[:1].isupper()):
            yield text


def _constants(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.List, ast.Tuple)):
        for element in node.elts:
            yield from _constants(element)
    elif isinstance(node, ast.Starred):
        yield from _constants(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _is_wordy(text: str) -> bool:
    if text.startswith("<"):  # markup
        return False
    return any(sign.islower() for sign in text) or any(ord(sign) > 127 for sign in text)


def all_texts() -> list[str]:
    """Every text once, in the order of the sources."""
    found: dict[str, None] = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            found.update(dict.fromkeys(texts_of(path)))
    return [text for text in found if text]


def report_texts() -> list[str]:
    """The phrases of the planning report, whose language need not be that of QGIS."""
    return REPORT.read_text(encoding="utf-8").splitlines()


def translations(context: str = "megaregion") -> dict[str, str]:
    """What the file holds for the plugin (megaregion) or the planning report (report)."""
    if not FILE.exists():
        return {}
    known = {}
    for part in ET.parse(FILE).iter("context"):  # noqa: S314 (the plugin's own file)
        if part.findtext("name") != context:
            continue
        for message in part.iter("message"):
            words = message.findtext("translation") or ""
            if words:
                known[message.findtext("source") or ""] = words
    return known


def write(contexts: dict[str, list[str]]) -> None:
    """Write the file: the texts of each context with the translations that it has."""
    known = {name: translations(name) for name in contexts}
    root = ET.Element("TS", version="2.1", language="zh_Hans", sourcelanguage="en")
    for name, texts in contexts.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in texts:
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = text
            translation = ET.SubElement(message, "translation")
            if text in known[name]:
                translation.text = known[name][text]
            else:
                translation.set("type", "unfinished")
    ET.indent(root, space=" ")
    body = ET.tostring(root, encoding="unicode")
    FILE.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def main() -> None:
    """Update the file; with `--check` say whether it is complete instead."""
    contexts = {"megaregion": all_texts(), "report": report_texts()}
    known = {name: translations(name) for name in contexts}
    open_ = [t for name, texts in contexts.items() for t in texts if t not in known[name]]
    if "--check" in sys.argv:
        sys.exit(f"{len(open_)} texts are not translated: {open_[:3]}" if open_ else 0)
    write(contexts)
    count = sum(map(len, contexts.values()))
    print(f"{count} texts, {len(open_)} not translated yet: {FILE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
