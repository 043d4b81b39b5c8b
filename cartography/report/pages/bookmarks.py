"""What Qt does not write into a PDF: the list of headings beside the pages, and the language."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from ....measures.texts import tr


class Bookmark(NamedTuple):
    """A heading and where it is."""

    title: str
    page: int  # from 1
    level: int


def add_bookmarks(path: Path, bookmarks: Sequence[Bookmark], chinese: bool) -> str | None:
    """Add the headings and the language to a PDF.

    Returns:
        One sentence where the library for it is missing; the PDF is then left as it is.
    """
    try:
        from pypdf import PdfWriter
        from pypdf.generic import NameObject, TextStringObject
    except ImportError:
        return tr(
            "The PDF has no bookmarks, because the Python package pypdf is missing: install it "
            "with 'python3 -m pip install pypdf' where you want them."
        )
    writer = PdfWriter(clone_from=path)
    above: Any = None
    for mark in bookmarks:
        parent: Any = above if mark.level > 1 else None
        entry = writer.add_outline_item(title=mark.title, page_number=mark.page - 1, parent=parent)
        above = entry if mark.level == 1 else above
    writer.root_object[NameObject("/Lang")] = TextStringObject("zh-CN" if chinese else "en")
    writer.page_mode = "/UseOutlines"
    stream = BytesIO()  # a file is asked for its place at each of the objects, which takes long
    writer.write(stream)
    writer.close()
    path.write_bytes(stream.getbuffer())
    return None
