"""Files that were cut, changed or swapped end in a result or in one sentence, as layers do."""

import random
from pathlib import Path

import pytest
from fuzz import RUNS, end_of
from openpyxl import Workbook
from sample_layers import ROOT, make_layer
from small_world import cities, city_rows, night_light, policy_table


def damaged(content, rng):
    """The bytes with some of them lost, changed, doubled or put in."""
    kind = rng.choice(["cut", "flip", "hole", "double", "insert", "swap"])
    at, size = rng.randrange(len(content)), rng.randrange(1, 200)
    if kind == "cut":
        return content[:at]
    if kind == "flip":
        changed = bytearray(content)
        for _ in range(rng.randrange(1, 20)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed)
    if kind == "hole":
        return content[:at] + content[at + size :]
    if kind == "double":
        return content[:at] + content[at : at + size] + content[at:]
    if kind == "insert":
        return content[:at] + rng.randbytes(size) + content[at:]
    return content[at:] + content[:at]


def workbook(folder):
    book = Workbook()
    for row in (
        ["城市", "地区生产总值（亿元）"],
        *([r["city"], r["gdp_2006"]] for r in city_rows()),
    ):
        book.active.append(row)
    book.save(folder / "2006.xlsx")
    return folder / "2006.xlsx"


def csv_table(folder):
    lines = ["city,地区生产总值（亿元）", *(f"{r['city']},{r['gdp_2006']}" for r in city_rows())]
    (folder / "2006.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder / "2006.csv"


def of_panel(path):
    columns = make_layer([{"heading": "地区生产总值", "indicator": "gdp"}], name="columns")
    given = {"CITIES": cities(), "KEY_FIELD": "city", "MATCH_BY": 1, "COLUMNS": columns}
    return "citypanel", {"TABLES": [str(path)], **given}


def of_light(path):
    return "nighttimelight", {"INPUT": cities(), "RASTERS": [str(path)]}


def of_folder(path):
    given = {"FOLDER": str(path.parent), "OUTPUT_FOLDER": str(path.parent.parent / "out")}
    return "preparelight", given


def of_types(path):
    given = {"INPUT": cities(), "FEATURES": ["s1", "s2", "s3"], "K": 2, "N_INIT": 2}
    return "citytypes", {**given, "ROLES": str(path)}


def of_policy(path):
    given = {"TABLE": policy_table(), "REGION_FIELD": "region", "CODE_FIELD": "code"}
    return "policythemes", {**given, "VOCABULARY": str(path)}


def copied(name):
    def copy(folder):
        path = folder / Path(name).name
        path.write_bytes((ROOT / "resources" / name).read_bytes())
        return path

    return copy


def first_raster(folder):
    for path in night_light(folder)[1:]:
        Path(path).unlink()
    return folder / "light_2021.tif"


KINDS = {
    "workbook": (workbook, of_panel),
    "csv": (csv_table, of_panel),
    "raster": (first_raster, of_light),
    "download": (first_raster, of_folder),
    "roles": (copied("roles.json"), of_types),
    "themes": (copied("policy_themes.csv"), of_policy),
}


@pytest.mark.parametrize("number", range(max(RUNS // 20, 1)))
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file(run, tmp_path, kind, number):
    make, use = KINDS[kind]
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    path = make(tmp_path / "in")
    rng = random.Random(f"{kind} {number}")  # noqa: S311
    path.write_bytes(damaged(path.read_bytes(), rng))
    name, given = use(path)
    if name != "preparelight":
        given["OUTPUT"] = str(tmp_path / "out" / "out.gpkg")
    end_of(run, name, given, tmp_path / "out")
