"""What a report may replace in its folder, and what happens where it cannot."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from files_moved import contents, fail_move, hold_open
from megaregion.cartography.report.chapters.region import picture
from megaregion.cartography.report.folder import _BELOW, ReportFolder
from megaregion.layers import longpaths
from megaregion.measures.errors import InputError
from osgeo import ogr


def fill(made, text, maps=("a",)):
    """What a report leaves in the folder it is made in."""
    (made / "maps").mkdir()
    for name in maps:
        (made / "maps" / f"{name}.png").write_text(text)
    (made / "report.pdf").write_text(text)
    package = made / "results.gpkg"
    driver = ogr.GetDriverByName("GPKG")
    data = ogr.Open(str(package), 1) if package.exists() else driver.CreateDataSource(str(package))
    layer = data.CreateLayer("cities", geom_type=ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("text", ogr.OFTString))
    row = ogr.Feature(layer.GetLayerDefn())
    row["text"] = text
    layer.CreateFeature(row)
    del row, layer, data
    files = [p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()]
    record = {"files": [*files, "method.json"], "tables": ["cities"]}
    (made / "method.json").write_text(json.dumps(record))


def make(path, text, **more):
    report = ReportFolder(path)
    report.check(["cities"])
    with report.complete_or_nothing() as made:
        fill(made, text, **more)


def tables(package):
    with closing(sqlite3.connect(package)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master")]
        mine = database.execute("SELECT * FROM mine").fetchall() if "mine" in names else None
        return mine, database.execute("SELECT text FROM cities").fetchall()


def add_mine(package):
    with closing(sqlite3.connect(package)) as database:
        database.execute("CREATE TABLE mine (a INTEGER, b TEXT)")
        database.execute("INSERT INTO mine VALUES (1, 'kept')")
        database.commit()


def test_files_and_tables_of_the_user_are_kept(tmp_path):
    path = tmp_path / "report"
    make(path, "first", maps=("a", "b"))
    (path / "maps" / "survey.jpg").write_text("mine")
    (path / "charts").mkdir()
    (path / "charts" / "mine.svg").write_text("mine")
    add_mine(path / "results.gpkg")
    make(path, "second")
    assert (path / "maps" / "survey.jpg").read_text() == "mine"
    assert (path / "charts" / "mine.svg").read_text() == "mine"
    assert (path / "maps" / "a.png").read_text() == "second"
    assert not (path / "maps" / "b.png").exists()  # of the first report, which it replaces
    assert tables(path / "results.gpkg") == ([(1, "kept")], [("second",)])
    make(path, "third")
    assert tables(path / "results.gpkg") == ([(1, "kept")], [("third",)])
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_what_others_have_not_merged_yet_is_kept_and_no_journal_stays(tmp_path):
    """QGIS writes into side files while a package is open, and may leave it so."""
    path = tmp_path / "report"
    make(path, "first")
    add_mine(path / "results.gpkg")
    with closing(sqlite3.connect(path / "results.gpkg")) as elsewhere:
        elsewhere.execute("PRAGMA journal_mode = WAL")
        elsewhere.execute("INSERT INTO mine VALUES (2, 'not merged')")
        elsewhere.commit()
        assert (path / "results.gpkg-wal").stat().st_size > 0
        make(path, "second")
        assert not (path / "results.gpkg-wal").exists()  # it is of the earlier file
        assert elsewhere.execute("SELECT count(*) FROM mine").fetchone() == (2,)
    kept = [(1, "kept"), (2, "not merged")]
    assert tables(path / "results.gpkg") == (kept, [("second",)])
    assert sorted(p.name for p in path.iterdir() if p.is_file()) == [
        "method.json",
        "report.pdf",
        "results.gpkg",
    ]
    make(path, "third")
    assert tables(path / "results.gpkg") == (kept, [("third",)])


def test_a_package_that_sqlite_cannot_finish_is_one_sentence(tmp_path):
    path = tmp_path / "report"
    make(path, "first")
    before = contents(path)

    def spoil():
        with ReportFolder(path).complete_or_nothing() as made:
            fill(made, "second")
            (made / "results.gpkg").write_bytes(b"no database " * 400)

    with pytest.raises(InputError, match=r"cannot be written to .*not a database"):
        spoil()
    assert contents(path) == before


def test_a_package_that_is_read_elsewhere_is_moved_whole(tmp_path):
    """A reader keeps SQLite from leaving its journal."""
    path = tmp_path / "report"
    with ReportFolder(path).complete_or_nothing() as made:
        fill(made, "first")
        writer = sqlite3.connect(made / "results.gpkg")
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE cities SET text = 'merged'")
        writer.commit()
    with closing(writer):
        assert not (path / "results.gpkg-wal").exists()
    assert tables(path / "results.gpkg") == (None, [("merged",)])


def test_a_package_of_the_user_alone_gets_the_tables_of_the_report(tmp_path):
    path = tmp_path / "report"
    path.mkdir()
    package = path / "results.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(package)).CreateLayer("places")
    add_mine(package)
    make(path, "first")
    assert ogr.Open(str(package)).GetLayerByName("places") is not None
    assert tables(path / "results.gpkg") == ([(1, "kept")], [("first",)])


@pytest.mark.parametrize("name", ["report.pdf", "method.json", "project.qgz"])
def test_a_file_that_no_report_made_is_in_the_way(tmp_path, name):
    (tmp_path / name).write_text("[]")
    with pytest.raises(InputError, match=f"{name}' was not made by an earlier report"):
        make(tmp_path, "first")
    assert contents(tmp_path) == {name: b"[]"}


def test_a_map_that_no_report_made_is_in_the_way_too(tmp_path):
    path = tmp_path / "report"
    (path / "maps").mkdir(parents=True)
    (path / "maps" / "a.png").write_text("mine")
    with pytest.raises(InputError, match="was not made by an earlier report"):
        make(path, "first")
    assert contents(path) == {"maps/a.png": b"mine"}


def test_a_table_that_no_report_made_is_in_the_way(tmp_path):
    package = tmp_path / "results.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(package)).CreateLayer("cities")
    with pytest.raises(InputError, match="has a table 'cities' that no report made"):
        make(tmp_path, "first")
    package.unlink()
    with closing(sqlite3.connect(package)) as database:
        database.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(InputError, match="is no GeoPackage"):
        make(tmp_path, "first")
    package.write_text("no database at all, but longer than the beginning of one ... " * 10)
    with pytest.raises(InputError, match="is no GeoPackage"):
        make(tmp_path, "first")


def test_a_record_cannot_make_other_files_the_reports(tmp_path):
    path = tmp_path / "report"
    path.mkdir()
    other = tmp_path / "other.pdf"
    other.write_text("mine")
    names = ["../other.pdf", "maps/../../other.pdf", str(other), "notes.txt", 7, "report.pdf"]
    (path / "method.json").write_text(json.dumps({"files": names, "tables": "cities"}))
    report = ReportFolder(path)
    assert report.own_files == {"report.pdf"}
    assert report.own_tables == set()
    for text in ("{", "[1]", '{"files": {"a": 1}}', "[" * 100_000):
        (path / "method.json").write_text(text)
        assert ReportFolder(path).own_files == set()


@pytest.mark.parametrize("failing", range(8))
def test_the_earlier_report_comes_back_whole_where_a_move_fails(tmp_path, monkeypatch, failing):
    path = tmp_path / "report"
    make(path, "first", maps=("a", "b"))
    (path / "maps" / "survey.jpg").write_text("mine")
    before = contents(path)
    moves = fail_move(monkeypatch, failing)
    with pytest.raises(InputError, match="cannot be written to"):
        make(path, "second", maps=("a", "c"))
    assert len(moves) > failing
    assert contents(path) == before
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_file_that_is_open_elsewhere_is_said_before_the_work(tmp_path, monkeypatch):
    path = tmp_path / "report"
    make(path, "first")
    before = contents(path)
    hold_open(monkeypatch)
    report = ReportFolder(path)
    with pytest.raises(InputError, match="cannot be replaced: close it where it is open"):
        report.check(["cities"])
    assert contents(path) == before


def test_an_error_leaves_nothing_behind(tmp_path):
    path = tmp_path / "deep" / "report"

    def fail():
        with ReportFolder(path).complete_or_nothing() as made:
            fill(made, "first")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list((tmp_path / "deep").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "report", tmp_path / "file"):
        with pytest.raises(InputError, match=r"choose (a|another) (folder|FOLDER)"):
            ReportFolder(path).check([])


def test_the_folder_made_is_as_open_as_others(tmp_path):
    with ReportFolder(tmp_path / "report").complete_or_nothing() as made:
        (tmp_path / "other").mkdir()
        assert made.stat().st_mode == (tmp_path / "other").stat().st_mode


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])
from megaregion.cartography.report import folder
from megaregion.layers import replacing
made_at = replacing.os.replace
def replace(source, target):
    made_at(source, target)
    if Path(target).name == sys.argv[2] and source != target:
        os._exit(9)  # as a killed process, without a word
replacing.os.replace = replace
with folder.ReportFolder(Path(sys.argv[1])).complete_or_nothing() as made:
    (made / "report.pdf").write_text("second")
    (made / "report.html").write_text("second")
    if sys.argv[2] == "before":
        os._exit(9)
"""


@pytest.mark.parametrize("killed_at", ["before", "method.json", "report.html"])
def test_what_a_killed_run_leaves_is_cleared_by_the_next(tmp_path, killed_at):
    path = tmp_path / "report"
    make(path, "first")
    before = contents(path)
    command = [sys.executable, "-c", KILLED, str(path), killed_at]
    assert subprocess.run(command, check=False).returncode == 9
    assert len(list(tmp_path.iterdir())) > 1
    # A run that is still going on is left alone.
    with ReportFolder(tmp_path / "report").complete_or_nothing() as going_on:
        assert contents(path) == before
        with pytest.raises(RuntimeError), ReportFolder(path).complete_or_nothing():
            raise RuntimeError
        assert going_on.exists()
        fill(going_on, "third")
    assert (path / "report.pdf").read_text() == "third"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_path_too_long_for_windows_is_refused_before_any_work(report, monkeypatch):
    monkeypatch.setattr(longpaths, "LONGEST", len(str(report)) + _BELOW)
    ReportFolder(report).check([])
    monkeypatch.setattr(longpaths, "LONGEST", len(str(report)) + _BELOW - 1)
    with pytest.raises(InputError, match="FOLDER is too long"):
        ReportFolder(report).check([])
    # That leaves room for all that a report makes, with the longest names.
    names = [path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()]
    names.append(picture(report / "maps", 98, "n" * 300).relative_to(report).as_posix())
    assert max(map(len, names)) + len(".-01234567.old/") <= _BELOW
