"""Numbers as statistical tables print them, and what is none."""

import pytest
from megaregion.measures.prepare.numbers import (
    is_long_code,
    is_missing,
    looks_like_number,
    printed_number,
    table_number,
)


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
        "1_000",
        "inf",
        "1e999",
        "1e",
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
        "#",
        "… …",
    ],
)
def test_missing(text):
    assert is_missing(text)
    assert table_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "percent", "marked"),
    [
        ("45.2%", 45.2, True, False),
        ("４５．２％", 45.2, True, False),
        ("40 %", 40, True, False),
        ("300*", 300, False, True),
        ("＊300", 300, False, True),
        ("12.1①", 12.1, False, True),
        ("12²", 12, False, True),
        ("1,100.5 a)", 1100.5, False, True),
        ("12.1(1)", 12.1, False, True),
        ("45.2%*", 45.2, True, True),
        ("1,100.5", 1100.5, False, False),
        ("-3", -3, False, False),
    ],
)
def test_printed_numbers(text, value, percent, marked):
    assert printed_number(text) == (value, percent, marked)


@pytest.mark.parametrize(
    "text", ["12(34)", "(1)", "1_000", "12,34", "010*", "5%)", "1234)", "约5", "*", "%", ""]
)
def test_second_numbers_and_words_are_no_marks(text):
    assert printed_number(text) is None


@pytest.mark.parametrize("text", ["9007199254740993", "123456789012345678", "-9007199254740993"])
def test_codes_that_lose_digits_as_numbers(text):
    assert is_long_code(text)
    assert int(float("9007199254740993")) != 9007199254740993  # why


@pytest.mark.parametrize("text", ["9007199254740992", "110000", "1.5", "", "1_0", "abc"])
def test_numbers_that_keep_their_digits(text):
    assert not is_long_code(text)


@pytest.mark.parametrize(
    ("text", "like"),
    [("1_000", True), ("12,34", True), ("1.234,5", True), ("010", False), ("2022-06-15", False)],
)
def test_made_like_numbers(text, like):
    assert looks_like_number(text) is like
