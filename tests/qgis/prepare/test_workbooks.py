"""Workbooks and text tables cell by cell."""

import pytest
from megaregion.layers.prepare.textfiles import find_encoding, read_text_file
from megaregion.layers.prepare.workbooks import read_sheets, shown_names
from megaregion.measures.errors import InputError
from openpyxl import Workbook
from osgeo import gdal, ogr


def test_cells_keep_their_places(tmp_path):
    """Blank rows and columns before, between and after; two sheets, by name."""
    book = Workbook()
    sheet = book.active
    sheet.title = "b"
    sheet["C3"], sheet["D5"], sheet["E5"] = "title", 1.5, "１,２３４"
    sheet.merge_cells("C3:E4")
    sheet["B9"], sheet["C9"] = 0.452, 0.5
    sheet["B9"].number_format = "0.0%"
    sheet["C9"].number_format = '0.0"%"'  # a percent sign that is only text
    other = book.create_sheet("a & <b>")
    other["A1"] = "x"
    book.save(tmp_path / "book.xlsx")
    first, second = read_sheets([str(tmp_path / "book.xlsx")])
    assert (first.name, first.text(0, 0)) == ("a & <b>", "x")
    assert second.text(2, 2) == "title"
    assert [second.text(4, c) for c in range(6)] == ["", "", "", "1.5", "１,２３４", ""]
    assert (second.text(8, 1), second.percents) == ("0.452", {(8, 1)})
    assert second.merges == {(r, c): (2, 2, 3, 4) for r in (2, 3) for c in (2, 3, 4)}
    assert second.place(4, 3) == "book.xlsx|b|D5"


def test_numbers_are_not_rounded(tmp_path):
    book = Workbook()
    values = [0.1, 1e-7, 123456789.123, 1e15, 20.1, 43761]
    for value in values:
        book.active.append([value, "text"])
    book.save(tmp_path / "book.xlsx")
    (sheet,) = read_sheets([str(tmp_path / "book.xlsx")])
    assert [float(row[0]) for row in sheet.rows] == values


def test_config_of_gdal_stays_as_it_was(tmp_path):
    Workbook().save(tmp_path / "book.xlsx")
    gdal.SetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE")
    try:
        list(read_sheets([str(tmp_path / "book.xlsx")]))
        assert gdal.GetThreadLocalConfigOption("OGR_XLSX_HEADERS") == "FORCE"
    finally:
        gdal.SetThreadLocalConfigOption("OGR_XLSX_HEADERS", None)


def test_open_documents(tmp_path):
    path = str(tmp_path / "book.ods")
    data = ogr.GetDriverByName("ODS").CreateDataSource(path)
    layer = data.CreateLayer("2-6")
    for name in ("城市", "地区生产总值"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField(0, "合肥市")
    feature.SetField(1, "2,702.5")
    layer.CreateFeature(feature)
    del feature, layer, data
    (sheet,) = read_sheets([path])
    assert sheet.rows == [["城市", "地区生产总值"], ["合肥市", "2,702.5"]]
    assert not sheet.tells_merges


def test_choosing_sheets(tmp_path):
    for name in ("2006.xlsx", "2007.xlsx"):
        book = Workbook()
        book.active.title = "2-6"
        book.create_sheet("2-7")
        for sheet in book:
            sheet["A1"] = name
        book.save(tmp_path / name)
    paths = [str(tmp_path / name) for name in ("2007.xlsx", "2006.xlsx", "2007.xlsx")]

    def chosen(*wanted):
        return [sheet.where for sheet in read_sheets(paths, wanted)]

    assert chosen() == ["2006.xlsx|2-6", "2006.xlsx|2-7", "2007.xlsx|2-6", "2007.xlsx|2-7"]
    assert chosen("2-6") == ["2006.xlsx|2-6", "2007.xlsx|2-6"]
    assert chosen("2007.xlsx|*") == ["2007.xlsx|2-6", "2007.xlsx|2-7"]
    with pytest.raises(InputError, match="No file has a sheet '2-8'"):
        chosen("2-6", "2-8")


def test_names_tell_files_apart(tmp_path):
    paths = [tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv", tmp_path / "y.csv"]
    assert list(shown_names(list(map(str, paths))).values()) == ["a/x.csv", "b/x.csv", "y.csv"]


CHINESE = "城市,值\n北京市,100\n石家庄市,200\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gbk", "gb18030"),
        ("城市,值\n臺北市,100\n新竹縣,200\n", "big5", "big5"),
        ("ville,x\nSão Paulo,1\nÎle-de-France,2\n", "cp1252", "cp1252"),
        ("Stadt;x\nKöln;1\nMünchen;2\n", "latin-1", "cp1252"),
        ("city,x\nWuhan,1\n", "ascii", "utf-8"),
    ],
)
def test_encodings(tmp_path, text, encoding, found):
    data = text.encode(encoding)
    assert find_encoding(data) == found
    (tmp_path / "x.csv").write_bytes(data)
    rows = read_text_file(tmp_path / "x.csv").rows
    assert rows[1] == text.replace(";", ",").split("\n")[1].split(",")


def test_quoted_cells_and_blank_lines(tmp_path):
    (tmp_path / "x.csv").write_text('a,b\n\n"x, ""y""\nz",2\n', encoding="utf-8")
    assert read_text_file(tmp_path / "x.csv").rows == [["a", "b"], [], ['x, "y"\nz', "2"]]


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "is empty"), (b"a,b\n\x00\x01\x02,\xff\n" * 9, "is no text")]
)
def test_files_that_are_no_text(tmp_path, data, message):
    (tmp_path / "x.csv").write_bytes(data)
    with pytest.raises(InputError, match=message):
        read_text_file(tmp_path / "x.csv")
    with pytest.raises(InputError, match="cannot be read"):
        read_text_file(tmp_path / "nowhere.csv")
