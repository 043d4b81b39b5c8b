"""The page of an algorithm, from its own texts and from its example's run."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from examples import BEFORE, EXAMPLES, shell
from megaregion.cartography.columns import column_words
from megaregion.measures.texts import tr
from megaregion.processing_algorithms.base import GROUPS, MegaRegionAlgorithm
from megaregion.processing_algorithms.provider import ALGORITHMS
from qgis.core import QgsProcessingParameterDefinition
from runexamples import Found

_ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
_SHOWN = 12  # columns of a table that a page shows
_METHODS = {
    "prepare": ["prepare"],
    "unevenness": ["unevenness", "unevenness-trend"],
    "typology": ["typology"],
    "light": ["light", "light-downloads"],
    "relations": ["relations", "relations-pattern", "relations-flows"],
    "report": ["report"],
}
_CHINESE = {
    "Algorithms": "算法",
    "Parameters": "参数",
    "parameter": "参数",
    "what it is": "说明",
    "optional": "可选",
    "advanced": "高级",
    "default": "默认值",
    "Outputs": "输出",
    "column": "列",
    "words": "名称",
    "Example": "示例",
    "What it finds:": "结果：",
    "The first rows of {name}:": "{name} 的前几行：",
    "Method": "方法",
    "formulas and sources": "公式与来源（英文）",
    "Before the examples": "运行示例之前",
    "other": "English",
    "lead": (
        "每个示例都是一行命令，在一个空文件夹中运行；`$P` 是插件所在的文件夹"
        "（QGIS 配置文件夹中的 `python/plugins/megaregion`）。Debian 12 上程序名为 "
        "`qgis_process.bin`。首先生成示例城市的点图层，以及城市周围的示意区域："
    ),
}
_ENGLISH = {
    "other": "中文",
    "lead": (
        "Every example is a line for a shell, to run in an empty folder; `$P` stands for the "
        "plugin's folder (`python/plugins/megaregion` in the folder of the QGIS profile). On "
        "Debian 12 the program is called `qgis_process.bin`. First the example's cities become a "
        "layer of points, and schematic areas around them:"
    ),
}
_DOWNLOADS = (
    "mkdir downloads\n"
    'cp "$P"/resources/example/black_marble_china.tif downloads/black_marble_2016.tif\n'
)


def write_pages(folder: Path, found: dict[str, Found], locale: str) -> None:
    """A page an algorithm, and one that lists them.

    Args:
        folder: for the pages.
        found: what the examples found, by algorithm.
        locale: `en` or `zh_CN`; the texts speak it already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = _CHINESE if locale.startswith("zh") else _ENGLISH
    lines = [f"# {words.get('Algorithms', 'Algorithms')}", ""]
    for group, title in GROUPS.items():
        lines += [f"## {tr(title)}", ""]
        for algorithm in (made() for made in ALGORITHMS if group == made.GROUP):
            text = algorithm.shortDescription()
            lines.append(f"- [{algorithm.displayName()}]({algorithm.name()}.md): {_text(text)}")
            page = _page(algorithm, found.get(algorithm.name(), Found()), words)
            (folder / f"{algorithm.name()}.md").write_text(page, encoding="utf-8")
        lines.append("")
    before = "\n".join(shell(name, one) for name, one in BEFORE.items())
    lines += [f"## {words.get('Before the examples', 'Before the examples')}", "", words["lead"]]
    lines += ["", _code("qgis_process plugins enable megaregion\n" + before), ""]
    lines += ["```{toctree}", ":hidden:", "", *(made.ID for made in ALGORITHMS), "```", ""]
    (folder / "index.md").write_text("\n".join(lines), encoding="utf-8")


def _page(algorithm: MegaRegionAlgorithm, found: Found, words: dict[str, str]) -> str:
    def word(english: str) -> str:
        return words.get(english, english)

    algorithm.initAlgorithm()
    name, is_chinese = algorithm.name(), words is _CHINESE
    other = f"../../algorithms/{name}.md" if is_chinese else f"../zh/algorithms/{name}.md"
    lines = [f"# {algorithm.displayName()}", ""]
    lines += [f"`megaregion:{name}` · {algorithm.group()} · [{word('other')}]({other})", ""]
    for paragraph in tr(algorithm.SUMMARY).split("\n\n"):
        lines += [_text(paragraph), ""]
    lines += [f"## {word('Example')}", "", f"([{word('Before the examples')}](index.md))", ""]
    extra = _DOWNLOADS if name == "preparelight" else ""
    lines += [_code(extra + shell(f"megaregion:{name}", EXAMPLES[name])), ""]
    if found.findings and name != "planningreport":  # it tells only where the report lies
        lines += [word("What it finds:"), "", *(f"- {_text(one)}" for one in found.findings), ""]
    for output in list(found.rows)[:2]:
        rows, columns = found.rows[output], _columns(found, output)
        if not rows:
            continue
        where = f"`{EXAMPLES[name][output]}`"
        lines += [word("The first rows of {name}:").format(name=where), ""]
        names = found.columns[output]
        lines += _table(
            [f"`{names[index]}`" for index in columns],
            [[_text(row[index]) for index in columns] for row in rows],
        )
    outputs = {output.name() for output in algorithm.outputDefinitions()}
    for title, wanted in (("Parameters", False), ("Outputs", True)):
        lines += [f"## {word(title)}", ""]
        described = [
            [f"`{one.name()}`", _described(one, word)]
            for one in algorithm.parameterDefinitions()
            if (one.name() in outputs) is wanted
        ]
        lines += _table([word("parameter"), word("what it is")], described)
    for output, names in found.columns.items():
        known = [(one, column_words(one)) for one in names]
        told = [[f"`{one}`", _text(said[0])] for one, said in known if said]
        if told:
            lines += [f"### `{output}`", "", *_table([word("column"), word("words")], told)]
    up = "../../" if is_chinese else "../"
    links = [f"[{one}]({up}method/{one}.md)" for one in _METHODS[algorithm.GROUP]]
    lines += [f"## {word('Method')}", "", f"{word('formulas and sources')}: {', '.join(links)}", ""]
    return "\n".join(lines)


def _columns(found: Found, output: str) -> list[int]:
    """Those to show: the plugin's own and what names a row, not everything of a wide layer."""
    names = found.columns[output]
    own = [index for index, name in enumerate(names) if column_words(name)]
    if len(names) <= _SHOWN:
        return list(range(len(names)))
    first = [names.index(name) for name in ("city_en", "city") if name in names][:1]
    return (first + [index for index in own if index not in first])[:_SHOWN]


def _described(definition: QgsProcessingParameterDefinition, word: Callable[[str], str]) -> str:
    parts = [f"**{_text(definition.description())}**"]
    flags = definition.flags()
    notes = [word("optional")] if flags & _OPTIONAL else []
    notes += [word("advanced")] if flags & _ADVANCED else []
    default = definition.defaultValue()
    if default not in (None, "", []) and "OUTPUT" not in definition.name():
        notes.append(f"{word('default')} {_text(str(default))}")
    if notes:
        parts.append(f"({'; '.join(notes)})")
    parts.append(f"<br>{_text(definition.help())}")
    if hasattr(definition, "options"):
        options = enumerate(definition.options())
        parts.append("<br>" + " · ".join(f"`{i}` {_text(one)}" for i, one in options))
    return " ".join(parts)


def _table(heads: list[str], rows: list[list[str]]) -> list[str]:
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |"]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def _code(text: str) -> str:
    lines = (line.replace(" --", " \\\n    --") for line in text.strip().split("\n"))
    return "```sh\n" + "\n".join(lines) + "\n```"


def _text(text: str) -> str:
    """Plain text as Markdown."""
    escaped = html.escape(text, quote=False)
    for sign in "\\`*_[]|$":
        escaped = escaped.replace(sign, "\\" + sign)
    return escaped.replace("\n", " ")
