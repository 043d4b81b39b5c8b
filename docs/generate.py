"""Makes the help: HTML that QGIS opens without a net.

    ./dev help

Pages of the algorithms come from their own titles, texts, parameters and outputs, in English and
Chinese, and from the worked examples, which run here; the API comes from the docstrings of
`measures`. The rest is written in `docs/`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from megaregion.layers.language import speak_language

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from algorithmpages import write_pages  # noqa: E402
from runexamples import Found, qgis_without_screen, run_examples  # noqa: E402

_WRITTEN = ("index.md", "tutorial.md", "panel.md", "reading-the-results.md", "method.md", "zh")
_LANGUAGES = {"": "en", "zh": "zh_CN"}  # by folder
_SUBJECTS = {
    "": "Used by several subjects",
    "prepare": "Prepare",
    "unevenness": "Unevenness",
    "typology": "Typology",
    "light": "Nighttime light",
    "relations": "Spatial relations",
}


def main() -> None:
    """Write the help into the folder given, or into `help/` of the checkout."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "help"
    with tempfile.TemporaryDirectory() as scratch, qgis_without_screen():
        sources = Path(scratch) / "sources"
        _copy_written(sources)
        _write_api(sources / "api")
        for folder, locale in _LANGUAGES.items():
            speak_language(locale)
            without = ("planningreport",) if folder else ()  # the slowest once
            found: dict[str, Found] = run_examples(Path(scratch) / locale, without)
            write_pages(sources / folder / "algorithms", found, locale)
        _build(sources, target)
    shutil.copytree(HERE / "inputs", target / "inputs", dirs_exist_ok=True)


def _copy_written(sources: Path) -> None:
    """The pages that people wrote, and their pictures."""
    sources.mkdir(parents=True)
    shutil.copy(HERE / "conf.py", sources)
    for name in (*_WRITTEN, "method", "images"):
        part = HERE / name
        if part.is_dir():
            shutil.copytree(part, sources / name)
        else:
            shutil.copy(part, sources / name)


def _write_api(folder: Path) -> None:
    """A page a subject with everything public in `measures`."""
    folder.mkdir()
    measures = ROOT / "measures"
    names = []
    for subject, title in _SUBJECTS.items():
        lines = [f"# {title}", ""]
        for path in sorted((measures / subject).glob("*.py")):
            if path.name == "__init__.py":
                continue
            module = ".".join(("megaregion.measures", *([subject] if subject else []), path.stem))
            lines += [f"## `{module.partition('.')[2]}`", "", "```{eval-rst}"]
            lines += [f".. automodule:: {module}", "   :members:", "```", ""]
        name = subject or "general"
        names.append(name)
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    text = (measures / "README.md").read_text(encoding="utf-8")
    listed = "\n".join(["```{toctree}", ":hidden:", "", *names, "```", ""])
    links = "\n".join(f"- [{_SUBJECTS['' if n == 'general' else n]}]({n}.md)" for n in names)
    (folder / "index.md").write_text(f"{text}\n\n## Modules\n\n{links}\n\n{listed}", "utf-8")


def _build(sources: Path, target: Path) -> None:
    """Sphinx's work, and only what is needed of it."""
    from sphinx.cmd.build import build_main

    made = sources.parent / "html"
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    status = build_main(["-q", "-b", "html", "-W", "--keep-going", str(sources), str(made)])
    if status:
        sys.exit(status)
    for name in (".doctrees", ".buildinfo", "objects.inv"):
        part = made / name
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target)


if __name__ == "__main__":
    main()
