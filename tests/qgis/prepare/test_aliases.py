"""The plugin's own list of renamed cities is sound, and a user's file adds to it."""

import csv

import pytest
from megaregion.layers.aliases import ALIASES, read_aliases
from megaregion.measures.errors import InputError
from megaregion.measures.prepare.names import name_key, written_key


def entries():
    with open(ALIASES, encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_every_former_name_leads_to_one_present_name():
    former = [written_key(entry["old"]) for entry in entries()]
    present = {name_key(entry["new"]) for entry in entries()}
    assert len(set(former)) == len(former) == len(read_aliases()) >= 30
    assert not present & {name_key(entry["old"]) for entry in entries()}
    assert all(1980 <= int(entry["since"]) <= 2030 for entry in entries())


def test_known_renames():
    aliases = read_aliases()
    assert aliases[written_key("襄樊市")] == "襄阳市"
    assert aliases[written_key("XIANGFAN City")] == "Xiangyang"
    assert aliases[written_key("思茅地区")] == aliases[written_key("思茅市")] == "普洱市"
    assert written_key("晋江市") not in aliases


def test_own_entries_come_first(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("new,old,note\n甲市,襄樊市,x\n乙市,丙市,\n,丁市,\n", encoding="utf-8")
    aliases = read_aliases(str(own))
    assert aliases["襄樊市"] == "甲市"
    assert aliases["丙市"] == "乙市"
    assert "丁市" not in aliases
    assert aliases["大庸市"] == "张家界市"


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", "old,new\n甲市,乙市\n".encode("gb18030")])
def test_unreadable_files(tmp_path, content):
    own = tmp_path / "own.csv"
    own.write_bytes(content)
    with pytest.raises(InputError, match="CSV file in UTF-8"):
        read_aliases(str(own))


def test_absent_file(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_aliases(str(tmp_path / "none.csv"))
