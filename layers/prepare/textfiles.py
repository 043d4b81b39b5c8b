"""Text tables of any common encoding and separator."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from ...measures.errors import InputError
from ...measures.texts import tr
from ..diskerrors import reason

SUFFIXES = (".csv", ".tsv", ".txt")
_SEPARATORS = ",;\t"
_LOOKED_AT = 50  # rows that tell the separator
# Characters in common use lie together in both Chinese standards: by their first byte.
_COMMON = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
_ENOUGH = 0.7  # of the double-byte characters; of Latin letters with accents few are


@dataclass(frozen=True)
class TextFile:
    """A text table.

    Attributes:
        encoding: what it was read as.
        rows: its cells; blank lines are rows without cells, so that row numbers stay.
    """

    encoding: str
    rows: list[list[str]]


def read_text_file(path: Path) -> TextFile:
    """Read a table of text.

    Raises:
        InputError: the file cannot be read, is no text or is empty.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("The file '{path}' cannot be read: {strerror}.").format(
                path=path, strerror=reason(error)
            )
        ) from None
    encoding = find_encoding(data)
    text = data.decode(encoding, errors="replace")
    if not text.strip():
        raise InputError(
            tr("The file '{path}' is empty: choose a file with a table.").format(path=path)
        )
    if "\x00" in text:
        raise InputError(
            tr("The file '{path}' is no text: save the table as CSV or as XLSX.").format(path=path)
        )
    try:
        return TextFile(encoding, _rows(text, _separator(text)))
    except csv.Error as error:
        raise InputError(
            tr("The file '{path}' is no table of text ({error}).").format(path=path, error=error)
        ) from None


def find_encoding(data: bytes) -> str:
    """The encoding of a text: its mark, else UTF-8 where it can be, else the likeliest."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return name
    start = data[:4000]
    zeros = (start[0::2].count(0), start[1::2].count(0))
    if max(zeros) > len(start) / 8 and min(zeros) == 0:  # UTF-16 without its mark
        return "utf-16-le" if zeros[1] else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        likeness, name = max((_likeness(data, name), name) for name in _COMMON)
        return name if likeness >= _ENOUGH else "cp1252"
    return "utf-8"


def _likeness(data: bytes, encoding: str) -> float:
    """Share of the double-byte characters that are in common use; 0 where it cannot be."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    first, last = _COMMON[encoding]
    doubles = [c.encode(encoding) for c in set(text) if not c.isascii()]
    letters = [code for code in doubles if not 0xA1 <= code[0] <= 0xA3]  # not signs
    common = [c for c in letters if len(c) == 2 and first <= c[0] <= last and c[1] >= 0x40]
    if encoding == "gb18030":
        common = [code for code in common if code[1] >= 0xA1]
    return len(common) / len(letters) if letters else 0.0


def _separator(text: str) -> str:
    """The separator that makes most columns in most rows."""

    def columns(separator: str) -> int:
        rows = [row for row in _rows(text, separator, _LOOKED_AT) if row]
        return sum(len(row) for row in rows)

    return max(_SEPARATORS, key=columns)


def _rows(text: str, separator: str, most: int | None = None) -> list[list[str]]:
    rows = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        rows.append(row)
        if most is not None and len(rows) == most:
            break
    return rows
