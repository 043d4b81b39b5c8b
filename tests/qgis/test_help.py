"""The help: a page for every algorithm, links that lead somewhere, examples that run."""

import subprocess
import sys
import urllib.parse
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_layers import ROOT

sys.path.insert(0, str(ROOT / "docs"))
from examples import BEFORE, EXAMPLES, shell


class Links(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.anchors.add(given.get("id"))
        self.links += [given[name] for name in ("href", "src") if name in given]


@pytest.fixture(scope="module")
def help_folder(tmp_path_factory):
    """The help as the zip brings it."""
    subprocess.run([str(ROOT / "dev"), "zip"], check=True, capture_output=True)
    (path,) = (ROOT / "zip").glob("megaregion-*.zip")
    folder = tmp_path_factory.mktemp("zip")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / "megaregion" / "help"


@pytest.fixture(params=["", "zh"])
def language(request, monkeypatch, help_folder):
    """QGIS speaks it, and the help is where the zip puts it; the language's folder."""
    import megaregion.layers.language as spoken

    monkeypatch.setattr(spoken, "HELP", help_folder)
    monkeypatch.setattr(spoken, "_locale_of_qgis", lambda: "zh_CN" if request.param else "en")
    return request.param


def test_every_algorithm_leads_to_its_page(provider, language, help_folder):
    for algorithm in provider.algorithms():
        page = Path(urllib.parse.urlparse(algorithm.helpUrl()).path)
        assert page == help_folder / language / "algorithms" / f"{algorithm.name()}.html"
        text = page.read_text(encoding="utf-8")
        for definition in algorithm.parameterDefinitions():
            assert f">{definition.name()}<" in text, (algorithm.name(), definition.name())
        assert f"megaregion:{algorithm.name()}" in text


def test_without_pages_there_is_no_address(provider, monkeypatch, tmp_path):
    import megaregion.layers.language as spoken

    monkeypatch.setattr(spoken, "HELP", tmp_path)
    assert {algorithm.helpUrl() for algorithm in provider.algorithms()} == {""}


def test_every_link_leads_somewhere_without_a_net(help_folder):
    pages = {page.resolve(): Links(page) for page in help_folder.rglob("*.html")}
    assert len(pages) > 50
    for page, found in pages.items():
        for link in found.links:
            address = urllib.parse.urlparse(link)
            if address.scheme:
                assert Path(address.path).suffix not in (".js", ".css", ".woff2"), link
                continue
            target = (page.parent / urllib.parse.unquote(address.path)).resolve()
            target = page if not address.path else target
            assert target.exists(), (page.name, link)
            if address.fragment and target in pages:
                anchor = urllib.parse.unquote(address.fragment)
                assert anchor in pages[target].anchors, (page.name, link)


def test_the_help_is_small(help_folder):
    assert sum(path.stat().st_size for path in help_folder.rglob("*") if path.is_file()) < 5e6


def test_every_algorithm_has_an_example(provider):
    assert sorted(EXAMPLES) == sorted(algorithm.name() for algorithm in provider.algorithms())


def test_the_lines_run_in_a_shell(help_folder, tmp_path):
    """Those of the first map; the generator runs all of them."""
    import shutil

    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    steps = [shell(name, settings) for name, settings in BEFORE.items()]
    steps += [shell(f"megaregion:{name}", EXAMPLES[name]) for name in ("markcores", "unevenness")]
    lines = ["set -e", f"qgis_process() {{ '{program}' \"$@\"; }}", f"P='{help_folder.parent}'"]
    lines += ["qgis_process plugins enable megaregion", *steps]
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = (tmp_path / "unevenness.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 13 * 2
    page = (help_folder / "algorithms" / "unevenness.html").read_text(encoding="utf-8")
    assert f">{rows[1].split(',')[0]}<" in page
