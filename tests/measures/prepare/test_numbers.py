"""Numbers as statistical tables print them, and what is none."""

import pytest
from megaregion.measures.prepare.numbers import is_missing, table_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("43761", 43761),
        ("43,761.5", 43761.5),
        ("1,234,567", 1234567),
        ("１，２３４．５", 1234.5),
        ("1 234.5", 1234.5),
        ("1\u00a0234\u00a0567", 1234567),
        ("1'234", 1234),
        (" 719.12 ", 719.12),
        ("-1.5", -1.5),
        ("－１．５", -1.5),
        ("−1.5", -1.5),
        ("+3", 3),
        (".5", 0.5),
        ("0", 0),
        ("0.25", 0.25),
        ("1.2E+05", 120000),
        ("\ufeff7", 7),
    ],
)
def test_numbers(text, number):
    assert table_number(text) == pytest.approx(number)
    assert not is_missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "12,34",
        "1,2345",
        "1,234 567",
        "1.234,5",
        "12.5%",
        "12.1*",
        "123①",
        "12²",
        "(5.2)",
        "010",
        "4.2.1",
        "约5",
        "５万",
        "E5",
        "٣",
    ],
)
def test_no_numbers(text):
    assert table_number(text) is None
    assert not is_missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "　",
        "-",
        "--",
        "—",
        "——",
        "–",
        "－",
        "−",
        "…",
        "……",
        "...",
        "..",
        "n/a",
        "N.A.",
        "NaN",
    ],
)
def test_missing(text):
    assert is_missing(text)
    assert table_number(text) is None
